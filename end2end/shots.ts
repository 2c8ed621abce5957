// Pictures of the main pages at three sizes, light and dark, in English, Arabic and a few in French
// and Spanish, for people to look at. They go into target/shots/.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, type Page, chromium } from '@playwright/test';
import { DEMO, type Person, enter } from './people.ts';
import { CHROMIUM, CHROMIUM_ARGS, start } from './server.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../target/shots');

const SIZES = {
  phone: { width: 360, height: 800 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1280, height: 800 },
};
const OUTSIDE = { 'sign-in': '/sign-in', enrol: '/enrol', ill: '/ill', 'not-found': '/nothing-is-here' };

/** Who speaks which language, and which of the pages are taken in it. */
const PEOPLE: [string, Person, 'all' | 'few'][] = [
  ['en', DEMO.hannah, 'all'],
  ['ar', DEMO.salma, 'all'],
  ['fr', DEMO.etienne, 'few'],
  ['es', DEMO.tomas, 'few'],
];

let taken = 0;

async function shoot(page: Page, path: string, name: string, whole: boolean): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole, animations: 'disabled' });
  taken += 1;
  process.stdout.write(`\r${String(taken).padStart(3)}  ${name.padEnd(50)}`);
}

async function first(page: Page, path: string, selector: string): Promise<string> {
  await page.goto(path);
  return (await page.locator(selector).first().getAttribute('href'))!;
}

/** The addresses of someone's pages; a panel is one that leads to a course over time. */
async function inside(page: Page): Promise<Record<string, string>> {
  const today = new URL(page.url()).pathname;
  const results = `${today}/results`;
  const report = await first(page, `${results}?kind=pathology`, 'main a.entry-title');
  const visit = await first(page, `${results}?kind=visit`, 'main a.entry-title');
  await page.goto(`${results}?kind=laboratory`);
  const entries = await page.locator('main a.entry-title').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  const trend = 'main a[href*="/over-time/"]';
  let panel = entries[0]!;
  for (const entry of entries) {
    await page.goto(entry);
    if ((await page.locator(trend).count()) < 3) continue;
    panel = entry;
    break;
  }
  const over = await first(page, panel, trend);
  return {
    today,
    timeline: results,
    panel,
    trend: `${over}?period=all`,
    counts: `${results}/blood-counts`,
    report,
    entry: visit,
    diary: `${today}/diary`,
    'symptoms-over-time': `${today}/diary/over-time`,
    note: `${today}/diary/note`,
    readiness: `${results}/readiness`,
    log: `${today}/log`,
    export: `${today}/export`,
    more: '/account',
    devices: '/account/devices',
    factor: '/account/second-factor',
  };
}

mkdirSync(folder, { recursive: true });
const daybook = await start();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
try {
  for (const [language, person, extent] of PEOPLE) {
    const context = await browser.newContext({ baseURL: daybook.url, locale: language });
    const page = await context.newPage();
    await enter(page, person);
    const pages = await inside(page);
    const state = await context.storageState();
    await context.close();
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        if (extent === 'few' && (size !== 'phone' || colorScheme === 'dark')) continue;
        const options: BrowserContextOptions = { baseURL: daybook.url, locale: language, viewport, colorScheme };
        const name = (what: string) => `${what}-${size}-${colorScheme}-${language}`;
        const outside = await browser.newContext(options);
        const signedOut = await outside.newPage();
        for (const [what, path] of Object.entries(OUTSIDE)) await shoot(signedOut, path, name(what), size === 'phone');
        await outside.close();
        const own = await browser.newContext({ ...options, storageState: state });
        const signedIn = await own.newPage();
        for (const [what, path] of Object.entries(pages)) await shoot(signedIn, path, name(what), size === 'phone');
        await own.close();
      }
    }
  }
  const nurse = await browser.newContext({ baseURL: daybook.url, locale: 'en' });
  const team = await nurse.newPage();
  await enter(team, DEMO.nurse);
  const theirs = await first(team, '/team', 'main a[href^="/records/"]');
  const comment = await first(team, '/team/comments', 'main a[href^="/team/comments/"]');
  const item = await first(team, '/team/worklist', 'main a[href^="/team/worklist/"]');
  const pages = { worklist: '/team/worklist', item, people: '/team', comments: '/team/comments', comment, 'team-today': theirs, 'team-results': `${theirs}/results` };
  for (const [size, viewport] of Object.entries(SIZES)) {
    await team.setViewportSize(viewport);
    for (const [what, path] of Object.entries(pages)) await shoot(team, path, `${what}-${size}-light-en`, size === 'phone');
  }
  await nurse.close();
  console.log(`\n${taken} pictures in ${folder}`);
} finally {
  await browser.close();
  await daybook.stop();
}
