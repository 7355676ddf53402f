import { expect, test } from 'vitest';
import { filteredQuestions, type ListedQuestion } from '../../app/interview/questions/list-selection.ts';

const question = (id: string, more: Partial<ListedQuestion>): ListedQuestion => ({
  ...{ id, title: id, prompt: '', skill: 'databases', level: 'junior', kind: 'technical', minutes: 5 },
  ...{ path: `/interview/questions/${id}`, themeId: 'tables', theme: 'Tables' },
  ...more,
});
const all = [
  question('keys', { prompt: 'Which column is the primary key?' }),
  question('money', { prompt: 'How do you store an amount?', level: 'senior' }),
  question('conflict', { kind: 'behavioural', skill: 'career', themeId: 'people', theme: 'People' }),
];
const themes = [
  { id: 'tables', title: 'Tables' },
  { id: 'people', title: 'People' },
];
const none = { q: '', theme: '', kind: '', skill: '', level: '' };
const found = (filters: Partial<typeof none>) =>
  filteredQuestions(all, { ...none, ...filters }, themes).shown.map(({ id }) => id);

test('every word of the search has to occur in the title, the question, the theme, the skill or the level', () => {
  expect(found({ q: 'primary KEY' })).toEqual(['keys']);
  expect(found({ q: 'tables senior' })).toEqual(['money']);
  expect(found({ q: 'primary amount' })).toEqual([]);
});

test('filters narrow one another', () => {
  expect(found({ theme: 'tables' })).toEqual(['keys', 'money']);
  expect(found({ theme: 'tables', level: 'senior' })).toEqual(['money']);
  expect(found({ kind: 'behavioural', skill: 'databases' })).toEqual([]);
});

test('a choice says how many questions it leaves beside the other filters', () => {
  const { optionsOf } = filteredQuestions(all, { ...none, level: 'senior' }, themes);
  expect(optionsOf('theme')).toEqual([
    ['tables', 'Tables (1)'],
    ['people', 'People (0)'],
  ]);
});

test('what an address names and no filter knows counts as no filter', () => {
  const { chosen, isFiltered, shown } = filteredQuestions(
    all,
    { ...none, theme: 'constructor', level: 'boss' },
    themes,
  );
  expect(chosen).toEqual({ theme: '', kind: '', skill: '', level: '' });
  expect(isFiltered).toBe(false);
  expect(shown).toEqual(all);
});
