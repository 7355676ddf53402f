import type { AnswersPage, AnswersSecrets, ExercisePage, ExerciseSecrets } from '#content/load';
import { content } from './content.ts';

const base = content.exercisePage('sums')!;

function pageOf(id: string, answers: AnswersPage): ExercisePage {
  const files = [{ name: 'answers.json', language: null, starter: '', starterHtml: '' }];
  const path = `/practice/${id}`;
  return { ...base, id, path, kind: answers.kind, languages: [], files, answers, contentHash: 'c0de'.repeat(16) };
}

const secretsOf = (answers: AnswersSecrets): ExerciseSecrets => ({ ...content.exerciseSecrets('sums')!, answers });

const pool = Array.from({ length: 12 }, (_, index) => ({
  id: `question-${index}`,
  questionHtml: `<p>Question ${index}?</p>`,
  several: false,
  options: ['yes', 'no', 'perhaps'],
}));

const criterion = (id: string) => ({
  id,
  label: `Criterion ${id}`,
  good: 'What good looks like.',
  levels: [
    { points: 0, text: 'Nothing of it.' },
    { points: 2, text: 'All of it.' },
  ],
});

const finding = {
  id: 'one',
  defect: 'A bad value',
  lines: [{ from: 1, to: 1 }],
  severity: 'major' as const,
  explanation: 'It is bad.',
};

const pages: Record<string, ExercisePage> = {
  capitals: pageOf('capitals', { kind: 'quiz', draw: 8, pool: 12, rightNeeded: 7 }),
  note: pageOf('note', {
    kind: 'write',
    sections: [{ id: 'what', label: 'What', promptHtml: '', words: { min: 1, max: 9 } }],
    criteria: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
    ],
    pointsMax: 4,
  }),
  diff: pageOf('diff', {
    kind: 'review',
    artefact: { name: 'artefact.diff', linesHtml: ['a'], lines: ['a'] },
    defects: [],
    falseMarksMax: 1,
    markLinesMax: 12,
  }),
};

const secrets: Record<string, ExerciseSecrets> = {
  capitals: secretsOf({ kind: 'quiz', draw: 8, questions: pool }),
  note: secretsOf({
    kind: 'write',
    model: [{ id: 'what', html: '<p>The model.</p>' }],
    criteria: [criterion('a'), criterion('b')],
  }),
  diff: secretsOf({ kind: 'review', findings: [finding] }),
};

/** A quiz, a text and a review, in place of the compiled content. */
export const answeredContent = {
  ...content,
  exercisePage: (id: string): ExercisePage | null => pages[id] ?? null,
  exerciseSecrets: (id: string): ExerciseSecrets | null => secrets[id] ?? null,
};
