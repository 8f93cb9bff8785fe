import { flagAccepted } from '@kernagenda/matching/api';
import {
  aSide,
  anAcceptedFlag,
  answerAsk,
  approved,
  inGroup,
  introduced,
  requireFlag,
  sideOf,
} from '@kernagenda/matching/api/testing';
import type { Side } from '@kernagenda/matching/api/testing';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { ThreadCalls } from '@kernagenda/conversations/api/testing';
import { Jobs } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { CollaborationSummary, CollaborationView } from '@kernagenda/collaborations/domain';
import { CollaborationCalls } from './testing';

let app: TestApp;
let calls: CollaborationCalls;

beforeAll(async () => {
  app = await createTestApp();
  calls = new CollaborationCalls(app);
});
afterAll(() => app.close());

async function listOf({ village }: Side): Promise<readonly CollaborationSummary[]> {
  await app.settle();
  return (await calls.list(null, `?village=${village.slug}`)).body.items;
}

async function madeFor(side: Side): Promise<CollaborationView> {
  const [summary] = await listOf(side);
  if (!summary) throw new Error(`No collaboration with ${side.village.name}`);
  return (await calls.see(side.resident, summary)).body;
}

const flagOf = async ({ broker }: Side, { id }: MatchFlagView): Promise<MatchFlagView> =>
  (await app.request<MatchFlagView>('GET', `/api/v1/match-flags/${id}`, { as: broker })).body;

describe('villages that said yes to each other', () => {
  it('get a collaboration with their points, and one talk for who answered and for the brokers', async () => {
    const [tuil, deil] = [await aSide(app, 'Tuil'), await aSide(app, 'Deil')];
    const flag = await anAcceptedFlag(app, [tuil, deil], 'Bankjes langs de dijk');
    const made = await madeFor(tuil);
    expect(made).toMatchObject({ title: `Samen: ${flag.label}`, phase: 'exploring' });
    expect(made.parties.map(({ village, points }) => [village?.name, points.map(({ title }) => title)]).sort()).toEqual(
      [
        ['Deil', ['Bankjes langs de dijk']],
        ['Tuil', ['Bankjes langs de dijk']],
      ],
    );
    expect(made.history.map(({ kind }) => kind)).toEqual(['flagged', 'joined', 'joined']);
    expect((await flagOf(tuil, flag)).state).toBe('linked');
    const listed = (id: string) => calls.list(null, `?flag=${id}`);
    expect((await listed(flag.id)).body.items.map(({ id }) => id)).toEqual([made.id]);
    expect((await listed(made.id)).body.items).toEqual([]);
    expect((await listed('geen')).status).toBe(400);
    const threads = new ThreadCalls(app);
    const threadId = made.forParties?.threadId ?? '';
    expect((await threads.write(tuil.resident, threadId, 'Zullen wij samen kijken?')).status).toBe(201);
    expect((await threads.read(deil.resident, threadId)).body.items).toHaveLength(1);
    expect((await threads.read(deil.broker, threadId)).status).toBe(200);
  });

  it('leave out who said no, and who says no later is not asked again', async () => {
    const sides = [await aSide(app, 'Tuil'), await aSide(app, 'Deil'), await aSide(app, 'Spijk')] as const;
    const [tuil, deil, spijk] = sides;
    for (const side of sides) await approved(app, side, 'Een fietspomp bij het station');
    const [point] = (await requireFlagOf(tuil)).points;
    const flag = await introduced(app, tuil.broker, await requireFlag(app, tuil.broker, point?.proposalId ?? ''));
    await answerAsk(app, spijk.resident, sideOf(flag, spijk).askId, 'decline');
    await answerAsk(app, tuil.resident, sideOf(flag, tuil).askId);
    expect(await listOf(tuil)).toEqual([]);
    await answerAsk(app, deil.resident, sideOf(flag, deil).askId);
    expect((await madeFor(tuil)).villages.map(({ name }) => name)).toEqual(['Deil', 'Tuil']);
    expect(await listOf(spijk)).toEqual([]);
  });

  it('get one, however often the event arrives', async () => {
    const sides = [await aSide(app, 'Tuil'), await aSide(app, 'Deil')] as const;
    const flag = await anAcceptedFlag(app, [sides[0], sides[1]], 'Een pluktuin achter de kerk');
    await app.dataSource.transaction(async (manager) => {
      for (let at = 0; at < 3; at++) await app.get(Jobs).publish(manager, flagAccepted, { flagId: flag.id });
    });
    expect(await listOf(sides[0])).toHaveLength(1);
  });

  it('are spoken for by the group of the village, where there is one', async () => {
    const sides = [await aSide(app, 'Tuil'), await aSide(app, 'Deil')] as const;
    const [tuil, deil] = sides;
    const secretary = await inGroup(app, deil.village);
    for (const side of sides) await approved(app, side, 'Een jeu-de-boulesbaan in het park');
    const flag = await introduced(app, tuil.broker, await requireFlagOf(tuil));
    await answerAsk(app, tuil.resident, sideOf(flag, tuil).askId);
    await answerAsk(app, secretary, sideOf(flag, deil).askId);
    const [summary] = await listOf(tuil);
    const seen = await calls.see(secretary, { id: summary?.id ?? '' });
    expect(seen.body.allowedActions).toContain('form');
    expect((await calls.see(deil.resident, { id: summary?.id ?? '' })).body.forParties).toBeNull();
    expect((await calls.see(tuil.resident, { id: summary?.id ?? '' })).body.allowedActions).toEqual(['work']);
  });
});

describe('a collaboration that stops', () => {
  it('leaves its signal as "not together", and it does not come back', async () => {
    const sides = [await aSide(app, 'Tuil'), await aSide(app, 'Deil')] as const;
    const [tuil, deil] = sides;
    const flag = await anAcceptedFlag(app, [tuil, deil], 'Een openbaar toilet bij de haven');
    const made = await madeFor(tuil);
    const reason = 'Apart is het sneller klaar.';
    expect((await calls.act(deil.broker, made, 'stop', { reason })).status).toBe(200);
    expect(await flagOf(tuil, flag)).toMatchObject({
      state: 'declined',
      declined: { reason: 'not_together', note: reason },
    });
    await approved(app, await aSide(app, 'Est'), 'Een openbaar toilet bij de haven');
    const { body } = await app.request<{ items: MatchFlagView[] }>(
      'GET',
      `/api/v1/match-flags?village=${tuil.village.slug}`,
      {
        as: tuil.broker,
      },
    );
    for (const { points } of body.items) expect(points.map(({ village }) => village.name)).not.toContain('Deil');
  });
});

/** The one flag of a side that is fresh. */
async function requireFlagOf({ broker, village }: Side): Promise<MatchFlagView> {
  const { body } = await app.request<{ items: MatchFlagView[] }>('GET', `/api/v1/match-flags?village=${village.slug}`, {
    as: broker,
  });
  const [flag] = body.items;
  if (!flag) throw new Error(`No flag of ${village.name}`);
  return flag;
}
