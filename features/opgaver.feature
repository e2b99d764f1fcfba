# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Opgaverne siger, hvor fristen kommer fra, og lader sig kun forklare væk, hvor det er lovligt
  Som medarbejder i familieafdelingen vil jeg se, hvad der haster og hvorfor, og ikke have skyld for en
  frist, ingen har aftalt.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  @S2-033
  Scenarie: Uden samarbejdsaftale er der et forslag, men aldrig en overskredet frist
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Aarhus"
    Så har rådgiveren i Aarhus opgaven "Udpeg koordinator" om "Anna Test", "aftalen siger ikke hvornår"
    Og har rådgiveren i Aarhus opgaven "Udpeg koordinator" om "Anna Test", "Forslag, som ikke tæller"
    Og står der "Samarbejdsaftalen mangler svar"
    Når klokken bliver "09.00" den "20.4.2026"
    Så har rådgiveren i Aarhus opgaven "Udpeg koordinator" om "Anna Test", "aftalen siger ikke hvornår"
    Når rådgiveren i Aarhus følger linket "Overskredet"
    Så står der "Akutvurdér underretning"
    Og står der ikke "Udpeg koordinator"

  Scenarie: Det, der ikke blev gjort, kan forklares og forsvinder så fra listen
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Når klokken bliver "09.00" den "9.3.2026"
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "over"
    Når familierådgiveren trykker på "Skriv hvorfor ikke" ud for opgaven "Udpeg koordinator"
    Og hun udfylder og trykker "Gem"
    Så siger feltet "Hvorfor ikke?" "Skriv hvorfor."
    Når hun udfylder og trykker "Gem"
      | Hvorfor ikke? | Hun vil selv vælge sin tovholder, når hun har mødt os på torsdag. |
    Så står der "Begrundelsen er gemt."
    Og har familierådgiveren ikke opgaven "Udpeg koordinator" om "Anna Test"

  Scenarie: Også en opgave uden frist kan forklares, i samme minut som den kom
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Aarhus"
    Så har rådgiveren i Aarhus opgaven "Udpeg koordinator" om "Anna Test", "aftalen siger ikke hvornår"
    Når rådgiveren i Aarhus trykker på "Skriv hvorfor ikke" ud for opgaven "Udpeg koordinator"
    Og hun udfylder og trykker "Gem"
      | Hvorfor ikke? | Hun har allerede en tovholder fra sit forrige forløb. |
    Så står der "Begrundelsen er gemt."
    Og har rådgiveren i Aarhus ikke opgaven "Udpeg koordinator" om "Anna Test"

  Scenarie: Loven kan ikke forklares væk
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Så kan familierådgiveren ikke trykke på "Skriv hvorfor ikke" ud for opgaven "Akutvurdér underretning"
    Når hun alligevel åbner »Skriv hvorfor ikke« for opgaven "Akutvurdér underretning"
    Så står der "Loven kan ikke fravælges. Gør opgaven, eller tal med din leder."

  Scenarie: En leder i en anden kommune ser intet
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når rådgiveren i Slagelse åbner "Mine opgaver"
    Så står der "Intet haster, og intet venter."
    Og står der ikke "Anna Test"
