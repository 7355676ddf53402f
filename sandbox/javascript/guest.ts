import { captureIntrinsics } from './capture.ts';
import { createClock } from './clock.ts';
import { createConsole } from './console.ts';
import type { Harness } from './web/host-calls.ts';
import type { ServiceHarness } from './web/service.ts';

export type GuestSettings = {
  startMs: number;
  resultCharsMax: number;
  consoleCharsMax: number;
  consoleLinesMax: number;
};

/** What the child may call, in the order in which `startGuest` gives it back. Each takes and returns strings only. */
const plainFunctions = ['load', 'begin', 'outcome', 'step', 'takeConsole', 'endTest', 'keepTimers'] as const;
/** What a guest with the web has beside these. */
const webFunctions = [
  'reload',
  'openBatch',
  'beginRequest',
  'giveUp',
  'takeCalls',
  'deliver',
  'allow',
  'now',
  'pass',
] as const;

export const guestFunctions = { plain: plainFunctions, web: [...plainFunctions, ...webFunctions] };
export type GuestFunction = (typeof plainFunctions)[number] | (typeof webFunctions)[number];

/** A function that is called with what the harness offers and answers with functions that become some of its own. */
export type StartWebGuest = (harness: Harness & ServiceHarness) => Record<string, (...parts: string[]) => string>;

/** `step` answers this when nothing is left to do: no answer yet, no microtask, no timer. */
export const idle = '-';

/** The program that is run first in every isolate; its value is the list of functions. */
export function guestSource(settings: GuestSettings): string {
  const parts = [captureIntrinsics, createClock, createConsole].map(String).join(',');
  return `return (${String(startGuest)})(${JSON.stringify(settings)},${JSON.stringify(webFunctions)},${parts},$0,$1);`;
}

/**
 * Stays in its closure, where the learner's code cannot reach. Whatever it uses after the submission has run was captured
 * before: any method may have been replaced by then.
 */
function startGuest(
  settings: GuestSettings,
  webNames: readonly string[],
  capture: typeof captureIntrinsics,
  makeClock: typeof createClock,
  makeConsole: typeof createConsole,
  startWebGuest: StartWebGuest | undefined,
  ask: Harness['ask'],
): ((...parts: string[]) => string)[] {
  'use strict';
  const captured = capture();
  const { apply, asyncPrototype, defineProperty, evaluate, expose, getPrototypeOf, keys, ownConstructor } = captured;
  const { parse, slice, stringify, then } = captured;
  const clock = makeClock(captured, settings.startMs);
  const { describe, take } = makeConsole(captured, settings.consoleCharsMax, settings.consoleLinesMax);
  const moduleObject: { exports: unknown } = { exports: {} };
  expose('module', moduleObject);
  expose('exports', moduleObject.exports);

  // Answers are JSON made here, every error made text here: under the time limit.
  const caught = (kind: string, thrown: unknown): string => {
    const { name, message, stack } = describe(thrown);
    return `{"kind":"${kind}","error":{"name":${stringify(name)},"message":${stringify(message)},"stack":${stringify(stack)}}}`;
  };
  const answer = (kind: string, value: unknown): string => {
    if (typeof value === 'string' && value.length > settings.resultCharsMax) return '{"kind":"output-limit"}';
    const json = stringify(value) as string | undefined;
    if (json === undefined) return `{"kind":"${kind}"}`;
    return json.length > settings.resultCharsMax ? '{"kind":"output-limit"}' : `{"kind":"${kind}","value":${json}}`;
  };
  const thrownAsValue = (thrown: unknown): string => {
    const fields = { __proto__: null } as unknown as Record<string, unknown>;
    if (thrown !== null && typeof thrown === 'object') {
      const names = keys(thrown);
      for (let i = 0; i < names.length; i++) {
        fields[names[i] as string] = (thrown as Record<string, unknown>)[names[i] as string];
      }
    }
    const { name, message } = describe(thrown);
    fields.name = name;
    fields.message = message;
    return answer('value', fields);
  };
  const missingOf = (needs: string[], exported: Record<string, unknown> | null | undefined, wanted: string): string => {
    let missing = '';
    for (let i = 0; i < needs.length; i++) {
      const there = exported === null || exported === undefined ? undefined : exported[needs[i] as string];
      if (wanted === 'function' ? typeof there !== 'function' : there === undefined) {
        missing += (missing === '' ? '' : ',') + stringify(needs[i]);
      }
    }
    if (missing === '') return '';
    const names = typeof exported === 'object' && exported !== null ? keys(exported) : [];
    let known = '';
    for (let i = 0; i < names.length && i < 20; i++) {
      known += (i === 0 ? '' : ',') + stringify(slice(names[i] as string, 0, 80));
    }
    return `{"kind":"missing","names":[${missing}],"exported":[${known}]}`;
  };

  let outcome = '';
  let wantsThrow = false;
  const returned = (value: unknown): void => {
    if (outcome !== '') return;
    try {
      outcome = answer(wantsThrow ? 'not-thrown' : 'value', value);
    } catch (error) {
      outcome = caught('threw', error);
    }
  };
  const rejected = (thrown: unknown): void => {
    if (outcome !== '') return;
    try {
      outcome = wantsThrow ? thrownAsValue(thrown) : caught('threw', thrown);
    } catch (error) {
      outcome = caught('threw', error);
    }
  };
  const follow = async (value: unknown): Promise<void> => {
    try {
      returned(await value);
    } catch (error) {
      rejected(error);
    }
  };

  let loadedSource = '';
  const load = (source: string): string => {
    outcome = '';
    loadedSource = source;
    try {
      evaluate(source);
    } catch (error) {
      return caught('threw', error);
    }
    return '{"kind":"loaded"}';
  };
  const begin = (how: string, target: string, argumentsJson: string, needsJson: string): string => {
    outcome = '';
    wantsThrow = how === 'throws';
    try {
      const exported = moduleObject.exports as Record<string, unknown> | null | undefined;
      outcome = missingOf(parse(needsJson) as string[], exported, how === 'evaluate' ? 'anything' : 'function');
      if (outcome !== '') return outcome;
      const list = parse(argumentsJson) as unknown[];
      if (how === 'evaluate') {
        const driver = evaluate(`"use strict";(${target}\n)`);
        list[0] = exported;
        const result = apply(driver, undefined, list);
        if (getPrototypeOf(driver) === asyncPrototype) {
          defineProperty(result as object, 'constructor', ownConstructor);
          then(result, returned, rejected);
        } else void follow(result);
        return outcome;
      }
      const result = apply(exported?.[target], exported, list);
      if (typeof result === 'object' || typeof result === 'function') void follow(result);
      else returned(result);
    } catch (error) {
      rejected(error);
    }
    return outcome;
  };
  const step = (): string => {
    if (outcome !== '') return outcome;
    try {
      if (!clock.fireNext()) return '-';
    } catch (error) {
      outcome = caught('unhandled', error);
    }
    return outcome;
  };
  const endTest = (): string => {
    clock.reset();
    return '';
  };
  const keepTimers = (): string => {
    clock.keepTimers();
    return endTest();
  };
  const plain = [load, begin, () => outcome, step, take, endTest, keepTimers] as ((...parts: string[]) => string)[];
  if (startWebGuest === undefined) return plain;

  const { startMs, resultCharsMax } = settings;
  const web = startWebGuest({
    ...{ captured, ask, startMs, resultCharsMax, caught },
    now: clock.nowMs,
    exported: () => moduleObject.exports,
    finish: (text) => void (outcome = text),
  });
  const openBatch = web.openBatch as (size: string) => string;
  const own: typeof web = {
    ...web,
    openBatch: (size) => {
      outcome = '';
      return openBatch(size);
    },
    // A service is a module with state of its own: each test sees one that has just started.
    reload: () => {
      clock.forget();
      web.forget?.();
      moduleObject.exports = {};
      expose('module', moduleObject);
      expose('exports', moduleObject.exports);
      return load(loadedSource);
    },
    now: () => captured.text(clock.nowMs()),
    // Fires the next timer until `untilMs`; '-' when there is none and that time has come.
    pass: (untilMs) => {
      outcome = '';
      if (clock.nextDueMs() <= captured.number(untilMs)) return step() === '' ? '' : outcome;
      clock.moveTo(captured.number(untilMs));
      return '-';
    },
  };
  const all = [...plain];
  for (const name of webNames) all.push(own[name] as (...parts: string[]) => string);
  return all;
}
