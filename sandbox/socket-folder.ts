import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type SocketFolder = { folder: string; socket: string };

const prefix = 'underpin-';

/**
 * A private folder with a short name, since a socket's path ends at about 107 bytes. The name holds the process id, so that the
 * next start can sweep what a killed process left behind.
 */
export function makeSocketFolder(): SocketFolder {
  sweep();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  fs.chmodSync(folder, 0o700);
  return { folder, socket: path.join(folder, 'sandbox.sock') };
}

export function removeSocketFolder({ folder }: SocketFolder): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

function sweep(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-\\w{6}$`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = path.join(os.tmpdir(), name);
    const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory() !== true || stat.uid !== process.getuid?.()) continue;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
