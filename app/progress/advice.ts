import { levelLabels, plural, skillLabels } from '#components/labels';
import type { Recommendation } from '#components/next-step';
import type { TrackSummary } from '#content/load';
import { isGraded } from '#lib/graded';
import { reasonInWords } from '../learn/reason-in-words.ts';
import { levels, percent, type Evidence, type Level, type Readiness, type Skill } from './readiness.ts';

/** One thing to do, and why. */
export type Advice = { title: string; path: string; reason: string };

type Situation = {
  tracks: readonly TrackSummary[];
  evidence: Evidence;
  lessonsDone: ReadonlySet<string>;
  readiness: Readiness;
  due: number;
  /** The exercise begun last that is not passed. */
  begun: { title: string; path: string } | null;
  next: Recommendation | null;
  goal: Level | null;
  isNew: boolean;
};

const adviceMax = 4;

/** What to do now, the most useful first. Nothing is locked: these are recommendations, each with its reason. */
export function adviceFor(situation: Situation): Advice[] {
  const { due, begun, next, isNew } = situation;
  const all = [
    isNew && {
      title: 'Find your starting point',
      path: '/placement',
      reason: 'A quarter of an hour of questions tells you where to begin in each track; or pick a level yourself.',
    },
    due > 0 && {
      title: `Review ${plural(due, 'card')}`,
      path: '/review',
      reason: 'You chose or once missed what is on them, and today is the day on which looking again helps most.',
    },
    begun && { ...begun, reason: 'You have begun it and not passed it yet.' },
    weakSpot(situation),
    next && { title: next.step.title, path: next.step.path, reason: reasonInWords(next.because) },
  ].filter((advice) => advice !== false && advice !== null);
  return all.filter((advice, index) => all.findIndex(({ path }) => path === advice.path) === index).slice(0, adviceMax);
}

/** The skill furthest from ready at the level the learner is on, and the first thing that is missing there. */
function weakSpot({ tracks, evidence, lessonsDone, readiness, goal }: Situation): Advice | null {
  const level = levelToReach(readiness, goal);
  if (!level) return null;
  const bySkill = readiness.levels[level].skills;
  const open = (Object.keys(bySkill) as Skill[])
    .filter((skill) => bySkill[skill].share !== null && bySkill[skill].exercises.done < bySkill[skill].exercises.total)
    .sort((a, b) => bySkill[a].share! - bySkill[b].share!);
  for (const skill of open) {
    const { share } = bySkill[skill];
    const where = `${skillLabels[skill]} is where you are furthest from ${levelLabels[level].toLowerCase()}, at ${percent(share!)} %.`;
    for (const lesson of tracks.flatMap(({ lessons }) => lessons)) {
      const exercise = lesson.exercises.find(
        (one) =>
          one.level === level && isGraded(one) && one.skills.includes(skill) && !evidence.exercises[one.id]?.passed,
      );
      if (!exercise) continue;
      if (lessonsDone.has(lesson.id)) return { title: exercise.title, path: exercise.path, reason: where };
      return { title: lesson.title, path: lesson.path, reason: `${where} Its exercises follow from this lesson.` };
    }
  }
  return null;
}

/** The goal while it is not reached, otherwise the first level with material that is not ready. */
export function levelToReach({ levels: byLevel }: Readiness, goal: Level | null): Level | null {
  const isOpen = (level: Level) => !byLevel[level].isReady && byLevel[level].total.share !== null;
  if (goal && isOpen(goal)) return levels.find((level) => isOpen(level)) ?? goal;
  return levels.find(isOpen) ?? null;
}
