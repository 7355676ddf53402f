import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { duration, levelLabels, skillLabels } from '#components/labels';
import { Neighbours } from '#components/neighbours';
import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import { questionPage, questions, type QuestionPage } from '#content/load';
import { AddToReview } from '../../../review/add-to-review.tsx';
import { QuestionAnswer } from '../../question-answer.tsx';
import styles from './question.module.css';

export const dynamicParams = false;

export function generateStaticParams() {
  return questions().map(({ id }) => ({ question: id }));
}

type Props = { params: Promise<{ question: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, themeTitle } = await questionOf(params);
  const description = `An interview question about ${themeTitle.toLowerCase()}, with an answer, follow-ups and red flags.`;
  return { title, description };
}

export default async function QuestionView({ params }: Props) {
  const question = await questionOf(params);
  const { title, themeTitle, themeId, level, skill, minutes, promptHtml } = question;
  return (
    <article className={`page ${styles.page}`}>
      <header>
        <p className={styles.theme}>
          <PathLink href={`/interview/themes/${themeId}`}>{themeTitle}</PathLink>
        </p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.facts} data-numeric="">
          <span>{levelLabels[level]}</span>
          <span>{skillLabels[skill]}</span>
          <span>{duration(minutes)} to answer</span>
        </p>
      </header>
      <Prose html={promptHtml} className={styles.prompt} />
      <details className={styles.fold}>
        <summary>Show the answer</summary>
        <QuestionAnswer question={question} heading="h2" />
      </details>
      <div data-print="hide">
        <AddToReview questionId={question.id} title={title} />
      </div>
      <Around question={question} />
    </article>
  );
}

/** The neighbours in the same theme. */
function Around({ question: { id, themeId } }: { question: QuestionPage }) {
  const all = questions().filter((each) => each.themeId === themeId);
  const place = all.findIndex((each) => each.id === id);
  return <Neighbours noun="question" previous={all[place - 1]} next={all[place + 1]} />;
}

async function questionOf(params: Props['params']): Promise<QuestionPage> {
  return questionPage((await params).question) ?? notFound();
}
