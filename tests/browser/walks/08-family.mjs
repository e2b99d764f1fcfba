// SPDX-License-Identifier: EUPL-1.2
// A12 and A20: a parent with custody on a page of the own about the child, and the administrator who makes a unit.
import { expect } from "../harness.mjs";

const FATHER = "Bo Test Holm";
const MOTHER = "Signe Test Solbakke";

export const walks = {
  "A12, a parent's own page": async (t) => {
    const family = await t.logIn("familie");
    let child;
    await t.step("custody is settled, and then there are pages to give", async () => {
      child = await family.open("Emil");
      await family.page.goto(`${child}/foraeldremyndighed`);
      await family.fill({ foraeldre: "shared", indehaver1: FATHER, indehaver2: MOTHER });
      await family.submit("main form.sheet button");
      await family.page.goto(`${child}/samtykker`);
      await family.see([`${FATHER} har ikke en side.`, "Barnet er under 10 år."]);
      await family.look("familie-sider");
    });
    const handed = await t.step("he is given his", async () => {
      await family.go('main a[href$="/egen-side?hvem=1"]');
      await family.look("familie-egen-side");
      await family.fill({ trygt: "ja", stille: "nej" });
      await family.submit("main form.sheet button");
      return { name: await family.text("#brugernavn"), password: await family.text("#kodeord") };
    });
    for (const [language, look, hello] of [
      ["da-DK", "foraelder", "De hjælper Emil"],
      ["en-GB", "foraelder-en", "They help Emil"],
    ]) {
      const bo = await t.person({ language });
      await t.step(`he sees who helps his child, in ${language}`, async () => {
        await bo.page.goto("/mit/log-ind");
        await bo.fill({ bruger: handed.name, kode: handed.password });
        await bo.submit("main form.sheet button");
        if (language === "en-GB") await bo.go('header button[name="sprog"]');
        expect(bo.path(), "/mit");
        await bo.see(["Bo", hello, "Familieafdelingen, Odense"]);
        await bo.seeNot(["Signe", "Tråd"], "body");
        await bo.look(`${look}-side`);
        await bo.page.goto("/mit/laest");
        await bo.look(`${look}-laest`);
        await bo.page.goto("/mit/samtykker/nyt");
        await bo.look(`${look}-nyt-samtykke`);
      });
    }
  },
  "the administrator makes a unit and cannot close one with cases": async (t) => {
    const administrator = await t.logIn("administrator");
    await t.step("a unit is made", async () => {
      await administrator.page.goto("/enheder/ny");
      await administrator.look("enhed-ny");
      await administrator.fill({
        navn: "Ungeteamet, Odense",
        slags: "ungecenter",
        telefon: "00 00 01 77",
      });
      await administrator.submit("main form.sheet button");
      await administrator.see("Ungeteamet, Odense");
      await administrator.look("personale-med-ny-enhed");
    });
    await t.step("one with cases stays", async () => {
      await administrator.page.goto("/enheder/fam-odense/luk");
      await administrator.see("Det skal være flyttet først");
      await administrator.refused(() => administrator.submit("main form.sheet button"));
      await administrator.look("enhed-luk");
    });
  },
};
