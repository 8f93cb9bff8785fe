import type { ProcurementState, PurchaseEventKind } from '@kernagenda/procurement/domain';

const pieces = (count: number, unit: string): string => `${new Intl.NumberFormat('nl-NL').format(count)} × ${unit}`;

const events: Record<PurchaseEventKind, (village: string, count: number, unit: string) => string> = {
  started: () => 'De dorpen kijken of zij samen kopen',
  frozen: (_, count, unit) => `De vraag staat vast: ${pieces(count, unit)}`,
  changed_after_freeze: (village) => `${village || 'Een dorp'} veranderde zijn vraag`,
  buyer_named: () => 'Er is een team dat inkoopt',
  route_checked: () => 'De manier van prijs vragen is gekozen',
  specified: (_, count) => (count ? `De eisen zijn klaar: ${count}` : 'De eisen zijn klaar'),
  quotes_requested: () => 'Leveranciers is een prijs gevraagd',
  quotes_opened: (_, count) => (count === 1 ? 'Eén offerte ging open' : `${count} offertes gingen tegelijk open`),
  village_advised: (village) => `${village} gaf advies`,
  advised: () => 'Het team gaf advies',
  decided: () => 'Er is besloten',
  ordered: () => 'Er is besteld',
  planned: (village) => `De levering in ${village} is gepland`,
  village_delivered: (village) => `Geleverd in ${village}`,
  delivered: () => 'Overal geleverd',
  booked: () => 'Het voordeel is geboekt, na de factuur',
  evaluated: () => 'De dorpen keken terug',
  not_joint: () => 'Niet samen gekocht',
  cancelled: () => 'De inkoop is gestopt',
};

/** Texts of a joint purchase on the page of its collaboration. */
export const purchaseNl = {
  step: (step: number, steps: number) => `Stap ${step} van ${steps}`,
  until: (day: string) => `Vóór ${day}`,
  before: (asked: string, day: string) => `${asked} vóór ${day}`,
  who: {
    villages: 'De kernagendagroepen',
    team: (name: string) => `Team ${name}`,
    noBuyer: 'Nog geen team gekozen',
    suppliers: 'De leveranciers',
    alderman: 'De wethouder',
    nobody: 'Niemand meer',
  },
  asked: {
    gathering: 'Schrijven op wat zij nodig hebben',
    demand_frozen: 'Kiest hoe de prijs wordt gevraagd',
    route_checked: 'Schrijft de eisen op',
    specified: 'Vraagt leveranciers om een prijs',
    quotes_requested: 'Geven een prijs',
    open: 'Advies',
    advised: 'Besluit',
    decided: 'Bestelt',
    ordered: 'Leveren',
    delivered: 'Boekt de factuur en kijkt terug',
    evaluated: '',
    not_joint: 'Elk dorp koopt zelf',
    cancelled: '',
  } satisfies Record<ProcurementState | 'open', string>,
  events,
  advice: {
    title: 'Advies van de dorpen',
    text: (done: string, waiting: string, doneCount: number, waitingCount: number) =>
      [doneCount ? `${done} ${doneCount === 1 ? 'is' : 'zijn'} klaar.` : '', waitingCount ? `${waiting} nog niet.` : '']
        .filter(Boolean)
        .join(' '),
  },
  decision: {
    title: 'Besluit',
    team: (name: string) => `Door: team ${name}, met mandaat van het college.`,
    alderman: 'Door: de wethouder. Het bedrag is hoger dan het mandaat van het team.',
  },
  delivery: (village: string) => `Levering in ${village}`,
  ended: {
    not_joint: {
      title: 'Niet samen gekocht',
      text: 'Elk dorp koopt zelf. Dat mag, en het is geen schande. Dit was de reden:',
    },
    cancelled: { title: 'De inkoop is gestopt', text: 'Dit was de reden:' },
  },
  lesson: 'Wat andere dorpen hiervan kunnen leren',
  start: {
    title: 'Samen kopen?',
    lead: 'Willen deze dorpen hetzelfde kopen, dan vragen zij samen één prijs. Eerst schrijft elk dorp op wat het nodig heeft.',
    button: 'Begin met samen kopen',
    what: {
      label: 'Wat kopen de dorpen?',
      hint: 'Bijvoorbeeld: bankjes.',
      fault: 'Schrijf wat u koopt, in 2 tot 80 tekens.',
    },
    unit: {
      label: 'Wat telt u?',
      hint: 'Eén ervan, bijvoorbeeld: bankje.',
      fault: 'Schrijf één ervan, in ten hoogste 40 tekens.',
    },
    kind: { label: 'Wat voor inkoop is het?', fault: 'Kies wat voor inkoop het is.' },
    shareKey: { label: 'Hoe delen de dorpen de kosten?', fault: 'Kies hoe u deelt.' },
    done: 'U begint met samen kopen. Schrijf nu op wat elk dorp nodig heeft.',
  },
};
