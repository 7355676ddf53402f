import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';

/** A further kind joins by being named here and in the words of the results. */
export type SearchKind = 'track' | 'lesson' | 'section' | 'exercise' | 'question';

export type SearchDocument = {
  kind: SearchKind;
  /** Of the content; of a section, that of its lesson. */
  id: string;
  title: string;
  /** With the anchor, where there is one. */
  path: string;
  /** Where it belongs: the lesson of a section, the track of a lesson. */
  context: string;
  summary: string;
};

/** `keywords` are searched but never shown: topics and skills. */
export type SearchSource = SearchDocument & { text: string; keywords: string };

/** What the build writes and a browser loads: documents in teaching order, and the index over their places in it. */
export type SearchIndex = { documents: SearchDocument[]; index: AsPlainObject };

/** The prose of each document, at the same places: as large as all the rest, and needed for excerpts alone. */
export type SearchTexts = string[];

export type Piece = { text: string; marked: boolean };

export type Hit = {
  document: SearchDocument;
  title: Piece[];
  excerpt: Piece[];
};

export type Search = { documents: SearchDocument[]; find: (query: string, hitsMax: number) => Hit[] };

export function makeSearchIndex(sources: SearchSource[]): SearchIndex & { texts: SearchTexts } {
  const index = new MiniSearch<Indexed>(options);
  index.addAll(sources.map(({ title, keywords, summary, text }, id) => ({ id, title, keywords, summary, text })));
  const documents = sources.map(({ text: _text, keywords: _keywords, ...document }) => document);
  return { documents, index: index.toJSON(), texts: sources.map(({ text }) => text) };
}

/** Without the texts, an excerpt is what the summary says. */
export function openSearch({ documents, index }: SearchIndex, texts: SearchTexts = []): Search {
  const engine = MiniSearch.loadJS<Indexed>(index, options);
  return {
    documents,
    find(query, hitsMax) {
      const boostDocument = (id: number) => kindBoosts[documents[id]?.kind ?? 'section'];
      const words = wordsIn(query)
        .slice(0, queryWordsMax)
        .map(({ word }) => word);
      for (const attempt of attempts) {
        const results = engine.search(words.join(' '), { ...ranking, ...attempt, boostDocument });
        if (results.length === 0) continue;
        return notCrowded(results, documents)
          .slice(0, hitsMax)
          .map((result) => hitOf(documents[result.id as number]!, texts[result.id as number] ?? '', result.terms));
      }
      return [];
    },
  };
}

type Indexed = { id: number; title: string; keywords: string; summary: string; text: string };

/** Words that say nothing about what is looked for. Those that SQL uses (from, where, not) stay. */
const stopWords = new Set(
  'a an and are as be been but by can for has have if in into is it its of on or so that the their them then there these they this those to was were which will with you your'.split(
    ' ',
  ),
);

const options: Options<Indexed> = {
  fields: ['title', 'keywords', 'summary', 'text'],
  processTerm: (term) => {
    const word = term.toLowerCase();
    return stopWords.has(word) ? null : word;
  },
};

const kindBoosts: Record<SearchKind, number> = { track: 1.2, lesson: 1.6, exercise: 1.2, question: 1, section: 1 };

const ranking = {
  boost: { title: 5, keywords: 2, summary: 2, text: 1 },
  prefix: (term: string) => term.length > 1,
  weights: { fuzzy: 0.3, prefix: 0.5 },
};

// One slip in a short word, two in one of eight letters or more; below four, words are too near to one another.
const fuzzy = (term: string) => (term.length < 4 ? false : term.length < 8 ? 1 : 2);

/** Words as they were typed before words like them; something that holds all of them before something that holds one. */
const attempts = [{ combineWith: 'AND' }, { combineWith: 'AND', fuzzy }, { combineWith: 'OR', fuzzy }] as const;

/** Each word costs a walk through all words of the content, and on the server anybody may ask. */
const queryWordsMax = 12;

const sectionsOfOneLessonMax = 3;

/** A lesson all about the word would otherwise fill the page with its sections. */
function notCrowded(results: SearchResult[], documents: SearchDocument[]): SearchResult[] {
  const counts = new Map<string, number>();
  return results.filter((result) => {
    const document = documents[result.id as number];
    if (document?.kind !== 'section') return document !== undefined;
    const count = (counts.get(document.id) ?? 0) + 1;
    counts.set(document.id, count);
    return count <= sectionsOfOneLessonMax;
  });
}

function hitOf(document: SearchDocument, prose: string, found: string[]): Hit {
  const terms = new Set(found);
  const title = marked(document.title, terms);
  const excerpts = [document.summary, prose].filter((text) => text !== '');
  const candidates = excerpts.map((text) => marked(around(text, terms), terms));
  const excerpt = candidates.find((pieces) => pieces.some((piece) => piece.marked)) ?? candidates[0] ?? [];
  return { document, title, excerpt };
}

const excerptCharsMax = 180;
const charsBeforeMax = 60;

/** The words around the first one that was found. */
function around(text: string, terms: Set<string>): string {
  if (text.length <= excerptCharsMax) return text;
  const found = wordsIn(text).find(({ word }) => terms.has(word))?.from ?? 0;
  const start = found <= charsBeforeMax ? 0 : text.indexOf(' ', found - charsBeforeMax) + 1;
  const rest = text.slice(start);
  const shown = rest.length <= excerptCharsMax ? rest : rest.slice(0, rest.lastIndexOf(' ', excerptCharsMax));
  return `${start > 0 ? '… ' : ''}${shown}${shown.length < rest.length ? ' …' : ''}`;
}

function marked(text: string, terms: Set<string>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { word, from, to } of wordsIn(text)) {
    if (!terms.has(word)) continue;
    if (from > end) pieces.push({ text: text.slice(end, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/** Cut where the index cuts. */
function wordsIn(text: string): { word: string; from: number; to: number }[] {
  return [...text.matchAll(/[^\n\r\p{Z}\p{P}]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}
