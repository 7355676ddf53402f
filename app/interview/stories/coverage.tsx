import { DataTable } from '#components/data-table';
import { coverageOf, themeLabels } from '#lib/story';
import type { ShelvedStory } from './story-shelf.ts';
import { titleOf } from './story-list.tsx';
import { StoryLink } from './story-link.tsx';
import styles from './stories.module.css';

type Covered = Pick<ShelvedStory, 'id' | 'story'>;

/** Themes by stories, and in words which theme has none. */
export function Coverage({ stories }: { stories: Covered[] }) {
  const coverage = [...coverageOf(stories)];
  const missing = coverage.filter(([, serving]) => serving.length === 0).map(([theme]) => themeLabels[theme]);
  return (
    <section aria-labelledby="coverage" className={styles.section}>
      <h2 id="coverage">Which theme has a story</h2>
      <p className={styles.verdict} data-missing={missing.length > 0 ? '' : undefined} role="status">
        {missing.length === 0
          ? 'Every theme has a story.'
          : `No story yet for ${missing.length === coverage.length ? 'any theme' : inWords(missing)}.`}
      </p>
      <DataTable
        label="Themes and stories"
        columns={[
          'Theme',
          'Stories',
          ...stories.map(({ id, story }) => (
            <StoryLink key={id} id={id}>
              {titleOf(story)}
            </StoryLink>
          )),
        ]}
        className={styles.matrix}
      >
        {coverage.map(([theme, serving]) => (
          <tr key={theme}>
            <th scope="row">{themeLabels[theme]}</th>
            <td data-none={serving.length === 0 ? '' : undefined}>{serving.length || 'none'}</td>
            {stories.map((each) => (
              <td key={each.id}>{serving.includes(each) && <Mark />}</td>
            ))}
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

function Mark() {
  return (
    <>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth="1.75" />
      </svg>
      <span className="visually-hidden">yes</span>
    </>
  );
}

function inWords(names: string[]): string {
  const lower = names.map((name) => name.toLowerCase());
  return lower.length === 1 ? lower[0]! : `${lower.slice(0, -1).join(', ')} and ${lower.at(-1)}`;
}
