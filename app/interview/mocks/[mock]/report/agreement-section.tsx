import { DataTable } from '#components/data-table';
import { skillLabels, type Skill } from '#components/labels';
import { LocalTime } from '../../../../progress/local-time.tsx';
import { agreementBounds } from '../../agreement.ts';
import { mockKindLabels, percentWords } from '../../mock-words.ts';
import { agreementWords, pointsWords } from './agreement-words.ts';
import type { Report } from './report-of.ts';
import styles from './report.module.css';

/** How far one's own ratings are from what was graded: by skill over all mocks, and from mock to mock. */
export function AgreementSection({ bySkill, overTime }: Pick<Report, 'bySkill' | 'overTime'>) {
  const comparable = overTime.filter(({ gap }) => gap !== null).length;
  return (
    <section className={styles.section} aria-labelledby="agreement">
      <h2 id="agreement">How well the two agree</h2>
      <p>
        Your own ratings are of written answers, the graded share is of exercises and questions in lessons that you have
        tried in the same skill. They measure different things, so a gap says where to look, not who is right. Up to{' '}
        {Math.round(agreementBounds.sameWithin * 100)} points apart counts as the same.
      </p>
      {bySkill.length === 0 ? (
        <p className={styles.none}>Nothing is rated yet. Rate a written answer and its skill appears here.</p>
      ) : (
        <>
          <DataTable
            label="Agreement by skill"
            columns={['Skill', 'Own rating', 'Graded', 'Gap', 'What it says']}
            className={styles.agreement}
          >
            {bySkill.map((each) => (
              <tr key={each.skill}>
                <th scope="row">{skillLabels[each.skill as Skill]}</th>
                <td>{percentWords(each.self)}</td>
                <td>{each.graded === null ? 'None yet' : percentWords(each.graded)}</td>
                <td>{each.gap === null ? '' : pointsWords(each.gap)}</td>
                <td data-words="">{agreementWords(each)}</td>
              </tr>
            ))}
          </DataTable>
          {/* The last column where it has no room: beside the figures its rows would be mostly empty. */}
          <dl className={`${styles.notes} ${styles.below}`}>
            {bySkill.map((each) => (
              <div key={each.skill}>
                <dt>{skillLabels[each.skill as Skill]}</dt>
                <dd>{agreementWords(each)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {overTime.length > 1 && (
        <>
          <h3>From mock to mock</h3>
          <p className={styles.none}>
            {comparable < agreementBounds.answersMin
              ? `Only ${comparable} of these mocks ${comparable === 1 ? 'has' : 'have'} both sides; from so few no trend can be read.`
              : 'The graded side is the share of tests that your best attempt passed, as a mean over the exercises.'}
          </p>
          <DataTable
            label="Agreement from mock to mock"
            columns={['Mock', 'Began', 'Own rating', 'Tests passed', 'Gap']}
          >
            {overTime.map(({ id, kind, at, self, machine, gap }) => (
              <tr key={id}>
                <th scope="row">{mockKindLabels[kind]}</th>
                <td>
                  <LocalTime iso={new Date(at).toISOString()} />
                </td>
                <td>{self === null ? '' : percentWords(self)}</td>
                <td>{machine === null ? '' : percentWords(machine)}</td>
                <td>{gap === null ? '' : pointsWords(gap)}</td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
    </section>
  );
}
