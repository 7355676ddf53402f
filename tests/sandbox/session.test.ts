import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConfinedChild } from '#sandbox/confined';
import { createOutside } from '#sandbox/http/outside';
import type { ChildEvent, ChildRequest } from '#sandbox/javascript/protocol';
import { openSession } from '#sandbox/javascript/session';
import { defaultLimits } from '#sandbox/limits';
import type { Answer, OpenDatabase } from '#sandbox/sql/open-database';

/** A child that answers what it is told to. */
function createChild() {
  const sent: ChildRequest[] = [];
  const kill = vi.fn();
  let listener: (event: ChildEvent) => void = () => undefined;
  const child: ConfinedChild = {
    pid: 1,
    send: (request) => void sent.push(request),
    onEvent: (next) => void (listener = next),
    kill,
    ended: new Promise(() => undefined),
  };
  const tell = (event: ChildEvent): void => listener(event);
  const reply = (id: number, observation: object): void =>
    tell({ type: 'reply', id, observation: JSON.stringify(observation), console: '' });
  return { child, sent, kill, tell, reply };
}

const { signal } = new AbortController();
const thrown = { kind: 'threw', error: { name: 'Error', message: 'no', stack: '' } };
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a session that is over', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('leaves no clock behind that would end the next submission', async () => {
    const { child, sent, kill, reply } = createChild();
    const session = openSession(child, defaultLimits, signal);
    const ask = (target: string) =>
      session.call({ subject: 'submission', how: 'call', target, argumentsJson: '[]', needs: [] }, 500);
    const first = ask('fails');
    void ask('was not waited for');
    await turn();
    reply(1, thrown);
    expect((await first).kind).toBe('threw');
    await turn();
    expect(sent).toHaveLength(2);
    session.close();
    // It is still at work on the second: ended now, or by a clock later, when somebody else has it.
    expect(kill).toHaveBeenCalledOnce();
  });

  test('gives back a child that has answered everything as it is', async () => {
    const { child, kill, reply } = createChild();
    const session = openSession(child, defaultLimits, signal);
    const loaded = session.load('submission', 'solution.ts', '');
    await turn();
    reply(1, { kind: 'loaded' });
    await loaded;
    session.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kill).not.toHaveBeenCalled();
  });
});

describe('what a service left unfinished when its session ended', () => {
  const recipe = { schema: 'create table items (id int)', data: '' };
  const call = (id: number): ChildEvent => ({
    ...{ type: 'call', subject: 'submission', call: id, op: 'query', owner: 0, atMs: 0, more: 0 },
    payload: JSON.stringify({ session: 0, text: 'update items set id = 1', values: [] }),
  });
  const open = (openDatabase: () => Promise<OpenDatabase>) => {
    const made = createChild();
    const session = openSession(made.child, defaultLimits, signal);
    const outside = createOutside({ session, recipe, openDatabase, limitMs: 500, signal });
    return { ...made, session, outside };
  };
  const databaseThat = (query: () => Promise<Answer>, release = vi.fn(async () => undefined)): OpenDatabase => ({
    connect: async () => ({ pid: 1, query, close: () => undefined }),
    release,
  });

  test('is answered to nobody: the child may be somebody else’s by then', async () => {
    const statement = Promise.withResolvers<Answer>();
    const { session, outside, sent, kill, tell } = open(async () => databaseThat(() => statement.promise));
    tell(call(1));
    await turn();
    void outside.close();
    session.close();
    statement.resolve({ ok: false, end: 'lost' });
    await turn();
    expect(sent).toEqual([]);
    expect(kill).not.toHaveBeenCalled();
  });

  test('ends no child when it fails', async () => {
    const opening = Promise.withResolvers<OpenDatabase>();
    const { session, outside, kill, tell } = open(() => opening.promise);
    tell(call(1));
    void outside.close();
    session.close();
    opening.reject(new Error('the server went away'));
    await turn();
    expect(kill).not.toHaveBeenCalled();
  });

  test('opens no database that nobody would give back', async () => {
    const done: Answer = { ok: true, columns: [], rows: [], command: 'UPDATE', rowCount: 1, notices: [] };
    const restoring = Promise.withResolvers<Answer>();
    const query = async (): Promise<Answer> => (query.isRestoring ? restoring.promise : done);
    query.isRestoring = false;
    const opened: ReturnType<typeof vi.fn>[] = [];
    const { session, outside, tell } = open(async () => {
      const release = vi.fn(async () => undefined);
      opened.push(release);
      return databaseThat(query, release);
    });
    outside.expectTests(2);
    tell(call(1));
    await turn();
    query.isRestoring = true;
    outside.endTest();
    await turn();
    // The child has ended meanwhile, so that the next test is not run.
    void outside.close();
    session.close();
    restoring.resolve({ ok: false, end: 'lost' });
    await turn();
    expect(opened).toHaveLength(1);
    for (const release of opened) expect(release).toHaveBeenCalled();
  });
});
