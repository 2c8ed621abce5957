// The care team's list of people, as far as it shows itself to who is not of the care team.

import { accessible, expect, signIn, test } from '../fixtures.ts';

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
