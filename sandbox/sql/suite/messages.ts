import type pg from 'pg';
import { shorten } from '#sandbox/literal';

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
const one = (text: string) => `\`${shorten(text.trim().replace(/\s+/g, ' '), 240)}\``;
const or = (words: string[]) => words.map((word) => reasonNames[word] ?? `SQLSTATE ${word}`).join(' or ');
const and = (words: string[]) => words.join(' and ');
const said = ({ message, code }: pg.DatabaseError) =>
  `PostgreSQL says: ${shorten(message, 300)} (SQLSTATE ${code ?? '?'}).`;

const reasonNames: Record<string, string> = {
  'not null': 'a NOT NULL constraint',
  unique: 'a unique constraint or the primary key',
  'foreign key': 'a foreign key',
  check: 'a CHECK constraint',
  exclusion: 'an exclusion constraint',
  privilege: 'missing rights or a row-level security policy',
  type: 'the type of a column',
  'generated column': 'a generated column',
  serialization: 'a serialization failure (40001)',
  deadlock: 'a deadlock (40P01)',
  lock: 'a lock that was not to be had in time (55P03)',
  raised: 'an exception that a function raises',
};

/** Every sentence about exercises with tests. */
export const suiteMessages = {
  leftOpen:
    'Your file leaves a transaction open, so nothing of it was kept. End it with COMMIT, or leave BEGIN out where one statement is enough.',
  stopped: (text: string, why: string) => `The test ran ${one(text)} on your database. ${why}`,
  notUnderstood: (text: string, message: string, code: string | undefined) =>
    `The test ran ${one(text)} on your database, and PostgreSQL says: ${shorten(message, 300)} (SQLSTATE ${code ?? '?'}). Check the names and the types against the task.`,
  mustAccept: (text: string, error: pg.DatabaseError) =>
    `This must be accepted, and was refused: ${one(text)}. ${said(error)} Look for a constraint that forbids too much.`,
  didNothing: (text: string) =>
    `This must be accepted, and touched no row: ${one(text)}. Look for a trigger, a rule or a policy that swallows it.`,
  mustRefuse: (text: string, reasons: string[]) =>
    `This must be refused by ${or(reasons)}, and was accepted: ${one(text)}. Look at what the task says about such rows.`,
  otherReason: (text: string, reasons: string[], error: pg.DatabaseError) =>
    `This must be refused by ${or(reasons)}, and was refused for another reason: ${one(text)}. ${said(error)}`,
  noRole: (role: string) => `There is no role ${role} that the test could act as. Create it as the task says.`,
  noTable: (table: string) =>
    `There is no table ${table} any more, or it is no ordinary table. Keep it as a table under this name.`,
  unreadable: (table: string, why: string) => `The test cannot read the table ${table}: ${shorten(why, 300)}.`,
  tooLarge: 'it holds more rows than a test compares',
  tables: (table: string, message: string) => `The table ${table} does not hold what it should. ${message}`,
  tableColumns: (table: string, expected: string[], actual: string[]) =>
    `The table ${table} has other columns than it should. Expected: ${expected.join(', ')}. Yours: ${actual.join(', ')}.`,

  notScanned: (table: string) => `The plan does not read ${table} at all. Check that the query still asks it.`,
  noIndex: (table: string, node: string, read: number, kept: number) =>
    `The plan reads ${table} with a ${node}: ${count(read, 'row')} read, ${count(kept, 'row')} kept. Make it find its rows through an index: an index helps when its columns come as the condition names them, without a function or a cast around them.`,
  otherIndex: (table: string, index: string, used: string[]) =>
    `The plan reads ${table} through ${used.length === 0 ? 'no index' : and(used)}, and should go through ${index}.`,
  hasNode: (node: string, relation: string | undefined, rows: number | null) =>
    `The plan has a ${node}${relation === undefined ? '' : ` on ${relation}`}${rows === null ? '' : ` (${count(rows, 'row')})`}, which this exercise wants to be gone.`,
  readsTooMuch: (table: string, rows: number, max: number) =>
    `The plan takes ${count(rows, 'row')} from ${table}; ${count(max, 'row')} at most are needed. Let a condition or an index leave the others out before they are read.`,
  tooManyBuffers: (blocks: number, max: number) =>
    `The query looks at ${count(blocks, 'block')} of 8 KB; ${count(max, 'block')} at most are needed.`,

  noPart: (name: string, known: string[]) =>
    `Your file has no part called "${name}". ${known.length === 0 ? 'It has no part at all' : `It has: ${known.join(', ')}`}; begin one with the line \`-- part: ${name}\`.`,
  emptyPart: (name: string) => `The part "${name}" of your file holds no statement.`,
  mustNotWait: (session: string, what: string, blockers: string[]) =>
    `Session ${session} waits for ever: ${what} wants a lock that ${and(blockers)} ${blockers.length === 1 ? 'holds' : 'hold'} and does not give back.`,
  inSession: (session: string, message: string) => `In session ${session}: ${message}`,

  stepFailed: (line: number, message: string) => `The statement on line ${line} fails. ${message}`,
  oldCodeFails: (line: number, text: string, message: string) =>
    `After the statement on line ${line}, code that runs during the migration fails: ${one(text)}. PostgreSQL says: ${shorten(message, 300)}. A step may not break what old code still does.`,
  oldCodeWaits: (line: number, text: string) =>
    `After the statement on line ${line}, ${one(text)} has to wait for your transaction. Commit after each step that takes such a lock.`,
  heldTooLong: (line: number, table: string, mode: string, work: string) =>
    `The statement on line ${line} ${work} while your transaction holds ${mode} on ${table}, so everybody else waits all that time. Split it: a short step that takes the lock, and the slow work under a weaker one.`,
  noLockTimeout: (line: number, table: string, mode: string) =>
    `The statement on line ${line} asks for ${mode} on ${table} without a lock_timeout. Behind one long reader it would wait, and everybody behind it. Set lock_timeout before it, to a few seconds at most.`,
  tooManyRowsAtOnce: (line: number, table: string, rows: number, max: number) =>
    `The statement on line ${line} changes ${count(rows, 'row')} of ${table} in one transaction; ${count(max, 'row')} at most may be locked at a time. Work in batches and commit each.`,
} as const;
