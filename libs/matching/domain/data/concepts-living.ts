import type { Concept } from '../types';

/** Housing, care, safety, energy, shops and services. */
export const livingConcepts: readonly Concept[] = [
  {
    id: 'starter-homes',
    label: 'betaalbare woningen',
    terms:
      'starterswoning, woning, woningen, betaalbare woning, huizen voor starters, huizen voor jongeren, betaalbaar huis, betaalbare huizen, woningbouw, nieuwbouw, woningnood, woningtekort, starter huis, ' +
      'starters, koopwoning, huurwoning, sociale huur, huurhuis, woonruimte, huizen bouwen, bouwlocatie woning, bouwgrond, kavel, cpo, collectief bouwen, woonbehoefte, woonenquête, ' +
      'doorstromer, jongerenwoning, tiny house, tiny houses, flexwoning, bouwplan',
    unless: 'ondernemer, zzp, verpauperd, kansenkaart, leegstaande woning',
  },
  {
    id: 'senior-homes',
    label: 'seniorenwoningen',
    terms:
      'seniorenwoning, ouderenwoning, huizen voor ouderen, levensloopbestendig, knarrenhof, hofje, zorgwoning, aanleunwoning, gelijkvloers, vijftigplus, woningen voor senioren, huizen senioren, mantelzorgwoning, kangoeroewoning, woonzorg',
  },
  { id: 'opportunity-map', label: 'kansenkaart', terms: 'kansenkaart' },
  {
    id: 'empty-home',
    label: 'leegstand',
    terms: 'leegstand, leegstaand, leegstaande woning, verpaupering, verpauperd, krot, leegstaand pand, bouwval',
    kind: 'broad',
  },
  {
    id: 'center-plan',
    label: 'centrumplan',
    terms: 'centrumplan, winkelgebied, centrum aantrekkelijk, leegstand centrum, winkelcentrum, dorpscentrum',
  },
  {
    id: 'demolition-site',
    label: 'herontwikkeling van een terrein',
    terms: 'schoolterrein, herontwikkeling, braakliggend terrein bouwen, herbestemming, vrijkomende locatie',
    kind: 'broad',
  },
  {
    id: 'village-character',
    label: 'beschermd dorpsgezicht',
    terms: 'beschermd dorpsgezicht, dorpsgezicht, oude karakter, welstand, dorpskarakter',
  },
  {
    id: 'solar-roof',
    label: 'zonnepanelen',
    terms:
      'zonnepaneel, pv-paneel, zonnestroom, zonnedak, dak vol panelen, panelen op dak, zonne-energie, postcoderoos, thuisbatterij, buurtbatterij',
    unless: 'zonnepark, lantaarn, laadplein, laadpunt',
  },
  {
    id: 'solar-park',
    label: 'zonnepark of windmolen',
    terms: 'zonnepark, zonneveld, zonneweide, windmolen, windturbine, windpark',
  },
  {
    id: 'sustainable-hall',
    label: 'dorpshuis verduurzamen',
    terms:
      'dorpshuis verduurzamen, verduurzaming dorpshuis, dorpshuis isoleren, dorpshuis van het gas, energierekening dorpshuis, dorpshuis zonnepaneel, energiekosten zaal, dorpshuis warmtepomp, gemeenschapshuis verduurzamen, verenigingsgebouw zonnepaneel, mfa energieneutraal, dorpshuis paneel',
  },
  {
    id: 'sustainability',
    label: 'verduurzaming',
    terms:
      'verduurzamen, verduurzaming, duurzaamheid, energieneutraal, energiecoöperatie, isoleren, isolatie, warmtepomp, aardgasvrij, van het gas af, energiebesparing, energiecoach, energietransitie, duurzaam dorp, warmtescan, energielabel, energie opwekken',
  },
  { id: 'biogas', label: 'biogasinstallatie', terms: 'biogas, biogasinstallatie, vergister, mestvergister, biomassa' },
  {
    id: 'air',
    label: 'schone lucht',
    terms: 'luchtkwaliteit, schone lucht, houtrook, houtkachel, vuurkorf, stookoverlast, rookoverlast, stankoverlast',
  },
  {
    id: 'aed',
    label: 'AED',
    terms:
      'aed, defibrillator, hartdefibrillator, reanimatie, reanimeren, hartstilstand, burgerhulpverlener, hartveilig, buitenkast aed, hartslagnu, hartaanval',
  },
  {
    id: 'first-aid',
    label: 'EHBO en reanimatiecursus',
    terms: 'ehbo, ehbo-cursus, reanimatiecursus, reanimatietraining, cursus reanimatie, eerste hulp, ehbo-les',
  },
  {
    id: 'day-care',
    label: 'dagbesteding',
    terms:
      'dagbesteding, dagopvang ouderen, dagactiviteit, zorgboerderij, ouderensoos, inloop ouderen, ontmoetingsochtend',
  },
  {
    id: 'loneliness',
    label: 'eenzaamheid',
    terms:
      'eenzaamheid, eenzaam, vereenzaming, vereenzamen, maatjesproject, huisbezoek ouderen, belcirkel, alleenstaand, koffieochtend, koffie-uurtje, aanschuiftafel',
  },
  {
    id: 'shared-meal',
    label: 'samen eten',
    terms:
      'samen eten, eettafel, open eettafel, dorpsmaaltijd, samen koken, eetclub, dorpsdiner, dorpskeuken, gezamenlijke maaltijd, aanschuifdiner',
  },
  {
    id: 'neighbour-help',
    label: 'naar elkaar omzien',
    terms:
      'burenhulp, noaberschap, omzien naar elkaar, naar elkaar omzien, mantelzorg, mantelzorger, zorgzaam dorp, zorgcoöperatie, dorpsondersteuner, klusdienst, langer thuis wonen, thuis kunnen blijven, langer thuis, vraag en aanbod hulp, boodschappenhulp, dorpscoach, tuinhulp',
  },
  {
    id: 'gp',
    label: 'huisarts en zorg dichtbij',
    terms:
      'huisarts, huisartsenpost, apotheek, fysiotherapeut, prikpost, bloedprikken, consultatiebureau, medicijnen afhalen, gezondheidscentrum, tandarts, medicijnautomaat, zorgpraktijk, wijkverpleegkundige',
    kind: 'setting',
  },
  {
    id: 'service-point',
    label: 'servicepunt',
    terms: 'servicepunt, dorpsloket, zorgloket, gemeenteloket, spreekuur, informatiepunt, inlooppunt, loket',
  },
  {
    id: 'school',
    label: 'basisschool behouden',
    terms:
      'basisschool, kindcentrum, school open houden, school behouden, brede school, sluiting school, schoolgebouw, leerlingenaantal, schoolsluiting, te weinig leerlingen, ikc',
    kind: 'setting',
  },
  {
    id: 'childcare',
    label: 'kinderopvang',
    terms:
      'kinderopvang, peuterspeelzaal, bso, naschoolse opvang, buitenschoolse opvang, gastouder, peuteropvang, kinderdagverblijf',
    unless: 'schoolplein',
  },
  {
    id: 'library',
    label: 'bibliotheek',
    terms: 'bibliotheek, bieb, bibliobus, leesclub, leeszaal, boeken lenen, bibliotheekfiliaal',
  },
  {
    id: 'book-exchange',
    label: 'boekenruilkast',
    terms: 'minibieb, boekenruilkast, boekenkast, boekenkastje, ruilkast, leeskast, buurtbieb, boeken ruilen',
  },
  {
    id: 'shop',
    label: 'dorpswinkel',
    terms:
      'dorpswinkel, buurtwinkel, supermarkt, buurtsuper, winkel in het dorp, winkeltje, boodschappen doen, kruidenier, rijdende winkel, srv, winkel behouden, dagelijkse boodschappen, zelfscan, geen winkel, versmarkt',
    unless: 'geld opnemen, pinautomaat, weggeefwinkel',
  },
  {
    id: 'sunday-opening',
    label: 'zondagsopening',
    terms: 'zondagsopening, winkeltijden, koopzondag, winkels op zondag, openingstijden winkel',
  },
  {
    id: 'atm',
    label: 'geldautomaat',
    terms: 'geldautomaat, pinautomaat, geldmaat, pinnen, contant geld, geld opnemen, bankfiliaal, geld storten',
  },
  {
    id: 'parcel',
    label: 'pakketpunt',
    terms: 'pakketpunt, pakketautomaat, pakketkluis, postkantoor, postpunt, brievenbus, afhaalpunt, pakketdienst',
  },
  {
    id: 'pub',
    label: 'dorpscafé',
    terms: 'dorpscafé, café, kroeg, horeca, terras, eetcafé, dorpskroeg, restaurant',
    kind: 'broad',
    unless: 'repair café, taalcafé, repaircafé',
  },
  {
    id: 'market',
    label: 'weekmarkt',
    terms: 'weekmarkt, streekmarkt, boerenmarkt, marktkraam, warenmarkt, streekproduct, boerderijwinkel',
    unless: 'kerstmarkt, rommelmarkt, buurtwinkel',
  },
  {
    id: 'entrepreneurs',
    label: 'ondernemers',
    terms:
      'ondernemersvereniging, ondernemer, bedrijventerrein, middenstand, zzp, flexwerkplek, bedrijvenkring, winkeliersvereniging, werkplek zzp',
    kind: 'broad',
  },
  {
    id: 'watch-app',
    label: 'buurtpreventie',
    terms:
      'buurtpreventie, buurtapp, whatsappgroep, appgroep, whatsapp, buurtwacht, preventieteam, waaks, verdachte situatie, buurtalert, appgroep veiligheid, inbraakpreventie, buurtpreventieapp',
  },
  {
    id: 'burglary',
    label: 'inbraak',
    terms: 'inbraak, inbreker, diefstal, inbraakgolf, babbeltruc, veilig wonen keurmerk',
  },
  {
    id: 'camera',
    label: 'cameratoezicht',
    terms: 'cameratoezicht, camerabewaking, bewakingscamera, kentekencamera, slimme camera',
    unless: 'wildcamera',
  },
  {
    id: 'police',
    label: 'toezicht en handhaving',
    terms: 'wijkagent, boa, handhaving, handhaven, meer toezicht, politie controle, blauw op straat, toezichthouder',
    kind: 'broad',
  },
  {
    id: 'drugs',
    label: 'drugs en ondermijning',
    terms: 'drugs, drugshandel, dealen, ondermijning, lachgas, hennepkwekerij, drugsoverlast, lachgaspatroon',
  },
  {
    id: 'vandalism',
    label: 'vandalisme',
    terms: 'vandalisme, vernieling, graffiti, vernield, baldadigheid, hangoverlast',
  },
  {
    id: 'fireworks',
    label: 'vuurwerk',
    unless: 'nieuwe wijk',
    terms:
      'vuurwerk, jaarwisseling, oud en nieuw, oudjaar, vuurwerkvrij, carbid, carbidschieten, vuurwerkshow, vuurwerkoverlast, knalvuurwerk, vreugdevuur',
  },
  {
    id: 'noise',
    label: 'geluidsoverlast',
    terms: 'geluidsoverlast, burengerucht, muziekoverlast, geluidshinder, herrie',
    unless: 'vuurwerk, motor, snelweg, a15, a2',
  },
  {
    id: 'emergency',
    label: 'noodsteunpunt',
    terms:
      'noodsteunpunt, noodplan, noodpakket, evacuatie, rampenplan, zelfredzaamheid, stroomuitval, bhv, noodaggregaat',
  },
  {
    id: 'fire-safety',
    label: 'brandveiligheid',
    terms: 'brandweerpost, brandkraan, bluswater, brandveiligheid, rookmelder, brandweerkazerne',
  },
  {
    id: 'internet',
    label: 'snel internet',
    terms: 'glasvezel, snel internet, breedband, mobiel bereik, gsm-mast, wifi, 5g, internetverbinding, zendmast',
    unless: 'jongerenontmoetingsplek',
  },
  {
    id: 'digital-help',
    label: 'digitale hulp',
    terms:
      'digitale hulp, computercursus, digitaal spreekuur, digicafé, computerles, tabletcursus, digivaardig, digibeet, smartphonecursus',
  },
  {
    id: 'accessibility',
    label: 'toegankelijkheid',
    terms: 'toegankelijkheid, mindervalide, beperking, slechtziend, blindengeleide, toegankelijk maken, gehandicapt',
    kind: 'broad',
    unless: 'schommel, toilet',
  },
];
