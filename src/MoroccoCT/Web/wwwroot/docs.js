// Shows the description of the API. Nothing of it is fetched from elsewhere, and nothing is told to anybody.
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
