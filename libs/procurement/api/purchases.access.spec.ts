import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { demandStates, leavableStates, procurementStates } from '@kernagenda/procurement/domain';
import type { ProcurementState, PurchaseView } from '@kernagenda/procurement/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import { aJointTown, aQuote, demandOf, giveMandate } from './testing';
import type { JointTown, PurchaseCalls } from './testing';

/** What the table of permissions gives: D the demand of the own village, L the demand of all, E ending, N naming the buyer,
 * B buying, M deciding within the mandate, A deciding above it, V speaking for the own village, R receiving, C costs. */
const parts: Readonly<Record<string, string>> = {
  'group member': 'D',
  'group member of another village': '',
  secretary: 'DLVR',
  'secretary of another village': '',
  'broker of the village': 'DLENVRC',
  'broker of the area': 'DLENVRC',
  'broker of the municipality': 'DLENVRC',
  'broker who lives in the village': 'LENC',
  'broker of elsewhere': '',
  'buyer with a mandate': 'DLENBMRC',
  'buyer whose mandate is too low': 'DLENBRC',
  'buyer whose mandate ended': 'DLENBRC',
  'buyer without a mandate': 'DLENBRC',
  'official of the buying team who lives in the village': 'LEN',
  'official of another team that takes part': 'DLEN',
  'official of a team that takes no part, with a mandate': '',
  'alderman of the municipality': 'A',
  'alderman of the area': 'A',
  'alderman of another area': '',
  'alderman who lives in the village': '',
  resident: '',
  author: '',
  admin: '',
  visitor: '',
};

let app: TestApp;
let town: JointTown;
let calls: PurchaseCalls;
let people: Readonly<Record<string, TestPerson | null>>;
let id: string;
let quoteId: string;
let closesAt: Date;

beforeAll(async () => {
  app = await createTestApp();
  town = await aJointTown(app);
  ({ calls } = town);
  const [{ village, ...deil }] = town.villages;
  const elsewhere = await aJointTown(app);
  const [other] = elsewhere.villages;
  const otherTeam = await aTeam(app, village);
  const strangers = await aTeam(app, village);
  const given = (
    role: ScopedRole['role'],
    scopeType: ScopedRole['scopeType'],
    scopeId: string,
    homeVillageId?: string,
  ) => aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(homeVillageId && { homeVillageId }) });
  const official = async (teamId: string, maxCents: number | null, home?: string, endsAt: Date | null = null) => {
    const person = await given('official', 'team', teamId, home);
    if (maxCents !== null) await giveMandate(app, person, maxCents, endsAt);
    return person;
  };
  people = {
    'group member': deil.member,
    'group member of another village': other.member,
    secretary: deil.secretary,
    'secretary of another village': other.secretary,
    'broker of the village': deil.broker,
    'broker of the area': await given('broker', 'area', village.areaId),
    'broker of the municipality': town.broker,
    'broker who lives in the village': await given('broker', 'municipality', village.municipalityId, village.id),
    'broker of elsewhere': other.broker,
    'buyer with a mandate': town.buyer,
    'buyer whose mandate is too low': await official(town.team.id, 559_511),
    'buyer whose mandate ended': await official(town.team.id, 9_000_000, undefined, app.now()),
    'buyer without a mandate': town.clerk,
    'official of the buying team who lives in the village': await official(town.team.id, 9_000_000, village.id),
    'official of another team that takes part': await official(otherTeam.id, 9_000_000),
    'official of a team that takes no part, with a mandate': await official(strangers.id, 9_000_000),
    'alderman of the municipality': town.alderman,
    'alderman of the area': await given('alderman', 'area', village.areaId),
    'alderman of another area': await given('alderman', 'area', other.village.areaId),
    'alderman who lives in the village': await given('alderman', 'municipality', village.municipalityId, village.id),
    resident: deil.resident,
    author: deil.resident,
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    visitor: null,
  };
  ({ id, quoteId } = await town.decided());
  // From here on the team that buys has to be named: two take part.
  await app.dataSource.query(
    `insert into collaboration_party (collaboration_id, kind, team_id, role, joined_at) values ($1, 'team', $2, 'participant', $3)`,
    [town.collaboration.id, otherTeam.id, app.now()],
  );
  closesAt = new Date((await calls.see(null, id)).quotes.closesAt ?? '');
});
afterAll(() => app.close());

type Seen = Pick<PurchaseView, 'id' | 'version'>;

/** As it stands in a state, with everything before it done and nothing after it. */
async function put(state: ProcurementState, { above = false, sealed = false } = {}): Promise<Seen> {
  const isEarly = [...demandStates, 'quotes_requested'].some((early) => early === state);
  const isUndecided = isEarly || state === 'advised';
  const isDelivered = ['delivered', 'evaluated'].includes(state);
  const [row] = await app.dataSource.query<{ version: number }[]>(
    `with unbooked as (delete from procurement_booking where case_id = $1),
       thawed as (delete from demand_snapshot where case_id = $1 and $2 = 'gathering'),
       received as (insert into procurement_village (case_id, village_id, population, delivered_on)
         select c.id, v.id, case when $11 then v.population end, case when $8 then date '2026-03-05' end
         from procurement_case c
         join collaboration_party p on p.collaboration_id = c.collaboration_id and p.left_at is null
         join village v on v.id = p.village_id where c.id = $1
         on conflict (case_id, village_id) do update
           set population = excluded.population, delivered_on = excluded.delivered_on),
       mandated as (update mandate set max_cents = $9 where person_id = $10),
       changed as (update procurement_case set state = $2, version = version + 1, route = 'single', route_at = started_at,
         route_demand_version = demand_version, buyer_team_id = $6, closes_at = $7,
         advised_quote_id = case when $3 then null else $5::uuid end,
         chosen_quote_id = case when $4 then null else $5::uuid end,
         decided_cents = case when $4 then null else 559512 end,
         decided_at = case when $4 then null else started_at end,
         ended_at = case when $2 in ('not_joint', 'cancelled') then $7::timestamptz end, ended_from = null
       where id = $1 returning version)
     select version from changed`,
    [
      ...[id, state, isEarly, isUndecided, quoteId, town.team.id, sealed ? tomorrow(1) : closesAt],
      ...[isDelivered, above ? 1 : 1_000_000, town.buyer.id, isDelivered || state === 'ordered'],
    ],
  );
  return { id, version: row?.version ?? 0 };
}

const tomorrow = (days: number): string => new Date(app.now().getTime() + days * 86_400_000).toISOString();
const day = (days: number): string => tomorrow(days).slice(0, 10);
const costs = { hours: 0, rateCents: 0, hoursSource: '', otherCents: 0, otherSource: '' };
const reason = 'Het gaat niet door dit jaar.';
const beforeOrder: readonly ProcurementState[] = leavableStates;

interface Doing {
  /** One letter of the parts. */
  readonly right: string;
  readonly from: readonly ProcurementState[];
  readonly send: (as: TestPerson | null, seen: Seen) => Promise<{ readonly status: number }>;
}

const post = (right: string, from: readonly ProcurementState[], path: string, body?: () => object): Doing => ({
  right,
  from,
  send: (as, seen) => calls.post(as, seen, path.replace(':village', town.villages[0].village.id), body?.()),
});
const change = (right: string, from: readonly ProcurementState[], path: string, body: () => object): Doing => ({
  right,
  from,
  send: (as, { version }) =>
    app.request('PUT', `/api/v1/purchases/${id}${path.replace(':village', town.villages[0].village.id)}`, {
      as,
      headers: { 'if-match': `"${version}"` },
      body: body(),
    }),
});

const doings: Readonly<Record<string, Doing>> = {
  freeze: post('L', ['gathering'], 'freeze'),
  check_route: post('B', ['demand_frozen', 'route_checked', 'specified'], 'check-route', () => ({
    ...{ route: 'single', note: 'Klein bedrag.' },
  })),
  specify: post('B', ['route_checked'], 'specify', () => ({ requirements: ['Van hout'] })),
  request_quotes: post('B', ['specified'], 'request-quotes', () => ({
    ...{ closesAt: tomorrow(1), adviceBy: day(3), decisionBy: day(4) },
  })),
  advise: post('B', ['quotes_requested'], 'advise', () => ({ quoteId })),
  decide: post('M', ['advised'], 'decide', () => ({ quoteId })),
  order: post('B', ['decided'], 'order', () => ({})),
  evaluate: post('C', ['delivered'], 'evaluate', () => ({})),
  end_not_joint: post('E', beforeOrder, 'end-not-joint', () => ({ reason })),
  cancel: post('B', [...beforeOrder, 'ordered'], 'cancel', () => ({ reason })),
  change: change('L', ['gathering'], '', () => ({
    ...{ what: 'bankjes', unit: 'bankje', kind: 'goods_services', shareKey: 'equal' },
  })),
  name_buyer: change('N', demandStates, '/buyer', () => ({ teamId: town.team.id })),
  change_coordination: change('C', beforeOrder, '/coordination', () => costs),
  assess_quotes: {
    right: 'B',
    from: ['quotes_requested'],
    send: (as, { version }) => calls.assess(as, quoteId, version, { meetsRequirements: true, note: '' }),
  },
  book: post('B', ['delivered', 'evaluated'], 'book', () => ({
    ...{ invoiceCents: 1, invoiceReference: 'F-1', coordination: costs },
  })),
  'line of the village': {
    right: 'D',
    from: demandStates,
    send: async (as) => {
      const lines = await app.dataSource.query<Seen[]>(
        'select id, version from demand_line where case_id = $1 and village_id = $2',
        [...[id, town.villages[0].village.id]],
      );
      return calls.changeLine(as, lines[0] ?? { id, version: 0 }, demandOf(3, 270_000));
    },
  },
  'advice of the village': change('V', ['quotes_requested'], '/villages/:village/advice', () => ({ isGood: true })),
  'plan of the delivery': change('B', ['ordered'], '/villages/:village/delivery-plan', () => ({ plannedOn: day(1) })),
  deliver: post('R', ['ordered'], 'villages/:village/deliver', () => ({
    ...{ deliveredOn: day(0), story: 'Ze staan er allemaal.' },
  })),
  'evaluation of the village': change('V', ['delivered'], '/villages/:village/evaluation', () => ({ isContent: true })),
};

describe.each(Object.keys(doings))('%s', (name) => {
  it.each(Object.entries(parts))('is for the %s as the table says: %s', async (part, given) => {
    const { right, from, send } = doings[name] as Doing;
    const as = people[part] ?? null;
    const { status } = await send(as, await put(from[0] ?? 'gathering'));
    expect(status).toBe(as === null ? 401 : given.includes(right) ? 200 : 403);
  });

  it.each(procurementStates)('from %s goes as the table says', async (state) => {
    const { right, from, send } = doings[name] as Doing;
    const [part = ''] = Object.entries(parts).find(([, given]) => given.includes(right)) ?? [];
    const { status } = await send(people[part] ?? null, await put(state));
    expect([state, status]).toEqual([state, from.includes(state) ? 200 : 409]);
  });
});

describe('above every mandate of the buying team', () => {
  it.each(Object.entries(parts))('the %s decides as the table says: %s', async (part, given) => {
    const as = people[part] ?? null;
    const { status } = await calls.post(as, await put('advised', { above: true }), 'decide', { quoteId });
    expect(status).toBe(as === null ? 401 : given.includes('A') ? 200 : 403);
  });
});

describe('before the closing time', () => {
  it.each(Object.entries(parts))('the %s enters quotes as the table says: %s', async (part, given) => {
    const as = people[part] ?? null;
    await put('quotes_requested', { sealed: true });
    const { status, body } = await calls.addQuote(as, id, aQuote('Leverancier'));
    expect(status).toBe(as === null ? 401 : given.includes('B') ? 201 : 403);
    if (status !== 201) return;
    expect((await calls.withdraw(people['secretary'] ?? null, body.id)).status).toBe(403);
    expect((await calls.withdraw(as, body.id)).status).toBe(204);
  });
});

describe.each(procurementStates)('attack 05: a purchase that is %s', (state) => {
  it('offers everyone what they may do, and nothing else', async () => {
    await put(state);
    for (const [part, given] of Object.entries(parts)) {
      const view = await calls.see(people[part] ?? null, id);
      const expected = Object.entries(doings).flatMap(([name, { right, from }]) =>
        from.includes(state) && given.includes(right) && !name.includes(' ') && name !== 'deliver' ? name : [],
      );
      const offered = view.allowedActions.filter((action) => action in doings && action !== 'deliver');
      expect([part, [...offered].sort()]).toEqual([part, expected.sort()]);
      const here = view.perVillage[0]?.allowedActions ?? [];
      expect([part, here.includes('add_line')]).toEqual([
        part,
        given.includes('D') && demandStates.some((each) => each === state),
      ]);
      expect([part, here.includes('deliver')]).toEqual([part, given.includes('R') && state === 'ordered']);
    }
  });
});

describe('who may begin a purchase', () => {
  it.each(Object.entries(parts))('the %s as the table says: %s', async (part, given) => {
    const as = people[part] ?? null;
    await put('cancelled');
    const { status, body } = await calls.start(as, town.collaboration.id);
    expect(status).toBe(as === null ? 401 : given.includes('L') ? 201 : 403);
    if (status === 201) await app.dataSource.query('delete from procurement_case where id = $1', [body.id]);
  });
});
