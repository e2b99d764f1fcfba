// SPDX-License-Identifier: EUPL-1.2
// A11: units and staff, leave and hand-over, what was written about the wrong person; the officer's papers.
import { expect } from "../harness.mjs";

export const walks = {
  "A11, staff": async (t) => {
    const administrator = await t.logIn("administrator");
    await t.step("the administrator keeps units and staff and sees no case", async () => {
      expect(administrator.path(), "/personale");
      await administrator.see(["Familieafdelingen, Odense", "Mette Test Rådgiver"]);
      await administrator.look("a11-personale");
      await administrator.go('main a[href="/personale/ny"]');
      await administrator.refused(() => administrator.submit());
      await administrator.look("a11-ny-afvist");
      await administrator.fill({
        medarbejder: "Rikke Test Vikar",
        enhed: "fam-odense",
        funktion: "familieraadgiver",
        begynder: "1.1.2099",
      });
      await administrator.submit();
      await administrator.see("Rikke Test Vikar");
      await administrator.page.goto("/personale/demo-leder-1");
      await administrator.refused(() => administrator.submit('main form[action$="/slut"] button'));
      await administrator.see("Det er enhedens eneste leder.");
      await administrator.look("a11-medarbejder");
      await administrator.page.goto("/enheder/fam-odense");
      await administrator.look("a11-enhed");
    });
    const adviser = await t.logIn("familie");
    await t.step("a coordinator registers leave", async () => {
      await adviser.page.goto("/min-adgang");
      await adviser.look("a11-adgang");
      await adviser.go('main a[href="/fravaer"]');
      await adviser.look("a11-fravaer");
      await adviser.fill({ vaek: "1.5.2098", sidstedag: "31.8.2098" });
      await adviser.submit('main form[action="/fravaer"] button');
      await adviser.see("Væk 1.5.2098 – 31.8.2098.");
      await adviser.look("a11-fravaer-skrevet");
    });
    const leader = await t.logIn("leder");
    await t.step("the leader sees who goes, and hands over", async () => {
      await leader.page.goto("/overblik");
      await leader.see("Mette Test Rådgiver går på orlov 1.5.2098.");
      await leader.look("a11-overblik");
      await leader.go('main a[href="/overblik/overdragelse/demo-familie-1"]');
      await leader.look("a11-overdragelse");
      await leader.submit("main section form button");
      await leader.see("Overdraget.");
    });
    await t.step("what is about the wrong person is decided by the leader", async () => {
      const colleague = await t.logIn("familie2");
      await colleague.page.goto("/");
      const pathway = (await colleague.page.locator('main a[href^="/forloeb/"]').first().getAttribute("href"))
        .split("/").slice(0, 3).join("/");
      await colleague.page.goto(`${pathway}/note`);
      await colleague.fill({ hvad: "Hører til en anden.", kategori: "social" });
      await colleague.submit();
      await colleague.page.goto(`${pathway}/tidslinje`);
      await colleague.go('main a[href$="/ret"]');
      await colleague.fill({ slags: "person", grund: "Noten hører til en anden." });
      await colleague.submit();
      await leader.page.goto("/overblik");
      await leader.look("a11-overblik-fejlfoert");
      await leader.go('main a[href*="/fejlfoert/"]');
      await leader.look("a11-fejlfoert");
      const officer = await t.logIn("databeskyttelse");
      for (const part of ["brud", "fortegnelse", "sletteplan"]) {
        await officer.page.goto(`/log/${part}`);
        await officer.look(`a11-${part}`);
      }
      await officer.go("button[name=sprog][value=en]");
      for (const part of ["brud", "fortegnelse", "sletteplan"]) {
        await officer.page.goto(`/log/${part}`);
        await officer.look(`en-${part}`);
      }
      const decision = leader.path();
      await leader.go("button[name=sprog][value=en]");
      await leader.page.goto(decision);
      await leader.look("en-fejlfoert");
      await leader.fill({ beslutning: "slet", hjemmel: "sletning", hvorfor: "It is about another woman." });
      await leader.submit();
      await leader.seeNot("Decide what is to happen");
      await leader.look("en-overblik");
      await leader.page.goto("/overblik/overdragelse/demo-familie2-1");
      await leader.look("en-overdragelse");
    });
    await t.step("and in English the rest reads as well", async () => {
      await administrator.page.goto("/personale");
      await administrator.go("button[name=sprog][value=en]");
      for (const [page, name] of [["/personale", "staff"], ["/personale/ny", "new"], ["/personale/demo-leder-1", "post"], ["/enheder/fam-odense", "unit"]]) {
        await administrator.page.goto(page);
        await administrator.look(`en-${name}`);
      }
      await adviser.page.goto("/fravaer");
      await adviser.submit('main form[action="/fravaer/slut"] button');
      await adviser.go("button[name=sprog][value=en]");
      await adviser.look("en-leave");
    });
  },
};
