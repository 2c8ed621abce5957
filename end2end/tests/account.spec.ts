// The way in and out: a letter, a name and a passphrase, one's devices.

import { type Page } from '@playwright/test';
import { accessible, expect, hydrated, open, signIn, signOut, test } from '../fixtures.ts';
import { BORN, DEMO, aLetter, aPerson, aRecord, aStaffLetter } from '../people.ts';

async function fillLetter(page: Page, code: string, born = BORN): Promise<void> {
  await page.getByLabel('Code from your letter').fill(code);
  await page.getByLabel('Day', { exact: true }).fill(born.day);
  await page.getByLabel('Month', { exact: true }).fill(born.month);
  await page.getByLabel('Year', { exact: true }).fill(born.year);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function choose(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('I have read how my data is used').check();
  await page.getByRole('button', { name: 'Open my Daybook' }).click();
}

async function trySignIn(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a letter opens a Daybook, and what was typed survives every wrong try', async ({ page }) => {
  const { record, tag } = aRecord();
  const letter = aLetter(record);
  await page.goto('/enrol');
  await accessible(page);

  await fillLetter(page, 'K7QM-2XRD-9VTB');
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('Please check what you typed');
  await expect(summary).toContainText('do not belong together');
  await expect(page.getByLabel('Code from your letter')).toHaveValue('K7QM-2XRD-9VTB');
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue(BORN.year);
  await expect(page.getByLabel('Code from your letter')).toHaveAttribute('aria-invalid', 'true');
  await accessible(page);

  await fillLetter(page, letter.code, { ...BORN, day: '28' });
  await expect(summary).toContainText('do not belong together');
  await expect(page.getByLabel('Code from your letter')).toHaveValue(letter.code);
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('28');

  await fillLetter(page, letter.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose how you sign in');
  await accessible(page);

  await choose(page, `Ada ${tag}`, 'too short');
  await expect(page.getByRole('alert')).toContainText('at least 15 characters');
  await expect(page.getByLabel('Sign-in name')).toHaveValue(`Ada ${tag}`);
  await expect(page.getByLabel('Passphrase')).toHaveValue('');
  await accessible(page);

  await choose(page, `Ada ${tag}`, 'five quiet otters swim');
  await expect(page).toHaveURL(`/records/${record}`);
  await hydrated(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Ada Quill');
  await expect(page.getByText('You have seen everything.')).toBeVisible();
  await signOut(page);

  await page.goto('/enrol');
  await fillLetter(page, letter.code);
  await expect(page.getByRole('alert')).toContainText('was used already');
  await page.goto('/sign-in');
  await trySignIn(page, `Ada ${tag}`, 'five quiet otters swim');
  await expect(page).toHaveURL(`/records/${record}`);
});

test('a date of birth that is none is told beside its fields and counts as no try', async ({ page }) => {
  const letter = aLetter(aRecord().record);
  await page.goto(letter.address);
  for (const month of ['13', 'x', '0', '99', '14', '15']) {
    await fillLetter(page, letter.code, { ...BORN, month });
    await expect(page.getByRole('alert')).toContainText('the month as a number from 1 to 12');
    await expect(page.getByLabel('Month', { exact: true })).toHaveValue(month);
  }
  await accessible(page);
  await fillLetter(page, letter.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose how you sign in');
});

test('opening the address of a letter many times does not use it up', async ({ page }) => {
  const letter = aLetter(aRecord().record);
  for (let time = 0; time < 7; time += 1) await page.goto(letter.address);
  await expect(page.getByLabel('Code from your letter')).toHaveValue(letter.code);
  await fillLetter(page, letter.code);
  await expect(page).toHaveURL(/\/enrol\/choose/);
});

test('five wrong dates end a letter, also for who then knows the right one', async ({ page }) => {
  const letter = aLetter(aRecord().record);
  await page.goto('/enrol');
  for (let day = 1; day <= 5; day += 1) {
    await fillLetter(page, letter.code, { ...BORN, day: `${day}` });
    await expect(page.getByRole('alert')).toContainText('do not belong together');
  }
  await fillLetter(page, letter.code);
  await expect(page.getByRole('alert')).toContainText('do not belong together');
});

test('a name that someone has already is refused', async ({ page, ada }) => {
  await page.goto('/enrol');
  await fillLetter(page, aLetter(aRecord().record).code);
  await choose(page, ada.name.toUpperCase(), 'five quiet otters swim');
  await expect(page.getByRole('alert')).toContainText('Someone else has this name');
  await accessible(page);
});

test('a passphrase that many people have is refused', async ({ page }) => {
  const { record, tag } = aRecord();
  await page.goto('/enrol');
  await fillLetter(page, aLetter(record).code);
  await choose(page, `Ada ${tag}`, 'passwordpassword');
  await expect(page.getByRole('alert')).toContainText('easy to guess');
});

test('whoever comes to the second step without the first is led back to it', async ({ page }) => {
  await page.goto('/enrol/choose');
  await expect(page.getByText('Too much time has passed.')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Begin again' }).click();
  await expect(page).toHaveURL('/enrol');
});

test('the sign-in leads on to the page that was asked for', async ({ page, ada }) => {
  await page.goto(`/records/${ada.record}/results?q=tissue&kind=pathology`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await trySignIn(page, ada.name, ada.passphrase);
  await expect(page).toHaveURL(`/records/${ada.record}/results?q=tissue&kind=pathology`);
  await hydrated(page);
});

test('a wrong passphrase and an unknown name get the same answer', async ({ page, ada }) => {
  await page.goto('/sign-in');
  await trySignIn(page, ada.name, 'something else entirely');
  await expect(page.getByLabel('Sign-in name')).toHaveValue(ada.name);
  await expect(page.getByLabel('Passphrase')).toHaveValue('');
  const known = await page.locator('main').innerText();
  await accessible(page);
  await page.goto('/sign-in');
  await trySignIn(page, `nobody ${ada.tag}`, 'something else entirely');
  await expect(page.getByRole('alert')).toContainText('The name and the passphrase do not match');
  expect(await page.locator('main').innerText()).toBe(known);
});

test('wrong tries slow down, and a new letter is the way back in that ends every session', async ({ page, elsewhere }) => {
  const ada = await aPerson();
  const other = await elsewhere();
  await signIn(other, ada);

  await page.goto('/sign-in');
  // None of the first five waits; from then on a try that comes at once is told to wait.
  let tries = 0;
  while (!(await page.getByRole('alert').filter({ hasText: 'Too many tries' }).isVisible())) {
    tries += 1;
    expect(tries).toBeLessThan(12);
    await trySignIn(page, ada.name, 'something else entirely');
    await expect(page.getByRole('alert')).toBeVisible();
  }
  expect(tries).toBeGreaterThan(5);
  await expect(page.getByRole('alert')).toContainText(/Please wait [\d,]+ seconds?, then try again/);
  await expect(page.getByLabel('Sign-in name')).toHaveValue(ada.name);
  await accessible(page);

  await page.goto('/enrol');
  await fillLetter(page, aLetter(ada.record).code);
  await expect(page.getByText('You were here before.')).toBeVisible();
  await expect(page.getByLabel('Sign-in name')).toHaveValue(ada.name);
  await accessible(page);
  await choose(page, ada.name, 'seven loud herons fish');
  await expect(page).toHaveURL(`/records/${ada.record}`);

  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await trySignIn(other, ada.name, ada.passphrase);
  await expect(other.getByRole('alert')).toContainText('do not match');
});

test('after signing out the back button shows nothing of the record', async ({ page, ada }) => {
  await signIn(page, ada);
  await open(page, `/records/${ada.record}/results`);
  await expect(page.getByText('Full blood count').first()).toBeVisible();
  await signOut(page);
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await accessible(page);
  for (let back = 0; back < 2; back += 1) {
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await expect(page.getByText('Full blood count')).toHaveCount(0);
    await expect(page.getByText('Ada Quill')).toHaveCount(0);
  }
});

test('every device is listed, and ending one signs it out', async ({ page, elsewhere }) => {
  const ada = await aPerson();
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const other = await elsewhere({ userAgent });
  await signIn(other, ada);
  await signIn(page, ada);
  await open(page, '/account/devices');
  const devices = page.locator('main').getByRole('listitem');
  // This one, the other, and the browserless one that used the letter.
  await expect(devices).toHaveCount(3);
  await expect(devices.filter({ hasText: 'This device' })).toHaveCount(1);
  await expect(devices.filter({ hasText: 'This device' })).toContainText('Chrome on Linux');
  await accessible(page);
  await page.getByRole('button', { name: 'End Firefox on Linux' }).click();
  await expect(devices).toHaveCount(2);
  await expect(page).toHaveURL('/account/devices');
  await other.reload();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('someone of the care team gets in with letter and number, and opens no record', async ({ page, ada }) => {
  const name = `nurse ${ada.tag} ${test.info().project.name}`;
  const letter = aStaffLetter(name);
  expect(letter.number).toMatch(/^\d{6}$/);
  await page.goto('/enrol');
  await page.getByRole('link', { name: 'I work in the care team' }).click();
  await accessible(page);
  await page.getByLabel('Code from your letter').fill(letter.code);
  await page.getByLabel('Number that you were told').fill(letter.number === '111111' ? '222222' : '111111');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await expect(page.getByLabel('Code from your letter')).toHaveValue(letter.code);
  await page.getByLabel('Number that you were told').fill(letter.number!);
  await page.getByRole('button', { name: 'Continue' }).click();
  await choose(page, name, 'five quiet otters swim');
  await expect(page).toHaveURL('/account/second-factor');
  await expect(page.getByText('People who work in the care team need this second step')).toBeVisible();
  await accessible(page);
  await page.goto(`/records/${ada.record}`);
  await expect(page).toHaveURL('/account/second-factor');
  await expect(page.getByText('Ada Quill')).toHaveCount(0);
});

test('someone of the demonstration signs in with what the page prints', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByText(DEMO.hannah.passphrase)).toBeVisible();
  await trySignIn(page, DEMO.hannah.name, DEMO.hannah.passphrase);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Hannah Whitlow');
  await hydrated(page);
});
