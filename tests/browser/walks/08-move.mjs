// SPDX-License-Identifier: EUPL-1.2
// A18: a family moves, the case is handed over, and the new kommune takes it.

export const walks = {
  "A18, a family moves": async (t) => {
    const adviser = await t.logIn("familie");
    let hers;
    await t.step("that she moves is written, and what lacks is named", async () => {
      await adviser.open("Ellen");
      hers = adviser.path();
      await adviser.go('main a[href$="/flytning"]');
      await adviser.look("a18-flytning");
      await adviser.fill({ hvor: "bolig" });
      await adviser.refused(() => adviser.submit());
      await adviser.look("a18-flytning-mangler");
      await adviser.fill({ kommune: "Slagelse" });
      await adviser.submit();
      await adviser.see(["Flytter til"]);
      await adviser.look("a18-flytter");
    });
    await t.step("the case is handed over with needs, strengths, challenges and exposure", async () => {
      await adviser.page.goto(`${hers}/flytning/overlevering`);
      await adviser.look("a18-overlevering");
      await adviser.fill({ behov: "En fast kontakt." });
      await adviser.refused(() => adviser.submit());
      await adviser.look("a18-overlevering-mangler");
      await adviser.fill({
        styrker: "Møder op.",
        udfordringer: "Boligen.",
        eksponering: "known",
        grundlag: "lov",
        resume: "Der er brug for støtte.",
        ved: "yes",
        // Another walk has had her address protected.
        beskyttet: "ja",
      });
      await adviser.submit();
      await adviser.see(["Til da har I ansvaret."]);
      await adviser.look("a18-venter");
    });
    const taker = await t.logIn("slagelse");
    await t.step("the new kommune takes it and appoints a coordinator", async () => {
      await taker.page.goto(hers);
      await taker.look("a18-modtager");
      await taker.page.goto(`${hers}/flytning/modtag`);
      await taker.look("a18-tag-imod");
      await taker.refused(() => taker.submit());
      await taker.fill({ person: "demo-slagelse-1" });
      await taker.submit();
      await taker.see(["Hanne Test Rådgiver"]);
      await taker.look("a18-taget-imod");
    });
    await t.step("the old kommune keeps its own, and gets nothing more", async () => {
      await adviser.page.goto(hers);
      await adviser.see(["Forløbet er overdraget til Slagelse."]);
      await adviser.look("a18-overdraget");
    });
    await t.step("in English", async () => {
      await taker.go("button[name=sprog][value=en]");
      await taker.look("a18-en-taget-imod");
      await taker.page.goto(`${hers}/flytning`);
      await taker.see(["The family moves"]);
      await taker.look("a18-en-flytning");
    });
  },
};
