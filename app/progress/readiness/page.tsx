import type { Metadata } from 'next';
import { PageHeader } from '#components/page-header';
import { levelLabels, plural, skillLabels } from '#components/labels';
import { PathLink } from '#components/path-link';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';
import { FormulaInWords, minutes } from '../formula.tsx';
import { LocalTime } from '../local-time.tsx';
import { overviewOf } from '../overview.ts';
import { PrintButton } from '../print-button.tsx';
import styles from '../readiness.module.css';
import { levels, percent, skills, type LevelReadiness, type Standing } from '../readiness.ts';

export const metadata: Metadata = {
  title: 'Readiness report',
  description: 'What you have shown of each skill at junior, mid and senior level, with the formula behind it.',
};

/** The same figures as on the progress page, spelled out and set for paper. */
export default async function ReadinessPage() {
  const { readiness, tally } = await overviewOf(database(), await currentLearner());
  return (
    <div className="page">
      <PageHeader title="Readiness report" lede={lede(readiness.level)}>
        <PrintButton />
      </PageHeader>
      {levels.map((level) => (
        <LevelSection key={level} readiness={readiness.levels[level]} />
      ))}
      <section className={styles.level} aria-labelledby="how">
        <h2 id="how">How this is worked out</h2>
        <FormulaInWords readiness={readiness} tally={tally} />
      </section>
      <p className={styles.signature}>
        Evidence from self-study with Underpin, as of <LocalTime iso={new Date().toISOString()} />. Not supervised, not
        a certificate.
      </p>
      <p className={styles.links}>
        <PathLink href="/progress">Back to your progress</PathLink>
      </p>
    </div>
  );
}

function lede(level: keyof typeof levelLabels | null): string {
  if (!level) return 'No level is ready yet by the formula below. The tables say what has been shown and what is left.';
  return `Ready for ${levelLabels[level].toLowerCase()} by the formula below. The tables say what has been shown and what is left.`;
}

function LevelSection({
  readiness: { level, total, skills: bySkill, unjudged, isReady },
}: {
  readiness: LevelReadiness;
}) {
  return (
    <section className={styles.level} aria-labelledby={level}>
      <h2 id={level}>
        {levelLabels[level]}
        {isReady && ': ready'}
      </h2>
      {total.share === null ? (
        <p>There is no material at this level yet, so nothing can be said about it.</p>
      ) : (
        <>
          <div
            className={styles.scroll}
            role="group"
            aria-label={`${levelLabels[level]}, scrolls sideways`}
            tabIndex={0}
          >
            <table className={styles.report}>
              <thead>
                <tr>
                  <th scope="col">Skill</th>
                  <th scope="col">Share</th>
                  <th scope="col">Minutes</th>
                  <th scope="col">Exercises</th>
                  <th scope="col">Questions</th>
                </tr>
              </thead>
              <tbody>
                {skills
                  .filter((skill) => bySkill[skill].share !== null)
                  .map((skill) => (
                    <Row key={skill} label={skillLabels[skill]} standing={bySkill[skill]} />
                  ))}
                <Row label="All skills" standing={total} />
              </tbody>
            </table>
          </div>
          {unjudged.length > 0 && (
            <p>
              {plural(unjudged.length, 'skill has', 'skills have')} no material at this level and cannot be judged:{' '}
              {unjudged.map((skill) => skillLabels[skill]).join(', ')}.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Row({
  label,
  standing: { share, earned, possible, exercises, questions },
}: {
  label: string;
  standing: Standing;
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{percent(share ?? 0)}&nbsp;%</td>
      <td>
        {minutes(earned)} of {possible}
      </td>
      <td>
        {exercises.done} of {exercises.total}
      </td>
      <td>
        {questions.done} of {questions.total}
      </td>
    </tr>
  );
}
