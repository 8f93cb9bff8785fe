import { inboxLimits } from '@kernagenda/conversations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { amsterdamDay, workingDaysAfter } from '@kernagenda/shared/domain';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { ThreadCalls } from '../testing/thread-calls';

let app: TestApp;
let town: TestTown;
let calls: ThreadCalls;
let roads: string;
let engineer: TestPerson;
let colleague: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  town = await aTown(app);
  roads = await aTeam(wegen());
  engineer = await official(roads, 'Wim Wegman');
  colleague = await aPerson(app, {
    displayName: 'Carla de Collega',
    roles: [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }],
  });
});

/** Towns of one file share their municipality, whose teams are known by name. */
let count = 0;
const wegen = (): string => `Wegen ${(count += 1)}`;

const aTeam = (name: string): Promise<string> =>
  app.dataSource.transaction((manager) =>
    app
      .get(VillagesRegistry)
      .saveTeam(manager, { municipalityId: town.tricht.municipalityId, name, startsAt: app.now() }),
  );

const official = (teamId: string, displayName: string, homeVillageId: string | null = null): Promise<TestPerson> =>
  aPerson(app, { displayName, homeVillageId, roles: [{ role: 'official', scopeType: 'team', scopeId: teamId }] });

const started = async (as = town.resident): Promise<string> => {
  const { status, body } = await calls.start(as, town.tricht.id);
  expect(status).toBe(201);
  return body.id;
};

const expected = (): string => amsterdamDay(workingDaysAfter(app.now(), inboxLimits.replyWorkingDays));

describe('the inbox of the municipality', () => {
  it('tells the resident who answers and by which working day, once somebody was named', async () => {
    const id = await started();
    const inbox = async () => (await calls.read(town.resident, id)).body.thread.inbox;
    expect(await inbox()).toEqual({
      ...{ state: 'waiting', holder: { kind: 'brokers', name: town.tricht.name }, assignee: null },
      ...{ isMine: false, dueOn: expected(), isLate: false },
    });
    const { status, body } = await calls.assign(town.broker, id, colleague.id);
    expect([status, body.inbox?.assignee, body.inbox?.isMine]).toEqual([200, 'Carla', false]);
    expect((await calls.read(colleague, id)).body.thread.inbox?.isMine).toBe(true);
    expect((await inbox())?.assignee).toBe('Carla');
    expect((await calls.assign(town.broker, id, null)).body.inbox?.assignee).toBeNull();
  });

  it('gives a thread only to who answers for the side that has it', async () => {
    const id = await started();
    const names = (await calls.colleagues(town.broker, id)).body.items.map(({ displayName }) => displayName);
    expect(names).toEqual(['Carla de Collega', 'Gebiedsmakelaar']);
    for (const person of [engineer, town.otherBroker, town.resident, town.secretary]) {
      expect((await calls.assign(town.broker, id, person.id)).status).toBe(400);
    }
    await calls.handOver(town.broker, id, roads);
    const wim = { id: engineer.id, displayName: 'Wim Wegman' };
    expect((await calls.colleagues(engineer, id)).body.items).toEqual([{ ...wim, isAssignee: false }]);
    expect((await calls.colleagues(town.broker, id)).status).toBe(403);
    expect((await calls.assign(engineer, id, colleague.id)).status).toBe(400);
    expect((await calls.assign(engineer, id, engineer.id)).status).toBe(200);
    expect((await calls.colleagues(engineer, id)).body.items).toEqual([{ ...wim, isAssignee: true }]);
  });

  it('attack 14: says the same of a person who does not answer it and of nobody', async () => {
    const id = await started();
    const nobody = '00000000-0000-4000-8000-000000000000';
    const [one, other] = await Promise.all(
      [town.neighbour.id, nobody].map((who) => calls.assign(town.broker, id, who)),
    );
    expect(one?.body.errors).toEqual(other?.body.errors);
    expect([one?.status, other?.status]).toEqual([400, 400]);
  });

  it('is handed over whole: the team reads and answers, who had it reads on and may take it back', async () => {
    const id = await started();
    expect((await calls.read(engineer, id)).status).toBe(404);
    expect((await calls.handOver(town.broker, id, roads)).body.allowedActions).toEqual(['hand_over', 'note']);
    expect((await calls.read(engineer, id)).body.thread).toMatchObject({
      inbox: { holder: { kind: 'team', name: `Wegen ${count}` }, assignee: null },
      allowedActions: ['write', 'assign', 'hand_over', 'close', 'note'],
    });
    expect((await calls.write(engineer, id, 'Wij komen kijken.')).body.side).toEqual({
      kind: 'team',
      name: `Wegen ${count}`,
    });
    expect((await calls.read(town.broker, id)).body.items[0]?.body).toBe('Wij komen kijken.');
    expect((await calls.write(town.broker, id)).status).toBe(403);
    const read = (await calls.read(engineer, id)).body.items.length;
    await calls.handOver(engineer, id, await aTeam(wegen()));
    await calls.write(town.resident, id, 'Na de overdracht.');
    expect((await calls.read(engineer, id)).body.items).toHaveLength(read);
    expect((await calls.write(engineer, id)).status).toBe(403);
    expect((await calls.handOver(town.broker, id, null)).status).toBe(200);
    expect((await calls.write(town.broker, id)).status).toBe(201);
  });

  it('goes to no team that ended, is not there, or has it', async () => {
    const id = await started();
    const ended = await app.dataSource.transaction((manager) =>
      app.get(VillagesRegistry).saveTeam(manager, {
        ...{ municipalityId: town.tricht.municipalityId, name: 'Oud' },
        ...{ startsAt: new Date(app.now().getTime() - 2000), endsAt: new Date(app.now().getTime() - 1000) },
      }),
    );
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const team of [ended, unknown, null]) expect((await calls.handOver(town.broker, id, team)).status).toBe(400);
    await calls.handOver(town.broker, id, roads);
    expect((await calls.handOver(engineer, id, roads)).status).toBe(400);
  });

  it('is not of an official who lives where the question comes from', async () => {
    const neighbour = await official(roads, 'Buur van wegen', town.tricht.id);
    const id = await started();
    await calls.handOver(town.broker, id, roads);
    expect((await calls.read(neighbour, id)).status).toBe(404);
    expect(await calls.inbox(neighbour, 'team')).toEqual([]);
    expect((await calls.assign(engineer, id, neighbour.id)).status).toBe(400);
  });

  it('waits, is answered, is closed, and opens when the resident writes again', async () => {
    const id = await started();
    const state = async () => (await calls.read(town.resident, id)).body.thread.inbox?.state;
    await calls.write(town.broker, id);
    expect(await state()).toBe('answered');
    expect((await calls.close(town.broker, id)).body).toMatchObject({
      inbox: { state: 'closed' },
      allowedActions: ['write', 'reopen', 'note'],
    });
    expect(await calls.inbox(town.broker, 'team')).not.toContain(id);
    await app.advance({ days: 2 });
    await calls.write(town.resident, id, 'Toch nog iets.');
    expect((await calls.read(town.resident, id)).body.thread.inbox).toMatchObject({
      ...{ state: 'waiting', dueOn: expected() },
    });
    await calls.close(town.broker, id);
    expect((await calls.reopen(town.broker, id)).body.inbox?.state).toBe('waiting');
    await calls.write(town.broker, id, 'Zo zit het.');
    await calls.close(town.broker, id);
    expect((await calls.reopen(town.broker, id)).body.inbox?.state).toBe('answered');
    expect((await calls.reopen(town.broker, id)).status).toBe(403);
  });

  it('keeps the day of the first message that waits, also at another team', async () => {
    const id = await started();
    const dueOn = expected();
    await app.advance({ days: 3 });
    await calls.write(town.resident, id, 'Hoort u mij?');
    await calls.handOver(town.broker, id, roads);
    expect((await calls.read(town.resident, id)).body.thread.inbox?.dueOn).toBe(dueOn);
  });

  it('shows what is mine, of my side, of nobody, and late', async () => {
    const [one, two] = [await started(), await started(town.neighbour)];
    await calls.assign(town.broker, one, colleague.id);
    expect(await calls.inbox(colleague, 'mine')).toEqual([one]);
    expect(await calls.inbox(town.broker, 'mine')).toEqual([]);
    expect(new Set(await calls.inbox(town.broker, 'team'))).toEqual(new Set([one, two]));
    expect(await calls.inbox(town.broker, 'unassigned')).toEqual([two]);
    expect(await calls.inbox(town.broker, 'late')).toEqual([]);
    await calls.handOver(town.broker, two, roads);
    expect([await calls.inbox(town.broker, 'team'), await calls.inbox(engineer, 'team')]).toEqual([[one], [two]]);
    expect((await calls.inList(town.broker, two))?.inbox?.holder.name).toBe(`Wegen ${count}`);
    await app.advance({ days: 14 });
    expect(await calls.inbox(engineer, 'late')).toEqual([two]);
    expect((await calls.inList(engineer, two))?.inbox?.isLate).toBe(true);
    await calls.write(engineer, two);
    expect(await calls.inbox(engineer, 'late')).toEqual([]);
    for (const filter of ['mine', 'team', 'unassigned', 'late'] as const) {
      expect(await calls.inbox(town.resident, filter)).toEqual([]);
    }
  });

  it('is read and answered by who covers a broker during leave, and by nobody longer than that', async () => {
    const id = await started();
    await calls.assign(town.broker, id, town.broker.id);
    const cover = { coveredId: town.broker.id, coveringId: town.otherBroker.id };
    expect((await calls.read(town.otherBroker, id)).status).toBe(404);
    await app.dataSource.query(
      'insert into role_cover (covered_id, covering_id, starts_at, ends_at) values ($1, $2, $3, $4)',
      [cover.coveredId, cover.coveringId, app.now(), new Date(app.now().getTime() + 86_400_000)],
    );
    expect(await calls.inbox(town.otherBroker, 'mine')).toEqual([id]);
    expect((await calls.write(town.otherBroker, id, 'Ik val in.')).status).toBe(201);
    expect((await calls.assign(town.broker, id, town.otherBroker.id)).status).toBe(200);
    await app.advance({ days: 2 });
    expect((await calls.read(town.otherBroker, id)).status).toBe(404);
    expect(await calls.inbox(town.otherBroker, 'mine')).toEqual([]);
    expect((await calls.read(town.resident, id)).body.thread.inbox?.assignee).toBeNull();
    expect(await calls.inbox(town.broker, 'unassigned')).toEqual([id]);
  });

  it('is mailed to the team that gets it once, and to nobody twice', async () => {
    const mails = (person: TestPerson): number =>
      app.mail.received.filter(({ recipients }) => recipients.includes(person.email)).length;
    const settled = async (): Promise<readonly number[]> => {
      await app.advance({ seconds: 10 });
      await app.settle();
      return [town.broker, colleague, engineer, town.resident].map(mails);
    };
    const id = await started();
    expect(await settled()).toEqual([1, 1, 0, 0]);
    await calls.handOver(town.broker, id, roads);
    expect(await settled()).toEqual([1, 1, 1, 0]);
    await calls.handOver(engineer, id, null);
    await calls.handOver(town.broker, id, roads);
    expect(await settled()).toEqual([1, 1, 1, 0]);
    await calls.write(engineer, id, 'Donderdag.');
    expect(await settled()).toEqual([1, 1, 1, 1]);
    await calls.write(town.resident, id, 'Fijn.');
    expect(await settled()).toEqual([1, 1, 2, 1]);
  });

  it('is listed with as many queries for many threads as for few', async () => {
    const list = () => calls.inbox(town.broker, 'team');
    const counts: number[] = [];
    for (const many of [2, 6]) {
      for (let number = 0; number < many; number += 1)
        await started(await aPerson(app, { homeVillageId: town.tricht.id }));
      const queries = await app.queriesDuring(list);
      counts.push(queries.length);
    }
    expect(await list()).toHaveLength(8);
    expect(new Set(counts).size).toBe(1);
  });

  it('writes down who gave what to whom', async () => {
    const id = await started();
    await calls.assign(town.broker, id, town.broker.id);
    await calls.handOver(town.broker, id, roads);
    await calls.close(engineer, id);
    const rows = (await app.dataSource.query(
      'select action, actor_id as "actorId" from audit_entry where object_id = $1 order by id',
      [id],
    )) as { action: string; actorId: string }[];
    expect(rows.filter(({ action }) => /assign|hand|close/.test(action))).toEqual([
      { action: 'thread.assign', actorId: town.broker.id },
      { action: 'thread.hand_over', actorId: town.broker.id },
      { action: 'thread.close', actorId: engineer.id },
    ]);
  });

  it('tells the page of the resident, and of the team, without a reload', async () => {
    const id = await started();
    const pages = await Promise.all(
      [town.resident, engineer].map(async (as) => {
        const page = await app.open({ as });
        await page.join(`person:${as.id}`);
        return page;
      }),
    );
    await calls.handOver(town.broker, id, roads);
    for (const page of pages) expect(await page.hears('thread')).toEqual({ kind: 'thread', threadId: id });
  });
});
