// Doses of medicines that someone added themselves.

import type { Locator, Page } from '@playwright/test';
import { expect, open } from './fixtures.ts';
import type { Made } from './people.ts';

export const status = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** What the clock of the person shows: `14:05`. */
export async function clock(page: Page, person: Made): Promise<string> {
  await open(page, `/records/${person.record}/diary/note`);
  return page.locator('#time').inputValue();
}

/** A medicine with doses at these times of each day, confirmed. */
export async function taking(page: Page, person: Made, name: string, times: string[]): Promise<void> {
  await open(page, `/records/${person.record}/medicines/new`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Next: when you take it' }).click();
  for (const [n, time] of times.entries()) await page.getByLabel(`Time ${n + 1}`).fill(time);
  await page.locator('#count-0').fill('1');
  await page.locator('#of-0').fill('tablet');
  await page.getByRole('button', { name: 'Read it back' }).click();
  await page.getByRole('button', { name: 'Yes, this is right' }).click();
  await status(page, 'Saved');
}

/** A medicine of which one dose is due now, with the page of today's doses open. */
export async function due(page: Page, person: Made, name: string): Promise<Locator> {
  const now = await clock(page, person);
  await taking(page, person, name, [now < '12:00' ? '00:00' : '12:00']);
  await open(page, `/records/${person.record}/medicines`);
  return page.locator('li.dose').filter({ hasText: name }).first();
}
