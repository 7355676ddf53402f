import type { QuestionPage, QuestionSummary, Theme } from '#content/load';

const summaryOf = (id: string, title: string, themeId: string): QuestionSummary => ({
  id,
  title,
  themeId,
  skill: 'databases',
  level: 'mid',
  kind: 'technical',
  minutes: 5,
  path: `/interview/questions/${id}`,
});

const sharding = [
  summaryOf('sharding', 'What sharding is', 'database-sharding'),
  summaryOf('shard-keys', 'Choosing a shard key', 'database-sharding'),
];
const caching = [summaryOf('cache-aside', 'Cache-aside', 'caching-strategies')];

const theme = (id: string, title: string, questions: QuestionSummary[]): Theme => ({
  id,
  title,
  summary: 'What an interviewer wants to find out about it.',
  kind: 'technical',
  questions,
});

/** Two themes of the question bank with three questions, for the review queue. */
export const themes = [
  theme('database-sharding', 'Database sharding', sharding),
  theme('caching-strategies', 'Caching strategies', caching),
];

export const pageOf = (summary: QuestionSummary): QuestionPage => ({
  ...summary,
  themeTitle: themes.find(({ id }) => id === summary.themeId)!.title,
  promptHtml: `<p>${summary.title}, in "your own" words?</p>`,
  answerHtml: `<p>Rows are spread by a <a href="/learn/numbers/adding">key</a>,<br>each to one machine.</p>`,
  answerParts: [],
  pointsHtml: ['<p>Says what it costs.</p>'],
  followUpsHtml: ['<p>And if a shard grows?</p>'],
  redFlagsHtml: ['<p>Shards first.</p>'],
  lessons: [{ id: 'adding', title: 'Adding', path: '/learn/numbers/adding' }],
  sources: [],
  sourceFile: `content/interview/questions/${summary.themeId}/${summary.id}.md`,
});
