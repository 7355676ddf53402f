import type { Metadata } from 'next';
import { DataTable } from '#components/data-table';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { auth } from '../../auth.ts';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { PrintButton } from '../print-button.tsx';
import { reader } from '../reader.ts';
import styles from '../readiness.module.css';
import { ZoneCookie } from '../zone-cookie.tsx';
import { currentReport } from './current-report.ts';
import { dayIn, statement, type Block } from './report.ts';

export const metadata: Metadata = {
  title: 'Readiness report',
  description: 'What you have shown of each skill, in projects and in mock interviews, and what you say of yourself.',
};

/** What was graded and what is self-reported, apart; set for paper, and to be saved as a file. */
export default async function ReadinessPage() {
  const { zone } = await reader();
  const learner = await currentLearner();
  const name = (await auth())?.name ?? null;
  const report = await currentReport(database(), { learner, name, now: new Date(), zone });
  return (
    <div className="page">
      <ZoneCookie drawnFor={zone} />
      <PageHeader title={report.name ? `Readiness report of ${report.name}` : 'Readiness report'} lede={report.summary}>
        <div className={styles.save} data-print="hide">
          <a href="/api/readiness" download>
            Save as a file
          </a>
          <PrintButton />
        </div>
      </PageHeader>
      <p className={styles.statement}>
        As of {dayIn(report.asOf, zone)}. {statement}
      </p>
      <section className={styles.part} aria-labelledby="graded">
        <h2 id="graded">Graded by machine</h2>
        {report.graded.map((block) => (
          <ReportBlock key={block.id} block={block} />
        ))}
      </section>
      <section className={styles.part} data-own="" aria-labelledby="own">
        <h2 id="own">Self-reported, graded by nobody</h2>
        {report.selfReported.map((block) => (
          <ReportBlock key={block.id} block={block} />
        ))}
      </section>
      <section className={styles.part} aria-labelledby={report.rules.id}>
        <h2 id={report.rules.id}>{report.rules.title}</h2>
        <div className={styles.level}>
          <BlockContent block={report.rules} />
        </div>
      </section>
      <p className={styles.links}>
        <PathLink href="/progress">Back to your progress</PathLink>
      </p>
    </div>
  );
}

function ReportBlock({ block }: { block: Block }) {
  return (
    <section className={styles.level} aria-labelledby={block.id}>
      <h3 id={block.id}>{block.title}</h3>
      <BlockContent block={block} />
    </section>
  );
}

function BlockContent({ block: { title, sentences, table } }: { block: Block }) {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {table && (
        <DataTable label={title} columns={table.columns}>
          {table.rows.map(([first, ...rest], row) => (
            <tr key={`${row} ${first}`}>
              <th scope="row">{first}</th>
              {rest.map((cell, column) => (
                <td key={table.columns[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
