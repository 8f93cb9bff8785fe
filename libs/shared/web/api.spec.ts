import { TestBed } from '@angular/core/testing';
import { API_TRANSPORT, Api, ApiError, type ApiTransport } from './api';

function apiOver(transport: ApiTransport): Api {
  TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
  return TestBed.inject(Api);
}

const answer = (status: number, body: unknown, type = 'application/json'): Response =>
  ({
    ok: status < 400,
    status,
    headers: new Headers({ 'content-type': type }),
    json: () => Promise.resolve(body),
  }) as Response;

describe('Api', () => {
  it('asks below /api/v1 and gives what was answered', async () => {
    const asked: string[] = [];
    const api = apiOver((path) => {
      asked.push(path);
      return Promise.resolve(answer(200, { name: 'Tricht' }));
    });
    expect(await api.get('/villages/tricht')).toEqual({ name: 'Tricht' });
    expect(asked).toEqual(['/api/v1/villages/tricht']);
  });

  it('sends the version it saw and the key of a creation', async () => {
    const sent: RequestInit[] = [];
    const api = apiOver((_, init) => {
      sent.push(init);
      return Promise.resolve(answer(200, {}));
    });
    await api.patch('/proposals/1', { title: 'Bankje' }, { version: 3 });
    await api.post('/proposals', { title: 'Bankje' }, { idempotencyKey: 'abc' });
    expect(sent[0]?.headers).toMatchObject({ 'if-match': '"3"', 'content-type': 'application/json' });
    expect(sent[1]?.headers).toMatchObject({ 'idempotency-key': 'abc' });
  });

  it('says with which code the API refused', async () => {
    const problem = { type: 'about:blank', title: 'Stale', status: 412, code: 'stale_version', requestId: '1' };
    const api = apiOver(() => Promise.resolve(answer(412, problem, 'application/problem+json')));
    await expect(api.get('/x')).rejects.toMatchObject({ status: 412, code: 'stale_version' });
  });

  it('says that the API could not be reached', async () => {
    const api = apiOver(() => Promise.reject(new TypeError('offline')));
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'unreachable' });
    await expect(api.get('/x')).rejects.toBeInstanceOf(ApiError);
  });
});
