type Pair = [string, string];

class Refusal extends Error {
  status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const isBlank = (char: string) => char === ' ' || char === '\t';

function trimBlanks(value: string) {
  let start = 0;
  let end = value.length;
  while (start < end && isBlank(value[start]!)) start++;
  while (end > start && isBlank(value[end - 1]!)) end--;
  return value.slice(start, end);
}

/** Reads line by line, with a position that only moves forward. */
export function parseRequest(text: string) {
  let position = 0;
  const nextLine = () => {
    const end = text.indexOf('\r\n', position);
    if (end < 0) throw new Refusal(400, 'the message ends inside its head');
    const line = text.slice(position, end);
    position = end + 2;
    return line;
  };

  const words = nextLine().split(' ');
  const [method = '', target = '', version = ''] = words;
  if (words.length !== 3 || words.includes('') || !/^HTTP\/\d\.\d$/.test(version)) {
    throw new Refusal(400, 'bad request line');
  }
  if (version[5] !== '1') throw new Refusal(505, 'unknown major version');

  const fields: Pair[] = [];
  const seen = new Map<string, string[]>();
  for (let line = nextLine(); line !== ''; line = nextLine()) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    if (name === '' || /[ \t]/.test(name)) throw new Refusal(400, 'bad field name');
    const value = trimBlanks(line.slice(colon + 1));
    fields.push([name, value]);
    seen.set(name, [...(seen.get(name) ?? []), value]);
  }

  const hosts = seen.get('host') ?? [];
  if (hosts.length > 1) throw new Refusal(400, 'several hosts');
  if (hosts.length === 0 && version === 'HTTP/1.1') throw new Refusal(400, 'no host');

  const lengths = seen.get('content-length') ?? ['0'];
  if (lengths.length !== 1 || ![...lengths[0]!].every((char) => char >= '0' && char <= '9') || lengths[0] === '') {
    throw new Refusal(400, 'bad content length');
  }
  const end = position + Number(lengths[0]);
  if (end > text.length) throw new Refusal(400, 'body cut short');
  return { method, target, version, fields, body: text.slice(position, end) };
}
