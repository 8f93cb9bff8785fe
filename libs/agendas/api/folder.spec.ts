import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';

let app: TestApp;
let slug: string;

beforeAll(async () => {
  app = await createTestApp({ settings: { chromiumPath: null } });
  ({ slug } = await aVillage(app));
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

  it('is not found for a village or a version there is not', async () => {
    expect((await folder('nergens')).status).toBe(404);
    expect((await folder(slug, '?version=7')).status).toBe(404);
    expect((await folder(slug, '?version=0')).status).toBe(400);
  });
});
