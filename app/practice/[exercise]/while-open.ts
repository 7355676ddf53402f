type PageEvents = {
  online: () => void;
  leave: () => void;
  /** Whether something would be lost that is nowhere but on the page. */
  isUnsafe: () => boolean;
  /** Another tab has written to the browser's storage. */
  stored: (event: StorageEvent) => void;
  /** The page comes back from the browser's memory, and has heard nothing meanwhile. */
  back: () => void;
};

/** Tells of what happens to the page, until the function that it returns is called. */
export function whileOpen({ online, leave, isUnsafe, stored, back }: PageEvents): () => void {
  const unload = (event: Event) => {
    if (isUnsafe()) event.preventDefault();
  };
  const storage = (event: Event) => stored(event as StorageEvent);
  const heard = { online, pagehide: leave, beforeunload: unload, storage, pageshow: back };
  for (const [name, listener] of Object.entries(heard)) addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(heard)) removeEventListener(name, listener);
  };
}
