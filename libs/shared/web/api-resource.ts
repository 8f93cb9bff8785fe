import { type ResourceRef, inject, resource, untracked } from '@angular/core';
import { Api, ApiError } from './api';

/**
 * What one address of the API answers, followed as the address changes. What the server loaded for the page travels
 * with it, so the browser does not ask again.
 * @param id names this resource among all of a page
 * @param path below `/api/v1`; undefined while there is nothing to ask
 */
export function apiResource<Answer>(id: string, path: () => string | undefined): ResourceRef<Answer | undefined> {
  const api = inject(Api);
  const answer = resource({
    id,
    params: path,
    loader: ({ params, abortSignal }) => api.get<Answer>(params, abortSignal),
  });
  return Object.assign(answer, { reload: reloadAlsoWhileLoading(answer) });
}

const laterMs = 100;

/** A call that is under way may have been answered before the change that asks for another: that one follows it. */
function reloadAlsoWhileLoading(answer: ResourceRef<unknown>): () => boolean {
  const reload = answer.reload.bind(answer);
  let isWaiting = false;
  const again = (): boolean => {
    if (untracked(reload)) return true;
    if (!untracked(answer.isLoading)) return false;
    if (!isWaiting) {
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        again();
      }, laterMs);
    }
    return true;
  };
  return again;
}

/** Whether a resource failed because what it asks for does not exist, or may not be known to exist. */
export function isMissing(answer: ResourceRef<unknown>): boolean {
  const error = answer.error();
  const cause = error?.cause ?? error;
  return cause instanceof ApiError && cause.status === 404;
}
