'use client';

import { FilterBar } from '#components/filter-bar';
import { duration, levelLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import {
  filteredQuestions,
  filterKeys,
  type FilterKey,
  type ListedQuestion,
  type ListedTheme,
} from './list-selection.ts';
import styles from './list.module.css';

type Props = { questions: ListedQuestion[]; themes: ListedTheme[] };

/** The whole bank under the headings of its themes. */
export function ListOfQuestions(props: Props) {
  return <WithUrlFilters keys={filterKeys}>{(filters) => <ListView {...props} {...filters} />}</WithUrlFilters>;
}

function ListView({ questions, themes, filters, setFilter, clearFilters }: Props & UrlFilters<FilterKey>) {
  const list = filteredQuestions(questions, filters, themes);
  return (
    <>
      <FilterBar
        {...{ noun: 'question', list, setFilter, clearFilters }}
        search={{ placeholder: 'Words of the question', onChange: (value) => setFilter('q', value) }}
      />
      {themes.map((theme) => (
        <ThemeSection
          key={theme.id}
          theme={theme}
          questions={list.shown.filter(({ themeId }) => themeId === theme.id)}
        />
      ))}
    </>
  );
}

function ThemeSection({ theme, questions }: { theme: ListedTheme; questions: ListedQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <section className={styles.theme} aria-labelledby={`theme-${theme.id}`}>
      <h2 id={`theme-${theme.id}`}>
        <PathLink href={`/interview/themes/${theme.id}`}>{theme.title}</PathLink>
      </h2>
      <ul role="list">
        {questions.map(({ id, title, prompt, path, level, minutes }) => (
          <li key={id} className={styles.row}>
            <div>
              <h3 className={styles.title}>
                <PathLink href={path}>{title}</PathLink>
              </h3>
              <p className={styles.prompt}>{prompt}</p>
            </div>
            <p className={styles.facts} data-numeric="">
              <span>{levelLabels[level]}</span>
              <span>{duration(minutes)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
