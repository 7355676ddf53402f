import type { BuildCache } from './build-cache.ts';
import { type CompiledExercise, compileExercise, type DescribeDatabase } from './compile-exercise.ts';
import { type Compiled, compileCode, compileMarkdown } from './compile.ts';
import { ContentError } from './content-error.ts';
import type { Exercise } from './exercise.ts';
import { linkedLessons } from './linked-lessons.ts';
import { linksById } from './pages.ts';
import type { LessonSource, TrackSource, Tree } from './read-tree.ts';

/** By id. What did not compile is in no map and in `tracks` no longer, but among the errors of the tree. */
export type CompiledTree = {
  tracks: TrackSource[];
  intros: Map<string, string>;
  lessons: Map<string, Compiled>;
  exercises: Map<string, CompiledExercise>;
  styles: Map<string, string>;
};

type Options = {
  cache: BuildCache;
  /** Null leaves out what only PostgreSQL can say about an exercise. */
  describeDatabase: DescribeDatabase | null;
};

/** Compiles every lesson and exercise of the tree, adding ContentErrors to `tree.errors`. */
export async function compileTree(tree: Tree, { cache, describeDatabase }: Options): Promise<CompiledTree> {
  const links = linksById(tree.tracks);
  const lessonLink = (id: string) => links.get(id) ?? null;
  const done: CompiledTree = {
    tracks: [],
    intros: new Map(),
    lessons: new Map(),
    exercises: new Map(),
    styles: new Map(),
  };
  const keep = <Made extends { styles: Record<string, string> }>(made: Made): Made => {
    for (const [name, style] of Object.entries(made.styles)) done.styles.set(name, style);
    return made;
  };
  const page = ({ file, body, bodyLine }: LessonSource | TrackSource, islands: boolean) =>
    cache.getOrMake('page', [file, bodyLine, body, islands, linkedLessons(body, lessonLink)], () =>
      compileMarkdown(body, { file, firstLine: bodyLine, lessonLink, islands }),
    );
  const compiles = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      tree.errors.push(error);
      return false;
    }
  };
  const lessonCompiles = (lesson: LessonSource) =>
    compiles(async () => void done.lessons.set(lesson.meta.id, keep(await page(lesson, true))));
  const exerciseCompiles = (exercise: Exercise) =>
    compiles(async () => {
      const made = await compileExercise(exercise, { cache, lessonLink, describeDatabase });
      done.exercises.set(exercise.meta.id, keep(made));
    });
  const introCompiles = (track: TrackSource) =>
    compiles(async () => {
      const [segment] = keep(await page(track, false)).segments;
      done.intros.set(track.meta.id, segment?.type === 'html' ? segment.html : '');
    });

  for (const track of tree.tracks) {
    if (!(await introCompiles(track))) continue;
    const lessons: LessonSource[] = [];
    for (const lesson of track.lessons) {
      const exercises: Exercise[] = [];
      for (const exercise of lesson.exercises) if (await exerciseCompiles(exercise)) exercises.push(exercise);
      if (await lessonCompiles(lesson)) lessons.push({ ...lesson, exercises });
    }
    if (lessons.length > 0) done.tracks.push({ ...track, lessons });
  }
  // Pages show code of their own (a plain editor's placeholder), so the common colours are always in the style sheet.
  keep(await cache.getOrMake('code', 'common', () => compileCode(commonTokens, 'ts')));
  return done;
}

const commonTokens = `// note\nexport const total = (a: number): string => \`\${a}\` + 'x' + String(null ?? /r/.test(''));`;
