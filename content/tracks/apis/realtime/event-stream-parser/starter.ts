type Event = { type: string; data: string; lastEventId: string };
type Result = { events: Event[]; lastEventId: string; retryMs: number | null; state: unknown };

export function feed(state: unknown, chunk: string): Result {
  return { events: [], lastEventId: '', retryMs: null, state: [state, chunk] };
}
