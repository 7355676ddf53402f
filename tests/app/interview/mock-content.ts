import type { ExercisePage, ExerciseSummary, QuestionPage } from '#content/load';
import { answeredContent } from '../answered-content.ts';
import { content as base } from '../content.ts';

const sums = base.exercisePage('sums')!;
const shop = base.exercisePage('shop')!;

const exercise = (page: ExercisePage, id: string, of: Partial<ExercisePage>): ExercisePage => ({
  ...page,
  minutes: 20,
  ...of,
  id,
  title: id,
  path: `/practice/${id}`,
  step: null,
});

const pages: ExercisePage[] = [
  ...['stack', 'queue', 'heap'].map((id) => exercise(sums, id, {})),
  ...['joins', 'counts', 'ranks'].map((id) =>
    exercise(sums, id, {
      kind: 'sql',
      skills: ['databases'],
      languages: ['sql'],
      minutes: 12,
      files: [{ name: 'query.sql', language: 'sql', starter: '', starterHtml: '' }],
    }),
  ),
  exercise(shop, 'orders', { skills: ['apis'] }),
  exercise(sums, 'tokens', { skills: ['security'] }),
];

const question = (id: string, themeId: string, of: Partial<QuestionPage> = {}): QuestionPage => ({
  ...{ id, themeId, title: id, skill: 'apis', level: 'junior', kind: 'technical', minutes: 6 },
  ...{ path: `/interview/questions/${id}`, themeTitle: themeId, promptHtml: `<p>Tell me about ${id}.</p>` },
  ...{ answerHtml: '', answerParts: [], pointsHtml: [], followUpsHtml: [], redFlagsHtml: [], lessons: [], sources: [] },
  sourceFile: `content/interview/questions/${themeId}/${id}.md`,
  ...of,
});

const asked: QuestionPage[] = [
  question('paging', 'api-design'),
  question('hashing', 'security-concepts', { skill: 'security' }),
  question('chat', 'design-scenarios', { kind: 'system-design', minutes: 45, skill: 'system-design' }),
  ...['conflict', 'deadline', 'legacy'].map((id) =>
    question(id, `theme-${id}`, { kind: 'behavioural', skill: 'career' }),
  ),
];

/** Enough of everything for each kind of mock, in place of the compiled content. */
export const mockContent = {
  ...base,
  exercises: (): ExerciseSummary[] => pages,
  /** A review is there, and is drawn by nobody. */
  exercisePage: (id: string): ExercisePage | null =>
    pages.find((page) => page.id === id) ?? (id === 'diff' ? answeredContent.exercisePage(id) : null),
  questions: () => asked,
  questionPage: (id: string): QuestionPage | null => asked.find((page) => page.id === id) ?? null,
  questionThemes: () => [],
};
