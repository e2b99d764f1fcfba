# language: da
# SPDX-License-Identifier: EUPL-1.2
@A12
Egenskab: Fødsel, barsel og hjemkomst
  Som mor vil jeg, at mit barn får sin egen sag med det, der er barnets, og at mit forbliver mit. Som fagperson
  vil jeg vide, hvem der følger barnet hjem, og have ansvaret, til de har sagt ja. Og mister hun barnet, skal
  alt, der ventede, tie stille.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge                                            | 30            |
      | Familieambulatoriet: Har hun sagt ja?          | Ja, mundtligt |
      | Rusmiddelbehandling: alkohol: Har hun sagt ja? | Ja, mundtligt |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Når socialrådgiveren i familieambulatoriet åbner henvisningen om "Anna Test"
    Og hun udfylder og trykker "Tag imod"
      | læge | Lise Test Læge |
    Og klokken bliver "09.00" den "6.5.2026"

  @S0-010 @S0-013 @S2-032 @S2-047
  Scenarie: Tvillinger får hver sit forløb med kernen af eksponeringen; morens eget følger ikke med
    Når jordemoderen har skrevet fødslen for "Anna Test" med
      | Barn 1: Barnet er      | levende født |
      | Barn 1: Navn           | Emil Test    |
      | Barn 1: Vægt i gram    | 2900         |
      | Barn 2: Barnet er      | levende født |
      | Barn 2: Navn           | Ida Test     |
      | Født i uge             | 39+0         |
    Så står der "Fødslen er gemt"
    Og står der "Efter fødslen"
    Og har "Anna Test" 2 børneforløb
    Når jordemoderen åbner forløbet om "Emil Test"
    Så står der
      | 1 dag                             |
      | uge 39+0, 2900 g                  |
      | ja, alkohol (fortalt af moren)     |
      | Morens forløb                     |
      | En søskendes forløb               |
    Og står der ikke "Hun fortæller selv om vin hver aften."
    Og står der ikke "termin"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der "ja, alkohol (fortalt af moren)"
    # Detaljen står hos sundhed og myndighed, der kendte den i forvejen.
    Og står der "Alkohol: hver aften"
    Når lægen i familieambulatoriet åbner forløbet om "Ida Test"
    Så står der "ja, alkohol (fortalt af moren)"
    Og ser alkoholbehandleren intet til "Emil Test"
    Og ser jobcentrets sagsbehandler intet til "Ida Test"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der ikke "Barnets forløb"
    Og står der ikke "Emil"

  @S0-010
  Scenarie: Den, der ikke hører til, skriver ingen fødsel, og den samme fødsel skrives kun én gang
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så kan alkoholbehandleren ikke følge linket "Skriv fødslen"
    Når jordemoderen har skrevet fødslen for "Anna Test"
    Og jordemoderen åbner forløbet om "Anna Test"
    Så kan jordemoderen ikke følge linket "Skriv fødslen"

  Scenarie: Det, der mangler, bliver nævnt, og intet går tabt
    Når jordemoderen prøver at skrive fødslen for "Anna Test" med
      | Dato                          | 7.5.2026   |
      | Barn 2: Navn                  | Ida Test   |
      | Barn 1: CPR-nummer            | 123        |
    Så siger feltet "CPR-nummer" "CPR-numret skal have ti cifre og begynde med en dato."
    Og siger feltet "Barnet er" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når jordemoderen prøver at skrive fødslen for "Anna Test" med
      | Dato                          | 7.5.2026   |
      | Barnet udredes senest den     |            |
      | Navn på den anden             |            |
    Så siger feltet "Dato" "Tidspunktet er ikke kommet endnu. Skriv, hvornår det skete."
    Og siger feltet "Barnet udredes senest den" "Skriv, hvornår barnet senest skal være udredt. Kilderne giver ingen frist, så I vælger dagen."
    Og siger feltet "Navn på den, der har forældremyndigheden" "Skriv navnet på den eller dem, der har forældremyndigheden: ét navn, eller to hvis den er fælles."

  @S2-049 @S2-051
  Scenarie: Hver løbende indsats afgøres på ny, og fortsat behandling tilbydes
    Givet at klokken er "09.00" den "4.3.2026"
    Og familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Økonomiske vanskeligheder"
    Og at klokken er "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Så har familierådgiveren opgaven "Tag stilling efter fødslen: fortsæt, justér eller afslut indsatsen" om "Anna Test"
    Og har familierådgiveren opgaven "Tilbyd fortsat eller forebyggende rusmiddelbehandling" om "Anna Test"
    Når familierådgiveren trykker på "Tag stilling" ud for opgaven "Tag stilling efter fødslen"
    Og hun udfylder og trykker "Gem"
      | For hende, med hendes egne ord | Hun er glad og træt. |
      | For det kommende barn          | Han trives.          |
      | Støtte til at skabe stabilitet og struktur i hverdagen | fortsæt |
      | Næste opfølgning               | 1.6.2026             |
    Så har familierådgiveren ikke opgaven "Tag stilling efter fødslen" om "Anna Test"
    Når familierådgiveren trykker på "Gør det" ud for opgaven "Tilbyd fortsat eller forebyggende rusmiddelbehandling"
    Og hun udfylder og trykker "Gem"
      | Hendes svar | Hun har sagt ja |
    Så har familierådgiveren ikke opgaven "Tilbyd fortsat eller forebyggende rusmiddelbehandling" om "Anna Test"

  @S2-010 @S2-050
  Scenarie: Indlæggelse, abstinenser og følger: det fundne er lægens, det mulige er nok til at foreslå hjælp
    Givet jordemoderen har skrevet fødslen for "Anna Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Og hun følger linket "Skriv en indlæggelse"
    Og hun udfylder og trykker "Gem"
      | Afdeling     | Neonatalafdelingen |
      | Indlagt fra  | 5.5.2026           |
    Så står der "Neonatalafdelingen, siden 5.5.2026"
    Når hun følger linket "Skriv abstinenser"
    Og hun udfylder og trykker "Gem"
      | Skala                       | Afdelingens skema |
      | Score                       | 11                |
      | Forløbet, med egne ord      | Rysten aftager.   |
    Så står der "Score: 11"
    Når hun følger linket "Følger hos barnet"
    Og hun udfylder og trykker "Gem"
      | Er der følger hos barnet? | Fundet af læge |
      | Hvad bygger det på?       | Målt og set.   |
    Så siger feltet "Er der følger hos barnet?" "Kun en læge kan skrive, at der er fundet følger. Vælg »mulige«, eller bed lægen om det."
    Når hun udfylder og trykker "Gem"
      | Er der følger hos barnet? | Mulige |
    Så står der "mulige"
    Og har familierådgiveren opgaven "Tilbyd en socialfaglig indsats til barnet" om "Emil Test"
    Og har lægen i familieambulatoriet opgaven "Tilbyd en sundhedsfaglig indsats til barnet" om "Emil Test"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der ikke "Score: 11"
    Og kan familierådgiveren ikke følge linket "Følger hos barnet"
    Når lægen i familieambulatoriet åbner forløbet om "Emil Test"
    Og hun følger linket "Følger hos barnet"
    Og hun udfylder og trykker "Gem"
      | Er der følger hos barnet? | Fundet af læge |
      | Hvad bygger det på?       | Undersøgt.     |
    Så står der "fundet af læge"

  @S2-052
  Scenarie: Graviditetens samtykke åbner intet i barnets forløb, og to med forældremyndighed siger begge ja
    Givet jordemoderen har skrevet samtykke fra "Anna Test" til "Sundhedsplejen, Odense" om "Barnets helbred"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Så ser sundhedsplejersken intet til "Emil Test"
    Når jordemoderen åbner fanen "Samtykker" om "Emil Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Sundhedsplejen, Odense |
      | Hvad gives videre?      | Eksponering før fødslen, onsdag 6. maj kl. 9.00 · Barnets helbred · Jordemoderkonsultationen, Odense |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
    Så siger feltet "Hvem skal have det?" "Der mangler ja fra Anna Test, Bo Test til, at Sundhedsplejen, Odense får det at vide. Alle med forældremyndighed skal sige ja. Skriv svaret under Samtykker."
    Givet jordemoderen har skrevet samtykke fra "Emil Test" til "Sundhedsplejen, Odense" om "Barnets helbred" med
      | Hvem svarer?                                | den, der har forældremyndighed |
      | Navn på den, der svarer                     | Anna Test                      |
      | Er der flere, der har forældremyndighed?    | Ja, to har den                 |
    Så ser sundhedsplejersken ikke barnets oplysninger om "Emil Test"
    Når jordemoderen åbner fanen "Samtykker" om "Emil Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Sundhedsplejen, Odense |
      | Hvad gives videre?      | Eksponering før fødslen, onsdag 6. maj kl. 9.00 · Barnets helbred · Jordemoderkonsultationen, Odense |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
    Så siger feltet "Hvem skal have det?" "Der mangler ja fra Bo Test til, at Sundhedsplejen, Odense får det at vide. Alle med forældremyndighed skal sige ja. Skriv svaret under Samtykker."
    Og er forsøget "disclose" på "Emil Test" afvist og skrevet i loggen
    Givet jordemoderen har skrevet samtykke fra "Emil Test" til "Sundhedsplejen, Odense" om "Barnets helbred" med
      | Hvem svarer?                                | den, der har forældremyndighed |
      | Navn på den, der svarer                     | Bo Test                        |
      | Er der flere, der har forældremyndighed?    | Ja, to har den                 |
    Når sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der "ja, alkohol (fortalt af moren)"
    Og står der ikke "Alkohol: hver aften"
    Og står der ikke "Morens forløb"

  @S2-052
  Scenarie: Er forældremyndigheden ikke afklaret, deles kun efter loven, og det bliver en opgave
    Givet jordemoderen har skrevet fødslen for "Anna Test" med
      | Hvem har forældremyndigheden? | Ikke afklaret |
      | Navn på den, der har forældremyndigheden | |
      | Navn på den anden             |               |
    Så har familierådgiveren opgaven "Find ud af, hvem der har forældremyndigheden" om "Emil Test"
    Givet jordemoderen har skrevet samtykke fra "Emil Test" til "Sundhedsplejen, Odense" om "Barnets helbred" med
      | Hvem svarer?                                | den, der har forældremyndighed    |
      | Navn på den, der svarer                     | Anna Test                         |
      | Er der flere, der har forældremyndighed?    | Nej, kun den, der svarer          |
    Så ser sundhedsplejersken ikke barnets oplysninger om "Emil Test"
    Når jordemoderen åbner fanen "Samtykker" om "Emil Test"
    Og hun følger linket "Giv oplysninger videre"
    Og hun udfylder og trykker "Giv videre"
      | Hvem skal have det?     | Sundhedsplejen, Odense |
      | Hvad gives videre?      | Eksponering før fødslen, onsdag 6. maj kl. 9.00 · Barnets helbred · Jordemoderkonsultationen, Odense |
      | Hvad giver ret til det? | Samtykke fra alle, der har forældremyndigheden |
    Så siger feltet "Hvem skal have det?" "Det er ikke afklaret, hvem der har forældremyndigheden. Del kun efter loven imens, eller find ud af det først."
    Når familierådgiveren trykker på "Skriv det" ud for opgaven "Find ud af, hvem der har forældremyndigheden"
    Og hun udfylder og trykker "Gem"
      | Hvem har forældremyndigheden? | Én        |
      | Navn på den, der har forældremyndigheden | Anna Test |
    Så har familierådgiveren ikke opgaven "Find ud af, hvem der har forældremyndigheden" om "Emil Test"
    Når sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der "ja, alkohol (fortalt af moren)"

  @S2-012 @S2-048 @S2-076 @S3-012 @S3-024
  Scenarie: Udskrivning til navngivne modtagere; mangler noget, er der alarm med det samme
    Givet jordemoderen har skrevet fødslen for "Anna Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Og hun følger linket "Udskriv og overlevér"
    Og hun udfylder og trykker "Udskriv"
      | Udskrives den | 6.5.2026 |
    Så siger feltet "Mangler der en hjemkomstvurdering eller en modtager? Skriv hvorfor" "Ingen har vurderet, hvad barnet kommer hjem til. Skriv hjemkomstvurderingen først, eller skriv, hvorfor barnet udskrives uden."
    Når hun udfylder og trykker "Udskriv"
      | Mangler der en hjemkomstvurdering eller en modtager? Skriv hvorfor | Moren tog hjem med barnet i nat. |
    Så har jordemoderen opgaven "Barnet er udskrevet uden hjemkomstvurdering" om "Emil Test"
    Og har jordemoderen opgaven "Barnet er udskrevet uden begge modtagere" om "Emil Test"
    Når klokken bliver "09.00" den "7.5.2026"
    Og jordemoderen åbner "Mine opgaver"
    Så står der "Barnet er udskrevet uden begge modtagere"
    Når jordemoderen trykker på "Vurdér" ud for opgaven "Barnet er udskrevet uden hjemkomstvurdering"
    Og hun udfylder og trykker "Gem"
      | Situationen hjemme           | Egen bolig. Mormor er der om natten. |
      | Støtte, der er tilpasset     | Besøg hver dag den første uge.       |
    Så har jordemoderen ikke opgaven "Barnet er udskrevet uden hjemkomstvurdering" om "Emil Test"
    Når jordemoderen trykker på "Overlevér" ud for opgaven "Barnet er udskrevet uden begge modtagere"
    Og hun udfylder og trykker "Udskriv"
      | Sundhedspleje, der tager over    | Sundhedsplejen, Odense |
      | Læge, der tager over             | Lægehuset, Odense      |
      | Hvad skal de vide?               | Følg vægt og søvn.     |
      | Skal viden om eksponering med?   | Ja                     |
      | Hvad giver ret til det?          | Det supplerer en underretning om barnet (barnets lov § 133) |
      | Hvorfor har modtageren brug for det? | Barnet skal følges hjemme. |
    Så siger feltet "Hvad giver ret til det?" "Den paragraf gælder ikke for den, der skal have det. Vælg en anden, eller spørg hende."
    Når hun udfylder og trykker "Udskriv"
      | Hvad giver ret til det?          | Loven kræver det, eller væsentlige hensyn gør det nødvendigt (sundhedsloven § 43, stk. 2) |
    Så har jordemoderen ikke opgaven "Barnet er udskrevet uden begge modtagere" om "Emil Test"
    Og har jordemoderen opgaven "I har ansvaret, til modtageren har sagt ja" om "Emil Test"
    Og kan jordemoderen ikke trykke på "Sig ja" ud for opgaven "I har ansvaret, til modtageren har sagt ja"
    Og har sundhedsplejersken opgaven "Sig ja til at tage over" om "Emil Test"
    Og har egen læge opgaven "Sig ja til at tage over" om "Emil Test"
    Når sundhedsplejersken trykker på "Sig ja" ud for opgaven "Sig ja til at tage over"
    Og hun udfylder og trykker "Gem"
    Så har sundhedsplejersken ikke opgaven "Sig ja til at tage over" om "Emil Test"
    Når sundhedsplejersken åbner forløbet om "Emil Test"
    Så kan sundhedsplejersken ikke følge linket "Udskriv og overlevér"
    Når egen læge trykker på "Sig ja" ud for opgaven "Sig ja til at tage over"
    Og hun udfylder og trykker "Gem"
    Så har jordemoderen ikke opgaven "I har ansvaret, til modtageren har sagt ja" om "Emil Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Så står der "Overleveringen er taget imod"
    Når sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der
      | Følg vægt og søvn.            |
      | ja, alkohol (fortalt af moren) |
    Og står der ikke "Alkohol: hver aften"
    Og står der ikke "Mormor"
    Og ser sundhedsplejersken intet til "Anna Test"
    Givet sundhedsplejersken har skrevet noten "Han tager på." om "Barnets udvikling" for "Emil Test"
    Når sundhedsplejersken åbner fanen "Tidslinje" om "Emil Test"
    Så står der "Han tager på."
    Når jordemoderen åbner forløbet om "Emil Test"
    Så står der ikke "Han tager på."

  @S0-013
  Scenarie: En overlevering afgør udtrykkeligt, om viden om eksponering følger med
    Givet jordemoderen har skrevet fødslen for "Anna Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Og hun følger linket "Udskriv og overlevér"
    Og hun udfylder og trykker "Udskriv"
      | Sundhedspleje, der tager over    | Sundhedsplejen, Odense |
      | Hvad skal de vide?               | Følg vægt og søvn.     |
      | Hvad giver ret til det?          | Samtykke fra alle, der har forældremyndigheden |
      | Mangler der en hjemkomstvurdering eller en modtager? Skriv hvorfor | Lægen er ikke valgt. |
    Så siger feltet "Skal viden om eksponering med?" "Vælg et svar."
    Når hun udfylder og trykker "Udskriv"
      | Skal viden om eksponering med?   | Ja |
    Så siger feltet "Hvad giver ret til det?" "Der mangler ja fra Anna Test, Bo Test til, at Sundhedsplejen, Odense får det at vide. Alle med forældremyndighed skal sige ja. Skriv svaret under Samtykker."

  @S2-047
  Scenarie: Et tab: kun de nærmeste ser hvordan, alt om graviditeten tier, hendes side er stille, og hjælpen går videre
    Givet familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Så har familierådgiveren opgaven "Hold netværksmøde" om "Anna Test"
    Når jordemoderen åbner forløbet om "Anna Test"
    Og hun følger linket "Skriv, at graviditeten er endt"
    Og hun udfylder og trykker "Gem"
      | Hvordan?               | Hun har mistet barnet |
      | Hvornår?               | 5.5.2026              |
      | Det, kolleger skal vide | Ring ikke før torsdag. |
    Så står der "Hun har mistet barnet"
    Når lægen i familieambulatoriet åbner forløbet om "Anna Test"
    Så står der "Ring ikke før torsdag."
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "graviditetsforløbet er afsluttet"
    Og står der ikke "mistet"
    Og står der ikke "Ring ikke før torsdag."
    Og står der ikke "uge 39"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "graviditetsforløbet er afsluttet"
    Og står der ikke "mistet"
    Og har familierådgiveren ikke opgaven "Hold netværksmøde" om "Anna Test"
    Og har familierådgiveren ikke opgaven "Tilbyd" om "barn"
    # Behandlingens egne opgaver er hjælp til hende; de går videre.
    Og har alkoholbehandleren opgaven "Svar på henvisning til rusmiddelbehandlingen" om "Anna Test"
    Givet familierådgiveren har skrevet noten "Jeg ringer på fredag." om "Sociale forhold" for "Anna Test"
    Når kvinden åbner sin side
    Så står der "Du behøver ikke gøre noget her."
    Og står der ikke "uge"
    Og står der ikke "ondt"
    Og står der
      | Mette Test Rådgiver              |
      | Alkoholbehandlingen, Odense      |
      | Jordemoderkonsultationen, Odense |
    Når jordemoderen åbner forløbet om "Anna Test"
    Og hun følger linket "Lad hendes side tale om det"
    Og hun udfylder og trykker "Gem"
      | Jeg har talt med hende | ja |
    Og kvinden åbner sin side
    Så står der "Det gør os ondt."
    Og står der ikke "uge"

  Scenarie: Et dødfødt barn ved siden af et levende ses kun af de nærmeste og får intet forløb
    Givet jordemoderen har skrevet fødslen for "Anna Test" med
      | Barn 2: Barnet er | dødfødt   |
      | Barn 2: Navn      | Ida Test  |
    Så har "Anna Test" 1 børneforløb
    Og står der "Et barn er født dødt"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Fødsel"
    Og står der "1 barn"
    Og står der ikke "Et barn er født dødt"
    Og står der ikke "Ida"

  Scenarie: Dør barnet, falder alle opgaver bort, og de andre ser kun, at det er slut
    Givet jordemoderen har skrevet fødslen for "Anna Test"
    Så har familierådgiveren opgaven "Udred barnet" om "Emil Test"
    Når jordemoderen åbner forløbet om "Emil Test"
    Og hun følger linket "Dødsfald"
    Og hun udfylder og trykker "Gem"
      | Hvornår?               | 6.5.2026 |
      | Det, kolleger skal vide | Moren er hos sin mor. |
      | Jeg er sikker          | ja       |
    Så har familierådgiveren ikke opgaven "" om "Emil Test"
    Og har jordemoderen ikke opgaven "" om "Emil Test"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der "Forløbet er slut."
    Og står der ikke "Moren er hos sin mor."

  Scenarie: Dør moren, falder hendes opgaver bort, og barnets går videre
    Givet jordemoderen har skrevet fødslen for "Anna Test"
    Så har familierådgiveren opgaven "Tilbyd støtte efter fødslen" om "Anna Test"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Dødsfald"
    Og hun udfylder og trykker "Gem"
      | Hvornår?      | 6.5.2026 |
    Så siger feltet "Jeg er sikker" "Vælg et svar."
    Når hun udfylder og trykker "Gem"
      | Jeg er sikker | ja       |
    Så står der "Forløbet er slut."
    Og har familierådgiveren ikke opgaven "Tilbyd støtte efter fødslen" om "Anna Test"
    Og har familierådgiveren ikke opgaven "Hold netværksmøde" om "Anna Test"
    Og har familierådgiveren opgaven "Udred barnet" om "Emil Test"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Forløbet er slut."
