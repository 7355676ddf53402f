'use client';

import { FilterBar, FilterSelect, usedOptions } from '#components/filter-bar';
import { trackHue } from '#components/hue';
import { levelLabels, plural, skillLabels } from '#components/labels';
import { useMe } from '#components/me';
import type { Status } from '#components/status-mark';
import { WithUrlFilters, type UrlFilters } from '#components/url-filters';
import styles from './learn-map.module.css';
import { DoneCount, LessonList, TrackSection, type MapLesson, type MapTrack } from './track-section.tsx';

const keys = ['level', 'skill', 'status'] as const;
type Key = (typeof keys)[number];

const statusLabels = [
  ['open', 'Not started'],
  ['attempted', 'Begun'],
  ['done', 'Done'],
] as const;

/** The whole map. */
export function LearnMap({ tracks }: { tracks: MapTrack[] }) {
  return <WithUrlFilters keys={keys}>{(filters) => <MapView tracks={tracks} {...filters} />}</WithUrlFilters>;
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

function MapView({ tracks, filters, setFilter, clearFilters }: { tracks: MapTrack[] } & UrlFilters<Key>) {
  const statusOf = useLessonStatus();
  const matches = (lesson: MapLesson) =>
    (filters.level === '' || lesson.level === filters.level) &&
    (filters.skill === '' || lesson.skills.some((skill) => skill === filters.skill)) &&
    (filters.status === '' || statusOf(lesson) === filters.status);
  const shown = tracks
    .map((track) => ({ track, lessons: track.lessons.filter(matches) }))
    .filter(({ lessons }) => lessons.length > 0);
  const all = tracks.flatMap((track) => track.lessons);
  const foundCount = shown.reduce((sum, { lessons }) => sum + lessons.length, 0);
  const filtered = keys.some((key) => filters[key] !== '');

  return (
    <>
      <FilterBar
        label="Filter lessons"
        found={filtered ? `${plural(foundCount, 'lesson')} of ${all.length}` : plural(all.length, 'lesson')}
        filtered={filtered}
        onClear={clearFilters}
      >
        <FilterSelect
          label="Level"
          all="All levels"
          value={filters.level}
          options={usedOptions(
            all.map(({ level }) => level),
            levelLabels,
          )}
          onChange={(value) => setFilter('level', value)}
        />
        <FilterSelect
          label="Skill"
          all="All skills"
          value={filters.skill}
          options={usedOptions(
            all.flatMap(({ skills }) => skills),
            skillLabels,
          )}
          onChange={(value) => setFilter('skill', value)}
        />
        <FilterSelect
          label="Status"
          all="Any status"
          value={filters.status}
          options={statusLabels}
          onChange={(value) => setFilter('status', value)}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <p className={styles.empty}>No lesson fits these filters. Clear one of them to see more.</p>
      ) : (
        shown.map(({ track, lessons }) => (
          <TrackSection key={track.id} track={track} lessons={lessons} statusOf={statusOf} />
        ))
      )}
    </>
  );
}

/** Done is what the reader marked; begun is a question answered or an exercise tried. */
function useLessonStatus(): (lesson: MapLesson) => Status {
  const state = useMe();
  if (state.status !== 'ready') return () => 'open';
  const { lessons, exercises } = state.me;
  return ({ id, exerciseIds }) => {
    const progress = lessons[id];
    if (progress?.doneAt) return 'done';
    const begun = progress !== undefined || exerciseIds.some((exerciseId) => exercises[exerciseId] !== undefined);
    return begun ? 'attempted' : 'open';
  };
}
