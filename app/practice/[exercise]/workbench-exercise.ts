import type { Grid } from '#lib/verdict';

/** What the workbench in the browser needs of an exercise. No expected value of a test is in here. */
export type WorkbenchExercise = {
  id: string;
  title: string;
  file: { name: string; language: 'typescript' | 'sql'; starter: string; starterHtml: string };
  visibleTests: string[];
  hiddenTestCount: number;
  hintCount: number;
  /** sql: what the reference returns on the visible data. */
  expected: Grid | null;
  next: { title: string; path: string } | null;
  lesson: { title: string; path: string };
};
