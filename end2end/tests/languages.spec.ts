// No text stands in the code: in the pseudo-language every text of a catalogue is in brackets, and
// what is not comes from somewhere else.

import { type Page } from '@playwright/test';
import { expect, open, signIn, speak, test } from '../fixtures.ts';
import { DEMO, aPerson, somethingNew } from '../people.ts';
import { NOT_FOUND, PUBLIC, privatePages } from '../pages.ts';

/** Texts of the page that no catalogue holds: neither in brackets, nor a date, nor anybody's words. */
function strays(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Names, words from outside, and texts that say themselves which language they are in.
    const FOREIGN = '[translate=no], bdi, code, option, script, style, title, [lang]:not(html)';
    const DATES =
      /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)\b/g;
    const stray = (text: string) => {
      let rest = text;
      for (let before = ''; before !== rest; ) {
        before = rest;
        rest = rest.replace(/\[[^[\]]*\]/g, '');
      }
      return /\p{L}/u.test(rest.replace(DATES, ''));
    };
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const inside = node.parentElement!;
      if (inside.closest(FOREIGN) || !stray(node.textContent!)) continue;
      found.push(node.textContent!.trim());
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (one.closest(FOREIGN)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = one.getAttribute(name);
        if (text && stray(text)) found.push(`${name}: ${text}`);
      }
    }
    // A page about something that has a name of its own is titled by it.
    const named = document.querySelector('h1 bdi')?.textContent ?? '';
    if (stray(document.title.replace(named, ''))) found.push(`title: ${document.title}`);
    return found;
  });
}

async function look(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  expect(await strays(page), page.url()).toEqual([]);
}

test('every text of the signed-out pages comes from a catalogue', async ({ page, context, trouble }) => {
  trouble.allow(/status of 404/);
  await speak(context, 'en-XA');
  for (const path of [...PUBLIC, NOT_FOUND]) {
    await page.goto(path);
    await look(page);
  }
});

test('every text of a refused form comes from a catalogue', async ({ page, context }) => {
  await speak(context, 'en-XA');
  const refuse = async (path: string, fields: Record<string, string>) => {
    await page.goto(path);
    for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text);
    await page.locator('main form button').first().click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look(page);
  };
  const born = { 'birth-day': '1', 'birth-month': '2', 'birth-year': '1963' };
  await refuse('/sign-in', { name: 'nobody', passphrase: 'nothing at all' });
  await refuse('/enrol', { code: 'K7QM-2XRD-9VTB', ...born });
  await refuse('/enrol', { code: 'short', ...born, 'birth-month': '13' });
  await refuse('/enrol?staff=1', { code: 'K7QM-2XRD-9VTB', number: '123456' });
});

test('every text of the signed-in pages comes from a catalogue', async ({ page, context, trouble }) => {
  test.slow();
  trouble.allow(/status of 404/);
  const ada = await aPerson();
  somethingNew(ada);
  await speak(context, 'en-XA');
  await signIn(page, ada);
  const paths = await privatePages(page, ada.record);
  for (const path of [...Object.values(paths), `/records/${ada.record}/results/nonsense`]) {
    await open(page, path);
    await look(page);
  }
});

test('every text of what the demonstration people can open comes from a catalogue', async ({ page, context }) => {
  test.slow();
  await speak(context, 'en-XA');
  await signIn(page, DEMO.hannah);
  const results = `${new URL(page.url()).pathname}/results`;
  await open(page, results);
  const links = await page.locator('main a.entry-title').evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  expect(links.length).toBeGreaterThan(20);
  for (const path of links) {
    await open(page, path);
    await look(page);
  }
});

test('no page in any language shows the key of a text or a date in digits alone', async ({ page, context }) => {
  for (const language of ['en', 'fr', 'es', 'ar']) {
    await speak(context, language);
    for (const path of PUBLIC) {
      await page.goto(path);
      const text = await page.locator('body').innerText();
      expect(text, path).not.toMatch(/\b(site|account|record|results)-[a-z]+(-[a-z]+)*\b/);
      expect(text, path).not.toMatch(/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/);
    }
  }
});
