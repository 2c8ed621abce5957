// What is left of a medicine, asking for more, and what was taken in a month.

import { accessible, expect, open, signIn, test } from '../fixtures.ts';
import { DEMO } from '../people.ts';

test('a person counts what is left and asks for more, a nurse sends it on, and nobody takes the wish for an order', async ({
  page,
  elsewhere,
}) => {
  test.setTimeout(120_000);
  await signIn(page, DEMO.hannah);
  const record = new URL(page.url()).pathname.split('/')[2];
  await open(page, `/records/${record}/medicines/history`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What was taken');
  await expect(page.getByRole('table').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Ferrous fumarate 210 mg tablets' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Supply');
  const supply = page.url();
  await accessible(page);

  // Counted: a word is refused and stays, a number is taken.
  await page.getByLabel('How many of tablet 210 mg').fill('many');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(page.getByRole('alert')).toContainText('as a number');
  await expect(page.getByLabel('How many of tablet 210 mg')).toHaveValue('many');
  await accessible(page);
  await page.getByLabel('How many of tablet 210 mg').fill('30');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(page.getByRole('status')).toContainText('Saved.');
  await expect(page.locator('.supply-left')).toContainText('30');
  await expect(page.getByText(/^Ask for more by/)).toBeVisible();

  await page.getByLabel('Anything they should know').fill('The pharmacy at the square, please.');
  await page.getByRole('button', { name: 'Ask for more' }).click();
  await expect(page.locator('.refill-state').getByText('Asked for. Nothing has been ordered yet.').first()).toBeVisible();
  await accessible(page);
  await expect(page.getByText(/^Ask for more by|It is time to ask/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Withdraw the request' }).click();
  await expect(page.locator('.refill-state').getByText('Withdrawn. Nothing was ordered.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ask for more' }).click();

  const ward = await elsewhere();
  await signIn(ward, DEMO.nurse);
  await open(ward, '/team/worklist');
  await ward.locator('li.entry').filter({ hasText: 'Refill asked for' }).filter({ hasText: 'Hannah' }).getByRole('link').first().click();
  await expect(ward.getByRole('heading', { level: 1 })).toHaveText('Refill asked for');
  await accessible(ward);
  await ward.getByRole('button', { name: 'Sent to the pharmacy' }).click();
  await open(page, supply);
  await expect(page.locator('.refill-state').getByText('Sent to the pharmacy. Not ready yet.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Withdraw the request' })).toHaveCount(0);
  await ward.getByRole('button', { name: 'Ready to pick up' }).click();
  await open(page, supply);
  await expect(page.locator('.refill-state').getByText('Ready to pick up.').first()).toBeVisible();
  await accessible(page);
});
