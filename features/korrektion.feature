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
      | Hvem?                          | Mette Test Rådgiver |
      | Hvorfor skifter I koordinator? | Andet arbejde       |
    Så står der "Koordinator (tovholder) Mette Test Rådgiver"

  @X05
  Scenarie: Ført på den forkerte person: ingen kan læse det fra nu af, og der er 72 timer til at vurdere bruddet
    Givet familierådgiveren har skrevet noten "Bodil drikker hver dag." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Sociale forhold"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Bodil drikker hver dag."
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Og hun følger linket "Ret"
    Og hun udfylder og trykker "Gem"
      | Hvad er galt? | Det er ført på den forkerte person |
      | Hvorfor?      | Noten hører til en anden.          |
    Når hun åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Bodil drikker hver dag."
    Når alkoholbehandleren åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Bodil drikker hver dag."
    Og har familierådgiveren opgaven "Ført på den forkerte person" om "Anna Test"
    Når familierådgiveren trykker på "Gør det" ud for opgaven "Ført på den forkerte person"
    Og hun udfylder og trykker "Gem"
      | Hvornår skete det? | 3.3.2026                                    |
      | Med egne ord       | Kun vi har læst den. Bruddet anmeldes ikke. |
    Så har familierådgiveren ikke opgaven "Ført på den forkerte person" om "Anna Test"
