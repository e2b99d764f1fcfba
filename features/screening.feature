# language: da
# SPDX-License-Identifier: EUPL-1.2
@A05
Egenskab: Screeninger – spørgsmål for spørgsmål, og aldrig en diagnose
  Som jordemoder vil jeg skrive hendes svar ind, mens vi taler, få scoren regnet ud og se, hvad den giver
  anledning til. Et spørgsmål, hun ikke har svaret på, må ikke tælle som nul, og et svar om selvskade må
  ikke vente på resten.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S2-034
  Scenarie: AUDIT-C i graviditeten: ét point er nok til en grundig samtale
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Så står der "Ingen screeninger er skrevet ind."
    Når hun følger linket "AUDIT-C om alkohol i graviditeten"
    Så står der "Den er ikke en diagnose."
    Når hun udfylder og trykker "Gem"
      | Spørgsmål 1 | 1 point |
      | Spørgsmål 2 | 0 point |
      | Spørgsmål 3 | 0 point |
    Så står der
      | AUDIT-C om alkohol i graviditeten tirsdag 3. marts 1 point |
      | Forslag: se nærmere på det                                  |
      | I graviditeten anbefales det slet ikke at drikke.           |

  @S2-034
  Scenarie: Nul i graviditeten er et svar og fører ikke til noget forslag
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "AUDIT-C om alkohol i graviditeten"
    Og hun udfylder og trykker "Gem"
      | Spørgsmål 1 | 0 point |
      | Spørgsmål 2 | 0 point |
      | Spørgsmål 3 | 0 point |
    Så står der "AUDIT-C om alkohol i graviditeten tirsdag 3. marts 0 point"
    Og står der ikke "Forslag: se nærmere på det"

  @S2-034
  Scenarie: Delvist besvaret er ikke oplyst, og historikken viser begge gange
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "TWEAK om alkohol i graviditeten"
    Og hun udfylder og trykker "Gem"
      | T – Tolerance | 2 point     |
      | W – Worried   | ikke oplyst |
    Så står der "TWEAK om alkohol i graviditeten tirsdag 3. marts ikke oplyst (1 af 5 spørgsmål besvaret)"
    Og står der ikke "Forslag: se nærmere på det"
    Givet klokken bliver "09.00" den "17.3.2026"
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "TWEAK om alkohol i graviditeten"
    Og hun udfylder og trykker "Gem"
      | T – Tolerance   | 2 point |
      | W – Worried     | 0 point |
      | E – Eye-opener  | 0 point |
      | A – Amnesia     | 0 point |
      | K – Cut down    | 1 point |
    Så står der
      | tirsdag 17. marts 3 point                                   |
      | tirsdag 3. marts ikke oplyst (1 af 5 spørgsmål besvaret)    |
      | et lavere tal udelukker ikke noget                          |
    Og står "17. marts" før "1 af 5" på siden

  @S2-034
  Scenarie: EPDS: spørgsmålet om selvskade venter ikke på de andre
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "EPDS, Edinburgh-skalaen"
    Så står der "Gives typisk i graviditetsuge 27–32 og cirka to måneder efter fødslen."
    Når hun udfylder og trykker "Gem"
      | Spørgsmål 10 (om at gøre skade på sig selv) | 1 point |
    Så står der
      | Handl i dag                                     |
      | Tal med hende om det i dag, før I skilles       |
      | ikke oplyst (1 af 10 spørgsmål besvaret)        |

  @S2-034 @S2-039
  Scenarie: Svar om psykisk helbred læses ikke af den, der kun må læse om rusmidler
    Givet jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "EPDS, Edinburgh-skalaen"
    Og hun udfylder og trykker "Gem"
      | Spørgsmål 10 (om at gøre skade på sig selv) | 1 point |
    Og hun følger linket "AUDIT-C om alkohol i graviditeten"
    Og hun udfylder og trykker "Gem"
      | Spørgsmål 1 | 3 point |
    Og jordemoderen har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Rusmidler og behandling"
    Når alkoholbehandleren åbner fanen "Udredning" om "Anna Test"
    Så står der "AUDIT-C om alkohol i graviditeten tirsdag 3. marts ikke oplyst (1 af 3 spørgsmål besvaret)"
    Og står der ikke "EPDS, Edinburgh-skalaen tirsdag"
    Og står der ikke "Handl i dag"

  @S2-034
  Scenarie: Andre redskaber skrives som score og dato, og et umuligt tal afvises uden at noget går tabt
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "DUDIT"
    Og hun udfylder og trykker "Gem"
      | Dato for svarene | 2.3.2026 |
      | Score            | 45       |
    Så siger feltet "Score" "Scoren er højere, end redskabet kan give. Se efter i skemaet."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Dato for svarene | 4.3.2026 |
      | Score            | 12       |
    Så siger feltet "Dato for svarene" "Tidspunktet er ikke kommet endnu. Skriv, hvornår det skete."
    Når hun udfylder og trykker "Gem"
      | Dato for svarene | 2.3.2026 |
      | Score            | 12       |
    Så står der "DUDIT mandag 2. marts 12 point"

  Scenarie: Et skema uden svar gemmes ikke
    Når jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "AUDIT-C om alkohol i graviditeten"
    Og hun trykker "Gem"
    Så siger feltet "Spørgsmål 1" "Ingen spørgsmål er besvaret. Besvar mindst ét."

  @S2-041
  Scenarie: Hun ser sine egne svar på sin side
    Givet familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Og jordemoderen åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "AUDIT-C om alkohol i graviditeten"
    Og hun udfylder og trykker "Gem"
      | Spørgsmål 1 | 1 point |
      | Spørgsmål 2 | 0 point |
      | Spørgsmål 3 | 0 point |
    Når kvinden åbner sin side
    Så står der
      | Skemaer, du har svaret på                  |
      | AUDIT-C om alkohol i graviditeten: 1 point |
    Og står der ikke "Forslag"
