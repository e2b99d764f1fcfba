# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Den, der skal møde hende, ved, hvordan de kan tale sammen
  Som jordemoder vil jeg bestille en tolk, før hun kommer, og ikke først opdage det, når hun sidder her.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"

  Scenarie: Sprog og tolk skrives ét sted og ses af alle, der arbejder med hende
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der ikke "med tolk"
    Når hun følger linket "Kontaktoplysninger"
    Og hun udfylder og trykker "Gem"
      | Hvilket sprog taler hun bedst? | arabisk |
      | Er der brug for tolk?          | Ja      |
    Så står der "arabisk, med tolk"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "arabisk, med tolk"
    Når hun følger linket "Kontaktoplysninger"
    Og hun udfylder og trykker "Gem"
      | Hvordan kan hun trygt kontaktes? | 20 00 00 01, kun om formiddagen |
      | Hvor bor eller opholder hun sig? | Krisecentret Testgården         |
      | Er det beskyttet?                | ja                              |
    Så står der "arabisk, med tolk"
    Når jordemoderen åbner forløbet om "Anna Test"
    Så står der "arabisk, med tolk"
    Og står der ikke "Krisecentret Testgården"

  Scenarie: Et nej til tolk er et svar, og det, der ikke er oplyst, står der ikke
    Når jordemoderen åbner forløbet om "Anna Test"
    Og hun følger linket "Kontaktoplysninger"
    Og hun udfylder og trykker "Gem"
      | Hvilket sprog taler hun bedst? | grønlandsk |
    Så står der "grønlandsk"
    Og står der ikke "tolk"
    Når hun følger linket "Kontaktoplysninger"
    Og hun udfylder og trykker "Gem"
      | Er der brug for tolk? | Nej |
    Så står der "grønlandsk, uden tolk"
