import type { Exploit } from '#content/exercise';
import type { TestResult } from '#lib/verdict';
import { exerciseFault } from '../faults.ts';
import type { Answer } from '../javascript/session.ts';
import type { Limits } from '../limits.ts';
import { literalLine, shorten } from '../literal.ts';
import { explain, notRunMessage } from '../messages.ts';
import type { Attacked } from './attack.ts';

/** Everything that a learner reads about the exploits of a lab. */

export const exploitFile = 'exploit.ts';
export const serviceFile = 'service.ts';

type Named = { name: string; hidden: boolean };

export const notRunResult = ({ name, hidden }: Named, message: string): TestResult => ({
  ...{ name, hidden, status: 'not-run', durationMs: 0, did: [], message },
});

export const whyNotRun = {
  ended: notRunMessage,
  notLoaded: `Not run, because your ${serviceFile} could not be loaded.`,
  noExploit: 'Not run. It is judged as soon as your exploit works on the vulnerable service.',
};

/** A patch that cannot be loaded is told once, above all results; one that ends the run while it loads is told here. */
export function unloadedResult(named: Named, answer: Answer, limits: Limits): TestResult {
  const notLoaded = notRunResult(named, whyNotRun.notLoaded);
  if (answer.kind !== 'ended') return notLoaded;
  const { reason = 'crashed', ...rest } = explain(answer, { file: serviceFile, limits, phase: 'load' });
  return { ...notLoaded, status: 'errored', reason, ...rest };
}

/** Gate one: the learner's exploit on the service as it is given. */
export function exploitResult(named: Named, attacked: Attacked, wants: string, limits: Limits): TestResult {
  if (attacked.succeeded) return { ...shown(named, attacked), status: 'passed' };
  const { answer, unanswered } = attacked;
  if (unanswered !== undefined && answer.kind !== 'ended') {
    const { kind } = unanswered.answer;
    const message = `Your exploit did not get ${wants}: the service ${noAnswerWords(kind, limits)} to ${shorten(unanswered.asked, 160)}. A request that breaks the service is not what is asked for here.`;
    return { ...shown(named, attacked), status: 'failed', message };
  }
  if (answer.kind === 'value') {
    const returned = answer.value === undefined ? 'nothing' : literalLine(answer.value, 160);
    const sent = attacked.exchanges.length === 0 ? ' It sent no request.' : '';
    const message = `Your exploit ran, and did not get ${wants}. It returned ${returned}.${sent}`;
    return { ...shown(named, attacked), status: 'failed', message };
  }
  const phase = attacked.did.length === 0 ? 'load' : 'test';
  const { reason, ...rest } = explain(answer, { file: exploitFile, limits, phase, asked: { call: 'exploit' } });
  const ended = reason === undefined ? { status: 'failed' as const } : { status: 'errored' as const, reason };
  return { ...shown(named, attacked), ...ended, ...rest };
}

/** Gate two, with the learner's own exploit. However it ends, it has been stopped if it does not get what it wants. */
export function ownExploitResult(named: Named, attacked: Attacked, wants: string, limits: Limits): TestResult {
  const broken = brokenService(attacked, limits);
  if (broken !== undefined) return { ...shown(named, attacked), ...broken };
  if (!attacked.succeeded) return { ...shown(named, attacked), status: 'passed' };
  const message = `Your own exploit still gets ${wants} from your patched service. Look at the requests, and at what your code makes of what they bring.`;
  return { ...shown(named, attacked), status: 'failed', message };
}

/**
 * Gate two, with an exploit of the exercise's. What it does gives the first gate away, so it is shown to somebody who has
 * passed that one, and only where it still works.
 */
export function variantResult(
  named: Named,
  attacked: Attacked,
  { title, name }: Exploit,
  { limits, isKnown }: { limits: Limits; isKnown: boolean },
): TestResult {
  const { answer } = attacked;
  if (answer.kind === 'syntax' || answer.kind === 'missing' || attacked.did.length === 0) {
    if (answer.kind !== 'ended') throw exerciseFault(`exploits/${name} cannot be run (${answer.kind}).`);
  }
  const base = isKnown ? shown(named, attacked) : { ...shown(named, attacked), did: [], exchanges: [] };
  const broken = brokenService(attacked, limits);
  if (broken !== undefined) return { ...base, ...broken };
  if (attacked.succeeded) {
    const message = isKnown
      ? `This variant still works on your patch: ${title}.`
      : `A variant of the attack still works on your ${serviceFile}. What it does is shown once your own exploit works.`;
    return { ...base, status: 'failed', message };
  }
  if (answer.kind === 'time-limit') {
    const message = `This variant was not done after ${seconds(limits.testMs)}, because your service takes long for each of its ${attacked.exchanges.length} requests or more. A patch has to end the attack, and not to slow it down.`;
    return { ...base, status: 'errored', reason: 'time-limit', message };
  }
  if (named.hidden) return { ...named, status: 'passed', durationMs: attacked.durationMs, did: [] };
  return { ...base, status: 'passed' };
}

/** The patched service left a request without an answer, or took the whole run with it. */
function brokenService(attacked: Attacked, limits: Limits): Pick<TestResult, 'status'> | undefined {
  const { answer, unanswered } = attacked;
  const about = unanswered ?? (answer.kind === 'ended' ? { answer, asked: exploitFile } : undefined);
  if (about === undefined) return undefined;
  const asked = { call: about.asked };
  const { reason, ...rest } = explain(about.answer, { file: serviceFile, limits, phase: 'test', asked });
  return reason === undefined ? { status: 'failed', ...rest } : { status: 'errored', ...{ reason }, ...rest };
}

function shown({ name, hidden }: Named, { did, exchanges, console, durationMs }: Attacked): Omit<TestResult, 'status'> {
  return {
    ...{ name, hidden, durationMs, did },
    ...(exchanges.length > 0 && { exchanges }),
    ...(console !== '' && { console }),
  };
}

function noAnswerWords(kind: string, { testMs }: Limits): string {
  if (kind === 'time-limit') return `had no answer after ${seconds(testMs)}`;
  return kind === 'output-limit' ? 'had an answer of more than 64 KB' : 'gave no answer';
}

const seconds = (ms: number): string => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);
