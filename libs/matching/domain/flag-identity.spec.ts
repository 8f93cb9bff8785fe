import * as fc from 'fast-check';
import { keepIdentities } from './flag-identity';

const flag = (id: string, ...members: string[]) => ({ id, members });
const cluster = (...points: string[]) => ({ points });

describe('the identity of a flag', () => {
  it('stays with the cluster that shares most of its members', () => {
    const [small, large] = [cluster('a', 'b'), cluster('c', 'd', 'e')];
    expect(keepIdentities([flag('f', 'a', 'c', 'd')], [small, large])).toEqual({
      kept: [
        { cluster: small, flagId: null },
        { cluster: large, flagId: 'f' },
      ],
      gone: [],
    });
  });

  it('ends when its points stand nowhere together, and when two become one the larger goes on', () => {
    const { kept, gone } = keepIdentities(
      [flag('f', 'a', 'b'), flag('g', 'c', 'd', 'e')],
      [cluster('a', 'b', 'c', 'd', 'e')],
    );
    expect(kept).toMatchObject([{ flagId: 'g' }]);
    expect(gone).toEqual(['f']);
  });

  it('goes to one cluster at most, and the same in whatever order flags and clusters come', () => {
    const part = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });
    const groupsOf = (parts: readonly number[]): string[][] =>
      [0, 1, 2, 3]
        .map((part) => parts.flatMap((each, at) => (each === part ? [`p${at}`] : [])))
        .filter(({ length }) => length > 0);
    fc.assert(
      fc.property(part, part, (before, after) => {
        const flags = groupsOf(before).map((members, at) => flag(`f${at}`, ...members));
        const clusters = groupsOf(after).map((points) => cluster(...points));
        const { kept, gone } = keepIdentities(flags, clusters);
        const ids = kept.flatMap(({ flagId }) => flagId ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect([...ids, ...gone].sort()).toEqual(flags.map(({ id }) => id).sort());
        const turned = keepIdentities([...flags].reverse(), [...clusters].reverse());
        expect([...turned.kept].reverse()).toEqual(kept);
      }),
    );
  });
});
