import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import { questionPage } from '#content/load';
import { clockWords, mockKindLabels } from '../../../mock-words.ts';
import { ownMock } from '../../../own-mock.ts';
import { rateableParts } from '../../../written-parts.ts';
import { emptyAnswer } from '../../written/written-text.ts';
import { AnswerBesideModel } from '../answer-beside-model.tsx';
import { KeptHere } from '../kept-here.tsx';
import { RatingForm } from '../rating-form.tsx';
import styles from '../review.module.css';

export const metadata: Metadata = {
  title: 'Rate an answer',
  description: 'One written answer of a mock interview beside the model answer, to be rated point by point.',
};

type Props = { params: Promise<{ mock: string; part: string }> };

/** One written answer beside the model answer, to be rated point by point. */
export default async function ReviewPartPage({ params }: Props) {
  const { mock: mockId, part: partId } = await params;
  const mock = await ownMock(mockId);
  if (!mock.parts.some(({ id, type }) => id === partId && type === 'question')) notFound();
  const parts = rateableParts(mock);
  const part = parts.find(({ id }) => id === partId);
  if (!part) redirect(`/interview/mocks/${mock.id}` as Route);
  const question = questionPage(part.questionId);
  const answer = mock.answers[partId]?.answer ?? emptyAnswer;
  const stored = mock.reviews[partId];
  const next = parts.find(({ id }) => id !== partId && !mock.reviews[id]);
  const path = `/interview/mocks/${mock.id}`;
  return (
    <div className={`page ${styles.review}`}>
      <PageHeader
        title={question?.title ?? 'A question that has left the bank'}
        lede={`${mockKindLabels[part.round]}, set at ${clockWords(part.minutes * 60_000)}.`}
      />
      {question ? (
        <>
          <div className={styles.prompt}>
            <Prose html={question.promptHtml} />
          </div>
          <KeptHere mockId={mock.id} partId={partId} form={part.form} answer={answer} />
          <AnswerBesideModel form={part.form} answer={answer} question={question} />
          <RatingForm
            mockId={mock.id}
            partId={partId}
            pointsHtml={question.pointsHtml}
            redFlagsHtml={question.redFlagsHtml}
            stored={stored?.review ?? null}
            version={stored?.version ?? 0}
          />
          <FollowUps htmls={question.followUpsHtml} />
        </>
      ) : (
        <>
          <p className={styles.intro}>
            There is no model answer to rate it by any more. What you wrote stays here and in your export.
          </p>
          <AnswerBesideModel
            form={part.form}
            answer={answer}
            question={{ answerHtml: '<p>None any more.</p>', answerParts: [] }}
          />
        </>
      )}
      <p className={styles.ways}>
        {next && (
          <PathLink href={`${path}/review/${next.id}`}>
            Next: {questionPage(next.questionId)?.title ?? next.questionId}
          </PathLink>
        )}
        <PathLink href={`${path}/review`}>All answers of this mock</PathLink>
        {mock.ended && <PathLink href={`${path}/report`}>Report</PathLink>}
      </p>
    </div>
  );
}

function FollowUps({ htmls }: { htmls: string[] }) {
  if (htmls.length === 0) return null;
  return (
    <section className={styles.followUps} aria-labelledby="follow-ups">
      <h2 id="follow-ups">What an interviewer might ask next</h2>
      <ul>
        {htmls.map((html, index) => (
          <li key={index}>
            <Prose html={html} size="compact" />
          </li>
        ))}
      </ul>
    </section>
  );
}
