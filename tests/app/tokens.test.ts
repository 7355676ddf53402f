import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hexOf, type Theme, type TokenColours, tokenColours, tokenColoursForMoreContrast } from '#app/token-colours';
import { contrast } from './contrast.ts';

/** Every pair that the interface sets: text (4.5:1), or edges, marks and rings that carry meaning (3:1). WCAG 2.2, 1.4.3 and 1.4.11. */
const grounds = ['paper', 'sunk'];
const pairs: { colour: string; on: string[]; atLeast: 4.5 | 3 }[] = [
  { colour: 'ink', on: [...grounds, 'accent-wash', 'good-wash', 'bad-wash', 'warn-wash', 'selection'], atLeast: 4.5 },
  { colour: 'muted', on: [...grounds, 'accent-wash', 'good-wash', 'bad-wash', 'warn-wash'], atLeast: 4.5 },
  { colour: 'faint', on: grounds, atLeast: 4.5 },
  { colour: 'accent', on: [...grounds, 'accent-wash', 'good-wash', 'bad-wash', 'warn-wash'], atLeast: 4.5 },
  { colour: 'accent-strong', on: [...grounds, 'accent-wash'], atLeast: 4.5 },
  { colour: 'on-accent', on: ['accent', 'accent-strong'], atLeast: 4.5 },
  { colour: 'good', on: [...grounds, 'good-wash'], atLeast: 4.5 },
  { colour: 'bad', on: [...grounds, 'bad-wash'], atLeast: 4.5 },
  { colour: 'warn', on: [...grounds, 'warn-wash'], atLeast: 4.5 },
  { colour: 'line-strong', on: grounds, atLeast: 3 },
  { colour: 'focus', on: grounds, atLeast: 3 },
];

const themes: Theme[] = ['light', 'dark'];

test('the measure is that of WCAG: black on white is 21, and a known grey 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  // oklch(0.628 0.2577 29.23) is what sRGB calls red.
  expect(hexOf('oklch(0.628 0.2577 29.23)')).toBe('#ff0000');
});

describe.each([
  ['as it is', tokenColours()],
  ['where more contrast is wanted', tokenColoursForMoreContrast()],
])('colours %s', (_, colours) => {
  test.each(themes)('text and edges keep the contrast of WCAG AA in the %s theme', (theme) => {
    const tooFaint = pairs.flatMap(({ colour, on, atLeast }) =>
      on
        .map((ground) => ({ pair: `${colour} on ${ground}`, ratio: ratioOf(colour, ground, theme, colours) }))
        .filter(({ ratio }) => ratio < atLeast),
    );
    expect(tooFaint).toEqual([]);
  });
});

test('what a track’s hue colours can be told from its ground, and its diagrams can be read, for every track there is', () => {
  const hues = globSync('content/tracks/*/track.md').map(
    (file) => /^hue: (\d+)$/m.exec(readFileSync(file, 'utf8'))![1]!,
  );
  expect(hues.length).toBeGreaterThan(0);
  const colours = tokenColours();
  for (const hue of hues) {
    for (const theme of themes) {
      const of = (name: string) => colours.get(name)![theme].replace('var(--hue)', hue);
      for (const name of ['track', 'diagram-line']) {
        expect(contrast(of(name), of('paper')), `${name} of hue ${hue} on paper, ${theme}`).toBeGreaterThanOrEqual(3);
      }
      expect(contrast(of('ink'), of('track-wash')), `labels, hue ${hue}, ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('the contrast figures in docs/design.md are those of the tokens', () => {
  const colours = tokenColours();
  const rows = pairs.map(({ colour, on, atLeast }) => {
    const lowest = (theme: Theme) => Math.min(...on.map((ground) => ratioOf(colour, ground, theme, colours)));
    const value = (theme: Theme) => `\`${colours.get(colour)![theme]}\``;
    // Rounded down: a figure must not promise more than there is.
    const figure = (theme: Theme) => (Math.floor(lowest(theme) * 10) / 10).toFixed(1);
    return ['', `\`${colour}\``, value('light'), value('dark'), figure('light'), figure('dark'), String(atLeast), ''];
  });
  const written = readFileSync('docs/design.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  for (const row of rows) expect(written).toContainEqual(row);
});

function ratioOf(colour: string, ground: string, theme: Theme, colours: TokenColours): number {
  return contrast(colours.get(colour)![theme], colours.get(ground)![theme]);
}
