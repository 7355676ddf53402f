import { writeCall, writeDriver } from '../did.ts';
import { exerciseFault } from '../faults.ts';
import type { Driver, LanguageWords } from '../language.ts';
import { pythonLine, pythonLiteral } from './literal.ts';
import { explainPython } from './messages.ts';

/** Python, as tests speak to it and learners read about it. */
export const pythonWords: LanguageWords = {
  language: 'python',
  nameOf: snakeCase,
  writeCall: (name, values) => writeCall(name, values, pythonLine),
  writeDriver: (source, values) =>
    source
      .split('\n')
      .slice(0, 20)
      .concat(writeDriver('', values, pythonLine).slice(1)),
  literal: pythonLiteral,
  literalLine: pythonLine,
  readDriver: (driver) => {
    const source = sourceOf(driver);
    return { source, target: source, needs: needsOf(source) };
  },
  explain: explainPython,
};

/** `moveTask` is `move_task`; names of classes, and those that have underscores already, stay as they are. */
function snakeCase(name: string): string {
  if (!/^[a-z]/.test(name)) return name;
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** A `def` or `async def`, without the indentation of the test around it. */
function sourceOf(driver: Driver): string {
  if (typeof driver === 'function' || driver.py === undefined) {
    throw exerciseFault(
      'this driver is a function of TypeScript: evaluate() takes { ts: (exports) => …, py: `def drive(solution): …` } where an exercise is written in both.',
    );
  }
  const lines = driver.py
    .split('\n')
    .filter((text, index, all) => text.trim() !== '' || (index > 0 && index < all.length - 1));
  const indent = Math.min(
    ...lines.filter((text) => text.trim() !== '').map((text) => /^ */.exec(text)?.[0].length ?? 0),
  );
  const source = lines.map((text) => text.slice(indent)).join('\n');
  if (!/^(async )?def \w+\(\w+/m.test(source)) {
    throw exerciseFault(
      "Python's driver is a def whose first argument is the learner's module: `def drive(solution): …`.",
    );
  }
  return source;
}

/** Names that the driver takes from its first argument: in `solution.retry(work)`, `retry`. */
function needsOf(source: string): string[] {
  const module = /^(?:async )?def \w+\((\w+)/m.exec(source)?.[1] ?? '';
  return [
    ...new Set([...source.matchAll(new RegExp(`\\b${module}\\.([A-Za-z_]\\w*)`, 'g'))].map(([, name]) => name ?? '')),
  ];
}
