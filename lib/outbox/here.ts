import { openDB } from 'idb';
import { tabChannel } from '../tab-channel.ts';
import { outbox, type Outbox } from './outbox.ts';
import type { Letter, LetterStorage, TakeTurn } from './letter.ts';
import { noteLetters, openedEvent } from './noted.ts';
import { sendLetter } from './send.ts';

let made: Outbox | null = null;

/** The outbox of this browser. `owner` says whose work may be sent; the first caller's stays. */
export function outboxHere(owner: () => { id: string; formerly: string[] }): Outbox {
  if (made) return made;
  // A channel does not hear itself, so what one page tells reaches all the others.
  const tabs = tabChannel('underpin-outbox', () => void box.reload().catch(unread));
  const box = outbox({
    storage: browserStorage(),
    send: sendLetter,
    takeTurn: browserTurns(),
    owner,
    tellTabs: () => tabs.tell('changed'),
  });
  addEventListener('online', () => void box.flush().catch(unread));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void box.flush().catch(unread);
  });
  made = box;
  dispatchEvent(new Event(openedEvent));
  return box;
}

function unread(cause: unknown): void {
  console.warn('What waits on this device could not be read.', cause);
}

function browserStorage(): LetterStorage {
  const opened = openDB<{ letters: { key: string; value: Letter } }>('underpin', 1, {
    upgrade: (db) => void db.createObjectStore('letters', { keyPath: 'key' }),
  });
  // Whoever uses it first is told; without this a browser that forbids storage would report it on every page.
  opened.catch(() => undefined);
  const all = async () => (await opened).getAll('letters');
  return {
    all: async () => {
      const letters = await all();
      noteLetters(letters.length);
      return letters;
    },
    put: async (letter) => {
      await (await opened).put('letters', letter);
      noteLetters((await all()).length);
    },
    remove: async (key) => (await opened).delete('letters', key),
  };
}

/** Without locks (over plain http) two tabs may send the same letter, which the server takes once. */
function browserTurns(): TakeTurn {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) {
    const held = new Set<string>();
    return async (name, inTurn) => {
      if (held.has(name)) return null;
      held.add(name);
      return inTurn().finally(() => held.delete(name));
    };
  }
  return (name, inTurn) => locks.request(name, { ifAvailable: true }, (lock) => (lock ? inTurn() : null));
}
