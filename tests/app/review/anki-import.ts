/** What Anki makes of a text file. */
export type AnkiImport = {
  headers: Record<string, string>;
  notes: { fields: string[]; tags: string[] }[];
};

const separators: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/**
 * Reads a file by the rules of https://docs.ankiweb.net/importing/text-files.html, written down apart from the code that
 * makes it: headers `#key:value` at the top; other lines that begin with `#` are comments; a field in quotes may hold line
 * breaks and separators, and quotes doubled; the first record says how many fields there are, fewer are blank and more are
 * not imported; the column of tags is no field, and tags are separated by spaces.
 */
export function importedByAnki(text: string): AnkiImport {
  const { headers, rest } = headersOf(text);
  const named = headers['separator'] ?? '';
  const separator = separators[named.toLowerCase()] ?? named;
  if (separator.length !== 1) throw new Error(`no separator: "${named}"`);
  const records = recordsIn(rest, separator);
  const columns = headers['columns']?.split(separator).length ?? records[0]?.length ?? 0;
  const tagsAt = Number(headers['tags column'] ?? 0) - 1;
  const notes = records.map((record) => {
    const fields = Array.from({ length: columns }, (_, index) => record[index] ?? '');
    const tags = (fields[tagsAt] ?? '').split(' ').filter((tag) => tag !== '');
    return { fields: fields.filter((_, index) => index !== tagsAt), tags };
  });
  return { headers, notes };
}

function headersOf(text: string): { headers: Record<string, string>; rest: string } {
  const headers: Record<string, string> = {};
  let rest = text;
  for (let line = /^#(.*?)\r?\n/.exec(rest); line; line = /^#(.*?)\r?\n/.exec(rest)) {
    const [, key, value] = /^([^:]*):(.*)$/.exec(line[1]!) ?? [];
    if (key !== undefined && value !== undefined) headers[key.trim().toLowerCase()] = value;
    rest = rest.slice(line[0].length);
  }
  return { headers, rest };
}

/** One character after the other, as its reader does: a quote opens a field only at its beginning. */
function recordsIn(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const isEnd = () => at >= text.length || text[at] === '\r' || text[at] === '\n';
  while (at < text.length) {
    if (record.length === 0 && text[at] === '#') {
      while (!isEnd()) at += 1;
      at += 1;
      continue;
    }
    let field = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        at += text[at] === '"' ? 1 : 0;
        field += text[at];
        at += 1;
      }
      at += 1;
    }
    while (!isEnd() && text[at] !== separator) {
      field += text[at];
      at += 1;
    }
    record.push(field);
    const goesOn = text[at] === separator;
    if (goesOn) at += 1;
    if (goesOn && !isEnd()) continue;
    if (goesOn) record.push('');
    at += text.startsWith('\r\n', at) ? 2 : 1;
    records.push(record);
    record = [];
  }
  return records;
}
