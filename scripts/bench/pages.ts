import { brotliCompressSync } from 'node:zlib';
import { measure, type Measurement } from './statistics.ts';

export type PageWeight = { path: string; scriptKb: number; styleKb: number; htmlKb: number };
export type PageReport = { weights: PageWeight[]; speed: Measurement[] };

/** Bytes (brotli, kilobytes of 1,024) and speed of pages of the production build at `origin`. */
export async function benchPages(origin: string, paths: string[]): Promise<PageReport> {
  const weights = [];
  for (const page of paths) weights.push(await weigh(origin, page));
  const speed = [];
  for (const page of paths) {
    const fetchPage = async () => void (await (await fetch(origin + page)).arrayBuffer());
    speed.push(await measure(page, fetchPage, { runs: 1000, inFlight: 10, warmUp: 50 }));
  }
  return { weights, speed };
}

/** What the page asks for at once: scripts and styles named in its HTML. */
async function weigh(origin: string, page: string): Promise<PageWeight> {
  const html = await (await fetch(origin + page)).text();
  const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map((match) => match[1]!))];
  // A script marked nomodule is for browsers that no longer exist; current ones do not fetch it.
  const scripts = named(/<script(?![^>]*nomodule)[^>]*\ssrc="([^"]+)"/gi);
  const styles = named(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  return {
    path: page,
    scriptKb: await sizeOf(origin, scripts),
    styleKb: await sizeOf(origin, styles),
    htmlKb: brotliKb(html),
  };
}

async function sizeOf(origin: string, addresses: string[]): Promise<number> {
  const sizes = await Promise.all(
    addresses.map(async (address) => brotliKb(Buffer.from(await (await fetch(origin + address)).arrayBuffer()))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const brotliKb = (content: string | Buffer) => brotliCompressSync(content).length / 1024;
