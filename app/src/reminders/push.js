// Turns notifications on for this browser: asks it for permission when the button is tapped, never before, and
// sends its address to Daybook by the form. Without this script the page says that notifications need one.

function start(box) {
  const form = document.getElementById("push-form");

  function show(state) {
    for (const part of box.querySelectorAll("[data-state]")) part.hidden = part.dataset.state !== state;
  }

  // What this browser can do, and what it was told before.
  async function look() {
    const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
    const apple = /iPhone|iPad/.test(navigator.userAgent);
    if (!able) return show(apple && !navigator.standalone ? "home-screen" : "unsupported");
    if (Notification.permission === "denied") return show("denied");
    const worker = await navigator.serviceWorker.getRegistration("/");
    const held = worker && (await worker.pushManager.getSubscription());
    show(held && box.hasAttribute("data-on") ? "on" : "off");
  }

  const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  async function turnOn() {
    if ((await Notification.requestPermission()) !== "granted") return look();
    show("working");
    box.focus();
    try {
      await navigator.serviceWorker.register("/sw.js");
      const worker = await navigator.serviceWorker.ready;
      // One from before may be for another key.
      await (await worker.pushManager.getSubscription())?.unsubscribe();
      const key = Uint8Array.from(box.dataset.key.match(/../g), (digits) => parseInt(digits, 16));
      const held = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      form.elements.endpoint.value = held.endpoint;
      form.elements.key.value = hex(held.getKey("p256dh"));
      form.elements.auth.value = hex(held.getKey("auth"));
      form.submit();
    } catch {
      show("failed");
    }
  }

  for (const button of box.querySelectorAll("button[type=button]")) button.addEventListener("click", turnOn);
  look().catch(() => show("unsupported"));
}

if (document.getElementById("push")) start(document.getElementById("push"));
