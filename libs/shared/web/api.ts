import { Injectable, InjectionToken, inject } from '@angular/core';
import type { ProblemBody, ProblemCode } from '@kernagenda/shared/domain';

/** How a call leaves this process: in the browser to the same origin, on the server to the API of that very process. */
export type ApiTransport = (path: string, init: RequestInit) => Promise<Response>;

export const API_TRANSPORT = new InjectionToken<ApiTransport>('how calls reach the API', {
  providedIn: 'root',
  factory: () => (path, init) => fetch(path, init),
});

/** The API said no, or could not be reached (then `status` is 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemBody | null,
  ) {
    super(problem?.title ?? `The API answered ${status}.`);
    this.name = 'ApiError';
  }

  get code(): ProblemCode | 'internal' | 'unreachable' {
    return this.status === 0 ? 'unreachable' : (this.problem?.code ?? 'internal');
  }
}

export interface SendOptions {
  /** The version this change was made on, for `If-Match`. */
  readonly version?: number;
  /** Same key, same creation: a repeated call makes nothing twice. */
  readonly idempotencyKey?: string;
}

/** JSON over HTTP under `/api/v1`, with problems as errors. Smaller than HttpClient, of which the pages use nothing else. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly transport = inject(API_TRANSPORT);

  get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
    return this.call<Answer>(path, { method: 'GET', ...(signal ? { signal } : {}) });
  }

  post<Answer>(path: string, body: unknown = undefined, options: SendOptions = {}): Promise<Answer> {
    return this.send('POST', path, body, options);
  }

  put<Answer>(path: string, body: unknown = undefined, options: SendOptions = {}): Promise<Answer> {
    return this.send('PUT', path, body, options);
  }

  patch<Answer>(path: string, body: unknown, options: SendOptions = {}): Promise<Answer> {
    return this.send('PATCH', path, body, options);
  }

  delete(path: string, options: SendOptions = {}): Promise<void> {
    return this.send('DELETE', path, undefined, options);
  }

  private send<Answer>(method: string, path: string, body: unknown, options: SendOptions): Promise<Answer> {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
    if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
    return this.call(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  private async call<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const response = await this.transport(`/api/v1${path}`, init).catch((error: unknown) => {
      if (init.signal?.aborted) throw error;
      throw new ApiError(0, null);
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const answer: unknown = isJson ? await response.json() : undefined;
    if (!response.ok) throw new ApiError(response.status, isJson ? (answer as ProblemBody) : null);
    return answer as Answer;
  }
}
