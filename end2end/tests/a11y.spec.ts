// What must hold on every page for people who see, hear, move or read differently.

import { type Page } from '@playwright/test';
import { accessible, expect, hydrated, noSidewaysScroll, open, signIn, speak, test } from '../fixtures.ts';
import { DEMO, aPerson } from '../people.ts';
import { NOT_FOUND, PUBLIC, privatePages } from '../pages.ts';

const SIZES = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** Opens what folds, so that what is inside is looked at too. Not the languages: their list lies over the page. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('main details').forEach((one) => (one.open = true)));
}

async function lookAt(page: Page): Promise<void> {
  await noSidewaysScroll(page);
  await unfold(page);
  await noSidewaysScroll(page);
  await accessible(page);
}

for (const language of ['en', 'ar']) {
  for (const size of SIZES) {
    test(`axe finds nothing on signed-out pages in ${language} at ${size.width} pixels`, async ({ page, context, trouble }) => {
      test.setTimeout(180_000);
      trouble.allow(/status of 404/);
      await speak(context, language);
      await page.setViewportSize(size);
      for (const path of [...PUBLIC, NOT_FOUND]) {
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await lookAt(page);
      }
      // The states that a refused form leads to.
      await page.goto('/enrol');
      await page.locator('#code').fill('K7QM-2XRD-9VTB');
      for (const part of ['day', 'month', 'year']) await page.locator(`#birth-${part}`).fill('77');
      await page.locator('main form button').first().click();
      await expect(page.getByRole('alert')).toBeVisible();
      await lookAt(page);
      await page.goto('/sign-in');
      await page.locator('#name').fill('nobody at all');
      await page.locator('#passphrase').fill('nothing at all');
      await page.locator('main form button').first().click();
      await expect(page.getByRole('alert')).toBeVisible();
      await lookAt(page);
    });

    test(`axe finds nothing on signed-in pages in ${language} at ${size.width} pixels`, async ({ page, trouble }) => {
      test.setTimeout(300_000);
      trouble.allow(/status of 404/);
      const person = await aPerson(language);
      await page.setViewportSize(size);
      await signIn(page, person);
      const paths = await privatePages(page, person.record);
      for (const path of [...Object.values(paths), `/records/${person.record}/results/nonsense`]) {
        await open(page, path);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await lookAt(page);
      }
    });
  }
}

for (const name of ['hannah', 'tomas', 'etienne', 'salma', 'winifred', 'nurse'] as const) {
  test(`axe finds nothing on the first pages of ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, DEMO[name]);
    await lookAt(page);
    for (const link of await page.locator('nav.main-nav a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!))) {
      await open(page, link);
      await lookAt(page);
    }
  });
}

test('every page fits a window of 320 by 256 without scrolling sideways', async ({ page, ada, trouble }) => {
  test.setTimeout(180_000);
  trouble.allow(/status of 404/);
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of [...PUBLIC, NOT_FOUND]) {
    await page.goto(path);
    await unfold(page);
    await noSidewaysScroll(page);
  }
  await signIn(page, ada);
  for (const path of Object.values(await privatePages(page, ada.record))) {
    await open(page, path);
    await unfold(page);
    await noSidewaysScroll(page);
  }
});

/** The widest spacing that WCAG 1.4.12 asks for, as a style of the reader's own. */
async function widenSpacing(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** Texts that stick out of a box that cuts them off. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const box of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(box);
      const hides = [style.overflowX, style.overflowY].some((one) => one === 'hidden' || one === 'clip');
      // What only screen readers are meant to find is cut off on purpose.
      if (!hides || box.closest('.visually-hidden, .skip-link, svg') || !box.innerText?.trim()) continue;
      if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) cut.push(box.outerHTML.slice(0, 200));
    }
    return cut;
  });
}

test('wider spacing of text cuts nothing off', async ({ page, ada }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 640 });
  const look = async () => {
    await widenSpacing(page);
    await unfold(page);
    await noSidewaysScroll(page);
    expect(await clipped(page), page.url()).toEqual([]);
  };
  for (const path of PUBLIC) {
    await page.goto(path);
    await look();
  }
  await signIn(page, ada);
  for (const path of Object.values(await privatePages(page, ada.record))) {
    await open(page, path);
    await look();
  }
});

/** Presses Tab until the element has the focus, as often as there are things to reach. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    // What is pressed as a whole card has its outline around the card.
    const [outlines, html] = await focused.evaluate((one) => [
      [null, '::after'].map((part) => getComputedStyle(one, part).outlineStyle).filter((style) => style !== 'none'),
      one.outerHTML.slice(0, 200),
    ]);
    expect(outlines, `the focus can be seen on ${html}`).not.toEqual([]);
    if (name.test((await focused.innerText()).trim())) return;
  }
  throw new Error(`nothing like ${name} was reached on ${page.url()}`);
}

test('one can sign in, open a result and sign out with the keyboard alone', async ({ page, ada, trouble }) => {
  // The page asks what is new while its session is being ended.
  trouble.allow(/status of 401 .*\/api\/reminders\/glance/);
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press('Tab');
  await expect(page.locator('#name')).toBeFocused();
  await page.keyboard.type(ada.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ada.passphrase);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/records/${ada.record}`);
  await hydrated(page);
  await tabTo(page, /^All results$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/records/${ada.record}/results`);
  await hydrated(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results');
  await tabTo(page, /Full blood count/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full blood count');
  await hydrated(page);
  await open(page, '/account');
  await tabTo(page, /^Sign out$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/signed-out/);
});

test('after moving within the app the heading has the focus, with JavaScript', async ({ page, ada }) => {
  await signIn(page, ada);
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('link', { name: 'All results' }).click();
  await expect(heading).toHaveText('Results');
  await expect(heading).toBeFocused();
  await page.getByRole('link', { name: /Full blood count/ }).first().click();
  await expect(heading).toHaveText('Full blood count');
  await expect(heading).toBeFocused();
  await page.goBack();
  await expect(heading).toHaveText('Results');
  await expect(heading).toBeFocused();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'More' }).click();
  await expect(heading).toHaveText('More');
  await expect(heading).toBeFocused();
});

test('every target is at least 44 pixels high or wide enough to hit', async ({ page, ada }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 800 });
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input:not([type=hidden]), select, summary, a[href]')]
        .filter((one) => one.checkVisibility() && !one.matches('p a, dd a, svg a, .report-text a, .skip-link') && !one.closest('label'))
        // The link of an entry is hit wherever the entry is.
        .map((one) => ({ html: one.outerHTML.slice(0, 120), hit: one.matches('.entry-title') ? one.closest('.entry')! : one }))
        .map(({ html, hit }) => ({ html, ...hit.getBoundingClientRect().toJSON() }))
        .filter((box) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
        .map((box) => `${box.width.toFixed(1)}×${box.height.toFixed(1)} ${box.html}`),
    );
  for (const path of PUBLIC) {
    await page.goto(path);
    expect(await small(), path).toEqual([]);
  }
  await signIn(page, ada);
  for (const path of Object.values(await privatePages(page, ada.record))) {
    await open(page, path);
    expect(await small(), path).toEqual([]);
  }
});

test('with forced colours pages stay whole and the focus can be seen', async ({ page, ada }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/sign-in');
  await tabTo(page, /^I have a letter/);
  await signIn(page, ada);
  const { timeline, trend } = await privatePages(page, ada.record);
  for (const path of [timeline!, trend!]) {
    await open(page, path);
    await accessible(page);
    await tabTo(page, /Full blood count|Everything/);
  }
});

test('with reduced motion nothing moves', async ({ page, ada }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, ada);
  for (const path of ['/account', `/records/${ada.record}`, `/records/${ada.record}/results`]) {
    await open(page, path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .map((one) => [one, getComputedStyle(one)] as const)
        .filter(([, style]) =>
          [...style.transitionDuration.split(','), ...(style.animationName === 'none' ? [] : style.animationDuration.split(','))].some(
            (time) => Number.parseFloat(time) > 0.01,
          ),
        )
        .map(([one]) => one.outerHTML.slice(0, 120)),
    );
    expect(moving).toEqual([]);
  }
});
