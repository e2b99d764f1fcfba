# Enheder og personale, fravær og overdragelse.
staff-title = Personale
staff-lead = Enheder og ansættelser hos jer. Du ser ingen forløb.
staff-new = Tilføj medarbejder
    .lead = En ny medarbejder, en vikar for en tid, eller en stedfortræder: en, der er her i forvejen, og som får en funktion mere.
staff-nobody = Ingen er ansat her.
staff-person = Er personen ansat i forvejen?
    .new = Nej, det er en ny
    .help = En stedfortræder for en leder vælges her og får funktionen leder fra en dag til en dag.
staff-name = Navn
staff-unit = Enhed
staff-function = Funktion
staff-phone = Telefon
staff-begins = Første dag
staff-ends = Sidste dag
staff-period = Hvornår
staff-from = fra { $day }
staff-to = til { $day }
staff-post = Ansættelse
staff-end = Afslut ansættelsen
    .help = Adgangen slutter i samme minut, og personen bliver logget ud. Det, personen har skrevet, bliver stående. Opgaverne går til enheden.
staff-last-day = Sidste dag
    .help = Står feltet tomt, slutter den nu. Skriv ellers dag.måned.år.
staff-anyway = Afslut, selv om enheden så står uden leder eller uden nogen til opgaverne
staff-end-button = Afslut
staff-ended = Ansættelsen er slut.
staff-login = Login
    .help = En ny medarbejder får sit login af jeres driftsansvarlige. Personens nummer i Tråd er { $id }.
staff-change = Ændringer
    .made = Ansættelsen blev skrevet ind
    .ends = Hvornår den slutter
    .leave = Fravær
    .reach = Navn eller telefon
staff-system = Tråd
unit-title = Enhed
unit-lead = Sådan når man et menneske. Uden for åbningstiden går underretninger til døgnvagten.
unit-change = Ret telefon og åbningstid for { $unit }
unit-open = åbent { $from }–{ $to } på hverdage
unit-hours-unknown = åbningstid ikke oplyst
unit-opens = Åbner kl.
    .help = Mandag til fredag, fx 8.00
unit-closes = Lukker kl.
unit-offer = Hvad I tilbyder tidligt
    .help = En sætning til vejviseren
unit-new = Opret enhed
unit-new-lead = Enheden hører til jeres myndighed og det samme sted som jeres egen. Den kan bruges fra i dag, når I har tilføjet medarbejdere.
unit-name = Enhedens navn
    .help = Som I siger det, med stedet: Ungeteamet, Odense
unit-kind = Hvad er det?
unit-close = Luk { $unit }
unit-close-title = Luk enhed
unit-close-lead = Det, enheden har skrevet, bliver stående. Ingen kan sende noget til den efter sidste dag.
unit-close-first = Det skal være flyttet først
unit-close-tasks = { $n ->
    [one] 1 åben opgave. Enhedens leder giver den videre eller får den gjort.
   *[other] { $n } åbne opgaver. Enhedens leder giver dem videre eller får dem gjort.
}
unit-close-coordinates = { $n ->
    [one] Koordinator for 1 forløb. Enhedens leder giver det videre.
   *[other] Koordinator for { $n } forløb. Enhedens leder giver dem videre.
}
unit-close-employed = { $n ->
    [one] 1 ansat efter den dag. Afslut ansættelsen først.
   *[other] { $n } ansatte efter den dag. Afslut ansættelserne først.
}
unit-close-button = Luk enheden
unit-last = Enhedens sidste dag
    .help = Dag.måned.år
leave-title = Fravær
leave-access = Orlov, ferie og sygdom. Er du koordinator, får din leder en liste over forløbene.
leave-link = Registrér fravær
leave-lead = Mens fraværet varer, står man ikke for nogen opgave og skriver ikke i forløb. Opgaverne går til stedfortræderen eller til enheden.
leave-coordinates = { $n ->
    [one] Koordinator for 1 forløb. Lederen giver det videre til en kollega.
   *[other] Koordinator for { $n } forløb. Lederen giver dem videre til kolleger.
  }
leave-from = Første dag væk
leave-until = Sidste dag væk
    .help = Lad feltet stå tomt, hvis dagen ikke er kendt.
leave-deputy = Stedfortræder
    .nobody = Ingen. Opgaverne går til enheden
leave-button = Registrér
leave-back = Tilbage fra fravær
leave-cancel = Slet fraværet
leave-days = Væk { $from } – { $to }.
leave-open = Væk fra { $from }.
leave-short = væk { $from } – { $to }
leave-short-open = væk fra { $from }
entry-away-from = fra { $day }
handover-title = Overdragelse
handover-of = Overdrag { $who }s forløb
handover-none = Der er ingen forløb at overdrage.
handover-nobody = Ingen kollega i enheden kan tage over nu. Spørg den lokale administrator om en vikar.
handover-urgent = { $n ->
    [one] 1 forløb har ingen koordinator nu.
   *[other] { $n } forløb har ingen koordinator nu.
  }
handover-how = Overdragelsen gælder fra nu. Den nye får som opgave at fortælle hende det og at aftale rollen. Kollegaen med flest forløb står først.
handover-all = Overdrag alle til { $who }
handover-to = Hvem tager over?
handover-button = Overdrag
handover-gone = Er ikke ansat i enheden længere.
handover-there = Er på arbejde.
handover-cases = { $n ->
    [one] 1 forløb
   *[other] { $n } forløb
  }
continuity-title = Samme medarbejdere fra sag til sag
    .help = Kun forløb, hvor koordinatoren er herfra. At have mindst { $n } forløb er et forslag til, hvad der er fra sag til sag.
continuity-share = { $same } af { $all } forløb har en koordinator, der har flere.
continuity-changes = { $n ->
    [0] Ingen af forløbene har skiftet koordinator.
    [one] Der er skiftet koordinator 1 gang.
   *[other] Der er skiftet koordinator { $n } gange.
  }
continuity-who = Koordinator
continuity-none = Ingen herfra er koordinator.
continuity-leave = Registrér fravær for { $who }
continuity-without = Forløb uden koordinator
continuity-without-line = { $who } er ikke på arbejde. Ingen koordinerer: { $cases }.
continuity-soon = { $who } går på orlov { $day }.
continuity-hand-over = Overdrag { $who }s forløb
coordinator-away = På orlov fra { $day }. Ingen er koordinator nu.
coordinator-leaves = Går på orlov { $day }.
coordinator-changed = { $n ->
    [one] Koordinatoren er skiftet 1 gang.
   *[other] Koordinatoren er skiftet { $n } gange.
  }
misfiled-title = Ført på forkert person
misfiled-lead = Ingen kan læse teksten, heller ikke du. Beslut, om den skal flyttes eller slettes.
misfiled-nobody = Ingen anden enhed har fået den.
misfiled-known = Disse enheder har fået den og skal have besked:
misfiled-what = Hvad skal der ske?
    .flyt = Flyt den til det rigtige forløb
    .slet = Slet den
misfiled-to = Det rigtige forløbs sagsnummer
    .help = Det skal være et forløb, enheden er med i.
misfiled-gone = Teksten tages helt væk og kan ikke hentes igen. Tilbage står, at noget er slettet, hvem der besluttede det, og hvorfor.
misfiled-not-movable = Posten er et led i flere skridt og kan ikke flyttes. Skriv den på ny i det rigtige forløb.
misfiled-ground = På hvilket grundlag?
    .rettelse = Oplysningen er ikke rigtig om hende (databeskyttelsesforordningen art. 16).
    .sletning = Oplysningen må ikke behandles her (databeskyttelsesforordningen art. 17).
misfiled-why = Hvorfor?
misfiled-button = Beslut
misfiled-link = Beslut, hvad der skal ske
misfiled-list = Ført på forkert person
    .help = Ingen kan læse det. Du beslutter, om det skal flyttes eller slettes.
