/** Dutch number words and the words around numbers, lower case without accents as the reader gives them. */
export const units = `
een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien
`;
export const tens = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig';
export const multipliers: Readonly<Record<string, number>> = {
  honderd: 100,
  duizend: 1_000,
  mille: 1_000,
  k: 1_000,
  ton: 100_000,
  miljoen: 1_000_000,
  mln: 1_000_000,
};

/** Before a number: it is a name, a limit, a guess or a comparison, no count. */
export const noCountBefore = `
groep groepen klas lijn lijnen bus bushalte tram nummer nummers nr nummertje huisnummer huisnummers route fase artikel art kamer paragraaf hoofdstuk punt
pagina blz bladzijde knooppunt code zone schaal label type bord jaar vanaf onder boven dan paar aantal enkele vele veel
deze die onze ons mijn uw hun haar beide alle bestaande huidige eerste laatste vorige om tegen rond leeftijd
bij in op aan uit door over achter naast langs na sinds tijdens naar binnen buiten nog al slechts maar ken kennen
`;
/** In a clause: the number holds for each, so the whole is unknown. */
export const forEach = 'per pp elk elke ieder iedere iedereen apiece';
/** In a clause: it tells what is there or what was. */
export const isThere = `
staan staat stond stonden hangt hangen hing hingen ligt liggen lag lagen zit zitten is zijn was waren werd werden heeft hebben had hadden telt kent bezit
bezitten lopen loopt kreeg kregen kwam kwamen ging gingen gestolen gekapt weggehaald verdwenen gesloopt kapot vernield
stuk dood passen past gemeld gesloten vroeger voorheen destijds inmiddels meegedaan doen doet
`;
/** In a clause: it tells what is wanted. */
export const isWanted = `
wil willen wilt graag nodig moet moeten mag mogen kan kunnen zou zouden zal zullen komen vraag vragen vraagt gevraagd
wens wensen gewenst zoek zoeken gezocht extra erbij nieuwe nieuw meer plaatsen plaats geef zet leg bouw maak hang plant
voorstel voorgesteld stellen genoeg helpen schelen laten laat aanschaffen kopen aanleggen ophangen
`;

/** So many of the things the text is about. */
export const pieces = 'stuk stuks st exemplaar exemplaren';
export const participants = 'deelnemer deelnemers deelneemster deelneemsters cursist cursisten personen';
/** Adjectives in -en and without an ending; those in -e are told by it. */
export const adjectives = `
houten hardhouten betonnen stalen ijzeren metalen rieten eiken gouden kunststof extra led elektrisch openbaar wit groen rood
nieuwe grote kleine mooie goede betere andere
`;

/** In the clause of an amount, or alone before it: this is what the wish costs, or has for it. */
export const priceWords = `
kosten kost prijs begroot begroting budget buget offerte offertes raming geraamd schatting geschat indicatie aanschaf
aanschaffen totaal totale gevraagd vragen vraagt vraag zoeken aanvraag startkapitaal materiaal materialen levering drukwerk
drukkosten aanlegkosten aanschafkosten startkosten bouwkosten investering
`;
/** Of those, the words that speak of the wish itself, whatever else the text is about. */
export const budgetWords = `
begroot begroting budget buget offerte raming geraamd schatting geschat gevraagd vragen aanvraag startkapitaal investering
`;
/** Near an amount: money of another kind, or only a part of the price. */
export const otherMoney = `
per pp elk elke ieder iedere persoon man maand maandelijks jaarlijks week uur keer mnd kwartaal
boete boetes rekening schade subsidie korting entree contributie lidmaatschap abonnement abonnementen huur huurprijs
opgehaald ingezameld opbrengst opgebracht opbrengen levert bespaart besparen besparing scheelt schelen verdienen verdiend
verdient inleg inleggen inlegt leggen legt inlegde eigen vanaf onder boven tot meer goedkoper duurder dan vorig vorige nu
kreeg kregen gekregen gaf gaven elders bedrag waarde salaris inkomen uitkering lening aandelen aandeel
`;

/** In a clause: what is counted has to go. */
export const removals = `
weghalen weggehaald verwijderen verwijderd verwijder afschaffen afbreken slopen gesloopt verbieden kap kappen gekapt rooien gerooid opruimen sluiten
`;
/** "plaats voor vier banken", "geld voor drie": then what follows is what is wanted. */
export const meansFor = 'plaats plek ruimte geld budget bijdrage offerte kosten materiaal genoeg';
/** "aanleg van vier banken": then too. */
export const makingOf = 'aanleg bouw aanschaf aankoop inkoop koop plaatsing realisatie levering herstel vervanging uitbreiding';
/** Measures, places and people: never what is bought, however much a text is about them. */
export const noThings = `
kwartier kwartaal seizoen eeuw keer maal richting richtingen kant kanten zijde zijden hoek hoeken
plek plekken plekje plekjes plaats plaatsen punt punten meter meters kilometer kilometers km cm hectare liter kilo gram graad graden
procent decibel verdieping verdiepingen etage deel delen stap stappen fase fasen weg wegen straat straten dak daken
dorp dorpen kern kernen buurt wijk adres adressen
mens mensen persoon personen man vrouw vrouwen gezin gezinnen huishouden huishoudens kind kinderen buur buren bewoner bewoners inwoner inwoners
jongere jongeren oudere ouderen vrijwilliger vrijwilligers leerling leerlingen vader vaders moeder moeders stel stellen bezoeker bezoekers
dier dieren ongeluk ongelukken ongeval ongevallen zone zones
`;
/** Those that make a time of every word they end: "plantdag". */
export const times = `
jaar jaren jr maand maanden week weken dag dagen uur uren uurtje minuut minuten min seconde seconden nacht nachten avond avonden
middag middagen ochtend ochtenden
`;
/** What is bought by the piece though the concept is a service or a rule. */
export const boughtByPiece = `
vehicles bicycles housing-development waste-bins street-furniture traffic-signs traffic-measurement furniture charging-points
`;
