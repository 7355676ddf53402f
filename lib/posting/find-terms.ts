import type { Spelling, Term } from './terms.ts';

/** Where a term stands in a text: `start` to before `end`. */
export type Mention = { termId: string; start: number; end: number };

type Entry = { termId: string; spelling: Spelling; letters: string };
type Found = Mention & { kind: Spelling['kind'] };

/**
 * The terms in a posting, in the order in which they stand. Words are found whole: after and before them there is no
 * letter and no digit, so that "Java" is not found in "JavaScript" and "C" not in "C++". Of what begins at one place the
 * longest counts. An ambiguous word counts only beside others that say what is meant. Addresses are not read.
 */
export function findTerms(text: string, terms: readonly Term[]): Mention[] {
  const readable = withoutAddresses(text);
  const byFirst = entriesByFirstLetter(terms);
  const found: Found[] = [];
  for (let start = 0; start < readable.length; start += 1) {
    if (!isWordStart(readable, start)) continue;
    const best = longestAt(readable, start, byFirst.get(fold(readable[start]!)) ?? []);
    if (!best) continue;
    found.push(best);
    start = best.end - 1;
  }
  const sure = found.filter(({ kind }) => kind === 'plain' || kind === 'exact');
  return found
    .filter((each) => sure.includes(each) || (each.kind === 'ambiguous' && isMeant(readable, each, found)))
    .map(({ termId, start, end }) => ({ termId, start, end }));
}

function entriesByFirstLetter(terms: readonly Term[]): Map<string, Entry[]> {
  const byFirst = new Map<string, Entry[]>();
  for (const { id: termId, spellings } of terms) {
    for (const spelling of spellings) {
      const letters = spelling.text.replaceAll(/[\s-]+/g, ' ');
      const first = fold(letters[0]!);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { termId, spelling, letters }]);
    }
  }
  return byFirst;
}

function longestAt(text: string, start: number, entries: readonly Entry[]): Found | null {
  let best: Found | null = null;
  for (const { termId, spelling, letters } of entries) {
    const end = endOf(text, start, letters, spelling.kind);
    if (end !== null && (!best || end > best.end)) best = { termId, start, end, kind: spelling.kind };
  }
  return best;
}

/** Where the spelling ends if it stands at `start`; null if it does not. */
function endOf(text: string, start: number, letters: string, kind: Spelling['kind']): number | null {
  const isExact = kind === 'exact' || kind === 'ambiguous';
  let place = start;
  for (const letter of letters) {
    if (letter === ' ') {
      const gap = gapAt(text, place);
      if (gap === 0) return null;
      place += gap;
    } else {
      const here = text[place];
      if (here === undefined || (isExact ? here !== letter : fold(here) !== fold(letter))) return null;
      place += 1;
    }
  }
  if (isWordEnd(text, place)) return place;
  // A plural; not of names as short as C and Go.
  const isPlural = letters.length > 2 && /[a-z]/i.test(letters.at(-1)!) && fold(text[place]!) === 's';
  return isPlural && isWordEnd(text, place + 1) ? place + 1 : null;
}

/** A space also stands for a hyphen and for the end of a line. */
function gapAt(text: string, place: number): number {
  let end = place;
  while (end < text.length && /[\s\u2010-\u2013-]/.test(text[end]!)) end += 1;
  return end - place;
}

const isWordLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);

function isWordStart(text: string, place: number): boolean {
  const here = text[place]!;
  const before = text[place - 1];
  if (here === '.') return /[\p{L}\p{N}]/u.test(text[place + 1] ?? '');
  if (!isWordLetter(here) || isWordLetter(before) || before === '#' || before === '@') return false;
  // `index.js` names a file; after the end of a sentence a space is often lost.
  return !(before === '.' && isWordLetter(text[place - 2]) && here === here.toLowerCase());
}

function isWordEnd(text: string, place: number): boolean {
  const [last, here, next] = [text[place - 1], text[place], text[place + 1]];
  // C++ and C# are no C.
  if (here === '+' || here === '#') return false;
  if (here === undefined) return true;
  if (isWordLetter(here)) return !isWordLetter(last);
  if (here === '.') return !(isWordLetter(next) && next === next!.toLowerCase());
  return true;
}

const meaningBefore = new Set([
  'in',
  'with',
  'using',
  'of',
  'like',
  'know',
  'knows',
  'knowing',
  'write',
  'writing',
  'e.g.',
  'eg',
  'as',
  'modern',
  'idiomatic',
  'learn',
]);
const meaningAfter = new Set([
  'api',
  'apis',
  'app',
  'apps',
  'backend',
  'code',
  'codebase',
  'developer',
  'developers',
  'development',
  'ecosystem',
  'endpoints',
  'engineer',
  'engineers',
  'experience',
  'framework',
  'interfaces',
  'language',
  'microservices',
  'native',
  'programmer',
  'programming',
  'server',
  'servers',
  'service',
  'services',
  'skills',
  'webservices',
]);

/**
 * Whether an ordinary word is meant as the term: it stands in a list with terms ("Python, Go or Java"), or before or after
 * a word that only a language or a framework has ("in Go", "C developer").
 */
function isMeant(text: string, { termId, start, end }: Found, all: readonly Found[]): boolean {
  // "Go-to-market", "C-level" and "Rust-coloured" are words of their own.
  if (/[\u2010-\u2013-]/.test(text[end] ?? '') || /[\u2010-\u2013&-]/.test(text[start - 1] ?? '')) return false;
  const others = all.filter((each) => each.termId !== termId && each.kind !== 'never');
  const inList = others.some(
    (other) =>
      (other.end <= start && isListGap(text.slice(other.end, start))) ||
      (other.start >= end && isListGap(text.slice(end, other.start))),
  );
  if (inList) return true;
  const [, before = ''] = /([\p{L}.]+)[\s(:"“‘']*$/u.exec(text.slice(Math.max(0, start - 40), start)) ?? [];
  const [, after = ''] = /^[\s)"”’']*([\p{L}]+)/u.exec(text.slice(end, end + 40)) ?? [];
  if (meaningAfter.has(after.toLowerCase())) return true;
  // "in Go," and "with Rust." end there; "with Express delivery" and "in Spring we" go on.
  return meaningBefore.has(before.toLowerCase()) && !/^\s+[\p{L}\p{N}]/u.test(text.slice(end, end + 3));
}

const isListGap = (gap: string) => /^(?:[\s,/;|•·(&]|\band\b|\bor\b)*$/u.test(gap) && /[,/;|•·&(]|and|or/.test(gap);

/** Links and addresses as blanks, so that nothing is found in them and places stay the same. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+/g, (word) => (/@|:\/\/|\bwww\./i.test(word) ? ' '.repeat(word.length) : word));
}

const fold = (letter: string) => letter.toLowerCase();
