import { refreshMe } from '#components/me';
import { actingFetch } from '#lib/acting-fetch';

/** Tells the server how a question was answered. Losing one is no harm, so a failure stays in the console. */
export async function reportCheck(lessonId: string, check: string, correct: boolean): Promise<void> {
  try {
    const response = await actingFetch(`/api/lessons/${lessonId}/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ check, correct }),
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    await refreshMe();
  } catch (error) {
    console.warn('The answer was not stored.', error);
  }
}

/** Throws when it could not be stored, so that the button can say so. */
export async function setLessonDone(lessonId: string, done: boolean): Promise<void> {
  const response = await actingFetch(`/api/lessons/${lessonId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ done }),
  });
  if (!response.ok) throw new Error(`PUT /api/lessons/${lessonId} answered ${response.status}`);
  await refreshMe();
}
