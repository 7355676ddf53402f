import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { oncePerProcess } from '#lib/once-per-process';

/** Which Underpin this is, from package.json. */
export function version(): string {
  return oncePerProcess('version', () => {
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'package.json');
    return z.looseObject({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
  });
}
