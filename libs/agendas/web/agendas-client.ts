import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  AgendaComparison,
  AgendaContent,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
  FreezeInput,
  ShareInput,
} from '@kernagenda/agendas/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const path = (village: string): string => `/agendas/${encodeURIComponent(village)}`;

/** The agenda of a village by its slug: whose it is, and its versions. */
export const agendaResource = (village: () => string): ResourceRef<AgendaView | undefined> =>
  apiResource('agenda', () => path(village()));

/** What stands on it now; undefined while a version is wanted. */
export const agendaContentResource = (village: () => string | undefined): ResourceRef<AgendaContent | undefined> =>
  apiResource('agenda-content', () => {
    const wanted = village();
    return wanted === undefined ? undefined : `${path(wanted)}/content`;
  });

/** A version by its number as the address has it; undefined while the present agenda is wanted. */
export const agendaVersionResource = (
  village: () => string,
  number: () => string | undefined,
): ResourceRef<AgendaVersionView | undefined> =>
  apiResource('agenda-version', () => {
    const wanted = number();
    return wanted === undefined ? undefined : `${path(village())}/versions/${encodeURIComponent(wanted)}`;
  });

/** What changed between two versions; up to the present agenda where `to` is null. */
export const agendaComparisonResource = (
  village: () => string,
  between: () => { readonly from: string; readonly to: string | null } | undefined,
): ResourceRef<AgendaComparison | undefined> =>
  apiResource('agenda-comparison', () => {
    const wanted = between();
    if (!wanted) return undefined;
    const query = new URLSearchParams({ from: wanted.from, ...(wanted.to === null ? {} : { to: wanted.to }) });
    return `${path(village())}/compare?${query.toString()}`;
  });

/** What people do with an agenda. */
@Injectable({ providedIn: 'root' })
export class AgendasClient {
  private readonly api = inject(Api);

  freeze(village: string, input: FreezeInput, idempotencyKey: string): Promise<AgendaVersionSummary> {
    return this.api.post(`${path(village)}/versions`, input, { idempotencyKey });
  }

  share(village: string, input: ShareInput): Promise<void> {
    return this.api.put(`${path(village)}/villages`, input);
  }
}
