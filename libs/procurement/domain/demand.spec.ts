import { changesOf, estimateOf, totalsOf } from './demand';
import type { DemandLine } from './demand';

const line = (id: string, villageId: string, more: Partial<DemandLine> = {}): DemandLine => ({
  ...{ id, villageId, what: 'Bankje', quantity: 3, specification: '', neededBy: null },
  ...{ budgetCents: null, separatePriceCents: 240_000, separatePriceSource: 'Prijslijst' },
  ...more,
});

describe('what changed since the demand was frozen', () => {
  const frozen = [line('1', 'est'), line('2', 'deil'), line('3', 'tuil')];

  it('is nothing at first', () => {
    expect(changesOf(frozen, frozen, ['est', 'deil', 'tuil'])).toEqual([]);
  });

  it('is shown per line and field, with what it was', () => {
    const lines = [line('1', 'est', { quantity: 4, neededBy: '2026-06-01' }), line('2', 'deil'), line('4', 'deil')];
    expect(changesOf(frozen, lines, ['est', 'deil', 'tuil'])).toEqual([
      {
        ...{ lineId: '1', villageId: 'est', what: 'Bankje', kind: 'changed' },
        fields: [
          { field: 'quantity', from: 3, to: 4 },
          { field: 'neededBy', from: null, to: '2026-06-01' },
        ],
      },
      { lineId: '3', villageId: 'tuil', what: 'Bankje', kind: 'removed', fields: [] },
      { lineId: '4', villageId: 'deil', what: 'Bankje', kind: 'added', fields: [] },
    ]);
  });

  it('says of a village that left only that it left', () => {
    const lines = [line('1', 'est'), line('2', 'deil'), line('3', 'tuil', { quantity: 9 }), line('4', 'tuil')];
    expect(changesOf(frozen, lines, ['est', 'deil']).map(({ lineId, kind }) => [lineId, kind])).toEqual([
      ['3', 'left'],
    ]);
  });
});

describe('what villages ask for', () => {
  it('is added up per village, in the order given', () => {
    const lines = [line('1', 'est'), line('2', 'est', { quantity: 1, separatePriceCents: 80_000 }), line('3', 'deil')];
    expect(totalsOf(lines, ['deil', 'est', 'tuil'])).toEqual([
      { villageId: 'deil', quantity: 3, apartCents: 240_000 },
      { villageId: 'est', quantity: 4, apartCents: 320_000 },
    ]);
  });

  it('has no price while one line has none, and is estimated by its budget', () => {
    const lines = [line('1', 'est'), line('2', 'est', { separatePriceCents: null, budgetCents: 50_000 })];
    expect(totalsOf(lines, ['est'])[0]?.apartCents).toBeNull();
    expect(estimateOf(lines)).toBe(290_000);
  });
});
