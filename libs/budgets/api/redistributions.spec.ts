import { randomUUID } from 'node:crypto';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { Redistributions } from './redistributions.service';
import { aBudgetTown, anotherPoint } from './testing';

describe('what villages have left on the day of the rule', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await createTestApp({ now: '2026-10-30T09:00:00Z' });
  });
  afterEach(() => app.close());

  const propose = () => app.get(Redistributions).propose();

  /** A town that granted all but `left` and lacks 2,000 euro; two more villages have money over. */
  async function aPoorTown(left = 100_000) {
    const town = await aBudgetTown(app);
    for (const amountCents of [200_000, 200_000, 100_000 - left]) {
      if (amountCents === 0) continue;
      const { id: proposalId } = await anotherPoint(app, town);
      const one = await town.applied({ proposalId, amountCents });
      expect((await town.calls.decide(town.clerk, one, amountCents)).status).toBe(200);
    }
    const { id: proposalId } = await anotherPoint(app, town);
    return { ...town, waiting: await town.applied({ proposalId }) };
  }
  const proposed = async (as: TestPerson, town: { calls: Awaited<ReturnType<typeof aPoorTown>>['calls'] }) => {
    const [one] = await town.calls.redistributions(as);
    if (!one) throw new Error('Nothing is proposed');
    return one;
  };

  it('is proposed from that day on, once, and moved by nobody', async () => {
    const town = await aPoorTown();
    await propose();
    expect(await town.calls.redistributions(town.alderman)).toEqual([]);
    app.goTo(new Date('2026-11-01T03:17:00Z'));
    await Promise.allSettled([propose(), propose()]);
    await propose();
    const all = await town.calls.redistributions(town.broker);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ year: 2026, state: 'proposed', allowedActions: [] });
    const sum = all[0]?.moves.reduce((total, { cents }) => total + cents, 0);
    expect([sum, all[0]?.moves.find(({ cents }) => cents > 0)]).toEqual([
      0,
      { village: expect.objectContaining({ slug: town.tricht.slug }), cents: 100_000 },
    ]);
    expect(await town.calls.budget(town.tricht.slug)).toMatchObject({ leftCents: 100_000, movedInCents: 0 });
    expect(await town.calls.redistributions(town.resident)).toEqual([]);
  });

  it('counts for one point no more than it may get, and once what was refused for want of money and sent again', async () => {
    const town = await aPoorTown(0);
    const { calls, clerk, alderman, neighbour, applied, applyingFor, tricht } = town;
    app.goTo(new Date('2026-11-02T09:00:00Z'));
    await propose();
    const lacks = async () => {
      const { body } = await calls.redistribution(alderman, await proposed(alderman, town), 'renew');
      return body.moves.find(({ village }) => village.id === tricht.id)?.cents;
    };
    await applied({ proposalId: town.waiting.point?.id ?? '' }, neighbour);
    expect(await lacks()).toBe(200_000);
    const small = { proposalId: (await anotherPoint(app, town)).id, amountCents: 60_000 };
    const one = await applied(small);
    const told = { reason: 'Het geld voor dit jaar is op.', isShort: true };
    expect((await calls.decide(clerk, one, 0, told)).status).toBe(200);
    expect(await lacks()).toBe(260_000);
    expect((await calls.handIn(town.resident, applyingFor(small))).status).toBe(201);
    expect(await lacks()).toBe(260_000);
  });

  it('moves once a person with the mandate says so, however often that is said', async () => {
    const town = await aPoorTown();
    app.goTo(new Date('2026-11-02T09:00:00Z'));
    await propose();
    const one = await proposed(town.clerk, town);
    expect((await town.calls.redistribution(town.broker, one, 'confirm')).status).toBe(403);
    expect((await town.calls.redistribution(town.junior, one, 'confirm')).status).toBe(403);
    expect((await town.calls.redistribution(town.resident, one, 'confirm')).status).toBe(404);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => town.calls.redistribution(town.clerk, one, 'confirm')),
    );
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(answers.map(() => [200, 'confirmed']));
    expect(await town.calls.budget(town.tricht.slug)).toMatchObject({ leftCents: 200_000, movedInCents: 100_000 });
    const [sums] = await app.dataSource.query<object[]>(
      'select sum(moved_in_cents)::int as moved_in, sum(moved_out_cents)::int as moved_out from village_budget',
    );
    expect(sums).toEqual({ moved_in: 100_000, moved_out: 100_000 });
    expect((await town.calls.decide(town.clerk, town.waiting, 200_000)).body.state).toBe('granted');
  });

  it('stays where villages have or lack something else by now, and is proposed anew to be looked at', async () => {
    const town = await aPoorTown();
    app.goTo(new Date('2026-11-02T09:00:00Z'));
    await propose();
    const one = await proposed(town.alderman, town);
    const giving = one.moves.filter(({ cents }) => cents < 0).map(({ village }) => village.id);
    await app.dataSource.query('update village_budget set granted_cents = amount_cents - 60000 where village_id = $1', [
      giving[0],
    ]);
    const refused = await town.calls.redistribution(town.alderman, one, 'confirm');
    expect([refused.status, refused.body.code]).toEqual([409, 'balance_changed']);
    expect(await town.calls.budget(town.tricht.slug)).toMatchObject({ movedInCents: 0 });
    const now = await proposed(town.alderman, town);
    expect([now.state, now.version, now.moves.map(({ cents }) => cents)]).toEqual(['proposed', 2, [-60_000, 60_000]]);
    expect((await town.calls.redistribution(town.alderman, one, 'confirm')).body.code).toBe('stale_version');
    await town.calls.post(town.resident, town.waiting, 'withdraw');
    await town.applied({ proposalId: town.waiting.point?.id ?? '', amountCents: 150_000 });
    expect((await town.calls.redistribution(town.alderman, now, 'confirm')).body.code).toBe('balance_changed');
    const last = await proposed(town.alderman, town);
    expect(last.moves.find(({ cents }) => cents > 0)).toMatchObject({ cents: 50_000 });
    expect((await town.calls.redistribution(town.alderman, last, 'confirm')).body.state).toBe('confirmed');
    expect(await town.calls.budget(town.tricht.slug)).toMatchObject({ movedInCents: 50_000 });
  });

  it('stays when a person says no, with the reason why', async () => {
    const town = await aPoorTown();
    app.goTo(new Date('2026-11-02T09:00:00Z'));
    await propose();
    const one = await proposed(town.alderman, town);
    const note = 'Wij sparen dit jaar voor de dijk.';
    expect((await town.calls.redistribution(town.alderman, one, 'decline', { note })).body).toMatchObject({
      ...{ state: 'declined', reason: note, allowedActions: [] },
    });
    expect((await town.calls.redistribution(town.alderman, one, 'confirm')).body.code).toBe('wrong_state');
    await propose();
    expect(await town.calls.redistributions(town.alderman)).toHaveLength(1);
    expect((await town.calls.redistribution(town.alderman, { id: randomUUID(), version: 1 }, 'confirm')).status).toBe(
      404,
    );
  });

  it.each(['renew', 'confirm'])(
    'is no longer proposed when a %s finds that nothing can move, and may be again',
    async (action) => {
      const town = await aPoorTown();
      app.goTo(new Date('2026-11-02T09:00:00Z'));
      await propose();
      const one = await proposed(town.alderman, town);
      await town.calls.post(town.resident, town.waiting, 'withdraw');
      const { status, body } = await town.calls.redistribution(town.alderman, one, action);
      if (action === 'renew') expect([status, body.moves, body.allowedActions]).toEqual([200, [], []]);
      else expect(body.code).toBe('balance_changed');
      expect(await town.calls.redistributions(town.alderman)).toEqual([]);
      await propose();
      expect(await town.calls.redistributions(town.alderman)).toEqual([]);
      await town.applied({ proposalId: town.waiting.point?.id ?? '' });
      await propose();
      expect((await proposed(town.alderman, town)).state).toBe('proposed');
    },
  );

  it('moves and is granted at once without anybody waiting for each other', async () => {
    const town = await aPoorTown();
    app.goTo(new Date('2026-11-02T09:00:00Z'));
    await propose();
    const one = await proposed(town.alderman, town);
    const answers = await Promise.all([
      town.calls.redistribution(town.alderman, one, 'confirm'),
      ...Array.from({ length: 5 }, () => town.calls.decide(town.clerk, town.waiting, 200_000)),
    ]);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { leftCents, grantedCents, amountCents, movedInCents } = await town.calls.budget(town.tricht.slug);
    expect(leftCents).toBe(amountCents + movedInCents - grantedCents);
  });
});
