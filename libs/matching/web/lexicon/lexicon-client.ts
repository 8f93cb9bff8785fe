import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  ConceptInput,
  ConceptLine,
  ConceptView,
  LexiconPreviewView,
  PreviewInput,
  UnrecognisedPoint,
} from '@kernagenda/matching/domain/concepts';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const listPath = (search: string, cursor = ''): string =>
  `/lexicon?${new URLSearchParams({ search, ...(cursor && { cursor }) }).toString()}`;

/** The concepts whose name or term holds some words. */
export const conceptsResource = (search: () => string): ResourceRef<Page<ConceptLine> | undefined> =>
  apiResource('concepts', () => listPath(search()));

/** One concept; undefined while there is none to ask for. */
export const conceptResource = (id: () => string | undefined): ResourceRef<ConceptView | undefined> =>
  apiResource('concept', () => {
    const wanted = id();
    return wanted ? `/lexicon/${encodeURIComponent(wanted)}` : undefined;
  });

/** Points in which no concept was recognised; or one of them. Undefined while there is nothing to ask. */
export const unrecognisedResource = (
  point: () => string | null | undefined,
): ResourceRef<Page<UnrecognisedPoint> | undefined> =>
  apiResource('unrecognised', () => {
    const wanted = point();
    if (wanted === undefined) return undefined;
    return wanted === null ? '/lexicon/unrecognised' : `/lexicon/unrecognised?point=${encodeURIComponent(wanted)}`;
  });

/** What the administrator does with concepts. */
@Injectable({ providedIn: 'root' })
export class LexiconClient {
  private readonly api = inject(Api);

  list(search: string, cursor?: string, signal?: AbortSignal): Promise<Page<ConceptLine>> {
    return this.api.get(listPath(search, cursor), signal);
  }

  unrecognised(cursor: string): Promise<Page<UnrecognisedPoint>> {
    return this.api.get(`/lexicon/unrecognised?cursor=${encodeURIComponent(cursor)}`);
  }

  add(input: ConceptInput, idempotencyKey: string): Promise<ConceptView> {
    return this.api.post('/lexicon', input, { idempotencyKey });
  }

  change(id: string, version: number, input: ConceptInput): Promise<ConceptView> {
    return this.api.put(`/lexicon/${encodeURIComponent(id)}`, input, { version });
  }

  remove(id: string, version: number): Promise<void> {
    return this.api.delete(`/lexicon/${encodeURIComponent(id)}`, { version });
  }

  /** What would change; nothing is kept. */
  preview(input: PreviewInput): Promise<LexiconPreviewView> {
    return this.api.post('/lexicon/preview', input);
  }
}
