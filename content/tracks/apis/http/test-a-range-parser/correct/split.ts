type ByteRange = { start: number; end: number };

const digits = /^[0-9]+$/;

/** Splits instead of matching, and turns a suffix into a start before it looks at the file. */
export const parseRange = (header: string, size: number): ByteRange | 'unsatisfiable' | 'ignored' => {
  const equals = header.indexOf('=');
  if (header.slice(0, equals).toLowerCase() !== 'bytes') return 'ignored';
  const parts = header.slice(equals + 1).split('-');
  if (parts.length !== 2) return 'ignored';
  const [first = '', last = ''] = parts;
  const isSuffix = first === '' && digits.test(last);
  if (!isSuffix && !(digits.test(first) && (last === '' || digits.test(last)))) return 'ignored';
  const start = isSuffix ? Math.max(size - parseInt(last, 10), 0) : parseInt(first, 10);
  const end = isSuffix || last === '' ? size - 1 : parseInt(last, 10);
  if (!isSuffix && last !== '' && start > end) return 'ignored';
  if (start > size - 1) return 'unsatisfiable';
  return { end: end > size - 1 ? size - 1 : end, start };
};
