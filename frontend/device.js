// What this browser keeps for someone who chose so: their keys, the copy of what they read, and the outbox of what
// they entered without a network. The worker and the pages load it as a plain script; all state is in IndexedDB, so
// it does not matter which of them is closed or killed, and when.
"use strict";

(() => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const TRIES = 5;
  const ROUNDS = 600_000;
  // A copy that nobody renewed for so long is deleted, and what was sent stays in the list for so long.
  const COPY_LASTS = 14 * DAY;
  const SENT_STAYS = DAY;
  // A kept copy older than this is renewed when there is a network.
  const COPY_FRESH = 10 * MINUTE;
  // Clocks are set by a little all the time; one that goes back further is no measure of idleness any more.
  const CLOCK_SLACK = 5 * MINUTE;
  const NOBODY = "00000000-0000-0000-0000-000000000000";

  // ---- Decisions: pure, each with its test.

  const report = (fields) => `/records/${fields.record}/diary/reports/${fields.report ?? fields.id}`;
  // Where no number is known the page goes on with what is not answered yet. The address is a new one each time (by the id
  // of the entry), since a page only goes on when it changes.
  const onward = (fields, id) => `${report(fields)}?at=on-${id}`;
  // As forms write it, and as the app does: `flags[]`, `flags[0]`.
  const ticked = (fields) => Object.keys(fields).some((name) => name.startsWith("flags["));
  const doses = (fields, back) => `/records/${fields.record}${back === "today" ? "" : "/medicines"}`;

  // What may be entered without a network. `kind`: what is sent in order. `of`: the field that says what it is about.
  // `leads`: where the server would lead on to, by the fields and the id of the entry. `step`: one of many in a row, of
  // which the copy need not know each at once.
  const WRITES = {
    "/api/medicines/note": {
      kind: "doses", of: "id", leads: (fields) => `${doses(fields, fields["typed[back]"])}?noted=${fields.id}`,
    },
    "/api/medicines/undo": { kind: "doses", of: "id", leads: (fields) => doses(fields, fields.back) },
    "/api/diary/start": { kind: "report", of: "id", leads: report },
    "/api/diary/flags": {
      kind: "report", of: "report", step: true, leads: (fields) => `${report(fields)}?at=${ticked(fields) ? "next" : "1"}`,
    },
    "/api/diary/answer": { kind: "report", of: "report", step: true, leads: onward },
    "/api/diary/same": { kind: "report", of: "report", step: true, leads: onward },
    "/api/diary/send": { kind: "report", of: "report", leads: report },
    "/api/diary/note": { kind: "entries", of: "id", leads: (fields) => `/records/${fields.record}/diary?noted=1` },
    "/api/diary/withdraw": { kind: "entries", of: "id", leads: (fields) => `/records/${fields.record}/diary` },
  };

  // What the kept copy can answer.
  const READS = [
    "/api/record/today", "/api/medicines/home", "/api/diary/home", "/api/diary/report", "/api/diary/note_form",
    "/api/results/timeline", "/api/results/item", "/api/account/overview",
  ];

  // The fields of a form. Those that may come more than once are lists.
  function fieldsOf(body) {
    const fields = {};
    for (const [name, value] of new URLSearchParams(body)) {
      if (name.endsWith("[]")) (fields[name] ??= []).push(value);
      else fields[name] = value;
    }
    return fields;
  }

  // What a call asks for, however its fields are ordered. What has just been noted asks for nothing else.
  function asked(path, fields) {
    const said = Object.entries(fields).filter(([name, value]) => name !== "noted" && value !== "" && value !== null);
    return JSON.stringify([path, said.sort(([one], [other]) => (one < other ? -1 : 1))]);
  }

  function dayIn(zone, now) {
    const parts = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" };
    return new Intl.DateTimeFormat("en-CA", parts).format(now);
  }

  // The answer of the kept copy to a call, as JSON; nothing when it has none for this day. A report that was begun
  // here is the blank one under its id.
  function find(copy, path, body, begun, now) {
    const fields = fieldsOf(body);
    const today = dayIn(copy.zone, now);
    const pick = (key) => copy.calls.find((call) => (call.day ?? today) === today && asked(call.path, call.fields) === key);
    const call = pick(asked(path, fields));
    if (call) return JSON.stringify(call.answer);
    if (path !== "/api/diary/report" || !begun.includes(fields.report)) return null;
    const blank = pick(asked(path, { ...fields, report: "new" }));
    return blank ? JSON.stringify(blank.answer).replaceAll(NOBODY, fields.report) : null;
  }

  // How what is kept for a person stands: `open`, `locked` (a PIN opens it), `sealed` (only signing in does), or
  // `nothing`.
  function standing(meta, now) {
    if (!meta) return "nothing";
    if (now >= meta.end) return "sealed";
    const idle = now - meta.used >= meta.idle || now < meta.used - CLOCK_SLACK;
    if (meta.key && !idle) return "open";
    return meta.pin && meta.tries > 0 ? "locked" : "sealed";
  }

  // The same person's row without the keys that may not stay.
  function settled(meta, now) {
    const state = standing(meta, now);
    return { ...meta, key: state === "open" ? meta.key : null, pin: state === "sealed" ? null : meta.pin };
  }

  const copyEnds = (meta, now) => !meta.keeps || now - meta.heard >= COPY_LASTS;

  // Whether the copy is worth renewing: it is old, or in another language.
  const copyDue = (meta, language, now) =>
    meta.keeps && !(meta.language === language && Math.abs(now - meta.renewed) < COPY_FRESH);

  // What the server said in a document about whose device this is.
  function read(header) {
    const [word, name, idle, end] = (header ?? "").split(" ");
    if (word === "in" && name && Number(idle) > 0) return { word, name, idle: Number(idle) * 1000, end: Number(end) * 1000 };
    if (["locked", "expired", "ended"].includes(word) && name) return { word, name };
    // The care team keeps nothing on a device: to what is kept here it is as if nobody were signed in.
    return word === "out" || word === "staff" ? { word: "out" } : null;
  }

  // A cookie ends with its session: who has none any more when that is over has not signed out.
  const ranOut = (said, meta, now) => said.word === "out" && Boolean(meta) && now >= meta.end - MINUTE;

  // What an answer means for the line that was sent. Only what Daybook itself says counts as sent: a page of the
  // network in between is no JSON.
  function meaning(status, type) {
    if (status >= 200 && status < 300) return /json/.test(type ?? "") ? "sent" : "later";
    if (status === 401) return "signed-out";
    // Of a defect of the server one kind stops, and others go on.
    if (status === 500) return "kind-later";
    // Nor is a page that something in between made of it.
    if (/html/.test(type ?? "")) return "later";
    return status >= 400 && status < 500 && ![408, 425, 429].includes(status) ? "refused" : "later";
  }

  // The lines that may be sent, in order: those of someone else and locked ones say nothing, and what is behind a
  // refused one of the same thing waits for the person.
  function ready(lines) {
    const held = new Set();
    return lines.filter((line) => {
      if (line.state === "refused") held.add(line.of);
      return line.path && line.state === "waiting" && !held.has(line.of);
    });
  }

  // The line that may be sent next.
  const next = (lines, stopped) => ready(lines).find((line) => !stopped.has(line.kind)) ?? null;

  // The line that an entry only repeats: a second tap, for a dose of the plan also on a form that has another id by now.
  // Something else that was said of the same thing in between makes it a new one. What is taken as needed may be taken
  // again.
  function repeated(lines, path, body) {
    const fields = fieldsOf(body);
    const dose = (said) => said?.medicine && said["typed[slot]"] && JSON.stringify([said.medicine, said["typed[slot]"]]);
    const about = new Set([fields[WRITES[path].of]]);
    for (const line of lines) if (dose(fields) && dose(line.fields) === dose(fields)) about.add(line.of);
    const before = lines.filter((line) => about.has(line.of)).pop();
    if (before?.state !== "waiting" || before.path !== path) return null;
    if (before.body === body) return before;
    const rest = (said) => JSON.stringify({ ...said, id: "" });
    return dose(fields) && rest(before.fields) === rest(fields) ? before : null;
  }

  // How long ago something was said, in seconds. A clock that was put right in between does not count, where it was known
  // at both times how far the server's is ahead (its offset). Nor can it be longer ago than the device had last heard the
  // server when it was said: a clock that was turned in between, before it was said, makes it no earlier.
  function age(line, now, offset) {
    const seconds = (ms) => Math.max(Math.round(ms / 1000), 0);
    const plain = now - line.made;
    if (!Number.isFinite(line.offset) || !Number.isFinite(offset)) return seconds(plain);
    const [turned, most] = [plain + offset - line.offset, now + offset - line.heard];
    return seconds([turned, plain].find((ms) => ms >= 0 && ms <= most + 2000) ?? Math.min(turned, most));
  }

  // How long to leave the server alone after it failed so often in a row.
  const pause = (failures) => (failures === 0 ? 0 : Math.min(1000 * 2 ** failures, 5 * MINUTE));

  // ---- Storage.

  let opening = null;

  function database() {
    opening ??= new Promise((resolve, reject) => {
      const request = indexedDB.open("device", 1);
      request.onupgradeneeded = () => {
        const db = request.result;
        db.createObjectStore("facts", { keyPath: "of" });
        db.createObjectStore("meta", { keyPath: "name" });
        db.createObjectStore("copy", { keyPath: "name" });
        const outbox = db.createObjectStore("outbox", { keyPath: "place", autoIncrement: true });
        outbox.createIndex("name", "name");
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        // What is lost (cleared storage, a browser that gave up) is opened again next time.
        request.result.onclose = () => (opening = null);
        request.result.onversionchange = () => (request.result.close(), (opening = null));
        resolve(request.result);
      };
    });
    opening.catch(() => (opening = null));
    return opening;
  }

  // Runs `work` on the stores in one transaction. What it answers is there when the transaction has reached the disk.
  async function inOne(mode, names, work) {
    const db = await database();
    return new Promise((resolve, reject) => {
      const tx = db.transaction(names, mode, mode === "readwrite" ? { durability: "strict" } : undefined);
      let result;
      tx.oncomplete = () => resolve(result);
      tx.onabort = () => reject(tx.error ?? new Error("the transaction was given up"));
      const done = (value) => (result = value);
      work(...names.map((name) => tx.objectStore(name)), done);
    });
  }

  const get = (store, key) => inOne("readonly", [store], (rows, done) => {
    rows.get(key).onsuccess = (event) => done(event.target.result);
  });

  const rowsOf = (name) => inOne("readonly", ["outbox"], (rows, done) => {
    rows.index("name").getAll(name).onsuccess = (event) => done(event.target.result);
  });

  // Changes a row as it stands now, whoever else writes to it; what `change` answers with nothing is left alone.
  const alter = (store, key, change) => inOne("readwrite", [store], (rows) => {
    rows.get(key).onsuccess = (event) => {
      const changed = event.target.result && change(event.target.result);
      if (changed) rows.put(changed);
    };
  });

  const NOTHING_KNOWN = { of: "device", current: null, signOut: null, idle: 0, end: 0 };

  // Who uses the device, until when their session lasts, and whether the server has still to hear of a sign-out.
  const facts = async () => (await get("facts", "device")) ?? NOTHING_KNOWN;

  const know = (known) => inOne("readwrite", ["facts"], (rows) => {
    rows.get("device").onsuccess = (event) => rows.put({ ...NOTHING_KNOWN, ...event.target.result, ...known });
  });

  // The same as `inOne`, where this person still uses the device when it is written; else nothing is done.
  const whileHere = (name, stores, work) => inOne("readwrite", ["facts", ...stores], (about, ...rows) => {
    about.get("device").onsuccess = ({ target: { result } }) => result?.current === name && work(...rows);
  });

  function eachOf(rows, name, work) {
    rows.index("name").openCursor(name).onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return;
      work(cursor);
      cursor.continue();
    };
  }

  // Who uses the device, as they stand now. Keys that may not stay any more are deleted before anyone is answered.
  async function me() {
    const { current } = await facts();
    const meta = current && (await get("meta", current));
    if (!meta) return null;
    const now = Date.now();
    const left = settled(meta, now);
    if (left.key !== meta.key || left.pin !== meta.pin) await alter("meta", current, (row) => settled(row, now));
    if (meta.copied && copyEnds(meta, now)) await dropCopy(current);
    return left;
  }

  const dropCopy = (name) => inOne("readwrite", ["copy", "meta"], (copies, metas) => {
    copies.delete(name);
    metas.get(name).onsuccess = (event) => {
      if (event.target.result) metas.put({ ...event.target.result, copied: false, renewed: 0, asOf: null });
    };
  });

  // Takes away what was kept for a person, at once with what is then `known` of the device. Unsent entries stay,
  // sealed, unless they are to be discarded: then nothing stays.
  const forget = (name, unsent, known) => inOne("readwrite", ["facts", "meta", "copy", "outbox"], (about, metas, copies, rows) => {
    if (known) about.put({ ...NOTHING_KNOWN, ...known });
    if (!name) return;
    copies.delete(name);
    let left = 0;
    rows.index("name").openCursor(name).onsuccess = ({ target: { result: cursor } }) => {
      if (cursor) {
        if (unsent === "discard" || cursor.value.state === "sent") cursor.delete();
        else left += 1;
        return cursor.continue();
      }
      if (left === 0) return metas.delete(name);
      metas.get(name).onsuccess = ({ target: { result: row } }) => {
        if (row) metas.put({ ...row, keeps: false, copied: false, key: null, pin: null, pinBits: null });
      };
    };
  });

  // ---- The clock.

  // How far the server's is ahead, in milliseconds, and what it showed when any page or worker heard it last; nothing
  // where it is not known.
  const clock = async () => (await get("facts", "clock")) ?? { offset: null, heard: null };

  // What the server's clock showed, in milliseconds, at some moment since it was asked.
  async function hearMoment(shown, since) {
    if (!Number.isFinite(shown)) return;
    const [least, most, { offset, heard }] = [shown - Date.now(), shown - since, await clock()];
    // Answers say it to the second. What goes on as before is written once a minute.
    const same = offset !== null && offset > least - 2000 && offset < most + 2000;
    if (same && Math.abs(shown - heard) < MINUTE) return;
    const row = { of: "clock", offset: same ? offset : least, heard: shown };
    await inOne("readwrite", ["facts"], (rows) => void rows.put(row));
  }

  // The same, as the header of an answer says it.
  const hearTime = (date, since) => hearMoment(Date.parse(date ?? ""), since);

  // ---- Keys.

  const AES = { name: "AES-GCM", length: 256 };
  const bytes = (text) => new TextEncoder().encode(text);
  const random = (length) => crypto.getRandomValues(new Uint8Array(length));
  const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from(text.match(/../g), (digits) => parseInt(digits, 16));
  const aes = (raw) => crypto.subtle.importKey("raw", raw, AES, false, ["encrypt", "decrypt"]);

  // Bound to the person: what is of one name does not open under another.
  async function seal(key, name, data) {
    const iv = random(12);
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(name) }, key, data) };
  }

  async function unseal(key, name, { iv, data }) {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytes(name) }, key, data));
  }

  const write = (key, name, value) => seal(key, name, bytes(JSON.stringify(value)));
  const recall = async (key, name, row) => JSON.parse(new TextDecoder().decode(await unseal(key, name, row)));

  async function fromSecret(secret, salt) {
    const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    const way = { name: "HKDF", hash: "SHA-256", salt, info: bytes("daybook device") };
    return crypto.subtle.deriveKey(way, base, AES, false, ["encrypt", "decrypt"]);
  }

  async function fromPin(pin, salt) {
    const base = await crypto.subtle.importKey("raw", bytes(pin), "PBKDF2", false, ["deriveBits"]);
    const way = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
    return new Uint8Array(await crypto.subtle.deriveBits(way, base, 256));
  }

  const post = (path, body, more = {}) => fetch(path, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json", ...more },
    credentials: "same-origin",
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  });

  // The secret that the server has for this account and salt; only its own session is told it.
  async function serverSecret(salt) {
    const answer = await post("/api/devices/key", `salt=${hex(salt)}`);
    if (!answer.ok) throw new Error(`no key: ${answer.status}`);
    return unhex(await answer.json());
  }

  async function rawFromServer(meta) {
    const secret = await serverSecret(meta.wrap.salt);
    return unseal(await fromSecret(secret, meta.wrap.salt), meta.name, meta.wrap);
  }

  // After signing in: the server's secret opens what was locked or sealed, and the PIN opens it from now on again.
  async function openBySession(name) {
    const meta = await get("meta", name);
    if (!meta || meta.key) return;
    const raw = await rawFromServer(meta);
    const key = await aes(raw);
    const bits = meta.pinBits && (await unseal(key, name, meta.pinBits));
    const pin = bits && { salt: meta.pinBits.salt, ...(await seal(await aes(bits), name, raw)) };
    await whileHere(name, ["meta"], (metas) => {
      metas.get(name).onsuccess = ({ target: { result: row } }) => row && metas.put({ ...row, key, pin, tries: TRIES, used: Date.now() });
    });
  }

  // Begins to keep for who is signed in, or gives them another PIN. Without one, what is locked opens by signing in
  // alone. What waits from before stays, under the key that it has.
  const keep = (pin, language) => alone(() => keepNow(pin, language));

  async function keepNow(pin, language) {
    const { current: name, idle, end } = await facts();
    if (!name || !idle) return false;
    const old = await get("meta", name);
    const [salt, pinSalt] = [old?.wrap.salt ?? random(16), random(16)];
    const secret = await fromSecret(await serverSecret(salt), salt);
    const raw = old ? await unseal(secret, name, old.wrap) : random(32);
    const key = await aes(raw);
    const wrap = old?.wrap ?? { salt, ...(await seal(secret, name, raw)) };
    const bits = pin ? await fromPin(pin, pinSalt) : null;
    const keys = {
      key, wrap, tries: TRIES,
      pin: bits && { salt: pinSalt, ...(await seal(await aes(bits), name, raw)) },
      pinBits: bits && { salt: pinSalt, ...(await seal(key, name, bits)) },
    };
    const now = Date.now();
    await whileHere(name, ["meta"], (metas) => {
      metas.put({ copied: false, renewed: 0, asOf: null, ...old, name, keeps: true, ...keys, idle, end, used: now, heard: now });
    });
    return renew(language);
  }

  // A try counts before it is judged: closing the page in between wins nothing.
  async function unlock(pin) {
    const meta = await me();
    const state = standing(meta, Date.now());
    if (state !== "locked") return { state };
    let left = null;
    await alter("meta", meta.name, (row) => row.tries > 0 && { ...row, tries: (left = row.tries - 1) });
    // Others that came at once took the last ones.
    if (left === null) return { state: "sealed" };
    const raw = await fromPin(pin, meta.pin.salt).then(aes).then((key) => unseal(key, meta.name, meta.pin)).catch(() => null);
    if (raw) {
      const key = await aes(raw);
      await alter("meta", meta.name, (row) => row.pin && { ...row, key, tries: TRIES, used: Date.now() });
      return { state: "open" };
    }
    if (left > 0) return { state: "locked", left };
    await alter("meta", meta.name, (row) => ({ ...row, pin: null, key: null }));
    return { state: "sealed" };
  }

  // ---- Whose device it is.

  // Takes what a document of the server says. Another person's name ends what was open for the one before.
  async function hear(header) {
    let said = read(header);
    if (!said) return;
    // What has ended while nobody looked has ended, whatever is heard now.
    const meta = await me();
    const now = Date.now();
    if (ranOut(said, meta, now)) said = { word: "expired", name: meta.name };
    const others = (await inOne("readonly", ["meta"], (metas, done) => {
      metas.getAll().onsuccess = (event) => done(event.target.result);
    })).filter((row) => row.name !== said.name);
    for (const row of others) {
      if (ranOut(said, row, now)) await alter("meta", row.name, (left) => ({ ...left, key: null, pin: null }));
      else await forget(row.name, "keep");
    }
    if (said.word === "out") return know({ current: null });
    if (said.word === "ended") return forget(said.name, "discard", {});
    if (said.word === "in") {
      const until = { idle: said.idle, end: now + said.end };
      await know({ current: said.name, ...until });
      return alter("meta", said.name, (row) => ({ ...row, ...until, used: now, heard: now }));
    }
    await know({ current: said.name });
    const pin = (row) => (said.word === "expired" ? null : row.pin);
    // A session that ran out says nothing new: the copy ends when it would have ended.
    const last = (row) => (said.word === "expired" ? row.heard : now);
    await alter("meta", said.name, (row) => ({ ...row, heard: last(row), key: null, pin: pin(row) }));
  }

  // Somebody has just signed in, and no document has said who: until then nobody uses the device, and nothing is open.
  const changeHands = () => inOne("readwrite", ["facts", "meta"], (about, metas) => {
    about.put({ ...NOTHING_KNOWN });
    metas.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      cursor.update({ ...cursor.value, key: null });
      cursor.continue();
    };
  });

  // Somebody does something: that is no idleness. Written at most every quarter of a minute.
  async function use() {
    const meta = await me();
    const now = Date.now();
    if (standing(meta, now) !== "open" || now - meta.used < 15_000) return;
    await alter("meta", meta.name, (row) => ({ ...row, used: Math.max(now, row.used) }));
  }

  // For how many more seconds it stays open when nobody does anything: none when it is not, and nothing where nothing is
  // kept.
  async function left() {
    const meta = await me();
    const now = Date.now();
    if (!meta?.keeps) return null;
    return standing(meta, now) === "open" ? Math.round((Math.min(meta.used + meta.idle, meta.end) - now) / 1000) : 0;
  }

  // ---- The kept copy.

  async function renew(language) {
    const meta = await me();
    if (standing(meta, Date.now()) !== "open" || !meta.keeps) return false;
    // What is sent from now on may be missing in it.
    const asOf = Date.now();
    const answer = await post("/api/devices/kept", "");
    if (!answer.ok) return false;
    const copy = await answer.json();
    await hearMoment(copy.made, asOf);
    const row = { name: meta.name, ...(await write(meta.key, meta.name, copy)) };
    await whileHere(meta.name, ["copy", "meta", "outbox"], (copies, metas, rows) => {
      metas.get(meta.name).onsuccess = (event) => {
        if (!event.target.result?.keeps) return;
        // What went straight to the server stands in this copy.
        eachOf(rows, meta.name, (cursor) => cursor.value.direct && cursor.value.sent < asOf && cursor.delete());
        copies.put(row);
        // What was said while it was on its way may be missing in it.
        const { changed = 0 } = event.target.result;
        const renewed = changed >= asOf && changed <= Date.now() ? 0 : asOf;
        metas.put({ ...event.target.result, copied: true, renewed, asOf, language });
      };
    });
    return true;
  }

  async function renewIfDue(language) {
    const meta = await me();
    return standing(meta, Date.now()) === "open" && copyDue(meta, language, Date.now()) ? renew(language) : false;
  }

  // What is kept, opened; nothing unless it is open.
  async function copyOf(meta) {
    if (standing(meta, Date.now()) !== "open" || !meta.copied) return null;
    const row = await get("copy", meta.name);
    return row ? recall(meta.key, meta.name, row) : null;
  }

  async function answer(path, body) {
    const meta = await me();
    const copy = await copyOf(meta);
    if (!copy) return null;
    const started = (await linesOf(meta)).filter((line) => line.path === "/api/diary/start");
    return find(copy, path, body, started.map((line) => line.of), Date.now() + (await clock()).offset);
  }

  // ---- The outbox.

  async function linesOf(meta) {
    const open = standing(meta, Date.now()) === "open";
    const rows = meta ? await rowsOf(meta.name) : [];
    return Promise.all(rows.map(async (row) => {
      const { place, id, made, offset, heard, state, sent, error } = row;
      const sealed = { place, id, made, state, sent, error };
      // One that does not open stays sealed, and stands in the way of no other.
      const said = open && (await recall(meta.key, meta.name, row).catch(() => null));
      if (!said) return sealed;
      const { path, body } = said;
      const fields = fieldsOf(body);
      return { ...sealed, offset, heard, path, body, fields, kind: WRITES[path]?.kind, of: fields[WRITES[path]?.of] };
    }));
  }

  // Whether something of this kind (about one thing, where that is said) is to be sent first.
  const waits = async (kind, of) =>
    ready(await linesOf(await me())).some((line) => line.kind === kind && (!of || line.of === of));

  // Whether what is entered now can be kept.
  async function keeps() {
    const meta = await me();
    return Boolean(meta?.keeps) && standing(meta, Date.now()) === "open";
  }

  // Takes an entry. It is kept when this answers its id, and not when it answers nothing or fails.
  async function enter(path, body) {
    const meta = await me();
    if (!meta?.keeps || standing(meta, Date.now()) !== "open" || !WRITES[path]) return null;
    const before = repeated(await linesOf(meta), path, body);
    return before ? before.id : add(meta, path, body, { state: "waiting", sent: null });
  }

  async function add(meta, path, body, how) {
    const id = crypto.randomUUID();
    const sealed = await write(meta.key, meta.name, { path, body });
    const { offset, heard } = await clock();
    const row = { id, name: meta.name, made: Date.now(), offset, heard, error: null, ...how, ...sealed };
    // Whoever signed out meanwhile took the key with them: what is sealed by it would never open again.
    const holds = (now) => now?.keeps && now.key && hex(now.wrap.salt) === hex(meta.wrap.salt);
    await inOne("readwrite", ["meta", "outbox"], (metas, rows) => {
      metas.get(meta.name).onsuccess = ({ target }) => (holds(target.result) ? rows.add(row) : target.transaction.abort());
    });
    return id;
  }

  // Takes that something went to the server itself: the copy is behind.
  async function said(path) {
    const meta = await me();
    if (meta?.keeps) await behind(meta.name, WRITES[path].step);
  }

  // And that the server took it: it stands in the list of what was sent until a copy has it.
  async function took(path, body) {
    const meta = await me();
    if (!meta?.keeps || standing(meta, Date.now()) !== "open") return;
    await add(meta, path, body, { state: "sent", sent: Date.now(), direct: true });
  }

  // The copy does not say yet what was said now: it is to be renewed at once, or within a minute (`step`).
  const behind = (name, step) => alter("meta", name, (row) => {
    const now = Date.now();
    return { ...row, changed: now, renewed: step ? Math.min(row.renewed, now - COPY_FRESH + MINUTE) : 0 };
  });

  // One at a time in this browser: who sends, and who signs in or out.
  const alone = (work) => navigator.locks.request("outbox", work);

  let failures = 0;
  let quietUntil = 0;

  // The server is there again: it is left alone no longer.
  const hurry = () => void ([failures, quietUntil] = [0, 0]);

  // Sends what waits. Answers whether something changed.
  const send = () => alone(sendAll);

  async function sendAll() {
    const meta = await me();
    if (standing(meta, Date.now()) !== "open" || (await facts()).signOut) return false;
    let changed = await prune(meta);
    const quiet = quietUntil - Date.now();
    if (quiet > 0 && quiet <= pause(failures)) return changed;
    const stopped = new Set();
    for (;;) {
      // It may have been locked, and someone else may be there, since the last one.
      const now = await me();
      if (now?.name !== meta.name || standing(now, Date.now()) !== "open") return changed;
      const line = next(await linesOf(now), stopped);
      if (!line) return changed;
      const [verdict, error] = await sendOne(meta, line);
      if (verdict === "sent" || verdict === "refused") {
        failures = 0;
        changed = true;
        await mark(line.place, { state: verdict, error, sent: Date.now() });
        if (verdict === "sent") await behind(meta.name, WRITES[line.path].step);
      } else if (verdict === "kind-later") {
        stopped.add(line.kind);
      } else {
        // A server that is busy is left alone for a while; one that can't be reached costs nothing to ask again.
        if (verdict === "later") quietUntil = Date.now() + pause((failures += 1));
        return changed;
      }
    }
  }

  async function sendOne(meta, line) {
    try {
      // How long ago it was said, and its id: the server takes it once, however often it comes.
      const got = await post(line.path, line.body, { "daybook-kept": `${age(line, Date.now(), (await clock()).offset)} ${line.id}` });
      const verdict = meaning(got.status, got.headers.get("content-type"));
      if (verdict !== "refused") return [verdict, null];
      // To a session of someone else this record does not exist: then the server has refused nothing of this person's.
      if ([403, 404].includes(got.status) && !(await rawFromServer(meta).catch(() => null))) return ["signed-out", null];
      return [verdict, await got.text()];
    } catch {
      return ["unreachable", null];
    }
  }

  const mark = (place, how) => alter("outbox", place, (row) => ({ ...row, ...how }));

  // Takes what was sent a day ago off the list; and of someone who keeps nothing here any more, what was left for the
  // sake of what waited.
  async function prune({ name, keeps }) {
    const now = Date.now();
    const rows = await rowsOf(name);
    const old = (row) => row.state === "sent" && Math.abs(now - row.sent) >= SENT_STAYS;
    const any = rows.some(old);
    if (any) await inOne("readwrite", ["outbox"], (all) => eachOf(all, name, (cursor) => old(cursor.value) && cursor.delete()));
    if (!keeps && rows.every(old)) await inOne("readwrite", ["meta"], (metas) => void metas.delete(name));
    return any;
  }

  // Drops entries, because the person said so: all of them, or none.
  async function discard(ids) {
    const meta = await me();
    if (!meta) return;
    await alone(() => inOne("readwrite", ["outbox"], (rows) => {
      eachOf(rows, meta.name, (cursor) => ids.includes(cursor.value.id) && cursor.delete());
    }));
  }

  const unsent = async () => {
    const { current } = await facts();
    return current ? (await rowsOf(current)).filter((row) => row.state !== "sent").length : 0;
  };

  // ---- Signing out.

  // Everything is as signed out, at once. What the server has not heard yet is told to it first of all.
  async function leave(choice, told) {
    const { current, end } = await facts();
    await forget(current, choice, { signOut: told ? null : Date.now(), end });
  }

  // The first request after an offline sign-out. Answers whether the way is free: the server has heard of it, has
  // refused to, or the session is over by itself.
  async function tellSignOut() {
    if (!(await facts()).signOut) return true;
    return alone(async () => {
      const { signOut, end } = await facts();
      if (!signOut) return true;
      const over = Date.now() >= (end || signOut + DAY);
      const got = over ? null : await post("/api/account/sign_out", "unsent=keep").catch(() => null);
      if (!over && !(got && answered(got))) return false;
      await know({ signOut: null });
      return true;
    });
  }

  // An answer that leads on can't be looked into; it is one of Daybook's own. What is refused will be refused again.
  function answered({ ok, type, status }) {
    return ok || type === "opaqueredirect" || (status >= 400 && status < 500 && ![408, 425, 429].includes(status));
  }

  // What the pages are told of the device.
  async function look() {
    const { current, signOut } = await facts();
    const meta = await me();
    const state = signOut ? "left" : current ? standing(meta, Date.now()) : "nothing";
    // Sealed lines are counted, and say nothing.
    const lines = (await linesOf(meta)).filter((line) => line.path);
    const waiting = lines.map(({ id, path, body, made, state, sent, error }) => {
      return { id, path, fields: [...new URLSearchParams(body)], made, state, sent, error };
    });
    const { keeps = false, asOf = null } = meta ?? {};
    return { state, keeps, asOf, offset: (await clock()).offset ?? 0, unsent: await unsent(), waiting };
  }

  // What the app needs to start without a server.
  async function start() {
    const meta = await me();
    const copy = await copyOf(meta);
    if (!copy) return null;
    const { visit } = copy;
    // Who opens it when it is about to lock is warned of that in time.
    if (visit.who) visit.who.idle_seconds = await left();
    return { visit, asOf: meta.asOf };
  }

  self.device = {
    WRITES, READS, fieldsOf, ticked, asked, find, standing, settled, copyEnds, copyDue, read, ranOut, meaning, next, age, pause,
    hear, hearTime, changeHands, openBySession, keep, unlock, use, left, renew, renewIfDue, answer, waits, keeps, enter, said, took, alone, hurry, send, discard, unsent,
    leave, tellSignOut, look, start, me, forget, facts,
  };
})();
