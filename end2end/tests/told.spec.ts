// Someone else is told of doses without an answer: they are asked by a letter, agree or not by its page, and either side
// ends it.

import { type Page } from '@playwright/test';
import { accessible, expect, hydrated, noSidewaysScroll, open, signIn, speak, test } from '../fixtures.ts';
import { mailsTo, said } from '../mail.ts';
import { aPerson } from '../people.ts';

/** What the newest mail to an address says, once there are so many. */
async function mail(address: string, count: number): Promise<string> {
  await expect.poll(() => mailsTo(address).length, { timeout: 20_000 }).toBe(count);
  const whole = mailsTo(address).at(-1)!;
  const text = said(whole);
  // Letters beyond ASCII make it base64; else long lines are folded.
  const sealed = /^content-transfer-encoding: base64/im.test(whole);
  return sealed ? Buffer.from(text, 'base64').toString() : text.replace(/=\r?\n/g, '');
}

/** The path of the link in a mail. */
const link = (text: string) => text.match(/\/told\/(letter|stop)\/[0-9a-f]{64}/)![0];

async function ask(page: Page, address: string): Promise<void> {
  await page.getByLabel('Their e-mail address').fill(address);
  await page.getByRole('button', { name: 'Send them the letter' }).click();
}

test('a person chooses someone, who agrees by the page of their letter, and stops telling them', async ({ page, elsewhere, trouble }) => {
  test.setTimeout(120_000);
  // The letter that was used up.
  trouble.allow(/status of 404.*\/told\/letter\//);
  const ada = await aPerson();
  const address = `ben-${ada.tag}@example.org`;
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/medicines`);
  await page.getByRole('link', { name: 'Tell someone else' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tell someone else');
  await hydrated(page);
  await expect(page.getByLabel('Only that a dose has no answer')).toBeChecked();
  await accessible(page);
  await noSidewaysScroll(page);

  await page.getByLabel('What the e-mails call you').fill('ada.example');
  await ask(page, address);
  await expect(page.getByRole('alert')).toContainText('Please use letters, spaces and hyphens only');
  await expect(page.getByLabel('Their e-mail address')).toHaveValue(address);
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByLabel('What the e-mails call you').fill('Ada');
  await ask(page, address);
  await expect(page.getByRole('status').first()).toContainText('We are sending them a letter.');
  await expect(page.locator('main')).toContainText(address);
  await expect(page.locator('main')).toContainText('They have not answered yet.');
  await accessible(page);
  await noSidewaysScroll(page);

  const letter = await mail(address, 1);
  expect(letter).toContain('Ada notes in Daybook');
  const other = await elsewhere();
  await other.goto(link(letter));
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('May Daybook write to you?');
  await expect(other.locator('main')).toContainText('Ada notes in Daybook what they take');
  await expect(other.locator('main')).not.toContainText('Quill');
  await expect(other.locator('script')).toHaveCount(0);
  await accessible(other);
  await noSidewaysScroll(other);
  await other.getByRole('button', { name: 'Yes, write to me' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Thank you');
  await accessible(other);
  await other.goto(link(letter));
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
  await accessible(other);

  await open(page, '/account/reminders');
  await page.getByRole('link', { name: 'Tell someone else' }).click();
  await expect(page.locator('main')).toContainText('They agreed on');
  await page.getByLabel('The name of the medicine too').check();
  await page.getByLabel('Language of the e-mails').selectOption('العربية');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').first()).toContainText('Your choice is saved.');
  await expect(page.getByLabel('The name of the medicine too')).toBeChecked();
  await expect(page.getByLabel('Language of the e-mails')).toHaveValue('ar');
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByRole('button', { name: 'Stop telling them' }).click();
  await expect(page.getByRole('status')).toContainText('Nobody else is told any more.');
  await expect(page.locator('main')).not.toContainText(address);
  await open(page, `/records/${ada.record}/log`);
  for (const line of ['Asked someone else whether', 'Someone else agreed', 'Ended that someone else is told']) {
    await expect(page.getByText(line)).toBeVisible();
  }
});

test('someone says no, and the person reads it', async ({ page, elsewhere }) => {
  test.slow();
  const ada = await aPerson();
  const address = `cleo-${ada.tag}@example.org`;
  await signIn(page, ada);
  await open(page, '/account/told');
  await ask(page, address);
  const letter = await mail(address, 1);
  expect(letter).not.toContain('Ada');
  const other = await elsewhere();
  await other.goto(link(letter));
  await expect(other.locator('main')).toContainText('Someone you know notes in Daybook');
  await other.getByRole('button', { name: 'No, do not write to me' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Daybook will not write to you');
  await accessible(other);
  await open(page, '/account/told');
  await expect(page.locator('main')).toContainText('They said no on');
  await accessible(page);
  await ask(page, address);
  await expect(page.getByRole('alert')).toContainText('This person said no a short while ago.');
  await accessible(page);
});

test('the pages are in the language of the browser, also from right to left and narrow', async ({ page, context, elsewhere }) => {
  test.slow();
  const person = await aPerson('ar');
  const address = `mona-${person.tag}@example.org`;
  await signIn(page, person);
  await speak(context, 'ar');
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, '/account/told');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.locator('#address').fill(address);
  await page.locator('#save').click();
  await expect(page.getByRole('status').first()).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
  const letter = await mail(address, 1);
  expect(mailsTo(address)[0]).toContain('Content-Language: ar');
  const other = await elsewhere({ locale: 'ar', viewport: { width: 320, height: 800 } });
  await other.goto(link(letter));
  await expect(other.locator('html')).toHaveAttribute('dir', 'rtl');
  await accessible(other);
  await noSidewaysScroll(other);
});
