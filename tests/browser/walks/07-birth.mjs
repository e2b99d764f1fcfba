// SPDX-License-Identifier: EUPL-1.2
// A12: a birth is written, each child has a pathway of its own, and goes home to those who accept.

export const walks = {
  "A12, birth": async (t) => {
    const midwife = await t.logIn("jordemoder");
    let mother;
    await t.step("the midwife writes a birth, and what lacks is named", async () => {
      await midwife.open("Brita");
      mother = midwife.path();
      await midwife.go('main a[href$="/foedsel"]');
      await midwife.look("a12-foedsel");
      await midwife.fill({ "barn1-navn": "Lille Test" });
      await midwife.refused(() => midwife.submit());
      await midwife.look("a12-foedsel-mangler");
    });
    await t.step("the child has its own pathway, with the core of its exposure", async () => {
      const yesterday = new Date(Date.now() - 86_400_000);
      const later = new Date(Date.now() + 30 * 86_400_000);
      const day = (d) => `${d.getDate()}.${d.getMonth() + 1}.${d.getFullYear()}`;
      await midwife.fill({
        dato: day(yesterday),
        tid: "04.20",
        "barn1-liv": "levende",
        udredes: day(later),
        foraeldre: "unresolved",
      });
      await midwife.submit();
      await midwife.see(["Fødslen er gemt", "Barnets forløb"]);
      await midwife.look("a12-mor");
      await midwife.go('main a[href^="/forloeb/"]:has-text("Barnets forløb")');
      await midwife.see(["Lille Test", "ja, alkohol"]);
      await midwife.look("a12-barn");
      await midwife.page.goto(`${midwife.path()}/tidslinje`);
      await midwife.look("a12-barn-tidslinje");
    });
    await t.step("the demonstration's twin is admitted; its forms", async () => {
      await midwife.open("Ida");
      await midwife.look("a12-tvilling");
      const child = midwife.path();
      for (const page of ["eksponering", "foraeldremyndighed", "indlaeggelse", "abstinens", "hjemkomst", "overlevering"]) {
        await midwife.page.goto(`${child}/${page}`);
        await midwife.look(`a12-${page}`);
      }
      await midwife.refused(() => midwife.submit());
      await midwife.look("a12-overlevering-mangler");
    });
    const visitor = await t.logIn("sundhedsplejerske");
    await t.step("the health visitor accepts, and sees nothing of the mother", async () => {
      await visitor.page.goto("/");
      await visitor.see("Sig ja til at tage over");
      await visitor.look("a12-sundhedsplejerske");
      await visitor.go('main a.button:has-text("Sig ja"):visible');
      await visitor.look("a12-sig-ja");
      await visitor.submit();
      await visitor.see(["Emil Test Solbakke", "ja, alkohol"]);
      await visitor.seeNot("Morens forløb");
      await visitor.look("a12-overleveret");
    });
    await t.step("a loss: the form, and what the others see", async () => {
      await midwife.open("Anna Test");
      await midwife.go('main a[href$="/tab"]');
      await midwife.look("a12-tab");
      const today = new Date();
      await midwife.fill({
        slags: "loss",
        dato: `${today.getDate()}.${today.getMonth() + 1}.${today.getFullYear()}`,
      });
      await midwife.submit();
      await midwife.look("a12-efter-tab");
      await midwife.go('main a[href$="/tab/vis"]');
      await midwife.look("a12-tab-vis");
      await midwife.page.goto(`${mother}/doedsfald`);
      await midwife.look("a12-doedsfald");
    });
  },
};
