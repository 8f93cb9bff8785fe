import { dateName, listName } from '@kernagenda/shared/web';

const failures: Readonly<Record<string, string>> = {
  stale_version: 'Dit signaal is veranderd sinds u het las. Kijk wat er nu staat en besluit dan.',
  wrong_state: 'Iemand was u voor. U ziet nu wat er geldt.',
  undo_window_closed: 'Terugnemen kan niet meer: de dorpen hebben de vraag gekregen.',
  not_found: 'Dit signaal is er niet meer. De punten zijn veranderd, of iemand haalde er een weg.',
  not_allowed: 'U mag hier niet over besluiten. De gebiedsmakelaar van een van deze dorpen doet dat.',
  sign_in_required: 'U bent niet meer ingelogd. Wat u schreef, is bewaard.',
  unreachable: 'Er is geen verbinding. Er is niets veranderd; wat u schreef, is bewaard.',
};

export const nl = {
  page: 'Signalen',
  title: 'Welke dorpen willen hetzelfde?',
  lead: 'Deze punten lijken op elkaar. Klopt dat, dan kunnen de dorpen samen verder. Klopt het niet, zeg dat dan: zo worden signalen beter.',
  judged: (right: number, all: number) =>
    all === 1
      ? `Het ene signaal tot nu toe klopte ${right ? 'wel' : 'niet'}.`
      : `Tot nu toe klopten ${right} van de ${all} signalen.`,
  states: {
    label: 'Welke signalen',
    suggested: 'Nieuw',
    introduced: 'Voorgesteld',
    snoozed: 'Later',
    declined: 'Klopt niet',
  },
  filter: {
    label: 'Kies welke signalen u ziet',
    village: 'Dorp',
    theme: 'Onderwerp',
    benefit: 'Wat levert het op?',
    allVillages: 'Alle dorpen',
    allThemes: 'Alle onderwerpen',
    allBenefits: 'Alles',
  },
  list: {
    title: 'Signalen',
    more: 'Er zijn er meer. Kies een dorp of een onderwerp om ze te zien.',
    confirmed: 'Klopt',
    villages: (names: readonly string[]) =>
      names.length > 4 ? `${names.slice(0, 3).join(', ')} en nog ${names.length - 3}` : listName(names),
  },
  empty: {
    suggested: {
      title: 'Geen signaal wacht op u',
      text: 'Zodra dorpen hetzelfde wensen, ziet u het hier. Kijk intussen wat er in uw dorpen speelt.',
    },
    introduced: {
      title: 'Geen dorpen wachten op antwoord',
      text: 'Zodra een gebiedsmakelaar dorpen aan elkaar voorstelt, ziet u hier wat elk dorp zegt.',
    },
    snoozed: { title: 'Niets bewaard voor later', text: 'Kies bij een signaal ‘Later’ als het nu niet uitkomt.' },
    declined: { title: 'Geen signaal bleek onjuist', text: 'Wat niet klopt, staat hier met de reden erbij.' },
    filtered: {
      title: 'Hier is geen signaal bij',
      text: 'Kies een ander dorp of onderwerp, of kijk naar alles.',
    },
    all: 'Toon alles',
    home: 'Naar alle dorpen',
  },
  failed: 'De signalen kunnen nu niet worden geladen',
  back: 'Terug naar de lijst',
  pane: {
    region: 'Het gekozen signaal',
    missing: 'Dit signaal is er niet meer',
    missingText: 'De punten zijn veranderd, of iemand haalde er een weg. Kies een ander signaal uit de lijst.',
    benefit: 'Wat levert het op?',
    total: 'Bij elkaar',
    read: 'gelezen uit de tekst',
    corrected: 'door een gebiedsmakelaar ingevuld',
    totalRead: 'opgeteld uit de punten',
    points: (points: number, villages: number) => `${points} punten in ${villages} dorpen`,
    pointsTitle: 'De punten',
    confirmed: 'Een gebiedsmakelaar zei: dit klopt.',
    snoozed: (day: string) => `Komt terug op ${dateName(day)}.`,
    declined: (reason: string, by: string | null, at: string) =>
      `Klopt niet: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}. ${by ?? 'Een gebiedsmakelaar'} zei dat op ${dateName(at)}.`,
    apart: (at: string) => `De dorpen gaan hier niet samen mee verder, sinds ${dateName(at)}.`,
    signIn: 'Log opnieuw in',
  },
  sides: {
    title: 'Wat zeggen de dorpen?',
    introduced: (by: string | null, at: string) =>
      `${by ?? 'Een gebiedsmakelaar'} stelde de dorpen aan elkaar voor op ${dateName(at)}.`,
    answer: (village: string) => `Antwoord voor ${village}`,
    proceed: 'Ga verder met wie ja zei',
    proceedHint: (late: string) => `Wacht u niet langer op ${late}? Wie ja zei, gaat dan samen verder.`,
    accepted: 'Genoeg dorpen zeiden ja. Zij gaan samen verder.',
    together: (title: string) => `Naar de samenwerking ‘${title}’`,
  },
  act: {
    introduce: 'Stel de dorpen aan elkaar voor',
    introduceHint:
      'Elk dorp krijgt na tien seconden een bericht met de vraag of het meedoet. Tot dan kunt u het terugnemen.',
    confirm: 'Klopt',
    snooze: 'Later',
    decline: 'Klopt niet',
    putBack: 'Zet terug in de lijst',
  },
  keys: [
    { key: '1', name: 'klopt' },
    { key: '2', name: 'later' },
    { key: '3', name: 'klopt niet' },
    { key: '4', name: 'stel voor' },
  ],
  done: {
    confirm: (label: string) => `‘${label}’ klopt. Dank u wel.`,
    snooze: (label: string, day: string) => `‘${label}’ komt terug op ${dateName(day)}.`,
    decline: (label: string) => `‘${label}’ klopt niet en is weg voor iedereen.`,
    introduce: (label: string) => `De dorpen van ‘${label}’ krijgen zo een bericht.`,
    proceed: (label: string) => `Met ‘${label}’ gaan de dorpen verder die ja zeiden.`,
    answered: (village: string) => `Het antwoord van ${village} is bewaard.`,
    wake: (label: string) => `‘${label}’ staat weer waar het stond.`,
    reopen: (label: string) => `‘${label}’ staat weer waar het stond.`,
    amount: 'Het aantal is bewaard.',
    amountForgotten: 'Het aantal staat weer zoals de tekst het zegt.',
  },
  decline: {
    title: 'Waarom klopt dit niet?',
    lead: 'Het signaal verdwijnt voor alle dorpen en komt pas terug als een tekst echt verandert.',
    reason: 'Wat is de reden?',
    note: 'Toelichting',
    noteHint: 'Mag leeg blijven. Collega’s lezen dit ook.',
    send: 'Dit klopt niet',
    errors: {
      reason: 'Kies een reden.',
      note: (max: number) => `Maak de toelichting korter dan ${max} tekens.`,
    },
  },
  snooze: {
    title: 'Wanneer wilt u dit weer zien?',
    day: 'Dag',
    hint: (days: number) => `Morgen of later, hooguit ${days} dagen vooruit.`,
    quick: 'Snel kiezen',
    after: { 7: 'Over een week', 30: 'Over een maand', 90: 'Over drie maanden' } as Readonly<Record<number, string>>,
    send: 'Zet weg tot die dag',
    errors: {
      none: 'Kies een dag.',
      early: 'Kies morgen of een latere dag.',
      late: (days: number) => `Kies een dag binnen ${days} dagen.`,
    },
  },
  amount: {
    change: 'Verander',
    add: 'Vul een aantal in',
    of: (title: string) => `het aantal bij ‘${title}’`,
    title: 'Hoeveel is het?',
    least: 'Aantal',
    most: 'Of ten hoogste',
    unit: 'Waarvan?',

    euro: 'Bedrag in euro',
    send: 'Bewaar',
    forget: 'Lees het weer uit de tekst',
    errors: {
      number: (max: string) => `Vul een heel getal in, van 1 tot ${max}.`,
      order: 'Het tweede getal is kleiner dan het eerste.',
      unit: (max: number) => `Schrijf wat u telt, in ten hoogste ${max} tekens.`,
      euro: 'Vul een bedrag in, bijvoorbeeld 1500 of 1.500,50.',
    },
  },
  cancel: 'Toch niet',
  kept: 'Wat u schrijft, blijft bewaard.',
  failures,
  actFailed: 'Dit lukte niet. Probeer het over een minuut opnieuw; wat u schreef, is bewaard.',
  notForYou: {
    title: 'Dit is het overzicht van gebiedsmakelaars',
    text: 'Hier zien gebiedsmakelaars en groepen welke dorpen hetzelfde willen. Op de voorpagina ziet u welke dorpen iets samen hebben.',
    home: 'Naar alle dorpen',
    mine: 'Naar mijn punten',
  },
};
