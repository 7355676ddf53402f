import { plural } from '#components/labels';
import { PathLink } from '#components/path-link';
import { groupLabels, termGroups } from '#lib/posting/terms';
import styles from './posting.module.css';
import type { PostingLesson, TermStanding } from './standing.ts';

type Props = { id: string; title: string; standings: TermStanding[]; empty: string };

/** Demands of one standing, by group, each with its evidence and the way to more of it. */
export function TermSection({ id, title, standings, empty }: Props) {
  const sorted = termGroups.flatMap((group) => standings.filter(({ term }) => term.group === group));
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span data-numeric="">{standings.length}</span>
      </h2>
      {standings.length === 0 ? (
        <p className={styles.note}>{empty}</p>
      ) : (
        <ul role="list" className={styles.terms}>
          {sorted.map((each) => (
            <li key={each.term.id} id={`term-${each.term.id}`} data-standing={each.standing}>
              <h3>
                {each.term.name} <span>{groupLabels[each.term.group]}</span>
              </h3>
              <p>{evidenceWords(each)}</p>
              <Lessons lessons={each.lessons.length > 0 ? each.lessons : each.near} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Lessons({ lessons }: { lessons: PostingLesson[] }) {
  if (lessons.length === 0) return null;
  return (
    <p className={styles.lessons}>
      {lessons.map(({ id, title, path }, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <PathLink href={path}>{title}</PathLink>
        </span>
      ))}
    </p>
  );
}

function evidenceWords({ standing, lessons, near, read, passed, exercises }: TermStanding): string {
  if (standing === 'untaught') {
    return near.length > 0 ? 'Not taught here. What carries over:' : 'Not taught here.';
  }
  const lessonWords = `${read} of ${plural(lessons.length, 'lesson')} read`;
  if (exercises === 0) return `${lessonWords}; nothing is graded there at this level.`;
  const words = `${passed} of ${plural(exercises, 'graded exercise')} passed, ${lessonWords}.`;
  return standing === 'begun' ? `Begun: ${words}` : words;
}
