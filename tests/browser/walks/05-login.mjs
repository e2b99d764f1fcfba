// SPDX-License-Identifier: EUPL-1.2
// Logging in at a real identity provider, being logged out by it, and the own access; and the codes of a telephone.
import { createHmac } from "node:crypto";
import { expect } from "../harness.mjs";
import { withProvider } from "../provider.mjs";

async function atTheProvider(person, site, who) {
  if (!person.page.url().startsWith(site.door)) throw new Error(`is at ${person.page.url()}, not at the provider`);
  await person.page.fill("[name=who]", who);
  // The answer goes on by itself, so that more than one page is loaded before it is still.
  await person.page.click("button[type=submit]");
}

async function logIn(person, site, who = "midwife-at-home") {
  await person.page.goto(`${site.address}/log-ind`);
  await person.go("main a.button");
  await atTheProvider(person, site, who);
}

const home = (person, site) => person.page.waitForURL(`${site.address}/`);

// The code of a secret (RFC 6238), reckoned apart from the program.
function code(letters, time = Date.now()) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...letters].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const hash = createHmac("sha1", secret).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

export const walks = {
  "logging in at an identity provider": async (t) => {
    const site = await withProvider(t.browser);
    try {
      await atAProvider(t, site);
    } finally {
      await site.stop();
    }
  },
  "a code from a telephone": async (t) => {
    const site = await withProvider(t.browser);
    try {
      await withATelephone(t, site);
    } finally {
      await site.stop();
    }
  },
};

async function atAProvider(t, site) {
  const midwife = await t.person();
  await t.step("she logs in there and is at her tasks here", async () => {
    await midwife.page.goto(`${site.address}/log-ind`);
    await midwife.look("log-ind-udbyder");
    await midwife.page.goto(`${site.address}/log-ind?sprog=en`);
    await midwife.look("en-log-in-provider");
    await logIn(midwife, site);
    await home(midwife, site);
    await midwife.see("Mine opgaver");
  });
  await t.step("she sees where she is logged in", async () => {
    await midwife.go(".me-name");
    await midwife.see(["hos Kystkommunen", "(her)"]);
    await midwife.seeNot("Kode fra telefonen");
    await midwife.look("adgang");
    await midwife.go("button[name=sprog][value=en]");
    await midwife.look("en-access");
    await midwife.go("button[name=sprog][value=da]");
  });
  await t.step("she is asked anew who she is, and comes back to where she was", async () => {
    await midwife.page.goto(`${site.address}/bekraeft?tilbage=/min-adgang`);
    await midwife.look("bekraeft");
    await midwife.go("main a.button");
    await atTheProvider(midwife, site, "midwife-at-home");
    await midwife.page.waitForURL(`${site.address}/min-adgang`);
    await midwife.see("Din adgang");
  });
  const phone = await t.person({ script: false });
  await t.step("on another machine she is logged in too, in English and without script", async () => {
    await phone.page.goto(`${site.address}/log-ind?sprog=en`);
    await phone.go("main a.button");
    await atTheProvider(phone, site, "midwife-at-home");
    await home(phone, site);
    await phone.see("My tasks");
  });
  await t.step("when she logs out there, she is out here at once", async () => {
    await phone.page.goto(`${site.door}/session/end`);
    await phone.page.locator("[name=logout][value=yes]").click();
    await phone.page.waitForURL(`${site.door}/session/end/success*`);
    await phone.page.goto(`${site.address}/`);
    expect(phone.path(), "/log-ind");
    // The other session belongs to another session of the provider and goes on.
    await midwife.page.goto(`${site.address}/`);
    await midwife.see("Mine opgaver");
  });
  await t.step("when she logs out here, the provider forgets her as well", async () => {
    await midwife.page.locator(`form[action="/log-ud"] button`).click();
    await midwife.page.waitForURL(`${site.door}/session/end*`);
    await midwife.page.locator("[name=logout][value=yes]").click();
    await midwife.page.waitForURL(`${site.address}/log-ind*`);
    await midwife.page.goto(`${site.address}/`);
    expect(midwife.path(), "/log-ind");
    await midwife.go("main a.button");
    if (!midwife.page.url().startsWith(site.door)) throw new Error("the provider still knows her");
  });
  for (const [who, words] of [
    ["midwife-unsure", "Tråd kræver niveauet Betydelig"],
    ["nobody-here", "Tråd kender ikke dit login endnu"],
  ]) {
    const other = await t.person();
    await t.step(`${who} is told calmly why not`, async () => {
      await other.refused(async () => {
        await logIn(other, site, who);
        await other.page.waitForURL(`${site.address}/log-ind/svar*`);
      });
      await other.see(words);
      await other.look(`log-ind-${who}`);
      await other.page.goto(`${site.address}/`);
      expect(other.path(), "/log-ind");
    });
  }
}

async function withATelephone(t, site) {
  const street = await t.person();
  const local = async (person) => {
    await person.page.goto(`${site.address}/log-ind`);
    await person.page.fill("[name=bruger]", "stof");
    await person.page.fill("[name=kode]", "traad-demo-2026");
    await person.submit();
  };
  const letters = await t.step("she adds her telephone", async () => {
    await local(street);
    await street.page.goto(`${site.address}/min-adgang`);
    await street.look("adgang-lokal");
    await street.page.goto(`${site.address}/min-adgang/telefon`);
    await street.look("telefon");
    const found = (await street.text("main .reference")).replaceAll(" ", "");
    await street.fill({ engangskode: code(found) });
    await street.submit();
    await street.see("Telefonen er tilføjet");
    return found;
  });
  const again = await t.person();
  await t.step("the next time she is asked for a code", async () => {
    await local(again);
    expect(again.path(), "/log-ind/kode");
    await again.look("engangskode");
    // The code that set it up is used; the next one counts already.
    await again.fill({ engangskode: code(letters, Date.now() + 30_000) });
    await again.submit();
    expect(again.path(), "/");
  });
  await t.step("and logs out everywhere", async () => {
    await again.page.goto(`${site.address}/min-adgang`);
    await again.submit(`form[action="/log-ud/alle"] button`);
    expect(again.path(), "/log-ind");
    await street.page.goto(`${site.address}/`);
    expect(street.path(), "/log-ind");
  });
}
