import { levelLabels, skillLabels } from '#components/labels';
import { levels, percent, skills, type Readiness, type Standing } from './readiness.ts';
import styles from './readiness.module.css';

/** Skills by levels. A cell without material says so instead of showing a zero. */
export function ReadinessTable({ readiness }: { readiness: Readiness }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Readiness by skill and level</caption>
      <thead>
        <tr>
          <th scope="col">Skill</th>
          {levels.map((level) => (
            <th key={level} scope="col">
              {levelLabels[level]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className={styles.total}>
          <th scope="row">All skills</th>
          {levels.map((level) => (
            <Cell key={level} standing={readiness.levels[level].total} isReady={readiness.levels[level].isReady} />
          ))}
        </tr>
        {skills.map((skill) => (
          <tr key={skill}>
            <th scope="row">{skillLabels[skill]}</th>
            {levels.map((level) => (
              <Cell key={level} standing={readiness.levels[level].skills[skill]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ standing: { share }, isReady = false }: { standing: Standing; isReady?: boolean }) {
  if (share === null) return <td className={styles.none}>No material</td>;
  return (
    <td>
      {percent(share)}&nbsp;% {isReady && <span className={styles.ready}>Ready</span>}
      <span className={styles.rule} aria-hidden="true">
        <span style={{ inlineSize: `${100 * share}%` }} />
      </span>
    </td>
  );
}
