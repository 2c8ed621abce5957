// What every test starts from: a browser that tells of anything that went wrong behind the page,
// and the few steps that all journeys share.

import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type BrowserContextOptions, type Locator, type Page, expect, test as base } from '@playwright/test';
import axe, { type Result } from 'axe-core';
import { createHash } from 'node:crypto';
import { type Made, type Person, aPerson, enter } from './people.ts';

export { expect };

/** What the browser complains of is a failure, unless the test says that it belongs to its story. */
export class Trouble {
  private readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** A complaint that matches is part of the story. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`console: ${short(message.text())} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.seen.push(`exception: ${short(error.error().stack ?? error.error().message)}`));
  }

  check(): void {
    const left = this.seen.filter((one) => !this.allowed.some((pattern) => pattern.test(one)));
    expect(left, 'errors in the browser').toEqual([]);
  }
}

/** The beginning: what follows is the inside of the WASM. */
const short = (text: string) => text.split('\n').slice(0, 2).join(' ');

interface Own {
  house: string;
  trouble: Trouble;
  /** A page of another browser, which has nothing of this one's. */
  elsewhere: (options?: BrowserContextOptions) => Promise<Page>;
}

interface OfWorker {
  /** Someone with a record of fixed dates, who is only read. */
  ada: Made;
}

export const test = base.extend<Own, OfWorker>({
  baseURL: async ({}, use) => use(process.env.DAYBOOK_E2E_URL),
  // Each test comes from an address of its own: wrong tries are counted by address too.
  house: async ({}, use, info) => {
    const digest = createHash('sha256').update(`${info.project.name} ${info.testId} ${Date.now()}`).digest();
    await use(`10.${digest[0]}.${digest[1]}.${digest[2]}`);
  },
  extraHTTPHeaders: async ({ house }, use) => use({ 'x-forwarded-for': house }),
  trouble: async ({}, use) => use(new Trouble()),
  context: async ({ context, trouble, javaScriptEnabled }, use) => {
    trouble.watch(context);
    if (javaScriptEnabled) await context.addInitScript(markHydration);
    await use(context);
    trouble.check();
  },
  elsewhere: async ({ browser, trouble, javaScriptEnabled, house }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': house }, ...options });
      contexts.push(context);
      trouble.watch(context);
      if (javaScriptEnabled) await context.addInitScript(markHydration);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  ada: [async ({}, use) => use(await aPerson()), { scope: 'worker' }],
});

/** The router listens to clicks on the window as soon as the page is alive; nothing else does. */
function markHydration(): void {
  const listen = window.addEventListener;
  window.addEventListener = function (this: Window, ...args: Parameters<typeof listen>) {
    if (args[0] === 'click') document.documentElement.setAttribute('data-alive', '');
    return listen.apply(this, args);
  } as typeof listen;
}

/** Waits until the page is alive, where it will be: some are complete as the server made them. */
export async function hydrated(page: Page): Promise<void> {
  if (test.info().project.name !== 'hydrated') return;
  // The app begins with a script in the page; other scripts come from files.
  if ((await page.locator('script[type="module"]:not([src])').count()) === 0) return;
  await expect(page.locator('html[data-alive]')).toBeAttached();
}

/** Goes to a page of someone who is signed in. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Moves the focus there with the keyboard alone. */
export async function reach(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Signs in by the page, as people do. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await enter(page, person);
  await hydrated(page);
}

export async function signOut(page: Page): Promise<void> {
  await open(page, '/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in\?signed-out/);
}

/** Chooses a language for this browser, as the form in the header does. */
export async function speak(context: BrowserContext, code: string): Promise<void> {
  const url = process.env.DAYBOOK_E2E_URL!.replace('http:', 'https:');
  await context.addCookies([{ name: '__Host-language', value: code, url, httpOnly: true, sameSite: 'Lax' }]);
}

// Every rule that axe has and still stands by: also those for AAA, best practice and experiments,
// which it leaves out unless asked.
const RULES = Object.fromEntries(
  axe
    .getRules()
    .filter((rule) => !rule.tags.includes('deprecated'))
    .map((rule) => [rule.ruleId, { enabled: true }]),
);

/** Nothing that axe can find is wrong with the page as it is. */
export async function accessible(page: Page): Promise<void> {
  if (test.info().project.name === 'no-javascript') {
    await accessibleCopy(page);
    return;
  }
  reported(await violationsOf(page), page.url());
}

async function violationsOf(page: Page): Promise<Result[]> {
  // Legacy mode does without a page of its own, which only frames would need: there are none.
  return (await new AxeBuilder({ page }).options({ rules: RULES }).setLegacyMode().analyze()).violations;
}

/** axe is a script itself: where scripts are off it looks at a copy that has none of its own. */
async function accessibleCopy(page: Page): Promise<void> {
  const html = (await page.content()).replace(/<script\b.*?<\/script>/gs, '');
  const context = await page.context().browser()!.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  const copy = await context.newPage();
  const address = page.url();
  await copy.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await copy.goto(address);
  const violations = await violationsOf(copy);
  await context.close();
  reported(violations, address);
}

function reported(violations: Result[], address: string): void {
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html}`).join('\n')}`,
  );
  expect(told, `axe on ${address}`).toEqual([]);
}

/** Nothing is wider than the window. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  const [content, window_] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window_!);
}
