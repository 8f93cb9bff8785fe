import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { MatchTopic, PointSimilar, SimilarAnswer, SimilarInput, SimilarView } from '@kernagenda/matching/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** Topics that several villages want. */
export const topicsResource = (): ResourceRef<Page<MatchTopic> | undefined> =>
  apiResource('topics', () => '/match-topics');

/** Public points that resemble one. */
export const similarResource = (proposalId: () => string | undefined): ResourceRef<Page<SimilarView> | undefined> =>
  apiResource('similar', () => {
    const id = proposalId();
    return id ? `/proposals/${encodeURIComponent(id)}/similar` : undefined;
  });

/** For every point of a village what resembles it elsewhere. */
export const villageSimilarResource = (slug: () => string): ResourceRef<Page<PointSimilar> | undefined> =>
  apiResource('village-similar', () => `/villages/${encodeURIComponent(slug())}/similar`);

@Injectable({ providedIn: 'root' })
export class MatchingClient {
  private readonly api = inject(Api);

  /** What resembles a text that is still being typed; nothing of it is stored. */
  similar(input: SimilarInput): Promise<SimilarAnswer> {
    return this.api.post('/matching/similar', input);
  }
}
