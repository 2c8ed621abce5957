// What the worker answers with and without a network, and what it takes and sends.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import { Browser } from './tab.mjs';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T08:00:00Z');
const RECORD = '0190f000-0000-7000-8000-000000000001';
const NAME = 'a1a1';
const FILES = ['/pkg/a.1.js', '/catalogue/en.2.ftl', '/shell/en', '/shell/en/ill', '/favicon.svg'];
const BUILD = { version: 'v1', language: 'en', files: FILES, offline: true };
const JSON_TYPE = { 'content-type': 'application/json' };

let clock, network, browser, worker;

/** The server and the way to it. */
class Network {
  reachable = true;
  /** Everything that reached the server, in order. */
  seen = [];
  says = `in ${NAME} 1800 86400`;
  /** Answers by path, in place of the usual ones. */
  answers = {};

  fetch = async (asked, options = {}) => {
    if (!this.reachable) throw new TypeError('Failed to fetch');
    const url = new URL(asked.url ?? asked, 'https://daybook.test');
    const [method, body] = [options.method ?? asked.method ?? 'GET', options.body ?? asked.body];
    this.seen.push({ path: url.pathname, body, age: options.headers?.['daybook-kept']?.split(' ')[0] });
    const own = this.answers[url.pathname];
    if (own) return own();
    if (method === 'GET' && asked.mode === 'navigate') {
      return new Response(`page of the server ${url.pathname}`, { headers: { 'content-type': 'text/html', 'daybook-device': this.says } });
    }
    if (method === 'GET') return new Response(`file ${url.pathname}`);
    if (url.pathname === '/api/devices/key') return Response.json(createHmac('sha256', NAME).update(body).digest('hex'));
    if (url.pathname === '/api/devices/kept') {
      const calls = [{ path: '/api/medicines/home', fields: { record: RECORD }, day: null, answer: 'kept medicines' }];
      return Response.json({ made: clock, zone: 'Europe/Paris', visit: {}, record: RECORD, calls });
    }
    if (asked.mode === 'navigate') return { type: 'opaqueredirect', status: 0, ok: false, headers: new Headers() };
    return new Response('null', { headers: JSON_TYPE });
  };

  /** The bodies that were sent to a path. */
  bodies = (path) => this.seen.filter((one) => one.path === path).map((one) => one.body);
}

beforeEach(() => {
  clock = START;
  network = new Network();
  browser = new Browser({ fetch: network.fetch, now: () => clock });
  worker = browser.work(BUILD, new Map(FILES.map((path) => [path, new Response(`built ${path}`)])));
});

/** The person is signed in and has chosen to keep what they read. */
async function keeping(pin = '') {
  await worker.get(`/records/${RECORD}`);
  await worker.after;
  assert.deepEqual(await worker.say({ keep: true, pin }), { kept: true });
}

const text = async (answer) => (await answer).text();
const dose = (id) => `record=${RECORD}&medicine=m-${id}&id=${id}&typed%5Bwhat%5D=taken`;
const FORM = { mode: 'navigate', from: `/records/${RECORD}/medicines?page=1` };
const way = (answer) => answer.headers.get('location')?.replace('https://daybook.test', '');
const busy = () => new Response('busy', { status: 503, headers: { 'content-type': 'text/html' } });

describe('the build', () => {
  test('is kept exactly as it is listed, and what was kept before goes', async () => {
    worker = browser.work(BUILD);
    worker.stores.set('daybook-v0', new Map([['/old', new Response('')]]));
    await worker.dispatch('install', {});
    await worker.dispatch('activate', {});
    assert.deepEqual([...worker.stores.keys()], ['daybook-v1']);
    assert.deepEqual([...worker.stores.get('daybook-v1').keys()], FILES);
    assert.deepEqual([worker.skipped, worker.claimed], [false, true]);
  });

  test('answers from what is kept where the address has its version in it; else the network goes first', async () => {
    assert.equal(await text(worker.file('/pkg/a.1.js')), 'built /pkg/a.1.js');
    assert.equal(await text(worker.file('/favicon.svg')), 'file /favicon.svg');
    network.reachable = false;
    assert.equal(await text(worker.file('/favicon.svg')), 'built /favicon.svg');
    assert.equal(await worker.file('/pkg/other.js'), undefined);
  });

  test('switched off, it deletes what it kept, takes over at once and answers nothing', async () => {
    const off = browser.work({ ...BUILD, version: 'v2', files: [], offline: false });
    off.stores.set('daybook-v1', new Map());
    await off.dispatch('install', {});
    await off.dispatch('activate', {});
    assert.deepEqual([off.stores.size, off.skipped, off.listensTo('fetch'), off.listensTo('push')], [0, true, false, true]);
    assert.deepEqual(network.seen, []);
  });
});

describe('what waits to take over', () => {
  const waits = (scriptURL) => {
    const heard = [];
    worker.registration.waiting = { scriptURL: `https://daybook.test/${scriptURL}`, postMessage: (said) => heard.push(said) };
    return heard;
  };

  test('of another language is not offered, and does so when nobody looks', async () => {
    const heard = waits('sw.js?language=ar');
    assert.equal((await worker.say({ state: true })).update, false);
    await worker.say({ away: true });
    assert.deepEqual(heard, [{ skip: true }]);
  });

  test('of a newer version is offered, and waits until it is let in', async () => {
    const heard = waits('sw.js');
    assert.equal((await worker.say({ state: true })).update, true);
    await worker.say({ away: true });
    assert.deepEqual(heard, []);
    await worker.say({ update: true });
    assert.deepEqual(heard, [{ skip: true }]);
  });
});

describe('switched off', () => {
  const off = async () => {
    const next = browser.work({ ...BUILD, version: 'v2', files: [], offline: false });
    await next.dispatch('install', {});
    await next.dispatch('activate', {});
  };

  test('the copy and what opens it go, what waits stays and is sent once it is on again', async () => {
    await keeping('1234');
    network.reachable = false;
    await worker.post('/api/medicines/note', dose('d1'));
    await worker.after;
    network.reachable = true;
    await off();
    assert.deepEqual(await browser.disk(), { keys: 0, pins: [], copies: [], lines: [`waiting ${NAME}`] });
    const { state, asOf, unsent } = await worker.device.look();
    assert.deepEqual([state, asOf, unsent, (await worker.device.unlock('1234')).state], ['sealed', null, 1, 'sealed']);
    assert.equal(await worker.device.start(), null);
    await worker.get('/');
    await worker.after;
    assert.deepEqual(network.bodies('/api/medicines/note'), [dose('d1')]);
  });

  test('a device that never kept anything can do so later', async () => {
    browser.storage = new (browser.storage.constructor)();
    await off();
    worker = browser.work(BUILD);
    await keeping();
  });

  test('as in a browser that can keep nothing safely, nothing is answered', async () => {
    const { storage } = browser;
    browser.storage = undefined;
    assert.equal(browser.work(BUILD).listensTo('fetch'), false);
    browser.storage = storage;
  });
});

describe('a page', () => {
  test('comes from the server where there is one, and is never kept', async () => {
    await keeping();
    assert.equal(await text(worker.get('/records/x')), 'page of the server /records/x');
    assert.deepEqual([...worker.stores.get('daybook-v1').keys()], FILES);
  });

  test('is the shell where there is none, and whom to call has a page of its own', async () => {
    network.reachable = false;
    assert.equal(await text(worker.get('/records/x/diary?a=1')), 'built /shell/en');
    assert.equal(await text(worker.get('/ill')), 'built /shell/en/ill');
  });

  test('is the page of a server that is busy, unless something is kept', async () => {
    network.answers['/records/x'] = busy;
    assert.equal(await text(worker.get('/records/x')), 'busy');
    await keeping();
    assert.equal(await text(worker.get('/records/x')), 'built /shell/en');
  });

  test('is the shell after three seconds, where something is kept', async () => {
    await keeping();
    network.answers['/records/x'] = () => new Promise(() => {});
    const begun = Date.now();
    assert.equal(await text(worker.get('/records/x')), 'built /shell/en');
    assert.ok(Date.now() - begun >= 2900 && Date.now() - begun < 4000);
  });
});

describe('a page that no copy can show, and whom to call', () => {
  const slow = (ms, page) => () => new Promise((resolve) => setTimeout(resolve, ms, new Response(page)));

  test('is waited for as long as the network takes; without one there is the shell', async () => {
    await keeping();
    const path = `/records/${RECORD}/documents`;
    network.answers[path] = slow(3_500, 'it came after all');
    assert.equal(await text(worker.get(path)), 'it came after all');
    network.reachable = false;
    assert.equal(await text(worker.get(path)), 'built /shell/en');
  });

  test('the numbers come although the storage hangs and a sign-out is not told yet, and within three seconds', async () => {
    await keeping();
    const never = () => new Promise(() => {});
    for (const name of ['keeps', 'tellSignOut', 'hear', 'facts', 'use', 'look']) worker.device[name] = never;
    assert.equal(await text(worker.get('/ill')), 'page of the server /ill');
    network.answers['/ill'] = never;
    assert.equal(await text(worker.get('/ill')), 'built /shell/en/ill');
  });
});

describe('a model', () => {
  const home = () => worker.post('/api/medicines/home', `record=${RECORD}&noted=`);

  test('comes from the server, and without one from what is kept', async () => {
    await keeping();
    assert.equal(await text(home()), 'null');
    network.reachable = false;
    const kept = await home();
    assert.deepEqual(await kept.json(), 'kept medicines');
  });

  test('that is not kept fails as it would without a worker, and so does each one when it is locked', async () => {
    await keeping();
    network.reachable = false;
    assert.equal((await worker.post('/api/results/item', `record=${RECORD}&item=i`)).type, 'error');
    clock += 31 * MINUTE;
    assert.equal((await home()).type, 'error');
  });

  test('other calls are none of its business', async () => {
    assert.equal(await worker.post('/api/results/trend', ''), undefined);
    assert.equal(await worker.post('/api/account/session_changed', ''), undefined);
  });
});

describe('how long a page stays open', () => {
  const left = (body = '') => worker.post('/api/account/session_left', body);

  test('is said by the server; without one the device says when it locks, and a hand puts that off', async () => {
    await keeping();
    assert.equal(await text(left()), 'null');
    network.reachable = false;
    clock += 28 * MINUTE;
    assert.equal(await text(left()), '120');
    assert.equal(await text(left('stay=false')), '120');
    assert.equal(await text(left('stay=true')), '1800');
    clock += 30 * MINUTE;
    const over = await left('stay=true');
    assert.deepEqual([over.status, await over.json()], [401, 'SignedOut']);
  });

  test('is nothing that can be said without a server where nothing is kept', async () => {
    await worker.get(`/records/${RECORD}`);
    network.reachable = false;
    assert.equal((await left()).type, 'error');
  });
});

describe('an entry', () => {
  const note = (id, how) => worker.post('/api/medicines/note', dose(id), how);
  const waiting = async () => (await worker.say({ state: true })).waiting.map((line) => [line.fields.find(([name]) => name === 'id')[1], line.state]);

  test('goes to the server where there is one', async () => {
    await keeping();
    assert.equal((await note('d1', FORM)).type, 'opaqueredirect');
    assert.deepEqual(await waiting(), []);
  });

  test('waits where there is none, leads on as the server would, and is sent on return', async () => {
    await keeping();
    network.reachable = false;
    const form = await note('d1', FORM);
    assert.deepEqual([form.status, way(form)], [303, `/records/${RECORD}/medicines?noted=d1`]);
    const call = await note('d2');
    assert.deepEqual([call.status, await call.json(), way(call), call.headers.has('serverfnredirect')], [200, null, `/records/${RECORD}/medicines?noted=d2`, true]);
    // Each was tried at once, in vain.
    await worker.after;
    assert.deepEqual(await waiting(), [['d1', 'waiting'], ['d2', 'waiting']]);
    assert.equal(worker.told.at(-1).offline, true);
    network.reachable = true;
    clock += MINUTE;
    await worker.say({ send: true });
    assert.deepEqual(await waiting(), [['d1', 'sent'], ['d2', 'sent']]);
    assert.deepEqual(network.seen.filter((one) => one.age).map((one) => [one.body, one.age]), [[dose('d1'), '60'], [dose('d2'), '60']]);
  });

  test('on return the pages are told that the server is there again', async () => {
    await keeping();
    network.reachable = false;
    await worker.get('/');
    assert.equal((await worker.say({ state: true })).offline, true);
    assert.equal((await worker.say({ send: true })).offline, true);
    network.reachable = true;
    assert.equal((await worker.say({ send: true })).offline, false);
  });

  test('a worker that has not asked the server yet does not say that it is there', async () => {
    assert.equal('offline' in (await worker.say({ state: true })), false);
    await worker.get('/');
    assert.equal((await worker.say({ state: true })).offline, false);
  });

  test('pages that come by themselves keep nothing open, a hand does', async () => {
    await keeping('1234');
    network.reachable = false;
    const pass = async (use) => {
      for (let n = 0; n < 4; n += 1) {
        clock += 10 * MINUTE;
        await worker.get('/');
        await worker.post('/api/medicines/home', `record=${RECORD}`);
        await worker.after;
        if (use) await worker.say({ use: true });
      }
      return (await worker.device.look()).state;
    };
    assert.deepEqual([await pass(true), await pass(false)], ['open', 'locked']);
  });

  test('does not overtake what waits of its kind, and does not wait for another kind', async () => {
    await keeping();
    network.reachable = false;
    await note('d1');
    await worker.after;
    network.reachable = true;
    network.answers['/api/medicines/note'] = () => new Response('"Internal"', { status: 500, headers: JSON_TYPE });
    network.seen = [];
    await note('d2');
    await worker.after;
    assert.deepEqual(network.bodies('/api/medicines/note'), [dose('d1')]);
    await worker.post('/api/diary/withdraw', `record=${RECORD}&id=n`);
    assert.deepEqual(network.bodies('/api/diary/withdraw'), [`record=${RECORD}&id=n`]);
  });

  test('that is made while another one of its kind is on its way follows it', async () => {
    await keeping();
    network.seen = [];
    let fail;
    network.answers['/api/medicines/note'] = () => new Promise((_, reject) => (fail = () => reject(new TypeError('lost'))));
    const [first, second] = [note('d1'), worker.post('/api/medicines/undo', `record=${RECORD}&id=d1`)];
    while (!fail) await new Promise((resolve) => setTimeout(resolve, 5));
    network.reachable = false;
    fail();
    await Promise.all([first, second]);
    const paths = (await worker.say({ state: true })).waiting.map((line) => line.path);
    assert.deepEqual(paths, ['/api/medicines/note', '/api/medicines/undo']);
  });

  const answer = (level) => `record=${RECORD}&report=r&screen=s&given=${level}`;

  test('that nobody answers is given up before it waits, so that it can not come after a later one', async () => {
    await keeping();
    network.seen = [];
    const arrived = [];
    const { fetch } = browser;
    // The first attempt hangs; it would arrive at last, if it were not given up.
    browser.fetch = (asked, how = {}) => {
      if (new URL(asked.url ?? asked, 'https://daybook.test').pathname !== '/api/diary/answer') return fetch(asked, how);
      if (!how.headers && how.body === answer(3)) {
        return new Promise((_, reject) => {
          const late = setTimeout(() => arrived.push('late'), 9_000);
          how.signal.addEventListener('abort', () => (clearTimeout(late), reject(how.signal.reason)));
        });
      }
      arrived.push(how.body);
      return fetch(asked, how);
    };
    const first = worker.post('/api/diary/answer', answer(3), { from: `/records/${RECORD}/diary/reports/r` });
    const second = worker.post('/api/diary/answer', answer(1), { from: `/records/${RECORD}/diary/reports/r` });
    await Promise.all([first, second]);
    await worker.say({ send: true });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.deepEqual(arrived, [answer(3), answer(1)]);
  });

  test('goes by the way of the page that it stands on, which the server leads back to', async () => {
    await keeping();
    let way;
    const { fetch } = browser;
    browser.fetch = (asked, how) => ((asked.mode === 'navigate' ? (way = how) : null), fetch(asked, how));
    await note('d1', FORM);
    assert.deepEqual([way.referrer, way.body], [`https://daybook.test${FORM.from}`, dose('d1')]);
  });

  test('of another site never waits here in the name of the person', async () => {
    await keeping();
    network.reachable = false;
    await note('d1', { mode: 'navigate', from: 'https://elsewhere.test/form' });
    await note('d2', { mode: 'navigate', from: 'about:client' });
    assert.deepEqual(await waiting(), []);
  });

  test('that the server took stands over the copy until that is renewed; of a question nothing is said', async () => {
    await keeping();
    const copies = () => network.bodies('/api/devices/kept').length;
    clock += 1_000;
    await note('d1');
    await worker.after;
    assert.deepEqual([await waiting(), copies()], [[['d1', 'sent']], 2]);
    const asks = { ...JSON_TYPE, serverfnredirect: '', location: `/records/${RECORD}/medicines/m/ask` };
    network.answers['/api/medicines/note'] = () => new Response('null', { headers: asks });
    clock += 1_000;
    await note('d2');
    await worker.after;
    // Where a form is led nobody but the browser knows.
    delete network.answers['/api/medicines/note'];
    clock += 1_000;
    await note('d3', FORM);
    await worker.after;
    assert.deepEqual([await waiting(), copies()], [[], 4]);
    network.answers['/api/medicines/note'] = () => new Response('"Invalid"', { status: 422, headers: JSON_TYPE });
    await note('d4');
    await worker.after;
    assert.deepEqual([await waiting(), copies()], [[], 4]);
  });

  test('of a form is known to be taken when the browser is led to where the server leads then', async () => {
    await keeping();
    await note('d1', FORM);
    await note('d2', FORM);
    network.answers[`/records/${RECORD}/medicines`] = () => new Promise(() => {});
    assert.equal(await text(worker.get(`/records/${RECORD}/medicines?noted=d1`)), 'built /shell/en');
    assert.deepEqual(await waiting(), [['d1', 'sent']]);
    await worker.get(`/records/${RECORD}/medicines?noted=d1`);
    assert.deepEqual(await waiting(), [['d1', 'sent']]);
  });

  test('of a form that was taken once, and waits when it is sent again, is not said to be taken then', async () => {
    await keeping();
    await note('d1', FORM);
    network.reachable = false;
    const led = way(await note('d1', FORM));
    await worker.after;
    assert.equal(await text(worker.get(led)), 'built /shell/en');
    assert.deepEqual(await waiting(), [['d1', 'waiting']]);
  });

  test('that a busy server did not take is sent as soon as somebody asks for it', async () => {
    await keeping();
    network.reachable = false;
    await note('d1');
    await worker.after;
    network.reachable = true;
    network.answers['/api/medicines/note'] = () => new Response('"Throttled"', { status: 429, headers: JSON_TYPE });
    await worker.say({ send: true });
    assert.deepEqual(await waiting(), [['d1', 'waiting']]);
    delete network.answers['/api/medicines/note'];
    await worker.say({ send: true });
    assert.deepEqual(await waiting(), [['d1', 'sent']]);
  });

  test('of a report shows that report from here until it was sent, and any other from the server', async () => {
    await keeping();
    const page = (report) => text(worker.get(`/records/${RECORD}/diary/reports/${report}`));
    network.reachable = false;
    await worker.post('/api/diary/start', `record=${RECORD}&id=r1`);
    await worker.after;
    network.reachable = true;
    network.answers['/api/diary/start'] = () => new Response('"Internal"', { status: 500, headers: JSON_TYPE });
    assert.equal(await page('r1'), 'built /shell/en');
    assert.equal(await page('r2'), `page of the server /records/${RECORD}/diary/reports/r2`);
    await worker.after;
    delete network.answers['/api/diary/start'];
    network.seen = [];
    assert.equal(await page('r1'), `page of the server /records/${RECORD}/diary/reports/r1`);
    assert.equal(network.seen[0].path, '/api/diary/start');
  });

  test('of signs of danger waits for nothing else, but for its own report', async () => {
    await keeping();
    network.answers['/api/diary/answer'] = () => new Promise(() => {});
    worker.post('/api/diary/answer', answer(3));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const flags = (report) => worker.post('/api/diary/flags', `record=${RECORD}&report=${report}&flags%5B%5D=chest`);
    assert.equal((await flags('r')).headers.has('serverfnredirect'), false);
    network.reachable = false;
    await worker.post('/api/diary/start', `record=${RECORD}&id=r2`);
    network.reachable = true;
    network.answers['/api/diary/start'] = () => new Response('"Internal"', { status: 500, headers: JSON_TYPE });
    assert.equal((await flags('r3')).headers.has('serverfnredirect'), false);
    assert.equal((await flags('r2')).headers.has('serverfnredirect'), true);
  });

  test('where nothing is kept does not wait for another one', async () => {
    await worker.get('/');
    await worker.after;
    network.answers['/api/diary/answer'] = () => new Promise(() => {});
    worker.post('/api/diary/answer', answer(3));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await worker.post('/api/diary/send', `record=${RECORD}&report=r`)).status, 200);
  });

  test('that was sent late is in the copy at once, whoever sent it', async () => {
    await keeping();
    const after = () => {
      const paths = network.seen.map((one) => one.path);
      return paths.lastIndexOf('/api/devices/kept') > paths.lastIndexOf('/api/medicines/note');
    };
    // The first try is lost, and what is kept then is sent at once.
    clock += 1_000;
    network.answers['/api/medicines/note'] = () => (delete network.answers['/api/medicines/note'], Promise.reject(new TypeError('lost')));
    await note('d1');
    await worker.after;
    assert.deepEqual([await waiting(), network.bodies('/api/medicines/note').length, after()], [[['d1', 'sent']], 2, true]);
    // What waited longer is sent when the server is there again: asked for, or because a page comes.
    for (const [id, back] of [['d2', () => worker.say({ send: true })], ['d3', () => worker.get('/')]]) {
      clock += MINUTE;
      network.reachable = false;
      await note(id);
      await worker.after;
      network.reachable = true;
      await back();
      await worker.after;
      assert.deepEqual([(await waiting()).at(-1), after()], [[id, 'sent'], true]);
    }
  });

  test('that was not kept is said to be lost also when the server is back at once', async () => {
    network.reachable = false;
    const led = way(await note('d1', FORM));
    assert.equal(led, `${FORM.from}#not-kept`);
    network.reachable = true;
    assert.equal(await text(worker.get(led)), 'built /shell/en');
    assert.equal(await text(worker.get(FORM.from)), `page of the server /records/${RECORD}/medicines`);
  });

  test('is not said to be kept where nothing is kept, it is locked, or the disk is full', async () => {
    const refused = async () => {
      const [form, call] = [await note('d1', FORM), await note('d1')];
      assert.deepEqual([form.status, way(form)], [303, `${FORM.from}#not-kept`]);
      assert.equal(call.type, 'error');
    };
    await worker.get('/');
    await worker.after;
    network.reachable = false;
    await refused();
    network.reachable = true;
    await keeping();
    network.reachable = false;
    browser.diskFull = () => true;
    await refused();
    browser.diskFull = () => false;
    clock += 31 * MINUTE;
    await refused();
    assert.deepEqual(await waiting(), []);
  });

  test('of a red flag that can be neither sent nor kept shows whom to call', async () => {
    network.reachable = false;
    const flags = (more) => worker.post('/api/diary/flags', `record=${RECORD}&report=r${more}`, FORM);
    for (const written of ['flags%5B%5D', 'flags%5B0%5D']) assert.equal(way(await flags(`&${written}=chest`)), '/ill#not-kept');
    assert.equal(way(await flags('&then=none')), `${FORM.from}#not-kept`);
  });
});

describe('signing out', () => {
  const leave = (body = '') => worker.post('/api/account/sign_out', body, FORM);
  const enter = async () => {
    network.reachable = false;
    await worker.post('/api/medicines/note', dose('d1'));
    await worker.after;
  };

  test('asks what becomes of what is not sent yet', async () => {
    await keeping();
    await enter();
    assert.equal(way(await leave()), '/account/leaving');
    assert.equal(way(await leave('unsent=send')), '/account/leaving');
    network.reachable = true;
    assert.equal((await leave('unsent=send')).type, 'opaqueredirect');
    assert.deepEqual(network.bodies('/api/medicines/note'), [dose('d1')]);
    assert.equal((await worker.device.look()).state, 'nothing');
  });

  test('works without a network; the first thing that the server hears then is the sign-out', async () => {
    await keeping();
    await enter();
    assert.equal(way(await leave('unsent=keep')), '/sign-in?signed-out=1');
    assert.equal((await worker.device.look()).state, 'left');
    assert.equal(await text(worker.get('/sign-in')), 'built /shell/en');
    network.reachable = true;
    network.says = 'out';
    network.seen = [];
    await worker.get('/sign-in');
    assert.deepEqual(network.seen.map((one) => one.path), ['/api/account/sign_out', '/sign-in']);
    assert.equal((await worker.device.look()).state, 'nothing');
  });

  describe('without a network is the first thing that the server hears, whatever is asked of it then', () => {
    const asks = {
      'a page': () => worker.get(`/records/${RECORD}`),
      'a model': () => worker.post('/api/medicines/home', `record=${RECORD}`),
      'an entry by a form': () => worker.post('/api/medicines/note', dose('d2'), FORM),
      'an entry by a script': () => worker.post('/api/medicines/note', dose('d2')),
      'signs of danger': () => worker.post('/api/diary/flags', `record=${RECORD}&report=r&flags%5B%5D=chest`, FORM),
      'a form': () => worker.post('/api/results/comment', 'words=x', FORM),
      'signing in': () => worker.post('/api/account/sign_in', 'name=b', FORM),
    };
    for (const [what, ask] of Object.entries(asks)) {
      test(what, async () => {
        await keeping();
        await enter();
        await leave('unsent=keep');
        network.reachable = true;
        network.seen = [];
        network.says = 'out';
        await ask();
        await worker.after;
        assert.equal(network.seen[0].path, '/api/account/sign_out');
        assert.ok(network.seen.length > 1, 'then the way is free');
        assert.equal(network.bodies('/api/account/sign_out').length, 1);
      });

      test(`${what}, and nothing else while it can not take that`, async () => {
        await keeping();
        await enter();
        await leave('unsent=keep');
        network.reachable = true;
        network.seen = [];
        network.answers['/api/account/sign_out'] = busy;
        await ask();
        await worker.after;
        assert.deepEqual([...new Set(network.seen.map((one) => one.path))], ['/api/account/sign_out']);
      });
    }
  });

  test('a server that can not take the sign-out shows nothing of anyone', async () => {
    await keeping();
    network.reachable = false;
    await leave();
    network.reachable = true;
    network.answers['/api/account/sign_out'] = busy;
    assert.equal(await text(worker.get(`/records/${RECORD}`)), 'built /shell/en');
    assert.equal((await worker.post('/api/medicines/home', `record=${RECORD}`)).type, 'error');
    assert.equal(await text(worker.get('/ill')), 'page of the server /ill');
  });
});

describe('what pages say', () => {
  test('a PIN unlocks, a choice is taken back, a newer version is let in', async () => {
    await keeping('1234');
    clock += 31 * MINUTE;
    assert.deepEqual(await worker.say({ unlock: '4321' }), { state: 'locked', left: 4 });
    assert.deepEqual(await worker.say({ unlock: '1234' }), { state: 'open' });
    assert.deepEqual(await worker.say({ forget: true }), { forgotten: true });
    assert.equal(await worker.device.keeps(), false);
    const told = [];
    worker.registration.waiting = { scriptURL: 'https://daybook.test/sw.js', postMessage: (said) => told.push(said) };
    await worker.say({ update: true });
    assert.deepEqual([told, worker.told.at(-1).update], [[{ skip: true }], true]);
    await worker.say({ skip: true });
    assert.equal(worker.skipped, true);
  });

  test('of a choice that was taken back nothing is left, also of what was sent', async () => {
    await keeping('1234');
    network.reachable = false;
    await worker.post('/api/medicines/note', dose('d1'));
    await worker.after;
    network.reachable = true;
    assert.deepEqual(await worker.say({ forget: true }), { forgotten: true });
    assert.deepEqual(network.bodies('/api/medicines/note'), [dose('d1')]);
    assert.deepEqual(await browser.disk(), { keys: 0, pins: [], copies: [], lines: [] });
    assert.deepEqual((await browser.rows()).meta, []);
    // Who took it back is still there.
    assert.equal((await worker.device.facts()).current, NAME);
  });

  test('a choice is not taken back while something is not sent', async () => {
    await keeping();
    network.reachable = false;
    await worker.post('/api/medicines/note', dose('d1'));
    await worker.after;
    assert.deepEqual(await worker.say({ forget: true }), { forgotten: false });
    assert.equal(await worker.device.keeps(), true);
  });
});

describe('signing in', () => {
  const enter = () => worker.post('/api/account/sign_in', 'name=b', FORM);

  test('closes what was open for the one before, also when no page comes after it', async () => {
    await keeping('1234');
    await enter();
    network.reachable = false;
    assert.deepEqual([(await worker.device.look()).state, await worker.device.keeps()], ['nothing', false]);
    assert.equal((await worker.post('/api/medicines/home', `record=${RECORD}`)).type, 'error');
    assert.equal(way(await worker.post('/api/medicines/note', dose('d1'), FORM)), `${FORM.from}#not-kept`);
    network.reachable = true;
    await worker.get('/');
    await worker.after;
    assert.equal((await worker.device.look()).state, 'open');
  });

  test('that has not begun a session yet leaves the choice to keep as it was', async () => {
    await keeping('1234');
    clock += 25 * 60 * MINUTE;
    const out = () => new Response('', { headers: { 'daybook-device': 'out' } });
    network.says = 'out';
    network.answers['/privacy'] = out;
    await enter();
    await worker.get('/sign-in/code');
    assert.equal((await worker.device.look()).state, 'sealed');
    network.says = `in ${NAME} 1800 86400`;
    delete network.answers['/privacy'];
    await worker.post('/api/account/sign_in_code', 'code=1', FORM);
    await worker.get('/');
    await worker.after;
    assert.deepEqual([(await worker.device.look()).state, await worker.device.keeps()], ['open', true]);
  });

  test('and signing out go on where the storage of the device fails', async () => {
    await keeping();
    const fail = () => Promise.reject(new Error('no storage'));
    for (const name of ['tellSignOut', 'changeHands', 'leave', 'unsent', 'facts', 'look', 'hear', 'keeps', 'use']) worker.device[name] = fail;
    assert.equal((await enter()).type, 'opaqueredirect');
    assert.equal((await worker.post('/api/account/sign_out', '', FORM)).type, 'opaqueredirect');
    assert.equal(await text(worker.get('/sign-in')), 'page of the server /sign-in');
    network.reachable = false;
    assert.equal(way(await worker.post('/api/account/sign_out', '', FORM)), `${FORM.from}#not-kept`);
  });

  test('without a network leaves everything as it is, and leads back to the form', async () => {
    await keeping();
    network.reachable = false;
    assert.equal(way(await enter()), `${FORM.from}#not-kept`);
    assert.equal((await worker.device.look()).state, 'open');
  });
});

describe('who signs in or out, and what is sent,', () => {
  const ways = {
    '/api/account/sign_in': () => worker.post('/api/account/sign_in', 'name=b', FORM),
    '/api/account/sign_in_code': () => worker.post('/api/account/sign_in_code', 'code=1', FORM),
    '/api/account/enrol': () => worker.post('/api/account/enrol', 'code=1', FORM),
    '/api/account/sign_out': () => worker.post('/api/account/sign_out', 'unsent=keep', FORM),
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

  /** The server hears a request to this path, and answers it when it is let go. */
  function held(path) {
    const way = {};
    way.heard = new Promise((heard) => {
      network.answers[path] = () => new Promise((answer) => {
        delete network.answers[path];
        way.letGo = () => answer(new Response('null', { headers: JSON_TYPE }));
        heard();
      });
    });
    return way;
  }

  beforeEach(async () => {
    await keeping();
    network.reachable = false;
    await worker.post('/api/medicines/note', dose('d1'));
    await worker.after;
    network.reachable = true;
    network.seen = [];
  });

  for (const [path, go] of Object.entries(ways)) {
    test(`wait for each other: nothing is sent while ${path} is on its way, nor after it in another name`, async () => {
      const way = held(path);
      const gone = go();
      await way.heard;
      const sent = browser.open().device.send();
      await settled();
      assert.deepEqual(network.bodies('/api/medicines/note'), []);
      way.letGo();
      await gone;
      await sent;
      assert.deepEqual(network.bodies('/api/medicines/note'), []);
    });

    test(`wait for each other: ${path} is not on its way before what is being sent has its answer`, async () => {
      const way = held('/api/medicines/note');
      const sent = browser.open().device.send();
      await way.heard;
      const gone = go();
      await settled();
      assert.deepEqual(network.bodies(path), []);
      way.letGo();
      await Promise.all([sent, gone]);
      assert.equal(network.bodies(path).length, 1);
      // The answer counts for who sent it.
      const { outbox } = await browser.rows();
      assert.deepEqual(outbox.filter((row) => row.state === 'waiting'), []);
    });
  }
});
