# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Det umulige afvises med en grund, og intet af det skrevne går tabt
  Som fagperson med travlt vil jeg have at vide, hvilket felt der er galt, hvad der er galt, og hvad jeg
  skal gøre, uden at skulle skrive det hele igen.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  Scenarie: Uge 57 findes ikke i en graviditet
    Når jordemoderen prøver at melde bekymring med
      | Uge | 57 |
    Så siger feltet "Uge" "Den uge findes ikke i en graviditet. Skriv en uge fra 0 til 44."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: En termin, der ikke er en dato
    Når jordemoderen prøver at melde bekymring med
      | Uge           |           |
      | Eller termin  | 31.2.2026 |
    Så siger feltet "Eller termin" "Terminen er ikke en mulig dato. Skriv dag.måned.år, fx 19.6.2026."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: En termin, der ligger før undfangelsen
    Når jordemoderen prøver at melde bekymring med
      | Uge           |          |
      | Eller termin  | 3.3.2027 |
    Så siger feltet "Eller termin" "Den termin passer ikke til en graviditet i dag. Ret datoen."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: Et CPR-nummer med en fødselsdag, der ikke findes
    Når jordemoderen prøver at melde bekymring med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 310299-0000          |
    Så siger feltet "CPR-nummer" "CPR-numret skal have ti cifre og begynde med en dato, fx 010190-0000."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: En kommune, der ikke findes
    Når jordemoderen prøver at melde bekymring med
      | Kommune, hvor hun bor | Andeby |
    Så siger feltet "Kommune, hvor hun bor" "Vælg en kommune på listen."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: At tage stilling igen på en dag, der er gået
    Når jordemoderen prøver at melde bekymring med
      | Har du grund til at antage, at barnet kan få behov for særlig støtte lige efter fødslen? | Hun overvejer, om graviditeten skal fortsætte |
      | Jeg tager stilling igen den | 2.3.2026                   |
      | Hvorfor vente?              | Hun vil tale med sin læge. |
    Så siger feltet "Jeg tager stilling igen den" "Dagen er gået. Vælg en dag, der kommer."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: Noget, der ikke er sket endnu
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når familierådgiveren trykker på "Gør det" ud for opgaven "Gør undersøgelsen af de kommende forældre færdig"
    Og hun udfylder og trykker "Gem"
      | Hvornår skete det? | 4.3.2026                     |
      | Med egne ord       | Undersøgelsen er færdig i morgen. |
    Så siger feltet "Hvornår skete det?" "Tidspunktet er ikke kommet endnu. Skriv, hvornår det skete."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: En indsats for barnet, der begynder før graviditeten
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Og hun udfylder og trykker "Godkend planen"
      | Støtte til fremmøde og deltagelse i møder: Starter | 1.1.2024 |
    Så siger feltet "Starter" "Tidspunktet ligger før graviditeten. Ret datoen."
    Og er intet af det, hun skrev, gået tabt

  Scenarie: Mangler hun at svare, siger hvert felt sit, på én gang
    Når jordemoderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Send"
      | Navn | Anna Test |
    Så siger feltet "Kender du hende?" "Vælg, hvad du ved om hende."
    Og siger feltet "Er hun gravid, eller handler det om et barn?" "Vælg, om hun er gravid, eller om det handler om et barn."
    Og siger feltet "Hvad har du selv set eller hørt, og hvem har sagt det?" "Skriv, hvad du har set eller hørt. Én sætning er nok."
    Og siger feltet "Ved hun, at du skriver?" "Svar på, om hun ved, at du skriver."
    Og er intet af det, hun skrev, gået tabt
