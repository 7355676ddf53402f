'use client';

import { FilterBar, FilterSearch, FilterSelect } from '#components/filter-bar';
import { duration, levelLabels, plural } from '#components/labels';
import { PathLink } from '#components/path-link';
import { EmptyState } from '#components/state-block';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import {
  filterKeys,
  filterOptions,
  knownFilters,
  matching,
  type FilterKey,
  type ListedQuestion,
  type ListedTheme,
} from './list-selection.ts';
import styles from './list.module.css';

type Props = { questions: ListedQuestion[]; themes: ListedTheme[] };

const selects = [
  { key: 'theme', label: 'Theme', all: 'All themes' },
  { key: 'kind', label: 'Kind', all: 'All kinds' },
  { key: 'skill', label: 'Skill', all: 'All skills' },
  { key: 'level', label: 'Level', all: 'All levels' },
] as const;

/** The whole bank under the headings of its themes. */
export function ListOfQuestions(props: Props) {
  return <WithUrlFilters keys={filterKeys}>{(filters) => <ListView {...props} {...filters} />}</WithUrlFilters>;
}

function ListView({ questions, themes, filters: asked, setFilter, clearFilters }: Props & UrlFilters<FilterKey>) {
  const filters = knownFilters(asked, themes);
  const shown = questions.filter(matching(filters));
  const filtered = filterKeys.some((key) => filters[key] !== '');
  const options = filterOptions(questions, filters, themes);
  return (
    <>
      <FilterBar
        label="Filter questions"
        found={
          filtered ? `${plural(shown.length, 'question')} of ${questions.length}` : plural(questions.length, 'question')
        }
        filtered={filtered}
        onClear={clearFilters}
      >
        <FilterSearch
          label="Search"
          placeholder="Words of the question"
          value={filters.q}
          onChange={(value) => setFilter('q', value)}
        />
        {selects.map(({ key, label, all }) => (
          <FilterSelect
            key={key}
            label={label}
            all={all}
            value={filters[key]}
            options={options[key]}
            onChange={(value) => setFilter(key, value)}
          />
        ))}
      </FilterBar>
      {shown.length === 0 && (
        <div className={styles.nothing}>
          <EmptyState title="No questions match">
            <p>Try fewer words, or clear one of the filters.</p>
          </EmptyState>
        </div>
      )}
      {themes.map((theme) => (
        <ThemeSection key={theme.id} theme={theme} questions={shown.filter(({ themeId }) => themeId === theme.id)} />
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
