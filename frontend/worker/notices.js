// Shows the notices that Daybook sends as pushes, and opens the page that they lead to.

(() => {
  "use strict";

  // What the server wrote, or the least that can be said: a push that shows nothing would be a hidden one.
  function read(data) {
    try {
      return data.json();
    } catch {
      return { title: "Daybook", body: "", url: "/account/inbox" };
    }
  }

  // A page of Daybook, wherever the notice would lead.
  function page(url) {
    const to = new URL(url ?? "/", self.location.origin);
    return to.origin === self.location.origin ? to.href : self.location.origin;
  }

  // The same tag takes the place of the one before, without a sound. One dose can be noted by a button.
  function show({ title, body, tag, url, lang, dir, tap }) {
    const { taken } = tap ?? {};
    const actions = taken ? [{ action: "taken", title: taken.button }] : [];
    const data = { title, tag, url, lang, dir, tap };
    return self.registration.showNotification(title, { body, tag, lang, dir, actions, data, icon: "/icon-192.png" });
  }

  self.addEventListener("push", (event) => {
    event.waitUntil(show(read(event.data)));
  });

  // Sends back what came with the push: it is good for this one thing, with or without a session.
  async function send(path, handle, proof) {
    const said = await fetch(path, {
      method: "POST",
      credentials: "omit",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ handle, proof }),
    });
    if (!said.ok) throw new Error(said.status);
    return said.json();
  }

  async function open(url) {
    const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const here = windows.find((client) => client.url === url);
    if (here) return here.focus();
    return self.clients.openWindow(url);
  }

  // What came of it takes the place of the notice. Where it could not be sent, the button stays: again is once.
  async function take(notice) {
    const { handle, taken } = notice.tap;
    try {
      const body = await send("/api/medicines/taken", handle, taken.proof);
      return await show({ ...notice, body, tap: undefined });
    } catch {
      return show({ ...notice, body: taken.unsent });
    }
  }

  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const notice = event.notification.data ?? {};
    if (event.action === "taken") return event.waitUntil(take(notice));
    const { handle, seen } = notice.tap ?? {};
    // Opening it is having read it; where that can't be sent, the inbox still says that it is new.
    const marked = handle ? send("/api/reminders/seen", handle, seen).catch(() => {}) : undefined;
    event.waitUntil(Promise.all([open(page(notice.url)), marked]));
  });
})();
