import type { DescribeDatabase } from '#content/compile-exercise';
import type { TableColumn, TableDescription } from '#content/compiled';
import { ContentError } from '#content/content-error';
import type { Grid } from '#lib/verdict';
import type { OpenSandbox } from './open-sandbox.ts';

const sampleRowsMax = 5;

/** Asks the sandbox's PostgreSQL, which starts with the first question. */
export function describeWith(sandbox: OpenSandbox): DescribeDatabase {
  const rows: DescribeDatabase['rows'] = async (file, setup, query) => {
    const outcome = await sandbox.run('sql', query, setup).catch((cause: unknown) => {
      const problem = `does not load into PostgreSQL: ${(cause as Error).message}`;
      throw new ContentError(file, problem, 'Correct the schema or the visible data', { cause });
    });
    if (outcome.status === 'ran' && outcome.grid) return outcome.grid;
    const reason = outcome.status === 'ran' ? 'it returns no rows' : outcome.message.replace(/\.$/, '');
    throw new ContentError(
      file,
      `does not run on the visible data: ${reason}`,
      'Correct the SQL, or the data it runs on',
    );
  };
  const tables: DescribeDatabase['tables'] = async (file, setup) => {
    const found = tablesOf(await rows(file, setup, columnsQuery));
    for (const table of found) {
      const sample = await rows(
        file,
        setup,
        `select * from "${table.name.replaceAll('"', '""')}" limit ${sampleRowsMax}`,
      );
      table.sampleRows = { columns: sample.columns, rows: sample.rows };
    }
    return found;
  };
  return { tables, rows };
}

/** One row for each column, tables in the order in which the schema made them. */
const columnsQuery = `
  select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
    exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)),
    (select format('%s.%s', k.confrelid::regclass, target.attname)
      from pg_constraint k
      join pg_attribute target on target.attrelid = k.confrelid
        and target.attnum = k.confkey[array_position(k.conkey, a.attnum)]
      where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
      order by k.oid limit 1)
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
  order by c.oid, a.attnum`;

function tablesOf(grid: Grid): TableDescription[] {
  const tables = new Map<string, TableDescription>();
  for (const [name, column, type, nullable, primary, references] of grid.rows) {
    const table = tables.get(name ?? '') ?? { name: name ?? '', columns: [], sampleRows: { columns: [], rows: [] } };
    const key: TableColumn['key'] = isTrue(primary) ? 'primary' : references ? 'foreign' : null;
    table.columns.push({
      name: column ?? '',
      type: type ?? '',
      nullable: isTrue(nullable),
      key,
      references: references ?? null,
    });
    tables.set(table.name, table);
  }
  return [...tables.values()];
}

function isTrue(cell: string | null | undefined): boolean {
  return cell === 't' || cell === 'true';
}
