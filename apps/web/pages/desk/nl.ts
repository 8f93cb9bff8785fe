import type { Decision } from '@kernagenda/moderation/domain';
import { listName } from '@kernagenda/shared/web';

const dayParts: readonly [until: number, greeting: string][] = [
  [6, 'Goedenacht'],
  [12, 'Goedemorgen'],
  [18, 'Goedemiddag'],
  [24, 'Goedenavond'],
];

const decided: Partial<Record<Decision, (title: string) => string>> = {
  approve: (title) => `‘${title}’ is geplaatst.`,
  request_changes: (title) => `‘${title}’ gaat terug met uw vraag.`,
  refuse: (title) => `‘${title}’ is geweigerd.`,
  approve_version: (title) => `De nieuwe tekst van ‘${title}’ staat op de site.`,
  refuse_version: (title) => `De nieuwe tekst van ‘${title}’ is geweigerd.`,
};

const failures: Readonly<Record<string, string>> = {
  stale_version: 'De tekst is veranderd sinds u hem las. Lees de nieuwe tekst en besluit dan.',
  claimed_by_other: 'Een collega leest dit nu. Kies een ander voorstel.',
  wrong_state: 'Dit voorstel ligt niet meer op de werkplek. Iemand besloot al, of de indiener haalde het terug.',
  not_found: 'Dit voorstel ligt niet meer op de werkplek. Iemand besloot al, of de indiener haalde het terug.',
  not_allowed: 'U mag hier niet over besluiten. Een collega van een ander gebied doet dat.',
  sign_in_required: 'U bent niet meer ingelogd. Wat u schreef, is bewaard.',
  unreachable: 'Er is geen verbinding. Uw besluit is niet verstuurd; wat u schreef, is bewaard.',
  invalid_input: 'De uitleg is niet compleet. Kijk de drie velden na.',
  edited_since_decision: 'De indiener past de tekst al aan. Het besluit staat vast.',
  undo_window_closed: 'De tien seconden zijn om. Het besluit staat vast.',
};

export const nl = {
  page: 'Werkplek',
  title: (hour: number) => `${dayParts.find(([until]) => hour < until)?.[1] ?? ''}. Eerst dit.`,
  live: {
    connected: (time: string) => `Verbonden, bijgewerkt om ${time}`,
    connecting: (time: string) => `Wordt verbonden, lijst van ${time}`,
    lostNote: 'De verbinding is weg. De lijst kan oud zijn.',
    lost: (time: string) => `Geen verbinding, lijst van ${time}`,
  },
  budgets: {
    title: 'Aanvragen voor het dorpsbudget',
    waiting: (count: number, isMore: boolean) =>
      isMore ? `Meer dan ${count} wachten.` : count === 1 ? 'Er wacht er één.' : `Er wachten er ${count}.`,
    moves: 'Er ligt een voorstel om geld dat over is te verdelen.',
  },
  first: {
    label: 'Eerst dit',
    due: (count: number) => (count === 1 ? 'termijn loopt vandaag af' : 'termijnen lopen vandaag af'),
    late: (count: number) => (count === 1 ? 'termijn is voorbij' : 'termijnen zijn voorbij'),
    alsoLate: (count: number) => `waarvan ${count} al te laat`,
    noneDue: 'U heeft nog een dag of meer',
    promises: (count: number) => (count === 1 ? 'toezegging is te laat' : 'toezeggingen zijn te laat'),
    noneLate: 'Alles is op tijd',
    silent: (count: number) => (count === 1 ? 'dorp is stil' : 'dorpen zijn stil'),
    silentNote: (names: readonly string[], count: number) =>
      count > 3 ? 'Negentig dagen geen voorstel' : listName(names),
    allHeard: 'Elk dorp liet van zich horen',
    villages: (names: readonly string[]) => (names.length > 3 ? `In ${names.length} dorpen` : listName(names)),
    flags: (count: number) => (count === 1 ? 'signaal wacht op u' : 'signalen wachten op u'),
    flagsNote: 'Dorpen die hetzelfde willen',
  },
  workFailed: 'Toezeggingen en stille dorpen kunnen nu niet worden geladen',
  arrived: (title: string) => `Nieuw in de rij: ‘${title}’.`,
  back: 'Terug naar de rij',
  choose: {
    title: 'Kies links wat u wilt lezen',
    text: 'Wie leest, houdt het voorstel een kwartier vast. Collega’s zien dat meteen.',
    button: 'Begin met de eerste',
  },
  read: {
    region: 'Lezen',
    by: (author: string, day: string, time: string) => `${author}, ingestuurd op ${day}, ${time}`,
    mine: 'U leest dit.',
    seen: (minutes: number) => `Collega’s zien dat. Nog ${minutes === 1 ? '1 minuut' : `${minutes} minuten`}.`,
    free: 'Niemand houdt dit nu vast.',
    take: 'Ik lees dit',
    over: 'Uw kwartier is om. Een collega kan dit nu ook pakken.',
    goOn: 'Lees verder',
    colleague: (name: string, time: string) => `${name} leest dit nu, tot ${time}. Kies een ander voorstel.`,
    gone: 'Dit ligt niet meer in de rij. Iemand besloot al, of de indiener haalde het terug.',
    changed: 'De indiener heeft de tekst veranderd terwijl u las.',
    takeNew: 'Lees de nieuwe tekst',
    reopened: 'Dit voorstel wordt opnieuw gelezen. De reden:',
    standIn: 'U valt hier in, omdat de eigen gebiedsmakelaar dit niet mag lezen.',
    newText: {
      mark: 'Nieuwe tekst',
      lead: 'Dit punt staat al op de site. Iedereen leest de oude tekst tot u besluit. Hier ziet u wat de indiener verandert.',
      point: 'Bekijk het punt',
      approve: 'Plaats de nieuwe tekst',
      final: 'Dit besluit kunt u niet ongedaan maken. De oude tekst blijft bewaard.',
    },
    decide: 'Wat besluit u?',
    approve: 'Plaats',
    requestChanges: 'Vraag aanpassing',
    refuse: 'Weiger met uitleg',
    signIn: 'Log opnieuw in',
    missing: 'Dit voorstel ligt niet op uw werkplek',
    missingText: 'Misschien is er al over besloten. Kies een ander voorstel uit de rij.',
  },
  same: {
    title: (villages: readonly string[]) =>
      villages.length === 1 ? `${villages.join('')} wil hetzelfde` : `${listName(villages)} willen hetzelfde`,
    after: 'Na plaatsen zien deze dorpen elkaar bij hun punt.',
    here: (village: string) => `Dit lijkt op een punt in ${village} zelf`,
  },
  flags: {
    title: 'Dorpen die hetzelfde willen',
    lead: 'Punten die al op de site staan en op elkaar lijken.',
    none: 'Er zijn nu geen punten in uw dorpen die op een ander dorp lijken.',
    count: (points: number, villages: number) => `${points} punten in ${villages} dorpen`,
    judge: 'Klopt dit?',
    all: 'Alle signalen',
    failed: 'De signalen zijn nu niet te laden.',
  },
  decided,
  failures,
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw; wat u schreef, is bewaard.',
  notForYou: {
    title: 'Dit is de werkplek van gebiedsmakelaars',
    text: 'Hier lezen gebiedsmakelaars de voorstellen van hun dorpen voordat ze op de site komen. Uw eigen voorstellen vindt u bij ‘Mijn punten’.',
    home: 'Naar alle dorpen',
    mine: 'Naar mijn punten',
  },
  queueFailed: 'De rij kan nu niet worden geladen',
};
