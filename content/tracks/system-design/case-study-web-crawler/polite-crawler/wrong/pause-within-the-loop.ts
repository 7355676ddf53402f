// caught by: remembers a host whose queue was empty: its rules, and when it was last asked
import { Hono } from 'hono';

const robotName = 'shopbot';
const pauseMs = 1000;

type Crawl = { start: string[]; hosts: string[]; pagesMax: number };
type Rule = { isAllowed: boolean; length: number; pattern: RegExp };
type Page = { url: string; status: number | null };
/** What is known of a host; it outlives its queue, so that a page that is found later waits as well. */
type Host = { name: string; queue: URL[]; rules?: Rule[]; readyAtMs: number; isBusy: boolean };

export const app = new Hono();

app.post('/crawls', async (c) => c.json(await crawl(await c.req.json<Crawl>())));

function crawl({ start, hosts: hostNames, pagesMax }: Crawl): Promise<{ pages: Page[]; forbidden: string[] }> {
  const hosts = new Map<string, Host>(
    hostNames.map((name) => [name, { name, queue: [], readyAtMs: 0, isBusy: false }]),
  );
  const seen = new Set<string>();
  const pages: Page[] = [];
  const forbidden: string[] = [];
  let requested = 0;

  return new Promise((resolve, reject) => {
    let busy = 0;

    function add(href: string, base?: string): void {
      if (!URL.canParse(href, base)) return;
      const url = new URL(href, base);
      url.hash = '';
      const host = hosts.get(url.host);
      if (url.protocol !== 'https:' || !host || seen.has(url.href)) return;
      seen.add(url.href);
      host.queue.push(url);
      if (host.isBusy) return;
      host.isBusy = true;
      busy++;
      work(host).then(() => {
        if (--busy === 0) resolve({ pages, forbidden });
      }, reject);
    }

    async function work(host: Host): Promise<void> {
      host.rules ??= await readRules(host);
      let isFirst = true;
      for (let url = host.queue.shift(); url; url = host.queue.shift()) {
        if (!isAllowed(host.rules, url)) forbidden.push(url.href);
        else if (requested < pagesMax) {
          requested++;
          if (isFirst && pages.some((page) => new URL(page.url).host === host.name)) host.readyAtMs = 0;
          isFirst = false;
          const answer = await get(host, url.href);
          pages.push({ url: url.href, status: answer?.status ?? null });
          if (answer?.status === 200) for (const href of linksOf(answer.html)) add(href, url.href);
        }
      }
      // Here and not once the promise has settled: a link that came in between would find nobody who works for it.
      host.isBusy = false;
    }

    busy++;
    for (const url of start) add(url);
    if (--busy === 0) resolve({ pages, forbidden });
  });
}

/** Fetches when the host may be asked again; undefined if there is no answer. */
async function get(host: Host, url: string): Promise<{ status: number; html: string } | undefined> {
  const waitMs = host.readyAtMs - Date.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  try {
    const answer = await fetch(url, { headers: { 'user-agent': robotName } });
    return { status: answer.status, html: await answer.text() };
  } catch {
    return undefined;
  } finally {
    host.readyAtMs = Date.now() + pauseMs;
  }
}

async function readRules(host: Host): Promise<Rule[]> {
  const answer = await get(host, `https://${host.name}/robots.txt`);
  if (answer?.status === 200) return rulesFor(robotName, answer.html);
  if (answer && answer.status >= 400 && answer.status < 500) return [];
  return [{ isAllowed: false, length: 1, pattern: /^\// }];
}

function rulesFor(robot: string, text: string): Rule[] {
  const groups: { names: string[]; rules: Rule[] }[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [field, ...rest] = line.replace(/#.*/, '').split(':');
    const [name, value] = [field.trim().toLowerCase(), rest.join(':').trim()];
    if (name === 'user-agent') {
      if (!isNaming) groups.push({ names: [], rules: [] });
      groups.at(-1)!.names.push(value.toLowerCase());
      isNaming = true;
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false;
      const rule = { isAllowed: name === 'allow', length: value.length, pattern: patternOf(value) };
      if (value !== '') groups.at(-1)?.rules.push(rule);
    }
  }
  const of = (wanted: string) => groups.filter(({ names }) => names.includes(wanted));
  const mine = of(robot);
  return (mine.length > 0 ? mine : of('*')).flatMap(({ rules }) => rules);
}

function patternOf(value: string): RegExp {
  const isToTheEnd = value.endsWith('$');
  const parts = (isToTheEnd ? value.slice(0, -1) : value).split('*');
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}${isToTheEnd ? '$' : ''}`, 's');
}

function isAllowed(rules: Rule[], { pathname, search }: URL): boolean {
  const matching = rules.filter(({ pattern }) => pattern.test(pathname + search));
  const longest = Math.max(0, ...matching.map(({ length }) => length));
  return matching.length === 0 || matching.some((rule) => rule.length === longest && rule.isAllowed);
}

/** What the links of a page say, as they are written there. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);
}
