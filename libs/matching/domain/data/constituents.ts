/**
 * Building blocks of Dutch compounds as villages use them. A long word is split only into words from this list,
 * so a gap here costs a match and never makes a wrong one.
 */
export const constituents = `
aan aas afval agenda akker alarm app appel arm asfalt atelier auto avond
baan bad bak bal bank bar bas basis basisschool beek beeld begraaf begraafplaats beheer bel belasting beleid berg berm berging
bes bestrating bestuur beton beurs beweeg bewoner bezoek bibliotheek bij bijen bio biologisch blad blik bloem bloembol boek boer boerderij
boerenland bol boodschap boom boomgaard boot bord borst bos boulevard bouw brand brievenbus broed brief brigade brood brug buitengebied
buiten bulten buren burger bus buurt buurthuis
café camera camper camping centrum club coach collectief computer container controle coöperatie corso cultuur cursus
dag dak dam deel delen dialect dienst dier digitaal dijk disco dokter donker doorstroom doorgang doolhof dorp dorpshuis douche drempel drug drukte
duiker duurzaam dienst drink droogte
eend eethuis eiken elektra elektro elektrisch energie erf erfgoed eten evenement expositie
feest festival fiets film fit fitness flat flits fontein fonds fort foto fruit
gans garage gas gast gebouw gedenk geitenpad gehandicapt geld geluid gemaal gemeente gemeenschap geschiedenis gevel gezondheid glas glasvezel goot gracht gras graf
grasveld griend groei groen groente groep grond
haag halte hal hand handel hang haven hek heem hemel hemelwater herdenking herfst herinnering hitte hof hok hond honden hooi hoogstam hoogwater horeca
hotel hout huis huisarts huishouden huur hulp
ijs ijsbaan infiltratie informatie ingang inbraak insect inkoop inloop internet inwoner isolatie inzamel
jacht jacht jeugd jong jongeren jubileum
kaart kabel kade kanaal kano kans kap kapel kap kas kast kat keet kerk kermis kerst keuken kind kijk klap kleding kleuter klim klimaat klok klompen
klus knooppunt knot knotwilg koe koffie komst konijn koning kook koor koop kop kraam krant kruid kruis kruising kruispunt kunst kunstgras kwartier
laad laan lamp land landbouw landschap lantaarn lawaai leeg leer les licht liefde linde lint loop loket lokaal lucht
maai maal maaltijd maatje markt mantel mantelzorg medisch meer meet melk mest meter middag milieu mobiel mobiliteit moes moestuin molen monument motor muis muziek muur muziekvereniging
museum nacht natuur nest netwerk nieuw nieuwbouw nieuws nood noord
oever oefen onderdoorgang onderhoud ondernemer onkruid ontmoeting oog ooievaar opblaas openlucht oorlog opslag opvang oud ouderen ouder overlast oversteek overkapping oud
paal paard paddenstoel pad pakket paneel panna paraplu park parkeer parkeerplaats partij pas paviljoen peuter picknick pin pijp plaats plag plan plant plastic plas platform plein plek pluk podium poep poel polder pomp pont pool pop post prik prikker preventie prik prullen prijs pump
puin punt put
raad raam rand rapport recreatie regen regio reis reparatie repair restaurant rijbaan ring riet rij riool rivier rolstoel rondje rook rotonde route ruimte ruiter rust rug
sanitair schaats schaap schaduw school schoolplein schommel schoon schoonmaak schouw schuur schuil seizoen senioren servicepunt sier singel skate slag slaap sloot sluis sluip sneeuw snel snelheid soos sociaal speel speelplaats speeltuin speelveld spel spiegel spoor sport sportpark sporthal sportveld spreek spreekuur
stad starter station steen steiger stem sterk stoep stof stoel stal straat strand straal stroom struik student strooi super supermarkt
taal tafel taxi tegel telefoon tennis tent terras terrein theater thee thuis tijd toegang toestel toilet toren toer toerist toeristen touw tractor trap trapveld trap trein tuin tunnel twee
uil uitkijk uitlaat uitleen uiterwaard
vaart val vang vee veer veiligheid veld verbinding vereniging vergader vergoeding verhaal verhuur verkeer verlichting vervoer verzamel vesting vis visie vlag vleermuis vleugel vlinder vlot voedsel voet voetbal voetpad vogel volk volleybal voor voorziening vrij vrijwilliger vrouw vuil vuilnis vuur vuurwerk
waarschuwing wal wand wandel wandelpad wandelroute wapen warmte was wasplaats water wateroverlast web website wedstrijd weg weide wegen welkom welzijn wensen werk werf wild wilg wijk wind winkel winter woning wonen woon wol wonen
zaad zaal zand zebra zebrapad zee zelf zetel ziek zit zoek zon zonne zonnepaneel zorg zuid zuivering zwaar zwem zwembad zwerf
activiteit actie adoptie advies afkoppeling ambulance alarmering beplanting beregening bewaking bewegwijzering bezorging bibliobus bijeenkomst
bouwgrond bouwplan brandweer circulatie commissie congestie dagbesteding dagopvang dagje demping depot educatie expert geul
groep hulpverlening hulpverlener installatie inspectie instelling kavel koeling kosten leiding loods machine maker makelaar meting nieuwsbrief
ontwikkeling onderzoek overlast partner perk plaatsing pluktuin project regeling samenwerking scherm schutting sensor spuit staanplaats stalling
stelling stook stroomkast stuw team tekort teller telling toezicht training traject uitgifte vakantie vergunning vereniging verbod verharding
verkoop versnelling versmalling vijver voorraad werkplaats wedstrijd zone zitje
`;
