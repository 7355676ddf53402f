import fs from 'node:fs';
import path from 'node:path';
import { storeTypes } from '#lib/store-types';
import { findPackage } from '../find-package.ts';
import { install, installFiles, strip } from '../installation.ts';

export type TypesInstallation = { folder: string; node: string; nodeFolder: string; child: string };

const here = import.meta.dirname;

/** The compiler, its libraries and the declarations of what may be imported, where the confined user can read them. */
export function installTypes(): TypesInstallation {
  const { node, folder: nodeFolder } = install();
  if (current !== undefined && fs.existsSync(current.child)) return { ...current, node, nodeFolder };
  const files = new Map<string, string | Buffer>([['package.json', '{"type":"module"}']]);
  for (const name of ['child', 'globals', 'protocol']) files.set(`${name}.js`, strip(path.join(here, `${name}.ts`)));
  files.set('stores.d.ts', storeTypes);
  addFiles(files, 'typescript', (file) =>
    /^(package\.json|lib\/(typescript\.js|lib\.(es|webworker|decorators|d\.ts).*))$/.test(file),
  );
  for (const name of ['hono', 'zod']) {
    addFiles(
      files,
      name,
      (file) => /(^|\/)package\.json$|(?<!\.map)\.d\.ts$/.test(file) && !/(^|\/)(node_modules|src)\//.test(file),
    );
  }
  const folder = installFiles(files);
  current = { folder, child: path.join(folder, 'child.js') };
  return { ...current, node, nodeFolder };
}

let current: Pick<TypesInstallation, 'folder' | 'child'> | undefined;

function addFiles(files: Map<string, string | Buffer>, name: string, wanted: (file: string) => boolean): void {
  const folder = findPackage(name, here);
  for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const relative = file.split(path.sep).join('/');
    if (!wanted(relative) || !fs.statSync(path.join(folder, file)).isFile()) continue;
    files.set(`node_modules/${name}/${relative}`, fs.readFileSync(path.join(folder, file)));
  }
}
