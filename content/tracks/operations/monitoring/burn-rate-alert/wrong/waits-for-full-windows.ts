// caught by: judges a new service by the minutes it has
type Minute = { requests: number; errors: number };

const rules = [
  { alert: 'page', long: 60, short: 5, limit: 14.4 },
  { alert: 'page', long: 360, short: 30, limit: 6 },
  { alert: 'ticket', long: 4320, short: 360, limit: 1 },
] as const;

export function alertFor(minutes: readonly Minute[], objective: number) {
  const burnRate = (last: number) => {
    if (minutes.length < last) return 0;
    const window = minutes.slice(-last);
    const requests = window.reduce((sum, minute) => sum + minute.requests, 0);
    const errors = window.reduce((sum, minute) => sum + minute.errors, 0);
    return requests ? errors / requests / (1 - objective) : 0;
  };
  return rules.find(({ long, short, limit }) => burnRate(long) > limit && burnRate(short) > limit)?.alert ?? 'none';
}
