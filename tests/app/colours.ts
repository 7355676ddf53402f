import { readFileSync } from 'node:fs';

export type Theme = 'light' | 'dark';
type Srgb = [red: number, green: number, blue: number];

/** The colours of app/tokens.css as the browser would compute them: name of the token to its value in each theme. */
export function tokenColours(): Map<string, Record<Theme, string>> {
  return coloursIn(tokensCss().split('@media')[0]!);
}

/** The same with what `prefers-contrast: more` puts in their place. */
export function tokenColoursForMoreContrast(): Map<string, Record<Theme, string>> {
  const block = tokensCss()
    .split('@media')
    .find((part) => part.trimStart().startsWith('(prefers-contrast: more)'));
  if (block === undefined) throw new Error('app/tokens.css has no block for prefers-contrast.');
  return new Map([...tokenColours(), ...coloursIn(block)]);
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. Colours are `#rrggbb` or `oklch(L C H)`. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(srgbOf(one)), luminance(srgbOf(other))].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

function tokensCss(): string {
  return readFileSync('app/tokens.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

function coloursIn(css: string): Map<string, Record<Theme, string>> {
  const declared = css.matchAll(/--([\w-]+):\s*light-dark\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\);/g);
  return new Map(
    [...declared].map(([, name, values]) => {
      const [light, dark] = values!.split(/,\s*(?![^(]*\))/) as [string, string];
      return [name!, { light, dark }];
    }),
  );
}

function luminance(colour: Srgb): number {
  const [red, green, blue] = colour.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as Srgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function srgbOf(colour: string): Srgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (hex) return hex.slice(1).map((channel) => Number.parseInt(channel, 16) / 255) as Srgb;
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(colour);
  if (oklch) return srgbOfOklch(...(oklch.slice(1).map(Number) as [number, number, number]));
  throw new Error(`${colour} is neither #rrggbb nor oklch(L C H).`);
}

/** By the matrices of CSS Color 4; a channel outside the gamut is clipped, and rounded as a screen rounds it. */
function srgbOfOklch(lightness: number, chroma: number, hueDegrees: number): Srgb {
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
  return linear.map((channel) => {
    const inGamut = Math.min(1, Math.max(0, channel));
    const encoded = inGamut <= 0.0031308 ? 12.92 * inGamut : 1.055 * inGamut ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255) / 255;
  }) as Srgb;
}
