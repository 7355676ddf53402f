import * as api from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/sql/register';
import 'monaco-editor/languages/definitions/typescript/register';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import { sandboxTypes } from './sandbox-types.ts';

// Workers come from our own origin as modules, so that `worker-src 'self'` is enough.
self.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === 'typescript' || label === 'javascript'
      ? new Worker(new URL('monaco-editor/languages/features/typescript/ts.worker.js', import.meta.url), {
          type: 'module',
        })
      : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
};

// What the editor accepts is what the sandbox has: the language, without a browser and without Node.
typescript.typescriptDefaults.setCompilerOptions({
  strict: true,
  noEmit: true,
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  lib: ['es2024'],
  allowNonTsExtensions: true,
});
typescript.typescriptDefaults.addExtraLib(sandboxTypes, 'file:///sandbox.d.ts');
typescript.typescriptDefaults.setEagerModelSync(true);

export { api as monaco };
