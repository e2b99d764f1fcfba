// SPDX-License-Identifier: EUPL-1.2
// A17: a child is placed outside the home, the foster carer gets a page, and the list and the leader's numbers tell of it.
import { expect } from "../harness.mjs";

const CARER = "Gerda Test Bakkegård";

export const walks = {
  "A17, a child is placed": async (t) => {
    const family = await t.logIn("familie");
    let child;
    await t.step("another kind of place wants a reason", async () => {
      child = await family.open("Emil");
      await family.page.goto(`${child}/anbringelse`);
      await family.see("Her står ingen anbringelse.");
      await family.page.goto(`${child}/anbringelse/ny`);
      await family.fill({
        slags: "almen",
        sted: "Familien Test Bakkegård",
        adresse: "Testvej 7",
        plejer1: CARER,
        foraelder1: "Bo Test Holm",
        foraelder2: "Signe Test Solbakke",
      });
      await family.refused(() => family.submit("main form.sheet button"));
      await family.look("anbringelse-ny-mangler");
      await family.fill({ begrundelse: "Barnets moster bor ved siden af." });
      await family.submit("main form.sheet button");
      await family.see(["Barnets moster bor ved siden af.", "Testvej 7"]);
    });
    await t.step("what the carer needs to know, an offer, and a demand that is not met", async () => {
      await family.page.goto(`${child}/anbringelse/viden`);
      await family.fill({
        behov: "Sover bedst i mørke og spiser lidt ad gangen.",
        hjaelper: "At blive båret tæt ind til kroppen.",
        ring: "Mette Test Holm, 00 00 11 05, også om natten",
      });
      await family.look("anbringelse-viden");
      await family.submit("main form.sheet button");
      await family.page.goto(`${child}/anbringelse/tilbud`);
      await family.fill({ hvad: "support", svar: "yes", indhold: "Vejledning hver 14. dag." });
      await family.submit("main form.sheet button");
      await family.page.goto(`${child}/anbringelse/krav`);
      await family.fill({ moeder: "Faste sovetider", mangler: "Ro ved måltider" });
      await family.submit("main form.sheet button");
      await family.page.goto(`${child}/anbringelse/vanskelighed`);
      await family.look("anbringelse-vanskelighed");
      await family.page.goto(`${child}/anbringelse`);
      await family.look("anbringelse");
    });
    const handed = await t.step("the carer gets a page", async () => {
      await family.page.goto(`${child}/egen-side?hvem=plejer1`);
      await family.look("plejefamilie-giv-side");
      await family.fill({ trygt: "ja", stille: "nej" });
      await family.submit("main form.sheet button");
      return { name: await family.text("#brugernavn"), password: await family.text("#kodeord") };
    });
    await t.step("the child's thread, in the keyboard's reach and on paper", async () => {
      const grown = await family.open("Asger");
      await family.go('nav.tabs a[href$="/barnets-traad"]');
      await family.see(["Alkohol, dagligt", "Runde 2", "Forstærket plejefamilie"]);
      await family.seeNot(["Bakkegård", "Testvej"], "main");
      await family.look("barnets-traad");
      await family.print("barnets-traad");
      await family.page.locator(".zoom a").first().focus();
      await Promise.all([family.page.waitForEvent("load"), family.page.keyboard.press("Enter")]);
      expect(family.path(), `${grown}/barnets-traad`);
      await family.look("barnets-traad-graviditeten");
      await family.page.goto(`${grown}/barnets-traad?sprog=en`);
      await family.see(["Whole life", "Round 2"]);
      await family.look("barnets-traad-en");
    });
    await t.step("the list", async () => {
      await family.page.goto("/anbragte");
      await family.see("almen plejefamilie");
      await family.look("anbragte");
      await family.page.goto(`${child}/voksenovergang`);
      await family.look("voksenovergang");
    });
    await t.step("the same in English", async () => {
      for (const [address, name] of [
        ["/anbragte", "anbragte-en"],
        [`${child}/anbringelse`, "anbringelse-en"],
        [`${child}/anbringelse/viden`, "anbringelse-viden-en"],
        [`${child}/anbringelse/risiko`, "anbringelse-risiko-en"],
      ]) {
        await family.page.goto(address);
        if (name === "anbragte-en") await family.go('header button[name="sprog"]');
        await family.look(name);
      }
    });
    for (const [language, look, hello] of [
      ["da-DK", "plejefamilie", "Hej Gerda"],
      ["en-GB", "plejefamilie-en", "Hello Gerda"],
    ]) {
      const gerda = await t.person({ language });
      await t.step(`the carer reads and writes, in ${language}`, async () => {
        await gerda.page.goto("/mit/log-ind");
        await gerda.fill({ bruger: handed.name, kode: handed.password });
        await gerda.submit("main form.sheet button");
        if (language === "en-GB") await gerda.go('header button[name="sprog"]');
        expect(gerda.path(), "/mit");
        await gerda.see([hello, "Sover bedst i mørke", "Familieafdelingen, Odense"]);
        await gerda.seeNot(["Signe", "Tråd"], "body");
        await gerda.look(`${look}-side`);
        await gerda.page.goto("/mit/iagttagelse");
        await gerda.refused(() => gerda.submit("main form.sheet button"));
        await gerda.look(`${look}-skriv`);
        await gerda.fill({ slags: "observation", ord: "Falder i søvn til regnlyd." });
        await gerda.submit("main form.sheet button");
        await gerda.see("Falder i søvn til regnlyd.");
      });
    }
    const leader = await t.logIn("leder");
    await t.step("the leader counts", async () => {
      await leader.page.goto("/overblik");
      await leader.see("Barnets moster bor ved siden af.");
      await leader.seeNot("Testvej 7");
      await leader.look("overblik-anbragte");
    });
  },
};
