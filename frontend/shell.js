// The script beside the app: begins the worker of the browser and passes on what it says. On the offline shell it starts
// the app with what the device keeps, or shows why it can't; in the settings a person chooses with it whether this device
// keeps anything.

const root = globalThis.document?.documentElement;

// Which part of the page is for this state of the device: the app, or a section by its id.
export function part({ state, unsent }, pathname) {
  if (state === "left") return "left";
  if (pathname === "/account/leaving" && unsent > 0) return "leaving";
  return state === "open" ? "app" : state;
}

function show(id) {
  for (const section of document.querySelectorAll("section[id]")) section.hidden = section.id !== id;
  const heading = document.querySelector(`#${id} h1`);
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}

// The worker that runs. For a moment that can still be the one whose place was taken.
async function worker() {
  const { active } = await navigator.serviceWorker.ready;
  if (active && active.state !== "redundant") return active;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return worker();
}

const tell = (message) => worker().then((one) => one.postMessage(message));

// Asks the worker something, and waits for what it says. One whose place is taken before it answers has not heard it.
export async function ask(message) {
  const one = await worker();
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    const end = (said) => (port1.close(), resolve(said));
    port1.onmessage = ({ data }) => end(data);
    one.addEventListener("statechange", () => one.state === "redundant" && end(ask(message)));
  });
  one.postMessage(message, [port2]);
  return answer;
}

const store = (key, value) => {
  try {
    return value === undefined ? localStorage.getItem(key) : localStorage.setItem(key, value);
  } catch {
    return "no";
  }
};

// Whether it is a good moment to offer the home screen: on the second day of use, not twice, and not to who has it.
export function offers(visited, today, installed) {
  return !installed && visited !== null && visited !== "no" && visited !== today;
}

function offer() {
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  const [visited, today] = [store("visited"), new Date().toDateString()];
  if (visited === null) store("visited", today);
  return offers(visited, today, installed);
}

// Between the app and the worker, in both directions. What the device itself shows is offline until the server's page
// is in its place.
export function connect(app, known = {}) {
  let said = {};
  // What this page shows of the copy is renewed when the server is there again.
  let behind = false;
  const refresh = () => behind && back().catch(() => {});
  let offering = offer();
  const show = () => app.state(JSON.stringify({ ...said, ...known, offer: offering && location.pathname.split("/").length === 3 }));
  // What a message leaves out is as it was.
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    behind ||= said.offline === true && data.offline === false;
    said = { ...said, ...data };
    show();
    refresh();
  });
  globalThis.daybook = {
    tell(json) {
      const message = JSON.parse(json);
      if (!("offer" in message)) return tell(message);
      store("visited", "no");
      offering = false;
      show();
    },
  };
  addEventListener("online", () => tell({ send: true }));
  document.addEventListener("visibilitychange", () => tell(document.hidden ? { away: true } : { send: true }));
  setInterval(refresh, 60_000);
  // Only what a hand does is use: a page that reloads by itself keeps nothing open.
  let used = 0;
  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, () => Date.now() - used >= 15_000 && ((used = Date.now()), tell({ use: true })));
  }
  tell({ state: true });
}

// On the pages of the server. Without a worker everything goes on, but for what needs no network.
export async function follow(app) {
  // Firefox brings pages back alive that came through the worker, also those that nobody may see any more.
  addEventListener("pagehide", ({ persisted }) => (root.hidden = persisted));
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  if (!("serviceWorker" in navigator)) return;
  // A page that is left meanwhile begins none.
  const begun = await navigator.serviceWorker.register(`/sw.js?language=${root.lang}`).catch(() => null);
  if (!begun) return;
  // The worker that takes over has another build: its pages come with the next one that is opened. Of another language
  // this page is already.
  let used = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    const { controller } = navigator.serviceWorker;
    if (used && used.scriptURL === controller?.scriptURL) whenQuiet(() => location.reload());
    else tell({ state: true });
    used = controller;
  });
  // This page came from the server. One that comes and goes is not asked all the time.
  if (Date.now() - tried().at >= 5 * 60_000) tried({ tries: 0, at: 0 });
  connect(app);
}

// The start and the shortcuts have no page of their own: they lead to those of one's own record.
function lead({ who }) {
  const place = { "/": "", "/go/today": "", "/go/diary": "/diary", "/go/medicines": "/medicines" }[location.pathname];
  if (place !== undefined && who?.record) history.replaceState(null, "", `/records/${who.record}${place}`);
}

// The same app as on the pages of the server, over what is kept.
async function start(kept) {
  const { js, wasm, catalogue } = root.dataset;
  const text = fetch(catalogue).then((answer) => answer.text());
  const [app, words, device] = await Promise.all([import(js), text, ask({ state: true })]);
  await app.default({ module_or_path: wasm });
  lead(kept.visit);
  // What could not be kept is said above the app too.
  const notKept = location.hash === "#not-kept" ? [document.getElementById("not-kept")] : [];
  for (const notice of notKept) notice.classList.remove("notice-target");
  document.body.replaceChildren(...notKept);
  const known = { offline: true };
  app.boot(root.lang, words, JSON.stringify({ ...kept, device: { ...device, ...known } }));
  connect(app, known);
}

// Whether a field has something else in it than when its page came.
export function changed(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (!field.options) return field.defaultValue !== field.value;
  const options = [...field.options];
  // Where the page chose nothing, the browser shows the first.
  const chosen = options.some((option) => option.defaultSelected);
  return options.some((option, at) => option.selected !== (chosen ? option.defaultSelected : at === 0 && !field.multiple));
}

// Whether somebody is in the middle of a form.
const typing = () => [...document.querySelectorAll("input, textarea, select")].some((field) => {
  return field.type !== "hidden" && (field === document.activeElement || changed(field));
});

const whenQuiet = (work) => (typing() ? setTimeout(() => whenQuiet(work), 5_000) : work());

// How often this tab has tried in vain to show the server's page, and when it did last.
const begun = Date.now();

function tried(how) {
  try {
    if (how) sessionStorage.setItem("tried", JSON.stringify(how));
    return JSON.parse(sessionStorage.getItem("tried")) ?? { tries: 0, at: 0 };
  } catch {
    return { tries: 2, at: begun };
  }
}

// Whether the server's page may be tried again: at once, and then after 5 and 15 minutes, since a server can be there
// and have no pages.
export const mayTry = ({ tries, at }, now) => tries === 0 || Math.abs(now - at) >= (tries === 1 ? 5 : 15) * 60_000;

// Whether it is Daybook that answers, and not a page of the network in between.
const isThere = () => fetch("/health", { cache: "no-store" })
  .then(async (answer) => answer.ok && (await answer.text()) === "ok")
  .catch(() => false);

// When the server is there again, its own page takes the place of this one: not while somebody is typing.
async function back() {
  const before = tried();
  if (!mayTry(before, Date.now()) || !(await isThere()) || typing()) return;
  tried({ tries: before.tries + 1, at: Date.now() });
  location.reload();
}

// What this page is for, as the device stood when it was opened.
let opened = null;

async function open() {
  opened = part(await device.look(), location.pathname);
  if (opened !== "app") return show(opened);
  const kept = await device.start();
  return kept ? start(kept) : show("nothing");
}

// A second tap while the first is still at work is none.
function once(work) {
  let going = null;
  return (event) => {
    event.preventDefault();
    going ??= work(event).finally(() => (going = null));
  };
}

async function unlock(event) {
  const { pin } = event.target.elements;
  const { state, left } = await ask({ unlock: pin.value });
  if (state !== "locked") return open();
  const wrong = document.getElementById("pin-wrong");
  for (const words of wrong.querySelectorAll("[data-left]")) words.hidden = words.dataset.left !== String(left);
  wrong.hidden = false;
  pin.value = "";
  pin.setAttribute("aria-invalid", "true");
  pin.focus();
}

// What is open is locked when nobody uses it, and whoever comes back to the page sees nothing of it.
async function recheck() {
  if (part(await device.look(), location.pathname) !== opened) location.reload();
}

function runShell() {
  document.querySelector("#locked form").addEventListener("submit", once((event) => unlock(event).catch(() => show("nothing"))));
  document.querySelector("#nothing button").addEventListener("click", () => location.reload());
  document.addEventListener("visibilitychange", () => recheck().catch(() => {}));
  setInterval(() => recheck().catch(() => {}), 60_000);
  addEventListener("online", back);
  document.addEventListener("visibilitychange", () => document.hidden || back());
  setInterval(back, 60_000);
  return open().catch(() => show("nothing"));
}

// ---- The settings.

// The first field of the form that can't be taken, by its name; nothing when all can.
export function wrong({ own, pin, again }, least) {
  if (!own) return "own";
  if (!/^[0-9]*$/.test(pin) || pin.length < least) return "pin";
  return pin === again ? null : "again";
}

function say(state) {
  const box = document.getElementById("keep-state");
  for (const words of box.querySelectorAll("[data-state]")) words.hidden = words.dataset.state !== state;
  if (state) box.focus();
}

// A moment in words, with Latin digits and 24 hours, as the pages write it.
function moment(ms) {
  const language = root.lang === "en" ? "en-GB" : root.lang;
  const written = (way) => {
    try {
      return new Intl.DateTimeFormat(`${language}-u-nu-latn-hc-h23`, way).format(ms);
    } catch {
      return new Intl.DateTimeFormat("en-GB-u-nu-latn", way).format(ms);
    }
  };
  const comma = root.lang === "ar" ? "، " : ", ";
  return written({ dateStyle: "long" }) + comma + written({ hour: "2-digit", minute: "2-digit" });
}

async function showKept() {
  const { keeps, asOf, unsent } = await device.look();
  const [kept, form] = [document.getElementById("kept"), document.getElementById("keep")];
  kept.hidden = !keeps;
  form.hidden = keeps;
  kept.querySelector("[data-since]").textContent = asOf ? moment(asOf) : "";
  kept.querySelector("[data-waiting]").textContent = String(unsent);
}

async function keep(event) {
  const form = event.target;
  const { own, pin, again } = form.elements;
  const bad = wrong({ own: own.checked, pin: pin.value, again: again.value }, pin.minLength);
  for (const words of form.querySelectorAll("[data-wrong]")) words.hidden = words.dataset.wrong !== bad;
  for (const field of [own, pin, again]) field.setAttribute("aria-invalid", String(field.name === bad));
  if (bad) return form.elements[bad].focus();
  say("working");
  // Asks the browser not to clear it when space is short. It is kept whatever the browser promises, and before the person
  // has answered what the browser may ask them.
  navigator.storage?.persist?.().catch(() => false);
  const { kept } = await ask({ keep: true, pin: pin.value });
  form.reset();
  await showKept();
  say(kept ? "kept" : "failed");
}

async function forget() {
  say("working");
  const { forgotten } = await ask({ forget: true });
  await showKept();
  say(forgotten ? "forgotten" : "unsent");
}

async function runSettings() {
  const form = document.getElementById("keep");
  if (!("serviceWorker" in navigator) || !globalThis.indexedDB || !navigator.locks) throw new Error("not in this browser");
  form.noValidate = true;
  form.addEventListener("submit", once((event) => keep(event).catch(() => say("failed"))));
  document.getElementById("forget").addEventListener("click", () => forget().catch(() => say("failed")));
  await navigator.serviceWorker.register(`/sw.js?language=${root.lang}`);
  await worker();
  // A worker that was not there when this page was opened has not heard yet whose device it is.
  await ask({ hear: true });
  await showKept();
  navigator.serviceWorker.addEventListener("message", () => showKept().catch(() => {}));
}

// Nothing of this runs where the decisions are tested.
if (globalThis.document && root.dataset.shell === "offline") runShell();
if (globalThis.document && document.getElementById("keep-state")) {
  document.getElementById("no-js").hidden = true;
  runSettings().catch(() => (document.getElementById("no-script").hidden = false));
}
