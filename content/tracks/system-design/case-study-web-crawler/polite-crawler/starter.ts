import { Hono } from 'hono';

type Crawl = { start: string[]; hosts: string[]; pagesMax: number };

export const app = new Hono();

/** What the links of a page say, as they are written there. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);
}

app.post('/crawls', async (c) => {
  const { start } = await c.req.json<Crawl>();
  const pages = await Promise.all(
    start.map(async (url) => {
      const answer = await fetch(url);
      console.log(url, linksOf(await answer.text()));
      return { url, status: answer.status };
    }),
  );
  return c.json({ pages, forbidden: [] });
});
