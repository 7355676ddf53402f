import { DataTable, ShareRule } from '#components/data-table';
import { levelLabels, skillLabels } from '#components/labels';
import { levels, percent, skills, type Readiness, type Standing } from './readiness.ts';
import styles from './readiness.module.css';

/** Skills by levels. A cell without material says so instead of showing a zero. */
export function ReadinessTable({ readiness }: { readiness: Readiness }) {
  return (
    <DataTable
      label="Readiness by skill and level"
      columns={['Skill', ...levels.map((level) => levelLabels[level])]}
      breaks
    >
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
    </DataTable>
  );
}

function Cell({ standing: { share }, isReady = false }: { standing: Standing; isReady?: boolean }) {
  if (share === null) return <td className={styles.none}>No material</td>;
  return (
    <td>
      {percent(share)}&nbsp;% {isReady && <span className={styles.ready}>Ready</span>}
      <ShareRule share={share} />
    </td>
  );
}
