/** Goes through the characters one by one; the state is a list of fields. */
export function feed(state: any, chunk: string) {
  let [line, data, type, id, last, retry, previous] = state ?? ['', [], '', '', '', null, 'start'];
  data = [...data];
  const events: object[] = [];

  const finish = () => {
    if (line === '') {
      last = id;
      if (data.length > 0)
        events.push({ type: type === '' ? 'message' : type, data: data.join('\n'), lastEventId: last });
      data = [];
      type = '';
    } else {
      const [, name, value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line)!;
      switch (name) {
        case 'data':
          data.push(value);
          break;
        case 'event':
          type = value;
          break;
        case 'id':
          if (!value.includes('\u0000')) id = value;
          break;
        case 'retry':
          if (value !== '' && [...value].every((digit) => digit >= '0' && digit <= '9')) retry = parseInt(value, 10);
      }
    }
    line = '';
  };

  for (const character of chunk) {
    if (character === '\r') finish();
    else if (character === '\n') {
      if (previous !== '\r') finish();
    } else if (!(previous === 'start' && character === '\uFEFF')) line += character;
    previous = character;
  }
  return { events, lastEventId: last, retryMs: retry, state: [line, data, type, id, last, retry, previous] };
}
