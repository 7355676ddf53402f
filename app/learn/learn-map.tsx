'use client';

import { FilterBar, FilterSelect } from '#components/filter-bar';
import { trackHue } from '#components/hue';
import { plural } from '#components/labels';
import { useMe } from '#components/me';
import { EmptyState } from '#components/state-block';
import { recommend, type Step } from '#components/next-step';
import { Segments } from '#components/segments';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import styles from './learn-map.module.css';
import type { MapLayout } from './map-layout.ts';
import {
  filterKeys,
  filterOptions,
  knownFilters,
  lessonStatus,
  matching,
  type FilterKey,
  type StatusOf,
} from './map-selection.ts';
import { Roadmap } from './roadmap.tsx';
import { DoneCount, LessonList, TrackSection, type MapTrack } from './track-section.tsx';

const keys = [...filterKeys, 'view'] as const;
type Key = FilterKey | 'view';

const views = [
  { value: 'list', label: 'List' },
  { value: 'map', label: 'Map' },
] as const satisfies { value: string; label: string }[];

type Props = { tracks: MapTrack[]; layout: MapLayout; steps: Step[] };

/** All lessons, as a list or as a map of what needs what. */
export function LearnMap(props: Props) {
  return (
    <WithUrlFilters keys={keys} kept={['view']}>
      {(filters) => <MapView {...props} {...filters} />}
    </WithUrlFilters>
  );
}

/** One track on a page of its own, under the page's heading. */
export function TrackMap({ track }: { track: MapTrack }) {
  const statusOf = useLessonStatus();
  return (
    <section className={styles.track} aria-labelledby="lessons" {...trackHue(track.hue)}>
      <div className={styles.head}>
        <h2 id="lessons" className={styles.title}>
          Lessons
        </h2>
        <DoneCount track={track} statusOf={statusOf} />
      </div>
      <LessonList lessons={track.lessons} statusOf={statusOf} />
    </section>
  );
}

function MapView({ tracks, layout, steps, filters: asked, setFilter, clearFilters }: Props & UrlFilters<Key>) {
  const statusOf = useLessonStatus();
  const state = useMe();
  const filters = knownFilters(asked);
  const all = tracks.flatMap((track) => track.lessons);
  const matches = matching(filters, statusOf);
  const foundCount = all.filter(matches).length;
  const filtered = filterKeys.some((key) => filters[key] !== '');
  const options = filterOptions(all, filters, statusOf);
  const view = asked.view === 'map' ? 'map' : 'list';
  const next = state.status === 'ready' ? (recommend(steps, state.me)?.step.id ?? null) : null;

  return (
    <>
      <FilterBar
        label="Filter lessons"
        found={filtered ? `${plural(foundCount, 'lesson')} of ${all.length}` : plural(all.length, 'lesson')}
        filtered={filtered}
        onClear={clearFilters}
        aside={
          <Segments
            legend="Show lessons as"
            options={[...views]}
            value={view}
            onChange={(value) => setFilter('view', value === 'map' ? 'map' : '')}
          />
        }
      >
        <FilterSelect
          label="Level"
          all="All levels"
          value={filters.level}
          options={options.level}
          onChange={(value) => setFilter('level', value)}
        />
        <FilterSelect
          label="Skill"
          all="All skills"
          value={filters.skill}
          options={options.skill}
          onChange={(value) => setFilter('skill', value)}
        />
        <FilterSelect
          label="Status"
          all="Any status"
          value={filters.status}
          options={options.status}
          onChange={(value) => setFilter('status', value)}
        />
      </FilterBar>
      {foundCount === 0 && (
        <div className={styles.nothing}>
          <EmptyState title="No lessons match these filters">
            <p>Clear one of them, or all of them, to see more.</p>
          </EmptyState>
        </div>
      )}
      {foundCount > 0 && view === 'map' && (
        <Roadmap tracks={tracks} layout={layout} matches={matches} statusOf={statusOf} next={next} />
      )}
      {view === 'list' &&
        tracks
          .map((track) => ({ track, lessons: track.lessons.filter(matches) }))
          .filter(({ lessons }) => lessons.length > 0)
          .map(({ track, lessons }) => (
            <TrackSection key={track.id} track={track} lessons={lessons} statusOf={statusOf} />
          ))}
    </>
  );
}

function useLessonStatus(): StatusOf {
  const state = useMe();
  const me = state.status === 'ready' ? state.me : null;
  return (lesson) => lessonStatus(lesson, me);
}
