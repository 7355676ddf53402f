import './tokens.css';
import './globals.css';
import '../.content/code.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteFooter } from '#components/site-footer';
import { SiteHeader } from '#components/site-header';
import { SyncState } from '#components/sync-state';
import { OfflineRegistration } from './offline/registration.tsx';
import { plexMono, plexSans, plexSansItalic } from './fonts.ts';
import { THEME_SCRIPT } from './theme-script.ts';

export const metadata: Metadata = {
  title: { default: 'Underpin: learn backend engineering by building it', template: '%s · Underpin' },
  description:
    'Lessons with code that runs in place, exercises graded test by test in a sandbox, and progress that is yours. Open source, self-hosted, no account needed to start.',
  applicationName: 'Underpin',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
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
        <SiteHeader />
        <SyncState />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        <OfflineRegistration />
      </body>
    </html>
  );
}
