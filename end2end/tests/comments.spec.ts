// What the care team said of a result, corrected and withdrawn by who said it.

import { accessible, expect, hydrated, open, signIn, test } from '../fixtures.ts';
import { DEMO, aPerson, giveToTeam } from '../people.ts';

test('a comment is corrected and then withdrawn, and the person sees both', async ({ page, elsewhere }) => {
  const person = await aPerson();
  giveToTeam(person.record, 'Day clinic');
  const own = await elsewhere({ locale: 'en-GB' });
  await signIn(own, person);
  await open(own, `/records/${person.record}/results?kind=imaging`);
  const result = (await own.locator('main a.entry-title').first().getAttribute('href'))!;

  await signIn(page, DEMO.nurse);
  await open(page, result);
  await page.getByRole('link', { name: 'Comment on this result' }).click();
  const path = new URL(page.url()).pathname;
  await page.getByLabel('Your comment').fill('Both lungs are clear.');
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await page.goto(path);
  await page.getByText('Your comment: Both lungs are clear.').click();
  await accessible(page);
  const correction = page.getByLabel('In other words');
  await expect(correction).toHaveValue('Both lungs are clear.');
  await correction.fill('   ');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Please write something first.' })).toBeVisible();
  await accessible(page);
  await page.getByLabel('In other words').fill('Both lungs are clear, as we hoped.');
  await page.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.getByRole('status')).toContainText('Done.');
  await accessible(page);

  await open(own, result);
  await expect(own.locator('main')).toContainText('Both lungs are clear, as we hoped.');
  await expect(own.locator('main')).toContainText(/nurse, care team, .+ · Corrected on/);
  await accessible(own);

  await page.getByText('Your comment: Both lungs are clear, as we hoped.').click();
  await page.getByRole('button', { name: 'Withdraw this comment' }).click();
  await expect(page.getByRole('status')).toContainText('Done.');
  await expect(page.getByRole('button', { name: 'Withdraw this comment' })).toHaveCount(0);
  // It is news to the person, who sees that there was something.
  await open(own, `/records/${person.record}`);
  await own.getByRole('region', { name: 'What is new' }).getByRole('link', { name: /CT scan/ }).click();
  await hydrated(own);
  await expect(own.locator('main')).toContainText('This comment was withdrawn on');
  await expect(own.locator('main')).not.toContainText('as we hoped');
  await accessible(own);
  await open(own, `/records/${person.record}/log?by=others`);
  await expect(own.locator('main')).toContainText('Corrected a comment on a result');
  await expect(own.locator('main')).toContainText('Withdrew a comment on a result');
});
