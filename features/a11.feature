# language: da
# SPDX-License-Identifier: EUPL-1.2
@A11
Egenskab: En koordinator går på orlov, og intet forløb står alene
  Som leder vil jeg se, hvilke forløb en medarbejder slipper, give hvert af dem til en kollega, der kender
  målgruppen, og opdage det på dagen, hvis ét er glemt. Den gravide skal vide, hvem hun nu ringer til.

  Baggrund:
    Givet at klokken er "09.00" den "20.4.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S2-033 @S2-060 @S2-061 @S2-062 @S2-064
  Scenarie: Fire forløb, tre overdrages, det fjerde glemmes og står hos lederen på dagen
    Givet administratoren har ansat "Rikke Test Vikar" som "familierådgiver" i "Familieafdelingen, Odense" fra "20.4.2026"
    Og jordemoderen har meldt bekymring for "Sofie Test" i "Odense"
    Og jordemoderen har meldt bekymring for "Maja Test" i "Odense"
    Og jordemoderen har meldt bekymring for "Ida Test" i "Odense"
    Og jordemoderen har meldt bekymring for "Eva Test" i "Odense"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Sofie Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Maja Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Ida Test"
    Og kollegaen i familieafdelingen har udpeget "Peter Test Rådgiver" til koordinator for "Eva Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål | Tiden efter fødslen |
      | Dato   | 12.5.2026           |
      | Klokken | 10.00               |
      | Sted   | Lokale 2            |
    # Trin 1: hun registrerer orloven.
    Når hun følger linket "Mette Test Rådgiver"
    Og hun følger linket "Registrér fravær"
    Så står der "Koordinator for 4 forløb. Lederen giver dem videre til kolleger."
    Når hun udfylder og trykker "Registrér"
      | Første dag væk | 1.5.2026  |
      | Sidste dag væk | 31.8.2026 |
    Så står der "Væk 1.5.2026 – 31.8.2026."
    Når hun åbner forløbet om "Anna Test"
    Så står der "Går på orlov 1.5.2026."
    # Trin 2: lederen får listen, og den kollega med flest forløb står først. Sagsnumre, ikke navne.
    Når lederen åbner "Overblik"
    Så står der
      | Mette Test Rådgiver går på orlov 1.5.2026.                |
      | 4 af 5 forløb har en koordinator, der har flere.          |
      | Ingen af forløbene har skiftet koordinator.               |
    Når hun følger linket "Overdrag Mette Test Rådgivers forløb"
    Så står der
      | Væk 1.5.2026 – 31.8.2026.           |
      | Overdrag alle til Peter Test Rådgiver |
      | Peter Test Rådgiver, 1 forløb       |
      | Rikke Test Vikar, 0 forløb          |
    Og står der ikke "Anna Test"
    Og står "Peter Test Rådgiver, 1 forløb" før "Rikke Test Vikar, 0 forløb" på siden
    # Trin 3: tre overdrages, hver med ét klik; den foreslåede er valgt.
    Når hun overdrager forløbet om "Anna Test"
    Så står der "Overdraget. Den nye koordinator har fået opgaverne."
    Når hun overdrager forløbet om "Sofie Test"
    Og hun overdrager forløbet om "Maja Test" til "Rikke Test Vikar"
    Så har kollegaen i familieafdelingen opgaven "Fortæl hende, hvem der er hendes koordinator" om "Anna Test"
    Og har kollegaen i familieafdelingen opgaven "Aftal, hvad koordinatoren gør" om "Anna Test"
    Og har familierådgiveren ikke opgaven "Fortæl hende, hvem der er hendes koordinator" om "Anna Test"
    # Hvert skift har dag og grund, og der er altid én koordinator.
    Når kollegaen i familieafdelingen åbner forløbet om "Anna Test"
    Så står der
      | Koordinator (tovholder) Peter Test Rådgiver |
      | Koordinatoren er skiftet 1 gang.            |
    Når hun åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Koordinatoren er stoppet |
      | orlov eller sygdom       |
    Når hun åbner fanen "Møder" om "Anna Test"
    Så står der "Peter Test Rådgiver"
    Og står der ikke "Mette Test Rådgiver"
    # Trin 4: på dagen har det glemte ingen koordinator.
    Når klokken bliver "09.00" den "1.5.2026"
    Og lederen åbner "Overblik"
    Så står der
      | Forløb uden koordinator                                                       |
      | Mette Test Rådgiver er ikke på arbejde. Ingen koordinerer:                    |
      | Find en anden koordinator, før den nuværende går på orlov anbefaling ny       |
    Når kollegaen i familieafdelingen åbner forløbet om "Ida Test"
    Så står der "På orlov fra 1.5.2026. Ingen er koordinator nu."
    Og har kollegaen i familieafdelingen opgaven "Fortæl hende, hvem der er hendes koordinator" om "Ida Test"
    # Mens hun er væk, skriver hun ikke i forløb.
    Når familierådgiveren prøver at skrive en note om "Anna Test"
    Så får hun at vide "Du er på orlov og skriver ikke i forløb imens."
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så kan familierådgiveren ikke følge linket "Skriv note"
    # Det glemte gives videre.
    Når lederen åbner "Overblik"
    Og hun følger linket "Overdrag Mette Test Rådgivers forløb"
    Så står der "1 forløb har ingen koordinator nu."
    Når hun trykker "Overdrag alle til Peter Test Rådgiver"
    Så står der "Der er ingen forløb at overdrage."
    Når hun åbner "Overblik"
    Så står der ikke "Forløb uden koordinator"
    Og står der "Der er skiftet koordinator 4 gange."
    # Trin 5: den nye kvitterer for rollen.
    Når kollegaen i familieafdelingen åbner forløbet om "Ida Test"
    Og hun følger linket "Aftal"
    Så står der "Nu er Peter Test Rådgiver koordinator."
    Når hun udfylder og trykker "Udpeg"
      | Det, I har aftalt om rollen | Peter ringer hver anden fredag. |
    Så har kollegaen i familieafdelingen ikke opgaven "Aftal, hvad koordinatoren gør" om "Ida Test"
    # Trin 6: hun vender tilbage og skriver igen; forløbene bliver hos dem, der har dem.
    Når klokken bliver "09.00" den "1.9.2026"
    Og familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Skriv note"
    Og hun udfylder og trykker "Gem"
      | Hvad er sket?        | Hilste på igen.       |
      | Hvad handler den om? | Samarbejde og møder   |
    Så står der
      | Koordinator (tovholder) Peter Test Rådgiver |
      | Hilste på igen.                             |

  @S2-033
  Scenarie: En ny koordinator udpeges ikke, før det er sagt, hvorfor den nuværende stopper
    Når kollegaen i familieafdelingen åbner forløbet om "Anna Test"
    Og hun følger linket "Netværk"
    Og hun følger linket "Udpeg en anden koordinator"
    Og hun udfylder og trykker "Udpeg"
      | Hvem? | Peter Test Rådgiver |
    Så siger feltet "Hvorfor skifter I koordinator?" "Der er allerede en koordinator. Vælg, hvorfor den nuværende stopper. Så skifter de samtidig."
    Og er intet af det, hun skrev, gået tabt
    Når hun åbner forløbet om "Anna Test"
    Så står der "Koordinator (tovholder) Mette Test Rådgiver"

  @S2-060
  Scenarie: Når en koordinator udpeges, står den kollega, der har flest forløb, først
    Givet jordemoderen har meldt bekymring for "Sofie Test" i "Odense"
    Når kollegaen i familieafdelingen åbner forløbet om "Sofie Test"
    Og hun følger linket "Udpeg koordinator"
    Så står "familierådgiver, Familieafdelingen, Odense, 1 forløb" før "leder, Familieafdelingen, Odense, 0 forløb" på siden
    # Hvor mange andre enheders medarbejdere har, siges ikke.
    Og står der "rusmiddelbehandler, Alkoholbehandlingen, Odense"
    Og står der ikke "Alkoholbehandlingen, Odense, 0 forløb"

  @S2-061
  Scenarie: Kommer hun før, eller går hun slet ikke, er der ikke noget at overdrage
    Når familierådgiveren skriver adressen "/fravaer"
    Og hun udfylder og trykker "Registrér"
      | Første dag væk | 1.5.2026 |
    Så står der "Væk fra 1.5.2026."
    Og har kollegaen i familieafdelingen opgaven "Find en anden koordinator, før den nuværende går på orlov" om "Anna Test"
    Når familierådgiveren skriver adressen "/fravaer"
    Og hun trykker "Slet fraværet"
    Så står der ikke "Væk fra 1.5.2026."
    Og har kollegaen i familieafdelingen ikke opgaven "Find en anden koordinator, før den nuværende går på orlov" om "Anna Test"
    # Syg i dag: fraværet gælder fra nu, og hun er tilbage fra det øjeblik, hun siger det.
    Når familierådgiveren skriver adressen "/fravaer"
    Og hun udfylder og trykker "Registrér"
      | Første dag væk | 20.4.2026 |
      | Stedfortræder  | Peter Test Rådgiver |
    Og familierådgiveren prøver at skrive en note om "Anna Test"
    Så får hun at vide "Du er på orlov og skriver ikke i forløb imens."
    Når klokken bliver "10.00" den "20.4.2026"
    Så har kollegaen i familieafdelingen opgaven "Fortæl hende, hvem der er hendes koordinator" om "Anna Test"
    Når familierådgiveren skriver adressen "/fravaer"
    Og hun trykker "Tilbage fra fravær"
    Og klokken bliver "10.05" den "20.4.2026"
    Så har familierådgiveren opgaven "Fortæl hende, hvem der er hendes koordinator" om "Anna Test"
    Og har kollegaen i familieafdelingen ikke opgaven "Find en anden koordinator, før den nuværende går på orlov" om "Anna Test"

  @S2-061
  Scenarie: Er orloven slut af sig selv, er det glemte forløb hendes igen
    Når familierådgiveren skriver adressen "/fravaer"
    Og hun udfylder og trykker "Registrér"
      | Første dag væk | 1.5.2026 |
      | Sidste dag væk | 8.5.2026 |
    Og klokken bliver "09.00" den "4.5.2026"
    Så har kollegaen i familieafdelingen opgaven "Find en anden koordinator, før den nuværende går på orlov" om "Anna Test"
    Når klokken bliver "00.01" den "9.5.2026"
    Så har kollegaen i familieafdelingen ikke opgaven "Find en anden koordinator, før den nuværende går på orlov" om "Anna Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Koordinatoren er tilbage"

  Scenarie: Forkerte dage siges ved feltet, og intet går tabt
    Når familierådgiveren skriver adressen "/fravaer"
    Og hun udfylder og trykker "Registrér"
      | Første dag væk | 1.4.2026 |
    Så siger feltet "Første dag væk" "Dagen er gået. Vælg en dag, der kommer."
    Når hun udfylder og trykker "Registrér"
      | Første dag væk | 31.8.2026 |
      | Sidste dag væk | 1.5.2026  |
    Så siger feltet "Sidste dag væk" "Slutningen ligger før begyndelsen. Ret en af dem."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Registrér"
      | Første dag væk | 1.5.2026  |
      | Sidste dag væk | 31.8.2026 |
    Og hun udfylder og trykker "Registrér"
      | Første dag væk | 1.8.2026 |
    Så siger feltet "Første dag væk" "Der er allerede skrevet fravær i den tid. Ret dagene, eller slut det andet fravær først."

  @X08
  Scenarie: Kun hun selv og hendes leder registrerer fravær, og kun lederen overdrager
    Når kollegaen i familieafdelingen skriver adressen "/overblik/fravaer/demo-familie-1"
    Så findes siden ikke for hende
    Når lederen i Svendborg skriver adressen "/overblik/overdragelse/demo-familie-1"
    Så findes siden ikke for hende
    Når kollegaen i familieafdelingen skriver adressen "/overblik/overdragelse/demo-familie-1"
    Så findes siden ikke for hende
    Når lederen skriver adressen "/overblik/fravaer/demo-familie-1"
    Og hun udfylder og trykker "Registrér"
      | Første dag væk | 1.5.2026 |
    Så står der "Mette Test Rådgiver går på orlov 1.5.2026."
    # Hver ændring står med dag og navn.
    Når administratoren skriver adressen "/personale/demo-familie-1"
    Så står der
      | Lone Test Leder Fravær             |
      | Tråd Ansættelsen blev skrevet ind  |
    # At lede enheden åbner ikke forløbet.
    Når lederen åbner forløbet om "Anna Test"
    Så er der lukket for hende
