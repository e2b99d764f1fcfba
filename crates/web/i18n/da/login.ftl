# Log ind, bekræft hvem du er, egne sessioner.
login-title = Log ind
login-lead = Tråd samler det, du skal gøre for gravide, børn og familier – på tværs af kommune og region.
login-with = Log ind hos { $name }
login-local = Eller med en lokal konto
login-name = Brugernavn
login-password = Adgangskode
login-button = Log ind
login-refused = Brugernavn eller adgangskode er forkert. Efter fem forkerte forsøg er der lukket i { $minutes } minutter, også for den rigtige kode. Vent lidt, eller ring til din lokale administrator.
login-too-many = { $minutes ->
    [one] Der har været for mange forsøg herfra. Vent et minut, og prøv igen.
   *[other] Der har været for mange forsøg herfra. Vent { $minutes } minutter, og prøv igen.
  }
login-on = Gå videre
login-arrived-title = Du er logget ind
login-arrived-lead = Du bliver sendt videre nu.
login-left-title = Du er logget ud af Tråd
login-left-lead = Du bliver sendt videre, så du også bliver logget ud dér, hvor du loggede ind.
login-stopped = Du kom ikke ind
login-again = Log ind igen
login-stop = Hvorfor
    .over = Det tog for lang tid, eller siden er brugt før. Begynd forfra.
    .cancelled = Du blev ikke logget ind. Du kan prøve igen.
    .level = Du er logget ind på et for lavt sikkerhedsniveau. Tråd kræver niveauet { $level }. Log ind igen på det niveau, eller ring til din lokale administrator.
    .unknown = Tråd kender ikke dit login endnu. Ring til din lokale administrator.
    .not-employed = Tråd kender ingen ansættelse, du har i dag, som passer til dit login. Ring til din lokale administrator.
    .somebody-else = Det blev ikke bekræftet lige nu af den samme person. Prøv igen.
    .refused = Svaret kunne ikke godkendes. Begynd forfra. Sker det igen, så ring til din lokale administrator.
    .unreachable = Der er ikke forbindelse til login lige nu. Vent lidt, og prøv igen.
login-level = Sikkerhedsniveau
    .low = Lav
    .substantial = Betydelig
    .high = Høj

login-code-title = Kode fra din telefon
login-code-lead = Åbn appen med koder på din telefon.
login-code = Koden på seks cifre
login-code-wrong = Koden passer ikke, eller den er brugt. Vent på den næste, og skriv den.
login-choose-title = Hvor arbejder du nu?
login-choose-lead = Du har mere end én ansættelse. Hvad du kan se, følger den, du vælger. Log ud for at skifte.
login-employment = Ansættelse
login-employment-missing = Vælg, hvor du arbejder nu.

prove-title = Bekræft, at det er dig
prove-lead = Det næste kræver, at du for nylig har vist, hvem du er.
prove-with = Bekræft hos { $name }
prove-button = Bekræft
prove-refused = Det passede ikke. Prøv igen. Efter fem forkerte forsøg er der lukket et stykke tid.

access-title = Din adgang
access-lead = Her er du logget ind. Kan du ikke genkende det hele, så log ud alle steder, og ring til din lokale administrator.
access-sessions = Steder, du er logget ind
access-began = Begyndt
access-used = Sidst brugt
access-how = Hvordan
access-here = (her)
access-way = Måde
    .provider = hos { $name }
    .local = lokal konto
access-everywhere = Log ud alle steder

factor-title = Kode fra telefonen
factor-on = Du bliver spurgt om en kode, hver gang du logger ind.
factor-off = Du kan få Tråd til også at spørge om en kode fra din telefon, når du logger ind. Så er en gættet adgangskode ikke nok.
factor-begin = Tilføj din telefon
factor-change = Skift telefon
factor-needed = Her kommer ingen ind med adgangskode alene. Tilføj din telefon først.
factor-lead = Brug en app, der viser engangskoder. Der sendes ingen sms, og telefonen behøver ikke net.
factor-scan = 1. Læs billedet med appen
factor-picture = Billede, som appen læser. Kan du ikke bruge det, så skriv bogstaverne nedenfor.
factor-type = Eller skriv:
factor-show = 2. Skriv koden, som appen viser
factor-button = Tilføj telefonen
factor-remove = Brug ikke længere en kode
