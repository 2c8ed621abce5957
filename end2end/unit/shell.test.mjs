// Which part of the shell is shown, what the form of the settings takes, and when the home screen is offered.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { readFileSync } from 'node:fs';

// A script of the browser that has no package of its own around it.
const source = readFileSync(new URL('../../frontend/shell.js', import.meta.url));
const { ask, changed, connect, mayTry, offers, part, wrong } = await import(`data:text/javascript;base64,${source.toString('base64')}`);

test('the shell shows the app where it is open, else why it is not', () => {
  const at = (state, unsent = 0, path = '/records/x') => part({ state, unsent }, path);
  assert.equal(at('open'), 'app');
  for (const state of ['locked', 'sealed', 'nothing', 'left']) assert.equal(at(state), state);
  assert.equal(at('open', 2, '/account/leaving'), 'leaving');
  assert.equal(at('sealed', 2, '/account/leaving'), 'leaving');
  assert.equal(at('open', 0, '/account/leaving'), 'app');
  assert.equal(at('left', 2, '/account/leaving'), 'left');
});

test('a copy is kept on an own device, with a PIN of enough digits that was typed twice', () => {
  const typed = { own: true, pin: '246813', again: '246813' };
  assert.equal(wrong(typed, 6), null);
  assert.equal(wrong({ ...typed, own: false }, 6), 'own');
  for (const pin of ['', '24681', '24681a', '２４６８１３']) assert.equal(wrong({ ...typed, pin, again: pin }, 6), 'pin');
  assert.equal(wrong({ ...typed, again: '246814' }, 6), 'again');
});

test('the home screen is offered on the second day, not twice, and not to who has it', () => {
  assert.equal(offers(null, 'Sun', false), false);
  assert.equal(offers('Sun', 'Sun', false), false);
  assert.equal(offers('Sun', 'Mon', false), true);
  assert.equal(offers('Sun', 'Mon', true), false);
  assert.equal(offers('no', 'Mon', false), false);
});

test('whoever ticked, chose or typed something is in the middle of a form', () => {
  const tick = (checked, defaultChecked) => changed({ type: 'checkbox', checked, defaultChecked, value: 'on', defaultValue: 'on' });
  assert.deepEqual([tick(true, false), tick(false, true), tick(true, true), tick(false, false)], [true, true, false, false]);
  assert.equal(changed({ type: 'radio', checked: true, defaultChecked: false, value: '1', defaultValue: '1' }), true);
  const text = (value) => changed({ type: 'textarea', value, defaultValue: 'a' });
  assert.deepEqual([text('a'), text('ab'), text('')], [false, true, true]);
  const select = (begun, now) => {
    const options = [0, 1, 2].map((at) => ({ defaultSelected: at === begun, selected: at === now }));
    return changed({ type: 'select-one', options, multiple: false });
  };
  assert.deepEqual([select(null, 0), select(null, 1), select(2, 2), select(2, 0)], [false, true, false, true]);
});

test('a server that is there without its pages is tried once, then after five and fifteen minutes', () => {
  const may = (tries, minutes) => mayTry({ tries, at: 1e12 }, 1e12 + minutes * 60_000);
  assert.deepEqual([may(0, 0), may(1, 4), may(1, 5), may(2, 14), may(2, 15), may(9, 15)], [true, false, true, false, true, true]);
});

/** A page that is connected to a worker, with a server that answers `health`. */
function page(health) {
  const seen = { shown: [], told: [], reloads: 0, fields: [], health };
  const listens = {};
  const heard = (kind, listen) => (listens[kind] = listen);
  const given = new Map();
  const worker = { postMessage: (message) => seen.told.push(message) };
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: 1e12 });
  const globals = {
    navigator: { serviceWorker: { ready: Promise.resolve({ active: worker }), addEventListener: heard } },
    document: { addEventListener: heard, querySelectorAll: () => seen.fields, hidden: false, activeElement: null },
    location: { pathname: '/records/x', reload: () => (seen.reloads += 1) },
    addEventListener: heard,
    matchMedia: () => ({ matches: false }),
    sessionStorage: { getItem: (key) => given.get(key) ?? null, setItem: (key, value) => given.set(key, value) },
    fetch: async () => new Response(seen.health),
  };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  connect({ state: (json) => seen.shown.push(JSON.parse(json)) });
  const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const say = (data) => (listens.message({ data }), settle());
  return { seen, say, listens, settle };
}

test('what the worker leaves out stays as it was, and a page of the copy is renewed once the server is back', async () => {
  const { seen, say } = page('ok');
  await say({ offline: true, asOf: 1 });
  await say({ asOf: 2 });
  assert.deepEqual([seen.shown.at(-1).offline, seen.shown.at(-1).asOf, seen.reloads], [true, 2, 0]);
  await say({ offline: false });
  assert.equal(seen.reloads, 1);
  await say({ offline: true });
  await say({ offline: false });
  assert.equal(seen.reloads, 1, 'not again within five minutes');
  mock.timers.reset();
});

test('not by a page of the network in between, and not while somebody has ticked something', async () => {
  const { seen, say, settle } = page('<html>Sign in to this network</html>');
  await say({ offline: true });
  await say({ offline: false });
  assert.equal(seen.reloads, 0);
  seen.health = 'ok';
  seen.fields = [{ type: 'checkbox', checked: true, defaultChecked: false }];
  mock.timers.tick(60_000);
  await settle();
  assert.equal(seen.reloads, 0);
  seen.fields = [];
  mock.timers.tick(60_000);
  await settle();
  assert.equal(seen.reloads, 1);
  mock.timers.reset();
});

test('a hand on the page is use, and time that passes is none', async () => {
  const { seen, listens, settle } = page('ok');
  mock.timers.tick(600_000);
  await settle();
  assert.equal(seen.told.some((message) => message.use), false);
  listens.pointerdown();
  listens.keydown();
  await settle();
  assert.equal(seen.told.filter((message) => message.use).length, 1);
  mock.timers.reset();
});

test('what a worker was asked whose place is taken is asked of the next one', async () => {
  page('ok');
  const asked = [];
  const one = (name, answers) => ({
    name,
    addEventListener: (_, listen) => (one.taken = listen),
    postMessage: (message, [port]) => {
      asked.push([name, message]);
      if (answers) port.postMessage({ from: name });
    },
  });
  const first = one('first', false);
  navigator.serviceWorker.ready = Promise.resolve({ active: first });
  const answer = ask({ hear: true });
  await new Promise(setImmediate);
  navigator.serviceWorker.ready = Promise.resolve({ active: one('second', true) });
  const taken = one.taken;
  taken();
  first.state = 'redundant';
  taken();
  assert.deepEqual(await answer, { from: 'second' });
  assert.deepEqual(asked, [['first', { hear: true }], ['second', { hear: true }]]);
  mock.timers.reset();
});

test('a newer version takes the place of a page at a quiet moment, in every tab', async () => {
  const { seen, listens } = page('ok');
  // With a document around it from the beginning, as in a browser.
  Object.assign(globalThis.document, { documentElement: { lang: 'en', dataset: {} }, getElementById: () => null });
  const { follow } = await import(`data:text/javascript;base64,${source.toString('base64')}#again`);
  Object.assign(navigator.serviceWorker, { register: async () => ({}), controller: {} });
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval', 'setTimeout', 'Date'], now: 1e12 });
  await follow({ state: () => {} });
  seen.fields = [{ type: 'radio', checked: true, defaultChecked: false }];
  listens.controllerchange();
  mock.timers.tick(60_000);
  assert.equal(seen.reloads, 0);
  seen.fields = [];
  mock.timers.tick(5_000);
  assert.equal(seen.reloads, 1);
  mock.timers.reset();
});
