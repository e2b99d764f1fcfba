# language: da
# SPDX-License-Identifier: EUPL-1.2
@A16
Egenskab: Intet barn falder ud af opfølgningen, uden at nogen ser det
  Som familieambulatorium vil jeg tilbyde hvert barn, hvis mor var indskrevet hos os, en opfølgning, og vide det, når
  kontakten er ved at blive tabt. Som forælder vil jeg mødes uden skyld, når vi ikke nåede det. Og som leder vil jeg se,
  hvem der mangler noget, før det er for sent.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge                                            | 30            |
      | Familieambulatoriet: Har hun sagt ja?          | Ja, mundtligt |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og socialrådgiveren i familieambulatoriet har taget imod henvisningen om "Anna Test"
      | læge | Lise Test Læge |
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"

  @S3-018
  Scenarie: Et barn, hvis mor var indskrevet, skal tilbydes opfølgning, og bliver det ikke tilbudt, er der alarm
    Så har lægen i familieambulatoriet opgaven "Tilbyd barnet opfølgning" om "Emil Test"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der "er ikke tilbudt opfølgning, selv om moren var indskrevet"
    Når klokken bliver "09.00" den "21.5.2026"
    Så har lægen i familieambulatoriet opgaven "Tilbyd barnet opfølgning" om "Emil Test", "over"
    # At moren var indskrevet, er hendes: det står ikke for andre end klinikken og den, der vidste det.
    Og har familierådgiveren ikke opgaven "Tilbyd barnet opfølgning" om "Emil Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Emil Test"
    Så står der ikke "skal tilbydes opfølgning"
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Så har lægen i familieambulatoriet ikke opgaven "Tilbyd barnet opfølgning" om "Emil Test"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der ikke "er ikke tilbudt opfølgning"

  @S3-018
  Scenarie: Siger forældrene nej, er barnet tilbudt opfølgning, og ingen bliver ved med at spørge
    Når lægen i familieambulatoriet åbner siden "barnets-opfoelgning/sted" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvilke dage? | på tirsdag |
    Så siger feltet "Hvad siger forældrene?" "Vælg et svar."
    Og siger feltet "Hvilke dage?" "Det er ikke en dato. Skriv dag.måned.år, fx 3.3.2026."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvad siger forældrene? | De siger nej |
      | Hvilke dage?           |              |
    Så har lægen i familieambulatoriet ikke opgaven "Tilbyd barnet opfølgning" om "Emil Test"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der ikke "er ikke tilbudt opfølgning"

  @S3-011 @S3-019
  Scenarie: Stedet følger regionen: familieambulatoriet i Odense, og Børne- og Ungeafdelingen i Slagelse
    Når lægen i familieambulatoriet åbner siden "barnets-opfoelgning/sted" i forløbet om "Emil Test"
    Så står der "Børn herfra følges i Familieambulatoriet, Odense."
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Så har lægen i familieambulatoriet opgaven "Opfølgning af barnet" om "Emil Test", "5. november"
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Signe Test" i "Slagelse" med
      | Navn                                           | Signe Test    |
      | Uge                                            | 30            |
      | Familieambulatoriet: Har hun sagt ja?          | Ja, mundtligt |
    Og lægen i familieambulatoriet i Slagelse har taget imod henvisningen om "Signe Test"
      | læge | Birgit Test Kliniklæge |
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Signe Test" med
      | Barn 1: Navn | Alma Test |
    Når lægen i familieambulatoriet i Slagelse åbner siden "barnets-opfoelgning/sted" i forløbet om "Alma Test"
    Så står der "Børn herfra følges i Børne- og Ungeafdelingen, Slagelse Sygehus."
    Og ser børnelægen i Slagelse intet til "Alma Test"
    Givet lægen i familieambulatoriet i Slagelse har tilbudt "Alma Test" opfølgning
    Så har børnelægen i Slagelse opgaven "Opfølgning af barnet" om "Alma Test", "5. november"
    Og har lægen i familieambulatoriet i Slagelse ikke opgaven "Opfølgning af barnet" om "Alma Test"
    Når børnelægen i Slagelse åbner forløbet om "Alma Test"
    Så står der
      | ja, alkohol (fortalt af moren) |
      | Anna Test, Bo Test             |
    Og står der ikke "Alkohol: hver aften"
    # Regionerne lægges sammen; stedet hænger på, hvor barnet bor, og ikke på regionens navn.
    Når klokken bliver "09.00" den "4.1.2027"
    Og lederen i Slagelse slår kommunen "Slagelse" op
    Så står der "Børn herfra følges i Børne- og Ungeafdelingen, Slagelse Sygehus."

  @S3-019
  Scenarie: Flytter barnet til en anden region, får opfølgningen et nyt sted, og det aftalte går med
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Når lægen i familieambulatoriet åbner siden "barnets-opfoelgning" i forløbet om "Emil Test"
    Og hun følger linket "Find et nyt sted til opfølgningen"
    Og hun udfylder og trykker "Gem"
      | Hvad siger forældrene? | De siger ja |
      | Hvor følges barnet?    | Børne- og Ungeafdelingen, Slagelse Sygehus |
    Så har børnelægen i Slagelse opgaven "Opfølgning af barnet" om "Emil Test", "5. november"
    Og har lægen i familieambulatoriet ikke opgaven "Opfølgning af barnet" om "Emil Test"
    Og kan lægen i familieambulatoriet ikke åbne "barnets-opfoelgning/plan" i forløbet om "Emil Test"

  @S0-032 @S1-003
  Scenarie: Et barn, der har det godt, mister ikke sin opfølgning, og den sidste tages ikke væk uden en grund
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Når klokken bliver "12.00" den "5.11.2026"
    Og lægen i familieambulatoriet trykker på "Skriv, hvordan det gik" ud for opgaven "Opfølgning af barnet"
    Og hun følger linket "Skriv, hvordan det gik"
    Og hun udfylder og trykker "Gem"
      | Det, kolleger skal vide | Ingen tegn. |
    Så siger feltet "Hvordan gik det?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvordan gik det? | Barnet kom |
    Så står der "kom"
    Og har lægen i familieambulatoriet opgaven "Opfølgning af barnet" om "Emil Test", "5. maj"
    Når lægen i familieambulatoriet åbner siden "barnets-opfoelgning/plan" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvornår tages der stilling til, om den slutter? | 5.5.2029 |
    Så siger feltet "Hvorfor en anden dag end skolealderen?" "Barnet er ikke i skolealderen den dag. Skriv hvorfor."
    Når klokken bliver "12.00" den "5.5.2031"
    # De øvrige aftaler tages af planen én for én; den sidste kræver en grund.
    Og lægen i familieambulatoriet tager alle aftaler undtagen den sidste af planen for "Emil Test"
    Og lægen i familieambulatoriet åbner siden "barnets-opfoelgning" i forløbet om "Emil Test"
    Og hun følger linket "Skriv, hvordan det gik"
    Og hun udfylder og trykker "Gem"
      | Hvordan gik det? | Aftalen tages af planen |
    Så siger feltet "Det, kolleger skal vide" "Skriv hvorfor. Et barn mister ikke sin opfølgning uden en grund."
    Når hun udfylder og trykker "Gem"
      | Hvordan gik det?        | Aftalen tages af planen    |
      | Det, kolleger skal vide | Moren vil vente til august. |
    Så har lægen i familieambulatoriet opgaven "Aftal næste opfølgning, eller skriv, hvorfor den slutter" om "Emil Test"

  @S3-021
  Scenarie: Efter to aftaler, der ikke blev til noget, mangler barnet kontakt, til nogen når familien, og tallene følger med
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Og familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og lægen i familieambulatoriet den "5.11.2026" skriver, at "Emil Test" ikke kom til opfølgning
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der "Alle 1 0 0 %"
    Givet lægen i familieambulatoriet den "5.5.2027" skriver, at "Emil Test" ikke kom til opfølgning
    Så har lægen i familieambulatoriet opgaven "Mangler kontakt: prøv at nå familien igen" om "Emil Test"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der
      | Alle 1 1 100 %                                    |
      | Region Syddanmark 1 1 100 %                       |
      | 1-3 år 1 1 100 %                                  |
      | mangler kontakt (ingen kom), forsøgt 0 gange      |
    Når "Bo Test" åbner sin side
    Så står der "Vi nåede ikke at ses den 5.5.2027."
    Og står der ikke "mangler kontakt"
    Når lægen i familieambulatoriet prøver at afslutte opfølgningen af "Emil Test" med
      | Hvordan slutter den?     | Forældrene siger nej, og vi har taget stilling til underretning |
      | Hvorfor slutter den nu?  | De kommer ikke. |
    Så siger feltet "Hvordan slutter den?" "Kontakten til familien er tabt. Overdrag barnet, eller underret kommunen; eller få kontakt først."
    Når lægen i familieambulatoriet trykker på "Skriv et forsøg" ud for opgaven "Mangler kontakt"
    Og hun udfylder og trykker "Gem"
      | Hvordan?                | brev eller digital post |
      | Er der kontakt igen?    | Ikke endnu              |
    Så siger feltet "Hvad kom der ud af det?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvad kom der ud af det? | Intet svar. |
    Og lederen af familieambulatoriet åbner "Overblik"
    Så står der "mangler kontakt (ingen kom), forsøgt 1 gang"
    Når lægen i familieambulatoriet trykker på "Skriv et forsøg" ud for opgaven "Mangler kontakt"
    Og hun udfylder og trykker "Gem"
      | Hvordan?                | telefon |
      | Er der kontakt igen?    | Der er kontakt igen |
      | Hvad kom der ud af det? | De kommer i juni.   |
    Så har lægen i familieambulatoriet ikke opgaven "Mangler kontakt" om "Emil Test"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der "Alle 1 0 0 %"
    Og står der ikke "forsøgt"

  @S3-021
  Scenarie: Den tabte kontakt bliver til en underretning, og så har familieafdelingen den
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Og lægen i familieambulatoriet den "5.11.2026" skriver, at "Emil Test" ikke kom til opfølgning
    Og lægen i familieambulatoriet den "5.5.2027" skriver, at "Emil Test" ikke kom til opfølgning
    Når lægen i familieambulatoriet prøver at afslutte opfølgningen af "Emil Test" med
      | Hvordan slutter den? | Vi underretter kommunen |
    Så siger feltet "Hvorfor slutter den nu?" "Barnet er ikke i skolealderen den dag. Skriv hvorfor."
    Og siger feltet "Underretningen til kommunen" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Ved forældrene, at I underretter?" "Vælg et svar."
    Når hun udfylder og trykker "Gem"
      | Hvorfor slutter den nu?           | Familien svarer ikke.                    |
      | Underretningen til kommunen       | Barnet er ikke set siden foråret.        |
      | Ved forældrene, at I underretter? | Ja                                       |
    Så står der "Kommunen er underrettet."
    Og har familierådgiveren opgaven "Akutvurdér underretning" om "Emil Test"
    Og har lægen i familieambulatoriet ikke opgaven "Mangler kontakt" om "Emil Test"
    Og har lægen i familieambulatoriet ikke opgaven "Opfølgning af barnet" om "Emil Test"

  @S3-003 @S3-020 @S3-021
  Scenarie: Et nedlagt tilbud efterlader ingen: børnene står uden opfølgning, til hver har et nyt sted
    Givet lederen af familieambulatoriet har skrevet tilbuddet om opfølgning "Børnesporet" for "Odense"
    Når jordemoderen slår kommunen "Odense" op
    Så står der "Børnesporet"
    Og står der ikke "Hul i dækningen"
    Og kan jordemoderen ikke følge linket "Nedlæg tilbuddet"
    Givet jordemoderen har meldt bekymring for "Berit Test" i "Odense" med
      | Navn                                           | Berit Test    |
      | Uge                                            | 39            |
      | Familieambulatoriet: Har hun sagt ja?          | Ja, mundtligt |
    Og socialrådgiveren i familieambulatoriet har taget imod henvisningen om "Berit Test"
      | læge | Lise Test Læge |
    Og jordemoderen har skrevet fødslen for "Berit Test" med
      | Dato             | 6.5.2026     |
      | Klokken          | 05.00        |
      | Barn 1: Navn     | Asta Test    |
      | Barn 2: Barnet er | levende født |
      | Barn 2: Navn     | Bror Test    |
      | Barn 3: Barnet er | levende født |
      | Barn 3: Navn     | Carl Test    |
      | Barn 4: Barnet er | levende født |
      | Barn 4: Navn     | Dina Test    |
    Og lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning i "Børnesporet"
    Og lægen i familieambulatoriet har tilbudt "Asta Test" opfølgning i "Børnesporet"
    Og lægen i familieambulatoriet har tilbudt "Bror Test" opfølgning i "Børnesporet"
    Og lægen i familieambulatoriet har tilbudt "Carl Test" opfølgning i "Børnesporet"
    Og lægen i familieambulatoriet har tilbudt "Dina Test" opfølgning i "Børnesporet"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der "Børnesporet 5 0 0 %"
    Når lederen af familieambulatoriet slår kommunen "Odense" op
    Og hun følger linket "Nedlæg tilbuddet"
    Og hun trykker "Nedlæg tilbuddet"
    Så siger feltet "Hvilket tilbud kommer i stedet?" "Tilbuddet skal evalueres først, og evalueringen skal ende med, at det nedlægges eller flyttes."
    Når lederen af familieambulatoriet slår kommunen "Odense" op
    Og hun følger linket "Evaluér tilbuddet"
    Og hun udfylder og trykker "Gem"
      | Hvad viser tallene?      | Mange kommer ikke. |
      | Hvad er besluttet?       | Det nedlægges      |
    Så siger feltet "Hvad vurderer de, der arbejder der?" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvad vurderer de, der arbejder der? | Det har ikke den virkning, vi håbede. |
      | Hvorfor?                            | For få kommer.                        |
    Og lederen af familieambulatoriet slår kommunen "Odense" op
    Og hun følger linket "Nedlæg tilbuddet"
    Og hun trykker "Nedlæg tilbuddet"
    Og lederen af familieambulatoriet åbner "Overblik"
    Så står der "Børn, der mangler noget 5"
    Og står der "uden opfølgning: Børnesporet er nedlagt"
    Og har lægen i familieambulatoriet opgaven "Uden opfølgning: find et nyt sted til barnet" om "Asta Test"
    Når jordemoderen slår kommunen "Odense" op
    Så står der "Hul i dækningen: intet koordinerende tilbud om tidlig opsporing og opfølgning for 0-1 år, 1-3 år, 3-6 år."
    Og står der "Intet er kommet i stedet."
    Givet lederen af familieambulatoriet har skrevet tilbuddet om opfølgning "Det nye spor" for "Odense"
    Og lægen i familieambulatoriet har tilbudt "Asta Test" opfølgning i "Det nye spor"
    Så har lægen i familieambulatoriet ikke opgaven "Uden opfølgning" om "Asta Test"
    Når lederen af familieambulatoriet åbner "Overblik"
    Så står der "Børn, der mangler noget 4"
    Når jordemoderen slår kommunen "Odense" op
    Så står der ikke "Hul i dækningen"

  @S3-018
  Scenarie: Kun den, barnet følges hos, planlægger og afslutter, og den, der er udenfor, ser intet
    Givet lægen i familieambulatoriet har tilbudt "Emil Test" opfølgning
    Så kan jordemoderen ikke åbne "barnets-opfoelgning/plan" i forløbet om "Emil Test"
    Og kan familierådgiveren ikke åbne "barnets-opfoelgning/afslut" i forløbet om "Emil Test"
    Og kan børnelægen i Slagelse ikke åbne "barnets-opfoelgning" i forløbet om "Emil Test"
    Og ser sundhedsplejersken intet til "Emil Test"
    Og ser alkoholbehandleren intet til "Emil Test"
