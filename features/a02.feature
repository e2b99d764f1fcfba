# language: da
# SPDX-License-Identifier: EUPL-1.2
@A02
Egenskab: Samtykke, der gælder ved hver læsning
  Som kvinde vil jeg vide, hvem der ved hvad om mig, og kunne stoppe det uden at miste hjælp. Et ja gælder
  kun dem, det, og det formål, jeg har sagt ja til. Siger jeg nej, holder det op med det samme. Kun
  underretningen om barnet venter aldrig på mit ja.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S2-039 @S2-069
  Scenarie: Hun siger nej, og det er et svar: opgaven er løst, intet er åbnet, og underretningen gælder stadig
    Så har familierådgiveren opgaven "Spørg om samtykke" om "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Så står der
      | Ingen samtykker, som I har skrevet eller er nævnt i, gælder nu. |
      | Et nej er et svar.                                              |
    Når hun følger linket "Skriv et samtykke"
    Og hun udfylder og trykker "Gem"
      | Hvad har hun svaret?   | Nej                                                   |
      | Hvornår spørger I igen? | 1.5.2026                              |
      | Hvad gælder det?       | at give oplysninger videre                            |
      | Hvem svarer?           | hende selv                                            |
      | Hvordan er det sagt?   | mundtligt                                             |
      | Hvilken dag svarede hun? | 3.3.2026                                            |
      | Det er forklaret hende, hvad et ja og et nej betyder | ja                      |
    Så står der
      | Alle må få at vide                                   |
      | nej                                                  |
      | Det er forklaret, hvad et ja og et nej betyder.      |
    Og ser alkoholbehandleren intet til "Anna Test"
    Når familierådgiveren åbner underretningen om "Anna Test"
    Så står der "Hun fortæller selv om vin hver aften."
    Og har familierådgiveren ikke opgaven "Spørg hende igen om samtykke" om "Anna Test"
    Givet at klokken er "09.00" den "27.4.2026"
    Så har familierådgiveren opgaven "Spørg hende igen om samtykke" om "Anna Test"

  @S2-039 @S2-069
  Scenarie: Forløb uden samtykke står på en liste hos den, der samler trådene, med hvornår der spørges igen
    Når familierådgiveren åbner siden "/uden-samtykke"
    Så står der
      | Anna Test          |
      | ikke spurgt endnu  |
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Skriv et samtykke"
    Og hun udfylder og trykker "Gem"
      | Hvad har hun svaret?          | Nej                         |
      | Hvornår spørger I igen?       | 1.5.2026                    |
      | Hvad gælder det?              | at give oplysninger videre  |
      | Hvem svarer?                  | hende selv                  |
      | Hvordan er det sagt?          | mundtligt                   |
      | Hvilken dag svarede hun?      | 3.3.2026                    |
    Når familierådgiveren åbner siden "/uden-samtykke"
    Så står der
      | sagde nej       |
      | 1.5.2026        |
    Når jordemoderen åbner siden "/uden-samtykke"
    Så står der ikke "Anna Test"
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold"
    Når familierådgiveren åbner siden "/uden-samtykke"
    Så står der ikke "Anna Test"
    Givet at klokken er "09.00" den "4.3.2027"
    Når familierådgiveren åbner siden "/uden-samtykke"
    Så står der
      | Anna Test |
      | udløbet   |

  @S2-039 @S2-069
  Scenarie: Hun kan ikke tage stilling nu: det er ikke et nej, intet åbnes, og der spørges igen
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Skriv et samtykke"
    Og hun udfylder og trykker "Gem"
      | Hvad har hun svaret?     | Hun kan ikke tage stilling nu |
      | Hvad gælder det?         | at give oplysninger videre    |
      | Hvem svarer?             | hende selv                    |
      | Hvordan er det sagt?     | mundtligt                     |
      | Hvilken dag svarede hun? | 3.3.2026                      |
    Så siger feltet "Hvornår spørger I igen?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvornår spørger I igen? | 17.3.2026 |
    Så siger feltet "Hvorfor kunne hun ikke tage stilling?" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "en tekst, der er let at læse, eller billeder" "Vælg et svar."
    Når hun udfylder og trykker "Gem"
      | Hvorfor kunne hun ikke tage stilling? | Hun var meget træt og forstod ikke spørgsmålet. |
      | Hvad har I prøvet?                    | en tekst, der er let at læse, eller billeder    |
    Så står der
      | kunne ikke tage stilling                            |
      | Hun var meget træt og forstod ikke spørgsmålet.     |
      | Spørges igen 17.3.2026                              |
    Og ser alkoholbehandleren intet til "Anna Test"
    Og har familierådgiveren opgaven "Spørg om samtykke" om "Anna Test"
    Når familierådgiveren åbner siden "/uden-samtykke"
    Så står der "kunne ikke tage stilling"
    Givet at klokken er "09.00" den "12.3.2026"
    Så har familierådgiveren opgaven "Spørg hende igen om samtykke" om "Anna Test"

  @S2-039
  Scenarie: Den, der efter loven svarer for hende, nævnes ved navn
    Når familierådgiveren prøver at skrive samtykke fra "Anna Test" med
      | Hvem svarer? | den, der efter loven svarer for personen |
    Så siger feltet "Navn på den, der svarer" "Feltet er tomt. Skriv det, du ved."

  @S2-039 @X08
  Scenarie: Et samtykke til alt for alle findes ikke, og hver del, der mangler, nævnes
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Skriv et samtykke"
    Og hun udfylder og trykker "Gem"
      | Hvad har hun svaret?     | Ja        |
      | Hvordan er det sagt?     | skriftligt |
    Så siger feltet "Hvad gælder det?" "Vælg et svar."
    Og står der
      | Hvem må det gælde?: Vælg et svar.  |
      | Hvilke oplysninger?: Vælg et svar. |
    Og siger feltet "Alkoholbehandlingen, Odense" "Vælg et svar."
    Og siger feltet "Helbred" "Vælg et svar."
    Og siger feltet "Hvad skal det bruges til?" "Vælg et svar."
    Og siger feltet "Hvilken lov gives det efter?" "Vælg et svar."

  @S2-039 @S2-040 @X08
  Scenarie: Et ja åbner det, det nævner, for dem, det nævner – og et nej lukker igen ved næste læsning
    Givet familierådgiveren har skrevet noten "Hun bor på en sofa hos en veninde." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun sover dårligt og er bange." om "Psykisk helbred" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold"
    Når alkoholbehandleren åbner fanen "Samtykker" om "Anna Test"
    Så står der "Alkoholbehandlingen, Odense må få at vide"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Hun bor på en sofa hos en veninde."
    Og står der ikke "Hun sover dårligt og er bange."
    Og står der ikke "vin hver aften"
    Når alkoholbehandleren søger efter "Anna"
    Så står der "Anna Test"
    Og ser stofbehandleren intet til "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Tag tilbage"
    Og hun udfylder og trykker "Tag samtykket tilbage"
      | Hvordan er det sagt? | mundtligt |
    Så står der
      | taget tilbage                                                   |
      | Ingen samtykker, som I har skrevet eller er nævnt i, gælder nu. |
    Og ser alkoholbehandleren intet til "Anna Test"
    Når alkoholbehandleren søger efter "Anna"
    Så står der ikke "Anna Test"

  @S2-040
  Scenarie: Et ja til at hente oplysninger er intet ja til at give dem
    Givet familierådgiveren har skrevet noten "Hun bor på en sofa hos en veninde." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold" med
      | Hvad gælder det? | at hente oplysninger |
    Når alkoholbehandleren åbner fanen "Samtykker" om "Anna Test"
    Så står der "Hente oplysninger fra Alkoholbehandlingen, Odense"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der ikke "Hun bor på en sofa hos en veninde."

  @S2-039 @S2-069
  Scenarie: Det udløber af sig selv, og den, der skrev det, får opgaven at spørge igen
    Givet familierådgiveren har skrevet noten "Hun bor på en sofa hos en veninde." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold"
    Og at klokken er "09.00" den "20.2.2027"
    Så har familierådgiveren opgaven "Et samtykke udløber" om "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Så står der "Til og med 2.3.2027"
    Når hun følger linket "Udvid eller forny"
    Og hun udfylder og trykker "Gem"
      | Hvad har hun svaret? | Ja         |
      | Gælder nu til og med | 19.2.2028  |
      | Hvordan er det sagt? | skriftligt |
    Så står der "Til og med 19.2.2028"
    Og har familierådgiveren ikke opgaven "Et samtykke udløber" om "Anna Test"
    Givet at klokken er "09.00" den "20.2.2028"
    Så ser alkoholbehandleren intet til "Anna Test"

  @S2-039
  Scenarie: Et nej til at forny er et svar: opgaven er løst, og det løber ud på sin sidste dag
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold"
    Og at klokken er "09.00" den "20.2.2027"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Udvid eller forny"
    Og hun udfylder og trykker "Gem"
      | Hvad har hun svaret? | Nej       |
      | Hvordan er det sagt? | mundtligt |
    Så har familierådgiveren ikke opgaven "Et samtykke udløber" om "Anna Test"
    Når alkoholbehandleren åbner fanen "Samtykker" om "Anna Test"
    Så står der "Til og med 2.3.2027"
    Givet at klokken er "09.00" den "3.3.2027"
    Så ser alkoholbehandleren intet til "Anna Test"

  @S2-039
  Scenarie: Loven siger, hvor længe et ja kan gælde
    Når familierådgiveren prøver at skrive samtykke fra "Anna Test" med
      | Gælder til og med | 3.3.2027 |
    Så siger feltet "Gælder til og med" "Så længe kan samtykket ikke gælde efter den lov. Skriv en tidligere dag, eller lad feltet stå tomt."

  @S2-039
  Scenarie: Skemaet kan skrives ud i ord, der er til at forstå, før hun svarer
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Skriv et samtykke"
    Og hun udfylder og trykker "Vis skemaet til udskrift"
      | Hvad gælder det?          | at give oplysninger videre    |
      | Hvem må det gælde?        | Alkoholbehandlingen, Odense   |
      | Hvilke oplysninger?       | Sociale forhold               |
      | Hvad skal det bruges til? | at planlægge og samle hjælpen |
      | Gælder til og med         | 1.12.2026                     |
    Så står der
      | Må andre få noget at vide om dig?            |
      | Alkoholbehandlingen, Odense                  |
      | Sociale forhold                              |
      | Dit ja gælder til og med 1.12.2026           |
      | Siger du nej, får du stadig hjælp.           |
      | hvis et barn kan være i fare                 |
      | Mette Test Rådgiver                          |

  @S2-039 @S2-040
  Scenarie: Hun har sagt nej: ingen får mere at vide, ingen spørges, ingen kaldes til møde, og underretningen kan stadig suppleres
    Givet familierådgiveren har skrevet noten "Hun bor på en sofa hos en veninde." om "Sociale forhold" for "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Alkoholbehandlingen, Odense                                                |
      | Hvad gives videre?      | Note, tirsdag 3. marts kl. 9.00 · Sociale forhold · Familieafdelingen, Odense |
      | Hvad giver ret til det? | Hendes samtykke                                                            |
    Så siger feltet "Hvem skal have det?" "Der mangler samtykke til at give Alkoholbehandlingen, Odense oplysninger om sociale forhold. Spørg hende, og skriv svaret under Samtykker."
    Og er intet af det, hun skrev, gået tabt
    Og er forsøget "disclose" på "Anna Test" afvist og skrevet i loggen
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Hent oplysninger"
    Og hun udfylder og trykker "Send spørgsmålet"
      | Hvem spørger I?         | Psykiatrien, Odense              |
      | Hvilke oplysninger?     | Psykisk helbred                  |
      | Hvad har I brug for at vide, og hvad skal det bruges til? | Er hun i behandling?          |
      | Hvad giver ret til det? | Hendes samtykke                  |
    Så siger feltet "Hvem spørger I?" "Der mangler samtykke til at hente oplysninger fra Psykiatrien, Odense om psykisk helbred. Spørg hende, og skriv svaret under Samtykker."
    Og er forsøget "request" på "Anna Test" afvist og skrevet i loggen
    Og ser lægen i psykiatrien intet til "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål          | Aftale, hvem der gør hvad   |
      | Dato            | 31.3.2026                   |
      | Klokken         | 10.00                       |
      | Sted            | Lokale 2                    |
      | Hvem indkaldes? | Alkoholbehandlingen, Odense |
    Så står der "Hvem indkaldes?: Der mangler samtykke til, at Alkoholbehandlingen, Odense er med til møder om hende."
    Og er forsøget "invite" på "Anna Test" afvist og skrevet i loggen
    Givet jordemoderen har skrevet noten "Hun mærker mindre liv end i går." om "Graviditet og fødsel" for "Anna Test"
    Når jordemoderen åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Familieafdelingen, Odense                                                              |
      | Hvad gives videre?      | Note, tirsdag 3. marts kl. 9.00 · Graviditet og fødsel · Jordemoderkonsultationen, Odense |
      | Hvad giver ret til det? | Det supplerer en underretning om barnet (barnets lov § 133)                            |
    Så siger feltet "Hvorfor har modtageren brug for det?" "Skriv hvorfor."
    Når hun udfylder og trykker "Giv videre"
      | Hvem skal have det?                  | Alkoholbehandlingen, Odense      |
      | Hvorfor har modtageren brug for det? | Det er nyt siden underretningen. |
    Så siger feltet "Hvad giver ret til det?" "Den paragraf gælder ikke for den, der skal have det. Vælg en anden, eller spørg hende."
    Når hun udfylder og trykker "Giv videre"
      | Hvem skal have det? | Familieafdelingen, Odense |
    Så står der "Det er sendt."
    Og har jordemoderen opgaven "Fortæl hende, hvad der er givet videre uden hendes ja" om "Anna Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Hun mærker mindre liv end i går."
    Og ser alkoholbehandleren intet til "Anna Test"
