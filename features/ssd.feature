# language: da
# SPDX-License-Identifier: EUPL-1.2
@A13
Egenskab: SSD-møde: én gang, kun dem loven nævner, og kun det, der er nødvendigt
  Som forælder vil jeg, at skole, sundhedspleje og kommune ikke taler om mit barn bag om mig igen og igen. Som
  sundhedsplejerske vil jeg kunne mødes om barnet én gang, når en tidlig indsats kræver det, og vide, hvad jeg må.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og familierådgiveren har skrevet noten "Vi er i tvivl om søvnen." om "Barnets udvikling" for "Emil Test"

  @S2-039
  Scenarie: På mødet giver hver enhed selv det nødvendige videre; det, der kommer bagefter, er ikke med
    Når familierådgiveren åbner fanen "Samtykker" om "Emil Test"
    Og hun følger linket "Indkald til SSD-møde"
    Så står der ikke "Jordemoderkonsultationen, Odense"
    Når hun udfylder og trykker "Indkald"
      | Hvem indkaldes? | Sundhedsplejen, Odense |
    Så siger feltet "Hvilken dag er mødet?" "Vælg et svar."
    Og siger feltet "Hvorfor er det nødvendigt at mødes?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Indkald"
      | Hvilken dag er mødet?               | 8.5.2026                       |
      | Hvorfor er det nødvendigt at mødes? | Vi vil kunne hjælpe tidligt.   |
    Så står der "8.5.2026: Familieafdelingen, Odense, Sundhedsplejen, Odense"
    Og står der ikke "Giv videre, hvad I sagde på mødet"
    Når sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der "Vi vil kunne hjælpe tidligt."
    Og står der ikke "Vi er i tvivl om søvnen."
    Givet at klokken er "09.00" den "9.5.2026"
    Og familierådgiveren har skrevet noten "Mormor ringede i dag." om "Barnets udvikling" for "Emil Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Emil Test"
    Og hun følger linket "Giv videre, hvad I sagde på mødet"
    Så står der ikke "Mormor ringede i dag."
    Når hun udfylder og trykker "Giv videre"
    Så siger feltet "Note, onsdag 6. maj kl. 9.00 · Barnets udvikling · Familieafdelingen, Odense" "Vælg et svar."
    Når hun udfylder og trykker "Giv videre"
      | Note, onsdag 6. maj kl. 9.00 · Barnets udvikling · Familieafdelingen, Odense | ja |
    Når sundhedsplejersken åbner fanen "Tidslinje" om "Emil Test"
    Så står der "Vi er i tvivl om søvnen."
    Og står der ikke "Mormor ringede i dag."
    Når jordemoderen åbner fanen "Tidslinje" om "Emil Test"
    Så står der ikke "Vi vil kunne hjælpe tidligt."

  @S2-039
  Scenarie: Ét møde og i særlige tilfælde ét til; derefter er det samtykke eller underretning
    Når familierådgiveren indkalder "Sundhedsplejen, Odense" til SSD-møde om "Emil Test" den "8.5.2026"
    Og klokken bliver "09.00" den "1.6.2026"
    Og sundhedsplejersken indkalder "Familieafdelingen, Odense" til SSD-møde om "Emil Test" den "8.6.2026"
    Så siger feltet "Hvad er særligt, hvis der har været et SSD-møde om barnet før?" "Skriv hvorfor."
    Når hun udfylder og trykker "Indkald"
      | Hvad er særligt, hvis der har været et SSD-møde om barnet før? | Han har været indlagt imens. |
    Så står der "8.6.2026: Sundhedsplejen, Odense, Familieafdelingen, Odense"
    Når klokken bliver "09.00" den "1.8.2026"
    Og familierådgiveren indkalder "Sundhedsplejen, Odense" til SSD-møde om "Emil Test" den "8.8.2026"
    Og hun udfylder og trykker "Indkald"
      | Hvad er særligt, hvis der har været et SSD-møde om barnet før? | Endnu en gang. |
    Så står der "Loven giver ét SSD-møde om et barn og ét opfølgende. De er holdt for nogen af dem, du har valgt. Spørg forældrene om samtykke, eller underret."

  @S2-039
  Scenarie: Sygehuset og familieambulatoriet kan ikke indkalde, og et ufødt barn har intet SSD-møde
    Når jordemoderen åbner fanen "Samtykker" om "Emil Test"
    Så står der ikke "SSD"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Så står der ikke "SSD"
