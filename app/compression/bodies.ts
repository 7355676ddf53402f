import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { constants, createBrotliCompress, type BrotliCompress } from 'node:zlib';
import { faultOf } from '#lib/fault';
import { log } from '../log.ts';

/** What takes the place of a response's own `write` and `end`. */
export type Body = { write: (chunk: Uint8Array) => boolean; end: () => void };

type Plain = { write: (...given: unknown[]) => boolean; end: (...given: unknown[]) => unknown };

/** What Next reads from the file is left, and the file beside it sent. */
export function builtBody(response: ServerResponse, plain: Plain, file: string): Body {
  return {
    write: () => true,
    end: () => {
      readFile(file).then(
        (bytes) => plain.end(bytes),
        (error: unknown) => {
          log('error', 'compressed-file-fault', faultOf(error));
          response.destroy();
        },
      );
    },
  };
}

/** Each piece goes out with what can be sent of it: a page that comes in parts is shown in parts. */
export function encodedBody(response: ServerResponse, plain: Plain): Body {
  const encoder: BrotliCompress = createBrotliCompress({
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: windowBits },
  });
  let flushing = false;
  let telling = false;
  encoder.on('data', (bytes: Buffer) => {
    if (!plain.write(bytes)) encoder.pause();
  });
  // Whoever writes waits for the encoder, and the encoder for the connection; both say `drain` on the response.
  response.on('drain', () => void (telling || encoder.resume()));
  encoder.on('drain', () => {
    telling = true;
    response.emit('drain');
    telling = false;
  });
  encoder.once('end', () => plain.end());
  encoder.on('error', (error) => {
    log('error', 'compression-fault', faultOf(error));
    response.destroy();
  });
  response.once('close', () => encoder.destroy());
  return {
    write: (bytes) => {
      const hasRoom = encoder.write(bytes);
      if (!flushing) {
        flushing = true;
        setImmediate(() => {
          flushing = false;
          if (!encoder.writableEnded && !encoder.destroyed) encoder.flush();
        });
      }
      return hasRoom;
    },
    end: () => encoder.end(),
  };
}

/** As fast as gzip at its usual level; the window of a megabyte holds any page of ours. */
const quality = 5;
const windowBits = 20;
