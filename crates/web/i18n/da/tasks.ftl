# Mine opgaver og opgaverækken.
tasks-title = Mine opgaver
tasks-tallies = Opgaver efter hvornår de skal gøres
tasks-all = Vis alle
tasks-who = Hvis opgaver
    .mig = Mine
    .enhed = Hele enhedens
tasks-pathway = Forløb
    .all = Alle forløb
tasks-kind = Slags
    .all = Alle slags
    .lovfrist = Lovfrist
    .aftale = Aftale
    .anbefaling = Anbefaling
tasks-filter = Vis
tasks-calm = Intet haster. Næste: { $next }.
tasks-none = Intet haster, og intet venter.
tasks-none-fit = Ingen opgaver passer til det, du har valgt.
tasks-closed = Enheden har lukket nu. Haster det, så ring:
tasks-unsettled = { $n ->
    [one] Samarbejdsaftalen mangler svar (1):
   *[other] Samarbejdsaftalen mangler svar ({ $n }):
  }
tasks-see-agreement = Se aftalen
tasks-keys = Tastatur: j og k flytter mellem opgaver, Enter åbner, / søger.

urgency = Hvornår
    .overdue = Overskredet
    .today = I dag
    .week = Denne uge
    .later = Senere
    .unsettled = Mangler svar i aftalen

strength = Bag opgaven
    .law = lovfrist
    .agreement = aftale
    .recommendation = anbefaling

duty-no-limit = ingen frist
duty-no-answer = aftalen siger ikke hvornår
duty-since = Begyndte
duty-owner = Hvem
duty-source = Hvorfor
duty-unverified = ordlyden er ikke efterprøvet
duty-arithmetic = Sådan er fristen regnet
duty-history = Indtil nu
duty-explain = Skriv hvorfor ikke
duty-open-pathway = Åbn forløbet

receiver-label = Hvem modtager i { $kommune }
receiver-family = Underretning om barnet
receiver-open = åbent nu
receiver-closed = lukket nu
receiver-watch = Døgnvagt
receiver-no-watch = Nummeret er ikke oplyst her. Er der fare: ring 112.
receiver-clinic = Familieambulatorium
receiver-treatment = Rusmiddelbehandling
receiver-agreement = Samarbejdsaftale
receiver-no-agreement = Ingen aftale. Lovens frister gælder.
receiver-early = Tidlig hjælp lokalt
