import type { ColourName, ContrastFault, Scheme, ThemeColour } from '@kernagenda/villages/domain/settings';
import { municipalityLimits } from '@kernagenda/villages/domain/settings';

const { name, readWithinDays: read, answerWithinDays: answer } = municipalityLimits;

const colours: Readonly<Record<ThemeColour, string>> = {
  river: 'Rivier',
  'river-deep': 'Diepe rivier',
  orchard: 'Boomgaard',
  blossom: 'Bloesem',
  foot: 'Voet van de pagina',
};

/** What the other colours of a pair are called, where somebody has to know which pair is hard to read. */
const others: Partial<Record<ColourName, string>> = {
  paper: 'papier',
  'river-wash': 'lichte rivier',
  'blossom-wash': 'lichte bloesem',
  'orchard-wash': 'lichte boomgaard',
  'on-river': 'letters op rivier',
  'on-foot': 'letters op de voet',
  'foot-soft': 'zachte letters op de voet',
};

const colourName = (colour: ColourName): string =>
  others[colour] ?? (colour in colours ? colours[colour as ThemeColour].toLowerCase() : colour);
const decimal = (ratio: number): string => String(ratio).replace('.', ',');

export const nl = {
  title: 'Gemeente',
  lead: 'Hoe de gemeente heet, waar mensen haar bereiken, hoe snel er wordt gelezen en welke kleuren de site heeft.',
  none: 'Er is nog geen gemeente. Vul de naam in en bewaar. De dorpen laadt daarna wie de site beheert op de server, met één opdracht.',
  failed: 'De gegevens van de gemeente kunnen nu niet worden geladen',
  parts: {
    contact: { title: 'Naam en contact', text: 'Dit staat bij de uitleg van de site. Wat u leeg laat, staat er niet.' },
    terms: {
      title: 'Termijnen',
      text: 'In werkdagen. De leestermijn geldt meteen, ook voor voorstellen die al wachten.',
    },
    colours: {
      title: 'Kleuren',
      text: 'Alle teksten moeten goed leesbaar blijven. Bij het bewaren wordt dat nagerekend. Het sterke contrast verandert niet mee.',
    },
    embeddings: {
      title: 'Hulp van een taalmodel',
      text: 'De site zoekt zelf, met eigen woordenlijsten, welke dorpen hetzelfde willen. Wie de server beheert kan daar een taalmodel naast zetten. Dat herkent ook wensen met andere woorden. Zonder model werkt alles.',
    },
  },
  labels: {
    name: 'Naam van de gemeente',
    address: 'Adres',
    telephone: 'Telefoon',
    email: 'E-mailadres',
    website: 'Website',
    readWithinDays: 'Een voorstel wordt gelezen binnen',
    answerWithinDays: 'Een vraag wordt beantwoord binnen',
  },
  hints: {
    name: 'Zonder het woord ‘gemeente’.',
    address: 'Op één regel.',
    website: 'Begint met https://',
    readWithinDays: `Werkdagen, van ${read.min} tot ${read.max}.`,
    answerWithinDays: `Werkdagen, van ${answer.min} tot ${answer.max}. Geldt voor nieuwe vragen.`,
  },
  faults: {
    name: `Vul een naam in van ${name.min} tot ${name.max} tekens.`,
    address: `Maak het adres korter dan ${municipalityLimits.address.max} tekens.`,
    telephone: 'Schrijf het nummer met cijfers, spaties en streepjes.',
    email: 'Vul één e-mailadres in, of laat dit leeg.',
    website: 'Vul een adres in dat begint met https://, of laat dit leeg.',
    readWithinDays: `Vul een heel getal in van ${read.min} tot ${read.max}.`,
    answerWithinDays: `Vul een heel getal in van ${answer.min} tot ${answer.max}.`,
  },
  schemes: { light: 'Lichte site', dark: 'Donkere site' } satisfies Record<Scheme, string>,
  colours,
  embeddings: {
    allow: 'Het taalmodel mag ook buiten het eigen netwerk staan',
    hint: 'Dan gaan de titel en de tekst van ieder openbaar punt, versleuteld, naar het adres dat op de server is ingesteld. Wie het schreef, de plek, foto’s, gesprekken en voorstellen die nog niet openbaar zijn gaan niet mee. Maak eerst afspraken met wie dat adres beheert: wat eenmaal is verstuurd, haalt u hier niet meer terug.',
  },
  standard: 'Kleur van het huis',
  chosen: (value: string) => `Eigen kleur ${value}`,
  reset: (scheme: string) => `Zet alles terug: ${scheme.toLowerCase()}`,
  contrast: ({ on, under, ratio, least }: ContrastFault) =>
    `Te weinig contrast: ${colourName(on)} op ${colourName(under)} is ${decimal(ratio)} op 1. Nodig is ten minste ${decimal(least)} op 1.`,
  save: 'Bewaar',
  done: 'De gegevens van de gemeente zijn bewaard. Nieuwe kleuren ziet u na het herladen van de pagina.',
};
