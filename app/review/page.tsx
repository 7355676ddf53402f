import type { Metadata } from 'next';
import { plural } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { cardsOf, dueCards } from '#db/review-cards';
import { database } from '../database.ts';
import { currentLearner } from '../learner.ts';
import { LocalTime } from '../progress/local-time.tsx';
import styles from './review.module.css';
import { ReviewSession } from './review-session.tsx';
import { sessionCards } from './session-cards.ts';

export const metadata: Metadata = {
  title: 'Review',
  description: 'Questions you once missed and exercises you once failed, on the day when looking again helps most.',
};

export default async function ReviewPage() {
  const learner = await currentLearner();
  const cards = learner ? sessionCards(await dueCards(database(), learner.learnerId)) : [];
  return (
    <div className="page">
      <PageHeader
        title="Review"
        lede={
          cards.length === 0
            ? 'Nothing is due.'
            : `${plural(cards.length, 'card is', 'cards are')} due. Each is something you once got wrong.`
        }
      />
      {cards.length > 0 ? <ReviewSession cards={cards} /> : <NothingDue learnerId={learner?.learnerId ?? null} />}
    </div>
  );
}

async function NothingDue({ learnerId }: { learnerId: string | null }) {
  const waiting = learnerId ? (await cardsOf(database(), learnerId)).filter(({ suspendedAt }) => !suspendedAt) : [];
  const next = waiting[0];
  return (
    <div className={styles.empty}>
      {next ? (
        <p>
          {plural(waiting.length, 'card is', 'cards are')} waiting. The next one comes up on{' '}
          <LocalTime iso={next.dueAt.toISOString()} />. <PathLink href="/review/cards">See all cards</PathLink>
        </p>
      ) : (
        <p>
          A card is made when you miss a question in a lesson or fail an exercise. It comes back after a day, then after
          longer and longer while you get it right. <PathLink href="/learn">Go to the lessons</PathLink>
        </p>
      )}
    </div>
  );
}
