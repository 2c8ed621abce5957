// Taking one's data: asked first, then saved as a page for people or as FHIR for systems.

import { type Download, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible, expect, noSidewaysScroll, open, signIn, test } from '../fixtures.ts';
import { schemaErrors } from '../fhir.ts';
import { DEMO, aPerson } from '../people.ts';
import { daybook } from '../server.ts';

const folder = () => process.env.DAYBOOK_E2E_FOLDER!;

async function save(page: Page, button: string): Promise<Download> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return waiting;
}

/** Opens a saved page, somewhere without a network. */
async function opened(kept: Page, saved: Download): Promise<void> {
  const body = readFileSync(await saved.path(), 'utf8');
  await kept.route('http://kept.example/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await kept.goto('http://kept.example/');
}

test('a person is told what a copy holds and where it will lie, and saves it as a page', async ({ page, elsewhere }) => {
  const person = await aPerson();
  await signIn(page, person);
  await open(page, '/account');
  await page.getByRole('link', { name: 'Take my data' }).click();
  await expect(page).toHaveURL(`/records/${person.record}/export`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take my data');
  await expect(page.locator('main')).toContainText('Blood and laboratory');
  await expect(page.locator('main')).toContainText('Don’t save it on a device that you share');
  await accessible(page);

  const saved = await save(page, 'Save the page');
  expect(saved.suggestedFilename()).toMatch(/^daybook-\d{4}-\d\d-\d\d\.html$/);
  // It opens without Daybook, without a network, and says the same to everyone.
  for (const width of [320, 1280]) {
    const kept = await elsewhere({ offline: true, viewport: { width, height: 800 } });
    await opened(kept, saved);
    await expect(kept.getByRole('heading', { level: 1 })).toContainText('Health record of');
    await expect(kept.getByRole('table').first()).toBeVisible();
    await expect(kept.locator('body')).toContainText('121');
    await noSidewaysScroll(kept);
    await accessible(kept);
  }
});

test('who takes their data in Arabic gets a page that reads from right to left', async ({ page, elsewhere }) => {
  await signIn(page, DEMO.salma);
  await page.goto(`${new URL(page.url()).pathname}/export`);
  await accessible(page);
  const saved = await save(page, 'حفظ الصفحة');
  const kept = await elsewhere({ viewport: { width: 360, height: 800 } });
  await opened(kept, saved);
  await expect(kept.locator('html')).toHaveAttribute('dir', 'rtl');
  await noSidewaysScroll(kept);
  await accessible(kept);
});

test('the FHIR file is valid R4 and comes in again as the same record', async ({ page }) => {
  const person = await aPerson();
  await signIn(page, person);
  await page.goto(`/records/${person.record}/export`);
  const saved = await save(page, 'Save the FHIR file');
  const path = await saved.path();
  expect(schemaErrors(JSON.parse(readFileSync(path, 'utf8')))).toEqual({ resources: [], bundle: [] });
  const [again] = daybook(folder(), 'import', path);
  expect(again).toMatchObject({ record: person.record, new: 0, changed: 0, raw: 0, refused: [], unresolved: [] });
});

test('what someone told in their diary is in both copies, valid, and never comes in as the clinic’s', async ({ page, elsewhere }) => {
  await signIn(page, DEMO.tomas);
  const record = new URL(page.url()).pathname.split('/')[2];
  await page.goto(`/records/${record}/export`);
  await accessible(page);
  const whole = await (await save(page, 'Guardar el archivo FHIR')).path();
  const bundle = JSON.parse(readFileSync(whole, 'utf8'));
  const kinds = bundle.entry.map(({ resource }: { resource: { resourceType: string } }) => resource.resourceType);
  for (const kind of ['Questionnaire', 'QuestionnaireResponse', 'Observation']) expect(kinds).toContain(kind);
  expect(schemaErrors(bundle)).toEqual({ resources: [], bundle: [] });
  const [again] = daybook(folder(), 'import', whole);
  expect(again).toMatchObject({ record, new: 0, changed: 0, raw: 0, refused: [] });
  const kept = await elsewhere({ viewport: { width: 320, height: 800 } });
  await opened(kept, await save(page, 'Guardar la página'));
  await expect(kept.getByRole('heading', { name: 'Lo que nos contó' })).toBeVisible();
  await expect(kept.locator('body')).toContainText('Mejor después de un té de jengibre');
  await noSidewaysScroll(kept);
  await accessible(kept);
});

test('the schema finds what is wrong with a resource', () => {
  const wrong = { resourceType: 'Observation', status: 5, code: {}, colour: 'red' };
  const { resources, bundle } = schemaErrors({ resourceType: 'Bundle', entry: [{ resource: wrong }] });
  expect(resources.length).toBeGreaterThan(1);
  expect(bundle).toEqual([]);
});

test('whole records of other origins go out as valid as they came in', () => {
  const samples = process.env.DAYBOOK_SAMPLES;
  test.skip(!samples || !existsSync(samples), 'DAYBOOK_SAMPLES names no folder of records');
  const own = mkdtempSync(join(tmpdir(), 'daybook-export-'));
  for (const name of readdirSync(samples!, { withFileTypes: true })) {
    if (!name.isDirectory()) continue;
    for (const file of readdirSync(join(samples!, name.name)).filter((file) => file.endsWith('.json'))) {
      const path = join(samples!, name.name, file);
      const [brought] = daybook(own, 'import', path);
      const out = join(own, 'out.json');
      daybook(own, 'export', brought!.record, '--out', out);
      const [came, went] = [path, out].map((one) => schemaErrors(JSON.parse(readFileSync(one, 'utf8'))));
      // What was wrong with a resource is still wrong with it: it goes out as it came. The Bundle is ours.
      expect(went!.resources, file).toEqual(came!.resources);
      expect(went!.bundle, file).toEqual([]);
    }
  }
});
