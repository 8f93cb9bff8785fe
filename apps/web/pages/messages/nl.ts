import { type InboxView, type SideView, threadLimits } from '@kernagenda/conversations/domain';

const ofSide: Readonly<Record<SideView['kind'], (name: string) => string>> = {
  person: (name) => name,
  group: (name) => `Kernagendagroep ${name}`.trim(),
  brokers: (name) => (name ? `Gebiedsmakelaar van ${name}` : 'Gebiedsmakelaar'),
  team: (name) => (name ? `Team ${name}` : 'Een team van de gemeente'),
};

const failures: Readonly<Record<string, string>> = {
  not_found: 'U doet niet meer mee aan dit gesprek. Wat u schreef, is niet verstuurd.',
  not_allowed: 'U kunt hier niet schrijven. Wat u schreef, is niet verstuurd.',
  too_many_requests: 'U stuurde veel berichten kort na elkaar. Wacht even en probeer het dan opnieuw.',
  sign_in_required: 'U bent niet meer ingelogd. Wat u schreef, is bewaard. Log in en verstuur het dan.',
  unreachable: 'Er is geen verbinding. Uw bericht is niet verstuurd; wat u schreef, is bewaard.',
};

export const nl = {
  page: 'Berichten',
  signIn: { text: 'Log in om uw berichten te lezen.', button: 'Inloggen' },
  listTitle: 'Uw gesprekken',
  /** Who says or reads something, by what they take part as. */
  side: ({ kind, name }: SideView) => ofSide[kind](name ?? '') || 'Iemand die vertrok',
  invite: {
    button: 'Nodig iemand uit',
    lead: 'Wie u uitnodigt, leest ook alles wat hier eerder is gezegd, en denkt vanaf nu mee.',
    guest: { label: 'Wie nodigt u uit?', fault: 'Kies wie u uitnodigt.' },
    proposer: (name: string, title: string) => `${name}, van “${title}”`,
    body: {
      label: 'Uw bericht',
      hint: 'Waarom nodigt u deze persoon of dit team uit? Iedereen in dit gesprek leest het.',
      fault: `Schrijf een bericht van hoogstens ${threadLimits.body.max} tekens.`,
    },
    submit: 'Nodig uit',
    done: 'De uitnodiging is verstuurd.',
    failures: { invalid_input: 'Deze persoon of dit team kan niet (meer) worden uitgenodigd. Kies iemand anders.' },
  },
  find: {
    label: 'Zoek in uw gesprekken',
    button: 'Zoek',
    found: (count: number, hasMore: boolean) =>
      hasMore
        ? `${count} of meer gesprekken gevonden.`
        : count === 1
          ? '1 gesprek gevonden.'
          : `${count} gesprekken gevonden.`,
    empty: { title: 'Niets gevonden', text: 'Probeer een ander woord, of een deel ervan.' },
  },
  inbox: {
    filters: {
      label: 'Welke gesprekken',
      all: 'Alle',
      names: { mine: 'Van mij', team: 'Van ons', unassigned: 'Nog vrij', late: 'Te laat' },
    },
    /** Who answers, and by when. */
    stand: ({ state, holder, assignee, isLate }: InboxView, day: string): string => {
      const side = ofSide[holder.kind](holder.name ?? '');
      const who = assignee ? `${assignee} (${side})` : side;
      if (state === 'closed') return 'Afgerond. Een nieuw bericht opent dit gesprek weer.';
      if (state === 'answered') return `Beantwoord. Dit gesprek is bij ${who}.`;
      return isLate ? `${who} had uiterlijk ${day} moeten antwoorden.` : `${who} antwoordt uiterlijk ${day}.`;
    },
    /** Of a thread in the list; nothing where an answer was given. */
    inList: ({ state, isLate, assignee }: InboxView, day: string): string => {
      if (state === 'closed') return 'Afgerond';
      if (state === 'answered') return 'Beantwoord';
      const who = assignee ? `${assignee} antwoordt` : 'Antwoord';
      return isLate ? `${who} te laat` : `${who} uiterlijk ${day}`;
    },
    take: 'Ik pak dit op',
    taken: 'Dit gesprek is nu van u. De bewoner ziet uw voornaam.',
    fold: 'Geef door aan een collega of een team',
    assign: {
      label: 'Wie antwoordt?',
      nobody: 'Nog niemand',
      button: 'Leg vast',
      done: 'Vastgelegd. De bewoner ziet de voornaam.',
    },
    handOver: {
      label: 'Draag over aan een team',
      brokers: 'Terug naar de gebiedsmakelaar',
      button: 'Draag over',
      done: 'Overgedragen. U leest mee.',
    },
    close: 'Rond af',
    closed: 'Dit gesprek is afgerond.',
    reopen: 'Open dit gesprek weer',
    reopened: 'Dit gesprek is weer open.',
    failed: 'Dit lukt nu niet. Probeer het over een minuut opnieuw.',
    failures: {
      not_allowed: 'Dit gesprek is intussen bij iemand anders.',
      not_found: 'Dit gesprek is intussen bij iemand anders.',
      invalid_input: 'Kies iemand anders, of een ander team.',
    } as Readonly<Record<string, string>>,
    emptyFilter: { title: 'Hier staat nu niets', text: 'Kies een andere lijst om verder te lezen.' },
  },
  notes: {
    title: (count: number) => (count ? `Notities voor collega’s (${count})` : 'Notities voor collega’s'),
    hint: 'Alleen wie dit gesprek namens de gemeente leest, ziet dit. De bewoner ziet het nooit.',
    label: 'Nieuwe notitie',
    button: 'Bewaar',
    fault: 'Schrijf uw notitie.',
    failures: {
      not_found: 'Dit gesprek is intussen bij iemand anders. Uw notitie is niet bewaard; wat u schreef, staat er nog.',
      not_allowed:
        'Dit gesprek is intussen bij iemand anders. Uw notitie is niet bewaard; wat u schreef, staat er nog.',
      unreachable: 'Er is geen verbinding. Uw notitie is niet bewaard; wat u schreef, staat er nog.',
    } as Readonly<Record<string, string>>,
  },
  draft: {
    make: 'Maak hier een voorstel van',
    done: 'Er is een concept gemaakt op naam van de bewoner, die het in dit gesprek leest.',
    made: 'Dit bericht is een concept van een voorstel geworden.',
    open: 'Bekijk het voorstel dat hieruit kwam',
    failures: {
      not_found: 'Dit bericht is er niet meer.',
      not_allowed: 'Hier kan geen voorstel van gemaakt worden. Misschien is het gesprek intussen bij iemand anders.',
      home_village_required: 'Wie dit schreef, koos nog geen dorp. Vraag dat eerst.',
      unreachable: 'Er is geen verbinding. Er is niets gemaakt.',
    } as Readonly<Record<string, string>>,
  },
  left: (name: string) => `${name} (doet niet meer mee)`,
  with: (names: string) => `Met ${names}`,
  unread: (count: number) => `${count} nieuw`,
  more: 'Meer gesprekken',
  noneYet: 'Nog geen berichten',
  empty: { title: 'U hebt nog geen gesprekken', text: 'Hier leest u wat u en de gemeente aan elkaar schrijven.' },
  choose: { title: 'Kies een gesprek', text: 'Dan leest u het hier.' },
  write: (village: string) => (village ? `Schrijf de gebiedsmakelaar van ${village}` : 'Schrijf de gebiedsmakelaar'),
  needsHome: { text: 'Kies eerst uw dorp. Dan kunt u de gebiedsmakelaar schrijven.', button: 'Kies uw dorp' },
  start: {
    title: (village: string) =>
      village ? `Stuur de gebiedsmakelaar van ${village} een bericht` : 'Stuur de gebiedsmakelaar een bericht',
    lead: 'De gebiedsmakelaar is uw vaste persoon bij de gemeente. Is die er niet, dan leest een collega uw bericht.',
    subject: { label: 'Waar gaat het over?', hint: 'Een paar woorden, zoals: de bus rijdt niet meer.' },
    body: { label: 'Uw bericht' },
    hint: 'Alleen u en wie antwoordt namens de gemeente lezen dit.',
    titleFault: (min: number, max: number) => `Schrijf waar het over gaat, in ${min} tot ${max} letters.`,
    send: 'Verstuur',
  },
  toVillage: {
    start: 'Schrijf een ander dorp',
    title: (village: string) => `Schrijf een ander dorp namens de groep van ${village}`,
    lead: 'De kernagendagroep van het andere dorp leest uw bericht en kan antwoorden.',
    which: 'Welk dorp?',
    none: 'Kies een dorp',
    fault: 'Kies het dorp dat u schrijft.',
    hint: 'Beide groepen en hun gebiedsmakelaars lezen dit.',
  },
  bodyFault: 'Schrijf uw bericht.',
  bodyLong: (max: number) => `Maak uw bericht korter: hoogstens ${max} letters.`,
  reply: { label: 'Uw antwoord', send: 'Verstuur' },
  block: { label: 'Begin met een tekstblok', none: 'Kies een tekstblok' },
  sent: 'Uw bericht is verstuurd.',
  arrived: (name: string) => `Nieuw bericht van ${name}.`,
  you: 'U',
  gone: 'Iemand die vertrok',
  onBehalf: (author: string, side: string) => `${author}, ${side}`,
  messages: 'Berichten in dit gesprek',
  earlier: 'Eerdere berichten',
  readOnly: 'U leest mee. De secretaris schrijft namens de groep.',
  handedOver: 'Dit gesprek is overgedragen. U leest mee.',
  youLeft: 'U deed tot hier mee aan dit gesprek. Nieuwe berichten ziet u niet.',
  leave: {
    button: 'Stop met dit gesprek',
    sure: 'U leest dan geen nieuwe berichten meer en kunt niet meer schrijven. Wat er staat, blijft u zien.',
    yes: 'Ja, ik stop',
    no: 'Nee, ik blijf',
    done: 'U doet niet meer mee aan dit gesprek.',
  },
  missing: { title: 'Dit gesprek is er niet', text: 'Misschien doet u er niet meer aan mee.' },
  back: 'Terug naar uw gesprekken',
  failed: 'Versturen lukt nu niet. Wat u schreef, is bewaard. Probeer het over een minuut opnieuw.',
  failures,
  /** When its author went elsewhere while its photos were on their way. */
  notYetSent: 'Uw bericht is nog niet verstuurd. Het staat klaar, met de foto’s.',
  live: { lost: 'De verbinding is weg. Nieuwe berichten ziet u pas als die terug is.' },
};
