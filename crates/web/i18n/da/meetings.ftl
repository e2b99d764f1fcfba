# Netværksmøder: det, aftalen siger, dagsordenen, støtten til fremmøde, referatet, og at et forløb lukkes.
meetings-planned = Møderne efter aftalen
    .held = holdt
    .called = indkaldt
    .waits = ikke indkaldt endnu
meetings-around = { $when }, omkring { $day }

agenda-title = Dagsorden
agenda-open = Derefter det, der er åbent
agenda-wish = Hendes egne ord: »{ $words }«
agenda-problem = Ingen indsats svarer på endnu: { $what }
agenda-decided = Besluttet på et møde, ikke gjort endnu: { $what }
agenda-support = Hvad kan hjælpe hende til at komme?

work-meeting-convener = Aftalen siger, at en anden indkalder. Hvorfor gør du det?
work-meeting-not-listed = En af dem står ikke på aftalens liste. Hvorfor skal de med?
work-meeting-risk = Der er risiko for vold. Hvad har du talt med hende om, alene?
work-invite-conflict = Kan ikke indkaldes: forholdet er præget af konflikt eller risiko for vold.
work-invite-not-listed = Står ikke på aftalens liste. Skriv hvorfor, hvis de skal med.

work-support-title = Støtte til at komme
work-support-plain = Udredningen peger på, at korte bidder, let sprog og billeder kan hjælpe hende på mødet.
work-support = Hvad har I aftalt med hende?
    .ledsager = En går med hende
    .paamindelse = Hun bliver mindet om det
    .transport = Kørsel
    .bisidder = En bisidder, hun selv vælger
    .andet = Andet
work-support-note = Mere om støtten
    .help = Fx hvem der går med, eller hvornår hun ringes op.
work-support-who = Hvem sørger for det?
work-support-meeting = Hvilket møde?
attendance-support = Støtte til fremmøde
    .ledsager = en går med hende
    .paamindelse = hun bliver mindet om det
    .transport = kørsel
    .bisidder = en bisidder, hun selv vælger
    .andet = andet

work-minutes-her = Kunne hun være med?
    .came = Ja, hele mødet eller noget af det
    .could-not = Nej, hun havde sagt, at hun ikke kunne
    .not-there = Nej, hun kom ikke
    .help = Det har ingen følger for hende. Svarer du nej, bliver I mindet om at aftale støtte til næste møde.
work-minutes-decisions = Beslutninger
    .help = Én på hver linje: hvem, hvad og hvornår. Fx »Mette: søg dagtilbud inden 1/5«. Hver linje bliver en opgave.
work-minutes-line = »{ $line }« mangler noget. Skriv hvem, hvad og hvornår, fx »Mette: søg dagtilbud inden 1/5«.
work-minutes-plan = Mødet ændrede planen
meeting-her = Hende selv
    .came = var med
    .could-not = kunne ikke denne gang
    .not-there = var der ikke; I taler med hende om, hvad der kan hjælpe
decision-done = { $what } (gjort)
minutes-sent = Referatet er sendt til { $who }.
minutes-not-sent = Ikke sendt til { $who }: hun har ikke sagt ja til møder med dem.

work-actor-own = Er det et menneske i hendes eget liv?
work-actor-relation = Hvem er det for hende?
    .help = Fx søster eller veninde
work-actor-supports = Hvem kan personen være en støtte for?
    .gravid = hende
    .barn = barnet
    .partner = partneren
work-actor-conflict = Forholdet er præget af konflikt eller risiko for vold. Personen bliver aldrig indkaldt.
work-actor-yes = Har hun sagt ja til, at personen er med til møder?
    .ja = Ja
    .nej = Nej
    .ikke-spurgt = Hun er ikke spurgt endnu

close-pathway = Luk forløbet
close-lead = Forløbet kan læses bagefter, men der kan ikke skrives mere i det.
close-reason = Hvorfor lukkes det?
close-lacking = Der er holdt { $held } af de { $minimum } netværksmøder, aftalen siger. Skriv hvorfor, hvis I lukker nu.
close-few-meetings = Hvorfor er der holdt færre møder?
close-button = Luk forløbet
