import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Theme = 'light' | 'dark';
export type TokenColours = Map<string, Record<Theme, string>>;

/** The colours of tokens.css, for what cannot read a stylesheet: the manifest, the browser's own bar, social cards. */
export function tokenColours(): TokenColours {
  return coloursIn(tokensCss().split('@media')[0]!);
}

/** The same with what `prefers-contrast: more` puts in their place. */
export function tokenColoursForMoreContrast(): TokenColours {
  const block = tokensCss()
    .split('@media')
    .find((part) => part.trimStart().startsWith('(prefers-contrast: more)'));
  if (block === undefined) throw new Error('app/tokens.css has no block for prefers-contrast.');
  return new Map([...tokenColours(), ...coloursIn(block)]);
}

/** One colour of one theme as `#rrggbb`; throws for a name that is not a colour. */
export function tokenColour(name: string, theme: Theme, hue = 195): string {
  const colour = tokenColours().get(name)?.[theme];
  if (colour === undefined) throw new Error(`app/tokens.css has no colour --${name}.`);
  return hexOf(colour.replace('var(--hue)', String(hue)));
}

/** `#rrggbb` for what is `#rrggbb` already, or `oklch(L C H)`. */
export function hexOf(colour: string): string {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(colour);
  if (!oklch) throw new Error(`${colour} is neither #rrggbb nor oklch(L C H).`);
  const [, lightness, chroma, hueDegrees] = oklch.map(Number) as [number, number, number, number];
  return hexOfOklch(lightness, chroma, hueDegrees);
}

function tokensCss(): string {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'app/tokens.css');
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function coloursIn(css: string): TokenColours {
  const declared = css.matchAll(/--([\w-]+):\s*light-dark\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\);/g);
  return new Map(
    [...declared].map(([, name, values]) => {
      const [light, dark] = values!.split(/,\s*(?![^(]*\))/) as [string, string];
      return [name!, { light, dark }];
    }),
  );
}

/** By the matrices of CSS Color 4; a channel outside the gamut is clipped. */
function hexOfOklch(lightness: number, chroma: number, hueDegrees: number): string {
  const a = chroma * Math.cos((hueDegrees * Math.PI) / 180);
  const b = chroma * Math.sin((hueDegrees * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channels = linear.map((channel) => {
    const inGamut = Math.min(1, Math.max(0, channel));
    const encoded = inGamut <= 0.0031308 ? 12.92 * inGamut : 1.055 * inGamut ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
