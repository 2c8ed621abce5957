// The pages about this Daybook and its clinic, and what is on every page: the language and the way
// to the numbers to call.

import { type Page } from '@playwright/test';
import { accessible, expect, hydrated, open, signIn, test } from '../fixtures.ts';
import { aPerson } from '../people.ts';
import { NOT_FOUND, PUBLIC, privatePages } from '../pages.ts';

async function choose(page: Page, language: string): Promise<void> {
  await page.locator('details.language summary').click();
  await page.getByRole('button', { name: language }).click();
}

test('the language of a signed-out page changes in place and stays', async ({ page }) => {
  await page.goto('/sign-in?next=/records/x');
  for (const [name, code, dir, heading] of [
    ['Français', 'fr', 'ltr', /connect/i],
    ['العربية', 'ar', 'rtl', /\p{Script=Arabic}/u],
    ['Español', 'es', 'ltr', /sesión/i],
    ['English', 'en', 'ltr', /Sign in/],
  ] as const) {
    await choose(page, name);
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page).toHaveURL('/sign-in?next=/records/x');
    await accessible(page);
    await page.goto('/sign-in?next=/records/x');
    await expect(page.locator('html')).toHaveAttribute('lang', code);
  }
});

test('the language of a signed-in person follows them to another device', async ({ page, elsewhere }) => {
  const ada = await aPerson();
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?q=tissue`);
  await choose(page, 'العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveURL(`/records/${ada.record}/results?q=tissue`);
  await hydrated(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Arabic}/u);
  await accessible(page);
  const other = await elsewhere();
  await signIn(other, ada);
  await expect(other.locator('html')).toHaveAttribute('lang', 'ar');
});

test('a browser gets the language that it asks for', async ({ elsewhere }) => {
  const page = await elsewhere({ locale: 'es-MX' });
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('the numbers to call are one tap away from every page, signed out and signed in', async ({ page, ada, trouble }) => {
  test.slow();
  trouble.allow(/status of 404/);
  const oneTap = async (path: string) => {
    await open(page, path);
    await page.getByRole('link', { name: 'If you feel very ill' }).click();
    await expect(page).toHaveURL('/ill');
    await expect(page.getByRole('link', { name: /112/ })).toHaveAttribute('href', 'tel:112');
  };
  for (const path of [...PUBLIC, NOT_FOUND]) {
    await page.goto(path);
    await page.getByRole('link', { name: 'If you feel very ill' }).click();
    await expect(page.getByRole('link', { name: /112/ })).toBeVisible();
  }
  await signIn(page, ada);
  for (const path of Object.values(await privatePages(page, ada.record))) await oneTap(path);
});

test('the page of numbers begins with them and says that they are made up here', async ({ page }) => {
  await page.goto('/ill');
  const numbers = page.locator('main').getByRole('link');
  await expect(numbers).toHaveCount(3);
  await expect(numbers.nth(1)).toHaveAttribute('href', 'tel:+441632960100');
  await expect(page.getByText('The numbers are made up and lead nowhere.')).toBeVisible();
  await expect(page.getByText('38.0 °C (100.4 °F)')).toBeVisible();
});

test('an address where nothing is answers with 404 and leads on', async ({ page, ada, trouble }) => {
  trouble.allow(/status of 404/);
  for (const path of [NOT_FOUND, '/pkg/none.js', '/enrol/nothing']) {
    expect((await page.goto(path))!.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  }
  await accessible(page);
  await signIn(page, ada);
  expect((await page.goto('/account/nothing'))!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  for (const path of ['/records/nonsense', `/records/${ada.record}/results/nonsense`]) {
    expect((await page.goto(path))!.status(), path).toBe(404);
    await hydrated(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  }
  await accessible(page);
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await expect(page).toHaveURL(`/records/${ada.record}`);
});

test('the privacy notice is in short and in the words of the clinic', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How your data is used');
  await expect(page.getByText('It is never sold and never used for advertising.')).toBeVisible();
  await expect(page.getByText('privacy@riverside.example')).toBeVisible();
});

test('the accessibility statement says what has not been tested', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await expect(page.getByText('WCAG 2.2')).toBeVisible();
  await expect(page.getByText('have not tested it yet')).toBeVisible();
});
