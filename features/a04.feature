# language: da
# SPDX-License-Identifier: EUPL-1.2
@A04
Egenskab: En overskredet frist bliver set, og det, der blev gjort for sent, bliver ved med at være for sent
  Som leder vil jeg én gang få at vide, at en frist er overskredet, se hvem og hvor længe, og se om vi
  handler hurtigt: fra opsporing til kontakt, koordinator, udredning og første indsats.

  Baggrund:
    Givet at klokken er "15.00" den "6.3.2026"

  @S2-031 @S2-033 @S4-012
  Scenarie: 24 timer er 24 timer, også en lørdag, og lederen får det at vide én gang
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når klokken bliver "15.00" den "7.3.2026"
    Og lederen åbner "Overblik"
    Så står der "Intet er overskredet."
    Når klokken bliver "15.01" den "7.3.2026"
    Og lederen åbner "Overblik"
    Så står der "1 er ny, siden du sidst så listen."
    Og står der "Akutvurdér underretning lovfrist ny"
    Og står der "enheden lørdag 7. marts kl. 15.00"
    Og står der "under en time"
    Og står der ikke "Anna Test"
    Når klokken bliver "15.31" den "7.3.2026"
    Og klokken bliver "16.00" den "7.3.2026"
    Og lederen åbner "Overblik"
    Så står der "1 er ny, siden du sidst så listen."
    Når hun trykker "Jeg har set dem"
    Så står der "Intet nyt, siden du sidst så listen."
    Og står der "Akutvurdér underretning lovfrist"
    Når klokken bliver "09.00" den "8.3.2026"
    Og lederen åbner "Overblik"
    Så står der "Intet nyt, siden du sidst så listen."

  @S2-033 @S4-083
  Scenarie: Arbejdsdage tæller ikke lørdag, hverdage gør, og søn- og helligdage tæller ingen af dem
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    # Aftalen: 3 arbejdsdage fra fredag er onsdag. Loven: 6 hverdage fra fredag er fredag, for lørdag tæller med.
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "senest onsdag 11. marts"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "senest fredag 13. marts"
    Når klokken bliver "15.00" den "1.4.2026"
    Givet jordemoderen har meldt bekymring for "Sofie Test" i "Odense"
    # Skærtorsdag, langfredag og 2. påskedag tæller ikke.
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Sofie Test", "senest torsdag 9. april"

  @S2-033 @S2-031
  Scenarie: Uden koordinator på fjerde arbejdsdag står det hos lederen, og for sent gjort står som for sent
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når klokken bliver "09.00" den "12.3.2026"
    Og lederen åbner "Overblik"
    Så står der "Udpeg koordinator aftale ny"
    Og står der "onsdag 11. marts kl. 23.59"
    Når familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og lederen åbner "Overblik"
    Så står der ikke "Udpeg koordinator aftale"
    Og står der "Udpeg koordinator 0 % 0 1 0 0 0 0 0"
    Og står der "Akutvurdér underretning 0 % 0 1 0 0 0 0 0"
    Og står der "koordinator udpeget 5 dage 5 dage – 5 dage 1"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "første kontakt: endnu ikke · koordinator udpeget: 5 dage · udredning færdig: endnu ikke"

  @S4-012
  Scenarie: Den, der er længst henne, står øverst
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 10 |
    Og jordemoderen har meldt bekymring for "Sofie Test" i "Odense" med
      | Uge | 30 |
    Når klokken bliver "16.00" den "7.3.2026"
    Og familierådgiveren åbner "Mine opgaver"
    Så står "Sofie Test" før "Anna Test" på listen
    Når lederen åbner "Overblik"
    Så står "uge 30+1" før "uge 10+1" på siden

  Scenarie: Uden for åbningstiden står døgnvagtens nummer, og den ser uret
    Givet at klokken er "16.30" den "6.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når familierådgiveren åbner "Mine opgaver"
    Så står der "Den sociale døgnvagt, Odense"
    Når døgnvagten åbner forløbet om "Anna Test"
    Så står der "Akutvurdér underretning"
    Og står der "senest lørdag 7. marts kl. 16.30"

  @S2-031 @S2-043
  Scenarie: En sprunget opfølgning bliver overskredet hos den, der skulle have gjort den
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Og familierådgiveren har skrevet "Jeg vil have ro" ned for "Anna Test"
    Og familierådgiveren har lavet en plan for "Anna Test", der svarer på "Psykiatriske lidelser; Økonomiske vanskeligheder; Ustabile boligforhold eller hjemløshed"
    Når klokken bliver "09.00" den "20.4.2026"
    Og lederen åbner "Overblik"
    Så står der "Følg op på planen"
    Og står der "Mette Test Rådgiver"
    Og står der "udredning færdig under en time"

  @S0-029 @S3-028
  Scenarie: Et barn er eksponeret og bliver ikke udredt: overskredet hos myndigheden, og lederen får det at vide
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og at klokken er "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test" med
      | Barnet udredes senest den | 1.6.2026 |
    Så har familierådgiveren opgaven "Udred barnet" om "Emil Test", "senest mandag 1. juni"
    Når klokken bliver "09.00" den "2.6.2026"
    Og lederen åbner "Overblik"
    Så står der "Udred barnet: det er eller kan være eksponeret for rusmidler før fødslen anbefaling ny"
    Når hun trykker "Jeg har set dem"
    Så står der "Intet nyt, siden du sidst så listen."
    Givet jordemoderen har meldt bekymring for "Sofie Test" i "Odense"
    Når klokken bliver "10.00" den "3.6.2026"
    Og familierådgiveren åbner "Mine opgaver"
    # Børn har ingen uge: de står efter de gravide.
    Så står "Sofie Test" før "Emil Test" på listen
    Givet familierådgiveren har skrevet en runde om "Emil Test"
    Når lederen åbner "Overblik"
    Så står der ikke "Udred barnet: det er eller kan være eksponeret for rusmidler før fødslen anbefaling"

  Scenarie: Kun enhedens egen leder ser overblikket
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Når klokken bliver "16.00" den "7.3.2026"
    Og lederen i Svendborg åbner "Overblik"
    Så står der "Intet er overskredet."
    Når familierådgiveren alligevel åbner overblikket
    Så står der "Din funktion har ikke adgang til siden."
