import type { UndoableMove } from '@kernagenda/proposals/domain';

const points = (count: number): string => (count === 1 ? '1 punt' : `${count} punten`);
const are = (count: number): string => (count === 1 ? 'wordt' : 'worden');

/** Words of working on many points at once. */
export const nl = {
  title: 'Werk aan meer punten tegelijk',
  lead: 'Kies punten en daarna wat ermee gebeurt. Wie een punt volgt, hoort het pas als u het niet meer ongedaan kunt maken.',
  list: 'punten op deze agenda',
  all: (theme: string) => `Kies alles van ${theme}`,
  chosen: (count: number) => (count === 0 ? 'Nog niets gekozen' : `${points(count)} gekozen`),
  bar: 'Met de gekozen punten',
  buttons: {
    explore: 'Begin met verkennen',
    put_on_agenda: 'Zet op de agenda',
    take_off_agenda: 'Haal van de agenda',
  } satisfies Record<UndoableMove, string>,
  clear: 'Kies niets',
  keys: {
    space: { key: 'Spatie', name: 'kies dit punt, of toch niet' },
    range: { key: 'Shift + Spatie', name: 'kies alles tussen het vorige punt en dit punt' },
  },
  none: 'Kies eerst een of meer punten.',
  busy: 'Een ogenblik, de punten worden verplaatst.',
  done: {
    explore: (count: number) => `${points(count)} ${are(count)} verkend.`,
    put_on_agenda: (count: number) => `${points(count)} op de agenda gezet.`,
    take_off_agenda: (count: number) => `${points(count)} van de agenda gehaald.`,
  } satisfies Record<UndoableMove, (count: number) => string>,
  undone: (count: number) => `${points(count)} teruggezet.`,
  stayed: (count: number) =>
    count === 1 ? 'Eén punt bleef staan waar het stond' : `${count} punten bleven staan waar ze stonden`,
  why: {
    wrong_state: 'Dit kan niet vanuit de stand die dit punt heeft.',
    not_allowed: 'U mag dit bij dit punt niet doen.',
    not_found: 'Dit punt is er niet meer.',
    sign_in_required: 'U bent niet meer ingelogd. Log in op een nieuw tabblad en probeer het opnieuw.',
    unreachable: 'Er is geen verbinding. Probeer het zo opnieuw.',
  } as Readonly<Record<string, string>>,
  whyNotBack: {
    not_allowed: 'Er is intussen iets aan dit punt veranderd.',
    wrong_state: 'Er is intussen iets aan dit punt veranderd.',
    undo_window_closed: 'De tijd om dit ongedaan te maken is voorbij.',
  } as Readonly<Record<string, string>>,
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
};
