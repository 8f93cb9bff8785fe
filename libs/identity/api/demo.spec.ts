import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import type { DemoMailView, DemoPersonView, MeView } from '@kernagenda/identity/domain';
import { aPerson } from './testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ settings: { isDemo: true, publicUrl: 'http://localhost:3000' } });
});
afterAll(() => app.close());

describe('the demo', () => {
  it('offers its people, and nobody else', async () => {
    const demo = await aPerson(app, { displayName: 'Marijke', demoDescription: 'Beoordeelt voorstellen.' });
    const other = await aPerson(app);
    const { body } = await app.request<Page<DemoPersonView>>('GET', '/api/v1/demo/people');
    expect(body.items).toEqual([
      { id: demo.id, displayName: 'Marijke', email: demo.email, description: 'Beoordeelt voorstellen.' },
    ]);
    const refused = await app.request('POST', '/api/v1/demo/sign-in', { body: { personId: other.id } });
    expect(refused.status).toBe(404);
  });

  it('signs in as one of them', async () => {
    const { id } = await aPerson(app, { demoDescription: 'Doet mee.' });
    const { status, headers } = await app.request('POST', '/api/v1/demo/sign-in', { body: { personId: id } });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(status).toBe(204);
    expect((await app.request<MeView>('GET', '/api/v1/me', { as: { cookie } })).body).toMatchObject({
      person: { id },
      demo: true,
    });
  });

  it('shows mail instead of sending it, page by page and per address', async () => {
    for (const email of ['a@dorp.test', 'b@dorp.test', 'a@dorp.test']) {
      await app.request('POST', '/api/v1/sign-in/code', { body: { email } });
    }
    const list = async (query: string) =>
      (await app.request<Page<DemoMailView>>('GET', `/api/v1/demo/mail?${query}`)).body;
    const mine = await list('to=A@dorp.test');
    expect(mine.items.map(({ to }) => to)).toEqual(['a@dorp.test', 'a@dorp.test']);
    expect(mine.items[0]?.text).toMatch(/\d{6}/);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(app.mail.received).toEqual([]);
  });
});
