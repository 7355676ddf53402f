import { tracks } from '#content/load';
import type { Db } from '#db/client';
import { mocksOf } from '#db/mocks';
import { progressOf } from '#db/progress';
import { storiesOf } from '#db/stories';
import { coverageOf } from '#lib/story';
import { mockSummary } from '../../interview/mocks/mock-summary.ts';
import { mockKindLabels } from '../../interview/mocks/mock-words.ts';
import type { Learner } from '../../learner.ts';
import { overviewOf } from '../overview.ts';
import { projectsOf } from './projects.ts';
import { reportOf, type Report } from './report.ts';

type Asked = { learner: Pick<Learner, 'learnerId'> | null; name: string | null; now: Date; zone: string };

/** The report of this moment; null as a learner is somebody who has done nothing. */
export async function currentReport(db: Db, { learner, name, now, zone }: Asked): Promise<Report> {
  const overview = await overviewOf(db, learner, { now, zone });
  const exercises = learner ? await progressOf(db, learner.learnerId) : [];
  const stories = learner ? await storiesOf(db, learner.learnerId) : [];
  const mocks = learner ? await mocksOf(db, learner.learnerId, now) : [];
  const passes = new Map(
    exercises
      .filter(({ status }) => status === 'passed')
      .map(({ exerciseId, solutionSeen, importedAt }) => [exerciseId, { solutionSeen, imported: importedAt !== null }]),
  );
  const covered = [...coverageOf(stories).values()].filter((serving) => serving.length > 0);
  return reportOf({
    overview,
    projects: projectsOf(tracks(), passes),
    mocks: mocks
      .map((mock) => mockSummary(mock, now))
      .filter(({ ended }) => ended !== null)
      .map((mock) => ({ ...mock, kind: mockKindLabels[mock.kind] })),
    stories: { count: stories.length, themes: covered.length },
    name,
    now,
    zone,
  });
}
