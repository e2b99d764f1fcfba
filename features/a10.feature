# language: da
# SPDX-License-Identifier: EUPL-1.2
@A10
Egenskab: Samarbejdsaftalen skrives, godkendes af tre parter og styrer forløbene
  Som leder vil jeg skrive aftalen med regionen ét sted, få at vide, hvad den mangler, og se, hvad hvert
  svar gør. Det, aftalen ikke siger, skal stå som et hul, aldrig som en stille standard.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  @S2-055 @S2-059 @S2-062 @S2-063 @S2-064 @S2-065 @S2-066 @S2-067 @S2-068 @S2-069 @S2-070 @S2-071 @S2-072 @S2-073 @S2-074 @S2-075 @S2-076 @S2-077 @S0-060
  Scenarie: To ubesvarede spørgsmål standser aftalen og nævnes, også halve
    Når lederen åbner "Aftaler"
    Og hun følger linket "Ny aftale"
    Og hun udfylder og trykker "Begynd kladden"
    Så siger feltet "Hvad skal du skrive?" "Vælg et svar."
    Når hun udfylder og trykker "Begynd kladden"
      | Hvad skal du skrive? | En fælles aftale for regionen         |
      | Titel                | Samarbejdsaftale for Region Syddanmark |
      | Gælder fra           | 1.4.2026                              |
    Så står der "Fælles aftale for Region Syddanmark, version 1. Kladde. Den styrer intet endnu."
    Når hun åbner "Aftaler"
    Og hun følger linket "Samarbejdsaftalen i Odense"
    Og hun følger linket "Registrér forum"
    Og hun udfylder og trykker "Gem"
      | Navn            | Kontaktforum for sygehuse og kommuner på Fyn |
      | Hvad er det?    | Administrativt kontaktforum                  |
      | Hvem deltager?  | Familieambulatorium; Familieafdeling         |
    Og lederen åbner aftalen
    Og hun følger linket "Titel, dag og forum"
    Og hun udfylder og trykker "Gem"
      | Administrativt kontaktforum | Kontaktforum for sygehuse og kommuner på Fyn |
      | Andre parter                | Almen praksis                                |
    Så står der "Administrativt kontaktforum Kontaktforum for sygehuse og kommuner på Fyn"
    Og står der "Andre parter Almen praksis"
    Når hun trykker "Send til parterne"
    Så står der
      | Kapitel 1: »Hvilken aktør skal koordinatoren komme fra?« mangler svar.     |
      | Kapitel 1: »Forventningsafstemning om koordinatorrollen« mangler svar.     |
      | Kapitel 2: »Hvem indkalder til netværksmøder?« mangler svar.               |
      | Kapitel 2: »Hvor mange netværksmøder bør der minimum være« mangler svar.   |
      | Kapitel 2: »Hvornår i forløbet bør de ligge« mangler svar.                 |
      | Kapitel 2: »Hvornår skal møderne varsles« mangler svar.                    |
      | Kapitel 2: »Hvordan skal møderne varsles« mangler svar.                    |
      | Kapitel 3: »Hvem oplyser og inddrager løbende den gravide og evt. partner i muligheder og beslutninger?« mangler svar. |
      | Kapitel 3: »Hvem sørger for den gravides samtykke til at dele oplysninger?« mangler svar. |
      | Kapitel 3: »Hvornår inddrages den gravides øvrige netværk« mangler svar.   |
      | Kapitel 3: »Hvordan inddrages den gravides øvrige netværk« mangler svar.   |
      | Kapitel 4: »Hvad skal indsatsplanerne indeholde?« mangler svar.            |
      | Kapitel 4: »Hvem skriver dem?« mangler svar.                               |
      | Kapitel 4: »Hvem iværksætter hvilken indsats?« mangler svar.               |
      | Kapitel 4: »Hvilken støtte kan den gravide tilbydes« mangler svar.         |
      | Kapitel 4: »Af hvem« mangler svar.                                         |
      | Kapitel 4: »Hvornår« mangler svar.                                         |
      | Kapitel 4: »Hvem følger op på indsatsplanerne og undersøger, om indsatserne og planen skal justeres, så den passer til den gravides/parrets/familiens aktuelle behov?« mangler svar. |
      | Kapitel 5: »Hvordan sikres smidige overgange for den gravide/parret/familien?« mangler svar. |
      | Kapitel 5: »Hvem er kontaktpersoner hos de forskellige aktører, og hvordan kan de kontaktes?« mangler svar. |
      | Kapitel 6: »Hvilke aktører der har ansvar for hvilke delelementer af den samlede indsats« mangler svar. |
      | Kapitel 6: »Hvilke øvrige aktører der kan indkaldes i hvert enkelt tilfælde« mangler svar. |
      | Kapitel 6: »Fælles regionalt« mangler svar.                                |
    Når hun skriver alle kapitler undtagen
      | Hvem skriver dem?                         |
      | Hvordan inddrages den gravides øvrige netværk |
    Og hun trykker "Send til parterne"
    Så står der "Kapitel 4: »Hvem skriver dem?« mangler svar."
    Og står der "Kapitel 3: »Hvordan inddrages den gravides øvrige netværk« mangler svar."
    Og står der ikke "»Hvornår inddrages den gravides øvrige netværk« mangler svar."
    Og står der ikke "Kapitel 1: »"

  @S2-056 @S2-057 @S2-059 @S4-014 @S4-086
  Scenarie: Først ved tre godkendelser er aftalen i kraft, og en ny kommune slutter sig til
    Givet lederen har skrevet en fælles aftale for regionen
    Når hun trykker "Send til parterne"
    Så står der "Aftalen er sendt til parterne."
    Når hun trykker "Godkend for myndighed på familieområdet"
    Så står der "Venter på den kommunale rusmiddelbehandling, familieambulatoriet."
    Når lederen af familieambulatoriet åbner aftalen
    Og hun trykker "Godkend for familieambulatoriet"
    Så står der "Venter på den kommunale rusmiddelbehandling."
    Og står der ikke "I kraft i"
    Når lederen af alkoholbehandlingen åbner aftalen
    Og hun trykker "Godkend for den kommunale rusmiddelbehandling"
    Så står der "Godkendt. Gælder fra 1.4.2026."
    Når klokken bliver "09.00" den "1.4.2026"
    Og lederen åbner aftalen
    Så står der "I kraft i Odense."
    Og står der "myndighed på familieområdet, Odense: godkendt 3.3.2026 af Lone Test Leder, Familieafdelingen, Odense"
    Når rådgiveren i Svendborg åbner "Aftaler"
    Så står der "Kommunen har ingen samarbejdsaftale i kraft."
    Når lederen i Svendborg åbner aftalen
    Og hun trykker "Godkend for myndighed på familieområdet"
    Og lederen af behandlingen i Svendborg åbner aftalen
    Og hun trykker "Godkend for den kommunale rusmiddelbehandling"
    Og klokken bliver "09.00" den "2.4.2026"
    Og lederen åbner aftalen
    Så står der "I kraft i Odense, Svendborg."
    Når rådgiveren i Svendborg åbner "Aftaler"
    Så står der "Samarbejdsaftale for Region Syddanmark, version 1"
    Og står der "styr på det Udpegelsen af en koordinator for hvert forløb"
    Og står der "Det er ikke afklaret, hvem der betaler for »Familiebehandling«."
    Givet jordemoderen har meldt bekymring for "Sofie Test" i "Svendborg"
    Så har rådgiveren i Svendborg opgaven "Udpeg koordinator" om "Sofie Test", "Samarbejdsaftale for Region Syddanmark, version 1"

  @S2-065 @S2-066
  Scenarie: En ny version gælder fremad, og det, der er begyndt, følger den gamle
    Givet lederen har fået en fælles aftale for regionen godkendt
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "3 arbejdsdage"
    Når lederen åbner aftalen
    Og hun følger linket "Ny version"
    Og hun udfylder og trykker "Ny version"
    Så siger feltet "Gælder tidligst fra" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Ny version"
      | Gælder tidligst fra | 3.3.2026 |
    Så står der "version 2. Kladde."
    Når hun følger linket "Skriv Udpegelsen af en koordinator for hvert forløb"
    Og hun udfylder og trykker "Gem"
      | Arbejdsdage, til en tovholder er udpeget | 1 |
    Og hun følger linket "sammenlign med version 1"
    Så står der "Arbejdsdage, til en tovholder er udpeget"
    Og står der "version 1 3 arbejdsdage"
    Og står der "version 2 1 arbejdsdag"
    Når lederen har fået version 2 godkendt
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "3 arbejdsdage"
    Givet jordemoderen har meldt bekymring for "Sofie Test" i "Odense"
    Så har familierådgiveren opgaven "Udpeg koordinator" om "Sofie Test", "1 arbejdsdag"
    Og har familierådgiveren opgaven "Udpeg koordinator" om "Anna Test", "3 arbejdsdage"
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Samarbejdsaftale for Region Syddanmark, version 2"

  @S2-058
  Scenarie: En del uden ansvarlig standser aftalen
    Givet lederen har skrevet en fælles aftale for regionen
    Når hun følger linket "Skriv Fra brødteksten"
    Og hun udfylder og trykker "Gem"
      | Del 2 | Prævention og seksuel sundhed |
    Så står der "Prævention og seksuel sundhed: ingen ansvarlig"
    Når hun trykker "Send til parterne"
    Så står der "Hver del skal have én ansvarlig. Vælg en, eller slet delen."

  @S2-077
  Scenarie: Når en parts sidste kontaktperson fjernes, står det ved aftalen
    Givet lederen har fået en fælles aftale for regionen godkendt
    Når lederen af familieambulatoriet åbner aftalen
    Og hun følger linket "Jeres kontaktpersoner"
    Og hun udfylder og trykker "Gem"
      | Navn eller funktion, kontaktperson 1          |  |
      | Telefon eller sikker post, kontaktperson 1    |  |
    Så står der "Der er ingen kontaktperson for familieambulatoriet."
    Når lederen åbner "Aftaler"
    Så står der "Der er ingen kontaktperson for familieambulatoriet."

  @S0-056 @S0-058 @S0-059
  Scenarie: Et forum uden PPR er ikke fuldtalligt, og den tværfaglige gruppe står med sin lov
    Når lederen åbner "Aftaler"
    Og hun følger linket "Samarbejdsaftalen i Odense"
    Og hun følger linket "Registrér forum"
    Og hun udfylder og trykker "Gem"
      | Navn            | Ambulatoriets samarbejde i Odense              |
      | Hvad er det?    | Familieambulatoriets tværsektorielle samarbejde |
      | Hvem deltager?  | Familieambulatorium; Familieafdeling            |
    Så står der "Ikke fuldtalligt. Mangler: Pædagogisk psykologisk rådgivning (PPR)"
    Når hun følger linket "Registrér forum"
    Og hun udfylder og trykker "Gem"
      | Navn            | Tværfaglig gruppe, Odense          |
      | Hvad er det?    | Tværfaglig gruppe                  |
      | Hvem deltager?  | Familieafdeling; Pædagogisk psykologisk rådgivning (PPR); Sundhedspleje |
    Så står der "Tværfaglig gruppe, sundhedsloven § 123"

  @S4-078 @S4-079 @S4-080 @S4-081 @S4-082 @S2-055 @S2-056 @S4-083
  Scenarie: Dækningslisten viser kommuner uden aftale, og tavlen siger, hvad der er styr på
    Når rådgiveren i Slagelse åbner "Aftaler"
    Så står der "2 af 98 kommuner har en aftale i kraft."
    Og står der "styr på det Udpegelsen af en koordinator for hvert forløb"
    Og står der "delvis Inddragelse af den gravide og evt. partner"
    Og står der "Aarhus ingen aftale"
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Aarhus"
    Når rådgiveren i Aarhus åbner "Aftaler"
    Så står der "Kommunen har ingen samarbejdsaftale i kraft."
    Og står der "Forslaget ved siden af tæller ikke."
    Når rådgiveren i Aarhus åbner forløbet om "Anna Test"
    Så står der "Aarhus har ingen samarbejdsaftale i kraft."

  @S2-059
  Scenarie: Et tillæg lægger til, men siger ikke noget andet
    Givet lederen har fået en fælles aftale for regionen godkendt
    Når hun åbner "Aftaler"
    Og hun følger linket "Ny aftale"
    Og hun udfylder og trykker "Begynd kladden"
      | Hvad skal du skrive?                              | Et tillæg for jeres kommune            |
      | Titel                                             | Tillæg for Odense                      |
      | Hvilken fælles aftale lægger tillægget til?       | Samarbejdsaftale for Region Syddanmark |
      | Gælder fra                                        | 3.3.2026                               |
    Og hun følger linket "Skriv Udpegelsen af en koordinator for hvert forløb"
    Så står der "Står i den fælles aftale"
    Når hun udfylder og trykker "Gem"
      | Hvilken aktør skal koordinatoren komme fra? | Familieambulatorium |
    Og hun trykker "Send til parterne"
    Så står der "Tillægget siger noget andet end den fælles aftale."

  Scenarie: Kun en leder hos en part skriver og godkender, og alle kan læse
    Givet lederen har fået en fælles aftale for regionen godkendt
    Når familierådgiveren åbner aftalen
    Så står der "I kraft i Odense."
    Og står der ikke "Ny version"
    Når familierådgiveren alligevel åbner formularen »Ny aftale«
    Så står der "Kun en leder i familieafdelingen, rusmiddelbehandlingen eller familieambulatoriet kan skrive og godkende aftalen."

  @S2-059 @S2-064 @S2-071 @S2-077
  Scenarie: Aftalens ord står, hvor de skal bruges
    Givet jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Når familierådgiveren trykker på "Udpeg" ud for opgaven "Udpeg koordinator"
    Så står der "Aftalen, pkt. 1b: Tovholderen kender hele planen, svarer inden for to arbejdsdage"
    Givet familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har lavet en udredning af "Anna Test"
    Og familierådgiveren har vurderet, at "Anna Test" kan hjælpes ambulant
    Når familierådgiveren åbner fanen "Plan" om "Anna Test"
    Og hun følger linket "Lav plan"
    Så står der "Aftalen, pkt. 4a: Hendes egne ord, mål, indsatser med ansvarlig og start, næste opfølgning."
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Så står der "Aftalen, pkt. 2a: tovholderen"
    Og står der "Aftalen, pkt. 6b: Almen praksis · Sundhedspleje · Psykiatri"
    Når familierådgiveren åbner fanen "Netværk" om "Anna Test"
    Så står der "Familieambulatorium: Visitationen, 00 00 01 02. Afløser: Afdelingsjordemoderen"
