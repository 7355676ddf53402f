import { tracks } from '#content/load';
import type { Db } from '#db/client';
import { mocksOf } from '#db/mocks';
import { storyThemesOf } from '#db/stories';
import { mockSummary } from '../../interview/mocks/mock-summary.ts';
import { mockKindLabels } from '../../interview/mocks/mock-words.ts';
import type { Learner } from '../../learner.ts';
import { shownBy } from '../overview.ts';
import { workOf } from '../records.ts';
import { projectsOf } from './projects.ts';
import { reportOf, type Report } from './report.ts';

type Asked = { learner: Pick<Learner, 'learnerId'> | null; name: string | null; now: Date; zone: string };

/** The report of this moment; null as a learner is somebody who has done nothing. */
export async function currentReport(db: Db, { learner, name, now, zone }: Asked): Promise<Report> {
  const work = await workOf(db, learner?.learnerId ?? null);
  const stories = learner ? await storyThemesOf(db, learner.learnerId) : [];
  const mocks = learner ? await mocksOf(db, learner.learnerId, now) : [];
  const passes = new Map(
    work.exercises
      .filter(({ status }) => status === 'passed')
      .map(({ exerciseId, solutionSeen, importedAt }) => [exerciseId, { solutionSeen, imported: importedAt !== null }]),
  );
  return reportOf({
    overview: shownBy(work),
    projects: projectsOf(tracks(), passes),
    mocks: mocks
      .map((mock) => mockSummary(mock, now))
      .filter(({ ended }) => ended !== null)
      .map((mock) => ({ ...mock, kind: mockKindLabels[mock.kind] })),
    stories: { count: stories.length, themes: new Set(stories.flat()).size },
    name,
    now,
    zone,
  });
}
