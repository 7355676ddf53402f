import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server.edge';

/** A page as the server writes it. Rejects with what the page threw, a redirect too. */
export async function textOfPage(page: ReactElement): Promise<string> {
  const stream = await renderToReadableStream(page, { onError: () => undefined });
  await stream.allReady;
  return new Response(stream).text();
}
