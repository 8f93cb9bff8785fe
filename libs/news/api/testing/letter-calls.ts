import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { LetterView, LettersView } from '@kernagenda/news/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import { amsterdamDay, daysAfter } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';

type Answer<Body> = Promise<TestResponse<Body & ProblemBody>>;
const path = '/api/v1/status-letters';

/** What people do with status letters, over HTTP. */
export class LetterCalls {
  constructor(private readonly app: TestApp) {}

  list(as: TestPerson | null, village: string): Answer<LettersView> {
    return this.app.request('GET', `${path}?village=${village}`, { as });
  }

  listTogether(as: TestPerson | null, collaboration: string): Answer<LettersView> {
    return this.app.request('GET', `${path}?collaboration=${collaboration}`, { as });
  }

  get(as: TestPerson | null, id: string): Answer<LetterView> {
    return this.app.request('GET', `${path}/${id}`, { as });
  }

  /** Of the last thirty days, where a test says nothing else. */
  write(as: TestPerson | null, village: string, body: object = {}, headers = {}): Answer<LetterView> {
    const now = this.app.now();
    const period = { fromOn: daysAfter(now, -30), toOn: amsterdamDay(now) };
    return this.app.request('POST', path, {
      as,
      headers,
      body: { village, title: 'Wat er gebeurde', ...period, ...body },
    });
  }

  /** Of a collaboration, and the last thirty days. */
  writeTogether(as: TestPerson | null, collaboration: string, body: object = {}): Answer<LetterView> {
    return this.write(as, '', { village: undefined, collaboration, ...body });
  }

  edit(as: TestPerson | null, { id, version, title, introduction }: LetterView, body: object = {}): Answer<LetterView> {
    const headers = { 'if-match': `"${version}"` };
    const input = { title, introduction, lines: [], ...body };
    return this.app.request('PUT', `${path}/${id}`, { as, headers, body: input });
  }

  publish(as: TestPerson | null, { id, version }: Pick<LetterView, 'id' | 'version'>): Answer<LetterView> {
    return this.app.request('POST', `${path}/${id}/publish`, { as, headers: { 'if-match': `"${version}"` } });
  }

  discard(as: TestPerson | null, { id, version }: Pick<LetterView, 'id' | 'version'>): Answer<object> {
    return this.app.request('DELETE', `${path}/${id}`, { as, headers: { 'if-match': `"${version}"` } });
  }
}
