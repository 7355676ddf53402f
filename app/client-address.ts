import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { environment } from '#lib/env';
import { oncePerProcess } from '#lib/once-per-process';

/** Set by us on every request that comes in, over whatever the client may have sent under this name. */
const peerHeader = 'x-underpin-peer';

type ProxyTrust = { trustedProxies: number };

/**
 * Who is asking, for rate limits. With `TRUST_PROXY=n` it is the n-th address from the right of X-Forwarded-For: what
 * stands further left was written by the client and may say anything. Without it the header is not read at all.
 */
export function clientAddress(headers: Headers, { trustedProxies }: ProxyTrust = environment()): string {
  const peer = headers.get(peerHeader) ?? 'unknown';
  if (trustedProxies === 0) return peer;
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return forwarded.at(-trustedProxies) || peer;
}

/**
 * Notes the address of each connection where handlers can read it: Next hands them headers but no socket, and keeps an
 * X-Forwarded-For that the client made up.
 */
export function notePeerAddresses(): void {
  oncePerProcess('peer addresses', () =>
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { request: IncomingMessage };
      request.headers[peerHeader] = request.socket.remoteAddress ?? 'unknown';
    }),
  );
}
