import type { Kind } from '#components/labels';
import type { ExercisePage } from '#content/load';
import type { StoreModule } from '#lib/store-modules';
import type { Grid, Language } from '#lib/verdict';

export type WorkbenchFile = { name: string; language: Language; starter: string; starterHtml: string };

/** What the workbench in the browser needs of an exercise. No expected value of a test is in here. */
export type WorkbenchExercise = {
  id: string;
  title: string;
  kind: Kind;
  files: [WorkbenchFile, ...WorkbenchFile[]];
  /** `one`: the learner chooses a file by its language; `all`: every file is handed in. */
  submits: 'one' | 'all';
  /** What the editor knows beside the language: the models of databases that the file may import. */
  modules: StoreModule[];
  visibleTests: string[];
  hiddenTestCount: number;
  hintCount: number;
  /** sql: what the reference returns on the visible data. */
  expected: Grid | null;
  next: { title: string; path: string } | null;
  lesson: { title: string; path: string };
};

export function workbenchExercise(page: ExercisePage): WorkbenchExercise {
  const { id, title, kind, submits, modules, visibleTests, hiddenTestCount, hintCount, expected, next, lesson } = page;
  const [first, ...rest] = page.files.flatMap(({ language, ...file }) => (language ? [{ ...file, language }] : []));
  if (!first) throw new Error(`The exercise ${id} has no file that the workbench can edit.`);
  return {
    id,
    title,
    kind,
    files: [first, ...rest],
    submits,
    modules,
    visibleTests,
    hiddenTestCount,
    hintCount,
    expected,
    next,
    lesson: { title: lesson.title, path: lesson.path },
  };
}
