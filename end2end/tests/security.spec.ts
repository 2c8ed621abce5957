// What nobody may see, what no other site may do, and what every answer carries.

import { type BrowserContext, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { expect, open, signIn, signOut, test } from '../fixtures.ts';
import { DEMO, recordOf } from '../people.ts';
import { PUBLIC, privatePages, trendOf } from '../pages.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks by hand, with exactly these headers. */
function ask(path: string, headers: Record<string, string> = {}, form?: Record<string, string>): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  const url = new URL(path, process.env.DAYBOOK_E2E_URL);
  const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers: { ...type, ...headers } }, (got) => {
      const parts: Buffer[] = [];
      got.on('data', (part) => parts.push(part));
      got.on('end', () => resolve({ status: got.statusCode!, headers: got.headers, body: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The cookies of a browser as a header. */
async function cookiesOf(context: BrowserContext): Promise<{ cookie: string }> {
  const cookies = await context.cookies();
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** An answer without what differs each time: the nonce, the id of the request, and what was asked for. */
function blanked({ status, headers, body }: Answer, ...asked: string[]): string {
  const { date: _, 'x-request-id': __, ...kept } = headers;
  let text = JSON.stringify({ status, kept, body }).replace(/nonce[-=\\"]+[\w-]{10,}={0,2}/g, 'nonce');
  // When the page was made, from which on it asks for notices.
  text = text.replace(/\\"since\\":\d+/g, 'since');
  for (const one of asked) text = text.replaceAll(one, 'asked');
  return text;
}

test('a private page asked for signed out is an empty redirect, the same whether it exists or not', async ({ ada, page }) => {
  await signIn(page, ada);
  const { panel } = await privatePages(page, ada.record);
  const item = panel!.split('/').at(-1)!;
  const absent = randomUUID();
  const pages = (record: string, thing: string) => [
    `/records/${record}`,
    `/records/${record}/results`,
    `/records/${record}/results/${thing}`,
    `/records/${record}/results/${thing}/files/0`,
    `/records/${record}/results/over-time/${thing}`,
  ];
  const there = pages(ada.record, item);
  for (const [at, path] of pages(absent, absent).entries()) {
    const real = await ask(there[at]!);
    expect(real.status, path).toBe(303);
    expect(real.body, path).toBe('');
    expect(blanked(real, ada.record, item)).toBe(blanked(await ask(path), absent));
  }
  for (const path of ['/account', '/account/devices', '/account/nothing', '/records']) {
    const answer = await ask(path);
    expect([answer.status, answer.body], path).toEqual([303, '']);
    expect(answer.headers.location).toBe(`/sign-in?next=${path}`);
  }
});

test('the record of someone else and one that does not exist answer with the same bytes', async ({ ada, page, context }) => {
  await signIn(page, ada);
  const mine = await cookiesOf(context);
  const absent = randomUUID();
  const hers = recordOf('Hannah Whitlow');
  const thing = randomUUID();
  expect((await ask(`/records/${ada.record}`, mine)).status).toBe(200);
  for (const rest of ['', '/results', '/results?q=tumour', `/results/${thing}`, `/results/${thing}/files/0`, '/results/over-time/x']) {
    const other = await ask(`/records/${hers}${rest}`, mine);
    expect(other.status, rest).toBe(404);
    expect(other.body).not.toContain('Hannah');
    expect(blanked(other, hers), rest).toBe(blanked(await ask(`/records/${absent}${rest}`, mine), absent));
  }
  const call = (record: string) =>
    ask('/api/results/timeline', { ...mine, origin: process.env.DAYBOOK_E2E_URL!, accept: 'application/json' }, { record });
  const other = await call(hers);
  expect(other.status).toBe(404);
  expect(blanked(other)).toBe(blanked(await call(absent)));
});

test('a thing of another record is not found under my own', async ({ ada, page, context, elsewhere }) => {
  await signIn(page, ada);
  const her = await elsewhere();
  await signIn(her, DEMO.hannah);
  await open(her, `/records/${recordOf('Hannah Whitlow')}/results`);
  const item = (await her.locator('main a.entry-title').first().getAttribute('href'))!.split('/').at(-1)!;
  const mine = await cookiesOf(context);
  const absent = randomUUID();
  const answer = await ask(`/records/${ada.record}/results/${item}`, mine);
  expect(answer.status).toBe(404);
  expect(blanked(answer, item)).toBe(blanked(await ask(`/records/${ada.record}/results/${absent}`, mine), absent));
});

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

test('every answer carries the headers that protect people', async ({ ada, page, context }) => {
  await signIn(page, ada);
  const mine = await cookiesOf(context);
  const paths = Object.values(await privatePages(page, ada.record));
  const files = await page.locator('link[rel=stylesheet], link[rel=modulepreload]').evaluateAll((all) =>
    all.map((one) => one.getAttribute('href')!),
  );
  files.push(...((await page.content()).match(/\/(?:pkg|catalogue)\/[\w.-]+\.(?:wasm|ftl)/g) ?? []));
  expect(files.length).toBeGreaterThan(3);
  const answers = await Promise.all([
    ...[...PUBLIC, '/', '/nothing-is-here', '/health', '/ready', '/favicon.svg', ...files].map(async (path) => [path, await ask(path)] as const),
    ...paths.map(async (path) => [path, await ask(path, mine)] as const),
    ...['/records/x', '/api/account/sign_in'].map(async (path) => [path, await ask(path)] as const),
    ['a refused post', await ask('/api/account/sign_in', {}, { name: 'x', passphrase: 'y' })] as const,
  ]);
  for (const [path, { headers }] of answers) {
    expect(headers, path).toMatchObject(always);
    expect(headers['permissions-policy'], path).toContain('geolocation=()');
    expect(headers['x-request-id'], path).toMatch(/^[0-9a-f]{32}$/);
    const policy = headers['content-security-policy'] as string;
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toContain("base-uri 'none'");
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers.server, path).toBeUndefined();
    const cached = path.startsWith('/pkg/') || path.startsWith('/catalogue/') || path.startsWith('/favicon');
    expect(headers['cache-control'], path).toMatch(cached ? /^public, max-age=\d+/ : /^no-store$/);
  }
});

test('scripts run by a nonce that is another one each time, and none on signed-out pages', async ({ ada, page, context }) => {
  await signIn(page, ada);
  const mine = await cookiesOf(context);
  const nonces = new Set<string>();
  for (let time = 0; time < 3; time += 1) {
    const { headers, body } = await ask(`/records/${ada.record}`, mine);
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] as string)![1]!;
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    nonces.add(nonce);
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(3);
  for (const path of PUBLIC) {
    const { headers, body } = await ask(path);
    expect(headers['content-security-policy'], path).toContain("script-src 'none'");
    expect(body, path).not.toMatch(/<script\b/);
    expect(body, path).not.toMatch(/\sstyle=|\son[a-z]+=/);
  }
});

test('what another site sends is refused and changes nothing', async ({ ada, page, context }) => {
  await signIn(page, ada);
  const mine = await cookiesOf(context);
  const here = process.env.DAYBOOK_E2E_URL!;
  for (const from of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: here, 'sec-fetch-site': 'cross-site' },
    { origin: here, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    {},
  ] as Record<string, string>[]) {
    for (const path of ['/api/account/sign_out', '/api/site/language', '/api/account/sign_in']) {
      const answer = await ask(path, { ...mine, ...from, accept: 'text/html' }, { language: 'fr', name: 'x', passphrase: 'y' });
      expect([answer.status, answer.body], `${path} ${JSON.stringify(from)}`).toEqual([403, '']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Ada Quill');
});

test('nothing is written by a GET', async ({ ada, page, context }) => {
  await signIn(page, ada);
  const mine = await cookiesOf(context);
  for (const path of ['/api/account/sign_out', '/api/account/end_session?session=x', '/api/site/language?language=fr', '/api/results/timeline']) {
    const answer = await ask(path, { ...mine, accept: 'text/html' });
    expect(answer.status, path).toBe(405);
    expect(answer.headers['set-cookie'], path).toBeUndefined();
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Ada Quill');
});

test('every cookie is kept from scripts, from other hosts and from plain connections', async ({ ada, house }) => {
  const own = { origin: process.env.DAYBOOK_E2E_URL!, accept: 'text/html', 'x-forwarded-for': house };
  const answers = [
    await ask('/api/account/sign_in', own, { name: ada.name, passphrase: ada.passphrase }),
    await ask('/api/site/language', own, { language: 'fr', back: '/ill' }),
  ];
  const session = answers[0]!.headers['set-cookie']![0]!.split(';')[0]!;
  answers.push(await ask('/api/account/sign_out', { ...own, cookie: session }, {}));
  for (const { headers, status } of answers) {
    expect(status).toBe(303);
    for (const cookie of headers['set-cookie']!) {
      expect(cookie).toMatch(/^__Host-/);
      const parts = cookie.split(';').map((part) => part.trim());
      expect(parts).toEqual(expect.arrayContaining(['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']));
      expect(cookie).not.toMatch(/Domain/i);
    }
  }
  // Who signs out leaves neither a session nor a browser that takes their notifications.
  expect(answers.map(({ headers }) => headers['set-cookie']!.length)).toEqual([1, 1, 2]);
  expect(answers[0]!.headers['set-cookie']![0]).toMatch(/^__Host-session=[\w-]{43}/);
  expect(answers[2]!.headers['set-cookie']![0]).toMatch(/^__Host-session=;.*Max-Age=0/);
  expect(answers[2]!.headers['clear-site-data']).toContain('"cache"');
  expect((await ask(`/records/${ada.record}`, { cookie: session })).status).toBe(303);
});

test('no address of another site is led to', async ({ ada, house }) => {
  const own = { origin: process.env.DAYBOOK_E2E_URL!, accept: 'text/html', 'x-forwarded-for': house };
  for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/%0d%0aSet-Cookie:x=y']) {
    const answer = await ask('/api/account/sign_in', own, { name: ada.name, passphrase: ada.passphrase, next });
    expect(answer.headers.location, next).not.toContain('//');
    expect(answer.headers.location, next).toMatch(/^\/(%0d%0a.*)?$/);
  }
  const refused = await ask('/api/account/sign_in', { ...own, referer: 'https://evil.example//evil.example' }, { name: 'x', passphrase: 'y' });
  expect(refused.headers.location).toMatch(/^\/([^/]|$)/);
});

/** Every request of a page, as the browser made it. */
async function requestsOf(page: Page, path: string): Promise<{ url: string; bytes: number }[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  await devtools.detach();
  return [...urls].map(([id, url]) => ({ url, bytes: bytes.get(id) ?? 0 }));
}

test('no page asks anything of another host', async ({ ada, page, context }) => {
  test.slow();
  const foreign: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== process.env.DAYBOOK_E2E_URL) foreign.push(request.url());
  });
  for (const path of PUBLIC) await page.goto(path);
  await signIn(page, ada);
  for (const path of Object.values(await privatePages(page, ada.record))) await open(page, path);
  expect(foreign).toEqual([]);
});

test('a signed-out page needs no WASM, no script and at most 20 KB', async ({ page }) => {
  for (const path of PUBLIC) {
    const requests = await requestsOf(page, path);
    expect(requests.filter(({ url }) => /\.(wasm|js|ftl)$/.test(url))).toEqual([]);
    const sum = requests.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(sum, `${path}: ${JSON.stringify(requests)}`).toBeLessThanOrEqual(20 * 1024);
    expect(sum).toBeGreaterThan(1024);
  }
});

test('Today, results and one test over time need at most 40 KB before the WASM', async ({ ada, page }, { project }) => {
  const scripted = project.use.javaScriptEnabled !== false;
  await signIn(page, ada);
  const { today, timeline, panel } = await privatePages(page, ada.record);
  await open(page, panel!);
  for (const path of [today!, timeline!, panel!, await trendOf(page)]) {
    if (scripted) {
      // Not what the worker of the browser keeps already.
      await page.evaluate(async () => {
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
      });
    }
    const all = await requestsOf(page, path);
    const wasm = all.findIndex(({ url }) => url.endsWith('.wasm'));
    // Without scripts no page asks for it, and all of a page counts.
    expect(wasm >= 0, `${path} asks for the WASM`).toBe(scripted);
    const requests = scripted ? all.slice(0, wasm) : all;
    const sum = requests.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(sum, `${path}: ${JSON.stringify(requests)}`).toBeLessThanOrEqual(40 * 1024);
    expect(sum).toBeGreaterThan(1024);
  }
});

test('a letter leaves its code in no link of its page', async ({ page }) => {
  await page.goto('/enrol?code=K7QM-2XRD-9VTB');
  for (const href of await page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')!))) {
    expect(href).not.toContain('K7QM');
  }
});

test('after signing out the cookie of before opens nothing', async ({ ada, page, context }) => {
  await signIn(page, ada);
  const before = await cookiesOf(context);
  expect((await ask(`/records/${ada.record}`, before)).status).toBe(200);
  await signOut(page);
  expect((await ask(`/records/${ada.record}`, before)).status).toBe(303);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session');
});
