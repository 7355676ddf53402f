// caught by: fires above a limit, and not at it
export type Minute = { requests: number; errors: number };
export type Alert = 'page' | 'ticket' | 'none';

const hour = 60;
const rules = [
  { alert: 'page', longMinutes: hour, shortMinutes: 5, limit: 14.4 },
  { alert: 'page', longMinutes: 6 * hour, shortMinutes: 30, limit: 6 },
  { alert: 'ticket', longMinutes: 72 * hour, shortMinutes: 6 * hour, limit: 1 },
] as const;

export function alertFor(minutes: readonly Minute[], objective: number): Alert {
  const burnRate = (lastMinutes: number) => failingShare(minutes.slice(-lastMinutes)) / (1 - objective);
  const firing = rules.find(
    ({ longMinutes, shortMinutes, limit }) => burnRate(longMinutes) >= limit && burnRate(shortMinutes) >= limit,
  );
  return firing?.alert ?? 'none';
}

function failingShare(window: readonly Minute[]) {
  let requests = 0;
  let errors = 0;
  for (const minute of window) {
    requests += minute.requests;
    errors += minute.errors;
  }
  return requests === 0 ? 0 : errors / requests;
}
