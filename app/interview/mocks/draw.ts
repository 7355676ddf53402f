import type { ExerciseSummary, QuestionSummary } from '#content/load';
import { roundMinutes, type AnswerForm, type MockKind, type MockPart, type RoundKind } from '#lib/mock';
import type { Language } from '#lib/verdict';

/** `goesOn` where it goes on with the code of another exercise, which nobody has at hand in an interview. */
export type DrawExercise = Pick<ExerciseSummary, 'id' | 'kind' | 'languages' | 'level' | 'minutes' | 'skills'> & {
  goesOn: boolean;
};
export type DrawQuestion = Pick<QuestionSummary, 'id' | 'kind' | 'level' | 'minutes' | 'skill' | 'themeId'>;
export type DrawContent = { exercises: DrawExercise[]; questions: DrawQuestion[] };

export type Level = DrawExercise['level'];
export type Wish = { kind: MockKind; level: Level; language: Language; seed: string };
export type Drawn = { parts: MockPart[] } | { missing: RoundKind[] };

/**
 * An exercise is set at the minutes of somebody who learns by doing it; an interview expects it in four fifths of them.
 * Of a whole design, all the time there is.
 */
export const interviewPace = 0.8;
const wholeDesignMinutesMin = 30;
const writtenMinutesMax = 15;
const levels: readonly Level[] = ['junior', 'mid', 'senior'];

/**
 * The parts of a mock. They follow from the wish and the content alone, so whoever wishes the same with the same seed
 * gets the same. What suits one learner is a matter of choosing the seed (`suitedSeed`).
 */
export function drawMock(content: DrawContent, wish: Wish): Drawn {
  if (wish.kind !== 'loop') {
    const tasks = drawRound(wish.kind, content, wish);
    return tasks ? { parts: numbered(wish.kind, tasks) } : { missing: [wish.kind] };
  }
  const parts: MockPart[] = [];
  const missing: RoundKind[] = [];
  for (const [index, piece] of piecesOf(wish.seed).entries()) {
    const { kind, tasks } = drawRoundOfDay(content, { ...wish, seed: piece }, { index, before: parts });
    if (tasks) parts.push(...tasks);
    else missing.push(kind);
  }
  return missing.length > 0 ? { missing } : { parts };
}

const roundsOfDay = [['coding'], ['sql'], ['api-design', 'security'], ['system-design'], ['behavioural']] as const;
export const dayRounds = roundsOfDay.length;
const pieceEnd = '-';

/** A day's seed may have a piece for each round, so that each can be chosen by itself; any other word is that of all. */
function piecesOf(seed: string): string[] {
  const pieces = seed.split(pieceEnd);
  return pieces.length === dayRounds ? pieces : Array.from({ length: dayRounds }, () => seed);
}

export function seedOfDay(pieces: readonly string[]): string {
  return pieces.join(pieceEnd);
}

/** One round of a day, without what the rounds before it have. Of two kinds one by lot, or where it finds nothing the other. */
export function drawRoundOfDay(
  content: DrawContent,
  wish: Wish,
  { index, before }: { index: number; before: readonly MockPart[] },
): { kind: RoundKind; tasks: MockPart[] | null } {
  const free = without(content, new Set(before.map(taskIdOf)));
  const either: readonly RoundKind[] = roundsOfDay[index]!;
  const kinds = lotOf(wish.seed, 'api-or-security') % 2 ? either : either.toReversed();
  for (const kind of kinds) {
    const tasks = drawRound(kind, free, wish);
    if (tasks) return { kind, tasks: numbered(kind, tasks) };
  }
  return { kind: kinds[0]!, tasks: null };
}

export function taskIdOf(part: MockPart): string {
  return part.type === 'exercise' ? part.exerciseId : part.questionId;
}

type Task = { minutes: number } & (
  { type: 'exercise'; exerciseId: string } | { type: 'question'; questionId: string; form: AnswerForm }
);

/** Null where the content has not enough that fits. */
function drawRound(kind: RoundKind, { exercises, questions }: DrawContent, wish: Wish): Task[] | null {
  const minutes = roundMinutes[kind];
  const near = <Item extends { id: string; level: Level }>(items: Item[]) => nearest(items, wish);
  const alone = exercises.filter(({ goesOn }) => !goesOn);
  switch (kind) {
    case 'coding': {
      const isWanted = ({ kind, languages, skills }: DrawExercise) =>
        kind === 'code' && languages.includes(wish.language) && has(skills, 'programming', 'data-structures');
      return two(alone.filter(isWanted), wish, minutes);
    }
    case 'sql': {
      const isWanted = ({ kind }: DrawExercise) => kind === 'sql';
      return fitting(near(alone.filter(isWanted)), { minutes, min: 2, max: 3 })?.map(exerciseTask) ?? null;
    }
    case 'api-design': {
      const asked = near(questions.filter(({ themeId }) => themeId === 'api-design'));
      const built = near(alone.filter(({ kind }) => kind === 'http'));
      return together(built, asked, { minutes, questionsMax: 1, form: 'api' });
    }
    case 'security': {
      const asked = near(questions.filter(({ themeId }) => themeId === 'security-concepts'));
      const isWanted = ({ kind, skills }: DrawExercise) =>
        ['lab', 'code', 'http', 'review'].includes(kind) && has(skills, 'security');
      return together(near(alone.filter(isWanted)), asked, { minutes, questionsMax: 2, form: 'plain' });
    }
    case 'system-design': {
      const isWanted = (question: DrawQuestion) =>
        question.kind === 'system-design' && question.minutes >= wholeDesignMinutesMin && question.minutes <= minutes;
      const [question] = near(questions.filter(isWanted));
      return question ? [{ type: 'question', questionId: question.id, form: 'design', minutes }] : null;
    }
    case 'behavioural': {
      const asked = near(questions.filter((question) => question.kind === 'behavioural'));
      const chosen = ofDifferentThemes(asked).slice(0, 3);
      if (chosen.length < 3) return null;
      return chosen.map(({ id }) => ({ type: 'question', questionId: id, form: 'star', minutes: minutes / 3 }));
    }
  }
}

/**
 * Two exercises: one of the level wished for, and what fits beside it, of that level too or else of any below by lot. Of
 * the long ones of a senior few fit together, and the nearest level alone would bring the same small one again and again.
 */
function two(exercises: DrawExercise[], wish: Wish, minutes: number): Task[] | null {
  const beside = nearest(exercises, wish, (steps) => (steps < 0 ? 1 : steps));
  for (const first of nearest(exercises, wish)) {
    const leftMinutes = minutes - pacedMinutes(first);
    const second = beside.find((exercise) => exercise !== first && pacedMinutes(exercise) <= leftMinutes);
    if (second) return [first, second].map(exerciseTask);
  }
  return null;
}

/** An exercise with as many questions before it as fit, at least one. */
function together(
  exercises: DrawExercise[],
  questions: DrawQuestion[],
  { minutes, questionsMax, form }: { minutes: number; questionsMax: number; form: AnswerForm },
): Task[] | null {
  for (const exercise of exercises) {
    const left = minutes - pacedMinutes(exercise);
    const asked = fitting(questions, { minutes: left, min: 1, max: questionsMax, minutesOf: (each) => each.minutes });
    if (!asked) continue;
    const each = Math.min(writtenMinutesMax, Math.floor(left / asked.length));
    const written = asked.map((question): Task => ({ type: 'question', questionId: question.id, form, minutes: each }));
    return [...written, exerciseTask(exercise)];
  }
  return null;
}

/** The first items, in their order, that fit into the minutes: `min` of them, and up to `max` where there is room. */
function fitting<Item extends DrawExercise | DrawQuestion>(
  items: Item[],
  {
    minutes,
    min,
    max,
    minutesOf = pacedMinutes,
  }: { minutes: number; min: number; max: number; minutesOf?: (item: Item) => number },
): Item[] | null {
  if (max === 0) return [];
  for (const [index, item] of items.entries()) {
    const left = minutes - minutesOf(item);
    if (left < 0) continue;
    const rest = { minutes: left, min: Math.max(0, min - 1), max: max - 1, minutesOf };
    const others = fitting(items.slice(index + 1), rest);
    if (others) return [item, ...others];
  }
  return min === 0 ? [] : null;
}

/** The level wished for first, then those beside it; within a level by lot. `distanceOf` says how far a level is off. */
function nearest<Item extends { id: string; level: Level }>(
  items: Item[],
  { level, seed }: Wish,
  distanceOf: (steps: number) => number = Math.abs,
): Item[] {
  return items
    .map((item) => ({
      item,
      distance: distanceOf(levels.indexOf(item.level) - levels.indexOf(level)),
      lot: lotOf(seed, item.id),
    }))
    .sort((a, b) => a.distance - b.distance || a.lot - b.lot)
    .map(({ item }) => item);
}

/** One of each theme first, in the order given, and the others after them. */
function ofDifferentThemes(questions: DrawQuestion[]): DrawQuestion[] {
  const seen = new Set<string>();
  const firsts = questions.filter(({ themeId }) => !seen.has(themeId) && seen.add(themeId));
  return [...firsts, ...questions.filter((question) => !firsts.includes(question))];
}

function exerciseTask(exercise: DrawExercise): Task {
  return { type: 'exercise', exerciseId: exercise.id, minutes: pacedMinutes(exercise) };
}

function pacedMinutes({ minutes }: { minutes: number }): number {
  return Math.max(1, Math.round(minutes * interviewPace));
}

function numbered(round: RoundKind, tasks: Task[]): MockPart[] {
  return tasks.map((task, index) => ({ id: `${round}-${index + 1}`, round, ...task }));
}

function without({ exercises, questions }: DrawContent, used: Set<string>): DrawContent {
  const isFree = ({ id }: { id: string }) => !used.has(id);
  return { exercises: exercises.filter(isFree), questions: questions.filter(isFree) };
}

function has(skills: readonly string[], ...wanted: string[]): boolean {
  return skills.some((skill) => wanted.includes(skill));
}

/** A number that looks like chance and is always the same for the same seed and id: FNV-1a, then murmur's last mix. */
function lotOf(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${id}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
