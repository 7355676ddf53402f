export const labFiles: Record<string, string> = {
  'service.ts': `import { Hono } from 'hono';
import { files } from 'underpin';

// FILL IN the vulnerable service. What is wrong with it is a mistake that people really make.
export const app = new Hono();

app.get('/notes', async (c) => {
  try {
    return c.text(await files.read(files.resolve('/srv/notes', c.req.query('name') ?? '')));
  } catch {
    return c.text('There is no such note.', 404);
  }
});
`,
  'solution.ts': `import { Hono } from 'hono';
import { files } from 'underpin';

// FILL IN the patched service, as a senior engineer would write it.
export const app = new Hono();

const root = '/srv/notes';

app.get('/notes', async (c) => {
  const place = files.resolve(root, c.req.query('name') ?? '');
  if (!place.startsWith(\`\${root}/\`)) return c.text('There is no such note.', 404);
  try {
    return c.text(await files.read(place));
  } catch {
    return c.text('There is no such note.', 404);
  }
});
`,
  'starter.ts': `import type { Target } from 'underpin';

// FILL IN what the learner begins with: it sends a harmless request and returns nothing.
export async function exploit({ request }: Target) {
  console.log(await request('GET', '/notes', { query: { name: 'welcome' } }));
  return null;
}
`,
  'proof.ts': `// FILL IN what the attack is after, where it lies in the world of each test, and how to tell that it was reached.
proof({
  wants: "the server's key",
  plant: ({ files, secret, random }) => {
    files.write('/srv/notes/welcome', 'Welcome');
    for (const name of ['a', 'b', 'c']) files.write(\`/srv/notes/\${name}\`, random.string(12));
    files.write('/srv/key', secret);
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
`,
  'exploits/climbs.ts': `// title: climbs out of the folder
// FILL IN the reference exploit: the first visible one. A line "// hidden" below the title hides one until submit.
import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  return (await request('GET', '/notes', { query: { name: '../key' } })).body;
}
`,
  'exploits/absolute.ts': `// title: begins at the top
// hidden
// FILL IN a variant that half a patch lets through.
import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  return (await request('GET', '/notes', { query: { name: '/srv/key' } })).body;
}
`,
  'exploits/detour.ts': `// title: climbs after a step inside
// hidden
// FILL IN another one.
import type { Target } from 'underpin';

export async function exploit({ request }: Target) {
  return (await request('GET', '/notes', { query: { name: 'x/../../key' } })).body;
}
`,
  'tests.ts': `// FILL IN what the service is for, one test for each; the vulnerable service passes them.
test('shows a note', async ({ request }) => {
  expect((await request('GET', '/notes', { query: { name: 'welcome' } })).body).toBe('Welcome');
});
`,
  'hidden.ts': `// FILL IN more of it, and keep a random case against the reference.
test('agrees with the reference on random notes', async ({ request, reference, random }) => {
  const query = { name: random.pick(['a', 'b', 'c', 'missing']) };
  const expected = await reference.request('GET', '/notes', { query });
  expect((await request('GET', '/notes', { query })).body).toBe(expected.body);
});
`,
  'wrong/beginning-only.ts': wrongPatch('patch: climbs after a step inside', '!/^(\\.\\.|\\/)/.test(name)'),
  'wrong/keeps-the-slash.ts': wrongPatch('patch: begins at the top', "!name.includes('..')"),
  'wrong/nothing-at-all.ts': wrongPatch('works: shows a note', 'false'),
};

function wrongPatch(caughtBy: string, condition: string): string {
  return `// caught by: ${caughtBy}
// FILL IN a patch that people really write; the line above names the exploit or the test that is about it.
import { Hono } from 'hono';
import { files } from 'underpin';

export const app = new Hono();

app.get('/notes', async (c) => {
  const name = c.req.query('name') ?? '';
  if (!(${condition})) return c.text('There is no such note.', 404);
  try {
    return c.text(await files.read(files.resolve('/srv/notes', name)));
  } catch {
    return c.text('There is no such note.', 404);
  }
});
`;
}
