/** What the browser needs of any exercise that is answered without code. */
export type AnsweredExercise = {
  id: string;
  title: string;
  hintCount: number;
  next: { title: string; path: string } | null;
  lesson: { title: string; path: string };
};
