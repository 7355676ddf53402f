/** All tables under one name, for query functions. */
export { accounts } from './schema/accounts.ts';
export { checks } from './schema/checks.ts';
export { drafts } from './schema/drafts.ts';
export { draftVersions } from './schema/draft-versions.ts';
export { formerGuests } from './schema/former-guests.ts';
export { learners } from './schema/learners.ts';
export { lessonProgress } from './schema/lesson-progress.ts';
export { progress } from './schema/progress.ts';
export { reveals } from './schema/reveals.ts';
export { selfScores } from './schema/self-scores.ts';
export { sessions } from './schema/sessions.ts';
export { submissions } from './schema/submissions.ts';
export { users } from './schema/users.ts';
export { visits } from './schema/visits.ts';
