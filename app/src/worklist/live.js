// Brings the list up to date while it is looked at: fetches the same page again and puts its list into
// the place of this one. Without this script the page has a link that does the same.

function renew(list, says) {
  // As the server wrote it: what the browser changes is no news.
  let shown = list.innerHTML;
  let underWay = false;

  const items = () => new Set([...list.querySelectorAll("[data-item]")].map((item) => item.dataset.item));

  async function look() {
    if (document.hidden || underWay) return;
    underWay = true;
    try {
      // The header says that nobody did anything: it keeps no session open.
      const answer = await fetch(location.href, { headers: { "daybook-live": "1" }, cache: "no-store" });
      // Signed out meanwhile: what is on the screen is not for whoever comes by.
      if (answer.redirected) return location.reload();
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("live");
      if (next && next.innerHTML !== shown) replace(next);
    } catch {
      // No network: the next time will do.
    } finally {
      underWay = false;
    }
  }

  function replace(next) {
    const before = items();
    const focused = list.contains(document.activeElement) ? document.activeElement.id : "";
    const open = [...list.querySelectorAll("details[open]")].map((fold) => fold.id);
    shown = next.innerHTML;
    list.replaceChildren(...next.childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focused) (document.getElementById(focused) ?? list).focus({ preventScroll: true });
    const count = [...items()].filter((item) => !before.has(item)).length;
    if (count > 0) says.textContent = says.dataset.new.replace("#", count);
  }

  setInterval(look, 20_000);
  document.addEventListener("visibilitychange", look);
}

if (document.getElementById("live")) renew(document.getElementById("live"), document.getElementById("live-says"));
