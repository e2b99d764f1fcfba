// SPDX-License-Identifier: EUPL-1.2
// A21: nødadgang and ledelsestilsyn are opened, told of and looked at; the data-protection officer reads the log.
import { expect } from "../harness.mjs";

const BRITA = "150981-9996";

export const walks = {
  "A21, access": async (t) => {
    const physician = await t.logIn("psykiatri");
    await t.step("a physician outside the pathway finds the way in only by number and reason", async () => {
      await physician.page.goto("/soeg");
      await physician.go('main a[href="/noedadgang"]');
      await physician.look("a21-noedadgang");
      await physician.refused(() => physician.submit());
      await physician.see("Skriv hvorfor.");
      await physician.look("a21-noedadgang-afvist");
      await physician.fill({ cpr: BRITA, grund: "Hun er bevidstløs på skadestuen." });
      await physician.submit();
      await physician.see("Du er her med nødadgang til");
      await physician.look("a21-noedadgang-forloeb");
    });
    const pathway = physician.path();
    await t.step("the banner stands on every page, and the button ends it", async () => {
      for (const tab of ["tidslinje", "plan", "moeder", "netvaerk", "samtykker", "anbefalinger", "udredning"]) {
        await physician.page.goto(`${pathway}/${tab}`);
        await physician.see("Du er her med nødadgang til");
      }
      await physician.submit(`main form[action="${pathway}/noedadgang/slut"] button`);
      await physician.see("Nødadgangen er afsluttet.");
      await physician.refused(() => physician.page.goto(pathway));
    });
    const leader = await t.logIn("leder");
    await t.step("the leader is told at once", async () => {
      await leader.page.goto("/overblik");
      await leader.see(["Nødadgang", "Hun er bevidstløs på skadestuen."]);
      await leader.look("a21-overblik");
    });
    const adviser = await t.logIn("familie");
    await t.step("another unit looks at it", async () => {
      await adviser.page.goto("/?hvem=enhed");
      await adviser.go(`main a.duty-act[href^="${pathway}/noedadgang/"]`);
      await adviser.see("Lise Test Læge");
      await adviser.look("a21-kontrol");
      await adviser.fill({ grundlag: "ja", fandt: "Hun var bevidstløs.", fare: "nej" });
      await adviser.submit();
      await adviser.see("Det er gemt, hvad I fandt.");
    });
    await t.step("the leader opens a case only for a purpose", async () => {
      await leader.refused(() => leader.page.goto(pathway));
      await leader.see("Kun for teamet");
      await leader.look("a21-kun-for-teamet");
      await leader.go(`main a[href="${pathway}/tilsyn"]`);
      await leader.look("a21-tilsyn");
      await leader.fill({ tilsyn: "quality" });
      await leader.submit();
      await leader.see("Ledelsestilsyn i dag");
      await leader.look("a21-tilsyn-forloeb");
    });
    const officer = await t.logIn("databeskyttelse");
    await t.step("the officer reads the log, what is unusual, and a sample", async () => {
      expect(officer.path(), "/log");
      await officer.see(["Adgangslog", "egen enhed"]);
      await officer.look("a21-log");
      await officer.fill({ udfald: "refused" });
      await officer.submit("main form.filter button");
      await officer.see("kun for teamet");
      await officer.look("a21-log-afvist");
      for (const part of ["moenstre", "stikproeve"]) {
        await officer.page.goto(`/log/${part}`);
        await officer.look(`a21-log-${part}`);
      }
      await officer.go("button[name=sprog][value=en]");
      for (const part of ["", "/moenstre", "/stikproeve"]) {
        await officer.page.goto(`/log${part}`);
        await officer.look(`en-log${part.replace("/", "-")}`);
      }
    });
    await t.step("and in English the rest reads as well", async () => {
      await physician.page.goto("/noedadgang");
      await physician.go("button[name=sprog][value=en]");
      await physician.look("en-emergency");
    });
  },
};
