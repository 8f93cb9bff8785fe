import type { HouseRule } from '@kernagenda/moderation/domain';

/** Ways to say what would be accepted; a start that the broker changes. */
const textBlocks: Record<HouseRule, readonly TextBlock[]> = {
  not_for_village: [
    {
      name: 'Maak het van het dorp',
      text: 'Schrijf erbij wat het dorp of de gemeente hieraan kan doen, en voor wie in het dorp het is.',
    },
    {
      name: 'Een ander loket',
      text: 'Hier gaat iemand anders over. Bel de gemeente, dan hoort u bij wie u moet zijn.',
    },
  ],
  already_exists: [
    {
      name: 'Steun wat er staat',
      text: 'Dit punt staat al op de site. Steun dat punt: hoe meer steun, hoe sterker het staat.',
    },
    {
      name: 'Wat is er anders?',
      text: 'Schrijf erbij wat er in uw voorstel anders is dan in het punt dat er al staat.',
    },
  ],
  unclear: [
    {
      name: 'Welke plek, welke wens',
      text: 'Schrijf erbij om welke plek het gaat en wat u er graag wilt zien. Dan begrijpt iedereen het.',
    },
    { name: 'Eén wens per keer', text: 'Uw tekst gaat over meer dan één wens. Maak er aparte voorstellen van.' },
  ],
  personal_data: [
    {
      name: 'Zonder namen',
      text: 'Haal namen, adressen en nummers van andere mensen weg. Zonder die gegevens kan ik uw voorstel plaatsen.',
    },
  ],
  respect: [
    {
      name: 'Schrijf wat u wenst',
      text: 'Schrijf op wat u graag anders ziet, zonder een oordeel over mensen. Dan kan ik uw voorstel plaatsen.',
    },
  ],
  commercial: [
    {
      name: 'Voor het dorp, niet voor een bedrijf',
      text: 'Schrijf op wat het dorp nodig heeft, zonder de naam of de aanbieding van een bedrijf.',
    },
  ],
  not_true: [
    {
      name: 'Waar staat dat?',
      text: 'Schrijf erbij waar u dit heeft gelezen of gehoord, of laat deze zin weg. De wens zelf kan ik plaatsen.',
    },
  ],
  unlawful: [
    {
      name: 'Zonder deze zin',
      text: 'Deze zin mag niet van de wet. Laat de zin weg, dan lees ik uw voorstel graag opnieuw.',
    },
  ],
};

export interface TextBlock {
  readonly name: string;
  readonly text: string;
}

export const nl = {
  queue: {
    title: 'Te lezen',
    villages: (count: number) => (count === 1 ? '1 dorp' : `${count} dorpen`),
    readBy: (name: string) => `${name} leest dit nu`,
    readByMe: 'U leest dit nu',
    standIn: 'U valt in',
    newText: 'Nieuwe tekst',
    matches: (villages: string) => `Ook in ${villages}`,
    empty: { title: 'De rij is leeg', text: 'Alles is gelezen. Een nieuw voorstel komt hier vanzelf bij.' },
    more: 'Er wachten er meer. Hier staan de honderd die het eerst aan de beurt zijn.',
  },
  keys: {
    next: 'volgende',
    previous: 'vorige',
    all: 'alle toetsen',
    title: 'Sneltoetsen',
    where: 'De toetsen werken alleen zolang u in de lijst ‘Te lezen’ staat.',
    approve: 'plaats',
    requestChanges: 'vraag aanpassing',
    refuse: 'weiger met uitleg',
    undo: 'maak het laatste besluit ongedaan',
    help: 'toon of verberg deze uitleg',
    on: 'Sneltoetsen staan aan',
  },
  term: {
    today: 'vandaag',
    late: (days: number) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
    left: (days: number) => (days === 1 ? 'nog 1 dag' : `nog ${days} dagen`),
  },
  reasons: {
    title: {
      request_changes: 'Wat moet er anders?',
      refuse: 'Waarom kan dit niet?',
      hide: 'Waarom verbergt u dit punt?',
      refuse_version: 'Waarom kan deze tekst niet?',
    },
    lead: {
      request_changes: 'De indiener leest dit in een mail en bij het voorstel, en kan de tekst daarna aanpassen.',
      refuse: 'De indiener leest dit in een mail en bij het voorstel, en kan het één keer aangepast opnieuw sturen.',
      hide: 'Niemand ziet het punt daarna nog, behalve de indiener en u. De indiener leest in een mail en bij het voorstel waarom.',
      refuse_version:
        'De tekst die er staat, blijft staan. De indiener leest dit in een mail en bij het punt, en kan een andere tekst sturen.',
    },
    sentence: {
      label: 'Om welke zin gaat het?',
      hint: 'Kies een zin uit het voorstel, of schrijf hem over.',
      pick: 'Zinnen uit het voorstel',
    },
    rule: { label: 'Om welke regel gaat het?', none: 'Kies een regel' },
    accepted: {
      label: 'Wat kan er wel?',
      hint: 'Schrijf aan de indiener. Een tekstblok is een begin: u kunt alles veranderen.',
      blocks: 'Tekstblokken',
      block: (name: string) => `Tekstblok: ${name}`,
    },
    errors: {
      sentence: 'Schrijf om welke zin het gaat.',
      sentenceLong: (max: number) => `Maak de zin korter dan ${max} tekens.`,
      rule: 'Kies de regel waar het om gaat.',
      accepted: (min: number) => `Schrijf wat er wel kan, in ten minste ${min} tekens.`,
      acceptedLong: (max: number) => `Maak de uitleg korter dan ${max} tekens.`,
    },
    send: {
      request_changes: 'Vraag aanpassing',
      refuse: 'Weiger met uitleg',
      hide: 'Verberg met uitleg',
      refuse_version: 'Weiger met uitleg',
    },
    cancel: 'Toch niet',
    kept: 'Wat u schrijft, blijft bewaard tot u besluit.',
  },
  textBlocks,
  undo: {
    button: 'Maak ongedaan',
    left: (seconds: number) => (seconds === 1 ? 'Nog 1 seconde.' : `Nog ${seconds} seconden.`),
    announced: (message: string, seconds: number) => `${message} U kunt dit ${seconds} seconden ongedaan maken.`,
    over: 'Het besluit staat vast.',
  },
};
