import type { TableDescription } from '#content/load';
import { schemaLayout } from './schema-layout.ts';
import styles from './schema-diagram.module.css';

/** Tables as boxes and references as lines, drawn on the server. The list of tables says the same in words. */
export function SchemaDiagram({ tables }: { tables: TableDescription[] }) {
  const { width, height, boxes, lines } = schemaLayout(tables);
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label="Diagram of the tables">
      <svg
        className={styles.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`Diagram of ${boxes.length} tables. ${lines.map(({ from, to }) => `${from.join(' and ')} to ${to}`).join(', ')}.`}
      >
        {lines.map(({ to, from, path, joints }) => (
          <g key={`${from[0]} ${to}`} className={styles.line}>
            <path d={path} />
            {joints.map(({ x, y }) => (
              <circle key={y} cx={x} cy={y} r="2.5" />
            ))}
          </g>
        ))}
        {boxes.map(({ name, x, y, width: boxWidth, height: boxHeight, rows }) => (
          <g key={name}>
            <rect className={styles.box} x={x} y={y} width={boxWidth} height={boxHeight} rx="3" />
            <path className={styles.rule} d={`M${x} ${y + 24}h${boxWidth}`} />
            <text className={styles.name} x={x + 10} y={y + 16.5}>
              {name}
            </text>
            {rows.map((row) => (
              <g key={row.name}>
                <text x={x + 10} y={row.y + 4}>
                  {row.name}
                </text>
                <text className={styles.keys} x={x + boxWidth - 10} y={row.y + 4} textAnchor="end">
                  {row.keys}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
