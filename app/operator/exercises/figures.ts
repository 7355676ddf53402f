import { exercisePage, exercises } from '#content/load';
import type { Db } from '#db/client';
import { exerciseFigures, worstTests } from '#db/operator';

export type ExerciseRow = {
  id: string;
  title: string;
  path: string;
  attempts: number;
  learners: number;
  firstTryPasses: number;
  /** Of the version that stands now. */
  worst: { testName: string; failures: number; attempts: number } | null;
};

export const daysCounted = 90;

/** Exercises that were handed in within `daysCounted` days, those that fewest pass at the first try on top. */
export async function exerciseRows(db: Db): Promise<ExerciseRow[]> {
  const figures = new Map((await exerciseFigures(db, daysCounted)).map((row) => [row.exerciseId, row]));
  const worst = new Map((await worstTests(db)).map((row) => [`${row.exerciseId} ${row.contentHash}`, row]));
  return exercises()
    .flatMap(({ id, title, path }) => {
      const { attempts, learners, firstTryPasses } = figures.get(id) ?? { attempts: 0, learners: 0, firstTryPasses: 0 };
      if (attempts === 0) return [];
      const found = worst.get(`${id} ${exercisePage(id)?.contentHash ?? ''}`) ?? null;
      return [{ id, title, path, attempts, learners, firstTryPasses, worst: found }];
    })
    .sort((one, other) => firstTryShare(one) - firstTryShare(other) || other.attempts - one.attempts);
}

/** Where nobody began within the time there is no share, and such a row says least. */
const firstTryShare = ({ firstTryPasses, learners }: ExerciseRow) => (learners === 0 ? 2 : firstTryPasses / learners);
