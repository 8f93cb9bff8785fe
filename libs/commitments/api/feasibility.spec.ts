import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import type { TestTeam } from '@kernagenda/villages/api/testing';
import { PromiseCalls, promiseBodies } from './testing';

const found = promiseBodies.feasibility;

describe('what was found out about whether a point can be done', () => {
  let app: TestApp;
  let town: TestTown;
  let calls: PromiseCalls;
  let team: TestTeam;
  let official: TestPerson;

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
    calls = new PromiseCalls(app);
    team = await aTeam(app, town.tricht);
    const role = { role: 'official', scopeType: 'team', scopeId: team.id } as const;
    official = await aPerson(app, { displayName: 'Ambtenaar', roles: [role] });
  });
  afterAll(() => app.close());

  const aPoint = async (): Promise<string> => {
    const { tricht, resident, broker } = town;
    return (await aProposal(app).in(tricht).by(resident).approvedBy(broker).then(broker, 'explore').save()).id;
  };

  it('is told to everybody with who looked, on which day and for what; the newest first, the older kept', async () => {
    const id = await aPoint();
    await app.advance({ days: 1 });
    expect((await calls.add(town.broker, id, 'feasibility', { outcome: 'unknown', costCents: null })).status).toBe(201);
    await app.advance({ days: 1 });
    await calls.add(official, id, 'feasibility');
    const { feasibility } = (await calls.get(null, id)).body;
    expect(feasibility).toMatchObject([
      { ...found, author: 'Ambtenaar', part: 'official', team: { id: team.id } },
      { outcome: 'unknown', costCents: null, author: 'Gebiedsmakelaar', part: 'broker', team: null },
    ]);
    expect((await see(app, id, null)).statusAt).toBe(app.now().toISOString());
  });

  it('stands on the agenda too, in the newest words alone, and in a version as it was', async () => {
    const id = await aPoint();
    await calls.add(town.broker, id, 'feasibility', { outcome: 'unknown' });
    await app.advance({ seconds: 1 });
    await calls.add(town.broker, id, 'feasibility');
    type Points = readonly { readonly id: string; readonly feasibility: unknown }[];
    const path = `/api/v1/agendas/${town.tricht.slug}`;
    const onAgenda = async () => {
      const { body } = await app.request<{ points: Points }>('GET', `${path}/content`);
      return body.points.find((point) => point.id === id)?.feasibility;
    };
    const { outcome, lookedOn } = found;
    expect(await onAgenda()).toEqual({ outcome, lookedOn });
    const cover = { referenceOn: '2026-03-01', receivedBy: 'De wethouder' };
    expect((await app.request('POST', `${path}/versions`, { as: town.secretary, body: cover })).status).toBe(201);
    await app.advance({ seconds: 1 });
    await calls.add(town.broker, id, 'feasibility', { outcome: 'yes' });
    expect(await onAgenda()).toEqual({ outcome: 'yes', lookedOn });
    const { body } = await app.request<{ content: Points }>('GET', `${path}/versions/1`);
    expect(body.content.find((point) => point.id === id)?.feasibility).toEqual({ outcome, lookedOn });
  });

  it.each([
    [{ outcome: 'no' }, '/outcome'],
    [{ text: 'Nee' }, '/text'],
    [{ text: 'x'.repeat(2001) }, '/text'],
    [{ costCents: -1 }, '/costCents'],
    [{ costCents: 1.5 }, '/costCents'],
    [{ lookedOn: '2026-02-30' }, '/lookedOn'],
    [{ lookedOn: '2027-01-01' }, '/lookedOn'],
  ])('refuses %j', async (change, pointer) => {
    const answer = await calls.add(town.broker, await aPoint(), 'feasibility', change);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('is written down once, however often the same call arrives', async () => {
    const id = await aPoint();
    const headers = { 'idempotency-key': '5a4f8f5e-7f55-4c43-8a50-0f6a4f2b9c01' };
    await Promise.all([1, 2, 3].map(() => calls.add(town.broker, id, 'feasibility', {}, headers)));
    expect((await calls.get(null, id)).body.feasibility).toHaveLength(1);
  });

  it('attack 21: of a hidden point is read by nobody who may not read the point', async () => {
    const id = await aPoint();
    await calls.add(official, id, 'feasibility');
    const { version } = await see(app, id, null);
    expect((await perform(app, town.broker, 'hide', { id, version }, reasons)).status).toBe(200);
    for (const as of [null, town.neighbour, town.secretary, official]) {
      expect((await calls.get(as, id)).status).toBe(404);
      const written = await calls.add(as, id, 'feasibility');
      expect(written.status).toBe(as === null ? 401 : as === official ? 404 : 403);
    }
    expect(await app.dataSource.query('select 1 from feasibility_public where proposal_id = $1', [id])).toEqual([]);
  });
});
