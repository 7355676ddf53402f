import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as IsolatedVm from 'isolated-vm';
import { makeSnapshot, readParts, snapshotFile } from './boot.ts';

/**
 * Started once for each version: makes the snapshot from which interpreters start, in the folder that is given. A process
 * of its own, because Pyodide belongs into an isolate and isolates belong into no server; only our code runs in it.
 */
const [folder = '', addon = ''] = process.argv.slice(2);
const { ivm } = createRequire(import.meta.url)(addon) as { ivm: typeof IsolatedVm };
const none = { startMs: 0, resultCharsMax: 0, consoleCharsMax: 0, consoleLinesMax: 0 };
const bytes = await makeSnapshot(ivm, readParts(folder), none);
const file = path.join(folder, snapshotFile);
// Under its own name at once and whole, for another server that starts at the same moment.
const draft = `${file}.${process.pid}`;
fs.writeFileSync(draft, bytes);
fs.chmodSync(draft, 0o644);
fs.renameSync(draft, file);
