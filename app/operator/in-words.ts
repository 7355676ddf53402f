/** Numbers and times as the operator's pages write them. */

export function bytes(count: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return `${(count / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

export function milliseconds(ms: number | null): string {
  if (ms === null) return '–';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A dash where nothing was counted: 0 of 0 is no share. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** "2 of 4 submissions", "1 of 1 submission". */
export function ofSubmissions(part: number, whole: number): string {
  return `${count(part)} of ${count(whole)} ${whole === 1 ? 'submission' : 'submissions'}`;
}

/** "3 days 4 h", "12 min". */
export function age(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return `${days} ${days === 1 ? 'day' : 'days'} ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** In UTC, as the server counts days. */
export function date(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
