// Shows the description of the API. Nothing of it is fetched from elsewhere, and nothing is told to anybody.

// The reader makes style sheets of its own; the page's policy lets them in by this nonce. It does not give it to all of them itself.
const { content: nonce } = document.querySelector("meta[property='csp-nonce']");
const create = document.createElement.bind(document);
document.createElement = (name, options) => {
  const element = create(name, options);
  if (element instanceof HTMLStyleElement)
    element.nonce = nonce;
  return element;
};

addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("reader");
  Scalar.createApiReference(place, {
    url: place.dataset.description,
    layout: "modern",
    withDefaultFonts: false,
    hideClientButton: true,
    hideDarkModeToggle: true,
    showDeveloperTools: "never",
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    forceDarkModeState: document.documentElement.dataset.bsTheme,
  });
});
