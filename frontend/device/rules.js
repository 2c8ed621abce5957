// What a device decides about what it keeps: what may be entered and read without a network, what is open and for how
// long, and what is sent next. All of it is pure, each with its test.

(() => {
  "use strict";

  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  // A copy that nobody renewed for so long is deleted.
  const COPY_LASTS = 14 * DAY;
  // A kept copy older than this is renewed when there is a network.
  const COPY_FRESH = 10 * MINUTE;
  // Clocks are set by a little all the time; one that goes back further is no measure of idleness any more.
  const CLOCK_SLACK = 5 * MINUTE;
  const NOBODY = "00000000-0000-0000-0000-000000000000";

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

  // What pages and the worker use, and what only the scripts of the device use of each other.
  self.device = {
    WRITES, READS, fieldsOf, ticked, asked, find, standing, settled, copyEnds, copyDue, read, ranOut, meaning, next, age, pause,
  };
  self.parts = { MINUTE, DAY, COPY_FRESH, ready, repeated };
})();
