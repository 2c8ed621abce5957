// Many writes from several devices through a bad network against a real server, each device with the real worker
// (`/sw.js`, `/device.js`). Requests and answers are lost, sent twice, late and out of order; workers
// and the server are killed; disks are full; clocks jump by 25 hours; devices are locked, and others sign in. What was
// shown as kept must be on the server in the end, once, or stand on the device as refused.
//
//   node simulate-outbox.mjs [--writes 1000] [--seed 7] [--long]

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import initSqlite from 'sql.js';
import { Browser, giveUp } from './unit/tab.mjs';

const { values: flags } = parseArgs({
  options: { writes: { type: 'string' }, seed: { type: 'string' }, long: { type: 'boolean' } },
});
const WRITES = Number(flags.writes ?? (flags.long || process.env.DAYBOOK_LONG ? 100_000 : 1_000));
// So many in one installation: a day of four people has no more.
const ROUND = 2_500;
const SEED = Number(flags.seed ?? Math.floor(Math.random() * 2 ** 31));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PIN = '2468';

const here = dirname(fileURLToPath(import.meta.url));
const binary = resolve(process.env.DAYBOOK_BINARY ?? join(here, '../target/release/daybook'));
const siteRoot = resolve(process.env.DAYBOOK_SITE_ROOT ?? join(here, '../target/site'));
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The same numbers for the same seed (mulberry32). */
function dice(seed) {
  let at = seed | 0;
  const next = () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { chance: (of) => next() < of, below: (most) => Math.floor(next() * most), pick: (all) => all[Math.floor(next() * all.length)] };
}

// ---- The server.

class Server {
  folder = mkdtempSync(join(tmpdir(), 'daybook-outbox-'));
  kills = 0;

  async start() {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const store = ['--database', `sqlite:${join(this.folder, 'daybook.sqlite')}`, '--key-file', join(this.folder, 'daybook.key')];
    const flags = ['--json', ...store, 'serve', '--demo', '--address', `127.0.0.1:${this.port}`, '--site-root', siteRoot];
    this.process = spawn(binary, flags, { cwd: this.folder, stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((listens, fails) => {
      this.process.once('exit', (code) => fails(new Error(`daybook left with ${code}`)));
      createInterface({ input: this.process.stdout }).on('line', (line) => JSON.parse(line).address && listens());
    });
    this.process.removeAllListeners('exit');
  }

  async stop(signal) {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill(signal);
    await ended;
  }

  async killAndStart() {
    this.kills += 1;
    await this.stop('SIGKILL');
    await this.start();
  }

  /** Reads the database of a server that has stopped, by ids in text. */
  async rows(sql) {
    const { Database } = (this.sqlite ??= await initSqlite());
    const db = new Database(readFileSync(join(this.folder, 'daybook.sqlite')));
    const [found] = db.exec(sql);
    db.close();
    return found?.values ?? [];
  }
}

const freePort = () => new Promise((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

// ---- The people.

const PEOPLE = [
  ['hannah', 'hannah finds a quiet harbour'],
  ['tomas', 'tomas walks the olive orchard'],
  ['etienne', 'etienne mends the old bicycle'],
  ['salma', 'salma reads beneath the jasmine'],
].map(([name, passphrase]) => ({ name, passphrase }));

const form = (fields) => new URLSearchParams(fields).toString();

/** Signs in without a device between, and answers with the cookie. */
async function session(server, { name, passphrase }) {
  const answer = await fetch(`${server.url}/api/account/sign_in`, {
    method: 'POST', redirect: 'manual', body: form({ name, passphrase }),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', origin: server.url },
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
  if (!cookie) throw new Error(`${name} was not let in: ${answer.status} ${answer.headers.get('location')}`);
  return cookie.split(';')[0];
}

/** What a person's entries are about: their record, and a medicine of theirs. */
async function describe(server, person) {
  const cookie = await session(server, person);
  const start = await fetch(`${server.url}/`, { redirect: 'manual', headers: { cookie } });
  person.record = start.headers.get('location').split('/').pop();
  const home = await fetch(`${server.url}/api/medicines/home`, {
    method: 'POST', body: form({ record: person.record }),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', origin: server.url, cookie },
  });
  // One that is taken by the clock: between its doses it may be noted at any time, and nothing is asked first.
  const { active, needed } = await home.json();
  const asNeeded = new Set(needed.map((one) => one.medicine));
  person.medicine = active.find((one) => !asNeeded.has(one.medicine)).medicine;
}

// ---- What happened, as people saw it.

/** Everything that was entered, by id: what it was, and whether it was shown as kept. */
const ledger = new Map();
let written = 0;
const count = { kept: 0, refused: 0, notKept: 0, unknown: 0, workerKills: 0, jumps: 0, fullDisks: 0, people: 0, lost: 0, answersLost: 0, twice: 0, late: 0 };

// ---- A device.

const FINE = { request: 0, answer: 0, twice: 0, late: 0, gone: false };
const ROUGH = { request: 0.15, answer: 0.15, twice: 0.15, late: 0.1, gone: false };
const GONE = { ...ROUGH, gone: true };

class Device {
  skew = 0;
  // How often the clock jumped, when it did last, and when the server said last what time it is.
  jumps = 0;
  jumped = 0;
  heard = 1;
  weather = FINE;
  cookies = new Map();
  cookie = '';
  who = null;
  notes = [];
  late = new Set();

  constructor(server, people, seed, name) {
    this.server = server;
    this.people = people;
    this.dice = dice(seed);
    this.name = name;
    this.browser = new Browser({ fetch: (...asked) => this.fetch(...asked), now: () => Date.now() + this.skew });
    this.workers = [this.open(), this.open()];
  }

  open() {
    const worker = this.browser.work({ version: 'v1', language: 'en', files: ['/shell/en'], offline: true }, new Map([['/shell/en', new Response('shell')]]));
    // A transaction that a kill meets half-way is on the disk or it is not.
    worker.halfWay = (tx) => this.dice.chance(0.5) && giveUp(tx);
    return worker;
  }

  /** The network between this device and the server. */
  async fetch(asked, options = {}) {
    const { dice, weather, server } = this;
    if (weather.gone) throw new TypeError('no network');
    const url = new URL(asked.url ?? asked, server.url);
    const navigates = asked.mode === 'navigate';
    const method = options.method ?? asked.method ?? 'GET';
    const send = {
      method, redirect: 'manual', body: method === 'POST' ? (options.body ?? asked.body) : undefined,
      headers: {
        'content-type': 'application/x-www-form-urlencoded', accept: navigates ? 'text/html' : 'application/json',
        ...options.headers, origin: server.url, cookie: this.cookie,
      },
    };
    const go = () => fetch(server.url + url.pathname + url.search, send);
    if (url.pathname === '/api/account/sign_in') return this.enter(send.body);
    // Whether or not its answer comes back, this session may be over.
    if (url.pathname === '/api/account/sign_out') this.over(this.cookie);
    if (dice.chance(weather.request)) {
      count.lost += 1;
      throw new TypeError('the request was lost');
    }
    if (method === 'POST' && dice.chance(weather.late)) {
      // The browser has given up by the time it arrives.
      count.late += 1;
      this.later(sleep(20 + dice.below(400)).then(go));
      throw new TypeError('the request is late');
    }
    if (method === 'POST' && dice.chance(weather.twice)) {
      count.twice += 1;
      this.later(sleep(dice.below(60)).then(go));
    }
    const answer = await go();
    this.heard = Date.now();
    if (dice.chance(weather.answer)) {
      count.answersLost += 1;
      await answer.arrayBuffer().catch(() => {});
      throw new TypeError('the answer was lost');
    }
    if (url.pathname === '/api/account/sign_out' && answer.status < 400) this.cookie = '';
    if (answer.status < 300 || answer.status >= 400) return answer;
    // A page does not learn where it is led, but whoever looks at the next one does.
    return { type: 'opaqueredirect', status: 0, ok: false, headers: new Headers(), way: answer.headers.get('location') };
  }

  /** This session is not taken up again. */
  over(cookie) {
    for (const [person, kept] of this.cookies) if (kept === cookie) this.cookies.delete(person);
  }

  later(request) {
    const done = request.then((answer) => answer.arrayBuffer()).catch(() => {}).finally(() => this.late.delete(done));
    this.late.add(done);
  }

  /** Signing in. A session of before is taken up again, since hashing takes its time on purpose. */
  async enter(body) {
    const name = new URLSearchParams(body).get('name');
    const person = this.people.find((one) => one.name === name);
    if (!this.cookies.has(person)) this.cookies.set(person, await session(this.server, person));
    this.cookie = this.cookies.get(person);
    return { type: 'opaqueredirect', status: 0, ok: false, headers: new Headers(), way: '/' };
  }

  /** The worker that answers; each page of the device may meet another one while a version takes over from the last. */
  get worker() {
    return this.dice.pick(this.workers);
  }

  /** What comes of it, unless the worker is killed first. */
  async unlessKilled(worker, work, risk = 0.02) {
    if (!this.dice.chance(risk)) return work;
    const killed = sleep(this.dice.below(40)).then(() => {
      count.workerKills += 1;
      worker.kill();
      this.workers = this.workers.map((one) => (one === worker ? this.open() : one));
      return null;
    });
    return Promise.race([work, killed]);
  }

  async become(person) {
    if (this.who !== person) count.people += 1;
    this.who = null;
    const { name, passphrase } = person;
    const answer = await this.worker.post('/api/account/sign_in', form({ name, passphrase }), { mode: 'navigate', from: '/sign-in' });
    if (answer?.type !== 'opaqueredirect') return;
    this.who = person;
    await this.look();
  }

  /** Opens a page: the server says whose device it is, and what waits is sent. Keeps, where nobody does. */
  async look() {
    const worker = this.worker;
    await worker.get('/privacy');
    await worker.after;
    const keeps = await Promise.race([worker.device.keeps().catch(() => false), worker.death]);
    if (keeps === false) await worker.say({ keep: true, pin: this.dice.chance(0.1) ? PIN : '' });
  }

  /** Enters something, and notes what the person saw. */
  async write(path, id, fields, step = {}) {
    const { record } = this.who;
    const before = ledger.get(id) ?? { steps: [] };
    const clock = this.heard > this.jumped ? this.jumps : null;
    const one = { path, outcome: 'unknown', clock, ...step };
    before.steps.push(one);
    ledger.set(id, before);
    const mode = this.dice.chance(0.7) ? 'navigate' : 'cors';
    const worker = this.worker;
    const answer = await this.unlessKilled(worker, worker.post(path, form(fields), { mode, from: `/records/${record}` }));
    written += 1;
    one.outcome = await seen(answer);
    count[one.outcome] += 1;
    if (one.outcome === 'refused') one.why = answer.way ?? answer.status;
    return one.outcome === 'kept';
  }

  async act() {
    const { dice } = this;
    const { record, medicine } = this.who;
    const turn = dice.below(100);
    if (turn < 45) {
      const id = randomUUID();
      const kept = await this.write('/api/medicines/note', id, { record, medicine, id, 'typed[slot]': '', 'typed[what]': 'taken' });
      if (kept && dice.chance(0.2)) await this.write('/api/medicines/undo', id, { record, id }, { undoes: true });
    } else if (turn < 90) {
      const id = randomUUID();
      // Long enough ago for any clock.
      const day = new Date(Date.now() - 20 * 24 * HOUR).toISOString().slice(0, 10);
      const fields = { record, id, 'typed[symptom]': 'other', 'typed[level]': '', 'typed[day]': day, 'typed[time]': '09:30', 'typed[words]': `words of ${id}` };
      const kept = await this.write('/api/diary/note', id, fields);
      // A second tap.
      if (dice.chance(0.1)) await this.write('/api/diary/note', id, fields);
      if (kept && dice.chance(0.2)) await this.write('/api/diary/withdraw', id, { record, id }, { undoes: true });
    } else {
      await this.report();
    }
  }

  /** A report when nothing is wrong, with words of one's own at the end. */
  async report() {
    const { record } = this.who;
    const id = randomUUID();
    const answer = (screen, given) => ['/api/diary/answer', { record, report: id, screen, ...given }];
    const steps = [
      ['/api/diary/start', { record, id }],
      ['/api/diary/flags', { record, report: id, then: 'none' }],
      answer('which', { 'given[then]': 'none' }),
      answer('activity-interference', { 'given[then]': 'skip' }),
      answer('rest-amount', { 'given[then]': 'skip' }),
      answer('last', { 'given[answers][2][]': `words of ${id}` }),
      ['/api/diary/send', { record, report: id }],
    ];
    for (const [path, fields] of steps) if (!(await this.write(path, id, fields))) return;
    ledger.get(id).whole = true;
  }

  jump(by) {
    this.skew += by;
    this.jumps += 1;
    this.jumped = Date.now();
  }

  /** Something happens that is no entry. */
  async happen() {
    const { dice } = this;
    const turn = dice.below(100);
    if (turn < 50) {
      this.weather = dice.pick([FINE, FINE, ROUGH, ROUGH, ROUGH, GONE]);
    } else if (turn < 60) {
      this.jump(dice.pick([-25, 25]) * HOUR);
      count.jumps += 1;
    } else if (turn < 70) {
      this.jump(31 * MINUTE);
    } else if (turn < 80) {
      count.fullDisks += 1;
      this.browser.diskFull = () => dice.chance(0.5);
      for (let n = 0; n < 3 && this.who; n += 1) await this.act();
      this.browser.diskFull = () => false;
    } else if (turn < 92) {
      await this.become(dice.pick(this.people));
    } else if (turn < 94 && this.who) {
      await this.worker.post('/api/account/sign_out', 'unsent=keep', { mode: 'navigate' });
      this.who = null;
    }
    // Whoever finds it locked opens it: by the PIN, or by a page of the server.
    const worker = this.worker;
    const { state } = (await Promise.race([worker.device.look(), worker.death])) ?? { state: 'open' };
    if (state === 'locked') await worker.say({ unlock: PIN });
    else if (state === 'left' || !this.who) await this.become(dice.pick(this.people));
    else if (state !== 'open') await this.look();
    await worker.say({ send: true });
  }

  async run(share) {
    while (written < share()) {
      if (this.dice.chance(0.15) || !this.who) await this.happen();
      if (this.who) await this.act();
    }
  }

  /** The network is back for good: everything that waits goes out, for each of its people. Answers what was refused. */
  async settle() {
    this.weather = FINE;
    await Promise.all(this.late);
    const refused = [];
    for (const person of this.people) {
      for (let tries = 0; ; tries += 1) {
        await this.become(person);
        const worker = this.worker;
        await worker.say({ send: true });
        const { state, waiting, unsent } = await worker.device.look();
        const left = waiting.filter((line) => line.state === 'waiting');
        // What is sealed is counted and says nothing: only to who is in, with all of it open, nothing waits any more.
        const open = this.who === person && (state === 'open' || unsent === 0);
        if (open && left.length === 0) {
          refused.push(...waiting.filter((line) => line.state === 'refused'));
          break;
        }
        // What waits behind something that was refused waits until the person has said what becomes of that.
        const stuck = waiting.filter((line) => line.state === 'refused');
        if (open && stuck.length > 0 && tries > 3) {
          refused.push(...stuck);
          await worker.device.discard(stuck.map((line) => line.id));
        }
        if (tries > 60) {
          throw new Error(`${this.name} is ${state}: ${unsent} entries of ${person.name} are not sent: ${JSON.stringify(left[0])}`);
        }
        this.skew += 6 * MINUTE;
      }
    }
    return refused;
  }
}

/** What a person takes from an answer: it is kept, it was refused, it was not kept, or nothing (the page is gone). */
async function seen(answer) {
  if (!answer) return 'unknown';
  if (answer.type === 'error') return 'notKept';
  const way = answer.way ?? answer.headers.get('location') ?? '';
  if (/#not-kept$/.test(way)) return 'notKept';
  if (/__err=|^\/sign-in|\/confirm|\/ask/.test(way)) return 'refused';
  if (answer.type === 'opaqueredirect' || answer.status === 303 || answer.status === 200) return 'kept';
  return 'refused';
}

// ---- The judgement.

const id = (blob) => Buffer.from(blob).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

async function judge(server, refused, before) {
  const wrong = [];
  const doses = new Map((await server.rows('SELECT id, withdrawn_at FROM dose_entry')).map(([one, over]) => [id(one), { over }]));
  const notes = new Map((await server.rows('SELECT id, withdrawn_at, note FROM diary_entry')).map(([one, over, words]) => [id(one), { over, words }]));
  const reports = new Map((await server.rows('SELECT id, sent_at, answers FROM diary_report')).map(([one, sent, answers]) => [id(one), { sent, answers }]));
  const told = new Map();
  for (const line of refused) {
    const fields = Object.fromEntries(line.fields);
    const about = fields.report ?? fields.id;
    told.set(about, [...(told.get(about) ?? []), line]);
  }
  for (const [key, { steps, whole }] of ledger) {
    const kept = (path) => steps.filter((step) => step.path === path && step.outcome === 'kept');
    const no = (told.get(key) ?? []).map((line) => line.path);
    const row = doses.get(key) ?? notes.get(key);
    const [first] = steps;
    if (first.path === '/api/diary/start') {
      const report = reports.get(key);
      if (no.length > 0) wrong.push(['a report was refused', key, no, told.get(key)[0].error]);
      if (kept('/api/diary/start').length > 0 && !report) wrong.push(['a report is lost', key]);
      if (whole && !report?.sent) wrong.push(['a report was not sent', key]);
      if (whole && report && !report.answers.includes(`words of ${key}`)) wrong.push(['an answer is lost', key]);
      continue;
    }
    if (no.includes(first.path)) wrong.push(['an entry was refused', key, told.get(key)[0].error]);
    else if (kept(first.path).length > 0 && !row) wrong.push(['an entry is lost', key, steps.map((step) => [step.path, step.outcome])]);
    if (row?.words !== undefined && row.words !== `words of ${key}`) wrong.push(['an entry says something else', key]);
    const undone = steps.find((step) => step.undoes);
    if (row?.over && !undone) wrong.push(['an entry was taken back by nobody', key]);
    if (undone?.outcome === 'kept' && row && !row.over) {
      // Too late by a clock of which nobody knew that it had jumped: then it stands there as refused.
      const path = undone.path;
      if (!no.includes(path)) wrong.push(['what was taken back stands', key]);
      else if (undone.clock !== null && undone.clock === first.clock) wrong.push(['taking back was refused', key, told.get(key)[0].error]);
    }
  }
  for (const [store, rows] of [['dose', doses], ['note', notes], ['report', reports]]) {
    for (const key of rows.keys()) if (!ledger.has(key) && !before.has(key)) wrong.push([`a ${store} of nobody`, key]);
  }
  // Each change wrote one row of the log when it was made: what came twice wrote none.
  const logged = (await logs(server)) - before.logged;
  const doseChanges = [...ledger.keys()].map((key) => doses.get(key)).filter(Boolean).reduce((sum, row) => sum + (row.over ? 2 : 1), 0);
  if (logged !== doseChanges) wrong.push(['changes of doses in the log', logged, 'and in the entries', doseChanges]);
  return { wrong, rows: doses.size + notes.size + reports.size - before.size };
}

async function existing(server) {
  const found = new Set();
  for (const table of ['dose_entry', 'diary_entry', 'diary_report']) {
    for (const [one] of await server.rows(`SELECT id FROM ${table}`)) found.add(id(one));
  }
  return Object.assign(found, { logged: await logs(server) });
}

async function logs(server) {
  const [[rows]] = await server.rows("SELECT COUNT(*) FROM audit WHERE act = 'write' AND category = 'medicines'");
  return rows;
}

/** One installation with its people and their devices, from the first sign-in to the judgement: what is wrong. */
async function round(writes, seed) {
  ledger.clear();
  written = 0;
  for (const of of Object.keys(count)) count[of] = 0;
  const begun = Date.now();
  const server = new Server();
  try {
    await server.start();
    await server.stop('SIGTERM');
    const before = await existing(server);
    await server.start();
    for (const person of PEOPLE) await describe(server, person);
    const pairs = [[0, 1], [1, 2], [2, 3], [3, 0]];
    const devices = pairs.map((pair, n) => new Device(server, pair.map((at) => PEOPLE[at]), seed + n, `device ${n + 1}`));
    for (const device of devices) await device.become(device.people[0]);
    let going = true;
    const kills = (async () => {
      const { below } = dice(seed + 99);
      let next = below(200);
      while (going) {
        await sleep(50);
        if (written < next) continue;
        await server.killAndStart();
        next = written + 50 + below(250);
      }
    })();
    await Promise.all(devices.map((device) => device.run(() => writes)));
    going = false;
    await kills;
    const refused = [];
    for (const device of devices) refused.push(...(await device.settle()));
    await server.stop('SIGTERM');
    const { wrong, rows } = await judge(server, refused, before);
    const seconds = Math.round((Date.now() - begun) / 1000);
    console.log(JSON.stringify({ seed, writes: written, rows, ...count, refusedLater: refused.length, serverKills: server.kills, wrong: wrong.length, seconds }));
    for (const one of wrong.slice(0, 20)) console.error(JSON.stringify(one));
    return wrong.length;
  } finally {
    server.process.kill('SIGKILL');
    rmSync(server.folder, { recursive: true, force: true });
  }
}

async function main() {
  console.log(`outbox: ${WRITES} writes, seed ${SEED}`);
  const begun = Date.now();
  let [all, wrong] = [0, 0];
  for (let seed = SEED; all < WRITES; seed += 1000) {
    wrong += await round(Math.min(ROUND, WRITES - all), seed);
    all += written;
    if (all < WRITES) console.log(`outbox: ${all} of ${WRITES} writes, ${wrong} wrong`);
  }
  if (wrong > 0) process.exitCode = 1;
  else console.log(`outbox: none lost, none twice (seed ${SEED}, ${all} writes, ${Math.round((Date.now() - begun) / 1000)} s)`);
}

await main();
// Workers that were killed wait for ever.
process.exit();
