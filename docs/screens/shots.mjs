// Takes a picture of each screen. Started by make.sh, which starts the services; names given as arguments are taken alone.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "../../tests/MoroccoCT.EndToEnd/bin/Release/net10.0/.playwright/package/index.mjs";

const { SOLO, WELCOME, PICTURES, CHROMIUM = "/usr/bin/chromium" } = process.env;
const shared = new URL(WELCOME);
// A bare address is no name that a passkey could belong to.
shared.hostname = "localhost";
const password = "correct horse battery staple 2026";
const only = process.argv.slice(2);
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
const patience = 60_000;

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ["--disable-background-networking", "--disable-component-update", "--disable-sync", ...process.getuid() === 0 ? ["--no-sandbox"] : []],
});
try {
  // Before anything is ordered: the form begins with what was ordered last.
  await visit({ base: SOLO }, async page => {
    await open(page, "/");
    await shoot(page, "form-empty");
  });
  const ready = await order({ sections: ["us-cooperation"], preparedFor: "Office of the Director", numbered: true });
  await order({ sections: ["regional"], topics: ["gctf", "tsctp"], language: "fr", depth: "short", numbered: true });
  await order({ sections: ["domestic", "regional"], language: "ar", depth: "summary", numbered: true });
  await order({ sections: ["domestic"], depth: "full", profile: "archive", numbered: true });

  for (const [name, language, more] of [
    ["form-pages", "en", {}],
    ["form-fr", "fr", {}],
    ["form-ar", "ar", {}],
    ["form-dark", "en", { colorScheme: "dark" }],
  ]) {
    await visit({ base: SOLO, language, ...more }, async page => {
      await openForm(page, language);
      await shoot(page, name);
    });
  }
  await visit({ base: SOLO, viewport: narrow }, async page => {
    await openForm(page, "en");
    await shoot(page, "form-narrow");
    await page.locator(".show-pages").click();
    await arePagesThere(page, "#preview");
    await shoot(page, "pages-narrow");
  });
  await visit({ base: SOLO }, async page => {
    await open(page, "/new?sections=domestic&depth=short&language=en");
    for (const language of ["fr", "ar"]) await page.locator(`#also-${language}`).check();
    await page.locator("#create").click();
    await page.waitForURL("**/sets/*");
    await page.locator(".actions a[download]").waitFor({ timeout: patience });
    await open(page, page.url());
    await shoot(page, "set", { fullPage: true });
    await open(page, `/requests/${ready}`);
    await arePagesThere(page, "#pages");
    await shoot(page, "request");
    await open(page, "/requests");
    await shoot(page, "requests");
    await open(page, "/check");
    await page.locator("#file").setInputFiles(await documentOf(ready));
    await page.locator("main form button").click();
    await page.locator("#result").waitFor();
    await shoot(page, "check");
    await open(page, "/schedules");
    await shoot(page, "schedules");
    await open(page, "/schedules/new?sections=us-cooperation&depth=short&language=en&alsoIn=fr&alsoIn=ar");
    await page.getByLabel("Name", { exact: true }).fill("cabinet");
    await page.getByLabel("Series", { exact: true }).fill("C");
    await page.getByRole("button", { name: "Show the next dates" }).click();
    await page.locator("#dates").waitFor();
    await shoot(page, "schedule-new", { fullPage: true });
    await page.getByRole("button", { name: "Keep the schedule" }).click();
    await page.getByRole("button", { name: "Make the current edition now" }).click();
    await page.locator(".actions a[download]").waitFor({ timeout: patience });
    await open(page, "/schedules/cabinet");
    await shoot(page, "schedule");
    await open(page, "/status");
    await shoot(page, "status");
    await open(page, "/requests/MCT-2000-0001");
    await shoot(page, "not-found");
  });
  for (const language of ["fr", "ar"]) {
    await visit({ base: SOLO, language }, async page => {
      await open(page, `/requests/${ready}`);
      await arePagesThere(page, "#pages");
      await shoot(page, `request-${language}`);
      await open(page, "/requests");
      await shoot(page, `requests-${language}`);
    });
  }
  await visit({ base: shared.origin }, async page => {
    await open(page, "/sign-in");
    await shoot(page, "sign-in");
    await page.goto(`${shared}`);
    await page.locator("#name").fill("root");
    await page.locator("#password").fill(password);
    await page.locator("#password").press("Enter");
    await page.locator(".account").waitFor();
    for (const [name, role] of [["amina", "Requester"], ["youssef", "Reader"]]) {
      await page.goto("/people");
      await page.locator("#name").fill(name);
      await page.locator("#role").selectOption(role);
      await page.locator("form.panel button[type=submit]").click();
      await page.locator("#link").waitFor();
    }
    await open(page, "/people");
    await shoot(page, "people");
    await open(page, "/account");
    await shoot(page, "account");
  });
} finally {
  await browser.close();
}

async function visit({ base, language = "en", viewport = wide, colorScheme = "light" }, what) {
  const context = await browser.newContext({ baseURL: base, viewport, deviceScaleFactor: 1, locale: `${language}-MA`, colorScheme, reducedMotion: "reduce" });
  context.setDefaultTimeout(patience);
  await what(await context.newPage());
  await context.close();
}

// Twice: a font that comes late is only used the next time.
async function open(page, address) {
  await page.goto(address);
  await page.evaluate(() => Promise.all([...document.fonts].map(font => font.load().catch(() => {}))));
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
}

async function openForm(page, language) {
  await open(page, `/new?sections=us-cooperation&topics=solidarity,military-trade,training&language=${language}`);
  if (await page.locator("#preview").isVisible()) await arePagesThere(page, "#preview");
}

async function arePagesThere(page, place) {
  await page.locator(`${place}[data-state=shown]`).waitFor();
  await page.locator(`${place} .page canvas`).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
}

function shoot(page, name, more = {}) {
  return only.length > 0 && !only.includes(name) ? null : page.screenshot({ path: join(PICTURES, `${name}.png`), animations: "disabled", ...more });
}

async function order(body) {
  const accepted = await fetch(`${SOLO}/api/v1/requests`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  if (accepted.status !== 202) throw new Error(await accepted.text());
  const { id } = await accepted.json();
  // The events end with the request.
  await (await fetch(`${SOLO}/api/v1/requests/${id}/events`)).text();
  return id;
}

async function documentOf(id) {
  const file = join(PICTURES, "briefing.pdf");
  writeFileSync(file, Buffer.from(await (await fetch(`${SOLO}/api/v1/requests/${id}/document`)).arrayBuffer()));
  return file;
}
