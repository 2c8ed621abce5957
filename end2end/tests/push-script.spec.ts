// The script that turns notifications on, in browsers that are not at hand: what it makes of an iPad, and of a
// subscription from before.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const SCRIPT = readFileSync(new URL('../../app/src/reminders/push.js', import.meta.url), 'utf8');
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
