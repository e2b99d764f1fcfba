# language: da
# SPDX-License-Identifier: EUPL-1.2
@A14 @A17
Egenskab: Barnets tråd – barnets liv fra graviditeten til i dag på én side
  Som familierådgiver vil jeg på én side se, hvad barnet har været udsat for, hvad der er set, undersøgt og gjort, hvor det
  har boet, og hvem der kom og gik, så den næste ikke begynder forfra. Som læge vil jeg se det, jeg må, og intet spor af resten.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge                                   | 30            |
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test" med
      | Født i uge                               | 39+0      |
      | Hvem har forældremyndigheden?            | Én        |
      | Navn på den, der har forældremyndigheden | Anna Test |
      | Navn på den anden                        |           |
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Emil Test"

  @S0-009 @S0-013 @S0-049 @S1-003
  Scenarie: Eksponering, fødsel, runder, indsatser, anbringelse og mennesker står på én linje, ældst først
    Givet klokken bliver "09.00" den "7.5.2029"
    Og familierådgiveren har skrevet en runde om "Emil Test"
    Og familierådgiveren har lavet en børneplan for "Emil Test"
    Og klokken bliver "09.00" den "4.6.2029"
    Og familierådgiveren har anbragt "Emil Test" hos "Gerda Test Bakkegård"
    Når familierådgiveren åbner fanen "Barnets tråd" om "Emil Test"
    Så står der
      | Graviditeten                                     |
      | Alkohol, hver aften                              |
      | Første leveår                                    |
      | 5.5.2026 0 dage født hændelser uge 39+0          |
      | Mette Test Rådgiver (koordinator)                |
      | 3–4 år                                           |
      | 7.5.2029 3 år Runde 1                            |
      | Søvn: let · Sproglig udvikling: moderat          |
      | fra 4.6.2029 3 år Forstærket plejefamilie        |
    Og står "graviditet, født uge 39+0" før "5.5.2026 0 dage født" på siden
    Og står "Runde 1" før "Forstærket plejefamilie" på siden
    # Billedet går fra hånd til hånd: hvor barnet bor, og hos hvem, står på siden om anbringelsen og ikke her.
    Men står der ikke "Gerda"
    Og står der ikke "Testvej 7"

  @S0-009 @S1-003
  Scenarie: Man kan se hele livet, graviditeten, et leveår eller året omkring en dag
    Givet klokken bliver "09.00" den "7.5.2029"
    Og familierådgiveren har skrevet en runde om "Emil Test"
    Når familierådgiveren åbner fanen "Barnets tråd" om "Emil Test"
    Og hun følger linket "Første leveår"
    Så står der "født"
    Og står der ikke "Runde 1"
    Når hun følger linket "3–4 år"
    Så står der "Runde 1"
    Og står der ikke "0 dage født"
    Når hun følger linket "Graviditeten"
    Så står der "Alkohol, hver aften"
    Og står der ikke "Runde 1"
    Når hun følger linket "Hele livet"
    Så står der "Runde 1"
    Når hun følger linket "7.5.2029"
    Så står der
      | Året omkring 7.5.2029 |
      | Et halvt år før       |
      | Runde 1               |
    Og står der ikke "0 dage født"

  @S0-013 @X07
  Scenarie: Det, ingen har oplyst, er ikke oplyst – aldrig intet
    Givet pædagogen skriver, hvad der er set hos "Asta Test"
      | Hvilke tegn har du set? | Reguleringsvanskeligheder |
    Når pædagogen åbner fanen "Barnets tråd" om "Asta Test"
    Så står der
      | Barnets fødselsdag er ikke oplyst, så alderen kan ikke tegnes. |
      | ikke oplyst eksponering                                        |
      | reguleringsvanskeligheder                                      |

  @S0-010 @X08
  Scenarie: Den, der ikke må læse barnets helbred, ser barnets tråd, som den ville være uden
    Givet familierådgiveren har skrevet samtykke fra "Emil Test" til "Jobcenter Odense" om "Sociale forhold" med
      | Hvem svarer?                             | den, der har forældremyndighed |
      | Navn på den, der svarer                  | Anna Test                      |
      | Er der flere, der har forældremyndighed? | Nej, kun den, der svarer       |
    Når jobcentrets sagsbehandler åbner fanen "Barnets tråd" om "Emil Test"
    Så står der "ikke oplyst eksponering"
    Og står der ikke "Alkohol"
    Og står der ikke "uge 39"

  @S0-014
  Scenarie: Hypotesens trin står på linjen, og en afkræftet ses kun af myndigheden og læger
    Givet familierådgiveren skriver, hvad der er set hos "Bo Test"
      | Hvilke tegn har du set? | Sarthed over for lyd |
    Og familierådgiveren har anlagt en hypotese om "Bo Test"
    Når familierådgiveren åbner fanen "Barnets tråd" om "Bo Test"
    Så står der "anlagt hypotese"
    Givet familierådgiveren har afprøvet hypotesen om "Bo Test" med
      | Hvordan er den afprøvet? | Moren har selv fortalt det |
      | Hvad peger det på?       | Peger væk fra eksponering  |
    Og familierådgiveren har konkluderet, at hypotesen om "Bo Test" er "Afkræftet"
    Når familierådgiveren åbner fanen "Barnets tråd" om "Bo Test"
    Så står der
      | ikke oplyst eksponering |
      | afkræftet hypotese      |
      | Tidligere overvejet     |
    # Den, der selv anlagde den, læser den heller ikke mere.
    Givet PPR skriver, hvad der er set hos "Asta Test"
      | Hvilke tegn har du set? | Sarthed over for lyd |
    Og PPR har anlagt en hypotese om "Asta Test"
    Og PPR har afprøvet hypotesen om "Asta Test" med
      | Hvordan er den afprøvet? | Svangerjournalen          |
      | Hvad peger det på?       | Peger væk fra eksponering |
    Og PPR har konkluderet, at hypotesen om "Asta Test" er "Afkræftet"
    Når PPR åbner fanen "Barnets tråd" om "Asta Test"
    Så står der "sarthed over for lyd"
    Og står der ikke "ypotese"

  Scenarie: Det, man kan gøre i barnets forløb, står efter, hvad man vil, og behandling er den voksnes
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der
      | Skriv i forløbet Skrive      |
      | Undersøge Eksponering        |
      | Udred barnet Hjælpe          |
      | Overgange og afslutning      |
      | Samtykke og adgang           |
    Og kan familierådgiveren ikke følge linket "Behandling"

  Scenarie: En graviditet har ingen barnets tråd
    Når familierådgiveren åbner siden "barnets-traad" i forløbet om "Anna Test"
    Så findes siden ikke for hende
