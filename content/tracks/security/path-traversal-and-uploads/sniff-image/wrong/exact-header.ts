// caught by: reads the header without regard to case, spaces and parameters
export function checkImage(bytes: number[], declaredType: string | null) {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = (
    [
      [/^89504e470d0a1a0a/, 'image/png', 'png'],
      [/^ffd8ff/, 'image/jpeg', 'jpg'],
      [/^47494638(37|39)61/, 'image/gif', 'gif'],
      [/^52494646.{8}57454250/, 'image/webp', 'webp'],
    ] as const
  ).find(([pattern]) => pattern.test(hex));
  if (!found) return { ok: false, reason: 'unknown-format' };
  const declared = declaredType === 'image/jpg' ? 'image/jpeg' : declaredType;
  if (declared !== null && declared !== 'application/octet-stream' && declared !== found[1]) {
    return { ok: false, reason: 'type-mismatch' };
  }
  return { ok: true, type: found[1], extension: found[2] };
}
