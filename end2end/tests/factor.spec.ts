// The second step at sign-in: connecting a code app, recovery codes, showing a factor again.

import type { Page } from '@playwright/test';
import { accessible, expect, noSidewaysScroll, open, signIn, signOut, test } from '../fixtures.ts';
import { DEMO, NURSE_KEY, type Person, aPerson, aStaffLetter, administer, codeOf } from '../people.ts';

/** Goes through the page that connects a code app; answers the key and the recovery codes. */
async function connect(page: Page): Promise<{ key: string; codes: string[] }> {
  await expect(page.getByRole('img', { name: 'QR code with the key' })).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
  const key = (await page.locator('.key').textContent())!;
  expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  await page.getByLabel('Code from the app').fill('12345');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('alert')).toContainText('This code is not right');
  expect(await page.locator('.key').textContent(), 'the app holds this key already').toBe(key);
  await accessible(page);
  await page.getByLabel('Code from the app').fill(codeOf(key));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep these recovery codes');
  await accessible(page);
  await noSidewaysScroll(page);
  const codes = await page.locator('.codes li').allTextContents();
  expect(codes).toHaveLength(10);
  return { key, codes };
}

/** Name and passphrase, which lead to the page that asks for a code. */
async function firstStep(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('#name').fill(person.name);
  await page.locator('#passphrase').fill(person.passphrase);
  await page.locator('main form button').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step');
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.locator('main form button').first().click();
}

test('a code app is connected, asked for at the door, and turned off again', async ({ page }) => {
  test.setTimeout(120_000);
  const ada = await aPerson();
  await signIn(page, ada);
  await open(page, '/account');
  await expect(page.getByText('Not set up', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Second step at sign-in' }).click();
  await accessible(page);
  await page.getByRole('link', { name: 'Set it up' }).click();
  const { key, codes } = await connect(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('Save as a text file').click()]);
  expect(file.suggestedFilename()).toBe('daybook-recovery-codes.txt');
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 of 10 codes left')).toBeVisible();
  await accessible(page);
  await signOut(page);

  await firstStep(page, ada);
  await accessible(page);
  await typeCode(page, '12345');
  await expect(page.getByRole('alert')).toContainText('This code is not right');
  await accessible(page);
  // The code of this half minute was used to connect the app; the next one is taken already.
  await typeCode(page, codeOf(key, 1));
  await expect(page).toHaveURL(`/records/${ada.record}`);
  await signOut(page);

  await firstStep(page, ada);
  await typeCode(page, codes[2]!.toLowerCase().replaceAll('-', ' '));
  await expect(page.getByText('You signed in with a recovery code.')).toBeVisible();
  await expect(page.getByText('9 of 10 codes left').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Make new recovery codes' }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  expect(await page.locator('.codes li').allTextContents()).not.toContain(codes[3]);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Turn it off' }).click();
  await expect(page.getByRole('link', { name: 'Set it up' })).toBeVisible();
});

test('someone of the care team connects a code app before anything opens', async ({ page }) => {
  test.setTimeout(120_000);
  const name = `nurse ${Date.now()} ${test.info().project.name}`;
  const letter = aStaffLetter(name);
  await page.goto('/enrol?staff=1');
  await page.getByLabel('Code from your letter').fill(letter.code);
  await page.getByLabel('Number that you were told').fill(letter.number!);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('#passphrase').fill('five quiet otters swim');
  await page.locator('#privacy').check();
  await page.getByRole('button', { name: 'Open my Daybook' }).click();
  await expect(page).toHaveURL('/account/second-factor');
  await page.goto('/account/devices');
  await expect(page).toHaveURL('/account/second-factor');
  await page.getByRole('link', { name: 'Set it up' }).click();
  await connect(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByRole('button', { name: 'Turn it off' })).toHaveCount(0);
  await page.goto('/account/devices');
  await expect(page.getByText('This device')).toBeVisible();

  // The phone is lost: the next sign-in begins anew.
  administer('reset-factor', name);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await signIn(page, { name, passphrase: 'five quiet otters swim' });
  await expect(page.getByRole('link', { name: 'Set it up' })).toBeVisible();
  administer('disable', name);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.locator('#name').fill(name);
  await page.locator('#passphrase').fill('five quiet otters swim');
  await page.locator('main form button').first().click();
  await expect(page.getByRole('alert')).toContainText('do not match');
  administer('enable', name);
  await signIn(page, { name, passphrase: 'five quiet otters swim' });
  await expect(page).toHaveURL('/account/second-factor');
});

test('a factor is shown again with the passphrase where there is no code app', async ({ page }) => {
  const ada = await aPerson();
  await signIn(page, ada);
  await page.goto('/account/confirm?next=/account/devices');
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByLabel('Passphrase').fill('something else entirely');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not your passphrase');
  await accessible(page);
  await page.getByLabel('Passphrase').fill(ada.passphrase);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL('/account/devices');
});

test('the nurse of the demonstration comes in by the button, or types the code that is printed', async ({ page }) => {
  await signIn(page, DEMO.nurse);
  await expect(page).not.toHaveURL(/second-factor|sign-in/);
  await signOut(page);
  await firstStep(page, DEMO.nurse);
  const printed = await page.locator('main').textContent();
  const lines = [codeOf(NURSE_KEY, -1), codeOf(NURSE_KEY)].map((code) => `The code of nurse is ${code}.`);
  expect(lines.some((line) => printed!.replaceAll(/[\u2068\u2069]/g, '').includes(line))).toBe(true);
});
