'use client';

import { useSyncExternalStore } from 'react';
import { buildId } from '#lib/build-id';
import { nobodyYet } from '#lib/for-learner';
import type { Recommendation, Step } from './next-step.tsx';

export type ExerciseProgress = {
  status: 'attempted' | 'passed';
  passedAt: string | null;
  attempts: number;
  hintsUsed: number;
  solutionSeen: boolean;
  lastAt: string;
  /** What the formula of readiness gives for it, from 0 to 1; answers that were kept before there was one have none. */
  score?: number;
};

export type LessonProgress = {
  doneAt: string | null;
  checks: Record<string, { correct: boolean; attempts: number }>;
};

/** A text that the learner has scored against the rubric of its exercise; apart from progress, which is graded. */
export type SelfScore = { points: number; pointsMax: number; scores: Record<string, number>; scoredAt: string };

/** `next` is null once everything is done. */
export type Ahead = {
  next: (Omit<Recommendation, 'step'> & { step: Pick<Step, 'kind' | 'id' | 'title' | 'path'> }) | null;
  lessonsDone: number;
  exercisesDone: number;
};

/** The answer of GET /api/me. Keys of `lessons` and `exercises` are content ids; times are ISO 8601. */
export type Me = {
  learner:
    | { kind: 'none' }
    | { kind: 'guest'; id: string }
    /** `formerly`: the guests whose work this account has taken over. */
    | { kind: 'account'; id: string; email: string; name: string | null; owner: boolean; formerly: string[] };
  lessons: Record<string, LessonProgress>;
  exercises: Record<string, ExerciseProgress>;
  selfScores: Record<string, SelfScore>;
  lastVisited: { kind: 'lesson' | 'exercise'; id: string } | null;
  /** How many review cards are due. */
  due: number;
  dueByKind: { check: number; exercise: number; question: number };
  /** Ids of the questions of the bank in the review queue. */
  inReview: string[];
  /** The level that the learner is ready for; null short of the first. */
  level: 'junior' | 'mid' | 'senior' | null;
  /** What to do next and how much is done; nobody has it who is not known yet. */
  ahead?: Ahead;
  /** Readiness by level and skill, from 0 to 1. */
  shares?: Record<'junior' | 'mid' | 'senior', Partial<Record<string, number>>>;
};

/** `asOf` where the server did not answer: the time of the copy of the last answer that is shown in its place. */
export type MeState = { status: 'loading' } | { status: 'offline' } | { status: 'ready'; me: Me; asOf?: string };

/** Whom work done here belongs to, and who they were as guests. */
export type Owner = { id: string; formerly: string[] };

const loading: MeState = { status: 'loading' };
let state: MeState = loading;
let request: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Who is reading and what they have done. All islands of a page share one request; the server renders `loading`. */
export function useMe(): MeState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => loading,
  );
}

/** Asks again, after anything that changes progress or the account. What is shown stays until the answer is here. */
export function refreshMe(): Promise<void> {
  request = load();
  return request;
}

/** Shows what the learner has just done before the server knows it, because it waits in the outbox. */
export function assumeMe(change: (me: Me) => Me): void {
  if (state.status !== 'ready') return;
  state = { ...state, me: change(state.me) };
  keepCopy(state.me, state.asOf);
  for (const listener of listeners) listener();
}

/** Whose browser this is now, as far as is known: also before the first answer, and without a connection. */
export function ownerNow(): Owner {
  return state.status === 'ready' ? ownerOf(state.me) : (readCopy()?.owner ?? ownerOf(null));
}

/** Whether what `owner` does is done by whoever is here now: who was a guest a moment ago is, too. */
export function isHere(owner: string): boolean {
  const { id, formerly } = ownerNow();
  return owner === id || owner === nobodyYet || formerly.includes(owner);
}

function ownerOf(me: Me | null): Owner {
  if (!me || me.learner.kind === 'none') return { id: nobodyYet, formerly: [] };
  return { id: me.learner.id, formerly: me.learner.kind === 'account' ? me.learner.formerly : [] };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  watch();
  request ??= load();
  return () => listeners.delete(listener);
}

async function load(): Promise<void> {
  try {
    const response = await fetch('/api/me', { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`GET /api/me answered ${response.status}`);
    // Our own server's answer: its shape is checked there, and a validator here would weigh more than the island.
    state = { status: 'ready', me: (await response.json()) as Me };
    keepCopy(state.me);
  } catch (error) {
    console.warn('Progress could not be loaded.', error);
    // Old news beats none: a page that already shows progress keeps it when a refresh fails.
    if (state.status !== 'ready') {
      const kept = keptCopy();
      state = kept ? { status: 'ready', me: kept.me, asOf: kept.savedAt } : { status: 'offline' };
    }
    request = null;
  }
  for (const listener of listeners) listener();
}

const copyKey = 'underpin:me';

type Copy = { build: string; savedAt: string; owner: Owner; me: Me };

function keepCopy(me: Me, savedAt = new Date().toISOString()): void {
  try {
    const copy: Copy = { build: buildId, savedAt, owner: ownerOf(me), me };
    localStorage.setItem(copyKey, JSON.stringify(copy));
  } catch {
    // Full or forbidden: without a connection there is then nothing to show, as in a browser that was never here.
  }
}

/** What is shown of it is read by the build that wrote it alone: another may give its fields another meaning. */
function keptCopy(): Copy | null {
  const copy = readCopy();
  return copy?.build === buildId ? copy : null;
}

function readCopy(): Copy | null {
  try {
    const text = localStorage.getItem(copyKey);
    return text ? (JSON.parse(text) as Copy) : null;
  } catch {
    return null;
  }
}

let watching = false;

/** Another tab may sign in or out, and a connection may come back: both change what is true here. */
function watch(): void {
  if (watching) return;
  watching = true;
  addEventListener('storage', ({ key }) => {
    if (key !== copyKey || state.status !== 'ready') return;
    const there = readCopy()?.owner;
    if (there && there.id !== ownerOf(state.me).id) void refreshMe();
  });
  addEventListener('online', () => {
    if (state.status === 'offline' || (state.status === 'ready' && state.asOf)) void refreshMe();
  });
}
