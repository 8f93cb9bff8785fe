import { agendaStates } from '@kernagenda/proposals/domain';
import { dayOf, executorOf, pointsIn, statesOnAgenda } from './agendas';
import { aPoint } from './testing';

describe('the parts of an agenda', () => {
  it('hold every state once, and none of what was merged or withdrawn', () => {
    const points = agendaStates.map((agendaState) => aPoint({ id: agendaState, agendaState }));
    const ids = (part: Parameters<typeof pointsIn>[1]) => pointsIn(points, part).map(({ id }) => id);
    expect(ids('running')).toEqual(['on_agenda', 'planned', 'in_progress', 'on_hold']);
    expect(ids('wishes')).toEqual(['wish', 'exploring']);
    expect(ids('not_feasible')).toEqual(['not_feasible']);
    expect(ids('done')).toEqual(['done']);
    expect(agendaStates.filter((state) => !statesOnAgenda.includes(state))).toEqual(['merged', 'withdrawn']);
  });
});

describe('who carries it out', () => {
  const team = { id: 't', name: 'Openbare ruimte' };
  it.each([
    ['nobody yet', null, null],
    ['the municipality', { team, executor: null }, { kind: 'municipality', name: 'Openbare ruimte' }],
    ['the broker', { team: null, executor: null }, { kind: 'municipality', name: null }],
    ['another body', { team: null, executor: 'Waterschap' }, { kind: 'other', name: 'Waterschap' }],
    ['both together', { team, executor: 'Dorpsplatform' }, { kind: 'together', name: 'Dorpsplatform' }],
  ])('is %s', (_, plan, executor) => {
    expect(executorOf(plan && { ...plan, dueOn: '2026-06-01' })).toEqual(executor);
  });
});

describe('the day of a point', () => {
  const plan = { team: null, executor: null, dueOn: '2026-06-01' };
  it.each([
    ['planned', '2026-06-01'],
    ['in_progress', '2026-06-01'],
    ['on_hold', '2026-09-01'],
    ['done', null],
    ['on_agenda', null],
  ] as const)('that is %s is %s', (agendaState, day) => {
    expect(dayOf({ agendaState, plan, reviewOn: '2026-09-01' })).toBe(day);
  });
});
