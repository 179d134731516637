// Makes the pages quicker to use. Everything works without it: the server draws the same conclusions.

const order = document.getElementById("order");
if (order) {
  order.querySelectorAll("[data-section]").forEach(linkTopics);
  sendOnce(order);
  countPages(order);
}
followRequest();

// A ticked topic belongs to a ticked section; a section that is unticked lets its topics go.
function linkTopics(card) {
  const section = card.querySelector("input[name=Sections]");
  const topics = [...card.querySelectorAll("input[name=Topics]")];
  const count = card.querySelector("[data-count]");
  const show = () => {
    const picked = topics.filter(topic => topic.checked).length;
    count.textContent = picked === 0 ? count.dataset.all : count.dataset.some.replace("{picked}", picked).replace("{all}", topics.length);
  };
  section.addEventListener("change", () => {
    if (!section.checked) topics.forEach(topic => { topic.checked = false; });
    show();
  });
  topics.forEach(topic => topic.addEventListener("change", () => {
    if (topic.checked) section.checked = true;
    show();
  }));
  show();
}

// What is ticked decides how many pages each depth makes, about.
function countPages(form) {
  const counted = ["Sections", "Topics", "Language", "Paper"];
  let asked = 0;
  form.addEventListener("change", async event => {
    if (!counted.includes(event.target.name)) return;
    const turn = ++asked;
    const chosen = new URLSearchParams([...new FormData(form)].filter(([name]) => counted.includes(name)).map(([name, value]) => [name.toLowerCase(), value]));
    const response = await fetch(`${form.dataset.estimate}?${chosen}`).catch(() => null);
    if (turn !== asked) return;
    const { depths } = response?.ok ? await response.json() : { depths: [] };
    form.querySelectorAll("[data-pages]").forEach(place => {
      const pages = depths.find(one => one.depth === place.dataset.pages)?.pages;
      place.textContent = !pages ? "" : pages === 1 ? form.dataset.onePage : form.dataset.pagesAbout.replace("{pages}", pages);
    });
  });
}

// The second press of an impatient finger is ignored. Coming back to the page frees the button again.
function sendOnce(form) {
  const button = form.querySelector("button[type=submit]");
  const words = button.textContent;
  let sent = false;
  form.addEventListener("submit", event => {
    if (sent) event.preventDefault();
    sent = true;
    button.textContent = form.dataset.busy;
  });
  addEventListener("pageshow", () => {
    sent = false;
    button.textContent = words;
  });
}

// Each change of state is a reason to take the page's new content from the server and to say so aloud.
function followRequest() {
  const address = document.getElementById("request")?.dataset.events;
  if (!address) return;
  const clock = tick();
  const events = new EventSource(address);
  events.addEventListener("state", async event => {
    const { links } = JSON.parse(event.data);
    const isFinal = links.cancel === null;
    if (isFinal) events.close();
    await renew();
    if (isFinal) clearInterval(clock);
  });
  // The browser connects again by itself, unless it was given an answer that is no event stream.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
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
