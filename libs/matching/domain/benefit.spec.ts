import type { AgendaState } from '@kernagenda/proposals/domain';
import { benefitOf, themeOf } from './benefit';
import type { BenefitSide } from './benefit';
import { createEngine } from './engine';

const engine = createEngine({ villageNames: [] });

const side = (village: string, title: string, more: Partial<BenefitSide> = {}): BenefitSide => ({
  villages: [village],
  agendaState: 'wish',
  kind: null,
  theme: 'other',
  features: engine.features({ title, body: '' }),
  ...more,
});

describe('what villages win by a set', () => {
  it('is buying where two have to begin and the text asks for a thing', () => {
    expect(benefitOf([side('Deil', 'Een AED bij de kerk'), side('Est', 'AED ophangen')])).toBe('buying');
    expect(benefitOf([side('Deil', 'Meer straatverlichting'), side('Est', 'Straatverlichting')])).toBe('buying');
  });

  it('is doing it together where nothing is bought', () => {
    expect(benefitOf([side('Deil', 'Samen eten voor ouderen'), side('Est', 'Eettafel voor ouderen')])).toBe('doing');
  });

  it('goes by what the authors chose before what the text tells', () => {
    const good = { kind: 'good' } as const;
    expect(benefitOf([side('Deil', 'Samen eten', good), side('Est', 'Eettafel', good)])).toBe('buying');
    const social = { kind: 'social' } as const;
    expect(benefitOf([side('Deil', 'Een AED', social), side('Est', 'AED', social)])).toBe('doing');
  });

  it.each<AgendaState>(['in_progress', 'done'])('is learning from one that is %s, when one is left', (agendaState) => {
    expect(benefitOf([side('Deil', 'Een AED'), side('Est', 'AED', { agendaState })])).toBe('learning');
    const more = [side('Deil', 'Een AED'), side('Est', 'AED', { agendaState }), side('Varik', 'AED')];
    expect(benefitOf(more)).toBe('buying');
  });

  it('is no buying with a village that wants it no more', () => {
    expect(benefitOf([side('Deil', 'Een AED'), side('Est', 'AED', { agendaState: 'not_feasible' })])).toBe('doing');
  });

  it('has the theme of most points, and "other" only when nothing else is as frequent', () => {
    expect(themeOf([{ theme: 'other' }, { theme: 'green' }])).toBe('green');
    expect(themeOf([{ theme: 'other' }, { theme: 'green' }, { theme: 'other' }])).toBe('other');
    expect(themeOf([{ theme: 'care' }, { theme: 'green' }, { theme: 'care' }])).toBe('care');
  });
});
