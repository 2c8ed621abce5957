// Every page there is, for what must hold on all of them. A new page belongs in these lists.

import { type Page, expect } from '@playwright/test';
import { open } from './fixtures.ts';

/** For everyone, also signed out. */
export const PUBLIC = [
  '/sign-in',
  '/sign-in?signed-out=1',
  '/sign-in/help',
  '/sign-in/code',
  '/enrol',
  '/enrol?staff=1',
  '/enrol/choose',
  '/ill',
  '/privacy',
  '/accessibility',
  '/told/done?yes=1',
] as const;

export const NOT_FOUND = '/nothing-is-here';

/** Kinds of things that can be opened, each by a search that finds one of it first. */
const OPENED = {
  panel: 'kind=laboratory',
  scan: 'kind=imaging',
  tissue: 'kind=pathology',
  note: 'kind=note',
  medicine: 'kind=medicine',
  diagnosis: 'kind=diagnosis',
  visit: 'kind=visit',
  answer: 'kind=questionnaire',
  appointment: 'kind=appointment',
} as const;

/** The addresses of a person's pages, by what they show. */
export async function privatePages(page: Page, record: string): Promise<Record<string, string>> {
  const results = `/records/${record}/results`;
  const found: Record<string, string> = {
    today: `/records/${record}`,
    timeline: results,
    filtered: `${results}?kind=laboratory`,
    'no match': `${results}?q=xylophone`,
    year: `${results}?year=2012`,
    'blood counts': `${results}/blood-counts`,
    more: '/account',
    devices: '/account/devices',
    'second factor': '/account/second-factor',
    'code app': '/account/second-factor/new',
    'recovery codes': '/account/second-factor/codes',
    confirm: '/account/confirm',
    reminders: '/account/reminders',
    inbox: '/account/inbox',
    offline: '/account/offline',
    leaving: '/account/leaving',
    'dose calendar': '/account/calendar',
    'someone else': '/account/told',
    'time zone': '/account/zone',
    journey: '/account/zone?here=Asia%2FTokyo',
    log: `/records/${record}/log`,
    readiness: `${results}/readiness`,
    'take my data': `/records/${record}/export`,
    care: `/records/${record}/care`,
    diary: `/records/${record}/diary`,
    'symptoms over time': `/records/${record}/diary/over-time?period=all`,
    'diary note': `/records/${record}/diary/note`,
    medicines: `/records/${record}/medicines`,
    'new medicine': `/records/${record}/medicines/new`,
    'medicines of a month': `/records/${record}/medicines/history`,
    'medicines of a day': `/records/${record}/medicines/history/2026-09-21`,
    'meal times': `/records/${record}/medicines/moments`,
  };
  for (const [what, query] of Object.entries(OPENED)) {
    await open(page, `${results}?${query}`);
    found[what] = (await page.locator('main a.entry-title').first().getAttribute('href'))!;
  }
  await open(page, found.panel!);
  found.trend = await trendOf(page);
  found['whole trend'] = `${found.trend}?period=all&rows=all`;
  found['trend in other units'] = `${results}/over-time/hgb?units=conventional`;
  return found;
}

/** The address of the first test over time that the opened panel leads to. */
export async function trendOf(page: Page): Promise<string> {
  const link = page.locator('main a[href*="/over-time/"]').first();
  await expect(link).toBeVisible();
  return (await link.getAttribute('href'))!;
}
