# language: da
# SPDX-License-Identifier: EUPL-1.2
@A14
Egenskab: Tværfaglig udredning af barnet
  Som familierådgiver vil jeg se hele barnet, også det, barnet kan, sammen med de andre faggrupper, og se det igen år efter
  år. Som forælder vil jeg kunne sige nej til en runde uden at miste den næste. Som pædagog vil jeg vide, hvad der hjælper
  barnet, og ikke hvorfor det er, som det er.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge                                   | 30            |
      | Familieambulatoriet: Har hun sagt ja? | Ja, mundtligt |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Når socialrådgiveren i familieambulatoriet åbner henvisningen om "Anna Test"
    Og hun udfylder og trykker "Tag imod"
      | læge | Lise Test Læge |
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test" med
      | Har barnet været udsat for rusmidler før fødslen? | Mistanke  |
      | Hvem har forældremyndigheden?                     | Én        |
      | Navn på den, der har forældremyndigheden          | Anna Test |
      | Navn på den anden                                 |           |
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Emil Test"
    Og klokken bliver "09.00" den "7.5.2029"

  @S0-028 @S0-031 @S1-006 @S0-029
  Scenarie: Det, der mangler i runden, bliver nævnt og standser den, og intet går tabt
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der "En mistanke er nok til at begynde."
    Når hun følger linket "Begynd udredning"
    Og hun udfylder og trykker "Runden er færdig"
      | Livshistorie                                                        | Bor med sin mor. I dagtilbud, fra han var et år. |
      | Er der brugt rusmidler under graviditeten?                          | Ved ikke     |
      | Er der brugt afhængighedsskabende medicin under graviditeten?       | Ikke spurgt  |
      | Biologiske forhold                                                  | Vokser.      |
      | Psykologiske forhold                                                | Tillidsfuld. |
      | Søvn: Hvor svært er det?                                            | Let          |
      | Vanskeligheder                                                      | Skift er svære. |
    Så siger feltet "Sociale forhold" "Skriv, hvad der er fundet, eller sæt kryds ved »ikke belyst«, og skriv hvorfor."
    Og siger feltet "Styrker" "Skriv også barnets styrker. En udredning uden styrker er ikke hel."
    Og siger feltet "Er der brugt afhængighedsskabende medicin under graviditeten?" "Spørg først. »Ved ikke« og »ønsker ikke at svare« er også svar."
    Og siger feltet "Næste udredning" "Skriv datoen for næste udredning."
    Og siger feltet "Symptombillede lige nu" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Relationelt miljø" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Runden er færdig"
      | Næste udredning | 1.5.2029 |
    Så siger feltet "Næste udredning" "Dagen er gået. Vælg en dag, der kommer."

  @S0-028 @S0-029 @S0-031
  Scenarie: »Ikke belyst« med ord og »ved ikke« er lovlige, og én faggruppe alene er ikke tværfaglig
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Sociale forhold                                       | Moren ville ikke have besøg endnu. |
      | Sociale forhold er ikke belyst; ovenfor står hvorfor  | ja       |
      | Er der brugt rusmidler under graviditeten?            | Ved ikke |
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der
      | Runde 1                                                             |
      | ikke belyst: Moren ville ikke have besøg endnu.                     |
      | ved ikke (svaret af moren)                                          |
      | Runden er ikke tværfaglig: kun én faggruppe har bidraget.           |
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så står der "mistanke"

  @S0-029 @S2-010 @S2-019
  Scenarie: Læge, psykolog og sundhedsplejerske bidrager, hver med sit, og kun lægen skriver, at der er fundet følger
    Givet lægen i familieambulatoriet har skrevet bidraget "Vægten følger kurven." om "Emil Test" som "Børnelæger" om "Biologiske forhold"
    Og lægen i familieambulatoriet har skrevet samtykke fra "Emil Test" til "Familieafdelingen, Odense" om "Barnets helbred" med
      | Hvem svarer?                             | den, der har forældremyndighed |
      | Navn på den, der svarer                  | Anna Test                      |
      | Er der flere, der har forældremyndighed? | Nej, kun den, der svarer       |
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der "Vægten følger kurven."
    Når hun følger linket "Begynd udredning"
    Så står der "Børnelæger: Vægten følger kurven."
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Bidrag 1: Faggruppe                | Psykologer                   |
      | Bidrag 1: Navn og sted             | Karl Test Psykolog, PPR      |
      | Bidrag 1: Hvad bidrager de med?    | Samler ord, når der er ro.   |
      | Bidrag 2: Faggruppe                | Sundhedsplejersker           |
      | Bidrag 2: Hvad bidrager de med?    | Set hjemme tre gange.        |
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der
      | Børnelæger, psykologer, sagsbehandlere i familieafdelingen, sundhedsplejersker |
      | Karl Test Psykolog, PPR                                                        |
    Og står der ikke "Runden er ikke tværfaglig"
    Når jordemoderen åbner forløbet om "Emil Test"
    Og hun følger linket "Følger hos barnet"
    Og hun udfylder og trykker "Gem"
      | Er der følger hos barnet? | Fundet af læge |
      | Hvad bygger det på?       | Set i dag.     |
    Så siger feltet "Er der følger hos barnet?" "Kun en læge kan skrive, at der er fundet følger. Vælg »mulige«, eller bed lægen om det."

  @S0-009 @S0-032 @S0-033 @S1-003 @S0-045 @S0-046 @S0-052
  Scenarie: Anden runde har historien fra sidst, runderne står side om side, og en tilbagegang bliver en opgave
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Symptom 1: Hvad ses?     | Vågner og græder |
      | Symptom 1: Mulig årsag   | Tilknytningsvanskeligheder; Rusmiddelrelaterede funktionsforstyrrelser |
    Så har familierådgiveren ikke opgaven "Udred barnet" om "Emil Test"
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der "Vågner og græder tilknytningsvanskeligheder, rusmiddelrelaterede funktionsforstyrrelser"
    Når klokken bliver "09.00" den "20.4.2030"
    Så har familierådgiveren opgaven "Tilbyd barnet en ny runde af udredningen" om "Emil Test"
    Når klokken bliver "09.00" den "7.5.2030"
    Og familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Og hun følger linket "Ny runde"
    Så er feltet "Livshistorie" udfyldt med "Bor med sin mor. I dagtilbud, fra han var et år."
    Og er feltet "Symptombillede lige nu" udfyldt med ""
    Og står der "Sidste runde: let"
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Søvn: Hvor svært er det?               | Svær     |
      | Sproglig udvikling: Hvor svært er det? | Let      |
      | Næste udredning                        | 7.5.2031 |
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der
      | Runde 1, 3 år                                               |
      | Runde 2, 4 år                                               |
      | Søvn let svær                                               |
      | Sproglig udvikling moderat let                              |
      | Læring ikke vurderet ikke vurderet                          |
      | Søvn: mere besvær end i sidste runde, fra let til svær.     |
      | Forslag: følg op allerede omkring 5.11.2030.                |
    Og står der ikke "Sproglig udvikling: mere besvær"
    Og har familierådgiveren opgaven "Barnet er gået tilbage på et område" om "Emil Test"

  @S1-009 @S0-032
  Scenarie: Forældrene siger nej til en runde, og et nyt tilbud falder ved næste alderstrin
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Næste udredning | 7.5.2030 |
    Når klokken bliver "09.00" den "7.5.2030"
    Og familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Og hun følger linket "Tilbud om en runde"
    Så står der "falder et nyt tilbud den 5.5.2032"
    Når hun udfylder og trykker "Gem"
      | Hvorfor ikke, med deres ord | Der har været nok i år. |
    Så siger feltet "Hvad er svaret på tilbuddet om en ny runde?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Hvad er svaret på tilbuddet om en ny runde? | Nej |
    Så har familierådgiveren ikke opgaven "Tilbyd barnet en ny runde af udredningen" om "Emil Test"
    Når klokken bliver "09.00" den "20.4.2032"
    Så har familierådgiveren opgaven "Tilbyd barnet en ny runde af udredningen" om "Emil Test", "5. maj"

  @S0-007 @S0-030 @S0-036
  Scenarie: Barnets liv fra før fødslen og det, der påvirker barnet, står samlet, og det, der er forbi, bliver stående
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Og hun følger linket "Tilføj til barnets liv"
    Og hun udfylder og trykker "Gem"
      | Hvornår       | 1.2.2026                |
      | Hvad skete der? | Moren var indlagt en uge. |
    Og hun følger linket "Tilføj til barnets liv"
    Og hun udfylder og trykker "Gem"
      | Hvornår       | 1.8.2027         |
      | Hvad skete der? | Begyndte i dagtilbud. |
    Så står der
      | før fødslen Moren var indlagt en uge. |
      | 1 år 2 mdr. Begyndte i dagtilbud.     |
    Og står "Moren var indlagt en uge." før "Barnet blev født." på siden
    Når hun følger linket "Skriv en risiko eller påvirkning"
    Og hun udfylder og trykker "Gem"
      | Hvilken slags?         | Genetiske faktorer |
      | Hvad påvirker barnet?  | Høretab i slægten  |
    Og hun følger linket "Skriv en risiko eller påvirkning"
    Og hun udfylder og trykker "Gem"
      | Hvilken slags?         | Påvirkninger under graviditeten |
      | Hvad påvirker barnet?  | Stress i graviditeten |
    Og hun følger linket "Skriv en risiko eller påvirkning"
    Og hun udfylder og trykker "Gem"
      | Hvilken slags?         | Påvirkninger efter graviditeten |
      | Hvad påvirker barnet?  | Fire flytninger    |
    Så står der
      | Genetiske faktorer Høretab i slægten                    |
      | Påvirkninger under graviditeten Stress i graviditeten   |
      | Påvirkninger efter graviditeten Fire flytninger         |
    Når hun følger linket "En risiko er ikke længere aktuel"
    Og hun udfylder og trykker "Gem"
      | Hvilken?              | Fire flytninger |
      | Hvorfor ikke længere? | Fast bolig.     |
    Så står der "Fire flytninger (ikke længere: Fast bolig.)"

  @S0-008 @S0-040 @S0-041 @S1-008
  Scenarie: En ny voksen om barnet bliver en opgave, og et sted, der ikke er forudsigeligt, giver et forslag
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Og hun følger linket "Beskriv et sted"
    Og hun udfylder og trykker "Gem"
      | Hvor?                                  | Dagtilbud |
      | Passende krav                          | Delvis    |
      | Forudsigelighed                        | Nej       |
      | Aftalte tilpasninger                   | Samme voksen ved aflevering. |
    Og hun følger linket "Beskriv et sted"
    Og hun udfylder og trykker "Gem"
      | Hvor?                                  | Hjemmet   |
      | Forudsigelighed                        | Ja        |
    Så står der
      | Forudsigelighed Nej Ja                  |
      | Samme voksen ved aflevering.            |
      | Dagtilbud er ikke forudsigelig nok for barnet. |
    Og står der ikke "Hjemmet er ikke forudsigelig nok"
    Når hun følger linket "Ny voksen om barnet"
    Og hun udfylder og trykker "Gem"
      | Hvem er det? | Pia Test Pædagog |
      | Hvor?        | Dagtilbud        |
    Så har familierådgiveren opgaven "Giv viden" om "Emil Test"
    Når familierådgiveren trykker på "Giv viden" ud for opgaven "Giv viden"
    Og hun udfylder og trykker "Gem"
      | Hvem har fået viden? | Pia Test Pædagog |
    Så siger feltet "Hvad er fortalt, og hvordan?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvad er fortalt, og hvordan? | Arket er gået igennem. |
    Så har familierådgiveren ikke opgaven "Giv viden" om "Emil Test"
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der "har fået viden"

  @S0-027 @S0-037 @S0-038 @S0-039 @S0-043 @S1-007
  Scenarie: Planen svarer på hvert behov, har et formål med hver indsats og følger anbefalingerne eller siger hvorfor ikke
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Familiens støttebehov | Aflastning en weekend om måneden |
    Så har familierådgiveren opgaven "Svar på hvert støttebehov i barnets plan" om "Emil Test"
    Når familierådgiveren prøver at lave en børneplan for "Emil Test" med
      | Indsats 1: Formål           | - |
      | Indsats 2: Retter sig mod   | Funktionsnedsættelser |
      | Hvad har familien brug for? | - |
    Så står der "Formål: Vælg mindst ét formål for indsatsen. (Indsats 1)"
    Og siger feltet "Hvad har familien brug for?" "Skriv, hvad familien har brug for, eller skriv »ingen«."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Godkend planen"
      | Indsats 1: Formål           | Forebygge; Fremme |
      | Hvad har familien brug for? | Aflastning, når der er plads. |
    Så siger feltet "Ingen indsats retter sig mod omgivelserne. Hvorfor ikke?" "Skriv hvorfor."
    Og siger feltet "»Aflastning en weekend om måneden«: Hvorfor ingen indsats?" "Vælg en indsats, der svarer på behovet, eller skriv, hvorfor det er fravalgt."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Godkend planen"
      | Ingen indsats retter sig mod omgivelserne. Hvorfor ikke? | Dagtilbuddet begynder selv i juni. |
      | »Aflastning en weekend om måneden«: Hvorfor ingen indsats? | Venter på plads. |
    Så står der
      | Plan, udgave 1                                                                           |
      | Planen har ingen indsats rettet mod omgivelserne: Dagtilbuddet begynder selv i juni.     |
      | Aflastning en weekend om måneden familiens fravalgt: Venter på plads.                    |
      | Ro ved sengetid barnets Fast rytme ved sengetid                                          |
      | forebygge, fremme                                                                        |
    Og har familierådgiveren ikke opgaven "Svar på hvert støttebehov i barnets plan" om "Emil Test"

  @S0-035 @S0-038 @S0-039 @S0-042 @S0-044 @S0-045 @S0-047 @S0-009 @S1-002
  Scenarie: Planen viser de fire slags indsatser, vidensgrundlaget eller at det mangler, og kæden fra behov til virkning
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Er barnets miljø udsat? | Ja |
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der
      | Barnet har vanskeligheder og vokser op i et udsat miljø.   |
      | Ro ved sengetid barnets mangler svar i planen              |
    Givet familierådgiveren har lavet en børneplan for "Emil Test" med
      | Rammesættende tilgang     | Rehabilitering; Psykoedukation   |
      | Målet er at               | Bibeholde funktionsevnen         |
      | Indsats 1: Område         | Søvn                             |
      | Indsats 2: Vidensgrundlag | Erfaring fra andre dagtilbud     |
    Så står der
      | Rehabilitering, psykoedukation                                              |
      | Bibeholde funktionsevnen                                                    |
      | Fast rytme ved sengetid Søvn fremme funktionsnedsættelser udviklingsbaseret vidensgrundlag ikke angivet |
      | Vejledning i dagtilbud ikke oplyst fremme omgivelser systembaseret Erfaring fra andre dagtilbud |
      | Understøtte barnets motorisk-, sproglig- og sociale udvikling Planen har ingen indsats her. |
    Og står der ikke "Planen har ingen systembaseret indsats"
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Så står der "Ro ved sengetid barnets Fast rytme ved sengetid"
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Lav ny udgave"
    Så er feltet "Mål" udfyldt med "Sover trygt."

  @S0-041 @S1-005 @S1-008
  Scenarie: Arket siger, hvad der hjælper, aldrig hvorfor; baggrunden er kun til dem, barnet bor hos
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Barnets støttebehov | Ro ved sengetid |
    Når familierådgiveren åbner fanen "Udredning" om "Emil Test"
    Og hun følger linket "Beskriv et sted"
    Og hun udfylder og trykker "Gem"
      | Hvor?                | Dagtilbud |
      | Aftalte tilpasninger | Samme voksen ved aflevering. |
    Og hun følger linket "Skriv arket »Det hjælper«"
    Så er feltet "Det har barnet brug for" udfyldt med "Ro ved sengetid"
    Og er feltet "Dagtilbud" udfyldt med "Samme voksen ved aflevering."
    Når hun udfylder og trykker "Gem, og vis arket"
      | Sådan viser barnet, at noget er for meget | Går væk og gemmer sig.            |
      | Det hjælper                               | Vær rolig. Mor drak, så han er sart. |
    Så siger feltet "Det hjælper" "Her står noget om årsagen. Arket læses i dagtilbud og skole, og årsagen hører ikke til dér. Skriv, hvad der hjælper."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem, og vis arket"
      | Det hjælper | Sid ned. Sig én ting ad gangen. |
      | Baggrund    | Har været udsat for alkohol før fødslen. |
    Så står der
      | Det hjælper Emil                        |
      | Sid ned. Sig én ting ad gangen.         |
      | Nysgerrig og kærlig.                    |
      | Dagtilbud Samme voksen ved aflevering.  |
    Og står der ikke "alkohol"
    Når hun følger linket "Vis arket til dem, barnet bor hos"
    Så står der "Har været udsat for alkohol før fødslen."
    Og står der ikke "vin hver aften"

  @X08
  Scenarie: Den, et samtykke om udviklingen nævner, læser arket og ikke runden; forælderen ser ikke baggrunden, før den er fortalt
    Givet familierådgiveren har skrevet en runde om "Emil Test" med
      | Vanskeligheder | Kendeord runde |
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Skriv arket »Det hjælper«"
    Og hun udfylder og trykker "Gem, og vis arket"
      | Det har barnet brug for                   | Kendeord ark            |
      | Sådan viser barnet, at noget er for meget | Går væk.                |
      | Det hjælper                               | Sid ned.                |
      | Baggrund                                  | Kendeord baggrund       |
    Og familierådgiveren har skrevet samtykke fra "Emil Test" til "Sundhedsplejen, Odense" om "Barnets udvikling" med
      | Hvem svarer?                             | den, der har forældremyndighed |
      | Navn på den, der svarer                  | Anna Test                      |
      | Er der flere, der har forældremyndighed? | Nej, kun den, der svarer       |
    Når sundhedsplejersken åbner fanen "Tidslinje" om "Emil Test"
    Så står der "Kendeord ark"
    Og står der ikke "Kendeord runde"
    Og står der ikke "Kendeord baggrund"
    Når sundhedsplejersken åbner fanen "Udredning" om "Emil Test"
    Så står der ikke "Kendeord runde"
    Og står der "Der er ikke skrevet en runde, som din enhed kan se."
    Givet familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når "Anna Test" åbner sin side
    Så står der ikke "Kendeord runde"
    Og står der ikke "Kendeord baggrund"
