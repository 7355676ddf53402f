import type { Metadata } from 'next';
import { Notice } from '#components/notice';
import { searchVersion } from '#content/load';
import { hitsMax } from '../search/find-on-server.ts';
import { KeptPages } from './kept-pages.tsx';

export const metadata: Metadata = {
  title: 'No connection',
  description: 'The lessons and exercises that can be read on this device without a connection.',
};

export default function OfflinePage() {
  return (
    <Notice title="No connection">
      <p>
        The server does not answer, and the page you asked for is not kept on this device. Pages are kept once you have
        read them here.
      </p>
      <KeptPages searchVersion={searchVersion()} hitsMax={hitsMax} />
    </Notice>
  );
}
