import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerForms, sectionCharsMax, writtenAnswerSchema } from '#lib/mock';
import { answerPairs } from '../../../app/interview/mocks/[mock]/review/answer-pairs.ts';
import { completed, draftOf, keptRating } from '../../../app/interview/mocks/[mock]/review/review-draft.ts';
import { SectionField } from '../../../app/interview/mocks/[mock]/written/section-field.tsx';
import { sectionWords } from '../../../app/interview/mocks/[mock]/written/section-words.ts';
import { writtenApi } from '../../../app/interview/mocks/[mock]/written/written-api.ts';
import { answerInWords, answerOf, textOf } from '../../../app/interview/mocks/[mock]/written/written-text.ts';
import { htmlOf, wordsOf } from '../../components/render.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a written answer as text', () => {
  test('is the same whatever the order in which it was written, so that two tabs do not differ for nothing', () => {
    const one = textOf({ sections: { risks: 'r', data: 'd' }, diagram: '' });
    const other = textOf({ sections: { data: 'd', risks: 'r', task: '' }, diagram: '' });
    expect(one).toBe(other);
    expect(answerOf(one)).toEqual({ sections: { data: 'd', risks: 'r' }, diagram: '' });
  });

  test('is empty for an empty answer, and an unreadable text is one', () => {
    expect(textOf({ sections: { data: '' }, diagram: '' })).toBe('');
    for (const text of ['', '{', '{"sections":{"nonsense":"x"}}']) {
      expect(answerOf(text)).toEqual({ sections: {}, diagram: '' });
    }
  });

  test('in words names every section of its form, and the diagram where there is one', () => {
    const words = answerInWords(textOf({ sections: { data: 'rows' }, diagram: 'flowchart LR' }), 'api');
    expect(words).toBe('Requirements\n\n\nInterface\n\n\nData\nrows\n\nRisks\n\n\nDiagram\nflowchart LR');
    expect(answerInWords('', 'star')).not.toContain('Diagram');
  });

  test('every section of every form has a label and a line on what belongs there', () => {
    for (const [form, sections] of Object.entries(answerForms)) {
      for (const section of sections) {
        const { label, prompt } = sectionWords(form as keyof typeof answerForms, section);
        expect(label).not.toBe('');
        expect(prompt).toMatch(/\.$/);
      }
    }
  });
});

test('a field takes as much as the server does, and says so once it is full', () => {
  const field = { id: 'data', words: sectionWords('api', 'data'), disabled: false, onChange: () => undefined };
  const full = 'x'.repeat(sectionCharsMax);
  expect(htmlOf(SectionField, { ...field, text: full })).toMatch(new RegExp(`maxlength="${sectionCharsMax}"`, 'i'));
  expect(writtenAnswerSchema.safeParse({ sections: { data: full }, diagram: full }).success).toBe(true);
  expect(wordsOf(SectionField, { ...field, text: full })).toMatch(/1 word Cut at 20,000 characters: .*\.$/);
  expect(wordsOf(SectionField, { ...field, text: full.slice(1) })).toMatch(/1 word$/);
});

describe('saving a written answer', () => {
  /** Each test has a mock of its own: the page remembers what it has saved. */
  let count = 0;
  const open = (status: number, body: unknown) => {
    const sent: unknown[] = [];
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      sent.push({ path, body: JSON.parse(String(init.body)) as unknown });
      return Promise.resolve(Response.json(body, { status }));
    });
    const known = { source: textOf({ sections: { data: 'old' }, diagram: '' }), revision: 3, updatedAt: '' };
    const mock = `mck_${(count += 1)}`;
    const over = vi.fn();
    return { mock, sent, known, api: writtenApi({ mock, part: 'asked', owner: 'lrn_ann', known }, over), over };
  };
  const text = textOf({ sections: { data: 'new' }, diagram: '' });

  test('says which version it goes on from, and knows the new one afterwards', async () => {
    const { mock, sent, known, api } = open(200, { version: 4, savedAt: '2026-01-01T00:00:00Z' });
    expect(await api.get()).toMatchObject({ value: { draft: known } });
    expect(await api.put(text, 3)).toEqual({ type: 'saved', revision: 4 });
    expect(sent).toEqual([
      {
        path: `/api/mocks/${mock}/answers/asked`,
        body: { answer: { sections: { data: 'new' }, diagram: '' }, version: 3 },
      },
    ]);
    // A part that is opened again is given what the page had when it was loaded.
    const again = writtenApi({ mock, part: 'asked', owner: 'lrn_ann', known });
    expect(await again.get()).toMatchObject({ value: { draft: { source: text, revision: 4 } } });
  });

  test('a newer version elsewhere comes back to be chosen from', async () => {
    const theirs = { sections: { data: 'theirs' }, diagram: '' };
    const { api } = open(409, {
      code: 'stale-version',
      current: { answer: theirs, version: 5, savedAt: '2026-01-01T00:00:00Z' },
    });
    expect(await api.put(text, 3)).toEqual({
      type: 'conflict',
      current: { source: textOf(theirs), revision: 5, updatedAt: '2026-01-01T00:00:00Z' },
    });
  });

  test('a mock that is over is a problem, not a conflict, and is not asked again', async () => {
    const { api, sent, over } = open(409, { code: 'mock-over', detail: 'The time is over.' });
    expect(await api.put(text, 3)).toMatchObject({ type: 'problem', problem: { code: 'mock-over' } });
    expect(await api.put(text, 3)).toMatchObject({ type: 'problem', problem: { code: 'mock-over' } });
    expect(sent).toHaveLength(1);
    expect(over).toHaveBeenCalledOnce();
  });
});

describe('an answer beside the model answer', () => {
  const part = (id: string) => ({ id, title: id[0]!.toUpperCase() + id.slice(1), html: `<p>${id}</p>` });

  test('is compared section by section; what the model has beyond comes last', () => {
    const model = { answerHtml: '<p>whole</p>', answerParts: ['data', 'interface', 'costs'].map(part) };
    const pairs = answerPairs('api', { sections: { data: 'rows' }, diagram: '' }, model);
    expect(pairs.map(({ id, own, modelHtml }) => [id, own?.[0]?.text ?? null, modelHtml])).toEqual([
      ['requirements', '', null],
      ['interface', '', '<p>interface</p>'],
      ['data', 'rows', '<p>data</p>'],
      ['risks', '', null],
      ['costs', null, '<p>costs</p>'],
    ]);
  });

  test.each([
    ['without sections', []],
    ['with sections of its own', ['first', 'second'].map(part)],
  ])('is compared whole with a model answer %s', (_, answerParts) => {
    const pairs = answerPairs(
      'star',
      { sections: { task: 'mine' }, diagram: '' },
      { answerHtml: '<p>w</p>', answerParts },
    );
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ modelHtml: '<p>w</p>' });
    expect(pairs[0]?.own?.map(({ label }) => label)).toEqual(['Situation', 'Task', 'Action', 'Result']);
  });
});

describe('a rating', () => {
  const memory = () => {
    const entries = new Map<string, string>();
    const storage = {
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
      removeItem: (key: string) => void entries.delete(key),
    } as unknown as Storage;
    return { entries, storage };
  };

  test('begins with what is stored, as far as the question still has it', () => {
    const stored = { points: ['met' as const, 'missed' as const], flags: [true], note: 'n' };
    expect(draftOf(stored, { points: 3, flags: 0 })).toEqual({ points: ['met', 'missed', null], flags: [], note: 'n' });
  });

  test('is whole once every point is marked; otherwise the first open one is named', () => {
    expect(completed({ points: ['met', null, null], flags: [], note: '' })).toEqual({ open: 1 });
    const whole = { points: ['met' as const], flags: [false], note: '' };
    expect(completed(whole)).toEqual({ review: whole });
  });

  const ann = { id: 'lrn_ann', formerly: ['lrn_guest'] };
  const ben = { id: 'lrn_ben', formerly: [] };

  test('that a guest has not saved goes on as the account’s that they became, and as nobody else’s', () => {
    const { storage, entries } = memory();
    const draft = { points: ['met' as const, null], flags: [], note: 'mine' };
    keptRating(storage, { id: 'lrn_guest', formerly: [] }, 'mck_1', 'told').write(draft, 2);
    expect(keptRating(storage, ben, 'mck_1', 'told').read()).toBeNull();
    const after = keptRating(storage, ann, 'mck_1', 'told');
    expect(after.read()).toEqual({ ...draft, version: 2 });
    after.write({ ...draft, note: 'gone on' }, 2);
    expect([...entries.keys()]).toEqual(['underpin:rating:lrn_ann:mck_1:told']);
    keptRating(storage, { id: 'lrn_guest', formerly: [] }, 'mck_1', 'told').write(draft, 2);
    expect(after.read()).toMatchObject({ note: 'gone on' });
    after.drop();
    expect(entries.size).toBe(0);
  });

  test('is kept in the browser for its learner, with the version that it goes on from', () => {
    const { storage, entries } = memory();
    const draft = { points: ['met' as const, null], flags: [], note: '' };
    keptRating(storage, ann, 'mck_1', 'told').write(draft, 2);
    expect(keptRating(storage, ann, 'mck_1', 'told').read()).toEqual({ ...draft, version: 2 });
    expect(keptRating(storage, ben, 'mck_1', 'told').read()).toBeNull();
    keptRating(storage, ann, 'mck_1', 'told').drop();
    expect(entries.size).toBe(0);
  });

  test('can be made where the browser forbids storage', () => {
    const kept = keptRating(null, ann, 'mck_1', 'told');
    kept.write({ points: [null], flags: [], note: '' }, 0);
    expect(kept.read()).toBeNull();
  });
});
