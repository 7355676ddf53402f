import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { ButtonLink } from '#components/button';
import { Figure, Figures } from '#components/figures';
import { levelLabels } from '#components/labels';
import { Notice } from '#components/notice';
import { PageHeader } from '#components/page-header';
import { PathLink } from '#components/path-link';
import { database } from '../../../../database.ts';
import { AdviceList } from '../../../../progress/advice-list.tsx';
import { LocalTime } from '../../../../progress/local-time.tsx';
import { PrintButton } from '../../../../progress/print-button.tsx';
import { endWords, mockKindLabels, percentWords } from '../../mock-words.ts';
import { ownMock } from '../../own-mock.ts';
import { selfScoreFormula } from '../../self-score.ts';
import { ShownAgain } from '../../shown-again.tsx';
import { AgreementSection } from './agreement-section.tsx';
import { GradedTable } from './graded-table.tsx';
import { RatedTable } from './rated-table.tsx';
import { reportOf, type Report } from './report-of.ts';
import styles from './report.module.css';
import { RoundsTable } from './rounds-table.tsx';

export const metadata: Metadata = {
  title: 'Report of a mock interview',
  description: 'What was graded and what you rated yourself, side by side, with times, pauses and what to do next.',
};

type Props = { params: Promise<{ mock: string }> };

/** What a mock showed: machine evidence and self-scores side by side, and the next five things. */
export default async function ReportPage({ params }: Props) {
  const mock = await ownMock((await params).mock);
  if (!mock.ended) return <NotOver path={`/interview/mocks/${mock.id}`} />;
  const report = await reportOf(database(), mock);
  const { summary, graded, rated } = report;
  return (
    <div className={`page ${styles.report}`}>
      <ShownAgain drawing={randomUUID()} />
      <PageHeader
        title={`Report: ${mockKindLabels[mock.kind]}`}
        lede={`Mock interview at ${levelLabels[mock.level].toLowerCase()} level. ${endWords[mock.ended]}.`}
      >
        <PrintButton />
      </PageHeader>
      <Summary summary={summary} />
      <section className={styles.section} aria-labelledby="next">
        <h2 id="next">What to do next</h2>
        <AdviceList advice={report.next} />
      </section>
      {graded.length > 0 && (
        <section className={styles.section} aria-labelledby="graded">
          <h2 id="graded">What was graded</h2>
          <p>
            By the tests of each exercise, on this server. Run time is that of all tests of the attempt shown; where a
            limit stopped it, the first failure names the limit.
          </p>
          <GradedTable parts={graded} />
        </section>
      )}
      {rated.length > 0 && (
        <section className={styles.section} aria-labelledby="rated">
          <h2 id="rated">What you rated yourself</h2>
          <p>{formulaWords}</p>
          <RatedTable mockId={mock.id} parts={rated} />
        </section>
      )}
      <AgreementSection bySkill={report.bySkill} overTime={report.overTime} />
      <section className={styles.section} aria-labelledby="times">
        <h2 id="times">Times and pauses</h2>
        <RoundsTable rounds={report.rounds} />
      </section>
      <p className={styles.signature}>
        A mock interview with Underpin, begun <LocalTime iso={mock.startedAt.toISOString()} />. Not supervised, not a
        certificate.
      </p>
      <p className={styles.ways}>
        <PathLink href="/interview/mocks">All mock interviews</PathLink>
      </p>
    </div>
  );
}

function NotOver({ path }: { path: string }) {
  return (
    <Notice title="This mock interview is not over">
      <p>Its report is here once its last round has ended.</p>
      <ButtonLink href={path}>Back to the mock interview</ButtonLink>
    </Notice>
  );
}

const formulaWords = `Self-reported, by this formula: a point of a strong answer that you met counts 1, one that you met partly ${selfScoreFormula.marks.partly}; their sum is divided by the number of points, and each red flag takes off ${Math.round(selfScoreFormula.eachFlag * 100)} points of 100, never below 0. Several answers weigh by their minutes.`;

/** The two sides first, and openly what time it took. */
function Summary({ summary }: Pick<Report, 'summary'>) {
  const { exercises, written, selfShare, usedMinutes, minutes, pauses } = summary;
  const isPartlyRated = selfShare !== null && written.rated < written.total;
  return (
    <Figures>
      {exercises.total > 0 && (
        <Figure label="Exercises passed, graded" of={exercises.total}>
          {exercises.passed}
        </Figure>
      )}
      {written.total > 0 && (
        <Figure
          label="Own rating of written answers"
          of={isPartlyRated ? `${written.rated} of ${written.total}` : undefined}
        >
          {selfShare === null ? 'None yet' : percentWords(selfShare)}
        </Figure>
      )}
      <Figure label="Minutes used" of={minutes}>
        {usedMinutes}
      </Figure>
      <Figure label="Pauses">{pauses}</Figure>
    </Figures>
  );
}
