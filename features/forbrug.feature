# language: da
# SPDX-License-Identifier: EUPL-1.2
@A05
Egenskab: Forbruget over tid – det, nogen har oplyst, uge for uge, og aldrig et nul, ingen har sagt
  Som tovholder vil jeg med ét blik se, hvornår i graviditeten hun har brugt hvad, hvor meget og hvem der
  siger det. Det, ingen har spurgt om, skal stå som ikke oplyst, så ingen tror, at der ikke var noget.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S2-032
  Scenarie: Før udredningen står det, jordemoderen har meldt, og resten er ikke oplyst
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der
      | Forbrug over tid                                                   |
      | hver aften, mængde og uger ikke oplyst                             |
      | Alkohol ikke oplyst hver aften ikke oplyst ikke oplyst             |
      | Cannabis (hash) ikke oplyst                                        |
      | Opioider ikke oplyst                                               |
      | Benzodiazepiner ikke oplyst                                        |
      | Centralstimulerende stoffer ikke oplyst                            |
      | Afhængighedsskabende medicin ikke oplyst                           |
      | Tobak og nikotin ikke oplyst                                       |
      | Andet ikke oplyst                                                  |
      | »Ikke oplyst« er ikke det samme som intet forbrug.                 |

  @S2-032
  Scenarie: Det, der er oplyst senere, står øverst, og det tidligere bliver stående med dato og kilde
    Givet klokken bliver "09.00" den "17.3.2026"
    Og familierådgiveren har lavet en udredning af "Anna Test" med
      | Alkohol: Hyppighed            | i weekenden    |
      | Alkohol: Omfang               | 2 glas         |
      | Alkohol: Fra uge              | 2              |
      | Alkohol: Til uge              | 8              |
      | Alkohol: Hvor ved du det fra? | Hun har sagt det |
    Når familierådgiveren åbner fanen "Udredning" om "Anna Test"
    Så står der
      | i weekenden, 2 glas                                                |
      | Alkohol ikke oplyst i weekenden uge 2–8 2 glas                     |
      | Alkohol ikke oplyst hver aften ikke oplyst ikke oplyst             |
      | Jordemoderkonsultationen, Odense                                   |
      | Familieafdelingen, Odense                                          |
    Og står "i weekenden uge 2–8" før "Alkohol ikke oplyst hver aften" på siden

  @S2-032 @S2-039
  Scenarie: Den, der ikke må læse om forbrug, ser kun ikke oplyst, som for en kvinde, ingen har spurgt
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Jobcenter Odense" om "Sociale forhold"
    Når jobcentrets sagsbehandler åbner fanen "Udredning" om "Anna Test"
    Så står der "Alkohol ikke oplyst Cannabis (hash) ikke oplyst"
    Og står der ikke "hver aften"
    Og står der ikke "Jordemoderkonsultationen"

  @S2-032
  Scenarie: Det, enheden selv har skrevet om forbruget, står i udredningen og skrives ikke igen
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "Begynd udredning"
    Og hun udfylder og trykker "Udredningen er færdig"
      | Situation    | Bor til leje.             |
      | Ressourcer   | Hun møder altid op.       |
      | Udfordringer | Alkohol hver aften.       |
    Og jordemoderen åbner fanen "Udredning" om "Anna Test"
    Så står der "Alkohol ikke oplyst hver aften ikke oplyst ikke oplyst ikke oplyst ikke oplyst, hvem der siger det tirsdag 3. marts kl. 9.00, Karen Test Jordemoder, jordemoder, Jordemoderkonsultationen, Odense Cannabis (hash) ikke oplyst"
