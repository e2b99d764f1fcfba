# language: da
# SPDX-License-Identifier: EUPL-1.2
@A12 @A20
Egenskab: Forældrenes og den unges egen side – hvem må se barnets forløb, og fra hvilken dag
  Som forælder med forældremyndighed vil jeg se, hvem der hjælper mit barn, hvad vi har aftalt, og hvem der må vide hvad.
  Som ung vil jeg selv bestemme, når jeg er gammel nok. Ingen af os skal se det, en anden i familien har sagt.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Emil Test"

  @S2-052 @X08
  Scenarie: En forælder med forældremyndighed ser barnets hjælp, og intet af morens forløb, rusmidler eller det, der ventes med
    Givet familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Når "Bo Test" åbner sin side
    Så står der
      | Hej Bo                                                |
      | Emil                                                  |
      | Mette Test Rådgiver                                   |
      | Familieafdelingen, Odense                             |
    Og står der ikke "Tråd"
    Og står der ikke "Anna"
    Og står der ikke "rusmid"
    Og står der ikke "alkohol"
    Og står der ikke "Underretning"
    Når "Bo Test" åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Når "Bo Test" åbner forløbet om "Emil Test"
    Så findes siden ikke for hende

  @S2-052
  Scenarie: Det, en unit holder tilbage for parten, og det, den anden forælder har skrevet, ser forælderen ikke
    Givet familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når "Anna Test" åbner sin side
    Og hun følger linket "Skriv, hvad du ønsker"
    Og hun udfylder og trykker "Gem"
      | Hvad er det?  | Et ønske                        |
      | Dine egne ord | Emil skal bo hos mig. |
    Så står der "Emil skal bo hos mig."
    Når "Bo Test" åbner sin side
    Så står der ikke "bo hos mig"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der "Emil skal bo hos mig."

  @S2-052 @X08
  Scenarie: Begge skal sige ja, hver for sig og på egen side, og den ene kan tage det tilbage
    Givet familierådgiveren har skrevet noten "Han sover uroligt." om "Barnets udvikling" for "Emil Test"
    Og familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når "Bo Test" siger ja på sin side til "Sundhedsplejen, Odense" om "Barnets udvikling"
    Så står der "Sundhedsplejen, Odense må få at vide"
    Og står der "Har I begge forældremyndighed, gælder det først, når I begge har sagt ja."
    Når "Anna Test" åbner sin side
    Og hun følger linket "Mine samtykker"
    Så står der ikke "Sundhedsplejen"
    Når sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der ikke "Han sover uroligt."
    Når "Anna Test" siger ja på sin side til "Sundhedsplejen, Odense" om "Barnets udvikling"
    Og sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der "Han sover uroligt."
    Når "Bo Test" åbner sin side
    Og hun følger linket "Mine samtykker"
    Og hun følger linket "Tag mit ja tilbage"
    Og hun trykker "Ja, tag det tilbage"
    Og sundhedsplejersken åbner forløbet om "Emil Test"
    Så står der ikke "Han sover uroligt."

  @S2-052
  Scenarie: Hvem der har set på barnets sag, står der for forælderen, og ikke hvad der er set i morens
    Givet familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Og "Bo Test" åbner sin side
    Og hun følger linket "Hvem har set på barnets sag"
    Så står der "Familierådgiver, Familieafdelingen, Odense"
    Og står der ikke "Mette"

  @S2-052 @X08
  Scenarie: Den, der ikke længere har forældremyndighed, ser intet fra næste læsning, og den, der aldrig har haft den, får ingen side
    Givet familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Når familierådgiveren åbner siden "foraeldremyndighed" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Hvem har forældremyndigheden?            | Én        |
      | Navn på den, der har forældremyndigheden | Anna Test |
      | Navn på den anden                        |           |
    Så kan "Bo Test" ikke se noget på sin side
    Når familierådgiveren åbner fanen "Samtykker" om "Emil Test"
    Så står der "Anna Test har ikke en side."
    Og står der ikke "Giv Bo Test en side"

  @S2-052 @X08 @S4-073
  Scenarie: 15 år – den unge ser selv og bestemmer over sit helbred; forældrene ser resten
    Givet familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og jordemoderen har skrevet noten "Hans hjerte er undersøgt." om "Barnets helbred" for "Emil Test"
    Når "Bo Test" åbner sin side
    Så står der "barnets helbred"
    Når klokken bliver "10.00" den "4.5.2041"
    Og "Bo Test" åbner sin side
    Så står der "barnets helbred"
    Når familierådgiveren åbner fanen "Samtykker" om "Emil Test"
    Så står der ikke "Giv Emil Test en side"
    Og står der "Barnet er fyldt 10 år og er selv part i de sager, loven nævner (barnets lov § 3)"
    Når klokken bliver "10.00" den "5.5.2041"
    Og "Bo Test" åbner sin side
    Så står der ikke "barnets helbred"
    Når familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" åbner sin side
    Så står der "Hej Emil"
    Og står der "barnets helbred"
    Og står der ikke "rusmid"
    Når "Emil Test" siger ja på sin side til "Psykiatrien, Odense" om "Barnets helbred"
    Og lægen i psykiatrien åbner forløbet om "Emil Test"
    Så står der "Født"

  @S0-013 @S2-052 @X08
  Scenarie: 18 år – forældrenes samtykker og side ender den dag, den unges begynder, og intet er slettet
    Givet familierådgiveren har skrevet noten "Han klarer sig godt i skolen." om "Sociale forhold" for "Emil Test"
    Og familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når klokken bliver "10.00" den "4.5.2044"
    Og "Bo Test" siger ja på sin side til "Psykiatrien, Odense" om "Sociale forhold"
    Og "Anna Test" siger ja på sin side til "Psykiatrien, Odense" om "Sociale forhold"
    Og lægen i psykiatrien åbner forløbet om "Emil Test"
    Så står der "Han klarer sig godt i skolen."
    Når klokken bliver "00.01" den "5.5.2044"
    Så ser lægen i psykiatrien intet til "Emil Test"
    Og kan "Bo Test" ikke se noget på sin side
    Og kan "Anna Test" ikke se noget på sin side
    Når familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" siger ja på sin side til "Psykiatrien, Odense" om "Sociale forhold"
    Og lægen i psykiatrien åbner forløbet om "Emil Test"
    Så står der "Han klarer sig godt i skolen."
    Når familierådgiveren prøver at skrive samtykke fra "Emil Test" med
      | Hvem svarer?                                | den, der har forældremyndighed |
      | Navn på den, der svarer                     | Anna Test                      |
      | Er der flere, der har forældremyndighed?    | Ja, to har den                 |
    Så siger feltet "Hvem svarer?" "Den unge er fyldt 18 år. Ingen kan samtykke for den unge; spørg den unge selv."
