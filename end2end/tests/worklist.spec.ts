// The care team: finding a person of theirs, reading, commenting; and that it is not there for others.

import type { Locator, Page } from '@playwright/test';
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
  await expect(page).toHaveURL('/team/worklist');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
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

/** Goes by Tab to what has this role and name, and says that it took no more steps than so many. */
async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('it is not reached by the keyboard');
}

test('by the keyboard alone a nurse takes what waits, decides, closes it and opens it again', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, DEMO.nurse);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Worklist');
  await accessible(page);
  const lines = page.locator('#live li.work');
  // The worst comes first, in a word.
  await expect(lines.first()).toContainText('Urgent');
  const line = lines.filter({ hasText: 'Feeling sick (nausea): how bad 1 → 3' });
  await expect(line).toContainText('Nobody has it');
  await tabTo(page, line.getByRole('link'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/team\/worklist\/[^/]+\/[^/]+$/);
  const item = page.url();
  await expect(page.getByText('You are looking at the record of')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Over time' })).toBeVisible();
  await accessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Take it' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('Saved.');
  await expect(page.locator('main')).toContainText('With you');

  // Nothing to do needs a reason; what was chosen and typed is still there.
  await tabTo(page, page.getByRole('radio', { name: 'Called' }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^No action/ })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Save the decision' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Please say why there is no action.');
  await expect(page.getByRole('radio', { name: /^No action/ })).toBeChecked();
  await accessible(page);
  await page.getByLabel('In your words').fill('Her team at home knows of it.');
  await page.getByRole('button', { name: 'Save the decision' }).click();
  await expect(page.locator('main')).toContainText('Her team at home knows of it.');

  await page.getByText('Pause alerts for a known symptom').click();
  await page.getByLabel('Days, 1 to 28').fill('29');
  await page.getByRole('button', { name: 'Pause the alerts' }).click();
  await expect(page.getByRole('alert')).toContainText('from 1 to 28');
  await expect(page.getByLabel('Days, 1 to 28')).toHaveValue('29');
  await accessible(page);
  await page.getByRole('button', { name: 'Close it' }).click();
  await expect(page).toHaveURL('/team/worklist?done=1');
  await expect(lines.filter({ hasText: 'Feeling sick (nausea): how bad 1 → 3' })).toHaveCount(0);
  await accessible(page);

  await page.goto(item);
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.goto('/team/worklist?show=mine');
  await expect(line).toContainText('With you');
  await accessible(page);
  await line.getByRole('link').click();
  await page.getByRole('button', { name: 'Give it back' }).click();
  await expect(page.locator('main')).toContainText('Nobody has it');
  await page.goto('/team/worklist?show=mine');
  await expect(line).toHaveCount(0);
  await accessible(page);
});

test('who decides on a page that is no longer true is told what changed and loses nothing', async ({ page, elsewhere, trouble }) => {
  test.setTimeout(120_000);
  trouble.allow(/status of 409/);
  await signIn(page, DEMO.nurse);
  await page.locator('#live li.work', { hasText: 'Numbness or tingling' }).getByRole('link').click();
  await page.getByRole('radio', { name: 'Visit arranged' }).check();
  await page.getByLabel('In your words').fill('On Friday at ten.');
  const other = await elsewhere();
  await signIn(other, DEMO.nurse);
  await other.goto(page.url());
  await other.getByLabel('Your note').fill('Her sister is with her.');
  await other.getByRole('button', { name: 'Save the note' }).click();
  await expect(other.getByRole('status').first()).toContainText('Saved.');
  await page.getByRole('button', { name: 'Save the decision' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This item has changed meanwhile.');
  await expect(alert).toContainText('Note: Her sister is with her.');
  await expect(page.getByRole('radio', { name: 'Visit arranged' })).toBeChecked();
  await expect(page.getByLabel('In your words')).toHaveValue('On Friday at ten.');
  await accessible(page);
  await page.getByRole('button', { name: 'Save the decision' }).click();
  await expect(page.getByRole('status').first()).toContainText('Saved.');
  await expect(page.locator('main')).toContainText('Decided: Visit arranged');
  await accessible(page);
  // Who decides has it from then on; others find it as it was.
  await page.getByRole('button', { name: 'Give it back' }).click();
  await expect(page.locator('main')).toContainText('Nobody has it');
});

test('what one nurse takes another sees in the open list with JavaScript, and the focus stays', async ({ page, elsewhere }) => {
  await page.clock.install();
  await signIn(page, DEMO.nurse);
  const line = page.locator('#live li.work', { hasText: 'I lie awake' });
  await expect(line).toContainText('Nobody has it');
  await line.getByRole('link').focus();
  const other = await elsewhere();
  await signIn(other, DEMO.nurse);
  await other.locator('#live li.work', { hasText: 'I lie awake' }).getByRole('link').click();
  await other.getByRole('button', { name: 'Take it' }).click();
  await expect(other.locator('main')).toContainText('With you');
  await page.clock.runFor(21_000);
  await expect(line).toContainText('With you');
  await expect(line.getByRole('link')).toBeFocused();
  await other.getByRole('button', { name: 'Give it back' }).click();
  await expect(other.locator('main')).toContainText('Nobody has it');
  await page.clock.runFor(21_000);
  await expect(line).toContainText('Nobody has it');
  await accessible(page);
});

test('without JavaScript a link brings the list up to date', async ({ page }) => {
  await signIn(page, DEMO.nurse);
  await page.goto('/team/worklist?show=free');
  await page.getByRole('link', { name: 'Refresh' }).click();
  await expect(page).toHaveURL('/team/worklist?show=free');
  await expect(page.getByRole('link', { name: 'Nobody has it' })).toHaveAttribute('aria-current', 'true');
});

test('the worklist speaks Arabic from right to left', async ({ page }) => {
  await signIn(page, DEMO.nurse);
  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('قائمة العمل');
  await accessible(page);
  await page.locator('#live li.work a').first().click();
  await accessible(page);
  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});
