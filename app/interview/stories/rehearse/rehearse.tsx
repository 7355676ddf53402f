'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '#components/button';
import { PathLink } from '#components/path-link';
import { LoadingState } from '#components/state-block';
import { partLabels, rehearsalSeconds, storyParts, type Story } from '#lib/story';
import { storyHref } from '../story-link.tsx';
import { titleOf } from '../story-list.tsx';
import { storyAdvice } from '../story-words.ts';
import { useStories } from '../use-stories.ts';
import { clockFace, clockNews, rehearsalClock } from './clock.ts';
import { NoStory } from './no-story.tsx';
import { hasOthersHeaders } from './own-headers.ts';
import { RecordingControls } from './recording-controls.tsx';
import { useRecorder } from './use-recorder.ts';
import styles from './rehearse.module.css';

/** One story, the clock, and a recording that nobody else hears. */
export function Rehearse() {
  useEffect(() => {
    const [entry] = performance.getEntriesByType('navigation');
    // Nothing is lost: the page has only just come, and stories are kept. Without a connection the clock is enough.
    if (navigator.onLine && hasOthersHeaders(entry?.name, location.href)) location.reload();
  }, []);
  const { status, stories } = useStories();
  const asked = useSearchParams().get('story');
  const found = stories.find(({ id }) => id === asked) ?? (asked === null ? stories[0] : undefined);
  if (status === 'loading') return <LoadingState title="Loading the story" lines={3} />;
  if (!found) return <NoStory isNamed={asked !== null} isOffline={status === 'offline'} />;
  return <Rehearsal key={found.id} id={found.id} story={found.story} />;
}

function Rehearsal({ id, story }: { id: string; story: Story }) {
  const [clock] = useState(() => rehearsalClock(() => performance.now()));
  const time = useSyncExternalStore(clock.subscribe, clock.snapshot, clock.snapshot);
  const { recording, recorder } = useRecorder();
  const [withText, setWithText] = useState(false);
  useEffect(() => () => clock.reset(), [clock]);
  const isOver = time.elapsedMs >= rehearsalSeconds * 1000;

  function stop() {
    clock.pause();
    recorder.stop();
  }

  return (
    <div className={styles.rehearsal}>
      <h2>{titleOf(story)}</h2>
      <p className={styles.note}>{storyAdvice(story)}</p>
      <p className={styles.clock} data-over={isOver ? '' : undefined} data-numeric="">
        <span className="visually-hidden">Time: </span>
        {clockFace(time.elapsedMs)} <span>of {clockFace(rehearsalSeconds * 1000)}</span>
      </p>
      <div className={styles.line} aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(100, time.elapsedMs / (rehearsalSeconds * 10))}%` }} />
      </div>
      <p role="status" className={styles.news}>
        {clockNews(time)}
      </p>
      <div className={styles.actions}>
        {time.running ? (
          <Button variant="primary" onClick={stop}>
            Stop
          </Button>
        ) : (
          <Button variant="primary" onClick={clock.start}>
            {time.elapsedMs === 0 ? 'Start the clock' : 'Go on'}
          </Button>
        )}
        <Button disabled={time.elapsedMs === 0} onClick={clock.reset}>
          Back to zero
        </Button>
      </div>
      <RecordingControls recording={recording} recorder={recorder} onStart={clock.start} onStop={stop} />
      <section className={styles.text} aria-labelledby="text">
        <h3 id="text">What to say</h3>
        <Button aria-pressed={withText} onClick={() => setWithText(!withText)}>
          {withText ? 'Show the headings alone' : 'Show my text'}
        </Button>
        <dl>
          {storyParts.map((part) => (
            <div key={part}>
              <dt>{partLabels[part]}</dt>
              {withText && <dd>{story[part] || 'Nothing written yet.'}</dd>}
            </div>
          ))}
        </dl>
      </section>
      <p>
        <PathLink href={storyHref(id)}>Back to the story</PathLink>
      </p>
    </div>
  );
}
