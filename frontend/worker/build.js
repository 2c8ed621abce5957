// What the worker keeps of the build (`BUILD`), and what it deletes where it is not `able` to keep anything.

const { built } = (() => {
  "use strict";

  const CACHE = `daybook-${BUILD.version}`;

  // Exactly what the build lists, and nothing else, ever.
  self.addEventListener("install", (event) => {
    const fill = async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll(BUILD.files.map((file) => new Request(file, { cache: "no-cache" })));
    };
    // A worker that was switched off takes over at once; any other waits for a quiet moment.
    event.waitUntil(able ? fill() : self.skipWaiting());
  });

  self.addEventListener("activate", (event) => {
    const begin = async () => {
      for (const name of await caches.keys()) if (!able || name !== CACHE) await caches.delete(name);
      if (!able && self.indexedDB) await clearKept().catch(() => {});
      await self.clients.claim();
    };
    event.waitUntil(begin());
  });

  // Switched off, the copy goes, and with it what opens it. What waits to be sent stays, sealed: signing in opens it
  // once this is on again. Without device.js, which could be what is broken.
  function clearKept() {
    return new Promise((resolve, reject) => {
      const asked = self.indexedDB.open("device");
      // Nobody has kept anything here: nor is there anything to begin.
      asked.onupgradeneeded = () => asked.transaction.abort();
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const db = asked.result;
        const tx = db.transaction(["copy", "meta"], "readwrite");
        tx.oncomplete = () => (db.close(), resolve());
        tx.onabort = () => (db.close(), reject(tx.error));
        tx.objectStore("copy").clear();
        tx.objectStore("meta").openCursor().onsuccess = ({ target: { result: cursor } }) => {
          if (!cursor) return;
          cursor.update({ ...cursor.value, key: null, pin: null, copied: false, renewed: 0, asOf: null });
          cursor.continue();
        };
      };
    });
  }

  async function built(path) {
    const cache = await caches.open(CACHE);
    return cache.match(path);
  }

  return { built };
})();
