// Whose device it is: what the server says of that, how long it stays open, signing out, and what the pages are told.

(() => {
  "use strict";
  const { standing, read, ranOut, me, facts, forget, alone, unsent } = self.device;
  const { DAY, inOne, alter, NOTHING_KNOWN, know, clock, post, linesOf, copyOf } = self.parts;

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

  Object.assign(self.device, { hear, changeHands, use, left, leave, tellSignOut, look, start });
  delete self.parts;
})();
