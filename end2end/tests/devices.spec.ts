// Daybook on one's own device: what a browser asks of a page before it offers to install it.

import type { Page } from '@playwright/test';

import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
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
    expect(manifest.screenshots.map((one: { form_factor: string }) => one.form_factor)).toEqual(['narrow', 'narrow', 'wide']);
    for (const { src, sizes } of manifest.screenshots) {
      const picture = await (await request.get(src)).body();
      // Width and height stand in the header of a PNG.
      expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, src).toBe(sizes);
    }
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

test('the page on which a device is told to keep a copy says what that means, and that it needs a script', async ({ page }) => {
  const person = await aPerson();
  await signIn(page, person);
  await open(page, '/account');
  await page.getByRole('link', { name: 'Without a network' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Without a network');
  for (const about of ['What is kept', 'For how long', 'What this protects against', 'What this does not protect against']) {
    await expect(page.getByRole('heading', { name: about })).toBeVisible();
  }
  const form = page.locator('#keep');
  if (test.info().project.name === 'hydrated') {
    await expect(form).toBeVisible();
  } else {
    await expect(page.getByText('Keeping a copy needs JavaScript')).toBeVisible();
    await expect(form).toBeHidden();
  }
  await accessible(page);
  await noSidewaysScroll(page);
});

test('who signs out is asked what becomes of entries, where some wait', async ({ page }) => {
  const person = await aPerson();
  await signIn(page, person);
  await open(page, '/account/leaving');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Some entries are not sent yet');
  await accessible(page);
  await noSidewaysScroll(page);
  // Without a script nothing is kept: each of them signs out.
  await page.getByRole('button', { name: 'Keep them sealed, and sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in\?signed-out=1$/);
});

test('the shell and the numbers to call are whole pages without a session', async ({ page }) => {
  for (const path of ['/shell/en/ill', '/shell/ar/ill']) {
    await page.goto(path);
    await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
    await accessible(page);
    await noSidewaysScroll(page);
  }
});
