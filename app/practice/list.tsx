'use client';

import { Suspense } from 'react';
import { FilterBar, FilterSearch, FilterSelect } from '#components/filter-bar';
import { kindLabels, levelLabels, plural, skillLabels } from '#components/labels';
import { useMe } from '#components/me';
import { noFilters, useUrlFilters, type Filters } from '#components/url-filters';
import { ListRow, type ListedExercise } from './list-row.tsx';
import { matching, sorted, sortLabels, type StatusOf } from './list-selection.ts';
import styles from './list.module.css';

const keys = ['q', 'skill', 'level', 'kind', 'status', 'sort'] as const;
type Key = (typeof keys)[number];

const statusLabels = [
  ['open', 'Not started'],
  ['attempted', 'Begun'],
  ['done', 'Passed'],
] as const;

/** All exercises. The server renders them unfiltered; filters from the address apply once the page is awake. */
export function ListOfExercises({ exercises }: { exercises: ListedExercise[] }) {
  return (
    <Suspense
      fallback={<ListView exercises={exercises} filters={noFilters(keys)} setFilter={ignore} clearFilters={ignore} />}
    >
      <FilteredList exercises={exercises} />
    </Suspense>
  );
}

function ignore() {}

function FilteredList({ exercises }: { exercises: ListedExercise[] }) {
  return <ListView exercises={exercises} {...useUrlFilters(keys)} />;
}

function ListView({
  exercises,
  filters,
  setFilter,
  clearFilters,
}: {
  exercises: ListedExercise[];
  filters: Filters<Key>;
  setFilter: (key: Key, value: string) => void;
  clearFilters: () => void;
}) {
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
          options={usedSkills(exercises)}
          onChange={(value) => setFilter('skill', value)}
        />
        <FilterSelect
          label="Level"
          all="All levels"
          value={filters.level}
          options={Object.entries(levelLabels)}
          onChange={(value) => setFilter('level', value)}
        />
        <FilterSelect
          label="Kind"
          all="All kinds"
          value={filters.kind}
          options={Object.entries(kindLabels)}
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

function usedSkills(exercises: ListedExercise[]) {
  const used = new Set<string>(exercises.flatMap(({ skills }) => skills));
  return Object.entries(skillLabels).filter(([skill]) => used.has(skill));
}

function useExerciseStatus(): StatusOf {
  const state = useMe();
  if (state.status !== 'ready') return () => 'open';
  const { exercises } = state.me;
  return ({ id }) => {
    const status = exercises[id]?.status;
    return status === 'passed' ? 'done' : (status ?? 'open');
  };
}
