import type { AgendaState, ModerationState } from '@kernagenda/proposals/domain';

interface Explained<State> {
  readonly state: State;
  readonly text: string;
}

const roads: readonly Explained<AgendaState>[] = [
  {
    state: 'on_hold',
    text: 'Er moet eerst iets anders gebeuren. U leest waarom, en op welke dag wij opnieuw kijken.',
  },
  { state: 'not_feasible', text: 'Het kan niet doorgaan. U leest waarom, en wat er wel kan.' },
  { state: 'merged', text: 'Twee punten gingen over hetzelfde. Samen zijn zij één punt; de steun telt mee.' },
  { state: 'withdrawn', text: 'Wie het voorstelde, wil er niet mee verder.' },
];

/** @param term within which a submission is read, as "5 werkdagen"; empty while that is not known */
const reading = (term: string): readonly Explained<ModerationState>[] => [
  {
    state: 'submitted',
    text: `De gebiedsmakelaar heeft uw voorstel en leest het${term && ` binnen ${term}`}.`,
  },
  { state: 'approved', text: 'Iedereen kan uw voorstel lezen en steunen.' },
  { state: 'changes_requested', text: 'Er is een vraag aan u. U past de tekst aan en stuurt hem opnieuw in.' },
  {
    state: 'refused',
    text: 'Dit kan zo niet op de site. U leest om welke zin het gaat, om welke regel, en wat er wel kan. U mag het één keer aangepast opnieuw insturen.',
  },
];

export const how = {
  page: 'Hoe werkt een kernagenda?',
  lead: 'Een kernagenda is de lijst met wensen van een dorp waar bewoners en gemeente samen aan werken.',
  propose: 'Doe een voorstel',
  villages: 'Zoek uw dorp',
  steps: {
    title: 'Van wens tot gedaan',
    lead: 'Bij elk punt ziet u een takje. Zo weet u meteen hoe ver het is.',
    stories: 'Lees hoe het elders ging',
    legend: 'Een blad is een stap die klaar is. De ring is waar het nu staat. De appel betekent: het is gelukt.',
    texts: [
      'U doet een voorstel. Eén zin is genoeg. Anderen kunnen het steunen, ook uit andere dorpen.',
      'De kernagendagroep van uw dorp en de gebiedsmakelaar zoeken uit wat er kan en wie dat kan doen.',
      'Bewoners en gemeente gaan hiermee aan de slag. Het is nog geen belofte dat het lukt.',
      'Er is een plan, en er is iemand die het gaat doen.',
      'Het werk is begonnen.',
      'Het is klaar. Het punt blijft staan, zodat andere dorpen ervan kunnen leren.',
    ],
  },
  roads: {
    title: 'Soms loopt het anders',
    lead: 'Dan hangt er geen takje bij het punt, maar een rond teken met een woord.',
    items: roads,
  },
  reading: {
    title: 'Eerst leest de gebiedsmakelaar',
    lead: 'De gebiedsmakelaar is de schakel tussen uw dorp en de gemeente. Voordat iets op de site komt, leest hij of zij het. Daarbij hoort een vierkant teken. U krijgt altijd bericht in uw mail.',
    items: reading,
  },
  news: {
    title: 'Bij elk punt staan drie dingen',
    lead: 'Zo ziet u of er iets gebeurt, ook als het lang stil is.',
    items: [
      { name: 'Wat is de stand?', text: 'Hoe ver het is, van wens tot gedaan.' },
      {
        name: 'Wie is aan zet?',
        text: 'Wie nu iets moet doen. Is het langer dan een jaar stil, dan staat er een klokje bij.',
      },
      { name: 'Hoe oud is dit bericht?', text: 'Wanneer er voor het laatst iets veranderde.' },
    ],
  },
  contact: { title: 'Contact met de gemeente' },
  together: {
    title: 'Samen met andere dorpen',
    text: 'Een bloesem betekent: dit dorp wil hetzelfde als een ander dorp. Er staat altijd bij waarom. Dorpen kunnen van elkaar leren, of het samen doen.',
  },
};

export const accessibility = {
  page: 'Toegankelijkheid',
  lead: 'Iedereen moet deze site kunnen gebruiken. Ook met een oude telefoon, met grote letters, zonder muis of met een voorleesprogramma.',
  parts: [
    {
      title: 'Waar houden wij ons aan?',
      text: 'Aan WCAG 2.2, niveau A en AA. Dat is meer dan de wet nu van overheden vraagt: die noemt WCAG 2.1.',
      list: [],
    },
    {
      title: 'Wat is er getest?',
      text: 'Dit test een computer bij elke verandering van de software, in een echte browser:',
      list: [
        'elke pagina met axe, in licht, donker en sterk contrast, op een smal en een breed scherm;',
        'formulieren met fouten erin, het open menu en de meldingen die even in beeld komen;',
        'of u zonder muis een dorp vindt, een voorstel instuurt en het als gebiedsmakelaar plaatst;',
        'het contrast van alle kleuren die op elkaar staan;',
        'of elke pagina past op een scherm van 320 punten breed, dus ook als u vier keer vergroot;',
        'of u alles kunt lezen zonder JavaScript.',
      ],
    },
    {
      title: 'Wat is nog niet getest?',
      text: 'Een computer vindt niet alles. Daarom zeggen wij niet dat deze site helemaal toegankelijk is. Dit moet nog gebeuren:',
      list: [
        'een onderzoek door een onafhankelijke deskundige;',
        'een test met mensen die een voorleesprogramma, vergroting of spraak gebruiken;',
        'een test met mensen die moeite hebben met lezen.',
      ],
    },
    {
      title: 'Wat werkt nog niet voor iedereen?',
      text: 'Dit weten wij:',
      list: [
        'De site is er alleen in het Nederlands.',
        'Op een telefoon kunt u niet op de kaart tikken. In de lijst erbij staat hetzelfde, en daar kan het wel.',
        'Bewoners schrijven hun eigen teksten. Die zijn niet altijd makkelijk te lezen.',
        'De beschrijving bij ‘Open gegevens’ is voor programmeurs, in het Engels. Die is niet getest.',
        'Soms verwijzen wij naar een andere website. Wij weten niet hoe toegankelijk die is.',
      ],
    },
    {
      title: 'Wat kunt u zelf instellen?',
      text: 'Onderaan elke pagina kiest u licht, donker of sterk contrast. Verder volgt de site uw eigen instellingen:',
      list: [
        'grotere letters en vergroten in uw browser;',
        'minder beweging: staat dat aan op uw apparaat, dan beweegt hier niets;',
        'sneltoetsen op de werkplek van gebiedsmakelaars kunnen uit.',
      ],
    },
    {
      title: 'Werkt er iets niet voor u?',
      text: 'Vertel het uw gebiedsmakelaar. U vindt de naam op de pagina van uw dorp. Zeg erbij om welke pagina het gaat en wat u wilde doen. Komt u er samen niet uit? Dan kunt u een klacht indienen bij de gemeente, en daarna bij de ombudsman.',
      list: [],
    },
  ],
  note: 'Deze tekst gaat over de software Kernagenda. Een gemeente die ermee werkt, laat zelf onderzoek doen en publiceert daarover een eigen verklaring.',
};
