# language: da
# SPDX-License-Identifier: EUPL-1.2
@A03 @A08 @A21
Egenskab: Min side – kvinden ser sin egen plan og sine samtykker og kan selv sige nej
  Som kvinde vil jeg selv kunne se, hvem der hjælper mig, hvad de må vide, og hvad vi har aftalt. Jeg vil
  kunne skrive, hvad jeg ønsker, og tage et ja tilbage uden at spørge nogen. Og jeg vil kunne lukke siden
  hurtigt, hvis en anden kommer.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Anna Test"
    Og familierådgiveren har givet "Anna Test" adgang til hendes egen side

  @S2-041 @S2-039
  Scenarie: Hun ser, hvem der hjælper hende, og hvad de ved, og intet af det, der endnu holdes tilbage for hende
    Når kvinden åbner sin side
    Så står der
      | Mette Test Rådgiver       |
      | Familieafdelingen, Odense |
      | Jordemoderkonsultationen, Odense |
    Og står der ikke "Underretning"
    Og står der ikke "vin hver aften"
    Og står der ikke "Tråd"

  @S2-041
  Scenarie: En underretning, der endnu holdes tilbage for hende, ses heller ikke på, hvem der står på siden
    Givet jordemoderen har meldt bekymring for "Berta Test" i "Odense"
    Og jordemoderen har givet "Berta Test" adgang til hendes egen side
    Når kvinden åbner sin side
    Så står der "Jordemoderkonsultationen, Odense"
    Og står der ikke "Familieafdelingen"

  @S2-039 @X02
  Scenarie: Hun ser, hvem der har set på hendes sag, og ikke hvem der prøvede uden adgang
    Når jobcentrets sagsbehandler åbner forløbet om "Anna Test"
    Og familierådgiveren åbner forløbet om "Anna Test"
    Og kvinden åbner sin side
    Og hun følger linket "Hvem har set på din sag"
    Så står der
      | Familierådgiver, Familieafdelingen, Odense            |
      | Nogen uden adgang har prøvet at åbne din sag.         |
    Og står der ikke "Jobcenter"
    Og står der ikke "Mette"

  @S2-041 @X08
  Scenarie: Ser en anden hendes telefon, står der hverken tid eller sted for et møde
    Når familierådgiveren åbner fanen "Møder" om "Anna Test"
    Og hun følger linket "Indkald til møde"
    Og hun udfylder og trykker "Send indkaldelse"
      | Formål  | Aftale, hvem der gør hvad |
      | Dato    | 31.3.2026                 |
      | Klokken | 10.00                     |
      | Sted    | Lokale 2                  |
    Og kvinden åbner sin side
    Så står der "Lokale 2"
    Når hun trykker "Skjul tid og sted for møder"
    Så står der "Der er aftalt et møde. Ring, og hør hvornår og hvor."
    Og står der ikke "Lokale 2"
    Og står der ikke "31. marts"
    Når hun trykker "Vis tid og sted for møder igen"
    Så står der "Lokale 2"

  @S2-041
  Scenarie: Hun skriver sine ønsker med egne ord, og koordinatoren læser dem
    Når kvinden åbner sin side
    Og hun følger linket "Skriv, hvad du ønsker"
    Og hun udfylder og trykker "Gem"
      | Hvad er det?  | Et ønske                        |
      | Dine egne ord | Jeg vil gerne bo for mig selv.  |
    Så står der "Jeg vil gerne bo for mig selv."
    Når familierådgiveren åbner forløbet om "Anna Test"
    Så står der "Jeg vil gerne bo for mig selv."
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Giv oplysninger videre"
    Så står der "hun har selv skrevet det"
    Og står der ikke "borger-"

  @S2-039 @S2-040
  Scenarie: Hun tager selv sit ja tilbage, og der er lukket ved næste læsning
    Givet familierådgiveren har skrevet noten "Hun sover dårligt og er bange." om "Psykisk helbred" for "Anna Test"
    Og familierådgiveren har skrevet samtykke fra "Anna Test" til "Psykiatrien, Odense" om "Psykisk helbred"
    Når lægen i psykiatrien åbner forløbet om "Anna Test"
    Så står der "Hun sover dårligt og er bange."
    Når kvinden åbner sin side
    Og hun følger linket "Mine samtykker"
    Så står der "Psykiatrien, Odense må få at vide"
    Når hun følger linket "Tag mit ja tilbage"
    Og hun trykker "Ja, tag det tilbage"
    Så står der "Du har taget dit ja tilbage. Det gælder fra nu."
    Og ser lægen i psykiatrien intet til "Anna Test"
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Så står der "taget tilbage"

  @S2-039 @S2-040
  Scenarie: Hun giver selv et samtykke, og kun det, hun har sat kryds ved, åbnes
    Givet familierådgiveren har skrevet noten "Hun bor på en sofa hos en veninde." om "Sociale forhold" for "Anna Test"
    Når kvinden åbner sin side
    Og hun følger linket "Mine samtykker"
    Og hun følger linket "Giv et nyt samtykke"
    Og hun udfylder og trykker "Ja, det siger jeg ja til"
      | Hvad siger du ja til? | De må få noget at vide |
    Så siger feltet "Hvad skal det bruges til?" "Vælg et svar."
    Når hun udfylder og trykker "Ja, det siger jeg ja til"
      | Hvem?                     | Alkoholbehandlingen, Odense   |
      | Om hvad?                  | Sociale forhold               |
      | Hvad skal det bruges til? | at planlægge og samle hjælpen |
    Så står der "Alkoholbehandlingen, Odense må få at vide"
    Når alkoholbehandleren åbner forløbet om "Anna Test"
    Så står der "Hun bor på en sofa hos en veninde."
    Og står der ikke "vin hver aften"

  @S2-041
  Scenarie: Det er hendes side og ikke de andres, og de andres sider er ikke hendes
    Når kvinden åbner forløbet om "Anna Test"
    Så findes siden ikke for hende
    Når kvinden åbner siden "/soeg"
    Så findes siden ikke for hende
    Når familierådgiveren åbner siden "/mit"
    Så findes siden ikke for hende
    Når familierådgiveren åbner fanen "Samtykker" om "Anna Test"
    Og hun følger linket "Luk hendes adgang"
    Og hun trykker "Luk adgangen"
    Så kan kvinden ikke længere åbne sin side

  @S2-041
  Scenarie: Myndigheden tager stilling til, hvornår hun kan se det, der er skrevet, og siger hvorfor, hvis hun ikke kan endnu
    Så har familierådgiveren opgaven "Tag stilling: kan hun se, hvad der er skrevet om underretningen?" om "Anna Test"
    Når familierådgiveren trykker på "Tag stilling" ud for opgaven "Tag stilling: kan hun se, hvad der er skrevet om underretningen?"
    Og hun udfylder og trykker "Gem"
      | Kan hun se det? | Nej, ikke endnu |
    Så siger feltet "Hvorfor kan hun ikke se det nu?" "Skriv hvorfor."
    Når hun udfylder og trykker "Gem"
      | Hvornår ser I på det igen?      | 1.4.2026                   |
      | Hvorfor kan hun ikke se det nu? | Han læser hendes telefon.  |
    Så har familierådgiveren ikke opgaven "Tag stilling: kan hun se, hvad der er skrevet om underretningen?" om "Anna Test"
    Og har familierådgiveren opgaven "Tag stilling igen: kan hun nu se, hvad der er skrevet om underretningen?" om "Anna Test"
    Når familierådgiveren trykker på "Tag stilling" ud for opgaven "Tag stilling igen: kan hun nu se, hvad der er skrevet om underretningen?"
    Og hun udfylder og trykker "Gem"
      | Kan hun se det? | Ja, fra nu af |
    Så har familierådgiveren ikke opgaven "Tag stilling igen: kan hun nu se, hvad der er skrevet om underretningen?" om "Anna Test"
    Når kvinden åbner sin side
    Så står der "myndighedens afgørelser"
