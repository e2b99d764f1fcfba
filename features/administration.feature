# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Den lokale administrator holder styr på enheder og ansættelser og ser ingen forløb
  Som lokal administrator vil jeg give nye kolleger adgang fra en dag, lukke den samme minut, de holder op, og
  opdage det, hvis en enhed så står uden leder eller uden nogen til opgaverne.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  @X08
  Scenarie: En vikar og en stedfortræder for lederen får adgang for en tid
    Når administratoren åbner "Personale"
    Så står der
      | Familieafdelingen, Odense              |
      | Mette Test Rådgiver                    |
      | åbent 8.00–15.30 på hverdage           |
    Og står der ikke "Familieafdelingen, Svendborg"
    Når hun følger linket "Tilføj medarbejder"
    Og hun udfylder og trykker "Gem"
      | Navn        | Rikke Test Vikar          |
      | Enhed       | Familieafdelingen, Odense |
      | Funktion    | familierådgiver           |
      | Første dag  | 3.3.2026                  |
      | Sidste dag  | 1.3.2026                  |
    Så siger feltet "Sidste dag" "Slutningen ligger før begyndelsen. Ret en af dem."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Sidste dag | 31.3.2026 |
    Så står der
      | Det er gemt.              |
      | Rikke Test Vikar          |
      | til 31.3.2026             |
    # Kollegaen får funktionen leder oven i sin egen.
    Når hun følger linket "Tilføj medarbejder"
    Og hun udfylder og trykker "Gem"
      | Er personen ansat i forvejen? | Peter Test Rådgiver       |
      | Enhed                         | Familieafdelingen, Odense |
      | Funktion                      | leder                     |
      | Første dag                    | 3.3.2026                  |
      | Sidste dag                    | 6.3.2026                  |
    Så står der "til 6.3.2026"
    Når hun følger linket "Tilføj medarbejder"
    Og hun udfylder og trykker "Gem"
      | Er personen ansat i forvejen? | Peter Test Rådgiver       |
      | Enhed                         | Familieafdelingen, Odense |
      | Funktion                      | leder                     |
      | Første dag                    | 5.3.2026                  |
    Så siger feltet "Funktion" "Personen har allerede den funktion i enheden i den tid. Ret dagene, eller ret den ansættelse, der er."

  @X08
  Scenarie: Adgangen slutter i samme minut, og den, der er logget ind, er ude
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og kollegaen i familieafdelingen åbner forløbet om "Anna Test"
    Når administratoren åbner "Personale"
    Og hun følger linket "Peter Test Rådgiver"
    Og hun udfylder og trykker "Afslut"
      | Sidste dag | 1.3.2026 |
    Så siger feltet "Sidste dag" "Dagen er gået. Vælg en dag, der kommer."
    Når hun udfylder og trykker "Afslut"
      | Sidste dag |  |
    Så står der "Det er gemt."
    Og står der ikke "Peter Test Rådgiver"
    Og er kollegaen i familieafdelingen logget ud
    Og kan kollegaen i familieafdelingen ikke logge ind

  @X08
  Scenarie: Administratoren giver ikke sig selv en funktion
    Når administratoren skriver adressen "/personale/ny"
    Og hun udfylder og trykker "Gem"
      | Er personen ansat i forvejen? | Ib Test Administrator     |
      | Enhed                         | Familieafdelingen, Odense |
      | Funktion                      | familierådgiver           |
      | Første dag                    | 3.3.2026                  |
    Så siger feltet "Er personen ansat i forvejen?" "Man giver ikke sig selv en funktion. Bed en anden administrator om det."
    Og er intet af det, hun skrev, gået tabt

  @S2-033
  Scenarie: Holder en koordinator op, står forløbet hos lederen og gives videre
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Når administratoren åbner "Personale"
    Og hun følger linket "Mette Test Rådgiver"
    Og hun trykker "Afslut"
    Så står der "Det er gemt."
    Når lederen åbner "Overblik"
    Så står der "Mette Test Rådgiver er ikke på arbejde. Ingen koordinerer:"
    Når hun følger linket "Overdrag Mette Test Rådgivers forløb"
    Så står der "Er ikke ansat i enheden længere."
    Når hun trykker "Overdrag alle til Peter Test Rådgiver"
    Og kollegaen i familieafdelingen åbner forløbet om "Anna Test"
    Så står der "Koordinator (tovholder) Peter Test Rådgiver"
    Og har kollegaen i familieafdelingen opgaven "Fortæl hende, hvem der er hendes koordinator" om "Anna Test"

  Scenarie: Den eneste leder og den sidste til opgaverne slutter kun, når det er ment
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når administratoren åbner "Personale"
    Og hun følger linket "Lone Test Leder"
    Og hun trykker "Afslut"
    Så siger feltet "Sidste dag" "Det er enhedens eneste leder. Tilføj en ny leder først, eller sæt kryds ved, at ansættelsen skal slutte alligevel."
    Når administratoren åbner "Personale"
    Og hun følger linket "Peter Test Rådgiver"
    Og hun trykker "Afslut"
    Så står der "Det er gemt."
    Når hun følger linket "Mette Test Rådgiver"
    Og hun trykker "Afslut"
    Så siger feltet "Sidste dag" "Enheden har åbne opgaver, og der er ingen andre til dem. Tilføj en medarbejder først, eller sæt kryds ved, at ansættelsen skal slutte alligevel."
    Når hun udfylder og trykker "Afslut"
      | Afslut, selv om enheden så står uden leder eller uden nogen til opgaverne | ja |
    Så står der "Det er gemt."
    Og kan familierådgiveren ikke logge ind

  Scenarie: Telefon og åbningstid rettes, og underretninger følger åbningstiden
    Når administratoren åbner "Personale"
    Og hun følger linket "Ret telefon og åbningstid for Familieafdelingen, Odense"
    Og hun udfylder og trykker "Gem"
      | Lukker kl. | halv fire |
    Så siger feltet "Lukker kl." "Det er ikke et klokkeslæt. Skriv fx 8.00."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Telefon    | 00 00 01 33 |
      | Lukker kl. | 16.00       |
    Så står der "00 00 01 33 · åbent 8.00–16.00 på hverdage"

  Scenarie: En enhed oprettes, og den lukker først, når ingen sag bliver efterladt
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Når administratoren åbner "Personale"
    Og hun følger linket "Opret enhed"
    Og hun udfylder og trykker "Gem"
      | Enhedens navn | familieafdelingen, odense |
      | Hvad er det?  | Ungecenter                |
      | Telefon       | 00 00 01 77               |
    Så siger feltet "Enhedens navn" "I har allerede en enhed med det navn. Vælg et andet, eller ret den, der er."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Enhedens navn | Ungeteamet, Odense |
    Så står der "Ungeteamet, Odense"
    Når hun følger linket "Luk Familieafdelingen, Odense"
    Så står der "Koordinator for 1 forløb."
    Når hun udfylder og trykker "Luk enheden"
      | Enhedens sidste dag | 31.12.2026 |
    Så siger feltet "Enhedens sidste dag" "Enheden kan ikke lukke endnu. Listen siger, hvad den har."
    Og står der "Afslut ansættelserne først."
    Når administratoren åbner "Personale"
    Og hun følger linket "Luk Ungeteamet, Odense"
    Og hun udfylder og trykker "Luk enheden"
      | Enhedens sidste dag | i går |
    Så siger feltet "Enhedens sidste dag" "Det er ikke en dato. Skriv dag.måned.år, fx 3.3.2026."
    Når hun udfylder og trykker "Luk enheden"
      | Enhedens sidste dag | 31.12.2026 |
    Så står der "Ungeteamet, Odense"

  @X08
  Scenarie: Administratoren ser intet forløb og intet hos andre, og andre ser ikke personalet
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når administratoren åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes
    Når administratoren skriver adressen "/personale/demo-svendborg-1"
    Så findes siden ikke for hende
    Når administratoren skriver adressen "/enheder/fam-svendborg"
    Så findes siden ikke for hende
    Når familierådgiveren skriver adressen "/personale"
    Så er der lukket for hende
    Når lederen skriver adressen "/personale/demo-familie-1"
    Så findes siden ikke for hende
    Når databeskyttelsesrådgiveren åbner "Adgangslog"
    Så står der "Ændrede enheder eller ansættelser"
