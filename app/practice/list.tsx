'use client';

import { FilterBar, FilterSearch, FilterSelect, usedOptions } from '#components/filter-bar';
import { kindLabels, levelLabels, plural, skillLabels } from '#components/labels';
import { useMe } from '#components/me';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import { ListRow, type ListedExercise } from './list-row.tsx';
import { matching, sorted, sortLabels, type StatusOf } from './list-selection.ts';
import styles from './list.module.css';

const keys = ['q', 'skill', 'level', 'kind', 'status', 'sort'] as const;
type Key = (typeof keys)[number];

const statusLabels = [
  ['open', 'Not started'],
  ['attempted', 'Begun'],
  ['done', 'Passed or self-assessed'],
] as const;

/** All exercises. */
export function ListOfExercises({ exercises }: { exercises: ListedExercise[] }) {
  return <WithUrlFilters keys={keys}>{(filters) => <ListView exercises={exercises} {...filters} />}</WithUrlFilters>;
}

function ListView({ exercises, filters, setFilter, clearFilters }: { exercises: ListedExercise[] } & UrlFilters<Key>) {
  const statusOf = useExerciseStatus();
  const shown = sorted(exercises.filter(matching(filters, statusOf)), filters.sort, statusOf);
  const filtered = keys.some((key) => key !== 'sort' && filters[key] !== '');
  return (
    <>
      <FilterBar
        label="Filter exercises"
        found={
          filtered ? `${plural(shown.length, 'exercise')} of ${exercises.length}` : plural(exercises.length, 'exercise')
        }
        filtered={filtered}
        onClear={clearFilters}
      >
        <FilterSearch
          label="Search"
          placeholder="Title, skill or lesson"
          value={filters.q}
          onChange={(value) => setFilter('q', value)}
        />
        <FilterSelect
          label="Skill"
          all="All skills"
          value={filters.skill}
          options={usedOptions(
            exercises.flatMap(({ skills }) => skills),
            skillLabels,
          )}
          onChange={(value) => setFilter('skill', value)}
        />
        <FilterSelect
          label="Level"
          all="All levels"
          value={filters.level}
          options={usedOptions(
            exercises.map(({ level }) => level),
            levelLabels,
          )}
          onChange={(value) => setFilter('level', value)}
        />
        <FilterSelect
          label="Kind"
          all="All kinds"
          value={filters.kind}
          options={usedOptions(
            exercises.map(({ kind }) => kind),
            kindLabels,
          )}
          onChange={(value) => setFilter('kind', value)}
        />
        <FilterSelect
          label="Status"
          all="Any status"
          value={filters.status}
          options={statusLabels}
          onChange={(value) => setFilter('status', value)}
        />
        <FilterSelect
          label="Order"
          all="Recommended"
          value={filters.sort}
          options={sortLabels}
          onChange={(value) => setFilter('sort', value)}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <p className={styles.empty}>No exercise fits. Try fewer words, or clear one of the filters.</p>
      ) : (
        <ul role="list" className={styles.list}>
          {shown.map((exercise) => (
            <ListRow key={exercise.id} exercise={exercise} status={statusOf(exercise)} />
          ))}
        </ul>
      )}
    </>
  );
}

function useExerciseStatus(): StatusOf {
  const state = useMe();
  if (state.status !== 'ready') return () => 'open';
  const { exercises, selfScores } = state.me;
  return ({ id }) => {
    if (selfScores[id]) return 'done';
    const status = exercises[id]?.status;
    return status === 'passed' ? 'done' : (status ?? 'open');
  };
}
