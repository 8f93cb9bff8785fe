import type { EnteredWay, PlanView, TimelineEntry } from '@kernagenda/proposals/domain';

const actions: Record<TimelineEntry['action'], string> = {
  import: 'Overgenomen van een openbare pagina',
  submit: 'Ingestuurd',
  recall: 'Teruggehaald',
  approve: 'Geplaatst',
  approve_version: 'Tekst aangepast',
  request_changes: 'Gevraagd om aanpassing',
  refuse: 'Geweigerd',
  hide: 'Verborgen',
  show_again: 'Weer zichtbaar',
  undo: 'Besluit teruggenomen',
  reconsider: 'Opnieuw gelezen',
  explore: 'Verkenning begonnen',
  put_on_agenda: 'Op de agenda gezet',
  take_off_agenda: 'Van de agenda gehaald',
  hold: 'In de wacht gezet',
  resume: 'Weer opgepakt',
  plan: 'Ingepland',
  unplan: 'Planning teruggenomen',
  start: 'Uitvoering begonnen',
  finish: 'Gedaan',
  mark_not_feasible: 'Kan niet doorgaan',
  reopen: 'Opnieuw verkend',
  merge: 'Samengevoegd',
  withdraw: 'Ingetrokken',
};

const ways: Readonly<Record<EnteredWay, string>> = {
  letter: ', opgeschreven uit een brief',
  postcard: ', opgeschreven van een kaart',
  call: ', opgeschreven na een telefoontje',
  visit: ', opgeschreven na een gesprek',
  evening: ', opgeschreven op een bijeenkomst',
};

export const nl = {
  all: 'Alle dorpen',
  crumbs: 'Kruimelpad',
  themeIn: (theme: string, village: string) => `${theme} in ${village}`,
  support: { add: 'Ik steun dit', mine: 'U steunt dit', added: 'Uw steun is opgeteld.', removed: 'Uw steun is weg.' },
  supporters: (count: number) => {
    if (count === 0) return 'Nog niemand steunt dit. U kunt de eerste zijn.';
    return count === 1 ? '1 mens steunt dit.' : `${count} mensen steunen dit.`;
  },
  facts: {
    what: 'Wat is de stand?',
    who: 'Wie is aan zet?',
    age: 'Hoe oud is dit bericht?',
    noPromise: 'Dit is nog geen belofte.',
    nobody: 'Niemand meer',
    dueOn: (day: string) => `Klaar op ${day}`,
    executor: ({ byResidents, executor }: PlanView) =>
      `Uitvoering: ${[byResidents && 'de bewoners', executor].filter(Boolean).join(' en ')}`,
    quiet: 'Langer dan een jaar stil.',
  },
  seenBy: (isMine: boolean, isDraft: boolean) => {
    if (isDraft) return 'Alleen u ziet dit.';
    return `Alleen ${isMine ? 'u' : 'de indiener'} en de gebiedsmakelaar zien dit.`;
  },
  readWithin: (days: string) => `De gebiedsmakelaar leest het binnen ${days}. Daarna krijgt u een mail.`,
  final: 'U stuurde dit al een keer aangepast in. Het besluit staat nu vast. Hebt u een vraag?',
  ask: 'Schrijf de gebiedsmakelaar',
  evidence: 'Wat er is gedaan',
  note: { reason: 'Waarom', alternative: 'Wat kan er wel', reviewOn: (day: string) => `Wij kijken opnieuw op ${day}.` },
  statement: {
    title: 'Uitleg van de gebiedsmakelaar',
    sentence: 'Het gaat om deze zin',
    rule: 'De regel',
    accepted: 'Dit kan wel',
  },
  merged: 'Dit punt is samengevoegd met',
  timeline: 'Van wens tot nu',
  versions: 'Eerdere teksten',
  actions,
  perVillage: {
    title: (count: number) => (count === 1 ? '1 mens steunt dit' : `${count} mensen steunen dit`),
    elsewhere: (count: number, village: string) => `${count} van buiten ${village}`,
    proven: (count: number) => `waarvan ${count} met bewonerscode`,
    people: (count: number) => (count === 1 ? 'mens' : 'mensen'),
  },
  also: (count: number) => {
    if (count === 0) return 'Misschien hetzelfde';
    return count === 1 ? 'Ook in één ander dorp' : `Ook in ${count} andere dorpen`;
  },
  maybe: 'Misschien hetzelfde',
  compare: {
    button: 'Vergelijk de teksten',
    with: (village: string) => `met ${village}`,
    failed: 'De andere tekst is nu niet te laden. Open het punt zelf.',
  },
  related: {
    title: 'Kijk ook eens',
    opposite: 'Tegengesteld.',
    oppositeMeans: 'Het ene dorp wil dit weg, het andere wil het juist.',
  },
  source: {
    title: 'Waar dit vandaan komt',
    text: 'Overgenomen van een openbare pagina. De stand is zoals die pagina hem meldde.',
    link: 'Bekijk de bron',
  },
  by: (author: string, from: EnteredWay | null) => `Voorstel van ${author}${from ? ways[from] : ''}`,
  shared: (villages: string) => `Dit punt is ook van ${villages}.`,
  failed: 'Dit punt kan nu niet worden geladen',
  actionFailed: 'Dit lukte niet. Ververs de pagina en probeer het opnieuw.',
  edit: 'Pas aan',
  actsFailed: 'De knoppen kunnen nu niet worden geladen',
};
