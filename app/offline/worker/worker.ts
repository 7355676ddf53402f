import { keeper } from './keeper.ts';
import type { KeepMessage } from './names.ts';
import { planFor } from './rules.ts';

// Bundled by scripts/build-worker.ts, which names the build; served as /sw.js. TypeScript knows either a page or a worker
// in one program, so what is used of a worker is named here.
declare const UNDERPIN_BUILD: string;

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetched = Lasting & { request: Request; respondWith: (response: Promise<Response>) => void };
type Heard = Lasting & { data: unknown };
type Scope = {
  location: Location;
  caches: CacheStorage;
  registration: { update: () => Promise<unknown> };
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: <Heard extends Event>(name: string, listener: (event: Heard) => void) => void;
};

const scope = globalThis as unknown as Scope;
const { origin } = scope.location;
const keeping = keeper({
  build: UNDERPIN_BUILD,
  origin,
  caches: scope.caches,
  fetch: (address) => fetch(address),
  wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  onOtherBuild: () => void scope.registration.update().catch(() => undefined),
});

scope.addEventListener('install', (event: Lasting) => {
  event.waitUntil(keeping.install().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event: Lasting) => {
  event.waitUntil(keeping.activate().then(() => scope.clients.claim()));
});

scope.addEventListener('message', (event: Heard) => {
  const message = event.data as Partial<KeepMessage> | null;
  if (message?.type !== 'keep' || typeof message.path !== 'string') return;
  event.waitUntil(keeping.keep(message.path, message.assets ?? []).catch(() => undefined));
});

scope.addEventListener('fetch', (event: Fetched) => {
  const { request } = event;
  const plan = planFor(request, origin);
  const { pathname, search } = new URL(request.url);
  const ask = () => fetch(request);
  if (plan === 'asset') event.respondWith(keeping.asset(pathname, ask));
  if (plan === 'page') event.respondWith(keeping.page(pathname + search, ask, (work) => event.waitUntil(work)));
  if (plan === 'unkept-page') event.respondWith(keeping.unkeptPage(pathname + search, ask));
});
