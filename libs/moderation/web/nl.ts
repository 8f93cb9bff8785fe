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
  keys: [
    { key: '1', name: 'plaats' },
    { key: '2', name: 'vraag aanpassing' },
    { key: '3', name: 'weiger met uitleg' },
  ],
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
  undo: {
    button: 'Maak ongedaan',
    left: (seconds: number) => (seconds === 1 ? 'Nog 1 seconde.' : `Nog ${seconds} seconden.`),
    announced: (message: string, seconds: number) => `${message} U kunt dit ${seconds} seconden ongedaan maken.`,
    over: 'Het besluit staat vast.',
  },
};
