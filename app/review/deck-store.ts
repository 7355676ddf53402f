import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { isHere, ownerNow, refreshMe } from '#components/me';
import { buildId } from '#lib/build-id';
import { forLearner } from '#lib/for-learner';
import { hasNotedLetters } from '#lib/outbox/noted';
import { isDue, type CardMemory } from '#lib/review-schedule';
import type { Deck, SessionCard } from './session-card.ts';

/** A deck with the clock it goes by: the server's is this device's plus `aheadMs`. */
export type HeldDeck = Deck & { aheadMs: number };

export type Loaded =
  | { status: 'ready'; deck: HeldDeck; due: SessionCard[]; isKept: boolean }
  /** Nothing answered, and nothing is kept; or the server answered with a fault. */
  | { status: 'offline' }
  | { status: 'failed' };

/** The cards of `owner`: the server's, or those kept on this device when it does not answer. */
export async function loadDeck(owner: string): Promise<Loaded> {
  const waiting = await waitingItems();
  const request = forLearner(owner, { headers: { accept: 'application/json' } });
  const response = await fetch('/api/review/deck', request).catch(() => null);
  if (response?.ok) {
    const deck = reviveDeck(await response.text());
    const held = { ...deck, aheadMs: deck.asOf.getTime() - Date.now() };
    // What is still on its way to the server has been answered here.
    held.cards = held.cards.filter((card) => !waiting.has(keyOf(card)));
    await keep(held, owner);
    return { status: 'ready', deck: held, due: dueIn(held), isKept: false };
  }
  if (response?.status === 409) {
    // Another has signed in meanwhile: the page has to know whom it shows.
    await refreshMe();
    return { status: 'failed' };
  }
  const kept = await keptDeck();
  if (kept) return { status: 'ready', deck: kept, due: dueIn(kept), isKept: true };
  return { status: response ? 'failed' : 'offline' };
}

/** Now, by the server's clock. */
export function serverTime(aheadMs: number): Date {
  return new Date(Date.now() + aheadMs);
}

function dueIn({ cards, aheadMs }: HeldDeck): SessionCard[] {
  const now = serverTime(aheadMs);
  return cards.filter(({ memory }) => isDue(memory, now));
}

/** Remembers on this device how `owner` answered a card, so that it does not come up again before its time. */
export async function keepMemory(card: SessionCard, memory: CardMemory, owner: string): Promise<void> {
  // The cards kept here are those of whoever is here now.
  if (!isHere(owner)) return;
  await changeKept((deck) => ({
    ...deck,
    cards: deck.cards.map((one) => (keyOf(one) === keyOf(card) ? { ...one, memory } : one)),
  }));
}

/** Takes a card that was suspended out of what is kept on this device. */
export function dropCard(card: Pick<SessionCard, 'kind' | 'item'>): Promise<void> {
  return changeKept((deck) => {
    const dropped = deck.cards.find((one) => keyOf(one) === keyOf(card));
    if (!dropped) return deck;
    const isNew = dropped.memory.state === 'new';
    const cards = deck.cards.filter((one) => one !== dropped);
    return { ...deck, cards, active: deck.active - 1, new: deck.new - (isNew ? 1 : 0) };
  });
}

export function reviveDeck(text: string): Deck {
  // Our own server's answer: its shape is checked there.
  return JSON.parse(text, (name, value: unknown) =>
    moments.has(name) && typeof value === 'string' ? new Date(value) : value,
  ) as Deck;
}

const moments = new Set(['asOf', 'nextDueAt', 'dueAt', 'lastReviewAt']);
const keyOf = ({ kind, item }: Pick<SessionCard, 'kind' | 'item'>) => `${kind} ${item}`;

/** Sends what waits; what still does afterwards is not to be asked again. */
async function waitingItems(): Promise<Set<string>> {
  if (!hasNotedLetters()) return new Set();
  try {
    const { outboxHere } = await import('#lib/outbox/here');
    const box = outboxHere(ownerNow);
    await box.reload();
    await box.flush();
    const works = box.snapshot().waiting.map(({ work }) => work);
    return new Set(
      works.flatMap((work) => {
        if (work.kind === 'rating') return [`question ${work.question}`];
        return work.kind === 'check' ? [`check ${work.lesson}/${work.check}`] : [];
      }),
    );
  } catch (cause) {
    console.warn('The outbox of this browser cannot be used.', cause);
    return new Set();
  }
}

type Kept = { build: string; owner: string; deck: HeldDeck };
type Schema = DBSchema & { decks: { key: string; value: Kept } };

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('underpin-review', 1, { upgrade: (db) => void db.createObjectStore('decks') });
  return opened;
}

async function keep(deck: HeldDeck, owner: string): Promise<void> {
  try {
    await (await store()).put('decks', { build: buildId, owner, deck }, 'deck');
  } catch (cause) {
    console.warn('The cards are not kept for reviewing offline.', cause);
  }
}

/** In one transaction, so that of two answers in quick succession neither undoes the other. */
async function changeKept(change: (deck: HeldDeck) => HeldDeck): Promise<void> {
  try {
    const { store: decks, done } = (await store()).transaction('decks', 'readwrite');
    const kept = await decks.get('deck');
    if (kept && isTheirs(kept)) {
      await decks.put({ build: buildId, owner: ownerNow().id, deck: change(kept.deck) }, 'deck');
    }
    await done;
  } catch (cause) {
    console.warn('The cards kept on this device cannot be changed.', cause);
  }
}

async function keptDeck(): Promise<HeldDeck | null> {
  try {
    const kept = await (await store()).get('decks', 'deck');
    return kept && isTheirs(kept) ? kept.deck : null;
  } catch (cause) {
    console.warn('The cards kept on this device cannot be read.', cause);
    return null;
  }
}

/** Of this build and this learner alone. */
function isTheirs({ build, owner }: Kept): boolean {
  return build === buildId && isHere(owner);
}
