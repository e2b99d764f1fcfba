# language: da
# SPDX-License-Identifier: EUPL-1.2
@A17
Egenskab: Barnet anbringes
  Som familierådgiver vil jeg vælge et sted, der kan bære, sige højt, hvorfor jeg eventuelt vælger anderledes, og give både
  plejefamilien og hver forælder det, de har brug for. Som plejefamilie vil jeg vide det nødvendige fra første dag.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"

  @S0-049 @S0-051 @S0-053
  Scenarie: Et andet sted end det anbefalede kræver en begrundelse, og lederen ser afvigelsen
    Når familierådgiveren åbner siden "anbringelse/ny" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvilket sted?                             | Almen plejefamilie |
      | Sted                                      | Familien Test Bakkegård |
      | Adresse                                   | Testvej 7               |
      | Navn på den, der har barnet til daglig    | Gerda Test Bakkegård    |
    Så siger feltet "Hvorfor ikke en forstærket eller specialiseret plejefamilie?" "Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvorfor ikke en forstærket eller specialiseret plejefamilie? | Barnets moster bor ved siden af. |
    Så står der
      | Anbefalingen er en forstærket eller specialiseret plejefamilie. Begrundelse: Barnets moster bor ved siden af. |
      | Familien Test Bakkegård |
      | Testvej 7               |
    Og har familierådgiveren ikke opgaven "Vælg en forstærket eller specialiseret plejefamilie" om "Emil Test"
    Når familierådgiveren åbner "Anbragte børn"
    Så står der
      | Emil Test          |
      | almen plejefamilie |
    Når lederen åbner "Overblik"
    Så står der
      | Anbragt af de børn, enheden følger 1 af 1 |
      | I plejefamilie af de anbragte 1 af 1      |
      | Heraf: almen plejefamilie 1               |
      | Barnets moster bor ved siden af.          |
    Og står der ikke "Emil"
    Og står der ikke "Testvej 7"

  @S0-053
  Scenarie: Et anbefalet sted kræver ingen begrundelse, og det, der mangler, bliver nævnt
    Når familierådgiveren åbner siden "anbringelse/ny" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Anbragt fra          | 1.1.2026 |
      | Hvornår er det afgjort? | i går |
    Så siger feltet "Hvilket sted?" "Vælg et svar."
    Og siger feltet "Sted" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Hvornår er det afgjort?" "Det er ikke en dato. Skriv dag.måned.år, fx 3.3.2026."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvilket sted?           | Specialiseret plejefamilie |
      | Hvornår er det afgjort? | 6.5.2026                   |
      | Sted                    | Familien Test Bakkegård    |
    Så siger feltet "Anbragt fra" "Dagen ligger før barnets fødsel. Ret datoen."
    Og siger feltet "Navn på den, der har barnet til daglig" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Anbragt fra                            | 6.5.2026             |
      | Navn på den, der har barnet til daglig | Gerda Test Bakkegård |
    Så står der "Specialiseret plejefamilie"
    Og står der ikke "Begrundelse:"
    Når lederen åbner "Overblik"
    Så står der "Et andet sted end anbefalet 0"

  @S0-050
  Scenarie: Er eksponeringen ukendt hos et anbragt barn, bliver det en opgave at overveje den; erkendt og handlet på står på listen
    Givet barnets eksponering er ikke afklaret hos "Emil Test"
    Og familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Så har familierådgiveren opgaven "Overvej, om barnets vanskeligheder kan komme af rusmidler før fødslen" om "Emil Test"
    Når familierådgiveren åbner "Anbragte børn"
    Så står der "ikke oplyst ikke oplyst"
    Når familierådgiveren trykker på "Tag stilling" ud for opgaven "Overvej, om barnets vanskeligheder kan komme af rusmidler før fødslen"
    Og hun udfylder og trykker "Gem"
      | Er rusmidler før fødslen erkendt?            | Ja, det er kendt eller er en mistanke |
      | Er der handlet på det?                       | Nej                                   |
      | Hvad bygger det på, og hvad er gjort?        | Moster har fortalt det.               |
    Så har familierådgiveren ikke opgaven "Overvej, om barnets vanskeligheder kan komme af rusmidler før fødslen" om "Emil Test"
    Når familierådgiveren åbner "Anbragte børn"
    Så står der "ja nej"
    Når lederen åbner "Overblik"
    Så står der
      | Rusmidler før fødslen erkendt hos de anbragte 1 af 1 |
      | Handlet på hos de anbragte 0 af 1                    |

  @S0-055
  Scenarie: Viden, støtte og redskaber er tre opgaver; hvert tilbud har dag og svar
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Så har familierådgiveren opgaven "Tilbyd plejefamilien viden om følger af rusmidler før fødslen" om "Emil Test"
    Og har familierådgiveren opgaven "Tilbyd plejefamilien støtte" om "Emil Test"
    Og har familierådgiveren opgaven "Tilbyd plejefamilien redskaber" om "Emil Test"
    Når familierådgiveren trykker på "Skriv tilbuddet" ud for opgaven "Tilbyd plejefamilien støtte"
    Og hun udfylder og trykker "Gem"
      | Hvad er tilbudt?     | Støtte                     |
      | Hvad var svaret?     | Ja tak                     |
      | Hvad består det i?   | Vejledning hver 14. dag.   |
    Så står der "6.5.2026: Vejledning hver 14. dag."
    Og har familierådgiveren ikke opgaven "Tilbyd plejefamilien støtte" om "Emil Test"
    Og har familierådgiveren opgaven "Tilbyd plejefamilien redskaber" om "Emil Test"
    Når familierådgiveren åbner siden "anbringelse/tilbud" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er tilbudt? | Redskaber           |
      | Hvad var svaret? | Ikke tilbudt endnu  |
    Så har familierådgiveren opgaven "Tilbyd plejefamilien redskaber" om "Emil Test"

  @S0-054
  Scenarie: Barnets krav holdes op mod det, plejefamilien kan, og det, der mangler, står der
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Når familierådgiveren åbner siden "anbringelse/krav" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Krav, plejefamilien kan møde            | Faste sovetider                       |
      | Krav, plejefamilien ikke kan møde endnu | Ro ved måltider\nTåle gråd om natten  |
    Så står der
      | 2 krav kan ikke mødes endnu                |
      | Kan ikke mødes endnu: Ro ved måltider      |
      | Kan ikke mødes endnu: Tåle gråd om natten  |
    Og står der ikke "Kan ikke mødes endnu: Faste sovetider"

  @S0-052
  Scenarie: Flere grunde til en vanskelighed kan gælde på én gang, og det uafklarede står aldrig i vejen for støtte
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Når familierådgiveren åbner siden "anbringelse/vanskelighed" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er svært for barnet? | Barnet kan ikke falde til ro. |
    Så står der "Hvad kan det komme af?: Vælg et svar."
    Når hun udfylder og trykker "Gem"
      | Tilknytningsvanskeligheder              | ja |
      | Rusmiddelrelateret funktionsforstyrrelse | ja |
      | Uafklaret                               | ja |
      | Støtte imens           | Sansestimulerende tiltag ved sengetid. |
    Så står der
      | Barnet kan ikke falde til ro.                                                             |
      | Tilknytningsvanskeligheder · Rusmiddelrelateret funktionsforstyrrelse · Uafklaret         |
      | Støtte imens: Sansestimulerende tiltag ved sengetid.                                      |
    Når familierådgiveren åbner siden "anbringelse/tilbud" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvad er tilbudt? | Støtte |
      | Hvad var svaret? | Ja tak |
    Så har familierådgiveren ikke opgaven "Tilbyd plejefamilien støtte" om "Emil Test"
    # Jordemoderen dømmer ikke om grunden.
    Når jordemoderen åbner siden "anbringelse/vanskelighed" i forløbet om "Emil Test"
    Så får hun at vide "Det gør kommunens familieafdeling."

  @S0-055
  Scenarie: Kan det blive for svært, mødes man; blev det for svært, begynder en ny anbringelse, og årsagen tælles med
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Når familierådgiveren åbner siden "anbringelse/risiko" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvis det bliver for svært | det kan ske snart       |
      | Hvad bygger det på?       | De sover ikke om natten. |
    Så siger feltet "I mødes om det senest den" "Skriv datoen for næste opfølgning."
    Når hun udfylder og trykker "Gem"
      | I mødes om det senest den | 12.5.2026 |
    Så har familierådgiveren opgaven "Hold opfølgningsmøde: det kan blive for svært i plejefamilien" om "Emil Test"
    Når familierådgiveren trykker på "Indkald" ud for opgaven "Hold opfølgningsmøde"
    Og hun udfylder og trykker "Gem"
      | Dag for mødet           | 11.5.2026    |
      | Klokken                 | 10.00        |
      | Hvor mødes I?           | Hos familien |
      | Hvad handler det om?    | Nattesøvnen  |
    Så har familierådgiveren ikke opgaven "Hold opfølgningsmøde" om "Emil Test"
    Når familierådgiveren åbner siden "anbringelse/slut" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvordan slutter den? | Det blev for svært |
      | Hvorfor er en forælder ikke tilbudt støtte? | Vi kan ikke finde dem. |
    Så siger feltet "Hvad kom det af?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvad kom det af? | For lidt støtte om natten. |
    Så står der
      | Tidligere anbringelser     |
      | Det blev for svært         |
      | For lidt støtte om natten. |
    Og har familierådgiveren opgaven "Det blev for svært: find et nyt sted til barnet" om "Emil Test"
    Når lederen åbner "Overblik"
    Så står der "Det blev for svært 1"
    Og står der "For lidt støtte om natten."
    Når familierådgiveren trykker på "Anbring" ud for opgaven "Det blev for svært: find et nyt sted til barnet"
    Og hun udfylder og trykker "Gem"
      | Hvilket sted?                          | Specialiseret plejefamilie |
      | Sted                                   | Familien Test Engvang      |
      | Navn på den, der har barnet til daglig | Ole Test Engvang           |
    Så har familierådgiveren ikke opgaven "Det blev for svært: find et nyt sted til barnet" om "Emil Test"

  @S2-053
  Scenarie: Hver forælder tilbydes støtte for sig, og uden et tilbud kræver det en begrundelse at afslutte
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Så har familierådgiveren 2 gange opgaven "Tilbyd forældrene opfølgende støtte efter anbringelsen" om "Emil Test"
    Når familierådgiveren åbner siden "anbringelse/foraeldre" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvem er tilbudt støtte?  | Bo Test                 |
      | Hvad var svaret?         | Nej tak                 |
      | Hvad består støtten i?   | Samtaler hver måned.    |
    Så har familierådgiveren 1 gang opgaven "Tilbyd forældrene opfølgende støtte efter anbringelsen" om "Emil Test"
    Når familierådgiveren åbner siden "anbringelse/slut" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvordan slutter den? | Barnet flytter hjem |
    Så siger feltet "Hvorfor er en forælder ikke tilbudt støtte?" "En af forældrene er ikke tilbudt støtte. Tilbyd den først, eller skriv hvorfor ikke."
    Når familierådgiveren åbner siden "anbringelse/foraeldre" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvem er tilbudt støtte?  | Anna Test               |
      | Hvad var svaret?         | Ja tak                  |
      | Hvad består støtten i?   | En støtteperson.        |
    Og familierådgiveren åbner siden "anbringelse/slut" i forløbet om "Emil Test"
    Så står der ikke "Hvorfor er en forælder ikke tilbudt støtte?"
    Når hun udfylder og trykker "Gem"
      | Hvordan slutter den? | Barnet flytter hjem |
    Så står der "Barnet flytter hjem"
    # Morens forløb er hendes eget og fortsætter.
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Efter fødslen"
    Og står der ikke "Lukket"

  @S0-041 @S1-008 @S0-055
  Scenarie: Plejefamilien ser det, den skal vide, fra første dag, skriver selv, og ser intet om forældrene
    Givet familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Når familierådgiveren åbner fanen "Samtykker" om "Emil Test"
    Og hun følger linket "Giv Gerda Test Bakkegård en side"
    Og hun udfylder og trykker "Giv adgang"
      | Er det trygt for barnet, at siden er åben?        | Ja, det har vi talt om |
      | Må siden vise dag, tid og sted for møder?         | Ja                     |
    Så får hun at vide "Skriv først, hvad plejefamilien skal vide. Så er der noget på siden fra første dag."
    Givet familierådgiveren har skrevet til plejefamilien om "Emil Test"
    Og familierådgiveren har givet plejefamilien "Gerda Test Bakkegård" en side om "Emil Test"
    Når "Gerda Test Bakkegård" åbner sin side
    Så står der
      | Hej Gerda                                          |
      | Her står det, du har brug for at vide om Emil.     |
      | Mette Test Rådgiver, 00 00 11 05, også om natten   |
      | Sover bedst i mørke.                               |
      | Bæres tæt ind til kroppen.                         |
      | Ingen besøg den første måned.                      |
      | Familieafdelingen, Odense                          |
    Og står der ikke "Anna"
    Og står der ikke "Bo Test"
    Og står der ikke "alkohol"
    Og står der ikke "underretning"
    Når "Gerda Test Bakkegård" åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Når "Gerda Test Bakkegård" åbner forløbet om "Emil Test"
    Så findes siden ikke for hende
    Og kan "Gerda Test Bakkegård" kun se plejefamiliens side
    Når "Gerda Test Bakkegård" åbner sin side
    Og hun følger linket "Skriv"
    Og hun udfylder og trykker "Gem"
      | Hvad er det? | Noget, jeg mangler viden om |
    Så siger feltet "Dine ord" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Dine ord | Hvorfor ryster armene, når lyset tændes? |
    Så står der "Hvorfor ryster armene, når lyset tændes?"
    Og har familierådgiveren opgaven "Plejefamilien beder om viden" om "Emil Test"
    Når familierådgiveren åbner siden "anbringelse" i forløbet om "Emil Test"
    Så står der "Hvorfor ryster armene, når lyset tændes?"
    Når jordemoderen åbner siden "anbringelse" i forløbet om "Emil Test"
    Så står der "Her står ingen anbringelse."
    Og står der ikke "Gerda"
    Givet familierådgiveren har skrevet til plejefamilien om "Emil Test"
    Så har familierådgiveren ikke opgaven "Plejefamilien beder om viden" om "Emil Test"
    # Den dag anbringelsen slutter, er siden væk, også for den, der står med den åben.
    Givet familierådgiveren har afsluttet anbringelsen af "Emil Test"
    Så kan "Gerda Test Bakkegård" ikke længere komme ind

  @S0-049 @X08
  Scenarie: Forældrene ser intet om anbringelsen, før myndigheden har taget stilling, og aldrig stedet
    Givet familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Og familierådgiveren har skrevet til plejefamilien om "Emil Test"
    Når "Bo Test" åbner sin side
    Så står der ikke "anbragt"
    Og står der ikke "Gerda"
    Og har familierådgiveren opgaven "Tag stilling: kan forældrene se, at barnet er anbragt?" om "Emil Test"
    Når familierådgiveren åbner siden "anbringelse" i forløbet om "Emil Test"
    Og hun følger linket "Kan forældrene se, at barnet er anbragt?"
    Og hun udfylder og trykker "Gem"
      | Kan forældrene se det? | Ja, fra nu af |
    Så har familierådgiveren ikke opgaven "Tag stilling: kan forældrene se, at barnet er anbragt?" om "Emil Test"
    Når "Bo Test" åbner sin side
    Så står der "Barnet er anbragt uden for hjemmet siden 6.5.2026."
    Og står der ikke "Gerda"
    Og står der ikke "Bakkegård"
    Og står der ikke "Testvej"
    Og står der ikke "Sover bedst i mørke."
