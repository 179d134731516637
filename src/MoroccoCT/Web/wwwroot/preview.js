// Shows the pages of what is ticked, beside the order form or over it.
import { Pages } from "./pages.js";

const form = document.getElementById("order");
const place = document.getElementById("preview");
const status = document.getElementById("preview-say");
const languages = document.getElementById("preview-language");
const button = document.querySelector(".show-pages");
const isWide = matchMedia("(min-width: 800px)");
const pages = new Pages(document.getElementById("preview-pages"));
const isOpen = () => !place.hidden;

let chosen = new URLSearchParams();
let call = new AbortController();
let tag = null;
let turn = 0;

form.addEventListener("choice", event => {
  chosen = event.detail;
  nameLanguages();
  if (isOpen()) show();
});
form.addEventListener("change", ({ target }) => {
  if (target.name === "AlsoIn") nameLanguages();
});
form.addEventListener("counted", event => {
  if (place.dataset.state === "shown" && event.detail) status.textContent = event.detail;
});
languages.addEventListener("change", show);
isWide.addEventListener("change", lay);
button.addEventListener("click", event => {
  event.preventDefault();
  place.hidden = false;
  place.classList.add("over");
  place.querySelector(".preview-close").focus();
  show();
});
place.querySelector(".preview-close").addEventListener("click", close);
place.addEventListener("keydown", event => {
  if (event.key === "Escape" && place.classList.contains("over")) close();
});
// Fetched when the form can be used: nobody waits for it who only wants to tick.
addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => isOpen() && pages.load().catch(() => {})));
lay();

// Beside the form where there is room, over it on demand where there is none.
function lay() {
  place.classList.remove("over");
  place.hidden = !isWide.matches;
  if (isOpen()) show();
}

function close() {
  place.classList.remove("over");
  place.hidden = !isWide.matches;
  button.focus();
}

// Of several languages one is looked at.
function nameLanguages() {
  const wanted = [...new Set([form.elements.Language.value, ...new FormData(form).getAll("AlsoIn")])];
  const before = languages.value;
  languages.replaceChildren(...wanted.map(language => {
    const name = form.querySelector(`label[for="also-${language}"]`).textContent;
    return Object.assign(document.createElement("option"), { value: language, textContent: name, lang: language });
  }));
  languages.value = wanted.includes(before) && before !== languages.dataset.first ? before : wanted[0];
  languages.dataset.first = wanted[0];
  languages.parentElement.hidden = wanted.length < 2;
}

// A newer choice calls an older one off, down to the engine's line.
async function show() {
  const now = ++turn;
  call.abort();
  if (!chosen.has("sections") && !chosen.has("topics")) return empty();
  call = new AbortController();
  const wanted = new URLSearchParams(chosen);
  if (languages.value) wanted.set("language", languages.value);
  say("working", pages.isEmpty ? place.dataset.working : status.textContent);
  try {
    const [response] = await Promise.all([
      fetch(`${form.dataset.preview}?${wanted}`, { signal: call.signal, cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} }),
      pages.load(),
    ]);
    if (now !== turn) return;
    if (response.status === 304) say("shown", status.textContent);
    else if (response.ok && response.headers.get("Content-Type") === "application/pdf") await open(response, wanted.get("language"), now);
    else refuse(await response.json().catch(() => ({})));
  } catch (fault) {
    if (now === turn && fault.name !== "AbortError") refuse({});
  }
  if (now === turn) form.dispatchEvent(new CustomEvent("pages", { detail: chosen }));
}

async function open(response, language, now) {
  if (!await pages.show(await response.arrayBuffer(), language, () => now === turn)) return;
  tag = response.headers.get("ETag");
  const isNew = [place.dataset.empty, place.dataset.working].includes(status.textContent);
  say("shown", isNew ? "" : status.textContent);
  tellProblems([]);
}

function empty() {
  say("empty", place.dataset.empty);
  pages.clear();
  tag = null;
  tellProblems([]);
}

function refuse({ messages = [] }) {
  if (messages.length) say("refused", `${place.dataset.refused} ${messages.map(({ text }) => text).join(" ")}`);
  else say("failed", place.dataset.failed);
  tellProblems(messages);
  tag = null;
}

function tellProblems(messages) {
  form.querySelectorAll("[data-problem]").forEach(line => {
    line.textContent = messages.filter(({ field }) => field === line.dataset.problem).map(({ text }) => text).join(" ");
  });
}

function say(state, words) {
  place.dataset.state = state;
  if (status.textContent !== words) status.textContent = words;
}
