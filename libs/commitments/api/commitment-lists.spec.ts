import type { CommitmentSummary, FiguresView } from '@kernagenda/commitments/domain';
import { commitmentStates, standingOf } from '@kernagenda/commitments/domain';
import { aTown, aProposal, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { Theme } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { standing } from './commitment-lists.queries';
import { PromiseCalls } from './testing';

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;
const points: Record<'green' | 'traffic' | 'elsewhere' | 'hidden', string> = {
  green: '',
  traffic: '',
  elsewhere: '',
  hidden: '',
};
const proof = { text: 'Het is gedaan.', photos: [] };

const list = async (query = '') =>
  (await app.request<Page<CommitmentSummary>>('GET', `/api/v1/commitments?${query}`)).body;
const figures = async (query = '') =>
  (await app.request<FiguresView>('GET', `/api/v1/commitments/figures?${query}`)).body;

beforeAll(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
  const other = await aTown(app);
  const { broker } = town;
  const point = async (of: TestTown, theme: Theme) =>
    (await aProposal(app).in(of.tricht).by(of.resident).with({ theme }).approvedBy(of.broker).save()).id;
  points.green = await point(town, 'green');
  points.traffic = await point(town, 'traffic');
  points.hidden = await point(town, 'green');
  points.elsewhere = await point(other, 'green');
  await calls.act(broker, 'keep', await calls.commit(broker, points.green, { dueOn: '2026-03-02' }), proof);
  await calls.commit(broker, points.green, { what: 'Te laat', dueOn: '2026-03-03' });
  const late = await calls.commit(broker, points.traffic, { what: 'Verzet', dueOn: '2026-03-04' });
  const moved = { dueOn: '2026-03-30', reason: 'De leverancier is laat.' };
  const afterMove = (await calls.act(broker, 'move', late, moved)).body;
  await calls.commit(broker, points.traffic, { what: 'Loopt', dueOn: '2026-04-01' });
  const withdrawn = await calls.commit(broker, points.traffic, { what: 'Terug', dueOn: '2026-04-02' });
  await calls.act(broker, 'withdraw', withdrawn, { reason: 'Het geld is op.' });
  await calls.commit(other.broker, points.elsewhere, { what: 'Ergens anders', dueOn: '2026-04-03' });
  await calls.commit(broker, points.hidden, { what: 'Verborgen', dueOn: '2026-04-04' });
  await app.advance({ days: 4 });
  await calls.act(broker, 'keep', afterMove, proof);
  await perform(app, broker, 'hide', await see(app, points.hidden, broker), reasons);
});
afterAll(() => app.close());

describe('the list of promises', () => {
  it('is by due day, and by village, theme and standing', async () => {
    const of = `village=${town.tricht.slug}`;
    expect((await list(of)).items.map((row) => [row.dueOn, row.standing])).toEqual([
      ['2026-03-02', 'kept'],
      ['2026-03-03', 'late'],
      ['2026-03-30', 'kept_late'],
      ['2026-04-01', 'open'],
      ['2026-04-02', 'withdrawn'],
    ]);
    expect((await list(`${of}&state=late`)).items).toMatchObject([
      { what: 'Te laat', point: { id: points.green, theme: 'green' }, village: { slug: town.tricht.slug } },
    ]);
    expect((await list('theme=green')).items.map(({ dueOn }) => dueOn)).toContain('2026-04-03');
    expect((await list('village=nergens')).items).toEqual([]);
  });

  it('goes on where the page before ended', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<CommitmentSummary> = await list(`limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ dueOn }) => dueOn));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([...seen].sort());
    expect(seen).toHaveLength(6);
  });

  it.each(['state=asked', 'theme=x', 'cursor=x', `cursor=${Buffer.from('["x","y"]').toString('base64url')}`])(
    'refuses %s',
    async (query) => {
      expect((await app.request('GET', `/api/v1/commitments?${query}`)).status).toBe(400);
    },
  );
});

it('takes the same number of statements for a list of 5 and of 50', async () => {
  const countOf = async (limit: number) => (await app.queriesDuring(() => list(`limit=${limit}`))).length;
  const before = await countOf(50);
  for (let n = 0; n < 50; n += 1) await calls.commit(town.broker, points.green, { dueOn: '2026-08-01' });
  expect((await list('limit=50')).items).toHaveLength(50);
  expect(await countOf(50)).toBe(before);
  await app.dataSource.query(`delete from commitment where due_on = '2026-08-01'`);
});

describe('the public figures', () => {
  it('count what was kept on its first day as kept in time, and nothing that was withdrawn', async () => {
    const { total, villages, themes } = await figures(`village=${town.tricht.slug}`);
    expect(total).toEqual({ keptInTime: 1, keptLate: 1, late: 1, open: 1 });
    expect(villages).toMatchObject([{ village: { id: town.tricht.id }, figures: total }]);
    expect(themes).toEqual([
      { theme: 'traffic', figures: { keptInTime: 0, keptLate: 1, late: 0, open: 1 } },
      { theme: 'green', figures: { keptInTime: 1, keptLate: 0, late: 1, open: 0 } },
    ]);
  });

  it('equal the list they count', async () => {
    const { total, villages } = await figures('theme=green');
    const items = (await list('theme=green')).items;
    expect(total.open).toBe(items.filter((row) => row.standing === 'open' || row.standing === 'moved').length);
    expect(villages).toHaveLength(2);
  });

  it('count a point that villages share in each of them, and once in all', async () => {
    const before = await figures();
    await app.dataSource.query(
      'insert into proposal_also_village (proposal_id, village_id) select $1, id from village where slug = $2',
      [points.elsewhere, town.tricht.slug],
    );
    const after = await figures();
    expect(after.total).toEqual(before.total);
    const here = after.villages.find(({ village }) => village.id === town.tricht.id);
    expect(here?.figures.open).toBe(2);
    expect((await figures(`village=${town.tricht.slug}`)).total.open).toBe(2);
  });

  it('attack 21: leave out what is hidden, as the list does', async () => {
    expect((await list()).items.map(({ what }) => what)).not.toContain('Verborgen');
    const { open } = (await figures()).total;
    await perform(app, town.broker, 'show-again', await see(app, points.hidden, town.broker), reasons);
    expect((await figures()).total.open).toBe(open + 1);
  });
});

it('says in SQL what the domain says', async () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
  for (const state of commitmentStates)
    for (const dueOn of days)
      for (const firstDueOn of days)
        for (const keptOn of state === 'kept' ? days : [null]) {
          const text = `select ${standing('c', '$5')} as standing
            from (values ($1::text, $2::date, $3::date, $4::date)) as c (state, due_on, first_due_on, kept_on)`;
          const [row] = await app.dataSource.query(text, [state, dueOn, firstDueOn, keptOn, '2026-03-02']);
          expect(row).toEqual({ standing: standingOf({ state, dueOn, firstDueOn, keptOn }, '2026-03-02') });
        }
});
