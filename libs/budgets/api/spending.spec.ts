import { aPerson } from '@kernagenda/identity/api/testing';
import { perform, reasons } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aBudgetTown, anotherPoint } from './testing';

describe('spending the budget of a village', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  /** A town of which 3,000 of the 5,000 euro is granted, with as many applications for 2,000 as asked. */
  async function withTwoThousandLeft(count: number) {
    const town = await aBudgetTown(app);
    for (const amountCents of [200_000, 100_000]) {
      const { id: proposalId } = await anotherPoint(app, town);
      const first = await town.applied({ proposalId, amountCents });
      expect((await town.calls.decide(town.clerk, first, amountCents)).status).toBe(200);
    }
    const points = await Promise.all(Array.from({ length: count }, () => anotherPoint(app, town)));
    const waiting = await Promise.all(
      points.map(async ({ id: proposalId }) =>
        town.applied({ proposalId }, await aPerson(app, { homeVillageId: town.tricht.id })),
      ),
    );
    return { ...town, waiting };
  }

  it('attack 10: of many that decide at once about the last 2,000 euro exactly one grants it', async () => {
    const { tricht, clerk, calls, waiting } = await withTwoThousandLeft(12);
    const reason = 'Dit moet nog voor de zomer beginnen.';
    const answers = await Promise.all(
      waiting.map((one) => calls.decide(clerk, one, 200_000, { reason, isBeforeOthers: true })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'budget_spent']));
    const { leftCents, grantedCents, granted, waiting: left } = await calls.budget(tricht.slug);
    expect([leftCents, grantedCents, granted.length, left]).toEqual([0, 500_000, 3, 11]);
  });

  it('attack 10: however often one application is granted at once, it is paid once', async () => {
    const { tricht, clerk, calls, applied } = await aBudgetTown(app);
    const one = await applied({ amountCents: 50_000 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => calls.decide(clerk, one, 50_000)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    expect(await calls.budget(tricht.slug)).toMatchObject({ grantedCents: 50_000, leftCents: 450_000 });
  });

  it('serves who was first first, unless it is said why not', async () => {
    const { clerk, calls, waiting } = await withTwoThousandLeft(2);
    const [first, second] = [...waiting].sort((a, b) => (a.reference < b.reference ? -1 : 1));
    if (!first || !second) throw new Error('Two wait');
    expect((await calls.get(clerk, second.id)).body.forDecider?.earlier).toEqual([
      { reference: first.reference, amountCents: 200_000 },
    ]);
    expect((await calls.decide(clerk, second, 200_000)).body.code).toBe('earlier_waiting');
    expect((await calls.decide(clerk, second, 200_000, { isBeforeOthers: true })).body.errors?.[0]?.pointer).toBe(
      '/reason',
    );
    expect((await calls.decide(clerk, first, 200_000)).status).toBe(200);
    expect((await calls.decide(clerk, second, 200_000)).body.code).toBe('budget_spent');
    const told = { reason: 'Het geld voor dit jaar is op.', isShort: true };
    expect((await calls.decide(clerk, second, 0, told)).body).toMatchObject({ state: 'refused', grantedCents: 0 });
  });

  it('gives one initiative no more than it may, however often it is asked for', async () => {
    const { clerk, calls, applied } = await aBudgetTown(app);
    const [one, other] = [await applied({ amountCents: 150_000 }), await applied({ amountCents: 60_000 })];
    expect((await calls.decide(clerk, one, 150_000)).status).toBe(200);
    expect((await calls.decide(clerk, other, 60_000)).body.code).toBe('initiative_cap');
    const reason = 'Meer past niet in wat één initiatief mag krijgen.';
    expect((await calls.decide(clerk, other, 50_000, { reason })).body.state).toBe('partly_granted');
  });

  it('counts what was asked earlier for one point up to what that may get, and names the first of it', async () => {
    const town = await aBudgetTown(app);
    const { tricht, clerk, calls, applied } = town;
    for (let at = 0; at < 22; at += 1) await applied({}, await aPerson(app, { homeVillageId: tricht.id }));
    const one = await applied({ proposalId: (await anotherPoint(app, town)).id });
    const { forDecider } = (await calls.get(clerk, one.id)).body;
    expect(forDecider).toMatchObject({ earlierCount: 22, earlierCents: 200_000 });
    expect(forDecider?.earlier).toHaveLength(20);
    expect((await calls.decide(clerk, one, 200_000)).status).toBe(200);
  });

  it('gives points that became one no more than one may', async () => {
    const town = await aBudgetTown(app);
    const { broker, clerk, calls, applied, point } = town;
    const into = await anotherPoint(app, town);
    const [one, other] = [
      await applied({ amountCents: 150_000 }),
      await applied({ amountCents: 60_000, proposalId: into.id }),
    ];
    expect((await calls.decide(clerk, one, 150_000)).status).toBe(200);
    expect((await perform(app, broker, 'merge', point, { targetId: into.id })).status).toBe(200);
    expect((await calls.get(clerk, other.id)).body.forDecider?.pointCents).toBe(150_000);
    expect((await calls.decide(clerk, other, 60_000)).body.code).toBe('initiative_cap');
    expect((await calls.get(clerk, one.id)).body.point?.id).toBe(into.id);
  });

  it('grants nothing for a point that is not public any more, and refuses it all the same', async () => {
    const { broker, clerk, calls, applied, point } = await aBudgetTown(app);
    const one = await applied();
    expect((await perform(app, broker, 'hide', point, reasons)).status).toBe(200);
    expect((await calls.decide(clerk, one, 200_000)).body.code).toBe('point_hidden');
    expect((await calls.decide(clerk, one, 0, { reason: 'Dit punt is er niet meer.' })).status).toBe(200);
  });

  it('gives activities that exist already no more than their share', async () => {
    const { tricht, clerk, calls, applied } = await aBudgetTown(app);
    const one = await applied({ amountCents: 130_000, isExisting: true });
    expect((await calls.decide(clerk, one, 130_000)).body.code).toBe('existing_share_spent');
    const reason = 'Niet meer dan een kwart gaat naar wat er al is.';
    expect((await calls.decide(clerk, one, 125_000, { reason })).status).toBe(200);
    expect(await calls.budget(tricht.slug)).toMatchObject({ existingLeftCents: 0, leftCents: 375_000 });
  });

  it('is refused by the database itself where more is granted than there is', async () => {
    const { tricht, applied } = await aBudgetTown(app);
    await applied();
    await expect(
      app.dataSource.query('update village_budget set granted_cents = 500001 where village_id = $1', [tricht.id]),
    ).rejects.toThrow('village_budget_not_overspent');
  });
});
