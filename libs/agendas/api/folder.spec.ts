import { aPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';

let app: TestApp;
let id: string;
let slug: string;

beforeAll(async () => {
  app = await createTestApp({ settings: { chromiumPath: null } });
  ({ id, slug } = await aVillage(app));
});
afterAll(() => app.close());

const folder = (of: string, query = '') => app.request<ProblemBody>('GET', `/api/v1/agendas/${of}/folder.pdf${query}`);

describe('the folder of an agenda', () => {
  it('is refused in Dutch, as something that may be there later, where no browser prints', async () => {
    const { status, headers, body } = await folder(slug);
    expect([status, headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(body).toMatchObject({
      code: 'unavailable',
      detail: 'Deze server kan geen PDF maken. Druk de pagina zelf af: kies Afdrukken in uw browser.',
    });
  });

  it('leads a person who follows a link to the page, which can be printed there', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const open = (query: string) =>
      app.request('GET', `/api/v1/agendas/${slug}/folder.pdf${query}`, { headers: { accept } });
    const { status, headers } = await open('');
    expect([status, headers.get('cache-control')]).toEqual([303, 'no-store']);
    expect(headers.get('location')).toBe(`/kernen/${slug}/agenda/folder?melding=geen-pdf`);
    const secretary = await aPerson(app, { roles: [{ role: 'secretary', scopeType: 'village', scopeId: id }] });
    const body = { referenceOn: amsterdamDay(app.now()), receivedBy: 'De wethouder' };
    await app.request('POST', `/api/v1/agendas/${slug}/versions`, { as: secretary, body });
    const old = await open('?version=1');
    expect(old.headers.get('location')).toBe(`/kernen/${slug}/agenda/folder?versie=1&melding=geen-pdf`);
    expect((await open('?version=7')).status).toBe(404);
  });

  it('is not found for a village or a version there is not', async () => {
    expect((await folder('nergens')).status).toBe(404);
    expect((await folder(slug, '?version=7')).status).toBe(404);
    expect((await folder(slug, '?version=0')).status).toBe(400);
  });
});
