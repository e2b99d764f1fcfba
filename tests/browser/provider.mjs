// SPDX-License-Identifier: EUPL-1.2
// A real identity provider on loopback, and a Tråd that sends people there.
//
// The provider is `oidc-provider`; people log in at it with a name alone. Its users are made up.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const LEVEL = "https://data.gov.dk/concept/core/nsis/loa/";

// Who can log in at the provider, how sure it is of them, and what it says they do.
const USERS = {
  "midwife-at-home": { loa: "Substantial", role: ["urn:x:jordemoder"] },
  "midwife-unsure": { loa: "Low", role: ["urn:x:jordemoder"] },
  "nobody-here": { loa: "High", role: ["urn:x:jordemoder"] },
};

// A port that is free now. Both need to know the other's before they start.
function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function startProvider(port, secret, traad) {
  // It warns of this version of Node and of being on loopback without TLS; both are meant.
  const silenced = [console.warn, console.info];
  console.warn = console.info = () => {};
  const { Provider } = await import("oidc-provider");
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: "traad",
        client_secret: secret,
        redirect_uris: [`${traad}/log-ind/svar`],
        post_logout_redirect_uris: [`${traad}/log-ind`],
        backchannel_logout_uri: `${traad}/log-ind/lukket`,
        backchannel_logout_session_required: true,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    scopes: ["openid", "profile"],
    claims: { openid: ["sub", "acr", "auth_time", "sid"], profile: ["loa", "role"] },
    acrValues: ["Low", "Substantial", "High"].map((level) => LEVEL + level),
    // Everything stands in the ID token, as brokers do it.
    conformIdTokenClaims: false,
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          ctx.body = page(`${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Log out</button>`);
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = page("<p>You are logged out.</p>");
        },
      },
      backchannelLogout: { enabled: true },
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...USERS[id] }) }),
    // Nobody is asked what Tråd may know of them: an employer has decided it.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    // Its own dispatcher never asks anything on loopback, which is where everything is here.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  });
  [console.warn, console.info] = silenced;
  provider.on("backchannel.error", (_, error) => console.error("Tråd was not told of a log-out:", error));
  provider.use((ctx, next) => logInPage(provider, ctx, next));
  const server = provider.listen(port, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  return { provider, server };
}

const page = (content) => `<!doctype html><html lang="en"><title>Provider</title><main>${content}</main>`;

// The provider's own page: a name, and whoever types it is that person.
async function logInPage(provider, ctx, next) {
  if (ctx.path === "/favicon.ico") {
    ctx.status = 204;
    return undefined;
  }
  if (!ctx.path.startsWith("/interaction/")) return next();
  if (ctx.method === "GET") {
    ctx.type = "html";
    ctx.body = page(
      `<form method="post"><label>Who are you? <input name="who"></label><button type="submit">Log in</button></form>`,
    );
    return undefined;
  }
  const sent = [];
  for await (const part of ctx.req) sent.push(part);
  const who = new URLSearchParams(Buffer.concat(sent).toString()).get("who");
  const login = { accountId: who, acr: LEVEL + USERS[who].loa, amr: ["mfa"] };
  return provider.interactionFinished(ctx.req, ctx.res, { login }, { mergeWithLastSubmission: false });
}

function run(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done() : failed(new Error(`${args.join(" ")} ended with ${code}`))));
  });
}

// A second Tråd on the demonstration's database, with a door to the provider. Gives where it is, and how to stop it all.
export async function withProvider({ traad: program, database }) {
  const [door, port] = [await freePort(), await freePort()];
  const address = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "traad-login-"));
  const secret = randomBytes(24).toString("hex");
  writeFileSync(join(folder, "secret"), secret, { mode: 0o600 });
  const config = join(folder, "traad.toml");
  writeFileSync(
    config,
    `database = ${JSON.stringify(database)}
listen = "127.0.0.1:${port}"
login_issuer = "http://127.0.0.1:${door}"
login_client = "traad"
login_secret_file = ${JSON.stringify(join(folder, "secret"))}
login_address = "${address}"
login_name = "Kystkommunen"
login_function = "role"
second_factor = "offered"
[login_functions]
"urn:x:jordemoder" = "jordemoder"
`,
  );
  const { server } = await startProvider(door, secret, address);
  for (const user of ["midwife-at-home", "midwife-unsure"]) {
    await run(program, ["user", "--config", config, "link", user, "--staff", "demo-jordemoder"]);
  }
  const traad = spawn(program, ["serve", "--config", config], { stdio: ["ignore", "pipe", "inherit"] });
  await createInterface({ input: traad.stdout })[Symbol.asyncIterator]().next();
  return {
    address,
    door: `http://127.0.0.1:${door}`,
    async stop() {
      traad.kill();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true });
    },
  };
}
