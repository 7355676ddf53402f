import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { brotliCompressSync, brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { answerInBrotli, readsBrotli } from '#app/compression/brotli';

const long = 'Read a lesson, run the code in it, then write the real thing. '.repeat(100);
const folder = mkdtempSync(path.join(os.tmpdir(), 'brotli-'));
const builtFile = path.join(folder, 'page.js.br');
writeFileSync(builtFile, brotliCompressSync(long));
const built = new Map([['/_next/static/page.js', { file: builtFile, bytes: readFileSync(builtFile).length }]]);

let stop: () => void;
let server: http.Server | undefined;

beforeEach(() => void (stop = answerInBrotli(built)));
afterEach(async () => {
  stop();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
});

async function serving(answer: RequestListener): Promise<number> {
  server = http.createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function ask(port: number, options: http.RequestOptions = {}) {
  const sent = http.request({
    port,
    host: '127.0.0.1',
    ...options,
    headers: { 'accept-encoding': 'gzip, br', ...options.headers },
  });
  const [response] = (await once(sent.end(), 'response')) as [IncomingMessage];
  const body = Buffer.concat(await Readable.from(response).toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

const html = { 'content-type': 'text/html; charset=utf-8' };

test('a page goes out in brotli, with a tag that is weak by then and without the length it had', async () => {
  const port = await serving((_request, response) => {
    response.setHeader('content-type', html['content-type']);
    response.setHeader('etag', '"one"');
    response.setHeader('content-length', long.length);
    response.end(long);
  });
  const { headers, body } = await ask(port);
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding', etag: 'W/"one"' });
  expect(headers['content-length']).toBeUndefined();
  expect(brotliDecompressSync(body).toString()).toBe(long);
  expect(body.length).toBeLessThan(long.length / 10);
});

test('headers that are given with the status are sent and looked at', async () => {
  const port = await serving((_request, response) => {
    response.setHeader('vary', 'rsc');
    response.writeHead(404, 'Gone away', { ...html, 'x-one': 'two' });
    response.end(long);
  });
  const { status, headers, body } = await ask(port);
  expect(status).toBe(404);
  expect(headers).toMatchObject({ 'content-encoding': 'br', 'x-one': 'two', vary: 'rsc, Accept-Encoding' });
  expect(brotliDecompressSync(body).toString()).toBe(long);
});

test('a file of the build goes out as it was compressed with it', async () => {
  const port = await serving((_request, response) => {
    response.setHeader('content-type', 'application/javascript; charset=UTF-8');
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('content-length', long.length);
    Readable.from([Buffer.from(long.slice(0, 50)), Buffer.from(long.slice(50))]).pipe(response);
  });
  const { headers, body } = await ask(port, { path: '/_next/static/page.js?dpl=1' });
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-length': String(built.get('/_next/static/page.js')!.bytes),
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(body).toEqual(readFileSync(builtFile));
});

test('HEAD has the headers of GET and no body', async () => {
  const port = await serving((_request, response) => {
    response.setHeader('content-type', html['content-type']);
    response.setHeader('content-length', long.length);
    response.end();
  });
  const { headers, body } = await ask(port, { method: 'HEAD' });
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(headers['content-length']).toBeUndefined();
  expect(body).toHaveLength(0);
});

test('a page that comes in parts is sent in parts', async () => {
  let finish = (): void => {};
  const port = await serving((_request, response) => {
    response.writeHead(200, html);
    response.write('<p>first');
    finish = () => response.end('<p>second');
  });
  const sent = http.get({ port, host: '127.0.0.1', headers: { 'accept-encoding': 'br' } });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const text = response.pipe(createBrotliDecompress()).setEncoding('utf8');
  expect((await once(text, 'data'))[0]).toBe('<p>first');
  finish();
  expect((await once(text, 'data'))[0]).toBe('<p>second');
  await once(text.resume(), 'end');
});

test('a long answer waits for a reader who is slow, and arrives whole', async () => {
  const piece = Array.from({ length: 20_000 }, (_, index) => `${index * 7919} `).join('');
  const count = 40;
  const port = await serving((_request, response) => {
    response.setHeader('content-type', 'text/plain');
    Readable.from(Array.from({ length: count }, () => Buffer.from(piece))).pipe(response);
  });
  const { body } = await ask(port);
  expect(brotliDecompressSync(body).toString()).toBe(piece.repeat(count));
});

test('a reader who leaves in the middle disturbs nobody', async () => {
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => (leave = resolve));
  const port = await serving((request, response) => {
    response.writeHead(200, html);
    response.write(long);
    if (request.url === '/stays') return void response.end();
    response.once('close', () => {
      response.write(long);
      response.end(long);
      leave();
    });
  });
  const sent = http.get({ port, host: '127.0.0.1', headers: { 'accept-encoding': 'br' } });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.destroy();
  await left;
  expect(brotliDecompressSync((await ask(port, { path: '/stays' })).body).toString()).toBe(long);
});

const asItIs: [string, http.RequestOptions, RequestListener][] = [
  [
    'a reader who knows no brotli',
    { headers: { 'accept-encoding': 'gzip' } },
    (_, to) => to.writeHead(200, html).end(long),
  ],
  ['a part of a file', { headers: { range: 'bytes=0-9' } }, (_, to) => to.writeHead(206, html).end(long)],
  ['an event stream', {}, (_, to) => to.writeHead(200, { 'content-type': 'text/event-stream' }).end(long)],
  ['what may not be changed', {}, (_, to) => to.writeHead(200, { ...html, 'cache-control': 'no-transform' }).end(long)],
  ['a picture', {}, (_, to) => to.writeHead(200, { 'content-type': 'image/png' }).end(long)],
  ['what is compressed already', {}, (_, to) => to.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(long)],
];
test.each(asItIs)('%s gets the answer as it is', async (_name, options, answer) => {
  const { headers, body } = await ask(await serving(answer), options);
  expect(headers['content-encoding']).not.toBe('br');
  expect(body.toString()).toBe(long);
});

test('a short answer is not compressed, and says that a longer one would be', async () => {
  const port = await serving((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"status":"ok"}');
  });
  const { headers, body } = await ask(port);
  expect(headers).toMatchObject({ vary: 'Accept-Encoding', 'content-length': '15' });
  expect(body.toString()).toBe('{"status":"ok"}');
});

test('nothing is sent with a page that has not changed', async () => {
  const port = await serving((_request, response) => response.writeHead(304, { etag: '"one"' }).end());
  const { status, headers, body } = await ask(port);
  expect(status).toBe(304);
  expect(headers['content-encoding']).toBeUndefined();
  expect(body).toHaveLength(0);
});

test('what comes after the server compresses nothing once more', async () => {
  const asked: unknown[] = [];
  const port = await serving((request, response) => {
    asked.push(request.headers['accept-encoding']);
    response.end();
  });
  await ask(port);
  await ask(port, { headers: { 'accept-encoding': 'gzip' } });
  expect(asked).toEqual(['identity', 'gzip']);
});

test('brotli is read where it is named and not refused', () => {
  expect(['br', 'gzip, br', 'gzip;q=1.0, BR;q=0.5'].map(readsBrotli)).toEqual([true, true, true]);
  expect([undefined, '', 'gzip, deflate', 'br;q=0', 'gzip, br; q=0.0', 'brotli'].map(readsBrotli)).toEqual(
    Array(6).fill(false),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));
