import { conceptLimits } from '@kernagenda/matching/domain/concepts';
import type { ConceptOrigin, FlagChange } from '@kernagenda/matching/domain/concepts';

const { label, term, terms, ambiguous, unless, near, related, context } = conceptLimits;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const changes: Readonly<Record<FlagChange, (count: number) => string>> = {
  appears: (count) => `${counted(count, 'signaal', 'signalen')} erbij`,
  grows: (count) => counted(count, 'signaal groeit', 'signalen groeien'),
  shrinks: (count) => counted(count, 'signaal wordt kleiner', 'signalen worden kleiner'),
  goes: (count) => counted(count, 'signaal vervalt', 'signalen vervallen'),
};

const origins: Readonly<Record<ConceptOrigin, string>> = {
  shipped: '',
  changed: 'Door ons veranderd',
  own: 'Van onze gemeente',
};

export const nl = {
  title: 'Begrippen',
  lead: 'Aan begrippen ziet Kernagenda dat dorpen hetzelfde willen. Mist er een woord, voeg het dan toe. Wat u verandert, blijft staan als Kernagenda een nieuwe versie krijgt.',
  add: 'Nieuw begrip',
  origins,
  unrecognised: {
    title: 'Punten zonder begrip',
    lead: 'In deze punten herkende Kernagenda niets. Ze doen alleen mee met matchen op losse woorden.',
    none: 'In elk punt is iets herkend',
    noneText: 'Komt er een punt bij waarin niets wordt herkend, dan staat het hier.',
    make: 'Maak een begrip hiervan',
    makeOf: (title: string) => ` van ‘${title}’`,
    more: 'Toon meer punten',
    failed: 'De punten kunnen nu niet worden geladen',
  },
  search: { title: 'Alle begrippen', label: 'Zoek op naam of woord', button: 'Zoek' },
  list: {
    title: 'Gevonden begrippen',
    none: 'Geen begrip gevonden',
    noneText: 'Zoek met een deel van een woord, of maak er een nieuw begrip van.',
    more: 'Toon meer begrippen',
    failed: 'De begrippen kunnen nu niet worden geladen',
    terms: (count: number) => counted(count, 'woord', 'woorden'),
  },
  one: {
    new: 'Nieuw begrip',
    back: 'Alle begrippen',
    from: (title: string, village: string) => `Uit het punt ‘${title}’ van ${village}`,
    failed: 'Dit begrip kan nu niet worden geladen',
    save: 'Bewaar dit begrip',
    add: 'Voeg dit begrip toe',
    saved: 'Het begrip is bewaard. De punten worden opnieuw gelezen.',
    added: (name: string) => `‘${name}’ is toegevoegd. De punten worden opnieuw gelezen.`,
    restore: 'Terug naar hoe het was',
    restored: (name: string) => `‘${name}’ is weer zoals het met Kernagenda meekwam.`,
    remove: 'Verwijder dit begrip',
    removed: (name: string) => `‘${name}’ is verwijderd.`,
    discard: 'Toch niet',
    undone: 'Het begrip is weer zoals het was.',
  },
  taken: 'Er is al een begrip met deze naam.',
  fields: {
    label: { label: 'Naam', hint: 'Zoals een mens het zegt: ‘te hard rijden’. Zo staat het ook bij een signaal.' },
    theme: { label: 'Onderwerp' },
    kind: { label: 'Wat voor soort wens?' },
    purchase: { label: 'Wat koopt een dorp daarvoor?', none: 'Niets' },
    unit: { label: 'Waarin telt u dat?', none: 'Niet te tellen' },
    terms: {
      label: 'Woorden',
      hint: 'Elk woord of korte zin op een eigen regel. Meervoud en verkleinwoord hoeven niet: die kent Kernagenda al.',
    },
    ambiguous: {
      label: 'Woorden met nog een betekenis',
      hint: 'Uit de lijst hierboven. Ze tellen alleen mee naast een ander teken, zoals ‘bank’ naast ‘zitten’.',
    },
    unless: {
      label: 'Woorden die het uitsluiten',
      hint: 'Staat zo’n woord erbij, dan gaat de tekst over iets anders, zoals ‘spaarrekening’ bij ‘bank’.',
    },
    context: {
      label: 'Woorden uit verhalen erover',
      hint: 'Ze noemen het niet, maar horen er wel bij. Met spaties ertussen.',
    },
    near: { label: 'Dient dezelfde wens', hint: 'Een ander middel voor hetzelfde doel: een drempel en een flitspaal.' },
    related: { label: 'Hoort erbij', hint: 'Hetzelfde veld, maar een ander plan: een speeltuin en een jeugdhonk.' },
  },
  optional: 'Meer, als het nodig is',
  faults: {
    label: `Vul een naam in van ${label.min} tot ${label.max} tekens, zonder < of >.`,
    theme: 'Kies een onderwerp.',
    kind: 'Kies wat voor soort wens het is.',
    purchase: 'Kies iets uit de lijst.',
    unit: 'Kies iets uit de lijst.',
    terms: `Schrijf ${terms.min} tot ${terms.max} woorden, elk op een eigen regel van hoogstens ${term.max} tekens, zonder < of >.`,
    ambiguous: `Zet elk van deze woorden ook in de lijst met woorden. Hoogstens ${ambiguous.max}.`,
    unless: `Schrijf hoogstens ${unless.max} woorden, elk op een eigen regel van hoogstens ${term.max} tekens, zonder < of >.`,
    context: `Schrijf hoogstens ${context.max} tekens, zonder < of >.`,
    near: `Kies hoogstens ${near.max} begrippen die er zijn.`,
    related: `Kies hoogstens ${related.max} begrippen die er zijn, elk maar in één van de twee lijsten.`,
  },
  picker: {
    search: (list: string) => `Zoek een begrip voor ‘${list}’`,
    button: 'Zoek',
    none: 'Geen begrip gevonden. Zoek met een ander woord.',
    failed: 'Zoeken lukt nu niet. Probeer het zo opnieuw.',
    add: 'Voeg toe',
    remove: 'Haal weg',
    empty: 'Nog geen begrip gekozen.',
  },
  preview: {
    title: 'Wat verandert er?',
    waiting: 'Vul een naam en een woord in. Dan ziet u hier wat er in de punten en signalen verandert.',
    untouched: 'Verander iets. Dan ziet u hier wat dat in de punten en signalen doet.',
    asking: 'Wij lezen de punten…',
    nothing: 'Er verandert niets: geen punt leest anders.',
    faulty: 'Dit kan zo niet worden bewaard. Probeer het om te zien wat er mist.',
    failed: 'Wij kunnen nu niet laten zien wat er verandert. Bewaren kan wel.',
    points: (count: number) => counted(count, 'punt leest anders', 'punten lezen anders'),
    changes,
    pointsTitle: 'Punten',
    flagsTitle: 'Signalen',
    before: 'Nu:',
    after: 'Straks:',
    noConcept: 'geen begrip',
    more: (count: number) => `En nog ${count}.`,
    kinds: { appears: 'Nieuw', grows: 'Groeit', shrinks: 'Wordt kleiner', goes: 'Vervalt' } as Readonly<
      Record<FlagChange, string>
    >,
    joined: 'Erbij:',
    left: 'Eruit:',
    member: (title: string, village: string) => `${title} (${village})`,
  },
};
