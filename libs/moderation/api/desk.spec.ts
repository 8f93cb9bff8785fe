import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ClaimView, QueueItem } from '@kernagenda/moderation/domain';
import { aProposal, aTown, perform } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';

describe('the desk of a broker, live', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const aWish = () => aProposal(app).in(town.tricht).by(town.resident);
  const queue = async (as: TestPerson): Promise<readonly QueueItem[]> =>
    (await app.request<Page<QueueItem>>('GET', '/api/v1/moderation/queue', { as })).body.items;

  it('shows live who reads a submission, and lets a colleague wait', async () => {
    const roles = [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }] as const;
    const colleague = await aPerson(app, { displayName: 'Collega', roles });
    const page = await app.open({ as: colleague });
    expect(await page.join(`person:${colleague.id}`)).toBe(true);
    const wish = await aWish().submitted().save();
    expect(await page.hears('queue')).toMatchObject({ proposalId: wish.id });
    const { body } = await perform<ClaimView>(app, town.broker, 'claim', wish);
    expect(body).toMatchObject({ displayName: 'Gebiedsmakelaar', isMine: true });
    expect((await queue(colleague))[0]?.claim).toMatchObject({ displayName: 'Gebiedsmakelaar', isMine: false });
    for (const action of ['claim', 'approve']) {
      expect((await perform<ProblemBody>(app, colleague, action, wish)).body.code).toBe('claimed_by_other');
    }
    expect((await perform(app, town.broker, 'release', wish)).status).toBe(204);
    expect((await perform(app, colleague, 'claim', wish)).status).toBe(200);
    expect((await perform(app, colleague, 'approve', wish)).status).toBe(200);
    expect((await perform(app, town.broker, 'release', wish)).status).toBe(204);
  });

  it('attack 22: who stands in for one text, because its author is the broker there, hears of it live', async () => {
    const village = await aVillage(app, { name: 'Est' });
    const roles = [{ role: 'broker', scopeType: 'village', scopeId: village.id }] as const;
    const local = await aPerson(app, { homeVillageId: village.id, roles });
    const own = await aProposal(app).in(village).by(local).save();
    await app.dataSource.query('update person set home_village_id = null where id = $1', [local.id]);
    const page = await app.open({ as: town.broker });
    await page.join(`person:${town.broker.id}`);
    await perform(app, local, 'submit', own);
    expect(await page.hears('queue')).toMatchObject({ proposalId: own.id });
    expect((await queue(town.broker)).map(({ proposalId }) => proposalId)).toContain(own.id);
  });

  it('attack 12: an open page hears nothing more of the desk when the role is over', async () => {
    const colleague = await aPerson(app);
    const role = { role: 'broker', scopeType: 'village', scopeId: town.tricht.id } as const;
    const endsAt = new Date(app.now().getTime() + 60_000);
    await app.get(PeopleRegistry).saveRole(app.dataSource.manager, colleague.id, role, { endsAt });
    const [stays, leaves] = [await app.open({ as: town.broker }), await app.open({ as: colleague })];
    await stays.join(`person:${town.broker.id}`);
    await leaves.join(`person:${colleague.id}`);
    const first = await aWish().submitted().save();
    expect(await leaves.hears('queue')).toMatchObject({ proposalId: first.id });
    await app.advance({ seconds: 60 });
    const heardBefore = leaves.heard.length;
    const second = await aWish().submitted().save();
    await until(() => stays.heard.some(({ change }) => change.kind === 'queue' && change.proposalId === second.id));
    // Its own round trip: whatever was sent to this page before has arrived.
    await leaves.join('public');
    expect(leaves.heard).toHaveLength(heardBefore);
  });

  it('asks the database once whom to tell, however many brokers there are', async () => {
    const wish = await aWish().submitted().save();
    const submitAgain = async (): Promise<number> => {
      await perform(app, town.resident, 'recall', wish);
      return (await app.queriesDuring(() => perform(app, town.resident, 'submit', wish))).length;
    };
    const few = await submitAgain();
    const roles = [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }] as const;
    for (let count = 0; count < 10; count += 1) await aPerson(app, { roles });
    expect(await submitAgain()).toBe(few);
  });
});
