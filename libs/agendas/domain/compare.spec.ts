import * as fc from 'fast-check';
import { agendaStates, themes } from '@kernagenda/proposals/domain';
import type { AgendaPoint } from './agendas';
import { compareAgendas } from './compare';
import { aPoint } from './testing';

const plan = { team: { id: 't1', name: 'Openbare ruimte' }, byResidents: false, executor: null, dueOn: '2026-06-01' };
const kinds = (before: readonly AgendaPoint[], after: readonly AgendaPoint[]) =>
  compareAgendas(before, after).map(({ kind }) => kind);

describe('two agendas beside each other', () => {
  it.each([
    ['nothing', {}, {}, []],
    ['a step', {}, { agendaState: 'exploring' }, ['moved']],
    ['a step back', { agendaState: 'planned', plan }, { agendaState: 'on_agenda' }, ['moved']],
    ['that it was done', { agendaState: 'in_progress', plan }, { agendaState: 'done', plan }, ['done']],
    ['that it is no longer done', { agendaState: 'done' }, { agendaState: 'in_progress' }, ['moved']],
    ['other words', {}, { body: 'Wie wandelt wil zitten.' }, ['changed']],
    ['another theme', {}, { theme: 'meeting' }, ['changed']],
    ['another day', { plan }, { plan: { ...plan, dueOn: '2026-07-01' } }, ['changed']],
    ['another team', { plan }, { plan: { ...plan, team: { id: 't2', name: 'Groen' } } }, ['changed']],
    ['a step and other words, told once', {}, { agendaState: 'exploring', title: 'Een tafel' }, ['moved']],
    ['that a team got another name', { plan }, { plan: { ...plan, team: { id: 't1', name: 'Buiten' } } }, []],
    ['only how old it is', {}, { statusAt: '2026-02-01T12:00:00Z' }, []],
  ] as const)('tell %s', (_, before, after, expected) => {
    expect(kinds([aPoint(before)], [aPoint(after)])).toEqual(expected);
  });

  it('tell what is new and what is gone', () => {
    const [kept, gone, added] = [aPoint({ id: 'a' }), aPoint({ id: 'b' }), aPoint({ id: 'c' })];
    expect(compareAgendas([kept, gone], [added, kept])).toEqual([
      { kind: 'new', before: null, after: added },
      { kind: 'gone', before: gone, after: null },
    ]);
  });

  it('tell every point at most once, and the way back tells as many', () => {
    const point = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      agendaState: fc.constantFrom(...agendaStates),
      theme: fc.constantFrom(...themes),
    });
    const agenda = fc
      .uniqueArray(point, { selector: ({ id }) => id })
      .map((points) => points.map((given) => aPoint(given)));
    fc.assert(
      fc.property(agenda, agenda, (before, after) => {
        const changes = compareAgendas(before, after);
        const ids = changes.map((change) => (change.after ?? change.before)?.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(compareAgendas(after, before)).toHaveLength(changes.length);
        expect(compareAgendas(before, before)).toEqual([]);
      }),
    );
  });
});
