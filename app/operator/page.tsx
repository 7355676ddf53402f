import { DataTable } from '#components/data-table';
import { Figure, Figures } from '#components/figures';
import { handedInToday } from '#db/operator';
import { environment } from '#lib/env';
import { sandboxHealth, sandboxMetrics, sandboxReadiness } from '#sandbox/client';
import { database } from '../database.ts';
import { Facts } from './facts.tsx';
import { OperatorFrame, Section } from './frame.tsx';
import { healthFacts, storageFacts } from './health.ts';
import { count, milliseconds, share } from './in-words.ts';
import { loadOf, samplesOf, waitMs, type Sample } from './metrics.ts';
import styles from './operator.module.css';
import { requireOwner, titleForOwner } from './owner.ts';
import { storageOf } from './storage.ts';

export const generateMetadata = () => titleForOwner('Operator');

export default async function OperatorPage() {
  await requireOwner();
  const [health, readiness, metrics] = await Promise.all([
    sandboxHealth(),
    sandboxReadiness(),
    sandboxMetrics().catch(() => null),
  ]);
  const samples = samplesOf(metrics?.text ?? '');
  return (
    <OperatorFrame
      title="Operator"
      lede="How this server is and what it does. Days are counted in UTC."
      path="/operator"
    >
      <Section id="health" title="Health">
        <Facts facts={healthFacts(health, readiness)} />
      </Section>
      <Section id="storage" title="Data">
        <Facts facts={storageFacts(storageOf(environment().dataDir), new Date())} />
      </Section>
      <Section id="today" title="Today">
        <Today />
      </Section>
      <Section
        id="load"
        title="Since the sandbox started"
        about="Runs and submissions together, from the turn to the verdict. A fault is ours: the learner was told so, and it did not count."
      >
        <Load samples={samples} />
      </Section>
    </OperatorFrame>
  );
}

async function Today() {
  const { attempts, passes, unavailable } = await handedInToday(database());
  return (
    <Figures>
      <Figure label="Submissions graded">{count(attempts)}</Figure>
      <Figure label="Passed">
        {count(passes)} ({share(passes, attempts)})
      </Figure>
      <Figure label="Could not be graded">
        {count(unavailable)} ({share(unavailable, attempts + unavailable)})
      </Figure>
    </Figures>
  );
}

const runtimeNames: Record<string, string> = {
  answers: 'Reviews and quizzes',
  javascript: 'TypeScript, services and labs',
  python: 'Python',
  sql: 'SQL',
};

function Load({ samples }: { samples: Sample[] }) {
  const load = loadOf(samples);
  if (load.length === 0)
    return (
      <p className={styles.about}>
        Nothing has been run yet, or the sandbox is on another machine and keeps its own metrics.
      </p>
    );
  return (
    <>
      <DataTable label="Since the sandbox started" columns={['Runtime', 'Runs', 'Half within', '95% within', 'Faults']}>
        {load.map(({ runtime, runs, p50Ms, p95Ms, faults }) => (
          <tr key={runtime}>
            <th scope="row">{runtimeNames[runtime] ?? runtime}</th>
            <td>{count(runs)}</td>
            <td>{milliseconds(p50Ms)}</td>
            <td>{milliseconds(p95Ms)}</td>
            <td>
              {count(faults)} ({share(faults, runs)})
            </td>
          </tr>
        ))}
      </DataTable>
      <p className={styles.about}>
        95% of all runs waited at most {milliseconds(waitMs(samples, 0.95))} for their turn.
      </p>
    </>
  );
}
