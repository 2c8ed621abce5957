// The outbox: what was entered without a network, sealed, until the server has taken it.

(() => {
  "use strict";
  const { WRITES, fieldsOf, standing, meaning, next, age, pause, me, facts } = self.device;
  const { MINUTE, DAY, COPY_FRESH, ready, repeated } = self.parts;
  const { inOne, rowsOf, alter, eachOf, clock, hex, write, recall, post, rawFromServer } = self.parts;

  // What was sent stays in the list for so long.
  const SENT_STAYS = DAY;

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

  Object.assign(self.device, { waits, keeps, enter, said, took, alone, hurry, send, discard, unsent });
  Object.assign(self.parts, { linesOf });
})();
