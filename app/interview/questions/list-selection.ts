import { filteredList } from '#components/filtered-list';
import { levelLabels, questionKindLabels, skillLabels } from '#components/labels';
import type { Filters } from '#components/url-filters';
import type { QuestionSummary } from '#content/load';

export type ListedQuestion = QuestionSummary & { theme: string; prompt: string };
export type ListedTheme = { id: string; title: string };

export const filterKeys = ['q', 'theme', 'kind', 'skill', 'level'] as const;
export type FilterKey = (typeof filterKeys)[number];

export const filteredQuestions = (questions: ListedQuestion[], asked: Filters<FilterKey>, themes: ListedTheme[]) =>
  filteredList({
    items: questions,
    asked,
    textOf: ({ title, prompt, theme, skill, level }) =>
      `${title} ${prompt} ${theme} ${skillLabels[skill]} ${levelLabels[level]}`,
    filters: {
      theme: {
        label: 'Theme',
        all: 'All themes',
        labels: Object.fromEntries(themes.map(({ id, title }) => [id, title])),
        valuesOf: ({ themeId }) => [themeId],
      },
      kind: { label: 'Kind', all: 'All kinds', labels: questionKindLabels, valuesOf: ({ kind }) => [kind] },
      skill: { label: 'Skill', all: 'All skills', labels: skillLabels, valuesOf: ({ skill }) => [skill] },
      level: { label: 'Level', all: 'All levels', labels: levelLabels, valuesOf: ({ level }) => [level] },
    },
  });
