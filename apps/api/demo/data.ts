import type { ProposalKind } from '@kernagenda/proposals/domain';
import type { Boundary, LabelOffset, Point, Water } from '@kernagenda/villages/domain';
import boundariesFile from './data/boundaries.json' with { type: 'json' };
import pointsFile from './data/points.json' with { type: 'json' };
import villagesFile from './data/villages.json' with { type: 'json' };
import labelsFile from './labels.json' with { type: 'json' };
import type { SourceStatus } from './points';
import watersFile from './waters.json' with { type: 'json' };

interface VillageRow {
  readonly slug: string;
  readonly name: string;
  readonly bagCode: string;
  readonly postcodes: readonly string[];
  readonly point: Point;
  readonly population: number;
  readonly populationYear: number;
  readonly populationSource: string;
  readonly fact: string;
  readonly neighbours: readonly string[];
}

interface PointRow {
  readonly id: string;
  readonly village: string;
  readonly alsoVillages?: readonly string[];
  readonly title: string;
  readonly description: string;
  /** One of the 21 labels of the source, which `themeNamed` knows. */
  readonly theme: string;
  readonly kind: ProposalKind;
  readonly status: SourceStatus;
  readonly year: number | null;
  readonly sourceUrl: string;
}

// The compiler reads JSON as wider types than the files hold; the tests of the loader check what stands in them.
export const villages = villagesFile as unknown as readonly VillageRow[];
export const boundaries = new Map(
  (boundariesFile as unknown as readonly { slug: string; boundary: Boundary }[]).map((row) => [row.slug, row.boundary]),
);
export const labels = new Map(Object.entries(labelsFile.labels as Readonly<Record<string, LabelOffset>>));
export const waters = watersFile.waters as unknown as readonly Water[];
export const points = pointsFile as unknown as readonly PointRow[];

/** What these points of ours are known by, wherever they are taken over from: their own key and their page. */
export const keysOf = (ids: readonly string[]): { sourceKey: string; sourceUrl: string }[] =>
  points.filter(({ id }) => ids.includes(id)).map(({ id, sourceUrl }) => ({ sourceKey: id, sourceUrl }));

export const municipality = {
  slug: 'west-betuwe',
  name: 'West Betuwe',
  population: 52_961,
  populationSource: 'gemeente West Betuwe, 1 januari 2024',
  attribution: '© CBS/Kadaster (CC BY 4.0), © GeoNames (CC BY 4.0)',
} as const;

/** The real division is not public: these are examples, drawn so that neighbours share one. */
export const areas: readonly (readonly string[])[] = [
  ['beesd', 'buurmalsen', 'deil', 'geldermalsen', 'tricht'],
  ['asperen', 'herwijnen', 'heukelum', 'spijk', 'vuren'],
  ['acquoy', 'enspijk', 'gellicum', 'rhenoy', 'rumpt'],
  ['haaften', 'hellouw', 'neerijnen', 'tuil', 'waardenburg'],
  ['est', 'heesselt', 'meteren', 'ophemert', 'opijnen', 'varik'],
];

/** Of the one village whose people are here to try. */
export const groups = [{ name: 'Kernagendagroep Tricht', kind: 'agenda_group', villages: ['tricht'] }] as const;

/** An example too: how the municipality divides its work is its own affair. */
export const teams = ['Openbare ruimte'] as const;
