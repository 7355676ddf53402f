import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

// Files of the build never change, so they are compressed once and as well as can be; app/compression/brotli.ts sends them.
const folder = path.join(import.meta.dirname, '..', '.next', 'static');
const endings = ['.js', '.css', '.json', '.svg', '.ttf', '.wasm'];
const bytesMin = 1024;
/** What zlib's own threads take at once. */
const atOnce = 4;

const names = (await readdir(folder, { recursive: true })).filter((name) => endings.includes(path.extname(name)));
let [before, after] = [0, 0];
await Promise.all(Array.from({ length: atOnce }, compressNext));
const kb = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
console.log(`underpin: compressed files of the build from ${kb(before)} to ${kb(after)}`);

async function compressNext(): Promise<void> {
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const source = await readFile(path.join(folder, name));
    if (source.length < bytesMin) continue;
    const compressed = await promisify(brotliCompress)(source, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
      },
    });
    await writeFile(path.join(folder, `${name}.br`), compressed);
    before += source.length;
    after += compressed.length;
  }
}
