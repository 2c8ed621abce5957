// Shows the notices that Daybook sends as pushes, and opens the page that they lead to. Keeps nothing.

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

self.addEventListener("push", (event) => {
  const { title, body, tag, url, lang, dir } = read(event.data);
  // The same tag takes the place of the one before, without a sound.
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, lang, dir, icon: "/icon-192.png", data: { url } }),
  );
});

async function open(url) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const here = windows.find((client) => client.url === url);
  if (here) return here.focus();
  return self.clients.openWindow(url);
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(page(event.notification.data?.url)));
});
