// The keys to what is kept: how it is sealed, and how signing in or the PIN opens it.

(() => {
  "use strict";
  // `alone` and `renew` come after this script: they are looked up when they are needed.
  const { device } = self;
  const { standing, me, facts } = device;
  const { get, alter, whileHere } = self.parts;

  const TRIES = 5;
  const ROUNDS = 600_000;

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
  const keep = (pin, language) => device.alone(() => keepNow(pin, language));

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
    return device.renew(language);
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

  Object.assign(device, { openBySession, keep, unlock });
  Object.assign(self.parts, { hex, write, recall, post, rawFromServer });
})();
