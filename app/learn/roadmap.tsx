import { useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { trackHue } from '#components/hue';
import { PathLink } from '#components/path-link';
import { mapLayout, neighbourOf, type Direction, type MapLayout } from './map-layout.ts';
import type { StatusOf } from './map-selection.ts';
import { RoadmapLesson } from './roadmap-lesson.tsx';
import { RoadmapLines } from './roadmap-lines.tsx';
import styles from './roadmap.module.css';
import type { MapLesson, MapTrack } from './track-section.tsx';

type Props = {
  tracks: MapTrack[];
  matches: (lesson: MapLesson) => boolean;
  statusOf: StatusOf;
  /** The id of the recommended lesson or exercise. */
  next: string | null;
};

const directions: Partial<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Lanes of lessons with lines from each to those that need it. For a screen reader it is what the list is: a list for
 * each track, in which every lesson says what it needs. On a narrow screen it looks like that too.
 */
export function Roadmap({ tracks, matches, statusOf, next }: Props) {
  const layout = useMemo(() => mapLayout(tracks), [tracks]);
  const [active, setActive] = useState<string | null>(null);
  const map = useRef<HTMLDivElement>(null);
  const hint = useId();
  const lessons = tracks.flatMap((track) => track.lessons);
  const titles = new Map(lessons.map(({ id, title }) => [id, title]));
  const shown = new Set(lessons.filter(matches).map(({ id }) => id));
  const edges = layout.edges.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const related = new Set(
    edges.filter(({ from, to }) => from === active || to === active).flatMap(({ from, to }) => [from, to]),
  );

  function move(event: KeyboardEvent) {
    const direction = directions[event.key];
    const here = (event.target as HTMLElement).dataset['lesson'];
    if (!direction || !here || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const places = Object.fromEntries(Object.entries(layout.places).filter(([id]) => shown.has(id)));
    const there = neighbourOf(here, direction, places);
    // Even where there is no neighbour: a page that scrolls away under the focus is worse than a key that does nothing.
    event.preventDefault();
    if (there) map.current?.querySelector<HTMLElement>(`[data-lesson="${there}"]`)?.focus();
  }

  return (
    <div role="group" aria-label="Map of lessons" aria-describedby={hint}>
      <p id={hint} className={styles.hint}>
        Lines lead from a lesson down to those that need it. A tick marks what is done, a half circle what is begun.{' '}
        <span className={styles.keys}>Arrow keys move between neighbours.</span>
      </p>
      <div
        ref={map}
        className={styles.map}
        style={{ '--lanes': tracks.length, '--rows': layout.rowCount } as CSSProperties}
        onKeyDown={move}
      >
        <RoadmapLines edges={edges} lanes={tracks.length} rows={layout.rowCount} active={active} />
        {tracks.map((track, lane) => (
          <section
            key={track.id}
            className={styles.lane}
            aria-labelledby={`lane-${track.id}`}
            data-empty={!track.lessons.some(({ id }) => shown.has(id)) || undefined}
            data-hue=""
            style={{ ...trackHue(track.hue).style, gridColumn: lane + 1 }}
          >
            <h2 id={`lane-${track.id}`} className={styles.track}>
              <PathLink href={track.path}>{track.title}</PathLink>
            </h2>
            <ol role="list" className={styles.lessons}>
              {inRows(track.lessons, layout)
                .filter(({ id }) => shown.has(id))
                .map((lesson) => (
                  <RoadmapLesson
                    key={lesson.id}
                    lesson={lesson}
                    row={layout.places[lesson.id]?.row ?? 0}
                    status={statusOf(lesson)}
                    needs={lesson.needs.flatMap((id) => titles.get(id) ?? [])}
                    next={next !== null && [lesson.id, ...lesson.exerciseIds].includes(next)}
                    related={related.has(lesson.id)}
                    onActive={setActive}
                  />
                ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  );
}

/** As they stand from top to bottom, which is where Tab goes. */
function inRows(lessons: MapLesson[], { places }: MapLayout): MapLesson[] {
  return lessons.toSorted((a, b) => (places[a.id]?.row ?? 0) - (places[b.id]?.row ?? 0));
}
