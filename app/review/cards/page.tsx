import type { Metadata } from 'next';
import { DataTable } from '#components/data-table';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { cardsOf, type ReviewCard } from '#db/review-cards';
import { isDue, leechLapses } from '#lib/review-schedule';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { LocalTime } from '../../progress/local-time.tsx';
import styles from '../review.module.css';
import type { SessionCard } from '../session-card.ts';
import { sessionCards } from '../session-cards.ts';
import { GoneCards } from './gone-cards.tsx';
import { SuspendButton } from './suspend-button.tsx';

export const metadata: Metadata = {
  title: 'Review cards',
  description: 'Every question you chose or once missed, every exercise you once failed, and when each comes back.',
};

const listId = 'cards';

export default async function CardsPage() {
  const learner = await currentLearner();
  const now = new Date();
  const cards = learner ? await cardsOf(database(), learner.learnerId) : [];
  const shown = new Map(sessionCards(cards).map((one) => [`${one.kind} ${one.item}`, one]));
  const rows = cards.flatMap((card) => {
    const found = shown.get(`${card.kind} ${card.itemId}`);
    return found ? [{ card, ...named(found) }] : [];
  });
  const gone = cards.filter(({ kind, itemId }) => !shown.has(`${kind} ${itemId}`));
  return (
    <div className="page">
      <PageHeader title="Review cards" lede="Questions you chose or once missed, and exercises you once failed.">
        <span className={styles.beside}>
          <PathLink href="/review">Review what is due</PathLink>
          <PathLink href="/review/themes">Add questions</PathLink>
        </span>
      </PageHeader>
      {rows.length === 0 ? (
        <p id={listId} tabIndex={-1} className={styles.empty}>
          {gone.length === 0 ? 'You have no cards.' : 'You have no cards that can come up.'} One is made when you miss a
          question in a lesson, fail an exercise, or add an interview question, so that you see it again before you
          forget it.
        </p>
      ) : (
        <DataTable
          id={listId}
          label="Review cards"
          columns={[
            'Card',
            'Comes back',
            'Reviews',
            'Forgotten',
            <span key="change" className="visually-hidden">
              Change
            </span>,
          ]}
        >
          {rows.map(({ card, title, path }) => (
            <tr key={`${card.kind} ${card.itemId}`}>
              <th scope="row">
                <PathLink href={path}>{title}</PathLink>
              </th>
              <td>
                <When card={card} now={now} />
              </td>
              <td>{card.reps}</td>
              <td>
                {card.lapses}
                {card.lapses >= leechLapses && <span className={styles.leechWord}> keeps being forgotten</span>}
              </td>
              <td>
                <SuspendButton
                  kind={card.kind}
                  item={card.itemId}
                  title={title}
                  suspended={!!card.suspendedAt}
                  owner={card.learnerId}
                />
              </td>
            </tr>
          ))}
        </DataTable>
      )}
      {rows.length > 0 && (
        <p className={styles.links}>
          <a href="/api/review/anki" download>
            Your questions as a file for Anki
          </a>
        </p>
      )}
      <GoneCards cards={gone} listId={listId} />
    </div>
  );
}

function named(shown: SessionCard): { title: string; path: string } {
  if (shown.kind === 'exercise') return shown.exercise;
  if (shown.kind === 'question') return shown.question;
  const { lesson, check } = shown;
  return { title: `Question from ${lesson.title}`, path: `${lesson.path}#check-${check.id}` };
}

function When({ card, now }: { card: ReviewCard; now: Date }) {
  if (card.suspendedAt) return 'Suspended';
  if (card.state === 'new') return 'New';
  if (isDue(card, now)) return 'Due';
  return <LocalTime iso={card.dueAt.toISOString()} />;
}
