// SPDX-License-Identifier: EUPL-1.2
// A03 and A08: consent that is asked, passed on under, and taken back by the woman herself on her own page.
import { expect } from "../harness.mjs";

const ELSEWHERE = "https://www.dmi.dk/";

export const walks = {
  "A03, her own page": async (t) => {
    const family = await t.logIn("familie");
    let pathway;
    await t.step("the family department opens her consents", async () => {
      pathway = await family.open("Ellen");
      await family.page.goto(`${pathway}/samtykker`);
      await family.see(["Hun har haft adgang siden", "Giv oplysninger videre"]);
      await family.look("a03-samtykker");
    });
    await t.step("nothing is passed on without her yes, and nothing typed is lost", async () => {
      await family.go('main a[href$="/videregiv"]');
      await family.look("a03-videregiv");
      await family.fill({ enhed: "psyk-odense", grundlag: "samtykke" });
      const first = family.page.locator('main [name="poster"]').first();
      await family.fill({ poster: await first.getAttribute("value") });
      await family.refused(() => family.submit());
      await family.see("Der mangler samtykke til at give Psykiatrien, Odense oplysninger om");
      await family.look("a03-mangler-samtykke");
      expect(await family.value("enhed"), "psyk-odense");
    });
    await t.step("she says yes to psychiatry being told of how she lives", async () => {
      await family.page.goto(`${pathway}/samtykke/ny`);
      await family.fill({
        samtykket: "ja",
        retning: "disclose",
        giver: "woman",
        aktoer: "psyk-odense",
        oplysninger: "social",
        brug: "coordination",
        lov: "fvl-28",
        sagt: "oral",
      });
      await family.submit();
      await family.see("Psykiatrien, Odense må få at vide");
    });
    const handed = await t.step("she is given access anew, when it is safe", async () => {
      await family.go('main a[href$="/egen-side/luk"]');
      await family.look("a03-luk-adgang");
      await family.submit("main form.sheet button");
      await family.go('main a[href$="/egen-side"]');
      await family.look("a03-egen-side");
      await family.fill({ trygt: "ja", stille: "nej" });
      await family.submit();
      await family.look("a03-adgang");
      return { name: await family.text("#brugernavn"), password: await family.text("#kodeord") };
    });
    const woman = await t.person();
    await t.step("she logs in and sees who helps her", async () => {
      await woman.page.goto("/mit");
      expect(woman.path(), "/mit/log-ind");
      await woman.seeNot("Tråd", "body");
      await woman.look("mit-log-ind");
      await woman.fill({ bruger: handed.name, kode: handed.password });
      await woman.submit("main form.sheet button");
      expect(woman.path(), "/mit");
      await woman.see(["Hej Ellen", "De hjælper dig", "Psykiatrien, Odense"]);
      await woman.look("mit-side");
      expect(handed.name, "borger");
      expect(await woman.page.title(), "Min side");
    });
    await t.step("she writes what she wants", async () => {
      await woman.go('main a[href="/mit/oensker"]');
      await woman.look("mit-oenske");
      await woman.fill({ slags: "oenske", ord: "Jeg vil helst mødes om formiddagen." });
      await woman.submit("main form.sheet button");
      await woman.see("Jeg vil helst mødes om formiddagen.");
    });
    await t.step("the professionals' pages do not exist for her", async () => {
      const status = await woman.refused(() => woman.page.goto(pathway));
      expect(status, 404);
    });
    await t.step("she takes her yes back, and it is closed at once", async () => {
      const psychiatry = await t.person();
      await psychiatry.logIn("psykiatri");
      await psychiatry.page.goto(pathway);
      await psychiatry.see("Ellen Louise");
      await woman.page.goto("/mit/samtykker");
      await woman.look("mit-samtykker");
      await woman.go('main a[href$="/tilbage"]');
      await woman.look("mit-tilbage");
      await woman.submit("main form.sheet button");
      await woman.see("Du har taget dit ja tilbage.");
      const status = await psychiatry.refused(() => psychiatry.page.goto(pathway));
      expect(status, 404);
    });
    await t.step("she gives a consent herself", async () => {
      await woman.go('main a[href="/mit/samtykker/nyt"]');
      await woman.look("mit-nyt-samtykke");
      await woman.fill({
        retning: "meet",
        aktoer: "alk-odense",
        oplysninger: "coordination",
        brug: "coordination",
      });
      await woman.submit('main button[value="ja"]');
      await woman.see("Alkoholbehandlingen, Odense må deltage i netværksmøder");
    });
    await t.step("she sees who has looked at what is written of her", async () => {
      await woman.page.goto("/mit/laest");
      await woman.see("Familierådgiver, Familieafdelingen, Odense");
      await woman.seeNot("Mette Test", "main");
      await woman.look("mit-laest");
    });
    await t.step("she leaves quickly: logged out, and somewhere else", async () => {
      const weather = { status: 200, contentType: "text/html", body: "<h1>Vejret</h1>" };
      await woman.page.route(`${ELSEWHERE}**`, (route) => route.fulfill(weather));
      await woman.page.locator("header .own-leave").click();
      await woman.page.waitForURL(`${ELSEWHERE}**`);
      await woman.page.goto("/mit");
      expect(woman.path(), "/mit/log-ind");
    });
  },
};
