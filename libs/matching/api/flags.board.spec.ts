import { shippedConcepts } from '@kernagenda/matching/domain';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aSide, board, introduced } from './testing';
import type { Side } from './testing';

let app: TestApp;
let here: Side;

/** What villages ask for by buying it: each title is a topic of its own. */
const titles = shippedConcepts
  .flatMap(({ kind, label }) => (kind === 'good' && label.length > 4 ? [label] : []))
  .slice(0, 60);

async function ask({ village }: Side, asked: readonly string[]): Promise<void> {
  const points = asked.map((title, at): ProposalImport => ({
    sourceKey: `board-${village.slug}-${at}`,
    sourceUrl: 'https://example.org/kernagenda',
    villageId: village.id,
    alsoVillageIds: [],
    title,
    body: '',
    theme: 'other',
    kind: 'good',
    agendaState: 'wish',
    reportedYear: null,
  }));
  await app.get(ImportsService).import(points);
  await app.settle();
}

/** Two villages ask for everything, and a third for the first of it. */
beforeAll(async () => {
  app = await createTestApp();
  here = await aSide(app, 'Est');
  await ask(here, titles);
  await ask(await aSide(app, 'Varik'), titles);
  await ask(await aSide(app, 'Beesd'), titles.slice(0, 3));
});
afterAll(() => app.close());

describe('a long board', () => {
  const villages = ({ points }: MatchFlagView): number => new Set(points.map(({ village }) => village.id)).size;

  it('begins with most villages, then the newest, and has every flag on one page', async () => {
    const { items } = (await board(app, here.broker, '?limit=100')).body;
    expect(items.length).toBeGreaterThan(50);
    expect(villages(items[0] as MatchFlagView)).toBe(3);
    const keys = items.map((flag) => [villages(flag), flag.suggestedAt, flag.id].join());
    expect(keys).toEqual([...keys].sort().reverse());

    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Awaited<ReturnType<typeof board>> = await board(
        app,
        here.broker,
        `?limit=20${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(items.map(({ id }) => id));
  });

  it('takes as many questions to the database at 50 flags as at 5', async () => {
    const counts: number[] = [];
    for (const limit of [5, 50]) {
      counts.push((await app.queriesDuring(() => board(app, here.broker, `?limit=${limit}`))).length);
      expect((await board(app, here.broker, `?limit=${limit}`)).body.items).toHaveLength(limit);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('and as many with what each village said', async () => {
    const { items } = (await board(app, here.broker, '?limit=50')).body;
    for (const flag of items) await introduced(app, here.broker, flag);
    const counts: number[] = [];
    for (const limit of [5, 50]) {
      const query = `?state=introduced&limit=${limit}`;
      counts.push((await app.queriesDuring(() => board(app, here.broker, query))).length);
      const seen = (await board(app, here.broker, query)).body.items;
      expect([seen.length, seen.every(({ sides }) => sides.length > 1)]).toEqual([limit, true]);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
