/**
 * Words for everyday things of a village in Frisian, Low Saxon, Limburgish, Brabantian and Zeelandic, and in the English
 * of newcomers: the Dutch word, then how others say it, without accents. What is Dutch for something else is left out.
 */
const lines = `
dorp: doarp doarpen darp dorpke durp durpke dorrep duorp village villages
dorpshuis: doarpshus mienskar mienskip gemeinschapshoes doarpshuzen dorpshoes durpshuus
straat: strjitte strjitten stroate straote stroat straot stroot straet strate streets street
weg: weggie wegske road
pad: paad paedje padske paedske peaadsje path paths trail trails
voetpad: fuotpaad vootpad footpath footpaths
fietspad: fytspaad fytspaden fietspoad fietspaod fietspadke
fiets: fyts fytse fytsen fietse fietsn fietsje fietske velo bike bikes bicycle bicycles cycling cyclist cyclists
stoep: stoepe stupe pavement pavements sidewalk sidewalks
oversteek: oerstek oerstekke oaversteek euversteek aoversteek crossing crossings
overkant: oerkant oaverkant euverkant aoverkaant
brug: brege breggen brogge brogke brugske bridge bridges
sluis: sluus sloes
vaart: feart fearten voart vaort canal
kanaal: kenaal knaol kanol
sloot: sleat sleatten sloat sloeat ditch ditches
rivier: river rivers
dijk: dyk diken diek dieke dike
haven: havene haevene harbour harbor
boot: boat boaten boats boatsje boatsjes
veerpont: pontsje ferry
water: wetter watter waeter
huis: huzen hoes hoeze huus huusn hoeske huuske
woning: wente wenten woaning woonige housing dwelling
wonen: wenje wenjen wenplak wonne wunnen
bouwen: bouwe boue boewe baauwe
school: skoalle skoallen skoal schoele skoele skole schoel sjool schools
kind: bern berntsjes bernen kiender keender kinger kingen kinner wichter blagen children toddlers
jeugd: jeug jongerein jongelu jongluu jongk jonkheid youth youngsters
ouderen: alderein alden olden aolden elderly oudjes ouwkes
vrijwilliger: frijwilliger frijwilligers vriewilliger vriewilligers vriejwilligers volunteer volunteers
mens: minske minsken meinsken meense mensn luu leu luj luitjes luijkes luden people residents
buurman: buorman noaber noabers naober naobers
buurt: buert buorren neighbourhood neighborhood neighbour neighbours neighbor neighbors
kerk: tsjerke tsjerken kark kirk kerrek church churches
toren: toern toore torre tower
kerkhof: tsjerkhof kerkhoof karkhof cemetery graveyard
winkel: weenkel wienkel supermarket groceries
bakker: bakkert bakery
molen: mole mune meule moele meulen windmill
plein: pleintsje
bank: benkje baank baankje benkske baankske banke benches seats seat
zitten: sitte sitten zitn zittn
speeltuin: boartersplak boarterstun speultuun speultuin speelhof speultoen playground playgrounds
spelen: boartsje boartsjen speule speulen speuln sjpele sjpiele
schommel: touter swing swings
glijbaan: glydbaan gliebaan glijbaon
hond: huntsje hunnen hoond hondj hunj hundje dog dogs
hondenpoep: hunestront hondestront hondepoep hondendrol poo
kat: katte katers cats
koe: kij ko koein cows
schaap: skiep skieppen schaop schoap sjaop sheep
paard: hynder hynders peerd peerden peard paerd pjeard horse horses
vogel: fugel fugels veugel veugels vogeltsje bird birds
gans: guozzen goes ganze geese
bij: iemen imen bees
boom: beam beammen beamkes boam beum buum boome buim trees
boomgaard: boomgoard bongerd bogerd bogaard boogerd bongert orchard
bos: bosk bosken bosch busch woods forest
heg: hage hegge heage hedge hedges
gras: gers gris gros grass
berm: barm barmen baarm berme verge verges
onkruid: unkrud onkroed oenkruud onkruut weeds
bloem: blom blommen bloemn bloome blome bloumen flower flowers
tuin: tun tuun tuuntje garden gardens
groente: griente gruunte greunte greunten moos vegetables veggies
aardappel: ierappels eerpel eerpels erpel erpels petat piepers
afval: offal oafval ofval rubbish litter garbage trash waste
rommel: rotsoai rommelerij troep janboel smeerboel
vuilnis: smoargens smurrie voelnis vullis vuulnis voelis
vuil: smoarch smoarge smerich voele vuul dirty
vuur: fjoer fjoeren vuurke veur fire
paasvuur: peaskefjoer poasvuur paosvuur poaskevuur poasbult
vuurwerk: fjoerwurk vuurwark vuurwaark fireworks
rook: smoek rouk
stank: stjonk stjonken stainkn smell smells
lawaai: herrie kabaal lewaai lawei noise noisy loud
licht: ljocht locht lich lights
lantaarnpaal: straatlampe stroatlampe lanteern lanteernpoal lantjearnpeal streetlight streetlights lamppost
donker: tsjuster tsjustere duuster duustere duister donkel dark
hard: hurd hurde speeding
rijden: riden rydt riedn rieje riejen rien
snelheid: faasje snelhied
langzaam: stadich stadiger stadig langzoam sachies zuutjes slower
gevaarlijk: gefaarlik gefaarlike gevoarlijk gevaorlik geveurlik dangerous
veilig: feilich feilige veileg velig veileger safer safety
auto: otto oto cars car
vrachtwagen: frachtwein frachtauto vrachtwaeg vrachtwoagen lorry lorries
trekker: tractors
boer: boerke farmer farmers
parkeren: parkeare parkere parkearn parkearje parking
bus: buske
trein: treintsje trains
vervoer: ferfier vervoor transportation
rolstoel: rolstoul rolstool wheelchair wheelchairs
kinderwagen: bernewein kinnerwage pram stroller
gat: pothole potholes
kapot: stikken stukkend kepot broken
modder: blubber prut modderboel mud muddy
kijken: sjen kieken kiekn loere
lopen: rinne rinnen kuieren kuiern loupe loopn kuier
wandelen: kuierje kuierjen wandeln wannele walking walks
zwemmen: swimme swimmen zwemn zjwumme zwomme swim swimming
strand: stranj beach
schaatsen: reedride reedriden riedrieden skeuvelen schaatsn scheuvelen scheuveln sjaatse skating
ijs: iis ies ice
ijsbaan: iisbaan iesbaan iesboan
kaatsen: keatse keatsen
eten: ite iten ietn aete aeten etn meal meals dinner food cooking
koffie: kofje koffiepraat coffee
drinken: drinke drinkn
praten: prate proaten proten praoten talking
samen: tegearre elkoar tesamen saamn saame tegaere mekoar together
taal: tael toal taol language
verhaal: ferhaal ferhalen verhoal verhaol stories
vroeger: eartiids froeger vrogger vreuger vruger
lied: leedje leedjes
muziek: muzyk meziek muzik
koor: koar choir
toneel: toaniel teneel tenael
feest: fees feestje
kermis: merke karmse kermse
carnaval: vastelaovend vastenavond vastelaoves karnaval fasteloavend
kerst: kryst kerstmis christmas xmas
pasen: peaske poasken paosken easter
jongen: joeng jongs boys
meisje: famke fanke fammen maagie wichie maedje maedsje meidske durske durskes girls girl
vrouw: frou froulju vrouwluu vrouwlie women
moeder: mem moeke mother
vader: heit tatte vadder father
opa: pake pakke grootva bompa grandpa grandfather
oma: beppe opoe grootje bomma bobonne grandma grandmother
ziek: siik siken sick
ziekenhuis: sikehus ziekenhoes zeekenhoes hospital
dokter: dokterspraktijk doctor
huisarts: hoesarts husarts huusarts
apotheek: apteek pharmacy
eenzaam: iensum ainzoam ainzaam lonely loneliness
wind: wyn weend
windmolen: wynmole wynmune weendmeule turbine turbines
regen: rein reinen raengen raenge rain
overstroming: oerstreaming flood flooding flooded
warmte: waarmte waremte heating
koud: kald kalde kold kolde kaod kaald cold
isolatie: isolaasje insulation
zonnepaneel: sinnepaniel sinnepanielen zunnepaneel zunnepenele zonnepeneel
zon: sinne zunne sun
energie: enerzjy energy
schaduw: skaad skaed schaad sjeem shade
riool: rioel drain drains sewerage
bord: boerd buordsje buordsjes buorden bordje
hek: stekken hekke hekkes fence fences
poort: poarte pooort poart
ontmoeting: moeting moetsje moetsjen meeting
bereik: berik coverage
bezorgen: besoargje bezurgen delivery
plek: plak plakje plekske stee stekje
gemeente: gemeinte gemainte gemeinde municipality
`;

/** A Dutch word, and how others say it. */
export const dutchWords = lines
  .trim()
  .split('\n')
  .map((line): readonly [dutch: string, others: readonly string[]] => {
    const [dutch = '', others = ''] = line.split(': ');
    return [dutch, others.split(' ')];
  });
