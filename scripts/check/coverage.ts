import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '#content/content-error';
import { checkShape, readYaml } from '#content/front-matter';
import { type CoverageList, coverageSchema } from '#content/schema';
import type { KnownTopic } from './topics.ts';

export type KnownCoverage = { file: string; lists: CoverageList[] };

/** The share of all items that may be out of scope. */
const outOfScopeShare = 0.05;

/** What each content folder says it covers. Throws a ContentError when a file is broken. */
export function readCoverage(roots: string[]): KnownCoverage[] {
  return roots.flatMap((root) => {
    const file = path.join(root, 'coverage.yaml');
    if (!existsSync(file)) return [];
    const remedy = 'Correct it; coverageSchema in content/schema.ts describes every key';
    return [{ file, lists: checkShape(coverageSchema, file, readYaml(file, readFileSync(file, 'utf8')), remedy) }];
  });
}

/** Every item leads to known topics, stands once in its list, and few are left out. Topics prove the rest: see checkTopics. */
export function checkCoverage(coverage: KnownCoverage[], topics: KnownTopic[]): ContentError[] {
  const ids = new Set(topics.map((topic) => topic.id));
  return coverage.flatMap(({ file, lists }) => {
    const repeated = repeats(lists.map(({ list }) => list)).map(
      (list) => new ContentError(file, `has the list ${list} twice`, 'Merge the two'),
    );
    const wrong = lists.flatMap(({ list, items }) => [
      ...repeats(items.map(({ item }) => item)).map(
        (item) => new ContentError(file, `has "${item}" twice in ${list}`, 'Remove one of the two'),
      ),
      ...items.flatMap((line) =>
        (line.topics ?? [])
          .filter((id) => !ids.has(id))
          .map(
            (id) =>
              new ContentError(
                file,
                `maps "${line.item}" of ${list} to ${id}, which is no topic`,
                'Name a topic of content/topics.yaml whose lesson teaches it',
              ),
          ),
      ),
    ]);
    return [...repeated, ...wrong, ...leftOut(file, lists)];
  });
}

function leftOut(file: string, lists: CoverageList[]): ContentError[] {
  const items = lists.flatMap((list) => list.items);
  const count = items.filter(({ outOfScope }) => outOfScope !== undefined).length;
  if (count <= items.length * outOfScopeShare) return [];
  return [
    new ContentError(
      file,
      `leaves out ${count} of ${items.length} items, which is over ${outOfScopeShare * 100}%`,
      'Teach some of them, and name their topics instead',
    ),
  ];
}

function repeats(texts: string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
