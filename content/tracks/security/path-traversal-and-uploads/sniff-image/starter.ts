type Verdict = { ok: true; type: string; extension: string } | { ok: false; reason: string };

export function checkImage(bytes: number[], declaredType: string | null): Verdict {
  return { ok: true, type: declaredType ?? 'image/png', extension: 'png' };
}
