import { dateName } from '@kernagenda/shared/web';

/** What villages that were introduced are asked. */
export const asksNl = {
  page: 'Samen met andere dorpen?',
  title: (label: string) => `${label}: samen met andere dorpen?`,
  lead: (by: string | null, village: string, others: string) =>
    `${by ?? 'De gebiedsmakelaar'} stelt ${village} voor aan ${others}: deze dorpen willen hetzelfde.`,
  points: 'De punten',
  own: (village: string) => `Uw dorp, ${village}`,
  asked: {
    group: (village: string) =>
      `Wil uw groep dit voor ${village} samen verder bekijken? Ja zeggen verplicht nog tot niets.`,
    author: (village: string) =>
      `${village} heeft geen kernagendagroep. U schreef er een punt over, daarom vragen we het u. Wilt u dit samen verder bekijken? Ja zeggen verplicht nog tot niets.`,
    broker: (village: string) =>
      `${village} heeft geen kernagendagroep, en wie het punt schreef is niet bekend. Vraag het in het dorp en antwoord namens wie het zei.`,
  },
  question: 'Doet uw dorp mee?',
  answered: 'Het antwoord is gegeven',
  thanks: {
    accepted: 'Dank u wel. Zodra de andere dorpen antwoorden, hoort u hoe het verdergaat.',
    declined: 'Dank u wel. Uw dorp doet nu niet mee; het punt blijft gewoon staan.',
  },
  outcome: {
    accepted: 'Genoeg dorpen zeiden ja. Zij gaan samen verder; u hoort wat de volgende stap is.',
    linked: 'Genoeg dorpen zeiden ja. Zij gaan samen verder.',
    declined:
      'Er zijn niet genoeg dorpen die dit samen willen bekijken. Elk punt blijft gewoon staan in het eigen dorp.',
    expired: 'Dit speelt niet meer.',
    suggested: 'De gebiedsmakelaar heeft de vraag teruggenomen.',
  } as Readonly<Record<string, string>>,
  snoozed: (day: string | null) =>
    day
      ? `De gebiedsmakelaar heeft dit weggelegd tot ${dateName(day)}. Antwoorden kan daarna weer.`
      : 'De gebiedsmakelaar heeft dit even weggelegd.',
  wait: 'Wie voor dit dorp antwoordt, heeft de vraag gekregen.',
  toFlag: 'Bekijk wat de andere dorpen zeggen',
  link: {
    note: 'U hoeft niet in te loggen. Dit antwoord kunt u één keer geven.',
    invalid: 'Deze link werkt niet meer',
    invalidText:
      'Een link werkt veertien dagen, en alleen voor wie voor het dorp antwoordt. Log in om te zien of de vraag nog openstaat.',
    signIn: 'Naar uw meldingen',
  },
  missing: 'Deze vraag is er niet meer',
  missingText: 'De gebiedsmakelaar nam haar terug, of u antwoordt niet meer voor dit dorp.',
  toNotifications: 'Naar uw meldingen',
  signIn: 'Log opnieuw in',
  answer: {
    yes: 'Ja, wij kijken samen verder',
    no: 'Nee, nu niet',
    sendNo: 'Verstuur: nee',
    back: 'Toch niet',
    reason: 'Waarom niet?',
    note: 'Wilt u iets toelichten?',
    noteHint: 'Mag leeg blijven. De andere dorpen en de gebiedsmakelaars lezen dit.',
    fine: 'Nee zeggen mag. Uw punt blijft gewoon staan.',
    onBehalfOf: (village: string) => `Wie in ${village} zei dit?`,
    onBehalfOfHint: 'Bijvoorbeeld: de speeltuinvereniging.',
    errors: {
      reason: 'Kies een reden.',
      note: (max: number) => `Maak de toelichting korter dan ${max} tekens.`,
      onBehalfOf: 'Schrijf namens wie u antwoordt.',
      long: (max: number) => `Maak dit korter dan ${max} tekens.`,
    },
  },
  failures: {
    wrong_state: 'Iemand was u voor, of de vraag staat niet meer open. U ziet nu wat er geldt.',
    not_found: 'Deze vraag is er niet meer.',
    not_allowed: 'U antwoordt niet meer voor dit dorp.',
    invalid_code: 'Deze link werkt niet meer. Log in om te zien of de vraag nog openstaat.',
    sign_in_required: 'U bent niet meer ingelogd. Wat u schreef, is bewaard.',
    unreachable: 'Er is geen verbinding. Wat u schreef, is bewaard.',
  } as Readonly<Record<string, string>>,
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw; wat u schreef, is bewaard.',
} as const;
