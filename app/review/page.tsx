import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import styles from './review.module.css';
import { Review } from './review.tsx';

export const metadata: Metadata = {
  title: 'Review',
  description:
    'Interview questions you chose, questions you once missed and exercises you once failed, when looking again helps most.',
};

/** The same for everybody, so that it opens without a connection; the cards are fetched, or were kept. */
export default function ReviewPage() {
  return (
    <div className="page">
      <PageHeader
        title="Review"
        lede="What you chose to learn and what you once got wrong, at the time when looking again helps most."
      >
        <span className={styles.beside}>
          <PathLink href="/review/cards">All cards</PathLink>
          <PathLink href="/review/themes">Add questions</PathLink>
        </span>
      </PageHeader>
      <Review />
      <noscript>
        <p>Reviewing needs JavaScript. Without it, you find your cards and their answers under All cards.</p>
      </noscript>
    </div>
  );
}
