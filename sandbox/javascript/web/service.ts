import type { Captured } from '../capture.ts';
import type { Owner } from './host-calls.ts';
import type { createMessages } from './messages.ts';

/** What the guest's own harness gives to send requests to the learner's app. */
export type ServiceHarness = {
  captured: Captured;
  startMs: number;
  exported: () => unknown;
  /** An error as the JSON of an observation. */
  caught: (kind: string, thrown: unknown) => string;
  finish: (outcome: string) => void;
  resultCharsMax: number;
};

type App = { fetch: (request: unknown) => unknown };
type Wanted = { method: string; url: string; headers: [string, string][]; body: string };

/** All answers of one batch of requests together. */
const batchCharsMax = 256 * 1024;

/** Sends requests to the app that the learner's file exports, several at a time, and gathers what comes back. */
export function createService(harness: ServiceHarness, messages: ReturnType<typeof createMessages>, owner: Owner) {
  const { captured, caught, exported, finish, resultCharsMax } = harness;
  const { keys, number, parse, slice, stringify } = captured;
  const { openRequest, statusOf } = messages;
  let answers = { __proto__: null } as unknown as Record<number, string>;
  let count = 0;
  let missing = 0;
  let chars = 0;
  let generation = 0;

  const list = (): string => {
    let joined = '';
    for (let index = 0; index < count; index++) {
      joined += (index === 0 ? '' : ',') + (answers[index] ?? '{"kind":"no-answer"}');
    }
    return `{"kind":"answers","answers":[${joined}]}`;
  };
  const answer = (index: number, json: string): void => {
    if (answers[index] !== undefined) return;
    const isLong = json.length > resultCharsMax || chars + json.length > batchCharsMax;
    answers[index] = isLong ? '{"kind":"output-limit"}' : json;
    chars += isLong ? 0 : json.length;
    if (--missing === 0) finish(list());
  };
  const findApp = (): App | string => {
    const all = exported() as Record<string, unknown> | null | undefined;
    const isApp = (value: unknown): value is App =>
      typeof value === 'object' && value !== null && typeof (value as App).fetch === 'function';
    if (all === null || all === undefined) return '';
    if (isApp(all.app)) return all.app;
    if (isApp(all.default)) return all.default;
    if (isApp(all)) return all;
    const names = typeof all === 'object' ? keys(all) : [];
    let known = '';
    for (let index = 0; index < names.length && index < 20; index++) {
      known += (index === 0 ? '' : ',') + stringify(slice(names[index] as string, 0, 80));
    }
    return known;
  };
  const send = async (app: App, wanted: Wanted): Promise<string> => {
    const { method, url, headers, body } = wanted;
    const response = await app.fetch(openRequest(url, { method, headers, body: body === '' ? null : body }));
    const status = statusOf(response);
    if (status === undefined) {
      return `{"kind":"no-response","value":${stringify(slice(captured.text(stringify(response)), 0, 200))}}`;
    }
    const message = response as InstanceType<typeof messages.Response>;
    const sent = [...message.headers];
    const text = await message.text();
    if (text.length > resultCharsMax) return '{"kind":"output-limit"}';
    return `{"kind":"response","status":${status},"headers":${stringify(sent)},"body":${stringify(text)}}`;
  };
  const beginRequest = (indexText: string, json: string): string => {
    const index = number(indexText);
    const mine = generation;
    owner.current = index;
    const app = findApp();
    if (typeof app === 'string') {
      answer(index, `{"kind":"no-app","exported":[${app}]}`);
      return '';
    }
    const follow = async (): Promise<void> => {
      let outcome: string;
      try {
        outcome = await send(app, parse(json) as Wanted);
      } catch (error) {
        outcome = caught('threw', error);
      }
      if (mine === generation) answer(index, outcome);
    };
    void follow();
    return '';
  };
  return {
    openBatch: (size: string): string => {
      generation++;
      answers = { __proto__: null } as unknown as typeof answers;
      count = missing = number(size);
      chars = 0;
      return '';
    },
    beginRequest,
    /** What is there when nothing more will come. */
    giveUp: (): string => {
      generation++;
      return list();
    },
  };
}
