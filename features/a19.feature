# language: da
# SPDX-License-Identifier: EUPL-1.2
@A19
Egenskab: Skolestart: det, der hjælper barnet, følger med, og nogen følger barnet, når familieambulatoriet slutter
  Som familieambulatorium vil jeg slippe et barn i hænderne på dem, der følger det fremover, og have ansvaret, til de har
  sagt ja. Som skole vil jeg vide, hvad barnet har brug for og er god til, og ikke få det at vide, jeg ikke må have. Og
  som forælder vil jeg bestemme, hvem der får noget at vide.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge                                            | 30            |
      | Familieambulatoriet: Har hun sagt ja?          | Ja, mundtligt |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og socialrådgiveren i familieambulatoriet har taget imod henvisningen om "Anna Test"
      | læge | Lise Test Læge |
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning

  @S1-009
  Scenarie: Milepælen forfalder af sig selv: et nyt tilbud om udredning ved seks år, også efter et nej ved fire
    # Det, der er år ude i fremtiden, står ingen steder, før det er tid.
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der ikke "Tilbyd barnet en udredning: kravene stiger"
    Og står der ikke "Skolestart"
    Og har familierådgiveren ikke opgaven "Skolestart" om "Emil Test"
    Når klokken bliver "09.00" den "6.4.2030"
    Så har familierådgiveren opgaven "Tilbyd barnet en udredning: kravene stiger" om "Emil Test", "5. maj"
    Når familierådgiveren trykker på "Skriv tilbuddet" ud for opgaven "Tilbyd barnet en udredning"
    Og hun udfylder og trykker "Gem"
      | Hvorfor ikke, med deres ord | De vil vente. |
    Så siger feltet "Hvad er svaret på tilbuddet om en ny runde?" "Vælg et svar."
    Når hun udfylder og trykker "Gem"
      | Hvad er svaret på tilbuddet om en ny runde? | Nej |
    Så har familierådgiveren ikke opgaven "Tilbyd barnet en udredning" om "Emil Test", "5. maj 2030"
    Når klokken bliver "09.00" den "6.5.2032"
    Så har familierådgiveren opgaven "Tilbyd barnet en ny runde af udredningen" om "Emil Test", "1 dag over"
    Og har familierådgiveren opgaven "Skolestart: fortæl skolen om behov, styrker og udfordringer" om "Emil Test", "1 dag over"
    Og har lægen i familieambulatoriet opgaven "Skolealder: overdrag barnets opfølgning, eller forlæng den" om "Emil Test", "1 dag over"

  @S0-048 @S1-005 @S1-010 @S2-076
  Scenarie: Skolen får behov, styrker og udfordringer og aftalens skridt, og hverken morens detaljer eller årsagen
    Når klokken bliver "09.00" den "3.5.2032"
    Og familierådgiveren trykker på "Overlevér" ud for opgaven "Skolestart: fortæl skolen"
    Så står der "Afgiver bliver ansvarlig, til modtager har sagt ja."
    Når hun udfylder og trykker "Send"
      | Behov        | En fast plads og ro ved skift. |
      | Udfordringer | Larm og mange mennesker.       |
    Så siger feltet "Hvilken overgang?" "Vælg et svar."
    Og siger feltet "Hvor skal barnet hen?" "Vælg et svar."
    Og siger feltet "Styrker" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Hvad giver ret til det?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Send"
      | Hvilken overgang?       | skolestart         |
      | Hvor skal barnet hen?   | Testskolen, Odense |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
      | Skal det med, at barnet er eller kan være udsat for rusmidler før fødslen? | Nej |
    Så siger feltet "Styrker" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Send"
      | Styrker | Er god til at bygge og leger roligt med én. |
    Så siger feltet "Hvad giver ret til det?" "Der mangler ja fra Anna Test, Bo Test til, at Testskolen, Odense får det at vide. Alle med forældremyndighed skal sige ja. Skriv svaret under Samtykker."
    Og ser læreren intet til "Emil Test"
    Givet begge forældre har sagt ja til "Testskolen, Odense" om "Barnets udvikling" for "Emil Test" hos familierådgiveren
    Når familierådgiveren sender det, der hjælper "Emil Test", til skolen
    Så står der "Det er sendt."
    Og har familierådgiveren opgaven "I har ansvaret, til modtageren har sagt ja" om "Emil Test"
    Når læreren åbner fanen "Tidslinje" om "Emil Test"
    Så står der
      | Behov: En fast plads og ro ved skift.                |
      | Styrker: Er god til at bygge og leger roligt med én. |
      | Udfordringer: Larm og mange mennesker.               |
    Og står der ikke "alkohol"
    Og står der ikke "rusmid"
    Og står der ikke "Ikke givet videre"
    Og står der ikke "Familieambulatoriet"
    Når læreren åbner forløbet om "Emil Test"
    Så står der ikke "alkohol"
    Og står der ikke "Morens forløb"
    Givet læreren har taget imod overleveringen om "Emil Test"
    Så har familierådgiveren ikke opgaven "I har ansvaret" om "Emil Test"
    Og har familierådgiveren ikke opgaven "Skolestart: fortæl skolen" om "Emil Test"

  @S0-013 @S1-005
  Scenarie: Årsagen følger kun med til skolen, når forældrene har sagt ja til netop det
    Når klokken bliver "09.00" den "3.5.2032"
    Givet begge forældre har sagt ja til "Testskolen, Odense" om "Barnets udvikling" for "Emil Test" hos familierådgiveren
    Når familierådgiveren prøver at sende årsagen med til skolen for "Emil Test"
    Så siger feltet "Hvad giver ret til det?" "Der mangler ja fra Anna Test, Bo Test til, at Testskolen, Odense får det at vide. Alle med forældremyndighed skal sige ja. Skriv svaret under Samtykker."
    Og er intet af det, hun skrev, gået tabt
    Givet begge forældre har sagt ja til "Testskolen, Odense" om "Barnets helbred" for "Emil Test" hos familierådgiveren
    Når familierådgiveren prøver at sende årsagen med til skolen for "Emil Test"
    Så står der "Det er sendt."
    Når læreren åbner forløbet om "Emil Test"
    Så står der "ja, alkohol (fortalt af moren)"
    Og står der ikke "Alkohol: hver aften"

  @S1-010
  Scenarie: Tager skolen ikke imod inden aftalens frist, bliver det sagt til den, der sendte, og til lederen
    Når klokken bliver "09.00" den "3.5.2032"
    Givet begge forældre har sagt ja til "Testskolen, Odense" om "Barnets udvikling" for "Emil Test" hos familierådgiveren
    Og familierådgiveren sender det, der hjælper "Emil Test", til skolen
    Når klokken bliver "09.00" den "20.5.2032"
    Så har læreren opgaven "Sig ja til at tage over" om "Emil Test", "over"
    Og har familierådgiveren opgaven "Ingen har taget imod overleveringen: ring til modtageren, og sig det til din leder" om "Emil Test"
    Når klokken bliver "09.00" den "22.5.2032"
    Og lederen åbner "Overblik"
    Så står der "Ingen har taget imod overleveringen"

  @S0-018 @S3-014
  Scenarie: Opfølgningen afventer overtagelse, til alle tre har sagt ja, og derefter følger de barnet
    Når klokken bliver "09.00" den "6.5.2030"
    Og lægen i familieambulatoriet prøver at afslutte opfølgningen af "Emil Test" med
      | Hvordan slutter den?    | Andre tager over |
      | Familieafdelingen       | Familieafdelingen, Odense |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
    Så siger feltet "Hvorfor slutter den nu?" "Barnet er ikke i skolealderen den dag. Skriv hvorfor."
    Og siger feltet "Styrker" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Hvorfor er en af de tre ikke spurgt?" "Ikke alle tre er spurgt. Vælg dem, eller skriv hvorfor ikke."
    Og er intet af det, hun skrev, gået tabt
    Når klokken bliver "09.00" den "6.5.2032"
    Og lægen i familieambulatoriet prøver at afslutte opfølgningen af "Emil Test" med
      | Hvordan slutter den?    | Andre tager over |
      | Familieafdelingen       | Familieafdelingen, Odense |
      | Pædagogisk psykologisk rådgivning (PPR) | PPR, Odense |
      | Sundhedsplejen          | Sundhedsplejen, Odense |
      | Behov                   | En fast voksen og ro.   |
      | Styrker                 | Bygger og leger roligt. |
      | Udfordringer            | Larm.                   |
      | Skal det med, at barnet er eller kan være udsat for rusmidler før fødslen? | Ja, forældrene har sagt ja til det |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
    Så siger feltet "Hvad giver ret til det?" "Der mangler ja fra Anna Test, Bo Test til, at Familieafdelingen, Odense får det at vide. Alle med forældremyndighed skal sige ja. Skriv svaret under Samtykker."
    Og ser psykologen i PPR intet til "Emil Test"
    Givet lægen i familieambulatoriet har skrevet samtykke til de tre om "Emil Test"
    Når lægen i familieambulatoriet prøver at afslutte opfølgningen af "Emil Test" med
      | Hvordan slutter den?    | Andre tager over |
      | Familieafdelingen       | Familieafdelingen, Odense |
      | Pædagogisk psykologisk rådgivning (PPR) | PPR, Odense |
      | Sundhedsplejen          | Sundhedsplejen, Odense |
      | Behov                   | En fast voksen og ro.   |
      | Styrker                 | Bygger og leger roligt. |
      | Udfordringer            | Larm.                   |
      | Skal det med, at barnet er eller kan være udsat for rusmidler før fødslen? | Ja, forældrene har sagt ja til det |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
    Så står der
      | Opfølgningen afventer overtagelse.       |
      | Familieafdelingen, Odense: har ikke svaret |
      | PPR, Odense: har ikke svaret               |
      | Sundhedsplejen, Odense: har ikke svaret    |
    Givet familierådgiveren har taget imod overleveringen om "Emil Test"
    Og sundhedsplejersken har taget imod overleveringen om "Emil Test"
    Når lægen i familieambulatoriet åbner siden "barnets-opfoelgning" i forløbet om "Emil Test"
    Så står der
      | Opfølgningen afventer overtagelse.       |
      | Familieafdelingen, Odense: har taget imod |
      | PPR, Odense: har ikke svaret              |
    Og har lægen i familieambulatoriet opgaven "I har ansvaret, til modtageren har sagt ja" om "Emil Test"
    Og har lægen i familieambulatoriet opgaven "Aftal, hvem der følger barnet, når familieambulatoriet slutter" om "Emil Test"
    Givet psykologen i PPR har taget imod overleveringen om "Emil Test"
    Når lægen i familieambulatoriet åbner siden "barnets-opfoelgning" i forløbet om "Emil Test"
    Så står der "Opfølgningen er afsluttet."
    Og har lægen i familieambulatoriet ikke opgaven "Aftal, hvem der følger barnet" om "Emil Test"
    Og har lægen i familieambulatoriet ikke opgaven "Opfølgning af barnet" om "Emil Test"
    Og har psykologen i PPR opgaven "Følg op på barnets udvikling og trivsel" om "Emil Test"
    Og har sundhedsplejersken opgaven "Følg op på barnets udvikling og trivsel" om "Emil Test"
    Og har familierådgiveren opgaven "Følg op på barnets udvikling og trivsel" om "Emil Test"
    Når psykologen i PPR åbner fanen "Tidslinje" om "Emil Test"
    Så står der "Styrker: Bygger og leger roligt."
    Og står der ikke "Alkohol: hver aften"

  @S0-018
  Scenarie: Siger forældrene nej, tvinges ingen ind: der tages stilling til underretning, og opfølgningen lukkes lovligt
    Når klokken bliver "09.00" den "6.5.2032"
    Og lægen i familieambulatoriet prøver at afslutte opfølgningen af "Emil Test" med
      | Hvordan slutter den? | Forældrene siger nej, og vi har taget stilling til underretning |
    Så siger feltet "Hvorfor slutter den nu?" "Skriv hvorfor."
    Når hun udfylder og trykker "Gem"
      | Hvorfor slutter den nu? | Barnet trives, og der er ingen grund til at underrette. |
    Så står der "Forældrene har sagt nej, og der er taget stilling til underretning."
    Og har lægen i familieambulatoriet ikke opgaven "Aftal, hvem der følger barnet" om "Emil Test"
    Og har lægen i familieambulatoriet ikke opgaven "Skolealder: overdrag" om "Emil Test"
    Og ser psykologen i PPR intet til "Emil Test"
    Og ser sundhedsplejersken intet til "Emil Test"

  @S3-014
  Scenarie: Opfølgningen kan forlænges ud over skolealderen, med en begrundelse, der kan ses
    Når klokken bliver "09.00" den "4.5.2032"
    Og lægen i familieambulatoriet åbner siden "barnets-opfoelgning/plan" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvilke dage?                                    | 5.11.2032 |
      | Hvornår tages der stilling til, om den slutter? | 5.5.2034  |
    Så siger feltet "Hvorfor en anden dag end skolealderen?" "Barnet er ikke i skolealderen den dag. Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvorfor en anden dag end skolealderen? | Vanskelighederne bliver tydeligere. |
    Så står der "Opfølgningen løber til 5.5.2034. Begrundelse: Vanskelighederne bliver tydeligere."
    Og har lægen i familieambulatoriet ikke opgaven "Skolealder: overdrag" om "Emil Test", "5. maj 2032"
