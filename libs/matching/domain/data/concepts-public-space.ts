import type { Concept } from '../types';

/** Streets, light, benches, waste, green, water and animals. */
export const publicSpaceConcepts: readonly Concept[] = [
  {
    id: 'street-lighting',
    label: 'straatverlichting',
    terms:
      'straatverlichting, verlichting, lantaarnpaal, lantaarn, straatlantaarn, lichtmast, lichtplan, verlichtingsplan, straatlamp, ledverlichting, openbare verlichting, ' +
      'verlicht, onverlicht, pikkedonker, pikdonker, te donker, donker fietspad, donkere weg, donkere straat, dimbare lamp, grondspot, wegverlichting, padverlichting',
    unless:
      'kerstverlichting, kerstboom, lichthinder, lichtvervuiling, sportveldverlichting, kas, sfeerverlichting, klassieke lantaarn, lichtkrant',
  },
  {
    id: 'mood-lighting',
    label: 'sfeerverlichting',
    terms:
      'sfeerverlichting, feestverlichting, kerk aanlichten, aanlichten, klassieke lantaarn, sfeerlicht, gevelverlichting',
  },
  {
    id: 'light-pollution',
    label: 'lichthinder',
    terms: 'lichthinder, lichtvervuiling, lichtoverlast, donkerte, kasverlichting, nachtelijk licht',
  },
  {
    id: 'bench',
    label: 'zitbank',
    terms:
      'bankje, zitbank, banken, zitplek, zitplaats, zitje, rustbank, rustpunt, parkbank, zitgelegenheid, ruststop, houten bank, bank met rugleuning, ' +
      'kletsbankje, uitrusten, even zitten, social sofa, zitmeubel, nieuwe bank',
    unless:
      'pinautomaat, geldautomaat, geld opnemen, contant, voedselbank, liftbankje, bushokje, abri, jongerenontmoetingsplek, hangplek, ruilbank',
  },
  {
    id: 'picnic',
    label: 'picknicktafel',
    terms: 'picknicktafel, picknickplek, picknickplaats, picknickbank, picknickset, barbecueplek',
  },
  {
    id: 'bin',
    label: 'afvalbakken',
    terms: 'afvalbak, prullenbak, vuilnisbak, afvalemmer, vuilnisemmer, papierbak, vuilbak',
    unless: 'hondenpoep, poep, hondenpoepbak, drol',
  },
  {
    id: 'litter',
    label: 'zwerfafval',
    terms:
      'zwerfafval, zwerfvuil, zwerfafvalbrigade, afval rapen, afval ruimen, vuil rapen, troep, rotzooi, rommel opruimen, opschoondag, schoonmaakactie, afvalprikker, grijper afval, ' +
      'plogging, rommel, blikjes, vuil prikken, opruimactie, plastic soep, grote schoonmaak',
    unless: 'hondenpoep, glasbak, rommelmarkt',
  },
  {
    id: 'dog-waste',
    label: 'hondenpoep',
    terms:
      'hondenpoep, hondenpoepbak, hondendrol, hondenuitwerpsel, poepzakje, poep op straat, hondenpoepzakje, drol, poepzak, opruimplicht hond',
  },
  {
    id: 'dog-field',
    label: 'hondenveld',
    terms:
      'hondenveld, hondenlosloopplek, losloopgebied, hondenuitlaatplaats, losloopveld, hondenspeelplaats, uitlaatstrook, hondenlosloopgebied',
  },
  {
    id: 'recycling',
    label: 'glasbak en container',
    terms:
      'glasbak, glascontainer, ondergrondse container, papiercontainer, textielcontainer, kledingcontainer, milieustraat, inzamelpunt afval, pmd, plastic container, oud papier, kliko, gft',
    unless: 'composteren',
  },
  {
    id: 'garden-waste',
    label: 'tuinafval',
    terms:
      'tuinafval, snoeiafval, groenafval, takken ophalen, snoeihout, bladkorf, bladafval, compost, composteren, compostvat',
  },
  {
    id: 'dumping',
    label: 'afvaldump',
    terms: 'dumpen afval, illegale stort, afvaldumping, bijplaatsing, grofvuil, drugsafval',
  },
  {
    id: 'public-toilet',
    label: 'openbaar toilet',
    terms:
      'openbaar toilet, openbare wc, toilet, wc, toiletvoorziening, sanitair, sanitaire voorziening, wildplassen, urinoir, dixi, plaskruis, invalidentoilet',
    unless: 'hondentoilet, basisschool, camper, chemisch toilet, kleedkamer',
  },
  {
    id: 'water-tap',
    label: 'watertappunt',
    terms: 'watertap, watertappunt, drinkwater, drinkwaterpunt, tapkraan, waterpunt, drinkfontein',
  },
  {
    id: 'power-point',
    label: 'stroompunt',
    terms: 'stroompunt, stroomaansluiting, stroomkast, evenementenkast, krachtstroom, elektriciteitspunt',
  },
  {
    id: 'playground',
    label: 'speeltuin',
    terms:
      'speeltuin, speelplek, speelplaats, speelveld, speeltoestel, speelveldje, schommel, glijbaan, klimrek, wipkip, zandbak, klimtoestel, speelbos, natuurspeelplaats, natuurlijke speelplek, ' +
      'speelvoorziening, kabelbaan, waterspel, speelelement, speelnatuur, speelterrein, duikelrek, speelaanleiding',
    unless: 'hondenpoep, toilet, speelgoed',
  },
  {
    id: 'schoolyard',
    label: 'groen schoolplein',
    terms: 'schoolplein, groen schoolplein, schoolplein vergroenen, schooltuin',
  },
  {
    id: 'youth-place',
    label: 'plek voor jongeren',
    terms:
      'jongerenplek, hangplek, jongerenontmoetingsplaats, jongerenontmoetingsplek, jop, jeugdhonk, jongerencentrum, jeugdsoos, hangjongeren, plek voor jongeren, plek voor de jeugd, plek jeugd, ruimte voor jongeren, jeugdhuis, ' +
      'te doen voor jongeren, niets te doen jongeren, jongerenwerk, jongerenwerker, chillen, rondhangen, pubers, tieners, jongeren plek, jongeren ontmoetingsplek, voorziening jeugd, keet',
    unless: 'woning, huis, fitness',
  },
  {
    id: 'village-square',
    label: 'dorpsplein',
    terms:
      'dorpsplein, kerkplein, ontmoetingsplek, ontmoetingsplaats, centrale plek, dorpshart, marktplein, brink, plein inrichten, plein vernieuwen, centrale ontmoetingsplek, hart van het dorp, mist een hart',
    kind: 'setting',
    unless: 'jongeren, jeugd, digitaal, online',
  },
  {
    id: 'tree',
    label: 'bomen',
    terms:
      'boom, bomen planten, boom planten, bomen, boomplantdag, herplant, herplanten, laanboom, bomenrij, linde, eik, kastanje, beuk, plantgoed, aanplant',
    unless: 'kerstboom, slagboom, natuurspeelplaats, fruitboom, hoogstam, boomgaard, knotwilg, kappen overlast',
  },
  {
    id: 'tree-nuisance',
    label: 'overlast van bomen',
    terms:
      'boom kappen, kapvergunning, bladoverlast, boom snoeien, hinder bomen, hinder fruitbomen, overhangende tak, blad in goot, boomwortel, overlast bomen',
  },
  {
    id: 'fruit-tree',
    label: 'fruitbomen',
    terms:
      'fruitboom, hoogstam, hoogstamfruit, boomgaard, appelboom, perenboom, kersenboom, fruitgaard, dorpsboomgaard, notenboom',
    unless: 'plukdag, hinder, last van',
  },
  {
    id: 'shade',
    label: 'schaduw en verkoeling',
    terms:
      'schaduw, schaduwdoek, verkoeling, hittestress, koelte, hitte, schaduwplek, te heet, versteend, verstening, bloedheet',
    unless: 'kappen',
  },
  {
    id: 'flowers',
    label: 'bloemen',
    terms:
      'bloemen, bloem, bloembak, bloemenperk, bloemenlint, bloembol, bloemenzaad, bloemenstrook, bloemenweide, veldbloem, bloemrijk, kleurig perk, plantenbak, hanging baskets, geveltuin',
    unless: 'wegversmalling, drempel',
  },
  {
    id: 'biodiversity',
    label: 'biodiversiteit',
    terms:
      'biodiversiteit, bijen, wilde bij, insecten, vlinder, insectenhotel, bijenhotel, bijenlint, soortenrijk, natuurvriendelijk, inheems, bijvriendelijk, meer soorten, meer planten',
  },
  {
    id: 'nest-boxes',
    label: 'nestkasten',
    terms:
      'nestkast, uilenkast, vleermuiskast, vogelhuisje, zwaluw, steenuil, kerkuil, ooievaarsnest, zwaluwtil, huismus, broedvogel',
  },
  {
    id: 'green-care',
    label: 'onderhoud van groen',
    terms:
      'groenonderhoud, groenbrigade, onkruid, groen onderhouden, groen beter onderhouden, snoeien, plantsoen, schoffelen, groen beheer, heg knippen, groenstrook, meer groen, vergroenen, vergroening, beplanting, groenvoorziening, openbaar groen, groener',
    unless: 'knotwilg',
  },
  { id: 'pollard', label: 'knotwilgen', terms: 'knotwilg, knotten, wilgen knotten, knotboom, griend' },
  {
    id: 'mowing',
    label: 'maaien',
    terms:
      'maaien, gemaaid, maaibeleid, bermbeheer, bermgras, maaibeheer, ecologisch bermbeheer, gras te hoog, hoog gras',
  },
  {
    id: 'invasive',
    label: 'plaagplanten',
    terms: 'duizendknoop, japanse duizendknoop, berenklauw, jakobskruiskruid, exoot, ambrosia, reuzenberenklauw',
  },
  { id: 'caterpillar', label: 'eikenprocessierups', terms: 'eikenprocessierups, processierups, brandharen, rupsen' },
  {
    id: 'rats',
    label: 'ratten',
    terms: 'rat, ratten, rattenoverlast, ongedierte, rattenplaag, muizenplaag, bruine rat',
  },
  { id: 'geese', label: 'ganzen', terms: 'gans, ganzen, ganzenoverlast, ganzenpoep, ganzenhek' },
  { id: 'cats', label: 'zwerfkatten', terms: 'zwerfkat, wilde kat, kattenoverlast, castreren' },
  {
    id: 'community-garden',
    label: 'moestuin',
    terms:
      'moestuin, dorpsmoestuin, buurttuin, volkstuin, dorpstuin, groente kweken, groente verbouwen, pluktuin, voedselbos, kruidentuin, schooltuintje, eetbaar groen, samen tuinieren',
  },
  {
    id: 'landscape',
    label: 'landschap',
    terms:
      'landschapsagenda, landschapsproject, levend landschap, landschapsplan, landschapsbeheer project, landschapselement, kleiput, houtwal, poel graven, cultuurlandschap, akker beleefbaar, kromakker',
    kind: 'broad',
    unless: 'klompenpad, wandelroute',
  },
  { id: 'farmyard', label: 'boerenerven', terms: 'boerenerf, erfbeplanting, erven advies, erfadvies, advies erven' },
  {
    id: 'farmland-path',
    label: 'klompenpad',
    terms: 'klompenpad, laarzenpad, boerenlandpad, wandelroute over boerenland, route boerenland, pad over boerenland',
  },
  {
    id: 'walking-route',
    label: 'wandelroute',
    terms:
      'wandelroute, wandelpad, ommetje, dorpsommetje, wandelrondje, struinpad, rondwandeling, wandelnetwerk, wandelknooppunt, voetpad, kerkenpad, wandelommetje, rondje wandelen, wandeling, wandelkaart, wandelgebied, trekvlonder, ' +
      'wandelverbinding, wandelen door',
    unless: 'wandelclub, wandelgroep, wandelvierdaagse, zitbank, bankje, hondenpoep',
  },
  {
    id: 'exercise-route',
    label: 'beweegroute',
    terms: 'beweegroute, trimbaan, vitaliteitsroute, fitroute, hardlooproute, beweegpad',
  },
  { id: 'bridle-path', label: 'ruiterpad', terms: 'ruiterpad, paardrijden, ruiterroute, mennen, ruiterknooppunt' },
  {
    id: 'viewpoint',
    label: 'uitkijkpunt',
    terms: 'uitkijktoren, uitkijkpunt, uitzichtpunt, vogelkijkhut, kijkhut, uitkijkplek',
  },
  {
    id: 'signage',
    label: 'bewegwijzering',
    terms:
      'bewegwijzering, wegwijzer, informatiebord, infobord, routebord, verwijsbord, naambord, straatnaambord, toeristische bebording, bebording',
    kind: 'broad',
  },
  {
    id: 'entrance',
    label: 'entree van het dorp',
    terms:
      'dorpsentree, dorpsingang, komgrens, welkomstbord, entree van het dorp, kombord, dorpsaanzien, uitstraling dorp',
  },
  {
    id: 'swimming-spot',
    label: 'zwemplek',
    terms:
      'zwemplek, zwemwater, zwemplas, zwemstrand, strandje, zwemsteiger, buitenzwemmen, zwemmen in open water, veilig zwemmen, zwemzone, zwemmen',
    unless: 'zwembad, zwemles, ganzen, toilet, sanitair',
  },
  {
    id: 'jetty',
    label: 'openbare steiger',
    terms:
      'steiger, openbare steiger, vissteiger, aanlegsteiger, aanlegplaats, kanosteiger, plek aan het water, vlonder, trailerhelling, kanosteiger, oever toegankelijk',
    unless: 'veilig zwemmen, zwemsteiger',
  },
  {
    id: 'harbour',
    label: 'haven',
    terms: 'haventje, jachthaven, passantenhaven, ligplaats, havenplan, haven terugbrengen',
  },
  { id: 'fishing', label: 'visplek', terms: 'visplek, visstek, visvijver, hengelsport, sportvisser' },
  {
    id: 'rainwater',
    label: 'wateroverlast',
    terms:
      'wateroverlast, hoosbui, regenwater, afkoppelen, plassen na regen, waterberging, wadi, kelder onder water, water blijft staan, hevige regen, zware regen, regenton, hemelwater, straat blank, regenpijp',
    unless: 'steiger',
  },
  {
    id: 'ditch',
    label: 'sloten baggeren',
    terms:
      'baggeren, sloot schonen, duiker verstopt, slootonderhoud, kroos, stinkende sloot, slootkant, vijver baggeren, doorspuiten',
  },
  { id: 'sewer', label: 'riool', terms: 'riool, riolering, rioolput, rioolstank, putten verstopt, kolken, rioolwerk' },
  {
    id: 'dike-works',
    label: 'dijkversterking',
    terms:
      'dijkversterking, dijkverzwaring, dijkverbetering, dijkwerk, uiterwaard, nevengeul, waterveiligheid, meekoppelkans, geul',
    kind: 'broad',
  },
  {
    id: 'nature-area',
    label: 'natuurgebied',
    terms: 'natuurgebied, recreatiegebied, recreatieterrein, recreatieplas',
    kind: 'broad',
  },
  {
    id: 'public-space',
    label: 'openbare ruimte',
    terms: 'openbare ruimte, buitenruimte, straatmeubilair, straatbeeld',
    kind: 'broad',
  },
];
