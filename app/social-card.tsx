import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ImageResponse } from 'next/og';
import { tokenColour } from './token-colours.ts';

export const cardSize = { width: 1200, height: 630 };
export const cardType = 'image/png';

/** What a link to a page looks like elsewhere: its title, what it is, and the mark. Set in Plex Mono, whose files a renderer of images can read. */
export function socialCard({
  kicker,
  title,
  summary,
  facts,
  hue,
}: {
  kicker: string;
  title: string;
  summary: string;
  facts: string[];
  hue?: number;
}): ImageResponse {
  const rule = hue === undefined ? tokenColour('accent', 'light') : tokenColour('track', 'light', hue);
  return new ImageResponse(
    <div
      style={{
        background: tokenColour('paper', 'light'),
        color: tokenColour('ink', 'light'),
        display: 'flex',
        flexDirection: 'column',
        fontFamily: 'Plex Mono',
        height: '100%',
        padding: '72px 80px 64px',
        width: '100%',
      }}
    >
      <div style={{ background: rule, height: 9, width: 160 }} />
      <div style={{ color: tokenColour('muted', 'light'), fontSize: 28, marginTop: 24 }}>{kicker}</div>
      <div
        style={{
          fontSize: titleSize(title),
          fontWeight: 600,
          letterSpacing: '-0.03em',
          lineHeight: 1.15,
          marginTop: 20,
        }}
      >
        {title}
      </div>
      <div
        style={{
          color: tokenColour('muted', 'light'),
          display: 'block',
          fontSize: 28,
          lineClamp: 3,
          lineHeight: 1.45,
          marginTop: 28,
        }}
      >
        {summary}
      </div>
      <div style={{ alignItems: 'center', display: 'flex', justifyContent: 'space-between', marginTop: 'auto' }}>
        <div style={{ alignItems: 'center', display: 'flex', fontSize: 34, fontWeight: 600, gap: 20 }}>
          <svg viewBox="0 0 20 24" width="40" height="48">
            <path d="M4 2v8.5a6 6 0 0 0 12 0V2" fill="none" stroke={tokenColour('ink', 'light')} strokeWidth="3" />
            <path d="M1 21.5h18" stroke={tokenColour('accent', 'light')} strokeWidth="3" />
          </svg>
          Underpin
        </div>
        <div style={{ color: tokenColour('muted', 'light'), fontSize: 26 }}>{facts.join(' · ')}</div>
      </div>
    </div>,
    { ...cardSize, fonts: [font(400), font(600)] },
  );
}

/** A title takes three lines at most. */
function titleSize(title: string): number {
  if (title.length > 60) return 50;
  return title.length > 32 ? 60 : 72;
}

function font(weight: 400 | 600) {
  const file = `node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-${weight}-normal.woff`;
  const data = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file));
  return { name: 'Plex Mono', data, weight, style: 'normal' as const };
}
