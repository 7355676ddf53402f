// title: refuses an end before the start instead of ignoring it
// hint: There are two ways to give no range; the client sees a different status for each.
type ByteRange = { start: number; end: number };

export function parseRange(header: string, size: number): ByteRange | 'unsatisfiable' | 'ignored' {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'ignored';
  if (first === '') {
    const wanted = Number(last);
    if (wanted === 0 || size === 0) return 'unsatisfiable';
    return { start: Math.max(0, size - wanted), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? Infinity : Number(last);
  if (end < start) return 'unsatisfiable';
  if (start >= size) return 'unsatisfiable';
  return { start, end: Math.min(end, size - 1) };
}
