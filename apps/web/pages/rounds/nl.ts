import { roundLimits } from '@kernagenda/intake/domain/rounds';
import type { RoundChannel, RoundWay, WallPart } from '@kernagenda/intake/domain/rounds';
import { dateName } from '@kernagenda/shared/web';

const { question, explanation, handIn, phone, evening } = roundLimits;
const atMost = (max: number): string => `Schrijf niet meer dan ${max} tekens.`;
const ways: Readonly<Record<RoundWay, string>> = {
  web: 'via de site',
  letter: 'in een brief',
  postcard: 'op een kaart of flyer',
  call: 'aan de telefoon',
  visit: 'in een gesprek',
  evening: 'op een bijeenkomst',
};
const channels: Readonly<Record<RoundChannel, string>> = {
  web: 'Op deze site',
  flyer: 'Met een flyer',
  postcard: 'Met een kaart',
  evening: 'Op een bijeenkomst',
  phone: 'Aan de telefoon',
};

/** Words of rounds: the list, the page of one, and the form. */
export const nl = {
  list: {
    title: 'Ophaalrondes',
    lead: 'Soms vraagt een dorp een paar weken lang aan iedereen wat er beter kan. Hier ziet u welke vraag er nu loopt, en wat er met de antwoorden gebeurde.',
    groups: { running: 'Nu bezig', to_come: 'Begint binnenkort', closed: 'Gesloten' },
    wall: 'Bekijk wat ermee gebeurt',
    join: 'Doe mee',
    read: 'Bekijk de ronde',
    more: 'Toon meer',
    empty: {
      title: 'Er is nog geen ophaalronde',
      text: 'U hoeft niet te wachten: een wens kunt u altijd insturen.',
      button: 'Doe een voorstel',
    },
    failed: 'De ophaalrondes kunnen nu niet worden geladen',
  },
  round: {
    all: 'Ophaalrondes',
    crumbs: 'Waar u bent',
    in: (villages: string) => `Ophaalronde in ${villages}`,
    page: (villages: string) => `Ophaalronde ${villages}`,
    stopped: (at: string) => `Gestopt op ${dateName(at)}.`,
    propose: (village: string) => `Doe een voorstel voor ${village}`,
    how: {
      title: 'Zo doet u mee',
      web: 'Eén zin is genoeg. U ziet meteen wie hetzelfde wil.',
      flyer: (where: string) => `Vul de flyer in en lever hem in: ${where}`,
      postcard: (where: string) => `Schrijf uw wens op de kaart en lever hem in: ${where}`,
      phone: (number: string) => `Bel ${number}. Wij schrijven uw wens op.`,
      evening: (when: string) => when,
      same: 'Een wens op papier of aan de telefoon telt even zwaar.',
    },
    channels,
    paper: {
      title: 'Op papier',
      poster: 'Poster om op te hangen (A3)',
      cards: 'Kaarten om uit te delen',
    },
    sum: {
      title: 'Wat er binnenkwam',
      none: 'Nog niets. De eerste wens kan die van u zijn.',
      noneEver: 'Er kwam niets binnen.',
      total: (wishes: string) => `${wishes} tot nu toe.`,
      totalEver: (wishes: string) => `${wishes} in totaal.`,
      reading: (count: number) =>
        count === 1
          ? '1 wens wordt nog gelezen en staat er daarna bij.'
          : `${count} wensen worden nog gelezen en staan er daarna bij.`,
      perVillage: 'Per dorp',
      perWay: 'Hoe het binnenkwam',
      village: 'Dorp',
      way: 'Hoe',
      count: 'Wensen',
      ways: {
        web: 'Via de site',
        letter: 'Brief',
        postcard: 'Kaart of flyer',
        call: 'Telefoon',
        visit: 'Gesprek',
        evening: 'Bijeenkomst',
      } satisfies Readonly<Record<RoundWay, string>>,
    },
    wall: {
      title: 'U zei, wij deden',
      lead: 'Elke wens uit deze ronde, met hoe het er nu mee staat.',
      soFar: 'Dit werd al gewenst',
      said: 'U zei',
      did: 'Wij deden',
      stands: 'Hoe het staat',
      all: 'Alles',
      filter: 'Laat alleen zien',
      parts: {
        done: 'Gedaan',
        under_way: 'Hier wordt aan gewerkt',
        on_agenda: 'Op de agenda',
        not_feasible: 'Dit kan niet',
        wish: 'Nog een wens',
        ended: 'Samengevoegd of ingetrokken',
      } satisfies Readonly<Record<WallPart, string>>,
      tabs: {
        done: 'Gedaan',
        under_way: 'In uitvoering',
        on_agenda: 'Op de agenda',
        not_feasible: 'Kan niet',
        wish: 'Wens',
        ended: 'Overig',
      } satisfies Readonly<Record<WallPart, string>>,
      from: (village: string, way: RoundWay, at: string) => `${village}, ${ways[way]}, ${dateName(at)}`,
      who: (who: string) => `Aan zet: ${who}`,
      alternative: (text: string) => `Wat wel kan: ${text}`,
      word: (at: string) => `Gezegd op ${dateName(at)}`,
      merged: 'Gaat verder in:',
      more: 'Toon meer wensen',
      failed: 'De wensen kunnen nu niet worden geladen',
    },
    failed: 'De ophaalronde kan nu niet worden geladen',
    work: {
      title: 'Voor wie deze ronde houdt',
      adjust: 'Maak langer of schrijf meer',
      adjusted: 'De ronde is aangepast.',
      stop: 'Stop de ronde nu',
      stopLead: 'Wat hierna wordt ingestuurd, hoort er niet meer bij. Dit kunt u niet terugdraaien.',
      stopped: 'De ronde is gestopt.',
      edit: 'Pas de ronde aan',
      edited: 'De ronde is aangepast.',
      cancel: 'Haal de ronde weg',
      cancelLead: 'De ronde begon nog niet. Er blijft niets van over.',
      cancelled: 'De ronde is weggehaald.',
      enter: 'Schrijf op wat u op papier of aan de telefoon krijgt',
    },
  },
  form: {
    button: 'Begin een ophaalronde',
    lead: 'Stel één vraag aan een of meer dorpen. Wat er in die dagen binnenkomt, hoort er vanzelf bij.',
    submit: 'Sla de ronde op',
    done: 'De ophaalronde staat klaar.',
    villageIds: { label: 'In welke dorpen?', fault: 'Kies minstens één dorp.' },
    question: {
      label: 'Wat is de vraag?',
      hint: 'In één regel, zoals: wat moet er vóór de zomer gebeuren?',
      fault: `Schrijf tussen ${question.min} en ${question.max} tekens.`,
    },
    explanation: { label: 'Uitleg', hint: 'Een paar regels. Mag leeg blijven.', fault: atMost(explanation.max) },
    startsOn: { label: 'Eerste dag', fault: 'Kies vandaag of een latere dag.' },
    endsOn: { label: 'Laatste dag', fault: `Kies een dag na de eerste, hooguit ${roundLimits.days.max} dagen later.` },
    laterEnd: { label: 'Laatste dag', fault: 'Kies dezelfde laatste dag of een latere.' },
    channels: { label: 'Hoe kunnen mensen meedoen?', fault: 'Kies minstens één manier.' },
    handIn: {
      label: 'Waar leveren mensen een kaart of flyer in?',
      hint: `Nodig als er kaarten of flyers zijn. Staat op de kaart.`,
      fault: `Schrijf een plek of adres, hooguit ${handIn.max} tekens.`,
    },
    phone: {
      label: 'Welk nummer kunnen mensen bellen?',
      hint: 'Nodig als mensen kunnen bellen. Iedereen kan het lezen.',
      fault: `Schrijf een telefoonnummer, hooguit ${phone.max} tekens.`,
    },
    evening: {
      label: 'Wanneer en waar is de bijeenkomst?',
      hint: 'Nodig als er een bijeenkomst is, zoals: dinsdag 9 maart, 20.00 uur, dorpshuis.',
      fault: `Schrijf wanneer en waar, hooguit ${evening.max} tekens.`,
    },
    channel: channels,
    failures: {
      already_exists: 'In een van deze dorpen is op die dagen al een ophaalronde. Kies andere dagen.',
      not_allowed: 'Dit kan alleen in dorpen waarvoor u secretaris, voorzitter of gebiedsmakelaar bent.',
    },
  },
};
