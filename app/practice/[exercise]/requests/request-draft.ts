import type { SentRequest } from '#lib/run-source';

/** A request as it is being written: headers are one `Name: value` a line. */
export type RequestDraft = { method: string; path: string; headers: string; body: string };

export const requestMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

export const emptyDraft: RequestDraft = { method: 'GET', path: '/', headers: '', body: '' };

/** What keeps a draft from being sent, by field. */
export type DraftProblems = { path?: string; headers?: string };

const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/;

export function problemsOf({ path, headers }: RequestDraft): DraftProblems {
  const wrongLine = headers.split('\n').findIndex((line) => line.trim() !== '' && !headerLine.test(line.trim()));
  return {
    ...(!path.startsWith('/') && { path: 'Begin the path with a slash: /orders.' }),
    ...(/\s/.test(path) && { path: 'A path holds no spaces; write %20 for one.' }),
    ...(wrongLine !== -1 && { headers: `Line ${wrongLine + 1} is not a header. Write Name: value.` }),
  };
}

/** The request that a draft without problems stands for; a body is JSON unless a header says something else. */
export function requestOf({ method, path, headers, body }: RequestDraft): SentRequest {
  const written = headers.split('\n').flatMap((line): [string, string][] => {
    const match = headerLine.exec(line.trim());
    return match ? [[match[1]!.toLowerCase(), match[2]!]] : [];
  });
  if (!takesBody(method) || body === '') return { method, path, headers: written, body: '' };
  const typed = written.some(([name]) => name === 'content-type');
  return { method, path, headers: typed ? written : [['content-type', 'application/json'], ...written], body };
}

export function draftOf({ method, path, headers, body }: SentRequest): RequestDraft {
  return { method, path, headers: headers.map(([name, value]) => `${name}: ${value}`).join('\n'), body };
}

/** A GET and a HEAD cannot be given a body by `fetch`, and no service should read one. */
export function takesBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** What is wrong with a body that is meant to be JSON, and where; null where nothing is, or where it is something else. */
export function jsonProblem(draft: RequestDraft): string | null {
  const { headers, body } = requestOf(draft);
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (body.trim() === '' || !/json/i.test(type)) return null;
  try {
    JSON.parse(body);
    return null;
  } catch (cause) {
    return parseWords(body, (cause as Error).message);
  }
}

/** Browsers word it differently: `… at position 12`, `… at line 1 column 13 of the JSON data`, or no place at all. */
function parseWords(body: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const place = /line (\d+) column (\d+)/.exec(message);
  const words = message
    .replace(/^JSON\.parse: |^JSON Parse error: /, '')
    .replace(/,? ?(\.\.\.)?".*" is not valid JSON$/s, '')
    .replace(/ (in JSON )?(at position|at line|\(line).*$/s, '')
    .replace(/ in JSON$/, '')
    .trim();
  const before = position === undefined ? null : body.slice(0, Number(position)).split('\n');
  const line = place?.[1] ?? before?.length ?? (/end of/i.test(message) ? body.split('\n').length : null);
  const column = place?.[2] ?? (before ? before.at(-1)!.length + 1 : null);
  const where = [line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ');
  return `Not JSON${where && `, ${where}`}: ${words || 'it does not parse'}.`;
}
