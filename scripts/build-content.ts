import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentRoots, signatureOf } from '#content/folders';
import { compilerSources, sourceHash } from './source-hash.ts';

/** Compiles lessons and exercises into `.content`. Run before the server starts; costs next to nothing when nothing changed. */

const outFolder = path.join(process.cwd(), '.content');
const stampFile = path.join(outFolder, 'stamp');
const startedAt = performance.now();

const roots = contentRoots();
const version = sourceHash(...compilerSources);
const stamp = createHash('sha256')
  .update([version, ...roots, signatureOf(...roots)].join('\n'))
  .digest('hex');

if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  console.log(`content: nothing changed (${elapsed()})`);
} else {
  await build();
}

async function build(): Promise<void> {
  const { buildContent } = await import('#content/build');
  const { writeWhole } = await import('#content/build-cache');
  const { describeWith } = await import('./describe-database.ts');
  const { openSandbox } = await import('./open-sandbox.ts');
  await using sandbox = openSandbox(roots);
  const report = await buildContent({
    roots,
    outFolder,
    cacheFolder: path.join(process.cwd(), '.cache/content'),
    version,
    describeDatabase: describeWith(sandbox),
  });
  for (const error of report.errors) console.error(error.message);
  const { tracks, lessons, exercises, questions } = report;
  const counts = `${tracks} tracks, ${lessons} lessons, ${exercises} exercises, ${questions} questions`;
  const problems = report.errors.length === 0 ? '' : `, ${report.errors.length} errors`;
  console.log(
    `content: ${counts}, ${report.compiled} parts compiled, ${report.cached} cached${problems} (${elapsed()})`,
  );
  if (report.errors.length === 0) writeWhole(stampFile, stamp);
  else process.exitCode = 1;
}

function elapsed(): string {
  return `${Math.round(performance.now() - startedAt)} ms`;
}
