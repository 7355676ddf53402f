import { lockDataFolder } from '#db/data-folder-lock';
import { clearDeleted } from '#db/deletion';
import { countEarlierActivity, countEarlierSubmissions } from '#db/figures';
import { deleteExpiredEmailChanges } from '#db/email-changes';
import { deleteExpiredGuests } from '#db/learners';
import { deleteExpiredPasswordResets } from '#db/password-resets';
import { deleteExpiredSessions } from '#db/sessions';
import { openSubmissions } from '#db/submissions';
import { environment, type Environment } from '#lib/env';
import { faultOf } from '#lib/fault';
import { oncePerProcess } from '#lib/once-per-process';
import { startSandbox } from '#sandbox/start';
import { authSecret } from './auth/settings.ts';
import { notePeerAddresses } from './client-address.ts';
import { answerInBrotli } from './compression/brotli.ts';
import { database } from './database.ts';
import { log, logPrintedErrors } from './log.ts';
import { regrade } from './regrade.ts';
import { logRequests } from './request-log.ts';

/**
 * What has to stand before the first request: a valid environment, secrets, an up-to-date database, a sandbox on its
 * way. Ends the process with one clear message when something is wrong; half a server would be worse than none.
 */
export function boot(): Promise<void> {
  return oncePerProcess('boot', async () => {
    try {
      await start();
    } catch (error) {
      console.error(`underpin: ${error instanceof Error ? error.message : String(error)}`);
      process.exit(1);
    }
  });
}

async function start(): Promise<void> {
  const settings = environment();
  // next-auth looks its own address up here, also where a page loads only its client.
  process.env.NEXTAUTH_URL = settings.baseUrl;
  authSecret();
  holdDataFolder(settings.dataDir);
  notePeerAddresses();
  if (process.env.NODE_ENV === 'production') {
    oncePerProcess('brotli', () => answerInBrotli());
    oncePerProcess('request log', () => logRequests());
    oncePerProcess('printed errors', () => logPrintedErrors());
  }
  const db = database();
  await deleteExpiredSessions(db);
  await deleteExpiredGuests(db);
  await countEarlierSubmissions(db);
  await countEarlierActivity(db);
  await deleteExpiredPasswordResets(db);
  await deleteExpiredEmailChanges(db);
  // Read now, before the first request can open another one.
  const left = await openSubmissions(db);
  if (settings.sandboxUrls.length === 0) await refuseStrangersWithoutWalls(startSandbox(), settings);
  void regrade(left).catch((error: unknown) => {
    log('error', 'regrade-fault', faultOf(error));
  });
  void clearDeleted(db).catch((error: unknown) => {
    log('error', 'deletion-fault', faultOf(error));
  });
}

/** Held until the process ends, so that no restore changes the database under a running server. */
function holdDataFolder(dataDir: string): void {
  const held = oncePerProcess('data folder', () => lockDataFolder(dataDir, 'shared'));
  if (!held) throw new Error(`a restore works with ${dataDir}; start again when it is done.`);
}

/** A cold sandbox is ready in about a second; a machine under load may take much longer. */
const sandboxMsMax = 60_000;

/**
 * Serving more than this machine means running strangers' code; without another user or namespaces around the
 * children, a hole in V8 would be enough to take the machine. Sandboxes elsewhere check this for themselves.
 */
async function refuseStrangersWithoutWalls(
  sandbox: ReturnType<typeof startSandbox>,
  { host, loopbackOnly, allowWeakSandbox }: Environment,
): Promise<void> {
  if (loopbackOnly || allowWeakSandbox) return;
  const health = await sandbox.whenReady(sandboxMsMax);
  if (!health) throw new Error(`the sandbox was not ready within ${sandboxMsMax / 1000} s; its log above says why.`);
  if (health.kernelLayer) return;
  throw new Error(
    `HOST=${host} lets others in, but no kernel layer confines their code on this machine. Start as root (code then ` +
      'runs as nobody), or allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1), or run the ' +
      'sandbox elsewhere (SANDBOX_URL), or accept the risk with ALLOW_WEAK_SANDBOX=1.',
  );
}
