# language: da
# SPDX-License-Identifier: EUPL-1.2
@A03
Egenskab: Samtykke i to retninger, som kan tages tilbage midt i det hele
  Som kvinde vil jeg kunne sige ja til, at nogen bliver spurgt, uden at de får noget at vide – og sige ja og
  nej til hver for sig. Tager jeg mit ja tilbage, er der lukket med det samme. Det, der lovligt er sket,
  står der stadig, at der er sket.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun sover dårligt og er bange." om "Psykisk helbred" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Psykisk helbred" med
      | Hvad gælder det? | at hente oplysninger |

  @S2-013 @S2-039 @S2-040
  Scenarie: At hente er ikke at give: psykiatrien spørges og svarer, men får intet at vide
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Hent oplysninger"
    Og hun udfylder og trykker "Send spørgsmålet"
      | Hvem spørger I?         | Psykiatrien, Odense              |
      | Hvilke oplysninger?     | Psykisk helbred                  |
      | Hvad har I brug for at vide, og hvad skal det bruges til? | Hvad hjælper hende, når hun er bange? |
      | Hvad giver ret til det? | Hendes samtykke                  |
    Så har lægen i psykiatrien opgaven "Svar på, hvad en anden enhed beder om at få at vide" om "Anna Test"
    Når lægen i psykiatrien trykker på "Svar" ud for opgaven "Svar på, hvad en anden enhed beder om at få at vide"
    Så står der "Hvad hjælper hende, når hun er bange?"
    Når hun udfylder og trykker "Send svaret"
      | Hvad svarer I? | Vi fortæller det, der er nødvendigt    |
      | Svaret         | Rolige omgivelser og faste aftaler.    |
    Så har lægen i psykiatrien ikke opgaven "Svar på, hvad en anden enhed beder om at få at vide" om "Anna Test"
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der ikke "Hun sover dårligt og er bange."
    Og står der ikke "vin hver aften"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Svar på en anmodning                |
      | Rolige omgivelser og faste aftaler. |
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Psykiatrien, Odense                                                 |
      | Hvad gives videre?      | Note, tirsdag 3. marts kl. 9.00 · Psykisk helbred · Familieafdelingen, Odense |
      | Hvad giver ret til det? | Hendes samtykke                                                     |
    Så siger feltet "Hvem skal have det?" "Der mangler samtykke til at give Psykiatrien, Odense oplysninger om psykisk helbred. Spørg hende, og skriv svaret under Samtykker."
    Og er forsøget "disclose" på "Anna Test" afvist og skrevet i loggen

  @S2-013 @S2-039 @S2-040 @S2-069
  Scenarie: Hun siger ja til begge veje, og tager det tilbage over for psykiatrien: lukket ved næste læsning, og intet mere gives videre
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Psykisk helbred"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Psykiatrien, Odense                                                 |
      | Hvad gives videre?      | Note, tirsdag 3. marts kl. 9.00 · Psykisk helbred · Familieafdelingen, Odense |
      | Hvad giver ret til det? | Hendes samtykke                                                     |
    Så står der "Det er sendt."
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der "Hun sover dårligt og er bange."
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Psykiatrien, Odense må få at vide" tilbage
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der ikke "Hun sover dårligt og er bange."
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Hente oplysninger fra Psykiatrien, Odense" tilbage
    Så ser lægen i psykiatrien intet til "Anna Test"
    Og står videregivelsen fra familierådgiveren stadig i loggen om "Anna Test"
    Givet familierådgiveren har skrevet noten "Hun har fået en tid i næste uge." om "Psykisk helbred" for "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Psykiatrien, Odense                                                 |
      | Hvad gives videre?      | Note, tirsdag 3. marts kl. 9.00 · Psykisk helbred · Familieafdelingen, Odense |
      | Hvad giver ret til det? | Hendes samtykke                                                     |
    Så siger feltet "Hvem skal have det?" "Der mangler samtykke til at give Psykiatrien, Odense oplysninger om psykisk helbred. Spørg hende, og skriv svaret under Samtykker."

  @S2-039 @S2-069
  Scenarie: Et planlagt møde har en deltager uden samtykke: det ses, og koordinatoren får opgaven
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad   |
      | Dato      | 31.3.2026                   |
      | Klokken   | 10.00                       |
      | Sted      | Lokale 2                    |
      | Hvem indkaldes? | Alkoholbehandlingen, Odense |
    Så står der "Hvem indkaldes?: Der mangler samtykke til, at Alkoholbehandlingen, Odense er med til møder om hende."
    Og er forsøget "invite" på "Anna Test" afvist og skrevet i loggen
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad   |
      | Dato      | 31.3.2026                   |
      | Klokken   | 10.00                       |
      | Sted      | Lokale 2                    |
      | Hvem indkaldes? | Alkoholbehandlingen, Odense |
    Så står der "Alkoholbehandlingen, Odense"
    Når alkoholbehandleren åbner fanen "Møder" om "Anna Test"
    Så står der "Aftale, hvem der gør hvad"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Alkoholbehandlingen, Odense må deltage i netværksmøder" tilbage
    Så ser alkoholbehandleren intet til "Anna Test"
    Og har familierådgiveren opgaven "Et møde har en deltager, hun har sagt nej til" om "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der "Deltager uden samtykke: Alkoholbehandlingen, Odense."
    Når hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Tag Alkoholbehandlingen, Odense af mødet |
    Så står der ikke "Deltager uden samtykke"
    Og har familierådgiveren ikke opgaven "Et møde har en deltager, hun har sagt nej til" om "Anna Test"

  @S2-040 @X08
  Scenarie: Tager hun sit ja tilbage, før der er svaret, er spørgsmålet væk hos den, der blev spurgt
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Hent oplysninger"
    Og hun udfylder og trykker "Send spørgsmålet"
      | Hvem spørger I?         | Psykiatrien, Odense              |
      | Hvilke oplysninger?     | Psykisk helbred                  |
      | Hvad har I brug for at vide, og hvad skal det bruges til? | Hvad hjælper hende? |
      | Hvad giver ret til det? | Hendes samtykke                  |
    Så har lægen i psykiatrien opgaven "Svar på, hvad en anden enhed beder om at få at vide" om "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Hente oplysninger fra Psykiatrien, Odense" tilbage
    Så ser lægen i psykiatrien intet til "Anna Test"
    Og har lægen i psykiatrien ikke opgaven "Svar på" om ""
    Og har familierådgiveren ikke opgaven "Svar på" om ""

  @S2-044
  Scenarie: Partnerens ja er hans, og hendes er hendes
    Givet familierådgiveren har skrevet noten "Han vil gerne have hjælp." om "Partneren" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Partneren" med
      | Hvem svarer? | partneren |
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Han vil gerne have hjælp."
    Og står der ikke "Hun sover dårligt og er bange."
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Hente oplysninger fra Psykiatrien, Odense" tilbage
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Han vil gerne have hjælp."

  @S2-052
  Scenarie: Efter udløb gives intet videre, og opgaven at spørge igen lå der i forvejen
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Psykisk helbred"
    Og at klokken er "09.00" den "20.2.2027"
    Så har familierådgiveren opgaven "Et samtykke udløber" om "Anna Test"
    Givet at klokken er "09.00" den "3.3.2027"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Alkoholbehandlingen, Odense                                              |
      | Hvad gives videre?      | Note, tirsdag 3. marts 2026 kl. 9.00 · Psykisk helbred · Familieafdelingen, Odense |
      | Hvad giver ret til det? | Hendes samtykke                                                          |
    Så siger feltet "Hvem skal have det?" "Der mangler samtykke til at give Alkoholbehandlingen, Odense oplysninger om psykisk helbred. Spørg hende, og skriv svaret under Samtykker."
    Og ser alkoholbehandleren intet til "Anna Test"
