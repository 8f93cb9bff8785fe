import type { AgendaContent } from '@kernagenda/agendas/domain';
import type { BoardView, VisitView } from '@kernagenda/board/domain';
import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { isSilent } from '@kernagenda/commitments/domain';
import type { FiguresView } from '@kernagenda/commitments/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aJointTown } from '@kernagenda/procurement/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalCounts, ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';

const proof = { text: 'Het is gedaan.', photos: [] };
let app: TestApp;
let town: TestTown;
let calls: PromiseCalls;

beforeEach(async () => {
  app = await createTestApp({ now: '2026-03-02T09:00:00Z' });
  calls = new PromiseCalls(app);
  town = await aTown(app);
});
afterEach(() => app.close());

const get = async <Body>(path: string): Promise<Body> => {
  const { status, body } = await app.request<Body>('GET', `/api/v1/${path}`);
  expect(status).toBe(200);
  return body;
};
const board = () => get<BoardView>('board');
const visit = () => get<VisitView>(`board/visits/${town.tricht.slug}`);
const wish = (title = 'Een bank bij de haven') =>
  aProposal(app).in(town.tricht).by(town.resident).with({ title, theme: 'green' }).approvedBy(town.broker).save();
const move = async ({ id }: Pick<ProposalView, 'id'>, action: string, body?: object) => {
  const answer = await perform(app, town.broker, action, await see(app, id, town.broker), body);
  expect([action, answer.status]).toEqual([action, 200]);
};
async function onAgenda(title?: string): Promise<ProposalView> {
  const point = await wish(title);
  for (const action of ['explore', 'put-on-agenda']) await move(point, action);
  return point;
}
async function done(title: string): Promise<ProposalView> {
  const point = await onAgenda(title);
  await move(point, 'plan', { teamId: null, executor: null, dueOn: day(30) });
  await move(point, 'start');
  await move(point, 'finish', { evidence: { text: 'De bank staat er.' } });
  return point;
}
const stoodSince = ({ id }: ProposalView, days: number) =>
  app.dataSource.query('update proposal set status_at = $2 where id = $1', [id, `${day(days)}T08:00:00Z`]);
const pointsOf = ({ points }: BoardView) =>
  points.villages.find(({ village }) => village.id === town.tricht.id)?.figures;

describe('the board', () => {
  it('counts promises as their own page does', async () => {
    const point = await onAgenda();
    await calls.act(town.broker, 'keep', await calls.commit(town.broker, point.id), proof);
    await calls.commit(town.broker, point.id);
    expect((await board()).promises).toEqual(await get<FiguresView>('commitments/figures'));
  });

  it('counts points as their agenda and the map do, and what is silent as their agenda marks it', async () => {
    const [still, paused, gone] = [
      await onAgenda('Het staat stil'),
      await onAgenda('Het wacht'),
      await onAgenda('Verborgen'),
    ];
    await move(paused, 'hold', { reason: 'Eerst het riool.', reviewOn: day(200) });
    await stoodSince(still, -91);
    await onAgenda('Beweegt');
    await wish('Een wens');
    await done('Gedaan');
    await move(gone, 'hide', reasons);
    const seen = await board();
    expect(pointsOf(seen)).toEqual({ moving: 1, still: 1, paused: 1, wishes: 1, done: 1 });
    const { points } = await get<AgendaContent>(`agendas/${town.tricht.slug}/content`);
    expect(points.filter((point) => isSilent(point, app.now())).map(({ id }) => id)).toEqual([still.id]);
    const { total } = await get<ProposalCounts>('proposals/counts');
    const states = (...names: (keyof typeof total)[]) => names.reduce((sum, name) => sum + (total[name] ?? 0), 0);
    expect(seen.points.total).toMatchObject({
      done: states('done'),
      paused: states('on_hold'),
      wishes: states('wish', 'exploring'),
    });
    expect(seen.points.total.moving + seen.points.total.still).toBe(states('on_agenda', 'planned', 'in_progress'));
  });

  it('counts a point that villages share in each of them, and once in all', async () => {
    const other = await aTown(app);
    const before = (await board()).points.total.wishes;
    const { id } = await wish();
    await app.dataSource.query('insert into proposal_also_village values ($1, $2)', [id, other.tricht.id]);
    const { points } = await board();
    expect(points.total.wishes).toBe(before + 1);
    const wishes = [town, other].map(
      ({ tricht }) => points.villages.find(({ village }) => village.id === tricht.id)?.figures.wishes,
    );
    expect(wishes).toEqual([1, 1]);
  });

  it('adds up what joint purchases won, a loss as a loss', async () => {
    for (const invoiceCents of [550_000, 900_000]) {
      const joint = await aJointTown(app);
      const { id } = await joint.ordered();
      for (const { village, secretary } of joint.villages)
        await joint.calls.does(secretary, id, `villages/${village.id}/deliver`, {
          deliveredOn: app.now().toISOString().slice(0, 10),
          story: 'Ze staan er allemaal.',
        });
      const coordination = { hours: 2, rateCents: 5000, hoursSource: 'Urenstaat', otherCents: 0, otherSource: '' };
      await joint.calls.does(joint.buyer, id, 'book', { invoiceCents, invoiceReference: 'F-1', coordination });
      const [newest] = (await board()).savings.purchases;
      const { booked, what } = await joint.calls.see(null, id);
      expect(newest).toMatchObject({ purchaseId: id, what, netCents: booked?.netCents, at: booked?.at });
      expect(newest?.villages).toHaveLength(3);
    }
    const { savings } = await board();
    expect(savings.purchases.map(({ netCents }) => netCents)).toEqual([-100_000, 250_000]);
    expect(savings.netCents).toBe(150_000);
  });

  it('asks the database as often for many villages as for few', async () => {
    const count = async () => {
      await app.settle();
      return [(await app.queriesDuring(board)).length, (await app.queriesDuring(visit)).length];
    };
    await onAgenda();
    const few = await count();
    for (let n = 0; n < 5; n += 1) town = await aTown(app);
    for (let n = 0; n < 6; n += 1) await onAgenda();
    expect(await count()).toEqual(few);
  });
});

describe('a village', () => {
  const isHeard = async () => !(await board()).voices.silent.some(({ id }) => id === town.tricht.id);
  let neighbour: TestPerson;
  let point: string;
  beforeEach(async () => {
    const elsewhere = await aTown(app);
    point = (await aProposal(app).in(elsewhere.tricht).by(elsewhere.resident).approvedBy(elsewhere.broker).save()).id;
    neighbour = await aPerson(app, { homeVillageId: town.tricht.id });
  });

  it('is heard by a proposal, and not heard any more after ninety days', async () => {
    expect(await isHeard()).toBe(false);
    const { id } = await wish();
    expect(await isHeard()).toBe(true);
    await move({ id }, 'hide', reasons);
    expect(await isHeard()).toBe(false);
    await move({ id }, 'show-again');
    await app.advance({ days: 91 });
    expect(await isHeard()).toBe(false);
  });

  it('is heard by a proposal from the day everybody reads it', async () => {
    const { id } = await wish();
    await app.dataSource.query(`update proposal set created_at = '2025-06-01' where id = $1`, [id]);
    expect(await isHeard()).toBe(true);
    await app.dataSource.query(`update proposal set approved_at = '2025-06-02' where id = $1`, [id]);
    expect(await isHeard()).toBe(false);
  });

  it('is heard by support of who lives there', async () => {
    await app.request('PUT', `/api/v1/proposals/${point}/support`, { as: neighbour });
    expect(await isHeard()).toBe(true);
  });

  it('attack 21: is not heard by what a broker hid', async () => {
    const said = { kind: 'reaction', body: 'Goed plan.' };
    const path = `/api/v1/proposals/${point}/comments`;
    const { status, body } = await app.request<{ id: string }>('POST', path, { as: neighbour, body: said });
    expect(status).toBe(201);
    expect(await isHeard()).toBe(true);
    await app.dataSource.query(`update comment set hidden_reason = 'Een naam.' where id = $1`, [body.id]);
    expect(await isHeard()).toBe(false);
  });

  it('is told by itself alone: no figure of the board counts people', async () => {
    await app.request('PUT', `/api/v1/proposals/${point}/support`, { as: neighbour });
    const { voices } = await board();
    expect(Object.keys(voices).sort()).toEqual(['heard', 'silent', 'since']);
    const { items } = await get<{ items: unknown[] }>('villages?limit=100');
    expect(voices.heard + voices.silent.length).toBe(items.length);
  });
});

describe('the sheet for a visit', () => {
  it('tells what was done and whom to thank, what is late, what comes, and what stands still', async () => {
    const [still, old] = [await onAgenda('Het staat stil'), await done('Lang geleden')];
    await stoodSince(still, -91);
    await stoodSince(old, -366);
    const [bench, fence] = [await done('Een bank'), await onAgenda('Een hek')];
    await calls.commit(town.broker, fence.id, { what: 'Te laat', dueOn: day(1) });
    await calls.commit(town.broker, fence.id, { what: 'Straks', dueOn: day(20) });
    await app.advance({ days: 3 });
    const seen = await visit();
    expect(seen).toMatchObject({
      village: { slug: town.tricht.slug },
      promises: { late: 1, open: 1 },
      points: { still: 1, done: 2 },
      done: { count: 1, items: [{ id: bench.id, author: 'Bewoner' }] },
      late: { count: 1, items: [{ id: fence.id, what: 'Te laat', dueOn: day(-2), team: null }] },
      next: { count: 1, items: [{ what: 'Straks' }] },
      still: { count: 1, items: [{ id: still.id, team: null }] },
      moving: { count: 1, items: [{ id: fence.id }] },
    });
    expect(JSON.stringify(seen)).not.toContain(old.id);
  });

  it('tells what was asked more than once, and which questions wait too long', async () => {
    const [one, two, three] = [await wish('Een bank'), await wish('Nog een bank'), await wish('Een hek')];
    await move(two, 'merge', { targetId: one.id });
    const question = { kind: 'question', body: 'Wanneer komt het hek?' };
    const path = `/api/v1/proposals/${three.id}/comments`;
    expect((await app.request('POST', path, { as: town.neighbour, body: question })).status).toBe(201);
    expect((await visit()).questions).toEqual({ count: 0, items: [] });
    await app.advance({ days: 60 });
    const seen = await visit();
    const asked = { id: one.id, title: 'Een bank', times: 2, support: null };
    expect(seen.wishes).toMatchObject({ count: 2, items: [asked, { id: three.id, times: 1 }] });
    expect(seen.questions).toMatchObject({ count: 1, items: [{ id: three.id, title: 'Een hek' }] });
  });

  it('tells how many support a wish from five people on', async () => {
    const { id } = await wish();
    const told: (number | null | undefined)[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const as = await aPerson(app, { homeVillageId: town.tricht.id });
      await app.request('PUT', `/api/v1/proposals/${id}/support`, { as });
      told.push((await visit()).wishes.items[0]?.support);
    }
    expect(told).toEqual([null, null, null, null, 5]);
  });

  it('attack 21: tells nothing of a point that was hidden', async () => {
    const [bench, fence] = [await done('Een bank'), await onAgenda('Een hek')];
    await calls.commit(town.broker, fence.id);
    for (const point of [bench, fence]) await move(point, 'hide', reasons);
    const seen = await visit();
    expect(JSON.stringify(seen)).not.toMatch(new RegExp([bench.id, fence.id].join('|')));
    expect([seen.promises.open, seen.points.done, seen.points.moving]).toEqual([0, 0, 0]);
  });

  it('says of news from a page no day that nobody knows', async () => {
    const { id } = await onAgenda('Van een pagina');
    await app.dataSource.query(
      `update proposal set source_url = 'https://dorp.example', source_key = $2, status_at = null, reported_year = 2026
       where id = $1`,
      [id, id],
    );
    expect((await visit()).moving).toMatchObject({ count: 1, items: [{ id, since: { year: 2026 } }] });
  });

  it('leads who follows its link to its page where no browser prints, which can be printed there', async () => {
    const path = `/api/v1/board/visits/${town.tricht.slug}/sheet.pdf`;
    const { status, headers } = await app.request('GET', path, { headers: { accept: 'text/html' } });
    expect([status, headers.get('location')]).toEqual([303, `/bord/bezoek/${town.tricht.slug}?melding=geen-pdf`]);
    expect((await app.request('GET', path)).status).toBe(503);
  });

  it('says how many more there are than it has room for', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await app.advance({ seconds: 1 });
      await done(`Bank ${n}`);
    }
    const { done: of } = await visit();
    expect([of.count, of.items.map(({ title }) => title)]).toEqual([6, ['Bank 6', 'Bank 5', 'Bank 4']]);
  });

  it('is there for villages that exist', async () => {
    expect((await app.request('GET', '/api/v1/board/visits/nergens')).status).toBe(404);
  });
});

const day = (days: number): string => new Date(app.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
