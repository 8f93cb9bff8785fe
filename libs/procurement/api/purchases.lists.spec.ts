import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aJointTown, demandOf } from './testing';
import type { JointTown } from './testing';

let app: TestApp;
let town: JointTown;
let id: string;

/** Sixty purchases of one collaboration that were given up, and one that runs. */
beforeAll(async () => {
  app = await createTestApp();
  town = await aJointTown(app);
  ({ id } = await town.gathered());
  await app.dataSource.query(
    `insert into procurement_case (collaboration_id, what, unit, kind, share_key, state, stems, started_at, moved_at, ended_at)
     select $1, 'bloembakken', 'bak', 'goods_services', 'equal', 'not_joint', '{bloembak}', at, at, at
     from generate_series(1, 60) n cross join lateral (select $2::timestamptz - make_interval(days => 10, hours => n) as at) moment`,
    [town.collaboration.id, app.now()],
  );
});
afterAll(() => app.close());

describe('a list of purchases', () => {
  it('has the newest first, page after page', async () => {
    const all = (await town.calls.list(null, '?limit=100')).body.items;
    expect(all).toHaveLength(61);
    expect(all[0]).toMatchObject({
      id,
      state: 'gathering',
      quantity: 9,
      villages: [{ name: 'Deil' }, { name: 'Est' }, { name: 'Tuil' }],
    });
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `?collaboration=${town.collaboration.id}&limit=25${cursor && `&cursor=${cursor}`}`;
      const { body }: Awaited<ReturnType<typeof town.calls.list>> = await town.calls.list(null, query);
      paged.push(...body.items.map((item) => item.id));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all.map((item) => item.id));
    expect((await town.calls.list(null, `?collaboration=${id}`)).body.items).toEqual([]);
  });

  it('takes as many questions to the database at 50 rows as at 5', async () => {
    const counts: number[] = [];
    for (const limit of [5, 50]) {
      counts.push((await app.queriesDuring(() => town.calls.list(null, `?limit=${limit}`))).length);
      expect((await town.calls.list(null, `?limit=${limit}`)).body.items).toHaveLength(limit);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('the page of a purchase', () => {
  it('asks nothing about rules and other purchases for who reads nothing of them', async () => {
    const aboutRules = async (as: TestPerson | null): Promise<number> => {
      const asked = await app.queriesDuring(() => town.calls.see(as, id));
      return asked.filter((text) => /from "?procurement_threshold|join procurement_case o /i.test(text)).length;
    };
    expect(await aboutRules(town.broker)).toBe(2);
    expect(await aboutRules(town.villages[0].secretary)).toBe(1);
    expect(await aboutRules(null)).toBe(0);
  });

  it('takes as many questions with many lines as with few', async () => {
    const few = (await app.queriesDuring(() => town.calls.see(town.broker, id))).length;
    const { villages } = town;
    for (let n = 0; n < 17; n += 1) {
      for (const { village } of villages) {
        const { what, quantity } = demandOf(1, null);
        await app.dataSource.query(
          'insert into demand_line (case_id, village_id, what, quantity, created_at) values ($1, $2, $3, $4, $5)',
          [id, village.id, what, quantity, app.now()],
        );
      }
    }
    expect((await app.queriesDuring(() => town.calls.see(town.broker, id))).length).toBe(few);
    expect((await town.calls.see(town.broker, id)).perVillage.flatMap(({ lines }) => lines)).toHaveLength(54);
  });
});
