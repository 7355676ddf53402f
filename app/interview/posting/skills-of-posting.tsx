import { DataTable } from '#components/data-table';
import { levelLabels, skillLabels, type Level, type Skill } from '#components/labels';
import type { Me } from '#components/me';
import { percent } from '../../progress/readiness.ts';
import styles from './posting.module.css';
import type { TermStanding } from './standing.ts';

type Props = { standings: TermStanding[]; level: Level; shares: Me['shares'] };

/** The skills behind the demands, with the reader's readiness at the level. */
export function SkillsOfPosting({ standings, level, shares }: Props) {
  const rows = (Object.keys(skillLabels) as Skill[])
    .map((skill) => ({ skill, demands: standings.filter(({ term }) => term.skill === skill).length }))
    .filter(({ demands }) => demands > 0)
    .sort((a, b) => b.demands - a.demands);
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="skills">
      <h2 id="skills">The skills behind it</h2>
      <DataTable
        label="Skills of the posting"
        columns={['Skill', 'Demands', `Your readiness, ${levelLabels[level].toLowerCase()}`]}
        breaks
      >
        {rows.map(({ skill, demands }) => (
          <tr key={skill}>
            <th scope="row">{skillLabels[skill]}</th>
            <td>{demands}</td>
            <td>{readinessWords(shares?.[level][skill])}</td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

function readinessWords(share: number | undefined): string {
  return share === undefined ? 'nothing shown yet' : `${percent(share)} %`;
}
