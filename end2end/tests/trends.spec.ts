// What is said around a value: how it changed, days of treatment, units, blood counts side by side.

import { accessible, expect, open, signIn, test } from '../fixtures.ts';
import { aPerson, DEMO, treated } from '../people.ts';

const results = (record: string) => `/records/${record}/results`;

test('a value says how it differs from the last one, without a verdict, and whom to ask', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=laboratory`);
  await page.getByRole('link', { name: /Full blood count\s*,\s*14 May 2024/ }).click();
  const hemoglobin = page.locator('li.value').filter({ has: page.getByRole('heading', { name: 'Hemoglobin' }) });
  await expect(hemoglobin).toContainText(/Lower than last time: 131\sg\/L \(8 November 2022\)/);
  await expect(page.locator('main')).not.toContainText(/better|worse|abnormal|critical/i);
  const ask = page.getByRole('region', { name: 'Questions about this?' });
  await expect(ask.getByRole('link', { name: '+44 1632 960 100' })).toHaveAttribute('href', 'tel:+441632960100');
  await accessible(page);
  await page.getByRole('link', { name: 'Blood counts together' }).click();
  await expect(page).toHaveURL(`${results(ada.record)}/blood-counts`);
});

test('days of treatment are drawn, said and listed, and a value is compared with before them', async ({ page }) => {
  const ada = await aPerson();
  treated(ada);
  await signIn(page, ada);
  await open(page, `${results(ada.record)}/over-time/hgb?period=all`);
  await expect(page.locator('main')).toContainText(
    'There was treatment on 2 days in this time. The last was 27 August 2024.',
  );
  await expect(page.getByText('Day of treatment', { exact: true })).toBeVisible();
  const given = page.getByRole('table').locator('tr', { hasText: 'Treatment:' });
  await expect(given).toHaveText([/27 August 2024\s*Treatment: Epirubicin/, /6 August 2024\s*Treatment: Epirubicin/]);
  await accessible(page);
  await open(page, `${results(ada.record)}?kind=laboratory`);
  await page.getByRole('link', { name: /Full blood count\s*,\s*3 September 2024/ }).click();
  const hemoglobin = page.locator('li.value').filter({ has: page.getByRole('heading', { name: 'Hemoglobin' }) });
  // The last value and the last one before the treatment are the same one: it is told once.
  await expect(hemoglobin.locator('.value-change')).toHaveText([/Lower than last time: 112\sg\/L \(14 May 2024\)/]);
});

test('each point is reached by the keyboard and says what it stands for', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}/over-time/hgb?period=all`);
  const points = page.getByRole('group', { name: 'Chart: Hemoglobin' }).getByRole('link');
  await expect(points).toHaveCount(5);
  await page.getByRole('link', { name: 'g/dL', exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(points.first()).toBeFocused();
  await expect(points.first().locator('text')).toBeVisible();
  await expect(points.first().locator('text')).toHaveText(/5 March 2019: 138\sg\/L/);
  await expect(points.nth(1).locator('text')).toBeHidden();
});

test('units are a choice, and the table keeps what was reported', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}/over-time/hgb?period=all`);
  await page.getByRole('navigation', { name: 'Units' }).getByRole('link', { name: 'g/dL', exact: true }).click();
  await expect(page).toHaveURL(/units=conventional/);
  await expect(page.locator('main')).toContainText(/The latest is 12\.1\sg\/dL\. The lowest is 10\.9\sg\/dL/);
  const rows = page.getByRole('table', { name: 'The same values as a table' }).locator('tbody tr');
  await expect(rows.first().locator('td').first()).toHaveText(/12\.1\s*\(121\sg\/L\)/);
  await accessible(page);
  // The choice stays while one moves through the periods.
  await page.getByRole('link', { name: '1 year' }).click();
  await expect(page).toHaveURL(/period=1-year&units=conventional/);
  await page.getByRole('link', { name: 'As reported' }).click();
  await expect(rows.first().locator('td').first()).toHaveText('121');
});

test('blood counts stand side by side, each with a sentence and the way to its own page', async ({ page }) => {
  await signIn(page, DEMO.tomas);
  const record = new URL(page.url()).pathname.split('/')[2]!;
  await open(page, results(record));
  await page.locator('a[href$="/results/blood-counts"]').click();
  await expect(page).toHaveURL(`${results(record)}/blood-counts`);
  await expect(page.locator('.small-charts figure.chart')).toHaveCount(4);
  await expect(page.locator('.small-charts .chart-treatment').first()).toBeAttached();
  for (const key of ['wbc', 'anc', 'hgb', 'plt']) {
    await expect(page.locator(`.small-charts a.action[href*="/over-time/${key}?"]`)).toBeVisible();
  }
  await accessible(page);
});

test('on paper the charts stay and the ways around go', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}/over-time/hgb?period=all`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('figure.chart svg').first()).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  for (const hidden of ['.main-nav', '.periods', '.back']) {
    for (const one of await page.locator(hidden).all()) await expect(one).toBeHidden();
  }
});
