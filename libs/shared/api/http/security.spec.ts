import { createTestApp } from '../testing';
import type { TestApp } from '../testing';
import type { ProblemBody } from '@kernagenda/shared/domain';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ settings: { publicUrl: 'https://kernagenda.test' } });
});
afterAll(() => app.close());

const signOut = (headers: Readonly<Record<string, string>>) =>
  app.request<ProblemBody>('POST', '/api/v1/sign-out', { headers });

describe('attack 15: a write from another site', () => {
  it.each(['cross-site', 'same-site', 'nonsense'])('is refused when the browser says %s', async (site) => {
    const { status, body } = await signOut({ 'sec-fetch-site': site });
    expect([status, body.code]).toEqual([403, 'cross_site']);
  });

  it.each(['https://evil.example', 'https://kernagenda.test.evil.example', 'http://kernagenda.test', 'null', '%'])(
    'is refused with the origin %s',
    async (origin) => {
      const { status, body } = await signOut({ origin });
      expect([status, body.code]).toEqual([403, 'cross_site']);
    },
  );

  it('is told from one of our own pages', async () => {
    expect((await signOut({ 'sec-fetch-site': 'same-origin', origin: 'https://kernagenda.test' })).status).toBe(204);
    expect((await signOut({ origin: 'https://kernagenda.test' })).status).toBe(204);
    expect((await signOut({ origin: app.origin })).status).toBe(204);
    expect((await signOut({})).status).toBe(204);
  });

  it('is no reason to refuse reading by a link', async () => {
    const { status } = await app.request('GET', '/api/v1/me', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(status).toBe(200);
  });

  it('allows no other site to read an answer', async () => {
    const { headers } = await app.request('GET', '/api/v1/me', { headers: { origin: 'https://evil.example' } });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('attack 15: a socket from another site', () => {
  it('is refused', async () => {
    await expect(app.open({ headers: { origin: 'https://evil.example' } })).rejects.toThrow();
  });

  it('is told from one of our own pages', async () => {
    const page = await app.open({ headers: { origin: 'https://kernagenda.test' } });
    expect(page.socket.connected).toBe(true);
  });
});

describe('headers', () => {
  it('carry a new nonce with every answer, and nothing unsafe', async () => {
    const policies = [];
    for (let times = 0; times < 2; times += 1) {
      policies.push((await app.request('GET', '/api/v1/me')).headers.get('content-security-policy') ?? '');
    }
    expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
    expect(policies[0]).not.toMatch(/unsafe/);
    expect(policies[0]).not.toBe(policies[1]);
  });

  it('tell the version of the API', async () => {
    expect((await app.request('GET', '/api/v1/me')).headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('ask for HTTPS where there is HTTPS', async () => {
    expect((await app.request('GET', '/api/v1/me')).headers.get('strict-transport-security')).toContain('max-age');
  });
});

describe('health', () => {
  it.each(['/health/live', '/health/ready'])('answers at %s', async (path) => {
    const { status, body } = await app.request('GET', path);
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });
});
