// What lies on the disk while a person keeps something, and what is left of it after each way to end.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ANN, BEN, DAY, MINUTE, RECORD, START, Server, dose, header } from './server.mjs';
import { Browser, keysIn } from './tab.mjs';

const PIN = '1234';
const NOTE = '/api/medicines/note';

let clock, server, browser, device;

async function signIn(name) {
  server.session = name;
  await device.hear(header(name));
  await device.openBySession(name);
}

const disk = () => browser.disk();

const ALL = { keys: 1, pins: [ANN], copies: [ANN], lines: [`sent ${ANN}`, `sent ${ANN}`, `waiting ${ANN}`] };
const SEALED = { ...ALL, keys: 0, pins: [] };
const LOCKED = { ...ALL, keys: 0 };
const WAITING = { keys: 0, pins: [], copies: [], lines: [`waiting ${ANN}`] };
const NOTHING = { keys: 0, pins: [], copies: [], lines: [] };

/** Works in the middle of the next request to a path, once it was answered and before anyone hears it. */
function during(path, work) {
  const { fetch } = browser;
  browser.fetch = async (asked, how) => {
    const answer = await fetch(asked, how);
    if (asked !== path) return answer;
    browser.fetch = fetch;
    await work();
    return answer;
  };
}

beforeEach(() => {
  clock = START;
  server = new Server(() => clock);
  browser = new Browser({ fetch: server.fetch, now: () => clock });
  ({ device } = browser.open());
});

/** Ann keeps a copy with a PIN; something was sent, something went to the server itself, and something waits. */
async function keeping() {
  await signIn(ANN);
  await device.keep(PIN, 'en');
  await device.enter(NOTE, dose('s1'));
  await device.send();
  await device.took(NOTE, dose('t1'));
  server.reachable = false;
  await device.enter(NOTE, dose('w1'));
  await device.send();
  server.reachable = true;
  assert.deepEqual(await disk(), ALL);
}

/** What nobody but the person may have: no PIN opens anything, and nothing is told of what was kept. */
async function opensNothing() {
  server.reachable = false;
  assert.notEqual((await device.unlock(PIN)).state, 'open');
  assert.equal(await device.answer('/api/diary/home', `record=${RECORD}`), null);
  assert.equal(await device.start(), null);
  assert.deepEqual((await device.look()).waiting, []);
  assert.equal(await device.enter(NOTE, dose('late')), null);
  server.reachable = true;
}

describe('on the disk there is', () => {
  beforeEach(keeping);

  const ended = async () => {
    await opensNothing();
    await signIn(ANN);
    assert.equal(await device.keeps(), false);
    // The PIN of before went with the choice.
    clock += 31 * MINUTE;
    assert.notEqual((await device.unlock(PIN)).state, 'open');
  };

  test('of who signed out only what waits, and nothing that opens it', async () => {
    await device.leave('keep', true);
    assert.deepEqual(await disk(), WAITING);
    await ended();
  });

  test('of who signed out without a network only what waits, too, before the server has heard of it and after', async () => {
    await device.leave('keep', false);
    assert.deepEqual(await disk(), WAITING);
    await opensNothing();
    assert.equal(await device.tellSignOut(), true);
    assert.deepEqual(await disk(), WAITING);
    await ended();
  });

  test('nothing at all of who signed out and discards what waits', async () => {
    await device.leave('discard', true);
    const rows = await browser.rows();
    assert.deepEqual([await disk(), rows.meta], [NOTHING, []]);
    assert.ok(!JSON.stringify(rows).includes(ANN));
    await ended();
  });

  test('nothing at all of who signed out when nothing waits', async () => {
    await device.send();
    await device.leave('keep', true);
    const rows = await browser.rows();
    assert.deepEqual([await disk(), rows.meta], [NOTHING, []]);
    assert.ok(!JSON.stringify(rows).includes(ANN));
  });

  test('nothing at all of a device that was ended elsewhere', async () => {
    await device.hear(`ended ${ANN}`);
    const rows = await browser.rows();
    assert.deepEqual([await disk(), rows.meta], [NOTHING, []]);
    assert.ok(!JSON.stringify(rows).includes(ANN));
    await ended();
  });

  for (const [who, said] of [['another person', header(BEN)], ['the care team', 'staff'], ['nobody', 'out']]) {
    test(`only what waits, and nothing that opens it, when the server says that ${who} is there`, async () => {
      await device.hear(said);
      assert.deepEqual(await disk(), WAITING);
      await opensNothing();
      await signIn(ANN);
      assert.equal(await device.keeps(), false);
      clock += 31 * MINUTE;
      assert.notEqual((await device.unlock(PIN)).state, 'open');
    });
  }

  test('no key when somebody has just signed in, whoever that is', async () => {
    await device.changeHands();
    assert.deepEqual(await disk(), LOCKED);
    await opensNothing();
  });

  test('no key after half an hour, nor when the server says that it is locked; the PIN brings it back', async () => {
    clock += 31 * MINUTE;
    await device.look();
    assert.deepEqual(await disk(), LOCKED);
    await device.unlock(PIN);
    assert.deepEqual(await disk(), ALL);
    await device.hear(`locked ${ANN}`);
    assert.deepEqual(await disk(), LOCKED);
  });

  test('neither a key nor a PIN a day after signing in, nor when the server says that it is over', async () => {
    clock += DAY;
    await device.look();
    assert.deepEqual(await disk(), SEALED);
    await opensNothing();
    await signIn(ANN);
    assert.deepEqual(await disk(), ALL);
    await device.hear(`expired ${ANN}`);
    assert.deepEqual(await disk(), SEALED);
    await opensNothing();
  });

  test('neither a key nor a PIN after a day, whoever is there when it is found', async () => {
    clock += DAY;
    await device.changeHands();
    await device.hear('out');
    assert.deepEqual(await disk(), SEALED);
  });

  test('neither a key nor a PIN after five wrong ones', async () => {
    clock += 31 * MINUTE;
    for (let n = 0; n < 5; n += 1) await device.unlock('4321');
    assert.deepEqual(await disk(), SEALED);
    await opensNothing();
  });

  test('no copy when nothing was heard of the server for fourteen days, and what waits is there', async () => {
    clock += 14 * DAY;
    await device.look();
    assert.deepEqual(await disk(), { ...SEALED, copies: [] });
    await opensNothing();
  });

  test('no PIN where none was chosen in place of the one before', async () => {
    await device.keep('', 'en');
    assert.deepEqual(await disk(), { ...ALL, pins: [] });
    clock += 31 * MINUTE;
    await device.look();
    assert.deepEqual(await disk(), SEALED);
    await signIn(ANN);
    assert.deepEqual(await disk(), { ...ALL, pins: [] });
  });
});

describe('a key', () => {
  /** Which keys WebCrypto was asked to make, and with how much work. */
  function watched(t) {
    const asked = { extractable: [], bits: [], work: [] };
    const watch = (name, see) => {
      const real = crypto.subtle[name].bind(crypto.subtle);
      t.mock.method(crypto.subtle, name, (...given) => (see(given), real(...given)));
    };
    watch('importKey', ([, , , extractable]) => asked.extractable.push(extractable));
    watch('generateKey', ([, extractable]) => asked.extractable.push(extractable));
    watch('deriveKey', ([way, , made, extractable]) => {
      asked.extractable.push(extractable);
      asked.bits.push(made.length);
      asked.work.push(way);
    });
    watch('unwrapKey', ([, , , , , extractable]) => asked.extractable.push(extractable));
    watch('deriveBits', ([way]) => asked.work.push(way));
    return asked;
  }

  test('can not be taken out of the browser, however it came there', async (t) => {
    const asked = watched(t);
    const safe = async () => {
      const keys = keysIn(await browser.rows());
      assert.deepEqual(keys.map((key) => [key.extractable, key.algorithm.name, key.algorithm.length]), [[false, 'AES-GCM', 256]]);
      await assert.rejects(crypto.subtle.exportKey('raw', keys[0]));
    };
    await signIn(ANN);
    await device.keep(PIN, 'en');
    await safe();
    clock += 31 * MINUTE;
    await device.unlock(PIN);
    await safe();
    clock += DAY;
    await signIn(ANN);
    await safe();
    assert.ok(asked.extractable.length > 0);
    assert.ok(asked.extractable.every((extractable) => extractable === false));
    assert.ok(asked.bits.every((length) => length === 256));
  });

  test('costs whoever guesses a PIN 600 000 rounds for each try', async (t) => {
    const { work } = watched(t);
    const pins = () => work.filter((way) => way.name === 'PBKDF2').map((way) => [way.hash, way.iterations >= 600_000, way.salt.length >= 16]);
    await signIn(ANN);
    await device.keep(PIN, 'en');
    assert.deepEqual(pins(), [['SHA-256', true, true]]);
    clock += 31 * MINUTE;
    await device.unlock('4321');
    await device.unlock(PIN);
    assert.deepEqual(pins(), Array(3).fill(['SHA-256', true, true]));
  });

  test('of the same PIN is another one for each person, and each time that it is chosen', async (t) => {
    const { work } = watched(t);
    await signIn(ANN);
    await device.keep(PIN, 'en');
    await device.keep(PIN, 'en');
    await signIn(BEN);
    await device.keep(PIN, 'en');
    const salts = work.filter((way) => way.name === 'PBKDF2').map((way) => Buffer.from(way.salt).toString('hex'));
    assert.deepEqual([salts.length, new Set(salts).size], [3, 3]);
  });

  test('of the session is another one for each account, and only its own session is told it', async () => {
    await keeping();
    await device.hear(`expired ${ANN}`);
    server.session = BEN;
    await device.openBySession(ANN).catch(() => {});
    assert.deepEqual(await disk(), SEALED);
  });
});

describe('what lies under one name', () => {
  /** All rows of Ann are made rows of Ben, who is there now. */
  const rename = () => browser.write((stores) => {
    for (const store of ['meta', 'copy', 'outbox']) {
      stores(store).openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (cursor?.value.name !== ANN) return;
        cursor.delete();
        stores(store).put({ ...cursor.value, name: BEN });
        cursor.continue();
      };
    }
    stores('facts').get('device').onsuccess = ({ target }) => stores('facts').put({ ...target.result, current: BEN });
  });

  const shown = async () => ({
    answer: await device.answer('/api/diary/home', `record=${RECORD}`).catch(() => null),
    start: await device.start().catch(() => null),
    waiting: await device.look().then(({ waiting }) => waiting, () => []),
  });

  beforeEach(keeping);

  test('opens nothing under another, although the key lies beside it', async () => {
    await rename();
    assert.deepEqual(await disk(), { keys: 1, pins: [BEN], copies: [BEN], lines: ALL.lines.map((line) => line.replace(ANN, BEN)) });
    assert.deepEqual(await shown(), { answer: null, start: null, waiting: [] });
    server.taken = [];
    await device.send().catch(() => {});
    assert.deepEqual(server.taken, []);
  });

  test('is opened under another neither by the PIN nor by the session', async () => {
    await device.hear(`locked ${ANN}`);
    await rename();
    assert.equal((await device.unlock(PIN)).state, 'locked');
    await device.openBySession(BEN).catch(() => {});
    assert.equal((await disk()).keys, 0);
  });
});

describe('when the person changes in the middle', () => {
  const came = async () => {
    server.session = BEN;
    await device.hear(header(BEN));
  };

  test('of beginning to keep, nothing is kept for the one before, and no key stays', async () => {
    await signIn(ANN);
    during('/api/devices/key', came);
    await device.keep(PIN, 'en').catch(() => {});
    assert.deepEqual([await disk(), (await browser.rows()).meta], [NOTHING, []]);
    assert.equal(await device.keeps(), false);
  });

  test('of choosing another PIN, no key of the one before comes back', async () => {
    await keeping();
    during('/api/devices/key', came);
    await device.keep('5678', 'en').catch(() => {});
    assert.deepEqual(await disk(), WAITING);
  });

  test('of opening what is sealed, it stays sealed', async () => {
    await keeping();
    await device.hear(`expired ${ANN}`);
    for (const gone of [() => device.changeHands(), () => device.leave('keep', false), came]) {
      await device.hear(header(ANN));
      server.session = ANN;
      during('/api/devices/key', gone);
      await device.openBySession(ANN).catch(() => {});
      assert.equal((await disk()).keys, 0);
    }
  });

  test('of renewing, the copy of the one before stays as it was, and none comes for them where there is none', async () => {
    await keeping();
    const before = (await browser.rows()).copy;
    during('/api/devices/kept', () => device.changeHands());
    await device.renew('en');
    assert.deepEqual((await browser.rows()).copy, before);
    await signIn(ANN);
    during('/api/devices/kept', () => device.leave('keep', true));
    await device.renew('en');
    assert.deepEqual(await disk(), WAITING);
  });

  test('of sending, nothing more of the one before is sent, and what the other has waiting is sent as theirs', async () => {
    // Something of Ben's waits from before.
    await signIn(BEN);
    await device.keep('', 'en');
    await device.enter(NOTE, dose('b1'));
    await signIn(ANN);
    await device.keep('', 'en');
    for (const id of ['a1', 'a2']) await device.enter(NOTE, dose(id));
    const by = () => server.taken.map((one) => `${one.by} ${new URLSearchParams(one.body).get('id')}`);
    during(NOTE, () => signIn(BEN));
    await device.send();
    assert.deepEqual(by(), [`${ANN} a1`]);
    await device.send();
    assert.deepEqual(by(), [`${ANN} a1`, `${BEN} b1`]);
    await signIn(ANN);
    await device.send();
    assert.deepEqual(by(), [`${ANN} a1`, `${BEN} b1`, `${ANN} a2`]);
  });

  test('of entering, nothing is kept that would never open again, and nobody is told that it is', async (t) => {
    await keeping();
    const again = async () => {
      await device.leave('discard', true);
      await signIn(ANN);
      await device.keep('', 'en');
    };
    const real = crypto.subtle.encrypt.bind(crypto.subtle);
    const back = async () => {
      await device.leave('keep', true);
      await signIn(ANN);
    };
    for (const gone of [() => device.changeHands(), came, back, again]) {
      await signIn(ANN);
      await device.keep('', 'en');
      const before = (await disk()).lines;
      const encrypt = t.mock.method(crypto.subtle, 'encrypt', async (...given) => {
        encrypt.mock.restore();
        const sealed = await real(...given);
        await gone();
        return sealed;
      });
      const entered = await device.enter(NOTE, dose('late')).catch(() => null);
      assert.equal(entered, null);
      assert.ok((await disk()).lines.length <= before.length);
    }
  });
});

describe('what was kept', () => {
  test('by one tab stays readable when another begins to keep at the same time', async () => {
    await signIn(ANN);
    const { fetch } = browser;
    let keys = 0;
    let entered;
    const done = new Promise((resolve) => (entered = resolve));
    // The answer to whoever comes second is late: by then something was entered.
    browser.fetch = async (path, how) => {
      const late = path === '/api/devices/key' && (keys += 1) === 2;
      const answer = await fetch(path, how);
      if (late) await done;
      return answer;
    };
    const first = device.keep(PIN, 'en').then(() => device.enter(NOTE, dose('d1'))).finally(entered);
    await Promise.all([first, browser.open().device.keep(PIN, 'en')]);
    assert.equal(keys, 2);
    assert.deepEqual((await device.look()).waiting.map((line) => line.state), ['waiting']);
    await device.send();
    assert.deepEqual(server.taken.map((one) => one.body), [dose('d1')]);
  });

  test('and does not open any more stands in the way of nothing else', async () => {
    await keeping();
    await browser.write((stores) => {
      stores('outbox').openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (cursor.value.state === 'waiting') cursor.update({ ...cursor.value, iv: new Uint8Array(12) });
        cursor.continue();
      };
    });
    await device.enter(NOTE, dose('d2'));
    server.taken = [];
    await device.send();
    assert.deepEqual(server.taken.map((one) => one.body), [dose('d2')]);
    // Nobody said that it may go.
    assert.equal((await device.look()).unsent, 1);
  });

  test('goes after fourteen days also when the server has said in between that the session is over', async () => {
    await keeping();
    for (let days = 0; days < 14; days += 1) {
      clock += DAY;
      await device.hear(`expired ${ANN}`);
    }
    await device.look();
    assert.deepEqual(await disk(), { ...SEALED, copies: [] });
  });
});
