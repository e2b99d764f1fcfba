# Samarbejdsaftalen mellem region og kommuner.
agreements-title = Samarbejdsaftaler
agreements-new = Ny aftale
    .lead = Aftalen mellem regionen og kommunerne siger, hvem der gør hvad hvornår. Svarene styrer opgaverne i forløbene, når de tre parter har godkendt den.
agreements-begin = Begynd kladden
agreements-own = Samarbejdsaftalen i { $kommune }
agreements-all = Alle kommuner
agreements-covered = { $n } af { $total } kommuner har en aftale i kraft.
agreements-search = Find en kommune
agreements-show = Vis
    .all = alle
    .med = med aftale
    .uden = uden aftale
    .paa-vej = med en aftale på vej
agreements-none-fit = Ingen kommuner passer til det, du har valgt.

agreement-now = { $title }, siden { $day }
agreement-since = I kraft siden { $day }.
agreement-none = Kommunen har ingen samarbejdsaftale i kraft.
    .help = Lovens frister gælder. Opgaver, som aftalen skulle sætte frist for, står uden frist. Forslaget ved siden af tæller ikke.
agreement-none-here = { $kommune } har ingen samarbejdsaftale i kraft. Lovens frister gælder; resten står uden frist, til I har aftalt den.
agreement-follows = Samarbejdsaftale
agreement-coming = På vej:
agreement-version = version { $n }
agreement-missing = { $n ->
    [one] 1 spørgsmål mangler svar
   *[other] { $n } spørgsmål mangler svar
  }
agreement-lacks = { $n ->
    [one] 1 mangler svar
   *[other] { $n } mangler svar
  }
agreement-flags = Her er noget at gøre
agreement-waiting = { $n ->
    [one] 1 opgave hos jer venter på et svar i aftalen.
   *[other] { $n } opgaver hos jer venter på et svar i aftalen.
  }
agreement-control = Styr på det
    .ja = styr på det
    .delvis = delvis
    .nej = nej
agreement-standing = Hvor langt
    .ingen = ingen aftale
    .kladde = kladde
    .til-godkendelse = venter på godkendelse
    .godkendt = godkendt, ikke begyndt
    .gaeldende = i kraft
    .udloebet = udløbet
agreement-awaits = venter på { $parties }
agreement-is-draft = Kladde. Den styrer intet endnu.
agreement-in-force-in = I kraft i { $kommuner }.
agreement-approved-from = Godkendt. Gælder fra { $day }.
agreement-scope-frame = Fælles aftale for { $region }
agreement-scope-annex = Tillæg for { $kommune }
agreement-scope-own = Aftale for { $kommune }
agreement-contacts = Kontaktpersoner
agreement-parties = Parter
agreement-not-yet = har ikke godkendt endnu
agreement-approved = godkendt { $day }
agreement-approved-by = godkendt { $day } af { $who }
agreement-frame = Lægger til
agreement-annex = Tillæg
agreement-to = Sidste dag
agreement-further = Andre parter
agreement-versions = Andre versioner
agreement-compare = Hvad er ændret?
agreement-compare-with = sammenlign med { $version }
agreement-same = De to versioner siger det samme.
agreement-differs = { $n ->
    [one] 1 svar er forskelligt.
   *[other] { $n } svar er forskellige.
  }
agreement-write = Skriv
agreement-no-answer = mangler svar
agreement-not-agreed = ikke aftalt
agreement-left = afgøres i kommunernes tillæg
agreement-leave = Afgøres i kommunernes tillæg: { $what }
agreement-from-frame = Står i den fælles aftale
agreement-cite = Aftalen, pkt. { $item }: { $words }
agreement-contacts-lead = Kontaktpersoner hos aktørerne. Se hele
agreement-effect = Styrer: { $rules }. { $n ->
    [0] Ingen forløb hos jer lige nu.
    [one] 1 forløb hos jer lige nu.
   *[other] { $n } forløb hos jer lige nu.
  }
agreement-effect-more = { "" } og { $n } andre opgaver
agreement-missing-answer = Kapitel { $chapter }: »{ $question }« mangler svar.
agreement-changed = En anden har skrevet i aftalen, siden du åbnede siden. Det, du skrev, står her endnu. Se efter, og gem igen.
agreement-unreachable = Der er ingen kontaktperson for { $party }.
agreement-nobody-has = Ingen har ansvar for »{ $part }«.
agreement-payer-open = Det er ikke afklaret, hvem der betaler for »{ $part }«. Indsatsen venter ikke på det.
agreement-alone = { $who } har ingen afløser.
agreement-not-common = Aftalen er ikke fælles for regionen.

agreement-step = Trin
    .grundlag = Titel, dag og forum
    .send = Send til parterne
    .godkend = Godkend
    .tilbage = Tag tilbage til kladde
    .ny-version = Ny version
    .ophoer = Afslut aftalen
    .kontakter = Jeres kontaktpersoner
agreement-approve = Godkend for { $party }
agreement-day = Dag
    .ny-version = Den nye version begynder som kladde med de samme svar. Den nuværende gælder, til parterne har godkendt den nye. Det, der er begyndt, følger den aftale, det begyndte under.
    .ophoer = Aftalen gælder til og med den dag, du skriver. Opgaver, der begynder bagefter, står uden frist, til der er en ny.
agreement-day-label = Hvornår?
    .ny-version = Gælder tidligst fra
    .ophoer = Sidste dag

agreement-kind = Hvad skal du skrive?
    .ramme = En fælles aftale for regionen
    .ramme-help = Den, kommunerne kan slutte sig til.
    .tillaeg = Et tillæg for jeres kommune
    .tillaeg-help = Lægger til den fælles aftale, men siger ikke noget andet.
    .egen = En aftale for jeres kommune alene
    .egen-help = Kun til der er en fælles.
agreement-title = Titel
agreement-frame-choose = Hvilken fælles aftale lægger tillægget til?
agreement-forum = Administrativt kontaktforum
    .help = Det forum, hvor region og kommuner indgår aftalen.
agreement-from = Gælder fra
agreement-field = Felt
    .titel = Titel
    .fra = Gælder fra
    .til = Sidste dag
    .navn = Navn
    .medlemmer = Medlemmer
agreement-chapter-lead = Du kan gemme undervejs. Aftalen sendes først, når alt er besvaret, eller når I har sagt, at kommunerne svarer i deres tillæg.
agreement-chapter-annex = Skriv det, kommunen lægger til. Det, den fælles aftale siger, kan tillægget ikke ændre.
agreement-own-contacts = Kontaktpersoner for { $party }. Når du gemmer, siger du, at de passer i dag. Det kræver ingen ny godkendelse.
agreement-weeks = Uger i graviditeten
    .help = Fx 16, 32
agreement-weeks-after = Uger efter fødslen
    .help = Fx 4
agreement-at-week = uge { $n }
agreement-after-birth = { $n ->
    [one] 1 uge efter fødslen
   *[other] { $n } uger efter fødslen
  }
unit-meetings = { $n ->
    [one] 1 møde
   *[other] { $n } møder
  }
agreement-part = Del
agreement-part-actor = Ansvarlig for del
agreement-part-with = Sammen med, del
agreement-nobody = ingen ansvarlig
agreement-with = { $who }, sammen med { $with }
agreement-phase = Hvornår, del
    .foer = før graviditeten
    .opsporing = opsporing og henvisning
    .graviditet = i graviditeten
    .foedsel = fødsel og tiden efter
    .barn = barnets opfølgning
agreement-payer = Betaler, del
    .kommune = kommunen
    .region = regionen
    .delt = delt
    .stat = staten eller en pulje
    .uafklaret = ikke afklaret
agreement-pays = betales af: { $who }
agreement-contact-actor = Aktør, kontaktperson
agreement-contact-name = Navn eller funktion, kontaktperson
agreement-contact-reach = Telefon eller sikker post, kontaktperson
agreement-contact-deputy = Afløser, kontaktperson
agreement-deputy = { "" }. Afløser: { $who }
agreement-no-deputy = { "" }. Ingen afløser
agreement-confirmed = { "" }. Bekræftet { $day }
agreement-coordinator = tovholderen
agreement-yes-no = Ja eller nej
    .ja = ja
    .nej = nej
agreement-answer = Svar
    .koordinator-dage = Arbejdsdage, til en tovholder er udpeget
    .inddragelse-uger = Uger mellem orienteringerne
    .plan-afsnit = Afsnit, planen skal have, ét på hver linje
    .plan-dage = Dage fra udredning til plan
    .svar-ambulatorium-dage = Dage, til familieambulatoriet svarer på en henvisning
    .svar-behandling-dage = Dage, til behandlingen svarer på en henvisning
    .opfoelgning-uger = Uger mellem opfølgningerne
    .barn-maaneder = Måneder mellem, at de, der har taget over fra familieambulatoriet, ser på barnet
    .overgang-dage = Arbejdsdage, til en overlevering er taget imod
    .foedsel-dage = Dage efter fødslen, til overleveringen er sket

fora-title = Samarbejdsfora
fora-none = Ingen fora er registreret.
fora-new = Registrér forum
fora-edit = Ret forum
fora-lead = Brug de fora, der er, før I laver et nyt. Kommunens tværfaglige gruppe efter sundhedsloven § 123 er et af dem.
forum-name = Navn
forum-kind = Hvad er det?
    .administrativt-kontaktforum = Administrativt kontaktforum
    .administrativt-kontaktforum-help = Kommuner og sygehuse. Her indgås samarbejdsaftaler.
    .tvaerfaglig-gruppe = Tværfaglig gruppe
    .tvaerfaglig-gruppe-help = Skal findes i kommunen: sundhedsloven § 123.
    .familieambulatoriets-samarbejde = Familieambulatoriets tværsektorielle samarbejde
    .familieambulatoriets-samarbejde-help = Familieafdelingen og PPR deltager.
    .andet = Andet
forum-members = Hvem deltager?
forum-how = Hvor tit mødes det, og hvordan kommer en sag på?
forum-with = Deltager: { $members }
forum-lacks = Ikke fuldtalligt. Mangler: { $members }
