import * as api from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/sql/register';
import 'monaco-editor/languages/definitions/typescript/register';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import type { Kind } from '#components/labels';
import { storeTypes } from '#lib/store-types';
import { languageGlobals } from '#sandbox/types/globals';
import { serviceTypes } from './service-types.ts';
import { suiteTypes } from './suite-types.ts';

// Workers come from our own origin as modules, so that `worker-src 'self'` is enough.
self.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === 'typescript' || label === 'javascript'
      ? new Worker(new URL('monaco-editor/languages/features/typescript/ts.worker.js', import.meta.url), {
          type: 'module',
        })
      : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
};

const options = {
  strict: true,
  noEmit: true,
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  lib: ['es2024'],
  allowNonTsExtensions: true,
};
typescript.typescriptDefaults.setEagerModelSync(true);

/** A module that cannot be found, and parameters whose type would have come from it. */
const ofMissingModules = [2307, 7006, 7031];

/**
 * What the editor accepts is what the sandbox has: the language, without a browser and without Node; for a service, what
 * web workers have. Packages that are not in the browser, or not yet, are nothing to complain about.
 */
export function setSurroundings(kind: Kind) {
  const { typescriptDefaults } = typescript;
  const isService = kind === 'http' || kind === 'lab';
  const imports = isService || kind === 'tests';
  typescriptDefaults.setCompilerOptions(isService ? { ...options, lib: ['es2024', 'webworker'] } : options);
  const surroundings = isService ? [] : [{ content: languageGlobals, filePath: 'file:///sandbox.d.ts' }];
  const suite = kind === 'tests' ? [{ content: suiteTypes, filePath: 'file:///suite.d.ts' }] : [];
  const stores = kind === 'code' ? [{ content: storeTypes, filePath: 'file:///stores.d.ts' }] : [];
  typescriptDefaults.setExtraLibs([...surroundings, ...suite, ...stores]);
  typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: imports ? ofMissingModules : [] });
  shown = kind;
  if (isService) void addServiceTypes(kind);
}

let shown: Kind | undefined;

/** Hono, zod and underpin as the editor knows them once their declarations have come; it works without. */
async function addServiceTypes(kind: Kind) {
  const types = await serviceTypes();
  if (types === null || shown !== kind) return;
  const { typescriptDefaults } = typescript;
  const at = (name: string) => `file:///${name}`;
  typescriptDefaults.setExtraLibs(types.files.map(({ path, content }) => ({ content, filePath: at(path) })));
  typescriptDefaults.setCompilerOptions({
    ...{ ...options, lib: ['es2024', 'webworker'] },
    moduleResolution: typescript.ModuleResolutionKind.NodeJs,
    baseUrl: 'file:///',
    paths: Object.fromEntries(Object.entries(types.modules).map(([name, file]) => [name, [at(file)]])),
  });
}

export { api as monaco };
