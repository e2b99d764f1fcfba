# Rammen om alle sider: hoved, menu, formularer, fejl, log ind.
frame-skip = Gå til indholdet
frame-search = Navn, CPR eller sagsnr.
frame-search-button = Søg
frame-menu = Menu
frame-tasks = Mine opgaver
frame-notifications = Underretninger
frame-referrals = Henvisninger
frame-leader = Overblik
frame-agreements = Aftaler
frame-staff = Personale
frame-concern = Meld bekymring
frame-log-out = Log ud
frame-other-language = English
frame-journal = Tråd er ikke din journal. Husk at skrive i din egen.

form-error-prefix = Fejl:
form-errors = Der mangler noget
form-between = Andre har skrevet, mens du var i gang
    .help = Læs det igennem, ret eventuelt dit eget, og send igen. Intet af det, du har skrevet, er gået tabt.
form-optional = (kan springes over)
form-choose = Vælg
form-date-help = Skriv dag.måned.år, fx 3.3.2026
form-send = Send
form-save = Gem
form-cancel = Fortryd
form-draft = Gem kladde
form-draft-kept = Kladden er gemt. Kun du kan se den.
form-draft-saved = Kladden er gemt { $at }. Kun du kan se den.

pager-label = Sider
pager-previous = Forrige
pager-next = Næste
pager-page = Side { $page } af { $pages }
pager-page-more = Side { $page } af mindst { $pages }

unknown = ikke oplyst

search-title = Søgning
search-words = Søg
    .help = Begyndelsen af et navn, hele CPR-nummeret eller sagsnummeret
search-count = { $n ->
    [0] Ingen fundet
    [one] 1 fundet
   *[other] { $n } fundet
  }
search-none = Du finder kun forløb, som din enhed har skrevet i eller fået delt. Prøv begyndelsen af fornavnet eller hele CPR-nummeret.
search-who = Navn
search-state = Hvor langt
search-coordinator = Tovholder
search-case = Sagsnr.

notfound-title = Siden findes ikke, eller du har ikke adgang
notfound-lead = Er adressen skrevet rigtigt? Har du brug for adgang, så spørg din leder eller den, der sendte dig linket.
notfound-back = Til mine opgaver

error-title = Noget gik galt hos os
error-lead = Det, du skrev, er ikke sendt. Gå tilbage, så står det der endnu, og prøv igen om lidt. Bliver det ved, så oplys dette nummer til din administrator:
error-danger = Haster det: ring til kommunen eller døgnvagten. Er nogen i fare: ring 112.

noanswer-title = Tråd svarer ikke lige nu
noanswer-lead = Der er ikke forbindelse til databasen. Vent lidt, og prøv igen. Bliver det ved, så ring til din administrator.
noanswer-sent = Alt det, du skrev, følger med knappen herunder. Var det nået frem, bliver det ikke skrevet to gange.
noanswer-again = Send igen
noanswer-try = Prøv igen
busy-title = Flere skrev på samme tid
busy-lead = Det, du sendte, er ikke gemt endnu. Send det igen.

forbidden-title = Det kan du ikke gøre her
forbidden-back = Tilbage
