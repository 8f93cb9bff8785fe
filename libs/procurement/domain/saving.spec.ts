import * as fc from 'fast-check';
import { coordinationCents, savingBars, savingOf } from './saving';
import type { SavingInput, SavingSide } from './saving';
import { shareKeys } from './shares';

const side = (villageId: string, quantity: number, apartCents: number | null): SavingSide => ({
  ...{ villageId, quantity, apartCents },
  population: 1000,
});

/** The street lights of the picture of the page. */
const lights: SavingInput = {
  sides: [
    side('acquoy', 6, 984_000),
    side('gellicum', 4, 686_000),
    side('haaften', 18, 2_682_000),
    side('opijnen', 12, 1_878_000),
  ],
  togetherCents: 5_040_000,
  coordinationCents: 350_000,
  shareKey: 'quantity',
};

const anySaving = fc.record({
  sides: fc
    .array(fc.record({ quantity: fc.nat(1000), population: fc.nat(10_000), apartCents: fc.nat(100_000_000) }), {
      minLength: 1,
      maxLength: 26,
    })
    .map((sides) => sides.map((each, index) => ({ ...each, villageId: String(index) }))),
  togetherCents: fc.nat(1_000_000_000),
  coordinationCents: fc.nat(10_000_000),
  shareKey: fc.constantFrom(...shareKeys),
});

describe('the saving', () => {
  it('is what is left of the prices apart after the joint price and what it costs to do it together', () => {
    const saving = savingOf(lights);
    expect(saving).toMatchObject({ apartCents: 6_230_000, netCents: 840_000, netPercent: 13, isWorthIt: true });
    expect(saving?.villages.map(({ togetherCents, netCents }) => [togetherCents, netCents])).toEqual([
      [808_500, 175_500],
      [539_000, 147_000],
      [2_425_500, 256_500],
      [1_617_000, 261_000],
    ]);
  });

  it('may be below zero, and then it is better bought apart', () => {
    const saving = savingOf({ ...lights, togetherCents: 6_000_000 });
    expect(saving).toMatchObject({ netCents: -120_000, netPercent: -2, isWorthIt: false });
    expect(savingOf({ ...lights, togetherCents: 5_880_000 })?.isWorthIt).toBe(false);
  });

  it('is not guessed while a village has no price alone, or nobody buys', () => {
    expect(savingOf({ ...lights, sides: [...lights.sides, side('enspijk', 2, null)] })).toBeNull();
    expect(savingOf({ ...lights, sides: [] })).toBeNull();
  });

  it('always is apart − together − coordination, also over the villages', () => {
    fc.assert(
      fc.property(anySaving, (input) => {
        const saving = savingOf(input);
        const apart = input.sides.reduce((sum, { apartCents }) => sum + apartCents, 0);
        expect(saving?.netCents).toBe(apart - input.togetherCents - input.coordinationCents);
        const villages = saving?.villages ?? [];
        const sum = (of: 'apartCents' | 'togetherCents' | 'netCents'): number =>
          villages.reduce((total, village) => total + village[of], 0);
        expect(sum('netCents')).toBe(saving?.netCents);
        expect(sum('apartCents')).toBe(saving?.apartCents);
        expect(sum('togetherCents')).toBe(input.togetherCents + input.coordinationCents);
      }),
    );
  });

  it('is drawn within the picture, whatever it is', () => {
    fc.assert(
      fc.property(anySaving, (input) => {
        const saving = savingOf(input);
        for (const { from, width } of saving ? savingBars(saving) : []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThanOrEqual(0);
          expect(from + width).toBeLessThanOrEqual(10_000);
        }
      }),
    );
  });

  it('is drawn as on the page', () => {
    const saving = savingOf(lights);
    expect(saving && savingBars(saving).map(({ kind, from, width }) => [kind, from, width])).toEqual([
      ['apart', 0, 10_000],
      ['together', 0, 8089],
      ['coordination', 8089, 562],
      ['net', 8651, 1349],
    ]);
  });
});

describe('doing it together', () => {
  it('costs hours at a rate and what else was needed', () => {
    const coordination = {
      hours: 36,
      rateCents: 7500,
      hoursSource: '',
      otherCents: 80_000,
      otherSource: 'lichtadvies',
    };
    expect(coordinationCents(coordination)).toBe(350_000);
  });
});
