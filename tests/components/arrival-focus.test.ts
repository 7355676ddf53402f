import { expect, test } from 'vitest';
import { focusHeading } from '#components/arrival-focus';

/** As much of a document as moving the focus needs. */
function page(focused: 'body' | 'a link' | 'nothing', tabIndex: number | null = null) {
  const body = {};
  const focuses: (FocusOptions | undefined)[] = [];
  const heading = {
    tabIndex,
    hasAttribute: () => heading.tabIndex !== null,
    focus: (options?: FocusOptions) => focuses.push(options),
  };
  const activeElement = { body, 'a link': {}, nothing: null }[focused];
  const querySelector = (selector: string) => (selector === 'main h1' ? heading : null);
  return { document: { activeElement, body, querySelector } as unknown as Document, heading, focuses };
}

test('a page that is arrived at has the focus on its heading, and stays where the router put it', () => {
  for (const focused of ['body', 'nothing'] as const) {
    const { document, heading, focuses } = page(focused);
    focusHeading(document);
    expect(focuses).toEqual([{ preventScroll: true }]);
    expect(heading.tabIndex).toBe(-1);
  }
});

test('what has the focus keeps it, and a heading its place among the stops of Tab', () => {
  const { document, focuses } = page('a link');
  focusHeading(document);
  expect(focuses).toEqual([]);
  const stop = page('body', 0);
  focusHeading(stop.document);
  expect(stop.heading.tabIndex).toBe(0);
});
