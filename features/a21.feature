# language: da
# SPDX-License-Identifier: EUPL-1.2
@A21
Egenskab: Den, der ikke er med, kan ikke se, om hun findes – og den, der må, siger hvorfor
  Som borger vil jeg vide, at kun de, der hjælper mig, læser om mig, at en læge kan komme til, når det gælder
  liv, og at alt bliver skrevet op, så en anden kan se på det. Den, der prøver uden at måtte, får ikke at vide,
  om jeg findes.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 150981-9996          |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun har svær astma." om "Helbred" for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun bor på en sofa hos en veninde." om "Sociale forhold" for "Anna Test"

  @S2-014 @S2-020 @S2-024 @X08
  Scenarie: Nummer, navn og adresse fører ikke ind, og svaret afslører ikke, om hun findes
    Når jobcentrets sagsbehandler åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Og er svaret nøjagtigt som for et forløb, der ikke findes
    Og står det afviste forsøg i adgangsloggen for "Anna Test"
    Når jobcentrets sagsbehandler søger efter "Anna"
    Så står der ikke "Anna Test"
    Når jobcentrets sagsbehandler søger efter "150981-9996"
    Så står der ikke "Anna Test"
    Når værestedsmedarbejderen åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes
    Og ser lægen i familieambulatoriet intet til "Anna Test"
    Og ser sundhedsplejersken intet til "Anna Test"

  @S2-039
  Scenarie: Den, hvis indsats er slut, er udenfor igen, og svaret er det samme
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Hun bor på en sofa hos en veninde."
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Tag tilbage"
    Og hun udfylder og trykker "Tag samtykket tilbage"
      | Hvordan er det sagt? | mundtligt |
    Og alkoholbehandleren åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes
    Og står det afviste forsøg i adgangsloggen for "Anna Test"

  @S2-014 @S4-031
  Scenarie: Jobcentret ser det, hun har sagt ja til, og ikke helbred eller psykisk helbred
    Givet familierådgiveren har skrevet noten "Hun har haft en svær depression." om "Psykisk helbred" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Jobcenter Odense" om "Sociale forhold"
    Når jobcentrets sagsbehandler åbner forløbet om "Anna Test"
    Så står der "Hun bor på en sofa hos en veninde."
    Og står der ikke "Hun har svær astma."
    Og står der ikke "Hun har haft en svær depression."

  @S2-013
  Scenarie: Psykiatrien kan underrette, og ingen andre læser psykiatriens egne noter
    Givet lægen i psykiatrien har meldt bekymring for "Bodil Test" i "Odense"
    Og lægen i psykiatrien har skrevet noten "Hun har været indlagt i angst." om "Psykisk helbred" for "Bodil Test"
    Når familierådgiveren åbner underretningen om "Bodil Test"
    Så står der "Hun fortæller selv om vin hver aften."
    Når familierådgiveren åbner forløbet om "Bodil Test"
    Så står der ikke "Hun har været indlagt i angst."
    Når lægen i psykiatrien åbner forløbet om "Bodil Test"
    Så står der "Hun har været indlagt i angst."

  @S0-004
  Scenarie: Lederen ser sagen på listen, og en anden enheds leder ved intet
    Når lederen åbner forløbet om "Anna Test"
    Så er der lukket for hende
    Og står der "Kun for teamet"
    Og står der "Sagen står på din enheds liste."
    Og står der ikke "Anna Test" på den lukkede side
    Og står det afviste forsøg i adgangsloggen for "Anna Test"
    Når lederen i Svendborg åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes

  @S0-004
  Scenarie: Ledelsestilsyn: et formål, egen enheds egne poster, resten af dagen
    Når lederen åbner forløbet om "Anna Test"
    Og hun følger linket "Åbn med ledelsestilsyn"
    Og hun trykker "Åbn sagen"
    Så siger feltet "Hvad skal du bruge det til?" "Vælg et svar."
    Når hun udfylder og trykker "Åbn sagen"
      | Hvad skal du bruge det til? | En klage |
    Så står der
      | Ledelsestilsyn i dag: En klage     |
      | Hun bor på en sofa hos en veninde. |
    Og står der ikke "vin hver aften"
    Og kan lederen ikke følge linket "Skriv en note"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Ledelsestilsyn |
      | En klage       |
    Når klokken bliver "08.00" den "4.3.2026"
    Og lederen åbner forløbet om "Anna Test"
    Så er der lukket for hende

  Scenarie: Nødadgang uden begrundelse afvises, og det, der er skrevet, står der endnu
    Når lægen i familieambulatoriet søger efter "Anna"
    Og hun følger linket "Nødadgang"
    Og hun udfylder og trykker "Åbn med nødadgang"
      | CPR-nummer | 150981-9996 |
    Så siger feltet "Hvad er der sket?" "Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Åbn med nødadgang"
      | CPR-nummer        | Anna Test                        |
      | Hvad er der sket? | Hun er bevidstløs på skadestuen. |
    Så siger feltet "CPR-nummer" "CPR-numret skal have ti cifre og begynde med en dato."
    Når hun udfylder og trykker "Åbn med nødadgang"
      | CPR-nummer        | 020191-9996                      |
      | Hvad er der sket? | Hun er bevidstløs på skadestuen. |
    Så siger feltet "CPR-nummer" "Der er ikke noget, du kan åbne med det nummer."
    Og ser lægen i familieambulatoriet intet til "Anna Test"

  @X08
  Scenarie: Nødadgang kræver, at man for nylig har vist, hvem man er, og intet, der er skrevet, går tabt
    Når lægen i familieambulatoriet åbner siden "/noedadgang"
    Så står der "Åbn med nødadgang"
    Givet at klokken er "09.06" den "3.3.2026"
    Når hun udfylder og trykker "Åbn med nødadgang"
      | Hvad er der sket? | Hun er bevidstløs. |
    Så står der "Det er mere end fem minutter siden, du viste, hvem du er."
    Og er intet af det, hun skrev, gået tabt
    Når lægen i familieambulatoriet åbner siden "/noedadgang"
    Så står der "Bekræft, at det er dig"

  @S4-031 @S4-039 @S4-040
  Scenarie: Nødadgang åbner det, en læge har brug for, og aldrig det, der er hendes eller andres alene
    Givet familierådgiveren har skrevet noten "Hun får medicin for depression." om "Psykisk helbred" for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun sælger sex for at få råd til husleje." om "Straffesag eller udnyttelse" for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun har en dom for tyveri." om "Straffesag eller udnyttelse" for "Anna Test"
    Og familierådgiveren har skrevet noten "Hun mistede et barn i fjor." om "Abort eller tab" for "Anna Test"
    Og familierådgiveren har skrevet noten "Prøven var positiv." om "Prøvesvar" for "Anna Test"
    Og familierådgiveren har skrevet noten "Han er i behandling." om "Partneren" for "Anna Test"
    Når lægen i familieambulatoriet åbner "Anna Test" med nødadgang, fordi "Hun er bevidstløs på skadestuen."
    Så står der
      | Anna Test                          |
      | Du er her med nødadgang til tirsdag 3. marts kl. 10.00 |
      | Hun har svær astma.                |
      | Hun får medicin for depression.    |
    Og står der ikke "Hun sælger sex for at få råd til husleje."
    Og står der ikke "Hun har en dom for tyveri."
    Og står der ikke "Hun mistede et barn i fjor."
    Og står der ikke "Prøven var positiv."
    Og står der ikke "Han er i behandling."
    Og står der ikke "Hun bor på en sofa hos en veninde."
    Og kan lægen i familieambulatoriet ikke følge linket "Skriv en note"
    Når hun åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Du er her med nødadgang til tirsdag 3. marts kl. 10.00"
    Og ser jordemoderen i familieambulatoriet intet til "Anna Test"

  Scenarie: Koordinator og leder får besked med det samme, og en anden enhed ser på det
    Når lægen i familieambulatoriet åbner "Anna Test" med nødadgang, fordi "Hun er bevidstløs på skadestuen."
    Så har familierådgiveren opgaven "Se på en nødadgang" om "Anna Test"
    Når lederen åbner "Overblik"
    Så står der
      | Nødadgang                        |
      | Lise Test Læge                   |
      | Hun er bevidstløs på skadestuen. |
    Når familierådgiveren trykker på "Se på den" ud for opgaven "Se på en nødadgang"
    Så står der
      | Lise Test Læge, læge, Familieambulatoriet |
      | Hun er bevidstløs på skadestuen.          |
      | 1 gang                                    |
    Når hun udfylder og trykker "Gem"
      | Var der grund til det?                                    | Ja |
      | Kan det bringe nogen i fare, at borgeren får det at vide? | Ja |
    Så siger feltet "Hvad fandt I?" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Var der grund til det?                                    | Ja                                  |
      | Hvad fandt I?                                             | Hun var bevidstløs. Lægen ringede.  |
      | Kan det bringe nogen i fare, at borgeren får det at vide? | Nej                                 |
    Så står der
      | Det er gemt, hvad I fandt.         |
      | Hun var bevidstløs. Lægen ringede. |
      | Borgeren får det at vide.          |
    Og har familierådgiveren ikke opgaven "Se på en nødadgang" om "Anna Test"
    Når lederen åbner "Overblik"
    Så står der ikke "Lise Test Læge"

  Scenarie: Nødadgang slutter af sig selv eller med en knap, og intet er tilbage
    Når lægen i familieambulatoriet åbner "Anna Test" med nødadgang, fordi "Hun er bevidstløs på skadestuen."
    Og klokken bliver "10.00" den "3.3.2026"
    Så ser lægen i familieambulatoriet intet til "Anna Test"
    Når lægen i familieambulatoriet åbner "Anna Test" med nødadgang, fordi "Hun er bevidstløs igen."
    Og hun trykker "Afslut nu"
    Så står der "Nødadgangen er afsluttet."
    Og ser lægen i familieambulatoriet intet til "Anna Test"

  Scenarie: Nødadgang er kun for sundhedspersoner
    Når familierådgiveren skriver adressen "/noedadgang"
    Så er der lukket for hende
    Når alkoholbehandleren skriver adressen "/noedadgang"
    Så er der lukket for hende
    Når lederen skriver adressen "/noedadgang"
    Så er der lukket for hende

  Scenarie: Den, der ikke er ansat længere, kommer ikke ind
    Givet kollegaen i familieafdelingen er holdt op
    Så kan kollegaen i familieafdelingen ikke logge ind

  Scenarie: Databeskyttelsesrådgiveren ser, hvem der prøvede, og ikke hvad der står
    Når jobcentrets sagsbehandler åbner forløbet om "Anna Test"
    Og rådgiveren i Aarhus åbner forløbet om "Anna Test"
    Og lægen i familieambulatoriet åbner "Anna Test" med nødadgang, fordi "Hun er bevidstløs på skadestuen."
    Og databeskyttelsesrådgiveren åbner "Adgangslog"
    Så står der
      | Ole Test Sagsbehandler |
      | Rusmidler og behandling |
      | afvist                 |
      | ingen adgang           |
      | Mette Test Rådgiver    |
      | egen enhed             |
    Og står der ikke "Anna Test"
    Og står der ikke "Astrid Test Rådgiver"
    Når hun udfylder og trykker "Vis"
      | Svar | afvist |
    Så står der "Ole Test Sagsbehandler"
    Og står der ikke "egen enhed"
    Når hun følger linket "Stikprøve"
    Så står der "trukket ved lodtrækning"
    Når databeskyttelsesrådgiveren åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes

  Scenarie: Mange afviste forsøg skiller sig ud, og linjerne bag kan åbnes
    Givet jobcentrets sagsbehandler har prøvet at åbne forløbet om "Anna Test" 6 gange
    Når databeskyttelsesrådgiveren åbner "Adgangslog"
    Og hun følger linket "Usædvanlige mønstre"
    Så står der
      | 6 afviste forsøg på en dag |
      | Ole Test Sagsbehandler     |
    Når hun følger linket "6 afviste forsøg på en dag"
    Så står der "Ole Test Sagsbehandler"
    Og står der ikke "egen enhed"
