// Offers to install Daybook, as far as this browser can: with its own question, else with the steps of the phone.

function start(page) {
  let question = null;

  function show(way) {
    for (const part of page.querySelectorAll("[data-way]")) part.hidden = part.dataset.way !== way;
  }

  // What is installed already needs no steps.
  function look() {
    if (matchMedia("(display-mode: standalone)").matches || navigator.standalone) return show("installed");
    if (question) return show("question");
    show(onApple() ? "apple" : "steps");
  }

  // A browser that can install asks only after a tap, and each of its questions once.
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    question = event;
    look();
  });
  window.addEventListener("appinstalled", () => show("installed"));
  page.querySelector("[data-way=question] button").addEventListener("click", () => {
    question?.prompt();
    question = null;
  });
  navigator.serviceWorker?.register(`/sw.js?language=${document.documentElement.lang}`).catch(() => {});
  look();
}

start(document.getElementById("install"));
