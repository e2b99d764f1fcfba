# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Det, der kan bringe hende i fare, kendes kun af dem, der skal bruge det
  Som kvinde på et krisecenter vil jeg vide, at kun dem, jeg har aftalt det med, kan se, hvor jeg bor, og at ingen
  anden kan se, at der er noget at se.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"

  @X08
  Scenarie: En beskyttet adresse ses af de enheder, der er valgt, og af ingen andre
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Kontaktoplysninger"
    Og hun udfylder og trykker "Gem"
      | Hvordan kan hun trygt kontaktes? | 20 00 00 01, kun om formiddagen |
      | Hvor bor eller opholder hun sig? | Krisecentret Testgården         |
    Så står der
      | 20 00 00 01, kun om formiddagen |
      | Krisecentret Testgården         |
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der "Krisecentret Testgården"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Kontaktoplysninger"
    Og hun udfylder og trykker "Gem"
      | Er det beskyttet? | ja |
    Så står der
      | Krisecentret Testgården (beskyttet) |
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der ikke "Krisecentret Testgården"
    Og står der ikke "beskyttet"
    Og står der ikke "20 00 00 01"
    Når hun følger linket "Kontaktoplysninger"
    Så står der ikke "Krisecentret Testgården"
    Når hun udfylder og trykker "Gem"
      | Hvordan kan hun trygt kontaktes? | Ring til hendes søster |
    Så står der "Ring til hendes søster"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Krisecentret Testgården (beskyttet)"
    Og står der ikke "Ring til hendes søster"

  @X08
  Scenarie: Underretter et behandlingssted, siger Tråd, at det vil fremgå, at hun kommer der
    Når alkoholbehandleren åbner siden "/meld"
    Så står der "vil det fremgå, at hun kommer hos jer"
    Når jordemoderen åbner siden "/meld"
    Så står der ikke "vil det fremgå, at hun kommer hos jer"

  @S2-044 @X08
  Scenarie: Partneren får sit eget forløb: intet af hans står i hendes, og intet af hendes i hans
    Når familierådgiveren åbner fanen "Netværk" om "Anna Test"
    Og hun følger linket "Åbn et eget forløb for partneren eller en anden forælder"
    Og hun udfylder og trykker "Åbn forløbet"
      | Navn                               | Bo Test Partner                 |
      | Hvad beder personen om hjælp til?  | At holde op med at drikke.      |
    Så siger feltet "Ja, og vil gerne have det" "Spørg først. Uden et ja er der intet forløb."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Åbn forløbet"
      | Ja, og vil gerne have det | ja |
    Så står der
      | Bo Test Partner            |
      | At holde op med at drikke. |
    Og står der ikke "Anna Test"
    Og står der ikke "vin hver aften"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der ikke "Bo Test Partner"
    Og står der ikke "At holde op med at drikke."
    Når familierådgiveren søger efter "Bo Test"
    Så står der "Bo Test Partner"
    Når jordemoderen søger efter "Bo Test"
    Så står der ikke "Bo Test Partner"
