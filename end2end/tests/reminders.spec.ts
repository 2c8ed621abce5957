// Reminders by mail: an address is named, confirmed by the code that comes there, tried, and taken back.

import { accessible, expect, hydrated, noSidewaysScroll, open, signIn, speak, test } from '../fixtures.ts';
import { mailsTo, said } from '../mail.ts';
import { DEMO, aPerson } from '../people.ts';

/** The mail of this number to an address, once it has come. */
async function mail(address: string, number: number): Promise<string> {
  await expect.poll(() => mailsTo(address).length, { timeout: 20_000 }).toBeGreaterThan(number);
  return said(mailsTo(address)[number]!);
}

test('a person names an address, confirms it, tries it, chooses what comes, and takes it back', async ({ page }) => {
  test.setTimeout(120_000);
  const ada = await aPerson();
  const address = `ada-${ada.tag}@example.org`;
  await signIn(page, ada);
  await open(page, '/account');
  await expect(page.getByText('No address yet')).toBeVisible();
  await page.getByRole('link', { name: 'Reminders by e-mail' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reminders by e-mail');
  await accessible(page);
  await noSidewaysScroll(page);

  await page.getByLabel('E-mail address').fill('ada@nowhere');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not an e-mail address that we can use');
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@nowhere');
  await accessible(page);
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('status')).toContainText('We are sending a code to this address.');
  await expect(page.locator('main')).toContainText(address);
  await accessible(page);
  await noSidewaysScroll(page);

  const first = await mail(address, 0);
  expect(first).not.toContain('Ada');
  const code = first.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/m)![0];
  await page.getByLabel('Code from the e-mail').fill('ABCD-EFGH-JKMN');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('This is not the code from the newest e-mail.');
  await accessible(page);
  await page.getByLabel('Code from the e-mail').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Your address is confirmed.');
  await accessible(page);
  await noSidewaysScroll(page);

  await page.getByRole('button', { name: 'Send me a test' }).click();
  await expect(page.locator('main')).toContainText(/The test (is on its way|was sent at)/);
  await accessible(page);
  expect(await mail(address, 1)).toContain('this is the test that you asked for');
  await expect(async () => {
    await open(page, '/account/reminders');
    await expect(page.locator('main')).toContainText(/The test was sent at \d\d:\d\d/, { timeout: 500 });
  }).toPass();
  await accessible(page);

  const check = page.getByRole('checkbox', { name: 'When a check of how you feel is due' });
  await expect(check).toBeChecked();
  await check.uncheck();
  await page.getByLabel('From', { exact: true }).selectOption('22:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').first()).toContainText('Your choice is saved.');
  await expect(check).not.toBeChecked();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('22');
  await expect(page.getByLabel('Until', { exact: true })).toHaveValue('8');

  await page.getByRole('button', { name: 'Remove this address' }).click();
  await expect(page.getByRole('status')).toContainText('Your address is removed.');
  await expect(page.locator('main')).not.toContainText(address);
  await accessible(page);
  await open(page, '/account');
  await hydrated(page);
  await expect(page.getByText('No address yet')).toBeVisible();
  await open(page, `/records/${ada.record}/log`);
  for (const line of ['Confirmed an e-mail address for reminders', 'Chose which reminders come by e-mail']) {
    await expect(page.getByText(line)).toBeVisible();
  }
});

test('the page and its mail are in the language of the person, also from right to left', async ({ page, context }) => {
  test.slow();
  const person = await aPerson('ar');
  const address = `mona-${person.tag}@example.org`;
  await signIn(page, person);
  await speak(context, 'ar');
  await open(page, '/account/reminders');
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.locator('#address').fill(address);
  await page.locator('form[action="/api/reminders/ask"] button').last().click();
  await expect(page.getByRole('status')).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
  await mail(address, 0);
  expect(mailsTo(address)[0]).toContain('Content-Language: ar');
});

test('the care team chooses whether mails tell of what waits for them', async ({ page }) => {
  await signIn(page, DEMO.nurse);
  await open(page, '/account/reminders');
  await expect(page.getByRole('checkbox', { name: 'When something waits for your team' })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Quiet hours' })).toHaveCount(0);
  await accessible(page);
});
