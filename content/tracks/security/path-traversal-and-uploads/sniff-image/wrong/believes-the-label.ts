// caught by: refuses a page that is labelled as a picture
export function checkImage(bytes: number[], declaredType: string | null) {
  const extensions: Record<string, string> = {
    'image/png': 'png',
    'image/jpeg': 'jpg',
    'image/jpg': 'jpg',
    'image/gif': 'gif',
    'image/webp': 'webp',
  };
  const type = (declaredType ?? '').split(';')[0]!.trim().toLowerCase();
  const extension = extensions[type];
  return extension
    ? { ok: true, type: type.replace('jpg', 'jpeg'), extension }
    : { ok: false, reason: 'unknown-format' };
}
