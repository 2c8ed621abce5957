// Writes NAME.br and NAME.gz beside every file that is sent often, so that nothing is compressed
// while someone waits. What is up to date is left alone.
//   node compress.mjs [SITE_ROOT]

import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = process.argv[2] ?? '../target/site';

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
const ways = { br: brotli, gz: (bytes) => gzipSync(bytes, { level: 9 }) };

let written = 0;
for (const name of readdirSync(root, { recursive: true })) {
  const path = join(root, name);
  if (!/\.(wasm|js|css|svg)$/.test(name) || !statSync(path).isFile()) continue;
  for (const [ending, pack] of Object.entries(ways)) {
    const packed = `${path}.${ending}`;
    if (existsSync(packed) && statSync(packed).mtimeMs >= statSync(path).mtimeMs) continue;
    writeFileSync(packed, pack(readFileSync(path)));
    written += 1;
  }
}
console.log(`compressed: ${written} files written under ${root}`);
