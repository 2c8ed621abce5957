// The scripts of the browser that the server makes of several files. It alone says of which, and in which order.

import { readFileSync } from 'node:fs';

/** What a file of Rust includes from a folder, in its order. */
function included(rust, folder) {
  const place = new URL(`../${rust}`, import.meta.url);
  const named = [...readFileSync(place, 'utf8').matchAll(/include_str!\("([^"]+\.js)"\)/g)].map(([, name]) => name);
  return named.filter((name) => name.includes(folder)).map((name) => readFileSync(new URL(name, place), 'utf8')).join('');
}

/** `/device.js`. */
export const DEVICE = included('app/src/devices/shell.rs', '/frontend/device/');

/** `/sw.js`, without the line before it that says what belongs to the build. */
export const WORKER = included('server/src/worker.rs', '/frontend/');
