import { countedOptions, knownChoice } from '#components/filter-bar';
import { levelLabels, questionKindLabels, skillLabels } from '#components/labels';
import type { Filters } from '#components/url-filters';
import type { QuestionSummary } from '#content/load';

export type ListedQuestion = QuestionSummary & { theme: string; prompt: string };
export type ListedTheme = { id: string; title: string };

export const filterKeys = ['q', 'theme', 'kind', 'skill', 'level'] as const;
export type FilterKey = (typeof filterKeys)[number];

export function knownFilters(
  { q, theme, kind, skill, level }: Filters<FilterKey>,
  themes: ListedTheme[],
): Filters<FilterKey> {
  return {
    q,
    theme: knownChoice(theme, themeLabels(themes)),
    kind: knownChoice(kind, questionKindLabels),
    skill: knownChoice(skill, skillLabels),
    level: knownChoice(level, levelLabels),
  };
}

/** Every word of the search must occur in what the row says. `ignored` is a filter that is left out, for counting. */
export function matching(filters: Filters<FilterKey>, ignored?: FilterKey) {
  const passes = (key: FilterKey, value: string) => key === ignored || filters[key] === '' || filters[key] === value;
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ title, prompt, theme, themeId, kind, skill, level }: ListedQuestion): boolean => {
    const text = `${title} ${prompt} ${theme} ${skillLabels[skill]} ${levelLabels[level]}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      passes('theme', themeId) &&
      passes('kind', kind) &&
      passes('skill', skill) &&
      passes('level', level)
    );
  };
}

export function filterOptions(questions: ListedQuestion[], filters: Filters<FilterKey>, themes: ListedTheme[]) {
  const but = (key: FilterKey) => ({
    all: questions,
    narrowed: questions.filter(matching(filters, key)),
    chosen: filters[key],
  });
  return {
    theme: countedOptions({ ...but('theme'), valuesOf: ({ themeId }) => [themeId] }, themeLabels(themes)),
    kind: countedOptions({ ...but('kind'), valuesOf: ({ kind }) => [kind] }, questionKindLabels),
    skill: countedOptions({ ...but('skill'), valuesOf: ({ skill }) => [skill] }, skillLabels),
    level: countedOptions({ ...but('level'), valuesOf: ({ level }) => [level] }, levelLabels),
  };
}

function themeLabels(themes: ListedTheme[]): Record<string, string> {
  return Object.fromEntries(themes.map(({ id, title }) => [id, title]));
}
