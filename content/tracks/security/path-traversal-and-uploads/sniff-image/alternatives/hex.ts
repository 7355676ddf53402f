const patterns: [RegExp, string, string][] = [
  [/^89504e470d0a1a0a/, 'image/png', 'png'],
  [/^ffd8ff/, 'image/jpeg', 'jpg'],
  [/^47494638(37|39)61/, 'image/gif', 'gif'],
  [/^52494646.{8}57454250/, 'image/webp', 'webp'],
];

export function checkImage(bytes: number[], declaredType: string | null) {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const [, type, extension] = patterns.find(([pattern]) => pattern.test(hex)) ?? [];
  if (type === undefined) return { ok: false, reason: 'unknown-format' };
  const declared = (declaredType ?? '')
    .split(';', 1)[0]!
    .trim()
    .toLowerCase()
    .replace(/^image\/jpg$/, 'image/jpeg');
  const undecided = declaredType === null || declared === 'application/octet-stream';
  if (!undecided && declared !== type) return { ok: false, reason: 'type-mismatch' };
  return { ok: true, type, extension };
}
