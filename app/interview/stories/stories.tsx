'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { EmptyState, LoadingState, OfflineState } from '#components/state-block';
import { Button } from '#components/button';
import { emptyStory, readStory } from '#lib/story';
import { Coverage } from './coverage.tsx';
import { StoriesInFull } from './stories-in-full.tsx';
import { StoryEditor } from './story-editor.tsx';
import { listId, StoryList } from './story-list.tsx';
import { goTo } from './story-link.tsx';
import styles from './stories.module.css';
import { newStoryId, useStories } from './use-stories.ts';

/** More than anybody can have ready; the server has room for twice as many, from other devices. */
const storiesHereMax = 100;

/** The list of stories, or the one that the address names. */
export function Stories() {
  const { status, stories, shelf } = useStories();
  const asked = useSearchParams().get('story');

  // Whoever comes back from a story is at the list; the link that was pressed is gone.
  const before = useRef(asked);
  useEffect(() => {
    if (before.current !== null && asked === null) document.getElementById(listId)?.focus();
    before.current = asked;
  }, [asked]);

  function begin() {
    const id = newStoryId();
    shelf.begin(id);
    goTo(id);
  }

  if (status === 'loading') return <LoadingState title="Loading your stories" lines={10} />;
  const store = asked === null ? null : shelf.storeOf(asked);
  if (asked !== null && store) {
    const draft = store.snapshot();
    const story = readStory(draft.source);
    return (
      <>
        <StoryEditor key={asked} id={asked} story={story ?? emptyStory} draft={draft} store={store} />
        {story && <StoriesInFull stories={[{ id: asked, story }]} />}
      </>
    );
  }
  const newStory = (
    <Button variant="primary" disabled={stories.length >= storiesHereMax} onClick={begin}>
      New story
    </Button>
  );
  return (
    <>
      {asked && (
        <p className={styles.note} role="status">
          There is no such story here: it was deleted, or it belongs to another learner.
        </p>
      )}
      {status === 'offline' && (
        <OfflineState title="The server does not answer">
          These are the stories that this browser has. What you write is kept here and sent when the server is back.
        </OfflineState>
      )}
      {stories.length === 0 ? (
        <div id={listId} tabIndex={-1} className={styles.none}>
          <EmptyState title="No story yet" action={newStory}>
            Begin with one thing you did last year that was hard. Five or six stories cover most of what is asked, since
            one story can serve several themes.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={styles.begin} data-print="hide">
            {newStory}
            {stories.length >= storiesHereMax && <p>There is room for {storiesHereMax} stories. Delete one first.</p>}
          </div>
          <StoryList stories={stories} />
        </>
      )}
      <Coverage stories={stories} />
      <StoriesInFull stories={stories} />
    </>
  );
}
