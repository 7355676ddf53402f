import { levelLabels, plural, skillLabels } from '#components/labels';
import { storyThemes } from '#lib/story';
import { inPercent, rulesOf } from '../formula-rules.ts';
import type { Overview } from '../overview.ts';
import { formula, levels, percent, questionMinutes, skills, type Level, type Standing } from '../readiness.ts';
import type { Pass, Project } from './projects.ts';

/** A table or a few sentences of the report, the same on the page, on paper and in the saved file. */
export type Block = {
  id: string;
  title: string;
  sentences: string[];
  table: { columns: string[]; rows: string[][] } | null;
};

export type Report = {
  asOf: Date;
  /** Whose it is; null for a guest, and for an account without a name. */
  name: string | null;
  summary: string;
  /** What a machine judged, by tests or right answers. */
  graded: Block[];
  /** What the learner says of themselves. */
  selfReported: Block[];
  rules: Block;
};

/** One finished mock interview, as its own report counts it. */
export type ReportedMock = {
  kind: string;
  level: Level;
  startedAt: Date;
  exercises: { passed: number; total: number };
  /** Something in it was graded elsewhere, and came with an import. */
  imported: boolean;
  written: { rated: number; total: number };
  /** From 0 to 1; null until something is rated. */
  selfShare: number | null;
};

export type ReportSources = {
  overview: Pick<Overview, 'readiness' | 'tally' | 'selfAssessed' | 'lessons'>;
  projects: Project[];
  mocks: ReportedMock[];
  stories: { count: number; themes: number };
  name: string | null;
  now: Date;
  zone: string;
};

/** Nobody watched, and that has to stand on every copy. */
export const statement =
  'This is evidence from self-study with Underpin. Nobody supervised the work or checked who did it, so it is not a certificate. What a machine graded and what the learner says of themselves stand apart.';

export function reportOf(sources: ReportSources): Report {
  const { overview, projects, mocks, stories, name, now, zone } = sources;
  const { level } = overview.readiness;
  const dated = (date: Date) => dayIn(date, zone);
  return {
    asOf: now,
    name,
    summary: level
      ? `Ready for ${levelLabels[level].toLowerCase()} by the formula below.`
      : 'No level is ready yet by the formula below.',
    graded: [...levels.map((each) => levelBlock(overview, each)), projectsBlock(projects), gradedMocks(mocks, dated)],
    selfReported: [textsBlock(overview, dated), ratedMocks(mocks, dated), restBlock(overview, stories)],
    rules: {
      id: 'how',
      title: 'How readiness is worked out',
      sentences: [
        `An exercise weighs the minutes it is set at, a question in a lesson ${questionMinutes} minutes. The share of a skill is the minutes shown of the minutes there are.`,
        `A level is called ready from ${inPercent(formula.readyShare)} of all its minutes, with no skill that has material below ${inPercent(formula.readySkillShare)}. What the learner says of themselves never counts.`,
        ...(overview.tally.imported > 0
          ? [
              `${plural(overview.tally.imported, 'pass', 'passes')} came with an import and ${overview.tally.imported === 1 ? 'was' : 'were'} not graded on this server.`,
            ]
          : []),
      ],
      table: {
        columns: ['What', 'Counts', 'Here'],
        rows: rulesOf(overview.tally).map(({ term, counts, yours }) => [term, counts, yours]),
      },
    },
  };
}

function levelBlock({ readiness }: ReportSources['overview'], level: Level): Block {
  const { total, skills: bySkill, unjudged, isReady } = readiness.levels[level];
  const block = { id: level, title: `${levelLabels[level]}${isReady ? ': ready' : ''}` };
  if (total.share === null) {
    return { ...block, sentences: ['There is no material at this level yet, so nothing can be said.'], table: null };
  }
  const row = (label: string, standing: Standing) => [
    label,
    `${percent(standing.share ?? 0)} %`,
    `${rounded(standing.earned)} of ${standing.possible}`,
    `${standing.exercises.done} of ${standing.exercises.total}`,
    `${standing.questions.done} of ${standing.questions.total}`,
  ];
  return {
    ...block,
    sentences:
      unjudged.length === 0
        ? []
        : [
            `${plural(unjudged.length, 'skill has', 'skills have')} no material at this level and cannot be judged: ${unjudged.map((skill) => skillLabels[skill]).join(', ')}.`,
          ],
    table: {
      columns: ['Skill', 'Share', 'Minutes', 'Exercises', 'Questions'],
      rows: [
        ...skills
          .filter((skill) => bySkill[skill].share !== null)
          .map((skill) => row(skillLabels[skill], bySkill[skill])),
        row('All skills', total),
      ],
    },
  };
}

function projectsBlock(projects: Project[]): Block {
  const rows = projects.flatMap(({ title, steps }) => [
    [title, `${steps.filter(({ pass }) => pass).length} of ${steps.length} steps`],
    ...steps.map((step) => [step.title, passInWords(step.pass)]),
  ]);
  return {
    id: 'projects',
    title: 'Projects',
    sentences: [
      rows.length === 0
        ? 'There is no project in this material.'
        : 'Each step is graded by tests and goes on with the learner’s own code of the step before.',
    ],
    table: rows.length === 0 ? null : { columns: ['Project and step', 'Standing'], rows },
  };
}

function passInWords(pass: Pass | null): string {
  if (!pass) return 'not passed';
  return `passed${pass.solutionSeen ? ' after the solution was seen' : ''}${pass.imported ? ', imported' : ''}`;
}

function gradedMocks(mocks: ReportedMock[], dated: (date: Date) => string): Block {
  const withExercises = mocks.filter(({ exercises }) => exercises.total > 0);
  return {
    id: 'mocks-graded',
    title: 'Mock interviews: what was graded',
    sentences: withExercises.length === 0 ? ['No mock interview with graded exercises is finished yet.'] : [],
    table:
      withExercises.length === 0
        ? null
        : {
            columns: ['Mock interview', 'Level', 'Day', 'Exercises passed'],
            rows: withExercises.map(({ kind, level, startedAt, exercises, imported }) => [
              kind,
              levelLabels[level],
              dated(startedAt),
              `${exercises.passed} of ${exercises.total}${imported ? ' (imported)' : ''}`,
            ]),
          },
  };
}

function textsBlock({ selfAssessed }: ReportSources['overview'], dated: (date: Date) => string): Block {
  return {
    id: 'texts',
    title: 'Texts, scored by their writer',
    sentences: selfAssessed.length === 0 ? ['No text is scored yet.'] : [],
    table:
      selfAssessed.length === 0
        ? null
        : {
            columns: ['Text', 'Own score', 'Day'],
            rows: selfAssessed.map(({ exercise, points, pointsMax, scoredAt }) => [
              exercise.title,
              `${points} of ${pointsMax}`,
              dated(scoredAt),
            ]),
          },
  };
}

function ratedMocks(mocks: ReportedMock[], dated: (date: Date) => string): Block {
  const written = mocks.filter(({ written: { total } }) => total > 0);
  return {
    id: 'mocks-rated',
    title: 'Mock interviews: what the learner rated',
    sentences: written.length === 0 ? ['No mock interview with written answers is finished yet.'] : [],
    table:
      written.length === 0
        ? null
        : {
            columns: ['Mock interview', 'Level', 'Day', 'Answers rated', 'Own rating'],
            rows: written.map((mock) => [
              mock.kind,
              levelLabels[mock.level],
              dated(mock.startedAt),
              `${mock.written.rated} of ${mock.written.total}`,
              // As the mock's own report rounds it.
              mock.selfShare === null ? 'not rated' : `${Math.round(mock.selfShare * 100)} %`,
            ]),
          },
  };
}

function restBlock({ lessons }: ReportSources['overview'], { count, themes }: ReportSources['stories']): Block {
  return {
    id: 'rest',
    title: 'Lessons and stories',
    sentences: [
      `${lessons.done} of ${plural(lessons.total, 'lesson')} marked as read.`,
      count === 0
        ? 'No story for the behavioural round is written yet.'
        : `${plural(count, 'story', 'stories')} for the behavioural round, for ${themes} of ${storyThemes.length} themes.`,
    ],
    table: null,
  };
}

/** `21 November 2026`, in the learner's zone and the language of the report: it is made for others, who may read any other. */
export function dayIn(date: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone }).format(date);
}

const rounded = (value: number) => String(Math.round(value * 10) / 10);
