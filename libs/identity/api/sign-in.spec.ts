import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { MeView } from '@kernagenda/identity/domain';
import { aPerson } from './testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const me = (cookie?: string) =>
  app.request<MeView>('GET', '/api/v1/me', cookie === undefined ? {} : { as: { cookie } });

describe('who asks', () => {
  it('is nobody for a visitor', async () => {
    expect(await me()).toMatchObject({ status: 200, body: { person: null, demo: false } });
  });

  it('is the person of the session', async () => {
    const sanne = await aPerson(app, { displayName: 'Sanne de Wit' });
    expect((await me(sanne.cookie)).body.person).toMatchObject({ id: sanne.id, displayName: 'Sanne de Wit', roles: [] });
  });
});
