import type {
  DemandField,
  Obstacle,
  ProcurementState,
  ProcurementStep,
  ShareKey,
} from '@kernagenda/procurement/domain';
import { dateName, listName, timeName } from '@kernagenda/shared/web';
import { kindWords as kinds, routeWords as routes } from './thresholds/nl';

const states: Record<ProcurementState, string> = {
  gathering: 'Vraag verzamelen',
  demand_frozen: 'De vraag staat vast',
  route_checked: 'De route is gekozen',
  specified: 'De eisen zijn klaar',
  quotes_requested: 'Prijs gevraagd',
  advised: 'Er ligt een advies',
  decided: 'Er is besloten',
  ordered: 'Besteld',
  delivered: 'Geleverd',
  evaluated: 'Klaar',
  not_joint: 'Niet samen gekocht',
  cancelled: 'Gestopt',
};

const steps: Record<ProcurementStep, string> = {
  gather: 'Vraag verzameld',
  freeze: 'Vraag staat vast',
  route: 'Route gekozen',
  specify: 'Eisen klaar',
  request: 'Prijs gevraagd',
  advise: 'Advies',
  decide: 'Besluit',
  order: 'Besteld',
  deliver: 'Geleverd',
  evaluate: 'Terugkijken',
};

const shareKeys: Record<ShareKey, string> = {
  equal: 'Elk dorp betaalt evenveel',
  quantity: 'Naar aantal',
  population: 'Naar aantal inwoners',
};

const sharedBy: Record<ShareKey, (unit: string) => string> = {
  equal: () => 'gelijk verdeeld over de dorpen',
  quantity: (unit) => `verdeeld naar aantal (${unit})`,
  population: () => 'verdeeld naar aantal inwoners',
};

const demandFields: Record<DemandField, string> = {
  what: 'wat',
  quantity: 'aantal',
  specification: 'wensen',
  neededBy: 'nodig vóór',
  budgetCents: 'budget',
  separatePriceCents: 'prijs apart',
  separatePriceSource: 'bron van de prijs',
};

/** Why something cannot be done, by the code before the colon of what the API says. */
const obstacles: Record<Obstacle, string> = {
  one_village: 'Samen kopen kan pas als ten minste twee dorpen iets vragen.',
  unpriced_lines: 'Schrijf eerst bij elke regel wat die apart zou kosten, en waar die prijs vandaan komt.',
  already_decided: 'Er is al besloten.',
  decision_outdated: 'Een dorp stapte uit na het besluit. Besluit opnieuw.',
  quotes_sealed: 'De offertes zijn nog dicht. Dat kan pas na de sluitingstijd.',
  no_suitable_quote: 'Geen enkele offerte voldoet aan de eisen.',
  route_outdated: 'De vraag is veranderd. Kies eerst opnieuw de route.',
  already_booked: 'Het voordeel is al geboekt. Dat kan maar één keer.',
  quotes_closed: 'De sluitingstijd is voorbij. Er kan geen offerte meer bij.',
};

const numbers = ['Geen', 'Eén', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes', 'Zeven', 'Acht', 'Negen', 'Tien'];
const countWord = (count: number): string => numbers[count] ?? String(count);
const noun = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words of a joint purchase. */
export const nl = {
  states,
  open: 'Offertes vergelijken',
  steps,
  routes,
  kinds,
  shareKeys,
  demandFields,
  obstacles,
  saving: {
    title: 'Wat levert samen kopen op?',
    lead: 'Overleggen kost ook tijd en geld. Dat tellen we eerlijk mee.',
    apart: 'Apart',
    apartMore: (villages: number) => noun(villages, 'dorp koopt zelf', 'dorpen kopen elk zelf'),
    together: 'Samen',
    togetherMore: (letter: string) => `één prijs, offerte ${letter}`,
    invoiceMore: 'volgens de factuur',
    coordination: 'Afstemming',
    coordinationMore: (hours: number) => noun(hours, 'uur overleg', 'uur overleg'),
    net: 'Netto voordeel',
    netMore: 'wat overblijft',
    loss: 'Netto nadeel',
    lossMore: 'wat samen meer kost',
    netFor: (villages: number, isLoss: boolean) =>
      `Netto ${isLoss ? 'nadeel' : 'voordeel'} voor ${noun(villages, 'dorp', 'dorpen')}`,
    less: (percent: number) => `${percent}% minder dan ieder apart.`,
    more: (percent: number) => `${percent}% meer dan ieder apart. Apart kopen is hier beter.`,
    even: 'Samen kost het evenveel als apart.',
    notYet: 'Pas na de factuur boeken we het voordeel echt.',
    booked: (at: string) => `Geboekt op ${dateName(at)}, na de factuur.`,
    sources: (texts: readonly string[]) => `Bronnen: ${listName(texts)}.`,
    waiting: {
      gathering: 'De dorpen schrijven eerst op wat zij nodig hebben en wat dat apart zou kosten.',
      sealed: (at: string) =>
        `De offertes gaan op ${dateName(at)} om ${timeName(at)} tegelijk open. Tot dan weet niemand een prijs.`,
      prices: 'Wij rekenen dit uit zodra elk dorp heeft gezegd wat het apart zou kosten.',
    },
    table: {
      caption: (key: ShareKey, unit: string) =>
        `Per dorp, in euro zonder btw. ‘Samen’ is met de kosten voor afstemming, ${sharedBy[key](unit)}.`,
      village: 'Dorp',
      quantity: 'Aantal',
      apart: 'Apart',
      together: 'Samen',
      net: 'Voordeel',
      total: 'Totaal',
    },
    cents: (villages: readonly string[]) =>
      villages.length === 1
        ? `Bij het delen bleef één cent over. Die is voor ${listName(villages)}: daar bleef het meeste over.`
        : `Bij het delen bleven ${villages.length} cent over. Een cent extra is voor ${listName(villages)}: daar bleef het meeste over.`,
    beside: {
      title: 'Schatting en uitkomst',
      caption: 'In euro zonder btw. De uitkomst komt van de factuur en de urenstaat.',
      what: 'Wat',
      estimate: 'Schatting',
      result: 'Uitkomst',
    },
  },
  quotes: {
    title: (count: number) => `${countWord(count)} ${count === 1 ? 'offerte' : 'offertes'}`,
    opened: (at: string) =>
      `De offertes gingen op ${dateName(at)} om ${timeName(at)} tegelijk open. Bewoners zeggen wat nodig is, niet wie wint.`,
    sealedTitle: 'Offertes',
    sealed: (at: string) =>
      `Leveranciers geven hun prijs tot ${dateName(at)}, ${timeName(at)}. Tot dan kan niemand een prijs zien, ook de gemeente niet.`,
    caption: (fails: readonly string[]) =>
      fails.length
        ? `In euro zonder btw. ${listName(fails)} ${fails.length === 1 ? 'voldoet' : 'voldoen'} niet aan de eisen.`
        : 'In euro zonder btw.',
    region: 'De offertes naast elkaar',
    supplier: 'Leverancier ',
    chosen: 'Gekozen',
    advised: 'Advies',
    total: 'Prijs samen',
    unitPrice: (unit: string) => `Per ${unit}`,
    tooFew: 'levert niet zo weinig',
    delivery: 'Levertijd',
    weeks: (weeks: number) => noun(weeks, 'week', 'weken'),
    warranty: 'Garantie',
    months: (months: number) =>
      months === 0 ? 'geen' : months % 12 === 0 ? `${months / 12} jaar` : noun(months, 'maand', 'maanden'),
    valid: 'Geldig tot',
    meets: 'Aan de eisen?',
    yes: 'Ja',
    no: 'Nee',
    unknown: 'Nog niet bekeken',
    alone: (village: string) => `Alleen ${village}`,
  },
};
