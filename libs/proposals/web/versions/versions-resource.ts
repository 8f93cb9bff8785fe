import type { ResourceRef } from '@angular/core';
import type { ProposalVersionView } from '@kernagenda/proposals/domain';
import type { Page } from '@kernagenda/shared/domain';
import { apiResource } from '@kernagenda/shared/web';

/** The texts of a point, newest first; what waits or was refused comes along for its author and the broker. */
export const versionsResource = (id: () => string | undefined): ResourceRef<Page<ProposalVersionView> | undefined> =>
  apiResource('versions', () => {
    const proposalId = id();
    return proposalId ? `/proposals/${encodeURIComponent(proposalId)}/versions?limit=100` : undefined;
  });
