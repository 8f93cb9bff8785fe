import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { RoundSummary, RoundView, RoundWish } from '@kernagenda/intake/domain/rounds';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { ProposalBuilder, TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';

type Answer = RoundView & ProblemBody;
let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp({ settings: { chromiumPath: null } });
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const day = (days: number): string => daysAfter(app.now(), days);
const inputOf = (change: object = {}) => ({
  ...{ villageIds: [town.tricht.id], question: 'Wat mist u in Tricht?', explanation: 'Alles mag.' },
  ...{ channels: ['web', 'postcard'], handIn: 'De bus bij het dorpshuis', phone: '', evening: '' },
  ...{ startsOn: day(0), endsOn: day(12), ...change },
});
const make = (as: TestPerson | null, change: object = {}, headers = {}) =>
  app.request<Answer>('POST', '/api/v1/intake-rounds', { as, body: inputOf(change), headers });
const aRound = async (change: object = {}, as = town.secretary): Promise<RoundView> => {
  const { status, body } = await make(as, change);
  if (status !== 201) throw new Error(`Making answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const look = async (id: string, as: TestPerson | null = null): Promise<RoundView> =>
  (await app.request<RoundView>('GET', `/api/v1/intake-rounds/${id}`, { as })).body;
const list = async (query = ''): Promise<Page<RoundSummary>> =>
  (await app.request<Page<RoundSummary>>('GET', `/api/v1/intake-rounds${query}`)).body;
const wall = async (id: string, query = ''): Promise<Page<RoundWish>> =>
  (await app.request<Page<RoundWish>>('GET', `/api/v1/intake-rounds/${id}/wishes${query}`)).body;
const change = (
  as: TestPerson | null,
  verb: 'edit' | 'adjust' | 'stop' | 'cancel',
  { id, version }: Pick<RoundView, 'id' | 'version'>,
  body?: object,
) => {
  const method = verb === 'edit' ? 'PUT' : verb === 'cancel' ? 'DELETE' : 'POST';
  const path = `/api/v1/intake-rounds/${id}${verb === 'adjust' || verb === 'stop' ? `/${verb}` : ''}`;
  const headers = { 'if-match': `"${version}"` };
  return app.request<Answer>(method, path, { as, headers, ...(body && { body }) });
};
const wish = (title = 'Een bank bij de kerk'): ProposalBuilder =>
  aProposal(app).in(town.tricht).by(town.resident).with({ title });
const codes = (answers: readonly { readonly status: number; readonly body: ProblemBody }[]) =>
  answers.map(({ status, body }) => `${status} ${body.code}`);

describe('a round', () => {
  it('is made by the secretary of the village and read by everybody', async () => {
    const made = await aRound();
    expect(made).toMatchObject({ state: 'running', daysLeft: 12, allowedActions: ['adjust', 'stop'], version: 1 });
    const seen = await look(made.id);
    expect(seen).toMatchObject({
      ...{ question: 'Wat mist u in Tricht?', channels: ['web', 'postcard'], handIn: 'De bus bij het dorpshuis' },
      ...{ villages: [{ id: town.tricht.id }], allowedActions: [], wishes: 0 },
    });
    expect(seen.url).toContain(`/ophaalrondes/${made.id}`);
    expect((await list(`?village=${town.tricht.slug}`)).items).toMatchObject([{ id: made.id, state: 'running' }]);
  });

  it('is held in several villages by who serves them all', async () => {
    const next = await aVillage(app, { besides: town.tricht });
    const villageIds = [town.tricht.id, next.id];
    expect(codes([await make(town.secretary, { villageIds })])).toEqual(['403 not_allowed']);
    const { villages } = await aRound({ villageIds }, town.broker);
    expect(villages.map(({ id }) => id).sort()).toEqual([...villageIds].sort());
  });

  it.each<[keyof TestTown | 'visitor' | 'member' | 'alderman' | 'admin', number]>([
    ['visitor', 401],
    ['resident', 403],
    ['member', 403],
    ['official', 403],
    ['alderman', 403],
    ['admin', 403],
    ['otherBroker', 403],
    ['secretary', 201],
    ['broker', 201],
  ])('attack 05: made by the %s answers %i', async (who, status) => {
    const { id, municipalityId } = town.tricht;
    const roles = {
      member: { role: 'group_member', scopeType: 'village', scopeId: id },
      alderman: { role: 'alderman', scopeType: 'municipality', scopeId: municipalityId },
      admin: { role: 'admin', scopeType: 'municipality', scopeId: municipalityId },
    } as const;
    const person = (): Promise<TestPerson> | TestPerson | null => {
      if (who === 'visitor') return null;
      if (who === 'member' || who === 'alderman' || who === 'admin') return aPerson(app, { roles: [roles[who]] });
      return town[who] as TestPerson;
    };
    expect((await make(await person())).status).toBe(status);
  });

  it('attack 04: is changed, stopped and taken away by nobody who does not serve its villages', async () => {
    const running = await aRound();
    const toCome = await aRound({ startsOn: day(20), endsOn: day(30) });
    const other = await aVillage(app);
    const strange = await aPerson(app, { roles: [{ role: 'secretary', scopeType: 'village', scopeId: other.id }] });
    for (const as of [strange, town.otherBroker]) {
      expect(
        codes([
          await change(as, 'edit', toCome, inputOf()),
          await change(as, 'cancel', toCome),
          await change(as, 'adjust', running, { endsOn: day(40), explanation: '' }),
          await change(as, 'stop', running),
        ]),
      ).toEqual(Array(4).fill('403 not_allowed'));
    }
    // Nor is it moved to a village of somebody else.
    const moved = await change(town.secretary, 'edit', toCome, inputOf({ villageIds: [other.id] }));
    expect(codes([moved])).toEqual(['403 not_allowed']);
  });

  it.each([
    [{ question: 'Wat' }, '/question'],
    [{ villageIds: [] }, '/villageIds'],
    [{ villageIds: ['5a4f8f5e-7f55-4c43-8a50-0f6a4f2b9c01'] }, '/villageIds'],
    [{ channels: [] }, '/channels'],
    [{ channels: ['pigeon'] }, '/channels'],
    [{ startsOn: '2020-01-01', endsOn: '2020-01-02' }, '/startsOn'],
    [{ endsOn: '2020-01-01' }, '/endsOn'],
    [{ endsOn: '2099-02-30' }, '/endsOn'],
    [{ handIn: ' ' }, '/handIn'],
    [{ channels: ['phone'] }, '/phone'],
  ])('is refused with %j, saying where', async (fault, pointer) => {
    const { status, body } = await make(town.secretary, fault);
    expect([status, body.errors?.map((one) => one.pointer)]).toEqual([400, [pointer]]);
  });

  it('stands once, however often the same call arrives, and alone in its village on its days', async () => {
    const headers = { 'idempotency-key': '5a4f8f5e-7f55-4c43-8a50-0f6a4f2b9c02' };
    const answers = await Promise.all([1, 2, 3].map(() => make(town.secretary, {}, headers)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(codes([await make(town.secretary, { startsOn: day(12), endsOn: day(20) })])).toEqual(['409 already_exists']);
    await aRound({ startsOn: day(13), endsOn: day(20) });
    expect((await list(`?village=${town.tricht.slug}`)).items).toHaveLength(2);
  });

  it('attack 10: is made once of ten that begin at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => make(town.secretary)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await list(`?village=${town.tricht.slug}`)).items).toHaveLength(1);
  });

  it('is changed as a whole before its first day, and later only in its end and explanation', async () => {
    const made = await aRound({ startsOn: day(1) });
    expect(made).toMatchObject({ state: 'to_come', daysLeft: 1, allowedActions: ['edit', 'cancel'] });
    const edited = await change(
      town.secretary,
      'edit',
      made,
      inputOf({ startsOn: day(1), question: 'Wat kan er weg?' }),
    );
    expect(edited.body).toMatchObject({ question: 'Wat kan er weg?', version: 2 });
    expect(codes([await change(town.secretary, 'stop', edited.body)])).toEqual(['409 wrong_state']);
    await app.advance({ days: 1 });
    expect(codes([await change(town.secretary, 'edit', edited.body, inputOf())])).toEqual(['409 wrong_state']);
    expect(codes([await change(town.secretary, 'cancel', edited.body)])).toEqual(['409 wrong_state']);
    const shorter = await change(town.secretary, 'adjust', edited.body, { endsOn: day(3), explanation: '' });
    expect(shorter.body.errors).toMatchObject([{ pointer: '/endsOn' }]);
    const longer = await change(town.secretary, 'adjust', edited.body, { endsOn: day(30), explanation: 'Nog even.' });
    expect(longer.body).toMatchObject({ endsOn: day(30), explanation: 'Nog even.', daysLeft: 30 });
    expect(codes([await change(town.secretary, 'adjust', edited.body, { endsOn: day(40), explanation: '' })])).toEqual([
      '412 stale_version',
    ]);
  });

  it('is taken away before its first day, after which there is room again', async () => {
    const made = await aRound({ startsOn: day(1) });
    expect((await change(town.secretary, 'cancel', made)).status).toBe(204);
    expect((await app.request('GET', `/api/v1/intake-rounds/${made.id}`)).status).toBe(404);
    await aRound({ startsOn: day(1) });
  });

  it('is closed when it is stopped, and by itself after its last day', async () => {
    const made = await aRound();
    const stopped = await change(town.secretary, 'stop', made);
    expect(stopped.body).toMatchObject({ state: 'closed', daysLeft: null, endsOn: day(0), allowedActions: [] });
    const next = await aRound({ startsOn: day(1), endsOn: day(2) });
    await app.advance({ days: 3 });
    expect(await look(next.id)).toMatchObject({ state: 'closed', stoppedAt: null });
  });

  it('offers the villages a person serves', async () => {
    const villagesOf = async (as: TestPerson) =>
      (await app.request<{ items: { id: string }[] }>('GET', '/api/v1/intake-rounds/villages', { as })).body.items;
    expect((await villagesOf(town.secretary)).map(({ id }) => id)).toEqual([town.tricht.id]);
    expect((await villagesOf(town.otherBroker)).map(({ id }) => id)).not.toContain(town.tricht.id);
  });
});

describe('what belongs to a round', () => {
  it('is sent in during its days, on the site or written down, and counts per village and way', async () => {
    await wish('Voor de ronde').approvedBy(town.broker).save();
    await app.advance({ seconds: 1 });
    const { id } = await aRound({ startsOn: day(1), endsOn: day(5) });
    await app.advance({ days: 1 });
    await wish('In de ronde').approvedBy(town.broker).save();
    await wish('Nog een concept').save();
    const { id: villageId } = town.tricht;
    const body = {
      ...{ villageId, title: 'Van een kaart', body: '', place: '', theme: null, kind: null },
      ...{ enteredFrom: 'postcard', email: null, hasConsent: true },
    };
    expect((await app.request('POST', '/api/v1/entered-wishes', { as: town.secretary, body })).status).toBe(201);
    await app.advance({ seconds: 1 });
    const sentBack = await wish('Eerst nog anders').sentBackBy(town.broker).save();
    const seen = await look(id);
    expect(seen.wishes).toBe(3);
    expect(seen.counts).toMatchObject({
      ...{ villages: [{ count: 3 }], beingRead: 2 },
      ways: [
        { way: 'web', count: 2 },
        { way: 'postcard', count: 1 },
      ],
      parts: { wish: 1, done: 0 },
    });
    expect((await wall(id)).items).toMatchObject([{ title: 'In de ronde', way: 'web', part: 'wish' }]);
    await app.advance({ days: 6 });
    await wish('Na de ronde').approvedBy(town.broker).save();
    // It was brought in during the round, and came back with a better text.
    await perform(app, town.resident, 'submit', await see(app, sentBack.id, town.resident));
    await perform(app, town.broker, 'approve', await see(app, sentBack.id, town.broker));
    expect((await wall(id)).items.map(({ title }) => title)).toEqual(['Eerst nog anders', 'In de ronde']);
    expect((await list(`?village=${town.tricht.slug}`)).items).toMatchObject([{ wishes: 3 }]);
  });

  it('ends at the moment at which it is stopped', async () => {
    const made = await aRound();
    await wish('Op tijd').approvedBy(town.broker).save();
    await app.advance({ seconds: 1 });
    await change(town.secretary, 'stop', made);
    await app.advance({ seconds: 1 });
    await wish('Te laat').approvedBy(town.broker).save();
    expect((await wall(made.id)).items.map(({ title }) => title)).toEqual(['Op tijd']);
  });

  it('stands on the wall by what became of it, with who acts and why it cannot be', async () => {
    const { id } = await aRound();
    await wish('Blijft een wens').approvedBy(town.broker).save();
    await wish('Op de agenda')
      .approvedBy(town.broker)
      .then(town.broker, 'explore')
      .then(town.broker, 'put-on-agenda')
      .save();
    const noted = { reason: 'Daar ligt de waterleiding.', alternative: 'Aan de overkant kan het wel.' };
    await wish('Kan niet').approvedBy(town.broker).then(town.broker, 'mark-not-feasible', noted).save();
    const { items } = await wall(id);
    expect(items.map(({ title, part }) => [title, part])).toEqual([
      ['Op de agenda', 'on_agenda'],
      ['Kan niet', 'not_feasible'],
      ['Blijft een wens', 'wish'],
    ]);
    expect(items).toMatchObject([{ actingParty: 'broker' }, { ...noted, actingParty: 'nobody' }, { reason: null }]);
    expect((await wall(id, '?part=wish')).items).toMatchObject([{ title: 'Blijft een wens' }]);
    expect((await look(id)).counts.parts).toMatchObject({ on_agenda: 1, not_feasible: 1, wish: 1 });
  });

  it('says what the town hall said last, and where a wish went on that was merged', async () => {
    const { id } = await aRound();
    const target = await wish('Een wens die blijft').approvedBy(town.broker).save();
    const merged = await wish('Een wens die opgaat').approvedBy(town.broker).save();
    const into = await perform(app, town.broker, 'merge', await see(app, merged.id, town.broker), {
      targetId: target.id,
    });
    expect(into.status).toBe(200);
    await app.dataSource.query(
      `insert into official_answer (proposal_id, text, why, part, created_at, hidden_reason)
       values ($1, 'Wij kijken ernaar.', '', 'broker', now(), null), ($1, 'Verborgen', '', 'broker', now() + '1 day', 'x')`,
      [target.id],
    );
    const { items } = await wall(id);
    expect(items).toMatchObject([
      { title: 'Een wens die blijft', word: { text: 'Wij kijken ernaar.' } },
      { title: 'Een wens die opgaat', part: 'ended', mergedInto: { id: target.id }, word: null },
    ]);
  });

  it('attack 06: shows no draft, refused, hidden or waiting text to anybody, nor counts what may not stand', async () => {
    const { id } = await aRound();
    await wish('Geheim concept').save();
    await wish('Geheim wacht').submitted().save();
    await wish('Geheim terug').sentBackBy(town.broker).save();
    await wish('Geheim geweigerd').refusedBy(town.broker).save();
    await wish('Geheim verborgen').hiddenBy(town.broker).save();
    for (const as of [null, town.resident, town.secretary, town.broker]) {
      for (const path of ['', '/wishes', '/wishes?part=wish']) {
        const { body } = await app.request('GET', `/api/v1/intake-rounds/${id}${path}`, { as });
        expect(JSON.stringify(body)).not.toContain('Geheim');
      }
    }
    expect(await look(id)).toMatchObject({ wishes: 2, counts: { beingRead: 2, parts: { wish: 0 } } });
  });

  it('attack 21: forgets what is hidden afterwards, also where another wish was merged into it', async () => {
    const { id } = await aRound();
    const shown = await wish('Straks verborgen').approvedBy(town.broker).save();
    const merged = await wish('Gaat daarin op').approvedBy(town.broker).save();
    await perform(app, town.broker, 'merge', await see(app, merged.id, town.broker), { targetId: shown.id });
    expect((await wall(id)).items).toHaveLength(2);
    await perform(app, town.broker, 'hide', await see(app, shown.id, town.broker), reasons);
    const { items } = await wall(id);
    expect(items).toMatchObject([{ title: 'Gaat daarin op', mergedInto: null }]);
    expect(JSON.stringify([items, await look(id)])).not.toContain('Straks verborgen');
    expect((await look(id)).wishes).toBe(1);
  });

  it('takes the same number of queries at 5 and at 50 wishes, page by page', async () => {
    const { id } = await aRound();
    const fill = (from: number, to: number) =>
      app.dataSource.query(
        `insert into proposal (village_id, author_id, title, theme, moderation_state, agenda_state, submitted_at,
           first_submitted_at, approved_at, created_at)
         select $1, $2, 'Wens nummer ' || n, 'green', 'approved', case when n % 2 = 0 then 'wish' else 'done' end, $5, $5, $5, $5
         from generate_series($3::int, $4::int) n`,
        [town.tricht.id, town.resident.id, from, to, app.now()],
      );
    const count = async (): Promise<number> => (await app.queriesDuring(() => wall(id, '?limit=100'))).length;
    await fill(1, 5);
    const few = await count();
    await fill(6, 50);
    expect(await count()).toBe(few);
    const titles: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<RoundWish> = await wall(id, `?limit=20${cursor && `&cursor=${cursor}`}`);
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    }
    expect([titles.length, new Set(titles).size]).toEqual([50, 50]);
  });

  it('takes the same number of queries in a list of 5 and of 50 rounds', async () => {
    const count = async (): Promise<number> => (await app.queriesDuring(() => list('?limit=100'))).length;
    const hold = (from: number, to: number) =>
      app.dataSource.query(
        `with made as (insert into intake_round (question, explanation, channels, hand_in, phone, evening, starts_on,
             ends_on, created_at)
           select 'Wat wenst u?', '', '{web}', '', '', '', date '2020-01-01' + n, date '2020-01-01' + n, now()
           from generate_series($2::int, $3::int) n returning id, starts_on, ends_on)
         insert into intake_round_village select id, $1, starts_on, ends_on from made`,
        [town.tricht.id, from, to],
      );
    await hold(1, 5);
    const few = await count();
    await hold(6, 50);
    expect(await count()).toBe(few);
    const { items, nextCursor } = await list(`?village=${town.tricht.slug}&limit=30`);
    expect(items).toHaveLength(30);
    expect((await list(`?village=${town.tricht.slug}&limit=30&cursor=${nextCursor}`)).items).toHaveLength(20);
    expect((await app.request<ProblemBody>('GET', '/api/v1/intake-rounds?cursor=nope')).body.code).toBe(
      'invalid_cursor',
    );
  });
});

describe('the paper of a round', () => {
  it('has a code that opens its page', async () => {
    const { id } = await aRound();
    const { status, headers } = await app.request('GET', `/api/v1/intake-rounds/${id}/code`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['poster', 'poster'],
    ['cards', 'kaarten'],
  ])('is refused as %s.pdf where no browser prints, and leads who reads pages to its page', async (paper, page) => {
    const { id } = await aRound();
    const path = `/api/v1/intake-rounds/${id}/${paper}.pdf`;
    expect(codes([await app.request<ProblemBody>('GET', path)])).toEqual(['503 unavailable']);
    const { status, headers } = await app.request('GET', path, { headers: { accept: 'text/html' } });
    expect([status, headers.get('location')]).toEqual([303, `/ophaalrondes/${id}/${page}?melding=geen-pdf`]);
    const nowhere = path.replace(id, '5a4f8f5e-7f55-4c43-8a50-0f6a4f2b9c01');
    expect((await app.request('GET', nowhere)).status).toBe(404);
  });
});
