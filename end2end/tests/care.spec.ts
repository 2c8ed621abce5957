// What the care team keeps of someone's treatment: the team changes it, the person reads it.

import { accessible, expect, hydrated, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { DEMO, aPerson, giveToTeam, recordOf } from '../people.ts';

test('the care team notes phase, days and what is on hold, and the person reads it', async ({ page, elsewhere }) => {
  const person = await aPerson();
  giveToTeam(person.record, 'Day clinic');
  const own = await elsewhere({ locale: 'en-GB' });
  await signIn(own, person);
  await open(own, '/account');
  await own.getByRole('link', { name: 'My treatment' }).click();
  await expect(own).toHaveURL(`/records/${person.record}/care`);
  await expect(own.locator('main')).toContainText('Nothing is noted here yet');
  await expect(own.locator('main form')).toHaveCount(0);
  await accessible(own);

  await signIn(page, DEMO.nurse);
  await open(page, `/records/${person.record}`);
  await page.getByRole('complementary', { name: 'Whose record this is' }).getByRole('link', { name: 'Treatment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My treatment');
  await accessible(page);
  await page.getByRole('radio', { name: 'In treatment' }).check();
  await page.getByLabel('Since which day').fill('2025-01-07');
  await page.getByLabel('First day').fill('2025-01-07');
  await page.getByLabel('Days from one to the next').fill('14');
  await page.getByLabel('How many times').fill('3');
  await page.getByLabel('One day a line').fill('someday');
  await page.getByLabel('Medicine or treatment').fill('Capecitabine');
  await page.getByLabel('Why').fill('until blood counts recover');
  await page.getByLabel('Your note').fill('We will call you on Monday.');
  await page.getByRole('button', { name: 'Save' }).click();
  const problems = page.getByRole('alert');
  await expect(problems.getByRole('link')).toHaveText(['One of the lines is not a day, or lies more than 10 years away.']);
  await expect(page.getByLabel('Medicine or treatment').first()).toHaveValue('Capecitabine');
  await expect(page.getByLabel('First day')).toHaveValue('2025-01-07');
  await accessible(page);
  await page.getByLabel('One day a line').fill('4 March 2025');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved.');
  await expect(page.getByRole('region', { name: 'Days of treatment' })).toContainText(
    '4 planned days have passed. The last was 4 March 2025.',
  );
  await accessible(page);

  await open(own, `/records/${person.record}/care`);
  await expect(own.getByRole('region', { name: 'Where you are' })).toContainText('In treatment · Since 7 January 2025');
  await expect(own.getByRole('region', { name: 'On hold' })).toContainText('Capecitabine');
  await expect(own.getByRole('region', { name: 'On hold' })).toContainText('until blood counts recover');
  await expect(own.locator('main')).toContainText('We will call you on Monday.');
  await expect(own.locator('main')).toContainText('Noted by nurse, care team, on');
  await accessible(own);
  await noSidewaysScroll(own);
  // What has come counts as treatment beside the values of that time.
  await open(own, `/records/${person.record}/results/over-time/hgb?period=all`);
  await expect(own.locator('main')).toContainText('There was treatment on 3 days in this time. The last was 4 February 2025.');
  await own.getByRole('link', { name: '4 February 2025' }).click();
  await hydrated(own);
  await expect(own).toHaveURL(`/records/${person.record}/care`);
  await open(own, `/records/${person.record}/log?by=others`);
  await expect(own.locator('main')).toContainText('Changed what is noted of the treatment');
});

test('two of a team who change the same do not undo each other unseen', async ({ page, elsewhere }) => {
  const person = await aPerson();
  giveToTeam(person.record, 'Day clinic');
  const path = `/records/${person.record}/care`;
  const other = await elsewhere({ locale: 'en-GB' });
  for (const one of [page, other]) {
    await signIn(one, DEMO.nurse);
    await open(one, path);
  }
  await other.getByRole('radio', { name: 'After treatment' }).check();
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('status')).toContainText('Saved.');
  await page.getByRole('radio', { name: 'In treatment' }).check();
  await page.getByLabel('Your note').fill('My own words.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Someone of your team changed this meanwhile.');
  await expect(page.getByRole('region', { name: 'Where you are' })).toContainText('After treatment');
  await expect(page.getByLabel('Your note')).toHaveValue('My own words.');
  await accessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved.');
  await expect(page.getByRole('region', { name: 'Where you are' })).toContainText('In treatment');
});

test('the demonstration shows planned days to come', async ({ page }) => {
  await signIn(page, DEMO.tomas);
  await open(page, `/records/${recordOf('Tomás Arrieta Luján')}/care`);
  await expect(page.locator('main')).toContainText('Oxaliplatino');
  await expect(page.getByRole('region').filter({ has: page.locator('#days-kept') }).locator('li')).toHaveCount(5);
  await accessible(page);
});
