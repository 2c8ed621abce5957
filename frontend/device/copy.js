// The copy of what a person reads, which answers where there is no network.

(() => {
  "use strict";
  const { find, standing, copyDue, me } = self.device;
  const { get, whileHere, eachOf, clock, hearMoment, write, recall, post, linesOf } = self.parts;

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

  Object.assign(self.device, { renew, renewIfDue, answer });
  Object.assign(self.parts, { copyOf });
})();
