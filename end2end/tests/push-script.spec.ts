// The script that turns notifications on, in browsers that are not at hand: what it makes of an iPad, and of a
// subscription from before.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { WORKER } from '../scripts.mjs';

const SCRIPT = ['devices/apple.js', 'reminders/push.js']
  .map((file) => readFileSync(new URL(`../../app/src/${file}`, import.meta.url), 'utf8'))
  .join('');
const STATES = ['home-screen', 'unsupported', 'denied', 'on', 'off', 'working', 'failed'];
const PAGE = `<!doctype html><title>Reminders</title>
  <section id="push" data-key="0a0b" data-on="yes" tabindex="-1">
    ${STATES.map((state) => `<p data-state="${state}" hidden>${state}</p>`).join('')}
    <button type="button">Turn on</button>
  </section>
  <form id="push-form"><input name="endpoint"><input name="key"><input name="auth"></form>`;

/** A page with the script, in a browser of which `prepare` says what it is. */
async function start(page: Page, prepare: string): Promise<void> {
  const body = `${PAGE}<script>${prepare}</script><script>${SCRIPT}</script>`;
  await page.route('https://daybook.test/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('https://daybook.test/');
}

/** A browser that was subscribed with this key, and that subscribes anew or can't. */
const subscribed = (key: number[], able: boolean) => `
  window.done = [];
  const one = (name, key) => ({
    endpoint: 'https://push.example/' + name,
    options: { applicationServerKey: new Uint8Array(key).buffer },
    getKey: () => new Uint8Array([1, 2]).buffer,
    unsubscribe: async () => { done.push('dropped ' + name); return true; },
  });
  const pushManager = {
    getSubscription: async () => one('before', ${JSON.stringify(key)}),
    subscribe: async () => {
      if (!${able}) throw new Error('no push service');
      done.push('asked');
      return one('new', [10, 11]);
    },
  };
  const worker = { pushManager };
  const container = { getRegistration: async () => worker, register: async () => worker, ready: Promise.resolve(worker) };
  Object.defineProperty(navigator, 'serviceWorker', { value: container });
  Object.defineProperty(Notification, 'permission', { value: 'granted' });
  Notification.requestPermission = async () => 'granted';
  HTMLFormElement.prototype.submit = function () { done.push('sent ' + this.elements.endpoint.value); };`;

const done = (page: Page) => page.evaluate('window.done');

test('an iPad, which says that it is a Macintosh, is told with JavaScript of the home screen', async ({ page }) => {
  const says = (touches: number) => `
    delete window.PushManager;
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari' });
    Object.defineProperty(navigator, 'maxTouchPoints', { value: ${touches} });`;
  await start(page, says(5));
  await expect(page.getByText('home-screen')).toBeVisible();
  await page.unrouteAll();
  await start(page, says(0));
  await expect(page.getByText('unsupported')).toBeVisible();
  await expect(page.getByText('home-screen')).toBeHidden();
});

test('a subscription from before is kept with JavaScript unless it is for another key', async ({ page }) => {
  await start(page, subscribed([10, 11], false));
  await page.getByRole('button').click();
  await expect.poll(() => done(page)).toEqual(['sent https://push.example/before']);

  await page.unrouteAll();
  await start(page, subscribed([1], true));
  await page.getByRole('button').click();
  await expect.poll(() => done(page)).toEqual(['dropped before', 'asked', 'sent https://push.example/new']);

  // The one for another key was of no use any more, and the page says that it did not work.
  await page.unrouteAll();
  await start(page, subscribed([1], false));
  await page.getByRole('button').click();
  await expect(page.getByText('failed')).toBeVisible();
  expect(await done(page)).toEqual(['dropped before']);
});

/** The service worker in a page that stands for it: what it shows, opens and sends is written down. */
async function worker(page: Page, answer: string): Promise<void> {
  const stand = `
    window.shown = []; window.opened = []; window.sent = [];
    window.BUILD = { version: 'v1', language: 'en', files: [], offline: false };
    window.registration = { showNotification: async (title, options) => { shown.push({ title, ...options }); }, addEventListener: () => {} };
    window.clients = { matchAll: async () => [], openWindow: async (url) => { opened.push(url); } };
    window.fetch = async (path, { body, credentials }) => { sent.push([path, credentials, String(body)]); ${answer} };`;
  const body = `<!doctype html><title>Worker</title><script>${stand}</script><script>${WORKER}</script>`;
  await page.route('https://daybook.test/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('https://daybook.test/');
}

/** An event of a service worker, and all that it waits for. */
const fire = (page: Page, type: string, what: string) =>
  page.evaluate(`(async () => {
    const waits = [];
    dispatchEvent(Object.assign(new Event(${JSON.stringify(type)}), { waitUntil: (one) => waits.push(one) }, ${what}));
    await Promise.all(waits);
  })()`);
const push = (page: Page, text: unknown) => fire(page, 'push', `{ data: { json: () => (${JSON.stringify(text)}) } }`);
const click = (page: Page, action = '') =>
  fire(page, 'notificationclick', `{ action: '${action}', notification: { close() {}, data: shown.at(-1).data } }`);
const last = (page: Page) =>
  page.evaluate('(({ body, tag, lang, dir, actions }) => [body, tag, lang, dir, actions.map((one) => one.title)])(shown.at(-1))');
const held = (page: Page, name: string) => page.evaluate(`window.${name}`);

const NOTICE = {
  ...{ title: 'Daybook', body: 'You have something to do', tag: 'one', url: '/records/x/medicines', lang: 'ar', dir: 'rtl' },
  tap: { handle: 'a1', seen: 'b2', taken: { proof: 'c3', button: 'Done', unsent: 'Could not be sent. Open Daybook.' } },
};

test('a dose is noted with JavaScript by the button of its notification, which says what came of it', async ({ page }) => {
  await worker(page, `return { ok: true, json: async () => 'Noted: 9:12' };`);
  await push(page, NOTICE);
  expect(await last(page)).toEqual(['You have something to do', 'one', 'ar', 'rtl', ['Done']]);
  await click(page, 'taken');
  expect(await held(page, 'sent')).toEqual([['/api/medicines/taken', 'omit', 'handle=a1&proof=c3']]);
  expect(await last(page)).toEqual(['Noted: 9:12', 'one', 'ar', 'rtl', []]);
  expect(await held(page, 'opened')).toEqual([]);
  // What came of it leads to the same page.
  await click(page);
  expect(await held(page, 'opened')).toEqual(['https://daybook.test/records/x/medicines']);
  expect(await held(page, 'sent')).toHaveLength(1);
});

test('what could not be sent is said with JavaScript, and the button stays', async ({ page }) => {
  await worker(page, `if (sent.length === 1) throw new TypeError('no network'); return { ok: false, status: 404 };`);
  await push(page, NOTICE);
  for (const times of [1, 2]) {
    await click(page, 'taken');
    expect(await last(page)).toEqual(['Could not be sent. Open Daybook.', 'one', 'ar', 'rtl', ['Done']]);
    expect(await held(page, 'sent')).toHaveLength(times);
  }
});

test('opening a notification with JavaScript marks its notice as read, and opens its page whatever came of that', async ({ page }) => {
  await worker(page, `throw new TypeError('no network');`);
  const { taken: _, ...tap } = NOTICE.tap;
  await push(page, { ...NOTICE, tap });
  expect(await last(page)).toEqual(['You have something to do', 'one', 'ar', 'rtl', []]);
  await click(page);
  expect(await held(page, 'sent')).toEqual([['/api/reminders/seen', 'omit', 'handle=a1&proof=b2']]);
  expect(await held(page, 'opened')).toEqual(['https://daybook.test/records/x/medicines']);
  // A notice of an earlier version brings nothing to send back.
  await push(page, { title: 'Daybook', body: 'Once more', tag: 'two', url: 'https://evil.example/' });
  await click(page);
  expect(await held(page, 'sent')).toHaveLength(1);
  expect(await held(page, 'opened')).toEqual(['https://daybook.test/records/x/medicines', 'https://daybook.test']);
});
