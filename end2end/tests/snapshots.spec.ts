// What assistive technology is told of the main pages. The files are read like code: a change in
// one is a change for people. Renew them with `npx playwright test snapshots --update-snapshots`.

import { type Locator } from '@playwright/test';
import { expect, hydrated, open, signIn, test } from '../fixtures.ts';

/** The tree word for word, but for the ids, which are new in each run. */
async function tells(part: Locator, name: string): Promise<void> {
  const tree = await part.ariaSnapshot();
  expect(`${tree.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')}\n`).toMatchSnapshot(`${name}.yml`);
}

test('what a screen reader is told of the sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await tells(page.locator('header'), 'header');
  await tells(page.locator('main form').first(), 'sign-in');
  await tells(page.locator('footer'), 'footer');
});

test('what a screen reader is told of the first step with a letter', async ({ page }) => {
  await page.goto('/enrol');
  await tells(page.locator('main'), 'enrol');
});

test('what a screen reader is told of Today', async ({ page, ada }) => {
  await signIn(page, ada);
  await tells(page.getByRole('navigation', { name: 'Main' }), 'navigation');
  await tells(page.getByRole('region', { name: 'What is new' }), 'today-new');
  await tells(page.getByRole('region', { name: 'What is coming' }), 'today-coming');
});

test('what a screen reader is told of the timeline', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?kind=laboratory&kind=imaging&kind=pathology`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results');
  await tells(page.locator('main'), 'timeline');
});

test('what a screen reader is told of a panel and of one test over time', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?kind=laboratory`);
  await page.locator('main a.entry-title').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full blood count');
  await tells(page.locator('main'), 'panel');
  await page.getByRole('link', { name: 'Hemoglobin over time' }).click();
  await page.getByRole('link', { name: 'Everything' }).click();
  await expect(page).toHaveURL(/period=all/);
  await hydrated(page);
  await tells(page.locator('main'), 'trend');
});
