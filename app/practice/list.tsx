'use client';

import { FilterBar, FilterSearch, FilterSelect } from '#components/filter-bar';
import { plural } from '#components/labels';
import { useMe } from '#components/me';
import { EmptyState } from '#components/state-block';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import { ListRow, type ListedExercise } from './list-row.tsx';
import {
  filterKeys,
  filterOptions,
  knownFilters,
  matching,
  sorted,
  sortLabels,
  standingOf,
  type FilterKey,
  type StandingOf,
} from './list-selection.ts';
import styles from './list.module.css';

const keys = [...filterKeys, 'sort'] as const;
type Key = FilterKey | 'sort';

const selects = [
  { key: 'skill', label: 'Skill', all: 'All skills' },
  { key: 'level', label: 'Level', all: 'All levels' },
  { key: 'kind', label: 'Kind', all: 'All kinds' },
  { key: 'status', label: 'Status', all: 'Any status' },
] as const;

/** All exercises. */
export function ListOfExercises({ exercises }: { exercises: ListedExercise[] }) {
  return (
    <WithUrlFilters keys={keys} kept={['sort']}>
      {(filters) => <ListView exercises={exercises} {...filters} />}
    </WithUrlFilters>
  );
}

function ListView({
  exercises,
  filters: asked,
  setFilter,
  clearFilters,
}: { exercises: ListedExercise[] } & UrlFilters<Key>) {
  const filters = knownFilters(asked);
  const standing = useStanding();
  const shown = sorted(exercises.filter(matching(filters, standing)), asked.sort, standing);
  const filtered = filterKeys.some((key) => filters[key] !== '');
  const options = filterOptions(exercises, filters, standing);
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
        <FilterSelect
          label="Order"
          all="Recommended"
          value={asked.sort}
          options={sortLabels}
          onChange={(value) => setFilter('sort', value)}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <div className={styles.nothing}>
          <EmptyState title="No exercises match">
            <p>Try fewer words, or clear one of the filters.</p>
          </EmptyState>
        </div>
      ) : (
        <ul role="list" className={styles.list}>
          {shown.map((exercise) => (
            <ListRow key={exercise.id} exercise={exercise} status={standing(exercise).status} />
          ))}
        </ul>
      )}
    </>
  );
}

function useStanding(): StandingOf {
  const state = useMe();
  const me = state.status === 'ready' ? state.me : null;
  return (exercise) => standingOf(exercise, me);
}
