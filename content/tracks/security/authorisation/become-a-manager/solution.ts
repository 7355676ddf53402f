import { type Context, Hono, type Next } from 'hono';
import { db } from 'underpin';

type Account = { id: number; name: string; email: string; newsletter: boolean; role: string; permissions: string[] };

export const app = new Hono<{ Variables: { caller: Account } }>();

const columns = 'id, name, email, newsletter, role, permissions';

app.use(async (c, next) => {
  if (c.req.method === 'POST' && c.req.path === '/accounts') return next();
  const [, token = ''] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const { rows } = await db.query(`select ${columns} from accounts where token = $1`, [token]);
  if (rows.length === 0) return c.json({ error: 'Sign in first.' }, 401, { 'www-authenticate': 'Bearer' });
  c.set('caller', rows[0]);
  return next();
});

const isManager = (account: Account) =>
  account.role.toLowerCase() === 'manager' || account.permissions.includes('reports');

async function managersOnly(c: Context, next: Next) {
  if (!isManager(c.get('caller'))) return c.json({ error: 'This is for managers.' }, 403);
  return next();
}

// Every method, every address: what is for managers is listed here.
app.use('/admin/*', managersOnly);
app.use('/reports/*', managersOnly);

const fresh = { newsletter: false, role: 'customer', permissions: [] };

/** What callers may write about themselves. Everything else in a body is ignored. */
function writable({ name, email, newsletter }: Partial<Account>): Partial<Account> {
  const sent = { name, email, newsletter };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

app.post('/accounts', async (c) => {
  const account = { ...fresh, ...writable(await c.req.json()) };
  const token = crypto.randomUUID();
  const { rows } = await db.query(
    `insert into accounts (token, name, email, newsletter, role, permissions)
     values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [token, account.name, account.email, account.newsletter, account.role, account.permissions],
  );
  return c.json({ token, account: rows[0] }, 201);
});

app.get('/me', (c) => c.json(c.get('caller')));

app.patch('/me', async (c) => c.json(await save({ ...c.get('caller'), ...writable(await c.req.json()) })));

async function save(account: Account): Promise<Account> {
  const { rows } = await db.query(
    `update accounts set name = $2, email = $3, newsletter = $4, role = $5, permissions = $6
     where id = $1 returning ${columns}`,
    [account.id, account.name, account.email, account.newsletter, account.role, account.permissions],
  );
  return rows[0];
}

async function report(c: Context) {
  const { rows } = await db.query('select name, content from reports where name = $1', [c.req.param('name')]);
  return rows.length === 0 ? c.json({ error: 'There is no such report.' }, 404) : c.json(rows[0]);
}

app.get('/admin/reports/:name', report);
app.get('/reports/:name', report); // old bookmarks

app.post('/admin/reports/:name/export', async (c) => {
  const { rows } = await db.query('select content from reports where name = $1', [c.req.param('name')]);
  return rows.length === 0 ? c.json({ error: 'There is no such report.' }, 404) : c.text(rows[0].content);
});

app.patch('/admin/accounts/:id{[0-9]{1,9}}', async (c) => {
  const { role, permissions } = await c.req.json();
  const { rows } = await db.query(`select ${columns} from accounts where id = $1`, [c.req.param('id')]);
  if (rows.length === 0) return c.json({ error: 'There is no such account.' }, 404);
  const [account] = rows;
  return c.json(
    await save({ ...account, role: role ?? account.role, permissions: permissions ?? account.permissions }),
  );
});
