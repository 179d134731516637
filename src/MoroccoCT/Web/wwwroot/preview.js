// Draws the pages of what is ticked beside the order form. Old pages stay until the new ones are there.

const form = document.getElementById("order");
const place = document.getElementById("preview");
const scroller = document.getElementById("preview-pages");
const status = document.getElementById("preview-say");
const languages = document.getElementById("preview-language");
const isWide = matchMedia("(min-width: 800px)");

// A canvas of twice the size is as sharp as anybody sees.
const sharpest = 2;

let chosen = new URLSearchParams();
let call = new AbortController();
let tag = null;
let shown = null;
let turn = 0;
let reader;
const slots = [];
const inView = new Set();
const isOpen = () => !place.hidden;
const watch = new IntersectionObserver(entries => {
  entries.forEach(({ target, isIntersecting }) => isIntersecting ? inView.add(target) : inView.delete(target));
  if (shown) draw(shown);
}, { root: scroller, rootMargin: "50% 0%" });

form.addEventListener("choice", event => {
  chosen = event.detail;
  nameLanguages();
  if (isOpen()) show();
});
form.addEventListener("counted", event => {
  if (place.dataset.state === "shown" && event.detail) status.textContent = event.detail;
});
languages.addEventListener("change", show);
form.addEventListener("change", ({ target }) => {
  if (target.name === "AlsoIn") nameLanguages();
});
isWide.addEventListener("change", lay);
document.querySelector(".show-pages").addEventListener("click", event => {
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
new ResizeObserver(() => {
  if (shown) {
    shown.isDrawn.clear();
    draw(shown);
  }
}).observe(scroller);
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
  document.querySelector(".show-pages").focus();
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

function load() {
  reader ??= import(place.dataset.reader).then(module => {
    module.GlobalWorkerOptions.workerSrc = place.dataset.worker;
    return { ...module, worker: new module.PDFWorker() };
  });
  return reader;
}

async function show() {
  const now = ++turn;
  call.abort();
  if (!chosen.has("sections") && !chosen.has("topics")) return empty();
  call = new AbortController();
  const wanted = new URLSearchParams(chosen);
  if (languages.value) wanted.set("language", languages.value);
  say("working", shown ? status.textContent : place.dataset.working);
  try {
    const [response, pdf] = await Promise.all([
      fetch(`${form.dataset.preview}?${wanted}`, { signal: call.signal, cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} }),
      load(),
    ]);
    if (now !== turn) return;
    if (response.status === 304) say("shown", status.textContent);
    else if (response.ok && response.headers.get("Content-Type") === "application/pdf") await open(pdf, await response.arrayBuffer(), response.headers.get("ETag"), wanted.get("language"), now);
    else refuse(await response.json().catch(() => ({})));
  } catch (fault) {
    if (now === turn && fault.name !== "AbortError") refuse({});
  }
  if (now === turn) form.dispatchEvent(new CustomEvent("pages", { detail: chosen }));
}

function empty() {
  say("empty", place.dataset.empty);
  scroller.replaceChildren();
  slots.length = 0;
  inView.clear();
  tag = null;
  shown?.task.destroy();
  shown = null;
  tellProblems([]);
}

function refuse({ messages = [] }) {
  say(messages.length ? "refused" : "failed", messages.length ? `${place.dataset.refused} ${messages.map(({ text }) => text).join(" ")}` : place.dataset.failed);
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

async function open(pdf, data, newTag, language, now) {
  const task = pdf.getDocument({ data, worker: pdf.worker, isEvalSupported: false, useSystemFonts: false, enableXfa: false });
  const file = await task.promise;
  if (now !== turn) return task.destroy();
  const next = { pdf, task, file, language, isDrawn: new Map() };
  // The first page alone decides when something is seen.
  await drawPage(next, 0, now);
  if (now !== turn) return task.destroy();
  const last = shown;
  shown = next;
  tag = newTag;
  fit(file.numPages);
  say("shown", status.textContent === place.dataset.empty || status.textContent === place.dataset.working ? "" : status.textContent);
  tellProblems([]);
  await draw(next);
  last?.task.destroy();
}

function slot(index) {
  if (!slots[index]) {
    slots[index] = document.createElement("div");
    slots[index].className = "page";
    slots[index].setAttribute("role", "group");
    scroller.append(slots[index]);
    watch.observe(slots[index]);
  }
  return slots[index];
}

function fit(count) {
  for (const gone of slots.splice(count)) {
    watch.unobserve(gone);
    inView.delete(gone);
    gone.remove();
  }
  for (let index = 0; index < count; index++) {
    slot(index).setAttribute("aria-label", place.dataset.page.replace("{page}", index + 1).replace("{pages}", count));
    slot(index).style.aspectRatio = slots[0].style.aspectRatio;
  }
}

async function draw(document) {
  for (let index = 0; index < slots.length; index++) {
    if (document !== shown) return;
    if (inView.has(slots[index])) await drawPage(document, index, turn).catch(() => {});
  }
}

async function drawPage(document, index, now) {
  if (document.isDrawn.has(index)) return document.isDrawn.get(index);
  const drawing = paint(document, index, now);
  document.isDrawn.set(index, drawing);
  return drawing;
}

async function paint({ pdf, file, language }, index, now) {
  const page = await file.getPage(index + 1);
  const target = slot(index);
  const natural = page.getViewport({ scale: 1 });
  target.style.aspectRatio = `${natural.width} / ${natural.height}`;
  const scale = target.clientWidth / natural.width;
  const viewport = page.getViewport({ scale });
  const sharpness = Math.min(devicePixelRatio, sharpest);
  const canvas = Object.assign(window.document.createElement("canvas"), {
    width: Math.floor(viewport.width * sharpness), height: Math.floor(viewport.height * sharpness),
  });
  canvas.setAttribute("aria-hidden", "true");
  await page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] }).promise;
  if (now !== turn) return;
  const text = window.document.createElement("div");
  text.className = "page-text";
  text.lang = language;
  target.style.setProperty("--total-scale-factor", scale);
  target.replaceChildren(canvas, text);
  // What is seen comes first.
  new pdf.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render().catch(() => {});
}

// Fetched when the form can be used: nobody waits for it who only wants to tick.
addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => isOpen() && load().catch(() => {})));
