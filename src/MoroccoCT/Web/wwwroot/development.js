// Shows the page of a development beside the form while it is typed. The button that shows it without scripts then looks at its language.
import { Pages } from "./pages.js";

// Long enough for a word, short enough to be called at once.
const pause = 700;

const form = document.getElementById("development");
const place = document.getElementById("preview");
const status = document.getElementById("preview-say");
const pages = new Pages(document.getElementById("preview-pages"));

let language = first();
let call = new AbortController();
let timer = 0;

place.hidden = false;
form.addEventListener("input", ({ target }) => {
  language = target.closest("[data-language]")?.dataset.language ?? language;
  clearTimeout(timer);
  timer = setTimeout(show, pause);
});
form.addEventListener("click", event => {
  const button = event.target.closest("button[name=previewLanguage]");
  if (!button) return;
  event.preventDefault();
  language = button.value;
  place.scrollIntoView({ block: "nearest" });
  show();
});
show();

// The first language that has a text.
function first() {
  const texts = [...form.querySelectorAll("[data-language]")];
  return (texts.find(text => text.querySelector("textarea").value) ?? texts[0]).dataset.language;
}

// What was typed since calls an older preview off, down to the engine's line.
async function show() {
  clearTimeout(timer);
  call.abort();
  const now = call = new AbortController();
  const typed = new FormData(form);
  typed.set("previewLanguage", language);
  say("working", place.dataset.working);
  try {
    const response = await fetch(form.dataset.preview, {
      method: "POST", body: typed, signal: now.signal, cache: "no-store", headers: { Accept: "application/pdf" },
    });
    if (now !== call) return;
    if (response.status === 204) {
      pages.clear();
      return say("empty", place.dataset.nothing);
    }
    if (!response.ok) return say("failed", place.dataset.failed);
    if (await pages.show(await response.arrayBuffer(), language, () => now === call)) say("shown", place.dataset.shown);
  } catch (fault) {
    if (now === call && fault.name !== "AbortError") say("failed", place.dataset.failed);
  }
}

function say(state, words) {
  place.dataset.state = state;
  if (status.textContent !== words) status.textContent = words;
}
