// What a device keeps, what it may send, and what becomes of it in each state.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import { ANN, BEN, DAY, MINUTE, RECORD, START, Server, dose, header } from './server.mjs';
import { Browser } from './tab.mjs';

let clock, server, browser, tab, device;

/** The person signs in and opens a page. */
async function signIn(name) {
  server.session = name;
  await device.hear(header(name));
  await device.openBySession(name);
}

const state = async () => (await device.look()).state;
const states = async () => (await device.look()).waiting.map((line) => line.state);

beforeEach(() => {
  clock = START;
  server = new Server(() => clock);
  browser = new Browser({ fetch: server.fetch, now: () => clock });
  tab = browser.open();
  device = tab.device;
});

/** Everything that is on the disk of the browser, as bytes. */
async function disk() {
  const text = (_, value) => (ArrayBuffer.isView(value) || value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value);
  return JSON.stringify(await browser.rows(), text);
}

describe('what a call asks for', () => {
  test('is the same in any order, without what is empty and without what was just noted', () => {
    const key = device.asked('/a', { b: '1', a: '2' });
    assert.equal(device.asked('/a', { a: '2', noted: 'x', b: '1', c: '' }), key);
    assert.notEqual(device.asked('/a', { a: '2' }), key);
    assert.notEqual(device.asked('/b', { a: '2', b: '1' }), key);
  });

  test('a field that comes more than once is a list, of any other the last counts', () => {
    assert.deepEqual(device.fieldsOf('flags%5B%5D=a&flags%5B%5D=b&then=x&then=y'), { 'flags[]': ['a', 'b'], then: 'y' });
  });

  test('the kept copy answers for the day that it is where the person lives', () => {
    const at = (time) => device.find(server.copy(), '/api/record/today', `record=${RECORD}`, [], Date.parse(time));
    assert.equal(at('2026-11-22T22:59:00Z'), '"sunday"');
    assert.equal(at('2026-11-22T23:00:00Z'), '"monday"');
    assert.equal(at('2026-12-06T12:00:00Z'), null);
  });

  test('a report that was begun here is the blank one under its id, and no other is', () => {
    const find = (begun) => device.find(server.copy(), '/api/diary/report', `record=${RECORD}&report=r1`, begun, clock);
    assert.equal(find(['r1']), '{"id":"r1"}');
    assert.equal(find(['r2']), null);
  });
});

describe('where an entry leads', () => {
  const leads = (path, body) => device.WRITES[path].leads(device.fieldsOf(body));

  test('and what the form of a note shows is kept', () => assert.ok(device.READS.includes('/api/diary/note_form')));

  test('is where the server would lead', () => {
    assert.equal(leads('/api/medicines/note', dose('d1')), `/records/${RECORD}/medicines?noted=d1`);
    assert.equal(leads('/api/medicines/note', dose('d1', '&typed%5Bback%5D=today')), `/records/${RECORD}?noted=d1`);
    assert.equal(leads('/api/diary/start', `record=${RECORD}&id=r1`), `/records/${RECORD}/diary/reports/r1`);
    assert.equal(leads('/api/diary/flags', `record=${RECORD}&report=r1&then=none`), `/records/${RECORD}/diary/reports/r1?at=1`);
    for (const flags of ['flags%5B%5D', 'flags%5B0%5D']) {
      assert.equal(leads('/api/diary/flags', `record=${RECORD}&report=r1&${flags}=chest`), `/records/${RECORD}/diary/reports/r1?at=next`);
    }
    const answer = `record=${RECORD}&report=r1&screen=which`;
    assert.equal(device.WRITES['/api/diary/answer'].leads(device.fieldsOf(answer), 'a7'), `/records/${RECORD}/diary/reports/r1?at=on-a7`);
    assert.equal(leads('/api/diary/withdraw', `record=${RECORD}&id=n`), `/records/${RECORD}/diary`);
  });
});

describe('how a device stands', () => {
  const meta = { key: {}, pin: {}, tries: 5, idle: 30 * MINUTE, used: START, end: START + DAY };
  const cases = [
    ['open while it is used', meta, START + 29 * MINUTE, 'open'],
    ['locked when it was not used for as long as a session may idle', meta, START + 30 * MINUTE, 'locked'],
    ['sealed then, without a PIN', { ...meta, pin: null }, START + 30 * MINUTE, 'sealed'],
    ['sealed when all tries are spent', { ...meta, key: null, tries: 0 }, START, 'sealed'],
    ['sealed when the session would have ended', meta, START + DAY, 'sealed'],
    ['sealed after a clock went forward by 25 hours', meta, START + 25 * 60 * MINUTE, 'sealed'],
    ['locked after a clock went back by 25 hours', meta, START - 25 * 60 * MINUTE, 'locked'],
    ['open after a clock was put right by a minute', meta, START - MINUTE, 'open'],
    ['nothing where nobody keeps anything', null, START, 'nothing'],
  ];
  for (const [name, row, now, expected] of cases) {
    test(name, () => assert.equal(device.standing(row, now), expected));
  }

  test('only an open one has its key, and a sealed one not even what the PIN opens', () => {
    const left = (now) => {
      const { key, pin } = device.settled(meta, now);
      return [Boolean(key), Boolean(pin)];
    };
    assert.deepEqual(left(START), [true, true]);
    assert.deepEqual(left(START + 31 * MINUTE), [false, true]);
    assert.deepEqual(left(START + DAY), [false, false]);
  });

  test('a copy ends when nothing was heard of the server for fourteen days, and with the choice to keep one', () => {
    const row = { keeps: true, heard: START };
    assert.equal(device.copyEnds(row, START + 14 * DAY - 1), false);
    assert.equal(device.copyEnds(row, START + 14 * DAY), true);
    assert.equal(device.copyEnds({ ...row, keeps: false }, START), true);
  });

  test('a copy is renewed when it is old or in another language', () => {
    const row = { keeps: true, language: 'fr', renewed: START };
    assert.equal(device.copyDue(row, 'fr', START + MINUTE), false);
    assert.equal(device.copyDue(row, 'ar', START + MINUTE), true);
    assert.equal(device.copyDue(row, 'fr', START + 10 * MINUTE), true);
    assert.equal(device.copyDue({ ...row, keeps: false }, 'fr', START + DAY), false);
  });
});

describe('what the server says', () => {
  test('of a device is read, and nothing else is', () => {
    assert.deepEqual(device.read('in a1 1800 86400'), { word: 'in', name: 'a1', idle: 30 * MINUTE, end: DAY });
    assert.deepEqual(device.read('locked a1'), { word: 'locked', name: 'a1' });
    assert.deepEqual(device.read('staff'), { word: 'out' });
    for (const odd of [null, '', 'in', 'in a1', 'in a1 x y', 'ended', 'hello a1']) assert.equal(device.read(odd), null);
  });

  test('of an entry decides what becomes of it', () => {
    const json = 'application/json';
    const cases = [
      [200, json, 'sent'], [200, 'text/html', 'later'], [200, null, 'later'], [0, null, 'later'], [303, null, 'later'],
      [401, json, 'signed-out'], [403, json, 'refused'], [404, json, 'refused'], [409, json, 'refused'],
      [413, null, 'refused'], [406, 'text/html', 'later'], [422, json, 'refused'], [429, json, 'later'], [500, json, 'kind-later'], [503, json, 'later'],
    ];
    for (const [status, type, expected] of cases) assert.equal(device.meaning(status, type), expected, `${status} ${type}`);
  });

  test('a busy server is asked again later and later, at most every five minutes', () => {
    assert.deepEqual([0, 1, 2, 3, 20].map(device.pause), [0, 2000, 4000, 8000, 5 * MINUTE]);
  });

  test('an entry says how long ago it was made, and never less than now', () => {
    assert.equal(device.age({ made: START }, START + 90_400), 90);
    assert.equal(device.age({ made: START }, START - DAY), 0);
    assert.equal(device.age({ made: START }, START + 40 * DAY), 40 * 24 * 3600);
  });
});

describe('a clock', () => {
  test('that was put right in between does not change how long ago something was said', () => {
    const line = { made: START, offset: 2 * 60 * MINUTE, heard: START + 2 * 60 * MINUTE };
    assert.equal(device.age(line, START + 2 * 60 * MINUTE + 90_000, 0), 90);
    assert.equal(device.age({ ...line, offset: null }, START + 90_000, 0), 90);
    assert.equal(device.age(line, START + 90_000, null), 90);
  });

  test('that was turned before something was said makes it no earlier and no later', () => {
    // The server was heard at noon, ten minutes before it was said, and again ten minutes after.
    const HOUR = 60 * MINUTE;
    for (const turned of [-25 * HOUR, -3 * HOUR, 3 * HOUR, 25 * HOUR, -56 * 365 * DAY]) {
      const line = { made: START + 10 * MINUTE + turned, offset: 0, heard: START };
      assert.equal(device.age(line, START + 20 * MINUTE + turned, -turned), 600, `${turned / HOUR} hours`);
    }
  });

  test('is compared with that of the server when something is said, and when it is sent', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    const hear = (real) => device.hearTime(new Date(real).toUTCString(), clock);
    await hear(START - 3 * 60 * MINUTE);
    await device.enter('/api/medicines/note', dose('d1'));
    // Five minutes later the clock, which was three hours fast, is right, and someone who is there opens it again.
    clock = START - 3 * 60 * MINUTE + 5 * MINUTE;
    await hear(clock);
    await signIn(ANN);
    await device.send();
    assert.deepEqual(server.taken.map((one) => one.age), ['300']);
  });

  test('that is wrong does not change which day of the copy it is', async () => {
    const copy = server.copy;
    // The device thinks that it is Monday already.
    server.copy = () => ({ ...copy(), made: clock - 20 * 60 * MINUTE });
    await signIn(ANN);
    await device.keep('', 'en');
    clock += 25 * MINUTE;
    assert.equal(await device.answer('/api/record/today', `record=${RECORD}`), null);
    server.copy = () => ({ ...copy(), made: clock + 16 * 60 * MINUTE });
    await device.renew('en');
    assert.equal(await device.answer('/api/record/today', `record=${RECORD}`), '"monday"');
  });
});

describe('what may be sent next', () => {
  const line = (place, kind, of, state = 'waiting') => ({ place, kind, of, state, path: '/api/x' });
  const place = (lines, stopped = []) => device.next(lines, new Set(stopped))?.place ?? null;

  test('is the first that waits', () => {
    assert.equal(place([line(1, 'doses', 'a', 'sent'), line(2, 'doses', 'b'), line(3, 'report', 'r')]), 2);
    assert.equal(place([line(1, 'doses', 'a', 'sent')]), null);
  });

  test('is of another kind where one has stopped', () => {
    assert.equal(place([line(1, 'doses', 'a'), line(2, 'doses', 'b'), line(3, 'report', 'r')], ['doses']), 3);
  });

  test('is nothing that is sealed', () => {
    assert.equal(place([{ ...line(1, undefined, undefined), path: undefined }, line(2, 'doses', 'a')]), 2);
  });

  test('is not about a thing of which something was refused before', () => {
    assert.equal(place([line(1, 'report', 'r', 'refused'), line(2, 'report', 'r'), line(3, 'report', 's')]), 3);
  });
});

describe('the outbox', () => {
  test('takes nothing where the person has not chosen to keep anything', async () => {
    await signIn(ANN);
    assert.equal(await device.enter('/api/medicines/note', dose('d1')), null);
    assert.equal(await state(), 'nothing');
  });

  test('keeps an entry without a network and sends it once there is one, with its age', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    server.reachable = false;
    assert.ok(await device.enter('/api/medicines/note', dose('d1')));
    await device.send();
    assert.deepEqual(await states(), ['waiting']);
    clock += 5 * MINUTE;
    server.reachable = true;
    await device.send();
    await device.send();
    assert.deepEqual(await states(), ['sent']);
    assert.deepEqual(server.taken, [{ path: '/api/medicines/note', body: dose('d1'), age: '300', by: ANN }]);
    assert.deepEqual(server.ids, (await device.look()).waiting.map(({ id }) => id), 'each comes under its own id');
  });

  test('survives its tab, and is sent by another', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    await device.enter('/api/medicines/note', dose('d1'));
    tab.kill();
    ({ device } = browser.open());
    await device.send();
    assert.deepEqual(server.taken.map((one) => one.body), [dose('d1')]);
  });

  test('does not say that it kept what the disk did not take', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    browser.diskFull = () => true;
    await assert.rejects(device.enter('/api/medicines/note', dose('d1')));
    browser.diskFull = () => false;
    assert.deepEqual(await states(), []);
  });

  test('takes a second tap as the same entry, until something else was said of it', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    const first = await device.enter('/api/medicines/note', dose('d1'));
    assert.equal(await device.enter('/api/medicines/note', dose('d1')), first);
    await device.enter('/api/medicines/undo', `record=${RECORD}&id=d1`);
    assert.notEqual(await device.enter('/api/medicines/note', dose('d1')), first);
    assert.equal((await states()).length, 3);
  });

  test('takes a second tap on a form with an id of its own as the same entry, but not another amount, medicine or time', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    const note = (id, slot, more = '') => `record=${RECORD}&medicine=m&id=${id}&typed%5Bslot%5D=${slot}&typed%5Bwhat%5D=taken${more}`;
    const enter = (...said) => device.enter('/api/medicines/note', note(...said));
    const first = await enter('d1', 's1');
    clock += 10 * MINUTE;
    assert.equal(await enter('d2', 's1'), first);
    assert.notEqual(await enter('d3', 's2'), first);
    assert.notEqual(await enter('d4', 's1', '&typed%5Btime%5D=07%3A30'), first);
    // Whatever was said of the dose in between makes it a new entry.
    const again = await enter('d5', 's1');
    await device.enter('/api/medicines/undo', `record=${RECORD}&id=d5`);
    assert.notEqual(await enter('d6', 's1'), again);
    // What is taken as needed may be taken again.
    const needed = await enter('n1', '');
    assert.notEqual(await enter('n2', ''), needed);
  });

  test('is not sent any further once it is locked, and nothing of it is refused', async () => {
    await signIn(ANN);
    await device.keep('1234', 'en');
    for (const id of ['d1', 'd2']) await device.enter('/api/medicines/note', dose(id));
    const { fetch } = browser;
    browser.fetch = (path, how) => {
      if (path === '/api/medicines/note') clock += 31 * MINUTE;
      return fetch(path, how);
    };
    await device.send();
    browser.fetch = fetch;
    assert.deepEqual(server.calls.filter((path) => path === '/api/medicines/note').length, 1);
    assert.equal((await device.unlock('1234')).state, 'open');
    assert.deepEqual(await states(), ['sent', 'waiting']);
    await device.send();
    assert.deepEqual(server.taken.map((one) => one.body), [dose('d1'), dose('d2')]);
  });

  test('what stands behind something that was refused keeps nothing else waiting', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    server.answers['/api/medicines/note'] = [422, 'Invalid'];
    await device.enter('/api/medicines/note', dose('d1'));
    await device.enter('/api/medicines/undo', `record=${RECORD}&id=d1`);
    assert.equal(await device.waits('doses'), true);
    await device.send();
    assert.deepEqual(await states(), ['refused', 'waiting']);
    assert.equal(await device.waits('doses'), false);
  });

  test('a copy that does not say yet what was sent is renewed at once, also when it was on its way meanwhile', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    const copies = () => server.calls.filter((path) => path === '/api/devices/kept').length;
    clock += 1_000;
    await device.renewIfDue('en');
    assert.equal(copies(), 1);
    await device.enter('/api/medicines/note', dose('d1'));
    await device.send();
    const { fetch } = browser;
    browser.fetch = async (path, how) => {
      if (path === '/api/devices/kept') await device.said('/api/medicines/note');
      return fetch(path, how);
    };
    await device.renewIfDue('en');
    browser.fetch = fetch;
    assert.equal(copies(), 2);
    clock += 1_000;
    await device.renewIfDue('en');
    await device.renewIfDue('en');
    assert.equal(copies(), 3);
    // One of many answers in a row may wait for a minute.
    await device.said('/api/diary/answer');
    await device.renewIfDue('en');
    assert.equal(copies(), 3);
    clock += MINUTE;
    await device.renewIfDue('en');
    assert.equal(copies(), 4);
  });

  test('keeps what was refused, with the reason, and goes on with other things', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    server.answers['/api/diary/start'] = [409, 'Conflict'];
    await device.enter('/api/diary/start', `record=${RECORD}&id=r1`);
    await device.enter('/api/diary/flags', `record=${RECORD}&report=r1&then=none`);
    await device.enter('/api/diary/flags', `record=${RECORD}&report=r2&then=none`);
    await device.enter('/api/medicines/note', dose('d1'));
    await device.send();
    const { waiting } = await device.look();
    assert.deepEqual(waiting.map((line) => line.state), ['refused', 'waiting', 'sent', 'sent']);
    assert.equal(waiting[0].error, '"Conflict"');
    await device.discard([waiting[0].id]);
    await device.send();
    assert.deepEqual(await states(), ['sent', 'sent', 'sent']);
  });

  test('keeps what a busy server did not take, and leaves it alone for a while', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    server.answers['/api/medicines/note'] = [429, { Throttled: 5 }];
    await device.enter('/api/medicines/note', dose('d1'));
    await device.send();
    delete server.answers['/api/medicines/note'];
    await device.send();
    assert.equal(server.taken.length, 1);
    clock += 2_000;
    await device.send();
    assert.deepEqual(await states(), ['sent']);
  });

  test('a defect of the server stops one kind and no other', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    server.answers['/api/medicines/note'] = [500, { Internal: 'x' }];
    for (const id of ['d1', 'd2']) await device.enter('/api/medicines/note', dose(id));
    await device.enter('/api/diary/start', `record=${RECORD}&id=r1`);
    await device.send();
    assert.deepEqual(await states(), ['waiting', 'waiting', 'sent']);
    assert.deepEqual(server.taken.map((one) => one.path), ['/api/medicines/note', '/api/diary/start']);
  });

  test('two tabs that send at once send each entry once', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    for (const id of ['d1', 'd2', 'd3']) await device.enter('/api/medicines/note', dose(id));
    await Promise.all([device.send(), browser.open().device.send()]);
    assert.deepEqual(server.taken.map((one) => one.body), ['d1', 'd2', 'd3'].map((id) => dose(id)));
  });

  test('what was sent is on the list for a day', async () => {
    await signIn(ANN);
    await device.keep('', 'en');
    await device.enter('/api/medicines/note', dose('d1'));
    await device.send();
    clock += DAY;
    await signIn(ANN);
    await device.send();
    assert.deepEqual(await states(), []);
  });
});

describe('another person', () => {
  beforeEach(async () => {
    await signIn(ANN);
    await device.keep('1234', 'en');
    server.reachable = false;
    await device.enter('/api/medicines/note', dose('d1'));
    server.reachable = true;
    await signIn(BEN);
  });

  test('never sends, sees or counts what the first one entered, nor reads what they kept', async () => {
    await device.send();
    const seen = await device.look();
    assert.deepEqual([server.taken, seen.waiting, seen.unsent, seen.state], [[], [], 0, 'nothing']);
    await device.keep('', 'en');
    await device.send();
    assert.deepEqual([server.taken, (await device.look()).waiting], [[], []]);
    assert.equal((await device.unlock('1234')).state, 'open');
    assert.equal((await device.me()).name, BEN);
  });

  test('and when the first one is back, it is sent as theirs', async () => {
    await signIn(ANN);
    assert.equal((await device.look()).unsent, 1);
    await device.send();
    assert.deepEqual(server.taken.map((one) => one.by), [ANN]);
  });

  test('a session that changed without a word refuses nothing in the name of the first', async () => {
    await signIn(ANN);
    server.session = BEN;
    server.answers['/api/medicines/note'] = [404, 'NotFound'];
    await device.send();
    assert.deepEqual(await states(), ['waiting']);
  });
});

describe('keys', () => {
  beforeEach(async () => {
    await signIn(ANN);
    await device.keep('1234', 'en');
    await device.enter('/api/medicines/note', dose('CANARY-of-the-dose'));
  });

  test('what is kept never lies in clear on the disk, and can be found where it would', async () => {
    for (const _ of [1, 2]) {
      assert.ok(!(await disk()).includes('CANARY'));
      clock += 31 * MINUTE;
      assert.equal(await state(), 'locked');
    }
    await browser.write((stores) => stores('facts').put({ of: 'test', text: 'CANARY' }));
    assert.ok((await disk()).includes('CANARY'));
  });

  test('a PIN opens what is locked, and what was entered is sent', async () => {
    clock += 31 * MINUTE;
    assert.equal(await state(), 'locked');
    assert.equal(await device.answer('/api/diary/home', `record=${RECORD}`), null);
    assert.deepEqual((await device.look()).waiting, []);
    assert.deepEqual(await device.unlock('1234'), { state: 'open' });
    assert.match(await device.answer('/api/diary/home', `record=${RECORD}`), /CANARY of the diary/);
    await device.send();
    assert.equal(server.taken.length, 1);
  });

  test('five wrong PINs seal it, also when the page is closed in between; signing in opens it again', async () => {
    clock += 31 * MINUTE;
    for (const left of [4, 3, 2, 1]) {
      assert.deepEqual(await device.unlock('4321'), { state: 'locked', left });
      tab.kill();
      tab = browser.open();
      ({ device } = tab);
    }
    assert.deepEqual(await device.unlock('4321'), { state: 'sealed' });
    assert.deepEqual(await device.unlock('1234'), { state: 'sealed' });
    await signIn(ANN);
    assert.equal(await state(), 'open');
    clock += 31 * MINUTE;
    assert.deepEqual(await device.unlock('1234'), { state: 'open' });
  });

  test('a PIN that comes at once with the last try is not judged', async () => {
    clock += 31 * MINUTE;
    for (const left of [4, 3, 2, 1]) assert.deepEqual(await device.unlock('4321'), { state: 'locked', left });
    const said = await Promise.all(['0000', '1111', '1234'].map((pin) => device.unlock(pin)));
    assert.deepEqual(said, Array(3).fill({ state: 'sealed' }));
    assert.equal(await state(), 'sealed');
  });

  test('after a day only signing in opens it, and then the same PIN does again', async () => {
    clock += DAY;
    assert.equal(await state(), 'sealed');
    assert.deepEqual(await device.unlock('1234'), { state: 'sealed' });
    await signIn(ANN);
    assert.equal(await state(), 'open');
    clock += 31 * MINUTE;
    assert.deepEqual(await device.unlock('1234'), { state: 'open' });
  });

  test('what the server says of the session holds', async () => {
    await device.hear(`locked ${ANN}`);
    assert.equal(await state(), 'locked');
    await device.hear(`expired ${ANN}`);
    assert.equal(await state(), 'sealed');
    assert.equal((await device.look()).unsent, 1);
    await device.hear(`ended ${ANN}`);
    assert.equal(await state(), 'nothing');
    await signIn(ANN);
    assert.deepEqual([await state(), (await device.look()).unsent], ['nothing', 0]);
  });

  test('a cookie that is gone before its session was over is a sign-out, and one that ended with it is not', async () => {
    clock += DAY;
    await device.hear('out');
    assert.deepEqual([await state(), (await device.look()).unsent], ['sealed', 1]);
    await signIn(ANN);
    assert.deepEqual([await state(), await device.keeps()], ['open', true]);
    assert.match(await device.answer('/api/diary/home', `record=${RECORD}`), /CANARY/);
    await device.hear('out');
    assert.deepEqual([await state(), (await device.look()).unsent], ['nothing', 0]);
    await signIn(ANN);
    assert.equal(await device.keeps(), false);
  });

  test('a session that was over by itself costs nobody their choice, also when nobody uses the device', async () => {
    clock += DAY;
    await device.changeHands();
    await device.hear('out');
    await signIn(ANN);
    assert.deepEqual([await state(), await device.keeps()], ['open', true]);
    clock += 31 * MINUTE;
    assert.deepEqual(await device.unlock('1234'), { state: 'open' });
  });

  test('another PIN, and none, take the place of the first; what waits stays', async () => {
    await device.keep('5678', 'en');
    clock += 31 * MINUTE;
    assert.equal((await device.unlock('1234')).state, 'locked');
    assert.equal((await device.unlock('5678')).state, 'open');
    await device.keep('', 'en');
    clock += 31 * MINUTE;
    assert.equal(await state(), 'sealed');
    await signIn(ANN);
    await device.send();
    assert.equal(server.taken.length, 1);
  });

  test('a copy of which nothing was heard for fourteen days is deleted, and the outbox waits', async () => {
    clock += 14 * DAY;
    await signIn(ANN);
    assert.equal(await device.answer('/api/diary/home', `record=${RECORD}`), null);
    await device.send();
    assert.deepEqual([server.taken.length, server.taken[0].age], [1, String(14 * 24 * 3600)]);
  });
});

describe('signing out', () => {
  beforeEach(async () => {
    await signIn(ANN);
    await device.keep('1234', 'en');
    await device.enter('/api/medicines/note', dose('d1'));
  });

  test('keeps what waits, sealed, and nothing else; it is sent after signing in, and then nothing is left', async () => {
    await device.leave('keep', true);
    assert.equal(await state(), 'nothing');
    await signIn(ANN);
    assert.equal(await device.keeps(), false);
    assert.equal(await device.answer('/api/diary/home', `record=${RECORD}`), null);
    await device.send();
    assert.equal(server.taken.length, 1);
    clock += DAY;
    await signIn(ANN);
    await device.send();
    assert.equal(await state(), 'nothing');
  });

  test('discards what waits, when that was chosen', async () => {
    await device.leave('discard', true);
    await signIn(ANN);
    await device.send();
    assert.deepEqual([await state(), server.taken], ['nothing', []]);
  });

  test('works without a network: at the next contact it is told before anything else', async () => {
    server.reachable = false;
    await device.leave('keep', false);
    assert.equal(await state(), 'left');
    assert.equal(await device.tellSignOut(), false);
    server.reachable = true;
    server.calls = [];
    await device.send();
    assert.deepEqual(server.calls, []);
    assert.equal(await device.tellSignOut(), true);
    assert.deepEqual([server.calls, server.session, await state()], [['/api/account/sign_out'], null, 'nothing']);
    assert.equal(await device.tellSignOut(), true);
    assert.equal(server.calls.length, 1);
  });

  test('that the server refuses, or can not take until the session is over, stands in nobody\'s way for ever', async () => {
    const { fetch } = browser;
    let status = 500;
    browser.fetch = (path, how) => (path === '/api/account/sign_out' ? Promise.resolve(new Response('', { status })) : fetch(path, how));
    await device.leave('keep', false);
    assert.equal(await device.tellSignOut(), false);
    clock += DAY;
    assert.equal(await device.tellSignOut(), true);
    await signIn(ANN);
    await device.leave('keep', false);
    assert.equal(await device.tellSignOut(), false);
    status = 403;
    assert.equal(await device.tellSignOut(), true);
    assert.equal(await state(), 'nothing');
  });

  test('also when someone signs in elsewhere meanwhile, nobody is signed out twice', async () => {
    await device.leave('keep', false);
    await device.tellSignOut();
    await signIn(BEN);
    assert.equal(await device.tellSignOut(), true);
    assert.equal(server.session, BEN);
  });
});

test('every id that a device makes is its own', async () => {
  await signIn(ANN);
  await device.keep('', 'en');
  const ids = await Promise.all(Array.from({ length: 20 }, () => device.enter('/api/medicines/note', dose(randomUUID()))));
  assert.equal(new Set(ids).size, 20);
});
