import { PathLink } from '#components/path-link';
import type { Theme } from '#content/load';
import { AddTheme } from '../add-theme.tsx';
import styles from '../review.module.css';

/** The themes of the question bank, each to be put into the queue or taken along to Anki. */
export function ThemeList({ themes }: { themes: Theme[] }) {
  if (themes.length === 0) return null;
  return (
    <section className={styles.themes} aria-labelledby="themes">
      <h2 id="themes">Interview questions by theme</h2>
      <p>
        A theme adds its questions as new cards. Twenty new ones are begun in a day, however many you add. The links
        give a file for Anki (File, Import).
      </p>
      <ul role="list">
        {themes.map(({ id, title, questions }) => (
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
    </section>
  );
}
