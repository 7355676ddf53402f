import { partLabels, storyParts, themeLabels } from '#lib/story';
import { titleOf } from './story-list.tsx';
import type { ShelvedStory } from './story-shelf.ts';
import styles from './stories.module.css';

/** On paper every story stands in full. */
export function StoriesInFull({ stories }: { stories: Pick<ShelvedStory, 'id' | 'story'>[] }) {
  return (
    <div data-print="only">
      {stories.map(({ id, story }) => (
        <article key={id} className={styles.printed}>
          <h2>{titleOf(story)}</h2>
          <p>{story.themes.map((theme) => themeLabels[theme]).join(', ')}</p>
          {storyParts
            .filter((part) => story[part].trim() !== '')
            .map((part) => (
              <section key={part}>
                <h3>{partLabels[part]}</h3>
                <p>{story[part]}</p>
              </section>
            ))}
        </article>
      ))}
    </div>
  );
}
