// SPDX-License-Identifier: EUPL-1.2
//! What people write in a simulated child's journal: whole sentences of ordinary length about nobody.

pub(in super::super) const STAYS: [&str; 2] = [
    "Urolig de første to døgn, spiser bedre nu. Sover hud mod hud.",
    "Rolig mellem måltiderne. Observeres et døgn mere.",
];

pub(in super::super) const FINDINGS: [&str; 3] = [
    "Urolig og svær at trøste. Undersøges igen om en måned.",
    "Vokser og trives, intet at bemærke ved undersøgelsen.",
    "Spændt i kroppen og sover kort ad gangen. Forældrene er vist, hvordan barnet kan få ro.",
];

pub(in super::super) const HOMES: [&str; 3] = [
    "Bor til leje. Mormor er der den første tid.",
    "Bor med faren i en treværelses. Begge er hjemme de første uger.",
    "Bor alene med barnet og har en veninde i opgangen, som kommer hver dag.",
];

pub(in super::super) const HANDED: [&str; 3] = [
    "Følg vægt og søvn, og spørg til, hvordan nætterne går.",
    "Barnet har brug for få voksne og faste tider. Det søger kontakt og er let at glæde.",
    "Moren beder om at blive ringet op, før nogen kommer.",
];

pub(in super::super) const SIGNS: [&str; 8] = [
    "reguleringsvanskeligheder",
    "sarthed-lys",
    "sarthed-lyd",
    "sarthed-beroering",
    "motoriske",
    "kommunikative",
    "faglige",
    "kontaktmoenstre",
];

pub(in super::super) const SEEN: [&str; 5] = [
    "Bliver ked af det ved hvert skift og er længe om at falde til ro igen.",
    "Holder sig for ørerne, når vi er mange, og går selv hen i hjørnet.",
    "Falder ofte og har svært ved at holde på skeen.",
    "Siger få ord og bliver vred, når vi ikke forstår.",
    "Sætter sig hos enhver, der kommer, også hos fremmede.",
];

pub(in super::super) const WHYS: [&str; 3] = [
    "Uroen har varet i flere måneder og kan ikke forklares af det, vi ved om hjemmet.",
    "Flere ting på én gang: søvn, motorik og sprog. Det bør undersøges, om der er en forklaring fra før fødslen.",
    "Forløbet ligner det, vi har set hos andre børn, som var udsat før fødslen.",
];

pub(in super::super) const RESULTS: [&str; 3] = [
    "Forældrene er spurgt om begge dele hver for sig og har svaret.",
    "Der står i journalen fra graviditeten, hvad der blev taget, og hvornår.",
    "Undersøgelsen giver ikke et klart svar.",
];

pub(in super::super) const AFFECTED: [&str; 3] = [
    "Barnet er trist, vil ikke hjem og har ondt i maven om morgenen.",
    "Barnet er træt og sulten, når det kommer, og trækker sig fra de andre.",
    "Barnet slår og bliver slået, og der er ingen, det leger med.",
];

pub(in super::super) const SUPPORT: [&str; 3] = [
    "Familiebehandling i hjemmet en gang om ugen",
    "Aflastning hver tredje weekend hos en fast familie",
    "En kontaktperson, som henter i institutionen om torsdagen",
];

pub(in super::super) const PICTURES: [&str; 3] = [
    "Et nysgerrigt barn, der mister grebet, når der sker for meget på én gang.",
    "Følger sin alder med hænderne og er bagefter med ordene.",
    "Har det godt, når dagen er til at overskue, og svært ved alt nyt.",
];

pub(in super::super) const STRENGTHS: [&str; 3] = [
    "Humor, udholdenhed og en mor, der møder op.",
    "Glad for musik og dyr, og god til at hjælpe de små.",
    "Husker alt, hvad der er sket, og kan fortælle om det med tegninger.",
];

pub(in super::super) const NEEDS: [&str; 5] = [
    "Ro ved overgange",
    "En fast voksen, der ved, hvad der hjælper",
    "Træning af sproget hver dag",
    "Hjælp til søvnen",
    "Korte opgaver, én ad gangen",
];

pub(in super::super) const HELPS: [&str; 3] = [
    "Sig det, før det sker. Vis det med et billede.",
    "Ryst ikke dynen, sæt dig ved siden af, og vent.",
    "Lad barnet komme ti minutter før de andre.",
];

pub(in super::super) const QUESTIONS: [&str; 2] = [
    "Et barn falder ikke til ro nogen steder. Hvad kan vi prøve, som vi ikke har prøvet?",
    "Hvordan lægges skoledagen til rette for et barn, der bliver overvældet af lyd?",
];
