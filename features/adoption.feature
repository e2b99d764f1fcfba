# language: da
# SPDX-License-Identifier: EUPL-1.2
@A12
Egenskab: Et barn bliver adopteret
  Som adopteret vil jeg have min viden med og være i fred. Som mor vil jeg ikke kunne finde barnet i min sag, og som
  den nye familie skal vi ikke kunne findes. Vejen lukkes for alle, fra begge sider.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og jordemoderen har skrevet samtykke fra "Emil Test" til "Sundhedsplejen, Odense" om "Barnets helbred" med
      | Hvem svarer?                             | den, der har forældremyndighed |
      | Navn på den, der svarer                  | Anna Test                      |
      | Er der flere, der har forældremyndighed? | Ja, to har den                 |
    Og klokken bliver "09.00" den "1.9.2026"

  @S0-010 @S0-013 @X08
  Scenarie: Vejen mellem barnet og dem, det er født af, lukkes fra begge sider; eksponeringen bliver hos barnet
    Når jordemoderen åbner forløbet om "Emil Test"
    Så står der
      | Morens forløb        |
      | Anna Test, Bo Test   |
    Når familierådgiveren åbner forløbet om "Emil Test"
    Og hun følger linket "Barnet er adopteret"
    Og hun udfylder og trykker "Luk vejen"
      | Hvilken dag gælder adoptionen fra? | 2.9.2026 |
      | Hvem har forældremyndigheden?      | To sammen |
      | Navn på den, der har forældremyndigheden | Gry Test |
      | Adoptionen er bevilget, og jeg er sikker | ja |
    Så siger feltet "Hvilken dag gælder adoptionen fra?" "Tidspunktet er ikke kommet endnu. Skriv, hvornår det skete."
    Når hun udfylder og trykker "Luk vejen"
      | Hvilken dag gælder adoptionen fra? | 1.9.2026 |
      | Navn på den anden                  | Per Test |
    Så står der
      | Gry Test, Per Test |
      | ja, alkohol (fortalt af moren) |
    Og står der ikke "Anna Test"
    Og står der ikke "Bo Test"
    Og står der ikke "Morens forløb"
    Når familierådgiveren åbner fanen "Tidslinje" om "Emil Test"
    Så står der ikke "Anna Test"
    Og står der ikke "adopt"
    Når familierådgiveren åbner fanen "Samtykker" om "Emil Test"
    Så står der ikke "Anna Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Så står der ikke "Morens forløb"
    Og står der ikke "Anna Test"
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der ikke "Emil Test"
    Og står der ikke "Barnets forløb"
    Når jordemoderen åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "adopt"
    Og har "Anna Test" 0 børneforløb

  @X08
  Scenarie: Morens side om barnet lukker, og kun familieafdelingen lukker vejen
    Givet familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Så står der ikke "Barnet er adopteret"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Og hun følger linket "Barnet er adopteret"
    Og hun udfylder og trykker "Luk vejen"
      | Hvilken dag gælder adoptionen fra? | 1.9.2026 |
      | Hvem har forældremyndigheden?      | Én       |
      | Navn på den, der har forældremyndigheden | Gry Test |
    Så siger feltet "Adoptionen er bevilget, og jeg er sikker" "Vælg et svar."
    Når hun udfylder og trykker "Luk vejen"
      | Adoptionen er bevilget, og jeg er sikker | ja |
    Så kan "Anna Test" ikke længere åbne sin side

  @X08
  Scenarie: Hvem forældrene var under en tidligere anbringelse, lukkes med; en anbringelse, der kører, slutter først
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Og hun følger linket "Barnet er adopteret"
    Og hun udfylder og trykker "Luk vejen"
      | Hvilken dag gælder adoptionen fra? | 1.9.2026 |
      | Hvem har forældremyndigheden?      | Én       |
      | Navn på den, der har forældremyndigheden | Gry Test |
      | Adoptionen er bevilget, og jeg er sikker | ja |
    Så får hun at vide "Barnet er allerede anbragt. Afslut den anbringelse først."
    Når familierådgiveren åbner siden "anbringelse/foraeldre" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvem er tilbudt støtte?  | Bo Test                 |
      | Hvad var svaret?         | Ja tak                  |
      | Hvad består støtten i?   | Samtaler hver måned.    |
    Og familierådgiveren har afsluttet anbringelsen af "Emil Test"
    Og familierådgiveren åbner forløbet om "Emil Test"
    Og hun følger linket "Barnet er adopteret"
    Og hun udfylder og trykker "Luk vejen"
      | Hvilken dag gælder adoptionen fra? | 1.9.2026 |
      | Hvem har forældremyndigheden?      | Én       |
      | Navn på den, der har forældremyndigheden | Gry Test |
      | Adoptionen er bevilget, og jeg er sikker | ja |
    Og familierådgiveren åbner siden "anbringelse" i forløbet om "Emil Test"
    Så står der ikke "Anna Test"
    Og står der ikke "Bo Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Emil Test"
    Så står der ikke "Anna Test"
    Og står der ikke "Bo Test"
    Og står der ikke "Samtaler hver måned."
