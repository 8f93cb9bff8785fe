import type { Concept } from '../types';

/** Traffic, parking, cycling and public transport. */
export const trafficConcepts: readonly Concept[] = [
  {
    id: 'speeding',
    label: 'te hard rijden',
    terms:
      'te hard rijden, hard rijden, hard rijdt, hard gereden, harder gereden, hardrijder, hardrijden, te hard, te snel rijden, snel rijden, te snel, snelheid, ' +
      'snelheidsovertreding, snelheidscontrole, snelheidsmeting, snelheidsdisplay, snelheidsbeperking, snelheidsremmer, flitspaal, flitser, flitsen, smileybord, ' +
      'drempel, verkeersdrempel, snelheidsdrempel, wegversmalling, versmalling, chicane, plateau, verkeersremmer, snelheidsremmend, verkeersremmend, remmende maatregel, ' +
      'afremmen, langzamer rijden, langzaam rijden, racen, scheuren, sjezen, dertig zone, 30 zone, 60 zone, 30 km, 50 km, maximumsnelheid, gas geven, hardrijdend',
    unless: 'drempel weghalen, drempel verwijderen, verkeersdrempel weghalen, verkeersdrempel verwijderen, drempel weg',
  },
  {
    id: 'crossing',
    label: 'oversteek',
    terms:
      'oversteek, oversteken, oversteekplaats, zebrapad, zebra, voetgangersoversteekplaats, voetgangerslicht, klaarover, verkeersbrigadier, verkeersregelaar, ' +
      'fietsoversteek, overstekend, middeneiland, stoplicht, verkeerslicht',
  },
  {
    id: 'junction',
    label: 'onveilige kruising of bocht',
    terms:
      'kruising, kruispunt, onoverzichtelijk, onoverzichtelijke kruising, gevaarlijke bocht, scherpe bocht, bocht, splitsing, verkeersspiegel, slecht zicht, ' +
      'dijkopgang, oprit dijk, uitzicht kruising, dode hoek, tegenligger, haaientanden',
    unless: 'spiegelei',
  },
  {
    id: 'roundabout',
    label: 'aansluiting provinciale weg',
    terms:
      'rotonde, turborotonde, provinciale weg, afslag, invoegstrook, aansluiting weg, veilige aansluiting, aansluiting n',
    kind: 'broad',
  },
  {
    id: 'trucks',
    label: 'vrachtverkeer',
    terms:
      'vrachtverkeer, vrachtwagen, vrachtauto, zwaar verkeer, zwaar vrachtverkeer, truck, trucker, trekker met oplegger, oplegger, inrijverbod, ' +
      'tonnage, aslast, distributiecentrum, zandwagen, bouwverkeer',
    unless: 'overnachten, parkeerplaats vrachtwagen, laden lossen, foodtruck, brandweer',
  },
  {
    id: 'farm-traffic',
    label: 'landbouwverkeer',
    terms: 'landbouwverkeer, tractor, trekker, landbouwvoertuig, landbouwroute, loonwerker',
  },
  {
    id: 'rat-running',
    label: 'sluipverkeer',
    terms:
      'sluipverkeer, sluiproute, doorgaand verkeer, verkeersdrukte, filevermijder, afsnijroute, bestemmingsverkeer, spitsafsluiting',
  },
  {
    id: 'parking',
    label: 'parkeren',
    terms:
      'parkeren, geparkeerd, parkeerplaats, parkeerplek, parkeerdruk, parkeeroverlast, parkeervak, parkeerterrein, parkeerruimte, parkeerprobleem, foutparkeren, ' +
      'parkeerverbod, blauwe zone, parkeerschijf, parkeervergunning, parkeerstrook',
    unless: 'camper, fietsenstalling, vrachtwagenchauffeur, deelauto',
  },
  {
    id: 'school-drop-off',
    label: 'halen en brengen bij school',
    terms: 'halen en brengen, haal en breng, kiss and ride, zoen en zoef, brengende ouders, schoolspits',
  },
  {
    id: 'safe-route',
    label: 'veilige fiets- en schoolroute',
    terms:
      'schoolroute, veilige schoolroute, veilige route, veilig naar school, veiliger naar school, fietsroute school, fietsroute gevaarlijk, gevaarlijke fietsroute, ' +
      'veilig fietsen, route voor fietsers, route fietser, schoolgaand, fietsveiligheid',
  },
  {
    id: 'cycle-path',
    label: 'fietspad',
    terms:
      'fietspad, vrijliggend fietspad, snelfietsroute, fietsverbinding, doorfietsroute, fietsbrug, fietsstrook, fietsstraat, fietssuggestiestrook, bromfietspad',
    kind: 'setting',
  },
  {
    id: 'cycle-route',
    label: 'recreatieve fietsroute',
    terms:
      'fietsknooppunt, fietsrondje, recreatieve fietsroute, fietstocht, fietsommetje, toerfietser, mountainbikeroute, mountainbike',
  },
  {
    id: 'bike-parking',
    label: 'fietsenstalling',
    terms:
      'fietsenstalling, fietsenrek, fietsparkeren, fietsnietje, fietsbeugel, fietsenhok, fietskluis, fiets stallen, fietsen stallen',
  },
  {
    id: 'bike-service',
    label: 'fietspomp',
    terms:
      'fietspomp, fietsreparatiezuil, fietsservicepunt, fietsenmaker, bandenpomp, oplaadpunt fiets, fietsoplaadpunt',
  },
  {
    id: 'road-surface',
    label: 'wegdek',
    terms:
      'wegdek, asfalt, asfalteren, asfalteerd, gat in de weg, gaten weg, kuil weg, scheur wegdek, verzakking, hobbelig, wegonderhoud, klinkerweg, herstraten, ' +
      'wegverzakking, opgebroken weg, spoorvorming, berm verharden, bermen verhard, bermverharding, grasbetonsteen, tegel fietspad',
  },
  {
    id: 'repaving',
    label: 'herinrichting van straten',
    terms:
      'bestrating, herbestrating, opnieuw bestraten, straatwerk, straten herinrichten, reconstructie, herprofilering, straten opnieuw ingericht, riool vervangen, wegreconstructie',
  },
  {
    id: 'pavement',
    label: 'stoep',
    terms:
      'stoep, trottoir, stoeprand, stoeptegel, voetpad langs weg, losse tegel, rolstoel, rollator, scootmobiel, begaanbaar, drempelvrij, op- en afrit, ' +
      'invalideoprit, rollatorvriendelijk, rolstoelvriendelijk, kinderwagen, obstakelvrij',
    unless: 'schommel, toilet, draaimolen, invalidentoilet',
    kind: 'broad',
  },
  {
    id: 'bus',
    label: 'busverbinding',
    terms:
      'buslijn, busverbinding, buurtbus, openbaar vervoer, ov, lijnbus, streekbus, busdienst, belbus, regiotaxi, flextaxi, ov-verbinding, dienstregeling, busje laten rijden',
    unless: 'bibliobus, abri',
  },
  {
    id: 'bus-stop',
    label: 'bushalte',
    terms: 'bushalte, bushokje, abri, wachthokje, halte bus, haltepaal, halte verplaatsen',
    unless: 'voetgangersoversteek, zebrapad',
  },
  {
    id: 'lift-service',
    label: 'vervoer voor wie niet kan rijden',
    terms:
      'vervoersdienst, automaatje, dorpsvervoer, vrijwillig vervoer, rijden voor ouderen, meerijden, liftbankje, meerijbank, carpoolen, carpool, vrijwillige chauffeur, plusbus',
  },
  {
    id: 'car-sharing',
    label: 'deelauto',
    terms:
      'deelauto, autodelen, auto delen, dorpsauto, leenauto, car sharing, carsharing, shared car, deelmobiliteit, deelvervoer, deelscooter, deelfiets, mobiliteitshub, gedeelde auto',
  },
  {
    id: 'charging',
    label: 'laadpaal',
    terms:
      'laadpaal, laadpunt, oplaadpaal, oplaadpunt, laadplein, snellader, laadstation, charging station, charger, laadinfrastructuur, elektrisch laden, auto opladen, ' +
      'opladen elektrische auto, laadplek, elektrische auto laden, stekkerauto',
    unless: 'deelauto, telefoon, fiets opladen, laad- en losplek, lossen',
  },
  {
    id: 'underpass',
    label: 'tunnel',
    kind: 'setting',
    terms: 'fietstunnel, onderdoorgang, fietserstunnel, voetgangerstunnel, spoorwegovergang, spoortunnel, viaduct',
  },
  { id: 'bridge', label: 'brug', terms: 'brug, bruggetje, loopbrug, voetgangersbrug, vlonderbrug, ophaalbrug' },
  {
    id: 'ferry',
    label: 'veer',
    terms: 'veerpont, pontje, pont, veerdienst, voetveer, veerverbinding, fietsveer',
    kind: 'setting',
  },
  { id: 'train', label: 'trein', terms: 'treinstation, trein, treinverbinding, perron, spoorlijn, stationsgebied' },
  {
    id: 'motor-noise',
    label: 'motorlawaai',
    terms:
      'motorlawaai, motoroverlast, motorrijder, motoren op dijk, motorfiets, brommeroverlast, scooteroverlast, knalpijp, uitlaatlawaai',
  },
  {
    id: 'traffic-noise',
    label: 'geluid van de weg',
    terms:
      'geluidsscherm, geluidswal, verkeerslawaai, snelweglawaai, stil asfalt, geluidsoverlast snelweg, geluidsoverlast a15, geluidsoverlast a2',
  },
  {
    id: 'traffic-count',
    label: 'verkeer tellen',
    terms: 'verkeerstelling, verkeersmeting, verkeer tellen, verkeer meten, telslang, tellus',
  },
  {
    id: 'road-safety',
    label: 'verkeersveiligheid',
    terms:
      'verkeersveiligheid, verkeersveilig, veiliger verkeer, veilig verkeer, verkeerssituatie, onveilig verkeer, verkeersonveilig, verkeersplan, verkeersmaatregel, verkeerscirculatieplan, verkeersongeluk, ongeluk weg, verkeersknelpunt',
    kind: 'broad',
  },
  {
    id: 'new-road',
    label: 'nieuwe weg',
    terms: 'randweg, rondweg, ontsluitingsweg, nieuwe weg, omleidingsroute, wegtracé',
  },
  {
    id: 'one-way',
    label: 'eenrichtingsverkeer',
    terms: 'eenrichtingsverkeer, eenrichting, eenrichtingsweg, rijrichting, twee richtingen, tweerichtingsverkeer',
  },
  {
    id: 'barrier',
    label: "afsluiting voor auto's",
    terms: 'slagboom, autovrij, afsluitpaal, afzetpaal, poller, wegafsluiting, knip in de weg, verkeersknip',
  },
  { id: 'camper', label: 'camperplaats', terms: 'camperplaats, camperplek, camper, camperaar, kampeerplaats' },
];
