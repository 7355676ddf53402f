/** All tables under one name, for query functions. */
export { accounts } from './schema/accounts.ts';
export { checkAnswers } from './schema/check-answers.ts';
export { checks } from './schema/checks.ts';
export { drafts } from './schema/drafts.ts';
export { draftVersions } from './schema/draft-versions.ts';
export { goals } from './schema/goals.ts';
export { learners } from './schema/learners.ts';
export { lessonProgress } from './schema/lesson-progress.ts';
export { placements } from './schema/placements.ts';
export { progress } from './schema/progress.ts';
export { reveals } from './schema/reveals.ts';
export { reviewCards } from './schema/review-cards.ts';
export { selfScores } from './schema/self-scores.ts';
export { sessions } from './schema/sessions.ts';
export { submissions } from './schema/submissions.ts';
export { users } from './schema/users.ts';
export { visits } from './schema/visits.ts';
