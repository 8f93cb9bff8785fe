import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { ThreadCalls } from './testing';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let deil: TestVillage;
let people: Readonly<Record<string, TestPerson>>;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
  deil = await aVillage(app, { name: 'Deil', besides: town.tricht });
  const at = (role: 'secretary' | 'chair' | 'group_member' | 'broker', { id }: TestVillage, home = id) =>
    aPerson(app, { homeVillageId: home, roles: [{ role, scopeType: 'village', scopeId: id }] });
  people = {
    chair: await at('chair', town.tricht),
    member: await at('group_member', town.tricht),
    theirSecretary: await at('secretary', deil),
    theirMember: await at('group_member', deil),
    theirBroker: await at('broker', deil, town.tricht.id),
    theirResident: await aPerson(app, { homeVillageId: deil.id }),
  };
});
afterAll(() => app.close());

const start = (as: TestPerson | null | undefined, toVillageId = deil.id) =>
  calls.start(as ?? null, town.tricht.id, { title: 'Samen een bus', toVillageId });

describe('a thread between villages', () => {
  it('is opened by secretary or chair, and read by both groups and their brokers', async () => {
    const { status, body } = await start(town.secretary);
    expect([status, body.subjectKind, body.inbox]).toEqual([201, 'villages', null]);
    expect(body.participants.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      ...['brokers Deil', `brokers ${town.tricht.name}`, 'group Deil', `group ${town.tricht.name}`],
    ]);
    const reads = async (as: TestPerson | undefined) => (await calls.read(as ?? null, body.id)).status;
    const readers = [
      town.secretary,
      people['chair'],
      people['member'],
      people['theirSecretary'],
      people['theirMember'],
    ];
    for (const as of [...readers, town.broker, people['theirBroker']]) expect(await reads(as)).toBe(200);
    for (const as of [town.resident, people['theirResident'], town.otherBroker, town.official])
      expect(await reads(as)).toBe(404);
    expect((await start(people['chair'])).status).toBe(201);
  });

  it('is answered by who speaks for the other village, and only read by its members', async () => {
    const { id } = (await start(town.secretary)).body;
    const answer = await calls.write(people['theirSecretary'] ?? null, id, 'Graag!');
    expect([answer.status, answer.body.side, answer.body.allowedActions]).toEqual([
      201,
      { kind: 'group', name: 'Deil' },
      [],
    ]);
    expect((await calls.write(people['theirMember'] ?? null, id)).status).toBe(403);
    expect((await calls.write(people['theirBroker'] ?? null, id)).status).toBe(201);
    await app.advance({ seconds: 10 });
    await app.settle();
    expect((await app.mail.next(town.secretary.email)).text).toContain(`/berichten?gesprek=${id}`);
  });

  it('attack 04: is opened by nobody else, nor for a village that is not theirs', async () => {
    const others = [town.resident, town.broker, town.official, people['member'], people['theirSecretary']];
    for (const as of others) expect((await start(as)).status).toBe(403);
    expect((await start(null)).status).toBe(401);
  });

  it('is with another village, that there is', async () => {
    for (const id of [town.tricht.id, '00000000-0000-4000-8000-000000000000']) {
      const { status, body } = await start(town.secretary, id);
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/toVillageId']);
    }
    expect((await start(town.secretary, 'deil')).status).toBe(400);
  });
});
