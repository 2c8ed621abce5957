// While a page is open: shows what its person is told meanwhile, and asks when their device shows another time than
// their home. Nobody does anything here, so it keeps no session open. Without this script all of it stands in the
// inbox and in the settings.

function glance(page) {
  const HOUR = 3_600_000_000;
  // Across the pages of a tab: until when was asked, and what was shown. Neither says anything about anyone.
  let { since = page.since, shown = [] } = JSON.parse(sessionStorage.getItem("glance") ?? "{}");
  since = Math.max(since, page.since - HOUR);

  const says = document.createElement("p");
  says.className = "visually-hidden";
  says.setAttribute("role", "status");
  const box = document.createElement("section");
  box.className = "glance";
  box.setAttribute("aria-label", page.label);

  const keep = () => sessionStorage.setItem("glance", JSON.stringify({ since, shown: shown.slice(-30) }));
  const make = (name, words, of) => Object.assign(document.createElement(name), { textContent: words, className: of });

  // The way to what it is about: opening a notice marks it as read.
  function way(line) {
    // A page that only the server makes: not one of the app.
    if (!line.notice) return Object.assign(make("a", line.way, "button button-small"), { href: line.href, rel: "external" });
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/api/reminders/open" });
    const notice = Object.assign(document.createElement("input"), { type: "hidden", name: "notice", value: line.notice });
    form.append(notice, make("button", line.way, "button button-small"));
    return form;
  }

  function close(line, card) {
    shown.push(line.key);
    keep();
    const focused = card.contains(document.activeElement);
    card.remove();
    if (!box.childElementCount) box.remove();
    if (focused) document.getElementById("main").focus();
  }

  function show(line) {
    const card = make("div", "", "glance-line");
    card.dataset.key = line.key;
    const actions = make("div", "", "actions");
    const away = Object.assign(make("button", page.close, "button button-quiet button-small"), { type: "button" });
    away.addEventListener("click", () => close(line, card));
    actions.append(way(line), away);
    card.append(make("p", line.text, ""), actions);
    box.append(card);
    if (!box.isConnected) document.body.append(box);
  }

  // Said once. What is to be said is read where it changes, so it has to be there before.
  function announce(words) {
    if (!says.isConnected) document.body.append(says);
    setTimeout(() => (says.textContent = words), 100);
  }

  // Where someone looks at what they take, and nowhere else, they are asked about the time.
  const asks = () => /^\/records\/[^/]+(\/medicines)?$/.test(location.pathname);
  const isNew = (line) =>
    !shown.includes(line.key) && !box.querySelector(`[data-key="${CSS.escape(line.key)}"]`) && (!line.stays || asks());

  let underWay = false;
  async function look() {
    if (document.hidden || underWay) return;
    underWay = true;
    try {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
      const answer = await fetch("/api/reminders/glance", {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams({ since, zone }),
      });
      // Signed out, or not yet wholly signed in: nothing is told here any more.
      if (answer.status === 401 || answer.status === 403) return clearInterval(timer);
      if (!answer.ok) return;
      const told = await answer.json();
      const lines = told.lines.filter(isNew);
      since = told.until;
      shown.push(...lines.filter((line) => !line.stays).map((line) => line.key));
      keep();
      lines.forEach(show);
      if (lines.length) announce(lines.map((line) => line.text).join(" "));
    } catch {
      // No network: the next time will do.
    } finally {
      underWay = false;
    }
  }

  const timer = setInterval(look, 60_000);
  document.addEventListener("visibilitychange", look);
  setTimeout(look, 1_500);
}
