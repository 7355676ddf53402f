'use client';

import { FilterBar, FilterSelect } from '#components/filter-bar';
import { useMe } from '#components/me';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import { ListRow, type ListedExercise } from './list-row.tsx';
import {
  filteredExercises,
  filterKeys,
  sorted,
  sortLabels,
  standingOf,
  type FilterKey,
  type StandingOf,
} from './list-selection.ts';

const keys = [...filterKeys, 'sort'] as const;
type Key = FilterKey | 'sort';

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
  const standing = useStanding();
  const list = filteredExercises(exercises, asked, standing);
  return (
    <>
      <FilterBar
        {...{ noun: 'exercise', list, setFilter, clearFilters }}
        search={{ placeholder: 'Title, skill or lesson', onChange: (value) => setFilter('q', value) }}
      >
        <FilterSelect
          label="Order"
          all="Recommended"
          value={asked.sort}
          options={sortLabels}
          onChange={(value) => setFilter('sort', value)}
        />
      </FilterBar>
      {list.shown.length > 0 && (
        <ul role="list">
          {sorted(list.shown, asked.sort, standing).map((exercise) => (
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
