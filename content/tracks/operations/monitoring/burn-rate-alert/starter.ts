export type Minute = { requests: number; errors: number };
export type Alert = 'page' | 'ticket' | 'none';

export function alertFor(minutes: readonly Minute[], objective: number): Alert {
  const last = minutes.at(-1);
  if (!last) return 'none';
  return last.errors / last.requests > 1 - objective ? 'page' : 'none';
}
