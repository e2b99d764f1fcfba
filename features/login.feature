# language: da
# SPDX-License-Identifier: EUPL-1.2
Egenskab: Login siger, hvem man er – ansættelsen siger, hvad man kan
  Som medarbejder vil jeg logge ind dér, hvor jeg plejer, og kun én gang. Som borger vil jeg vide, at den,
  der læser om mig, er den, det ser ud til, og er ansat i dag.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen er kendt hos Kystkommunens login

  Scenarie: Hun logger ind hos kommunen og er på arbejde
    Når jordemoderen logger ind hos Kystkommunen på niveauet "Betydelig"
    Så står der "Du er logget ind"
    Og er jordemoderen logget ind
    Når hun åbner "Mine opgaver"
    Så står der "Mine opgaver"

  Scenarie: Et for lavt sikkerhedsniveau åbner intet og siger hvorfor
    Når jordemoderen logger ind hos Kystkommunen på niveauet "Lav"
    Så står der "Tråd kræver niveauet Betydelig."
    Og er jordemoderen logget ud

  Scenarie: Den, Tråd ikke kender, kommer ikke ind, selv om kommunen gør
    Når familierådgiveren logger ind hos Kystkommunen på niveauet "Høj"
    Så står der "Tråd kender ikke dit login endnu. Ring til din lokale administrator."
    Og er familierådgiveren logget ud

  Scenarie: Adgangen slutter i samme minut som ansættelsen, og et login giver den ikke igen
    Givet jordemoderen logger ind hos Kystkommunen på niveauet "Betydelig"
    Når jordemoderen er holdt op
    Så er jordemoderen logget ud
    Når jordemoderen logger ind hos Kystkommunen på niveauet "Betydelig"
    Så står der "Tråd kender ingen ansættelse, du har i dag"

  Scenarie: Den, der arbejder to steder, siger, hvor hun er nu
    Givet jordemoderen også arbejder som "sundhedsplejerske" i "Sundhedsplejen, Odense"
    Når jordemoderen logger ind hos Kystkommunen på niveauet "Betydelig"
    Så står der "Hvor arbejder du nu?"
    Når hun udfylder og trykker "Gå videre"
    Så siger feltet "Ansættelse" "Vælg, hvor du arbejder nu."
    Når hun udfylder og trykker "Gå videre"
      | Ansættelse | sundhedsplejerske, Sundhedsplejen, Odense |
    Så er jordemoderen logget ind

  Scenarie: Logger hun ud hos kommunen, er hun også ude her
    Givet jordemoderen logger ind hos Kystkommunen på niveauet "Betydelig"
    Når Kystkommunens login logger jordemoderen ud
    Så er jordemoderen logget ud

  Scenarie: Hun kan logge ud alle steder på én gang
    Givet familierådgiveren logger ind med adgangskode
    Når hun følger linket "Mette Test Rådgiver"
    Så står der "Steder, du er logget ind"
    Når hun trykker "Log ud alle steder"
    Så er familierådgiveren logget ud
