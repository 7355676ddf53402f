import { expect, test } from 'vitest';
import { createGrader } from '#sandbox/grade';
import { createQueue } from '#sandbox/queue';
import { createRuntimes } from '#sandbox/runtimes';

const path = '/downloads?file=....//config/download.key';
const service = `import { Hono } from 'hono';
import { files } from 'underpin';
export const app = new Hono();
app.get('/downloads', async (c) => c.text(await files.read('/srv/shop/config/download.key')));`;

test(
  'a learner’s own requests reach service.ts of a lab, and no service of another kind',
  { timeout: 60_000 },
  async () => {
    const runtimes = createRuntimes(async () => null);
    const grader = createGrader(runtimes, createQueue(1));
    const send = (exercise: string) =>
      grader.send(
        {
          ...{ exercise, learner: 'usr_a', guest: false },
          files: { 'exploit.ts': '', 'service.ts': service },
          requests: [{ method: 'GET', path, headers: [], body: '' }],
        },
        AbortSignal.timeout(50_000),
      );
    try {
      expect(await send('read-the-download-key')).toMatchObject({
        status: 'ran',
        exchanges: [{ response: { status: 200, body: expect.stringMatching(/^[0-9a-f]{16}$/) as string } }],
      });
      expect(await send('safe-path')).toMatchObject({ status: 'unavailable' });
    } finally {
      await Promise.all(Object.values(runtimes).map((runtime) => runtime.dispose()));
    }
  },
);
