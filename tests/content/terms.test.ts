import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ContentError } from '#content/content-error';
import { shippedContentFolder } from '#content/folders';
import { readTree } from '#content/read-tree';
import { compileTerms, readExamplePosting, readTerms } from '#content/terms';
import { demandsOf } from '#lib/posting/demands';
import { findTerms } from '#lib/posting/find-terms';
import { termGroups } from '#lib/posting/terms';
import { contentFolder, soundContent } from './content-folder.ts';

const errors: ContentError[] = [];
const lessons = readTree([shippedContentFolder]).tracks.flatMap((track) => track.lessons);
const terms = compileTerms(readTerms([shippedContentFolder], errors), lessons, errors);
const idsIn = (text: string) => [...new Set(findTerms(text, terms).map(({ termId }) => termId))].sort();

test('the dictionary is sound, has every group, and leads to lessons that there are', () => {
  expect(errors).toEqual([]);
  expect(terms.length).toBeGreaterThanOrEqual(150);
  expect(termGroups.filter((group) => !terms.some((term) => term.group === group))).toEqual([]);
  const known = new Set(lessons.map(({ meta }) => meta.id));
  for (const term of terms) {
    expect(
      [...term.lessons, ...term.near].filter((id) => !known.has(id)),
      term.id,
    ).toEqual([]);
  }
});

test('every spelling of every term is found as that term', () => {
  for (const term of terms) {
    for (const { text, kind } of term.spellings) {
      const found = idsIn(kind === 'ambiguous' ? `Experience in ${text}.` : text);
      if (kind === 'never') expect(found, text).not.toContain(term.id);
      else expect(found, text).toEqual([term.id]);
    }
  }
});

test('the example posting is read whole: nothing that it asks for is missed, and nothing else is found', () => {
  const posting = readExamplePosting([shippedContentFolder]);
  expect(posting).toBe(readFileSync(path.join(shippedContentFolder, 'interview/example-posting.txt'), 'utf8').trim());
  expect(idsIn(posting)).toEqual(
    [
      ...['agile', 'apis', 'authentication', 'authorisation', 'aws', 'azure', 'clean-code', 'cloud', 'code-review'],
      ...['collaboration', 'communication', 'databases', 'debugging', 'degree', 'django', 'encryption', 'estimation'],
      ...['express', 'flask', 'frontend-work', 'gcp', 'http', 'java', 'learning', 'microservices', 'mongodb', 'mysql'],
      ...[
        'nodejs',
        'owasp',
        'performance',
        'postgresql',
        'problem-solving',
        'programming-languages',
        'python',
        'qa',
        'query-optimisation',
      ],
      ...['rails', 'redis', 'reliability', 'rest', 'ruby', 'scalability', 'schema-design', 'scrum', 'server-side'],
      ...['spring', 'system-design', 'third-party', 'web-frameworks'],
    ].sort(),
  );
});

test.each([
  ['Go beyond expectations, and go further with the rest of the team.', []],
  ['Our C-level management reports to senior stakeholders in Series C.', ['collaboration']],
  ['You write Go, Rust or C++ and know SQL well.', ['cpp', 'go', 'rust', 'sql']],
  ['We swiftly react to change; React to incidents within minutes, express your opinion in spring.', []],
  ['Frontend in React, backend in Express and Node.js.', ['express', 'nodejs', 'react']],
  ['JavaScript is not Java, NoSQL is not SQL and C# is not C.', ['csharp', 'java', 'javascript', 'nosql', 'sql']],
  ['THE REST OF THE WORLD is a safe place for solid, acid-free, scalar cellar work.', []],
  [
    'Build REST APIs (gRPC/GraphQL a plus), deployed with CI/CD on k8s.',
    ['ci-cd', 'graphql', 'grpc', 'kubernetes', 'rest'],
  ],
  ['Apply at jobs@rust-python.example or https://example.org/java/docker by Spring 2027.', []],
  ['Work authorization, performance bonus, networking events and shipping containers are provided.', []],
  [
    'Strong problem solving\nskills, back-end systems, event–driven design and unit-testing.',
    ['event-driven', 'problem-solving', 'server-side', 'unit-testing'],
  ],
  ['Seit 2019 nutzen wir PostgreSQL,Kafka und .NET.Wir suchen dich.', ['dotnet', 'kafka', 'postgresql']],
])('in “%s” just the right terms are found', (sentence, expected) => {
  expect(idsIn(sentence)).toEqual(expected);
});

test('the longest term counts, once, and its place is that of its letters', () => {
  const text = 'We use Spring Boot and RESTful APIs.';
  expect(findTerms(text, terms).map(({ termId, start, end }) => [termId, text.slice(start, end)])).toEqual([
    ['spring', 'Spring Boot'],
    ['rest', 'RESTful APIs'],
  ]);
});

test('a posting of 20,000 characters is read in one go', () => {
  const long = `${'Python, Go and REST APIs. '.repeat(800)}`;
  expect(findTerms(long, terms)).toHaveLength(2400);
});

test('rank and years are found with the words they stand in, and not where they are somebody else’s', () => {
  expect(demandsOf(readExamplePosting([shippedContentFolder]))).toEqual({ seniority: [], years: [], level: null });
  expect(demandsOf('Senior Back-end Engineer\n5+ years of experience with Python.')).toMatchObject({
    seniority: [{ quote: 'Senior Back-end Engineer', level: 'senior' }],
    years: [{ min: 5, max: null }],
    level: 'senior',
  });
  expect(demandsOf('You work with senior engineers and report to senior management.').seniority).toEqual([]);
  expect(demandsOf('Junior developer wanted. You learn from senior developers.').level).toBe('junior');
  expect(demandsOf('At least three years of professional experience').years).toMatchObject([{ min: 3, max: null }]);
  expect(demandsOf('2-4 years working as a backend developer')).toMatchObject({
    years: [{ min: 2, max: 4 }],
    level: 'junior',
  });
  expect(demandsOf('A 10-year-old company, founded 12 years ago.').years).toEqual([]);
  expect(demandsOf('Mid-level Python developer').level).toBe('mid');
});

const list = (more: string) => `- { id: sums, name: Sums, group: craft, ${more} }\n`;

test.each([
  ['a lesson that there is not', list('lessons: [nowhere]'), /names the lesson nowhere, which there is not/],
  ['a topic that nobody teaches', list('topics: [nothing]'), /names the topic nothing, which no lesson teaches/],
  ['a key that nothing reads', list('spelling: [Sum]'), /has a key that nothing reads \(spelling\)/],
  ['a group that there is not', '- { id: sums, name: Sums, group: magic }\n', /group/],
  ['the same spelling twice', `${list('spellings: [Adding]')}- { id: add, name: adding, group: craft }\n`, /both have/],
  ['a spelling that begins with a sign', list(`spellings: ['+sum']`), /has to begin with a letter/],
])('%s in the dictionary is named to its author', (_what, yaml, problem) => {
  using folder = contentFolder({ ...soundContent(), 'interview/terms.yaml': yaml });
  const found: ContentError[] = [];
  const tree = readTree([folder.root]);
  const own = tree.tracks.flatMap((track) => track.lessons);
  compileTerms(readTerms([folder.root], found), own, found);
  expect(found.map(({ message }) => message).join('\n')).toMatch(problem);
});

// Were the time to grow with the square of the length, these would take far longer than a test may.
test('a text that is one long word, or mostly blanks, is read as quickly as any other', () => {
  expect(idsIn(`${'a'.repeat(300_000)} Java`)).toEqual(['java']);
  expect(idsIn(`Java${' '.repeat(20_000)}x Go ${' '.repeat(20_000)}x`)).toEqual(['java']);
});
