import { readDatabase, type Exercise } from '#content/exercise';
import { fileEndings, type Language, type LearnerFiles } from '#lib/verdict';
import { createAnswersRuntime } from './answers/runtime.ts';
import { createJavascriptRuntime, type JavascriptRuntime } from './javascript/runtime.ts';
import { log } from './log.ts';
import { createPythonRuntime, type PythonRuntime, type PythonRuntimeOptions } from './python/runtime.ts';
import type { Runtime } from './runtime.ts';
import { createSqlRuntime, type SqlRuntime, type SqlRuntimeOptions } from './sql/runtime.ts';

export type Runtimes = { javascript: JavascriptRuntime; python: PythonRuntime; sql: SqlRuntime; answers: Runtime };

/** Every runtime there is; each starts what is slow with its first job. Adding one is a folder, a line here and a call of the contract suite. */
export function createRuntimes(
  databases: SqlRuntimeOptions['databases'] = async (name) => readDatabase(name),
  python: PythonRuntimeOptions = {},
): Runtimes {
  const sql = createSqlRuntime({
    databases,
    onCrash: (lastWords) => log('error', 'postgres-ended', { lastWords: lastWords.slice(-2000) }),
  });
  return {
    answers: createAnswersRuntime(),
    javascript: createJavascriptRuntime({ openDatabase: sql.openDatabase }),
    python: createPythonRuntime(python),
    sql,
  };
}

/** Which runtime runs the code of a lesson. */
export function runtimeOfLanguage(runtimes: Runtimes, language: Language): Runtime {
  return runtimes[language === 'typescript' ? 'javascript' : language];
}

/** Which runtime grades a submission: the kind decides, and for code the language of the file. */
export function runtimeOf(runtimes: Runtimes, { meta }: Exercise, files: LearnerFiles): Runtime {
  switch (meta.kind) {
    case 'sql':
      return runtimes.sql;
    case 'code':
      if (Object.keys(files).some((name) => name.endsWith(`.${fileEndings.python}`))) return runtimes.python;
      return runtimes.javascript;
    case 'http':
    case 'lab':
    case 'tests':
      return runtimes.javascript;
    case 'review':
    case 'quiz':
      return runtimes.answers;
    case 'write':
      break;
  }
  throw new Error(`${meta.id}: nothing grades ${Object.keys(files).join(', ')} of the kind ${meta.kind}.`);
}
