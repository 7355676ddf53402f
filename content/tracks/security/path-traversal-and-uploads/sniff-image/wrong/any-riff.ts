// caught by: refuses a sound file that begins like a WebP picture
export function checkImage(bytes: number[], declaredType: string | null) {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = (
    [
      ['89504e470d0a1a0a', 'image/png', 'png'],
      ['ffd8ff', 'image/jpeg', 'jpg'],
      ['474946383761', 'image/gif', 'gif'],
      ['474946383961', 'image/gif', 'gif'],
      ['52494646', 'image/webp', 'webp'],
    ] as const
  ).find(([start]) => hex.startsWith(start));
  if (!found) return { ok: false, reason: 'unknown-format' };
  const declared = (declaredType ?? 'application/octet-stream')
    .split(';')[0]!
    .trim()
    .toLowerCase()
    .replace('jpg', 'jpeg');
  if (declared !== 'application/octet-stream' && declared !== found[1]) return { ok: false, reason: 'type-mismatch' };
  return { ok: true, type: found[1], extension: found[2] };
}
