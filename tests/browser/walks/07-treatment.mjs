// SPDX-License-Identifier: EUPL-1.2
// A06 and A02: treatment she asked for, where there is room, a contract that is hers, a consent she could not decide about,
// and an address that is nobody else's business.
import { expect } from "../harness.mjs";

export const walks = {
  "A06, treatment and its places": async (t) => {
    const place = await t.logIn("doegnbehandling");
    await t.step("the place writes where there is room", async () => {
      await place.page.goto("/doegnpladser");
      await place.look("a06-pladser-egne");
      await place.fill({ pladser: "8", ledige: "9" });
      await place.refused(() => place.submit("main form.sheet button"));
      await place.see("Der kan ikke være flere ledige end pladser.");
      await place.fill({ ledige: "2", note: "Gravide og deres barn." });
      await place.submit("main form.sheet button");
      await place.see("2 af 8 pladser");
    });
    const family = await t.logIn("alkohol");
    let pathway;
    await t.step("the treatment writes what she asks for", async () => {
      pathway = await family.open("Ellen");
      await family.page.goto(`${pathway}/behandling`);
      await family.see("Behandling, hun har bedt om");
      await family.look("a06-behandling");
      await family.go('main a[href$="/behandling/ny"]');
      await family.look("a06-beder-om");
      await family.fill({ hvad: "alkohol" });
      await family.submit();
      await family.see(["Behandling for alkohol", "ikke begyndt"]);
    });
    await t.step("a contract is offered under the right law", async () => {
      await family.go('main a[href$="/kontrakt/ny"]');
      const request = family.page.locator('main [name="anmodning"]').first();
      const reference = await request.getAttribute("value");
      await family.fill({ anmodning: reference, lov: "stof-1", svar: "no" });
      await family.refused(() => family.submit());
      await family.look("a06-kontrakt");
      await family.fill({ lov: "sul-141b" });
      await family.submit();
      await family.see(["Kontrakt om tilbageholdelse", "nej tak"]);
      await family.look("a06-behandling-nej");
    });
  },
  "A02, what she could not decide, and where she lives": async (t) => {
    const family = await t.logIn("familie");
    let pathway;
    await t.step("she could not decide: that is no answer", async () => {
      pathway = await family.open("Ellen");
      await family.page.goto(`${pathway}/samtykke/ny`);
      await family.fill({
        samtykket: "kan-ikke",
        "hvorfor-ikke": "Hun var meget træt.",
        proevet: "easy-read",
        retning: "disclose",
        giver: "woman",
        sagt: "oral",
      });
      await family.refused(() => family.submit());
      await family.look("a02-kan-ikke");
      await family.fill({ igen: "1.2.2027" });
      await family.submit();
      await family.see("kunne ikke tage stilling");
    });
    await t.step("pathways without consent are a list", async () => {
      await family.page.goto("/uden-samtykke");
      await family.look("a02-uden-samtykke");
    });
    await t.step("an address is protected", async () => {
      await family.page.goto(`${pathway}/kontakt`);
      await family.fill({ telefon: "20 00 00 01", adresse: "Krisecentret Testgården", beskyttet: "ja" });
      await family.look("a02-kontakt");
      await family.submit();
      await family.see("Krisecentret Testgården (beskyttet)");
      const midwife = await t.logIn("jordemoder");
      await midwife.page.goto(pathway);
      const shown = await midwife.text("main");
      expect(shown.includes("Krisecentret"), false);
    });
  },
};
