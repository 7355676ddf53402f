import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { builtBody, encodedBody, type Body } from './bodies.ts';
import { addVary, isCompressible, lengthOf, setHeaders, weakenTag } from './headers.ts';

/** Files of the build that were compressed with it, by address. */
export type CompressedFiles = ReadonlyMap<string, { file: string; bytes: number }>;

/**
 * Answers in brotli to whoever reads it, which is a fifth less than the gzip that Next knows, and a third less for pages:
 * they hold their text twice, too far apart for gzip. Works below Next, which is told that nothing is to be compressed
 * and goes on to decide about caching, ranges and types. Ends when what it returns is called.
 */
export function answerInBrotli(files: CompressedFiles = builtFiles()): () => void {
  const begin = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    // A part of a file is a part of what it is uncompressed.
    if (!readsBrotli(request.headers['accept-encoding']) || request.headers.range !== undefined) return;
    request.headers['accept-encoding'] = 'identity';
    const [pathname = ''] = (request.url ?? '').split('?');
    compress(response, request.method === 'HEAD', files.get(pathname));
  };
  subscribe('http.server.request.start', begin);
  return () => void unsubscribe('http.server.request.start', begin);
}

export function readsBrotli(accepted: string | string[] | undefined): boolean {
  return String(accepted ?? '')
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim().toLowerCase()))
    .some(([name, weight]) => name === 'br' && !/^q=0(?:\.0*)?$/.test(weight ?? ''));
}

type Written = string | Uint8Array;

/** Below this the headers weigh more than what is gained. */
const bytesMin = 1024;

/** Puts the response's own `write` and `end` behind an encoder, once its headers say that there is something to gain. */
function compress(response: ServerResponse, isHead: boolean, built: { file: string; bytes: number } | undefined): void {
  const plain = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
  };
  /** Undefined until it is decided; null for an answer that goes as it is. */
  let body: Body | null | undefined;

  function decide(bytes: number | null): Body | null {
    if (body !== undefined) return body;
    if (!isCompressible(response)) return (body = null);
    addVary(response);
    if ((bytes ?? bytesMin) < bytesMin && !isHead) return (body = null);
    const file = response.statusCode === 200 ? built : undefined;
    response.setHeader('content-encoding', 'br');
    if (file) response.setHeader('content-length', file.bytes);
    else response.removeHeader('content-length');
    weakenTag(response);
    if (isHead) return (body = null);
    return (body = file ? builtBody(response, plain, file.file) : encodedBody(response, plain));
  }

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const reason = typeof rest[0] === 'string' ? rest.shift() : undefined;
    setHeaders(response, rest[0]);
    decide(lengthOf(response));
    return reason === undefined ? plain.writeHead(status) : plain.writeHead(status, reason);
  }) as typeof response.writeHead;

  response.write = ((chunk: Written, ...rest: unknown[]) => {
    const to = decide(lengthOf(response));
    if (!to) return plain.write(chunk, ...rest);
    const written = to.write(bytesOf(chunk, rest[0]));
    callbackIn(rest)?.();
    return written;
  }) as typeof response.write;

  response.end = ((...given: unknown[]) => {
    const [chunk, encoding] = typeof given[0] === 'function' ? [] : given;
    const bytes = chunk === undefined || chunk === null ? null : bytesOf(chunk as Written, encoding);
    // Nothing was written before, so this is all there is.
    const to = decide(bytes?.length ?? lengthOf(response) ?? (isHead ? null : 0));
    if (!to) return plain.end(...given);
    const callback = callbackIn(given);
    if (callback) response.once('finish', callback);
    if (bytes) to.write(bytes);
    to.end();
    return response;
  }) as typeof response.end;
}

function bytesOf(chunk: Written, encoding: unknown): Uint8Array {
  if (typeof chunk !== 'string') return chunk;
  return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
}

function callbackIn(given: unknown[]): (() => void) | undefined {
  return given.find((each): each is () => void => typeof each === 'function');
}

/** None while developing, and none of a build that was made otherwise. */
function builtFiles(): CompressedFiles {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), '.next', 'static');
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.br'));
  return new Map(
    names.map((name) => {
      const file = path.join(folder, name);
      const address = `/_next/static/${name.slice(0, -'.br'.length).split(path.sep).join('/')}`;
      return [address, { file, bytes: statSync(file).size }];
    }),
  );
}
