/** One expression for each form. */
export function parseRange(header: string, size: number): { start: number; end: number } | 'unsatisfiable' | 'ignored' {
  const [, both, to] = /^bytes=(\d+)-(\d+)$/i.exec(header) ?? [];
  if (both !== undefined) return Number(to) < Number(both) ? 'ignored' : within(Number(both), Number(to), size);
  const [, from] = /^bytes=(\d+)-$/i.exec(header) ?? [];
  if (from !== undefined) return within(Number(from), size, size);
  const [, suffix] = /^bytes=-(\d+)$/i.exec(header) ?? [];
  if (suffix === undefined) return 'ignored';
  return within(size - Math.min(size, Number(suffix)), size, size);
}

function within(start: number, end: number, size: number): { start: number; end: number } | 'unsatisfiable' {
  if (start < size) return { start, end: end < size ? end : size - 1 };
  return 'unsatisfiable';
}
