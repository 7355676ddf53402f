import { timingSafeEqual } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { environment } from '#lib/env';
import { sandboxMetrics } from '#sandbox/client';
import { methods } from '../http/methods.ts';
import { problem } from '../http/problem.ts';

/**
 * The sandbox's metrics, for Prometheus. Only with METRICS_TOKEN: an address says nothing, since behind a proxy on the
 * same machine everybody comes from loopback. To those without the token the page is not there.
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const token = environment().metricsToken;
    const metrics = token !== undefined && knows(request, token) ? await sandboxMetrics() : null;
    if (metrics === null) return problem('not-found', 'There is nothing at this address.');
    return new Response(metrics.text, { headers: { 'content-type': metrics.contentType } });
  },
});

function knows(request: NextRequest, token: string): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
