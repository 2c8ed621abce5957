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
    if (!able) return show(onApple() && !navigator.standalone ? "home-screen" : "unsupported");
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
      await navigator.serviceWorker.register(`/sw.js?language=${document.documentElement.lang}`);
      const worker = await navigator.serviceWorker.ready;
      let held = await worker.pushManager.getSubscription();
      // One from before is kept, unless it is for another key: a browser has one at a time.
      if (held && hex(held.options.applicationServerKey ?? new ArrayBuffer(0)) !== box.dataset.key) {
        await held.unsubscribe();
        held = null;
      }
      const key = Uint8Array.from(box.dataset.key.match(/../g), (digits) => parseInt(digits, 16));
      held ??= await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
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
