import type { DraftStore } from '../../../../practice/[exercise]/draft-store.ts';

/** The written answers and the files of code that are open on this page, by mock. */
const openStores = new Map<string, Set<DraftStore>>();

/** Longer than this nobody waits for a button; what is not saved by then stays in the browser and is sent on. */
const waitMsMax = 4_000;

/** Sends what was typed last and waits until the server has it, or says that it will not be soon: before a part is left. */
export async function saveWritten(mockId: string, timeoutMs = waitMsMax): Promise<void> {
  await Promise.all([...(openStores.get(mockId) ?? [])].map((store) => settled(store, timeoutMs)));
}

/** Makes a store known to `saveWritten` until the function that it returns is called. */
export function openWritten(mockId: string, store: DraftStore): () => void {
  const stores = openStores.get(mockId) ?? new Set();
  openStores.set(mockId, stores.add(store));
  return () => void stores.delete(store);
}

function settled(store: DraftStore, timeoutMs: number): Promise<void> {
  const isOpen = () => ['loading', 'edited', 'saving'].includes(store.snapshot().state);
  if (!isOpen()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, timeoutMs);
    const stop = store.subscribe(() => !isOpen() && end());
    store.flush();
  });
}
