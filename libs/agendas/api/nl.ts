import type { ActingParty, AgendaState } from '@kernagenda/proposals/domain';

/** How a point stands, in the middle of a sentence. */
export const stateWords: Readonly<Record<AgendaState, string>> = {
  wish: 'wens',
  exploring: 'wordt verkend',
  on_agenda: 'op de agenda',
  planned: 'gepland',
  in_progress: 'in uitvoering',
  done: 'gedaan',
  on_hold: 'in de wacht',
  not_feasible: 'kan niet',
  merged: 'samengevoegd',
  withdrawn: 'ingetrokken',
};

const acting: Record<ActingParty, string> = {
  group_and_broker: 'Aan zet: kernagendagroep en gebiedsmakelaar.',
  broker: 'Aan zet: de gebiedsmakelaar.',
  municipality: 'Aan zet: de gemeente.',
  nobody: 'Niemand is meer aan zet.',
};

/** What feeds and calendars say; they go to programs of others, so each sentence stands by itself. */
export const nl = {
  agenda: (villages: string) => `Kernagenda ${villages}`,
  moved: (title: string, state: AgendaState) => `${title}: ${stateWords[state]}`,
  acting: (party: ActingParty, team: string | null) => (team ? `Aan zet: team ${team}.` : acting[party]),
  version: (number: number) => `Versie ${number} van de kernagenda is vastgelegd`,
  received: (referenceOn: string, receivedBy: string) => `Peildatum ${referenceOn}. Ontvangen door: ${receivedBy}.`,
  due: (title: string) => `Klaar: ${title}`,
  review: (title: string) => `Wordt weer bekeken: ${title}`,
  promised: (what: string) => `Toegezegd: ${what}`,
  promisedBy: (title: string, team: string | null) =>
    `Bij het punt “${title}”. Uiterlijk op deze dag, toegezegd door ${team ? `team ${team}` : 'de gebiedsmakelaar'}.`,
  milestone: (what: string) => `Mijlpaal: ${what}`,
  milestoneOf: (title: string) => `Bij het punt “${title}”. Een mijlpaal is geen toezegging.`,
  notAPromise: 'Op de agenda staan is geen belofte.',
  and: (names: readonly string[]) => new Intl.ListFormat('nl-NL', { type: 'conjunction' }).format(names),
};
