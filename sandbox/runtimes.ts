import { readDatabase } from '#content/exercise';
import { createJavascriptRuntime, type JavascriptRuntime } from './javascript/runtime.ts';
import { log } from './log.ts';
import type { Runtime } from './runtime.ts';
import { createSqlRuntime } from './sql/runtime.ts';

export type Runtimes = { javascript: JavascriptRuntime; sql: Runtime };

/** Every runtime there is. Adding one is a folder, a line here and a call of the contract suite. */
export function createRuntimes(): Runtimes {
  return {
    javascript: createJavascriptRuntime(),
    sql: createSqlRuntime({
      databases: async (name) => readDatabase(name),
      onCrash: (lastWords) => log('error', 'postgres-ended', { lastWords: lastWords.slice(-2000) }),
    }),
  };
}
