/** Words that never say what a proposal is about: function words, polite phrases, filler of requests. */
export const stopWords = `
de het een en of maar want dus als dan dat die dit deze er hier daar waar wie wat welke hoe wanneer waarom
ik jij je u hij zij ze wij we jullie hen hun hem haar mijn mn m'n jouw uw zijn onze ons t 't n 'n zich elkaar
van voor met bij op in aan uit te ten ter tot om door over onder naar langs tussen tegen naast achter boven beneden
binnen buiten rond rondom vanaf vanuit sinds na tijdens zonder via per ca circa vanwege wegens volgens omtrent behalve
niet geen wel ook nog al alle alles allemaal iets niets iemand niemand ergens nergens overal
nu straks later eerst meer minder veel weinig vaak soms altijd nooit weer even heel erg zo zoals toch juist
echt gewoon eigenlijk misschien graag aub svp alstublieft alsjeblieft dank bedankt hallo groeten groetjes hoi beste
is ben bent was waren wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad
kan kun kunt kunnen kon konden mag mogen mocht moet moeten moest wil wilt willen wilde wilden zal zult zullen zou zouden
ga gaat gaan ging gaande gegaan kom komt komen kwam kwamen gekomen doe doet doen deed gedaan maak maakt maken gemaakt
laat laten liet geef geeft geven gegeven krijg krijgt krijgen kreeg kregen neem neemt nemen zet zetten gezet
sta staat staan stond stonden ligt liggen lag zit zitten blijf blijft blijven bleef hangt hangen zie ziet zien
vind vindt vinden vonden denk denkt denken lijkt weet weten vraag vragen vraagt wens wensen wenst gewenst hoop hopen
nodig fijn mooi leuk goed goede beter betere slecht slechte groot grote klein kleine nieuw nieuwe oud oude eigen extra
ander andere anders ieder iedere iedereen elk elke enkele sommige meeste paar beetje zelf zelfde samen
voorstel voorstellen idee ideeën wensenlijst verzoek graag plaatsen regelen zorgen mogelijk mogelijkheid mogelijkheden
mooier leuker fijner zoveel hoeveel bijvoorbeeld bv etc enz oa o.a i.v.m ivm tbv t.b.v mbt enige welk dergelijke
inmiddels onlangs binnenkort nu vandaag morgen gisteren vroeger jaarlijks dagelijks steeds voorlopig meteen direct
hetzelfde daarom daarvoor daarmee daarbij hierbij hiervoor waarbij waarin waardoor ervan ermee erbij ervoor eraan erin
een twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig honderd duizend euro eur ton
the a an of to and in on for is are we our need please would like some more at with it not no there this that from by be i my you
they them their what which who when where were was has had would will can could should may does did get getting got go going
out up over between across also very many much less as so if then than because about into your his her us me one two three four five
it foar fan oan oer troch nei om ut by efter njonken boppe binne wurdt wurde hat hawwe hie kin kinne moat moatte mocht sil sille soe
wolle woe docht giet gean komt jim jimme hja dyn myn hjir der wer hoe wa dy dizze mar ek noch neat gjin hiel tige ris altyd nea mear
ien twa trije fjouwer fiif seis san tsien graach lytse lyts grut grutte nij nije ald alde
veur oet uut deur mit naor noar nich neet gien gin ginne ok moar mer daor doar dao hier woar waor dr disse zien bunt bin hef hebt mot mutt
kan wodt weurt altied ummer veul olde nieje nij lutje schier oons oos us ier daer vo mee mae oans noe wulder julder ulder
gij ge da wa nie oe efkes skon boete euver onger haet hubbe moot geit kump alle get nieks
`;

/** Words from every second proposal: real content, too common in village life to carry a match alone. */
export const weakWords = `
dorp dorpen kern kernen dorpskern gemeente gemeentelijk provincie inwoner inwoners bewoner bewoners buurtbewoner dorpsbewoner
dorpsgenoot dorpsgenoten omwonende omwonenden buurt buurman buurvrouw buren buur wijk straat straten weg wegen
mens mensen kind kinderen ouder ouders gezin gezinnen vrouw man moeder vader opa oma familie leeftijd leeftijden
plek plaats plekken plaatsen punt punten ruimte terrein gebied locatie omgeving stuk stukje kant midden hoek rand meter kilometer km
jaar jaren maand maanden week weken dag dagen avond avonden ochtend middag nacht uur uren minuten tijd keer moment weekend
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag zomer winter voorjaar najaar herfst
januari februari maart april mei juni juli augustus september oktober november december
probleem problemen overlast last hinder klacht klachten gevaar gevaarlijk onveilig veilig veiliger veiligheid situatie risico
werkgroep project plan plannen agenda kernagenda dorpsplan dorpsvisie visie actie initiatief thema onderwerp overleg gesprek enquête
dorpsraad stadsraad dorpsplatform dorpstafel raad raadslid college wethouder ambtenaar waterschap politie stichting bestuur
vrijwilliger vrijwilligers vrijwillig groep groepje club vereniging verenigingen organisatie
geld subsidie kosten bijdrage budget begroting bedrag gratis betalen kopen aanschaf leefbaarheidsgeld leefbaarheid
open openen opening dicht sluiten gesloten weghalen verwijderen vervangen vernieuwen opknappen herstellen herstel aanleg aanleggen
verbeteren verbetering onderhoud onderhouden onderzoek onderzoeken aanpak aanpakken toekomst behoud behouden start starten begin
hulp helpen help steun organiseren verzamelen werken werk bouwen gebruik gebruiken gebruikt bereikbaar bereikbaarheid
huis huizen gebouw auto auto's fiets fietsen fietser fietsers wandelaar wandelaars voetganger voetgangers verkeer automobilist
water groen zon licht bord borden paal palen lijn kaart foto systeem middel apparaat materiaal product
school kerk dorpshuis winkel park plein dijk rivier polder haven station
jong jongeren ouderen senioren oudere jeugd leerling leerlingen schoolkinderen scholieren
variant maatregel maatregelen resultaat resultaten eerste tweede laatste aantal deel helft vol leeg hoog laag lang kort breed smal
centrum entree ingang uitgang rijden rijdt lopen loopt fietst spelen speelt wonen woont
bespreken besproken wensen zorg zorgen aandacht behoefte belang kans kansen kwaliteit voorziening voorzieningen inrichting herinrichting
beschikbaar aanwezig kapot stuk gezellig druk rustig schoon vies duur goedkoop lokaal openbaar gezamenlijk gemeenschappelijk
terug weg samen elkaar ontmoeten contact activiteit activiteiten verenigingsgebouw combinatie variant verbinding verbinden
lagere hogere bestaande huidige oude mooie kosten loopt landen land grond toegang toegankelijk volwassenen hart kern plannen
gewoond periode gekozen gehoord gezegd genoemd gevraagd gebleken komst vorm manier reden doel resultaat meedenken meedoen
versterking versterken versterkt ontwikkelen ontwikkeling inrichten ingericht vergroten verminderen gevaarlijke veiligere
proef pilot recreatie
fijne gezonde gezond natuur natuurlijk natuurlijke landschap landschappelijk uitvoering uitvoeren realiseren gerealiseerd gepland
`;
