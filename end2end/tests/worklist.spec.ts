// The care team: finding a person of theirs, reading, commenting; and that it is not there for others.

import { accessible, expect, hydrated, open, signIn, test } from '../fixtures.ts';
import { DEMO, aPerson, giveToTeam, somethingNew } from '../people.ts';

test('the list of the care team is not there for patients, and signed out it leads to the door', async ({ page, ada, trouble }) => {
  trouble.allow(/status of 404/);
  await page.goto('/team');
  await expect(page).toHaveURL('/sign-in?next=/team');
  await signIn(page, ada);
  await page.goto('/team');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  await expect(page.getByRole('search')).toHaveCount(0);
  await accessible(page);
});

test('a nurse finds a person of their team, reads the record, and comments on what waits; the person reads it', async ({
  page,
  elsewhere,
}) => {
  test.setTimeout(120_000);
  const person = await aPerson();
  const results = `/records/${person.record}/results`;
  giveToTeam(person.record, 'Day clinic');
  const own = await elsewhere();
  await signIn(own, person);
  await open(own, `${results}/readiness`);
  await own
    .getByRole('group', { name: 'Blood and laboratory' })
    .getByRole('radio', { name: 'After my team has commented' })
    .check();
  await own.getByRole('button', { name: 'Save' }).click();
  somethingNew(person);

  await signIn(page, DEMO.nurse);
  await expect(page).toHaveURL('/team');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
  await accessible(page);
  // Étienne is cared for by another team.
  await expect(page.locator('main')).not.toContainText('Étienne');
  await page.getByLabel('Name or record number').fill(person.tag);
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page).toHaveURL(/\/team\?find=[^&]+$/);
  expect(page.url()).not.toContain(person.tag);
  await accessible(page);
  const found = page.locator('main a[href^="/records/"]');
  await expect(found).toHaveCount(1);
  await found.click();
  await hydrated(page);
  await expect(page).toHaveURL(`/records/${person.record}`);
  const band = page.getByText('You are looking at the record of');
  await expect(band).toBeVisible();
  await expect(page.locator('body')).toContainText('27 March 1961');
  await accessible(page);
  await page.getByRole('link', { name: 'All results' }).click();
  await expect(page).toHaveURL(results);
  await expect(band).toBeVisible();
  await expect(page.locator('main li.entry', { hasText: 'Ready. Waits for a comment' })).toContainText('Full blood count');

  await page.goto('/team/comments');
  await accessible(page);
  await page.locator(`main a[href^="/team/comments/${person.record}/"]`).click();
  await expect(band).toBeVisible();
  await expect(page.locator('body')).toContainText('27 March 1961');
  await accessible(page);
  // Nothing at all is held back by the browser, nothing but spaces by Daybook.
  await page.getByLabel('Your comment').fill('   ');
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await expect(page.getByRole('alert')).toContainText('Please write something first.');
  await accessible(page);
  await page.getByLabel('Your comment').fill('Your blood count is as we hoped.');
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await expect(page).toHaveURL('/team/comments?done=1');
  await expect(page.getByRole('status')).toContainText('Done.');
  await expect(page.locator(`main a[href^="/team/comments/${person.record}/"]`)).toHaveCount(0);

  await open(own, `/records/${person.record}`);
  await own.getByRole('region', { name: 'What is new' }).getByRole('link', { name: /Full blood count/ }).click();
  await expect(own.locator('main')).toContainText('Your blood count is as we hoped.');
  await expect(own.locator('main')).toContainText('117');
  await accessible(own);
  await open(own, `/records/${person.record}/log?by=others`);
  await expect(own.locator('main')).toContainText('Wrote a comment on a result');
});
