'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/button';
import { Field } from '#components/field';
import { cutWords } from '#lib/cut-words';
import {
  partCharsMax,
  partLabels,
  storyInWords,
  storyParts,
  storySource,
  storyThemes,
  themeLabels,
  titleCharsMax,
  type Story,
  type StoryPart,
} from '#lib/story';
import { DraftConflict } from '../../practice/[exercise]/draft-conflict.tsx';
import type { DraftSnapshot } from '../../practice/[exercise]/draft-snapshot.ts';
import type { DraftStore } from '../../practice/[exercise]/draft-store.ts';
import { draftWords } from '../../practice/[exercise]/draft-words.ts';
import { History } from '../../practice/[exercise]/history.tsx';
import { Modal, ModalActions } from '../../practice/[exercise]/modal.tsx';
import { StoryLink } from './story-link.tsx';
import { titleOf } from './story-list.tsx';
import { partAdvice, storyAdvice } from './story-words.ts';
import styles from './stories.module.css';

const prompts: Record<StoryPart, string> = {
  situation: 'Where and when was it, and what was at stake? Two sentences: the listener was not there.',
  task: 'What was yours to do, and by when? Yours, not the team’s.',
  action: 'What did you do, in order, and why that and not something else? Say “I” where it was you.',
  result: 'What came of it, with a number where there is one? Include what did not go well.',
  otherwise: 'You will be asked. One thing you would do otherwise today, and what you have changed since.',
};

type Props = { id: string; story: Story; draft: DraftSnapshot; store: DraftStore };

/** One story: every letter is kept as it is typed. */
export function StoryEditor({ id, story, draft, store }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const save = (change: Partial<Story>) => store.edit(storySource({ ...story, ...change }));
  const isGone = draft.source === '' && (draft.replaced !== null || draft.other !== null);
  // Also when the story goes and when it comes back: what was pressed is gone then.
  useEffect(() => heading.current?.focus(), [isGone]);
  if (isGone) return <Deleted heading={heading} draft={draft} store={store} />;
  return (
    <form className={styles.editor} data-print="hide" onSubmit={(event) => event.preventDefault()}>
      <p>
        <StoryLink id={null}>All stories</StoryLink>
      </p>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {titleOf(story)}
      </h2>
      <Status draft={draft} store={store} />
      <Field
        label="Title"
        hint="A few words that bring it back to you."
        maxLength={titleCharsMax}
        value={story.title}
        onChange={(event) => save({ title: event.target.value })}
      />
      <fieldset className={styles.themes}>
        <legend>Themes it can serve</legend>
        {storyThemes.map((theme) => (
          <label key={theme}>
            <input
              type="checkbox"
              checked={story.themes.includes(theme)}
              onChange={({ target }) =>
                save({
                  themes: target.checked ? [...story.themes, theme] : story.themes.filter((each) => each !== theme),
                })
              }
            />
            {themeLabels[theme]}
          </label>
        ))}
      </fieldset>
      {storyParts.map((part) => (
        <Part key={part} part={part} text={story[part]} onChange={(text) => save({ [part]: text })} />
      ))}
      <div className={styles.foot}>
        <p data-numeric="">{storyAdvice(story)}</p>
        {/* A page of its own, loaded anew: its headers alone allow the microphone. */}
        <a href={`/interview/stories/rehearse?story=${encodeURIComponent(id)}`}>Rehearse it in two minutes</a>
        <Delete title={titleOf(story)} store={store} />
      </div>
    </form>
  );
}

export function Part({ part, text, onChange }: { part: StoryPart; text: string; onChange: (text: string) => void }) {
  const field = `part-${part}`;
  return (
    <div className={styles.part}>
      <label htmlFor={field}>{partLabels[part]}</label>
      <p id={`${field}-prompt`}>{prompts[part]}</p>
      <textarea
        id={field}
        rows={part === 'action' ? 7 : 3}
        maxLength={partCharsMax}
        value={text}
        aria-describedby={`${field}-prompt ${field}-count`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${field}-count`} data-numeric="">
        {partAdvice(part, text)}
        <span role="status">{cutWords(text, partCharsMax)}</span>
      </p>
    </div>
  );
}

function Status({ draft, store }: Pick<Props, 'draft' | 'store'>) {
  return (
    <div className={styles.status} data-state={draft.state}>
      <p role="status">{draft.source === '' ? 'Kept with the first letter you write' : draftWords(draft)}</p>
      <DraftConflict draft={draft} store={store} inWords={storyInWords} what={{ one: 'story', yours: 'your text' }} />
      {draft.source !== '' && (
        <History fileName="story" of="this story" starter="" draft={draft} store={store} inWords={storyInWords} />
      )}
    </div>
  );
}

function Delete({ title, store }: { title: string; store: DraftStore }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        Delete this story
      </Button>
      <Modal open={asking} title={`Delete “${title}”?`} onClose={() => setAsking(false)}>
        <p>It goes from all your devices. Until you leave this page, one press brings it back.</p>
        <ModalActions>
          <Button
            variant="primary"
            onClick={() => {
              setAsking(false);
              void store.reset();
            }}
          >
            Delete it
          </Button>
          <Button onClick={() => setAsking(false)}>Keep it</Button>
        </ModalActions>
      </Modal>
    </>
  );
}

type DeletedProps = Pick<Props, 'draft' | 'store'> & { heading: React.RefObject<HTMLHeadingElement | null> };

function Deleted({ heading, draft, store }: DeletedProps) {
  return (
    <div className={styles.editor} data-print="hide">
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {draft.other ? 'The story is deleted here, and was changed somewhere else' : 'The story is deleted'}
      </h2>
      {draft.other && (
        <div className={styles.status} data-state={draft.state}>
          <p role="status">{draftWords(draft)}</p>
          <DraftConflict
            draft={draft}
            store={store}
            inWords={storyInWords}
            what={{ one: 'story', yours: 'the deletion' }}
          />
        </div>
      )}
      <div className={styles.foot}>
        {draft.replaced !== null && <Button onClick={store.undo}>Bring it back</Button>}
        <StoryLink id={null}>All stories</StoryLink>
      </div>
    </div>
  );
}
