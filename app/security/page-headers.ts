import { NextResponse, type NextRequest } from 'next/server';
import { buildHeader, buildId } from '#lib/build-id';
import { environment } from '#lib/env';
import { oncePerProcess } from '#lib/once-per-process';
import { isRecordingPage, securityHeaders } from './headers.ts';
import { hashesFor, readPageHashes } from './page-hashes.ts';
import { contentSecurityPolicy } from './policy.ts';

/** Lets a page through with its security headers; Next takes the nonce for its own scripts from the request's copy. */
export function withPageHeaders(request: NextRequest): NextResponse {
  const development = process.env.NODE_ENV === 'development';
  const hashes = development
    ? null
    : hashesFor(request.nextUrl.pathname, oncePerProcess('page hashes', readPageHashes));
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const recording = isRecordingPage(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(hashes === null ? { nonce } : { hashes }, { development, recording });

  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  if (hashes === null) headers.set('x-nonce', nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  // A service worker keeps pages of its own build alone.
  response.headers.set(buildHeader, buildId);
  const https = environment().baseUrl.startsWith('https:');
  for (const [name, value] of Object.entries(securityHeaders({ https, microphone: recording })))
    response.headers.set(name, value);
  return response;
}
