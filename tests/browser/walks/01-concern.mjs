// SPDX-License-Identifier: EUPL-1.2
// A01: a midwife meets a pregnant woman in week 10. She tells the kommune and refers, each receiver answers, and what
// was declined comes back to her. Nobody else learns that the woman exists.
import { expect } from "../harness.mjs";

export const ANNA = "Anna Test Gravid";

const seen = "Hun fortæller selv om øl de fleste aftener. Hun er glad for barnet og vil gerne have hjælp.";

async function frontDoor(t) {
  const visitor = await t.person();
  await t.step("the door is closed without a name", async () => {
    await visitor.page.goto("/");
    expect(visitor.path(), "/log-ind");
    await visitor.look("log-ind");
  });
  await t.step("a wrong word opens nothing and says nothing about who exists", async () => {
    const attempt = async (username) => {
      await visitor.page.goto("/log-ind");
      await visitor.page.fill("main [autocomplete=username]", username);
      await visitor.page.fill("main [type=password]", "forkert");
      await visitor.refused(() => visitor.submit());
      return visitor.text("main");
    };
    expect(await attempt("jordemoder"), await attempt("findes-ikke"));
  });
  await t.step("the first page is light and allows nothing inline or from elsewhere", async () => {
    await visitor.logIn("ambulatorium");
    const weight = await visitor.weigh("/");
    if (weight > 150_000) throw new Error(`${weight} bytes`);
    const policy = (await visitor.page.goto("/")).headers()["content-security-policy"] ?? "";
    if (!policy.includes("default-src 'none'") && !policy.includes("default-src 'self'")) throw new Error(policy);
    if (policy.includes("unsafe") || policy.includes("http")) throw new Error(policy);
  });
}

async function raise(t, midwife) {
  await t.step("the form keeps what was typed when something is missing", async () => {
    await midwife.page.goto("/meld");
    await midwife.look("a01-meld");
    await midwife.fill({ kendskab: "navn", navn: ANNA, set: seen });
    await midwife.refused(() => midwife.submit("main button[value=send]"));
    expect(await midwife.value("set"), seen);
    await midwife.look("a01-meld-mangler");
  });
  await t.step("the kommune finder shows who receives", async () => {
    await midwife.fill({ tilstand: "gravid", uge: "57", kommune: "Odense" });
    await midwife.submit("main button[value=find]");
    await midwife.see(["Familieafdelingen, Odense", "Den sociale døgnvagt, Odense", "Samarbejdsaftale Odense"]);
    expect(await midwife.value("navn"), ANNA);
  });
  await t.step("a week that no pregnancy has is refused with a remedy", async () => {
    await midwife.fill({ stoette: "ja", ved: "ja" });
    await midwife.refused(() => midwife.submit("main button[value=send]"));
    await midwife.see("Skriv en uge fra 0 til 44");
    await midwife.fill({ uge: "10" });
  });
  await t.step("A01 (a): a notification without the family authority is refused", async () => {
    await midwife.fill({ underret: null });
    await midwife.refused(() => midwife.submit("main button[value=send]"));
    await midwife.fill({ underret: "ja" });
  });
  await t.step("a concern, a notification and three referrals go out from one page", async () => {
    await midwife.fill({
      stof: ["alkohol", "opioider"],
      "stof-alkohol-hyppighed": "de fleste aftener",
      "stof-alkohol-kilde": "hende",
      "stof-opioider-ordineret": "nej",
      "stof-opioider-kilde": "hende",
      henvis: ["familieambulatorium", "alkohol", "stof"],
      "svar-familieambulatorium": "mundtligt",
      "svar-alkohol": "mundtligt",
      "svar-stof": "mundtligt",
    });
    await midwife.submit("main button[value=send]");
    await midwife.see([
      "Familieafdelingen, Odense",
      "Familieambulatoriet, Odense",
      "Alkoholbehandlingen, Odense",
      "Stofbehandlingen, Odense",
    ]);
    await midwife.look("a01-kvittering");
  });
}

// The family department never declines: it assesses at once, acknowledges, decides and tells the notifier.
async function answerNotification(t, adviser) {
  await t.step("the notification stands in the family department's inbox with its clock", async () => {
    await adviser.page.goto("/underretninger");
    await adviser.look("a01-underretninger");
    await adviser.go(`main a:has-text("${ANNA}")`);
    await adviser.see("Anna Test Gravid, uge 10");
    await adviser.look("a01-underretning");
  });
  await t.step("it is assessed, acknowledged, decided on, and the notifier is told", async () => {
    await adviser.fill({ akut: "nej", begrundelse: "Hun er i kontakt med jordemoder. Ingen akut fare." });
    await adviser.submit();
    if ((await adviser.value("tekst")).length < 20) throw new Error("no letter is proposed");
    await adviser.submit();
    await adviser.fill({ udfald: "exploration", begrundelse: "Vi taler med hende i denne uge." });
    await adviser.submit();
    await adviser.fill({ "sat-i-gang": "ja", tekst: "Vi er gået i gang." });
    await adviser.submit();
  });
  await t.step("what the coming child needs is considered", async () => {
    await adviser.fill({ konklusion: "Støtte fra sundhedsplejen før fødslen." });
    await adviser.submit();
    await adviser.look("a01-underretning-faerdig");
  });
}

async function answerReferral(t, who, form, fields, name) {
  await t.step(`${name} is answered`, async () => {
    await who.page.goto("/henvisninger");
    await who.go(`main a:has-text("${ANNA}")`);
    await who.look(`a01-henvisning-${name}`);
    const declining = who.page.locator("main details.behind:has(form[action$=afvis])");
    if (form === "afvis") await declining.locator("summary").click();
    for (const place of await who.page.locator("main select[name^=fordel-]").all()) {
      await place.selectOption({ index: 1 });
    }
    await who.fill(fields);
    await who.submit(`main form[action$=${form}] button[type=submit]`);
    await who.look(`a01-henvisning-${name}-svar`);
  });
}

export const walks = {
  "front door": frontDoor,
  A01: async (t) => {
    const midwife = await t.logIn("jordemoder");
    await t.step("her duties come first, each with its why", async () => {
      await midwife.look("a01-mine-opgaver");
      await midwife.page.locator("main .duty summary").first().click();
      await midwife.look("a01-hvorfor");
    });
    await raise(t, midwife);
    const adviser = await t.logIn("familie");
    await answerNotification(t, adviser);
    const doctor = await t.logIn("laege");
    await answerReferral(t, doctor, "accepter", {}, "familieambulatorium");
    const drugs = await t.logIn("stof");
    const wrong = { aarsag: "forkert-enhed", forklaring: "Hun skal i alkoholbehandling." };
    await answerReferral(t, drugs, "afvis", wrong, "stof");
    await t.step("the declined referral comes back to the midwife as a duty", async () => {
      await midwife.page.goto("/");
      const row = midwife.page.locator("main .duty", { hasText: ANNA });
      const text = (await row.allInnerTexts()).join("\n");
      if (!text.includes("Henvisningen kom retur")) throw new Error(text);
    });
    await t.step("A01 (c): an outsider learns nothing, not even that she exists", async () => {
      const address = new URL(await adviser.page.locator('main a[href^="/forloeb/"]').first().getAttribute("href"), adviser.page.url());
      const outsider = await t.logIn("vaerested");
      expect(await outsider.refused(() => outsider.page.goto(address.pathname)), 404);
      const refusal = await outsider.text("main");
      expect(await outsider.refused(() => outsider.page.goto("/forloeb/0123456789abcdef0123456789abcdef")), 404);
      expect(await outsider.text("main"), refusal);
      await outsider.page.goto("/");
      await outsider.page.fill("#soeg", ANNA);
      await outsider.submit("form.search button[type=submit]");
      await outsider.seeNot("forloeb/");
    });
  },
};
