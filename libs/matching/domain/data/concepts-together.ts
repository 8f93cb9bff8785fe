import type { Concept } from '../types';

/** Meeting, clubs, sport, culture, heritage, communication. */
export const togetherConcepts: readonly Concept[] = [
  {
    id: 'village-hall',
    label: 'toekomst van het dorpshuis',
    terms:
      'dorpshuis, buurthuis, gemeenschapshuis, kulturhus, mfa, multifunctionele accommodatie, mfc, dorpshuis openhouden, behoefte dorpshuis, doorstart dorpshuis, toekomst dorpshuis, verenigingsgebouw',
    kind: 'setting',
  },
  {
    id: 'stage',
    label: 'podium',
    terms: 'podium, toneel, theater, optreden, theatergordijn, toneelvereniging, muziekkapel, geluidsinstallatie',
  },
  {
    id: 'cinema',
    label: 'filmavond',
    terms: 'filmavond, dorpsbioscoop, bioscoop, openluchtbioscoop, filmhuis, buitenfilm',
  },
  {
    id: 'music',
    label: 'muziek',
    terms: 'koor, fanfare, harmonie, muziekvereniging, muziekles, zangkoor, muziekschool, drumband',
  },
  {
    id: 'art',
    label: 'kunst',
    terms:
      'kunstwerk, muurschildering, kunstroute, beeld plaatsen, standbeeld, atelierroute, kunst in openbare ruimte, mozaïek',
    unless: 'bankje, social sofa',
  },
  {
    id: 'church',
    label: 'kerkgebouw',
    terms: 'kerkgebouw, kerktoren, carillon, kerkklok, kerk behouden, kerk herbestemmen',
  },
  {
    id: 'cemetery',
    label: 'begraafplaats',
    terms: 'begraafplaats, kerkhof, begraven, urnenmuur, natuurbegraven, strooiveld, columbarium, aula',
  },
  {
    id: 'memorial',
    label: 'herdenken',
    terms:
      'oorlogsmonument, herdenking, dodenherdenking, bevrijdingsdag, struikelsteen, 4 mei, herdenkingsmonument, liberation',
  },
  {
    id: 'heritage',
    label: 'geschiedenis van het dorp',
    terms:
      'erfgoed, geschiedenis, historie, historisch, cultuurhistorie, oudheidkundig, stadswal, stadsmuur, dorpspomp, maquette, verhalenzuil, verhalenbank, geschiedenisbord, oude foto, archief, heemkunde, fort, vestingwal, molen, monumentenbord, ' +
      'verhaal van het dorp, verdwenen dorp, geschiedenis zichtbaar, monument, verleden, historische vereniging, streektaal, dialect',
    kind: 'broad',
    unless: 'oorlogsmonument, dodenherdenking',
  },
  { id: 'museum', label: 'museum', terms: 'museum, oudheidkamer, expositie, tentoonstelling, exposeren' },
  {
    id: 'village-organisation',
    label: 'dorpsorganisatie',
    terms:
      'dorpsplatform opgericht, dorpsplatform, dorpsraad leden, leden dorpsraad, dorpsraad oprichten, bestuursleden dorpsraad, nieuwe leden voor de dorpsraad, dorpstafel oprichten, platform oprichten, stokje over dorpsraad, opvolging dorpsraad, aanspreekpunt, platform gestart, dorpsplatform gestart',
    kind: 'broad',
  },
  {
    id: 'clubs-together',
    label: 'verenigingen versterken',
    terms:
      'vereniging samenwerken, verenigingen samenwerken, verenigingen laten samenwerken, clubs samenwerken, clubs samen, clubs verbinden, verenigingen verbinden, verenigingen behouden, verenigingsleven, clubs organisaties, vrijwilligers behouden, vrijwilligers werven, ' +
      'vrijwilligers vinden, vrijwilligerstekort, tekort vrijwilligers, clubs werken samen, verenigingen versterken, vrijwilligersvacature, ledenwerving',
  },
  {
    id: 'village-activities',
    label: 'activiteiten in het dorp',
    terms:
      'meer activiteiten, activiteiten jong en oud, meer te doen, te doen in het dorp, extra activiteiten, saamhorigheid, wijken verbinden, ontspanning, vermaak, activiteitencommissie',
    kind: 'broad',
    unless: 'jongeren, jeugd',
  },
  {
    id: 'village-feast',
    label: 'dorpsfeest',
    terms:
      'dorpsfeest, feestweek, zomerfeest, buurtfeest, straatfeest, oranjevereniging, koningsdag, kermis, braderie, dorpsdag, feestavond, barbecue, bbq, optocht, burendag, feesttent, jubileum, feestcomité, jaarfeest',
    unless: 'geluidsoverlast, foodtruck',
  },
  {
    id: 'festival',
    label: 'festival',
    terms: 'festival, foodtruckfestival, foodtruck, muziekfestival, livemuziek, corso, fruitcorso',
  },
  { id: 'christmas-market', label: 'kerstmarkt', terms: 'kerstmarkt, winterfair, kerstkraam' },
  {
    id: 'christmas',
    label: 'kerstboom en kerstverlichting',
    terms: 'kerstboom, kerststal, kerstverlichting, kerstviering, kerstsfeer, lichtjesroute',
    unless: 'kerstboom verbranden, kerstbomen inzamelen, kerstboomverbranding',
  },
  {
    id: 'saint-nicholas',
    label: 'sinterklaas',
    terms: 'sinterklaas, sinterklaasintocht, intocht, lampionoptocht, sint maarten',
  },
  {
    id: 'children-activities',
    label: 'activiteiten voor kinderen',
    terms:
      'kindervakantieweek, huttenbouw, hutten bouwen, kinderclub, knutselmiddag, speurtocht, kinderfeest, zomerkamp, jeugdweek, timmerdorp',
  },
  {
    id: 'repair-cafe',
    label: 'repair café',
    terms:
      'repair café, repaircafé, repaircafe, repair cafe, reparatiecafé, kapotte spullen, herstelcafé, apparaten repareren, repareren',
  },
  {
    id: 'swap',
    label: 'ruilen en delen van spullen',
    terms:
      'ruilwinkel, weggeefwinkel, kringloop, ruilbeurs, gereedschap lenen, uitleenpunt, deelschuur, spullen delen, speelgoedbeurs, kledingruil, kledingbeurs, speelotheek, leenschuur, rommelmarkt, tweedehands, gereedschapsbibliotheek',
  },
  {
    id: 'food-bank',
    label: 'voedselbank',
    terms: 'voedselbank, minima, armoede, kledingbank, voedselpakket, weggeefkast, armoedebestrijding',
  },
  {
    id: 'language',
    label: 'taalles',
    terms:
      'taalles, taalcafé, nederlandse les, taalmaatje, taalcursus, inburgering, nieuwkomer, taalcoach, laaggeletterd, nederlands leren, language, statushouder',
  },
  {
    id: 'migrant-workers',
    label: 'arbeidsmigranten',
    terms: 'arbeidsmigrant, seizoensarbeider, huisvesting arbeidsmigranten, polenhotel, buitenlandse werknemer',
    unless: 'taalles, nederlands leren, taalmaatje',
  },
  {
    id: 'newcomers',
    label: 'nieuwe inwoners welkom heten',
    terms: 'welkomstpakket, nieuwe inwoners welkom, welkomstcomité, nieuwe bewoners welkom, welkomsttas',
  },
  {
    id: 'outdoor-gym',
    label: 'buiten sporten',
    terms:
      'fitnesstoestel, beweegtuin, calisthenics, outdoor fitness, buitenfitness, sporttoestel, beweegtoestel, buitensport, bootcamp, rekstok, buiten sporten, beweegpark, street workout, workout',
  },
  {
    id: 'sport-court',
    label: 'sportveldje',
    terms:
      'pannakooi, panna, trapveld, trapveldje, voetbalkooi, voetbalveldje, basketbalveld, beachvolleybal, beachvolleybalveld, multicourt, cruyff court, playground voetbal, basket, voetbaldoel, doeltje, pingpongtafel, tafeltennistafel',
  },
  {
    id: 'skate',
    label: 'skatebaan of pumptrack',
    terms: 'skatebaan, pumptrack, skatepark, halfpipe, skaten, crossbaan, bmx, mtb-baan, stepbaan, fietscrossbaan',
  },
  {
    id: 'artificial-turf',
    label: 'kunstgrasveld',
    terms: 'kunstgras, kunstgrasveld, voetbalveld, hoofdveld, sportveldverlichting, clubfusie',
  },
  { id: 'boules', label: 'jeu-de-boulesbaan', terms: 'jeu de boules, jeu-de-boulesbaan, petanque, boulesbaan, boules' },
  {
    id: 'indoor-games',
    label: 'koersbal en biljart',
    terms: 'koersbal, koersballen, biljart, sjoelen, kaartmiddag, bingo, darten',
  },
  { id: 'padel', label: 'padelbaan', terms: 'padel, padelbaan, tennisbaan' },
  {
    id: 'gym',
    label: 'sporthal',
    terms: 'sporthal, gymzaal, gymlokaal, sportzaal, kleedkamer, sportaccommodatie, sportpark',
    kind: 'setting',
  },
  { id: 'pool', label: 'zwembad', terms: 'zwembad, zwemles, openluchtzwembad, zwemonderwijs' },
  { id: 'ice-rink', label: 'ijsbaan', terms: 'ijsbaan, schaatsbaan, schaatsen, ijsclub, natuurijs' },
  {
    id: 'exercise-class',
    label: 'samen bewegen',
    terms:
      'beweegles, wandelclub, wandelgroep, ouderengym, valpreventie, wandelvoetbal, seniorengym, yoga, hardloopgroep, meer bewegen',
  },
  { id: 'scouting', label: 'scouting', terms: 'scouting, scoutinggebouw, jeugdvereniging' },
  {
    id: 'village-website',
    label: 'dorpswebsite',
    terms:
      'dorpswebsite, dorpsapp, dorpssite, website, webpagina, activiteitenkalender, online agenda, digitale agenda, evenementenkalender, facebookgroep, digitaal dorpsplein, dorpsagenda',
    unless: 'gemeentesite',
  },
  {
    id: 'online-platform',
    label: 'online platform',
    terms: 'online platform, digitaal platform, participatieplatform',
  },
  {
    id: 'newsletter',
    label: 'dorpskrant',
    terms: 'dorpskrant, nieuwsbrief, dorpsblad, wijkkrant, krantje, dorpsbode, dorpsnieuws',
  },
  {
    id: 'info-screen',
    label: 'lichtkrant',
    terms:
      'lichtkrant, informatiescherm, narrowcasting, prikbord, publicatiebord, mededelingenbord, aanplakbord, matrixbord',
  },
  {
    id: 'municipal-communication',
    label: 'communicatie met de gemeente',
    terms:
      'communicatie, communiceren, contact gemeente, gemeentesite, gewone taal, terugkoppeling, bereikbaarheid gemeente, heldere taal, antwoord van de gemeente, wijkambtenaar, betere communicatie',
    kind: 'broad',
  },
  {
    id: 'participation',
    label: 'inspraak',
    terms:
      'inspraak, burgerparticipatie, meepraten, participatie, burgerbegroting, dorpsbudget, buurtbudget, uitdaagrecht, burgerraad, bewonersavond',
    kind: 'broad',
  },
  {
    id: 'tourism',
    label: 'toerisme',
    terms:
      'toerisme, toerist, toeristisch, recreatie, recreëren, recreant, vakantiewoning, bed and breakfast, overnachtingsplek',
    kind: 'broad',
  },
];
