import { CollaborationCalls } from '@kernagenda/collaborations/api/testing';
import { aPhoto, openFile, see, sendFile } from '@kernagenda/proposals/api/testing';
import { procurementActions } from '@kernagenda/procurement/domain';
import type { PurchaseView } from '@kernagenda/procurement/domain';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aJointTown, demandOf } from './testing';
import type { JointTown, PurchaseCalls } from './testing';

let app: TestApp;
let town: JointTown;
let calls: PurchaseCalls;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
// Each purchase has a collaboration of its own: one runs at a time.
beforeEach(async () => {
  town = await aJointTown(app);
  ({ calls } = town);
});

const villageOf = ({ perVillage }: PurchaseView, name: string) =>
  perVillage.find(({ village }) => village.name === name);
const kindsOf = ({ timeline }: PurchaseView): string[] => timeline.map(({ kind }) => kind);

describe('a joint purchase', () => {
  it('goes from the wishes of three villages to a booked saving and points that are done', async () => {
    const started = await calls.start(town.broker, town.collaboration.id);
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({ state: 'gathering', acting: 'villages', buyer: { id: town.team.id } });
    expect(started.body.perVillage.map(({ village, lines }) => [village.name, lines.map(({ what }) => what)])).toEqual([
      ['Deil', ['Nieuwe bankjes in Deil']],
      ['Est', ['Nieuwe bankjes in Est']],
      ['Tuil', ['Nieuwe bankjes in Tuil']],
    ]);
    await calls.does(town.broker, started.body.id, 'cancel', { reason: 'Verkeerd begonnen.' }).catch(() => undefined);
    await calls.does(town.buyer, started.body.id, 'cancel', { reason: 'Verkeerd begonnen.' });

    const { id, quoteIds } = await town.requested();
    let view = await calls.see(town.clerk, id);
    expect(view).toMatchObject({ state: 'quotes_requested', acting: 'suppliers', quantity: 9, estimate: null });
    expect(view.quotes.receipts.map(({ supplier }) => supplier)).toEqual(['Leverancier 1', 'Leverancier 2']);

    await app.advance({ days: 7 });
    await until(async () => kindsOf(await calls.see(null, id)).includes('quotes_opened'));
    view = await calls.see(null, id);
    expect(view).toMatchObject({ areQuotesOpen: true, acting: 'villages' });
    expect(view.quotes.items.map(({ letter, supplier, totalCents }) => [letter, supplier, totalCents])).toEqual([
      ['A', null, 9 * 61_377 + 7_119],
      ['B', null, 9 * 65_931 + 7_119],
    ]);
    for (const [index, meetsRequirements] of [true, true].entries()) {
      const { version } = await calls.see(town.buyer, id);
      const note = '';
      const { status } = await calls.assess(town.buyer, quoteIds[index] ?? '', version, { meetsRequirements, note });
      expect(status).toBe(200);
    }
    for (const { village, secretary } of town.villages)
      view = await calls.does(secretary, id, `villages/${village.id}/advice`, { isGood: true, note: 'Mooi.' });
    expect(view.acting).toBe('buyer');
    const coordination = {
      ...{ hours: 10, rateCents: 7_500, hoursSource: 'Urenstaat gebiedsmakelaar' },
      ...{ otherCents: 0, otherSource: '' },
    };
    await calls.does(town.broker, id, 'coordination', coordination);
    view = await calls.does(town.buyer, id, 'advise', { quoteId: quoteIds[0], note: 'De laagste prijs.' });
    const together = 9 * 61_377 + 7_119;
    expect(view).toMatchObject({ state: 'advised', acting: 'decider', decider: 'team' });
    expect(view.estimate).toMatchObject({
      ...{ letter: 'A', apartCents: 810_000, togetherCents: together, coordinationCents: 75_000 },
      netCents: 810_000 - together - 75_000,
    });
    const shares = view.estimate?.villages.map(({ togetherCents }) => togetherCents) ?? [];
    expect(shares.reduce((sum, cents) => sum + cents, 0)).toBe(together + 75_000);

    view = await calls.does(town.buyer, id, 'decide', { quoteId: quoteIds[0] });
    expect(view.decision).toMatchObject({ letter: 'A', totalCents: together, decider: 'team', isCurrent: true });
    view = await calls.does(town.buyer, id, 'order', { reference: 'WB-2026-17', note: 'Levering in april.' });
    expect(view).toMatchObject({ state: 'ordered', acting: 'suppliers' });
    for (const { point } of town.villages) {
      expect(await see(app, point.id, null)).toMatchObject({ agendaState: 'in_progress', plan: { team: town.team } });
    }

    const [first, ...others] = town.villages;
    const at = `villages/${first.village.id}`;
    await calls.does(town.buyer, id, `${at}/delivery-plan`, { plannedOn: '2026-05-01' });
    const photo = await sendFile(app, first.secretary, `/api/v1/purchases/${id}/${at}/photos`, await aPhoto());
    expect(photo.status).toBe(201);
    const today = app.now().toISOString().slice(0, 10);
    const story = 'Drie bankjes langs de Linge, samen met Est en Tuil gekocht.';
    const photos = [{ id: photo.body.id, description: 'Het bankje bij de steiger', isUndescribed: false }];
    view = await calls.does(first.secretary, id, `${at}/deliver`, { deliveredOn: today, story, photos });
    expect(view.state).toBe('ordered');
    expect(villageOf(view, 'Deil')?.delivery).toMatchObject({
      deliveredOn: today,
      story,
      photos: [{ id: photo.body.id }],
    });
    expect(await see(app, first.point.id, null)).toMatchObject({ agendaState: 'done', note: { evidence: story } });
    expect((await openFile(app, null, `/api/v1/delivery-photos/${photo.body.id}`)).status).toBe(200);
    for (const { village, broker } of others) {
      const body = { deliveredOn: today, story: 'Ze staan er, en er wordt al gezeten.' };
      view = await calls.does(broker, id, `villages/${village.id}/deliver`, body);
    }
    expect(view).toMatchObject({ state: 'delivered', acting: 'buyer', booked: null });
    for (const { point } of town.villages)
      expect(await see(app, point.id, null)).toMatchObject({ agendaState: 'done' });

    await calls.does(first.secretary, id, `${at}/evaluation`, { isContent: true, note: 'Zitten heerlijk.' });
    const booking = {
      invoiceCents: together + 1_000,
      invoiceReference: 'F-881',
      coordination: { ...coordination, hours: 12 },
    };
    view = await calls.does(town.buyer, id, 'book', booking);
    expect(view.booked).toMatchObject({
      togetherCents: together + 1_000,
      netCents: 810_000 - together - 1_000 - 90_000,
    });
    expect(view.estimate).toMatchObject({ togetherCents: together, netCents: 810_000 - together - 75_000 });
    view = await calls.does(town.buyer, id, 'evaluate', { lesson: 'Vraag de prijzen in de winter.' });
    expect(view).toMatchObject({ state: 'evaluated', acting: 'nobody', lesson: 'Vraag de prijzen in de winter.' });
    expect(view.steps.every(({ state }) => state === 'past')).toBe(true);
    expect(kindsOf(view)).toEqual([
      ...['started', 'frozen', 'route_checked', 'specified', 'quotes_requested', 'quotes_opened'],
      ...['village_advised', 'village_advised', 'village_advised', 'advised', 'decided', 'ordered', 'planned'],
      ...['village_delivered', 'village_delivered', 'village_delivered', 'delivered', 'booked', 'evaluated'],
    ]);
    const audit = await app.dataSource.query<{ action: string }[]>(
      `select action from audit_entry where object_type = 'procurement_case' and object_id = $1 and from_state is not null
       and to_state <> from_state order by id`,
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual(
      Object.keys(procurementActions)
        .filter((move) => move !== 'cancel' && move !== 'end_not_joint')
        .map((move) => `procurement.${move}`),
    );
  });

  it('runs once at a time for a collaboration, also when two begin at once', async () => {
    const both = await Promise.all([1, 2].map(() => calls.start(town.broker, town.collaboration.id)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('already_exists');
  });

  it('begins once however often the call arrives', async () => {
    const key = { 'idempotency-key': 'begin-once-please' };
    const first = await calls.start(town.broker, town.collaboration.id, {}, key);
    const again = await calls.start(town.broker, town.collaboration.id, {}, key);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const line = { villageId: town.villages[0].village.id, ...demandOf(1, 90_000) };
    const lineKey = { 'idempotency-key': 'line-once-please' };
    await calls.addLine(town.broker, first.body.id, line, lineKey);
    const { body } = await calls.addLine(town.broker, first.body.id, line, lineKey);
    expect(villageOf(body, 'Deil')?.lines).toHaveLength(2);
  });

  it('ends as bought apart with a reason, and another can begin', async () => {
    const { id } = await town.gathered();
    const reason = 'Het scheelt te weinig om op elkaar te wachten.';
    const view = await calls.does(town.broker, id, 'end-not-joint', { reason });
    expect(view).toMatchObject({ state: 'not_joint', acting: 'nobody', ended: { reason } });
    expect(view.timeline.at(-1)).toMatchObject({ kind: 'not_joint', note: reason });
    expect((await calls.post(town.buyer, view, 'freeze')).status).toBe(409);
    expect((await calls.start(town.broker, town.collaboration.id)).status).toBe(201);
  });
});

describe('a collaboration that stops', () => {
  it('before the order ends its purchase as bought apart, with the same reason', async () => {
    const { id } = await town.gathered();
    const collaborations = new CollaborationCalls(app);
    const { body } = await collaborations.see(town.broker, town.collaboration);
    const reason = 'Onze bankjes zijn te verschillend.';
    expect((await collaborations.act(town.broker, body, 'stop', { reason })).status).toBe(200);
    await until(async () => (await calls.see(null, id)).state === 'not_joint');
    expect(await calls.see(null, id)).toMatchObject({ state: 'not_joint', acting: 'nobody', ended: { reason } });
  });
});

describe('the demand', () => {
  it('is frozen, and what changes after shows as a difference', async () => {
    const { id } = await town.gathered();
    let view = await calls.does(town.broker, id, 'freeze');
    expect(view).toMatchObject({ frozenAt: app.now().toISOString(), changes: [] });
    const line = villageOf(view, 'Est')?.lines[0];
    if (!line) throw new Error('Est asks for nothing');
    view = (await calls.changeLine(town.villages[1].member, line, demandOf(5, 445_000))).body;
    expect(view.changes).toMatchObject([
      {
        kind: 'changed',
        fields: [
          { field: 'quantity', from: 4, to: 5 },
          { field: 'separatePriceCents', from: 356_000, to: 445_000 },
        ],
      },
    ]);
    expect(view.timeline.at(-1)).toMatchObject({ kind: 'changed_after_freeze', village: { name: 'Est' } });
  });

  it('asks for the route again when it changed', async () => {
    const { id } = await town.gathered();
    await calls.does(town.broker, id, 'freeze');
    await calls.does(town.buyer, id, 'check-route', { route: 'single', note: 'Klein bedrag.' });
    let view = await calls.does(town.buyer, id, 'specify', { requirements: ['Van hout'] });
    const line = villageOf(view, 'Tuil')?.lines[0];
    if (!line) throw new Error('Tuil asks for nothing');
    view = (await calls.changeLine(town.broker, line, null)).body;
    expect(view.route).toMatchObject({ isCurrent: false });
    const ask = { closesAt: '2027-01-01T12:00:00Z', adviceBy: '2027-01-04', decisionBy: '2027-01-05' };
    const refused = await calls.post(town.buyer, view, 'request-quotes', ask);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('route_outdated')]);
  });

  it('is of two villages at least, and priced apart before the route', async () => {
    const { body } = await calls.start(town.broker, town.collaboration.id);
    let view: PurchaseView = await calls.does(town.broker, body.id, 'freeze');
    const unpriced = await calls.post(town.buyer, view, 'check-route', { route: 'single', note: 'Klein.' });
    expect(unpriced.body.detail).toContain('unpriced_lines');
    for (const { village } of town.villages.slice(1)) {
      view = await calls.see(town.broker, body.id);
      const line = view.perVillage.find((each) => each.village.id === village.id)?.lines[0];
      if (line) await calls.changeLine(town.broker, line, null);
    }
    view = await calls.see(town.buyer, body.id);
    const alone = await calls.post(town.buyer, view, 'check-route', { route: 'single', note: 'Klein.' });
    expect(alone.body.detail).toContain('one_village');
  });

  it.each([
    [{ quantity: 0 }, '/quantity'],
    [{ quantity: 1.5 }, '/quantity'],
    [{ what: 'x' }, '/what'],
    [{ neededBy: '2020-01-01' }, '/neededBy'],
    [{ neededBy: '2026-02-30' }, '/neededBy'],
    [{ budgetCents: -1 }, '/budgetCents'],
    [{ budgetCents: 0.5 }, '/budgetCents'],
    [{ separatePriceCents: 1_000_000_000_001 }, '/separatePriceCents'],
    [{ separatePriceSource: '' }, '/separatePriceSource'],
    [{ version: 3 }, '/version'],
  ])('refuses %j', async (fault, pointer) => {
    const { id } = await town.gathered();
    const line = { villageId: town.villages[0].village.id, ...demandOf(3, 1_000), ...fault };
    const { status, body } = await calls.addLine(town.broker, id, line);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('attack 10: is changed by one of two who saw the same line', async () => {
    const line = villageOf(await town.gathered(), 'Deil')?.lines[0];
    if (!line) throw new Error('Deil asks for nothing');
    const [{ secretary, member }] = town.villages;
    const both = await Promise.all([
      calls.changeLine(secretary, line, demandOf(5, 450_000)),
      calls.changeLine(member, line, demandOf(6, 540_000)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('attack 04: of another village is not changed by its id, nor added to', async () => {
    const view = await town.gathered();
    const [deil, est] = town.villages;
    const line = villageOf(view, 'Est')?.lines[0];
    if (!line) throw new Error('Est asks for nothing');
    for (const as of [deil.secretary, deil.member, deil.broker]) {
      expect((await calls.changeLine(as, line, demandOf(99, 100))).status).toBe(403);
      expect((await calls.changeLine(as, line, null)).status).toBe(403);
      const added = await calls.addLine(as, view.id, { villageId: est.village.id, ...demandOf(1, 100) });
      expect(added.status).toBe(403);
    }
    const foreign = { villageId: deil.village.id, ...demandOf(1, 100), proposalId: est.point.id };
    const moved = await calls.addLine(deil.secretary, view.id, foreign);
    expect([moved.status, moved.body.errors?.[0]?.pointer]).toEqual([400, '/proposalId']);
    const other = await aJointTown(app);
    const elsewhere = { villageId: other.villages[0].village.id, ...demandOf(1, 100) };
    expect((await calls.addLine(other.villages[0].secretary, view.id, elsewhere)).status).toBe(404);
    expect(villageOf(await calls.see(town.broker, view.id), 'Est')?.lines).toEqual([
      expect.objectContaining({ id: line.id, quantity: 4, version: line.version }),
    ]);
  });
});

describe('a village that leaves', () => {
  it('takes its lines along: shares are counted again, and history stays', async () => {
    const { id } = await town.advised();
    const before = await calls.see(null, id);
    await town.leaves(town.villages[2]);
    const after = await calls.see(null, id);
    expect(after).toMatchObject({ quantity: 7, left: [{ village: { name: 'Tuil' } }] });
    expect(after.changes).toMatchObject([{ kind: 'left', what: 'Bankje' }]);
    // Seven are fewer than the eight of the lower price.
    const together = 7 * (61_377 + 9_200) + 7_119;
    expect(after.estimate).toMatchObject({ togetherCents: together, apartCents: 626_000 });
    const shares = after.estimate?.villages ?? [];
    expect(shares.reduce((sum, { togetherCents }) => sum + togetherCents, 0)).toBe(together);
    expect(after.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
  });

  it('after the decision has it decided again on the new sum', async () => {
    const { id, quoteId } = await town.decided();
    await town.leaves(town.villages[2]);
    let view = await calls.see(town.buyer, id);
    expect(view).toMatchObject({ state: 'decided', acting: 'decider', decision: { isCurrent: false } });
    const refused = await calls.post(town.buyer, view, 'order', { reference: '' });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('decision_outdated')]);
    view = await calls.does(town.buyer, id, 'decide', { quoteId });
    expect(view.decision).toMatchObject({ isCurrent: true, totalCents: 7 * (61_377 + 9_200) + 7_119 });
    await calls.does(town.buyer, id, 'order', { reference: '' });
    expect(await see(app, town.villages[2].point.id, null)).toMatchObject({ agendaState: 'wish' });
  });

  it('has nothing to say any more, and cannot leave what is ordered', async () => {
    const { id } = await town.gathered();
    const [, , tuil] = town.villages;
    await town.leaves(tuil);
    const line = { villageId: tuil.village.id, ...demandOf(1, 100) };
    expect((await calls.addLine(tuil.secretary, id, line)).status).toBe(404);
    expect((await calls.see(tuil.secretary, id)).allowedActions).toEqual([]);
  });

  it('is bound once it is ordered', async () => {
    await town.ordered();
    await expect(town.leaves(town.villages[1])).rejects.toThrow('409');
  });

  it('leaves again when the order is cancelled', async () => {
    const { id } = await town.ordered();
    await calls.does(town.buyer, id, 'cancel', { reason: 'De leverancier ging failliet.' });
    await town.leaves(town.villages[1]);
    expect(await calls.see(null, id)).toMatchObject({ state: 'cancelled', quantity: 9, left: [] });
    const { body } = await calls.list(null, `?collaboration=${town.collaboration.id}`);
    expect(body.items).toMatchObject([{ state: 'cancelled', quantity: 9 }]);
  });
});

describe('a village that becomes an adviser', () => {
  it('still gets what was ordered for it, and has no part in what comes next', async () => {
    const { id } = await town.ordered();
    const [deil, , tuil] = town.villages;
    await town.casts(tuil, 'adviser');
    const read = async (): Promise<number[]> => {
      const { body } = await calls.list(null, `?collaboration=${town.collaboration.id}`);
      return [(await calls.see(null, id)).quantity, body.items[0]?.quantity ?? 0];
    };
    expect(await read()).toEqual([9, 9]);
    const told = { deliveredOn: app.now().toISOString().slice(0, 10), story: 'Ze staan er allemaal.' };
    await calls.does(tuil.secretary, id, `villages/${tuil.village.id}/deliver`, told);
    await calls.does(town.buyer, id, 'cancel', { reason: 'De leverancier ging failliet.' });
    expect(await read()).toEqual([9, 9]);
    const next = await calls.start(town.broker, town.collaboration.id);
    expect(next.body.villages.map(({ id: village }) => village)).not.toContain(tuil.village.id);
    await town.leaves(deil);
  });
});
