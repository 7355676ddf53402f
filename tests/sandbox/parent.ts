import { startSandbox } from '#sandbox/start';

// A web process in small: starts the sandbox, says where it is, and waits to be killed.
const sandbox = startSandbox({ onLine: () => undefined });
const health = await sandbox.whenReady(20_000);
process.stdout.write(`${JSON.stringify(health)}\n`);
