// A browser of paper: storage that outlives its tabs, locks that end with who holds them, and tabs that run the real
// `/device.js` (and a worker, the real `/sw.js`) and can be killed at any moment.

import { IDBFactory } from 'fake-indexeddb';
import { DEVICE, WORKER } from '../scripts.mjs';

const loadDevice = new Function('self', 'indexedDB', 'navigator', 'fetch', 'Date', DEVICE);
const loadWorker = new Function('self', 'device', 'BUILD', 'importScripts', 'caches', 'fetch', 'Request', 'Date', WORKER);

/** Gives a transaction up; one that is just being finished is past that. */
export function giveUp(tx) {
  try {
    tx.abort();
  } catch (cause) {
    if (cause.name !== 'InvalidStateError') throw cause;
  }
}

/** Everything that a value holds, however deep. */
function* within(value) {
  yield value;
  if (value === null || typeof value !== 'object' || value instanceof CryptoKey || ArrayBuffer.isView(value)) return;
  for (const part of Object.values(value)) yield* within(part);
}

export const keysIn = (rows) => [...within(rows)].filter((value) => value instanceof CryptoKey);

/** What a killed tab waits for. */
const never = () => new Promise(() => {});

export class Browser {
  storage = new IDBFactory();
  tabs = new Set();
  /** Whether the next write to the disk fails. */
  diskFull = () => false;
  #held = null;
  #queue = [];

  /** `fetch` and `now` are the tab's: the network, and the clock of the device. */
  constructor({ fetch, now = () => Date.now() }) {
    this.fetch = fetch;
    this.now = now;
  }

  open() {
    const tab = new Tab(this);
    this.tabs.add(tab);
    return tab;
  }

  /** A service worker of a build; `kept` are the files of its precache, by their address. */
  work(build, kept = new Map()) {
    const worker = new Worker(this, build, kept);
    this.tabs.add(worker);
    return worker;
  }

  /** The rows of each store, as they lie on the disk. */
  async rows() {
    const all = {};
    await this.write((stores, names) => {
      for (const name of names) stores(name).getAll().onsuccess = ({ target }) => (all[name] = target.result);
    });
    return all;
  }

  /** How many keys lie on the disk, whose PIN opens something, whose copy is there, and the lines of the outbox. */
  async disk() {
    const rows = await this.rows();
    return {
      keys: keysIn(rows).length,
      pins: rows.meta.filter((row) => row.pin).map((row) => row.name),
      copies: rows.copy.map((row) => row.name),
      lines: rows.outbox.map((row) => `${row.state} ${row.name}`),
    };
  }

  /** Does something to the stores, past the device. */
  async write(work) {
    const db = await new Promise((resolve) => (this.storage.open('device').onsuccess = ({ target }) => resolve(target.result)));
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readwrite');
    const done = new Promise((resolve, reject) => ((tx.oncomplete = resolve), (tx.onabort = () => reject(tx.error))));
    work((name) => tx.objectStore(name), names);
    await done;
    db.close();
  }

  /** As `navigator.locks.request`, for one lock. */
  lock(tab, work) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ tab, run: async () => resolve(await work()), reject });
      this.#grant();
    });
  }

  #grant() {
    if (this.#held || this.#queue.length === 0) return;
    const turn = this.#queue.shift();
    this.#held = turn;
    turn.run().catch(turn.reject).finally(() => this.#release(turn));
  }

  #release(turn) {
    if (this.#held !== turn) return;
    this.#held = null;
    this.#grant();
  }

  /** Nothing that the tab was about to do happens any more; what it holds is free. */
  kill(tab) {
    tab.dead = true;
    this.tabs.delete(tab);
    for (const tx of tab.running) tab.halfWay(tx);
    for (const db of tab.databases) db.close();
    this.#queue = this.#queue.filter((turn) => turn.tab !== tab);
    if (this.#held?.tab === tab) this.#release(this.#held);
  }
}

class Tab {
  dead = false;
  databases = [];
  running = new Set();
  /** Comes when the tab is killed: whoever asked it something hears nothing any more. */
  death = new Promise((die) => (this.die = () => die(null)));
  /** What becomes of a transaction in which the tab is killed. */
  halfWay = giveUp;

  constructor(browser) {
    this.browser = browser;
    const self = {};
    const locks = { request: (_, work) => (this.dead ? never() : browser.lock(this, work)) };
    const fetch = async (...asked) => {
      if (this.dead) return never();
      const answer = await browser.fetch(...asked).catch((cause) => (this.dead ? never() : Promise.reject(cause)));
      return this.dead ? never() : answer;
    };
    this.locks = locks;
    this.clock = { now: () => browser.now(), parse: Date.parse };
    loadDevice(self, this.#storage(), { locks }, fetch, this.clock);
    this.device = self.device;
    this.fetch = fetch;
  }

  #storage() {
    const open = (...named) => {
      const request = this.browser.storage.open(...named);
      const wrapped = { result: null, error: null };
      request.onupgradeneeded = () => ((wrapped.result = request.result), wrapped.onupgradeneeded());
      request.onerror = () => ((wrapped.error = request.error), wrapped.onerror());
      request.onsuccess = () => ((wrapped.result = this.#database(request.result)), wrapped.onsuccess());
      return wrapped;
    };
    return { open };
  }

  #database(db) {
    const transaction = (names, mode, how) => {
      if (this.dead) throw new Error('killed');
      const tx = db.transaction(names, mode, how);
      this.running.add(tx);
      for (const end of ['complete', 'abort']) tx.addEventListener(end, () => this.#ended(db, tx));
      // A full disk is found when the rows are written.
      if (mode === 'readwrite' && this.browser.diskFull()) setImmediate(() => this.running.has(tx) && giveUp(tx));
      return tx;
    };
    this.databases.push(db);
    return { transaction, close: () => db.close() };
  }

  #ended(db, tx) {
    this.running.delete(tx);
    // fake-indexeddb remembers each transaction for ever, and looks through all of them at the next one.
    const raw = db._rawDatabase;
    raw.transactions = raw.transactions.filter((one) => one._state !== 'finished');
  }

  kill() {
    this.browser.kill(this);
    this.die();
  }
}

const ORIGIN = 'https://daybook.test';

class Worker extends Tab {
  #listens = {};
  /** What the pages were told, the latest last. */
  told = [];
  skipped = false;
  claimed = false;
  stores = new Map();

  constructor(browser, build, kept) {
    super(browser);
    const page = { url: `${ORIGIN}/`, postMessage: (said) => this.told.push(said) };
    const self = {
      location: new URL(`${ORIGIN}/sw.js`),
      indexedDB: browser.storage,
      navigator: { locks: this.locks },
      addEventListener: (kind, listen) => (this.#listens[kind] = listen),
      registration: { waiting: null, addEventListener: () => {} },
      clients: { claim: async () => (this.claimed = true), matchAll: async () => [page] },
      skipWaiting: async () => (this.skipped = true),
    };
    const cache = (files) => ({
      match: async (path) => files.get(path)?.clone(),
      addAll: async (asked) => {
        for (const { url } of asked) files.set(url.replace(ORIGIN, ''), await browser.fetch(url));
      },
    });
    if (kept.size > 0) this.stores.set(`daybook-${build.version}`, kept);
    const caches = {
      open: async (name) => {
        if (!this.stores.has(name)) this.stores.set(name, new Map());
        return cache(this.stores.get(name));
      },
      keys: async () => [...this.stores.keys()],
      delete: async (name) => this.stores.delete(name),
    };
    loadWorker(self, this.device, build, () => {}, caches, this.fetch, Asked, this.clock);
    this.registration = self.registration;
  }

  /** What an event leads to, and what goes on after it. */
  async dispatch(kind, event) {
    const after = [];
    let answer;
    this.#listens[kind]?.({
      waitUntil: (work) => after.push(Promise.resolve(work).catch(() => {})),
      respondWith: (work) => (answer = work),
      ...event,
    });
    const answered = await Promise.race([answer, this.death]);
    this.after = Promise.race([Promise.all(after), this.death]);
    if (kind !== 'fetch') await this.after;
    return answered;
  }

  listensTo(kind) {
    return kind in this.#listens;
  }

  /** A page is opened. */
  get(path) {
    return this.dispatch('fetch', { request: request('GET', path, 'navigate') });
  }

  /** A form is sent from a page (`mode` navigate), or a call is made by a script. */
  post(path, body, { mode = 'cors', from = '/' } = {}) {
    return this.dispatch('fetch', { request: request('POST', path, mode, body, from) });
  }

  /** A script asks for a file. */
  file(path) {
    return this.dispatch('fetch', { request: request('GET', path, 'cors') });
  }

  async say(data) {
    let answer = null;
    const port = { postMessage: (said) => (answer = said) };
    await this.dispatch('message', { data, ports: [port] });
    return answer;
  }
}

/** A request that a worker makes; unlike that of Node it may name a path alone. */
class Asked {
  constructor(path) {
    this.url = new URL(path, ORIGIN).href;
  }
}

/** A request as a worker sees it. */
function request(method, path, mode, body = '', from = '/') {
  const url = new URL(path, ORIGIN).href;
  const one = { method, url, mode, referrer: new URL(from, ORIGIN).href, body, text: async () => body };
  return { ...one, clone: () => one };
}
