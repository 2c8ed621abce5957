// When results open is the person's choice: they choose, one waits, they open it.

import { accessible, expect, hydrated, open, signIn, test } from '../fixtures.ts';
import { aPerson, somethingNew } from '../people.ts';

test('a person chooses to wait, sees that a result is there, and opens it when they like', async ({ page }) => {
  test.slow();
  const person = await aPerson();
  const results = `/records/${person.record}/results`;
  await signIn(page, person);
  await open(page, results);
  await page.getByRole('link', { name: 'Choose when results open' }).click();
  await expect(page).toHaveURL(`${results}/readiness`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When results open');
  const blood = page.getByRole('group', { name: 'Blood and laboratory' });
  await expect(blood.getByRole('radio', { name: /At once/ })).toBeChecked();
  await expect(blood).toContainText('Your clinic’s setting');
  await accessible(page);

  await blood.getByRole('radio', { name: 'After some days' }).check();
  await blood.getByLabel('Days to wait').fill('31');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Please give a number of days from 1 to 30.');
  await expect(blood.getByLabel('Days to wait')).toHaveValue('31');
  await expect(blood.getByRole('radio', { name: 'After some days' })).toBeChecked();
  await accessible(page);
  await page.getByRole('link', { name: 'Please give a number of days from 1 to 30.' }).click();
  await expect(blood.getByLabel('Days to wait')).toBeFocused();

  await blood.getByRole('radio', { name: 'After my team has commented' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Your choice is saved.');
  await expect(blood.getByRole('radio', { name: 'After my team has commented' })).toBeChecked();
  await accessible(page);

  somethingNew(person);
  await open(page, `/records/${person.record}`);
  const news = page.getByRole('region', { name: 'What is new' });
  const waiting = news.locator('li.entry', { hasText: 'Ready. Waits for a comment from the care team' });
  await expect(waiting).toHaveCount(1);
  await expect(waiting).toContainText('10 June 2025');
  await expect(waiting).not.toContainText('Full blood count');
  await expect(waiting).toContainText('Laboratory test');
  await expect(waiting).not.toContainText('value');
  await open(page, `${results}?q=hemoglobin`);
  await expect(page.locator('main li.entry', { hasText: '10 June 2025' })).toHaveCount(0);
  await open(page, results);
  await accessible(page);

  await page.getByRole('link', { name: /Laboratory test/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Laboratory test');
  await expect(page.locator('main')).toContainText('Ready. Waits for a comment from the care team');
  await expect(page.locator('main')).not.toContainText('117');
  await hydrated(page);
  await accessible(page);
  await page.getByRole('button', { name: 'Open now' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full blood count');
  await expect(page.locator('main')).toContainText('117');
  await open(page, `/records/${person.record}`);
  await expect(page.getByText('Ready. Waits')).toHaveCount(0);
});

test('a result that waits some days says on which day it opens', async ({ page }) => {
  const person = await aPerson();
  await signIn(page, person);
  await open(page, `/records/${person.record}/results/readiness`);
  const blood = page.getByRole('group', { name: 'Blood and laboratory' });
  await blood.getByRole('radio', { name: 'After some days' }).check();
  await blood.getByLabel('Days to wait').fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toBeVisible();
  somethingNew(person);
  await open(page, `/records/${person.record}/results`);
  await expect(page.locator('main li.entry', { hasText: /Ready\. Opens on \d+ \w+ \d{4}/ })).toHaveCount(1);
  // What was open stays open.
  await expect(page.getByRole('link', { name: /Full blood count/ }).first()).toBeVisible();
});
