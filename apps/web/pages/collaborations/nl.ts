import type { CollaborationPhase, NeededTerm } from '@kernagenda/collaborations/domain';
import { dateName } from '@kernagenda/shared/web';

const lead: Record<CollaborationPhase | 'alone' | 'stopped', (villages: string) => string> = {
  exploring: (villages) => `${villages} willen hetzelfde. Zij kijken of het samen beter gaat.`,
  forming: (villages) => `${villages} willen dit samen doen. Zij maken nu afspraken.`,
  executing: (villages) => `${villages} doen dit samen.`,
  evaluating: (villages) => `${villages} deden dit samen. Zij kijken nu terug.`,
  closed: (villages) => `${villages} deden dit samen.`,
  paused: (villages) => `${villages} doen dit samen. Nu ligt het even stil.`,
  alone: (village) => `${village} begint hiermee en zoekt dorpen die meedoen.`,
  stopped: (villages) => `${villages} keken of het samen beter ging. Zij gaan elk hun eigen weg.`,
};

/** Texts of the list of collaborations and of what everybody reads on their pages. */
export const nl = {
  list: {
    short: 'Samen',
    title: 'Wat dorpen samen doen',
    lead: 'Willen dorpen hetzelfde, dan kunnen zij het samen aanpakken. Dat is vaak goedkoper of beter, en soms kan het alleen samen.',
    village: { label: 'Kies een dorp', all: 'Alle dorpen' },
    until: (day: string) => `Loopt tot ${dateName(day)}`,
    more: 'Toon meer',
    empty: {
      title: 'Nog geen dorpen samen',
      text: 'Lijkt uw wens op die van een ander dorp? Op de kaart van de voorpagina ziet u welke dorpen hetzelfde willen.',
      button: 'Bekijk wat dorpen willen',
    },
    none: {
      title: (village: string) => `${village} doet nog niet met een ander dorp samen`,
      text: 'Kies een ander dorp, of kijk naar alles.',
      all: 'Toon alles',
    },
    failed: 'De samenwerkingen kunnen nu niet worden geladen',
  },
  crumbs: 'Kruimelpad',
  failed: 'Deze samenwerking kan nu niet worden geladen',
  tag: (villages: string) => `Samenwerking van ${villages}`,
  partsLabel: 'Onderdelen van deze samenwerking',
  parts: [
    { path: '', name: 'Overzicht' },
    { path: 'inkoop', name: 'Inkoop' },
    { path: 'werk', name: 'Taken en afspraken' },
    { path: 'gesprek', name: 'Gesprek' },
  ],
  lead,
  step: (step: number, steps: number) => `Stap ${step} van ${steps}`,
  facts: { what: 'Wat is de stand?', who: 'Wie is aan zet?', age: 'Hoe oud is dit bericht?' },
  steps: {
    label: 'Stappen',
    now: (step: number, steps: number, name: string) => `Stap ${step} van ${steps}: ${name.toLowerCase()}.`,
    next: (name: string) => `Hierna: ${name.toLowerCase()}.`,
  },
  who: { villages: 'De dorpen die meedoen', nobody: 'Niemand meer' },
  asked: {
    exploring: 'Zij kiezen of zij samen verder gaan',
    missing: (terms: string) => `Nog te kiezen: ${terms}`,
    ready: 'Alles is afgesproken: het werk kan beginnen',
    until: (day: string) => `Loopt tot ${day}`,
    evaluating: 'Zij kijken wat het opleverde',
    paused: 'Het ligt even stil',
    closed: 'Het is klaar',
    stopped: 'Elk dorp gaat zelf verder',
  },
  terms: {
    short: {
      ownerId: 'wie het trekt',
      endsOn: 'tot wanneer',
      exitRule: 'hoe een dorp uitstapt',
      decidingBody: 'wie besluit',
    } satisfies Record<NeededTerm, string>,
  },
  goal: {
    title: 'Waar gaat het om?',
    open: 'Dat spreken de dorpen nog af.',
    quality: 'Kwaliteit',
    cost: 'Kosten',
    continuity: 'Continuïteit',
    baseline: 'Zo is het nu',
    before: 'Zo was het',
    result: 'Dit leverde het op',
    staysLocal: 'Dit blijft ieder dorp zelf doen',
  },
  stopped: { title: 'Niet samen verder', text: 'Dat mag, en het is geen schande. Dit was de reden:' },
  history: {
    title: 'Afgesproken',
    end: 'De samenwerking stopt',
    byWhom: (body: string) => `Wie besluit: ${body}`,
  },
  letters: 'Statusbrieven',
  parties: {
    title: 'Wie doet mee?',
    more: 'Deelnemers',
    left: (day: string) => `Stapte uit op ${day}`,
    gone: 'Deden eerder mee',
  },
  join: {
    title: 'Ook meedoen?',
    open: 'Wil uw dorp dit ook? De kernagendagroep of de gebiedsmakelaar van uw dorp kan het laten meedoen.',
    ask: 'Vraag het in een bericht',
    closed: 'Instappen kan niet meer. Wilt u hetzelfde in uw dorp? Doe dan een voorstel.',
    propose: 'Doe een voorstel',
  },
  exit: {
    title: 'Einde en uitstappen',
    ends: (day: string) => `Deze samenwerking stopt op ${day}.`,
    open: 'Wanneer dit stopt, spreken de dorpen nog af.',
    free: 'Een dorp mag altijd uitstappen, met een reden. Dat is geen schande.',
  },
};
