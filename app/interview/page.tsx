import type { Metadata } from 'next';
import { plural } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { questions, questionThemes, tracks } from '#content/load';
import { DueCount } from '../review/due-count.tsx';
import { Preparations } from './preparations.tsx';
import styles from './interview.module.css';

export const metadata: Metadata = {
  title: 'Prepare for interviews',
  description:
    'Find what you lack, drill it until it stays, and rehearse the day itself: questions with answers, reviews, mock interviews and your own stories.',
};

const kinds = [
  { kind: 'technical', title: 'Technical' },
  { kind: 'system-design', title: 'System design' },
  { kind: 'behavioural', title: 'Behavioural' },
] as const;

export default function InterviewPage() {
  const themes = questionThemes();
  const lessons = tracks().find(({ id }) => id === 'interview')?.lessons ?? [];
  return (
    <div className="page">
      <PageHeader
        title="Prepare for interviews"
        lede="Find what you lack, drill it until it stays, then rehearse the day itself."
      />
      <div className={styles.due}>
        <DueCount />
      </div>
      <section className={styles.section} aria-labelledby="bank">
        <div className={styles.margin}>
          <h2 id="bank">
            <PathLink href="/interview/questions">Question bank</PathLink>
          </h2>
          <p>
            {plural(questions().length, 'question')} as interviewers ask them. Each has an answer, what a strong one
            adds, what is asked next, and what counts against you.
          </p>
        </div>
        <div className={styles.kinds}>
          {kinds.map(({ kind, title }) => (
            <div key={kind}>
              <h3>{title}</h3>
              <ul role="list">
                {themes
                  .filter((theme) => theme.kind === kind)
                  .map((theme) => (
                    <li key={theme.id}>
                      <PathLink href={`/interview/themes/${theme.id}`}>{theme.title}</PathLink>{' '}
                      <span data-numeric="">{theme.questions.length}</span>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
      <Preparations />
      <section className={styles.section} aria-labelledby="lessons">
        <div className={styles.margin}>
          <h2 id="lessons">Lessons</h2>
          <p>How the rounds work, what is judged in each, and how to use the time that you have.</p>
        </div>
        <ul role="list" className={styles.lessons}>
          {lessons.map((lesson) => (
            <li key={lesson.id}>
              <h3>
                <PathLink href={lesson.path}>{lesson.title}</PathLink>
              </h3>
              <p>{lesson.summary}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
