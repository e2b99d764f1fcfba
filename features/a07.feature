# language: da
# SPDX-License-Identifier: EUPL-1.2
@A07
Egenskab: Når ambulant hjælp ikke er nok, skiftes der uden at miste tråden
  Som tovholder vil jeg kunne gå fra ambulant til døgn, beslutte for hver indsats, om den fortsætter, og stadig kunne
  læse den plan, vi havde før.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Økonomiske vanskeligheder"
    Og at klokken er "09.00" den "31.3.2026"

  @S2-043 @S2-075
  Scenarie: Opfølgningen ser på hende, partneren og det kommende barn og kan ikke slutte uden en ny dato
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Følg op"
    Og hun udfylder og trykker "Gem"
      | For hende, med hendes egne ord | Jeg drikker mere, når jeg er alene. |
      | For det kommende barn          | Vokser, som det skal.               |
      | Støtte til at skabe stabilitet og struktur i hverdagen | justér      |
    Så siger feltet "Næste opfølgning" "Skriv datoen for næste opfølgning."
    Når hun udfylder og trykker "Gem"
      | Næste opfølgning | 14.4.2026 |
    Så står der
      | Jeg drikker mere, når jeg er alene. |
      | 14.4.2026                           |

  @S4-011 @S4-043 @S4-044
  Scenarie: En ny vurdering siger døgn, og planen får en ny udgave, hvor hver indsats er besluttet
    Givet familierådgiveren har vurderet, at "Anna Test" har brug for døgnbehandling
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der
      | Forbruget af rusmidler er for omfattende |
      | Specialiseret døgnbehandling             |
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav ny udgave"
    Så står der
      | Det, der kører nu                                      |
      | Støtte til at skabe stabilitet og struktur i hverdagen |
    Når hun udfylder planens skabelon og trykker "Godkend planen"
      | Element                                   | Hvem                        | Starter   | Hvor ofte   | Svarer på |
      | Mål                                       | Ro hele døgnet.             |           |             |           |
      | Første opfølgning                         | 28.4.2026                   |           |             |           |
      | Intensiv social rusmiddelbehandling       | Døgnbehandlingen Testgården | 1.4.2026  | hver dag    |           |
      | Specialiseret lægelig rusmiddelbehandling | udeladt |                   | Lægen vurderer det i uge 15. |   |
      | Psykologhjælp: arbejde med svære oplevelser | udeladt | | Hun vil vente. |        |
      | Støtte til afklaring af boligsituation, økonomi, praktiske forhold, kontakt til netværk m.m. | udeladt | | Er i gang hos familieafdelingen. | |
      | Støtte til fremmøde og deltagelse i møder | udeladt |                   | Hun bor på stedet. |             |
      | Familiebehandling og støtte ifm. udredning og udvikling af forældrekompetence og omsorgsforhold | udeladt | | Begynder efter uge 30. | |
      | Psykiatrisk behandling                    | udeladt |                   | Hun er henvist. |                |
    Så siger feltet "Støtte til at skabe stabilitet og struktur i hverdagen" "Vælg for hver indsats, hvad der skal ske med den."
    Når hun udfylder og trykker "Godkend planen"
      | Støtte til at skabe stabilitet og struktur i hverdagen | afslut |
    Så siger feltet "Hvorfor slutter den?" "Skriv hvorfor."
    Når hun udfylder og trykker "Godkend planen"
      | Hvorfor slutter den? | Stedet giver ro hele døgnet. |
    Så står der
      | Det er gemt.                        |
      | Plan, udgave 2                      |
      | Intensiv social rusmiddelbehandling |
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Stedet giver ro hele døgnet. |
      | Ro om graviditeten.          |
