// Daybook on one's own device: what a browser asks of a page before it offers to install it.

import type { Page } from '@playwright/test';

import { expect, open, signIn, test } from '../fixtures.ts';
import { aPerson } from '../people.ts';

const manifestOf = (page: Page) => page.locator('link[rel=manifest]').getAttribute('href');

test('the browser finds nothing that keeps Daybook from being installed', async ({ page }) => {
  test.skip(test.info().project.name !== 'hydrated', 'a browser says the same with and without JavaScript');
  const person = await aPerson();
  await signIn(page, person);
  await open(page, `/records/${person.record}`);
  const browser = await page.context().newCDPSession(page);
  const found = await browser.send('Page.getAppManifest');
  expect(found.errors).toEqual([]);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // A window of its own for each test is a private one, which alone is no reason on a phone.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('the manifest speaks the language of the page, and its addresses lead somewhere', async ({ page, request }) => {
  const person = await aPerson();
  await signIn(page, person);
  for (const [code, dir] of [['en', 'ltr'], ['ar', 'rtl'], ['fr', 'ltr'], ['es', 'ltr']] as const) {
    const answer = await request.get(`/manifest/${code}.webmanifest`);
    expect(answer.headers()['content-type']).toBe('application/manifest+json');
    const manifest = await answer.json();
    expect([manifest.lang, manifest.dir]).toEqual([code, dir]);
    for (const icon of manifest.icons) expect((await request.get(icon.src)).status(), icon.src).toBe(200);
    expect(manifest.shortcuts).toHaveLength(3);
  }
  await open(page, `/records/${person.record}`);
  expect(await manifestOf(page)).toBe('/manifest/en.webmanifest');
  for (const [place, leads] of [['today', ''], ['diary', '/diary']] as const) {
    await page.goto(`/go/${place}`);
    await expect(page).toHaveURL(new RegExp(`/records/${person.record}${leads}$`));
  }
});

test('a shortcut leads who is signed out to the door', async ({ page }) => {
  await page.goto('/go/diary');
  await expect(page).toHaveURL(/\/sign-in$/);
});
