import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradeWith } from '../exercises.ts';
import { databaseService, serviceExercise, serviceRuntime, type ServiceRuntime } from './services.ts';

const schema = `create table items (id int generated always as identity primary key, name text not null unique, stock int not null default 1);`;
const data = `insert into items (name, stock) values ('a', 1), ('b', 5);`;

const shop = databaseService(`
  app.onError((error, c) => c.json({ ...(error as object), name: error.name, message: error.message }, 409));
  app.get('/items', async (c) => c.json((await db.query('select id, name, stock from items order by id')).rows));
  app.post('/items', async (c) => {
    const { name } = await c.req.json();
    const { rows, rowCount } = await db.query('insert into items (name) values ($1) returning id', [name]);
    return c.json({ rows, rowCount }, 201);
  });
  app.post('/unsafe', async (c) => {
    const { name } = await c.req.json();
    return c.json((await db.query("select id from items where name = '" + name.replaceAll("'", "''") + "'")).rows);
  });
  app.get('/two-readings', async (c) => {
    await db.query("select E'\\\\''; create table stray (id int); --'");
    return c.text('done');
  });
  app.post('/half', async (c) => {
    await db.transaction(async (tx) => { await tx.query("insert into items (name) values ('half')"); throw new Error('changed my mind'); });
    return c.text('never');
  });
  const buy = (lock: string) => async (c: any) => db.transaction(async (tx) => {
    const { rows } = await tx.query('select stock from items where name = $1 ' + lock, ['a']);
    if ((rows[0]!.stock as number) < 1) return c.text('sold out', 409);
    await tx.query('update items set stock = $1 where name = $2', [(rows[0]!.stock as number) - 1, 'a']);
    return c.text('yours');
  });
  app.post('/buy', buy('for update'));
  app.post('/race', buy(''));
  app.post('/lock-and-wait', async (c) => db.transaction(async (tx) => {
    await tx.query("update items set stock = 0 where name = 'a'");
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    return c.text('waited');
  }));
  app.post('/slow-all', async (c) => db.transaction(async (tx) => {
    await tx.query("update items set stock = 0 where name = 'a' and pg_sleep(0.05) is not null");
    return c.text('sold');
  }));
  app.get('/begin-and-unlock', async (c) => db.transaction(async (tx) => {
    await tx.query("select from items where name = 'a' for update");
    await crypto.subtle.digest('SHA-256', new Uint8Array(8));
    return c.json(await tx.query('commit').catch((error: Error) => error.message));
  }));
  app.get('/many-timers', async (c) => db.transaction(async (tx) => {
    await tx.query("select from items where name = 'a' for update");
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setTimeout(resolve, 1000));
    return c.text('released');
  }));
  app.post('/cross/:one/:other', async (c) => db.transaction(async (tx) => {
    for (const name of [c.req.param('one'), c.req.param('other')]) await tx.query('update items set stock = stock where name = $1', [name]);
    return c.text('done');
  }));
  app.post('/nested', async (c) => db.transaction(async () => c.json((await db.query('select 1 as one')).rows)));
  app.post('/count-and-insert/:name', async (c) => {
    const text = 'insert into items (name) select $1 where (select count(*) from items) < 3';
    return c.json((await db.query(text, [c.req.param('name')])).rowCount);
  });
  app.post('/take-one', async (c) =>
    c.json((await db.query("update items set stock = stock - 1 where name = 'a' and stock > 0")).rowCount));
  app.post('/self', async (c) => db.transaction(async (tx) => {
    await tx.query("update items set stock = 2 where name = 'a'");
    return c.json((await db.query("update items set stock = 3 where name = 'a'")).rowCount);
  }));
  app.post('/patient', async (c) => db.transaction(async (tx) => {
    await tx.query("update items set stock = 2 where name = 'a'");
    return db.transaction(async (other) => {
      await other.query("set local lock_timeout = '50ms'");
      return c.json((await other.query("update items set stock = 3 where name = 'a'")).rowCount);
    });
  }));
  app.get('/begin', async (c) => c.json((await db.query('begin')).rows));
  app.get('/drop', async (c) => c.json((await db.query('drop table items')).rows));
`);

describe('a service with a database', { timeout: 120_000 }, () => {
  let runtime: ServiceRuntime;
  beforeAll(async () => {
    runtime = serviceRuntime();
    await runtime.boot();
  });
  afterAll(() => runtime[Symbol.asyncDispose]());
  const grade = async (tests: string, moreSeeds: number[] = []) => {
    const exercise = serviceExercise({ tests, schema, data, solution: shop, limits: { testMs: 5000 } });
    return (await gradeWith(runtime, exercise, shop, { moreSeeds })).verdict;
  };
  const passes = async (tests: string, moreSeeds: number[] = []) => {
    const verdict = await grade(tests, moreSeeds);
    expect(verdict, JSON.stringify(verdict).slice(0, 3000)).toMatchObject({ status: 'passed' });
    return verdict;
  };

  test('reads and writes rows, and errors have a code and a constraint', async () => {
    await passes(`test('a', async ({ request, db }) => {
      expect((await request('GET', '/items')).json).toEqual([{ id: 1, name: 'a', stock: 1 }, { id: 2, name: 'b', stock: 5 }]);
      expect((await request('POST', '/items', { json: { name: 'c' } })).json).toEqual({ rows: [{ id: 3 }], rowCount: 1 });
      const twice = await request('POST', '/items', { json: { name: 'c' } });
      expect(twice.json).toMatchObject({ name: 'DatabaseError', code: '23505', constraint: 'items_name_key', detail: expect.any(String) });
      expect((await db.query('select count(*)::int as count from items')).rows).toEqual([{ count: 3 }]);
    });`);
  });

  test('gives each test the data as the data set left them, numbers of sequences included, whatever the test before did', async () => {
    const look = `expect((await request('GET', '/items')).json.map((item) => item.name)).toEqual(['a', 'b']);`;
    await passes(`
      test('writes', async ({ request }) => { ${look} await request('POST', '/items', { json: { name: 'c' } }); });
      test('sees nothing of it', async ({ request }) => { ${look} expect((await request('POST', '/items', { json: { name: 'd' } })).json.rows).toEqual([{ id: 3 }]); });
      test('drops the table', async ({ request }) => { await request('GET', '/drop'); });
      test('has it again', async ({ request }) => { ${look} });`);
  });

  test('gives each seed of a random case the data as the data set left them', async () => {
    const draws = `test('draws', async ({ request, reference, random }) => {
      const json = { name: random.string(12) };
      expect((await request('POST', '/items', { json })).json.rows).toEqual([{ id: 3 }]);
      expect((await reference.request('POST', '/items', { json })).json.rows).toEqual([{ id: 3 }]);
    });`;
    await passes(
      `${draws} test('sees nothing of it', async ({ request }) => {
      expect((await request('GET', '/items')).json).toHaveLength(2);
    });`,
      [2, 3],
    );
  });

  test('gives each test its data back where a function of the schema writes, which no text of a statement tells', async () => {
    const withFunction = `${schema} create function take() returns int language sql as 'update items set stock = 0; select 1';`;
    const tests = ['first', 'second'].map(
      (name) => `test('${name}', async ({ request, db }) => {
        await request('GET', '/');
        expect((await db.query('select sum(stock)::int as stock from items where stock > 0')).rows).toEqual([{ stock: 6 }]);
        await request('GET', '/take');
      });`,
    );
    const solution = databaseService(`
      app.get('/', async (c) => c.json((await db.query('select 1')).rows));
      app.get('/take', async (c) => c.json((await db.query('select take()')).rows));`);
    const exercise = serviceExercise({ tests: tests.join('\n'), schema: withFunction, data, solution });
    expect((await gradeWith(runtime, exercise, solution)).verdict).toMatchObject({ status: 'passed' });
  });

  test('gives each test its data back after a statement whose quotes can be read in two ways', async () => {
    const look = `expect((await db.query("select count(*)::int as n from pg_tables where tablename = 'stray'")).rows).toEqual([{ n: STRAYS }]);`;
    await passes(`
      test('leaves a table behind', async ({ request, db }) => {
        await request('GET', '/two-readings');
        ${look.replace('STRAYS', '1')}
      });
      test('finds none', async ({ request, db }) => { await request('GET', '/items'); ${look.replace('STRAYS', '0')} });`);
  });

  test('rolls back what threw', async () => {
    await passes(`test('a', async ({ request, db }) => {
      expect((await request('POST', '/half')).status).toBe(409);
      expect((await db.query("select from items where name = 'half'")).rowCount).toBe(0);
    });`);
  });

  test('shows the same race each time, and the same safety with a lock', async () => {
    const both = (path: string) => `await Promise.all([request('POST', '${path}'), request('POST', '${path}')])`;
    for (let turn = 0; turn < 5; turn++) {
      await passes(`
        test('race', async ({ request }) => { expect((${both('/race')}).map(({ status }) => status)).toEqual([200, 200]); });
        test('lock', async ({ request }) => { expect((${both('/buy')}).map(({ status }) => status).sort()).toEqual([200, 409]); });`);
    }
  });

  test('lets time pass when a lock waits for a timer, and finds deadlocks', async () => {
    await passes(`
      test('timer', async ({ request, clock }) => {
        const before = await clock.now();
        const answers = await Promise.all([request('POST', '/lock-and-wait'), request('POST', '/buy')]);
        expect(answers.map(({ status }) => status)).toEqual([200, 409]);
        expect(await clock.now()).toBe(before + 30_000);
      });
      test('deadlock', async ({ request }) => {
        const answers = await Promise.all([request('POST', '/cross/a/b'), request('POST', '/cross/b/a')]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        expect(answers.find(({ status }) => status === 409).json.code).toBe('40P01');
      });`);
  });

  test('sends statements in the order of their calls, however slow they are', async () => {
    await passes(`
      test('slow first', async ({ request }) => {
        expect((await Promise.all([request('POST', '/slow-all'), request('POST', '/buy')])).map(({ status }) => status)).toEqual([200, 409]);
      });
      test('slow second', async ({ request, db }) => {
        expect((await Promise.all([request('POST', '/buy'), request('POST', '/slow-all')])).map(({ status }) => status)).toEqual([200, 200]);
        expect((await db.query("select stock from items where name = 'a'")).rows).toEqual([{ stock: 0 }]);
      });
      test('by turns, with more of them than connections', async ({ request, db }) => {
        await db.query("update items set stock = 3 where name = 'a'");
        const answers = await Promise.all(Array.from({ length: 6 }, () => request('POST', '/buy')));
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409]);
      });`);
  });

  test('statements of the same moment do not see each other, in a transaction or not', async () => {
    const both = (one: string, other: string) =>
      `(await Promise.all([request('POST', '${one}'), request('POST', '${other}')]))`;
    await passes(`
      test('a count that another one overlaps', async ({ request }) => {
        expect(${both('/count-and-insert/x', '/count-and-insert/y')}.map(({ json }) => json)).toEqual([1, 1]);
        expect((await request('POST', '/count-and-insert/z')).json).toBe(0);
      });
      test('a condition that is looked at again', async ({ request }) => {
        expect(${both('/take-one', '/take-one')}.map(({ json }) => json)).toEqual([1, 0]);
      });
      test('a constraint', async ({ request }) => {
        const answers = ${both('/count-and-insert/x', '/count-and-insert/x')};
        expect(answers.map(({ status }) => status)).toEqual([200, 409]);
        expect(answers[1].json.code).toBe('23505');
      });
      test('more of them than connections', async ({ request, db }) => {
        const names = ['p', 'q', 'r', 's', 't', 'u', 'v'];
        const answers = await Promise.all(names.map((name) => request('POST', '/count-and-insert/' + name)));
        expect(answers.filter(({ json }) => json === 1).length).toBe(4);
        expect((await db.query('select count(*)::int as count from items')).rows).toEqual([{ count: 6 }]);
      });`);
  });

  test('goes on when what others wait for is no statement: cryptography, an answer without one, many timers', async () => {
    await passes(`
      test('cryptography', async ({ request }) => {
        const answers = await Promise.all([request('GET', '/begin-and-unlock'), request('POST', '/buy')]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
        expect(answers[0].body).toContain('was not sent');
      });
      test('timers', async ({ request, clock }) => {
        const before = await clock.now();
        const answers = await Promise.all([request('GET', '/many-timers'), request('POST', '/buy')]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
        expect(await clock.now()).toBe(before + 200_000);
      });`);
  });

  test('tells of transactions by hand, of a pool that is used up, and of a lock that waits for itself', async () => {
    await passes(`
      test('itself', async ({ request, db }) => {
        const { json } = await request('POST', '/self');
        expect(json.message).toContain('a transaction of your own service holds');
        expect((await db.query("select stock from items where name = 'a'")).rows).toEqual([{ stock: 1 }]);
        expect((await request('POST', '/buy')).status).toBe(200);
      });
      test('with a limit of its own', async ({ request }) => { expect((await request('POST', '/patient')).json.code).toBe('55P03'); });
      test('begin', async ({ request }) => { expect((await request('GET', '/begin')).status).toBe(409); });
      test('pool', async ({ request }) => {
        const answers = await Promise.all(Array.from({ length: 4 }, () => request('POST', '/nested')));
        expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
      });`);
  });

  test('the judge sees every statement, for the request that it was sent for', async () => {
    const verdict = await passes(`test('a', async ({ request, db }) => {
      await Promise.all([request('GET', '/items'), request('POST', '/items', { json: { name: 'x' } })]);
      await request('POST', '/unsafe', { json: { name: "O'Hara" } });
      const seen = db.statements();
      expect(seen.map(({ concatenated }) => concatenated)).toEqual([false, false, true]);
      expect(seen.map(({ rowCount }) => rowCount)).toEqual([2, 1, 0]);
      expect(seen[1].parameters).toEqual(["'x'"]);
    });`);
    const exchanges = verdict.status === 'passed' ? verdict.tests[0]?.exchanges : undefined;
    expect(exchanges?.map(({ statements }) => statements.map(({ text }) => text.split(' ')[0]))).toEqual([
      ['select'],
      ['insert'],
      ['select'],
    ]);
  });

  test('the console sends requests in order to one service, and nothing is kept for the next time', async () => {
    const post = {
      method: 'POST',
      path: '/items',
      headers: [['content-type', 'application/json'] as [string, string]],
      body: '{"name":"n"}',
    };
    const get = { method: 'GET', path: '/items', headers: [], body: '' };
    const job = {
      exercise: serviceExercise({ tests: '', schema, data }),
      files: { 'solution.ts': shop },
      requests: [post, get],
      signal: AbortSignal.timeout(60_000),
    };
    for (let turn = 0; turn < 2; turn++) {
      const outcome = await runtime.send(job);
      expect(outcome).toMatchObject({
        status: 'ran',
        exchanges: [
          { response: { status: 201 }, statements: [{ parameters: ["'n'"], rowCount: 1 }] },
          { response: { status: 200 } },
        ],
      });
      const body = outcome.status === 'ran' ? outcome.exchanges?.[1]?.response?.body : undefined;
      expect(JSON.parse(body ?? '[]')).toHaveLength(3);
    }
  });
});
