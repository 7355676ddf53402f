import { chown, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';

export type DataFolder = { path: string; close: () => Promise<void> };

const prefix = 'underpin-sql-';
/** A folder without a socket may be one that is being made at this moment. */
const youngMs = 30_000;
/** The server kills what does not end by itself after 5 s. */
const quitMs = 8_000;

/**
 * Makes a folder of the server's own for data and socket, 0700, under a short path because socket paths end at about
 * 107 bytes. As long as we live we listen on `owner.sock` in it: a folder on whose socket nobody answers is left over.
 */
export async function openDataFolder(account: Account | undefined): Promise<DataFolder> {
  const base = baseFolder();
  await sweep(base, account);
  const folder = await mkdtemp(path.join(base, prefix));
  const owner = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    owner.once('error', reject);
    owner.listen(path.join(folder, 'owner.sock'), resolve);
  });
  owner.unref();
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  return {
    path: folder,
    close: async () => {
      await new Promise<void>((resolve) => owner.close(() => resolve()));
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** Nobody cannot enter a temporary folder in root's home, and macOS gives each user one of fifty characters. */
function baseFolder(): string {
  return process.getuid?.() === 0 || os.tmpdir().length > 40 ? '/tmp' : os.tmpdir();
}

/** Ends and removes what an earlier process left. */
async function sweep(base: string, account: Account | undefined): Promise<void> {
  const uid = account?.uid ?? process.getuid?.();
  for (const name of await readdir(base)) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(base, name);
    const found = await lstat(folder).catch(() => null);
    if (found === null || !found.isDirectory() || found.uid !== uid) continue;
    const answer = await knock(path.join(folder, 'owner.sock'));
    if (answer === 'lives' || (answer === 'missing' && Date.now() - found.ctimeMs < youngMs)) continue;
    await endServer(path.join(folder, 'data'));
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * A server without owner and guard would end within a minute of losing its files, but a backend in an endless loop
 * would not: only the server can end that one, so it has to be asked first. Without /proc we leave it to itself.
 */
async function endServer(data: string): Promise<void> {
  const pid = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  const isServer = async () =>
    pid > 1 && (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').includes(data);
  if (!(await isServer())) return;
  process.kill(pid, 'SIGQUIT');
  const deadline = Date.now() + quitMs;
  while (Date.now() < deadline && (await isServer())) await sleep(20);
}

function knock(socketPath: string): Promise<'lives' | 'dead' | 'missing'> {
  return new Promise((resolve) => {
    const socket = net.connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve('lives');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? 'missing' : 'dead'));
  });
}
