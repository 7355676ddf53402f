import { captureIntrinsics } from '../capture.ts';
import { createClock } from '../clock.ts';
import { createConsole } from '../console.ts';
import { createCases } from './cases.ts';
import { createDeclared } from './declare.ts';
import { createFakeTime } from './fake-time.ts';
import { hardenIntrinsics } from './harden.ts';
import { linkSuiteLibrary } from './library.ts';
import { libraryGlobals, openLibrary } from './open-library.ts';
import { createRunner } from './runner.ts';
import { startSuite } from './start.ts';
import { wrapSubject } from './subject.ts';
import { createVi } from './vi.ts';

/** The program of an isolate for suites as one expression: a function of the settings. */
export function suiteBundle(): string {
  const functions = {
    captureIntrinsics,
    createClock,
    createConsole,
    createFakeTime,
    hardenIntrinsics,
    createCases,
    createDeclared,
    createRunner,
    createVi,
    wrapSubject,
  };
  const parts = Object.entries(functions).map(([name, value]) => `${name}: ${String(value)}`);
  const library = `(${String(openLibrary)})((${libraryGlobals.join(', ')}) => ${linkSuiteLibrary()})`;
  return `((library) => (settings) => (${String(startSuite)})(JSON.parse(settings), {\n${parts.join(',\n')},\nlibrary\n}))(${library})`;
}
