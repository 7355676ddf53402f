import { vi } from 'vitest';
import { answeredContent } from '../answered-content.ts';
import { content } from '../content.ts';
import * as grader from '../grader.ts';
import { questionContent } from '../question-content.ts';

/** Stands in for `#content/load`: something of every kind that the routes and pages of the tables ask for. */
export const contentOfTables = {
  ...content,
  ...questionContent,
  exercisePage: (id: string) => content.exercisePage(id) ?? answeredContent.exercisePage(id),
  exerciseSecrets: (id: string) => content.exerciseSecrets(id) ?? answeredContent.exerciseSecrets(id),
  searchIndex: () => ({}),
  searchTexts: () => ({}),
  searchVersion: () => 'v1',
};

/** Stands in for `#sandbox/client`. */
export const sandboxOfTables = {
  ...grader,
  sandboxHealth: () => Promise.resolve({ state: 'down' }),
  sandboxReadiness: () => Promise.resolve({ ready: true, missing: [] }),
  sandboxMetrics: () => Promise.resolve(null),
};

/** Stands in for `next/navigation`. */
export async function navigationOfTables() {
  return {
    ...(await vi.importActual<object>('next/navigation')),
    useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
    redirect: (to: string) => {
      throw new Error(`redirect to ${to}`);
    },
  };
}
