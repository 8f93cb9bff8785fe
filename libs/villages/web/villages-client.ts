import { Injectable, type ResourceRef, computed } from '@angular/core';
import type { Page } from '@kernagenda/shared/domain';
import { apiResource } from '@kernagenda/shared/web';
import type { MapView, MunicipalityView, VillageSummary, VillageView } from '@kernagenda/villages/domain';

/** All villages, by name. */
export const villagesResource = (): ResourceRef<Page<VillageSummary> | undefined> =>
  apiResource('villages', () => '/villages?limit=100');

/** One village by its slug; undefined while there is none to ask for. */
export const villageResource = (slug: () => string | undefined): ResourceRef<VillageView | undefined> =>
  apiResource('village', () => {
    const name = slug();
    return name ? `/villages/${encodeURIComponent(name)}` : undefined;
  });

/** The shapes of all villages, ready to draw. */
export const mapResource = (): ResourceRef<MapView | undefined> => apiResource('map', () => '/villages/map');

/** The municipality of this installation, asked for once by whatever names it. */
@Injectable({ providedIn: 'root' })
export class Municipality {
  private readonly answer = apiResource<MunicipalityView>('municipality', () => '/municipality');
  readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
}
