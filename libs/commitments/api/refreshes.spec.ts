import { aPerson } from '@kernagenda/identity/api/testing';
import type { PromisesView, RefreshLinkView } from '@kernagenda/commitments/domain';
import { aTown, aProposal, perform, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { RefreshTokens } from './refresh-tokens';
import { Refreshes } from './refreshes.service';
import { PromiseCalls } from './testing';

let app: TestApp;
let town: TestTown;

beforeEach(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
afterEach(() => app.close());

const aPoint = async (): Promise<string> => {
  const wish = aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker);
  return (await wish.then(town.broker, 'explore').then(town.broker, 'put-on-agenda').save()).id;
};
const asks = (): Promise<{ readonly id: string; readonly proposalId: string }[]> =>
  app.dataSource.query('select id, proposal_id as "proposalId" from refresh_ask order by asked_at, id');
const look = (token: string) =>
  app.request<RefreshLinkView & ProblemBody>('GET', `/api/v1/refresh-links?token=${encodeURIComponent(token)}`);
const confirm = (token: string) =>
  app.request<RefreshLinkView & ProblemBody>('POST', '/api/v1/refresh-links/confirm', { body: { token } });
const updatesOf = async (id: string) =>
  (await app.request<PromisesView>('GET', `/api/v1/proposals/${id}/promises`)).body.updates;

/** A point nobody touched for ninety-one days, with the link of its broker. */
async function asked(): Promise<{ readonly id: string; readonly token: string }> {
  const id = await aPoint();
  await app.advance({ days: 91 });
  await app.get(Refreshes).ask();
  const [ask] = await asks();
  return { id, token: app.get(RefreshTokens).make({ askId: ask?.id ?? '', personId: town.broker.id }) };
}

describe('a status nobody touched', () => {
  it('is asked about after ninety days, and again after ninety more', async () => {
    const id = await aPoint();
    await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
    await app.advance({ days: 90 });
    await app.get(Refreshes).ask();
    expect(await asks()).toEqual([]);
    await app.advance({ days: 1 });
    await app.get(Refreshes).ask();
    await app.get(Refreshes).ask();
    expect(await asks()).toMatchObject([{ proposalId: id }]);
    await app.advance({ days: 91 });
    await app.get(Refreshes).ask();
    expect(await asks()).toHaveLength(2);
  });

  it('is asked about a few points at a time, the oldest first', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      ids.push(await aPoint());
      await app.advance({ seconds: 60 });
    }
    await app.advance({ days: 91 });
    await app.get(Refreshes).ask();
    expect((await asks()).map(({ proposalId }) => proposalId).sort()).toEqual(ids.slice(0, 3).sort());
    await app.get(Refreshes).ask();
    expect(await asks()).toHaveLength(4);
  });
});

describe('news of a point', () => {
  const statusOf = async (id: string) => (await see(app, id, null)).statusAt;

  it('stays its latest when a step made just before is taken back', async () => {
    const wish = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
    await app.advance({ days: 3 });
    await perform(app, town.secretary, 'explore', wish, { undoable: true });
    await app.advance({ seconds: 5 });
    expect((await new PromiseCalls(app).add(town.broker, wish.id, 'updates')).status).toBe(201);
    const told = app.now().toISOString();
    await app.advance({ seconds: 5 });
    expect((await perform(app, town.secretary, 'take-back', wish)).status).toBe(200);
    expect(await statusOf(wish.id)).toBe(told);
  });

  it('leaves one that is done as old as the day it was done', async () => {
    const plan = { teamId: null, executor: null, dueOn: '2027-01-01' };
    const { id } = await aProposal(app)
      .in(town.tricht)
      .by(town.resident)
      .approvedBy(town.broker)
      .then(town.broker, 'explore')
      .then(town.broker, 'put-on-agenda')
      .then(town.broker, 'plan', plan)
      .then(town.broker, 'start')
      .then(town.broker, 'finish', { evidence: { text: 'Het is klaar.' } })
      .save();
    const done = await statusOf(id);
    await app.advance({ days: 3 });
    expect((await new PromiseCalls(app).add(town.broker, id, 'updates')).status).toBe(201);
    expect(await statusOf(id)).toBe(done);
  });
});

describe('a link that asks whether a status still is right', () => {
  it('shows what it is about and changes nothing, and confirms once', async () => {
    const { id, token } = await asked();
    expect((await look(token)).body).toMatchObject({
      point: { id },
      village: { slug: town.tricht.slug },
      state: 'open',
    });
    expect(await updatesOf(id)).toEqual([]);
    const answers = await Promise.all([confirm(token), confirm(token), confirm(token)]);
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(Array(3).fill([200, 'confirmed']));
    expect(await updatesOf(id)).toMatchObject([
      { kind: 'still_right', text: '', author: 'Gebiedsmakelaar', part: 'broker' },
    ]);
    expect((await see(app, id, null)).statusAt).toBe(app.now().toISOString());
    expect((await look(token)).body.state).toBe('confirmed');
  });

  it('says so when there was news since, and adds nothing', async () => {
    const { id, token } = await asked();
    await app.advance({ seconds: 60 });
    const scope = { role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId } as const;
    await new PromiseCalls(app).add(await aPerson(app, { roles: [scope] }), id, 'updates');
    expect((await look(token)).body.state).toBe('overtaken');
    expect((await confirm(token)).status).toBe(409);
    expect(await updatesOf(id)).toHaveLength(1);
  });

  it('attack 12: works for nobody who has the point no more, nor when it is old or changed', async () => {
    const { id, token } = await asked();
    const [ask] = await asks();
    const tokens = app.get(RefreshTokens);
    const bad = [
      tokens.make({ askId: ask?.id ?? '', personId: town.otherBroker.id }),
      tokens.make({ askId: ask?.id ?? '', personId: town.neighbour.id }),
      tokens.make({ askId: id, personId: town.broker.id }),
      `${token}x`,
      token.replace(town.broker.id, town.otherBroker.id),
      'x',
    ];
    for (const one of bad) {
      expect((await look(one)).body.code).toBe('invalid_code');
      expect((await confirm(one)).body.code).toBe('invalid_code');
    }
    await app.advance({ days: 32 });
    expect((await confirm(token)).body.code).toBe('invalid_code');
    expect(await updatesOf(id)).toEqual([]);
  });

  it('attack 21: tells nothing of a point that was hidden', async () => {
    const { id, token } = await asked();
    await app.dataSource.query(`update proposal set moderation_state = 'hidden' where id = $1`, [id]);
    expect((await look(token)).body).toMatchObject({ code: 'invalid_code' });
    expect((await confirm(token)).body).toMatchObject({ code: 'invalid_code' });
  });
});
