import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';

let app: TestApp;
let sanne: TestPerson;
beforeAll(async () => {
  app = await createTestApp({ settings: { isDemo: true } });
  sanne = await aPerson(app);
});
afterAll(() => app.close());

const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
const nul = JSON.stringify({ displayName: 'Sanne\u0000' });

interface Row {
  readonly what: string;
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly code: string;
}

/** Against PATCH /me as a signed-in person, where nothing else is said. */
const rows: readonly Row[] = [
  { what: 'broken JSON', body: '{"displayName": "San', status: 400, code: 'invalid_input' },
  { what: 'an empty body', body: '', status: 400, code: 'invalid_input' },
  { what: 'null', body: 'null', status: 400, code: 'invalid_input' },
  { what: 'an array', body: '[]', status: 400, code: 'invalid_input' },
  { what: 'a bare text', body: '"x"', status: 400, code: 'invalid_input' },
  { what: 'a prototype', body: '{"__proto__": {"roles": []}}', status: 400, code: 'invalid_input' },
  { what: 'a constructor', body: '{"constructor": {"prototype": {}}}', status: 400, code: 'invalid_input' },
  { what: 'an unknown field', body: { role: 'admin' }, status: 400, code: 'invalid_input' },
  { what: 'a number for a text', body: { displayName: 7 }, status: 400, code: 'invalid_input' },
  { what: 'an object for a text', body: { displayName: { $gt: '' } }, status: 400, code: 'invalid_input' },
  { what: 'an array for a text', body: { displayName: ['Sanne'] }, status: 400, code: 'invalid_input' },
  { what: 'a name that is too long', body: { displayName: 'x'.repeat(61) }, status: 400, code: 'invalid_input' },
  { what: 'a name of spaces', body: { displayName: '     ' }, status: 400, code: 'invalid_input' },
  {
    what: 'a name that cannot be seen',
    body: { displayName: '\u200b\n\u200b\u2028' },
    status: 400,
    code: 'invalid_input',
  },
  { what: 'the NUL character', body: nul, status: 400, code: 'invalid_input' },
  { what: 'a tree of 20,000 levels', body: deep, status: 400, code: 'invalid_input' },
  { what: 'no uuid for an id', body: { homeVillageId: 'tricht' }, status: 400, code: 'invalid_input' },
  { what: 'a body of 1 MB', body: { displayName: 'x'.repeat(1_000_000) }, status: 413, code: 'body_too_large' },
  {
    what: 'a form',
    body: 'displayName=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    what: 'plain text',
    body: '{"displayName":"Sanne"}',
    headers: { 'content-type': 'text/plain' },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    what: 'no known content type',
    body: 'x',
    headers: { 'content-type': '~' },
    status: 415,
    code: 'unsupported_media_type',
  },
  { what: 'an address nobody knows', method: 'GET', path: '/api/v1/nothing', status: 404, code: 'not_found' },
  { what: 'a method nobody knows', method: 'PUT', path: '/api/v1/me', status: 404, code: 'not_found' },
  { what: 'an address outside the API', method: 'GET', path: '/wp-login.php', status: 404, code: 'not_found' },
  { what: 'a broken escape', method: 'GET', path: '/api/v1/%zz', status: 400, code: 'invalid_input' },
  { what: 'NUL in the address', method: 'GET', path: '/api/v1/demo/mail?to=%00', status: 400, code: 'invalid_input' },
  { what: 'a limit of 0', method: 'GET', path: '/api/v1/demo/mail?limit=0', status: 400, code: 'invalid_input' },
  { what: 'a limit of 101', method: 'GET', path: '/api/v1/demo/mail?limit=101', status: 400, code: 'invalid_input' },
  { what: 'a limit in words', method: 'GET', path: '/api/v1/demo/mail?limit=all', status: 400, code: 'invalid_input' },
  { what: 'two limits', method: 'GET', path: '/api/v1/demo/mail?limit=1&limit=2', status: 400, code: 'invalid_input' },
  { what: 'an unknown filter', method: 'GET', path: '/api/v1/demo/mail?text=x', status: 400, code: 'invalid_input' },
  { what: 'a broken cursor', method: 'GET', path: '/api/v1/demo/mail?cursor=x', status: 400, code: 'invalid_cursor' },
  {
    what: 'a cursor of another list',
    method: 'GET',
    path: `/api/v1/demo/mail?cursor=${Buffer.from('["tricht"]').toString('base64url')}`,
    status: 400,
    code: 'invalid_cursor',
  },
  {
    what: 'a cursor with SQL',
    method: 'GET',
    path: `/api/v1/demo/mail?cursor=${Buffer.from(`["2026-01-01' OR 1=1","x"]`).toString('base64url')}`,
    status: 400,
    code: 'invalid_cursor',
  },
  {
    what: 'an id of nobody',
    method: 'POST',
    path: '/api/v1/demo/sign-in',
    body: { personId: '00000000-0000-4000-8000-000000000000' },
    status: 404,
    code: 'not_found',
  },
];

describe('bad input', () => {
  it.each(rows)('is a $status for $what', async ({ method = 'PATCH', path = '/api/v1/me', status, code, ...rest }) => {
    const { body, headers } = rest;
    const answer = await app.request<ProblemBody>(method, path, {
      as: sanne,
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('is told with every fault at once, by pointer', async () => {
    const { body } = await app.request<ProblemBody>('PATCH', '/api/v1/me', {
      as: sanne,
      body: { displayName: 'x', homeVillageId: 7, 'ro/le': 'admin' },
    });
    const pointers = body.errors?.map(({ pointer }) => pointer);
    expect(new Set(pointers)).toEqual(new Set(['/displayName', '/homeVillageId', '/ro~1le']));
  });

  it('is told by the name of the parameter in an address', async () => {
    const { body } = await app.request<ProblemBody>('GET', '/api/v1/demo/mail?limit=0&text=x');
    expect(new Set(body.errors?.map(({ pointer }) => pointer))).toEqual(new Set(['limit', 'text']));
  });

  it('leaves a lone half of a character harmless', async () => {
    const body = '{"displayName": "Sanne \\ud800"}';
    const { status } = await app.request('PATCH', '/api/v1/me', { as: sanne, body });
    expect(status).toBeLessThan(500);
  });
});
