import type { PageLink } from './compiled.ts';

/** A page that links to a lesson shows its title, so those titles are part of what it is made from. */
export function linkedLessons(
  source: string,
  lessonLink: (id: string) => PageLink | null,
): [string, PageLink | null][] {
  return [...source.matchAll(/\[\[([a-z0-9-]+)/g)].map(([, id = '']) => [id, lessonLink(id)]);
}
