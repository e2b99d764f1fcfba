# language: da
# SPDX-License-Identifier: EUPL-1.2
@X08
Egenskab: Besked på e-mail – at der er noget nyt, og intet om hvad
  Som fagperson vil jeg vide, at der er noget nyt, uden at sidde og se efter. Som kvinde vil jeg selv vælge, om jeg vil have
  besked, og kunne stoppe det med ét tryk. Ingen, der ser min telefon, må kunne se, hvad det handler om.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Kender du hende? | Jeg har CPR-nummeret |
      | CPR-nummer       | 150981-9996          |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Alkoholbehandlingen, Odense" om "Samarbejde og møder" med
      | Hvad gælder det? | at deltage i netværksmøder |

  Scenarie: Uden en mailserver sendes intet, og det siges ligeud
    Når alkoholbehandleren åbner siden "/min-adgang/besked"
    Så står der "Der sendes ikke e-mails herfra. Du ser det nye, når du logger ind."
    Og står der ikke "Din e-mailadresse"
    Når administratoren åbner "Personale"
    Så står der "Der sendes ikke e-mails herfra: der er ikke sat en mailserver op."

  Scenarie: En indkaldelse, en flytning og en aflysning giver hver en besked, til dem, der har valgt det, og ellers ingen
    Givet anlægget sender besked på e-mail
    Og alkoholbehandleren har valgt besked på e-mail til "alk@example.dk"
    Og familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Når kvinden åbner siden "/mit/besked"
    Og hun udfylder og trykker "Gem"
      | Din e-mailadresse | anna@example.dk |
      | Er det trygt at få besked der? | Nej, eller det ved jeg ikke |
    Så siger feltet "Er det trygt at få besked der?" "Så er det bedre at lade være. Du ser det nye, når du logger ind, eller du kan ringe til din kontakt."
    Når hun udfylder og trykker "Gem"
      | Din e-mailadresse | anna snabela example.dk |
      | Er det trygt at få besked der? | Ja, kun jeg læser den |
    Så siger feltet "Din e-mailadresse" "Det er ikke en e-mailadresse. Skriv fx mette@eksempel.dk."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Din e-mailadresse | anna@example.dk |
    Så står der "Du får besked på e-mail."
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 31.3.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Så sendes der ingen besked
    Når klokken bliver "09.02" den "3.3.2026"
    Så sendes der besked til
      | alk@example.dk  |
      | anna@example.dk |
    Og sendes der ingen besked
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Flyt mødet |
      | Ny dato           | 7.4.2026   |
    # Ikke mere end én besked i timen.
    Og klokken bliver "09.30" den "3.3.2026"
    Så sendes der ingen besked
    Når klokken bliver "10.02" den "3.3.2026"
    Så sendes der besked til
      | alk@example.dk  |
      | anna@example.dk |
    Når kvinden åbner sin side
    Og hun trykker "Stop beskeder"
    Så står der ikke "Du får besked på e-mail."
    Når klokken bliver "12.00" den "3.3.2026"
    Og familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Aflys hele mødet |
      | Hvorfor?          | Hun er indlagt.  |
    Og klokken bliver "12.02" den "3.3.2026"
    Så sendes der besked til
      | alk@example.dk |

  Scenarie: Den, der vil nøjes med egne forløb, får kun besked om dem, og ingen om det, de selv har skrevet
    Givet anlægget sender besked på e-mail
    Og familierådgiveren har valgt besked på e-mail om egne forløb til "mette@example.dk"
    Og kollegaen i familieafdelingen har valgt besked på e-mail om egne forløb til "kollega@example.dk"
    Og familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Når klokken bliver "09.10" den "3.3.2026"
    Så sendes der ingen besked
    Når kvinden åbner sin side
    Og hun følger linket "Skriv, hvad du ønsker"
    Og hun udfylder og trykker "Gem"
      | Hvad er det?  | Et ønske                        |
      | Dine egne ord | Jeg vil gerne bo for mig selv.  |
    Og klokken bliver "09.12" den "3.3.2026"
    Så sendes der besked til
      | mette@example.dk |

  Scenarie: Et tab standser alt, der venter, i samme øjeblik
    Givet anlægget sender besked på e-mail
    Og alkoholbehandleren har valgt besked på e-mail til "alk@example.dk"
    Og familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Og kvinden har valgt besked på e-mail til "anna@example.dk"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 31.3.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Og jordemoderen åbner forløbet om "Anna Test"
    Og hun følger linket "Skriv, at graviditeten er endt"
    Og hun udfylder og trykker "Gem"
      | Hvordan?  | Hun har mistet barnet |
      | Hvornår?  | 3.3.2026              |
    Og klokken bliver "12.00" den "3.3.2026"
    Så sendes der ingen besked
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Ændr mødet"
    Og hun udfylder og trykker "Gem"
      | Hvad skal ændres? | Aflys hele mødet |
      | Hvorfor?          | Vi ses ikke nu.  |
    Og klokken bliver "15.00" den "3.3.2026"
    Så sendes der ingen besked

  Scenarie: Lukkes hendes side, får hun heller ikke den besked, der ventede
    Givet anlægget sender besked på e-mail
    Og familierådgiveren har givet "Anna Test" adgang til hendes egen side
    Og kvinden har valgt besked på e-mail til "anna@example.dk"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 31.3.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Og hun åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Luk hendes adgang"
    Og hun trykker "Luk adgangen"
    Og klokken bliver "12.00" den "3.3.2026"
    Så sendes der ingen besked

  Scenarie: Tager hun sit ja til møder tilbage, når en besked ikke ud om noget, enheden ikke længere kan læse
    Givet anlægget sender besked på e-mail
    Og alkoholbehandleren har valgt besked på e-mail til "alk@example.dk"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 31.3.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Og hun åbner fanen "Samtykker" om "Anna Test"
    Og hun tager samtykket "Alkoholbehandlingen, Odense må deltage i netværksmøder" tilbage
    Og klokken bliver "12.00" den "3.3.2026"
    Så sendes der ingen besked

  Scenarie: Nødadgang: koordinator og leder får besked med det samme
    Givet anlægget sender besked på e-mail
    Og familierådgiveren har valgt besked på e-mail om egne forløb til "mette@example.dk"
    Og kollegaen i familieafdelingen har valgt besked på e-mail om egne forløb til "kollega@example.dk"
    Og lederen har valgt besked på e-mail som leder til "leder@example.dk"
    Og familierådgiveren har skrevet noten "Hun har svær astma." om "Helbred" for "Anna Test"
    Når lægen i familieambulatoriet åbner "Anna Test" med nødadgang, fordi "Hun er bevidstløs på skadestuen."
    Så sendes der besked til
      | leder@example.dk |
      | mette@example.dk |

  @S4-037
  Scenarie: Er der risiko for vold, får kun kvinden besked, og kun hendes side siger hvor og hvornår
    Givet anlægget sender besked på e-mail
    Og familierådgiveren har lavet en udredning af "Anna Test" med
      | Der er risiko for vold | ja |
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Emil Test"
    Og familierådgiveren har givet "Bo Test" en side om "Emil Test"
    Og familierådgiveren har givet "Anna Test" en side om "Emil Test"
    Når "Bo Test" åbner sin side
    Og hun følger linket "Besked på e-mail"
    Og hun udfylder og trykker "Gem"
      | Din e-mailadresse | bo@example.dk |
      | Er det trygt at få besked der? | Ja, kun jeg læser den |
    Så står der "Du får besked på e-mail."
    Når "Anna Test" åbner sin side
    Og hun følger linket "Besked på e-mail"
    Og hun udfylder og trykker "Gem"
      | Din e-mailadresse | anna@example.dk |
      | Er det trygt at få besked der? | Ja, kun jeg læser den |
    Når familierådgiveren åbner fanen "Møder" om "Emil Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 29.5.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Og klokken bliver "12.00" den "6.5.2026"
    Så sendes der besked til
      | anna@example.dk |
    # Hvor og hvornår hun er, kan nogen stå og vente. Det gælder også, når han selv vil se det.
    Når "Bo Test" åbner sin side
    Så står der "Der er aftalt et møde. Ring, og hør hvornår og hvor."
    Og står der ikke "29. maj"
    Og står der ikke "Lokale 2"
    Og står der ikke "Vis tid og sted for møder igen"
    Når "Anna Test" åbner sin side
    Så står der "Lokale 2"

  Scenarie: Kan beskeden ikke komme frem, prøves der igen, og administratoren kan se hvem, men ikke hvorhen
    Givet anlægget sender besked på e-mail
    Og alkoholbehandleren har valgt besked på e-mail til "alk@example.dk"
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 31.3.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Og klokken bliver "09.02" den "3.3.2026"
    Og mailserveren svarer ikke
    Og administratoren åbner "Personale"
    Så står der "Beskeder til Anders Test Behandler kommer ikke frem. Der prøves igen."
    Og står der ikke "alk@example.dk"
    Når klokken bliver "09.03" den "3.3.2026"
    Så sendes der besked til
      | alk@example.dk |
    Når administratoren åbner "Personale"
    Så står der "Alle beskeder kommer frem."
