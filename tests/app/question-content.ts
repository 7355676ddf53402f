import type { QuestionPage, Theme } from '#content/compiled';
import { themes as reviewed, pageOf } from './reviewed-questions.ts';

/** A story, and an interface whose model answer has sections: what mocks ask. */
const asked: QuestionPage[] = [
  {
    id: 'conflict',
    title: 'A conflict in a team',
    skill: 'career',
    level: 'mid',
    kind: 'behavioural',
    minutes: 10,
    path: '/interview/questions/conflict',
    themeId: 'team',
    themeTitle: 'Team collaboration',
    promptHtml: '<p>Tell me of a conflict in your team.</p>',
    answerHtml: '<p>The model tells of one review.</p>',
    answerParts: [],
    pointsHtml: ['<p>Names the interest behind the position.</p>', '<p>Says what changed afterwards.</p>'],
    followUpsHtml: ['<p>What would you do today?</p>'],
    redFlagsHtml: ['<p>Blames the others.</p>'],
    lessons: [{ id: 'code-review', title: 'Reviewing code', path: '/learn/craft/code-review' }],
    sources: [],
    sourceFile: 'content/interview/questions/team/conflict.md',
  },
  {
    id: 'paging',
    title: 'Paging through orders',
    skill: 'apis',
    level: 'mid',
    kind: 'technical',
    minutes: 25,
    path: '/interview/questions/paging',
    themeId: 'interfaces',
    themeTitle: 'API design',
    promptHtml: '<p>Design the listing of orders.</p>',
    answerHtml: '<h3>Interface</h3><p>GET with a cursor.</p><h3>Data</h3><p>An index on time and id.</p>',
    answerParts: [
      { id: 'interface', title: 'Interface', html: '<p>GET with a cursor.</p>' },
      { id: 'data', title: 'Data', html: '<p>An index on time and id.</p>' },
      { id: 'limits', title: 'Limits', html: '<p>A hundred rows a page.</p>' },
    ],
    pointsHtml: ['<p>Keyset in place of offset.</p>'],
    followUpsHtml: [],
    redFlagsHtml: [],
    lessons: [],
    sources: [],
    sourceFile: 'content/interview/questions/interfaces/paging.md',
  },
];

const themes: Theme[] = [
  ...reviewed,
  ...asked.map((page) => ({
    id: page.themeId,
    title: page.themeTitle,
    summary: 'What an interviewer wants to find out.',
    kind: page.kind,
    questions: [page],
  })),
];

/** A small bank in place of the compiled one. */
export const questionContent = {
  questionThemes: () => themes,
  questions: () => themes.flatMap(({ questions }) => questions),
  questionPage: (id: string): QuestionPage | null => {
    const found = reviewed.flatMap(({ questions }) => questions).find((question) => question.id === id);
    return asked.find((page) => page.id === id) ?? (found ? pageOf(found) : null);
  },
};
