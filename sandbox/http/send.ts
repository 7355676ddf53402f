import type { Exercise } from '#content/exercise';
import type { Exchange, LearnerFiles, RunOutcome } from '#lib/verdict';
import { openSubmission } from '../javascript/open.ts';
import type { Gift, ServiceRequest } from '../javascript/protocol.ts';
import { openProof } from '../lab/proof.ts';
import { serviceFile } from '../lab/results.ts';
import { createLabWorld } from '../lab/world.ts';
import { limitsOf } from '../limits.ts';
import { explain } from '../messages.ts';
import type { Pool } from '../pool.ts';
import type { SentRequest } from '../wire.ts';
import { exchangeOf, urlOf } from './exchange.ts';
import { withFirstDatabase } from './first-database.ts';
import { createOutside, recipeOf, type OpenDatabaseOf, type Outside } from './outside.ts';

export type SendJob = { exercise: Exercise; files: LearnerFiles; requests: SentRequest[]; signal: AbortSignal };

/** Of what a lab puts there at random: any will do. */
const seed = 1;

/**
 * Starts the learner's service and sends it requests one after another, so that it keeps its state between them, and
 * nothing afterwards. There is no other service that it could call, and its database holds the data that is shown.
 */
export async function sendRequests(pool: Pool, job: SendJob, openDatabase: OpenDatabaseOf): Promise<RunOutcome> {
  const { meta, database } = job.exercise;
  const { lab } = job.exercise;
  const file = lab === undefined ? 'solution.ts' : serviceFile;
  const hasDatabase = database !== undefined;
  const limits = limitsOf(meta.limits, { isService: true, isLab: lab !== undefined });
  const gifts: Gift[] = [...(hasDatabase ? ['db' as const] : []), ...(lab === undefined ? [] : ['fakes' as const])];
  const { signal } = job;
  let outside: Outside | undefined;
  const recipe = recipeOf(database);
  const first = await withFirstDatabase(openDatabase, recipe, signal);
  const leave = (): void => {
    void outside?.close();
    first.close();
  };
  const opened = await openSubmission(pool, limits, signal, (session) => {
    void outside?.close();
    const given = { session, recipe, openDatabase: first.openDatabase, limitMs: limits.testMs, signal };
    // In a lab there is something to find, as in each of its runs.
    outside = lab === undefined ? createOutside(given) : createLabWorld(given, openProof(lab.proof), seed).outside;
    outside.prepare('submission').catch(() => undefined);
    return session.load('submission', file, job.files[file] ?? '', { guest: 'web', gifts });
  }).catch((error: unknown) => {
    leave();
    throw error;
  });
  const { session, loaded, startedMs, close } = opened;
  const exchanges: Exchange[] = [];
  let printed = session.endTest();
  const outcome = (answer: typeof loaded, asked?: string): RunOutcome => {
    const { reason = 'threw', ...rest } = explain(answer, {
      file,
      limits,
      phase: 'test',
      asked: asked === undefined ? undefined : { call: asked },
    });
    printed += session.endTest();
    const durationMs = Math.round(performance.now() - startedMs);
    return { version: 1, status: 'errored', reason, ...rest, console: printed, tests: [], durationMs };
  };
  try {
    if (loaded.kind !== 'loaded') return outcome(loaded);
    await outside?.prepare('submission');
    for (const sent of job.requests) {
      const request = requestOf(sent);
      const asked = `${request.method} ${sent.path}`;
      const answer = await session.send('submission', [request], limits.testMs);
      const statements = outside?.takeStatements('submission') ?? [];
      if (answer.kind !== 'answers') return outcome(answer, asked);
      const [one = { kind: 'no-answer' as const }] = answer.answers;
      if (one.kind === 'no-app') return outcome(one, asked);
      exchanges.push(exchangeOf(request, one, statements));
      // The others are still worth seeing.
      if (one.kind !== 'response')
        printed += `${explain(one, { file, limits, phase: 'test', asked: { call: asked } }).message}\n`;
    }
    printed += session.endTest();
    const durationMs = Math.round(performance.now() - startedMs);
    return { version: 1, status: 'ran', console: printed, exchanges, durationMs };
  } finally {
    leave();
    close();
  }
}

function requestOf({ method, path, headers, body }: SentRequest): ServiceRequest {
  const upper = method.toUpperCase();
  // A body has no meaning there, and a Request with one cannot even be made.
  const sent = upper === 'GET' || upper === 'HEAD' ? '' : body;
  return { method: upper, url: urlOf(path), headers, body: sent };
}
