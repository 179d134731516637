// Makes the order form quicker to use. Everything but moving and searching works without it: the server draws the same conclusions.

const form = document.getElementById("order");
const announcement = document.getElementById("announcement");
const typingPause = 250;

// What decides the pages; the rest of the form is about this one request.
const ofThePages = ["Sections", "Topics", "Language", "Title", "PreparedFor", "Paper", "Depth", "Marking", "Numbered"];
const ofALink = [...ofThePages.filter(name => name !== "Numbered"), "AlsoIn", "Profile"];

let asked = 0;

document.querySelectorAll("[data-scripted], [data-mover]").forEach(element => { element.hidden = false; });
const cards = [...form.querySelectorAll("[data-section]")].map(linkTopics);
keepForBack();
tellOfChoices();
sendOnce();
searchTopics(document.getElementById("topic-search"), document.getElementById("topic-search-found"));
moveAround();

// A section that is ticked has all its topics ticked; unticking one drops that one, and the last one the section.
function linkTopics(card) {
  const section = card.querySelector("input[name=Sections]");
  const topics = [...card.querySelectorAll("input[name=Topics]")];
  const details = card.querySelector("details");
  const count = card.querySelector("[data-count]");
  const show = () => {
    const picked = topics.filter(topic => topic.checked).length;
    section.indeterminate = picked > 0 && picked < topics.length;
    count.textContent = picked === 0 ? count.dataset.all : count.dataset.some.replace("{picked}", picked).replace("{all}", topics.length);
  };
  section.addEventListener("change", () => {
    topics.forEach(topic => { topic.checked = section.checked; });
    if (section.checked) details.open = true;
    show();
  });
  topics.forEach(topic => topic.addEventListener("change", () => {
    section.checked = topics.some(one => one.checked);
    show();
  }));
  show();
  return { card, details, section, show };
}

// One event for each change that makes a difference, at once for a tick, after a pause for what is typed.
function tellOfChoices() {
  let last = null;
  let pause;
  const tell = () => {
    clearTimeout(pause);
    const data = new FormData(form);
    // The language it is ordered in is none of the others.
    form.querySelectorAll("[name=AlsoIn]").forEach(box => { box.closest(".form-check").hidden = box.value === data.get("Language"); });
    const pages = parameters(data, ofThePages);
    document.getElementById("choice-link").href = `${form.dataset.new}?${parameters(data, ofALink)}`;
    if (`${pages}` === last) return;
    last = `${pages}`;
    form.dispatchEvent(new CustomEvent("choice", { detail: pages }));
    count(pages);
  };
  form.addEventListener("change", tell);
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(tell, typingPause);
  });
  form.addEventListener("moved", tell);
  form.addEventListener("pages", event => count(event.detail));
  addEventListener("pageshow", tell);
}

// The address is short where the default is meant.
function parameters(data, names) {
  const chosen = new URLSearchParams();
  for (const name of names) {
    const values = data.getAll(name).filter(value => value !== "");
    values.forEach(value => chosen.append(`${name[0].toLowerCase()}${name.slice(1)}`, value));
  }
  return chosen;
}

// How many pages each depth makes, or why none; and what the briefing would be called.
async function count(chosen) {
  const turn = ++asked;
  const response = await fetch(`${form.dataset.preview}?handler=Counts&${chosen}`).catch(() => null);
  if (turn !== asked || !response?.ok) return;
  const { depths, title } = await response.json();
  if (turn !== asked) return;
  for (const { depth, pages, problem } of depths) {
    form.querySelector(`[data-pages="${depth}"]`).textContent = pages;
    form.querySelector(`[data-depth-problem="${depth}"]`).textContent = problem ?? "";
  }
  document.getElementById("title").placeholder = title ?? "";
  form.dispatchEvent(new CustomEvent("counted", { detail: depths.find(({ depth }) => depth === chosen.get("depth")?.toLowerCase())?.pages }));
}

// The second press of an impatient finger is ignored. Coming back to the page frees the button again.
function sendOnce() {
  // Where the choice is for a schedule, nothing is created here.
  const button = document.getElementById("create");
  const words = button?.textContent;
  let sent = false;
  form.addEventListener("submit", event => {
    if (event.submitter?.formTarget === "_blank") return;
    if (sent) event.preventDefault();
    sent = true;
    if (!event.submitter?.hasAttribute("formaction")) button.textContent = form.dataset.busy;
  });
  addEventListener("pageshow", () => {
    sent = false;
    if (button) button.textContent = words;
  });
}

function searchTopics(box, found) {
  const hint = found.textContent;
  let turn = 0;
  const show = topics => {
    for (const { card, details, section } of cards) {
      const places = [...card.querySelectorAll("[data-topic]")];
      places.forEach(place => { place.hidden = topics !== null && !topics.includes(place.dataset.topic); });
      const isFound = places.some(place => !place.hidden);
      card.hidden = !isFound;
      details.open = topics === null ? section.checked : isFound;
    }
  };
  box.addEventListener("input", async event => {
    event.stopPropagation();
    const now = ++turn;
    const words = box.value.trim();
    if (words === "") {
      show(null);
      found.textContent = hint;
      return;
    }
    const language = new FormData(form).get("Language");
    const response = await fetch(`${form.dataset.preview}?handler=Search&${new URLSearchParams({ words, language })}`).catch(() => null);
    if (now !== turn || !response?.ok) return;
    const { topics, sentence } = await response.json();
    if (now !== turn) return;
    // While nothing is found, all stays in sight.
    show(topics.length === 0 ? null : topics);
    found.textContent = sentence;
  });
  box.addEventListener("change", event => event.stopPropagation());
  box.addEventListener("keydown", event => {
    if (event.key === "Enter") event.preventDefault();
  });
}

// By mouse or finger with the handle, by keyboard with the arrow keys on it, and by two buttons.
async function moveAround() {
  form.addEventListener("keydown", event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.matches("[data-handle]")) return;
    event.preventDefault();
    move(event.target, step);
  });
  form.addEventListener("click", event => {
    const button = event.target.closest("[data-step]");
    if (button) move(button, Number(button.dataset.step));
  });
  await import(form.dataset.sortable);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const list of [form.querySelector("[data-sortable]"), ...form.querySelectorAll(".topics")]) {
    self.Sortable.create(list, {
      animation: isStill ? 0 : 150,
      handle: "[data-handle]",
      draggable: list.matches(".topics") ? ".topic" : ".section",
      onEnd: ({ item }) => say(item),
    });
  }
}

function itemOf(element) {
  return element.closest(".topic, .section");
}

function allBeside(item) {
  return [...item.parentElement.children].filter(one => one.matches(item.matches(".topic") ? ".topic" : ".section"));
}

function move(button, step) {
  const item = itemOf(button);
  const beside = allBeside(item);
  const other = beside[beside.indexOf(item) + step];
  if (other) step < 0 ? other.before(item) : other.after(item);
  // An element that is moved loses the focus.
  button.focus();
  say(item);
}

function say(item) {
  const beside = allBeside(item);
  const name = item.querySelector("[data-handle]").dataset.name;
  announcement.textContent = form.dataset.moved.replace("{name}", name).replace("{place}", beside.indexOf(item) + 1).replace("{count}", beside.length);
  form.dispatchEvent(new Event("moved"));
}

// Browsers that load the page anew when one comes back to it get what was typed and moved from here. It is gone with the tab.
function keepForBack() {
  const fields = () => [...form.elements].filter(field => field.name && field.type !== "hidden" && field.type !== "submit");
  const key = history.state?.form ?? crypto.randomUUID();
  history.replaceState({ ...history.state, form: key }, "");
  const kept = sessionStorage.getItem(key);
  const isBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (kept && isBack) restore(JSON.parse(kept));
  const keep = () => sessionStorage.setItem(key, JSON.stringify(fields().map(({ name, value, type, checked }) =>
    type === "checkbox" || type === "radio" ? { name, value, checked } : { name, value })));
  ["change", "input", "moved"].forEach(happening => form.addEventListener(happening, keep));

  function restore(state) {
    for (const { name, value, checked } of state) {
      const field = fields().find(one => one.name === name && (checked === undefined || one.value === value));
      if (!field) continue;
      if (checked === undefined) field.value = value;
      else field.checked = checked;
      // In the order in which they stood.
      if (name === "Sections" || name === "Topics") itemOf(field).parentElement.append(itemOf(field));
    }
    cards.forEach(({ details, section, show }) => {
      show();
      details.open = section.checked;
    });
  }
}
