// The service worker. It stands in for the server where there is no network: with pages of the build, with what the
// person chose to keep here, and with an outbox for what they enter (`/device.js`). What it keeps of the build is in
// `worker/build.js`; apart from that it shows notices (`worker/notices.js`).
//
// The server writes a line before this text that says what belongs to the build: `BUILD`.

// Where a browser can keep nothing safely, the worker leaves every request alone.
const able = BUILD.offline && Boolean(self.indexedDB && self.navigator.locks);

// One that is switched off loads nothing that could be what is broken.
if (able) importScripts("/device.js");

const SHELL = `/shell/${BUILD.language}`;
const ILL = `${SHELL}/ill`;
// For so long the network has the first word, where there is something kept instead.
const PATIENCE = 3000;
// What is sent may take longer: when nobody answers it goes to the outbox.
const PATIENCE_FOR_WRITES = 8000;
// Who is signed in changes with these; nothing is sent from the outbox meanwhile.
const SIGN_INS = ["/api/account/sign_in", "/api/account/sign_in_code", "/api/account/enrol"];
const SIGN_OUT = "/api/account/sign_out";
// For how long the session lasts, and that it may go on.
const LEFT = "/api/account/session_left";
// Signs of danger wait for nothing else that is on its way.
const FLAGS = "/api/diary/flags";
const JSON_TYPE = { "content-type": "application/json" };
// What the app can show from the copy. For any other page there is nothing to show in place of the network.
const OF_THE_APP =
  /^\/(go\/[a-z]+|account|account\/unsent|records\/[^/]+(\/(results(\/[^/]+)?|medicines|diary(\/note|\/reports\/[^/]+)?))?)?$/;

// ---- What a request is.

// The address of what has its version in it: it never changes.
const fixed = (url) => /^\/(pkg|catalogue)\//.test(url.pathname) || url.searchParams.has("v");

// `page`, `form`, `read`, `write`, `sign-in`, `sign-out`, `file`, or nothing: the browser's own business.
function kindOf(request) {
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return null;
  const path = url.pathname;
  if (request.method === "GET") {
    if (request.mode === "navigate") return "page";
    return BUILD.files.includes(path + url.search) ? "file" : null;
  }
  if (request.method !== "POST") return null;
  if (path === SIGN_OUT) return "sign-out";
  if (SIGN_INS.includes(path)) return "sign-in";
  if (device.WRITES[path] && fromHere(request)) return "write";
  if ((path === LEFT || device.READS.includes(path)) && request.mode !== "navigate") return "read";
  return request.mode === "navigate" ? "form" : null;
}

// Whether a call, or a form of Daybook's own pages, asks. A form of another site is the server's business: only the
// browser can say truly where it comes from.
const fromHere = (request) => request.mode !== "navigate" || (request.referrer ?? "").startsWith(`${self.location.origin}/`);

const HANDLERS = { page: openPage, form: sendForm, read: readModel, write: takeEntry, "sign-in": signIn, "sign-out": signOut, file: openFile };

if (able) {
  self.addEventListener("fetch", (event) => {
    const kind = kindOf(event.request);
    if (kind) event.respondWith(HANDLERS[kind](event));
  });
}

// ---- The network.

// Whether the server was there when it was last asked; nothing while this worker, which may be stopped at any time, has
// not asked it yet.
let offline;

// The answer of the network, or nothing when there is none: nobody answers (in time), or something in between says
// that the server does not. A write (`body`) that is late is given up, so that it does not come after a later one.
async function network(request, patience, body) {
  const since = Date.now();
  const giveUp = new AbortController();
  const late = new Promise((resolve) => patience && setTimeout(resolve, patience, null));
  // The page that it comes from is what the server leads back to.
  const way = body === undefined ? undefined : { body, referrer: request.referrer, signal: giveUp.signal };
  const answer = await Promise.race([fetch(request, way).catch(() => null), late]);
  if (!answer) giveUp.abort();
  const gone = !answer || [502, 503, 504].includes(answer.status);
  if (!gone) device.hearTime(answer.headers.get("date"), since).catch(() => {});
  if (offline !== gone) {
    offline = gone;
    tell().catch(() => {});
  }
  return gone ? { answer: null, said: answer } : { answer, said: answer };
}

// Asks the server by itself, for what its answer says of it and of whose device this is: any document says that.
const ask = async (path) => (await network(new Request(path, { cache: "no-store" }), PATIENCE)).answer;

const leadTo = (path) => Response.redirect(new URL(path, self.location.origin), 303);

const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

// A failure that the page reads as "no network", as it would without a worker.
const nothing = () => Response.error();

// Pages that people are led to because what they sent could be neither sent nor kept: the shell says so there, also
// when the server is back in the meantime.
const toTell = new Set();

function leadToNotKept(path) {
  toTell.add(path);
  return leadTo(`${path}#not-kept`);
}

// Everything that follows once the server was there: whose device it is, what waits, and a fresh copy.
let following = null;

function follow() {
  const all = async () => {
    const { current } = await device.facts();
    if (current) await device.openBySession(current).catch(() => {});
    device.hurry();
    await device.send();
    await renew();
  };
  following ??= all().catch(() => {}).finally(() => (following = null));
  return following;
}

async function heard(event, answer) {
  const said = answer.headers.get("daybook-device");
  if (!said) return;
  const hearing = device.hear(said);
  const [word, name] = said.split(" ");
  if (word === "in") event.waitUntil(hearing.then(follow));
  // Of the same person as before the page need not wait for it.
  if (word !== "in" || (await device.facts()).current !== name) await hearing;
}

// ---- Pages.

async function openFile(event) {
  const url = new URL(event.request.url);
  const path = url.pathname + url.search;
  const kept = await built(path);
  if (kept && fixed(url)) return kept;
  return fetch(event.request).catch((cause) => {
    if (kept) return kept;
    throw cause;
  });
}

// The page without a server: the emergency numbers, or the shell, in which the app starts with what is kept.
async function shell(path) {
  const page = await built(path === "/ill" ? ILL : SHELL);
  return page ?? nothing();
}

async function openPage(event) {
  const { pathname, search } = new URL(event.request.url);
  if (toTell.delete(pathname + search)) return shell(pathname);
  // Whom to call is never waited for long, and for nothing but the network: the numbers are here.
  if (pathname === "/ill") return (await network(event.request, PATIENCE)).answer ?? shell(pathname);
  const dose = led.get(pathname + search);
  if (led.delete(pathname + search)) await device.took(...dose).catch(() => {});
  const kept = await device.keeps().catch(() => false);
  // Who signed out without a network is signed out before anything else is asked of the server.
  if (!(await device.tellSignOut().catch(() => true))) return shell(pathname);
  // A report that waits here is not there yet, or not with what was ticked.
  const report = kept && pathname.split("/diary/reports/")[1];
  const waits = () => device.waits("report", report).catch(() => false);
  if (report && (await waits())) {
    await Promise.race([device.send().catch(() => {}), patience()]);
    if (await waits()) return shell(pathname);
  }
  const { answer, said } = await network(event.request, kept && OF_THE_APP.test(pathname) ? PATIENCE : 0);
  // Without anything kept, the server's own page says more than the shell.
  if (!answer) return said && !kept ? said : shell(pathname);
  await heard(event, answer).catch(() => {});
  return answer;
}

// A form that needs the server.
async function sendForm(event) {
  const way = back(event.request);
  if (!(await device.tellSignOut().catch(() => true))) return leadToNotKept(way);
  const { said } = await network(event.request, 0);
  if (!said) return leadToNotKept(way);
  await heard(event, said).catch(() => {});
  return said;
}

// The page that a form stands on.
function back(request) {
  const from = request.referrer ? new URL(request.referrer) : null;
  return from?.origin === self.location.origin ? from.pathname + from.search : "/";
}

// ---- Models of pages.

async function readModel(event) {
  const { pathname } = new URL(event.request.url);
  const body = await event.request.clone().text();
  const kept = await device.keeps().catch(() => false);
  const free = await device.tellSignOut().catch(() => true);
  const { answer, said } = free ? await network(event.request, kept ? PATIENCE : 0) : {};
  if (answer) return answer;
  const own = pathname === LEFT ? tellLeft(body) : tellKept(pathname, body);
  return (await own.catch(() => null)) || said || nothing();
}

async function tellKept(path, body) {
  const json = (await device.keeps()) && (await device.answer(path, body));
  return json && new Response(json, { headers: JSON_TYPE });
}

// Without the server it ends when the device locks what it keeps: pages warn of that in the same way, and whoever asks
// for more time is there.
async function tellLeft(body) {
  if (device.fieldsOf(body).stay === "true") await device.use();
  const left = await device.left();
  if (left === null) return null;
  return left > 0 ? inJson(left) : inJson("SignedOut", 401);
}

// `Response.json` is younger than the browsers that Daybook is for.
const inJson = (value, status = 200) => new Response(JSON.stringify(value), { status, headers: JSON_TYPE });

// ---- Entries.

// Entries of a kind are taken one after the other: none overtakes the one before it.
const turns = new Map();

function inTurn(kind, work) {
  const turn = (turns.get(kind) ?? Promise.resolve()).then(work);
  turns.set(kind, turn.catch(() => {}));
  return turn;
}

async function takeEntry(event) {
  const { pathname } = new URL(event.request.url);
  const request = event.request.clone();
  const body = await event.request.clone().text();
  const { kind, leads } = device.WRITES[pathname];
  const fields = device.fieldsOf(body);
  event.waitUntil(device.use().catch(() => {}));
  const kept = await device.keeps().catch(() => false);
  const work = async () => {
    const free = await device.tellSignOut().catch(() => true);
    const wait = kept && (await device.waits(kind, pathname === FLAGS ? fields.report : undefined).catch(() => false));
    let said = null;
    if (free && !wait) {
      const got = kept ? await network(request, PATIENCE_FOR_WRITES, body) : await network(request, 0);
      if (got.answer && kept) await wasSaid(event, got.answer, body).catch(() => {});
      if (got.answer) return got.answer;
      said = got.said;
    }
    const id = kept && (await device.enter(pathname, body).catch(() => null));
    if (!id) return said ?? notKept(event.request, pathname, fields);
    led.delete(leads(fields, id));
    // When the server is there, what was entered stands on the page that this leads to.
    const sending = device.send().catch(() => {});
    event.waitUntil(sending.then(renew));
    if (wait && !offline) await Promise.race([sending, patience()]);
    return taken(event.request, leads(fields, id));
  };
  return kept && pathname !== FLAGS ? inTurn(kind, work) : work();
}

// A fresh copy, when it is due: one after the other, so that none takes the place of a later one.
let renewing = Promise.resolve();

function renew() {
  renewing = renewing.then(() => device.renewIfDue(BUILD.language)).catch(() => {}).then(tell).catch(() => {});
  return renewing;
}

// Doses that went straight to the server as a form, by the page that it leads to when it took them. Only the browser
// learns where an answer leads: there, or to a question, or back to the form.
const led = new Map();

// What went straight to the server is missing in the copy, which therefore is renewed. Until then it stands over the
// copy, as soon as it is known that it was taken.
async function wasSaid(event, answer, body) {
  if (answer.status >= 400) return;
  const { pathname: path } = new URL(event.request.url);
  const fields = device.fieldsOf(body);
  const way = device.WRITES[path].leads(fields);
  await device.said(path);
  const asks = /__err=|\/(ask|confirm)\b|^\/sign-in/.test(answer.headers.get("location") ?? "");
  if (!asks && device.meaning(answer.status, answer.headers.get("content-type")) === "sent") await device.took(path, body);
  else if (event.request.mode === "navigate" && way.endsWith(`?noted=${fields.id}`)) led.set(way, [path, body]);
  event.waitUntil(renew());
}

// As the server answers: to a form with a way on, to a call with nothing and the same way.
function taken(request, way) {
  if (request.mode === "navigate") return leadTo(way);
  return new Response("null", { headers: { ...JSON_TYPE, serverfnredirect: "", location: way } });
}

// Neither sent nor kept: whoever ticked a red flag is shown whom to call, others their form.
function notKept(request, path, fields) {
  if (request.mode !== "navigate") return nothing();
  return leadToNotKept(path === FLAGS && device.ticked(fields) ? "/ill" : back(request));
}

// ---- Signing in and out. A device whose storage fails stands in nobody's way.

async function signIn(event) {
  if (!(await device.tellSignOut().catch(() => true))) return sendForm(event);
  return device.alone(async () => {
    const { said } = await network(event.request, 0);
    if (!said) return event.request.mode === "navigate" ? leadToNotKept(back(event.request)) : nothing();
    // Whether somebody is in now stands in no answer to a form, but any document says so.
    const word = (await ask("/privacy"))?.headers.get("daybook-device");
    if (!word || word.startsWith("in ")) await device.changeHands().catch(() => {});
    return said;
  });
}

async function signOut(event) {
  const request = event.request.clone();
  const choice = device.fieldsOf(await event.request.clone().text()).unsent;
  if (choice === "send") await device.send().catch(() => {});
  const left = await device.unsent().catch(() => 0);
  if (left > 0 && choice !== "keep" && choice !== "discard") return leadTo("/account/leaving");
  return device.alone(async () => {
    const { answer } = await network(request, PATIENCE_FOR_WRITES);
    const gone = device.leave(choice === "discard" ? "discard" : "keep", Boolean(answer)).then(() => true, () => false);
    // Nobody is told that they are out while the server knows nothing of it and neither does the device.
    if (!(await gone) && !answer) return leadToNotKept(back(event.request));
    event.waitUntil(tell().catch(() => {}));
    return answer ?? leadTo("/sign-in?signed-out=1");
  });
}

// ---- What pages ask, and are told.

// What waits to take over: a newer version of this worker, or the one of another language.
function newer() {
  const { waiting } = self.registration;
  return waiting && (waiting.scriptURL === self.location.href ? "version" : "language");
}

async function state() {
  const { asOf, offset, waiting } = await device.look();
  // Who is not told whether the server is there goes on with what they knew.
  const known = offline === undefined ? {} : { offline };
  return { ...known, asOf, offset, update: newer() === "version", waiting };
}

async function tell() {
  const message = await state();
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage(message);
}

async function leaveAlone() {
  if ((await device.unsent()) > 0) await device.send();
  if ((await device.unsent()) > 0) return { forgotten: false };
  const { current, idle, end } = await device.facts();
  await device.forget(current, "keep", { current, idle, end });
  return { forgotten: true };
}

async function obey(said) {
  if (said.state) return state();
  if (said.use) return device.use();
  if (said.hear) {
    const answer = await ask("/privacy");
    if (answer) await device.hear(answer.headers.get("daybook-device"));
    return state();
  }
  if (said.send) {
    // Whether or not something waits: the pages want to know whether the server is there again.
    if (await ask("/health")) await follow();
    return state();
  }
  // This is the worker that runs; the one to take over is told by it.
  if (said.update) return self.registration.waiting?.postMessage({ skip: true });
  // Nobody looks any more: the moment for the language that was chosen.
  if (said.away) return newer() === "language" && self.registration.waiting.postMessage({ skip: true });
  if (said.skip) return self.skipWaiting();
  if (said.discard) await device.discard(said.discard);
  if (said.keep) {
    // Without the copy, which comes with the next page, what is entered is kept already.
    await device.keep(said.pin, BUILD.language).catch(() => {});
    return { kept: await device.keeps() };
  }
  if (said.forget) return leaveAlone();
  if (said.unlock) return device.unlock(said.unlock);
  return state();
}

self.addEventListener("message", (event) => {
  const answer = async () => {
    const told = await obey(event.data ?? {}).catch(() => ({ failed: true }));
    const port = event.ports[0] ?? event.source;
    if (told) port?.postMessage(told);
    if (!event.data?.state && !event.data?.use && !event.data?.away) await tell();
  };
  event.waitUntil(answer());
});

// A newer version is there, and waits.
self.registration.addEventListener("updatefound", () => {
  self.registration.installing?.addEventListener("statechange", () => tell().catch(() => {}));
});
