/** A village as lists and cards name it. */
export interface VillageRef {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** One row of the list of villages; population is a head count with the year it was true. */
export interface VillageSummary extends VillageRef {
  readonly population: number;
  readonly populationYear: number;
  /** Postcodes without letters, for "find my village". */
  readonly postcodes: readonly string[];
  readonly areaId: string;
}

export interface VillageView extends VillageSummary {
  readonly populationSource: string;
  /** One Dutch sentence that only this village can say about itself. */
  readonly fact: string | null;
  readonly area: AreaView;
  readonly neighbours: readonly VillageRef[];
  /** Who keeps the agenda; null where there is no group. */
  readonly group: GroupView | null;
}

/** The group of a village as everybody sees it: who speaks for it by name, of the others only how many. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly chairs: readonly string[];
  readonly secretaries: readonly string[];
  /** With chair and secretary. */
  readonly members: number;
}

export interface AreaView {
  readonly id: string;
  readonly name: string;
  /** The division into areas is not public everywhere; an example is marked as one. */
  readonly isExample: boolean;
  readonly brokers: readonly { readonly displayName: string }[];
}

export interface MunicipalityContact {
  readonly address: string;
  readonly telephone: string;
  readonly email: string;
  readonly website: string;
}

export interface MunicipalityView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly population: number;
  readonly populationSource: string;
  /** Attribution that must stand wherever boundaries or populations are shown. */
  readonly attribution: string;
  /** Where the town hall can be reached; empty where it is not given. */
  readonly contact: MunicipalityContact;
  /** A submission is read, a question is answered, within so many working days. */
  readonly readWithinDays: number;
  readonly answerWithinDays: number;
}

/** One village on the map: an SVG path and the place of its dot and name, in the units of `MapView`. */
export interface MapShape {
  readonly slug: string;
  readonly name: string;
  readonly path: string;
  readonly dot: readonly [x: number, y: number];
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

/** The map of a municipality: width is always 1000, height follows from the boundaries. */
export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly MapShape[];
  readonly waters: readonly {
    readonly name: string;
    readonly kind: 'river' | 'stream';
    readonly path: string;
    readonly label: readonly [x: number, y: number];
  }[];
}
