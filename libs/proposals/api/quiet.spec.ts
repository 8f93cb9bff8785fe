import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import type { ProposalImport, ProposalSummary } from '@kernagenda/proposals/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import { ImportsService } from './imports.service';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function titles(query: string): Promise<string[]> {
  const { body } = await app.request<Page<ProposalSummary>>('GET', `/api/v1/proposals?${query}`);
  return body.items.map(({ title }) => title);
}

describe('the quiet points of a village', () => {
  it('come longest silence first, page by page, without what is done or has no year', async () => {
    const { id, slug } = await aVillage(app);
    const point = (title: string, reportedYear: number | null, agendaState: ProposalImport['agendaState']) => ({
      sourceKey: `${slug}-${title}`,
      sourceUrl: 'https://example.org/kernagenda',
      villageId: id,
      alsoVillageIds: [],
      title,
      body: '',
      theme: 'green' as const,
      kind: 'works' as const,
      agendaState,
      reportedYear,
    });
    await app
      .get(ImportsService)
      .import([
        point('Uit 2021', 2021, 'on_agenda'),
        point('Gedaan', 2012, 'done'),
        point('Uit 2014', 2014, 'wish'),
        point('Zonder jaar', null, 'wish'),
        point('Uit 2018', 2018, 'in_progress'),
      ]);
    expect(await titles(`village=${slug}&order=quiet`)).toEqual(['Uit 2014', 'Uit 2018', 'Uit 2021']);

    const path = `/api/v1/proposals?village=${slug}&order=quiet&limit=2`;
    const first = (await app.request<Page<ProposalSummary>>('GET', path)).body;
    expect(await titles(`village=${slug}&order=quiet&limit=2&cursor=${first.nextCursor ?? ''}`)).toEqual(['Uit 2021']);
  });
});
