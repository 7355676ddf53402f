import { DataTable } from '#components/data-table';
import { PathLink } from '#components/path-link';
import { database } from '../../database.ts';
import { OperatorFrame, Section } from '../frame.tsx';
import { count, share } from '../in-words.ts';
import { requireOwner, titleForOwner } from '../owner.ts';
import { daysCounted, exerciseRows, type ExerciseRow } from './figures.ts';

export const generateMetadata = () => titleForOwner('Exercises in figures');

export default async function ExercisesPage() {
  await requireOwner();
  const rows = await exerciseRows(database());
  return (
    <OperatorFrame title="Exercises" lede={`What was handed in within ${daysCounted} days.`} path="/operator/exercises">
      <Section
        id="exercises"
        title="Exercise by exercise"
        about="Those that fewest learners pass at the first try come first. A first try is a learner’s first graded submission; a pass after the solution was shown is none. The test failed most often is of the version that stands now."
      >
        {rows.length === 0 ? <p>Nothing has been handed in yet.</p> : <Rows rows={rows} />}
      </Section>
    </OperatorFrame>
  );
}

function Rows({ rows }: { rows: ExerciseRow[] }) {
  return (
    <DataTable
      label="Exercise by exercise"
      columns={['Exercise', 'Passed at the first try', 'New learners', 'Submissions', 'Test failed most often']}
    >
      {rows.map(({ id, title, path, attempts, learners, firstTryPasses, worst }) => (
        <tr key={id}>
          <th scope="row">
            <PathLink href={path}>{title}</PathLink>
          </th>
          <td>{share(firstTryPasses, learners)}</td>
          <td>{count(learners)}</td>
          <td>{count(attempts)}</td>
          <td data-words="">
            {worst
              ? `${worst.testName} (${count(worst.failures)} of ${count(worst.attempts)} submissions)`
              : 'None has failed'}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
