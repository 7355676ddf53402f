/** The one formula behind every readiness figure. Pure, so that the page can show the reader what it did. */

export const levels = ['junior', 'mid', 'senior'] as const;
export type Level = (typeof levels)[number];

export const skills = [
  'career',
  'programming',
  'data-structures',
  'databases',
  'apis',
  'security',
  'system-design',
  'operations',
  'testing',
] as const;
export type Skill = (typeof skills)[number];

/** One thing that can be evidence. It weighs its minutes. */
export type Material = {
  type: 'exercise' | 'question';
  /** The exercise's id, or `<lesson>/<check>`. */
  id: string;
  level: Level;
  skills: readonly Skill[];
  minutes: number;
};

export type ExerciseEvidence = {
  passed: boolean;
  /** Submissions that did not pass before the first one that did. */
  failuresBeforePass: number;
  /** Hints read before passing. */
  hints: number;
  /** Whether the solution was asked for before passing. */
  solutionSeen: boolean;
  /** Whether the pass came with an import, and was not graded here. */
  imported: boolean;
};
export type QuestionEvidence = { correct: boolean; firstCorrect: boolean };

/** What a learner has done. Scores that they gave themselves have no place in here. */
export type Evidence = {
  exercises: Readonly<Record<string, ExerciseEvidence>>;
  questions: Readonly<Record<string, QuestionEvidence>>;
};

/** What a question in a lesson weighs, in minutes; an exercise weighs the minutes it is set at. */
export const questionMinutes = 2;
export const formula = {
  notAtFirstTry: 0.1,
  eachHint: 0.1,
  hintsCountedMax: 3,
  afterSolution: 0.5,
  questionRightLater: 0.5,
  /** A level is called ready from this share of all its material … */
  readyShare: 0.8,
  /** … when no skill that has material is below this one. */
  readySkillShare: 0.6,
} as const;

/** From 0, not shown yet, to 1, shown at the first try and without help. */
export function scoreOf({ type, id }: Pick<Material, 'type' | 'id'>, evidence: Evidence): number {
  if (type === 'question') {
    const answer = evidence.questions[id];
    if (!answer?.correct) return 0;
    return answer.firstCorrect ? 1 : formula.questionRightLater;
  }
  const exercise = evidence.exercises[id];
  if (!exercise?.passed) return 0;
  if (exercise.solutionSeen) return formula.afterSolution;
  const hints = Math.min(exercise.hints, formula.hintsCountedMax);
  return 1 - (exercise.failuresBeforePass > 0 ? formula.notAtFirstTry : 0) - hints * formula.eachHint;
}

type Count = { done: number; total: number };

/** Minutes shown of minutes there are. `share` is null where there is no material, and nothing can be said. */
export type Standing = { earned: number; possible: number; share: number | null; exercises: Count; questions: Count };

export type LevelReadiness = {
  level: Level;
  total: Standing;
  skills: Record<Skill, Standing>;
  /** Skills without material at this level: they are left out of the total, not counted as known. */
  unjudged: Skill[];
  isReady: boolean;
};

export type Readiness = {
  levels: Record<Level, LevelReadiness>;
  /** The highest level that is ready together with all below it. */
  level: Level | null;
};

export function readinessOf(material: readonly Material[], evidence: Evidence): Readiness {
  const byLevel = Object.fromEntries(
    levels.map((level) => [level, levelReadiness(level, material, evidence)]),
  ) as Record<Level, LevelReadiness>;
  const firstMissing = levels.findIndex((level) => !byLevel[level].isReady);
  const reached = levels.slice(0, firstMissing === -1 ? undefined : firstMissing);
  return { levels: byLevel, level: reached.at(-1) ?? null };
}

function levelReadiness(level: Level, material: readonly Material[], evidence: Evidence): LevelReadiness {
  const ofLevel = material.filter((item) => item.level === level);
  const bySkill = Object.fromEntries(
    skills.map((skill) => [
      skill,
      standing(
        ofLevel.filter((item) => item.skills.includes(skill)),
        evidence,
      ),
    ]),
  ) as Record<Skill, Standing>;
  // An item of two skills is evidence for both, and once in the total.
  const total = standing(ofLevel, evidence);
  const isReady =
    total.share !== null &&
    total.share >= formula.readyShare &&
    skills.every((skill) => (bySkill[skill].share ?? 1) >= formula.readySkillShare);
  return { level, total, skills: bySkill, unjudged: skills.filter((skill) => bySkill[skill].share === null), isReady };
}

function standing(items: readonly Material[], evidence: Evidence): Standing {
  const counted: Standing = {
    earned: 0,
    possible: 0,
    share: null,
    exercises: { done: 0, total: 0 },
    questions: { done: 0, total: 0 },
  };
  for (const item of items) {
    const score = scoreOf(item, evidence);
    const count = item.type === 'exercise' ? counted.exercises : counted.questions;
    counted.possible += item.minutes;
    counted.earned += item.minutes * score;
    count.total += 1;
    if (score > 0) count.done += 1;
  }
  return { ...counted, share: counted.possible === 0 ? null : counted.earned / counted.possible };
}

/** The reader's own numbers, in the order in which the page explains the formula. */
export type Tally = {
  firstTry: number;
  withFailures: number;
  withHints: number;
  hints: number;
  afterSolution: number;
  /** How many of the passes were not graded here. */
  imported: number;
  questionsAtOnce: number;
  questionsLater: number;
};

export function tallyOf(material: readonly Material[], evidence: Evidence): Tally {
  const passed = material.flatMap(({ type, id }) => {
    const exercise = type === 'exercise' ? evidence.exercises[id] : undefined;
    return exercise?.passed ? [exercise] : [];
  });
  const alone = passed.filter(({ solutionSeen }) => !solutionSeen);
  const right = material.flatMap(({ type, id }) => {
    const answer = type === 'question' ? evidence.questions[id] : undefined;
    return answer?.correct ? [answer] : [];
  });
  return {
    firstTry: alone.filter(({ failuresBeforePass, hints }) => failuresBeforePass + hints === 0).length,
    withFailures: alone.filter(({ failuresBeforePass }) => failuresBeforePass > 0).length,
    withHints: alone.filter(({ hints }) => hints > 0).length,
    hints: alone.reduce((sum, { hints }) => sum + Math.min(hints, formula.hintsCountedMax), 0),
    afterSolution: passed.length - alone.length,
    imported: passed.filter(({ imported }) => imported).length,
    questionsAtOnce: right.filter(({ firstCorrect }) => firstCorrect).length,
    questionsLater: right.filter(({ firstCorrect }) => !firstCorrect).length,
  };
}

/** Rounded down, so that nothing unfinished ever reads as 100 %. */
export function percent(share: number): number {
  // Sums of tenths miss a whole by a hair.
  return Math.floor(share * 100 + 1e-9);
}
