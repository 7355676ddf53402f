'use client';

import { lazy, Suspense } from 'react';
import { FilterBar } from '#components/filter-bar';
import { trackHue } from '#components/hue';
import { useMe, type Ahead } from '#components/me';
import { Segments } from '#components/segments';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import styles from './learn-map.module.css';
import { filteredLessons, filterKeys, lessonStatus, type FilterKey, type StatusOf } from './map-selection.ts';
import { DoneCount, LessonList, TrackSection, type MapLesson, type MapTrack } from './track-section.tsx';
import { whatComesNext } from './what-comes-next.ts';

const keys = [...filterKeys, 'view'] as const;
type Key = FilterKey | 'view';

const views = [
  { value: 'list', label: 'List' },
  { value: 'map', label: 'Map' },
] as const satisfies { value: string; label: string }[];

// Most people stay with the list, so the map and the ways of its lines come when they are asked for.
const Roadmap = lazy(() =>
  import('./roadmap.tsx').then(
    (module) => ({ default: module.Roadmap }),
    () => ({ default: MapNotLoaded }),
  ),
);

/** `start` is what is recommended to those of whom nothing is known yet. */
type Props = { tracks: MapTrack[]; start: Ahead['next'] };

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

function MapView({ tracks, start, filters: asked, setFilter, clearFilters }: Props & UrlFilters<Key>) {
  const statusOf = useLessonStatus();
  const state = useMe();
  const list = filteredLessons(
    tracks.flatMap((track) => track.lessons),
    asked,
    statusOf,
  );
  const isShown = new Set(list.shown);
  const matches = (lesson: MapLesson) => isShown.has(lesson);
  const view = asked.view === 'map' ? 'map' : 'list';
  const next = state.status === 'ready' ? whatComesNext(start, state.me) : null;

  return (
    <>
      <FilterBar
        {...{ noun: 'lesson', list, setFilter, clearFilters }}
        aside={
          <Segments
            legend="Show lessons as"
            options={[...views]}
            value={view}
            onChange={(value) => setFilter('view', value === 'map' ? 'map' : '')}
          />
        }
      />
      {list.shown.length > 0 && view === 'map' && (
        <Suspense fallback={<p role="status">Drawing the map.</p>}>
          <Roadmap tracks={tracks} matches={matches} statusOf={statusOf} next={next?.step.id ?? null} />
        </Suspense>
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

function MapNotLoaded() {
  return (
    <p role="alert">
      The map could not be loaded. The list shows the same lessons; or reload the page once you are online.
    </p>
  );
}

function useLessonStatus(): StatusOf {
  const state = useMe();
  const me = state.status === 'ready' ? state.me : null;
  return (lesson) => lessonStatus(lesson, me);
}
