# language: da
# SPDX-License-Identifier: EUPL-1.2
@A18
Egenskab: Flytter familien, flytter viden og ansvar med, og kun det nødvendige
  Som familierådgiver vil jeg underrette den nye kommune og overlevere til den, så den kan hjælpe fra første dag, uden at
  nogen falder mellem to stole og uden at sende mere end det, der er brug for. Og som kvinde vil jeg vide, at den
  gamle kommune slipper mig, når den nye har taget imod.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 24 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har skrevet noten "Hun har brug for ro og en fast kontakt." om "Økonomi og bolig" for "Anna Test"
    Og familierådgiveren har skrevet noten "Det her er ikke nødvendigt." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S3-008
  Scenarie: Flytningen skrives med dag og kommune, og så er der en opgave hos den kommune, de flytter fra
    Givet familierådgiveren har afgjort underretningen om "Anna Test" med "Børnefaglig undersøgelse (BFU)"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Familien flytter"
    Og hun udfylder og trykker "Gem flytningen"
      | Hvornår flytter de?   | 1.4.2026 |
      | Hvor flytter de hen?  | Til en bolig i en anden kommune |
      | Det, kolleger skal vide | De får nøglen den 1. |
    Så siger feltet "Hvilken kommune?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem flytningen"
      | Hvilken kommune?      | Odense |
    Så siger feltet "Hvilken kommune?" "Det er den kommune, der handler nu. Skriv en ny adresse under kontaktoplysninger."
    Når hun udfylder og trykker "Gem flytningen"
      | Hvilken kommune?      | Slagelse |
    Så står der "Flytter til"
    Og har familierådgiveren opgaven "Underret den nye kommune, og send det nødvendige materiale" om "Anna Test"
    Og har familierådgiveren opgaven "Overlevér forløbet til den nye kommune" om "Anna Test"
    Og ser rådgiveren i Slagelse intet til "Anna Test"

  @S0-013 @S0-048 @S1-010 @S2-052 @S2-076
  Scenarie: Overleveringen sendes ikke uden behov, styrker, udfordringer og stillingtagen til eksponering
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Når familierådgiveren trykker på "Overlevér" ud for opgaven "Overlevér forløbet til den nye kommune"
    Så står der "Afgiver bliver ansvarlig, til modtager har sagt ja."
    Når hun udfylder og trykker "Send til den nye kommune"
      | Udfordringer                       | Boligen. |
    Så siger feltet "Hvad giver ret til det?" "Vælg et svar."
    Og siger feltet "Behov" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Styrker" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Hvad ved I om, at barnet er udsat for rusmidler?" "Vælg et svar."
    Når hun udfylder og trykker "Send til den nye kommune"
      | Behov                              | En fast kontakt og ro om graviditeten. |
      | Udfordringer                       | |
      | Hvad giver ret til det?            | Vi har fundet behov for støtte (barnets lov § 132) |
      | Ved hun, at I skriver?             | Ja |
    Så siger feltet "Styrker" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Udfordringer" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Hvad ved I om, at barnet er udsat for rusmidler?" "Vælg et svar."
    Og siger feltet "Opsummering af det, I har vurderet" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Send til den nye kommune"
      | Styrker      | Hun møder op og har en søster. |
      | Udfordringer | Boligen og aftenerne. |
      | Hvad ved I om, at barnet er udsat for rusmidler? | Det er udsat |
      | Opsummering af det, I har vurderet | Hun venter barn og har brug for støtte. |
      | Hvad sendes med? | Note, tirsdag 3. marts kl. 9.00 · Sociale forhold · Familieafdelingen, Odense |
    Så står der "Det er sendt."
    Og har familierådgiveren ikke opgaven "Overlevér forløbet til den nye kommune" om "Anna Test"
    Når rådgiveren i Slagelse åbner underretningen om "Anna Test"
    Så står der
      | Udsat for rusmidler: Det er udsat.      |
      | Hun venter barn og har brug for støtte. |
    Når rådgiveren i Slagelse åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Behov: En fast kontakt og ro om graviditeten. |
      | Styrker: Hun møder op og har en søster.       |
      | Udfordringer: Boligen og aftenerne.           |
      | Udsat for rusmidler: Det er udsat             |
      | Det her er ikke nødvendigt.                   |
    Og står der ikke "vin hver aften"
    Og står der ikke "Hun har brug for ro og en fast kontakt."
    Og har rådgiveren i Slagelse opgaven "Akutvurdér underretning" om "Anna Test"
    Og har familierådgiveren opgaven "Fortæl hende, hvad der er givet videre uden hendes ja" om "Anna Test"

  @S0-013 @S1-010 @S2-059
  Scenarie: Den gamle koordinator har ansvaret, til den nye kommune har taget imod, og derefter gælder den nye aftale
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og familierådgiveren har overleveret "Anna Test" efter loven
    Så har familierådgiveren opgaven "I har ansvaret, til modtageren har sagt ja" om "Anna Test"
    Og har familierådgiveren opgaven "Hold netværksmøde" om "Anna Test"
    Og har rådgiveren i Slagelse ikke opgaven "Hold netværksmøde" om "Anna Test"
    Når rådgiveren i Slagelse åbner forløbet om "Anna Test"
    Så kan rådgiveren i Slagelse ikke følge linket "Underret og overlevér til den nye kommune"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der
      | Mette Test Rådgiver |
      | Venter på, at Familieafdelingen, Slagelse tager imod. Til da har I ansvaret. |
    Og kan familierådgiveren ikke følge linket "Tag imod, og udpeg koordinator"
    Når rådgiveren i Slagelse trykker på "Tag imod" ud for opgaven "Tag imod familien, der flytter hertil, og udpeg en koordinator"
    Og hun udfylder og trykker "Tag imod"
    Så siger feltet "Hvem skal være koordinator hos jer?" "Vælg et svar."
    Når hun udfylder og trykker "Tag imod"
      | Hvem skal være koordinator hos jer? | Hanne Test Rådgiver |
    Så står der
      | Hanne Test Rådgiver     |
      | Samarbejdsaftale Slagelse |
    Og har rådgiveren i Slagelse ikke opgaven "Tag imod familien" om "Anna Test"
    Og har rådgiveren i Slagelse opgaven "Hold netværksmøde" om "Anna Test"
    # Slagelses aftale har møder i uge 20 og 34; uge 34 ligger forude.
    Og har rådgiveren i Slagelse opgaven "Hold netværksmøde" om "Anna Test", "12. maj"
    Og har familierådgiveren ikke opgaven "Hold netværksmøde" om "Anna Test"
    Og har familierådgiveren ikke opgaven "I har ansvaret" om "Anna Test"

  @S1-010
  Scenarie: Tager ingen imod inden aftalens frist, er det overskredet hos begge, og deres ledere ser det
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og familierådgiveren har overleveret "Anna Test" efter loven
    Og at klokken er "09.00" den "18.3.2026"
    Så har rådgiveren i Slagelse opgaven "Tag imod familien, der flytter hertil" om "Anna Test", "1 dag over"
    Og har familierådgiveren opgaven "Den nye kommune har ikke taget imod: ring til dem, og sig det til din leder" om "Anna Test"
    Når klokken bliver "09.00" den "20.3.2026"
    Og lederen åbner "Overblik"
    Så står der "Den nye kommune har ikke taget imod"
    Når lederen i Slagelse åbner "Overblik"
    Så står der "Tag imod familien, der flytter hertil"
    Og står der ikke "Anna Test"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Mette Test Rådgiver"

  @S2-052
  Scenarie: Når den nye kommune har taget imod, beholder den gamle sit eget og får intet nyt
    Givet jordemoderen har skrevet samtykke fra "Anna Test" til "Familieafdelingen, Odense" om "Sociale forhold"
    Og jordemoderen har skrevet noten "Hun sover hos sin søster." om "Sociale forhold" for "Anna Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Hun sover hos sin søster."
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og familierådgiveren har overleveret "Anna Test" efter loven
    Og rådgiveren i Slagelse har taget imod "Anna Test"
    Og rådgiveren i Slagelse har skrevet noten "Første samtale hos os." om "Sociale forhold" for "Anna Test"
    Og rådgiveren i Slagelse har skrevet, at "Anna Test" kan nås på "20 00 00 07"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Forløbet er overdraget til Slagelse. I kan se det, I selv har skrevet, og det, I havde fået før."
    Og står der ikke "20 00 00 07"
    Og kan familierådgiveren ikke følge linket "Familien flytter"
    Og kan familierådgiveren ikke følge linket "Skriv en note"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Hun har brug for ro og en fast kontakt.  |
      | En anden kommune har taget imod forløbet |
    Og står der ikke "Hun sover hos sin søster."
    Og står der ikke "Første samtale hos os."
    Og ser jobcentrets sagsbehandler intet til "Anna Test"

  @S2-052
  Scenarie: Det, et møde besluttede, og det næste møde er ikke længere den gamle kommunes opgave
    Givet familierådgiveren har holdt et netværksmøde den "31.3.2026" om "Anna Test" med
      | Beslutninger | Mette: søg bolig inden 1/5 |
    Så har familierådgiveren opgaven "Gør det, netværksmødet besluttede" om "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Fødeplan  |
      | Dato    | 21.4.2026 |
      | Klokken | 10.00     |
      | Sted    | Rådhuset  |
    Og familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Netværksmøde 2, tirsdag 21. april kl. 10.00"
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og familierådgiveren har overleveret "Anna Test" efter loven
    Og rådgiveren i Slagelse har taget imod "Anna Test"
    Så har familierådgiveren ikke opgaven "Gør det, netværksmødet besluttede" om "Anna Test"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der ikke "Netværksmøde 2, tirsdag 21. april kl. 10.00"

  @S2-052
  Scenarie: Uden samtykke sendes kun det, loven tillader, og grundlaget står der
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og jordemoderen har skrevet samtykke fra "Anna Test" til "Familieafdelingen, Odense" om "Sociale forhold"
    Og jordemoderen har skrevet noten "Hun sover hos sin søster." om "Sociale forhold" for "Anna Test"
    Når familierådgiveren prøver at overlevere "Anna Test" med
      | Hvad giver ret til det? | Hendes samtykke |
    Så siger feltet "Hvad giver ret til det?" "Der mangler samtykke til at give Familieafdelingen, Slagelse oplysninger om sociale forhold. Spørg hende, og skriv svaret under Samtykker."
    Og er intet af det, hun skrev, gået tabt
    Og er forsøget "disclose" på "Anna Test" afvist og skrevet i loggen
    Og ser rådgiveren i Slagelse intet til "Anna Test"
    Når familierådgiveren prøver at overlevere "Anna Test" med
      | Hvad sendes med? | Note, tirsdag 3. marts kl. 9.00 · Sociale forhold · Jordemoderkonsultationen, Odense |
    Så får hun at vide "Posten er skrevet af en anden enhed."
    Og ser rådgiveren i Slagelse intet til "Anna Test"
    Givet familierådgiveren har overleveret "Anna Test" efter loven
    Når rådgiveren i Slagelse åbner fanen "Tidslinje" om "Anna Test"
    Så står der "BL § 132"
    Og står der ikke "Hun sover hos sin søster."

  @S2-052
  Scenarie: Med hendes samtykke følger også det med, samtykket dækker
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og jordemoderen har skrevet samtykke fra "Anna Test" til "Familieafdelingen, Odense" om "Sociale forhold"
    Og jordemoderen har skrevet noten "Hun sover hos sin søster." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Familieafdelingen, Slagelse" om "Sociale forhold"
    Når familierådgiveren prøver at overlevere "Anna Test" med
      | Hvad giver ret til det? | Hendes samtykke |
      | Hvad sendes med? | Note, tirsdag 3. marts kl. 9.00 · Sociale forhold · Jordemoderkonsultationen, Odense |
    Så står der "Det er sendt."
    Når rådgiveren i Slagelse åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Hun sover hos sin søster."
    Og står der ikke "BL § 132"
    Og har familierådgiveren ikke opgaven "Fortæl hende, hvad der er givet videre uden hendes ja" om "Anna Test"

  @S2-021 @S4-030
  Scenarie: Uden bolig handler den kommune, hun opholder sig i, og der er alarm samme dag
    Når familierådgiveren har skrevet om flytningen for "Anna Test"
      | Hvor flytter de hen? | De er uden bolig |
      | Hvilken kommune?     | Slagelse |
    Så står der "Slagelse, uden bolig"
    Og har familierådgiveren opgaven "Uden bolig: aftal i dag, hvor og hvordan I mødes" om "Anna Test", "senest tirsdag 3. marts i dag"
    Og har familierådgiveren opgaven "Overlevér forløbet til den nye kommune" om "Anna Test"
    Når familierådgiveren trykker på "Skriv, at det er aftalt" ud for opgaven "Uden bolig"
    Og hun udfylder og trykker "Gem"
    Så har familierådgiveren ikke opgaven "Uden bolig" om "Anna Test"
    Givet familierådgiveren har overleveret "Anna Test" efter loven
    Og rådgiveren i Slagelse har taget imod "Anna Test"
    Når rådgiveren i Slagelse åbner forløbet om "Anna Test"
    Så står der "Samarbejdsaftale Slagelse"

  @S4-030
  Scenarie: Ved ingen, hvor hun er, handler kommunen videre, og der er alarm samme dag
    Når familierådgiveren har skrevet om flytningen for "Anna Test"
      | Hvor flytter de hen? | Det ved ingen |
    Så står der "det ved ingen"
    Og har familierådgiveren opgaven "Ingen ved, hvor familien er" om "Anna Test", "senest tirsdag 3. marts i dag"
    Og har familierådgiveren ikke opgaven "Overlevér forløbet til den nye kommune" om "Anna Test"
    Og kan familierådgiveren ikke overlevere "Anna Test": "Skriv først, at familien flytter til en anden kommune."
    Når klokken bliver "09.00" den "4.3.2026"
    Og lederen åbner "Overblik"
    Så står der "Ingen ved, hvor familien er"
    Når familierådgiveren har skrevet om flytningen for "Anna Test"
      | Hvor flytter de hen? | De er uden bolig |
      | Hvilken kommune?     | Odense |
    Så har familierådgiveren ikke opgaven "Ingen ved, hvor familien er" om "Anna Test"
    Og har familierådgiveren ikke opgaven "Overlevér forløbet til den nye kommune" om "Anna Test"

  @S2-052
  Scenarie: Det beskyttede står aldrig i det, der sendes, og følger kun med, når det er besluttet
    Givet familierådgiveren har beskyttet, at "Anna Test" er på "Krisecentret Testgården"
    Og familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Når familierådgiveren prøver at overlevere "Anna Test" med
      | Udfordringer | Hun bor på krisecentret Testgården nu. |
    Så siger feltet "Udfordringer" "Her står noget af det, der er beskyttet. Tag det ud af teksten."
    Og siger feltet "Må den nye kommune se det, der er beskyttet om, hvordan hun kan nås?" "Vælg et svar."
    Og ser rådgiveren i Slagelse intet til "Anna Test"
    Når familierådgiveren prøver at overlevere "Anna Test" med
      | Må den nye kommune se det, der er beskyttet om, hvordan hun kan nås? | Ja, de har brug for det |
    Så står der "Det er sendt."
    Når rådgiveren i Slagelse åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Krisecentret Testgården"
    Når rådgiveren i Slagelse åbner forløbet om "Anna Test"
    Så står der "Krisecentret Testgården (beskyttet)"
    Givet rådgiveren i Slagelse har taget imod "Anna Test"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der ikke "Krisecentret Testgården"
    # Hvilken kommune det er, fortælles ikke andre, når det er beskyttet, hvor hun er.
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der ikke "Slagelse"
    Og står der ikke "Hanne Test Rådgiver"

  @S2-052
  Scenarie: Bliver det ikke besluttet, ser den nye kommune intet af det beskyttede
    Givet familierådgiveren har beskyttet, at "Anna Test" er på "Krisecentret Testgården"
    Og familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Når familierådgiveren prøver at overlevere "Anna Test" med
      | Må den nye kommune se det, der er beskyttet om, hvordan hun kan nås? | Nej |
    Og rådgiveren i Slagelse åbner forløbet om "Anna Test"
    Så står der ikke "Krisecentret Testgården"
    Og står der ikke "beskyttet"

  @S0-013 @S0-048
  Scenarie: Barnets viden om eksponering følger barnet, og morens detaljer gør ikke
    Givet at klokken er "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og familierådgiveren har skrevet, at familien til "Emil Test" flytter til "Slagelse"
    Når familierådgiveren prøver at overlevere "Emil Test" med
      | Hvad ved I om, at barnet er udsat for rusmidler? | Intet, der tyder på det |
    Så siger feltet "Hvad ved I om, at barnet er udsat for rusmidler?" "I barnets forløb står der noget andet om eksponering. Ret det ene, så de siger det samme."
    Givet familierådgiveren har overleveret "Emil Test" efter loven
    Når rådgiveren i Slagelse åbner forløbet om "Emil Test"
    Så står der
      | ja, alkohol (fortalt af moren) |
      | Anna Test, Bo Test             |
    Og står der ikke "Alkohol: hver aften"
    Og står der ikke "Morens forløb"
    Givet rådgiveren i Slagelse har taget imod "Emil Test"
    Så har rådgiveren i Slagelse opgaven "Udred barnet" om "Emil Test"
    Og har familierådgiveren ikke opgaven "Udred barnet" om "Emil Test"
    Når rådgiveren i Slagelse åbner forløbet om "Emil Test"
    Så står der "Hanne Test Rådgiver"
    Og står der "Samarbejdsaftale Slagelse"
    # Hun selv er ikke flyttet med: hendes forløb er uændret.
    Og ser rådgiveren i Slagelse intet til "Anna Test"

  Scenarie: Kun den, der har sagen, skriver flytningen, overleverer og tager imod
    Når jordemoderen åbner forløbet om "Anna Test"
    Så kan jordemoderen ikke følge linket "Familien flytter"
    Og kan jordemoderen ikke skrive flytningen for "Anna Test"
    Givet familierådgiveren har skrevet, at familien til "Anna Test" flytter til "Slagelse"
    Og familierådgiveren har overleveret "Anna Test" efter loven
    Så kan jordemoderen ikke tage imod "Anna Test"
    Og kan familierådgiveren ikke tage imod "Anna Test"
    Og ser rådgiveren i Aarhus intet til "Anna Test"
    Og ser alkoholbehandleren intet til "Anna Test"
