// Shows the pages of a finished briefing on its own page, whenever they come into it.
import { Pages } from "./pages.js";

addEventListener("renewed", view);
view();

async function view() {
  const place = document.getElementById("pages");
  // On narrow screens there is none.
  if (!place?.offsetParent || place.dataset.state) return;
  place.dataset.state = "working";
  const pages = new Pages(place);
  try {
    const [response] = await Promise.all([fetch(place.dataset.document), pages.load()]);
    if (!response.ok) throw new Error(response.statusText);
    await pages.show(await response.arrayBuffer(), place.dataset.language);
    place.dataset.state = "shown";
  } catch {
    place.dataset.state = "failed";
    place.textContent = place.dataset.failed;
  }
}
