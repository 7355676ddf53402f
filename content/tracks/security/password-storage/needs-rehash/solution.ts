type Policy = { memoryKib: number; passes: number; lanes: number };

export function needsRehash(stored: unknown, policy: Policy): boolean {
  const parameters = typeof stored === 'string' ? parseArgon2id(stored) : null;
  if (parameters === null) return true;
  const { m, t, p } = parameters;
  return m < policy.memoryKib || t < policy.passes || p !== policy.lanes;
}

const form = /^\$argon2id\$v=19\$([^$]+)\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/;
const parameterForm = /^([mtp])=(0|[1-9][0-9]*)$/;

/** The cost parameters, or null for whatever is not a complete argon2id string of version 19. */
function parseArgon2id(stored: string): { m: number; t: number; p: number } | null {
  const parts = form.exec(stored)?.[1]?.split(',') ?? [];
  const values = new Map<string, number>();
  for (const part of parts) {
    const match = parameterForm.exec(part);
    if (match === null) return null;
    values.set(match[1]!, Number(match[2]));
  }
  if (parts.length !== 3 || values.size !== 3) return null;
  return { m: values.get('m')!, t: values.get('t')!, p: values.get('p')! };
}
