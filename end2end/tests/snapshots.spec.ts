// What assistive technology is told of the main pages. The files are read like code: a change in
// one is a change for people. Renew them with `npx playwright test snapshots --update-snapshots`.

import { expect, hydrated, open, signIn, test } from '../fixtures.ts';

test('what a screen reader is told of the sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.locator('header')).toMatchAriaSnapshot({ name: 'header.aria.yml' });
  await expect(page.locator('main form')).toMatchAriaSnapshot({ name: 'sign-in.aria.yml' });
  await expect(page.locator('footer')).toMatchAriaSnapshot({ name: 'footer.aria.yml' });
});

test('what a screen reader is told of the first step with a letter', async ({ page }) => {
  await page.goto('/enrol');
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'enrol.aria.yml' });
});

test('what a screen reader is told of Today', async ({ page, ada }) => {
  await signIn(page, ada);
  await expect(page.getByRole('navigation', { name: 'Main' })).toMatchAriaSnapshot({ name: 'navigation.aria.yml' });
  await expect(page.getByRole('region', { name: 'What is new' })).toMatchAriaSnapshot({ name: 'today-new.aria.yml' });
  await expect(page.getByRole('region', { name: 'What is coming' })).toMatchAriaSnapshot({ name: 'today-coming.aria.yml' });
});

test('what a screen reader is told of the timeline', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?kind=laboratory&kind=imaging&kind=pathology`);
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'timeline.aria.yml' });
});

test('what a screen reader is told of a panel and of one test over time', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?kind=laboratory`);
  await page.locator('main a.entry-title').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full blood count');
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'panel.aria.yml' });
  await page.getByRole('link', { name: 'Hemoglobin over time' }).click();
  await page.getByRole('link', { name: 'Everything' }).click();
  await expect(page).toHaveURL(/period=all/);
  await hydrated(page);
  await expect(page.locator('main')).toMatchAriaSnapshot({ name: 'trend.aria.yml' });
});
