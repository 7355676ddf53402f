import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { closeDatabase } from '#db/client';
import { database } from '#app/database';
import { newBrowser } from './browser.ts';

const rememberedKey = Symbol.for('underpin.once-per-process');

/** A data folder of its own and a process that remembers nothing: `using world = newWorld()`. */
export function newWorld(environment: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-app-'));
  const variables = { UNDERPIN_DATA: folder, BASE_URL: 'http://localhost:3000', ...environment };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  forgetProcess();
  return {
    db: database(),
    newBrowser,
    [Symbol.dispose]: () => {
      closeDatabase(database());
      forgetProcess();
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    },
  };
}

/** As if the process had ended and another had started. */
export function forgetProcess() {
  Reflect.deleteProperty(globalThis, rememberedKey);
}
