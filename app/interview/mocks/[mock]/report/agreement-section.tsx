import { skillLabels, type Skill } from '#components/labels';
import { LocalTime } from '../../../../progress/local-time.tsx';
import { agreementBounds } from '../../agreement.ts';
import { mockKindLabels, percentWords } from '../../mock-words.ts';
import { agreementWords, pointsWords } from './agreement-words.ts';
import type { Report } from './report-of.ts';
import styles from './report.module.css';
import { Scroll } from './scroll.tsx';

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
        <Scroll label="Agreement by skill">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Skill</th>
                <th scope="col">Own rating</th>
                <th scope="col">Graded</th>
                <th scope="col">Gap</th>
                <th scope="col">What it says</th>
              </tr>
            </thead>
            <tbody>
              {bySkill.map((each) => (
                <tr key={each.skill}>
                  <th scope="row">{skillLabels[each.skill as Skill]}</th>
                  <td>{percentWords(each.self)}</td>
                  <td>{each.graded === null ? 'None yet' : percentWords(each.graded)}</td>
                  <td>{each.gap === null ? '' : pointsWords(each.gap)}</td>
                  <td className={styles.wide}>{agreementWords(each)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {overTime.length > 1 && (
        <>
          <h3>From mock to mock</h3>
          <p className={styles.none}>
            {comparable < agreementBounds.answersMin
              ? `Only ${comparable} of these mocks ${comparable === 1 ? 'has' : 'have'} both sides; from so few no trend can be read.`
              : 'The graded side is the share of tests that your best attempt passed, as a mean over the exercises.'}
          </p>
          <Scroll label="Agreement from mock to mock">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Mock</th>
                  <th scope="col">Began</th>
                  <th scope="col">Own rating</th>
                  <th scope="col">Tests passed</th>
                  <th scope="col">Gap</th>
                </tr>
              </thead>
              <tbody>
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
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
}
