// Without a network: every address opens, what was chosen to be kept is shown with its age, what is entered waits and
// is sent on return, and nothing of it is there for anyone else.

import { type BrowserContext, type Page, chromium } from '@playwright/test';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY, MINUTE, PIN, begin, goBack, keep, later, look, settings, test, unsent, worker } from '../device.ts';
import { due } from '../doses.ts';
import { accessible, expect, noSidewaysScroll, open, signIn } from '../fixtures.ts';
import { PUBLIC, privatePages } from '../pages.ts';
import { DEMO, aPerson, enter } from '../people.ts';
import { CHROMIUM, CHROMIUM_ARGS } from '../server.ts';

/** A form of the page is filled in and sent. */
async function note(page: Page, record: string, words: string): Promise<void> {
  await page.locator('#note').fill(words);
  await Promise.all([page.waitForURL(`**/records/${record}/diary?noted=1`), page.locator('main form .button').click()]);
}

/** A page of the form to note something, as it stood when the network went away. */
async function noteForm(page: Page, record: string): Promise<void> {
  await page.goto(`/records/${record}/diary/note`);
  await page.locator('#symptom').selectOption('other');
}

const cached = (page: Page) => page.evaluate(async () => {
  const names = await caches.keys();
  const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  return { names: names.length, files: all.flat().map((url) => url.replace(location.origin, '')).sort() };
});

test('after every page was visited the worker keeps exactly what the build lists, with JavaScript', async ({ page, ada }) => {
  test.setTimeout(240_000);
  for (const path of PUBLIC.slice(0, 3)) await page.goto(path);
  await signIn(page, ada);
  await keep(page);
  const listed = await page.evaluate(async () => {
    const text = await (await fetch(`/sw.js?language=${document.documentElement.lang}`)).text();
    return JSON.parse(/^const BUILD = (.*);$/m.exec(text)![1]!).files as string[];
  });
  expect(listed.length).toBeGreaterThan(8);
  for (const path of Object.values(await privatePages(page, ada.record))) await page.goto(path);
  for (const path of PUBLIC) await page.goto(path);
  expect(await cached(page)).toEqual({ names: 1, files: [...listed].sort() });
});

test('where nothing is kept every address opens on a page that says so, with the numbers, with JavaScript', async ({ page, way, ada }) => {
  await signIn(page, ada);
  await begin(page);
  way.down();
  for (const path of ['/', `/records/${ada.record}`, `/records/${ada.record}/results`, '/account', '/sign-in', '/nothing-is-here']) {
    await page.goto(path);
    await expect(page.locator('#nothing')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  await accessible(page);
  await noSidewaysScroll(page);
  await page.locator('#nothing').getByRole('link').click();
  await expect(page).toHaveURL(/\/ill$/);
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  await accessible(page);
  await page.goto('/account');
  way.up();
  await page.locator('#nothing button').click();
  await expect(page.locator('#nothing')).toHaveCount(0);
});

test('whom to call is shown within three seconds when nobody answers, with JavaScript', async ({ page, way, ada }) => {
  await signIn(page, ada);
  await begin(page);
  way.silent();
  const begun = Date.now();
  await page.goto('/ill');
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(5_000);
});

test('the choice to keep a copy asks for a PIN, says what is kept, and is taken back, with JavaScript', async ({ page, context, ada }) => {
  await signIn(page, ada);
  await begin(page);
  await accessible(page);
  await noSidewaysScroll(page);
  await page.locator('#keep button').click();
  await expect(page.locator('[data-wrong=own]')).toBeVisible();
  await page.getByRole('checkbox').check();
  await page.locator('#pin').fill('12345');
  await page.locator('#keep button').click();
  await expect(page.locator('[data-wrong=pin]')).toBeVisible();
  await page.locator('#pin').fill(PIN);
  await page.locator('#again').fill(`${PIN}0`);
  await page.locator('#keep button').click();
  await expect(page.locator('[data-wrong=again]')).toBeVisible();
  await accessible(page);
  expect((await look(context)).keeps).toBe(false);
  await keep(page);
  await accessible(page);
  await noSidewaysScroll(page);
  await page.locator('#forget').click();
  await expect(page.locator('[data-state=forgotten]')).toBeVisible();
  expect(await look(context)).toMatchObject({ state: 'nothing', keeps: false });
});

test('what is kept opens without a network as the app, with its age, with JavaScript', async ({ page, way, ada }) => {
  await signIn(page, ada);
  await keep(page);
  way.down();
  for (const [path, text] of [
    [`/records/${ada.record}`, /Ada Quill/],
    [`/records/${ada.record}/diary`, /Diary/],
    [`/records/${ada.record}/medicines`, /Medicines/],
    [`/records/${ada.record}/results`, /Results/],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
    await expect(page.locator('.notice-device')).toBeVisible();
    await accessible(page);
  }
  // From page to page as with a network.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Diary' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diary');
});

test('an entry without a network waits and is sent on return, in its order, with JavaScript', async ({ page, context, way }) => {
  const person = await aPerson();
  await signIn(page, person);
  await keep(page);
  await noteForm(page, person.record);
  way.down();
  await note(page, person.record, 'My hands hurt');
  await unsent(context).toBe(1);
  expect((await look(context)).waiting).toMatchObject([{ path: '/api/diary/note', state: 'waiting' }]);
  way.up();
  await goBack(page, `/records/${person.record}/diary`);
  await unsent(context).toBe(0);
  expect((await look(context)).waiting).toMatchObject([{ path: '/api/diary/note', state: 'sent' }]);
  await page.goto(`/records/${person.record}/diary`);
  await expect(page.locator('main')).toContainText('My hands hurt');
  expect(way.seen.filter((line) => line === 'POST /api/diary/note')).toHaveLength(1);
});

test('an entry of which the answer was lost is there once, with JavaScript', async ({ page, context, elsewhere, way }) => {
  const person = await aPerson();
  await signIn(page, person);
  await keep(page);
  await noteForm(page, person.record);
  way.oneWay();
  await page.locator('#note').fill('Said once');
  await page.locator('main form .button').click({ timeout: 30_000 });
  await page.waitForURL('**/diary?noted=1');
  await unsent(context).toBe(1);
  // It is there already, and this device does not know.
  const other = await elsewhere({ baseURL: process.env.DAYBOOK_E2E_URL });
  await signIn(other, person);
  const there = async (tab: Page) => {
    await tab.goto(`/records/${person.record}/diary`);
    await expect(tab.locator('main').getByText('Said once')).toHaveCount(1);
  };
  await there(other);
  way.down();
  way.up();
  await goBack(page, '/privacy');
  await unsent(context).toBe(0);
  // It arrived twice at least: as a form, and from the outbox.
  expect(way.seen.filter((line) => line === 'POST /api/diary/note').length).toBeGreaterThan(1);
  expect((await look(context)).waiting).toMatchObject([{ path: '/api/diary/note', state: 'sent' }]);
  await there(page);
  await there(other);
});

test('two tabs without a network show the same, and what was said in one is sent once, with JavaScript', async ({ page, context, way }) => {
  const person = await aPerson();
  await signIn(page, person);
  await due(page, person, 'Zinc');
  await keep(page);
  const [other, medicines] = [await context.newPage(), `/records/${person.record}/medicines`];
  const tabs = [page, other];
  for (const tab of tabs) await open(tab, medicines);
  const dose = (tab: Page) => tab.locator('li.dose').filter({ hasText: 'Zinc' }).first();
  way.down();
  for (const tab of tabs) {
    await tab.goto(medicines);
    await expect(tab.locator('.notice-device')).toBeVisible();
  }
  await dose(page).locator('.dose-form button').first().click();
  // The other tab says it too, without a hand on it.
  for (const tab of tabs) await expect(dose(tab).locator('.badge')).toBeVisible();
  await unsent(context).toBe(1);
  way.up();
  await Promise.all(tabs.map((tab) => goBack(tab, medicines)));
  await unsent(context).toBe(0);
  for (const tab of tabs) {
    await expect(tab.locator('.notice-device')).toHaveCount(0);
    await expect(dose(tab).locator('.dose-state svg')).toBeVisible();
    await expect(dose(tab).locator('.badge')).toBeHidden();
  }
  expect(way.seen.filter((line) => line === 'POST /api/medicines/note')).toHaveLength(1);
});

test('a form is not said to be taken where nothing is kept, and leads back to where it stands, with JavaScript', async ({ page, context, way }) => {
  const person = await aPerson();
  await signIn(page, person);
  await begin(page);
  await noteForm(page, person.record);
  way.down();
  await page.locator('#note').fill('Lost words');
  await page.locator('main form .button').click();
  await expect(page).toHaveURL(`/records/${person.record}/diary/note#not-kept`);
  await expect(page.locator('#nothing')).toBeVisible();
  await expect(page.getByText('what you just entered was not saved')).toBeVisible();
  await accessible(page);
  expect(await look(context)).toMatchObject({ unsent: 0 });
  await page.goto('/ill');
  await expect(page.getByText('what you just entered was not saved')).toBeHidden();
});

test('another person on the device never sends, sees or counts it, and its owner does after signing in, with JavaScript', async ({ page, context, way }) => {
  const [first, second] = [await aPerson(), await aPerson()];
  await signIn(page, first);
  await keep(page);
  await noteForm(page, first.record);
  way.down();
  await note(page, first.record, 'Words of the first');
  await unsent(context).toBe(1);
  way.up();
  // The session of the first ended meanwhile; the next one signs in.
  await context.clearCookies();
  await signIn(page, second);
  await settings(page);
  expect(await look(context)).toMatchObject({ state: 'nothing', unsent: 0, waiting: [] });
  await page.goto(`/records/${second.record}/diary`);
  await expect(page.locator('main')).not.toContainText('Words of the first');
  expect(way.seen).not.toContain('POST /api/diary/note');
  await context.clearCookies();
  await signIn(page, first);
  await unsent(context).toBe(0);
  await page.goto(`/records/${first.record}/diary`);
  await expect(page.locator('main')).toContainText('Words of the first');
});

test('who signs out with something unsent is asked, and each choice does what it says, with JavaScript', async ({ page, context, way }) => {
  const person = await aPerson();
  const waits = async (words: string) => {
    await keep(page);
    await noteForm(page, person.record);
    way.down();
    await note(page, person.record, words);
    await unsent(context).toBe(1);
  };
  const leave = async () => {
    await page.goto('/account/leaving');
    await accessible(page);
  };
  // With a network everything is sent first.
  await signIn(page, person);
  await waits('Sent before leaving');
  way.up();
  await leave();
  await page.locator('button[value=send]').click();
  await expect(page).toHaveURL(/\/sign-in\?signed-out/);
  expect(await look(context)).toMatchObject({ state: 'nothing', unsent: 0 });
  // Sealed, it is sent after the next sign-in.
  await signIn(page, person);
  await waits('Sent after returning');
  await leave();
  await page.locator('#leaving button[value=keep]').click();
  await expect(page.locator('#left')).toBeVisible();
  await accessible(page);
  expect((await look(context)).waiting).toEqual([]);
  way.up();
  way.seen = [];
  await page.goto('/sign-in');
  expect(way.seen.slice(0, 2)).toEqual(['POST /api/account/sign_out', 'GET /sign-in']);
  await signIn(page, person);
  await expect.poll(() => way.seen).toContain('POST /api/diary/note');
  // Discarded, it is gone.
  await expect.poll(async () => (await look(context)).unsent).toBe(0);
  await waits('Never sent');
  await leave();
  await page.locator('#leaving button[value=discard]').click();
  await expect(page.locator('#left')).toBeVisible();
  way.up();
  await signIn(page, person);
  await page.goto(`/records/${person.record}/diary`);
  for (const words of ['Sent before leaving', 'Sent after returning']) await expect(page.locator('main')).toContainText(words);
  await expect(page.locator('main')).not.toContainText('Never sent');
});

test('after half an hour a PIN opens what is kept, and five wrong ones seal it, with JavaScript', async ({ page, context, way, ada }) => {
  await signIn(page, ada);
  await keep(page);
  way.down();
  await later(context, 31 * MINUTE);
  await page.goto(`/records/${ada.record}`);
  await expect(page.locator('#locked')).toBeVisible();
  await accessible(page);
  await noSidewaysScroll(page);
  const pin = page.locator('#locked input[name=pin]');
  const turn = async (typed: string) => {
    await pin.fill(typed);
    await page.locator('#locked button').click();
  };
  await turn('000000');
  await expect(page.locator('#pin-wrong')).toContainText('4');
  await accessible(page);
  await turn(PIN);
  await expect(page.locator('#locked')).toBeHidden();
  expect((await look(context)).state).toBe('open');
  await later(context, 31 * MINUTE);
  await page.goto(`/records/${ada.record}`);
  for (const left of [4, 3, 2, 1]) {
    await turn('000000');
    await expect(page.locator(`#pin-wrong [data-left="${left}"]`)).toBeVisible();
  }
  await turn('000000');
  await expect(page.locator('#sealed')).toBeVisible();
  await accessible(page);
  expect((await look(context)).state).toBe('sealed');
  way.up();
  await goBack(page, `/records/${ada.record}`);
  await expect.poll(async () => (await look(context)).state).toBe('open');
});

test('a day after signing in what is kept is sealed, and after fourteen days it is gone, with JavaScript', async ({ page, context, way, ada }) => {
  await signIn(page, ada);
  await keep(page);
  way.down();
  await later(context, DAY);
  await page.goto(`/records/${ada.record}`);
  await expect(page.locator('#sealed')).toBeVisible();
  const rows = async () => (await worker(context)).evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('device');
      request.onsuccess = () => resolve(request.result);
    });
    const count = await new Promise<number>((resolve) => {
      const request = db.transaction('copy').objectStore('copy').count();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return count;
  });
  expect(await rows()).toBe(1);
  await later(context, 13 * DAY);
  await page.goto(`/records/${ada.record}`);
  await expect(page.locator('#sealed')).toBeVisible();
  expect(await rows()).toBe(0);
});

test('a device that its person ended elsewhere loses everything at its next contact, with JavaScript', async ({ page, context, elsewhere, way }) => {
  const person = await aPerson();
  await signIn(page, person);
  await keep(page);
  await noteForm(page, person.record);
  way.down();
  await note(page, person.record, 'Ended words');
  await unsent(context).toBe(1);
  const other = await elsewhere({ baseURL: process.env.DAYBOOK_E2E_URL });
  await signIn(other, person);
  await other.goto('/account/devices');
  await other.locator('form[action="/api/account/end_session"] button').first().click();
  await expect(other).toHaveURL(/\/account\/devices/);
  way.up();
  await goBack(page, `/records/${person.record}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(async () => (await look(context)).state).toBe('nothing');
  await signIn(page, person);
  await settings(page);
  expect(await look(context)).toMatchObject({ state: 'nothing', keeps: false, unsent: 0 });
});

test('a worker that is switched off lets go of everything that it stood in for, with JavaScript', async ({ page, way, ada }) => {
  await signIn(page, ada);
  await begin(page);
  expect((await cached(page)).names).toBe(1);
  way.worker = (text) => text.replace(/^const BUILD = .*;$/m, 'const BUILD = {"version":"off","language":"en","files":[],"offline":false};');
  const changed = page.evaluate(() => new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await changed;
  await expect.poll(async () => (await cached(page)).names).toBe(0);
  way.down();
  await expect(page.goto('/account')).rejects.toThrow();
});

test('a newer version waits until it is let in, with JavaScript', async ({ page, way, ada }) => {
  await signIn(page, ada);
  await begin(page);
  way.worker = (text) => text.replace(/"version":"[^"]*"/, '"version":"newer"');
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const waits = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting));
  await expect.poll(waits).toBe(true);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(2);
  const said = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
    (await navigator.serviceWorker.ready).active!.postMessage({ state: true }, [port2]);
    return answer;
  });
  expect(said).toMatchObject({ update: true });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active!.postMessage({ update: true }));
  await expect.poll(waits).toBe(false);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['daybook-newer']);
});

test('a worker of staff keeps nothing, with JavaScript', async ({ page, context, way }) => {
  const person = await aPerson();
  await signIn(page, person);
  await keep(page);
  await context.clearCookies();
  await enter(page, DEMO.nurse);
  await page.goto('/account');
  await expect.poll(async () => (await look(context)).state).toBe('nothing');
  way.down();
  await page.goto(`/records/${person.record}`);
  await expect(page.locator('#nothing')).toBeVisible();
});

// ---- What lies on the disk.

/** Files of a folder in which one of the words stands, in either way of writing it: `word in file`. */
function holding(folder: string, words: string[]): string[] {
  const wanted = words.map((word) => ({ word, ways: [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')] }));
  const found: string[] = [];
  const walk = (at: string) => {
    for (const one of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, one.name);
      if (one.isDirectory()) walk(path);
      else if (one.isFile() && statSync(path).size > 0) {
        const bytes = readFileSync(path);
        for (const { word, ways } of wanted) {
          if (ways.some((way) => bytes.includes(way))) found.push(`${word} in ${path.slice(folder.length)}`);
        }
      }
    }
  };
  walk(folder);
  return found;
}

test('nothing of the record lies in clear on the disk: not kept, locked, expired, signed out or ended, with JavaScript', async ({ way }) => {
  test.setTimeout(300_000);
  const person = await aPerson();
  const folder = mkdtempSync(join(tmpdir(), 'daybook-profile-'));
  // Of the record; and of what is entered without a network.
  const words = ['duct carcinoma', 'Hillside Laboratory', 'Castellan', 'CANARY-of-the-diary'];
  const open = () => chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM, args: CHROMIUM_ARGS, baseURL: way.url, locale: 'en-GB', timezoneId: 'Europe/London',
  });
  /** Closes the browser, which writes everything, and searches; answers with the browser anew. */
  const search = async (context: BrowserContext, when: string) => {
    await context.close();
    expect(holding(folder, words), when).toEqual([]);
    return open();
  };
  try {
    let context = await open();
    let page = context.pages()[0] ?? (await context.newPage());
    await enter(page, person);
    await page.goto(`/records/${person.record}/results`);
    await keep(page);
    await noteForm(page, person.record);
    way.down();
    await note(page, person.record, 'CANARY-of-the-diary');
    await unsent(context).toBe(1);
    way.up();
    context = await search(context, 'kept');

    page = context.pages()[0]!;
    way.down();
    await page.goto(`/records/${person.record}`);
    await later(context, 31 * MINUTE);
    await page.reload();
    await expect(page.locator('#locked')).toBeVisible();
    context = await search(context, 'locked');

    page = context.pages()[0]!;
    await page.goto(`/records/${person.record}`);
    await later(context, DAY);
    await page.reload();
    await expect(page.locator('#sealed')).toBeVisible();
    context = await search(context, 'expired');

    page = context.pages()[0]!;
    way.up();
    // The session is the one of before: only the clock of the device had gone on.
    await page.goto(`/records/${person.record}`);
    await unsent(context).toBe(0);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in\?signed-out/);
    context = await search(context, 'signed out');

    page = context.pages()[0]!;
    await enter(page, person);
    await keep(page);
    await (await worker(context)).evaluate(async () => {
      // The name is known to the worker alone; the server says "ended" of it.
      const run = globalThis as unknown as { device: { facts(): Promise<{ current: string }>; hear(said: string): Promise<void> } };
      await run.device.hear(`ended ${(await run.device.facts()).current}`);
    });
    context = await search(context, 'ended');

    // The search would find something, in either way of writing.
    page = context.pages()[0]!;
    await page.goto('/privacy');
    await page.evaluate(() => {
      localStorage.setItem('plain', 'CANARY-of-the-diary');
      localStorage.setItem('wide', 'CANARY-of-the-diary \u0639');
    });
    await context.close();
    expect(holding(folder, words).some((path) => path.includes('Local Storage'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
