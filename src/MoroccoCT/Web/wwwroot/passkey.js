// Asks the device for a passkey. Without it the pages ask for passwords alone.

const place = document.querySelector("[data-passkey]");
if (place && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => run(place));
}

async function run(place) {
  const button = place.querySelector("button");
  const fault = place.querySelector("[role=alert]");
  button.disabled = true;
  fault.hidden = true;
  try {
    await ask(place);
    location.assign(place.dataset.back);
  } catch (error) {
    fault.textContent = error instanceof Refusal ? error.message : place.dataset.failed;
    fault.hidden = false;
  } finally {
    button.disabled = false;
  }
}

// First the server's question, then the device's answer to it.
async function ask(place) {
  const kind = place.dataset.passkey;
  const about = { token: place.dataset.token ?? null, name: place.querySelector("[name=passkeyName]")?.value ?? null };
  const question = await (await send(place, `${kind}/question`, about)).json();
  const credential = kind === "add"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
  await send(place, kind, { ...about, credential: credential.toJSON() });
}

class Refusal extends Error {}

async function send(place, path, body) {
  const response = await fetch(`${place.dataset.base}passkeys/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", RequestVerificationToken: place.querySelector("[name=__RequestVerificationToken]").value },
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  throw new Refusal((await response.json().catch(() => null))?.detail ?? place.dataset.failed);
}
