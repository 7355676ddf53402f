import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NextRequest } from 'next/server';
import { expect, test, vi } from 'vitest';
import { clientAddress, notePeerAddresses } from '#app/client-address';
import { readSecrets } from '#app/secrets';
import { securityHeaders } from '#app/security/headers';
import { withPageHeaders } from '#app/security/page-headers';
import { hashesFor } from '#app/security/page-hashes';
import { contentSecurityPolicy } from '#app/security/policy';
import { THEME_SCRIPT } from '#app/theme-script';

test('a policy lets in no inline script that was not named', () => {
  const fixed = contentSecurityPolicy({ hashes: `'sha256-abc'` }, { development: false });
  expect(fixed).toContain(`script-src 'self' 'sha256-abc';`);
  expect(fixed).toContain(`worker-src 'self'`);
  expect(fixed).toContain(`frame-ancestors 'none'`);
  const made = contentSecurityPolicy({ nonce: 'bm9uY2U=' }, { development: false });
  const theme = createHash('sha256').update(THEME_SCRIPT).digest('base64');
  expect(made).toContain(`script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic' 'sha256-${theme}';`);
  for (const policy of [fixed, made]) {
    const [, scripts] = /script-src ([^;]*)/.exec(policy) ?? [];
    expect(scripts).not.toMatch(/unsafe/);
  }
  expect(contentSecurityPolicy({ nonce: 'x' }, { development: true })).toContain(`'unsafe-eval'`);
});

test('only the page that records may ask for the microphone and play what it recorded', () => {
  const headersOf = (path: string) => withPageHeaders(new NextRequest(`http://localhost:3000${path}`)).headers;
  vi.stubEnv('NODE_ENV', 'development');
  vi.stubEnv('BASE_URL', 'http://localhost:3000');
  for (const path of ['/interview/stories/rehearse', '/interview/stories/rehearse?story=one']) {
    expect(headersOf(path).get('permissions-policy')).toContain('microphone=(self)');
    expect(headersOf(path).get('content-security-policy')).toContain(`media-src 'self' blob:;`);
  }
  for (const path of ['/', '/interview/stories', '/interview/stories/rehearse/more', '/practice/sums']) {
    expect(headersOf(path).get('permissions-policy')).toContain('microphone=()');
    expect(headersOf(path).get('content-security-policy')).not.toContain('media-src');
  }
  expect(securityHeaders({ https: true })['permissions-policy']).toContain('microphone=()');
  vi.unstubAllEnvs();
});

test('static pages get their hashes, pages made per request a nonce, and everything else is "not found"', () => {
  const written = { pages: { '/': 'home', '/learn': 'map' }, dynamic: ['^/progress(?:/)?$'], notFound: 'lost' };
  expect(hashesFor('/', written)).toBe('home');
  expect(hashesFor('/learn', written)).toBe('map');
  expect(hashesFor('/learn/', written)).toBe('map');
  expect(hashesFor('/progress', written)).toBeNull();
  expect(hashesFor('/nowhere', written)).toBe('lost');
});

test('secrets are made once, for their owner alone, and a damaged file is not replaced', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'underpin-secrets-'));
  const data = path.join(folder, 'data');
  const secrets = readSecrets(data);
  expect(secrets.sessionSecret.length).toBeGreaterThanOrEqual(43);
  expect(readSecrets(data)).toEqual(secrets);
  const file = path.join(data, 'secrets.json');
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, '{"sessionSecret":');
  expect(() => readSecrets(data)).toThrow(/damaged/);
  expect(readFileSync(file, 'utf8')).toBe('{"sessionSecret":');
  rmSync(folder, { recursive: true });
});

test('an address is the connection’s own, or the one our proxy saw; never what the client wrote', () => {
  const headers = new Headers({ 'x-forwarded-for': '6.6.6.6, 192.0.2.7', 'x-underpin-peer': '10.0.0.1' });
  expect(clientAddress(headers, { trustedProxies: 0 })).toBe('10.0.0.1');
  expect(clientAddress(headers, { trustedProxies: 1 })).toBe('192.0.2.7');
  expect(clientAddress(new Headers({ 'x-underpin-peer': '10.0.0.1' }), { trustedProxies: 1 })).toBe('10.0.0.1');
});

test('the address of a connection reaches handlers over whatever the client sent in its place', async () => {
  notePeerAddresses();
  const server = createServer((request, response) => response.end(String(request.headers['x-underpin-peer'])));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-underpin-peer': '6.6.6.6' } });
  expect(await response.text()).toBe('127.0.0.1');
  await new Promise((resolve) => server.close(resolve));
});
