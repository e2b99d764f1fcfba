# language: da
# SPDX-License-Identifier: EUPL-1.2
@A08
Egenskab: Flerstrenget indsatsplan med hendes egne ord, partneren og netværket
  Som koordinator vil jeg samle indsatserne i én plan, der begynder med hendes egne ord, og som siger, hvem der sætter hvad
  i gang. Som partner vil jeg have min egen hjælp, uden at den står i hendes plan.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant

  @S2-041 @S2-074
  Scenarie: Planen godkendes ikke før hendes ord, eller at hun ikke vil sige noget, og ikke før hver indsats har en, der sætter den i gang
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder planens skabelon og trykker "Godkend planen"
      | Element                                                | Hvem                      | Starter  | Hvor ofte      | Svarer på |
      | Mål                                                    | Ro om graviditeten.       |          |                |           |
      | Støtte til fremmøde og deltagelse i møder              |                           | 3.3.2026 | efter behov    |           |
      | Ambulant social rusmiddelbehandling                    | udeladt                   |          | Kommer senere. |           |
      | Individuelle samtaler eller parsamtaler                | udeladt                   |          | Kommer senere. |           |
      | Støtte til at skabe stabilitet og struktur i hverdagen | udeladt                   |          | Kommer senere. |           |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Kommer senere. | |
    Så siger feltet "Sætter i gang" "Skriv, hvem der sætter indsatsen i gang."
    Og siger feltet "Mål" "Skriv først hendes egne ord, eller at hun ikke ønsker at udtale sig."
    Og er intet af det, hun skrev, gået tabt
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Skriv hendes ord"
    Og hun udfylder og trykker "Gem"
      | Hvad er det? | Hun ønsker ikke at udtale sig |
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Økonomiske vanskeligheder"
    Så står der "Plan, udgave 1"

  @S2-005 @S2-037
  Scenarie: Tre indsatser begynder samme dag, i hver sin streng
    Givet familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder planens skabelon og trykker "Godkend planen"
      | Element                                                | Hvem                        | Starter  | Hvor ofte      | Svarer på |
      | Mål                                                    | Ro om graviditeten.         |          |                |           |
      | Første opfølgning                                      | 31.3.2026                   |          |                |           |
      | Støtte til fremmøde og deltagelse i møder              | Familieafdelingen, Odense   | 3.3.2026 | efter behov    |           |
      | Ambulant social rusmiddelbehandling                    | Alkoholbehandlingen, Odense | 3.3.2026 | hver uge       |           |
      | Individuelle samtaler eller parsamtaler                | udeladt                     |          | Kommer senere. |           |
      | Støtte til at skabe stabilitet og struktur i hverdagen | Familieafdelingen, Odense   | 3.3.2026 | hver uge       | Økonomiske vanskeligheder |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Kommer senere. | |
    Så står der "Plan, udgave 1"
    Og er 3 indsatser i gang
    Og står der ikke "Planen har kun én streng."
    # Rusmiddelbehandling uden en indsats for familien: et råd, der intet standser.
    Og står der "Tag stilling til, om familiebehandling mangler."

  @S2-006 @S2-037
  Scenarie: Én streng er ikke en flerstrenget plan, og det siges uden at nævne, hvad andre måtte gøre
    Givet familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Økonomiske vanskeligheder"
    Så står der "Planen har kun én streng."
    Og står der ikke "familiebehandling mangler"
    Og står der ikke "Forløb 3"

  @S2-044 @S2-029
  Scenarie: Partneren får behandling i sit eget forløb, og det ses ikke af hende eller i hendes plan
    Givet familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Når familierådgiveren åbner fanen "Netværk" om "Anna Test"
    Og hun følger linket "Åbn et eget forløb for partneren eller en anden forælder"
    Og hun udfylder og trykker "Åbn forløbet"
      | Navn                               | Bo Test Partner            |
      | Hvad beder personen om hjælp til?  | At holde op med at drikke. |
      | Ja, og vil gerne have det          | ja |
    Og hun følger linket "Behandling"
    Og hun følger linket "Hun beder om behandling"
    Og hun udfylder og trykker "Gem"
      | Hvad beder hun om behandling for? | Behandling for alkohol |
    Så står der "Behandling for alkohol"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Bo Test Partner"
    Og står der ikke "Behandling for alkohol"
    Når kvinden åbner sin side
    Så står der ikke "Bo Test Partner"
    Og står der ikke "Behandling for alkohol"

  @S2-068
  Scenarie: Er hun ikke blevet oplyst inden aftalens tid, er det en opgave hos den, aftalen nævner
    Når familierådgiveren trykker på "Gør det" ud for opgaven "Fortæl hende, hvem der er hendes koordinator"
    Og hun udfylder og trykker "Gem"
      | Hendes svar | Hun har sagt ja |
    Så har familierådgiveren opgaven "Fortæl hende, hvad der sker, og hvad hun kan vælge" om "Anna Test", "senest tirsdag 31. marts"
    Når klokken bliver "09.00" den "1.4.2026"
    Så har familierådgiveren opgaven "Fortæl hende, hvad der sker, og hvad hun kan vælge" om "Anna Test", "1 dag over"
    Og har jordemoderen ikke opgaven "Fortæl hende, hvad der sker, og hvad hun kan vælge" om "Anna Test"

  @S2-038 @S2-005
  Scenarie: To faste tider, der falder sammen, bliver nævnt, og planen standses ikke
    Givet familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder og trykker "Gem og fortsæt senere"
      | Støtte til fremmøde og deltagelse i møder: Fast tid hver uge | tirsdag 10-9 |
    Og hun udfylder planens skabelon og trykker "Godkend planen"
      | Element                                                | Hvem                        | Starter  | Hvor ofte      | Svarer på |
      | Mål                                                    | Ro om graviditeten.         |          |                |           |
      | Første opfølgning                                      | 31.3.2026                   |          |                |           |
      | Støtte til fremmøde og deltagelse i møder              | Familieafdelingen, Odense   | 3.3.2026 | efter behov    |           |
      | Ambulant social rusmiddelbehandling                    | Alkoholbehandlingen, Odense | 3.3.2026 | hver uge       |           |
      | Individuelle samtaler eller parsamtaler                | udeladt                     |          | Kommer senere. |           |
      | Støtte til at skabe stabilitet og struktur i hverdagen | udeladt                     |          | Kommer senere. |           |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Kommer senere. | |
    Så siger feltet "Fast tid hver uge" "Skriv dag og klokkeslæt, fx tirsdag 10.00–11.00."
    Når hun udfylder og trykker "Godkend planen"
      | Støtte til fremmøde og deltagelse i møder: Fast tid hver uge | tirsdag 10.00-11.30     |
      | Ambulant social rusmiddelbehandling: Fast tid hver uge       | Tirsdag 11.00 – 12.00   |
    Så står der "Plan, udgave 1"
    Og står der "Ligger på samme tid, tirsdag 11.00–12.00"
    Og står der "efter behov · tirsdag 10.00–11.30"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav ny udgave"
    Og hun udfylder og trykker "Godkend planen"
      | Ambulant social rusmiddelbehandling: Fast tid hver uge       | tirsdag 11.30-12.30   |
    Så står der ikke "Ligger på samme tid"

  @S4-086 @S2-046
  Scenarie: Uafklaret betaling standser ikke, og et frivilligt sted hjælper uden at kunne læse med
    Givet familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder planens skabelon og trykker "Gem og fortsæt senere"
      | Element                                                | Hvem                        | Starter  | Hvor ofte      | Svarer på |
      | Mål                                                    | Ro om graviditeten.         |          |                |           |
      | Første opfølgning                                      | 31.3.2026                   |          |                |           |
      | Støtte til fremmøde og deltagelse i møder              | Familieafdelingen, Odense   | 3.3.2026 | efter behov    |           |
      | Ambulant social rusmiddelbehandling                    | udeladt                     |          | Kommer senere. |           |
      | Individuelle samtaler eller parsamtaler                | udeladt                     |          | Kommer senere. |           |
      | Støtte til at skabe stabilitet og struktur i hverdagen | Værestedet Broen, Odense    | 3.3.2026 | hver uge       |           |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Kommer senere. | |
    Og hun udfylder og trykker "Godkend planen"
      | Støtte til fremmøde og deltagelse i møder: Hvem betaler?              | ikke afklaret |
      | Støtte til at skabe stabilitet og struktur i hverdagen: Slags indsats | Støtte til at deltage i sociale og lokale netværk |
    Så står der "Plan, udgave 1"
    Og er 2 indsatser i gang
    Og står der "betaler: ikke afklaret"
    Og står der "Støtte til at deltage i sociale og lokale netværk"
    Og står der "Værestedet Broen, Odense"
    Og ser værestedsmedarbejderen intet til "Anna Test"

  @S2-045
  Scenarie: En støtte fra hendes netværk står ved planen, og en, hun er i konflikt med, kan ikke få en del af den
    Givet familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Et menneske i hendes eget netværk |
      | Navn på kontaktpersonen | Sofie Test                        |
      | Hvem er det for hende?  | søster                            |
      | Hvem kan personen være en støtte for? | hende               |
      | Har hun sagt ja til, at personen er med til møder? | Ja |
    Og familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Et menneske i hendes eget netværk |
      | Navn på kontaktpersonen | Kim Test                          |
      | Hvem er det for hende?  | fætter                            |
      | Forholdet er præget af konflikt eller risiko for vold. Personen bliver aldrig indkaldt. | ja |
      | Har hun sagt ja til, at personen er med til møder? | Nej |
    Og familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder planens skabelon og trykker "Gem og fortsæt senere"
      | Element                                                | Hvem                        | Starter  | Hvor ofte      | Svarer på |
      | Mål                                                    | Ro om graviditeten.         |          |                |           |
      | Første opfølgning                                      | 31.3.2026                   |          |                |           |
      | Støtte til fremmøde og deltagelse i møder              | Familieafdelingen, Odense   | 3.3.2026 | efter behov    |           |
      | Ambulant social rusmiddelbehandling                    | udeladt                     |          | Kommer senere. |           |
      | Individuelle samtaler eller parsamtaler                | udeladt                     |          | Kommer senere. |           |
      | Støtte til at skabe stabilitet og struktur i hverdagen | udeladt                     |          | Kommer senere. |           |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Kommer senere. | |
    Og hun udfylder og trykker "Godkend planen"
      | Støtte til fremmøde og deltagelse i møder: Ansvarlig person | Kim Test |
    Så siger feltet "Ansvarlig person" "Forholdet er præget af konflikt eller risiko for vold. Vælg en anden."
    Når hun udfylder og trykker "Godkend planen"
      | Støtte til fremmøde og deltagelse i møder: Ansvarlig person | Sofie Test |
    Så står der "Plan, udgave 1"
    Og står der "Sofie Test, søster: kan være en støtte for hende"
    Og står der "Kim Test, fætter: inddrages ikke, forholdet er præget af konflikt eller risiko for vold"

  @S2-071
  Scenarie: Hvor aftalen kræver et afsnit, godkendes planen ikke uden
    Givet jordemoderen har meldt bekymring for "Ida Test" i "Slagelse"
    Og rådgiveren i Slagelse har akutvurderet underretningen om "Ida Test"
    Og rådgiveren i Slagelse har udpeget "Hanne Test Rådgiver" til koordinator for "Ida Test"
    Og rådgiveren i Slagelse har lavet en udredning af "Ida Test"
    Og rådgiveren i Slagelse har vurderet, at "Ida Test" kan hjælpes ambulant
    Og rådgiveren i Slagelse har skrevet "Jeg vil have ro" ned for "Ida Test"
    Når rådgiveren i Slagelse åbner fanen "Plan" om "Ida Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder planens skabelon og trykker "Godkend planen"
      | Element                                                | Hvem                        | Starter  | Hvor ofte      | Svarer på |
      | Mål                                                    | Ro om graviditeten.         |          |                |           |
      | Første opfølgning                                      | 31.3.2026                   |          |                |           |
      | Støtte til fremmøde og deltagelse i møder              | Familieafdelingen, Slagelse | 3.3.2026 | efter behov    |           |
      | Ambulant social rusmiddelbehandling                    | udeladt                     |          | Kommer senere. |           |
      | Individuelle samtaler eller parsamtaler                | udeladt                     |          | Kommer senere. |           |
      | Støtte til at skabe stabilitet og struktur i hverdagen | udeladt                     |          | Kommer senere. |           |
      | Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering | udeladt | | Kommer senere. | |
    Så siger feltet "Bolig" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Godkend planen"
      | Bolig | Hun er skrevet op til en lejlighed. |
    Så står der "Plan, udgave 1"
    Og står der "Hun er skrevet op til en lejlighed."
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Så står der ikke "Bolig"

  @S2-030
  Scenarie: Lukkes forløbet, før nogen har tilbudt en samtale om seksuel sundhed, spørges kun en sundhedsperson hvorfor
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Luk forløbet"
    Så står der ikke "prævention"
    Givet jordemoderen har meldt bekymring for "Ida Test" i "Odense"
    Når jordemoderen åbner forløbet om "Ida Test"
    Og hun følger linket "Luk forløbet"
    Og hun udfylder og trykker "Luk forløbet"
      | Hvorfor lukkes det? | Hun flytter til udlandet. |
      | Hvorfor er der holdt færre møder? | Hun rejser nu. |
    Så siger feltet "Ingen har skrevet, at hun er tilbudt en samtale om seksuel sundhed og prævention. Hvorfor ikke?" "Skriv hvorfor."
    Når hun udfylder og trykker "Luk forløbet"
      | Ingen har skrevet, at hun er tilbudt en samtale om seksuel sundhed og prævention. Hvorfor ikke? | Hun gik før samtalen. |
    Så står der "Hun flytter til udlandet."
    Når jordemoderen åbner fanen "Tidslinje" om "Ida Test"
    Så står der "Hun gik før samtalen."
    Når familierådgiveren åbner fanen "Tidslinje" om "Ida Test"
    Så står der ikke "Hun gik før samtalen."

  @S2-029
  Scenarie: Har partneren både et forbrug og psykiske vanskeligheder, er psykiatrien et spørgsmål i hans eget forløb og ikke i hendes
    Givet familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Når familierådgiveren åbner fanen "Netværk" om "Anna Test"
    Og hun følger linket "Åbn et eget forløb for partneren eller en anden forælder"
    Og hun udfylder og trykker "Åbn forløbet"
      | Navn                               | Bo Test Partner            |
      | Hvad beder personen om hjælp til?  | At holde op med at drikke. |
      | Ja, og vil gerne have det          | ja |
    Og hun følger linket "Udredning"
    Og hun følger linket "Begynd udredning"
    Og hun udfylder og trykker "Udredningen er færdig"
      | Situation   | Bor alene.                    |
      | Ressourcer  | Han har arbejde.              |
      | Udfordringer | Øl hver aften og angst.      |
      | Psykiatriske lidelser: Hvilke? | angst      |
    Så står der "angst"
    Når hun følger linket "Anbefalinger"
    Så står der "Tag stilling til hjælp fra psykiatrien"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Øl hver aften og angst."
    Og står der ikke "Bo Test Partner"
    Når kvinden åbner sin side
    Så står der ikke "angst"
    Og står der ikke "Bo Test Partner"
