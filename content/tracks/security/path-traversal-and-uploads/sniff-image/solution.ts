type Verdict =
  { ok: true; type: string; extension: string } | { ok: false; reason: 'unknown-format' | 'type-mismatch' };

const any = null;
const formats = [
  { type: 'image/png', extension: 'png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', extension: 'jpg', signature: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', extension: 'gif', signature: [0x47, 0x49, 0x46, 0x38, 0x37, 0x61] },
  { type: 'image/gif', extension: 'gif', signature: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61] },
  {
    type: 'image/webp',
    extension: 'webp',
    signature: [0x52, 0x49, 0x46, 0x46, any, any, any, any, 0x57, 0x45, 0x42, 0x50],
  },
];

export function checkImage(bytes: number[], declaredType: string | null): Verdict {
  const format = formats.find(({ signature }) =>
    signature.every((byte, i) => i < bytes.length && (byte === any || byte === bytes[i])),
  );
  if (!format) return { ok: false, reason: 'unknown-format' };
  const declared = mediaType(declaredType ?? 'application/octet-stream');
  if (declared !== 'application/octet-stream' && declared !== format.type) {
    return { ok: false, reason: 'type-mismatch' };
  }
  return { ok: true, type: format.type, extension: format.extension };
}

/** The media type of a Content-Type header, without parameters, in its registered spelling. */
function mediaType(header: string): string {
  const type = header.split(';')[0]!.trim().toLowerCase();
  return type === 'image/jpg' ? 'image/jpeg' : type;
}
