// SPDX-License-Identifier: EUPL-1.2
// What it takes to do what is done most: fields, clicks and seconds. Fields and clicks are asserted; the seconds are those of
// a script that types at once, so they are printed only, and show what the program itself costs. The figures stand in
// docs/benchmarks.md.
const BUDGET = {
  concern: { fields: 12 },
  // When, what was said, and the decisions, one a line; who came is ticked beforehand.
  minutes: { fields: 6 },
  followUp: { clicks: 10 },
};

// A Danish date so many days from today.
function day(days) {
  const at = new Date(Date.now() + days * 86_400_000);
  const [year, month, date] = at.toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" }).split("-").map(Number);
  return `${date}.${month}.${year}`;
}

function within(what, effort, budget) {
  const { fields, clicks, seconds } = effort;
  console.log(`  effort: ${what}: ${fields} fields, ${clicks} clicks, ${seconds.toFixed(1)} s`);
  for (const [name, most] of Object.entries(budget)) {
    if (effort[name] > most) throw new Error(`${what}: ${effort[name]} ${name}, not at most ${most}`);
  }
}

async function concern(t) {
  const midwife = await t.logIn("jordemoder");
  await t.step("a concern, two referrals and a notification take at most 12 fields", async () => {
    const effort = await midwife.effort(async () => {
      await midwife.go('nav a[href="/meld"]');
      await midwife.fill({
        kendskab: "navn",
        navn: "Frida Test Fart",
        tilstand: "gravid",
        uge: "10",
        kommune: "Odense",
        set: "Hun fortæller selv om øl de fleste aftener.",
        stoette: "ja",
        henvis: ["familieambulatorium", "alkohol"],
        "svar-familieambulatorium": "mundtligt",
        "svar-alkohol": "mundtligt",
        ved: "ja",
      });
      await midwife.submit("main button[value=send]");
    });
    await midwife.see(["Familieafdelingen, Odense", "Familieambulatoriet, Odense", "Alkoholbehandlingen, Odense"]);
    within("concern, two referrals and a notification", effort, BUDGET.concern);
  });
}

// The pathway of the demonstration that has come to a plan and a meeting.
async function followed(t) {
  const adviser = await t.logIn("familie");
  const home = await t.step("a pathway with a plan is found", () => adviser.open("Ellen Louise"));
  return [adviser, home];
}

async function minutes(t, adviser, home) {
  await t.step("the minutes of a meeting with five decisions take one page", async () => {
    await adviser.page.goto(`${home}/moeder`);
    const effort = await adviser.effort(async () => {
      await adviser.go('main a[href$="/referat"]');
      const decisions = [1, 2, 3, 4, 5].map((row) => `Mette: aftale ${row} inden ${day(14)}`);
      await adviser.fill({
        dato: day(-1),
        tid: "10.00",
        hun: "came",
        referat: "Vi talte om fødslen og tiden efter.",
        beslutninger: decisions.join("\n"),
      });
      await adviser.submit();
    });
    await adviser.see("Vi talte om fødslen og tiden efter.");
    within("minutes with five decisions", effort, BUDGET.minutes);
  });
}

async function followUp(t, adviser, home) {
  await t.step("a plan is followed up with at most 10 clicks", async () => {
    await adviser.page.goto(`${home}/plan`);
    const effort = await adviser.effort(async () => {
      await adviser.go('main a[href$="/opfoelgning"]');
      await adviser.fill({ kvinde: "Hun sover bedre.", barn: "Trives ved scanningen." });
      const choices = await adviser.page
        .locator('main [name^="valg-"]')
        .evaluateAll((all) => [...new Set(all.map((one) => one.name))]);
      for (const choice of choices) await adviser.fill({ [choice]: "fortsaet" });
      await adviser.fill({ naeste: day(56) });
      await adviser.submit();
    });
    await adviser.see("Hun sover bedre");
    within("follow-up of a plan", effort, BUDGET.followUp);
  });
}

export const walks = {
  speed: async (t) => {
    await concern(t);
    const [adviser, home] = await followed(t);
    await minutes(t, adviser, home);
    await followUp(t, adviser, home);
  },
};
