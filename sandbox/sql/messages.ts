import { sqlLimits } from './limits.ts';

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
const list = (names: string[]) => names.join(', ');
const seconds = (ms: number) => `${(ms / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} s`;

/** A learner can raise an error of any length. */
const bounded = (text: string) => (text.length > 600 ? `${text.slice(0, 600)} …` : text);

/** Rows that a message names; the grids beside it show the others. */
const namedRowsMax = 3;
const rowCharsMax = 120;

function named(title: string, rows: (string | null)[][]): string {
  if (rows.length === 0) return '';
  const texts = rows.slice(0, namedRowsMax).map((row) => {
    const text = row.map((cell) => cell ?? 'NULL').join(' | ');
    return text.length > rowCharsMax ? `${text.slice(0, rowCharsMax)} …` : text;
  });
  const omitted = rows.length - texts.length;
  return `\n${title}: ${texts.join('; ')}${omitted > 0 ? `; and ${omitted.toLocaleString('en')} more` : ''}`;
}

/** Every sentence that the SQL runtime says to a learner. */
export const sqlMessages = {
  consoleCut: `… cut here: more than ${sqlLimits.consoleLinesMax} lines or ${sqlLimits.consoleCharsMax / 1024} KB.`,

  busy: 'Too many queries are running at the moment. Yours was not started; send it again in a few seconds.',
  serverLost: 'The database server restarted while your query ran. Nothing was counted; send it again.',
  serverMissing:
    'The database server is not available at the moment. Nothing was counted; send it again in a little while.',
  nobodyWaits: 'The run was stopped because nobody waited for it any more.',
  unknownDatabase: (name: string) => `There is no sample database called ${name}.`,

  timeLimit: (limitMs: number) =>
    `Your SQL was still running after ${seconds(limitMs)} and was stopped. Look for a join without a condition, a recursion without an end, or a function that waits.`,
  runLimit: (limitMs: number) =>
    `All data sets together may take ${seconds(limitMs)}; the time was used up before this one could be finished.`,
  tooManyRows: `Your query returned more than ${count(sqlLimits.rowsMax, 'row')} and was stopped. Filter, aggregate or add a LIMIT.`,
  tooManyBytes: `Your query returned more than ${sqlLimits.bytesMax / 1024 / 1024} MB and was stopped. Select fewer columns or shorter values.`,
  outOfMemory: 'Your query needed more memory than one query may have.',
  outOfTempSpace:
    'Your query wrote more temporary data to disk than one query may: a sort, a hash or a recursion got too big.',
  outOfDisk: 'Your SQL wrote a table bigger than one table may be here.',

  empty: 'There is no statement in your file: it is empty or holds comments alone.',
  severalStatements:
    'Your file holds more than one statement. This exercise wants exactly one query; one semicolon at its end is fine.',
  notAQuery: 'Your statement ran but returns no rows: this exercise wants a query (SELECT, or WITH … SELECT).',
  onlyReading: 'This exercise wants a query that reads; yours would change the database.',
  postgres: (message: string, code: string | undefined) =>
    `PostgreSQL says: ${bounded(message)}${code === undefined ? '' : ` (SQLSTATE ${code})`}.`,
  syntaxPlace: (line: number, column: number) =>
    `Line ${line}, column ${column}: look just before it: often a comma too many or one missing.`,
  singleQuotes: (text: string) =>
    `Text stands in single quotes: '${bounded(text)}'; double quotes are for names of columns and tables.`,
  detail: (detail: string) => `Detail: ${bounded(detail)}`,
  hint: (hint: string) => `Hint: ${bounded(hint)}`,

  columns: (expected: string[], actual: string[]) => {
    if (actual.length === expected.length && [...actual].sort().join('\0') === [...expected].sort().join('\0')) {
      return `The columns have the right names in the wrong order: expected ${list(expected)}; yours are ${list(actual)}.`;
    }
    return `The columns are not the expected ones. Expected: ${list(expected)}. Yours: ${list(actual)}.`;
  },
  noRows: (expected: number) =>
    `Your query returned no rows; ${count(expected, 'row')} ${expected === 1 ? 'was' : 'were'} expected.`,
  shouldBeEmpty: (extra: number) => `Your query returned ${count(extra, 'row')}; no rows were expected.`,
  rows: (missingRows: (string | null)[][], extraRows: (string | null)[][], expected: number, duplicates: boolean) => {
    const missing = missingRows.length;
    const extra = extraRows.length;
    const parts = [
      missing > 0 &&
        `${count(missing, 'row')} of ${expected.toLocaleString('en')} expected ${missing === 1 ? 'is' : 'are'} missing`,
      extra > 0 && `${count(extra, 'row')} ${extra === 1 ? 'was' : 'were'} not expected`,
    ].filter((part) => part !== false);
    const reason = duplicates
      ? ' The rows differ only in how often they appear: look at DISTINCT, UNION or what a join repeats.'
      : '';
    return `${parts.join(', and ')}.${reason}${named('Missing', missingRows)}${named('Not expected', extraRows)}`;
  },
  order: (row: number, sorting: string[], expected: string, actual: string) =>
    `The rows are right but not in the right order. Sort by ${sorting.join(', then ')}: row ${row} should have ${expected} and has ${actual}.`,
  cellCut: '…',
  otherTables: '-- rows of tables that neither your query nor the reference names are left out',
  dataCut: (omitted: number) => `-- … and ${count(omitted, 'line')} more`,
} as const;
