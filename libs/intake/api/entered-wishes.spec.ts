import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ClaimView, EnteredWishView } from '@kernagenda/intake/domain';
import { aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { WishClaims } from './wish-claims.service';

type Claim = ClaimView & ProblemBody;
let app: TestApp;
let town: TestTown;
let asker: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  town = await aTown(app);
  asker = await aPerson(app, { homeVillageId: town.tricht.id, displayName: 'Oma' });
});
afterAll(() => app.close());

const enter = (as: TestPerson | null, change: object = {}, headers = {}) => {
  const body = {
    ...{ villageId: town.tricht.id, title: 'Een bank bij de kerk', body: 'Om even te zitten.', place: '' },
    ...{ theme: 'meeting', kind: null, enteredFrom: 'letter', email: asker.email, hasConsent: true, ...change },
  };
  return app.request<{ id: string } & ProblemBody>('POST', '/api/v1/entered-wishes', { as, body, headers });
};
const listOf = async (as: TestPerson): Promise<readonly EnteredWishView[]> => {
  const { status, body } = await app.request<{ items: EnteredWishView[] }>('GET', '/api/v1/entered-wishes', { as });
  expect(status).toBe(200);
  return body.items;
};
const emailOf = (proposalId: string) =>
  app.dataSource.query<unknown[]>('select email from entered_wish where proposal_id = $1', [proposalId]);
const mailsTo = ({ email }: TestPerson) => app.mail.received.filter(({ recipients }) => recipients.includes(email));
const look = (token: string) => app.request<Claim>('GET', `/api/v1/claim-links?token=${encodeURIComponent(token)}`);
const use = (what: 'claim' | 'leave', as: TestPerson | null, token: string) =>
  app.request<Claim>('POST', `/api/v1/claim-links/${what}`, { as, body: { token } });
async function entered(as = town.secretary): Promise<{ readonly proposalId: string; readonly token: string }> {
  expect((await enter(as)).status).toBe(201);
  await app.settle();
  const token = decodeURIComponent(/mijn-wens\?bewijs=(\S+)/.exec(mailsTo(asker).at(-1)?.text ?? '')?.[1] ?? '');
  return { proposalId: (await listOf(as))[0]?.proposalId ?? '', token };
}

describe('a wish that is written down for somebody else', () => {
  it('waits for the broker as any other, and says how it came in', async () => {
    const { proposalId } = await entered();
    const wish = await see(app, proposalId, town.broker);
    expect(wish).toMatchObject({ moderationState: 'submitted', enteredFrom: 'letter', author: 'Secretaris' });
    expect((await perform(app, town.broker, 'approve', wish)).status).toBe(200);
    expect(await see(app, proposalId, null)).toMatchObject({ enteredFrom: 'letter', agendaState: 'wish' });
    expect(await listOf(town.secretary)).toMatchObject([
      { proposalId, title: 'Een bank bij de kerk', moderationState: 'approved', claim: 'asked' },
    ]);
  });

  it('is never decided on by the broker who wrote it down', async () => {
    const { proposalId } = await entered(town.broker);
    const wish = await see(app, proposalId, town.broker);
    expect((await perform(app, town.broker, 'approve', wish)).status).toBe(403);
  });

  it('attack 22: is never decided on by the broker who wrote it down, also when it has its own author by now', async () => {
    const { proposalId, token } = await entered(town.broker);
    const colleague = await aPerson(app, {
      roles: [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }],
    });
    expect((await use('claim', asker, token)).status).toBe(200);
    expect((await app.request('GET', `/api/v1/proposals/${proposalId}`, { as: town.broker })).status).toBe(404);
    const wish = await see(app, proposalId, colleague);
    expect((await perform(app, town.broker, 'approve', wish)).status).toBe(404);
    expect((await perform(app, colleague, 'approve', wish)).status).toBe(200);
    expect((await perform(app, town.broker, 'hide', await see(app, proposalId, null), reasons)).status).toBe(403);
  });

  it('is mailed once to who left an address, and to nobody without one', async () => {
    await entered();
    const [mail, ...more] = mailsTo(asker);
    expect([mail?.subject, more]).toEqual([`Uw wens voor ${town.tricht.name} is opgeschreven`, []]);
    expect(mail?.text).toContain('U schreef een brief met een wens voor');
    expect(mail?.text).not.toMatch(/bank|Om even te zitten/);
    const before = app.mail.received.length;
    expect((await enter(town.secretary, { email: null })).status).toBe(201);
    await app.settle();
    expect(app.mail.received).toHaveLength(before);
    expect((await listOf(town.secretary)).map(({ claim }) => claim).sort()).toEqual(['asked', 'none']);
  });

  it('mails one address ten times a day at most', async () => {
    for (let n = 0; n < 10; n += 1) expect((await enter(town.secretary)).status).toBe(201);
    expect((await enter(town.secretary)).status).toBe(429);
    expect((await enter(town.secretary, { email: null })).status).toBe(201);
  });

  it('stands once, however often the same call arrives', async () => {
    const headers = { 'idempotency-key': '5a4f8f5e-7f55-4c43-8a50-0f6a4f2b9c01' };
    const answers = await Promise.all([1, 2, 3].map(() => enter(town.secretary, {}, headers)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await listOf(town.secretary)).toHaveLength(1);
  });

  it.each([
    [{ title: 'Nu' }, '/title'],
    [{ email: 'oma@' }, '/email'],
    [{ enteredFrom: 'duif' }, '/enteredFrom'],
    [{ hasConsent: false }, '/hasConsent'],
    [{ body: 'x'.repeat(5001) }, '/body'],
  ])('refuses %j', async (change, pointer) => {
    const { status, body } = await enter(town.secretary, change);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('asks the database as often for many as for one', async () => {
    await entered();
    const count = async () => (await app.queriesDuring(() => listOf(town.secretary))).length;
    const one = await count();
    for (let n = 0; n < 6; n += 1) await enter(town.secretary);
    await app.settle();
    expect(await count()).toBe(one);
  });
});

describe('who may write down for others', () => {
  it.each([
    ['broker of the area', { role: 'broker', scope: 'area' }, false, 201],
    ['broker who lives there', { role: 'broker', scope: 'area' }, true, 403],
    ['secretary', { role: 'secretary', scope: 'village' }, true, 201],
    ['chair', { role: 'chair', scope: 'village' }, true, 201],
    ['group member', { role: 'group_member', scope: 'village' }, true, 201],
    ['secretary of elsewhere', { role: 'secretary', scope: 'elsewhere' }, false, 403],
    ['broker of elsewhere', { role: 'broker', scope: 'elsewhere' }, false, 403],
    ['official', { role: 'official', scope: 'village' }, false, 403],
    ['alderman', { role: 'alderman', scope: 'area' }, false, 403],
    ['resident', null, true, 403],
  ] as const)('%s', async (_name, given, isAtHome, expected) => {
    const elsewhere = (await aTown(app)).tricht;
    const { id, areaId } = town.tricht;
    const scopeId = given?.scope === 'elsewhere' ? elsewhere.id : given?.scope === 'area' ? areaId : id;
    const scopeType = given?.scope === 'area' ? 'area' : 'village';
    const as = await aPerson(app, {
      roles: given ? [{ role: given.role, scopeType, scopeId }] : [],
      ...(isAtHome && { homeVillageId: id }),
    });
    expect((await enter(as)).status).toBe(expected);
    const villages = await app.request<{ items?: { id: string }[] }>('GET', '/api/v1/entered-wishes/villages', { as });
    expect((villages.body.items ?? []).some((village) => village.id === id)).toBe(expected === 201);
  });

  it('is not a visitor', async () => {
    expect((await enter(null)).status).toBe(401);
  });
});

describe('the link to a wish somebody wrote down', () => {
  it('makes it the own wish of who asked for it, who changes and follows it from then on', async () => {
    const { proposalId, token } = await entered();
    expect((await look(token)).body).toMatchObject({ state: 'open', title: 'Een bank bij de kerk', proposalId });
    const { status, body } = await use('claim', asker, token);
    expect([status, body.state, body.body]).toEqual([200, 'claimed', '']);
    const wish = await see(app, proposalId, asker);
    expect(wish).toMatchObject({ author: 'Oma', isMine: true, enteredFrom: 'letter' });
    const [written] = await listOf(town.secretary);
    expect(written).toMatchObject({ claim: 'claimed', title: null, moderationState: null });
    expect((await use('claim', asker, token)).body.state).toBe('claimed');
    await perform(app, town.broker, 'approve', await see(app, proposalId, town.broker));
    await app.advance({ seconds: 60 });
    await app.settle();
    expect(mailsTo(asker).map(({ subject = '' }) => subject)).toHaveLength(2);
  });

  it('attack 21: shows nothing of a wish that was refused or hidden', async () => {
    const { proposalId, token } = await entered();
    await perform(app, town.broker, 'approve', await see(app, proposalId, town.broker));
    expect((await look(token)).body.title).toBe('Een bank bij de kerk');
    await perform(app, town.broker, 'hide', await see(app, proposalId, town.broker), reasons);
    expect((await look(token)).body).toMatchObject({ title: '', body: '' });
  });

  it('attack 04: gives it to nobody with another address, nor without signing in, nor with a changed link', async () => {
    const { token } = await entered();
    expect((await use('claim', town.neighbour, token)).status).toBe(403);
    expect((await use('claim', null, token)).status).toBe(401);
    expect((await use('claim', asker, `${token}x`)).body.code).toBe('invalid_code');
    expect((await look('nergens')).body.code).toBe('invalid_code');
    expect((await look(token)).body.state).toBe('open');
  });

  it('attack 10: is used ten times at once, and hands over once', async () => {
    const { proposalId, token } = await entered();
    const answers = await Promise.all(Array.from({ length: 10 }, () => use('claim', asker, token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const rows: unknown[] = await app.dataSource.query(
      `select 1 from audit_entry where action = 'take_over' and object_id = $1`,
      [proposalId],
    );
    expect(rows).toHaveLength(1);
  });

  it('says without signing in that it is not theirs: the address is forgotten and the wish stays', async () => {
    const { proposalId, token } = await entered();
    expect((await use('leave', null, token)).body).toMatchObject({ state: 'left', body: '' });
    expect((await use('claim', asker, token)).body.code).toBe('invalid_code');
    expect((await see(app, proposalId, town.broker)).author).toBe('Secretaris');
    expect(await emailOf(proposalId)).toEqual([{ email: null }]);
    expect(await listOf(town.secretary)).toMatchObject([{ claim: 'forgotten' }]);
  });

  it('works for sixty days, after which the address is forgotten', async () => {
    const { proposalId, token } = await entered();
    await app.advance({ days: 60 });
    await app.get(WishClaims).forget();
    expect(await emailOf(proposalId)).toEqual([{ email: asker.email }]);
    await app.advance({ days: 2 });
    await app.get(WishClaims).forget();
    expect(await emailOf(proposalId)).toEqual([{ email: null }]);
    expect((await look(token)).body.code).toBe('invalid_code');
  });
});
