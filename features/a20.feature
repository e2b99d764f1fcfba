# language: da
# SPDX-License-Identifier: EUPL-1.2
@A20
Egenskab: Den unge fylder 18
  Som ung vil jeg have, at nogen har aftalt med mig, hvem der tager over, og at kun mit eget ja gælder fra den dag. Som
  familierådgiver vil jeg mindes om det i tide og se, når overgangen ikke har en modtager.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Emil Test"

  @S0-013 @S0-048 @S1-010 @S4-073
  Scenarie: Et halvt år før dagen forberedes overgangen; den unges eget ja bærer den, og modtageren siger ja
    Når klokken bliver "09.00" den "4.11.2043"
    Så har familierådgiveren ikke opgaven "Forbered, at den unge fylder 18" om "Emil Test"
    Når klokken bliver "09.00" den "5.11.2043"
    Så har familierådgiveren opgaven "Forbered, at den unge fylder 18" om "Emil Test"
    Når familierådgiveren trykker på "Forbered" ud for opgaven "Forbered, at den unge fylder 18"
    Og hun udfylder og trykker "Gem"
      | Behov        | Hjælp til at komme op.   |
      | Udfordringer | Mange skift i skolen.    |
    Så siger feltet "Styrker" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Styrker | Er vellidt på sit arbejde. |
      | Hvad ved I om, at barnet er udsat for rusmidler? | Intet, der tyder på det |
      | Hvem tager over? | Ungecentret, Odense |
    Så siger feltet "Hvad ved I om, at barnet er udsat for rusmidler?" "I barnets forløb står der noget andet om eksponering. Ret det ene, så de siger det samme."
    Når hun udfylder og trykker "Gem"
      | Hvad ved I om, at barnet er udsat for rusmidler? | Det er udsat |
    Så står der "Ungecentret, Odense"
    Og er forsøget "disclose" på "Emil Test" afvist og skrevet i loggen
    Og ser ungevejlederen intet til "Emil Test"
    Givet familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" siger ja på sin side til "Ungecentret, Odense" om "Barnets helbred"
    Og familierådgiveren har forberedt overgangen for "Emil Test" til "Ungecentret, Odense"
    Så har familierådgiveren ikke opgaven "Forbered, at den unge fylder 18" om "Emil Test"
    Og har familierådgiveren opgaven "I har ansvaret, til modtageren har sagt ja" om "Emil Test"
    Når ungevejlederen trykker på "Sig ja" ud for opgaven "Sig ja til at tage over"
    Og hun udfylder og trykker "Gem"
    Så har familierådgiveren ikke opgaven "I har ansvaret, til modtageren har sagt ja" om "Emil Test"
    Når ungevejlederen åbner forløbet om "Emil Test"
    Så står der
      | Er vellidt på sit arbejde. |
      | Det er udsat               |
    Og står der ikke "Alkohol: hver aften"
    Og står der ikke "Morens forløb"

  @S0-048 @S1-010
  Scenarie: Er der ingen modtager, skal det begrundes, og der er alarm samme dag
    Når klokken bliver "09.00" den "5.11.2043"
    Og familierådgiveren åbner siden "voksenovergang" i forløbet om "Emil Test"
    Og hun udfylder og trykker "Gem"
      | Behov        | Hjælp til at komme op.     |
      | Styrker      | Er vellidt på sit arbejde. |
      | Udfordringer | Mange skift i skolen.      |
    Så siger feltet "Er der ingen modtager? Skriv hvorfor" "Vælg, hvem der tager over, eller skriv, hvorfor ingen gør det endnu."
    Når hun udfylder og trykker "Gem"
      | Er der ingen modtager? Skriv hvorfor | Den unge vil selv tænke over det. |
    Så har familierådgiveren opgaven "Overgangen til voksenlivet har ingen modtager" om "Emil Test"
    Når klokken bliver "09.00" den "6.11.2043"
    Og lederen åbner "Overblik"
    Så står der "Overgangen til voksenlivet har ingen modtager"
    Givet familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" siger ja på sin side til "Ungecentret, Odense" om "Barnets helbred"
    Og familierådgiveren har forberedt overgangen for "Emil Test" til "Ungecentret, Odense"
    Så har familierådgiveren ikke opgaven "Overgangen til voksenlivet har ingen modtager" om "Emil Test"

  @S0-013 @S2-052
  Scenarie: På dagen ender forældrenes ja; delingen standser til den unges eget, moren ser og samtykker ikke, og intet er slettet
    Givet familierådgiveren har skrevet noten "Klarer sig godt i skolen." om "Sociale forhold" for "Emil Test"
    Og familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når klokken bliver "10.00" den "4.5.2044"
    Og "Bo Test" siger ja på sin side til "Ungecentret, Odense" om "Sociale forhold"
    Og "Anna Test" siger ja på sin side til "Ungecentret, Odense" om "Sociale forhold"
    Og ungevejlederen åbner forløbet om "Emil Test"
    Så står der "Klarer sig godt i skolen."
    Når klokken bliver "00.01" den "5.5.2044"
    Så ser ungevejlederen intet til "Emil Test"
    Og kan "Anna Test" ikke se noget på sin side
    Når familierådgiveren prøver at skrive samtykke fra "Emil Test" med
      | Hvem svarer?                                | den, der har forældremyndighed |
      | Navn på den, der svarer                     | Anna Test                      |
      | Er der flere, der har forældremyndighed?    | Ja, to har den                 |
    Så siger feltet "Hvem svarer?" "Den unge er fyldt 18 år. Ingen kan samtykke for den unge; spørg den unge selv."
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der "Klarer sig godt i skolen."
    Og står der "ja, alkohol (fortalt af moren)"
    Givet familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" siger ja på sin side til "Ungecentret, Odense" om "Sociale forhold"
    Når ungevejlederen åbner forløbet om "Emil Test"
    Så står der "Klarer sig godt i skolen."

  @S0-013
  Scenarie: Den unge hører om eksponeringen i en samtale, før den kan læses, og aldrig morens detaljer
    Når klokken bliver "10.00" den "4.5.2041"
    Og familierådgiveren åbner siden "samtale" i forløbet om "Emil Test"
    Så får hun at vide "Barnet er under 15 år."
    Når klokken bliver "10.00" den "5.5.2044"
    Og familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" åbner sin side
    Så står der "Hej Emil"
    Og står der ikke "rusmidler"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Og hun følger linket "Skriv, at I har fortalt om eksponeringen"
    Og hun udfylder og trykker "Gem"
    Så siger feltet "Hvem fortalte det?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvem fortalte det? | Mette og overlægen |
    Og "Emil Test" åbner sin side
    Så står der "Du har været udsat for rusmidler, før du blev født. (alkohol)"
    Og står der ikke "hver aften"
    Og står der ikke "Anna"

  @S3-030 @S3-031
  Scenarie: Ved 24 år foreslås gratis rådgivning og samtaleterapi uden visitation, ved 26 ikke
    Når klokken bliver "10.00" den "5.5.2050"
    Og familierådgiveren har givet "Emil Test" en side om "Emil Test"
    Og "Emil Test" åbner sin side
    Så står der
      | Gratis rådgivning og samtaleterapi                |
      | Det er gratis og kræver ingen visitation          |
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der "Gratis rådgivning og samtaleterapi"
    Når klokken bliver "10.00" den "5.5.2052"
    Og "Emil Test" åbner sin side
    Så står der "Hej Emil"
    Og står der ikke "samtaleterapi"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der ikke "samtaleterapi"
