// SPDX-License-Identifier: EUPL-1.2
//! What people write in a simulated journal: whole sentences of ordinary length about nobody.

pub(super) mod child;

pub(super) const CONCERNS: [&str; 6] = [
    "Hun lugtede af alkohol til konsultationen og fortæller selv, at hun drikker de fleste aftener. Hun er bange for, hvad det gør ved barnet, og vil gerne have hjælp, men ved ikke, hvor hun skal begynde.",
    "Hun fortæller om vin hver aften og smertestillende, som en ven har givet hende. Hun sover dårligt, har meldt afbud til to aftaler og har ikke fortalt det til andre end os.",
    "Hun ryger hash dagligt og har gjort det, siden hun var sytten. Hun vil stoppe nu, hvor hun er gravid, men siger, at aftenerne er svære, når hun er alene.",
    "Hun er i substitutionsbehandling og har taget andet ved siden af de seneste uger. Hun møder til sine aftaler og er åben om det, men boligen er usikker.",
    "Hun virkede påvirket, da hun kom, og kunne ikke huske aftalen fra sidst. Hendes søster var med og fortæller, at det er blevet værre efter nytår.",
    "Hun har drukket en del, før hun vidste, at hun var gravid, og er nu holdt op. Hun er meget bekymret og vil gerne følges tættere.",
];

pub(super) const CHILD_CONCERNS: [&str; 3] = [
    "Barnet er uroligt, sover kun få timer ad gangen og er svært at trøste. Mor fortæller, at hun drak i graviditeten, og at hun er bange for at sige det højt.",
    "Barnet er forsinket i sin motorik og søger ikke kontakt som sine jævnaldrende. I journalen står der noget om medicin i graviditeten, men det er ikke fulgt op.",
    "Barnet kommer ofte sent og uden madpakke, og far virker påvirket, når han henter. Mor siger, at hun ikke kan mere.",
];

pub(super) const CONCLUSIONS: [&str; 3] = [
    "Ingen akut fare. Hun er i kontakt med jordemoderen, kommer selv til sine aftaler og har et sted at bo.",
    "Ingen akut fare for det kommende barn lige nu, men der er brug for at se nærmere på, hvilken støtte familien har brug for.",
    "Der er talt med hende samme dag. Hun er utryg hjemme, og der er fundet et sted at være, til der er et overblik.",
];

pub(super) const REASONS: [&str; 4] = [
    "Det er aftalt med hende, og hun er enig i, at det er det rigtige nu.",
    "Der er flere ting i spil på én gang, og det skal ses samlet.",
    "Hun har ro hjemme og et netværk, og hun kommer til sine aftaler.",
    "Forløbet har ændret sig siden sidst, og planen skal følge med.",
];

pub(super) const NOTES: [&str; 5] = [
    "Talt med hende i telefonen. Hun har haft en god uge, har været hos jordemoderen og spørger til næste møde.",
    "Hun kom ikke til aftalen. Sendt en besked, og hun ringede selv dagen efter: bussen var aflyst.",
    "Hun fortæller, at det er svært i weekenderne. Aftalt, at vi ringer fredag eftermiddag de næste uger.",
    "Partneren var med i dag. De har talt om, hvordan de vil klare tiden efter fødslen, og har mange spørgsmål.",
    "Kort møde på gangen. Hun ser bedre ud, har fået svar fra boligforeningen og skal flytte til den første.",
];

pub(super) const WISHES: [&str; 3] = [
    "Jeg vil gerne have mit barn hjem. Jeg vil ikke være alene om det.",
    "Jeg vil gerne holde op, og jeg vil gerne have, at nogen tror på, at jeg kan.",
    "Jeg vil bo et sted, hvor der er ro, når barnet kommer.",
];

pub(super) const MINUTES: [&str; 3] = [
    "Alle har mødt hinanden. Hun vil helst ringes op om formiddagen. Aftalt, hvem der gør hvad indtil næste møde.",
    "Gennemgået planen. Behandlingen går godt, boligen er stadig usikker. Jordemoderen følger tættere de næste uger.",
    "Talt om fødslen og tiden efter. Sundhedsplejersken kommer på besøg før fødslen, og alle har skrevet deres telefonnumre op.",
];
