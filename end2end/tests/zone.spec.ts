// By the clock of which place someone lives, and what they are asked on a journey.

import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { aPerson } from '../people.ts';

test('on a journey the time of home is kept, or changed, and both say what they do', async ({ page }) => {
  const person = await aPerson();
  await signIn(page, person);
  await open(page, '/account');
  await page.getByRole('link', { name: 'Time zone' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Time zone');
  await expect(page.locator('main')).toContainText('Daybook goes by the time of London.');
  await accessible(page);
  await noSidewaysScroll(page);
  await open(page, '/account/zone?here=America%2FChicago');
  await expect(page.getByRole('heading', { level: 2, name: 'Which time do you want to go by?' })).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByRole('button', { name: 'Keep the time of London' }).click();
  await expect(page.getByRole('status')).toContainText('The time of London stays.');
  await accessible(page);
  await open(page, '/account/zone?here=America%2FChicago');
  await page.getByRole('button', { name: 'Change to the time of Chicago' }).click();
  await expect(page.getByRole('status')).toContainText('Daybook goes by the time of Chicago now.');
  await page.getByLabel('Time zone').selectOption('Europe/London');
  await page.getByRole('button', { name: 'Save the place' }).click();
  await expect(page.getByRole('status')).toContainText('Daybook goes by the time of London now.');
});

test('with JavaScript a page tells what is due by itself and asks about the time, without taking the focus', async ({
  elsewhere,
}) => {
  const person = await aPerson();
  const page = await elsewhere({ timezoneId: 'America/Chicago', locale: 'en-GB' });
  await signIn(page, person);
  const card = page.locator('.glance-line');
  await expect(card).toContainText('Your device shows the time of Chicago. Your medicines go by the time of London.');
  await expect(page.locator('p[role="status"].visually-hidden').last()).toContainText('Chicago');
  expect(await page.evaluate(() => document.activeElement?.closest('.glance'))).toBeNull();
  await accessible(page);
  await noSidewaysScroll(page);
  await card.getByRole('link', { name: 'Choose the time' }).click();
  await page.getByRole('button', { name: 'Keep the time of London' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'stays' })).toBeVisible();
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/reminders/glance'));
  await open(page, `/records/${person.record}/medicines`);
  expect(await (await asked).json()).toMatchObject({ lines: [] });
  await expect(card).toHaveCount(0);
});
