// Draws the pages of a document one below the other: those in view at once, the others as they come into view. The letters lie over the
// drawing, to be selected and read aloud. Old pages stay until the new ones are there.

// A canvas of twice the size is as sharp as anybody sees.
const sharpest = 2;

export class Pages {
  #place;
  #reader;
  #slots = [];
  #inView = new Set();
  #shown = null;
  #watch;

  /** `place` scrolls, and its data attributes say where the reader of the files is and what a page is called. */
  constructor(place) {
    this.#place = place;
    this.#watch = new IntersectionObserver(entries => {
      entries.forEach(({ target, isIntersecting }) => isIntersecting ? this.#inView.add(target) : this.#inView.delete(target));
      this.#drawInView();
    }, { root: place, rootMargin: "50% 0%" });
    new ResizeObserver(() => {
      this.#shown?.drawn.clear();
      this.#drawInView();
    }).observe(place);
  }

  /** The reader is large, and is fetched when it is first needed. */
  load() {
    this.#reader ??= import(this.#place.dataset.reader).then(module => {
      module.GlobalWorkerOptions.workerSrc = this.#place.dataset.worker;
      return { ...module, worker: new module.PDFWorker() };
    });
    return this.#reader;
  }

  get isEmpty() {
    return this.#shown === null;
  }

  /**
   * Resolves as soon as the first page is seen. `isWanted` is asked whenever time has passed: what nobody wants any more is dropped,
   * and the pages before it stay.
   */
  async show(data, language, isWanted = () => true) {
    const reader = await this.load();
    const task = reader.getDocument({ data, worker: reader.worker, isEvalSupported: false, useSystemFonts: false, enableXfa: false });
    const file = await task.promise;
    const next = { reader, task, file, language, drawn: new Map() };
    if (isWanted()) await this.#draw(next, 0, isWanted);
    if (!isWanted()) {
      task.destroy();
      return false;
    }
    const last = this.#shown;
    this.#shown = next;
    this.#fit(file.numPages);
    this.#drawInView().then(() => last?.task.destroy());
    return true;
  }

  clear() {
    this.#shown?.task.destroy();
    this.#shown = null;
    this.#fit(0);
  }

  #slot(index) {
    if (!this.#slots[index]) {
      const slot = document.createElement("div");
      slot.className = "page";
      slot.setAttribute("role", "group");
      this.#slots[index] = slot;
      this.#place.append(slot);
      this.#watch.observe(slot);
    }
    return this.#slots[index];
  }

  #fit(count) {
    for (const gone of this.#slots.splice(count)) {
      this.#watch.unobserve(gone);
      this.#inView.delete(gone);
      gone.remove();
    }
    for (let index = 0; index < count; index++) {
      const slot = this.#slot(index);
      slot.setAttribute("aria-label", this.#place.dataset.page.replace("{page}", index + 1).replace("{pages}", count));
      slot.style.aspectRatio = this.#slots[0].style.aspectRatio;
    }
  }

  async #drawInView() {
    const now = this.#shown;
    const isWanted = () => now === this.#shown;
    for (let index = 0; index < this.#slots.length && now && isWanted(); index++) {
      if (this.#inView.has(this.#slots[index])) await this.#draw(now, index, isWanted).catch(() => {});
    }
  }

  #draw(drawing, index, isWanted) {
    if (!drawing.drawn.has(index)) drawing.drawn.set(index, this.#paint(drawing, index, isWanted));
    return drawing.drawn.get(index);
  }

  async #paint({ reader, file, language }, index, isWanted) {
    const page = await file.getPage(index + 1);
    const slot = this.#slot(index);
    const natural = page.getViewport({ scale: 1 });
    slot.style.aspectRatio = `${natural.width} / ${natural.height}`;
    const scale = slot.clientWidth / natural.width;
    const viewport = page.getViewport({ scale });
    const sharpness = Math.min(devicePixelRatio, sharpest);
    const canvas = Object.assign(document.createElement("canvas"), {
      width: Math.floor(viewport.width * sharpness), height: Math.floor(viewport.height * sharpness),
    });
    canvas.setAttribute("aria-hidden", "true");
    await page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] }).promise;
    if (!isWanted()) return;
    const text = Object.assign(document.createElement("div"), { className: "page-text", lang: language });
    slot.style.setProperty("--total-scale-factor", scale);
    slot.replaceChildren(canvas, text);
    // What is seen comes first.
    const letters = page.streamTextContent({ includeMarkedContent: true });
    new reader.TextLayer({ textContentSource: letters, container: text, viewport }).render()
      .then(() => page.getStructTree()).then(tree => tree && isWanted() && nameParts(tree, text)).catch(() => {});
  }
}

// Says of the letters what the file's tags say: which are headings, and what a figure shows that has no letters.
function nameParts({ role, alt, children = [] }, text) {
  const level = /^H([1-6])$/.exec(role)?.[1];
  const isFigure = /^Figure$/.test(role) && alt;
  if (!level && !isFigure) return children.forEach(child => nameParts(child, text));
  const [first, ...others] = children.flatMap(contents).map(id => text.querySelector(`#${CSS.escape(id)}`)).filter(Boolean);
  if (!first) return;
  first.setAttribute("role", level ? "heading" : "img");
  if (level) first.setAttribute("aria-level", level);
  // A word may lie in pieces, each at its place; said as one it is not read out piece by piece.
  first.setAttribute("aria-label", isFigure ? alt : [first, ...others].map(({ textContent }) => textContent.trim()).join(" "));
  others.forEach(other => other.setAttribute("aria-hidden", "true"));
}

function contents({ type, id, children = [] }) {
  return type === "content" ? [id] : children.flatMap(contents);
}
