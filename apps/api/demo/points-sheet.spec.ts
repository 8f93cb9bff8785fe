import { AgendaVersions } from '@kernagenda/agendas/api';
import type { AgendaContent } from '@kernagenda/agendas/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { BatchRow, BatchView } from '@kernagenda/intake/domain/imports';
import { writeWorkbook } from '@kernagenda/intake/api/imports/workbook';
import type { ProposalCounts } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import { sharedAgenda } from './agendas';
import { villages } from './data';
import { loadDemo } from './index';
import { pointRows, pointsSheet } from './points-sheet';

const admins = [{ role: 'admin', scopeType: 'installation', scopeId: installationId }] as const;

async function read(app: TestApp, as: TestPerson, file: Buffer): Promise<BatchView> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(file)]), 'punten.xlsx');
  const { status, body: batch } = await app.request<BatchView>('POST', '/api/v1/imports', { as, body });
  if (status !== 201) throw new Error(`It answered ${status}: ${JSON.stringify(batch)}`);
  return batch;
}

async function finish(app: TestApp, as: TestPerson, verb: string, { id, version }: BatchView): Promise<BatchView> {
  const headers = { 'if-match': `"${version}"` };
  await app.request('POST', `/api/v1/imports/${id}/${verb}`, { as, headers });
  await app.settle();
  return (await app.request<BatchView>('GET', `/api/v1/imports/${id}`, { as })).body;
}

/** Everything of points, to see that nothing changes. */
const everything = (app: TestApp): Promise<object[]> =>
  app.dataSource.query<object[]>(`select count(*) as points, sum(version) as versions,
    md5(string_agg(p::text, '' order by id)) as texts from proposal p`);

describe('the 199 points as a spreadsheet, into an installation with villages but no points', () => {
  let app: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    app = await createTestApp();
    admin = await aPerson(app, { roles: admins });
    const ids = new Map<string, string>();
    for (const { name, slug } of villages) ids.set(slug, (await aVillage(app, { name, slug })).id);
    const person = { personId: admin.id, displayName: 'Beheerder', homeVillageId: null, roles: admins };
    const villageIds = sharedAgenda.map((slug) => ids.get(slug) ?? '');
    await app.get(AgendaVersions).share(person, sharedAgenda[0], { villageIds });
  });
  afterAll(() => app.close());

  const total = async () => (await app.request<ProposalCounts>('GET', '/api/v1/proposals/counts')).body.total;
  const agendas = async (): Promise<AgendaContent[]> => {
    const paths = villages.map(({ slug }) => `/api/v1/agendas/${slug}/content`);
    return Promise.all(paths.map(async (path) => (await app.request<AgendaContent>('GET', path)).body));
  };

  it('stand on the agendas of 26 villages, or as wishes; again changes nothing; taken back all are gone', async () => {
    const tried = await read(app, admin, pointsSheet());
    expect(tried.counts).toMatchObject({ new: 199, same: 0, differs: 0, faulty: 0 });
    expect(await total()).toEqual({});

    const done = await finish(app, admin, 'confirm', tried);
    expect(done).toMatchObject({ state: 'imported', counts: { taken: 199 } });
    const { wish = 0, ...agenda } = await total();
    expect([wish, Object.values(agenda).reduce((sum, count) => sum + count, 0)]).toEqual([35, 164]);
    const contents = await agendas();
    const onAgenda = contents.map(({ points }) => points.filter(({ agendaState }) => agendaState !== 'wish'));
    expect(onAgenda.filter((points) => points.length > 0)).toHaveLength(26);
    expect(new Set(onAgenda.flat().map(({ id }) => id)).size).toBe(164);
    const ofVillages = new Set(contents.map((content) => content.villages.map(({ slug }) => slug).join('+')));
    expect(ofVillages.size).toBe(25);
    expect(ofVillages).toContain('heesselt+varik');

    const before = await everything(app);
    const again = await read(app, admin, pointsSheet());
    expect(again.counts).toMatchObject({ new: 0, same: 199, differs: 0 });
    await finish(app, admin, 'confirm', again);
    expect(await everything(app)).toEqual(before);

    expect(await finish(app, admin, 'undo', done)).toMatchObject({ state: 'undone', counts: { gone: 199, kept: 0 } });
    expect(await total()).toEqual({});
    expect((await agendas()).flatMap(({ points }) => points)).toEqual([]);
  });

  it('with ten broken rows tell ten things, and nothing is taken over before somebody decides', async () => {
    const rows = pointRows().map((row, index) =>
      index > 0 && index <= 10 ? row.map((cell, at) => (at === 1 ? 'Nergenshuizen' : cell)) : row,
    );
    const tried = await read(app, admin, writeWorkbook(rows));
    expect(tried.counts).toMatchObject({ new: 189, faulty: 10 });
    const path = `/api/v1/imports/${tried.id}/rows?only=faulty`;
    const { items } = (await app.request<Page<BatchRow>>('GET', path, { as: admin })).body;
    expect(items.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(items.every(({ faults }) => faults[0]?.value === 'Nergenshuizen')).toBe(true);
    await app.settle();
    expect(await total()).toEqual({});
  });
});

it('the 199 points as a spreadsheet change nothing in the demo, which took them over by the same door', async () => {
  const app = await createTestApp({ settings: { isDemo: true } });
  await loadDemo(app.nest, app);
  await app.settle();
  const admin = await aPerson(app, { roles: admins });
  const before = await everything(app);
  const tried = await read(app, admin, pointsSheet());
  expect(tried.counts).toMatchObject({ new: 0, faulty: 0 });
  expect(tried.counts.same + tried.counts.differs).toBe(199);
  await finish(app, admin, 'confirm', tried);
  expect(await everything(app)).toEqual(before);
  await app.close();
});
