// Reminders: an address is named, confirmed by the code that comes there, tried, and taken back; what comes is chosen;
// the inbox; turning notifications on.

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
  await expect(page.getByText('Not set up yet')).toBeVisible();
  await page.getByRole('link', { name: 'Reminders' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reminders');
  await accessible(page);
  await noSidewaysScroll(page);

  await page.getByRole('textbox', { name: 'E-mail address' }).fill('ada@nowhere');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('alert')).toContainText('This is not an e-mail address that we can use');
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('ada@nowhere');
  await accessible(page);
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(address);
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
  expect(await mail(address, 1)).toContain('This is the test that you asked for');
  await expect(async () => {
    await open(page, '/account/reminders');
    await expect(page.locator('main')).toContainText(/The test was sent at \d\d:\d\d/, { timeout: 500 });
  }).toPass();
  await accessible(page);

  const check = page.getByRole('group', { name: 'When a check of how you feel is due' }).getByLabel('By e-mail');
  await expect(check).toBeChecked();
  await check.uncheck();
  await expect(page.getByLabel('Only that you have something to do')).toBeChecked();
  await page.getByLabel('What it is about').check();
  await page.getByLabel('From', { exact: true }).selectOption('22:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').first()).toContainText('Your choice is saved.');
  await expect(check).not.toBeChecked();
  await expect(page.getByLabel('What it is about')).toBeChecked();
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('22');
  await expect(page.getByLabel('Until', { exact: true })).toHaveValue('8');

  await page.getByRole('button', { name: 'Remove this address' }).click();
  await expect(page.getByRole('status')).toContainText('Your address is removed.');
  await expect(page.locator('main')).not.toContainText(address);
  await accessible(page);
  await open(page, '/account');
  await hydrated(page);
  await expect(page.getByText('Not set up yet')).toBeVisible();
  await open(page, `/records/${ada.record}/log`);
  for (const line of ['Confirmed an e-mail address for reminders', 'Chose which notices come']) {
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
  const waits = page.getByRole('group', { name: 'When something waits for your team' });
  await expect(waits.getByLabel('By e-mail')).toBeChecked();
  await expect(waits.getByLabel('As a notification')).toBeChecked();
  await expect(page.getByRole('group', { name: 'Quiet hours' })).toHaveCount(0);
  await accessible(page);
});

test('an inbox that is empty says what will stand there, and leads to the choice', async ({ page }) => {
  const ada = await aPerson();
  await signIn(page, ada);
  await open(page, '/account');
  await hydrated(page);
  await expect(page.getByText('0 new notices')).toBeVisible();
  await page.getByRole('link', { name: 'Inbox' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inbox');
  await expect(page.getByText('Nothing here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByRole('link', { name: 'Choose what is sent to you' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reminders');
});

test('a person makes the address of a calendar, sees it once, and turns the calendar off', async ({ page, request }) => {
  const ada = await aPerson();
  await signIn(page, ada);
  await open(page, '/account/reminders');
  await page.getByRole('link', { name: 'Doses in your calendar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Doses in your calendar');
  await expect(page.getByLabel('Only “Daybook”')).toBeChecked();
  await accessible(page);
  await noSidewaysScroll(page);

  await page.getByRole('button', { name: 'Make an address' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your calendar address is ready');
  const address = await page.locator('.mail-address').innerText();
  const path = address.match(/\/calendar\/[0-9a-f]{64}\.ics$/)![0];
  await accessible(page);
  await noSidewaysScroll(page);
  const read = await request.get(path);
  expect(read.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await read.text()).toContain('BEGIN:VCALENDAR');

  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page.getByText('It does not name your medicines.')).toBeVisible();
  await expect(page.getByText('Last read by a calendar program on')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(path);
  await accessible(page);
  await noSidewaysScroll(page);
  await page.getByRole('button', { name: 'Turn off the calendar' }).click();
  await expect(page.getByRole('status')).toContainText('The calendar is turned off.');
  await accessible(page);
  expect((await request.get(path)).status()).toBe(404);
});

test('a page without JavaScript says that notifications need it', async ({ page }) => {
  await signIn(page, await aPerson());
  await open(page, '/account/reminders');
  const box = page.locator('#push');
  await expect(box.getByText('Notifications need JavaScript')).toBeVisible();
  await expect(box.getByText('A notification can come late, or not at all')).toBeVisible();
  await expect(box.getByRole('button')).toHaveCount(0);
  await accessible(page);
});

test('notifications are asked for with JavaScript by a tap alone, and the page says what came of it', async ({
  page,
  context,
  trouble,
}) => {
  // The browser of a test keeps nothing, and says that it has no push service.
  trouble.allow(/does not support the Push API/);
  await signIn(page, await aPerson());
  await context.grantPermissions(['notifications']);
  await open(page, '/account/reminders');
  const box = page.locator('#push');
  await expect(box.getByText('Your browser will ask whether you allow it.')).toBeVisible();
  await expect(box.getByText('Notifications need JavaScript')).toBeHidden();
  await accessible(page);
  await noSidewaysScroll(page);
  // No push service can be reached from here: the browser says no, and so does the page. Nothing is written down.
  await box.getByRole('button', { name: 'Turn on notifications here' }).click();
  await expect(box.getByText('The browser could not turn on notifications.')).toBeVisible({ timeout: 30_000 });
  await accessible(page);
  await expect(page.getByText('Devices that show notifications')).toHaveCount(0);
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/'))?.scope);
  expect(new URL(scope!).pathname).toBe('/');

  // What a push would bring is shown, and the same tag takes the place of the one before.
  const browser = await context.newCDPSession(page);
  const registered = new Promise<string>((found) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) found(registrations[0].registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  const [origin, registrationId] = [new URL(page.url()).origin, await registered];
  const shown = () =>
    page.evaluate(async () => {
      const worker = (await navigator.serviceWorker.getRegistration('/'))!;
      return (await worker.getNotifications()).map(({ title, body, data }) => [title, body, data.url]);
    });
  for (const body of ['You have something to do', 'Once more']) {
    const data = JSON.stringify({ tag: 'one', title: 'Daybook', body, url: '/account/inbox', lang: 'en', dir: 'ltr' });
    await browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    await expect.poll(shown).toEqual([['Daybook', body, '/account/inbox']]);
  }
});
