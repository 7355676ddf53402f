import { assumeMe, isHere, ownerNow } from '#components/me';
import { tellServer } from '#components/tell-server';

/** Tells the server how a question was answered, now or when it can be reached. */
export async function reportCheck(lessonId: string, check: string, correct: boolean): Promise<void> {
  try {
    await tellServer({ kind: 'check', lesson: lessonId, check, correct });
  } catch (error) {
    console.warn('The answer was not stored.', error);
  }
}

/**
 * Marks a lesson. Resolves to `kept` when the server cannot be reached and the mark waits on this device; throws when it
 * could not even be kept, so that the button can say so.
 */
export async function setLessonDone(lessonId: string, done: boolean): Promise<'stored' | 'kept'> {
  const { id: owner } = ownerNow();
  const result = await tellServer({ kind: 'lesson', lesson: lessonId, done }, owner);
  if (result === 'kept' && isHere(owner)) {
    const doneAt = done ? new Date().toISOString() : null;
    assumeMe((me) => {
      const lesson = { checks: {}, ...me.lessons[lessonId], doneAt };
      return { ...me, lessons: { ...me.lessons, [lessonId]: lesson } };
    });
  }
  return result;
}
