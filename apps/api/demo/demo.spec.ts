import type { AgendaComparison, AgendaView } from '@kernagenda/agendas/domain';
import type { BoardView } from '@kernagenda/board/domain';
import { themeNamed } from '@kernagenda/intake/domain/imports';
import type { EventsPage, LetterView, LettersView, NewsPage, Story } from '@kernagenda/news/domain';
import type { RoundSummary, RoundView, RoundWish } from '@kernagenda/intake/domain/rounds';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { DemoPersonView } from '@kernagenda/identity/domain';
import type { ProposalCounts, ProposalSummary, ProposalView } from '@kernagenda/proposals/domain';
import type { CommitmentSummary, FiguresView, PromisesView } from '@kernagenda/commitments/domain';
import type { QueueItem } from '@kernagenda/moderation/domain';
import { routeFor } from '@kernagenda/procurement/domain';
import type { PurchaseKind, PurchaseSummary, PurchaseView } from '@kernagenda/procurement/domain';
import type { CollaborationPage } from '@kernagenda/collaborations/domain';
import { moneyLimits } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { MapView, VillageSummary, VillageView } from '@kernagenda/villages/domain';
import { points, villages } from './data';
import { loadDemo } from './index';
import { people } from './people';
import { agendaStateOfSource } from './points';
import { thresholds } from './thresholds';

describe('the demo', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ settings: { isDemo: true } });
    await loadDemo(app.nest, app);
  });
  afterAll(() => app.close());

  const get = async <Body>(path: string): Promise<Body> => (await app.request<Body>('GET', path)).body;
  const signIn = async (name: string): Promise<{ readonly cookie: string }> => {
    const { items } = await get<Page<DemoPersonView>>('/api/v1/demo/people');
    const personId = items.find(({ displayName }) => displayName === name)?.id;
    const { headers } = await app.request('POST', '/api/v1/demo/sign-in', { body: { personId } });
    return {
      cookie: headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    };
  };

  it('has 26 villages, each with its boundary on the map', async () => {
    const { items } = await get<Page<VillageSummary>>('/api/v1/villages');
    const { shapes, waters } = await get<MapView>('/api/v1/villages/map');
    expect(items).toHaveLength(26);
    expect(shapes.map(({ slug }) => slug)).toEqual(items.map(({ slug }) => slug));
    expect(waters.map(({ name }) => name)).toEqual(['Waal', 'Linge']);
  });

  it('marks the five areas as examples and keeps Tricht with its neighbours', async () => {
    const areas = new Set<string>();
    for (const { slug } of villages) {
      const { area } = await get<VillageView>(`/api/v1/villages/${slug}`);
      expect(area).toMatchObject({ isExample: true, brokers: [{ displayName: `Gebiedsmakelaar ${area.name}` }] });
      areas.add(area.name);
    }
    expect(areas.size).toBe(5);
    const tricht = await get<VillageView>('/api/v1/villages/tricht');
    for (const { slug } of tricht.neighbours) {
      expect((await get<VillageView>(`/api/v1/villages/${slug}`)).area.id).toBe(tricht.area.id);
    }
  });

  it('has the 199 points with the status that was reported, and fifteen of its own', async () => {
    const { total, villages: perVillage } = await get<ProposalCounts>('/api/v1/proposals/counts');
    expect(total).toEqual({ wish: 40, on_agenda: 71, in_progress: 47, done: 54, not_feasible: 1, withdrawn: 1 });
    const { id } = await get<VillageView>('/api/v1/villages/tricht');
    expect(perVillage.find(({ villageId }) => villageId === id)?.counts).toMatchObject({ done: 12 });
  });

  it('has four villages that buy street lights together, and wait for prices nobody can read yet', async () => {
    const { items } = await get<CollaborationPage>('/api/v1/collaborations');
    expect(items).toMatchObject([
      { title: 'Samen straatverlichting kopen', phase: 'executing' },
      { title: 'Samen bladkorven kopen', phase: 'evaluating' },
    ]);
    expect(items[0]?.villages.map(({ name }) => name)).toEqual(['Acquoy', 'Gellicum', 'Haaften', 'Opijnen']);
    const purchases = await get<Page<PurchaseSummary>>(`/api/v1/purchases?collaboration=${items[0]?.id}`);
    expect(purchases.items).toMatchObject([{ state: 'quotes_requested', quantity: 40, areQuotesOpen: false }]);
  });

  it('has three villages that bought leaf baskets together, with every day in order and the saving booked', async () => {
    const { items } = await get<Page<PurchaseSummary>>('/api/v1/purchases');
    const basket = items.find(({ what }) => what === 'bladkorven');
    const purchase = await get<PurchaseView>(`/api/v1/purchases/${basket?.id}`);
    expect(purchase).toMatchObject({ state: 'evaluated', quantity: 32, areQuotesOpen: true });
    expect(purchase.perVillage.map(({ village }) => village.name)).toEqual(['Deil', 'Haaften', 'Spijk']);
    // 5,610 apart, the invoice of 4,016 and six hours of 55 euro.
    expect(purchase.booked).toMatchObject({ apartCents: 561_000, togetherCents: 401_600, netCents: 126_400 });
    const days = purchase.timeline.map(({ at }) => at);
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)).toBe(new Date(app.now().getTime() - 14 * 86_400_000).toISOString());
    const { savings } = await get<BoardView>('/api/v1/board');
    expect(savings).toMatchObject({ purchases: [{ what: 'bladkorven', netCents: 126_400 }] });
  });

  it('has one agenda for Varik and Heesselt, and a first version of that of Tricht', async () => {
    const agendaOf = async (slug: string) => (await app.request<AgendaView>('GET', `/api/v1/agendas/${slug}`)).body;
    const [varik, heesselt, tricht] = [await agendaOf('varik'), await agendaOf('heesselt'), await agendaOf('tricht')];
    expect(varik.villages.map(({ name }) => name)).toEqual(['Heesselt', 'Varik']);
    expect(heesselt.villages).toEqual(varik.villages);
    expect(tricht.villages.map(({ name }) => name)).toEqual(['Tricht']);
    expect(tricht.versions).toMatchObject([{ number: 1, points: 21 }]);
  });

  it('tells of every kind of change since the first version of Tricht', async () => {
    const { changes, unchanged } = await get<AgendaComparison>('/api/v1/agendas/tricht/compare?from=1');
    expect(changes.map(({ kind, before, after }) => [kind, (after ?? before)?.title, after?.agendaState])).toEqual([
      ['new', 'Een vogelkijkhut langs de Linge', 'wish'],
      ['done', 'Een fietspomp bij het station', 'done'],
      ['moved', 'Open tuinendag in juni', 'on_agenda'],
      ['changed', 'Een prikbord bij de bushalte', 'wish'],
      ['gone', 'Een vlaggenmast op het plein', undefined],
    ]);
    expect(unchanged).toBe(17);
  });

  it('has a round that runs in two villages, and one that is closed with what became of each wish', async () => {
    const { items } = await get<Page<RoundSummary>>('/api/v1/intake-rounds');
    expect(items.map(({ state, villages: where }) => [state, where.map(({ name }) => name)])).toEqual([
      ['running', ['Deil', 'Tricht']],
      ['closed', ['Deil']],
    ]);
    const running = await get<RoundView>(`/api/v1/intake-rounds/${items[0]?.id}`);
    expect(running).toMatchObject({ daysLeft: 12, counts: { beingRead: 2 } });
    const wall = await get<Page<RoundWish>>(`/api/v1/intake-rounds/${items[1]?.id}/wishes`);
    expect(wall.items.map(({ title, part }) => [part, title])).toEqual([
      ['done', 'Een kist met ijskrabbers bij de bushalte'],
      ['done', 'Een bladkorf in elke straat'],
      ['under_way', 'Een uilenkast in de kerktoren'],
      ['on_agenda', 'Een jaarlijkse quiz tussen de straten'],
      ['not_feasible', 'Een pinautomaat in het dorp'],
      ['wish', 'Een dag per jaar zonder bladblazers'],
    ]);
  });

  it('has a status letter, a message, road works and an evening of Tricht, each said to be an example', async () => {
    const { items: letters } = await get<LettersView>('/api/v1/status-letters?village=tricht');
    const letter = await get<LetterView>(`/api/v1/status-letters/${letters[0]?.id}`);
    expect([letter.state, letter.introduction.startsWith('Voorbeeld:')]).toEqual(['published', true]);
    expect(letter.lines.length).toBeGreaterThan(3);
    const { items: news } = await get<NewsPage>('/api/v1/village-news?village=tricht');
    expect(news.map(({ kind, text }) => [kind, text.startsWith('Voorbeeld:')])).toEqual([
      ['road_works', true],
      ['news', true],
    ]);
    const { items: events } = await get<EventsPage>('/api/v1/village-events?village=tricht');
    expect(events).toMatchObject([{ kind: 'evening', state: 'to_come', room: 40 }]);
  });

  it('has a status letter of three villages that bought together, which tells how that went', async () => {
    const { items } = await get<CollaborationPage>('/api/v1/collaborations');
    const { items: letters } = await get<LettersView>(`/api/v1/status-letters?collaboration=${items[1]?.id}`);
    const letter = await get<LetterView>(`/api/v1/status-letters/${letters[0]?.id}`);
    expect(letter).toMatchObject({ state: 'published', collaboration: { title: 'Samen bladkorven kopen' } });
    expect(letter.introduction.startsWith('Voorbeeld:')).toBe(true);
    const told = letter.lines.flatMap(({ moment }) => (moment ? [moment.to] : []));
    expect(told).toEqual(expect.arrayContaining(['delivered', 'evaluated', 'evaluating']));
  });

  it('has a story of what got done, and questions and answers on the direct line, each said to be an example', async () => {
    const { items: stories } = await get<Page<Story>>('/api/v1/stories');
    expect(stories.map(({ after }) => after.startsWith('Voorbeeld:'))).toEqual([true]);
    const rows: { body: string; state: string | null }[] = await app.dataSource.query(`
      select m.body, e.state from message m join thread t on t.id = m.thread_id
      left join inbox_entry e on e.thread_id = t.id order by m.created_at`);
    expect(rows.map(({ state }) => state)).toEqual(['answered', 'answered', null, 'waiting']);
    expect(rows.filter(({ body }) => !body.startsWith('Voorbeeld:'))).toEqual([]);
  });

  it('has promises in eight villages, kept in time and later, late and running, each said to be an example', async () => {
    const { total, villages: of } = await get<FiguresView>('/api/v1/commitments/figures');
    expect(total).toEqual({ keptInTime: 6, keptLate: 1, late: 2, open: 5 });
    expect(of.map(({ village }) => village.slug)).toEqual([
      ...['beesd', 'enspijk', 'geldermalsen', 'hellouw', 'neerijnen', 'ophemert', 'tricht', 'waardenburg'],
    ]);
    const { items } = await get<Page<CommitmentSummary>>('/api/v1/commitments');
    expect(items.filter(({ what }) => !what.startsWith('Voorbeeld: '))).toEqual([]);
    const { items: haaften } = await get<Page<ProposalSummary>>('/api/v1/proposals?village=haaften&limit=100');
    const playground = haaften.find(({ title }) => title === 'Speeltuin aantrekkelijker');
    const promises = await get<PromisesView>(`/api/v1/proposals/${playground?.id}/promises`);
    expect(promises).toMatchObject({ answers: [{ part: 'alderman' }], updates: [{ part: 'official' }] });
  });

  it('counts a shared point once and shows it in both villages', async () => {
    const inVarik = await get<Page<ProposalSummary>>('/api/v1/proposals?village=varik');
    const inHeesselt = await get<Page<ProposalSummary>>('/api/v1/proposals?village=heesselt');
    const shared = 'Klompenpad langs de theetuin';
    expect([inVarik, inHeesselt].map(({ items }) => items.some(({ title }) => title === shared))).toEqual([true, true]);
    expect(inVarik.items).toHaveLength(8);
    const { id } = await get<VillageView>('/api/v1/villages/varik');
    const { villages: perVillage } = await get<ProposalCounts>('/api/v1/proposals/counts');
    const counts = Object.values(perVillage.find(({ villageId }) => villageId === id)?.counts ?? {});
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(inVarik.items.find(({ title }) => title === shared)?.alsoVillages).toMatchObject([{ slug: 'heesselt' }]);
  });

  it('invents no owner and no date for a point that was taken over', async () => {
    const { items } = await get<Page<ProposalSummary>>('/api/v1/proposals?village=tricht&agendaState=done');
    const point = items.find(({ sourceUrl }) => sourceUrl !== null);
    const view = await get<ProposalView>(`/api/v1/proposals/${point?.id ?? ''}`);
    expect(view).toMatchObject({
      author: null,
      statusAt: null,
      approvedAt: null,
      sourceUrl: expect.stringMatching(/^https?:/),
      support: { fromVillage: 0, fromElsewhere: 0 },
      timeline: [{ action: 'import', to: 'done' }],
    });
  });

  it('lists what was born here first and then the newest reports', async () => {
    const { items } = await get<Page<ProposalSummary>>('/api/v1/proposals?village=tricht');
    const born = items.filter(({ sourceUrl }) => sourceUrl === null);
    expect(items.slice(0, born.length)).toEqual(born);
    const others = items.slice(born.length);
    const tap = born.find(({ title }) => title === 'Een watertappunt bij het sportveld');
    expect(tap?.support).toEqual({ fromVillage: 2, fromElsewhere: 1 });
    const years = others.map(({ reportedYear }) => reportedYear ?? 0);
    expect(years).toEqual([...years].sort((a, b) => b - a));
  });

  it.each([
    ['Gebiedsmakelaar Voorbeeldgebied 1', 2],
    ['Gebiedsmakelaar Voorbeeldgebied 2', 1],
    ['Gebiedsmakelaar Voorbeeldgebied 3', 0],
    ['Gebiedsmakelaar Voorbeeldgebied 4', 1],
  ])('puts work on the desk of %s: %i', async (name, count) => {
    const as = await signIn(name);
    const { body } = await app.request<Page<QueueItem>>('GET', '/api/v1/moderation/queue', { as });
    expect(body.items).toHaveLength(count);
    expect(body.items.every(({ isStandIn }) => !isStandIn)).toBe(true);
  });

  it('offers its people by part, without a real name', async () => {
    const { items } = await get<Page<DemoPersonView>>('/api/v1/demo/people');
    expect(items.map(({ displayName }) => displayName).sort()).toEqual(people.map((one) => one.displayName).sort());
    expect(items.every(({ email }) => email.endsWith('@example.org'))).toBe(true);
  });

  it('changes nothing the second time, not even what somebody deleted', async () => {
    const as = await signIn('Bewoner Tricht');
    const mine = await app.request<Page<ProposalSummary>>('GET', '/api/v1/me/proposals', { as });
    const draft = mine.body.items.find(({ moderationState }) => moderationState === 'draft');
    await app.request('DELETE', `/api/v1/proposals/${draft?.id ?? ''}`, { as });
    const state = async (): Promise<unknown> =>
      app.dataSource.query(`select (select count(*) from audit_entry) as audit, (select count(*) from proposal) as
        proposals, (select sum(version) from proposal) as versions, (select count(*) from village) as villages,
        (select count(*) from person) as people, (select count(*) from role_assignment) as roles,
        (select count(*) from support) as supports, (select count(*) from mandate) as mandates,
        (select count(*) from working_group) as groups, (select count(*) from procurement_threshold) as rules`);
    const before = await state();
    await loadDemo(app.nest, app);
    expect(await state()).toEqual(before);
  });
});

describe('a demo that was changed', () => {
  it('keeps the areas and roles an administrator left when it is loaded again', async () => {
    const app = await createTestApp({ settings: { isDemo: true } });
    await loadDemo(app.nest, app);
    await app.dataSource.query(`update area set name = 'Linge' where name = 'Voorbeeldgebied 1'`);
    await app.dataSource.query(
      `update village set area_id = (select id from area where name = 'Linge') where slug = 'vuren'`,
    );
    await app.dataSource.query(`update role_assignment set ends_at = starts_at where role = 'broker'`);
    const state = () =>
      app.dataSource.query<object[]>(`select (select count(*) from area) as areas,
        (select count(*) from role_assignment) as roles, (select area_id from village where slug = 'vuren') as vuren`);
    const before = await state();
    await loadDemo(app.nest, app);
    expect(await state()).toEqual(before);
    await app.close();
  });
});

it('the demo stays away from a database of another municipality', async () => {
  const app = await createTestApp({ settings: { isDemo: true } });
  await app.dataSource.query(`insert into municipality (slug, name, population, population_source, attribution)
    values ('voorbeeld', 'Voorbeeld', 0, '', '')`);
  await expect(loadDemo(app.nest, app)).rejects.toThrow('this database is of the municipality Voorbeeld');
  expect(await app.dataSource.query('select 1 from person')).toEqual([]);
  await app.close();
});

describe('the rules for buying of the demo', () => {
  const european = (kind: PurchaseKind, day: string) =>
    routeFor(thresholds, kind, moneyLimits.cents, day).rule?.fromCents;

  it.each([
    ['goods_services', 22_100_000, 21_600_000],
    ['works', 553_800_000, 540_400_000],
    ['social', 75_000_000, 75_000_000],
  ] as const)('know the European threshold for %s of both periods', (kind, until2025, from2026) => {
    expect([european(kind, '2025-12-31'), european(kind, '2026-01-01')]).toEqual([until2025, from2026]);
    expect(routeFor(thresholds, kind, 0, '2026-03-02').rule?.route).toBe('single');
  });

  it('say who says so, and that a line is an example where a municipality draws it itself', () => {
    expect(thresholds.every(({ source, sourceUrl }) => source.length > 20 && URL.canParse(sourceUrl))).toBe(true);
    const own = thresholds.filter(({ route }) => route === 'several' || route === 'national');
    expect(own.every(({ source }) => source.startsWith('Voorbeeld:'))).toBe(true);
  });
});

describe('the data of the demo', () => {
  it('maps each of the 21 source themes to a theme of ours', () => {
    const used = new Set(points.map(({ theme }) => theme));
    expect(used.size).toBe(21);
    expect([...used].filter((theme) => themeNamed(theme) === null)).toEqual([]);
  });

  it('maps each reported status', () => {
    expect(new Set(points.map(({ status }) => status))).toEqual(new Set(Object.keys(agendaStateOfSource)));
  });

  it('names a source for every point and every number of people', () => {
    expect(points.every(({ sourceUrl }) => URL.canParse(sourceUrl))).toBe(true);
    expect(villages.every(({ populationSource, populationYear }) => populationSource && populationYear > 2010)).toBe(
      true,
    );
  });
});
