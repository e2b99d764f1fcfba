// SPDX-License-Identifier: EUPL-1.2
// The same work in English, without script, and by keyboard alone; and a woman whose name nobody knows.
import { expect } from "../harness.mjs";

async function toEnglish(person) {
  await person.go("button[name=sprog][value=en]");
  expect(await person.page.locator("html").getAttribute("lang"), "en");
}

export const walks = {
  "in English": async (t) => {
    const midwife = await t.logIn("jordemoder");
    await t.step("the language is changed where one stands, and stays changed", async () => {
      await toEnglish(midwife);
      await midwife.look("en-my-tasks");
      await midwife.page.goto("/meld");
      expect(await midwife.page.locator("html").getAttribute("lang"), "en");
      await midwife.look("en-concern");
    });
    await t.step("faults are told in English too", async () => {
      await midwife.refused(() => midwife.submit("main button[value=send]"));
      await midwife.look("en-concern-missing");
    });
    const adviser = await t.logIn("familie");
    await t.step("so are the inboxes", async () => {
      await toEnglish(adviser);
      await adviser.page.goto("/underretninger");
      await adviser.look("en-notifications");
      await adviser.go("main a[data-row]");
      await adviser.look("en-notification");
    });
    await t.step("and every page of a pathway", async () => {
      await adviser.go('main a[href^="/forloeb/"]');
      const home = adviser.path();
      await adviser.look("en-pathway");
      for (const tab of ["tidslinje", "udredning", "plan", "moeder", "netvaerk", "samtykker", "samtykke/ny", "anbefalinger", "screening/epds"]) {
        await adviser.page.goto(`${home}/${tab}`);
        await adviser.look(`en-pathway-${tab.replace("/", "-")}`);
      }
    });
  },
  "without script": async (t) => {
    const streets = await t.logIn("gadeplan", { script: false });
    await t.step("A01 (b): a woman without name or number is told of all the same", async () => {
      await streets.page.goto("/meld");
      await streets.fill({
        kendskab: "ukendt",
        kendetegn: "Rød jakke, ved Klosterplænen om aftenen",
        kontakt: "Spørg efter hende i varmestuen",
        tilstand: "gravid",
        kommune: "Odense",
        set: "Hun siger selv, at hun er gravid, og spurgte efter en jordemoder.",
        stoette: "ja",
        ved: "ja",
      });
      await streets.submit("main button[value=send]");
      await streets.see("Familieafdelingen, Odense");
    });
    const adviser = await t.logIn("familie", { script: false });
    await t.step("the family department opens it and reads where she can be found", async () => {
      await adviser.page.goto("/underretninger");
      await adviser.go('main a[data-row]:has-text("Kvinde uden oplyst navn")');
      await adviser.see("spurgte efter en jordemoder");
      await adviser.go('main a[href^="/forloeb/"]');
      await adviser.see(["Klosterplænen", "varmestuen"]);
    });
    await t.step("duties can be narrowed and opened", async () => {
      await adviser.page.goto("/");
      await adviser.page.locator("main .duty summary").first().click();
      await adviser.submit("main form button[type=submit]");
    });
  },
  "by keyboard": async (t) => {
    const midwife = await t.logIn("jordemoder");
    await t.step("the first stop leads past the menu", async () => {
      await midwife.page.goto("/");
      await midwife.page.keyboard.press("Tab");
      expect(await midwife.page.evaluate(() => document.activeElement.className), "skipnav");
      await midwife.page.keyboard.press("Enter");
      expect(await midwife.page.evaluate(() => document.activeElement.id), "indhold");
    });
    await t.step("every control can be reached and seen", async () => {
      await midwife.page.goto("/meld");
      const wanted = await midwife.page.locator("main :is(input:not([type=hidden]), textarea, select, button):visible").count();
      const reached = new Set();
      for (let stop = 0; stop < wanted + 40 && !reached.has("send"); stop += 1) {
        await midwife.page.keyboard.press("Tab");
        reached.add(await midwife.page.evaluate(() => document.activeElement.value || document.activeElement.name));
      }
      if (!reached.has("send")) throw new Error(`only reached ${[...reached].join(", ")}`);
    });
  },
};
