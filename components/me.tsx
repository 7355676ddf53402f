'use client';

import { useSyncExternalStore } from 'react';

export type ExerciseProgress = {
  status: 'attempted' | 'passed';
  passedAt: string | null;
  attempts: number;
  hintsUsed: number;
  solutionSeen: boolean;
  lastAt: string;
};

export type LessonProgress = {
  doneAt: string | null;
  checks: Record<string, { correct: boolean; attempts: number }>;
};

/** A text that the learner has scored against the rubric of its exercise; apart from progress, which is graded. */
export type SelfScore = { points: number; pointsMax: number; scores: Record<string, number>; scoredAt: string };

/** The answer of GET /api/me. Keys of `lessons` and `exercises` are content ids; times are ISO 8601. */
export type Me = {
  learner:
    { kind: 'none' } | { kind: 'guest' } | { kind: 'account'; email: string; name: string | null; owner: boolean };
  lessons: Record<string, LessonProgress>;
  exercises: Record<string, ExerciseProgress>;
  selfScores: Record<string, SelfScore>;
  lastVisited: { kind: 'lesson' | 'exercise'; id: string } | null;
};

export type MeState = { status: 'loading' } | { status: 'offline' } | { status: 'ready'; me: Me };

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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  request ??= load();
  return () => listeners.delete(listener);
}

async function load(): Promise<void> {
  try {
    const response = await fetch('/api/me', { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`GET /api/me answered ${response.status}`);
    // Our own server's answer: its shape is checked there, and a validator here would weigh more than the island.
    state = { status: 'ready', me: (await response.json()) as Me };
  } catch (error) {
    console.warn('Progress could not be loaded.', error);
    // Old news beats none: a page that already shows progress keeps it when a refresh fails.
    if (state.status !== 'ready') state = { status: 'offline' };
    request = null;
  }
  for (const listener of listeners) listener();
}
