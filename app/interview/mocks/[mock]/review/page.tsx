import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { EmptyState } from '#components/state-block';
import { ButtonLink } from '#components/button';
import { questionPage } from '#content/load';
import { mockKindLabels, percentWords } from '../../mock-words.ts';
import { ownMock } from '../../own-mock.ts';
import { selfScoreOf } from '../../self-score.ts';
import { ShownAgain } from '../../shown-again.tsx';
import { rateableParts } from '../../written-parts.ts';
import styles from './review.module.css';

export const metadata: Metadata = {
  title: 'Rate your answers',
  description: 'Your written answers of a mock interview, each to be compared with a model answer and rated.',
};

type Props = { params: Promise<{ mock: string }> };

/** The written answers of a mock, and which of them are rated. */
export default async function ReviewPage({ params }: Props) {
  const mock = await ownMock((await params).mock);
  const parts = rateableParts(mock);
  const open = parts.filter(({ id }) => !mock.reviews[id]);
  const path = `/interview/mocks/${mock.id}`;
  return (
    <div className="page">
      <ShownAgain drawing={randomUUID()} />
      <PageHeader title="Rate your answers" lede={lede(mockKindLabels[mock.kind], parts.length, open.length)} />
      {parts.length === 0 ? (
        <EmptyState
          title="There is nothing to rate."
          action={<ButtonLink href={mock.ended ? `${path}/report` : path}>Back to the mock interview</ButtonLink>}
        >
          Written answers appear here once their round is over.
        </EmptyState>
      ) : (
        <ol className={styles.parts}>
          {parts.map(({ id, questionId }) => {
            const review = mock.reviews[id]?.review;
            const score = review ? selfScoreOf(review) : null;
            return (
              <li key={id}>
                <PathLink href={`${path}/review/${id}`}>{questionPage(questionId)?.title ?? questionId}</PathLink>
                <span>{score ? `Own rating ${percentWords(score.share)}` : review ? 'Rated' : 'Not rated yet'}</span>
              </li>
            );
          })}
        </ol>
      )}
      {mock.ended && parts.length > 0 && (
        <p className={styles.ways}>
          <PathLink href={`${path}/report`}>Report of this mock interview</PathLink>
        </p>
      )}
    </div>
  );
}

function lede(kind: string, count: number, open: number): string {
  if (count === 0) return `${kind}: no written answers yet.`;
  if (open === 0) return `${kind}: all written answers are rated.`;
  return `${kind}: read what you wrote beside a model answer, and mark it point by point. ${open} of ${count} to go.`;
}
