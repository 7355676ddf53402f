import { readDatabase, type Exercise } from '#content/exercise';
import { fileEndings, type LearnerFiles } from '#lib/verdict';
import { createJavascriptRuntime, type JavascriptRuntime } from './javascript/runtime.ts';
import { log } from './log.ts';
import type { Runtime } from './runtime.ts';
import { createSqlRuntime, type SqlRuntimeOptions } from './sql/runtime.ts';

export type Runtimes = { javascript: JavascriptRuntime; sql: Runtime };

/** Every runtime there is; each starts what is slow with its first job. Adding one is a folder, a line here and a call of the contract suite. */
export function createRuntimes(
  databases: SqlRuntimeOptions['databases'] = async (name) => readDatabase(name),
): Runtimes {
  return {
    javascript: createJavascriptRuntime(),
    sql: createSqlRuntime({
      databases,
      onCrash: (lastWords) => log('error', 'postgres-ended', { lastWords: lastWords.slice(-2000) }),
    }),
  };
}

/** Which runtime grades a submission: the kind decides, and for code the language of the file. */
export function runtimeOf(runtimes: Runtimes, { meta }: Exercise, files: LearnerFiles): Runtime {
  switch (meta.kind) {
    case 'sql':
      return runtimes.sql;
    case 'code':
      if (Object.keys(files).some((name) => name.endsWith(`.${fileEndings.python}`))) break;
      return runtimes.javascript;
    case 'http':
    case 'lab':
    case 'tests':
      return runtimes.javascript;
    case 'review':
    case 'quiz':
    case 'write':
      break;
  }
  throw new Error(`${meta.id}: nothing grades ${Object.keys(files).join(', ')} of the kind ${meta.kind}.`);
}
