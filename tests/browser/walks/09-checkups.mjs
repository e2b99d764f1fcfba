// SPDX-License-Identifier: EUPL-1.2
// A16 and A19: a child's check-ups are offered, planned, told of and ended; a child is handed on to school; an offer is judged.

export const walks = {
  "A16 and A19, a child's check-ups": async (t) => {
    const doctor = await t.logIn("laege");
    let ida;
    await t.step("they are offered, and what lacks is named", async () => {
      await doctor.open("Ida");
      ida = doctor.path();
      await doctor.page.goto(`${ida}/barnets-opfoelgning`);
      await doctor.see(["Barnet skal tilbydes opfølgning"]);
      await doctor.look("a16-ingen");
      await doctor.page.goto(`${ida}/barnets-opfoelgning/sted`);
      await doctor.look("a16-tilbyd");
      await doctor.refused(() => doctor.submit());
      await doctor.look("a16-tilbyd-mangler");
      await doctor.fill({ svar: "ja" });
      await doctor.submit();
      await doctor.see(["Barnet følges i Familieambulatoriet, Odense."]);
      await doctor.look("a16-aftalt");
    });
    await t.step("how one went, and that it is prolonged with a reason", async () => {
      await doctor.go('main a[href*="/barnets-opfoelgning/"]:not([href$="/plan"]):not([href$="/sted"]):not([href$="/afslut"])');
      await doctor.look("a16-hvordan-gik-det");
      await doctor.page.goto(`${ida}/barnets-opfoelgning/plan`);
      await doctor.look("a16-plan");
      await doctor.fill({ slutter: "1.3.2036" });
      await doctor.refused(() => doctor.submit());
      await doctor.fill({ "slut-grund": "Vanskelighederne kan vokse." });
      await doctor.submit();
      await doctor.see(["Vanskelighederne kan vokse."]);
    });
    await t.step("the end is one of three, and school is told what helps", async () => {
      await doctor.page.goto(`${ida}/barnets-opfoelgning/afslut`);
      await doctor.look("a19-afslut");
      await doctor.page.goto(`${ida}/overgang`);
      await doctor.look("a19-overgang");
    });
    await t.step("in English", async () => {
      await doctor.go("button[name=sprog][value=en]");
      await doctor.page.goto(`${ida}/barnets-opfoelgning`);
      await doctor.look("a16-en-aftalt");
      await doctor.page.goto(`${ida}/barnets-opfoelgning/afslut`);
      await doctor.look("a19-en-afslut");
      await doctor.page.goto(`${ida}/overgang`);
      await doctor.look("a19-en-overgang");
    });
    const leader = await t.logIn("leder-ambulatorium");
    await t.step("the leader sees who lacks what, and keeps the region's offers", async () => {
      await leader.page.goto("/overblik");
      await leader.see(["Børn, enheden følger"]);
      await leader.look("a16-overblik");
      await leader.page.goto("/tilbud/ny");
      await leader.look("a16-tilbud");
      await leader.fill({ navn: "Børnesporet" });
      await leader.refused(() => leader.submit());
      await leader.page.goto("/kommune?kommune=0461");
      await leader.look("a16-daekning");
    });
  },
};
