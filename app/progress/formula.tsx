import { levelLabels, plural } from '#components/labels';
import { inPercent, rulesOf } from './formula-rules.ts';
import { formula, levels, percent, questionMinutes, type Readiness, type Tally } from './readiness.ts';
import styles from './readiness.module.css';

/** How the figures come about, with the reader's own numbers beside each rule. */
export function FormulaInWords({ readiness, tally }: { readiness: Readiness; tally: Tally }) {
  return (
    <div className={styles.formula}>
      <p>
        An exercise weighs the minutes it is set at, a question in a lesson {questionMinutes} minutes. The share is the
        minutes you have shown, of all minutes that there are at that level. Beside each rule stands what it came to for
        you.
      </p>
      <dl>
        {rulesOf(tally).map(({ term, counts, yours }) => (
          <Rule key={term} term={term} counts={counts} yours={yours} />
        ))}
      </dl>
      {tally.imported > 0 && (
        <p>
          {plural(tally.imported, 'of these passes', 'of these passes')} came with an import and{' '}
          {tally.imported === 1 ? 'was' : 'were'} not graded here.
        </p>
      )}
      <ul>
        {levels.map((level) => {
          const { total, unjudged, isReady } = readiness.levels[level];
          if (total.share === null) {
            return (
              <li key={level}>
                <strong>{levelLabels[level]}</strong>: there is no material at this level yet, so nothing can be said.
              </li>
            );
          }
          return (
            <li key={level}>
              <strong>{levelLabels[level]}</strong>: {minutes(total.earned)} of {total.possible} minutes shown,{' '}
              {percent(total.share)}&nbsp;%{isReady ? ', ready' : ''}.
              {unjudged.length > 0 &&
                ` ${plural(unjudged.length, 'skill')} without material ${unjudged.length === 1 ? 'is' : 'are'} left out.`}
            </li>
          );
        })}
      </ul>
      <p>
        A level is called ready from {inPercent(formula.readyShare)} of all its minutes, with no skill that has material
        below {inPercent(formula.readySkillShare)}. Points that you give your own texts never count.
      </p>
      <p>
        This is evidence from self-study. Nobody watched you work, so it is not a certificate: it tells you what you
        have shown to yourself, and what is left.
      </p>
    </div>
  );
}

function Rule({ term, counts, yours }: { term: string; counts: string; yours: string }) {
  return (
    <div>
      <dt>
        {term} <span>{counts}</span>
      </dt>
      <dd>{yours}</dd>
    </div>
  );
}

export function minutes(value: number): string {
  return String(Math.round(value * 10) / 10);
}
