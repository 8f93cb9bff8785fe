import type { EntityManager } from 'typeorm';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { readJudgedPairs } from './judged-pairs';
import { MatchFlags } from './match-flags';
import {
  aSide,
  anAcceptedFlag,
  answerAsk,
  approved,
  board,
  decide,
  flagWith,
  inGroup,
  introduced,
  readAsk,
  requireFlag,
  sideOf,
  wrong,
} from './testing';
import type { FlagAnswer, Side } from './testing';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

interface Three {
  readonly tuil: Side;
  readonly deil: Side;
  readonly spijk: Side;
  readonly pointId: string;
  readonly flag: MatchFlagView;
}

/** Three fresh villages that want the same, introduced by the broker of the first unless told otherwise. */
async function three(title: string, isIntroduced = true): Promise<Three> {
  const [tuil, deil, spijk] = [await aSide(app, 'Tuil'), await aSide(app, 'Deil'), await aSide(app, 'Spijk')];
  const { id } = await approved(app, tuil, title);
  for (const side of [deil, spijk]) await approved(app, side, title);
  const flag = await requireFlag(app, tuil.broker, id);
  return { tuil, deil, spijk, pointId: id, flag: isIntroduced ? await introduced(app, tuil.broker, flag) : flag };
}

const read = (as: Side['broker'], { id }: Pick<MatchFlagView, 'id'>): Promise<FlagAnswer> =>
  app.request('GET', `/api/v1/match-flags/${id}`, { as });

const yes = (side: Side, flag: MatchFlagView) => answerAsk(app, side.resident, sideOf(flag, side).askId);
const no = (side: Side, flag: MatchFlagView) => answerAsk(app, side.resident, sideOf(flag, side).askId, 'decline');

/** Who hears of it makes a collaboration of it within the second. */
const agreed = ['accepted', 'linked'];

/** As it was before something was made of it. */
async function asAccepted({ id }: Pick<MatchFlagView, 'id'>): Promise<void> {
  await app.settle();
  await app.dataSource.query(`update match_flag set state = 'accepted' where id = $1`, [id]);
}

const auditOf = (id: string): Promise<{ action: string; from_state: string; to_state: string }[]> =>
  app.dataSource.query('select action, from_state, to_state from audit_entry where object_id = $1 order by id', [id]);

describe('an introduction', () => {
  it('asks every village once, and says who answers for it', async () => {
    const { tuil, deil, spijk, flag } = await three('Een natuurspeeltuin', false);
    await inGroup(app, deil.village);
    const page = await app.open({ as: spijk.resident });
    await page.join(`person:${spijk.resident.id}`);
    const asked = await introduced(app, tuil.broker, flag);
    expect(asked).toMatchObject({
      ...{ state: 'introduced', version: flag.version + 1, introduced: { by: 'Sanne', at: app.now().toISOString() } },
      allowedActions: ['undo_introduction', 'snooze', 'decline', 'correct_amount'],
    });
    expect(asked.sides.map(({ village, state, answerer }) => [village.name, state, answerer])).toEqual([
      ['Deil', 'asked', 'group'],
      ['Spijk', 'asked', 'author'],
      ['Tuil', 'asked', 'author'],
    ]);
    expect(await page.hears('flag')).toEqual({ kind: 'flag', flagId: flag.id });
    const { body } = await readAsk(app, spijk.resident, sideOf(asked, spijk).askId);
    expect(body).toMatchObject({ label: flag.label, flagState: 'introduced', introducedBy: 'Sanne', seesFlag: false });
    expect(body.points).toHaveLength(3);
    expect(await auditOf(flag.id)).toEqual([
      { action: 'match_flag.introduce', from_state: 'suggested', to_state: 'introduced' },
    ]);
  });

  it('keeps its points: who joins later is in no flag of them, and no text that changes takes one away', async () => {
    const { tuil, flag } = await three('Een vogelkijkhut aan het water');
    const later = await aSide(app, 'Vuren');
    const { id } = await approved(app, later, 'Een vogelkijkhut aan het water');
    expect((await read(tuil.broker, flag)).body.points).toHaveLength(3);
    expect(await flagWith(app, later.broker, id)).toBeNull();
  });

  it('is taken back within ten seconds by who made it, and by nobody else', async () => {
    const { tuil, deil, flag } = await three('Een theehuis aan de Linge');
    expect(flag.introduced?.undoUntil).not.toBeNull();
    expect((await read(deil.broker, flag)).body.introduced?.undoUntil).toBeNull();
    const byOther = await decide(app, deil.broker, flag, 'undo-introduction');
    expect([byOther.status, byOther.body.code]).toEqual([409, 'undo_window_closed']);
    const { status, body } = await decide(app, tuil.broker, flag, 'undo-introduction');
    expect([status, body.state, body.introduced, body.sides]).toEqual([200, 'suggested', null, []]);
    expect((await readAsk(app, deil.resident, sideOf(flag, deil).askId)).status).toBe(404);

    const again = await introduced(app, tuil.broker, body);
    await app.advance({ seconds: 11 });
    const late = await decide(app, tuil.broker, again, 'undo-introduction');
    expect([late.status, late.body.code]).toEqual([409, 'undo_window_closed']);
  });

  it('is not taken back once somebody answered', async () => {
    const { tuil, flag } = await three('Een kinderboerderij met geiten');
    await yes(tuil, flag);
    const { body } = await read(tuil.broker, flag);
    expect(body.allowedActions).not.toContain('undo_introduction');
    expect((await decide(app, tuil.broker, body, 'undo-introduction')).body.code).toBe('undo_window_closed');
  });
});

describe('the answers', () => {
  it('of all lead to accepted once two said yes, and who said no takes no part', async () => {
    const { tuil, deil, spijk, flag } = await three('Een waterspeeltuin');
    expect((await yes(tuil, flag)).body.side).toMatchObject({
      state: 'accepted',
      answeredBy: 'Sanne',
      allowedActions: [],
    });
    const note = 'Wij hebben er al een.';
    const refused = { reason: 'already_done', note };
    await answerAsk(app, deil.resident, sideOf(flag, deil).askId, 'decline', refused);
    expect((await read(tuil.broker, flag)).body).toMatchObject({ state: 'introduced', version: flag.version + 2 });
    await yes(spijk, flag);
    const { body } = await read(tuil.broker, flag);
    expect([agreed, body.allowedActions]).toEqual([expect.arrayContaining([body.state]), ['correct_amount']]);
    expect(sideOf(body, deil)).toMatchObject({ state: 'declined', ...refused, answeredBy: 'Sanne' });

    await asAccepted(flag);
    const accepted = await app.dataSource.transaction((manager) => app.get(MatchFlags).findAccepted(manager, flag.id));
    const villages = [tuil.village.id, spijk.village.id].sort();
    expect(accepted).toMatchObject({ id: flag.id, label: flag.label, introducedBy: tuil.broker.id });
    expect(accepted?.sides.map(({ villageId, answerer }) => [villageId, answerer])).toEqual(
      villages.map((id) => [id, 'author']),
    );
    expect(accepted?.points.map(({ villageId }) => villageId).sort()).toEqual(villages);
    expect(await auditOf(flag.id)).toContainEqual({
      ...{ action: 'match_flag.agree', from_state: 'introduced', to_state: 'accepted' },
    });
  });

  it('lead to declined as soon as fewer than two can still say yes; its pairs stay apart and teach nothing', async () => {
    const { tuil, deil, spijk, pointId, flag } = await three('Een trapveldje met doelen');
    const before = (await board(app, tuil.broker)).body.judged;
    await no(tuil, flag);
    await no(deil, flag);
    const { body } = await read(spijk.broker, flag);
    expect(body).toMatchObject({ state: 'declined', declined: { reason: 'not_together' }, allowedActions: ['reopen'] });
    expect((await yes(spijk, flag)).status).toBe(409);
    await approved(app, await aSide(app, 'Est'), 'Een trapveldje met doelen');
    const back = await flagWith(app, tuil.broker, pointId);
    expect(back?.points.map(({ village }) => village.name) ?? []).not.toEqual(expect.arrayContaining(['Deil', 'Tuil']));
    expect((await board(app, tuil.broker)).body.judged).toEqual(before);
    const pairs = await readJudgedPairs(app.dataSource.manager);
    expect(pairs.filter(({ a, b }) => [a.id, b.id].includes(pointId))).toEqual([]);
  });

  it('are asked for again when a broker opens a declined flag again', async () => {
    const { tuil, deil, spijk, flag } = await three('Een dorpsmoestuin met kas');
    await no(deil, flag);
    await no(spijk, flag);
    const { body } = await decide(app, tuil.broker, (await read(tuil.broker, flag)).body, 'reopen');
    expect([body.state, body.sides]).toEqual(['suggested', []]);
    const again = await introduced(app, tuil.broker, body);
    expect(again.sides.map(({ state }) => state)).toEqual(['asked', 'asked', 'asked']);
  });

  it('stand when a broker closes an introduced flag by mistake and opens it again', async () => {
    const { tuil, flag } = await three('Een fietsenmaker in het dorp');
    await yes(tuil, flag);
    const closed = await decide(app, tuil.broker, (await read(tuil.broker, flag)).body, 'decline', wrong);
    expect(closed.body.state).toBe('declined');
    const { body } = await decide(app, tuil.broker, closed.body, 'reopen');
    expect([body.state, sideOf(body, tuil).state]).toEqual(['introduced', 'accepted']);
  });

  it('are no longer waited for when a broker goes on with those who said yes', async () => {
    const { tuil, deil, spijk, flag } = await three('Een buurtbus op zaterdag');
    await yes(tuil, flag);
    const early = await decide(app, tuil.broker, (await read(tuil.broker, flag)).body, 'proceed');
    expect([early.status, early.body.code]).toEqual([409, 'wrong_state']);
    await yes(deil, flag);
    expect((await decide(app, tuil.broker, flag, 'proceed')).status).toBe(412);
    const { body } = await decide(app, tuil.broker, (await read(tuil.broker, flag)).body, 'proceed');
    expect(agreed).toContain(body.state);
    expect(sideOf(body, spijk)).toMatchObject({ state: 'declined', reason: 'no_answer', answeredBy: null });
    expect((await yes(spijk, flag)).status).toBe(409);
  });

  it('wait while it is put away, and count from the day on', async () => {
    const { tuil, flag } = await three('Een zwemsteiger in de plas');
    const { body } = await decide(app, tuil.broker, flag, 'snooze', { until: '2026-03-20' });
    expect(body).toMatchObject({ state: 'snoozed', allowedActions: ['wake', 'decline', 'correct_amount'] });
    expect((await readAsk(app, tuil.resident, sideOf(flag, tuil).askId)).body).toMatchObject({
      ...{ flagState: 'snoozed', snoozedUntil: '2026-03-20', side: { allowedActions: [] } },
    });
    expect((await yes(tuil, flag)).status).toBe(409);
    await app.advance({ days: 20 });
    expect((await read(tuil.broker, flag)).body).toMatchObject({ state: 'introduced', snoozedUntil: null });
    expect((await yes(tuil, flag)).status).toBe(200);
    const stored = await app.dataSource.query('select state, snoozed_until from match_flag where id = $1', [flag.id]);
    expect(stored).toEqual([{ state: 'introduced', snoozed_until: null }]);
  });

  it('of a broker say on whose behalf', async () => {
    const { tuil, flag } = await three('Een oplaadpunt voor fietsen');
    await app.dataSource.query('update proposal set author_id = null where village_id = $1', [tuil.village.id]);
    const { askId } = sideOf(flag, tuil);
    const { status, body } = await answerAsk(app, tuil.broker, askId);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/onBehalfOf']);
    const onBehalfOf = 'De klompenclub, mevrouw De Wit';
    expect((await answerAsk(app, tuil.broker, askId, 'accept', { onBehalfOf })).body.side).toMatchObject({
      ...{ state: 'accepted', answerer: 'broker', onBehalfOf },
    });
  });

  it('are a yes or a no with a reason of the list', async () => {
    const { tuil, flag } = await three('Een zorgboerderij met dagbesteding');
    const { askId } = sideOf(flag, tuil);
    for (const body of [
      {},
      { reason: 'no_answer' },
      { reason: 'other', note: 'x'.repeat(501) },
      { reason: 'other', state: 'x' },
    ])
      expect((await answerAsk(app, tuil.resident, askId, 'decline', body)).status).toBe(400);
    for (const body of [{ onBehalfOf: 'x'.repeat(121) }, { personId: tuil.resident.id }])
      expect((await answerAsk(app, tuil.resident, askId, 'accept', body)).status).toBe(400);
  });

  it('attack 10: of several at the same moment one counts, and the others hear what happened', async () => {
    const { deil, flag } = await three('Een uitkijktoren op de dijk');
    const secretaries = [await inGroup(app, deil.village), await inGroup(app, deil.village)];
    const { askId } = sideOf(flag, deil);
    const answers = await Promise.all(
      [0, 1, 0, 1, 0].map((at) => answerAsk(app, secretaries[at] ?? null, askId, at === 0 ? 'accept' : 'decline')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.code).toBe('wrong_state');
      expect(body.detail).toMatch(/^Deil said (yes|no): Sanne, 2026-/);
    }
    const entries = (await auditOf(askId)).filter(({ action }) => action.startsWith('match_ask.'));
    expect(entries).toHaveLength(1);
  });

  it('attack 10: the last two at the same moment decide it once', async () => {
    const { tuil, deil, spijk, flag } = await three('Een buitenkeuken voor feesten');
    await no(spijk, flag);
    await Promise.all([yes(tuil, flag), yes(deil, flag)]);
    expect(agreed).toContain((await read(tuil.broker, flag)).body.state);
    const decided = (await auditOf(flag.id)).filter(({ to_state: to }) => to === 'accepted');
    expect(decided).toHaveLength(1);
  });
});

describe('a flag that was accepted', () => {
  const within = <Answer>(work: (manager: EntityManager) => Promise<Answer>): Promise<Answer> =>
    app.dataSource.transaction(work);

  it('is linked once, and boards hear it', async () => {
    const sides = [await aSide(app, 'Tuil'), await aSide(app, 'Deil')] as const;
    const flag = await anAcceptedFlag(app, [sides[0], sides[1]], 'Een rolstoelschommel');
    await asAccepted(flag);
    const linked = (await auditOf(flag.id)).filter(({ action }) => action === 'match_flag.link').length;
    const flags = app.get(MatchFlags);
    const page = await app.open({ as: sides[1].broker });
    await page.join(`person:${sides[1].broker.id}`);
    await within((manager) => flags.link(manager, flag.id));
    await within((manager) => flags.link(manager, flag.id));
    await page.hears('flag');
    expect((await read(sides[0].broker, flag)).body.state).toBe('linked');
    expect(await within((manager) => flags.findAccepted(manager, flag.id))).toBeNull();
    expect((await auditOf(flag.id)).filter(({ action }) => action === 'match_flag.link')).toHaveLength(linked + 1);
  });

  it('does not come back when the villages do not do it together after all', async () => {
    const [one, other] = [await aSide(app, 'Tuil'), await aSide(app, 'Deil')];
    const flag = await anAcceptedFlag(app, [one, other], 'Een openbaar toilet bij de haven');
    await asAccepted(flag);
    const flags = app.get(MatchFlags);
    const page = await app.open();
    await page.join('public');
    const note = 'Apart is goedkoper.';
    await within((manager) => flags.decline(manager, flag.id, { personId: one.broker.id, note }));
    const { body } = await read(one.broker, flag);
    expect(body).toMatchObject({ state: 'declined', declined: { reason: 'not_together', note } });
    await page.hears('matches');
    await approved(app, await aSide(app, 'Est'), 'Een openbaar toilet bij de haven');
    const back = await flagWith(app, one.broker, flag.points[0]?.proposalId ?? '');
    const names = back?.points.map(({ village }) => village.name) ?? [];
    expect(names.includes('Tuil') && names.includes('Deil')).toBe(false);
    await expect(within((manager) => flags.link(manager, flag.id))).rejects.toThrow(/not possible/);
  });
});
