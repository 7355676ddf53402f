import type { MetadataRoute } from 'next';
import { tokenColour } from './token-colours.ts';

/** Lets a browser put Underpin among the programs of a device. It has one theme: the system's bar is asked for in layout.tsx. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Underpin',
    short_name: 'Underpin',
    description: 'Learn backend engineering by building it.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: tokenColour('paper', 'light'),
    theme_color: tokenColour('paper', 'light'),
    categories: ['education'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Learn', url: '/learn' },
      { name: 'Practice', url: '/practice' },
      { name: 'Progress', url: '/progress' },
    ],
  };
}
