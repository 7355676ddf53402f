import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const onServer =
  /^(?:lib\/env\.ts|app\/(?:api|security|operator\/storage|account\/flash|home\/failures|request-log|secrets|version|interview\/mocks\/seed)\b)/;

test('every schema that a page may make is told before that it cannot use eval', () => {
  const files = globSync('{app,components,lib}/**/*.{ts,tsx}').filter(
    (file) => !onServer.test(file.replaceAll('\\', '/')),
  );
  const makers = files.filter((file) => /^import \{.*\} from 'zod';$/m.test(readFileSync(file, 'utf8')));
  expect(makers.length).toBeGreaterThan(20);
  const untold = makers.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return file !== 'lib/zod-without-eval.ts' && !/zod-without-eval(?:\.ts)?';\nimport \{ z \} from 'zod'/.test(text);
  });
  expect(untold).toEqual([]);
});
