import fs from 'node:fs';
import type * as IsolatedVm from 'isolated-vm';
import { guestFunctions, guestSource, type GuestFunction, type GuestSettings } from './guest.ts';
import { createMail, type Mail } from './mail.ts';
import type { GuestSort } from './protocol.ts';
import { warmUp } from './warm-web.ts';
import { createAsk } from './web-host.ts';

/** An isolate with our harness in it, before or after somebody's code was loaded. */
export type Guest = {
  isolate: IsolatedVm.Isolate;
  memoryMb: number;
  sort: GuestSort;
  /** Answers of the judge that have come and are not yet delivered, for a guest with the web. */
  mail: Mail;
  call: (name: GuestFunction, parts: string[], timeoutMs: number) => Promise<string>;
};

export type GuestStock = {
  take: (memoryMb: number, sort: GuestSort) => Promise<Guest>;
  /** Boots what is missing, while nobody waits. */
  refill: () => Promise<void>;
};

type Given = {
  ivm: typeof IsolatedVm;
  settings: GuestSettings & { webBundle: string; memoryMb: number };
  die: () => void;
};

/**
 * These run on a thread of their own, so that ours goes on watching the memory meanwhile. For the others the way there
 * and back would take longer than the work: ten tests take half the time without it.
 */
const runsTheirCode = new Set<GuestFunction>([
  'load',
  'reload',
  'begin',
  'beginRequest',
  'step',
  'pass',
  'deliver',
  'giveUp',
]);

const warmMs = 5000;

/** Isolates that are booted beforehand, so that nobody waits for one: one of each sort that was ever asked for. */
export function createGuestStock({ ivm, settings, die }: Given): GuestStock {
  const bootSource = guestSource(settings);
  let webText: string | undefined;
  let webCache: IsolatedVm.ExternalCopy<ArrayBuffer> | undefined;

  const compileWeb = (isolate: IsolatedVm.Isolate, how: IsolatedVm.CachedDataOptions): Promise<IsolatedVm.Script> => {
    webText ??= fs.readFileSync(settings.webBundle, 'utf8');
    return isolate.compileScript(webText, { filename: 'web-guest', ...how });
  };
  const webGuest = async (isolate: IsolatedVm.Isolate, context: IsolatedVm.Context): Promise<IsolatedVm.Reference> => {
    const script = await compileWeb(isolate, webCache === undefined ? {} : { cachedData: webCache });
    return (await script.run(context, { reference: true })) as IsolatedVm.Reference;
  };
  const boot = async (memoryMb: number, sort: GuestSort): Promise<Guest> => {
    const isolate = new ivm.Isolate({ memoryLimit: memoryMb, onCatastrophicError: die });
    const context = await isolate.createContext();
    const web =
      sort === 'web'
        ? [(await webGuest(isolate, context)).derefInto(), new ivm.Callback(createAsk())]
        : [undefined, undefined];
    const list = await context.evalClosure(bootSource, web, { result: { reference: true } });
    const functions = new Map<GuestFunction, IsolatedVm.Reference>();
    for (const [index, name] of guestFunctions[sort].entries())
      functions.set(name, await list.get(index, { reference: true }));
    return {
      isolate,
      memoryMb,
      sort,
      mail: createMail(),
      call: async (name, parts, timeoutMs) => {
        const options = { timeout: Math.max(1, Math.ceil(timeoutMs)) };
        const reference = functions.get(name);
        const answer: unknown = runsTheirCode.has(name)
          ? await reference?.apply(undefined, parts, options)
          : reference?.applySync(undefined, parts, options);
        return String(answer);
      },
    };
  };

  /**
   * Once in each child. Compiling the same text again finds what is compiled already, by now with all functions that ran;
   * later isolates take them from the cache.
   */
  const makeWebCache = async (): Promise<void> => {
    const guest = await boot(settings.memoryMb, 'web');
    await warmUp(guest, warmMs);
    const { cachedData } = (await compileWeb(guest.isolate, {
      produceCachedData: true,
    })) as IsolatedVm.CachedDataResult;
    guest.isolate.dispose();
    webCache = cachedData;
  };

  const spares: Record<GuestSort, Promise<Guest> | null> = { plain: null, web: null };
  // One with the web holds 11 MB, which a child that never meets a service has no use for.
  const kept = new Set<GuestSort>(['plain']);
  return {
    take: async (memoryMb, sort) => {
      kept.add(sort);
      const guest = await spares[sort];
      // The reference of a service wants one as well, and needs not wait for it.
      spares[sort] = sort === 'web' ? boot(settings.memoryMb, sort) : null;
      if (guest !== null && guest.memoryMb === memoryMb) return guest;
      guest?.isolate.dispose();
      return boot(memoryMb, sort);
    },
    refill: async () => {
      if (kept.has('web') && webCache === undefined) await makeWebCache();
      for (const sort of kept) spares[sort] ??= boot(settings.memoryMb, sort);
      await Promise.all(Object.values(spares));
    },
  };
}
