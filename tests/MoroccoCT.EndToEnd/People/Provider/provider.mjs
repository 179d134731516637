// A real provider of OpenID Connect for the tests: node provider.mjs PORT SERVICE PEOPLE, the last as JSON. Any password is right.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [port, service, people, packages] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(createRequire(`${packages}/`).resolve("oidc-provider")));
const known = JSON.parse(people);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: "briefings",
    client_secret: "a secret of this test",
    redirect_uris: [`${service}sign-in/external/back`],
    post_logout_redirect_uris: [`${service}sign-in/external/left`],
  }],
  claims: { openid: ["sub"], profile: ["name", "preferred_username", "groups"] },
  cookies: { keys: ["of this test"] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...known[id] }) }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
