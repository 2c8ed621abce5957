// The pictures by which stores and phones show Daybook before it is installed, for the web app manifest. They go into
// frontend/assets/screenshots/ and are taken anew when these pages look different: `npx tsx screenshots.ts`.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { DEMO, enter } from './people.ts';
import { CHROMIUM, CHROMIUM_ARGS, start } from './server.ts';

const folder = fileURLToPath(new URL('../frontend/assets/screenshots', import.meta.url));

const PICTURES = [
  { name: 'today', place: '', size: { width: 412, height: 892 }, scale: 2 },
  { name: 'diary', place: '/diary', size: { width: 412, height: 892 }, scale: 2 },
  { name: 'results', place: '/results', size: { width: 1280, height: 800 }, scale: 1 },
];

const daybook = await start();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
try {
  for (const { name, place, size, scale } of PICTURES) {
    const context = await browser.newContext({ baseURL: daybook.url, locale: 'en', viewport: size, deviceScaleFactor: scale });
    const page = await context.newPage();
    await enter(page, DEMO.hannah);
    await page.goto(new URL(page.url()).pathname + place, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    await context.close();
  }
} finally {
  await browser.close();
  await daybook.stop();
}
