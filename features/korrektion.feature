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

  @X05
  Scenarie: Lederen sletter det, der er ført på den forkerte person, uden at læse det
    Givet familierådgiveren har skrevet noten "Bodil drikker hver dag." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har ført noten om "Anna Test" på den forkerte person, fordi "Noten hører til en anden."
    Når lederen åbner "Overblik"
    Så står der "Ført på forkert person"
    Når hun følger linket "Beslut, hvad der skal ske"
    Så står der
      | Note                                |
      | Mette Test Rådgiver                 |
      | Noten hører til en anden.           |
      | Ingen anden enhed har fået den.     |
    Og står der ikke "Bodil drikker"
    Når hun udfylder og trykker "Beslut"
      | Hvad skal der ske? | Slet den |
    Så siger feltet "Hvorfor?" "Skriv hvorfor."
    Og siger feltet "På hvilket grundlag?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Beslut"
      | På hvilket grundlag? | Oplysningen må ikke behandles her (databeskyttelsesforordningen art. 17). |
      | Hvorfor?             | Den handler om en anden.                                                  |
    Så står der "Det er gemt."
    Og står der ikke "Ført på forkert person"
    Og er "Bodil drikker" væk overalt, og kæden er hel
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der
      | Poster slettet efter beslutning |
      | Den handler om en anden.        |
      | Lone Test Leder                 |
    # At lede enheden er ikke at være med i forløbet.
    Når lederen åbner forløbet om "Anna Test"
    Så er der lukket for hende

  @X05
  Scenarie: Lederen flytter det til det rigtige forløb; dag, ord og forfatter er de samme
    Givet jordemoderen har meldt bekymring for "Bodil Test" i "Odense"
    Og familierådgiveren har skrevet noten "Hun drikker hver dag." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har ført noten om "Anna Test" på den forkerte person, fordi "Noten hører til Bodil."
    Når lederen åbner "Overblik"
    Og hun følger linket "Beslut, hvad der skal ske"
    Og hun udfylder og trykker "Beslut"
      | Hvad skal der ske?            | Flyt den til det rigtige forløb                                                  |
      | Det rigtige forløbs sagsnummer | XXXX-XXXX                                                                       |
      | På hvilket grundlag?          | Oplysningen er ikke rigtig om hende (databeskyttelsesforordningen art. 16).       |
      | Hvorfor?                      | Den handler om Bodil.                                                            |
    Så siger feltet "Det rigtige forløbs sagsnummer" "Der er ikke et forløb med det nummer hos jer. Se efter på forløbets side."
    Og er intet af det, hun skrev, gået tabt
    Når hun flytter den til forløbet om "Anna Test"
    Så siger feltet "Det rigtige forløbs sagsnummer" "Det er det forløb, posten står i. Skriv det rigtige."
    Når hun flytter den til forløbet om "Bodil Test"
    Så står der "Det er gemt."
    Når familierådgiveren åbner fanen "Tidslinje" om "Bodil Test"
    Så står der
      | Hun drikker hver dag.               |
      | Flyttet hertil fra et andet forløb  |
      | Den handler om Bodil.               |
      | Lone Test Leder                     |
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "Hun drikker hver dag."

  @X08
  Scenarie: Kun lederen af den enhed, der skrev det, beslutter
    Givet familierådgiveren har skrevet noten "Bodil drikker hver dag." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har ført noten om "Anna Test" på den forkerte person, fordi "Noten hører til en anden."
    Når lederen åbner "Overblik"
    Og hun følger linket "Beslut, hvad der skal ske"
    Og familierådgiveren åbner den samme side
    Så er der lukket for hende
    Når lederen af alkoholbehandlingen åbner den samme side
    Så findes siden ikke for hende
    Når rådgiveren i Aarhus åbner den samme side
    Så findes siden ikke for hende

  @X02 @X05
  Scenarie: Databeskyttelsesrådgiveren ser de brud, der venter, fortegnelsen og sletteplanen
    Givet familierådgiveren har skrevet noten "Bodil drikker hver dag." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har ført noten om "Anna Test" på den forkerte person, fordi "Noten hører til en anden."
    Når databeskyttelsesrådgiveren åbner "Adgangslog"
    Og hun følger linket "Brud"
    Så står der
      | Familieafdelingen, Odense           |
      | fredag 6. marts kl. 9.00            |
    Og står der ikke "Bodil drikker"
    Og står der ikke "Anna Test"
    Når klokken bliver "09.01" den "6.3.2026"
    Og hun følger linket "Brud"
    Så står der "over fristen"
    Når hun følger linket "Fortegnelse"
    Så står der
      | DEMO-0461                         |
      | Dagny Test Databeskyttelse        |
      | Gravide, forløb: 1                |
      | Adgangslog 5 år (forslag)         |
    Og står der ikke "Familieafdelingen, Svendborg"
    Og står der ikke "Anna Test"
    Når hun følger linket "Sletteplan"
    Så står der "ingen fast frist Kommunal sag og andre"
    Når familierådgiveren skriver adressen "/log/brud"
    Så er der lukket for hende
    Når lederen skriver adressen "/log/fortegnelse"
    Så er der lukket for hende
