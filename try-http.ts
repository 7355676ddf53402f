import { createJavascriptRuntime } from '/work/main/sandbox/javascript/runtime.ts';
import { createSqlRuntime } from '/work/main/sandbox/sql/runtime.ts';
const sql = createSqlRuntime({ databases: async () => null });
const runtime = createJavascriptRuntime({ children: 1, openDatabase: sql.openDatabase });
const withDb = process.argv[2] === 'db';
const exercise: any = { meta: { id: 'x', kind: 'http', languages: ['typescript'] }, tests: `
test('lists', async ({ request }) => { const r = await request('GET', '/tasks?limit=2'); expect(r.status).toBe(200); expect(r.json).toEqual([]); });
test('creates', async ({ request, clock }) => { const r = await request('POST', '/tasks', { json: { title: 'x' } }); expect(r.status).toBe(201); expect((await request('GET', '/tasks')).json).toHaveLength(1); await clock.advance(1000); });
test('fresh', async ({ request }) => { expect((await request('GET', '/tasks')).json).toHaveLength(0); expect((await request('POST', '/tasks', {json: {}})).status).toBe(422); expect((await request('GET', '/uuid')).status).toBe(200);expect((await request('GET', '/slow')).json).toEqual({ms: 30000});});
test('upstream', async ({ request, upstream }) => { upstream.reply('GET', 'https://rates.test/eur', { json: { rate: 2 }, latencyMs: 500 }); expect((await request('GET', '/rate')).json).toEqual({ rate: 2 }); expect((await request('GET', '/bad')).json).toEqual({ rate: 2 });});
` , hidden: `
test('ref', async ({ request, reference }) => { expect((await request('GET', '/slow')).json).toEqual((await reference.request('GET', '/slow')).json); });`, solution: {}, ...(withDb ? { database: { schema: 'create table tasks (id int generated always as identity primary key, title text not null);', dataSets: [{ name: 'visible', sql: "", hidden: false }] } } : {}) };
const source = `import { Hono } from 'hono';
import { z } from 'zod';
${withDb ? "import { db } from 'underpin';" : ''}
const app = new Hono();
const Body = z.object({ title: z.string().min(1) });
const tasks: unknown[] = [];
app.get('/tasks', async (c) => c.json(${withDb ? "(await db.query('select * from tasks where id > $1', [0])).rows" : 'tasks'}));
app.post('/tasks', async (c) => { const p = Body.safeParse(await c.req.json()); if (!p.success) return c.json({ e: p.error.issues[0]!.message }, 422); ${withDb ? "const r = await db.transaction(async (tx) => tx.query('insert into tasks (title) values ($1) returning *', [p.data.title])); return c.json(r.rows[0], 201);" : 'tasks.push(p.data); return c.json(p.data, 201);'} });
app.get('/uuid', async (c) => { const k = await crypto.subtle.importKey('raw', new TextEncoder().encode('key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']); const s = await crypto.subtle.sign('HMAC', k, new TextEncoder().encode('x')); return c.text(crypto.randomUUID() + new Uint8Array(s).length + new URL('/x?a=1', 'http://h').searchParams.get('a')); });
app.get('/slow', async (c) => { const t = Date.now(); await new Promise((r) => setTimeout(r, 30000)); return c.json({ ms: Date.now() - t }); });
app.get('/rate', async (c) => c.json(await (await fetch('https://rates.test/eur')).json()));
app.get('/bad', async (c) => c.json(await (await fetch('https://nope.test/eur')).json()));
export default app;
`;
exercise.solution = { typescript: source };
const grade = () => runtime.grade({ exercise, files: { 'solution.ts': source }, mode: 'submit', seed: 1, onStarted: () => {}, onTest: () => {}, signal: new AbortController().signal });
await runtime.boot();
const v = await grade();
console.log(JSON.stringify(v, null, 1).slice(0, 6000));
const times: number[] = [];
for (let i = 0; i < 40; i++) { const t = performance.now(); await grade(); times.push(performance.now() - t); await new Promise((r) => setTimeout(r, 100)); }
times.sort((a, b) => a - b); console.log('p50', times[20], 'p90', times[36]);
await runtime.dispose(); await sql.dispose(); 
