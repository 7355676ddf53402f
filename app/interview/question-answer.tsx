import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import type { QuestionPage } from '#content/load';
import styles from './question-answer.module.css';

/** What comes to light after the question: the answer and all that belongs to it. `heading` is the level of its headings. */
export function QuestionAnswer({
  question,
  heading: Heading,
}: {
  question: Omit<QuestionPage, 'answerParts'>;
  heading: 'h2' | 'h3';
}) {
  const lists = [
    { title: 'A strong answer adds', items: question.pointsHtml },
    { title: 'Asked next', items: question.followUpsHtml },
    { title: 'Red flags', items: question.redFlagsHtml },
  ];
  return (
    <div className={styles.answer}>
      <Prose html={question.answerHtml} />
      {lists.map(({ title, items }) => (
        <section key={title} className={styles.part}>
          <Heading>{title}</Heading>
          <ul>
            {items.map((html) => (
              <li key={html}>
                <Prose html={html} size="compact" />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className={styles.part}>
        <Heading>Lessons</Heading>
        <ul>
          {question.lessons.map(({ id, title, path }) => (
            <li key={id}>
              <PathLink href={path}>{title}</PathLink>
            </li>
          ))}
        </ul>
      </section>
      {question.sources.length > 0 && (
        <section className={styles.part}>
          <Heading>Sources</Heading>
          <ul className={styles.sources}>
            {question.sources.map((source) => (
              <li key={source.url}>
                <a href={source.url} rel="noreferrer">
                  {source.title}
                </a>
                : {source.for}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
