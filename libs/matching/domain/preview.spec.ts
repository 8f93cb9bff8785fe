import { cluster } from './clusters';
import type { PointPair } from './clusters';
import { createEngine } from './engine';
import { mergeConcepts } from './lexicon-changes';
import { previewOf } from './preview';
import type { LexiconPreview, PreviewPoint } from './preview';
import { shippedConcepts as allConcepts } from './shipped-lexicon';
import type { Concept } from './types';

/** A few fields of the lexicon are read sooner than all. */
const shippedConcepts = allConcepts.filter(({ theme }) => theme === 'play_sport' || theme === 'safety');
const villageNames = ['Tricht', 'Deil', 'Est'];
const zwiep: Concept = {
  id: 'own-zwiep',
  label: 'zwiepstelling',
  theme: 'play_sport',
  kind: 'good',
  purchase: null,
  unit: null,
  terms: ['zwiepstelling', 'zwieprek', 'zwiepen in de boom'],
  ambiguous: [],
  unless: [],
  near: [],
  related: [],
  context: '',
};

const texts: readonly (readonly [id: string, village: string, title: string, body?: string])[] = [
  ['a', 'Tricht', 'Zwiepstelling bij de haven'],
  ['b', 'Deil', 'Een zwieprek erbij', 'Dan kan de jeugd zwiepen in de boom.'],
  ['c', 'Est', 'Straatverlichting in de Nieuwsteeg', 'Het is er donker.'],
  ['d', 'Deil', 'Nieuwe straatverlichting bij de kerk', 'Wij missen licht op straat.'],
];

/** What is known of the points when these concepts are all there are. */
function known(concepts: readonly Concept[]): { points: PreviewPoint[]; pairs: PointPair[] } {
  const engine = createEngine({ villageNames, concepts });
  const points = texts.map(([id, village, title, body = '']) => ({
    ...{ id, title, body, villages: [village], features: engine.features({ title, body }) },
  }));
  const pairs = points.flatMap((a) =>
    points.flatMap((b): PointPair[] => {
      const match = a.id < b.id && a.villages[0] !== b.villages[0] ? engine.compare(a.features, b.features) : null;
      return match && match.tier !== 'related' ? [{ a: a.id, b: b.id, match }] : [];
    }),
  );
  return { points, pairs };
}

const preview = (concepts: readonly Concept[], changed: Concept): LexiconPreview =>
  previewOf({ villageNames, concepts, changed, ...known(concepts) });

describe('the preview of a concept', () => {
  const withZwiep = mergeConcepts(shippedConcepts, [zwiep]);

  it('says which points would be read differently, and how', () => {
    const { readings } = preview(shippedConcepts, zwiep);
    expect(readings.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readings[1]).toMatchObject({ after: expect.arrayContaining(['zwiepstelling']) });
    expect(readings.flatMap(({ before }) => before)).not.toContain('zwiepstelling');
  });

  it('says which group of villages would appear, and which would go again', () => {
    const appears = preview(shippedConcepts, zwiep).clusters;
    expect(appears).toMatchObject([{ change: 'appears', joined: ['a', 'b'], left: [] }]);
    const goes = preview(withZwiep, { ...zwiep, label: 'vlonk', terms: ['vlonk'] }).clusters;
    expect(goes).toMatchObject([{ change: 'goes', joined: [], left: ['a', 'b'] }]);
  });

  it('is empty when nothing is touched, and when nothing changes', () => {
    expect(preview(shippedConcepts, { ...zwiep, label: 'vlonk', terms: ['vlonk'] })).toEqual({
      readings: [],
      clusters: [],
    });
    expect(preview(withZwiep, zwiep)).toEqual({ readings: [], clusters: [] });
  });

  it('finds the points that hold a term in a compound or with a slip', () => {
    const slip: PreviewPoint = { ...known(shippedConcepts).points[0], id: 'e', title: 'Zwiepstellnig' } as PreviewPoint;
    const { readings } = previewOf({
      villageNames,
      concepts: shippedConcepts,
      changed: zwiep,
      points: [slip],
      pairs: [],
    });
    expect(readings.map(({ id }) => id)).toEqual(['e']);
  });

  it('agrees with what reading everything again would find', () => {
    const label = createEngine({ villageNames, concepts: withZwiep }).label;
    const [before, after] = [known(shippedConcepts), known(withZwiep)];
    const sets = ({ pairs, points }: ReturnType<typeof known>): string[] =>
      cluster(pairs, points, label).map((each) => each.points.join());
    const changes = preview(shippedConcepts, zwiep).clusters;
    const appeared = sets(after).filter((set) => !sets(before).includes(set));
    expect(changes.map(({ joined }) => joined.join())).toEqual(appeared);
  });
});
