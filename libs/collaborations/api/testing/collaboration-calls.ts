import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { CollaborationPage, CollaborationView } from '@kernagenda/collaborations/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';

export type CollaborationAnswer = TestResponse<CollaborationView & ProblemBody>;
type As = TestPerson | null;

export const fullTerms = {
  title: 'Samen straatverlichting kopen',
  endsOn: '2026-12-31',
  exitRule: 'Een dorp stapt uit tot het besluit.',
  decidingBody: 'De kernagendagroepen samen',
  goal: { quality: 'Warm licht dat dimt', cost: 'Eén prijs voor allen', continuity: '' },
  baseline: 'Ieder dorp vraagt een eigen prijs.',
  staysLocal: 'Waar de lantaarns komen.',
} as const;

/** What people do with a collaboration, over HTTP. */
export class CollaborationCalls {
  constructor(private readonly app: TestApp) {}

  start(
    as: As,
    proposalIds: readonly string[],
    title: string = fullTerms.title,
    headers = {},
  ): Promise<CollaborationAnswer> {
    return this.app.request('POST', '/api/v1/collaborations', { as, body: { title, proposalIds }, headers });
  }

  list(as: As, query = ''): Promise<TestResponse<CollaborationPage & ProblemBody>> {
    return this.app.request('GET', `/api/v1/collaborations${query}`, { as });
  }

  see(as: As, { id }: { readonly id: string }): Promise<CollaborationAnswer> {
    return this.app.request('GET', `/api/v1/collaborations/${id}`, { as });
  }

  /** Does something with it as it was seen. */
  act(
    as: As,
    { id, version }: Pick<CollaborationView, 'id' | 'version'>,
    action: string,
    body?: object,
  ): Promise<CollaborationAnswer> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('POST', `/api/v1/collaborations/${id}/${action}`, { as, headers, ...(body && { body }) });
  }

  agree(
    as: As,
    { id, version }: Pick<CollaborationView, 'id' | 'version'>,
    terms: object,
  ): Promise<CollaborationAnswer> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('PUT', `/api/v1/collaborations/${id}/terms`, {
      as,
      headers,
      body: { ...fullTerms, ...terms },
    });
  }

  /** Anything else of it, without a version. */
  send(
    as: As,
    method: 'POST' | 'PUT' | 'DELETE',
    { id }: { readonly id: string },
    path: string,
    body?: object,
    headers = {},
  ): Promise<CollaborationAnswer> {
    return this.app.request(method, `/api/v1/collaborations/${id}/${path}`, { as, headers, ...(body && { body }) });
  }
}
