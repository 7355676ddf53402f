import { z } from 'zod';
import type { Exchange } from '#lib/verdict';
import { createService, type Channel } from '../http/fixtures.ts';
import type { Answer, Session } from '../javascript/session.ts';
import type { Limits } from '../limits.ts';
import { literalLine } from '../literal.ts';
import { driverFile } from '../messages.ts';
import type { LabWorld } from './world.ts';

export type LabBench = { session: Session; limits: Limits; world: LabWorld };

export type Attacked = {
  /** How the exploit ended by itself: what it returned, or threw, or that it could not be loaded. */
  answer: Answer;
  succeeded: boolean;
  /** The first request that the service left without an answer. */
  unanswered: { answer: Answer; asked: string } | undefined;
  did: string[];
  exchanges: Exchange[];
  console: string;
  durationMs: number;
};

/** Of one exploit. What it is sent is kept until it ends. */
export const exploitLimits = { requestsMax: 500, receivedCharsMax: 4 * 2 ** 20 } as const;
const didLinesMax = 20;
const exchangesMax = 20;
const exchangesCharsMax = 128 * 1024;

/** Runs beside the exploit's code. What it is given is JSON; `request` is the one way out of its isolate. */
const driver = `({ exploit }, given) => exploit({ ...given, request: require('underpin').request })
//# sourceURL=${driverFile}`;

/**
 * Runs one exploit, in an isolate that no other code was in, against the service that is loaded as the submission.
 * Whether it succeeded is decided out here, by the exercise's proof.
 */
export async function attack({ session, limits, world }: LabBench, file: string, source: string): Promise<Attacked> {
  const { outside } = world;
  const loaded = await session.load('exploit', file, source, { guest: 'web', gifts: ['request'] });
  const printed = session.endTest();
  const nothing = { succeeded: false, unanswered: undefined, did: [], exchanges: [], durationMs: 0 };
  if (loaded.kind !== 'loaded') return { ...nothing, answer: loaded, console: printed };
  await world.begin();

  const did = [describeExploit(world.given())];
  let unanswered: Attacked['unanswered'];
  const channel: Channel = {
    subject: 'submission',
    send: (requests, lines) => {
      did.push(...lines);
      return session.send('submission', requests, limits.testMs);
    },
    advance: (ms) => session.advance('submission', ms, limits.testMs),
    fault: (answer, asked) => {
      // An exception that left the service is an answer of a kind: 500 in most servers.
      if (answer.kind !== 'threw') unanswered ??= { answer, asked };
      return new Unanswered(answer.kind, asked);
    },
    note: () => undefined,
    saw: () => undefined,
  };
  const { service, exchanges } = createService(outside, channel);
  const open = new Set<Promise<string>>();
  let sent = 0;
  let receivedChars = 0;
  let fault: { error: unknown } | undefined;

  const answerRequest = async (payload: string): Promise<string> => {
    const asked = requestSchema.safeParse(JSON.parse(payload));
    if (!asked.success) return refusal('TypeError', `${requestForm} ${firstIssue(asked.error)}`);
    const { method, path, ...options } = asked.data;
    if (++sent > exploitLimits.requestsMax) {
      return refusal('Error', `An exploit may send ${exploitLimits.requestsMax} requests, and this was one more.`);
    }
    try {
      const response = await service.request(method, path, options);
      const text = JSON.stringify({ value: response });
      receivedChars += text.length;
      if (receivedChars <= exploitLimits.receivedCharsMax) return text;
      return refusal('Error', 'An exploit may receive 4 MB of answers, and this was more.');
    } catch (error) {
      if (error instanceof Unanswered) return refusal('Error', error.message);
      fault ??= { error };
      return refusal('Error', 'The service cannot be reached.');
    }
  };
  world.onRequest((payload) => {
    const answering = answerRequest(payload);
    open.add(answering);
    void answering.finally(() => open.delete(answering)).catch(() => undefined);
    return answering;
  });

  const startedMs = performance.now();
  const argumentsJson = JSON.stringify([null, world.given()]);
  const answer = await session.call(
    { subject: 'exploit', how: 'evaluate', target: driver, argumentsJson, needs: ['exploit'] },
    limits.testMs,
  );
  const durationMs = Math.round((performance.now() - startedMs) * 100) / 100;
  // What it sent without waiting still changes the world, and must not run into the next test.
  await Promise.allSettled(open);
  if (fault !== undefined) throw fault.error;
  const value = answer.kind === 'value' ? answer.value : undefined;
  const succeeded = session.end() === null && (await world.succeeded(value));
  const result: Attacked = {
    ...{ answer, succeeded, unanswered, durationMs },
    did: did.length <= didLinesMax ? did : [...did.slice(0, didLinesMax), `… and ${did.length - didLinesMax} more`],
    exchanges: bounded(exchanges()),
    console: session.endTest(),
  };
  outside.endTest();
  return result;
}

class Unanswered extends Error {
  constructor(kind: string, asked: string) {
    const what = kind === 'threw' ? 'threw an error that left it' : 'gave no answer';
    super(`The service ${what}: ${asked}`);
  }
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const requestForm = 'request takes a method, a path that begins with a slash, and { headers, body, json, query }.';

const requestSchema = z
  .object({
    method: z
      .string()
      .max(20)
      .regex(/^[A-Za-z]+$/, 'is not a method such as GET'),
    path: z.string().max(8192).startsWith('/', 'has to begin with a slash'),
    headers: z
      .record(
        z.string().max(200).regex(token, 'is not the name of a header'),
        z
          .string()
          .max(8192)
          .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'has a character that no header can hold'),
      )
      .optional(),
    body: z.string().optional(),
    json: z.unknown().optional(),
    query: z.record(z.string().max(200), z.union([z.string().max(8192), z.number(), z.boolean()])).optional(),
  })
  .refine(({ method, body, json }) => !/^(GET|HEAD)$/i.test(method) || (body === undefined && json === undefined), {
    message: 'GET and HEAD have no body',
  });

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.join('.') ?? '';
  return `${where === '' ? '' : `${where}: `}${issue?.message ?? ''}.`;
}

const refusal = (name: string, message: string): string => JSON.stringify({ error: { name, message } });

/** `exploit({ request, customer: 7 })` */
function describeExploit(given: Record<string, unknown>): string {
  const told = Object.entries(given).map(([name, value]) => `, ${name}: ${literalLine(value, 80)}`);
  return `exploit({ request${told.join('')} })`;
}

/** The first and the last of many, and no more than a page can show. */
function bounded(all: Exchange[]): Exchange[] {
  const half = exchangesMax / 2;
  const kept = all.length <= exchangesMax ? [...all] : [...all.slice(0, half), ...all.slice(-half)];
  while (JSON.stringify(kept).length > exchangesCharsMax) kept.splice(Math.floor(kept.length / 2), 1);
  return kept;
}
