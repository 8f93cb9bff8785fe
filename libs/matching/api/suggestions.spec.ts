import { createEngine } from '@kernagenda/matching/domain';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { perform, see } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { suggestAgain } from './suggestions';
import { aSide, approved, decide, flagWith, pointsOf, requireFlag, wrong } from './testing';
import type { Side } from './testing';

let app: TestApp;
const sides: Side[] = [];

beforeAll(async () => {
  app = await createTestApp();
  for (const name of ['Tricht', 'Deil', 'Est', 'Varik']) sides.push(await aSide(app, name));
});
afterAll(() => app.close());

const side = (at: number): Side => {
  const found = sides[at];
  if (!found) throw new Error(`No village ${at}`);
  return found;
};

/** The same wish in some villages, in the order of the villages. */
async function wishes(title: string, ...at: readonly number[]): Promise<ProposalView[]> {
  const made: ProposalView[] = [];
  for (const each of at) made.push(await approved(app, side(each), title));
  return made;
}

/** Puts another text in the place of the public one, as author and broker do. */
async function rewrite(at: number, { id }: ProposalView, title: string): Promise<void> {
  const { resident, broker } = side(at);
  const { body, place, theme, kind } = await see(app, id, resident);
  const text = { title, body, place, theme, kind };
  const waiting = await perform<ProposalView>(app, resident, 'versions', await see(app, id, resident), text);
  const number = waiting.body.versionCount + 1;
  const { status } = await perform(app, broker, `versions/${number}/approve`, await see(app, id, broker));
  expect(status).toBe(200);
  await app.settle();
}

const decline = async (at: number, flag: MatchFlagView): Promise<void> => {
  expect((await decide(app, side(at).broker, flag, 'decline', wrong)).status).toBe(200);
};

/** As the next step of the lifecycle will do. */
const introduce = (id: string): Promise<unknown> =>
  app.dataSource.query(`update match_flag set state = 'introduced', introduced_at = suggested_at where id = $1`, [id]);

describe('a suggested flag', () => {
  it('keeps its id and rises in version while villages join and leave', async () => {
    const [a, b] = await wishes('Meer straatverlichting', 0, 1);
    const flag = await requireFlag(app, side(0).broker, a?.id ?? '');
    expect(pointsOf(flag)).toEqual([a?.id, b?.id].sort());
    const [c] = await wishes('Meer straatverlichting', 2);
    const grown = await requireFlag(app, side(0).broker, a?.id ?? '');
    expect(grown).toMatchObject({ id: flag.id, version: flag.version + 1, suggestedAt: flag.suggestedAt });
    expect(pointsOf(grown)).toContain(c?.id);
    await perform(app, side(2).resident, 'withdraw', await see(app, c?.id ?? '', side(2).resident));
    await app.settle();
    expect(await requireFlag(app, side(0).broker, a?.id ?? '')).toMatchObject({
      id: flag.id,
      version: flag.version + 2,
    });
  });
});

describe('a set that was declined', () => {
  it('stays away, also in a larger set, and returns when a text materially changed', async () => {
    const [a, b] = await wishes('Een hondenlosloopveld', 0, 1);
    if (!a || !b) throw new Error('Two wishes');
    const flag = await requireFlag(app, side(0).broker, a.id);
    await decline(0, flag);
    const [c] = await wishes('Een hondenlosloopveld', 2);
    const larger = await requireFlag(app, side(2).broker, c?.id ?? '');
    expect(larger.id).not.toBe(flag.id);
    expect(pointsOf(larger)).toHaveLength(2);
    expect(pointsOf(larger)).not.toEqual([a.id, b.id].sort());

    await rewrite(1, b, 'Hondenlosloopveld');
    const still = await flagWith(app, side(1).broker, b.id);
    expect(still ? pointsOf(still) : []).not.toContain(a.id);

    await rewrite(1, b, 'Hondenlosloopveld met hek en waterbak voor honden uit het hele dorp');
    const back = await requireFlag(app, side(1).broker, b.id);
    expect(pointsOf(back)).toEqual(expect.arrayContaining([a.id, b.id]));
    expect((await requireFlag(app, side(0).broker, a.id, 'declined')).id).toBe(flag.id);
  });

  it('is one again when that is taken back, without what meanwhile stands elsewhere', async () => {
    const [a, b] = await wishes('Een pluktuin met fruitbomen', 0, 1);
    const first = await requireFlag(app, side(0).broker, a?.id ?? '');
    await decline(0, first);
    expect(await flagWith(app, side(0).broker, a?.id ?? '')).toBeNull();
    const declined = await requireFlag(app, side(0).broker, a?.id ?? '', 'declined');
    expect((await decide(app, side(1).broker, declined, 'reopen')).status).toBe(200);
    const [c] = await wishes('Een pluktuin met fruitbomen', 2);
    expect(pointsOf(await requireFlag(app, side(0).broker, a?.id ?? ''))).toEqual([a?.id, b?.id, c?.id].sort());

    const [d] = await wishes('Glasvezel in het buitengebied', 0, 1);
    const other = await requireFlag(app, side(0).broker, d?.id ?? '');
    await decline(0, other);
    await wishes('Glasvezel in het buitengebied', 2);
    const seen = await requireFlag(app, side(0).broker, d?.id ?? '', 'declined');
    expect(await decide(app, side(0).broker, seen, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
    expect((await requireFlag(app, side(0).broker, d?.id ?? '', 'declined')).version).toBe(seen.version);
  });
});

describe('a flag on its way', () => {
  it('keeps its members, which stand in no other flag', async () => {
    const [a, b] = await wishes('Een jeu-de-boulesbaan', 0, 1);
    const flag = await requireFlag(app, side(0).broker, a?.id ?? '');
    await introduce(flag.id);
    const [c, d] = await wishes('Een jeu-de-boulesbaan', 2, 3);
    const same = await requireFlag(app, side(0).broker, a?.id ?? '', 'introduced');
    expect(same).toMatchObject({ id: flag.id, version: flag.version });
    expect(pointsOf(same)).toEqual([a?.id, b?.id].sort());
    expect(await flagWith(app, side(0).broker, a?.id ?? '')).toBeNull();
    expect(pointsOf(await requireFlag(app, side(2).broker, c?.id ?? ''))).toEqual([c?.id, d?.id].sort());
  });

  it('stands still while it is snoozed, and grows again from its day on', async () => {
    const [a, b] = await wishes('Een beweegtuin voor ouderen', 0, 1);
    const flag = await requireFlag(app, side(0).broker, a?.id ?? '');
    const until = new Date(app.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    await decide(app, side(0).broker, flag, 'snooze', { until });
    const [c] = await wishes('Een beweegtuin voor ouderen', 2);
    expect(pointsOf(await requireFlag(app, side(0).broker, a?.id ?? '', 'snoozed'))).toEqual([a?.id, b?.id].sort());
    expect(await flagWith(app, side(2).broker, c?.id ?? '')).toBeNull();
    await app.advance({ days: 5 });
    const [d] = await wishes('Een beweegtuin voor ouderen', 3);
    const grown = await requireFlag(app, side(0).broker, a?.id ?? '');
    expect(grown.id).toBe(flag.id);
    expect(pointsOf(grown)).toEqual([a?.id, b?.id, c?.id, d?.id].sort());
  });
});

describe('gathering around one point', () => {
  const engine = createEngine({ villageNames: [] });

  /** What it reads and writes, on a database that stays as it is. */
  async function asked(touched: readonly string[] | null): Promise<{ texts: string[]; ids: Set<unknown> }> {
    const texts: string[] = [];
    const ids = new Set<unknown>();
    const runner = app.dataSource.createQueryRunner();
    await runner.startTransaction();
    const query = async <Rows>(text: string, values: unknown[] = []): Promise<Rows> => {
      texts.push(text.trim().split(/\s+/)[0] ?? '');
      for (const value of values.flat()) ids.add(value);
      return runner.manager.query<Rows>(text, values);
    };
    await suggestAgain({ query }, { at: app.now(), label: engine.label, touched });
    await runner.rollbackTransaction();
    await runner.release();
    return { texts, ids };
  }

  it('reads its like and their flags alone, with as many questions whatever there is', async () => {
    const [a, b] = await wishes('Een skatebaan', 0, 1);
    const [far] = await wishes('Zwemmen in de recreatieplas', 2, 3);
    const { texts, ids } = await asked([a?.id ?? '']);
    expect(ids.has(b?.id)).toBe(true);
    expect(ids.has(far?.id)).toBe(false);
    const all = await asked(null);
    expect(all.ids.has(far?.id)).toBe(true);
    expect(texts.slice(1)).toEqual(all.texts.slice(1));
  });

  it('ends where gathering everything again ends', async () => {
    const { texts } = await asked(null);
    expect(texts.filter((verb) => ['insert', 'update', 'delete'].includes(verb))).toEqual([]);
  });
});
