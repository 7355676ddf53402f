import type { Owned } from './owned.ts';

/**
 * What a page shows: `everybody` pages are the same for all and cannot reach a cookie or the database; `personal` ones
 * show somebody's own things; `owner` pages are there for an owner alone; a `link` page shows what its token is for, to whoever has the token.
 */
export type PageRow = {
  page: string;
  shows: 'everybody' | 'personal' | 'owner' | 'link';
  what: string;
  params?: (owned: Owned) => Record<string, string>;
  search?: (owned: Owned) => Record<string, string>;
  /** Where nobody and guests are sent. */
  accountsOnly?: true;
  /** To all but the learner there is no such page. */
  ownOnly?: true;
};

/** Every page. One that is not here fails the test beside this file. */
export const pageRows: PageRow[] = [
  { page: '', shows: 'everybody', what: 'the home page' },
  { page: 'learn', shows: 'everybody', what: 'the map of lessons' },
  { page: 'learn/[track]', shows: 'everybody', what: 'leads to a track on the map' },
  { page: 'learn/[track]/[lesson]', shows: 'everybody', what: 'a lesson' },
  { page: 'practice', shows: 'everybody', what: 'all exercises' },
  { page: 'practice/[exercise]', shows: 'everybody', what: 'the workbench' },
  {
    page: 'practice/[exercise]/plain',
    shows: 'personal',
    what: 'an exercise as a form, with one’s own code and result',
    params: () => ({ exercise: 'sums' }),
    search: ({ submissionId }) => ({ submission: submissionId }),
  },
  { page: 'interview', shows: 'everybody', what: 'what there is for an interview' },
  { page: 'interview/questions', shows: 'everybody', what: 'the question bank' },
  { page: 'interview/questions/[question]', shows: 'everybody', what: 'a question with its answer' },
  { page: 'interview/themes/[theme]', shows: 'everybody', what: 'the questions of a theme' },
  { page: 'progress/(overview)', shows: 'personal', what: 'one’s own progress' },
  { page: 'progress/history', shows: 'personal', what: 'one’s own submissions' },
  {
    page: 'progress/history/[submission]',
    shows: 'personal',
    what: 'a submission with its code and verdict',
    params: ({ submissionId }) => ({ submission: submissionId }),
    ownOnly: true,
  },
  { page: 'progress/plan', shows: 'personal', what: 'one’s own plan' },
  { page: 'progress/readiness', shows: 'personal', what: 'one’s own readiness' },
  { page: 'interview/mocks', shows: 'personal', what: 'one’s own mock interviews' },
  {
    page: 'interview/mocks/[mock]',
    shows: 'personal',
    what: 'one’s own mock interview while it runs',
    params: ({ mockId }) => ({ mock: mockId }),
    ownOnly: true,
  },
  { page: 'review', shows: 'everybody', what: 'where one’s own cards are fetched to' },
  { page: 'review/themes', shows: 'everybody', what: 'the themes to review' },
  {
    page: 'interview/mocks/[mock]/review',
    shows: 'personal',
    what: 'which answers of a mock one has rated',
    params: ({ mockId }) => ({ mock: mockId }),
    ownOnly: true,
  },
  {
    page: 'interview/mocks/[mock]/review/[part]',
    shows: 'personal',
    what: 'one’s own answer beside the model answer',
    params: ({ mockId }) => ({ mock: mockId, part: 'told' }),
    ownOnly: true,
  },
  {
    page: 'interview/mocks/[mock]/report',
    shows: 'personal',
    what: 'what a mock of one’s own showed',
    params: ({ mockId }) => ({ mock: mockId }),
    ownOnly: true,
  },
  { page: 'interview/posting', shows: 'everybody', what: 'the form for a posting, which is read in the browser' },
  { page: 'interview/stories', shows: 'everybody', what: 'the form for stories; one’s own come later' },
  { page: 'interview/stories/rehearse', shows: 'everybody', what: 'the clock; one’s own story comes later' },
  { page: 'review/cards', shows: 'personal', what: 'one’s own cards' },
  { page: 'placement', shows: 'personal', what: 'one’s own placement' },
  { page: 'offline', shows: 'everybody', what: 'what there is without a network' },
  { page: 'search', shows: 'everybody', what: 'search' },
  { page: 'operator', shows: 'owner', what: 'how the server does' },
  { page: 'operator/learners', shows: 'owner', what: 'how many learners, and the addresses of accounts' },
  { page: 'operator/exercises', shows: 'owner', what: 'how exercises are passed and failed' },
  { page: 'operator/reports', shows: 'owner', what: 'what learners report, and not who' },
  { page: 'account', shows: 'personal', what: 'one’s own account', accountsOnly: true },
  { page: 'account/data', shows: 'personal', what: 'export, import and deletion of one’s own data' },
  { page: 'account/sign-in', shows: 'personal', what: 'the form, and what one’s last try left' },
  { page: 'account/sign-up', shows: 'personal', what: 'the form, and what one’s last try left' },
  { page: 'account/forgot', shows: 'personal', what: 'the form, and what one’s last try left' },
  {
    page: 'account/reset',
    shows: 'link',
    what: 'whose password a link sets',
    search: ({ resetToken }) => ({ token: resetToken }),
  },
  {
    page: 'account/email',
    shows: 'link',
    what: 'which address a link confirms',
    search: ({ emailToken }) => ({ token: emailToken }),
  },
];
