import { readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from '#lib/env';
import { oncePerProcess } from '#lib/once-per-process';
import { methods } from '../api/http/methods.ts';
import { goodbyeWorker } from '../offline/worker/goodbye.ts';

/** The service worker, from where it may look after every page; or, switched off, the one that removes it. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: () =>
    new Response(environment().offlineReading ? oncePerProcess('service worker', readWorker) : goodbyeWorker, {
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
        // It asks this server alone and loads no other script.
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      },
    }),
});

function readWorker(): string {
  return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), '.next/underpin-worker.js'), 'utf8');
}
