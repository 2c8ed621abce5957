// Lighthouse on the main pages, as a slow phone on a slow network meets them: the median of three
// runs, and the bytes of each page by kind. Serves Daybook with its demonstration people.
//
//   node pages.mjs PATH_TO_DAYBOOK SITE_ROOT

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const RUNS = 3;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const [daybook, siteRoot] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'daybook-lighthouse-'));

async function serve() {
  const store = ['--database', `sqlite:${join(folder, 'daybook.sqlite')}`, '--key-file', join(folder, 'daybook.key')];
  const flags = ['--json', ...store, 'serve', '--demo', '--address', '127.0.0.1:0', '--site-root', siteRoot];
  const server = spawn(daybook, flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: server.stdout })) {
    return { server, url: JSON.parse(line).address };
  }
  throw new Error('daybook ended before it served');
}

/** Signs in as one of the demonstration people. */
async function signIn(url) {
  const answer = await fetch(`${url}/api/account/sign_in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', accept: 'text/html' },
    body: new URLSearchParams({ name: 'tomas', passphrase: 'tomas walks the olive orchard' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`the sign-in answered ${answer.status}`);
  const start = await fetch(url, { redirect: 'manual', headers: { cookie } });
  return { cookie, today: start.headers.get('location') };
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

async function measure(name, url, cookie, port) {
  const results = [];
  for (let run = 0; run < RUNS; run += 1) {
    const settings = { extraHeaders: cookie ? { cookie } : {}, onlyCategories: CATEGORIES };
    const { lhr } = await lighthouse(url, { port, logLevel: 'error' }, { extends: 'lighthouse:default', settings });
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
    results.push(lhr);
  }
  const scores = CATEGORIES.map((one) => middle(results.map((lhr) => Math.round(lhr.categories[one].score * 100))));
  const value = (audit) => middle(results.map((lhr) => lhr.audits[audit].numericValue ?? 0));
  const bytes = { wasm: 0, rest: 0 };
  for (const request of results[0].audits['network-requests'].details.items) {
    bytes[request.url.endsWith('.wasm') ? 'wasm' : 'rest'] += request.transferSize ?? 0;
  }
  const shown = [
    name.padEnd(10),
    ...CATEGORIES.map((one, at) => `${one} ${String(scores[at]).padStart(3)}`),
    `LCP ${(value('largest-contentful-paint') / 1000).toFixed(2)} s`,
    `blocked ${value('total-blocking-time').toFixed(0)} ms`,
    `shift ${value('cumulative-layout-shift').toFixed(3)}`,
    `${kilobytes(bytes.rest)} and ${kilobytes(bytes.wasm)} of WASM`,
  ];
  console.log(`  ${shown.join('   ')}`);
  // What keeps a page from full marks, for whoever wants to mend it.
  const lost = results[0].categories;
  for (const one of CATEGORIES.slice(1)) {
    for (const { id, weight } of lost[one].auditRefs) {
      const audit = results[0].audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) console.log(`    ${one}: ${audit.title}`);
    }
  }
}

const { server, url } = await serve();
const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS, logLevel: 'error' });
try {
  const { cookie, today } = await signIn(url);
  console.log('\nLighthouse, mobile, median of three');
  await measure('sign-in', `${url}/sign-in`, undefined, chrome.port);
  await measure('help', `${url}/ill`, undefined, chrome.port);
  await measure('Today', `${url}${today}`, cookie, chrome.port);
  await measure('results', `${url}${today}/results`, cookie, chrome.port);
} finally {
  chrome.kill();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
