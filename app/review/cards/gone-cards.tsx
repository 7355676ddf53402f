import { plural } from '#components/labels';
import type { ReviewCard } from '#db/review-cards';
import type { CardKind } from '#lib/review-schedule';
import styles from '../review.module.css';
import { RemoveButton } from './remove-button.tsx';

const kindWords: Record<CardKind, string> = {
  check: 'Question from a lesson',
  exercise: 'Exercise',
  question: 'Interview question',
};
const headingId = 'gone';

/** Cards whose question or exercise this server does not have, and the way to be rid of them. */
export function GoneCards({ cards, listId }: { cards: ReviewCard[]; listId: string }) {
  if (cards.length === 0) return null;
  return (
    <section className={styles.gone} aria-labelledby={headingId}>
      <h2 id={headingId} tabIndex={-1}>
        {plural(cards.length, 'card', 'cards')} of what is no longer here
      </h2>
      <p>
        The material of this server was changed, or they came with an import. They neither come up nor count. Should
        what they ask come back, they go on where they were.
      </p>
      <ul role="list">
        {cards.map(({ learnerId, kind, itemId, reps }) => (
          <li key={`${kind} ${itemId}`}>
            <span>
              {kindWords[kind]} <code>{itemId}</code>, {plural(reps, 'review')}
            </span>
            <RemoveButton kind={kind} item={itemId} owner={learnerId} backTo={cards.length > 1 ? headingId : listId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
