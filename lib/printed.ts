import type { Grid, RunOutcome } from './verdict.ts';

/** The rows written down in a lesson: a header, then one line a row, cells separated by `|`, `NULL` for null. */
export function gridOf(output: string): Grid {
  const [header = '', ...lines] = output.split('\n').filter((line) => line.trim() !== '');
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  return {
    columns: cells(header),
    rows: lines.map((line) => cells(line).map((cell) => (cell === 'NULL' ? null : cell))),
    rowsOmitted: 0,
  };
}

/**
 * Whether a reader foresaw what ran. Space, quotes and the bars between cells do not count, and of rows the header may
 * be left out: `11` says as much as `orders` over `11`.
 */
export function wasPredicted(prediction: string, outcome: Extract<RunOutcome, { status: 'ran' }>): boolean {
  const said = plain(prediction);
  const { grid, console } = outcome;
  if (!grid) return said === plain(console);
  const lines = [grid.columns, ...grid.rows].map((row) => row.map((cell) => cell ?? 'NULL').join(' '));
  return said === plain(lines.join('\n')) || said === plain(lines.slice(1).join('\n'));
}

function plain(output: string): string {
  return output
    .trim()
    .split('\n')
    .map((line) => line.replaceAll(/["'|\s]/g, ''))
    .join('\n');
}
