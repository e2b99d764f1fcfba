# Det, serveren selv siger: funktioner, afslag, fejl i felter, kvitteringslinjer.
function = Funktion
    .jordemoder = jordemoder
    .laege = læge
    .socialraadgiver-klinik = socialrådgiver
    .familieraadgiver = familierådgiver
    .rusmiddelbehandler = rusmiddelbehandler
    .sundhedsplejerske = sundhedsplejerske
    .sagsbehandler = sagsbehandler
    .gadeplansmedarbejder = gadeplansmedarbejder
    .vaerestedsmedarbejder = medarbejder på værested
    .psykolog = psykolog
    .paedagogisk-medarbejder = pædagogisk medarbejder
    .doegnvagt = døgnvagt
    .leder = leder
    .borger = borger
    .administrator = administrator
    .databeskyttelsesraadgiver = databeskyttelsesrådgiver
    .system = Tråd

someone-unnamed = Kvinde uden oplyst navn
someone-child-unnamed = Barn uden oplyst navn

refusal = Det kan ikke gøres
    .forbidden = Din funktion har ikke adgang til siden.
    .stale = Siden har ligget åben for længe, eller den kom et andet sted fra. Gå tilbage, genindlæs siden, og send igen. Det, du skrev, står der endnu.
    .pathway-closed = Forløbet er afsluttet. Genåbn det først, hvis der skal skrives mere.
    .no-such-notification = Underretningen findes ikke i dette forløb.
    .not-the-receiver = Det er kun den enhed, der har modtaget den, der kan svare.
    .already-done = Det er allerede gjort.
    .assess-first = Lav akutvurderingen først. Den kommer før alt andet.
    .never-declined = En underretning kan ikke afvises.
    .no-such-referral = Henvisningen findes ikke i dette forløb.
    .referral-not-open = Henvisningen venter ikke på det svar.
    .no-coordinator = Der er ingen tovholder endnu.
    .not-the-appointer = Tovholderen udpeges af den enhed, der har sagen, blandt dens egne.
    .already-received = Det er modtaget af andre og kan ikke tages tilbage eller skrives om. Skriv i stedet en tilføjelse.
    .private-notifier = En privat, der har underrettet, får kun at vide, at underretningen er modtaget.
    .outcome-first = Skriv udfaldet først.
    .two-people = De to har hvert sit CPR-nummer. Det er to forskellige personer.
    .no-assessment = Lav udredningen først.
    .no-judgement = Lav den faglige vurdering først.
    .no-plan = Der er ingen plan endnu.
    .no-such-meeting = Mødet findes ikke, eller det er holdt eller aflyst.
    .not-your-entry = Posten er skrevet af en anden enhed. Kun den kan rette den.
    .no-such-duty = Opgaven er ikke længere jeres.
    .no-such-request = Der er ikke en anmodning til jer her.
    .not-a-pregnancy = Det kan kun skrives i en graviditet, der ikke er afsluttet.
    .no-such-consent = Samtykket findes ikke, eller det gælder ikke længere.
    .already-joined = De to forløb er allerede flettet.
    .not-a-party = Kun en leder i familieafdelingen, rusmiddelbehandlingen eller familieambulatoriet kan skrive og godkende aftalen.
    .not-a-draft = Aftalen er sendt til parterne og ændres ikke mere. Tag den tilbage til kladde, eller lav en ny version.
    .not-proposed = Aftalen er en kladde. Send den til parterne først.
    .already-approved = Jeres part har godkendt aftalen.
    .approved-by-all = Aftalen er godkendt af alle. Lav en ny version.
    .agreement-ended = Aftalen er udløbet. Lav en ny version.
    .newer-version = Der er allerede en nyere version.
    .no-such-emergency = Den nødadgang findes ikke her, eller der er set på den.
    .no-such-contract = Der er ingen kontrakt her, eller den gælder ikke.
    .not-residential = Det hører til døgnbehandling, og hun er ikke i døgnbehandling, så I kan se det. Skriv først, at hun har sagt ja til en plads.
    .detained = Hun er holdt tilbage nu. Skriv først, når det er slut.
    .for-the-authority = Det gør kommunens familieafdeling.
    .not-for-a-minor = Hun er under 18 år. Her laves ingen kontrakt; spørg jeres jurist.
    .nothing-own = Din enhed har ikke skrevet noget i sagen. Der er ikke noget at føre tilsyn med.
    .not-the-reviewer = Det er en anden enhed, der ser på den nødadgang.

problem = Fejl i et felt
    .missing = Feltet er tomt. Skriv det, du ved.
    .not-chosen = Vælg et svar.
    .too-long = Teksten er for lang. Kort den ned.
    .not-a-date = Det er ikke en dato. Skriv dag.måned.år, fx 3.3.2026.
    .not-a-number = Skriv et helt tal.
    .not-a-cpr = CPR-numret skal have ti cifre og begynde med en dato.
    .in-the-future = Tidspunktet er ikke kommet endnu. Skriv, hvornår det skete.
    .in-the-past = Dagen er gået. Vælg en dag, der kommer.
    .before-conception = Tidspunktet ligger før graviditeten. Ret datoen.
    .week-out-of-range = Den uge findes ikke i en graviditet. Skriv en uge fra 0 til 44.
    .due-date-out-of-range = Den termin passer ikke til en graviditet i dag. Ret datoen.
    .unknown-code = Valget findes ikke på listen.
    .unknown-municipality = Der er ingen kommune med det navn. Vælg en på listen.
    .no-such-unit = Der er ingen modtager hos den kommune i Tråd. Ring, eller vælg en anden kommune.
    .family-authority-missing = En underretning skal altid gå til familieafdelingen. Sæt kryds ved den.
    .no-yes = Henvisningen sendes kun, når hun har sagt ja.
    .needs-reason = Skriv hvorfor.
    .resources-missing = Skriv også hendes ressourcer. En udredning uden ressourcer er ikke hel.
    .partner-missing = Parsamtaler kræver en partner i forløbet. Sæt partneren på kortet først, eller vælg samtaler alene.
    .own-words-missing = Skriv først hendes egne ord, eller at hun ikke ønsker at udtale sig.
    .initiator-missing = Skriv, hvem der sætter indsatsen i gang.
    .next-date-missing = Skriv datoen for næste opfølgning.
    .choice-missing = Vælg for hver indsats, hvad der skal ske med den.
    .not-in-unit = Personen er ikke ansat i enheden i dag.
    .law-stands = Loven kan ikke fravælges. Gør opgaven, eller tal med din leder.
    .twice = Det samme står her to gange. Slet det ene.
    .contradicts = Tillægget siger noget andet end den fælles aftale. Slet svaret her, eller ret den fælles aftale.
    .no-responsible = Hver del skal have én ansvarlig. Vælg en, eller slet delen.
    .unreachable = Hver part skal have en kontaktperson, der kan nås.
    .too-few-positions = Der er færre tidspunkter end møder. Skriv et tidspunkt for hvert møde.
    .own-unit = Det er jeres egen enhed. Vælg en anden.
    .law-not-yours = Den paragraf kan kun sundhedspersoner bruge. Vælg en anden, eller spørg hende.
    .not-needed = Det skal ikke udfyldes med det svar.
    .nothing-answered = Tillægget lægger ikke noget til. Skriv et svar.
    .not-by-consent = Det kan et samtykke ikke åbne for. Den slags oplysninger sendes enkeltvis, og partnerens siger partneren selv ja til. Fjern krydset.
    .longer-than-law = Så længe kan samtykket ikke gælde efter den lov. Skriv en tidligere dag, eller lad feltet stå tomt.
    .before-given = Samtykket kan ikke gælde, før det er givet. Skriv en senere dag.
    .not-later = Dagen er ikke senere end den, der gælder nu. Skriv en senere dag.
    .more-than-there-are = Der kan ikke være flere ledige end pladser.
    .other-law = Den lov gælder ikke for det, hun behandles for. Til alkohol hører sundhedsloven §§ 141 b-141 f, til stoffer lov om tilbageholdelse § 1.
    .not-signed = Uden hendes egen underskrift er der ingen kontrakt.

notice = Besked
    .factor-added = Telefonen er tilføjet. Du bliver spurgt om en kode, næste gang du logger ind.
    .factor-removed = Du bliver ikke længere spurgt om en kode.
    .gemt = Det er gemt.
    .samtykke-tilbage = Du har taget dit ja tilbage. Det gælder fra nu.
    .sendt = Det er sendt.
    .koordinator = Tovholderen er udpeget.
    .forklaret = Begrundelsen er gemt.
    .rettet = Rettelsen er gemt. Den første udgave kan stadig læses.
    .flettet = De to forløb læses nu som ét. Intet er gået tabt.
    .aftale-begyndt = Kladden er begyndt. Skriv kapitlerne i den rækkefølge, I vil.
    .aftale-send = Aftalen er sendt til parterne.
    .aftale-godkend = Godkendelsen er gemt.
    .aftale-tilbage = Aftalen er en kladde igen.
    .aftale-ny-version = Den nye version er begyndt som kladde.
    .aftale-ophoer = Aftalens sidste dag er gemt.
    .noedadgang-slut = Nødadgangen er afsluttet.
    .noedadgang-set = Det er gemt, hvad I fandt.

state-pregnant = { $week }, termin { $due }
opening-hours = hverdage kl. { $from }–{ $to }
duty-due = senest { $at }
duty-do = Gør det
duty-stands-in = Pladsen er tom. Jeres enhed dækker, til den er besat.
duty-why = Hvorfor
    .law = Loven kræver det.
    .agreement = Samarbejdsaftalen siger det.
    .recommendation = Det er anbefalet. Gør det, eller skriv hvorfor ikke.
duty-why-agreement = { $agreement } siger det.
duty-why-unsettled = Ingen frist, før det er aftalt eller kendt: { $what }.
duty-sum = { $from } + { $length }
duty-proposed = Forslag, som ikke tæller: { $at }
unit-hours = { $n ->
    [one] 1 time
   *[other] { $n } timer
  }
unit-days = { $n ->
    [one] 1 dag
   *[other] { $n } dage
  }
unit-weeks = { $n ->
    [one] 1 uge
   *[other] { $n } uger
  }
unit-months = { $n ->
    [one] 1 måned
   *[other] { $n } måneder
  }
unit-years = { $n } år
unit-arbejdsdage = { $n ->
    [one] 1 arbejdsdag
   *[other] { $n } arbejdsdage
  }
unit-hverdage = { $n ->
    [one] 1 hverdag
   *[other] { $n } hverdage
  }
concern-author = Du skriver som { $function }, { $unit }
cpr-not-told = CPR-nummer ikke oplyst
adult-said-yes = Hun har sagt ja.
receipt-notification = Underretning om barnet
receipt-notification-answer = Akut behov vurderes inden 24 timer.
receipt-referral = Henvisning
    .familieambulatorium = Henvisning til familieambulatoriet
    .alkohol = Henvisning til alkoholbehandling
    .stof = Henvisning til stofbehandling
receipt-referral-answer = I hører, om den tages imod.
receipt-adults = Fortalt voksenrådgivningen
receipt-adults-answer = Kun det, du skrev til dem. Ikke underretningen om barnet.
receipt-ask = Spørg hende
    .familieambulatorium = Spørg hende, om hun vil henvises til familieambulatoriet.
    .alkohol = Spørg hende, om hun vil henvises til alkoholbehandling.
    .stof = Spørg hende, om hun vil henvises til stofbehandling.
receipt-hear-line = Det hører du
    .received = Du får en kvittering for, at underretningen er modtaget.
    .later = Som fagperson får du senere at vide, om sagen fører til en undersøgelse eller støtte.
    .no-more = Du får ikke andet at vide.
    .duty = Din pligt gælder stadig, hvis du ser noget nyt.

notification-state = Hvor langt
    .received = Akutvurdér
    .assessed = Kvittér
    .acknowledged = Skriv udfald
    .settled = afsluttet
    .forwarded = sendt videre
referral-state = Hvor langt
    .sent = venter på svar
    .accepted = Taget imod
    .declined = Afvist
    .followed-up = Fulgt op
    .completed = Afsluttet
    .refused = Hun sagde nej
    .not-asked = Hun er ikke spurgt endnu
told = Ved hun det?
    .yes = Ja.
    .no = Nej.
    .not-asked = Der er ikke talt med forældrene.
acute-yes = akut behov for hjælp
acute-no = ikke akut
her-answer = Hendes svar
    .yes-oral = ja, mundtligt
    .yes-written = ja, skriftligt
    .not-asked = ikke spurgt endnu
    .no = nej
phase = Fase
    .detection = opsporing
    .assessment = udredning
    .plan = plan
    .after-birth = efter fødslen
    .closed = afsluttet
search-closed = afsluttet
search-no-coordinator = ikke udpeget
letter-professional = Underretningen er modtaget i { $unit } { $at }. Akut behov vurderes inden 24 timer. Som fagperson får du senere at vide, om sagen fører til en undersøgelse eller støtte. Du får ikke andet at vide. Din pligt gælder stadig, hvis du ser noget nyt.
letter-private = Underretningen er modtaget i { $unit } { $at }.

duty-action = Det, der gøres
    .notification-sent = Underret
    .assessed-24h = Akutvurdér
    .notification-acknowledged = Kvittér
    .notification-outcome = Skriv udfald
    .notifier-informed = Giv besked
    .second-opinion-given = Vurdér igen
    .childs-need-assessed = Vurdér
    .referral-accepted = Svar
    .referral-considered = Spørg hende
    .referral-sent = Spørg hende
    .referral-followed-up = Følg op
    .coordinator-appointed = Udpeg
    .coordinator-expectations-agreed = Aftal
    .assessment-completed = Udred
    .level-judged = Vurdér
    .plan-made = Skriv plan
    .plan-followed-up = Følg op
    .network-meeting-called = Indkald
    .network-meeting-held = Til møderne
    .meeting-participant-removed = Til møderne
    .shown-to-party = Tag stilling
    .request-answered = Svar
    .wish-recorded = Skriv hendes ord
    .emergency-reviewed = Se på den
duty-source-recommendation = Socialstyrelsen 2022: { $heading }
concern-age-told = Barnets alder: { $age }
agreement-key = svar i aftalen
    .coordinator-days = hvornår en tovholder skal være udpeget
    .meetings-positions = hvornår netværksmøderne ligger
    .meetings-minimum = hvor mange netværksmøder der mindst er
    .meetings-notice-days = hvor lang tid i forvejen der indkaldes
    .plan-follow-up-weeks = hvor tit planen følges op
    .plan-days = hvornår planen er skrevet
    .response-family-clinic-days = hvornår familieambulatoriet svarer
    .response-treatment-days = hvornår behandlingen svarer
    .involvement-weeks = hvor tit hun orienteres
    .handover-days = hvornår en overlevering er taget imod
    .birth-handover-days = hvornår der er overleveret efter fødslen
    .birth = fødslen
    .lmp = hvor langt hun er henne
