import { procurementLimits } from '@kernagenda/procurement/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aJointTown, aQuote, demandOf } from './testing';
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

describe('the decision', () => {
  it('attack 10: is taken by one of two at once; the other hears who was first', async () => {
    const { id, quoteIds } = await town.advised();
    const seen = await calls.see(town.buyer, id);
    const reason = 'Sneller geleverd, en dat weegt zwaarder.';
    const answers = await Promise.all(
      quoteIds.map((quoteId) => calls.post(town.buyer, seen, 'decide', { quoteId, reason })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = answers.find(({ status }) => status === 409);
    expect(second?.body).toMatchObject({ code: 'already_decided', detail: expect.stringContaining('Inkoper') });
    const rows = await app.dataSource.query<unknown[]>(
      `select 1 from audit_entry where object_id = $1 and action = 'procurement.decide'`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  it('above the mandate is of the alderman, and below it is not', async () => {
    const dear = await town.advised([150_000]);
    let view = await calls.see(town.buyer, dear.id);
    expect(view.decider).toBe('alderman');
    expect((await calls.post(town.buyer, view, 'decide', { quoteId: dear.quoteId })).status).toBe(403);
    view = await calls.does(town.alderman, dear.id, 'decide', { quoteId: dear.quoteId });
    expect(view.decision).toMatchObject({ decider: 'alderman', totalCents: 9 * 150_000 + 7_119 });
  });

  it('above the mandate stays of the alderman, also where a cheaper quote was advised', async () => {
    const { id, quoteIds } = await town.advised([61_377, 150_000]);
    const decision = { quoteId: quoteIds[1], reason: 'Gaat dubbel zo lang mee.' };
    expect(await calls.does(town.alderman, id, 'decide', decision)).toMatchObject({ decider: 'alderman' });
    await town.leaves(town.villages[2]);
    const offered = await Promise.all([town.alderman, town.buyer].map((as) => calls.see(as, id)));
    expect(offered.map(({ allowedActions }) => allowedActions.includes('decide'))).toEqual([true, false]);
  });

  it('attack 12: ends with the mandate', async () => {
    const { id, quoteId } = await town.advised();
    const seen = await calls.see(town.buyer, id);
    expect((await calls.post(town.alderman, seen, 'decide', { quoteId })).status).toBe(403);
    await app.dataSource.query('update mandate set ends_at = $2 where person_id = $1', [town.buyer.id, app.now()]);
    expect((await calls.post(town.buyer, seen, 'decide', { quoteId })).status).toBe(403);
    expect((await calls.see(town.buyer, id)).allowedActions).not.toContain('decide');
    expect((await calls.post(town.alderman, seen, 'decide', { quoteId })).status).toBe(200);
  });

  it('for another quote than the advised one needs a reason, and never for one that does not meet the requirements', async () => {
    const { id, quoteIds } = await town.advised();
    const [, other = ''] = quoteIds;
    const seen = await calls.see(town.buyer, id);
    const refused = await calls.post(town.buyer, seen, 'decide', { quoteId: other });
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, '/reason']);
    const unknown = await calls.post(town.buyer, seen, 'decide', { quoteId: id });
    expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([400, '/quoteId']);
  });

  it('is taken on what was seen', async () => {
    const { id, quoteId } = await town.advised();
    const seen = await calls.see(town.buyer, id);
    const coordination = { hours: 1, rateCents: 1, hoursSource: 'Urenstaat', otherCents: 0, otherSource: '' };
    await calls.does(town.broker, id, 'coordination', coordination);
    expect((await calls.post(town.buyer, seen, 'decide', { quoteId })).status).toBe(412);
    const path = `/api/v1/purchases/${id}/decide`;
    expect((await app.request('POST', path, { as: town.buyer, body: { quoteId } })).status).toBe(428);
  });
});

describe('the saving', () => {
  it('attack 10: is booked once, and only when it is delivered', async () => {
    const { id } = await town.ordered();
    const coordination = { hours: 0, rateCents: 0, hoursSource: '', otherCents: 0, otherSource: '' };
    const booking = { invoiceCents: 550_000, invoiceReference: 'F-1', coordination };
    const early = await calls.post(town.buyer, await calls.see(town.buyer, id), 'book', booking);
    expect(early.status).toBe(409);
    const today = app.now().toISOString().slice(0, 10);
    for (const { village, secretary } of town.villages)
      await calls.does(secretary, id, `villages/${village.id}/deliver`, {
        deliveredOn: today,
        story: 'Ze staan er allemaal.',
      });
    expect(await town.buyerLeaves()).toBe(409);
    const seen = await calls.see(town.buyer, id);
    const both = await Promise.all([1, 2].map(() => calls.post(town.buyer, seen, 'book', booking)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const again = await calls.post(town.buyer, await calls.see(town.buyer, id), 'book', booking);
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('already_booked')]);
    const rows = await app.dataSource.query<unknown[]>('select 1 from procurement_booking where case_id = $1', [id]);
    expect(rows).toHaveLength(1);
    const { booked } = await calls.see(null, id);
    expect(await town.buyerLeaves()).toBe(200);
    // All is delivered: who leaves now leaves the sum as it was.
    await town.leaves(town.villages[2]);
    expect((await calls.see(null, id)).booked).toEqual(booked);
    expect((await calls.list(null, `?collaboration=${town.collaboration.id}`)).body.items[0]).toMatchObject({
      quantity: 9,
    });
  });

  it('below zero advises to buy apart', async () => {
    const { id } = await town.advised([99_000]);
    const { estimate } = await calls.see(null, id);
    expect(estimate).toMatchObject({ isWorthIt: false, netCents: 810_000 - (9 * 99_000 + 7_119) });
  });

  it('says where each figure comes from', async () => {
    const { id, version } = await town.gathered();
    const coordination = { hours: 3, rateCents: 5_000, hoursSource: '', otherCents: 0, otherSource: '' };
    const { status, body } = await calls.put(town.broker, { id, version }, 'coordination', coordination);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/hoursSource']);
    const endless = { ...coordination, hours: 10_000, rateCents: 1_000_000_000_000, hoursSource: 'Urenstaat' };
    const refused = await calls.put(town.broker, { id, version }, 'coordination', endless);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, '/rateCents']);
  });
});

describe('attack 26: orders for the same thing', () => {
  beforeAll(async () => {
    await app.dataSource.query(
      `insert into procurement_threshold (kind, route, from_cents, valid_from, source, source_url)
       values ('goods_services', 'single', 0, '2026-01-01', 'Voorbeeld van een regel', 'https://example.org/regels'),
         ('goods_services', 'several', 1200000, '2026-01-01', 'Voorbeeld van een regel', 'https://example.org/regels')`,
    );
  });

  it('that pass a threshold together are warned of, need a note, and are logged', async () => {
    const first = await town.gathered();
    const other = await aJointTown(app);
    const second = await other.gathered();
    let view = await other.calls.does(other.broker, second.id, 'freeze');
    expect(view.routeAdvice).toMatchObject({ rule: { route: 'single' }, splitting: { rule: { route: 'several' } } });
    expect(view.routeAdvice.splitting?.others.map(({ caseId }) => caseId)).toContain(first.id);
    const silent = await other.calls.post(other.buyer, await other.calls.see(other.buyer, second.id), 'check-route', {
      route: 'single',
    });
    expect([silent.status, silent.body.errors?.[0]?.pointer]).toEqual([400, '/note']);
    view = await other.calls.does(other.buyer, second.id, 'check-route', {
      route: 'single',
      note: 'Andere leverdatum.',
    });
    expect(view.state).toBe('route_checked');
    const [entry] = await app.dataSource.query<{ details: { caseIds: string[] } }[]>(
      `select d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.object_id = $1 and e.action = 'procurement.warn_splitting'`,
      [second.id],
    );
    expect(entry?.details.caseIds).toContain(first.id);
  });

  it('for something else do not count', async () => {
    const { body } = await calls.start(town.broker, town.collaboration.id, { what: 'hondenpoepbakken', unit: 'bak' });
    const line = { villageId: town.villages[0].village.id, ...demandOf(3, 800_000) };
    const view = (await calls.addLine(town.broker, body.id, line)).body;
    expect(view.routeAdvice).toMatchObject({ rule: { route: 'single' }, splitting: null });
  });

  it('another route than advised needs a note', async () => {
    const { id } = await town.gathered();
    await calls.does(town.broker, id, 'freeze');
    const seen = await calls.see(town.buyer, id);
    const { status, body } = await calls.post(town.buyer, seen, 'check-route', { route: 'several' });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/note']);
  });
});

describe('a quote', () => {
  it.each([
    [{ priceBreaks: [] }, '/priceBreaks'],
    [
      {
        priceBreaks: [
          { fromQuantity: 5, unitPriceCents: 1 },
          { fromQuantity: 5, unitPriceCents: 2 },
        ],
      },
      '/priceBreaks/1/fromQuantity',
    ],
    [{ priceBreaks: [{ fromQuantity: 1, unitPriceCents: 1.5 }] }, '/priceBreaks/0/unitPriceCents'],
    [{ priceBreaks: [{ fromQuantity: 1, unitPriceCents: 1_000_000_000_000 }] }, '/priceBreaks'],
    [{ deliveryCents: -1 }, '/deliveryCents'],
    [{ validUntil: '2026-01-01' }, '/validUntil'],
    [{ supplier: '' }, '/supplier'],
  ])('with %j is refused', async (fault, pointer) => {
    const { id } = await town.requested([]);
    const { status, body } = await calls.addQuote(town.buyer, id, { ...aQuote('Leverancier'), ...fault });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('comes in once however often it arrives, and not after the closing time', async () => {
    const { id } = await town.requested([]);
    const key = { 'idempotency-key': 'quote-once-please' };
    const first = await calls.addQuote(town.buyer, id, aQuote('Leverancier'), key);
    expect((await calls.addQuote(town.buyer, id, aQuote('Leverancier'), key)).body).toEqual(first.body);
    await app.advance({ days: 7 });
    const late = await calls.addQuote(town.buyer, id, aQuote('Te laat'));
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('quotes_closed')]);
    expect((await calls.withdraw(town.buyer, first.body.id)).status).toBe(409);
    expect((await calls.see(town.buyer, id)).quotes.items).toHaveLength(1);
  });

  it('comes and goes with as many others at once as there are connections', async () => {
    const { id } = await town.requested([]);
    const names = Array.from({ length: procurementLimits.quotes + 1 }, (_, n) => `Leverancier ${n + 1}`);
    const added = await Promise.all(names.map((name) => calls.addQuote(town.buyer, id, aQuote(name))));
    const inTime = added.filter(({ status }) => status === 201);
    expect([inTime.length, added.filter(({ status }) => status === 409).length]).toEqual([procurementLimits.quotes, 1]);
    const gone = await Promise.all(inTime.map(({ body }) => calls.withdraw(town.buyer, body.id)));
    expect(gone.map(({ status }) => status)).toEqual(inTime.map(() => 204));
  });

  it('is taken back before the closing time, and then never was', async () => {
    const { id, quoteIds } = await town.requested();
    const [first = ''] = quoteIds;
    expect((await calls.withdraw(town.clerk, first)).status).toBe(204);
    expect((await calls.withdraw(town.clerk, first)).status).toBe(409);
    await app.advance({ days: 7 });
    expect((await calls.see(town.buyer, id)).quotes.items.map(({ supplier }) => supplier)).toEqual(['Leverancier 2']);
  });
});
