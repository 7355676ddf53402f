import { mockKindSchema, type MockKind } from '#lib/mock';

/** One thing to do, and why. */
export type NextThing = { title: string; path: string; reason: string };

export type Outcome = {
  mockId: string;
  kind: MockKind;
  exercises: {
    title: string;
    path: string;
    passed: boolean;
    attempts: number;
    /** Handed in, without a result so far. */
    waiting: number;
    firstFailure: string | null;
  }[];
  questions: {
    title: string;
    path: string;
    /** Null where the learner has not rated their answer yet. */
    share: number | null;
    missed: number;
    lessons: { title: string; path: string }[];
  }[];
  /** Which mocks the learner has had, this one among them. */
  kindsTried: readonly MockKind[];
  /** What would strengthen the weakest skills, where the mock itself leaves less than enough to do. */
  weak: readonly NextThing[];
};

export const nextThingsMax = 5;
/** An answer below this is worth going back to. */
export const weakShare = 0.7;

/**
 * What to do after a mock, the most useful first. One of each sort comes before a second of any, so that five exercises
 * that did not pass do not push out the lesson that explains them.
 */
export function nextThings(outcome: Outcome, kindLabels: Record<MockKind, string>): NextThing[] {
  const weak = outcome.questions
    .filter(({ share }) => share !== null && share < weakShare)
    .toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0));
  const sorts = [
    unrated(outcome),
    redo(outcome),
    read(weak),
    remember(weak),
    rehearse(outcome, kindLabels),
    outcome.weak,
  ];
  return inTurn(sorts).slice(0, nextThingsMax);
}

/** The first of each sort, then the second of each; no page twice. */
export function inTurn(sorts: readonly (readonly NextThing[])[]): NextThing[] {
  const longest = Math.max(0, ...sorts.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, turn) => sorts.flatMap((sort) => sort[turn] ?? [])).flat();
  return all.filter((thing, index) => all.findIndex(({ path }) => path === thing.path) === index);
}

function unrated({ mockId, questions }: Outcome): NextThing[] {
  const open = questions.filter(({ share }) => share === null);
  if (open.length === 0) return [];
  const [first] = open;
  return [
    {
      title: open.length === 1 ? `Rate your answer to "${first?.title}"` : `Rate your ${open.length} written answers`,
      path: `/interview/mocks/${mockId}/review`,
      reason: 'While you still know what you meant: beside the model answer you see what was missing.',
    },
  ];
}

function redo({ exercises }: Outcome): NextThing[] {
  return exercises
    .filter(({ passed }) => !passed)
    .map((exercise) => ({
      title: exercise.title,
      path: exercise.path,
      reason: `${stateWords(exercise)} Solve it now without a clock.`,
    }));
}

function stateWords({ attempts, waiting, firstFailure }: Outcome['exercises'][number]): string {
  if (attempts > 0) return firstFailure ? `It stopped at "${firstFailure}".` : 'It did not pass.';
  return waiting > 0 ? 'Handed in, not graded yet.' : 'Nothing was handed in for it.';
}

function read(weak: Outcome['questions']): NextThing[] {
  return weak.flatMap(({ title, lessons }) =>
    lessons.slice(0, 1).map((lesson) => ({ ...lesson, reason: `It covers what your answer to "${title}" lacked.` })),
  );
}

function remember(weak: Outcome['questions']): NextThing[] {
  return weak.map(({ title, path, missed }) => ({
    title,
    path,
    reason: `${missed === 0 ? 'You rated it low' : `You missed ${missed === 1 ? 'a point' : `${missed} points`} of it`}. Add it to your review, so that it comes back before you forget it.`,
  }));
}

/** Kinds not yet tried; with all of them tried, the same once more, unless all went well. */
function rehearse({ kind, kindsTried, exercises, questions }: Outcome, labels: Record<MockKind, string>): NextThing[] {
  const untried = mockKindSchema.options.filter((each) => !kindsTried.includes(each));
  if (untried.length > 0) {
    return untried.map((each) => ({
      title: `Mock interview: ${labels[each]}`,
      path: `/interview/mocks?kind=${each}`,
      reason: 'You have not tried this kind yet.',
    }));
  }
  const wentWell =
    exercises.every(({ passed }) => passed) && questions.every(({ share }) => share !== null && share >= weakShare);
  return [
    {
      title: `Mock interview: ${labels[wentWell ? 'loop' : kind]}`,
      path: `/interview/mocks?kind=${wentWell ? 'loop' : kind}`,
      reason: wentWell ? 'This one went well; the whole loop asks for stamina.' : 'The same kind again, drawn anew.',
    },
  ];
}
