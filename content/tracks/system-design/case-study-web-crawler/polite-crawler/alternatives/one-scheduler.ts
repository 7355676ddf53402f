// One loop that starts whatever may be started, and sleeps until something changes or the next host is ready.
import { Hono } from 'hono';

export const app = new Hono();

app.post('/crawls', async (c) => {
  const { start, hosts, pagesMax } = await c.req.json<{ start: string[]; hosts: string[]; pagesMax: number }>();
  const seen = new Set<string>();
  const waiting: { host: string; url: string }[] = [];
  const rules = new Map<string, (path: string) => boolean>();
  const readyAt = new Map<string, number>();
  const asking = new Set<string>();
  const pages: { url: string; status: number | null }[] = [];
  const forbidden: string[] = [];
  let left = pagesMax;
  let wake = () => {};

  const queue = (href: string, base?: string) => {
    try {
      const url = new URL(href, base);
      url.hash = '';
      if (url.protocol !== 'https:' || !hosts.includes(url.host) || seen.has(url.href)) return;
      seen.add(url.href);
      waiting.push({ host: url.host, url: url.href });
    } catch {
      // No URL.
    }
  };

  const ask = async (host: string, url: string, then: (status: number | null, text: string) => void) => {
    asking.add(host);
    try {
      const answer = await fetch(url, { headers: { 'User-Agent': 'shopbot' } });
      then(answer.status, await answer.text());
    } catch {
      then(null, '');
    }
    asking.delete(host);
    readyAt.set(host, Date.now() + 1000);
    wake();
  };

  for (const url of start) queue(url);
  while (waiting.length > 0 || asking.size > 0) {
    for (const one of [...waiting]) {
      const allows = rules.get(one.host);
      const isForbidden = allows !== undefined && !allows(new URL(one.url).pathname + new URL(one.url).search);
      if (isForbidden || (allows && left === 0)) {
        if (isForbidden) forbidden.push(one.url);
        waiting.splice(waiting.indexOf(one), 1);
        continue;
      }
      if (asking.has(one.host) || (readyAt.get(one.host) ?? 0) > Date.now()) continue;
      if (!allows) {
        void ask(one.host, `https://${one.host}/robots.txt`, (status, text) => {
          const allow = status !== null && status < 500 ? (status === 200 ? parse(text) : () => true) : () => false;
          rules.set(one.host, allow);
        });
        continue;
      }
      left--;
      waiting.splice(waiting.indexOf(one), 1);
      void ask(one.host, one.url, (status, text) => {
        pages.push({ url: one.url, status });
        if (status === 200) for (const [, href] of text.matchAll(/<a href="([^"]*)">/g)) queue(href, one.url);
      });
    }
    if (waiting.length === 0 && asking.size === 0) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
      const times = waiting.filter(({ host }) => !asking.has(host)).map(({ host }) => readyAt.get(host) ?? 0);
      if (times.length > 0) setTimeout(resolve, Math.max(0, Math.min(...times) - Date.now()));
    });
  }
  return c.json({ pages, forbidden });
});

/** Matches by hand instead of with a regular expression. */
function matches(pattern: string, path: string): boolean {
  if (pattern === '') return true;
  if (pattern === '$') return path === '';
  if (pattern[0] !== '*') return path[0] === pattern[0] && matches(pattern.slice(1), path.slice(1));
  for (let skip = 0; skip <= path.length; skip++) if (matches(pattern.slice(1), path.slice(skip))) return true;
  return false;
}

function parse(text: string): (path: string) => boolean {
  const own: [string, string][] = [];
  const everybody: [string, string][] = [];
  let names: string[] = [];
  let ended = false;
  let isNamed = false;
  for (const raw of text.split('\n')) {
    const [line] = raw.split('#');
    const colon = line.indexOf(':');
    const field = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (field === 'user-agent') {
      if (ended) names = [];
      ended = false;
      names.push(value.toLowerCase());
      isNamed ||= value.toLowerCase() === 'shopbot';
    }
    if (field === 'allow' || field === 'disallow') {
      ended = true;
      if (names.includes('shopbot')) own.push([field, value]);
      if (names.includes('*')) everybody.push([field, value]);
    }
  }
  const rules = (isNamed ? own : everybody).filter(([, value]) => value !== '');
  return (path) => {
    const [best] = rules
      .filter(([, value]) => matches(value, path))
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    return best?.[0] !== 'disallow';
  };
}
