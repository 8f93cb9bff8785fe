import type { Place } from '@kernagenda/identity/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

/** A village as `VillageRef`, of a row of `village_public` named `v`. */
export const village = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;

/** Where that village lies, as `Place`. */
export const place = `json_build_object('villageId', v.id, 'areaId', v.area_id, 'municipalityId', v.municipality_id)`;

export interface PlaceRow {
  readonly village: VillageRef;
  readonly place: Place;
}

/** By name. $1: villages, or null for all. */
export const placesQuery = `
  select ${village} as village, ${place} as place
  from village_public v where $1::uuid[] is null or v.id = any($1) order by v.name, v.id`;
