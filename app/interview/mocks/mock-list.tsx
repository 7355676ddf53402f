import { languageLabels, levelLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import type { ListedMock } from '#db/mocks';
import { LocalTime } from '../../progress/local-time.tsx';
import { DeleteMock } from './delete-mock.tsx';
import { mockSummary, summaryInWords } from './mock-summary.ts';
import { endWords, mockKindLabels } from './mock-words.ts';
import styles from './mocks.module.css';

/** The mocks that are over, the newest first, each with its result and the way to draw the same again. */
export function MockList({ mocks, headingId }: { mocks: ListedMock[]; headingId: string }) {
  return (
    <ol role="list" className={styles.list}>
      {mocks.map((mock) => (
        <li key={mock.id}>
          <h3>
            <PathLink href={`/interview/mocks/${mock.id}/report`}>{titleOf(mock)}</PathLink>
          </h3>
          <p>
            <LocalTime iso={mock.startedAt.toISOString()} /> · {mock.ended && endWords[mock.ended]}
          </p>
          <p>{summaryInWords(mockSummary(mock))}</p>
          <div className={styles.again}>
            Seed <code>{mock.seed}</code>
            {mock.language && hasCode(mock) && <> in {languageLabels[mock.language]}</>}.{' '}
            <PathLink href={againPath(mock)}>Draw it again</PathLink>{' '}
            <DeleteMock mockId={mock.id} title={titleOf(mock)} owner={mock.learnerId} backTo={headingId} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function titleOf({ kind, level }: ListedMock): string {
  return `${mockKindLabels[kind]}, ${levelLabels[level].toLowerCase()}`;
}

/** The address to share: whoever opens it on this server is offered the same draw. */
function againPath({ kind, level, language, seed }: ListedMock): string {
  const search = new URLSearchParams({ kind, level, ...(language && { language }), seed });
  return `/interview/mocks?${search}`;
}

function hasCode({ kind }: ListedMock): boolean {
  return kind === 'coding' || kind === 'loop';
}
