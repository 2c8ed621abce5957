// A day without a network, by keyboard, in every language: today's doses, the plan, a symptom check with a red flag, a
// note, results. Everything is sent when the network is back.

import type { Locator, Page } from '@playwright/test';
import { goBack, keep, look, test, unsent } from '../device.ts';
import { due } from '../doses.ts';
import { accessible, expect, hydrated, noSidewaysScroll, open, reach, signIn } from '../fixtures.ts';
import { aPerson } from '../people.ts';

const LANGUAGES = [
  ['en', 'ltr'],
  ['fr', 'ltr'],
  ['es', 'ltr'],
  ['ar', 'rtl'],
] as const;

/** Nobody looks at the page for a moment: then the worker of the language that was chosen takes over. */
async function away(page: Page, code: string): Promise<void> {
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.scriptURL ?? '')).toContain(`language=${code}`);
  // A page that has only just come does not listen yet.
  await page.waitForFunction(() => 'daybook' in globalThis);
  const hide = (hidden: boolean) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  await page.evaluate(hide, true);
  // The browser lets it take over once the one before has nothing more to do.
  const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? '');
  await expect.poll(controller, { timeout: 30_000 }).toContain(`language=${code}`);
  await page.evaluate(hide, false);
}

/** The app is there in place of the shell, with its page. */
async function shown(page: Page): Promise<void> {
  await expect(page.locator('.notice-device')).toBeVisible();
  await expect(page.locator('main h1')).toBeVisible();
}

/** A page that the device shows, as good as one of the server. */
async function sound(page: Page, code: string, dir: string): Promise<void> {
  await shown(page);
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await expect(page.locator('html')).toHaveAttribute('dir', dir);
  await accessible(page);
  await noSidewaysScroll(page);
}

/** Where the page is, and what it is about. */
const place = (page: Page) =>
  page.evaluate(() => location.href + document.querySelector('main h1')?.textContent).catch(() => '');

/** Presses something by the keyboard, and waits for the page or the screen that it leads to. */
async function press(page: Page, target: Locator, next: RegExp): Promise<void> {
  await reach(page, target);
  const before = await place(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => place(page)).not.toBe(before);
  await expect(page).toHaveURL(next);
  await shown(page);
}

for (const [code, dir] of LANGUAGES) {
  test(`a day without a network goes by keyboard, in ${code}, with JavaScript`, async ({ page, context, way }) => {
    test.setTimeout(180_000);
    const person = await aPerson();
    await signIn(page, person);
    await due(page, person, 'Zinc');
    await open(page, `/records/${person.record}/results`);
    const result = await page.locator('main .entries a[href*="/results/"]').first().getAttribute('href');
    await open(page, result!);
    if (code !== 'en') {
      await page.locator('details.language summary').click();
      await page.locator(`details.language button[value="${code}"]`).click();
      await expect(page.locator('html')).toHaveAttribute('lang', code);
      await hydrated(page);
      await away(page, code);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    await keep(page);
    way.down();

    // Today, and a dose of the plan.
    await page.goto(`/records/${person.record}`);
    await expect(page.locator('main')).toContainText('Zinc');
    await sound(page, code, dir);
    await page.goto(`/records/${person.record}/medicines`);
    await sound(page, code, dir);
    const dose = page.locator('li.dose').filter({ hasText: 'Zinc' }).first();
    const undo = dose.locator('form[action="/api/medicines/undo"] button');
    const take = () => press(page, dose.locator('.dose-form button').first(), /\/medicines\?noted=/);
    await take();
    await expect(dose.locator('.badge')).toBeVisible();
    await sound(page, code, dir);
    await press(page, undo, /\/medicines$/);
    await expect(dose.locator('.badge')).toBeHidden();
    await take();
    await expect(undo).toBeVisible();
    await unsent(context).toBe(3);

    // A red flag: whom to call comes at once.
    await page.goto(`/records/${person.record}/diary`);
    await sound(page, code, dir);
    const begin = page.locator('form[action="/api/diary/start"] button').first();
    await press(page, begin, /\/diary\/reports\//);
    await sound(page, code, dir);
    await reach(page, page.locator('main input[type=checkbox]').first());
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
    // Nobody else has been told of it.
    await expect(page.locator('main').getByRole('status')).toBeVisible();
    await sound(page, code, dir);

    // The rest of the symptom check, later.
    await page.goto(`/records/${person.record}/diary`);
    await shown(page);
    await press(page, page.locator('main a[href*="/diary/reports/"]').first(), /\/diary\/reports\//);
    for (let screens = 0; screens < 8; screens += 1) {
      const on = page.locator('main .option-none, main .option-answer, main form.form .button').first();
      if ((await on.count()) === 0) break;
      await sound(page, code, dir);
      await press(page, on, /\/diary\/reports\//);
    }
    await sound(page, code, dir);

    // A note, a result that was opened, and what is not sent yet.
    await page.goto(`/records/${person.record}/diary/note`);
    await sound(page, code, dir);
    await reach(page, page.locator('#symptom'));
    await page.locator('#symptom').selectOption('other');
    await reach(page, page.locator('#note'));
    await page.keyboard.type('words of my own');
    await press(page, page.locator('main form .button').last(), /\/diary\?noted=1/);
    await sound(page, code, dir);
    await page.goto(result!);
    await sound(page, code, dir);
    await page.goto('/account/unsent');
    await sound(page, code, dir);
    await expect(page.locator('main li.entry', { hasText: 'Zinc' })).toHaveCount(2);
    const said = (await look(context)).waiting;
    const left = said.map((line) => line.path);
    const doses = ['/api/medicines/note', '/api/medicines/undo', '/api/medicines/note'];
    expect(left.slice(0, 5)).toEqual([...doses, '/api/diary/start', '/api/diary/flags']);
    expect(left.slice(-2)).toEqual(['/api/diary/answer', '/api/diary/note']);
    expect(said.at(-2)!.fields).toContainEqual(['given[then]', 'send']);

    way.up();
    await goBack(page, `/records/${person.record}/diary`);
    await unsent(context).toBe(0);
    const { waiting } = await look(context);
    expect(waiting.filter((line) => line.state !== 'sent')).toEqual([]);
    await open(page, `/records/${person.record}/diary`);
    await expect(page.locator('main')).toContainText('words of my own');
    await open(page, `/records/${person.record}/medicines`);
    await expect(dose.locator('.dose-state svg')).toBeVisible();
    await expect(dose.locator('.dose-form')).toHaveCount(0);
  });
}
