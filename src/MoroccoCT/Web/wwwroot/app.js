// Makes the pages quicker to use. Everything works without it: the server draws the same conclusions.

followRequest();

// Each change of state is a reason to take the page's new content from the server and to say so aloud. A set has several requests.
function followRequest() {
  const addresses = document.getElementById("request")?.dataset.events;
  if (!addresses) return;
  const clock = tick();
  let open = 0;
  for (const address of addresses.split(" ")) {
    const events = new EventSource(address);
    open++;
    events.addEventListener("state", async event => {
      const { links } = JSON.parse(event.data);
      const isFinal = links.cancel === null;
      if (isFinal) events.close();
      await renew();
      if (isFinal && --open === 0) clearInterval(clock);
    });
    // The browser connects again by itself, unless it was given an answer that is no event stream.
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
    });
  }
}

async function renew() {
  const response = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!response.ok) return location.reload();
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const now = document.getElementById("request");
  const next = page.getElementById("request");
  if (next.dataset.state === now.dataset.state) return;
  const hadFocus = now.contains(document.activeElement);
  now.replaceWith(next);
  dispatchEvent(new Event("renewed"));
  document.title = page.title;
  document.getElementById("announcement").textContent = next.dataset.sentence;
  if (hadFocus) next.querySelector("a, button")?.focus();
}

function tick() {
  const loaded = performance.now();
  const start = Number(document.querySelector("[data-elapsed]")?.dataset.elapsed ?? 0);
  return setInterval(() => {
    const shown = document.querySelector("[data-elapsed]");
    if (shown) shown.textContent = Math.round(start + (performance.now() - loaded) / 1000);
  }, 1000);
}
