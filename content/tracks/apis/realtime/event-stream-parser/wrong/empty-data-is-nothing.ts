// caught by: reads the examples of the specification
type Event = { type: string; data: string; lastEventId: string };
type State = {
  started: boolean;
  /** The last character was a CR, whose LF may follow. */
  afterCr: boolean;
  rest: string;
  data: string;
  type: string;
  id: string;
  lastEventId: string;
  retryMs: number | null;
};
type Result = { events: Event[]; lastEventId: string; retryMs: number | null; state: State };

const fresh: State = {
  started: false,
  afterCr: false,
  rest: '',
  data: '',
  type: '',
  id: '',
  lastEventId: '',
  retryMs: null,
};

function endBlock(state: State): Event[] {
  state.lastEventId = state.id;
  const { data, type, lastEventId } = state;
  state.data = '';
  state.type = '';
  return data.trim() === '' ? [] : [{ type: type || 'message', data: data.slice(0, -1), lastEventId }];
}

function takeLine(state: State, line: string): Event[] {
  if (line === '') return endBlock(state);
  const colon = line.indexOf(':');
  const name = colon === -1 ? line : line.slice(0, colon);
  const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'data') state.data += `${value}\n`;
  else if (name === 'event') state.type = value;
  else if (name === 'id' && !value.includes('\0')) state.id = value;
  else if (name === 'retry' && /^[0-9]+$/.test(value)) state.retryMs = Number(value);
  return [];
}

export function feed(before: State | null, chunk: string): Result {
  const state = { ...(before ?? fresh) };
  let text = chunk;
  if (text !== '') {
    if (!state.started && text.startsWith('\uFEFF')) text = text.slice(1);
    if (state.afterCr && text.startsWith('\n')) text = text.slice(1);
    state.started = true;
    state.afterCr = chunk.endsWith('\r');
  }

  const lines = (state.rest + text).split(/\r\n|\r|\n/);
  state.rest = lines.pop()!;
  const events = lines.flatMap((line) => takeLine(state, line));
  return { events, lastEventId: state.lastEventId, retryMs: state.retryMs, state };
}
