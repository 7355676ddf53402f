import { expect, test } from 'vitest';
import dark from 'shiki/themes/github-dark-high-contrast.mjs';
import light from 'shiki/themes/github-light-high-contrast.mjs';
import { codeCss } from '#content/code-css';
import { compileCode } from '#content/compile';
import { shownColour } from '#content/highlight';

const papers = { light: ['#fbfaf7', '#f3f1ea'], dark: ['#14171a', '#1c2024'] };

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every colour of the %s theme reaches 4.5:1 on our papers', (mode, theme) => {
  const rules = (theme.tokenColors ?? []).map((rule) => rule.settings.foreground);
  const colours = new Set([theme.fg, ...rules].filter((colour) => colour !== undefined));
  expect(colours.size).toBeGreaterThan(5);
  const faint = [...colours].filter((colour) =>
    papers[mode].some((paper) => contrast(shownColour(mode, colour), paper) < 4.5),
  );
  expect(faint).toEqual([]);
});

test('code is coloured by classes, which the style sheet defines for both themes', async () => {
  const { html, styles } = await compileCode('const a = 1; // one', 'ts');
  expect(html).toMatch(/^<pre class="shiki" tabindex="0"><code>/);
  expect(html).not.toContain('style=');
  const css = codeCss(new Map(Object.entries(styles)));
  for (const [, name] of html.matchAll(/<span class="(c[a-z0-9]+)">/g))
    expect(css).toContain(`.${name}{--shiki-light:`);
  expect(css).toContain('[data-theme=dark] .shiki span');
});

test('where no script has set a theme, code takes the colours of the system’s', () => {
  const css = codeCss(new Map([['c1', '--shiki-light:#000;--shiki-dark:#fff']]));
  expect(css).toMatch(
    /@media \(prefers-color-scheme:dark\)\{:root:not\(\[data-theme\]\) \.shiki span\{color:var\(--shiki-dark\)/,
  );
});

test.each(['tf', 'terraform', 'hcl'])('code of Terraform is coloured after the word %s', async (word) => {
  const { html } = await compileCode(
    '# the bucket\nresource "aws_s3_bucket" "invoices" {\n  versioned = true\n}',
    word,
  );
  const classOf = (text: string) => new RegExp(`<span class="(c[a-z0-9]+)">[^<]*${text}`).exec(html)?.[1];
  const classes = ['the bucket', 'resource', 'aws_s3_bucket'].map(classOf);
  expect(classes).not.toContain(undefined);
  expect(new Set(classes).size).toBe(3);
});
