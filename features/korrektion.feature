# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Det, der er skrevet, kan rettes, og ingen skriver hen over en anden
  Som fagperson vil jeg kunne rette en fejl, uden at det første forsvinder, og opdage, hvis en kollega
  har skrevet imens.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"

  Scenarie: En rettelse viser både det nye og det gamle, og hvorfor
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Skriv note"
    Og hun udfylder og trykker "Gem"
      | Hvad er sket?       | Hun ringede og aflyste onsdag. |
      | Hvad handler den om? | Samarbejde og møder           |
    Så står der "Hun ringede og aflyste onsdag."
    Når hun følger linket "Ret"
    Og hun udfylder og trykker "Gem"
      | Sådan skal der stå | Hun ringede og flyttede mødet til torsdag. |
    Så siger feltet "Hvorfor?" "Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvorfor? | Jeg havde hørt forkert. |
    Så står der
      | Rettelsen er gemt. Den første udgave kan stadig læses.    |
      | Hun ringede og flyttede mødet til torsdag.                |
      | Før rettelsen stod der: »Hun ringede og aflyste onsdag.«  |
      | Jeg havde hørt forkert.                                   |

  Scenarie: To udpeger koordinator på samme tid; den anden ser, hvad der kom imellem
    Givet familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Udpeg koordinator"
    Og kollegaen i familieafdelingen har udpeget "Peter Test Rådgiver" til koordinator for "Anna Test"
    Når familierådgiveren udfylder og trykker "Udpeg"
      | Hvem?                       | Mette Test Rådgiver                  |
      | Det, I har aftalt om rollen | Mette svarer inden to arbejdsdage.   |
    Så står der
      | Andre har skrevet, mens du var i gang |
      | Peter Test Rådgiver                   |
    Og er intet af det, hun skrev, gået tabt
    Når hun åbner forløbet om "Anna Test"
    Så står der "Koordinator (tovholder) Peter Test Rådgiver"

  Scenarie: Har hun læst, hvad der kom imellem, kan hun sende igen
    Givet familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Udpeg koordinator"
    Og kollegaen i familieafdelingen har udpeget "Peter Test Rådgiver" til koordinator for "Anna Test"
    Når familierådgiveren udfylder og trykker "Udpeg"
      | Hvem? | Mette Test Rådgiver |
    Og hun udfylder og trykker "Udpeg"
      | Hvem? | Mette Test Rådgiver |
    Så står der "Koordinator (tovholder) Mette Test Rådgiver"
