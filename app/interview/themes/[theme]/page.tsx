import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { duration, levelLabels } from '#components/labels';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { Prose } from '#components/prose';
import { questionPage, questionThemes, type Theme } from '#content/load';
import { PrintButton } from '../../../progress/print-button.tsx';
import { AddTheme } from '../../../review/add-theme.tsx';
import { QuestionAnswer } from '../../question-answer.tsx';
import styles from './theme.module.css';

export const dynamicParams = false;

export function generateStaticParams() {
  return questionThemes().map(({ id }) => ({ theme: id }));
}

type Props = { params: Promise<{ theme: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const theme = await themeOf(params);
  return { title: `${theme.title}: interview questions`, description: theme.summary };
}

/** All questions of a theme on one page, answers folded; on paper it is a booklet with all of them open. */
export default async function ThemePage({ params }: Props) {
  const theme = await themeOf(params);
  return (
    <div className="page">
      <PageHeader title={theme.title} lede={theme.summary}>
        <PrintButton />
      </PageHeader>
      <div className={styles.back} data-print="hide">
        <PathLink href="/interview/questions">All questions of the bank</PathLink>
        <AddTheme themeId={theme.id} title={theme.title} questionIds={theme.questions.map(({ id }) => id)} />
      </div>
      <ol role="list" className={styles.list}>
        {theme.questions.map(({ id }) => (
          <Question key={id} id={id} />
        ))}
      </ol>
    </div>
  );
}

function Question({ id }: { id: string }) {
  const question = questionPage(id);
  if (!question) return null;
  const { title, path, level, minutes, promptHtml } = question;
  return (
    <li className={styles.question}>
      <h2 className={styles.title}>
        <PathLink href={path}>{title}</PathLink>
      </h2>
      <p className={styles.facts} data-numeric="">
        {levelLabels[level]} · {duration(minutes)}
      </p>
      <Prose html={promptHtml} size="compact" />
      <details className={styles.fold}>
        <summary>
          Show the answer<span className="visually-hidden"> to {title}</span>
        </summary>
        <QuestionAnswer question={question} heading="h3" />
      </details>
    </li>
  );
}

async function themeOf(params: Props['params']): Promise<Theme> {
  const { theme } = await params;
  return questionThemes().find(({ id }) => id === theme) ?? notFound();
}
