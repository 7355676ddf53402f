import './tokens.css';
import './globals.css';
import '../.content/code.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ArrivalFocus } from '#components/arrival-focus';
import { SiteFooter } from '#components/site-footer';
import { SiteHeader } from '#components/site-header';
import { SyncState } from '#components/sync-state';
import { searchVersion } from '#content/load';
import { environment } from '#lib/env';
import { OfflineRegistration } from './offline/registration.tsx';
import { LateFaces } from './late-faces.tsx';
import { plexMono, plexSans, plexSansItalic } from './fonts.ts';
import { THEME_SCRIPT } from './theme-script.ts';
import { tokenColour } from './token-colours.ts';

export const metadata: Metadata = {
  // Social cards need whole addresses, and pages are files: the address is the one that the build was told.
  metadataBase: new URL(environment().baseUrl),
  title: { default: 'Underpin: learn backend engineering by building it', template: '%s · Underpin' },
  description:
    'Lessons with code that runs in place, exercises graded test by test in a sandbox, and progress that is yours. Open source, self-hosted, no account needed to start.',
  applicationName: 'Underpin',
  openGraph: { siteName: 'Underpin', type: 'website', locale: 'en' },
  twitter: { card: 'summary_large_image' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: tokenColour('paper', 'light') },
    { media: '(prefers-color-scheme: dark)', color: tokenColour('paper', 'dark') },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The inline script sets data-theme before React wakes up, hence the suppressed warning.
    <html
      lang="en"
      className={`${plexSans.variable} ${plexSansItalic.variable} ${plexMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <SiteHeader searchVersion={searchVersion()} />
        <SyncState />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        <ArrivalFocus />
        <OfflineRegistration />
        <LateFaces />
      </body>
    </html>
  );
}
