import { createTestApp } from './testing';
import type { TestApp } from './testing';

const path = '/.well-known/security.txt';

describe('security.txt', () => {
  let app: TestApp;
  afterEach(() => app.close());

  it('says where to report, in the form of RFC 9116, and is valid for less than a year from now', async () => {
    app = await createTestApp({
      now: '2026-03-02T09:00:00Z',
      settings: { securityContact: 'mailto:beveiliging@gemeente.example' },
    });
    const { status, headers, body } = await app.request<string>('GET', path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(body.split('\n')).toEqual([
      'Contact: mailto:beveiliging@gemeente.example',
      'Expires: 2026-08-29T09:00:00.000Z',
      'Preferred-Languages: nl, en',
      'Canonical: https://kernagenda.test/.well-known/security.txt',
      '',
    ]);
    await app.advance({ days: 10 });
    expect((await app.request<string>('GET', path)).body).toContain('Expires: 2026-09-08T09:00:00.000Z');
  });

  it('is not there while nobody is named', async () => {
    app = await createTestApp();
    const { status, headers } = await app.request('GET', path);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });
});
