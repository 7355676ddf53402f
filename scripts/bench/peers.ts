import { spawn } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { getQuickJS } from 'quickjs-emscripten';
import { transform } from 'sucrase';

/** Other ways to run the same module with the same ten questions. Each compares the answers itself, as we do. */
export type Peer = { name: string; run: () => Promise<void> };

/** Each begins with `source`, the submission in TypeScript, as the sandbox does, and ends with its ten answers. */
export async function peers(source: string, expected: string): Promise<Peer[]> {
  const check = (answer: string) => {
    if (answer !== expected) throw new Error(`a peer answered ${answer}`);
  };
  const inProcessProgram = `${source}\nprocess.stdout.write(JSON.stringify(await (${questions})({ paginate, parseQuery, retry, Lru })));`;
  const quickJs = await getQuickJS();
  return [
    { name: 'a node process for each run', run: async () => check(await inProcess(inProcessProgram)) },
    { name: 'node:vm in a worker for each run', run: async () => check(await inWorker(scriptOf(source))) },
    { name: 'quickjs-emscripten, fresh runtime', run: async () => check(inQuickJs(quickJs, scriptOf(source))) },
  ];
}

function scriptOf(source: string): string {
  const module = transform(source, { transforms: ['typescript', 'imports'] }).code;
  return `const exports = {};\n${module}\n(async () => JSON.stringify(await (${questions})(exports)))()`;
}

/** The ten tests of the exercise beside this file, as one driver. */
export const questions = `async ({ paginate, parseQuery, retry, Lru }) => {
  const lru = (steps) => { const cache = new Lru(2); return steps(cache); };
  return [
    paginate([1, 2, 3, 4, 5], { size: 2 }),
    paginate([1, 2, 3, 4, 5], { page: 3, size: 2 }),
    paginate([]),
    parseQuery('?a=1&b=%20x'),
    parseQuery(''),
    await retry(async (n) => { if (n < 3) throw new Error('no'); return n; }, 5),
    await retry(async () => { throw new Error('bad'); }, 2).catch((error) => error.message),
    lru((cache) => { cache.put('a', 1); return cache.get('a'); }),
    lru((cache) => { cache.put('a', 1); cache.put('b', 2); cache.get('a'); cache.put('c', 3); return [cache.get('a'), cache.get('b'), cache.get('c')]; }),
    lru((cache) => cache.get('a')),
  ];
}`;

function inProcess(program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { NODE_ENV: 'production' },
      },
    );
    let answer = '';
    child.stdout.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(answer));
    child.stdin.end(program);
  });
}

function inWorker(program: string): Promise<string> {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    require('node:vm').runInNewContext(workerData, {}, { timeout: 1000 }).then((answers) => parentPort.postMessage(answers));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, {
      eval: true,
      workerData: program,
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    worker.once('error', reject);
    worker.once('message', (answer: string) => void worker.terminate().then(() => resolve(answer)));
  });
}

function inQuickJs(quickJs: Awaited<ReturnType<typeof getQuickJS>>, program: string): string {
  using runtime = quickJs.newRuntime();
  runtime.setMemoryLimit(64 * 1024 * 1024);
  const deadline = Date.now() + 3000;
  runtime.setInterruptHandler(() => Date.now() > deadline);
  using context = runtime.newContext();
  const source = `globalThis.answer = ''; ${program}.then((answers) => { globalThis.answer = answers; });`;
  context.unwrapResult(context.evalCode(source)).dispose();
  runtime.executePendingJobs().dispose();
  using answer = context.getProp(context.global, 'answer');
  return context.getString(answer);
}
