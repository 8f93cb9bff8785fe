import type { AgendaPart, DueKind, ExecutingParty, Executor } from '@kernagenda/agendas/domain';
import { listName } from '@kernagenda/shared/web';

const noun = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const parts: Record<AgendaPart, string> = {
  running: 'Hier wordt aan gewerkt',
  wishes: 'Wensen, nog niet op de agenda',
  not_feasible: 'Dit kan niet, met uitleg',
  done: 'Dit is gelukt',
};

/** Who carries a point out: one with its team or its name, or several together. */
function executorName({ parties, team, other }: Executor): string {
  const names: Record<ExecutingParty, string> = {
    municipality: 'de gemeente',
    residents: 'de bewoners',
    other: other ?? '',
  };
  if (parties.length > 1) return `samen: ${listName(parties.map((party) => names[party]))}`;
  if (parties[0] === 'municipality' && team) return `de gemeente, team ${team}`;
  return parties[0] === 'residents' ? 'de bewoners zelf' : listName(parties.map((party) => names[party]));
}

/** Words that every page about an agenda uses. */
export const nl = {
  crumbs: 'Kruimelpad',
  title: (villages: string) => `Kernagenda ${villages}`,
  failed: 'Deze agenda kan nu niet worden geladen',
  notAPromise: {
    title: 'Op de agenda staan is geen belofte',
    text: 'Een punt op de agenda is iets waar bewoners en gemeente aan willen werken. Of het lukt, hangt af van geld, ruimte en mensen. Bij elk punt staat wie aan zet is en hoe oud het laatste bericht is.',
  },
  parts,
  point: {
    nobody: 'Niemand meer aan zet',
    actor: 'Aan zet',
    since: (day: string) => `sinds ${day}`,
    orEarlier: (year: number) => `${year} of eerder`,
    unknownYear: 'een onbekend jaar',
    due: (day: string) => `Klaar vóór ${day}`,
    dues: { promise: 'Toegezegd', milestone: 'Mijlpaal' } satisfies Record<DueKind, string>,
    promised: (what: string, day: string) => `${what}, uiterlijk ${day}`,
    late: (what: string, day: string) => `${what}, uiterlijk ${day} (te laat)`,
    aimed: (what: string, when: string) => `${what}, ${when}`,
    feasible: (outcome: string, day: string) => `Haalbaar: ${outcome} (bekeken op ${day})`,
    executor: 'Uitvoering',
    executorName,
    review: (day: string) => `Weer bekeken op ${day}`,
    reason: 'Waarom niet',
    waits: 'Waarom het wacht',
    alternative: 'Wat wel kan',
    alsoIn: (villages: string) => `Samen met ${villages}`,
    of: (village: string) => `Uit ${village}`,
  },
  lead: (running: number, wishes: number, done: number) =>
    [
      running ? `${noun(running, 'punt loopt', 'punten lopen')}.` : 'Er loopt nog niets.',
      wishes ? `${noun(wishes, 'wens wacht', 'wensen wachten')} nog.` : '',
      done ? `${noun(done, 'punt is', 'punten zijn')} gelukt.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  count: (points: number) => noun(points, 'punt', 'punten'),
  shared: (villages: string) => `${villages} hebben samen één agenda.`,
  empty: {
    title: (villages: string) => `Nog niets op de agenda van ${villages}`,
    text: 'Wat wenst u voor uw dorp?',
    button: 'Doe een voorstel',
  },
  yearUnknown: 'jaar onbekend',
};
