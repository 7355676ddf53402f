import fs from 'node:fs';
import type { Guest } from './guest-stock.ts';

export type Stores = { bringInto: (guest: Guest, modules: readonly string[]) => Promise<void> };

const timeoutMs = 3000;

/** The models of MongoDB and Redis for a plain guest. They run as the learner's own code does, and before it. */
export function createStores(file: string): Stores {
  let text: string | undefined;
  return {
    bringInto: async (guest, modules) => {
      text ??= fs.readFileSync(file, 'utf8');
      // Made now, so that the time which it takes is nobody's.
      const source = `${text}\nfor (const name of ${JSON.stringify(modules)}) require(name);`;
      const loaded = await guest.call('load', [source], timeoutMs);
      if (loaded !== '{"kind":"loaded"}')
        throw new Error(`The models of databases do not load: ${loaded.slice(0, 500)}`);
    },
  };
}
