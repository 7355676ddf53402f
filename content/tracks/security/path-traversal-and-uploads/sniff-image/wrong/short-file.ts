// caught by: refuses a file that ends in the middle of a signature
export function checkImage(bytes: number[], declaredType: string | null) {
  const formats: [number[], string, string][] = [
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png', 'png'],
    [[0xff, 0xd8, 0xff], 'image/jpeg', 'jpg'],
    [[0x47, 0x49, 0x46, 0x38, 0x37, 0x61], 'image/gif', 'gif'],
    [[0x47, 0x49, 0x46, 0x38, 0x39, 0x61], 'image/gif', 'gif'],
    [[0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50], 'image/webp', 'webp'],
  ];
  const found = formats.find(([signature]) =>
    bytes.every((byte, i) => !(i in signature) || signature[i] === -1 || signature[i] === byte),
  );
  if (!found) return { ok: false, reason: 'unknown-format' };
  const declared = (declaredType ?? 'application/octet-stream')
    .split(';')[0]!
    .trim()
    .toLowerCase()
    .replace('jpg', 'jpeg');
  if (declared !== 'application/octet-stream' && declared !== found[1]) return { ok: false, reason: 'type-mismatch' };
  return { ok: true, type: found[1], extension: found[2] };
}
