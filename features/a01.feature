# language: da
# SPDX-License-Identifier: EUPL-1.2
@A01
Egenskab: Fra en jordemoders bekymring til en koordinator
  Som jordemoder vil jeg på få minutter dele min bekymring med dem, der kan hjælpe hende og barnet, og
  få at vide, at nogen har taget den. Intet, hun har sagt nej til, bliver sendt, og ingen uden for får
  mere at vide, end de har brug for.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  @S2-011 @S2-026 @S2-027 @S2-028
  Scenarie: Jordemoderen melder bekymring, henviser med hendes ja og får en kvittering
    Når jordemoderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Send"
      | Kender du hende?                                         | Jeg har navnet                                                       |
      | Navn                                                     | Anna Test                                                            |
      | Er hun gravid, eller handler det om et barn?             | Hun er gravid                                                        |
      | Uge                                                      | 10                                                                   |
      | Kommune, hvor hun bor                                    | Odense                                                               |
      | Hvad har du selv set eller hørt, og hvem har sagt det?   | Hun fortæller om vin hver aften og om tramadol fra en ven.           |
      | Alkohol: Hvornår                                         | fra før graviditeten                                                 |
      | Alkohol: Hvor ofte                                       | hver aften                                                           |
      | Alkohol: Hvor meget                                      | et par glas                                                          |
      | Alkohol: Hvor ved du det fra?                            | Hun har sagt det                                                     |
      | Opioider: Hvor ofte                                      | nogle gange om ugen                                                  |
      | Opioider: Er det ordineret?                              | Nej                                                                  |
      | Opioider: Hvor ved du det fra?                           | Hun har sagt det                                                     |
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Ja                                   |
      | Familieambulatoriet: Har hun sagt ja?                    | Ja, mundtligt                                                        |
      | Rusmiddelbehandling: alkohol: Har hun sagt ja?           | Ja, mundtligt                                                        |
      | Rusmiddelbehandling: stoffer og medicin: Har hun sagt ja? | Ja, skriftligt                                                      |
      | Ved hun, at du skriver?                                  | Ja                                                                   |
      | Sådan tog hun det                                        | Hun blev ked af det, men vil gerne have hjælp.                       |
    Så står der
      | Tak. Det er sendt                                                        |
      | Underretning om barnet Familieafdelingen, Odense                         |
      | Henvisning til familieambulatoriet Familieambulatoriet, Odense           |
      | Henvisning til alkoholbehandling Alkoholbehandlingen, Odense             |
      | Henvisning til stofbehandling Stofbehandlingen, Odense                   |
      | Du får en kvittering for, at underretningen er modtaget.                 |
      | 00 00 01 03                                                              |
      | Hun fortæller om vin hver aften og om tramadol fra en ven.               |

  @S2-025
  Scenarie: Kommunefinderen viser, hvem der modtager, og hvem der hjælper tidligt
    Når jordemoderen slår kommunen "Odense" op
    Så står der
      | Familieafdelingen, Odense                                |
      | 00 00 01 03                                              |
      | Den sociale døgnvagt, Odense                             |
      | Familieambulatoriet, Odense                              |
      | Alkoholbehandlingen, Odense                              |
      | Samarbejdsaftale Odense                                  |
      | Åben rådgivning uden tidsbestilling, også anonymt.       |
      | Opsøgende kontakt på gaden og i værestederne.            |

  @S0-026
  Scenarie: Underretningen har sit døgn til akutvurdering og seks hverdage til kvittering
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Så har familierådgiveren opgaven "Akutvurdér underretning" om "Anna Test, uge 10", "senest onsdag 4. marts kl. 9.00"
    Og har familierådgiveren opgaven "Kvittér til den, der underrettede" om "Anna Test", "senest tirsdag 10. marts"
    Når familierådgiveren åbner underretningen om "Anna Test"
    Så står der
      | Hun fortæller selv om vin hver aften.         |
      | Karen Test Jordemoder, jordemoder             |
      | 3. marts kl. 9.00 + 24 timer                  |
    Når hun udfylder og trykker "Gem akutvurdering"
      | Har barnet akut brug for hjælp? | Nej                                                          |
      | Begrundelse                     | Ingen akut fare. Hun er i kontakt med jordemoderen og kommer. |
    Så står der "Det er gemt."
    Og har familierådgiveren ikke opgaven "Akutvurdér underretning" om "Anna Test"

  Scenarie: Jordemoderen får at vide, at den er modtaget, og ikke andet
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Når familierådgiveren åbner underretningen om "Anna Test"
    Så er feltet "Kvitteringens tekst" udfyldt med "Underretningen er modtaget i Familieafdelingen, Odense tirsdag 3. marts kl. 9.00. Akut behov vurderes inden 24 timer. Som fagperson får du senere at vide, om sagen fører til en undersøgelse eller støtte. Du får ikke andet at vide. Din pligt gælder stadig, hvis du ser noget nyt."
    Når hun udfylder og trykker "Send kvittering"
    Så står der "Det er gemt."
    Og har familierådgiveren ikke opgaven "Kvittér til den, der underrettede" om "Anna Test"
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der "Underretningen er modtaget i Familieafdelingen, Odense"
    Og står der ikke "Ingen akut fare."

  @S0-016
  Scenarie: Familieafdelingen vurderer, hvad underretningen fører til, og det kommende barns behov
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Når familierådgiveren åbner underretningen om "Anna Test"
    Og hun udfylder og trykker "Send kvittering"
    Og hun udfylder og trykker "Gem udfald"
      | Hvad fører den til? | Afdækning                                              |
      | Begrundelse         | Der er brug for at vide mere om barnets vilkår hjemme. |
    Og hun udfylder og trykker "Gem, at der er givet besked"
      | Er der sat noget i gang? | Ja                               |
      | Kvitteringens tekst      | Der er sat en afdækning i gang.  |
    Så har familierådgiveren opgaven "det kommende barn" om "Anna Test"
    Når familierådgiveren åbner "Underretninger"
    Og hun udfylder og trykker "Søg"
      | Vis | Alle |
    Og hun følger linket "Anna Test"
    Og hun udfylder og trykker "Gem vurderingen"
      | Hvad får det kommende barn brug for? | Ro til at blive født hjem til en mor, der får hjælp. |
    Så har familierådgiveren ikke opgaven "det kommende barn" om "Anna Test"

  @S2-026 @S3-007
  Scenarie: Familieambulatoriet tager imod henvisningen og fordeler den på læge, jordemoder og socialrådgiver
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Så har socialrådgiveren i familieambulatoriet opgaven "Svar på henvisning til familieambulatoriet" om "Anna Test"
    Når socialrådgiveren i familieambulatoriet åbner henvisningen om "Anna Test"
    Så står der
      | Karen Test Jordemoder, Jordemoderkonsultationen, Odense |
      | ja, mundtligt                                           |
    Når hun udfylder og trykker "Tag imod"
      | læge                 | Lise Test Læge                 |
      | jordemoder           | Jonna Test Jordemoder          |
      | socialrådgiver       | Sanne Test Socialrådgiver      |
      | Besked til afsenderen | Vi ringer til hende på torsdag. |
    Så står der "Taget imod"
    Og har socialrådgiveren i familieambulatoriet ikke opgaven "Svar på henvisning til familieambulatoriet" om "Anna Test"
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der "Vi ringer til hende på torsdag."
    Når socialrådgiveren i familieambulatoriet åbner forløbet om "Anna Test"
    Så står der
      | Lise Test Læge            |
      | Jonna Test Jordemoder     |
      | Sanne Test Socialrådgiver |

  @S2-026
  Scenarie: Stofbehandlingen afviser med en grund, og henvisningen kommer tilbage som jordemoderens opgave
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Rusmiddelbehandling: stoffer og medicin: Har hun sagt ja? | Ja, mundtligt |
    Når stofbehandleren åbner henvisningen om "Anna Test"
    Og hun udfylder og trykker "Afvis"
      | Grund | Forkert enhed |
    Så siger feltet "Forklar, så afsenderen kan handle" "Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Afvis"
      | Grund                             | Forkert enhed                                         |
      | Forklar, så afsenderen kan handle | Medicin fra lægen behandles i familieambulatoriet.    |
    Så har jordemoderen opgaven "Henvisningen kom retur: find en anden vej med hende" om "Anna Test"
    Når jordemoderen trykker på "Følg op" ud for opgaven "Henvisningen kom retur"
    Så står der "Forkert enhed: Medicin fra lægen behandles i familieambulatoriet."
    Når hun udfylder og trykker "Gem"
      | Hvad er der gjort? | Lægen i familieambulatoriet tager medicinen med, når hun kommer på torsdag. |
    Så har jordemoderen ikke opgaven "Henvisningen kom retur" om "Anna Test"

  @S2-026
  Scenarie: Uden hendes ja bliver henvisningen ikke sendt, men til en opgave for den, der ville henvise
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja? | Ikke spurgt endnu |
    Så står der "Spørg hende, om hun vil henvises til familieambulatoriet."
    Og har jordemoderen opgaven "Spørg hende om henvisningen" om "Anna Test"
    Når socialrådgiveren i familieambulatoriet åbner "Henvisninger"
    Så står der "Ingen henvisninger venter."
    Når jordemoderen trykker på "Spørg hende" ud for opgaven "Spørg hende om henvisningen"
    Og hun udfylder og trykker "Gem"
      | Har hun sagt ja?           | Ja, mundtligt                           |
      | Det, modtageren skal vide  | Hun vil gerne ringes op om formiddagen. |
    Så har jordemoderen ikke opgaven "Spørg hende om henvisningen" om "Anna Test"
    Når socialrådgiveren i familieambulatoriet åbner henvisningen om "Anna Test"
    Så står der "Hun vil gerne ringes op om formiddagen."

  Scenarie: Et nej til en henvisning er et svar og ingen opgave
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja?          | Nej |
      | Rusmiddelbehandling: alkohol: Har hun sagt ja? | Nej |
    Så har jordemoderen ikke opgaven "henvis" om "Anna Test"
    Når socialrådgiveren i familieambulatoriet åbner "Henvisninger"
    Så står der "Ingen henvisninger venter."
    Når alkoholbehandleren åbner "Henvisninger"
    Så står der "Ingen henvisninger venter."

  @S2-027
  Scenarie: Voksenrådgivningen får sit eget indhold på sit eget grundlag, aldrig underretningen om barnet
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Fortæl voksenrådgivningen         | ja                                          |
      | Det, voksenrådgivningen skal vide | Hun har brug for hjælp til sin økonomi.     |
      | Hvad gør, at du må fortælle det?  | Hun har sagt ja                             |
    Så står der "Voksenrådgivningen, Odense"
    Når voksenrådgiveren åbner forløbet om "Anna Test"
    Så står der "Hun har brug for hjælp til sin økonomi."
    Og står der ikke "Hun fortæller selv om vin hver aften."
    Og står der ikke "nderretning"

  @S2-027
  Scenarie: Uden hendes ja kræver det en skriftlig begrundelse at fortælle voksenrådgivningen noget
    Når jordemoderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Send"
      | Fortæl voksenrådgivningen         | ja                                      |
      | Det, voksenrådgivningen skal vide | Hun har brug for hjælp til sin økonomi. |
      | Hvad gør, at du må fortælle det?  | Sundhedsloven § 43, stk. 2              |
    Så siger feltet "Begrundelse" "Skriv en konkret begrundelse."

  @S2-027
  Scenarie: En underretning uden familieafdelingen afvises, og intet af det skrevne går tabt
    Når jordemoderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Send"
      | Kender du hende?                                         | Jeg har navnet                                                       |
      | Navn                                                     | Anna Test                                                            |
      | Er hun gravid, eller handler det om et barn?             | Hun er gravid                                                        |
      | Uge                                                      | 10                                                                   |
      | Kommune, hvor hun bor                                    | Odense                                                               |
      | Hvad har du selv set eller hørt, og hvem har sagt det?   | Hun fortæller om vin hver aften.                                     |
      | Alkohol: Hvor ofte                                       | hver aften                                                           |
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Ja                                   |
      | Underret kommunen om barnet                              | nej                                                                  |
      | Fortæl voksenrådgivningen                                | ja                                                                   |
      | Det, voksenrådgivningen skal vide                        | Hun drikker, og hun venter barn.                                     |
      | Hvad gør, at du må fortælle det?                         | Hun har sagt ja                                                      |
      | Ved hun, at du skriver?                                  | Ja                                                                   |
    Så siger feltet "Underret kommunen om barnet" "En underretning kan ikke gå til voksenrådgivningen alene. Sæt kryds ved »Underret kommunen om barnet«."
    Og er intet af det, hun skrev, gået tabt
    Når familierådgiveren åbner "Underretninger"
    Så står der "Ingen underretninger venter."
    Når voksenrådgiveren åbner "Mine opgaver"
    Så står der ikke "Anna Test"

  @S2-017
  Scenarie: Gadeplan melder bekymring for en kvinde uden navn
    Når gadeplansmedarbejderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Send"
      | Kender du hende?                                         | Jeg ved ikke, hvad hun hedder                                        |
      | Hvor og hvordan kan hun findes?                          | Sover ved stationen, rød frakke.                                     |
      | Er hun gravid, eller handler det om et barn?             | Hun er gravid                                                        |
      | Kommune, hvor hun bor                                    | Odense                                                               |
      | Hvad har du selv set eller hørt, og hvem har sagt det?   | Hun siger selv, at hun er gravid og tager kokain.                    |
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Ja                                   |
      | Ved hun, at du skriver?                                  | Ja                                                                   |
    Så står der "Tak. Det er sendt"
    Når familierådgiveren åbner underretningen om "Kvinde uden oplyst navn"
    Så står der "Hun siger selv, at hun er gravid og tager kokain."

  @S2-020 @S2-024
  Scenarie: Værestedet får en kvittering og ikke andet; at åbne forløbet afvises og står i loggen
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når værestedsmedarbejderen åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Og er svaret nøjagtigt som for et forløb, der ikke findes
    Og står det afviste forsøg i adgangsloggen for "Anna Test"
    Når værestedsmedarbejderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Send"
      | Kender du hende?                                         | Jeg har navnet                                                       |
      | Navn                                                     | Anna fra Broen                                                       |
      | Er hun gravid, eller handler det om et barn?             | Hun er gravid                                                        |
      | Kommune, hvor hun bor                                    | Odense                                                               |
      | Hvad har du selv set eller hørt, og hvem har sagt det?   | Hun var påvirket i går og siger, at hun er gravid.                   |
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Ja                                   |
      | Ved hun, at du skriver?                                  | Ja                                                                   |
    Så står der "Du får en kvittering for, at underretningen er modtaget."
    Og står der ikke "om sagen fører til en undersøgelse eller støtte"
    Når familierådgiveren åbner underretningen om "Anna fra Broen"
    Og hun udfylder og trykker "Gem akutvurdering"
      | Har barnet akut brug for hjælp? | Nej              |
      | Begrundelse                     | Ingen akut fare. |
    Så er feltet "Kvitteringens tekst" udfyldt med "Underretningen er modtaget i Familieafdelingen, Odense tirsdag 3. marts kl. 9.00."

  Scenarie: Kvitteringen er den samme, om hun er kendt i forvejen eller ej
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 150981-9996          |
    Når gadeplansmedarbejderen har meldt bekymring for "Anna Test" i "Odense" med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 150981-9996          |
    Og hun gemmer svaret
    Og gadeplansmedarbejderen har meldt bekymring for "Anna Test" i "Odense" med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 020191-9996          |
    Så står der det samme som i det gemte svar

  Scenarie: Uden for åbningstid får døgnvagten den, og døgnet løber fra fredag til lørdag
    Givet at klokken er "15.45" den "6.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Så står der
      | Uden for åbningstid: Den sociale døgnvagt, Odense |
      | 00 00 01 07                                       |
    Når døgnvagten åbner underretningen om "Anna Test"
    Så står der
      | Hun fortæller selv om vin hver aften.   |
      | lørdag 7. marts kl. 15.45               |
    Når hun udfylder og trykker "Gem akutvurdering"
      | Har barnet akut brug for hjælp? | Nej                                      |
      | Begrundelse                     | Talt med hende i telefonen. Ingen fare.  |
    Så står der "Det er gemt."
    Når klokken bliver "08.30" den "9.3.2026"
    Så har familierådgiveren ikke opgaven "Akutvurdér underretning" om "Anna Test"
    Når familierådgiveren åbner underretningen om "Anna Test"
    Så står der "Talt med hende i telefonen. Ingen fare."
    Og står der ikke "Har barnet akut brug for hjælp?"

  Scenarie: Døgnet er gået, når klokken er over; seks hverdage tæller lørdag med, men ikke søndag
    Givet at klokken er "15.00" den "6.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Så har familierådgiveren opgaven "Akutvurdér underretning" om "Anna Test", "senest lørdag 7. marts kl. 15.00"
    Og har familierådgiveren opgaven "Kvittér til den, der underrettede" om "Anna Test", "senest fredag 13. marts"
    Når klokken bliver "15.01" den "7.3.2026"
    Og familierådgiveren åbner "Mine opgaver"
    Så står der "Overskredet 1"

  @S2-033
  Scenarie: Koordinatoren skal udpeges inden for aftalens tre arbejdsdage
    Givet at klokken er "15.00" den "6.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Så har familierådgiveren opgaven "Udpeg" om "Anna Test", "senest onsdag 11. marts"
    Og har familierådgiveren opgaven "Udpeg" om "Anna Test", "Samarbejdsaftale Odense, version 1 siger det."
    Når familierådgiveren trykker på "Udpeg" ud for opgaven "Udpeg koordinator"
    Så står der "Aftalen, pkt. 1a, siger, hvor koordinatoren kommer fra: Familieafdeling."
    Når hun udfylder og trykker "Udpeg"
      | Hvem?                       | Mette Test Rådgiver                        |
      | Det, I har aftalt om rollen | Mette ringer hver anden fredag kl. 10.     |
    Så står der
      | Tovholderen er udpeget.                     |
      | Koordinator (tovholder) Mette Test Rådgiver |
    Og har familierådgiveren ikke opgaven "Udpeg koordinator" om "Anna Test"

  @S2-033
  Scenarie: Er de tre arbejdsdage gået, er opgaven overskredet, og weekenden er ikke talt med
    Givet at klokken er "15.00" den "6.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Når klokken bliver "23.30" den "11.3.2026"
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "i dag"
    Når klokken bliver "08.00" den "12.3.2026"
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "1 dag over"

  @S2-033
  Scenarie: Forløbet viser uge, termin og tovholder, men hverken risikomærker eller forløbsnumre
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der
      | uge 10+0, termin 29.9.2026                   |
      | Koordinator (tovholder) Mette Test Rådgiver  |
    Og står der ikke "øjrisiko"
    Og står der ikke "Forløb 1"
    Når hun åbner "Mine opgaver"
    Så står der ikke "øjrisiko"

  @S4-014
  Scenarie: Aktørkortet viser dem, der er med, og giver ingen adgang til at læse
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har sat disse på kortet over "Anna Test"
      | Ungecentret                                | Uffe Test Ung          |
      | Kriminalforsorg                            | Kaj Test Kriminal      |
      | Juridisk bistand                           | Jytte Test Jurist      |
      | Psykiatri                                  | Pia Test Psykiater     |
      | Praktiserende læge                         | Lars Test Læge         |
      | Sundhedsplejerske                          | Rikke Test Sundhed     |
      | Voksenmyndighed – fremskudt funktion       | Vibeke Test Voksen     |
      | Civilsamfundsorganisation                  | Bente Test Broen       |
    Når familierådgiveren åbner fanen "Netværk" om "Anna Test"
    Så står der
      | At stå her giver ingen adgang til at læse i forløbet. |
      | Faste pladser                                         |
      | Familieambulatorium                                   |
      | Rusmiddelbehandling                                   |
      | Familieafdeling                                       |
      | Uffe Test Ung                                         |
      | Kaj Test Kriminal                                     |
      | Jytte Test Jurist                                     |
      | Pia Test Psykiater                                    |
      | Lars Test Læge                                        |
      | Rikke Test Sundhed                                    |
      | Vibeke Test Voksen                                    |
      | Bente Test Broen                                      |
    Når sundhedsplejersken åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Når voksenrådgiveren åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Når værestedsmedarbejderen åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes

  Scenarie: De andre på kortet er skjult for den, der ikke selv må se dem
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har sat disse på kortet over "Anna Test"
      | Psykiatri       | Pia Test Psykiater |
      | Kriminalforsorg | Kaj Test Kriminal  |
    Når jordemoderen åbner fanen "Netværk" om "Anna Test"
    Så står der ikke "Pia Test Psykiater"
    Og står der ikke "Kaj Test Kriminal"

  @S3-008
  Scenarie: Kontakten mellem familieambulatoriet og kommunen kan følges
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Når socialrådgiveren i familieambulatoriet åbner forløbet om "Anna Test"
    Og hun følger linket "Skriv note"
    Og hun udfylder og trykker "Gem"
      | Hvad er sket?                | Aftalt med rådgiveren, hvem der ringer til hende først. |
      | Hvad handler den om?         | Samarbejde og møder                                     |
      | Talte du med en anden enhed? | Familieafdelingen, Odense                               |
    Og socialrådgiveren i familieambulatoriet åbner fanen "Netværk" om "Anna Test"
    Så står der
      | Kontakt mellem enhederne  |
      | Familieafdelingen, Odense |
    Og står der ikke "Ingen kontakt er skrevet ind."

  Scenarie: Overvejer hun, om graviditeten skal fortsætte, sendes intet, og jordemoderen tager stilling igen
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Hun overvejer, om graviditeten skal fortsætte |
      | Jeg tager stilling igen den | 10.3.2026                        |
      | Hvorfor vente?              | Hun vil tale med sin læge først. |
    Så står der "Der er ikke sendt noget."
    Og har jordemoderen opgaven "Tag stilling igen, som du skrev" om "Anna Test", "senest tirsdag 10. marts"
    Når familierådgiveren åbner "Underretninger"
    Så står der "Ingen underretninger venter."

  Scenarie: Er der ikke grund til særlig støtte, bliver der hverken underrettet eller skyldt en underretning
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Nej |
    Så står der "Bekymringen er gemt i din egen enhed. Der er ikke sendt noget."
    Og har jordemoderen ikke opgaven "Underret kommunen om barnet" om "Anna Test"
    Når familierådgiveren åbner "Underretninger"
    Så står der "Ingen underretninger venter."
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så er svaret nøjagtigt som for et forløb, der ikke findes

  @S2-017
  Scenarie: Kvinden uden navn får navn og nummer, og intet går tabt
    Givet gadeplansmedarbejderen har meldt bekymring for "Rød frakke" i "Odense" med
      | Hvad har du selv set eller hørt, og hvem har sagt det? | Mødt ved stationen, siger hun er gravid. |
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 150981-9996          |
    Når familierådgiveren åbner forløbet om "Rød frakke"
    Og hun følger linket "Saml to forløb om den samme"
    Og hun udfylder og trykker "Søg"
      | Søg efter et navn, CPR-nummer eller sagsnummer | Anna |
    Og hun udfylder og trykker "Saml forløbene"
      | Hvem er hun?                          | Anna Test                                     |
      | Hvordan ved du det?                   | Hun har vist sit sygesikringskort på mødet.   |
      | Jeg er sikker på, at det er den samme | ja                                            |
    Så står der "De to forløb læses nu som ét. Intet er gået tabt."
    Og står der "Anna Test"
    Når familierådgiveren åbner fanen "Tidslinje" om "Rød frakke"
    Så står der
      | Mødt ved stationen, siger hun er gravid. |
      | Hun fortæller selv om vin hver aften.    |
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Mødt ved stationen, siger hun er gravid."
    Når gadeplansmedarbejderen åbner forløbet om "Rød frakke"
    Så står der ikke "Hun fortæller selv om vin hver aften."
