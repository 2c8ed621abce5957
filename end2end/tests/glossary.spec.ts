// Words of a report: a tap leads to what they mean, and back to where they stand.

import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { aPerson } from '../people.ts';

test('a word of a pathology report leads to what it means and back to where it stands', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?kind=pathology`);
  await page.getByRole('link', { name: /Tissue report/ }).click();
  const short = page.getByRole('region', { name: 'In short' });
  await expect(short).toContainText('A duct carcinoma, grade 2.');
  await expect(page.locator('a.term')).toHaveText(['carcinoma', 'grade 2']);
  await accessible(page);

  const word = short.getByRole('link', { name: 'carcinoma', exact: true });
  await word.click();
  await expect(page).toHaveURL(/#word-carcinoma$/);
  const meaning = page.locator('#word-carcinoma');
  await expect(meaning).toContainText('Cancer that begins in the cells that cover the body or line its organs.');
  await expect(meaning).toBeInViewport();
  expect(await meaning.evaluate((one) => one.matches(':target')), 'the meaning is marked').toBe(true);
  await accessible(page);

  await page.getByRole('link', { name: 'Back to the text carcinoma' }).click();
  await expect(page).toHaveURL(/#in-carcinoma$/);
  await expect(word).toBeInViewport();
  expect(await word.evaluate((one) => one.matches(':target')), 'the word is marked').toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(/#word-carcinoma$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tissue report');
});

test('a report in one language is explained in the language of its reader', async ({ page }) => {
  const reader = await aPerson('ar');
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, reader);
  await open(page, `/records/${reader.record}/results?kind=pathology`);
  await page.getByRole('link', { name: /Tissue report/ }).first().click();
  const words = page.getByRole('region', { name: 'كلمات في هذا التقرير' });
  await expect(words.locator('dt').first()).toHaveText('carcinoma');
  await expect(words.locator('dd').first()).toContainText('سرطان يبدأ في الخلايا');
  await noSidewaysScroll(page);
  await accessible(page);
});

test('a report without such words has no list of them', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results?kind=imaging`);
  await page.getByRole('link', { name: /CT scan of the chest/ }).click();
  await expect(page.getByRole('region', { name: 'The report' })).toContainText('Both lungs are clear.');
  await expect(page.locator('a.term')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Words in this report' })).toHaveCount(0);
});
