import { assumeMe, ownerNow, refreshMe } from '#components/me';
import { actingFetch } from '#lib/acting-fetch';
import { forLearner } from '#lib/for-learner';
import type { Work } from '#lib/outbox/letter';
import { hasNotedLetters } from '#lib/outbox/noted';
import { randomKey } from '#lib/random-key';

/** Tells the server how a question was answered, now or when it can be reached. */
export async function reportCheck(lessonId: string, check: string, correct: boolean): Promise<void> {
  const key = randomKey();
  try {
    const work = { kind: 'check', lesson: lessonId, check, correct } as const;
    await tell(work, key, 'POST', `/api/lessons/${lessonId}/checks`, { check, correct, key });
  } catch (error) {
    console.warn('The answer was not stored.', error);
  }
}

/**
 * Marks a lesson. Resolves to `kept` when the server cannot be reached and the mark waits on this device; throws when it
 * could not even be kept, so that the button can say so.
 */
export async function setLessonDone(lessonId: string, done: boolean): Promise<'stored' | 'kept'> {
  const work = { kind: 'lesson', lesson: lessonId, done } as const;
  const result = await tell(work, randomKey(), 'PUT', `/api/lessons/${lessonId}`, { done });
  if (result === 'kept') {
    const doneAt = done ? new Date().toISOString() : null;
    assumeMe((me) => {
      const lesson = { checks: {}, ...me.lessons[lessonId], doneAt };
      return { ...me, lessons: { ...me.lessons, [lessonId]: lesson } };
    });
  }
  return result;
}

async function tell(work: Work, key: string, method: string, path: string, body: unknown): Promise<'stored' | 'kept'> {
  const owner = ownerNow().id;
  // What waits is older and must not arrive later than this.
  if (!hasNotedLetters()) {
    const headers = { 'content-type': 'application/json' };
    const init = forLearner(owner, { method, headers, body: JSON.stringify(body) });
    const response = await actingFetch(path, init).catch(() => null);
    if (response?.ok) {
      await refreshMe();
      return 'stored';
    }
    // Too fast, or the server is broken: that passes. A mark under another sign-in does not, and the page is told who it is.
    if (response?.status === 409) await refreshMe();
    if (response && response.status < 500 && response.status !== 429) {
      throw new Error(`${method} ${path} answered ${response.status}`);
    }
  }
  const { outboxHere } = await import('#lib/outbox/here');
  const box = outboxHere(ownerNow);
  await box.add(work, { key, owner });
  await box.flush();
  if (box.snapshot().waiting.some((letter) => letter.key === key)) return 'kept';
  await refreshMe();
  return 'stored';
}
