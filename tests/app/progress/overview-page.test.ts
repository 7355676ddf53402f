import { createElement, type ComponentType } from 'react';
import { expect, test, vi } from 'vitest';
import { saveSelfScore } from '#db/self-scores';
import { PUT as mark } from '../../../app/api/lessons/[id]/route.ts';
import ProgressPage from '../../../app/progress/(overview)/page.tsx';
import type { Browser } from '../browser.ts';
import { textOfPage } from '../page-text.ts';
import { newWorld } from '../world.ts';

vi.mock('next/headers', () => import('../next-headers.ts'));
vi.mock('next/navigation', async () => (await import('../access/stand-ins.ts')).navigationOfTables());
vi.mock('#sandbox/client', () => import('../grader.ts'));
vi.mock('#content/load', async () => {
  const { content } = await import('../content.ts');
  const [track] = content.tracks();
  const [lesson] = track!.lessons;
  const [sums] = content.exercises();
  const note = { ...sums!, id: 'note', kind: 'write' as const };
  const tracks = [{ ...track!, lessons: [{ ...lesson!, exercises: [sums!, note] }] }];
  return { ...content, tracks: () => tracks };
});

async function shown(browser: Browser, headers: Record<string, string> = {}): Promise<string> {
  const page = createElement(ProgressPage as unknown as ComponentType);
  const answer = await browser.call(async () => new Response(await textOfPage(page)), '/progress', { headers });
  return (await answer.text()).replaceAll('<!-- -->', '');
}

test('graded exercises and texts are counted apart, and are together all exercises there are', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  await browser.call(mark, '/api/lessons/adding', { method: 'PUT', body: { done: true }, params: { id: 'adding' } });
  const figure = (html: string, label: string) =>
    new RegExp(`>${label}</dt><dd[^>]*>(\\d+)<span> of (\\d+)</span>`).exec(html)?.slice(1);
  const before = await shown(browser);
  expect(figure(before, 'Graded exercises passed')).toEqual(['0', '1']);
  expect(figure(before, 'Texts you scored')).toEqual(['0', '1']);
  expect(before).toContain('nobody grades a text');

  const { id: learnerId } = world.db.$client.prepare('select id from learners').get() as { id: string };
  await saveSelfScore(world.db, { learnerId, exerciseId: 'note', scores: { a: 2 }, pointsMax: 2, contentHash: 'v1' });
  const after = await shown(browser);
  expect(figure(after, 'Graded exercises passed'), 'a score of one’s own is no pass').toEqual(['0', '1']);
  expect(figure(after, 'Texts you scored')).toEqual(['1', '1']);
});

test('the days are named in the language that the browser asks for', async () => {
  using world = newWorld();
  const browser = world.newBrowser();
  expect(await shown(browser, { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' })).toMatch(/<text[^>]*>Mo<\/text>/);
  expect(await shown(browser)).toMatch(/<text[^>]*>Mon<\/text>/);
});
