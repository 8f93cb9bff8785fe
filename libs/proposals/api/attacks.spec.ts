import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { ProposalCounts, ProposalSummary, ProposalView } from '@kernagenda/proposals/domain';
import { aProposal, aTown, perform, reasons, see } from './testing';
import type { ProposalBuilder, TestTown } from './testing';

describe('attacks on proposals', () => {
  let app: TestApp;
  let town: TestTown;
  /** One proposal of the resident in every state that is not public. */
  let secrets: ProposalView[];

  const write = (): ProposalBuilder => aProposal(app).in(town.tricht).by(town.resident).with({ title: 'Geheim plan' });

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
    secrets = [
      await write().save(),
      await write().submitted().save(),
      await write().sentBackBy(town.broker).save(),
      await write().refusedBy(town.broker).save(),
      await write().hiddenBy(town.broker).save(),
    ];
  });
  afterAll(() => app.close());

  const strangers = (): (TestPerson | null)[] => [
    null,
    town.neighbour,
    town.secretary,
    town.official,
    town.otherBroker,
  ];

  it('attack 04: nobody changes, deletes, sends or takes back the proposal of somebody else', async () => {
    const open = await write().approvedBy(town.broker).save();
    for (const target of [...secrets, open]) {
      const path = `/api/v1/proposals/${target.id}`;
      for (const as of [town.neighbour, town.broker, town.secretary, town.otherBroker]) {
        const headers = { 'if-match': `"${target.version}"` };
        const answers = [
          await app.request('PATCH', path, { as, body: { title: 'Van mij' }, headers }),
          await app.request('DELETE', path, { as }),
          await perform(app, as, 'submit', target),
          await perform(app, as, 'recall', target),
          await perform(app, as, 'withdraw', target),
        ];
        expect(answers.every(({ status }) => status === 403 || status === 404)).toBe(true);
      }
      expect(await see(app, target.id, town.resident)).toMatchObject({ title: 'Geheim plan', version: target.version });
    }
  });

  it.each([
    'explore',
    'put-on-agenda',
    'take-off-agenda',
    'take-back',
    'hold',
    'resume',
    'mark-not-feasible',
    'reopen',
    'merge',
    'approve',
    'request-changes',
    'refuse',
    'hide',
    'show-again',
    'reconsider',
    'undo',
    'claim',
    'release',
  ])('attack 05: %s is refused to everyone whose part it is not, whatever the menu shows', async (action) => {
    const open = await write().approvedBy(town.broker).save();
    const other = await write().approvedBy(town.broker).save();
    const bodies: Readonly<Record<string, object>> = {
      hold: { reason: 'De brug is dicht.', reviewOn: '2027-01-01' },
      'mark-not-feasible': { reason: 'Het kan hier niet.', alternative: 'Het kan daar wel.' },
      merge: { targetId: other.id },
      'request-changes': reasons,
      refuse: reasons,
      hide: reasons,
      reconsider: { reason: 'Het huisnummer staat er niet in.' },
    };
    for (const as of [town.resident, town.neighbour, town.official, town.otherBroker]) {
      expect((await perform(app, as, action, open, bodies[action])).status).toBe(403);
    }
    expect((await perform(app, null, action, open, bodies[action])).status).toBe(401);
    expect(await see(app, open.id, null)).toMatchObject({ agendaState: 'wish', version: open.version });
  });

  it('attack 06: what is not public is in no list, count, answer or room of a stranger', async () => {
    for (const as of strangers()) {
      const list = await app.request<Page<ProposalSummary>>('GET', '/api/v1/proposals?limit=100', { as });
      const ids = list.body.items.map(({ id }) => id);
      const page = await app.open({ as });
      for (const { id } of secrets) {
        expect(ids).not.toContain(id);
        expect((await app.request('GET', `/api/v1/proposals/${id}`, { as })).status).toBe(404);
        expect(await page.join(`proposal:${id}`)).toBe(false);
      }
      expect(await page.join(`person:${town.resident.id}`)).toBe(false);
      page.close();
    }
    const { body } = await app.request<ProposalCounts>('GET', '/api/v1/proposals/counts');
    const list = await app.request<Page<ProposalSummary>>('GET', '/api/v1/proposals?limit=100');
    expect(Object.values(body.total).reduce((sum, count) => sum + count, 0)).toBe(list.body.items.length);
  });

  it('attack 06: the broker sees all but the draft, and no room hears of a draft', async () => {
    const statuses = await Promise.all(
      secrets.map(({ id }) => app.request('GET', `/api/v1/proposals/${id}`, { as: town.broker })),
    );
    expect(statuses.map(({ status }) => status)).toEqual([404, 200, 200, 200, 200]);
  });

  it('attack 06: the public list tells nothing of decisions, authors or sources of a decision', async () => {
    await write().approvedBy(town.broker).save();
    const { body } = await app.request<Page<ProposalSummary>>('GET', '/api/v1/proposals');
    const [item] = body.items;
    expect(Object.keys(item ?? {}).sort()).toEqual(
      [
        ...['actingParty', 'agendaState', 'alsoVillages', 'approvedAt', 'body', 'createdAt', 'id', 'kind'],
        ...['moderationState', 'place', 'plan', 'reportedYear', 'sourceUrl', 'statusAt', 'support', 'theme', 'title'],
        ...['version', 'village'],
      ].sort(),
    );
  });

  it.each(['authorId', 'moderationState', 'decidedBy', 'order', 'sort', 'sortBy', 'q', 'filter[authorId]', 'select'])(
    'attack 07: a list refuses to filter or sort by %s',
    async (field) => {
      const path = `/api/v1/proposals?${encodeURIComponent(field)}=${town.resident.id}`;
      const { status, body } = await app.request<ProblemBody>('GET', path);
      expect([status, body.code]).toEqual([400, 'invalid_input']);
    },
  );

  it.each([
    "tricht' or '1'='1",
    "tricht'; drop table support; --",
    'tricht" union select email from person --',
    '%',
    '\\',
  ])('attack 08: %s is a village that does not exist', async (village) => {
    await write().approvedBy(town.broker).save();
    const path = `/api/v1/proposals?village=${encodeURIComponent(village)}`;
    const { status, body } = await app.request<Page<ProposalSummary>>('GET', path);
    expect([status, body.items]).toEqual([200, []]);
    expect(await app.dataSource.query('select count(*)::int from support')).toEqual([{ count: 0 }]);
  });

  it.each([
    ['listed_at; drop table support', '00000000-0000-4000-8000-000000000000'],
    ['2026-01-01', "' or true --"],
    ['infinity', '00000000-0000-4000-8000-000000000000'],
  ])('attack 08: a forged cursor of %s gives a problem, not a query', async (...keys) => {
    const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url');
    expect((await app.request('GET', `/api/v1/proposals?cursor=${cursor}`)).status).toBe(400);
    expect((await app.request('GET', `/api/v1/me/proposals?cursor=${cursor}`, { as: town.resident })).status).toBe(400);
  });

  it('attack 08: text with quotes and tags comes back as it was written', async () => {
    const title = `O'Brien's "bank"; <script>alert(1)</script> \\ %s $1`;
    const view = await write().with({ title, body: title }).approvedBy(town.broker).save();
    expect(await see(app, view.id, null)).toMatchObject({ title, body: title });
  });

  it('attack 10: ten parallel submissions are one', async () => {
    const draft = await write().save();
    const answers = await Promise.all(Array.from({ length: 10 }, () => perform(app, town.resident, 'submit', draft)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    const rows: unknown = await app.dataSource.query(
      `select count(*)::int from audit_entry where object_id = $1 and action = 'submit'`,
      [draft.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('lists of proposals', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const add = async (count: number): Promise<void> => {
    await app.dataSource.query(
      `insert into proposal (village_id, author_id, title, theme, moderation_state, approved_at, created_at)
       select $1, $2, 'Bankje ' || n, 'green', 'approved', $3::timestamptz + n * interval '1 second', $3
       from generate_series(1, $4) n`,
      [town.tricht.id, town.resident.id, app.now(), count],
    );
  };

  it('take as many questions at 50 rows as at 5', async () => {
    const path = `/api/v1/proposals?village=${town.tricht.slug}&limit=50`;
    const paths = [path, '/api/v1/proposals/counts', '/api/v1/me/proposals', '/api/v1/proposals?limit=50'];
    const questions = async (): Promise<number[]> => {
      const counts: number[] = [];
      for (const each of paths) {
        counts.push((await app.queriesDuring(() => app.request('GET', each, { as: town.resident }))).length);
      }
      return counts;
    };
    await add(5);
    const few = await questions();
    await add(45);
    expect(await questions()).toEqual(few);
    // One for who asks, one for the list.
    expect(few).toEqual([2, 2, 2, 2]);
  });

  it('page through everything once, newest first, also while something is added', async () => {
    await add(20);
    const first = await app.request<Page<ProposalSummary>>('GET', '/api/v1/proposals?limit=7');
    const seen = [...first.body.items];
    await add(3);
    for (let { nextCursor } = first.body; nextCursor !== null;) {
      const path: string = `/api/v1/proposals?limit=7&cursor=${nextCursor}`;
      const { body } = await app.request<Page<ProposalSummary>>('GET', path);
      seen.push(...body.items);
      nextCursor = body.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const instants = seen.map(({ approvedAt }) => approvedAt ?? '');
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it('filter by theme and state', async () => {
    await aProposal(app).in(town.tricht).by(town.resident).with({ theme: 'care' }).approvedBy(town.broker).save();
    const titles = async (query: string): Promise<number> =>
      (await app.request<Page<ProposalSummary>>('GET', `/api/v1/proposals?${query}`)).body.items.length;
    expect(await titles('theme=care')).toBe(1);
    expect(await titles('theme=care&agendaState=wish')).toBe(1);
    expect(await titles('theme=care&agendaState=done')).toBe(0);
    expect(await titles(`theme=care&village=${town.tricht.slug}`)).toBe(1);
    expect(await titles('theme=care&village=elders')).toBe(0);
  });
});
