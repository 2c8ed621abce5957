// What the care team does about a medicine, and what the person sees of it; and the calendar of doses.

import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { DEMO, aPerson } from '../people.ts';

const DAY = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

test('a nurse holds a medicine, ends the hold, changes its dose and moves day 1; the person sees who did it', async ({
  page,
  elsewhere,
}) => {
  test.setTimeout(180_000);
  // A medicine of the person's own, so that nothing that others look at changes.
  await signIn(page, DEMO.tomas);
  const record = new URL(page.url()).pathname.split('/')[2];
  const name = `Vitamin ${Date.now().toString(36)}`;
  await open(page, `/records/${record}/medicines/new`);
  await page.locator('#name').fill(name);
  await page.locator('main form button').last().click();
  await page.locator('#rhythm-cycle').check();
  await page.locator('#on').fill('1-2');
  await page.locator('#length').fill('14');
  await page.locator('#first').fill(day(0));
  await page.locator('#time-0').fill('23:45');
  await page.locator('#count-0').fill('1');
  await page.locator('main form button').last().click();
  await page.locator('#confirm button').click();
  const address = new URL(page.url()).pathname;

  const ward = await elsewhere();
  await signIn(ward, DEMO.nurse);
  await open(ward, address);
  await expect(ward.getByRole('heading', { level: 2, name: 'For the care team' })).toBeVisible();
  await accessible(ward);
  await noSidewaysScroll(ward);
  await ward.locator('summary', { hasText: 'Hold it' }).click();
  await ward.locator('#until').fill('2020-01-01');
  await ward.getByLabel('Why', { exact: true }).fill('Your blood counts are low');
  await ward.getByRole('button', { name: 'Hold it' }).click();
  await expect(ward.getByRole('alert')).toBeVisible();
  await expect(ward.getByLabel('Why', { exact: true })).toHaveValue('Your blood counts are low');
  await accessible(ward);
  await ward.locator('#until').fill('');
  await ward.getByRole('button', { name: 'Hold it' }).click();
  await expect(ward.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await open(page, address);
  await expect(page.locator('main')).toContainText('Your blood counts are low');
  await accessible(page);
  await ward.getByRole('button', { name: 'End the hold' }).click();
  await expect(ward.getByRole('button', { name: 'End the hold' })).toHaveCount(0);

  await ward.locator('summary', { hasText: 'Change the dose from a day on' }).click();
  await ward.locator('#count-0').fill('2');
  await ward.locator('#from').fill(day(1));
  await accessible(ward);
  await ward.getByRole('button', { name: 'Change the dose from a day on' }).click();
  await expect(ward.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await ward.locator('summary', { hasText: 'Move day 1 of the next cycle' }).click();
  await ward.locator('#first').fill(day(20));
  await ward.getByRole('button', { name: 'Move day 1 of the next cycle' }).click();
  await expect(ward.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await accessible(ward);
  await open(page, address);
  await expect(page.locator('#how').locator('..')).toContainText('nurse');
  await accessible(page);
  await noSidewaysScroll(page);
});

test('the calendar of doses is made under an address that is shown once, and taken back', async ({ page }) => {
  test.setTimeout(120_000);
  const person = await aPerson();
  await signIn(page, person);
  await open(page, '/account/calendar');
  await accessible(page);
  await noSidewaysScroll(page);
  await page.locator('#make').click();
  const shown = page.locator('.mail-address');
  await expect(shown).toContainText('/calendar/');
  await accessible(page);
  await noSidewaysScroll(page);
  const address = new URL((await shown.textContent())!.trim()).pathname;
  const file = await page.request.get(address);
  expect(file.status()).toBe(200);
  expect(await file.text()).toContain('BEGIN:VCALENDAR');
  await open(page, '/account/calendar');
  await expect(page.locator('.mail-address')).toHaveCount(0);
  await accessible(page);
  await page.locator('#end').click();
  await expect(page.locator('#end')).toHaveCount(0);
  await accessible(page);
  expect((await page.request.get(address)).status()).toBe(404);
});
