import { type ResourceRef, inject, resource } from '@angular/core';
import { type ProposalSummary, closedAgendaStates } from '@kernagenda/proposals/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api } from '@kernagenda/shared/web';

/** All points of a village for which somebody still has to act, by title. */
export function openPointsResource(
  village: () => string | undefined,
): ResourceRef<readonly ProposalSummary[] | undefined> {
  const api = inject(Api);
  return resource({
    params: village,
    loader: async ({ params, abortSignal }) => {
      const points: ProposalSummary[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query = new URLSearchParams({ village: params, limit: '100', ...(cursor ? { cursor } : {}) });
        const page: Page<ProposalSummary> = await api.get(`/proposals?${query.toString()}`, abortSignal);
        points.push(...page.items);
        cursor = page.nextCursor;
      }
      const isClosed = (point: ProposalSummary): boolean =>
        closedAgendaStates.some((state) => state === point.agendaState);
      return points.filter((point) => !isClosed(point)).sort((a, b) => a.title.localeCompare(b.title, 'nl'));
    },
  });
}
