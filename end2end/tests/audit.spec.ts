// Who read my record: the person's own page of what was done with it.

import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { aPerson, giveToTeam, somethingNew } from '../people.ts';

test('a person reads who was in their record, and can leave themselves out', async ({ page }) => {
  const ada = await aPerson();
  giveToTeam(ada.record, 'Ward of the tests');
  somethingNew(ada);
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results`);
  await open(page, '/account');
  await page.getByRole('link', { name: 'Who read my record' }).click();
  await expect(page).toHaveURL(`/records/${ada.record}/log`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who read my record');

  const main = page.getByRole('main');
  const lines = main.getByRole('listitem');
  await expect(lines.filter({ hasText: 'Looked at results' }).filter({ hasText: 'You' }).first()).toBeVisible();
  await expect(main).toContainText('Gave the record to a team, which can read it from now on: Ward of the tests');
  await expect(main).toContainText('Made a letter that opens this Daybook');
  await expect(main).toContainText(/A system of the clinic.*Sent 4 things/s);
  await accessible(page);
  await noSidewaysScroll(page);

  await page.getByRole('link', { name: 'Other people' }).click();
  await expect(page).toHaveURL(`/records/${ada.record}/log?by=others`);
  await expect(main).toContainText('Made a letter that opens this Daybook');
  await expect(main).not.toContainText('Looked at results');
  await accessible(page);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click();
  await expect(page).toHaveURL(`/records/${ada.record}`);
});

test('nobody else finds the log of a record', async ({ page, ada, trouble }) => {
  trouble.allow(/status of 404/);
  await page.goto(`/records/${ada.record}/log`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, await aPerson());
  await page.goto(`/records/${ada.record}/log`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  await accessible(page);
});
