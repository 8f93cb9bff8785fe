import type { Place } from '@kernagenda/identity/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

/** A village as `VillageRef`, of a row of `village_public` named `v`. */
export const villageRef = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;

/** Where that village lies, as `Place`. */
export const place = `json_build_object('villageId', v.id, 'areaId', v.area_id, 'municipalityId', v.municipality_id)`;

export interface VillagePlaceRow {
  readonly id: string;
  readonly village: VillageRef;
  readonly place: Place;
}

/** $1: slug. */
export const villagePlaceQuery = `
  select v.id, ${villageRef} as village, ${place} as place from village_public v where v.slug = $1`;

/** $1: village by its id. */
export const placeOfVillageQuery = `select v.id, ${place} as place from village_public v where v.id = $1`;
