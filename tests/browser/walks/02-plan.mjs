// SPDX-License-Identifier: EUPL-1.2
// A05, with the woman of A01: a coordinator, her own words, an assessment, a judgement, a plan that is followed up, and a
// network meeting. Each refusal keeps what was typed.
import { expect } from "../harness.mjs";
import { ANNA } from "./01-concern.mjs";

const MISSING_RESOURCES = {
  situation: "Bor alene i en lejlighed. Har en søster, hun stoler på.",
  udfordringer: "Alkohol de fleste aftener. Sover dårligt.",
};

// A Danish date so many days from today.
function day(days) {
  const at = new Date(Date.now() + days * 86_400_000);
  const [year, month, date] = at.toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" }).split("-").map(Number);
  return `${date}.${month}.${year}`;
}

async function find(adviser) {
  await adviser.page.goto("/underretninger");
  await adviser.fill({ vis: "alle", q: "Anna Test G" });
  await adviser.submit("main form.filter button[type=submit]");
  await adviser.go(`main a[data-row]:has-text("${ANNA}")`);
  await adviser.go('main a[href^="/forloeb/"]');
  return adviser.path();
}

// Plan rows for the elements that are chosen, and a reason for each that is not.
async function planRows(adviser, chosen) {
  const elements = await adviser.page.locator('main [name="element"]').evaluateAll((all) => all.map((one) => one.value));
  const row = (element, fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${element}-${name}`, value]));
  await adviser.fill({ element: chosen });
  for (const element of chosen) {
    for (const who of ["ivaerksaetter", "ansvarlig"]) {
      await adviser.page.locator(`main [name="${element}-${who}"]`).selectOption({ index: 1 });
    }
    await adviser.fill(row(element, { indsats: "Samtaler", start: day(2), intensitet: "en gang om ugen" }));
    const meets = adviser.page.locator(`main label[for^="f-${element}-svarer-paa"]`);
    if ((await meets.count()) > 0) for (const label of await meets.all()) await label.click();
  }
  for (const element of elements.filter((element) => !chosen.includes(element))) {
    const reason = adviser.page.locator(`main [name="${element}-udeladt"]`);
    if ((await reason.count()) > 0) await reason.fill("Ikke brug for det nu.");
  }
}

async function coordinate(t, adviser, home) {
  await t.step("a coordinator is appointed, and the pathway says who it is", async () => {
    await adviser.page.goto(`${home}/koordinator`);
    await adviser.look("a05-koordinator");
    const person = adviser.page.locator('main label:has-text("Mette Test Rådgiver")').first();
    await person.click();
    await adviser.fill({ forventninger: "Jeg ringer til hende hver mandag." });
    await adviser.submit();
    await adviser.page.goto(home);
    await adviser.see("Mette Test Rådgiver");
  });
  await t.step("further actors stand on the map, outside the three seats", async () => {
    for (const [slags, navn] of [["psykiatri", "Voksenpsykiatrien"], ["almen-praksis", "Lægerne på Torvet"]]) {
      await adviser.page.goto(`${home}/aktoer`);
      await adviser.fill({ slags, navn });
      await adviser.submit();
    }
    await adviser.page.goto(`${home}/netvaerk`);
    await adviser.see(["Voksenpsykiatrien", "Lægerne på Torvet"]);
    await adviser.look("a05-netvaerk");
  });
  await t.step("her own words are written down", async () => {
    await adviser.page.goto(`${home}/oensker`);
    await adviser.look("a05-oensker");
    await adviser.fill({ slags: "oenske", ord: "Jeg vil gerne have min søster med." });
    await adviser.submit();
  });
}

async function assess(t, adviser, home) {
  await t.step("an assessment without her resources is refused, and nothing typed is lost", async () => {
    await adviser.page.goto(`${home}/udredning/ny`);
    await adviser.look("a05-udredning-ny");
    await adviser.fill(MISSING_RESOURCES);
    await adviser.refused(() => adviser.submit("main button[value=faerdig]"));
    expect(await adviser.value("situation"), MISSING_RESOURCES.situation);
    await adviser.look("a05-udredning-mangler");
  });
  await t.step("the nine groups of problems stand in the source's words; two are registered", async () => {
    expect(await adviser.page.locator('main [name="problem"]').count(), 9);
    await adviser.fill({
      ressourcer: "Kommer til alle aftaler. Glæder sig til barnet.",
      forbrug: "alkohol",
      "forbrug-alkohol-varighed": "fire år",
      "forbrug-alkohol-hyppighed": "de fleste aftener",
      "forbrug-alkohol-omfang": "tre til fire øl",
      "forbrug-alkohol-kilde": "hende",
      problem: ["psykiatri", "relationer"],
      "problem-psykiatri-del": ["angst"],
      "problem-relationer-del": ["social-isolation"],
    });
    await adviser.submit("main button[value=faerdig]");
    await adviser.page.goto(`${home}/udredning`);
    await adviser.see(["Kommer til alle aftaler", "tre til fire øl"]);
    await adviser.look("a05-udredning");
  });
  await t.step("a screening is answered question by question, and an answer about self-harm does not wait", async () => {
    await adviser.page.goto(`${home}/screening/epds`);
    await adviser.look("a05-screening");
    await adviser.fill({ "svar-1": "2", "svar-10": "1" });
    await adviser.submit();
    await adviser.see(["Handl i dag", "ikke oplyst (2 af 10 spørgsmål besvaret)"]);
    await adviser.look("a05-udredning-screening");
    await adviser.print("a05-udredning");
  });
  await t.step("a judgement without a reason is refused", async () => {
    await adviser.page.goto(`${home}/vurdering`);
    await adviser.fill({ stabilitet: "ja", niveau: "ambulatory" });
    await adviser.refused(() => adviser.submit());
    await adviser.look("a05-vurdering-mangler");
    await adviser.fill({ begrundelse: "Med støtte hjemme kan der blive ro i hverdagen." });
    await adviser.submit();
  });
}

async function plan(t, adviser, home) {
  await t.step("talks for a couple are refused when there is no partner", async () => {
    await adviser.page.goto(`${home}/plan/ny`);
    await adviser.look("a05-plan-ny");
    await adviser.fill({ maal: "Ro om aftenen. Min søster er med.", opfoelgning: day(28) });
    await planRows(adviser, ["AE4"]);
    await adviser.fill({ "AE4-form": "par" });
    await adviser.refused(() => adviser.submit("main button[value=godkend]"));
    expect(await adviser.value("maal"), "Ro om aftenen. Min søster er med.");
    await adviser.look("a05-plan-afvist");
  });
  await t.step("the plan is approved", async () => {
    await adviser.fill({ "AE4-form": "individuel" });
    await adviser.submit("main button[value=godkend]");
    await adviser.page.goto(`${home}/plan`);
    await adviser.see(["Ro om aftenen"], "main");
    await adviser.look("a05-plan");
  });
  await t.step("it is followed up: a choice for each intervention, and the next date", async () => {
    await adviser.page.goto(`${home}/opfoelgning`);
    await adviser.look("a05-opfoelgning");
    await adviser.fill({ kvinde: "Hun sover bedre.", barn: "Trives ved scanningen." });
    await adviser.refused(() => adviser.submit());
    const choices = await adviser.page
      .locator('main [name^="valg-"]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.name))]);
    for (const choice of choices) await adviser.fill({ [choice]: "fortsaet" });
    await adviser.fill({ naeste: day(56) });
    await adviser.submit();
    await adviser.page.goto(`${home}/plan`);
    await adviser.see("Hun sover bedre");
    await adviser.look("a05-plan-fulgt-op");
  });
}

async function meet(t, adviser, home) {
  await t.step("a network meeting is called, with her wish first", async () => {
    await adviser.page.goto(`${home}/moede/ny`);
    await adviser.look("a05-moede-ny");
    await adviser.see("Jeg vil gerne have min søster med.");
    await adviser.fill({ formaal: "Lægge en plan sammen", dato: day(30), tid: "10.00", sted: "Rådhuset, lokale 3" });
    await adviser.submit();
    await adviser.page.goto(`${home}/moeder`);
    await adviser.see("Lægge en plan sammen");
    await adviser.look("a05-moeder");
  });
  await t.step("a meeting that has not been cannot have been held", async () => {
    await adviser.go('main a[href$="/referat"]');
    await adviser.look("a05-referat");
    await adviser.page.locator('main [name="deltog"]').first().evaluate((one) => one.labels[0].click());
    await adviser.fill({ dato: day(30), tid: "10.00", referat: "Vi aftalte det." });
    await adviser.refused(() => adviser.submit());
    expect(await adviser.value("referat"), "Vi aftalte det.");
  });
}

async function read(t, adviser, home) {
  await t.step("what she says, what was done and what is owed stand on the pathway's pages", async () => {
    await adviser.page.goto(home);
    await adviser.see("Jeg vil gerne have min søster med.");
    await adviser.look("a05-forloeb");
    await adviser.page.goto(`${home}/tidslinje`);
    await adviser.look("a05-tidslinje");
    await adviser.print("a05-tidslinje");
    await adviser.page.goto(`${home}/anbefalinger`);
    await adviser.look("a05-anbefalinger");
  });
  await t.step("two who change the coordinator at once: the second loses nothing typed", async () => {
    const other = await t.logIn("familie2");
    await other.page.goto(`${home}/koordinator`);
    await adviser.page.goto(`${home}/koordinator`);
    await other.page.locator('main label:has-text("Peter Test Rådgiver")').first().click();
    await other.refused(() => other.submit());
    await other.see("Vælg, hvorfor den nuværende stopper.");
    await other.look("a11-skift");
    await other.fill({ skift: "moved" });
    await other.submit();
    await adviser.page.locator('main label:has-text("Mette Test Rådgiver")').first().click();
    await adviser.fill({ forventninger: "Jeg ringer stadig om mandagen." });
    await adviser.refused(() => adviser.submit());
    expect(await adviser.value("forventninger"), "Jeg ringer stadig om mandagen.");
    await adviser.look("a05-to-paa-en-gang");
  });
}

export const walks = {
  A05: async (t) => {
    const adviser = await t.logIn("familie");
    const home = await t.step("the pathway is found again", () => find(adviser));
    await coordinate(t, adviser, home);
    await assess(t, adviser, home);
    await plan(t, adviser, home);
    await meet(t, adviser, home);
    await read(t, adviser, home);
  },
};
