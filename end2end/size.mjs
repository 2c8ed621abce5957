// Says how large the WASM of a site root is, and leaves with 1 when it is larger than it may be.
//   node size.mjs [SITE_ROOT]

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// 300 KB with the foundation, and at most 25 KB more for each capability: results, the diary, medicines, and what a
// device does offline. Never more.
const MOST = 400 * 1024;

const pkg = join(process.argv[2] ?? '../target/site', 'pkg');
const names = readdirSync(pkg).filter((name) => name.endsWith('.wasm'));
if (names.length !== 1) {
  console.error(`${pkg} should hold one .wasm, and holds ${names.length}: ${names.join(', ')}`);
  process.exit(1);
}
const bytes = readFileSync(join(pkg, names[0]));
const packed = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
}).length;
const kb = (n) => `${(n / 1024).toFixed(1)} KB`;
console.log(`WASM: ${kb(bytes.length)}, ${kb(packed)} with brotli, of ${kb(MOST)}`);
process.exit(packed > MOST ? 1 : 0);
