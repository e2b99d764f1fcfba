# language: da
# SPDX-License-Identifier: EUPL-1.2
@A06
Egenskab: Døgnbehandling tilbydes med det samme, og en kontrakt om tilbageholdelse er frivillig
  Som den, der behandler hende, vil jeg kunne tilbyde en plads samme dag, se, hvor der er plads, og lade en kontrakt
  være hendes eget valg, hun kan stoppe igen, uden at et nej bliver brugt imod hende.

  Baggrund:
    Givet at klokken er "10.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Rusmiddelbehandling: stoffer og medicin: Har hun sagt ja? | Ja, mundtligt |
      | Rusmiddelbehandling: alkohol: Har hun sagt ja?            | Ja, mundtligt |
    Og stofbehandleren har lavet en udredning af "Anna Test"

  @S2-035 @S4-043 @S4-045
  Scenarie: Vurderes det, at hun har brug for døgnbehandling, skal den tilbydes samme dag
    Når stofbehandleren åbner fanen "Udredning" om "Anna Test"
    Og hun følger linket "Skriv faglig vurdering"
    Og hun udfylder og trykker "Gem"
      | Hvad vurderer du? | Specialiseret døgnbehandling |
      | Hvad skete der med tilbuddet? | Det er ikke tilbudt endnu |
      | Begrundelse       | Brugen fortsætter, og det kan skade fostret. |
    Så siger feltet "Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme" "Vælg et svar."
    Når hun udfylder og trykker "Gem"
      | Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme | Nej |
      | Den gravide profiterer ikke i tilstrækkelig grad af ambulant indsats, fx fordi | Det fortsatte rusmiddelforbrug medfører skader på fosteret |
    Så har stofbehandleren opgaven "Tilbyd døgnbehandling med det samme" om "Anna Test"
    Givet at klokken er "08.00" den "4.3.2026"
    Når stofbehandleren åbner siden "/?vis=overskredet"
    Så står der "Tilbyd døgnbehandling med det samme"

  @S2-035 @S4-085
  Scenarie: Døgnstedet skriver selv, hvor der er plads, og alle kan se det
    Når stofbehandleren åbner siden "/doegnpladser"
    Så står der
      | Døgnbehandlingen Testgården |
      | ikke oplyst                 |
    Når døgnbehandleren åbner siden "/doegnpladser"
    Og hun udfylder og trykker "Gem"
      | Hvor mange pladser har I?   | 8                                  |
      | Hvor mange er ledige nu?    | 9                                  |
    Så siger feltet "Hvor mange er ledige nu?" "Der kan ikke være flere ledige end pladser."
    Når hun udfylder og trykker "Gem"
      | Hvor mange er ledige nu?             | 2                      |
      | Hvem er det for, og hvad skal man vide? | Gravide og deres barn. |
    Når stofbehandleren åbner siden "/doegnpladser"
    Så står der
      | 2 af 8 pladser         |
      | Gravide og deres barn. |
      | 00 00 01 11            |

  @S2-036 @S4-063
  Scenarie: Kontrakten er tilbudt, underskrevet af hende selv og stoppet igen, og behandlingen fortsætter
    Givet stofbehandleren har vurderet, at "Anna Test" har brug for døgnbehandling
    Når stofbehandleren åbner fanen "Behandling" om "Anna Test"
    Og hun følger linket "Hun beder om behandling"
    Og hun udfylder og trykker "Gem"
      | Hvad beder hun om behandling for? | Behandling for stoffer |
    Så står der
      | Behandling for stoffer    |
      | Hun bad om det 3.3.2026   |
    Og har stofbehandleren opgaven "Start stofbehandling" om "Anna Test"
    Når stofbehandleren åbner fanen "Behandling" om "Anna Test"
    Og hun følger linket "Fortæl om og tilbyd en kontrakt"
    Og hun udfylder og trykker "Gem"
      | Hvilken behandling hører den til? | Behandling for stoffer, 3.3.2026 |
      | Hvilken lov er den efter?         | Alkohol: sundhedsloven §§ 141 b-141 f |
      | Hvad siger hun?                   | Ja, hun vil gerne |
    Så står der "Hvilken lov er den efter?: Den lov gælder ikke"
    Og siger feltet "Hvilken lov er den efter?" "Den lov gælder ikke for det, hun behandles for. Til alkohol hører sundhedsloven §§ 141 b-141 f, til stoffer lov om tilbageholdelse § 1."
    Når hun udfylder og trykker "Gem"
      | Hvilken lov er den efter?         | Stoffer: lov om tilbageholdelse af stofmisbrugere i behandling § 1 |
    Så står der "hun vil gerne, ikke skrevet under"
    Når hun følger linket "Hun skriver under"
    Og hun udfylder og trykker "Gem"
      | Gælder til og med | 1.8.2026 |
    Så siger feltet "Hun har selv skrevet under og har fået en kopi" "Uden hendes egen underskrift er der ingen kontrakt."
    Når hun udfylder og trykker "Gem"
      | Hun har selv skrevet under og har fået en kopi | ja |
    Så står der
      | Hun skrev under 3.3.2026      |
      | Gælder til og med 1.8.2026    |
    Og står der "giver ingen ret til at holde nogen tilbage"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Kontrakt"
    Når stofbehandleren åbner fanen "Behandling" om "Anna Test"
    Og hun følger linket "Opsig"
    Og hun udfylder og trykker "Gem"
      | Hvordan sluttede den? | Hun har opsagt den |
    Så står der
      | opsagt                 |
      | Hun har sagt ja        |
    Og har stofbehandleren opgaven "Start stofbehandling" om "Anna Test"

  @S2-036
  Scenarie: I ambulant behandling er der ingen kontrakt at skrive under på
    Givet stofbehandleren har tilbudt "Anna Test" en kontrakt om tilbageholdelse
    Når stofbehandleren åbner fanen "Behandling" om "Anna Test"
    Og hun følger linket "Hun skriver under"
    Og hun udfylder og trykker "Gem"
      | Hun har selv skrevet under og har fået en kopi | ja |
    Så står der "Det hører til døgnbehandling"
    Og er intet af det, hun skrev, gået tabt

  @S2-036
  Scenarie: Et nej er et svar, og kun de, der behandler hende, kan se det
    Givet stofbehandleren har vurderet, at "Anna Test" har brug for døgnbehandling
    Og stofbehandleren har tilbudt "Anna Test" en kontrakt om tilbageholdelse
    Når stofbehandleren åbner fanen "Behandling" om "Anna Test"
    Og hun følger linket "Skriv hendes svar"
    Og hun udfylder og trykker "Gem"
      | Hvad siger hun? | Nej tak |
    Så står der
      | nej tak         |
      | Hun har sagt ja |
    Når alkoholbehandleren åbner fanen "Behandling" om "Anna Test"
    Så står der ikke "nej tak"
    Når familierådgiveren åbner fanen "Behandling" om "Anna Test"
    Så står der ikke "nej tak"

  @S4-059
  Scenarie: Udskrives hun, mens boligen er uafklaret, bliver det en opgave
    Givet stofbehandleren har vurderet, at "Anna Test" har brug for døgnbehandling
    Når stofbehandleren åbner fanen "Behandling" om "Anna Test"
    Og hun følger linket "Planlæg udskrivning"
    Og hun udfylder og trykker "Gem"
      | Hvilken dag?          | 1.6.2026 |
      | Hvad er ikke på plads? | boligen  |
    Så siger feltet "Hvad bliver der gjort ved det?" "Skriv hvorfor."
    Når hun udfylder og trykker "Gem"
      | Hvad bliver der gjort ved det? | Vi søger en bolig med støtte. |
    Så står der
      | Ikke på plads: boligen        |
      | Vi søger en bolig med støtte. |
