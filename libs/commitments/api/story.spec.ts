import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import type { TestTeam } from '@kernagenda/villages/api/testing';
import { PromiseCalls, storyBody } from './testing';

describe('how a point that is done went', () => {
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

  const done = async (): Promise<string> => {
    const { tricht, resident, broker } = town;
    const point = aProposal(app).in(tricht).by(resident).approvedBy(broker);
    const { id } = await point
      .then(broker, 'explore')
      .then(broker, 'put-on-agenda')
      .then(broker, 'plan', { teamId: team.id, executor: null, dueOn: '2026-06-01' })
      .then(official, 'start')
      .then(official, 'finish', { evidence: { text: 'De bank staat er.' } })
      .save();
    return id;
  };

  it('is told to everybody: before and after, for what money, with whom, and who is thanked', async () => {
    const id = await done();
    const { statusAt } = await see(app, id, null);
    await app.advance({ days: 2 });
    expect((await calls.get(null, id)).body.story).toBeNull();
    expect((await calls.tellStory(official, id, 0)).status).toBe(200);
    expect((await calls.get(null, id)).body.story).toEqual({
      ...storyBody,
      author: 'Ambtenaar',
      part: 'official',
      team: { id: team.id, name: team.name },
      at: app.now().toISOString(),
      version: 1,
    });
    expect((await see(app, id, null)).statusAt).toBe(statusAt);
  });

  it('is told better by who read the last one, and nobody writes over what they did not read', async () => {
    const id = await done();
    await calls.tellStory(official, id, 0);
    expect((await calls.tellStory(town.broker, id, 0)).body.code).toBe('stale_version');
    const { status, body } = await calls.tellStory(town.broker, id, 1, { costCents: null, thanks: '' });
    expect(status).toBe(200);
    expect(body.story).toMatchObject({ costCents: null, thanks: '', author: 'Gebiedsmakelaar', version: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => calls.tellStory(town.broker, id, 2)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
  });

  it.each([
    [{ before: 'Nat' }, '/before'],
    [{ after: 'x'.repeat(2001) }, '/after'],
    [{ costCents: -1 }, '/costCents'],
    [{ costCents: 1.5 }, '/costCents'],
    [{ partners: 'x'.repeat(501) }, '/partners'],
    [{ thanks: null }, '/thanks'],
  ])('refuses %j', async (change, pointer) => {
    const { status, body } = await calls.tellStory(official, await done(), 0, change);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('attack 21: of a hidden point is read by nobody who may not read the point', async () => {
    const id = await done();
    await calls.tellStory(official, id, 0);
    const { version } = await see(app, id, null);
    expect((await perform(app, town.broker, 'hide', { id, version }, reasons)).status).toBe(200);
    for (const as of [null, town.neighbour, town.secretary, official])
      expect((await calls.get(as, id)).status).toBe(404);
    expect((await calls.tellStory(official, id, 1)).status).toBe(404);
    expect(await app.dataSource.query('select 1 from story_public where proposal_id = $1', [id])).toEqual([]);
  });
});
