import type { Fact } from './health.ts';
import styles from './operator.module.css';

/** Names and what is so. What wants attention says so in words; the colour only helps to find it. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value, attention, list }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            {value}
            {list && (
              <ul className={styles.list}>
                {list.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
            {attention && <p className={styles.attention}>{attention}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
