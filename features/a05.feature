# language: da
# SPDX-License-Identifier: EUPL-1.2
@A05
Egenskab: Fra en samlet udredning til en plan, der bliver fulgt
  Som tovholder vil jeg se hele hendes liv, også det, hun kan, vurdere, hvilken hjælp der skal til, og
  lave en plan, hvor intet problem bliver glemt.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S2-034 @S2-032 @S4-013 @S4-029 @S4-030 @S4-031 @S4-032 @S4-033 @S4-034 @S4-035 @S4-036 @S4-038 @S4-039 @S4-040
  Scenarie: Udredningen rummer situation, ressourcer, udfordringer, forbrug pr. stof og fem af de ni problemer
    Så har familierådgiveren opgaven "Lav en samlet udredning" om "Anna Test"
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "Begynd udredning"
    Så står der
      | Ustabile boligforhold eller hjemløshed    |
      | Psykiatriske lidelser                     |
      | Kognitive forstyrrelser                   |
      | Overvej letlæst samtykke og plan.         |
      | Manglende arbejdsmarkedstilknytning       |
      | Økonomiske vanskeligheder                 |
      | Kildens ord: Spinkle sociale relationer   |
      | Sundhedsmæssige lidelser                  |
      | Kildens ord: Prostitution                 |
      | Kildens ord: Kriminalitet                 |
    Når hun udfylder og trykker "Udredningen er færdig"
      | Situation                                            | Bor til leje og skal flytte til sommer.            |
      | Ressourcer                                           | Hun møder op og har en søster, der hjælper.        |
      | Udfordringer                                         | Alkohol hver aften. Usikker på boligen.            |
      | Alkohol: Varighed                                    | tre år                                             |
      | Alkohol: Hyppighed                                   | hver aften                                         |
      | Alkohol: Timing                                      | også efter uge 8                                   |
      | Alkohol: Omfang                                      | et par glas                                        |
      | Alkohol: Hvor ved du det fra?                        | Hun har sagt det                                   |
      | Opioider: Hyppighed                                  | et par gange om ugen                               |
      | Opioider: Er det ordineret?                          | Nej                                                |
      | Ustabile boligforhold eller hjemløshed: Med egne ord | Skal flytte til sommer.                            |
      | Psykiatriske lidelser: Hvilke?                       | angst; tilknytningsforstyrrelse                    |
      | Kognitive forstyrrelser                              | ja                                                 |
      | Økonomiske vanskeligheder                            | ja                                                 |
      | Få eller svære relationer: Hvilke?                   | social isolation                                   |
    Så har familierådgiveren ikke opgaven "Lav en samlet udredning" om "Anna Test"
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der
      | Hun møder op og har en søster, der hjælper.                     |
      | tre år hver aften også efter uge 8 et par glas                  |
      | Opioider ikke oplyst et par gange om ugen ikke oplyst           |
      | Ustabile boligforhold eller hjemløshed endnu ingen indsats i planen Skal flytte til sommer. |
      | Psykiatriske lidelser endnu ingen indsats i planen              |
      | angst                                                           |
      | tilknytningsforstyrrelser                                       |
      | Kognitive forstyrrelser endnu ingen indsats i planen            |
      | Manglende arbejdsmarkedstilknytning – ikke registreret          |
      | Økonomiske vanskeligheder endnu ingen indsats i planen          |
      | Få eller svære relationer endnu ingen indsats i planen          |
      | social isolation                                                |
      | Sundhedsmæssige lidelser – ikke registreret                     |
      | Salg af seksuelle ydelser – ikke registreret                    |
      | Straffesag eller dom – ikke registreret                         |

  @S2-034
  Scenarie: En udredning uden ressourcer afvises, og intet af det skrevne går tabt
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "Begynd udredning"
    Og hun udfylder og trykker "Udredningen er færdig"
      | Situation                      | Bor til leje.             |
      | Udfordringer                   | Alkohol hver aften.       |
      | Alkohol: Varighed              | tre år                    |
      | Psykiatriske lidelser: Hvilke? | angst                     |
    Så siger feltet "Ressourcer" "Skriv også hendes ressourcer. En udredning uden ressourcer er ikke hel."
    Og er intet af det, hun skrev, gået tabt

  @S4-041 @S4-042
  Scenarie: Den faglige vurdering er ambulant og har en begrundelse
    Givet familierådgiveren har lavet en udredning af "Anna Test"
    Så har familierådgiveren opgaven "Vurdér fagligt: ambulant indsats eller døgnbehandling" om "Anna Test"
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "Skriv faglig vurdering"
    Og hun udfylder og trykker "Gem"
      | Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme | Ja |
      | Hvad vurderer du? | Forstærket ambulant indsats |
    Så siger feltet "Begrundelse" "Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Begrundelse | Hun har ro hjemme og kommer til sine aftaler. |
    Så har familierådgiveren ikke opgaven "Vurdér fagligt" om "Anna Test"
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der
      | Forstærket ambulant indsats                   |
      | Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme |
      | Hun har ro hjemme og kommer til sine aftaler. |

  @S4-041
  Scenarie: Uden udredning er der intet at vurdere
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der "Der er ikke skrevet en udredning, som din enhed kan se."
    Og kan hun ikke følge linket "Skriv faglig vurdering"

  @S4-048 @S4-049 @S4-050 @S4-051 @S4-052 @S4-054
  Scenarie: Skabelonen indsætter de centrale elementer, og planen samler flere strenge
    Givet familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Så står der
      | Jeg vil gerne have mit barn hjem.                                |
      | Tværfaglig og tværsektoriel: 2 faggrupper fra 2 sektorer         |
      | Støtte til fremmøde og deltagelse i møder                        |
      | Ambulant social rusmiddelbehandling                              |
      | Individuelle samtaler eller parsamtaler                          |
      | Støtte til at skabe stabilitet og struktur i hverdagen           |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering |
      | Evt. en psykiatrisk behandlingsindsats                           |
    Når hun udfylder planens skabelon og trykker "Godkend planen"
      | Element                                                | Hvem                         | Starter  | Hvor ofte        | Svarer på                                                          |
      | Mål                                                    | Ro om graviditeten og en bolig til to. |          |                  |                                                          |
      | Første opfølgning                                      | 31.3.2026                    |          |                  |                                                                    |
      | Støtte til fremmøde og deltagelse i møder              | Familieafdelingen, Odense    | 3.3.2026 | efter behov      |                                                                    |
      | Ambulant social rusmiddelbehandling                    | Alkoholbehandlingen, Odense  | 3.3.2026 | hver uge         |                                                                    |
      | Individuelle samtaler eller parsamtaler                | Familieafdelingen, Odense    | 9.3.2026 | hver anden uge   |                                                                    |
      | Støtte til at skabe stabilitet og struktur i hverdagen | Familieafdelingen, Odense    | 3.3.2026 | hver uge         | Ustabile boligforhold eller hjemløshed                             |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Begynder efter uge 20. | |
    Så siger feltet "Samtaler" "Vælg et svar."
    Når hun udfylder og trykker "Godkend planen"
      | Samtaler | Individuelle |
    Så står der
      | Det er gemt.                                              |
      | Plan, udgave 1                                            |
      | Ambulant social rusmiddelbehandling                       |
      | individuelle samtaler, hver anden uge                     |
      | Problemer uden en indsats: Psykiatriske lidelser Økonomiske vanskeligheder |
    Og står der ikke "Evt. en psykiatrisk behandlingsindsats"

  @S2-004
  Scenarie: Et udækket problem vises, til en indsats svarer på det
    Givet familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Ustabile boligforhold eller hjemløshed"
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der
      | Psykiatriske lidelser endnu ingen indsats i planen     |
      | Økonomiske vanskeligheder endnu ingen indsats i planen |
    Og står der ikke "Ustabile boligforhold eller hjemløshed endnu ingen indsats i planen"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav ny udgave"
    Og hun udfylder og trykker "Godkend planen"
      | Støtte til at skabe stabilitet og struktur i hverdagen: Svarer på | Ustabile boligforhold eller hjemløshed; Psykiatriske lidelser; Økonomiske vanskeligheder |
    Så står der "Plan, udgave 2"
    Og står der ikke "Problemer uden en indsats"

  @S4-051
  Scenarie: Parsamtaler kræver en partner
    Givet familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder og trykker "Godkend planen"
      | Mål                                                              | Ro om graviditeten.       |
      | Individuelle samtaler eller parsamtaler: Samtaler                | Parsamtaler               |
      | Individuelle samtaler eller parsamtaler: Hvor ofte og hvor længe | hver uge                  |
    Så siger feltet "Samtaler" "Parsamtaler kræver en partner i forløbet. Sæt partneren på kortet først, eller vælg samtaler alene."
    Og er intet af det, hun skrev, gået tabt

  @S2-041
  Scenarie: Planen begynder med hendes egne ord
    Givet familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder og trykker "Godkend planen"
      | Mål | Ro om graviditeten. |
    Så siger feltet "Mål" "Skriv først hendes egne ord, eller at hun ikke ønsker at udtale sig."

  @S2-043
  Scenarie: Planen følges op med et valg for hver indsats og en næste dato
    Givet familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Økonomiske vanskeligheder"
    Når klokken bliver "09.00" den "31.3.2026"
    Og familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Følg op"
    Og hun udfylder og trykker "Gem"
      | For hende, med hendes egne ord | Jeg har ikke drukket i tre uger. |
      | For det kommende barn          | Vokser, som det skal.            |
    Så siger feltet "Næste opfølgning" "Skriv datoen for næste opfølgning."
    Og siger feltet "Støtte til at skabe stabilitet og struktur i hverdagen" "Vælg for hver indsats, hvad der skal ske med den."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Støtte til at skabe stabilitet og struktur i hverdagen | fortsæt   |
      | Næste opfølgning                                       | 28.4.2026 |
    Så står der
      | Det er gemt.                     |
      | Jeg har ikke drukket i tre uger. |
      | 28.4.2026                        |

  @S4-030
  Scenarie: En hjemløs kvinde uden adresse kan få et forløb og en udredning
    Givet gadeplansmedarbejderen har meldt bekymring for "Bodil Test" i "Odense" med
      | Hvad har du selv set eller hørt, og hvem har sagt det? | Hun sover på trappen ved stationen. |
    Og familierådgiveren har lavet en udredning af "Bodil Test" med
      | Situation                                            | Ingen adresse. Sover på herberg, når der er plads. |
      | Ustabile boligforhold eller hjemløshed: Med egne ord | hjemløs                                            |
    Når familierådgiveren åbner fanen "Udredning" om "Bodil Test"
    Så står der
      | Ingen adresse. Sover på herberg, når der er plads.         |
      | Ustabile boligforhold eller hjemløshed endnu ingen indsats i planen hjemløs |

  @X08
  Scenarie: En test, der nævnes i udredningen, læses ikke sammen med de sociale forhold
    Givet familierådgiveren har lavet en udredning af "Anna Test" med
      | Cannabis (hash): Hyppighed            | hver dag |
      | Cannabis (hash): Hvor ved du det fra? | Prøve    |
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Sociale forhold"
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der "Udredning færdig"
    Og står der ikke "Cannabis"
    Når lægen i psykiatrien åbner fanen "Udredning" om "Anna Test"
    Så står der ikke "hver dag"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Cannabis"
