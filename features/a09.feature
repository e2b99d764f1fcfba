# language: da
# SPDX-License-Identifier: EUPL-1.2
@A09
Egenskab: Netværksmøder efter aftalen
  Som tovholder vil jeg indkalde, holde mødet og have fordelt opgaverne, før vi går fra bordet. Som gravid vil jeg have mine
  ønsker først på dagsordenen, kun møde dem, jeg har sagt ja til, og have hjælp til at komme, når det er svært.

  # Aftalen i Odense: koordinatoren indkalder; mindst tre møder, uge 16, uge 32 og fire uger efter fødslen; ti arbejdsdages
  # varsel; psykiatri, sundhedspleje og almen praksis kan indkaldes.
  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"

  @S2-065 @S2-066 @S2-067
  Scenarie: Et nyt forløb har de tre møder, aftalen siger, og indkalderen får opgaven, når tiden nærmer sig
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der
      | Netværksmøde 1: uge 16, omkring 14.4.2026 · ikke indkaldt endnu |
      | Netværksmøde 2: uge 32, omkring 4.8.2026 · ikke indkaldt endnu  |
      | Netværksmøde 3: 4 uger efter fødslen · ikke indkaldt endnu      |
      | mindst 3 møder                                                  |
      | varslet 10 arbejdsdage før                                      |
    Når klokken bliver "09.00" den "1.4.2026"
    Så har familierådgiveren opgaven "Hold netværksmøde" om "Anna Test"
    Og har jordemoderen ikke opgaven "Hold netværksmøde" om "Anna Test"

  @S2-067
  Scenarie: Fem dages varsel er for kort, og det skal begrundes
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der
      | mødet varsles 10 arbejdsdage før |
      | Sikker post til fagpersoner      |
    Når hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 8.3.2026                  |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
    Så siger feltet "Mødet ligger tidligere, end aftalen siger, at der skal varsles. Hvorfor?" "Skriv hvorfor."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Send indkaldelse"
      | Mødet ligger tidligere, end aftalen siger, at der skal varsles. Hvorfor? | Hun rejser i næste uge. |
    Så står der "søndag 8. marts kl. 10.00"
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Hun rejser i næste uge."

  @S2-059 @S2-065
  Scenarie: En anden end den, aftalen siger, indkalder kun med en begrundelse
    Når jordemoderen åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
    Så siger feltet "Aftalen siger, at en anden indkalder. Hvorfor gør du det?" "Skriv hvorfor."
    Når hun udfylder og trykker "Send indkaldelse"
      | Aftalen siger, at en anden indkalder. Hvorfor gør du det? | Tovholderen har bedt mig om det. |
    Så står der "tirsdag 31. marts kl. 10.00"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der ikke "Hvorfor gør du det?"

  @S2-059
  Scenarie: En aktør, der ikke står på aftalens liste, kræver en særlig begrundelse; en på listen gør ikke
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Kriminalforsorg          |
      | Navn på kontaktpersonen | Per Test Forsorg         |
      | Har hun sagt ja til, at personen er med til møder? | Ja |
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Og familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Per Test Forsorg    |
    Så siger feltet "En af dem står ikke på aftalens liste. Hvorfor skal de med?" "Skriv hvorfor."
    Når hun udfylder og trykker "Send indkaldelse"
      | En af dem står ikke på aftalens liste. Hvorfor skal de med? | Han følger hende i tilsynet og er den, hun ringer til. |
    Så står der "Per Test Forsorg"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Med psykiatrien           |
      | Dato      | 14.4.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Psykiatrien, Odense |
    Så står der "Med psykiatrien"

  @S2-039
  Scenarie: En enhed, hun ikke har sagt ja til, indkaldes ikke, uanset begrundelsen
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der "Hun har ikke sagt ja til møder med dem."
    Når hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Psykiatrien, Odense |
    Så står der "Der mangler samtykke til, at Psykiatrien, Odense er med til møder om hende."
    Og er forsøget "invite" på "Anna Test" afvist og skrevet i loggen

  @S2-045 @S2-070
  Scenarie: Et menneske, hun er i konflikt med, kan ikke indkaldes, og et andet kun, når hun har sagt ja
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Et menneske i hendes eget netværk |
      | Navn på kontaktpersonen | Kim Test                          |
      | Hvem er det for hende?  | fætter                            |
      | Forholdet er præget af konflikt eller risiko for vold. Personen bliver aldrig indkaldt. | ja |
      | Har hun sagt ja til, at personen er med til møder? | Ja |
    Og hun åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Et menneske i hendes eget netværk |
      | Navn på kontaktpersonen | Sofie Test                        |
      | Hvem er det for hende?  | søster                            |
      | Hvem kan personen være en støtte for? | hende               |
      | Har hun sagt ja til, at personen er med til møder? | Hun er ikke spurgt endnu |
    Og hun åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der
      | Når hun selv ønsker det, og senest ved møde 2.                              |
      | Hun inviterer selv, eller tovholderen gør det efter aftale med hende.       |
      | Kan ikke indkaldes: forholdet er præget af konflikt eller risiko for vold.  |
    Når hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Kim Test, fætter    |
    Så står der "En af dem, du har valgt, kan ikke indkaldes: forholdet er præget af konflikt eller risiko for vold."
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Sofie Test, søster  |
    Så står der "Hun har ikke sagt ja til, at en af dem, du har valgt, er med."
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Et menneske i hendes eget netværk |
      | Navn på kontaktpersonen | Sofie Test                        |
      | Hvem er det for hende?  | søster                            |
      | Hvem kan personen være en støtte for? | hende               |
      | Har hun sagt ja til, at personen er med til møder? | Ja     |
    Og hun åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Sofie Test, søster  |
    Så står der "Sofie Test, søster"

  @S4-037
  Scenarie: Hvor der er risiko for vold, indkaldes partneren ikke af sig selv, og aldrig uden en grund
    Givet familierådgiveren har lavet en udredning af "Anna Test" med
      | Der er risiko for vold | ja |
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Tilføj aktør"
    Og hun udfylder og trykker "Tilføj aktør"
      | Hvem er det?            | Partner |
      | Navn på kontaktpersonen | Bo Test |
      | Har hun sagt ja til, at personen er med til møder? | Ja |
    Og hun åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der "Der er risiko for vold. Indkald kun, hvis hun selv ønsker det."
    Når hun udfylder og trykker "Send indkaldelse"
      | Formål    | Uden ham                  |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
    Så står der "Uden ham"
    Og står der ikke "Bo Test"
    Når hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Med ham                   |
      | Dato      | 14.4.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvem indkaldes? | Bo Test             |
    Så siger feltet "Der er risiko for vold. Hvad har du talt med hende om, alene?" "Skriv hvorfor."

  @S4-033
  Scenarie: Peger udredningen på kognitive forstyrrelser, foreslås let sprog og støtte, når der indkaldes
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der ikke "let sprog"
    Givet familierådgiveren har lavet en udredning af "Anna Test" med
      | Kognitive forstyrrelser | ja |
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der "Udredningen peger på, at korte bidder, let sprog og billeder kan hjælpe hende på mødet."

  @S4-049 @S4-060
  Scenarie: Ledsager og påmindelse aftales, når der indkaldes, og bliver en opgave hos den, der sørger for det
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 20.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvad har I aftalt med hende? | Andet  |
    Så siger feltet "Mere om støtten" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Send indkaldelse"
      | Hvad har I aftalt med hende? | En går med hende; Hun bliver mindet om det |
      | Mere om støtten              | Ring om formiddagen.                      |
    Så står der "en går med hende, hun bliver mindet om det, andet – Ring om formiddagen. (Familieafdelingen, Odense)"
    Og har familierådgiveren opgaven "Sørg for den støtte til fremmøde, der er aftalt med hende: en går med hende, hun bliver mindet om det, andet" om "Anna Test"
    Når familierådgiveren trykker på "Det er klaret" ud for opgaven "Sørg for den støtte til fremmøde"
    Og hun udfylder og trykker "Gem"
      | Med egne ord | Søsteren henter hende. |
    Så har familierådgiveren ikke opgaven "Sørg for den støtte til fremmøde" om "Anna Test"

  @S4-049 @S4-060
  Scenarie: Hun kom ikke: det skrives uden bebrejdelse, og I mindes om at aftale støtte til næste møde
    Givet familierådgiveren har holdt et netværksmøde den "31.3.2026" om "Anna Test" med
      | Kunne hun være med? | Nej, hun kom ikke |
    Så har familierådgiveren opgaven "Aftal med hende, hvad der kan hjælpe hende til næste møde" om "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der "var der ikke; I taler med hende om, hvad der kan hjælpe"
    Og står der "Hvad kan hjælpe hende til at komme?"
    Når familierådgiveren trykker på "Aftal" ud for opgaven "Aftal med hende, hvad der kan hjælpe hende til næste møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 21.4.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Hjemme hos hende          |
    Så har familierådgiveren opgaven "Aftal med hende, hvad der kan hjælpe hende til næste møde" om "Anna Test"
    Når familierådgiveren trykker på "Aftal" ud for opgaven "Aftal med hende, hvad der kan hjælpe hende til næste møde"
    Og hun udfylder og trykker "Gem"
      | Hvad har I aftalt med hende? | Kørsel |
    Så har familierådgiveren ikke opgaven "Aftal med hende, hvad der kan hjælpe hende til næste møde" om "Anna Test"
    Og har familierådgiveren opgaven "Sørg for den støtte til fremmøde, der er aftalt med hende: kørsel" om "Anna Test"

  @S2-039 @S2-059
  Scenarie: Referatet går til dem, hun har sagt ja til, og hver beslutning er en opgave, før man går fra bordet
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
    Så står der "Hendes egne ord: »Jeg vil gerne have mit barn hjem.«"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Psykiatrien, Odense må deltage i netværksmøder" tilbage
    Og klokken bliver "11.30" den "31.3.2026"
    Og familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Skriv referat"
    Og hun udfylder og trykker "Gem"
      | Kunne hun være med? | Ja, hele mødet eller noget af det |
      | Referat             | Hun vil gerne bo for sig selv.     |
      | Beslutninger        | Mette: søg dagtilbud               |
    Så står der "»Mette: søg dagtilbud« mangler noget. Skriv hvem, hvad og hvornår"
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Beslutninger        | → Mette: søg dagtilbud inden 1/5\nAlkoholbehandlingen: ring hver mandag senest 7.4.2026\nAnna: skriv mine spørgsmål ned til 14/4 |
      | Mødet ændrede planen | ja |
    Så står der
      | Mette: søg dagtilbud, senest 1.5.2026                                                        |
      | Alkoholbehandlingen: ring hver mandag, senest 7.4.2026                                       |
      | Referatet er sendt til Alkoholbehandlingen, Odense.                                          |
      | Ikke sendt til Psykiatrien, Odense: hun har ikke sagt ja til møder med dem.                  |
    Og har familierådgiveren opgaven "Gør det, netværksmødet besluttede: Mette: søg dagtilbud" om "Anna Test"
    Og har familierådgiveren opgaven "Gør det, netværksmødet besluttede: Anna: skriv mine spørgsmål ned" om "Anna Test"
    Og har familierådgiveren opgaven "Skriv det, mødet besluttede, ind i planen" om "Anna Test"
    Og har alkoholbehandleren opgaven "Gør det, netværksmødet besluttede: Alkoholbehandlingen: ring hver mandag" om "Anna Test"
    Og ser lægen i psykiatrien intet til "Anna Test"
    Når alkoholbehandleren åbner fanen "Møder" om "Anna Test"
    Så står der "Hun vil gerne bo for sig selv."
    Og står der ikke "Ikke sendt til"
    Når alkoholbehandleren trykker på "Det er gjort" ud for opgaven "Gør det, netværksmødet besluttede"
    Og hun udfylder og trykker "Gem"
    Så har alkoholbehandleren ikke opgaven "Gør det, netværksmødet besluttede" om "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der "Alkoholbehandlingen: ring hver mandag, senest 7.4.2026 (gjort)"

  @S2-039
  Scenarie: Aflyses mødet, eller tages en enhed af det, får de inviterede det at vide
    Givet familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål          | Aftale, hvem der gør hvad                        |
      | Dato            | 31.3.2026                                        |
      | Klokken         | 10.00                                            |
      | Sted            | Lokale 2                                         |
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der "Netværksmøde 1, tirsdag 31. marts kl. 10.00"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Tag Psykiatrien, Odense af mødet |
    Så står der "Alkoholbehandlingen, Odense"
    Og står der ikke "Psykiatrien, Odense"
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der ikke "Netværksmøde 1, tirsdag 31. marts kl. 10.00"
    Når lægen i psykiatrien åbner fanen "Møder" om "Anna Test"
    Så står der "Netværksmøde 1 (I er ikke længere med)"
    Og kan hun ikke følge linket "Skriv referat"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Netværksmøde 1, tirsdag 31. marts kl. 10.00"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Aflys hele mødet |
      | Hvorfor?          | Hun er indlagt.  |
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der ikke "Netværksmøde 1, tirsdag 31. marts kl. 10.00"
    Når alkoholbehandleren åbner fanen "Møder" om "Anna Test"
    Så står der
      | Netværksmøde 1 (aflyst) |
      | Hun er indlagt.         |
    # Den, der er taget af mødet, får ikke grunden til, at det er aflyst.
    Når lægen i psykiatrien åbner fanen "Møder" om "Anna Test"
    Så står der ikke "Hun er indlagt."

  @S2-066
  Scenarie: Forløbet lukkes efter to af tre møder: det kræver en begrundelse
    Givet familierådgiveren har holdt et netværksmøde den "31.3.2026" om "Anna Test"
    Og familierådgiveren har holdt et netværksmøde den "28.4.2026" om "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der
      | Netværksmøde 2: uge 32, omkring 4.8.2026 · holdt               |
      | Netværksmøde 3: 4 uger efter fødslen · ikke indkaldt endnu     |
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Luk forløbet"
    Så står der "Der er holdt 2 af de 3 netværksmøder, aftalen siger."
    Når hun udfylder og trykker "Luk forløbet"
      | Hvorfor lukkes det? | Hun flytter til udlandet. |
    Så siger feltet "Hvorfor er der holdt færre møder?" "Skriv hvorfor."
    Når hun udfylder og trykker "Luk forløbet"
      | Hvorfor er der holdt færre møder? | Hun er rejst før fødslen. |
    Så står der "Hun flytter til udlandet."
    Når familierådgiveren åbner fanen "Tidslinje" om "Anna Test"
    Så står der "Hun er rejst før fødslen."

  @S2-066
  Scenarie: Er alle møder holdt, spørges der ikke, og kun koordinatorens enhed kan lukke
    Givet familierådgiveren har holdt et netværksmøde den "31.3.2026" om "Anna Test"
    Og familierådgiveren har holdt et netværksmøde den "28.4.2026" om "Anna Test"
    Og familierådgiveren har holdt et netværksmøde den "26.5.2026" om "Anna Test"
    Når jordemoderen åbner forløbet om "Anna Test"
    Så kan hun ikke følge linket "Luk forløbet"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Luk forløbet"
    Så står der ikke "færre møder"
    Når hun udfylder og trykker "Luk forløbet"
      | Hvorfor lukkes det? | Alt er sat i gang og følges i barnets forløb. |
    Så står der "Alt er sat i gang og følges i barnets forløb."

  @S2-045 @S4-049
  Scenarie: Hun ser selv, hvem der er inviteret, og svarer med ét tryk; kan hun ikke, findes en tid, der passer hende
    Givet familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Og familierådgiveren har skrevet "Jeg vil gerne have mit barn hjem." ned for "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål    | Aftale, hvem der gør hvad |
      | Dato      | 31.3.2026                 |
      | Klokken   | 10.00                     |
      | Sted      | Lokale 2                  |
      | Hvad har I aftalt med hende? | Kørsel |
    Når kvinden åbner sin side
    Så står der
      | De her er inviteret:                           |
      | Mette Test Rådgiver, Familieafdelingen, Odense |
      | I har aftalt: kørsel.                          |
      | Det, du ønsker, kommer først på mødet.         |
    Når hun trykker "Jeg vil gerne have en anden tid"
    Så står der "Du har bedt om en anden tid. Vi ringer."
    Og har familierådgiveren opgaven "Hun kan ikke til mødet: find en tid, der passer hende" om "Anna Test"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der "hun vil gerne have en anden tid"
    Når hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Flyt mødet |
      | Ny dato           | 5.3.2026   |
    Så siger feltet "Mødet ligger tidligere, end aftalen siger, at der skal varsles. Hvorfor?" "Skriv hvorfor."
    Når hun udfylder og trykker "Gem"
      | Ny dato           | 7.4.2026   |
      | Sted              | Hjemme hos hende |
    Så står der "tirsdag 7. april kl. 10.00"
    Og står der ikke "hun vil gerne have en anden tid"
    Og har familierådgiveren ikke opgaven "Hun kan ikke til mødet: find en tid, der passer hende" om "Anna Test"
    Når kvinden åbner sin side
    Så står der "tirsdag 7. april kl. 10.00, Hjemme hos hende"
    Når hun trykker "Jeg kommer"
    Så står der "Du har svaret, at du kommer."
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der "hun har svaret, at hun kommer"
    Når kvinden åbner sin side
    Og hun trykker "Skjul tid og sted for møder"
    Så står der ikke "De her er inviteret:"
    Og står der ikke "Jeg kommer"

  @S2-039 @S2-067
  Scenarie: Tre tider foreslås, de spurgte og hun selv svarer, og den, der passer alle, indkaldes med ét tryk
    Givet familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Find en tid, der passer"
    Og hun udfylder og trykker "Spørg"
      | Formål | Aftale, hvem der gør hvad |
      | Sted   | Lokale 2                  |
      | Tider  | 31.3.2026 10.00\n1.4.2026 klokken ti |
    Så siger feltet "Tider" "»1.4.2026 klokken ti« er ikke en dag og et klokkeslæt. Skriv fx 31.3.2026 10.00."
    Når hun udfylder og trykker "Spørg"
      | Tider | 1.4.2026 9.00\n1.4.2026 10.00\n1.4.2026 11.00\n1.4.2026 12.00\n1.4.2026 13.00\n1.4.2026 14.00 |
    Så siger feltet "Tider" "Foreslå højst fem tider. Slet nogle."
    Når hun udfylder og trykker "Spørg"
      | Tider         | 31.3.2026 10.00\n1.4.2026 13.30\n7.4.2026 9.00 |
      | Hvem spørges? | Psykiatrien, Odense |
    Så står der "Der mangler samtykke til, at Psykiatrien, Odense er med til møder om hende."
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Find en tid, der passer"
    Og hun udfylder og trykker "Spørg"
      | Formål        | Aftale, hvem der gør hvad |
      | Sted          | Lokale 2                  |
      | Tider         | 31.3.2026 10.00\n1.4.2026 13.30\n7.4.2026 9.00 |
    Så står der
      | Anna Test: har ikke svaret endnu                   |
      | Alkoholbehandlingen, Odense: har ikke svaret endnu |
    Og har alkoholbehandleren opgaven "Svar, hvilke tider der passer til et møde" om "Anna Test"
    Når alkoholbehandleren trykker på "Svar" ud for opgaven "Svar, hvilke tider der passer til et møde"
    Så står der ikke "Anna Test: har ikke svaret endnu"
    Når hun følger linket "Svar, hvilke tider der passer"
    Og hun udfylder og trykker "Gem"
      | Hvilke tider passer jer? | onsdag 1. april kl. 13.30; tirsdag 7. april kl. 9.00 |
    Så har alkoholbehandleren ikke opgaven "Svar, hvilke tider der passer til et møde" om "Anna Test"
    Når kvinden åbner sin side
    Og hun udfylder og trykker "Send mit svar"
      | Hvilke tider passer dig? | tirsdag 7. april kl. 9.00 |
    Så står der "Du har svaret. Du kan stadig ændre det."
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Så står der
      | tirsdag 7. april kl. 9.00 passer alle                   |
      | Alkoholbehandlingen, Odense: passer                     |
      | Anna Test: passer ikke                                  |
    Når hun trykker "Indkald til tirsdag 7. april kl. 9.00"
    Så står der
      | Netværksmøde 1 tirsdag 7. april kl. 9.00 |
      | Alkoholbehandlingen, Odense              |
    Og står der ikke "Foreslåede tider"
    Når kvinden åbner sin side
    Så står der "tirsdag 7. april kl. 9.00, Lokale 2"
    Og står der ikke "Hvornår kan du?"
