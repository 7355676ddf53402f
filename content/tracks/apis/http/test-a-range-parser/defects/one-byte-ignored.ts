// title: ignores a range of one byte
// hint: Start and end may be the same.
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
  if (end <= start) return 'ignored';
  if (start >= size) return 'unsatisfiable';
  return { start, end: Math.min(end, size - 1) };
}
