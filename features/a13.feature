# language: da
# SPDX-License-Identifier: EUPL-1.2
@A13
Egenskab: Ukendt eksponering – pædagog og lærer ser tegn
  Som pædagog vil jeg skrive det, jeg ser, hver gang jeg ser det, uden at det bliver et rødt flag hos andre; og når
  jeg er bekymret, vil jeg underrette med ét tryk. Som PPR vil jeg have eksponering afprøvet som en mulighed, før
  nogen kalder den en forklaring. Og som mor vil jeg høre det af et menneske først.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  @S0-019 @S0-020 @S0-021 @S0-022 @S0-024 @S2-018
  Scenarie: Pædagogen skriver, hvad hun ser, på tre dage; hvert tegn står ordret, og kun hendes egen enhed ser det
    Når pædagogen skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set? | Reguleringsvanskeligheder; Sarthed over for lyd |
      | Hvad så eller hørte du? | Han holder sig for ørerne ved samling.          |
      | Se efter igen den       | 10.3.2026                                       |
    Og klokken bliver "09.00" den "10.3.2026"
    Så har pædagogen opgaven "Se på barnet igen, og skriv, hvad I ser" om "Emil Test"
    Når pædagogen skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set?        | Motoriske funktionsnedsættelser; Usædvanlige kontaktmønstre |
      | Hvor og hvornår på dagen?      | I garderoben kl. 9.15                                       |
    Så har pædagogen ikke opgaven "Se på barnet igen, og skriv, hvad I ser" om "Emil Test"
    Når klokken bliver "09.00" den "17.3.2026"
    Og pædagogen skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set? | Kommunikative funktionsnedsættelser; Andet |
      | Andet: hvad?            | Skærer tænder, når der er mange            |
    Og pædagogen åbner fanen "Tegn" om "Emil Test"
    Så står der
      | Tirsdag 3. marts                                              |
      | reguleringsvanskeligheder, sarthed over for lyd               |
      | Han holder sig for ørerne ved samling.                        |
      | motoriske funktionsnedsættelser, usædvanlige kontaktmønstre   |
      | I garderoben kl. 9.15                                         |
      | kommunikative funktionsnedsættelser, Skærer tænder, når der er mange |
      | Pia Test Pædagog                                              |
    Og står der ikke "sarthed over for lys"
    Og står der ikke "sarthed over for berøring"
    Og ser familierådgiveren intet til "Emil Test"
    Og ser sundhedsplejersken intet til "Emil Test"
    Og ser læreren intet til "Emil Test"

  @S0-020
  Scenarie: Det, der mangler, bliver nævnt, og intet går tabt
    Når pædagogen prøver at skrive, hvad der er set
      | Barnets navn              |                 |
      | Hvilke tegn har du set?   | Andet           |
      | Hvor og hvornår på dagen? | På legepladsen  |
      | Har du grund til at antage, at barnet kan have behov for særlig støtte? | |
    Så siger feltet "Barnets navn" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Har du grund til at antage, at barnet kan have behov for særlig støtte?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når pædagogen prøver at skrive, hvad der er set
      | Hvilke tegn har du set?   | Andet           |
      | Hvor og hvornår på dagen? | På legepladsen  |
    Så siger feltet "Andet: hvad?" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt

  @S0-023 @S0-026
  Scenarie: Læreren er bekymret og underretter med ét tryk; kun det, skolen selv har set, følger med
    Givet pædagogen skriver, hvad der er set hos "Ida Test i børnehaven"
      | Barnets navn            | Ida Test               |
      | Hvilke tegn har du set? | Sarthed over for lys   |
    Når læreren skriver, hvad der er set hos "Ida Test"
      | Født den                                        | 1.2.2019                                            |
      | Kommune, hvor barnet bor                        | Odense                                              |
      | Hvilke tegn har du set?                         | Faglige vanskeligheder; Usædvanlige kontaktmønstre; Andet |
      | Andet: hvad?                                    | Spiser ikke sin mad                                 |
      | Har du grund til at antage, at barnet kan have behov for særlig støtte? | Ja                          |
    Så har læreren opgaven "Underret kommunen om barnet" om "Ida Test"
    Og har lederen ikke opgaven "Underret kommunen om barnet" om "Ida Test"
    Når læreren åbner siden "underret" i forløbet om "Ida Test"
    Så er feltet "Hvad underretter du om?" udfyldt med "Tirsdag 3. marts: faglige vanskeligheder, usædvanlige kontaktmønstre, Spiser ikke sin mad"
    Når hun udfylder og trykker "Send underretningen"
      | Ved forældrene, at du skriver? | Ja |
    Så står der
      | Tak. Det er sendt           |
      | Familieafdelingen, Odense   |
    Og har læreren ikke opgaven "Underret kommunen om barnet" om "Ida Test"
    Og har familierådgiveren opgaven "Akutvurdér underretning" om "Ida Test"
    Når familierådgiveren åbner fanen "Tegn" om "Ida Test"
    Så står der "faglige vanskeligheder, usædvanlige kontaktmønstre, Spiser ikke sin mad"
    Og står der ikke "sarthed over for lys"

  @S0-014 @S0-024
  Scenarie: PPR anlægger en hypotese; den afprøves, før nogen bekræfter, og det er lægen, der gør det
    Givet PPR skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set? | Usædvanlige kontaktmønstre |
    Når PPR åbner siden "hypotese/ny" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | tirsdag 3. marts: usædvanlige kontaktmønstre | ja |
      | Hvorfor?           | Det har varet ved, og intet andet forklarer det. |
      | Afprøves senest den | 1.4.2026                                        |
    Så står der
      | anlagt                                           |
      | Det har varet ved, og intet andet forklarer det. |
      | Solveig Test Psykolog                            |
    Og har PPR opgaven "Afprøv hypotesen om eksponering" om "Emil Test"
    Og har PPR opgaven "Fortæl moren om hypotesen" om "Emil Test"
    Når PPR åbner forløbet om "Emil Test"
    Så står der "mistanke"
    Når PPR åbner siden "hypotese/konklusion" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er konklusionen?      | Bekræftet   |
      | Begrundelse                | Vi er sikre |
      | Hvilke rusmidler eller hvilken medicin? | Alkohol |
      | Barnet udredes senest den  | 1.6.2026    |
    Så siger feltet "Hvad er konklusionen?" "Hypotesen er ikke afprøvet. Skriv en afprøvning først. Kan den ikke afprøves, kan du skrive, at den er uafklaret."
    Og er intet af det, hun skrev, gået tabt
    # Ikke spurgt er intet svar; ved ikke er et.
    Når PPR har afprøvet hypotesen om "Emil Test" med
      | Hvordan er den afprøvet? | Anamnese: forældrene er spurgt |
      | Anamnese: brugte moren rusmidler i graviditeten? | Ved ikke |
      | Anamnese: fik moren afhængighedsskabende medicin i graviditeten? | Ikke spurgt |
    Så står der "Afprøvningen er ikke færdig: der er noget, der ikke er spurgt om."
    Og har PPR opgaven "Afprøv hypotesen om eksponering" om "Emil Test"
    Når PPR åbner siden "hypotese/konklusion" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er konklusionen? | Afkræftet   |
      | Begrundelse           | Intet fundet |
    Så siger feltet "Hvad er konklusionen?" "Der er noget, der ikke er spurgt om i anamnesen. Spørg, og skriv svaret som en afprøvning. »Ved ikke« er et gyldigt svar."
    Når PPR har afprøvet hypotesen om "Emil Test" med
      | Hvordan er den afprøvet? | Anamnese: forældrene er spurgt |
      | Anamnese: brugte moren rusmidler i graviditeten? | Ved ikke |
      | Anamnese: fik moren afhængighedsskabende medicin i graviditeten? | Ved ikke |
    Så har PPR ikke opgaven "Afprøv hypotesen om eksponering" om "Emil Test"
    # Lægen får hypotesen med forældrenes samtykke, og ser så, hvad der er afprøvet.
    Når PPR har skrevet, at "Anna Test" alene har forældremyndigheden over "Emil Test"
    Og PPR har skrevet samtykke fra "Emil Test" til "Lægehuset, Odense" om "Barnets helbred" med
      | Hvem svarer?                             | den, der har forældremyndighed |
      | Navn på den, der svarer                  | Anna Test                      |
      | Er der flere, der har forældremyndighed? | Nej, kun den, der svarer       |
    Og egen læge har afprøvet hypotesen om "Emil Test" med
      | Hvordan er den afprøvet? | Lægens fund          |
      | Hvad viste det?          | Undersøgt i dag      |
      | Hvad peger det på?       | Peger på eksponering |
    Når PPR åbner siden "hypotese/konklusion" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er konklusionen?      | Bekræftet   |
      | Begrundelse                | Lægen fandt det |
      | Hvilke rusmidler eller hvilken medicin? | Alkohol |
      | Barnet udredes senest den  | 1.6.2026    |
    Så siger feltet "Hvad er konklusionen?" "Kun en læge kan bekræfte, når moren ikke selv har fortalt det, og det ikke står i svangerjournalen. Har hun fortalt det, så skriv det først som en afprøvning."
    Når egen læge åbner siden "hypotese/konklusion" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er konklusionen?      | Bekræftet   |
      | Begrundelse                | Samlet lægelig vurdering |
      | Hvilke rusmidler eller hvilken medicin? | Alkohol |
      | Barnet udredes senest den  | 1.6.2026    |
    Så står der "bekræftet"
    Og står der "Samlet lægelig vurdering"
    Og står der "Inge Test Læge"
    Når egen læge åbner forløbet om "Emil Test"
    Så står der "ja, alkohol (vist ved prøve eller fund)"
    Når PPR åbner forløbet om "Emil Test"
    Så står der "ja, alkohol (vist ved prøve eller fund)"

  @S0-014
  Scenarie: Afkræftet er ingen eksponering: den vises ingen steder, og kun myndigheden og læger kan se, at den har været overvejet
    Givet familierådgiveren skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set? | Sarthed over for lyd |
    Og familierådgiveren har anlagt en hypotese om "Emil Test"
    Og familierådgiveren har afprøvet hypotesen om "Emil Test" med
      | Hvordan er den afprøvet? | Moren har selv fortalt det |
      | Hvad peger det på?       | Peger væk fra eksponering  |
    Og familierådgiveren har konkluderet, at hypotesen om "Emil Test" er "Afkræftet"
    Så står der "Tidligere overvejet"
    Og står der "afkræftet"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der ikke "mistanke"
    Når familierådgiveren åbner siden "overlevering" i forløbet om "Emil Test"
    Så står der ikke "Skal viden om eksponering med?"
    # Den, der selv anlagde den, læser den heller ikke mere; kun tegnene står.
    Givet PPR skriver, hvad der er set hos "Ida Test"
      | Hvilke tegn har du set? | Sarthed over for lyd |
    Og PPR har anlagt en hypotese om "Ida Test"
    Og PPR har afprøvet hypotesen om "Ida Test" med
      | Hvordan er den afprøvet? | Svangerjournalen          |
      | Hvad peger det på?       | Peger væk fra eksponering |
    Og PPR har konkluderet, at hypotesen om "Ida Test" er "Afkræftet"
    Så står der "Der er ingen hypotese."
    Og står der "sarthed over for lyd"
    Og står der ikke "Tidligere overvejet"
    Når PPR åbner fanen "Tidslinje" om "Ida Test"
    Så står der ikke "ypotese"

  @S0-014
  Scenarie: Uafklaret er et gyldigt svar, og den følges op; moren har fået besked, og hendes ord står med
    Givet PPR skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set? | Sarthed over for lyd |
    Og PPR har anlagt en hypotese om "Emil Test"
    Når PPR trykker på "Skriv, at hun ved det" ud for opgaven "Fortæl moren om hypotesen"
    Og hun udfylder og trykker "Gem"
      | Morens kommentar, med hendes egne ord | Jeg vidste ikke, at jeg var gravid. |
    Så står der "»Jeg vidste ikke, at jeg var gravid.«"
    Og har PPR ikke opgaven "Fortæl moren om hypotesen" om "Emil Test"
    Når PPR åbner siden "hypotese/konklusion" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er konklusionen? | Uafklaret         |
      | Begrundelse           | Der mangler svar. |
    Så siger feltet "Se på den igen den" "Skriv datoen for næste opfølgning."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvad er konklusionen? | Uafklaret         |
      | Begrundelse           | Der mangler svar. |
      | Se på den igen den    | 1.9.2026          |
    Så står der "uafklaret"
    Og har PPR opgaven "Se på hypotesen igen: den er uafklaret" om "Emil Test"
    Når PPR åbner forløbet om "Emil Test"
    Så står der "uafklaret"

  @S0-014
  Scenarie: Den, der giver tegn, anlægger ingen hypotese og skriver ingen eksponering
    Givet pædagogen skriver, hvad der er set hos "Emil Test"
      | Hvilke tegn har du set? | Sarthed over for lyd |
    Når pædagogen åbner fanen "Tegn" om "Emil Test"
    Så kan pædagogen ikke følge linket "Anlæg en hypotese"
    Når pædagogen åbner siden "hypotese/ny" i forløbet om "Emil Test"
    Så er det afvist med "Det skriver PPR, sundhedsplejen, læger og familieafdelingen. Du kan skrive, hvad du ser, og underrette kommunen."
    Når pædagogen åbner forløbet om "Emil Test"
    Så kan pædagogen ikke følge linket "Eksponering før fødslen"

  @S0-026
  Scenarie: En bekymring, der ikke er reageret på, er en påmindelse til den, der skrev, og aldrig en lederliste
    Givet læreren skriver, hvad der er set hos "Emil Test"
      | Kommune, hvor barnet bor | Odense               |
      | Hvilke tegn har du set?  | Faglige vanskeligheder |
      | Har du grund til at antage, at barnet kan have behov for særlig støtte? | Ja |
    Så har læreren ikke opgaven "Ikke reageret" om "Emil Test"
    Når klokken bliver "09.00" den "9.3.2026"
    Så har læreren opgaven "Ikke reageret" om "Emil Test"
    Og har lederen ikke opgaven "Ikke reageret" om "Emil Test"
    Når lederen åbner siden "/overblik"
    Så står der ikke "Ikke reageret"
    Når læreren trykker på "Underret" ud for opgaven "Ikke reageret"
    Og hun udfylder og trykker "Send underretningen"
      | Ved forældrene, at du skriver?           | Nej                  |
      | Sådan tog de det, eller hvorfor ikke     | Jeg når dem ikke.    |
    Så har læreren ikke opgaven "Ikke reageret" om "Emil Test"

  @S3-027 @S3-028 @S3-029
  Scenarie: Støtte er en pligt uanset årsag, og forløbet lukkes først, når barnet er tilbage i trivsel
    Givet familierådgiveren skriver, hvad der er set hos "Emil Test"
      | Kommune, hvor barnet bor | Odense               |
      | Hvilke tegn har du set?  | Sarthed over for lyd |
    Og familierådgiveren har anlagt en hypotese om "Emil Test"
    Og familierådgiveren har afprøvet hypotesen om "Emil Test" med
      | Hvordan er den afprøvet? | Svangerjournalen          |
      | Hvad peger det på?       | Peger væk fra eksponering |
    Og familierådgiveren har konkluderet, at hypotesen om "Emil Test" er "Afkræftet"
    Når familierådgiveren åbner siden "trivsel" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvordan viser det sig? | |
    Så siger feltet "Hvordan viser det sig?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvordan viser det sig? | Han sover ikke og leger alene. |
    Så står der "påvirket"
    Og har familierådgiveren opgaven "Barnets trivsel er påvirket: sørg for den støtte, der skal til" om "Emil Test"
    Når klokken bliver "09.00" den "5.3.2026"
    Og lederen åbner siden "/overblik"
    Så står der "Barnets trivsel er påvirket"
    Når familierådgiveren trykker på "Beslut støtte" ud for opgaven "Barnets trivsel er påvirket"
    Og hun udfylder og trykker "Gem"
      | Hvilken støtte?                      | En fast voksen i børnehaven hver morgen        |
      | Efter hvilken paragraf?              | Tidligt forebyggende indsats (barnets lov § 30) |
      | Skal der laves en plan for barnet?   | Nej                                            |
    Så har familierådgiveren ikke opgaven "Barnets trivsel er påvirket: sørg" om "Emil Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Emil Test"
    Så står der "En fast voksen i børnehaven hver morgen"
    Når familierådgiveren åbner siden "luk" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Luk forløbet"
      | Hvorfor lukkes det? | Støtten virker. |
    Så står der "Familieafdelingen vurderer først, om barnet er tilbage i trivsel."
    Når familierådgiveren trykker på "Vurdér" ud for opgaven "Vurdér, om barnet er tilbage i trivsel"
    Og hun udfylder og trykker "Gem"
      | Er barnet tilbage i trivsel? | Ja                         |
      | Begrundelse                  | Han sover og leger med to. |
    Så står der "tilbage i trivsel"
    Og har familierådgiveren ikke opgaven "Vurdér, om barnet er tilbage i trivsel" om "Emil Test"
    Når familierådgiveren åbner siden "luk" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Luk forløbet"
      | Hvorfor lukkes det?                | Støtten virker.         |
      | Hvorfor er der holdt færre møder?  | Der var ikke brug for det. |
    Så står der "Forløbet er afsluttet"

  @S0-015
  Scenarie: Klinikken ser de familier, den har fulgt, og de børn, ingen har udredt; kommunen lærer intet af listen
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge                                   | 30            |
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Og socialrådgiveren i familieambulatoriet åbner henvisningen om "Anna Test"
    Og hun udfylder og trykker "Tag imod"
      | læge | Lise Test Læge |
    Når lægen i familieambulatoriet åbner "Familier, vi har fulgt"
    Så står der "venter barn"
    Givet klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test" med
      | Barn 1: Barnet er      | levende født |
      | Barn 1: Navn           | Emil Test    |
      | Barn 2: Barnet er      | levende født |
      | Barn 2: Navn           | Ida Test     |
    Når lægen i familieambulatoriet åbner "Familier, vi har fulgt"
    Så står der
      | Emil Test: ja, udredes senest 1.7.2026 |
      | Ida Test: ja, udredes senest 1.7.2026  |
    Og lægen i familieambulatoriet har skrevet en runde om "Emil Test"
    Når lægen i familieambulatoriet åbner "Familier, vi har fulgt"
    Så står der "Ida Test"
    Og står der ikke "Emil Test"
    Når familierådgiveren åbner siden "/familier"
    Så findes siden ikke for hende

  @S0-026
  Scenarie: Familieafdelingen tager stilling til barnets søskende: en linje for hver underretning, efter forælder og aldrig efter adresse
    Givet læreren har underrettet om "Emil Test" i "Odense"
    Og pædagogen har underrettet om "Ida Test" i "Odense"
    Så har familierådgiveren opgaven "Tag stilling til, om andre børn i familien har brug for hjælp" om "Ida Test"
    Når familierådgiveren åbner underretningen om "Ida Test"
    Så står der ikke "Søskende"
    Givet familierådgiveren har knyttet "Ida Test" og "Emil Test" som søskende
    Når familierådgiveren åbner underretningen om "Ida Test"
    Så står der
      | Søskende                |
      | pædagogisk medarbejder  |
    Og står der ikke "Emil Test"
    Og står det i loggen for "Emil Test", at familierådgiveren så søskendes underretninger
    Når pædagogen åbner forløbet om "Ida Test"
    Så står der ikke "søskende"
    Når familierådgiveren åbner siden "soeskende" i forløbet om "Ida Test"
    Og hun udfylder og trykker "Gem"
      | Sagsnummer på det andet barns forløb | 00000000 |
    Så siger feltet "Sagsnummer på det andet barns forløb" "Der er ikke et forløb med det nummer hos jer. Se efter på forløbets side."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: En ny underretning, mens støtten kører, får en fornyet vurdering; læreren får ikke at vide, at der er støtte
    Givet læreren har underrettet om "Ida Test" i "Odense"
    Så har familierådgiveren ikke opgaven "Fornyet vurdering af en kollega, der ikke kender sagen" om "Ida Test"
    Når familierådgiveren åbner siden "trivsel" i forløbet om "Ida Test"
    Og hun udfylder og trykker "Gem"
      | Hvordan viser det sig? | Hun leger alene. |
    Og familierådgiveren trykker på "Beslut støtte" ud for opgaven "Barnets trivsel er påvirket"
    Og hun udfylder og trykker "Gem"
      | Hvilken støtte?                    | En fast voksen i klassen hver morgen |
      | Efter hvilken paragraf?            | Støttende indsats (barnets lov § 32) |
      | Skal der laves en plan for barnet? | Nej                                  |
      | Begyndt den                        | 3.3.2026                             |
    Og klokken bliver "09.00" den "9.3.2026"
    Og læreren åbner siden "underret" i forløbet om "Ida Test"
    Og hun udfylder og trykker "Send underretningen"
      | Hvad underretter du om?        | Hun er gået i stå igen. |
      | Ved forældrene, at du skriver? | Ja                      |
    Så har familierådgiveren 1 gang opgaven "Fornyet vurdering af en kollega, der ikke kender sagen" om "Ida Test"
    Når læreren åbner fanen "Tidslinje" om "Ida Test"
    Så står der ikke "En fast voksen"
    Og står der ikke "Fornyet vurdering"
