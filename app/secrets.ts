import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const secretsSchema = z.strictObject({
  /** Encrypts session tokens; a new one signs everybody out. */
  sessionSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * The secrets in the data folder, made at the first start and then kept. Throws when the file is there but not as we
 * wrote it: making new secrets in its place would sign everybody out without a word.
 */
export function readSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const file = path.join(dataDir, 'secrets.json');
  createOnce(file);
  const parsed = secretsSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new Error(`${file} is damaged; restore it from a backup, or delete it, which signs everybody out.`);
  }
  return parsed.data;
}

/** Written aside and then linked, so that two processes starting together agree and none reads half a file. */
function createOnce(file: string) {
  const secrets: Secrets = { sessionSecret: randomBytes(32).toString('base64url') };
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(aside);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
