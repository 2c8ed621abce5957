// What this browser keeps for someone who chose so: their keys, the copy of what they read, and the outbox of what
// they entered without a network. The worker and the pages share it: all state is in IndexedDB, so it does not matter
// which of them is closed or killed, and when.

(() => {
  "use strict";
  const { settled, copyEnds } = self.device;
  const { MINUTE } = self.parts;

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

  Object.assign(self.device, { hearTime, me, forget, facts });
  Object.assign(self.parts, { inOne, get, rowsOf, alter, NOTHING_KNOWN, know, whileHere, eachOf, clock, hearMoment });
})();
