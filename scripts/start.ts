import { createServer } from 'node:net';
import path from 'node:path';
import { readEnvironment } from '#lib/env';

// Becomes the web server: checks what it can say clearly beforehand, then replaces itself by Next in the same process, so
// that a signal to `npm start` reaches the server and nothing is left behind.
const root = path.join(import.meta.dirname, '..');
const development = process.argv.includes('--dev');

requireNode24();
const { port, host } = readEnvironmentOrStop();
await requireFreePort(port, host);
console.log(`underpin: serving on http://${host.includes(':') ? `[${host}]` : host}:${port}`);
process.chdir(root);
// Always there on Linux and macOS; its type says otherwise because of Windows.
process.execve?.(
  process.execPath,
  [
    process.execPath,
    'node_modules/next/dist/bin/next',
    development ? 'dev' : 'start',
    '--port',
    String(port),
    '--hostname',
    host,
  ],
  { ...process.env, PORT: String(port), HOST: host, UNDERPIN_STARTED: '1' },
);

function requireNode24() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24) stop(`this is Node ${process.version}; start with \`npm start\`, which brings Node 24 along.`);
}

function readEnvironmentOrStop() {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

/** Next's own message for a taken port is a stack trace. */
async function requireFreePort(port: number, host: string) {
  const probe = createServer();
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    probe.once('error', resolve);
    probe.listen({ port, host }, () => resolve(undefined));
  });
  await new Promise((resolve) => probe.close(resolve));
  if (problem?.code === 'EADDRINUSE') {
    stop(`port ${port} is taken by another program; stop that one, or choose another port: PORT=${port + 1} npm start`);
  }
  if (problem?.code === 'EACCES')
    stop(`port ${port} needs more rights than you have; choose one above 1023: PORT=3000 npm start`);
  if (problem) stop(`cannot listen on ${host}:${port}: ${problem.message}`);
}

function stop(text: string): never {
  console.error(`underpin: ${text}`);
  process.exit(1);
}
