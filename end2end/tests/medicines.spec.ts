// Medicines: what is due is answered with one tap, nothing is noted twice by accident, and a plan holds once it
// was read back and confirmed.

import type { Page } from '@playwright/test';
import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { aPerson } from '../people.ts';

const heading = (page: Page, text: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(text);

/** Puts a medicine of one's own on the list, and answers with the form of its plan open. */
async function add(page: Page, record: string, name: string): Promise<void> {
  await open(page, `/records/${record}/medicines/new`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Next: when you take it' }).click();
  await heading(page, `When you take ${name}`);
}

/** Confirms the plan that is read back. */
async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read it back' }).click();
  await heading(page, 'Is this right?');
  await accessible(page);
  await page.getByRole('button', { name: 'Yes, this is right' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
}

/** A medicine of which one dose a day is due now: it can be answered for half a day. */
async function daily(page: Page, record: string, name: string): Promise<void> {
  await open(page, `/records/${record}/diary/note`);
  const now = await page.locator('#time').inputValue();
  await add(page, record, name);
  await page.getByLabel('Time 1').fill(now < '12:00' ? '00:00' : '12:00');
  await page.locator('#count-0').fill('2');
  await page.locator('#of-0').fill('tablet 500 mg');
  await confirm(page);
}

test('a plan is set, read back in words with its days, and holds once it is confirmed', async ({ page }) => {
  test.setTimeout(120_000);
  const person = await aPerson();
  await signIn(page, person);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Medicines' }).click();
  await heading(page, 'Medicines');
  await accessible(page);
  await noSidewaysScroll(page);
  await add(page, person.record, 'Capecitabine 500 mg');
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByRole('radio', { name: /^In cycles/ }).check();
  await page.locator('#on').fill('1–14');
  await page.locator('#length').fill('21');
  await page.getByRole('button', { name: 'Read it back' }).click();
  await expect(page.getByRole('alert')).toContainText('Please give at least one time.');
  await accessible(page);
  await expect(page.locator('#on')).toHaveValue('1–14');
  await page.locator('#first').fill(new Date().toISOString().slice(0, 10));
  await page.getByLabel('Time 1').fill('08:00');
  await page.getByLabel('Time 2').fill('20:00');
  await page.locator('#count-0').fill('2');
  await page.locator('#of-0').fill('tablet 500 mg');
  await page.getByRole('button', { name: 'Read it back' }).click();
  await heading(page, 'Is this right?');
  await expect(page.locator('main')).toContainText('On days 1 to 14 of every 21 days, at 08:00, 20:00.');
  await expect(page.locator('main')).toContainText('2 × tablet 500 mg');
  await accessible(page);
  await open(page, `/records/${person.record}/medicines`);
  await expect(page.locator('main')).toContainText('Waits for you to confirm');
  await page.getByRole('link', { name: 'Capecitabine 500 mg' }).first().click();
  await page.getByRole('link', { name: 'Read and confirm it' }).click();
  await page.getByRole('button', { name: 'Yes, this is right' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
});

test('a dose is taken with one tap, undone, and never noted twice by accident', async ({ page }) => {
  test.setTimeout(120_000);
  const person = await aPerson();
  await signIn(page, person);
  await daily(page, person.record, 'Zinc');
  await open(page, `/records/${person.record}`);
  await page.getByRole('button', { name: 'Take Zinc' }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Zinc: noted as taken' })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Take Zinc' }).first()).toBeVisible();
  await open(page, `/records/${person.record}/medicines`);
  // Another device has the same page open.
  const due = page.locator('li.dose').filter({ has: page.getByRole('button', { name: 'Take Zinc' }) }).first();
  // What is refused stays where it was typed.
  await due.locator('summary', { hasText: 'Skip' }).click();
  await due.locator('input[name="typed[words]"]').fill('My hands hurt');
  const reason = due.getByRole('button', { name: 'Another reason' });
  await reason.evaluate((button: HTMLButtonElement) => (button.value = 'none'));
  await reason.click();
  await expect(page.locator('main')).toContainText('This could not be noted');
  await expect(due.locator('input[name="typed[words]"]')).toBeVisible();
  await expect(due.locator('input[name="typed[words]"]')).toHaveValue('My hands hurt');
  const [skipping, taking] = [await page.context().newPage(), await page.context().newPage()];
  for (const other of [skipping, taking]) await open(other, `/records/${person.record}/medicines`);
  await due.getByRole('button', { name: 'Take Zinc' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'noted as taken' })).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
  const first = skipping.locator('li.dose').first();
  await first.locator('summary', { hasText: 'Skip' }).click();
  await first.locator('input[name="typed[words]"]').fill('My hands hurt');
  await first.getByRole('button', { name: 'Side effects' }).click();
  await heading(skipping, 'Something else is noted for this dose');
  await expect(skipping).toHaveURL(/\/ask\?draft=[^&]+$/);
  await expect(skipping.locator('input[name="typed[words]"]')).toHaveValue('My hands hurt');
  await expect(skipping.locator('input[name="typed[reason]"]')).toHaveValue('side-effects');
  await skipping.close();
  await page.close();
  page = taking;
  await page.getByRole('button', { name: 'Take Zinc' }).first().click();
  await heading(page, 'This dose is already noted as taken');
  await expect(page).toHaveURL(/\/ask\?draft=[^&]+$/);
  await accessible(page);
  await page.getByRole('button', { name: 'I did take it twice' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your care team was told' })).toBeVisible();
  await expect(page.locator('main')).toContainText('Taken twice');
  await accessible(page);
});

test('as needed: too soon is asked about, and waiting notes nothing', async ({ page }) => {
  test.setTimeout(120_000);
  const person = await aPerson();
  await signIn(page, person);
  await add(page, person.record, 'Ondansetron 8 mg');
  await page.getByRole('radio', { name: 'Only when I need it' }).check();
  await page.getByLabel('At least so many hours apart').fill('8');
  await page.locator('#count-0').fill('1');
  await page.locator('#of-0').fill('tablet 8 mg');
  await confirm(page);
  await open(page, `/records/${person.record}/medicines`);
  const needed = page.locator('section[aria-labelledby="needed"]');
  await expect(needed).toContainText('You may take it now');
  await needed.getByRole('button', { name: 'Take now Ondansetron 8 mg' }).click();
  await expect(needed).toContainText('Again from');
  await needed.getByRole('button', { name: 'Take now Ondansetron 8 mg' }).click();
  await heading(page, 'It is too soon for another dose');
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByRole('link', { name: 'No, I will wait' }).click();
  await expect(page.locator('section[aria-labelledby="needed"]')).toContainText('Again from');
});

test('methotrexate is offered once a week only, on a day that is named', async ({ page }) => {
  test.setTimeout(120_000);
  const person = await aPerson();
  await signIn(page, person);
  await add(page, person.record, 'Methotrexate 2.5 mg');
  await expect(page.getByRole('radio', { name: /^Every day/ })).toHaveCount(0);
  await expect(page.locator('main')).toContainText('once a week only');
  await accessible(page);
  await page.getByRole('radio', { name: 'Monday' }).check();
  await page.getByLabel('Time 1').fill('09:00');
  await page.locator('#count-0').fill('4');
  await page.locator('#of-0').fill('tablet 2.5 mg');
  await page.getByRole('button', { name: 'Read it back' }).click();
  await heading(page, 'Is this right?');
  await expect(page.locator('main')).toContainText('Once a week only, on Monday, at 09:00');
});
