// caught by: counts requests, not minutes
type Minute = { requests: number; errors: number };

const rules = [
  { alert: 'page', long: 60, short: 5, limit: 14.4 },
  { alert: 'page', long: 360, short: 30, limit: 6 },
  { alert: 'ticket', long: 4320, short: 360, limit: 1 },
] as const;

export function alertFor(minutes: readonly Minute[], objective: number) {
  const burnRate = (last: number) => {
    const shares = minutes.slice(-last).map(({ requests, errors }) => (requests ? errors / requests : 0));
    return shares.reduce((sum, share) => sum + share, 0) / shares.length / (1 - objective);
  };
  return rules.find(({ long, short, limit }) => burnRate(long) > limit && burnRate(short) > limit)?.alert ?? 'none';
}
