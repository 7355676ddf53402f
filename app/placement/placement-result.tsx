import { trackHue } from '#components/hue';
import { levelLabels, plural, skillLabels, type Level } from '#components/labels';
import { PathLink } from '#components/path-link';
import type { CurrentPlacement } from './current-placement.ts';
import type { Start } from './placement.ts';
import styles from './placement.module.css';

type Ended = Extract<CurrentPlacement, { state: 'ended' }>;

/** Where to begin in each track, with the reason for it. */
export function PlacementResult({ placement }: { placement: Ended }) {
  return (
    <section aria-labelledby="result">
      <h2 id="result">{headline(placement)}</h2>
      <p className={styles.summary}>{summary(placement)}</p>
      <ul role="list" className={styles.starts}>
        {placement.starts.map((start) => (
          <li key={start.track.id} {...trackHue(start.track.hue)}>
            <p className={styles.track}>{start.track.title}</p>
            {start.lesson ? (
              <PathLink href={start.lesson.path}>{start.lesson.title}</PathLink>
            ) : (
              <PathLink href={start.track.path}>Look through the track</PathLink>
            )}
            <p>{reason(start, placement)}</p>
          </li>
        ))}
      </ul>
      <p>
        <PathLink href="/progress/plan">Make a plan from here: I have N days</PathLink>
      </p>
    </section>
  );
}

function headline({ byHand, shown }: Ended): string {
  if (byHand) return `You start at ${levelLabels[byHand].toLowerCase()}`;
  const highest = shown.at(-1);
  return highest ? `Your answers show ${levelLabels[highest].toLowerCase()}` : 'You start at the beginning';
}

function summary({ byHand, right, asked }: Ended): string {
  if (byHand) return 'You picked the level yourself. Change it whenever you like.';
  return `${right} of ${plural(asked, 'question')} right. These are few questions: where a lesson feels easy, go on to the next one.`;
}

function reason({ lesson, reason: why, skill, known }: Start, { byHand, shown }: Ended): string {
  if (!lesson) return `Every lesson here is below where you start. Its exercises are the proof.`;
  const leftOut = known.length > 0 ? ` ${plural(known.length, 'lesson')} before it may be left out.` : '';
  const level = levelLabels[lesson.level].toLowerCase();
  if (why === 'missed') return `You missed a question from this lesson.${leftOut}`;
  if (why === 'skill' && skill)
    return `You missed what was asked about ${skillLabels[skill].toLowerCase()} at ${level} level.${leftOut}`;
  if (why === 'first') return 'It is the first lesson of the track.';
  const below = levelBelow(byHand, shown);
  return `It is the first lesson here above ${below}, at ${level} level.${leftOut}`;
}

function levelBelow(byHand: Level | null, shown: Level[]): string {
  if (byHand) return `what you leave out below ${levelLabels[byHand].toLowerCase()}`;
  return `the ${levelLabels[shown.at(-1) ?? 'junior'].toLowerCase()} level that your answers show`;
}
