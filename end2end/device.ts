// A device that keeps something, behind a network that comes and goes.

import { type BrowserContext, type Page, type Worker } from '@playwright/test';
import { expect, test as base } from './fixtures.ts';
import { Proxy } from './proxy.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const PIN = '246813';

export const test = base.extend<{ way: Proxy }>({
  way: async ({ trouble }, use, info) => {
    info.setTimeout(120_000);
    // A browser without a network says so.
    trouble.allow(/Failed to load resource|ERR_|Failed to fetch|NetworkError|network error|status of (403|404|50\d)/);
    const way = await new Proxy(process.env.DAYBOOK_E2E_URL!).start();
    await use(way);
    await way.stop();
  },
  baseURL: async ({ way }, use) => use(way.url),
});

export const settings = (page: Page) => page.goto('/account/offline');

/** Chooses, in the settings, that this device keeps a copy. */
export async function keep(page: Page): Promise<void> {
  await settings(page);
  await page.getByRole('checkbox').check();
  await page.locator('#pin').fill(PIN);
  await page.locator('#again').fill(PIN);
  await page.locator('#keep button').click();
  await expect(page.locator('[data-state=kept]')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('#kept')).toBeVisible();
  // The copy is there when it says of when it is.
  await expect(page.locator('#kept [data-since]')).not.toBeEmpty({ timeout: 20_000 });
}

/** Begins the worker, without any choice. */
export async function begin(page: Page): Promise<void> {
  await settings(page);
  await expect(page.locator('#keep')).toBeVisible();
}

export interface Seen {
  state: string;
  keeps: boolean;
  unsent: number;
  waiting: { path: string; state: string; fields: [string, string][] }[];
}

/** What the device says of itself, asked of its worker. */
export async function look(context: BrowserContext): Promise<Seen> {
  return (await worker(context)).evaluate('device.look()');
}

export async function worker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** The clock of the device goes on by so much: of its worker, and of every page from now on. */
export async function later(context: BrowserContext, ms: number): Promise<void> {
  const move = (by: number) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + by;
  };
  await (await worker(context)).evaluate(move, ms);
  await context.addInitScript(move, ms);
}

/** Goes to a page once the network is back, when the one that is open may load itself anew at the same moment. */
export const goBack = (page: Page, path: string) => expect(async () => void (await page.goto(path))).toPass({ timeout: 30_000 });

/** What is not sent yet, once the worker has taken it. */
export const unsent = (context: BrowserContext) => expect.poll(async () => (await look(context)).unsent);
