import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError, type Exercise, readExercise } from '#content/exercise';
import { contentRoots } from '#content/folders';
import { fileEndings, type GradingMode, type LearnerFiles, type Verdict } from '#lib/verdict';
import { answersFile } from '#lib/answers';
import { referenceAnswers } from '#sandbox/answers/reference';
import { openSandbox } from './open-sandbox.ts';
import { verdictReport } from './verdict-report.ts';

/**
 * Grades one solution of one exercise folder, which may lie anywhere. Exit code 0: passed; 1: not passed; 2: our fault,
 * or the exercise's. With --json nothing but the verdict is printed on stdout.
 */

const usage = `npm run grade -- <exercise folder> [--solution <file>] [--exploit <file>] [--mode run|submit] [--json]

Without --solution the reference of the exercise is graded; --exploit is the other file of a lab. An exercise's tests are code that runs on this machine with
your rights: read them before you grade a folder that you did not write.`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1 || !['run', 'submit'].includes(values.mode)) {
    console.error(usage);
    return 2;
  }
  const roots = contentRoots();
  const exercise = readExercise(path.resolve(folder), roots);
  const files = chooseFiles(exercise, values.solution, values.exploit);
  if (!values.json) {
    console.error(`The tests in ${folder} are code and run on this machine. Grade only folders that you trust.`);
  }
  await using sandbox = openSandbox(roots);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const mode = values.mode as GradingMode;
  const verdict = await sandbox.grade(exercise, files, { mode, seed });
  console.log(values.json ? JSON.stringify(verdict) : verdictReport(exercise, verdict));
  return exitCodeOf(verdict);
}

function readArguments() {
  return parseArgs({
    options: {
      solution: { type: 'string' },
      exploit: { type: 'string' },
      mode: { type: 'string', default: 'submit' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
}

function chooseFiles(exercise: Exercise, solution: string | undefined, exploit: string | undefined): LearnerFiles {
  const { name, source } = chooseSolution(exercise, solution);
  if (!exercise.lab) return { [name]: source };
  if (exploit !== undefined && !existsSync(exploit)) {
    throw new ContentError(exploit, 'is missing', 'Name the exploit to grade');
  }
  const attack = exploit === undefined ? exercise.lab.exploits[0]?.source : readFileSync(exploit, 'utf8');
  return { 'exploit.ts': attack ?? '', 'service.ts': source };
}

/** The file's ending says the language; the sandbox knows it under the name that learners' files have. */
function chooseSolution(exercise: Exercise, file: string | undefined): { name: string; source: string } {
  if (exercise.answers) return chooseAnswers(exercise, file);
  const [first] = exercise.meta.languages;
  const named = file === undefined ? undefined : path.extname(file) === '.js' ? '.ts' : path.extname(file);
  const language =
    exercise.meta.languages.find((each) => `.${fileEndings[each]}` === named) ??
    (file === undefined ? first : undefined);
  if (language === undefined) {
    const endings = exercise.meta.languages.map((each) => `.${fileEndings[each]}`).join(' or ');
    throw new ContentError(
      file ?? '',
      'is not in a language of this exercise',
      `Give a file that ends with ${endings}`,
    );
  }
  if (file !== undefined && !existsSync(file)) throw new ContentError(file, 'is missing', 'Name the file to grade');
  const source = file === undefined ? (exercise.solution[language] ?? '') : readFileSync(file, 'utf8');
  return { name: `solution.${fileEndings[language]}`, source };
}

/** Marks or chosen options, as answers.json holds them; without a file, the right ones. */
function chooseAnswers(exercise: Exercise, file: string | undefined): { name: string; source: string } {
  if (exercise.meta.kind === 'write') {
    throw new ContentError(exercise.folder, 'holds a text to write, which nothing grades', 'Score it on its page');
  }
  if (file === undefined) return { name: answersFile, source: referenceAnswers(exercise)[answersFile] ?? '' };
  if (!existsSync(file)) throw new ContentError(file, 'is missing', 'Name the file to grade');
  return { name: answersFile, source: readFileSync(file, 'utf8') };
}

function exitCodeOf(verdict: Verdict): number {
  if (verdict.status === 'passed') return 0;
  return verdict.status === 'unavailable' ? 2 : 1;
}
