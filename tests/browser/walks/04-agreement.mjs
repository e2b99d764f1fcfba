// SPDX-License-Identifier: EUPL-1.2
// A10: the cooperation agreement is read, written anew and approved by its parties.
import { expect } from "../harness.mjs";

export const walks = {
  "A10, the agreement": async (t) => {
    const leader = await t.logIn("leder");
    await t.step("the overview says how the own kommune stands, and which kommuner have none", async () => {
      await leader.go('nav a[href="/aftaler"]');
      await leader.see(["Samarbejdsaftalen i Odense", "styr på det", "Aarhus ingen aftale"]);
      await leader.look("a10-aftaler");
      await leader.fill({ q: "aar", vis: "uden" });
      await leader.submit("main form.filter button");
      await leader.see("Aarhus");
      await leader.seeNot("Albertslund", "main");
    });
    await t.step("the kommune's board has its fora", async () => {
      await leader.page.goto("/aftaler/0461");
      await leader.go('main a[href="/fora/ny"]');
      await leader.look("a10-forum");
      await leader.fill({
        navn: "Ambulatoriets samarbejde",
        slags: "familieambulatoriets-samarbejde",
        medlemmer: ["familieambulatorium", "familieafdeling"],
      });
      await leader.submit();
      await leader.see("Ikke fuldtalligt");
      await leader.look("a10-tavle");
    });
    await t.step("the directory of the kommune is one click away, and an offer is written into it", async () => {
      await leader.go('nav a[href="/kommune"]');
      await leader.go('main a[href="/vejviser/ny"]');
      await leader.look("s2-vejviser-tilbud");
      await leader.fill({
        navn: "Onsdagsgruppen",
        hvad: "Åben gruppe for gravide, også med partner.",
        kontakt: "Vagten",
        telefon: "00 00 99 01",
      });
      await leader.submit();
      await leader.see(["Onsdagsgruppen", "Kontaktpersoner", "Ikke fuldtalligt"]);
      await leader.look("s2-vejviser");
    });
    await t.step("the agreement is read and printed with what each answer does", async () => {
      await leader.page.goto("/aftale/aftale-odense/1");
      await leader.see(["I kraft i Odense.", "Styrer: "]);
      await leader.look("a10-aftale");
      await leader.print("a10-aftale");
    });
    await t.step("a new version begins as a draft with the same answers", async () => {
      await leader.go('main a[href$="/ny-version"]');
      await leader.look("a10-ny-version");
      await leader.fill({ dato: "1.1.2030" });
      await leader.submit();
      expect(leader.path(), "/aftale/aftale-odense/2");
      await leader.see("Kladde. Den styrer intet endnu.");
    });
    await t.step("each chapter is a form", async () => {
      for (const chapter of [2, 4, 5, 6]) {
        await leader.page.goto(`/aftale/aftale-odense/2/kapitel/${chapter}`);
        await leader.look(`a10-kapitel-${chapter}`);
      }
      await leader.fill({ "ansvar-5-del": "Prævention og seksuel sundhed" });
      await leader.submit();
      await leader.see("Prævention og seksuel sundhed: ingen ansvarlig");
    });
    await t.step("a part without a responsible stops it, and is named", async () => {
      await leader.refused(() => leader.submit('main form[action$="/send"] button'));
      await leader.see("Hver del skal have én ansvarlig.");
      await leader.look("a10-mangler");
    });
    await t.step("answered in full it is sent and approved", async () => {
      await leader.page.goto("/aftale/aftale-odense/2/kapitel/6");
      await leader.fill({ "ansvar-5-aktoer": "familieambulatorium" });
      await leader.submit();
      await leader.submit('main form[action$="/send"] button');
      await leader.submit('main form[action$="/godkend"] button');
      await leader.see("Venter på den kommunale rusmiddelbehandling, familieambulatoriet.");
      await leader.look("a10-venter");
      await leader.go('main a[href$="/sammenlign/1"]');
      await leader.see("Prævention og seksuel sundhed");
      await leader.look("a10-sammenlign");
    });
    await t.step("A04: the leader sees what is overdue, how long steps take, and what is kept", async () => {
      await leader.page.goto("/overblik");
      await leader.see(["Fra opsporing til hvert trin", "Til tiden"]);
      await leader.seeNot("Brita", "main");
      await leader.look("a04-overblik");
    });
    await t.step("and so in English", async () => {
      await leader.go("button[name=sprog][value=en]");
      await leader.look("en-overview");
      await leader.page.goto("/aftaler/0461");
      await leader.look("en-board");
    });
    const adviser = await t.logIn("familie");
    await t.step("who leads no party reads it and writes nothing", async () => {
      await adviser.page.goto("/aftale/aftale-odense/2");
      expect(await adviser.page.locator("main form").count(), 0);
      await adviser.refused(() => adviser.page.goto("/aftale/aftale-odense/2/kontakter"));
      await adviser.see("Kun en leder");
    });
    await t.step("and so in English", async () => {
      await adviser.page.goto("/aftale/aftale-odense/2");
      await adviser.go("button[name=sprog][value=en]");
      await adviser.look("en-agreement");
      await adviser.page.goto("/aftaler");
      await adviser.look("en-agreements");
    });
  },
};
