import { duration } from '#components/labels';
import { PathLink } from '#components/path-link';
import { roundKindSchema, roundMinutes } from '#lib/mock';
import { mockKindLabels } from './mocks/mock-words.ts';
import styles from './interview.module.css';

const rest = [
  {
    title: 'Review queue',
    path: '/review',
    text: 'Questions that you chose, questions of lessons that you missed and exercises that you failed come back on the day when looking again helps most.',
    more: { path: '/review/themes', text: 'Add questions by theme, or take them along to Anki' },
  },
  {
    title: 'Your stories',
    path: '/interview/stories',
    text: 'Five or six true stories carry the behavioural round. Write them part by part, see which theme has none, and tell them against the clock.',
    more: { path: '/interview/stories/rehearse', text: 'Rehearse a story' },
  },
  {
    title: 'A job posting',
    path: '/interview/posting',
    text: 'Paste a posting: the skills it names are set against what you have shown here, and the gaps become a plan with dates. Nothing of it is sent anywhere.',
    more: null,
  },
  {
    title: 'Readiness report',
    path: '/progress/readiness',
    text: 'What was graded and what you say of yourself, apart from one another, to print or to save.',
    more: null,
  },
];

/** The ways to prepare beside the question bank. */
export function Preparations() {
  return (
    <>
      <section className={styles.section} aria-labelledby="mocks">
        <div className={styles.margin}>
          <h2 id="mocks">
            <PathLink href="/interview/mocks">Mock interviews</PathLink>
          </h2>
          <p>
            An interview against the clock, drawn for you and graded by the sandbox where there is code. What you write
            you rate yourself, beside a model answer.
          </p>
        </div>
        <ul role="list" className={styles.rounds}>
          {roundKindSchema.options.map((kind) => (
            <li key={kind}>
              <PathLink href={`/interview/mocks?kind=${kind}`}>{mockKindLabels[kind]}</PathLink>{' '}
              <span data-numeric="">{duration(roundMinutes[kind])}</span>
            </li>
          ))}
          <li>
            <PathLink href="/interview/mocks?kind=loop">{mockKindLabels.loop}</PathLink>
          </li>
        </ul>
      </section>
      {rest.map(({ title, path, text, more }) => (
        <section key={path} className={styles.section} aria-labelledby={idOf(path)}>
          <div className={styles.margin}>
            <h2 id={idOf(path)}>
              <PathLink href={path}>{title}</PathLink>
            </h2>
          </div>
          <div className={styles.words}>
            <p>{text}</p>
            {more && (
              <p>
                <PathLink href={more.path}>{more.text}</PathLink>
              </p>
            )}
          </div>
        </section>
      ))}
    </>
  );
}

const idOf = (path: string) => path.split('/').at(-1);
