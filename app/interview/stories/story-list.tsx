import { plural } from '#components/labels';
import { storyParts, themeLabels, toldWords, type Story } from '#lib/story';
import type { ShelvedStory } from './story-shelf.ts';
import { StoryLink } from './story-link.tsx';
import { spoken } from './story-words.ts';
import styles from './stories.module.css';

/** What is focused on the way back from a story. */
export const listId = 'stories';

/** One line a story: what it is about, how long it takes, and what is still empty. */
export function StoryList({ stories }: { stories: ShelvedStory[] }) {
  return (
    <section aria-labelledby={listId} className={styles.section} data-print="hide">
      <h2 id={listId} tabIndex={-1} className={styles.title}>
        {plural(stories.length, 'story', 'stories')}
      </h2>
      <ul role="list" className={styles.list}>
        {stories.map(({ id, story, draft }) => (
          <li key={id}>
            <StoryLink id={id}>{titleOf(story)}</StoryLink>
            <p>
              {story.themes.length === 0
                ? 'No theme chosen'
                : story.themes.map((theme) => themeLabels[theme]).join(', ')}
              . {lengthOf(story)}
              {draft.state === 'conflict' && ' Two versions: open it to choose.'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function titleOf({ title }: Story): string {
  return title.trim() || 'Untitled story';
}

function lengthOf(story: Story): string {
  const empty = storyParts.filter((part) => part !== 'otherwise' && story[part].trim() === '');
  const words = toldWords(story);
  if (words === 0) return 'Nothing written yet.';
  return `About ${spoken(words)}.${empty.length > 0 ? ` Still empty: ${empty.join(', ')}.` : ''}`;
}
