import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { LivePage, TestApp } from '@kernagenda/shared/api/testing';
import { aJointTown, aQuote } from './testing';
import type { JointTown, PurchaseCalls } from './testing';

/** Figures that stand nowhere else: in cents, as a total, and as somebody would write them. */
const secrets = [61_377, 65_931, 61_377 + 9_200, 65_931 + 9_200, 7_119, 9 * 61_377 + 7_119, 9 * 65_931 + 7_119];
const written = secrets.flatMap((cents) => [
  String(cents),
  (cents / 100).toFixed(2),
  (cents / 100).toFixed(2).replace('.', ','),
]);
const words = ['prijs van de zomer'];

let app: TestApp;
let town: JointTown;
let calls: PurchaseCalls;
let id: string;
let quoteIds: string[];
let people: Readonly<Record<string, TestPerson | null>>;
const pages: LivePage[] = [];

/** Ids and hashes are made of digits too, and say nothing. */
const madeUp = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\b[\da-f]{8}\b|[\da-f]{32,}/g;

const leaks = (told: unknown): string[] => {
  const text = JSON.stringify(told).replace(madeUp, '');
  return [...written, ...words].filter((secret) => text.includes(secret));
};

beforeAll(async () => {
  app = await createTestApp();
  town = await aJointTown(app);
  ({ calls } = town);
  await app.dataSource.query(
    `insert into procurement_threshold (kind, route, from_cents, valid_from, source, source_url)
     values ('goods_services', 'single', 0, '2026-01-01', 'Voorbeeld van een regel', 'https://example.org/regels'),
       ('goods_services', 'several', 1200000, '2026-01-01', 'Voorbeeld van een regel', 'https://example.org/regels')`,
  );
  const [deil] = town.villages;
  const admin = { role: 'admin', scopeType: 'installation', scopeId: '00000000-0000-4000-8000-000000000000' } as const;
  people = {
    visitor: null,
    resident: deil.resident,
    'group member': deil.member,
    secretary: deil.secretary,
    'broker of a village': deil.broker,
    'broker of the municipality': town.broker,
    buyer: town.buyer,
    'official of the buying team': town.clerk,
    alderman: town.alderman,
    admin: await aPerson(app, { roles: [admin] }),
  };
  // Everybody listens while the quotes come in.
  for (const as of Object.values(people)) {
    const page = await app.open({ as });
    for (const room of ['public', `collaboration:${town.collaboration.id}`] as const)
      expect(await page.join(room)).toBe(true);
    if (as) expect(await page.join(`person:${as.id}`)).toBe(true);
    pages.push(page);
  }
  ({ id, quoteIds } = await town.requested());
});
afterAll(() => app.close());

const parts = [
  'visitor',
  'resident',
  'group member',
  'secretary',
  'broker of a village',
  'broker of the municipality',
  'buyer',
  'official of the buying team',
  'alderman',
  'admin',
] as const;

describe('attack 26: before the closing time', () => {
  it.each(parts)('the %s reads no amount of a quote, wherever they look', async (part) => {
    const as = people[part] ?? null;
    const paths = [
      `/api/v1/purchases/${id}`,
      '/api/v1/purchases',
      `/api/v1/purchases?collaboration=${town.collaboration.id}`,
      `/api/v1/collaborations/${town.collaboration.id}`,
      '/api/v1/collaborations',
      `/api/v1/proposals/${town.villages[0].point.id}`,
      '/api/v1/notifications',
      '/api/v1/search?q=bankjes',
      `/api/v1/audit?reason=${encodeURIComponent('Wij zoeken naar een lek')}&objectId=${id}`,
    ];
    for (const path of paths) {
      const { body } = await app.request('GET', path, { as });
      expect([path, leaks(body)]).toEqual([path, []]);
    }
    const { quotes, estimate, decision } = await calls.see(as, id);
    expect([quotes.areOpen, quotes.items, estimate, decision]).toEqual([false, [], null, null]);
    const knows = part === 'buyer' || part === 'official of the buying team';
    expect(quotes.receipts.map(({ supplier }) => supplier)).toEqual(knows ? ['Leverancier 1', 'Leverancier 2'] : []);
    expect(JSON.stringify(await calls.get(as, id)).includes('Leverancier')).toBe(knows);
  });

  it.each(parts)('no refusal tells the %s one', async (part) => {
    const as = people[part] ?? null;
    const seen = await calls.see(as, id);
    const [quoteId = ''] = quoteIds;
    const answers = [
      await calls.assess(as, quoteId, seen.version, { meetsRequirements: true, note: '' }),
      await calls.post(as, seen, 'advise', { quoteId, note: '' }),
      await calls.post(as, seen, 'decide', { quoteId, reason: '' }),
      await calls.put(as, seen, `villages/${town.villages[0].village.id}/advice`, { isGood: true, note: '' }),
      await calls.post(as, seen, 'book', {
        ...{ invoiceCents: 1, invoiceReference: 'x' },
        coordination: { hours: 0, rateCents: 0, otherCents: 0 },
      }),
      await calls.post(as, seen, 'order', {}),
    ];
    for (const { status, body } of answers) {
      expect([401, 403, 404, 409]).toContain(status);
      expect(leaks(body)).toEqual([]);
    }
  });

  it('who enters one gets a receipt alone, and the same when the call arrives again', async () => {
    const headers = { 'idempotency-key': 'sealed-once-please' };
    const quote = aQuote('Leverancier 3', 61_377, { note: words[0] ?? '' });
    const first = await calls.addQuote(town.buyer, id, quote, headers);
    const again = await calls.addQuote(town.buyer, id, quote, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(Object.keys(first.body).sort()).toEqual(['id', 'receivedAt', 'supplier']);
    expect(again.body).toEqual(first.body);
    const other = await calls.addQuote(town.buyer, id, aQuote('Leverancier 3', 65_931), headers);
    expect([other.status, leaks(other.body)]).toEqual([422, []]);
    await calls.withdraw(town.buyer, first.body.id);
  });

  it('no row of the log, the history, the answers kept or the jobs has one', async () => {
    const tables = ['audit_entry', 'audit_details', 'procurement_event', 'collaboration_history', 'idempotency_key'];
    for (const table of [...tables, 'procurement_case', 'notification', 'pgboss.job']) {
      const rows = await app.dataSource.query<{ row: unknown }[]>(`select to_json(t) as row from ${table} t`);
      expect([table, leaks(rows)]).toEqual([table, []]);
    }
  });

  it('no socket and no mail told one, nor that one came in', async () => {
    await app.settle();
    for (const page of pages) expect(leaks(page.heard)).toEqual([]);
    const before = pages.map(({ heard }) => heard.length);
    await calls.addQuote(town.buyer, id, aQuote('Leverancier 4'));
    await app.settle();
    expect(pages.map(({ heard }) => heard.length)).toEqual(before);
    expect(await app.dataSource.query('select 1 from demo_mail')).toEqual([]);
  });

  it('a clock that the sender sets, or a closing time that is past, opens nothing', async () => {
    const headers = { date: 'Fri, 01 Jan 2100 00:00:00 GMT', 'x-now': '2100-01-01T00:00:00Z' };
    const { body } = await app.request('GET', `/api/v1/purchases/${id}?now=2100-01-01`, { as: town.buyer, headers });
    expect(leaks(body)).toEqual([]);
    const seen = await calls.see(town.buyer, id);
    const sooner = { closesAt: '2026-03-02T09:00:01Z', adviceBy: '2026-03-03', decisionBy: '2026-03-04' };
    expect((await calls.post(town.buyer, seen, 'request-quotes', sooner)).status).toBe(409);
  });

  it('what the villages expect to pay is read by who works on it or oversees it alone', async () => {
    for (const part of parts) {
      const view = await calls.see(people[part] ?? null, id);
      const reads = !['visitor', 'resident', 'admin'].includes(part);
      expect([part, view.routeAdvice.estimateCents]).toEqual([part, reads ? 810_000 : null]);
      // Which route the rules ask tells between which amounts the estimate lies.
      expect([part, view.routeAdvice.rule?.route ?? null]).toEqual([part, reads ? 'single' : null]);
      expect([part, view.route?.advised]).toEqual([part, reads ? 'single' : null]);
      const lines = view.perVillage.flatMap((village) => village.lines);
      expect([part, lines.some(({ separatePriceCents }) => separatePriceCents !== null)]).toEqual([part, reads]);
    }
  });
});

describe('attack 26: a purchase that ended before the closing time', () => {
  it('never opens its quotes', async () => {
    const other = await aJointTown(app);
    const made = await other.requested();
    await other.calls.does(other.buyer, made.id, 'cancel', { reason: 'De subsidie gaat niet door.' });
    await app.advance({ days: 10 });
    for (const as of [null, other.buyer, other.broker, other.alderman]) {
      const { body } = await other.calls.get(as, made.id);
      expect([body.quotes.areOpen, body.quotes.items, leaks(body)]).toEqual([false, [], []]);
    }
  });
});

describe('attack 26: from the closing time on', () => {
  it('everybody reads the prices, and suppliers by name only who may', async () => {
    for (const part of parts) {
      const { quotes } = await calls.see(people[part] ?? null, id);
      expect(quotes.items.map(({ letter }) => letter)).toEqual(['A', 'C', 'B']);
      const knows = !['visitor', 'resident', 'group member', 'secretary', 'admin'].includes(part);
      expect([part, quotes.items[0]?.supplier]).toEqual([part, knows ? 'Leverancier 1' : null]);
      expect([part, JSON.stringify(await calls.get(people[part] ?? null, id)).includes('Leverancier')]).toEqual([
        part,
        knows,
      ]);
    }
  });

  it('what another purchase, still sealed, is expected to cost is read from a warning only by who knows suppliers', async () => {
    const other = await aJointTown(app);
    await other.requested();
    for (const part of parts) {
      const { routeAdvice } = await calls.see(people[part] ?? null, id);
      const knows = !['visitor', 'resident', 'group member', 'secretary', 'admin'].includes(part);
      expect([part, routeAdvice.estimateCents]).toEqual([part, 810_000]);
      expect([part, routeAdvice.splitting?.totalCents ?? null]).toEqual([part, knows ? 2 * 810_000 : null]);
    }
  });
});
