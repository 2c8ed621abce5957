// A person's results: what is new, the line of time, one thing opened, one test over time.

import { accessible, expect, hydrated, open, signIn, test } from '../fixtures.ts';
import { aCorrection, aLongPanel, aPerson, somethingNew } from '../people.ts';

const results = (record: string) => `/records/${record}/results`;

test('Today greets by name and leads to what is coming and to all results', async ({ page, ada }) => {
  await signIn(page, ada);
  await expect(page).toHaveURL(`/records/${ada.record}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Ada Quill');
  const coming = page.getByRole('region', { name: 'What is coming' });
  await expect(coming.getByRole('link', { name: /Check-up at the breast clinic/ })).toBeVisible();
  await expect(coming).toContainText('Monday 2 March 2099');
  await accessible(page);
  await page.getByRole('link', { name: 'All results' }).click();
  await expect(page).toHaveURL(results(ada.record));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results');
});

test('the timeline is grouped by month and day, newest first, with vague dates as vague as they came', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, results(ada.record));
  const months = page.getByRole('heading', { level: 2 });
  await expect(months.nth(0)).toHaveText('March 2099');
  await expect(months.nth(1)).toHaveText('February 2025');
  const february = page.getByRole('region', { name: 'February 2025', exact: true });
  await expect(february.getByRole('heading', { level: 3 })).toHaveText('Tuesday 11');
  await expect(february).toContainText('3 values');
  await expect(page.locator('.day', { hasText: 'Sometime in June 2018' }).first()).toContainText('Never smoked');
  await page.goto(`${results(ada.record)}?q=Asthma`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Sometime in 1984');
});

test('choosing kinds shows those alone, and the address keeps the choice', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, results(ada.record));
  await page.getByText('Choose kinds').click();
  await page.getByRole('checkbox', { name: 'Scans' }).check();
  await page.getByRole('checkbox', { name: 'Pathology' }).check();
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page).toHaveURL(/kind=imaging&kind=pathology/);
  await expect(page.locator('main li.entry')).toHaveCount(2);
  await expect(page.getByText('Showing: Scans, Pathology')).toBeVisible();
  await expect(page.getByText('2 results on this page.')).toBeVisible();
  await accessible(page);
  // Moving within the app leaves open what was open; a new page begins folded.
  const fold = page.locator('main details').filter({ hasText: 'Showing: Scans, Pathology' });
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  await page.getByRole('link', { name: 'Show every kind' }).click();
  await expect(page).toHaveURL(results(ada.record));
  await expect(page.locator('main li.entry')).toHaveCount(30);
});

test('a search finds a test by its plain name and by the name that its sender gave it', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, results(ada.record));
  for (const words of ['hemoglobin', 'CT scan of the chest', 'tamoxifen']) {
    await page.getByLabel('Search your results').fill(words);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(new RegExp(`q=${words.split(' ')[0]}`));
    await hydrated(page);
    await expect(page.getByLabel('Search your results')).toHaveValue(words);
    await expect(page.locator('main li.entry').first()).toBeVisible();
  }
  await expect(page.getByRole('link', { name: /Tamoxifen 20 mg tablet/ })).toBeVisible();
  await expect(page).toHaveTitle('Results for “tamoxifen” – Daybook');
});

test('a search that finds nothing says so and offers ways on', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=imaging`);
  await page.getByLabel('Search your results').fill('xylophone <b>');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Nothing found for “xylophone <b>”');
  await accessible(page);
  await page.getByRole('link', { name: 'Show all results' }).click();
  await expect(page).toHaveURL(results(ada.record));
  await expect(page.locator('main li.entry')).toHaveCount(30);
});

test('one can jump to a year and turn to older pages until the first', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, results(ada.record));
  await page.getByText('Jump to a year').click();
  await page.getByRole('link', { name: '2017', exact: true }).click();
  await expect(page).toHaveURL(/year=2017/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('July 2017');
  const seen = new Set<string>();
  for (let turned = 0; turned < 9; turned += 1) {
    await hydrated(page);
    for (const name of await page.locator('main a.entry-title').allInnerTexts()) {
      expect(seen, 'nothing comes twice').not.toContain(name);
      seen.add(name);
    }
    const older = page.getByRole('link', { name: 'Older results' });
    if ((await older.count()) === 0) break;
    const href = (await older.getAttribute('href'))!;
    await older.click();
    await expect(page).toHaveURL(href);
    await expect(page.getByRole('link', { name: 'Older results' }).and(page.locator(`[href="${href}"]`))).toHaveCount(0);
  }
  // Forty visits and what is known of a year alone.
  expect(seen.size).toBe(41);
  await page.getByRole('link', { name: 'Newest results' }).click();
  await expect(page).toHaveURL(results(ada.record));
});

test('a panel shows each value with its unit, its range in words and what it can mean', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=laboratory`);
  await page.getByRole('link', { name: /Full blood count\s*,\s*14 May 2024/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full blood count');
  await expect(page.locator('main')).toContainText('3 values · 1 outside this laboratory’s range');
  const hemoglobin = page.locator('li.value').filter({ has: page.getByRole('heading', { name: 'Hemoglobin' }) });
  await expect(hemoglobin.locator('.value-figure')).toHaveText(/112\s*g\/L/);
  await expect(hemoglobin).toContainText('Lower than usual for this laboratory');
  await expect(hemoglobin).toContainText('This laboratory’s range is 120 to 155.');
  await expect(hemoglobin).toContainText('When it is low (anemia)');
  await expect(page.getByRole('region', { name: 'What usually happens next' })).toContainText(
    'Your care team reads these values together with how you feel',
  );
  const platelets = page.locator('li.value').filter({ has: page.getByRole('heading', { name: 'Platelets' }) });
  await expect(platelets).toContainText('Within this laboratory’s range');
  await accessible(page);
  await hemoglobin.getByText('What this test is for').click();
  await expect(hemoglobin.getByText('Hemoglobin carries oxygen in your blood.')).toBeVisible();
});

test('a long panel shows fifty values at once, and leads to what is outside and to the rest', async ({ page }) => {
  const person = await aPerson();
  aLongPanel(person, 120);
  await signIn(page, person);
  await open(page, `${results(person.record)}?q=proteins`);
  await page.getByRole('link', { name: /Many proteins/ }).click();
  await expect(page.locator('main')).toContainText('120 values · 1 outside this laboratory’s range');
  await expect(page.locator('main')).toContainText('Values 1 to 50 of 120 are shown here.');
  await expect(page.locator('li.value')).toHaveCount(50);
  await expect(page.getByText('1 value on another page is outside this laboratory’s range:')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Protein 120' }).click();
  await hydrated(page);
  await expect(page).toHaveURL(/from=120#v-/);
  await expect(page.locator('li.value:target')).toContainText('Higher than usual for this laboratory');
  await expect(page.locator('li.value')).toHaveCount(20);
  await accessible(page);
  const pages = page.getByRole('navigation', { name: 'More values' });
  await pages.getByRole('link', { name: 'Values before these' }).click();
  await hydrated(page);
  await expect(page.locator('li.value').first()).toContainText('Protein 051');
  await pages.getByRole('link', { name: 'Values after these' }).click();
  await expect(page.locator('li.value').first()).toContainText('Protein 101');
  await hydrated(page);
  await pages.getByRole('link', { name: 'Show all 120 values' }).click();
  await hydrated(page);
  await expect(page.locator('li.value')).toHaveCount(120);
  await expect(pages).toHaveCount(0);
});

test('what the laboratory marked says whom to call', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=laboratory`);
  await page.getByRole('link', { name: /Full blood count\s*,\s*3 September 2024/ }).click();
  await expect(page.getByText('Your laboratory marked: Platelets')).toBeVisible();
  await expect(page.getByRole('link', { name: '+44 1632 960 100' })).toHaveAttribute('href', 'tel:+441632960100');
  await expect(page.locator('main')).not.toContainText(/critical|abnormal/i);
  await accessible(page);
});

test('one test over time has a sentence, a chart and the same values as a table, and periods', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=laboratory`);
  await page.locator('main a.entry-title').first().click();
  await page.getByRole('link', { name: 'Hemoglobin over time' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hemoglobin over time');
  await page.getByRole('navigation', { name: 'Period shown' }).getByRole('link', { name: 'Everything' }).click();
  await expect(page).toHaveURL(/period=all/);
  await expect(page.locator('main')).toContainText(
    /5 values from 5 March 2019 to 11 February 2025\. The latest is 121\sg\/L\. The lowest is 109\sg\/L, the highest is 138\sg\/L\./,
  );
  const chart = page.getByRole('group', { name: 'Chart: Hemoglobin' });
  await expect(chart.getByRole('link')).toHaveCount(5);
  await expect(chart.getByRole('link').nth(2)).toHaveAccessibleName(
    /14 May 2024, \d\d:\d\d: 112\sg\/L\. Lower than usual for this laboratory\./,
  );
  const rows = page.getByRole('table', { name: 'The same values as a table' }).locator('tbody tr');
  await expect(rows.locator('td:nth-of-type(1)')).toHaveText(['121', '109', '112', '131', '138']);
  await accessible(page);
  await chart.getByRole('link').first().press('Enter');
  await expect(page).toHaveURL(/#r-/);
  await expect(page.locator('tr:target')).toContainText('5 March 2019');
  await page.getByRole('link', { name: '1 year' }).click();
  await expect(page).toHaveURL(/period=1-year/);
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole('link', { name: '1 year' })).toHaveAttribute('aria-current', 'true');
});

test('a report begins with what it concludes and shows its text', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=imaging`);
  await page.getByRole('link', { name: /CT scan of the chest/ }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('In short');
  await expect(page.getByRole('region', { name: 'In short' })).toContainText('No sign of spread to the lungs.');
  await expect(page.getByRole('region', { name: 'The report' })).toContainText('Both lungs are clear.');
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('Dr Noor Castellan');
  await accessible(page);
});

test('a PDF opens in the browser and can be kept, and nothing of it stays in a cache', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `${results(ada.record)}?kind=pathology`);
  await page.getByRole('link', { name: /Tissue report/ }).click();
  const shown = page.getByRole('link', { name: 'Open Tissue report' });
  await expect(page.getByText('PDF, 1 KB')).toBeVisible();
  await accessible(page);
  const href = (await shown.getAttribute('href'))!;
  const answered = page.context().waitForEvent('response', (response) => new URL(response.url()).pathname === href);
  await shown.click();
  const headers = await (await answered).allHeaders();
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toBe('inline; filename="Tissue report.pdf"');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");

  await open(page, `${results(ada.record)}?kind=pathology`);
  await page.getByRole('link', { name: /Tissue report/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Tissue report' }).click();
  expect((await download).suggestedFilename()).toBe('Tissue report.pdf');
});

test('what is new says so until it is opened', async ({ page }) => {
  const ada = await aPerson();
  await signIn(page, ada);
  await expect(page.getByText('You have seen everything.')).toBeVisible();
  somethingNew(ada);
  await open(page, `/records/${ada.record}`);
  const fresh = page.getByRole('region', { name: 'What is new' }).getByRole('listitem');
  await expect(fresh).toHaveCount(1);
  await expect(fresh).toContainText('Full blood count');
  await accessible(page);
  await open(page, results(ada.record));
  await expect(page.getByText('1 of them is new to you.')).toBeVisible();
  await expect(page.locator('.badge-new')).toHaveCount(1);
  // Reading the list is no look at the thing.
  await open(page, results(ada.record));
  await page.locator('li.entry').filter({ has: page.locator('.badge-new') }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full blood count');
  await expect(page.locator('.value-figure').first()).toBeVisible();
  await open(page, results(ada.record));
  await expect(page.locator('li.entry').first()).toBeVisible();
  await expect(page.locator('.badge-new')).toHaveCount(0);
  await open(page, `/records/${ada.record}`);
  await expect(page.getByText('You have seen everything.')).toBeVisible();
});

for (const alone of [false, true]) {
  const sent = alone ? 'that was sent alone' : 'that was sent with its panel';
  test(`a corrected value ${sent} stays in the panel and shows what it said before`, async ({ page }) => {
    const ada = await aPerson();
    aCorrection(ada, { alone });
    await signIn(page, ada);
    await open(page, `${results(ada.record)}?kind=laboratory`);
    await expect(page.locator('main li.entry')).toHaveCount(5);
    await page.getByRole('link', { name: /Full blood count\s*,\s*11 February 2025/ }).click();
    const hemoglobin = page.locator('li.value').filter({ has: page.getByRole('heading', { name: 'Hemoglobin' }) });
    await expect(hemoglobin.locator('.value-figure')).toHaveText(/122\s*g\/L/);
    await expect(hemoglobin.locator('.value-corrected')).toHaveText(/Corrected\s*Earlier it read\s*121\sg\/L/);
    await accessible(page);
  });
}
