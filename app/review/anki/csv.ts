/**
 * Rows as RFC 4180 has them: lines end in CRLF, and what holds a comma, a quote or a line break stands in quotes, in which
 * a quote is doubled. So does a first field that begins with `#`, which Anki would take for a comment. Formulas are left
 * as they are: Anki reads text, not a spreadsheet.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(field: string): string {
  return /[",\r\n]|^[#\s]|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
