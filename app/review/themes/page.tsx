import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { WithoutScripts } from '#components/without-scripts';
import { questionThemes } from '#content/load';
import { AddTheme } from '../add-theme.tsx';
import styles from '../review.module.css';

export const metadata: Metadata = {
  title: 'Questions to review',
  description: 'Put the interview questions of a theme into your review queue, or take them along to Anki.',
};

export default function ThemesPage() {
  return (
    <div className="page">
      <PageHeader
        title="Questions to review"
        lede="A theme adds its questions as new cards. Twenty new ones are begun in a day, however many you add."
      >
        <span className={styles.beside}>
          <PathLink href="/review">Review</PathLink>
          <PathLink href="/review/cards">All cards</PathLink>
        </span>
      </PageHeader>
      <WithoutScripts>
        Adding questions needs JavaScript. The themes to read and the files for Anki come without it.
      </WithoutScripts>
      <ul role="list" className={styles.themes}>
        {questionThemes().map(({ id, title, questions }) => (
          <li key={id}>
            <span className={styles.theme}>
              <PathLink href={`/interview/themes/${id}`}>{title}</PathLink>
            </span>
            <AddTheme themeId={id} title={title} questionIds={questions.map((question) => question.id)} />
            <a href={`/api/review/anki?theme=${id}`} download>
              Anki<span className="visually-hidden"> file: {title}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.how}>
        The links to the right give a text file with questions and answers that Anki imports (File, Import). Pictures
        and your schedule stay here.
      </p>
    </div>
  );
}
