import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aSide, approved, board, decide, flagWith, pointsOf, requireFlag, wrong } from './testing';
import type { FlagAnswer, Side } from './testing';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

interface Pair {
  readonly here: Side;
  readonly there: Side;
  readonly one: ProposalView;
  readonly other: ProposalView;
  readonly flag: MatchFlagView;
}

/** Two fresh villages that want the same. */
async function aPair(title = 'Meer straatverlichting', text: Parameters<typeof approved>[3] = {}): Promise<Pair> {
  const [here, there] = [await aSide(app, 'Tricht'), await aSide(app, 'Deil')];
  const one = await approved(app, here, title, text);
  const other = await approved(app, there, title, text);
  return { here, there, one, other, flag: await requireFlag(app, here.broker, one.id) };
}

const read = (as: TestPerson, { id }: { readonly id: string }): Promise<FlagAnswer> =>
  app.request('GET', `/api/v1/match-flags/${id}`, { as });

const auditOf = (id: string): Promise<{ action: string; from_state: string; to_state: string }[]> =>
  app.dataSource.query('select action, from_state, to_state from audit_entry where object_id = $1 order by id', [id]);

describe('a flag on the board', () => {
  it('says what, why, where, what is won and what may be done', async () => {
    const { here, one, other, flag } = await aPair('Een AED bij het dorpshuis', { theme: 'care' });
    expect(flag).toMatchObject({
      ...{ label: 'AED', state: 'suggested', version: 1, theme: 'care', benefit: 'buying', isConfirmed: false },
      ...{ snoozedUntil: null, declined: null, total: null, introduced: null, sides: [] },
      allowedActions: ['confirm', 'introduce', 'snooze', 'decline', 'correct_amount'],
    });
    expect(pointsOf(flag)).toEqual([one.id, other.id].sort());
    expect(flag.points[0]).toMatchObject({ body: '', agendaState: 'wish', amount: null });
    expect(flag.reasons[0]?.words).toContain('AED');
    const { status, headers, body } = await read(here.broker, flag);
    expect([status, headers.get('etag'), body]).toEqual([200, '"1"', flag]);
  });

  it('is about learning once a village is at work', async () => {
    const { here, one, other, there } = await aPair('Zonnepanelen op het dorpshuis');
    await perform(app, here.broker, 'explore', await see(app, one.id, here.broker));
    await perform(app, here.broker, 'put-on-agenda', await see(app, one.id, here.broker));
    const plan = { teamId: null, dueOn: '2026-09-01' };
    await perform(app, here.broker, 'plan', await see(app, one.id, here.broker), plan);
    await app.settle();
    expect((await requireFlag(app, there.broker, other.id)).benefit).not.toBe('learning');
    const page = await app.open({ as: there.broker });
    await page.join(`person:${there.broker.id}`);
    await perform(app, here.broker, 'start', await see(app, one.id, here.broker));
    await page.hears('flag');
    expect((await requireFlag(app, there.broker, other.id)).benefit).toBe('learning');
  });

  it('attack 06: shows public points alone, and is none when one village is left', async () => {
    const { here, there, one, flag } = await aPair('Een jeu-de-boulesbaan bij de kerk');
    const third = await aSide(app, 'Haaften');
    const goes = await approved(app, third, 'Een jeu-de-boulesbaan op het plein');
    expect(pointsOf(await requireFlag(app, here.broker, one.id))).toContain(goes.id);
    await perform(app, third.broker, 'hide', await see(app, goes.id, third.broker), reasons);
    expect(pointsOf(await requireFlag(app, here.broker, one.id))).not.toContain(goes.id);
    expect((await read(third.broker, flag)).status).toBe(404);
    await perform(app, here.broker, 'hide', await see(app, one.id, here.broker), reasons);
    expect((await read(there.broker, flag)).status).toBe(404);
  });

  it('attack 25: tells nothing of a text that still waits', async () => {
    const { here, there, other, flag } = await aPair('Een kunstijsbaan op het veld');
    const body = 'Buurman Jansen verhuurt zijn schuur.';
    const { title, place, theme, kind } = other;
    const text = { title, body, place, theme, kind };
    const sent = await perform(app, there.resident, 'versions', await see(app, other.id, there.resident), text);
    expect(sent.status).toBeLessThan(300);
    await app.settle();
    for (const broker of [here.broker, there.broker]) {
      expect(JSON.stringify((await read(broker, flag)).body)).not.toContain('Jansen');
    }
  });
});

describe('the list', () => {
  const all = async (as: TestPerson, query: string): Promise<string[]> =>
    (await board(app, as, query)).body.items.map(({ id }) => id);

  it('asks by state, village, theme and benefit', async () => {
    const { here, there, flag } = await aPair('Een beweegtuin in het park', { theme: 'play_sport', kind: 'good' });
    for (const query of [
      '',
      `?village=${there.village.slug}`,
      '?theme=play_sport',
      '?benefit=buying',
      '?state=suggested',
    ])
      expect([query, await all(here.broker, query)]).toEqual([query, [flag.id]]);
    for (const query of ['?village=nergens', '?theme=green', '?benefit=learning', '?state=snoozed', '?state=declined'])
      expect([query, await all(here.broker, query)]).toEqual([query, []]);
    for (const query of ['?state=', '?theme=x', '?benefit=all', '?order=label', '?cursor=x', '?limit=0'])
      expect([query, (await board(app, here.broker, query)).status]).toEqual([query, 400]);
  });
});

describe('a broker who decides', () => {
  it('marks it right: counted, remembered as pairs, and one more look when a point joins', async () => {
    const { here, one, flag } = await aPair('Een hondenlosloopveld met hek');
    const before = (await board(app, here.broker)).body.judged;
    const { status, body } = await decide(app, here.broker, flag, 'confirm');
    expect([status, body.state, body.isConfirmed, body.version]).toEqual([200, 'suggested', true, 2]);
    await decide(app, here.broker, body, 'confirm');
    expect((await board(app, here.broker)).body.judged).toEqual({ ...before, right: before.right + 1 });
    const said = await app.dataSource.query<{ verdict: string; a_stems: string[] }[]>(
      'select verdict, a_stems from match_judgement where flag_id = $1',
      [flag.id],
    );
    expect(said).toMatchObject([{ verdict: 'right' }, { verdict: 'right' }]);
    expect(said[0]?.a_stems.length).toBeGreaterThan(0);
    await approved(app, await aSide(app, 'Haaften'), 'Een hondenlosloopveld bij de dijk');
    expect(await requireFlag(app, here.broker, one.id)).toMatchObject({ id: flag.id, isConfirmed: false, version: 4 });
  });

  it('puts it out of sight until a day begins in Amsterdam, or wakes it', async () => {
    const { here, there, one, flag } = await aPair('Een pluktuin voor iedereen');
    const until = '2026-03-09';
    const { body } = await decide(app, here.broker, flag, 'snooze', { until });
    expect(body).toMatchObject({
      state: 'snoozed',
      snoozedUntil: until,
      allowedActions: ['wake', 'decline', 'correct_amount'],
    });
    expect(await flagWith(app, there.broker, one.id)).toBeNull();
    expect((await requireFlag(app, there.broker, one.id, 'snoozed')).id).toBe(flag.id);
    const woken = await decide(app, there.broker, body, 'wake');
    expect(woken.body).toMatchObject({ state: 'suggested', snoozedUntil: null });

    await decide(app, here.broker, woken.body, 'snooze', { until });
    // From nine in the morning of the 2nd to the last minute of the 8th in Amsterdam.
    await app.advance({ days: 6, seconds: 13 * 3600 + 59 * 60 });
    expect(await flagWith(app, here.broker, one.id)).toBeNull();
    await app.advance({ seconds: 120 });
    const back = await requireFlag(app, here.broker, one.id);
    expect(back).toMatchObject({ state: 'suggested', snoozedUntil: null });
    expect(await flagWith(app, here.broker, one.id, 'snoozed')).toBeNull();
    expect((await decide(app, here.broker, back, 'confirm')).body).toMatchObject({
      state: 'suggested',
      isConfirmed: true,
    });
  });

  it('chooses a day that is soon to come', async () => {
    const { here, flag } = await aPair('Een ooievaarsnest op een paal');
    const today = app.now().toISOString().slice(0, 10);
    for (const until of [today, '2020-01-01', '2026-02-30', '2030-01-01', 'morgen', '']) {
      const { status, body } = await decide(app, here.broker, flag, 'snooze', { until });
      expect([until, status, body.errors?.[0]?.pointer]).toEqual([until, 400, '/until']);
    }
  });

  it('closes it for all with a reason, and takes that back', async () => {
    const { here, there, one, flag } = await aPair('Een waterspeelplaats');
    const topics = async (): Promise<string> =>
      JSON.stringify((await app.request('GET', '/api/v1/match-topics?limit=100')).body);
    expect(await topics()).toContain(flag.id);
    const before = (await board(app, here.broker)).body.judged;
    const note = 'Daar gaat het om een sloot.';
    const { body } = await decide(app, here.broker, flag, 'decline', { reason: 'other_subject', note });
    expect(body).toMatchObject({ state: 'declined', declined: { reason: 'other_subject', note, by: 'Sanne' } });
    expect(await topics()).not.toContain(flag.id);
    expect(await flagWith(app, there.broker, one.id)).toBeNull();
    expect((await board(app, there.broker)).body.judged).toEqual({ ...before, wrong: before.wrong + 1 });
    const seen = await requireFlag(app, there.broker, one.id, 'declined');
    expect(seen.allowedActions).toEqual(['reopen']);
    expect((await decide(app, there.broker, seen, 'reopen')).body).toMatchObject({
      state: 'suggested',
      declined: null,
    });
    expect((await board(app, there.broker)).body.judged).toEqual(before);
    expect(await topics()).toContain(flag.id);
    expect(await auditOf(flag.id)).toEqual([
      { action: 'match_flag.decline', from_state: 'suggested', to_state: 'declined' },
      { action: 'match_flag.reopen', from_state: 'declined', to_state: 'suggested' },
    ]);
  });

  it('says why it is wrong with a reason of the list', async () => {
    const { here, flag } = await aPair('Een skatebaan met half-pipe');
    for (const body of [{}, { reason: 'zomaar' }, { ...wrong, note: 'x'.repeat(501) }, { ...wrong, state: 'linked' }])
      expect((await decide(app, here.broker, flag, 'decline', body)).status).toBe(400);
  });

  it('has to have seen the set as it is', async () => {
    const { here, there, flag } = await aPair('Een kermis op het dorpsplein');
    await decide(app, there.broker, flag, 'confirm');
    expect(await decide(app, here.broker, flag, 'decline', wrong)).toMatchObject({
      status: 412,
      body: { code: 'stale_version' },
    });
    const path = `/api/v1/match-flags/${flag.id}/confirm`;
    expect((await app.request('POST', path, { as: here.broker })).status).toBe(428);
  });

  it('attack 10: is one of several at the same moment: one decides, the others hear that it changed', async () => {
    const { here, there, flag } = await aPair('Glasvezel naar het buitengebied');
    const answers = await Promise.all(
      [here, there, here, there, here].map(({ broker }) => decide(app, broker, flag, 'decline', wrong)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const same = await aPair('Een natuurspeelplaats met wilgenhut');
    const confirmed = await Promise.all(
      [same.here, same.there, same.here].map(({ broker }) => decide(app, broker, same.flag, 'confirm')),
    );
    expect(confirmed.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const [{ count } = { count: 0 }] = await app.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from match_judgement where flag_id = any($1)',
      [[flag.id, same.flag.id]],
    );
    expect(count).toBe(2);
  });
});

describe('other boards', () => {
  it('hear live of a decision, and nobody else does', async () => {
    const { here, there, flag } = await aPair('Een picknickplaats langs het fietspad');
    const elsewhere = await aSide(app, 'Spijk');
    const pages = [];
    for (const person of [there.broker, here.resident, elsewhere.broker]) {
      const page = await app.open({ as: person });
      expect(await page.join(`person:${person.id}`)).toBe(true);
      expect(await page.join('public')).toBe(true);
      pages.push(page);
    }
    await decide(app, here.broker, flag, 'snooze', { until: app.now().toISOString().slice(0, 8) + '28' });
    expect(await pages[0]?.hears('flag')).toEqual({ kind: 'flag', flagId: flag.id });
    // What a decline says to everyone comes after whatever the snooze said.
    await decide(app, here.broker, (await read(here.broker, flag)).body, 'decline', wrong);
    for (const page of pages.slice(1)) {
      await page.hears('matches');
      expect(page.heard.filter(({ change }) => change.kind === 'flag')).toEqual([]);
    }
  });
});

describe('an amount', () => {
  const three = { least: 3, most: 4, unit: 'bankje', cents: null };

  const correct = (
    as: TestPerson,
    flag: MatchFlagView,
    proposalId: string,
    amount: object | null,
  ): Promise<FlagAnswer> =>
    app.request(amount ? 'PUT' : 'DELETE', `/api/v1/match-flags/${flag.id}/amounts/${proposalId}`, {
      as,
      headers: { 'if-match': `"${flag.version}"` },
      ...(amount && { body: amount }),
    });

  it('read from the text is put right by a broker, summed, and left to the rules again', async () => {
    const { here, there, one, other, flag } = await aPair('Nieuwe bankjes langs de dijk');
    const rules = { least: 2, most: 2, unit: 'bankje', cents: 50_000 };
    await app.dataSource.query('update match_text set amount = $2 where proposal_id = $1', [other.id, rules]);
    const { status, body } = await correct(here.broker, flag, one.id, three);
    expect([status, body.version]).toEqual([200, 2]);
    const amounts = new Map(body.points.map(({ proposalId, amount }) => [proposalId, amount]));
    expect(amounts.get(one.id)).toEqual({ ...three, isCorrected: true });
    expect(amounts.get(other.id)).toEqual({ ...rules, isCorrected: false });
    expect(body.total).toEqual({ least: 5, most: 6, unit: 'bankje', cents: 50_000, isCorrected: true });

    const none = { least: null, most: null, unit: null, cents: null };
    const second = await correct(there.broker, body, other.id, none);
    expect(second.body.total).toEqual({ ...three, isCorrected: true });
    const third = await correct(here.broker, second.body, other.id, null);
    expect(third.body.total).toEqual(body.total);
    expect((await auditOf(flag.id)).map(({ action }) => action)).toEqual(
      Array<string>(3).fill('match_flag.correct_amount'),
    );
    expect((await correct(here.broker, flag, one.id, three)).status).toBe(412);
  });

  it('is whole: a range that runs on, and what is counted', async () => {
    const { here, one, flag } = await aPair('Een laadpaal bij de sporthal');
    for (const [amount, pointer] of [
      [{ ...three, least: 5 }, '/most'],
      [{ ...three, most: null }, '/most'],
      [{ ...three, unit: null }, '/unit'],
      [{ ...three, least: null, most: null }, '/unit'],
      [{ ...three, least: 0 }, '/least'],
      [{ ...three, most: 2_000_000 }, '/most'],
      [{ ...three, cents: -1 }, '/cents'],
      [{ ...three, unit: 'x'.repeat(41) }, '/unit'],
      [{ least: 3, most: 3, unit: 'bankje' }, '/cents'],
      [{ ...three, isCorrected: false }, '/isCorrected'],
    ] as const) {
      const { status, body } = await correct(here.broker, flag, one.id, amount);
      expect([amount, status, body.errors?.[0]?.pointer]).toEqual([amount, 400, pointer]);
    }
  });

  it('attack 04: is put right in the own flags alone, and of no point that is not in it', async () => {
    const { here, one, flag } = await aPair('Een geluidsscherm langs de snelweg');
    const { here: stranger, one: elsewhere } = await aPair('Een dierenweide met schapen');
    expect((await correct(stranger.broker, flag, one.id, three)).status).toBe(404);
    expect((await correct(here.broker, flag, elsewhere.id, three)).status).toBe(404);
    expect((await correct(await aPerson(app), flag, one.id, three)).status).toBe(403);
    const { body } = await decide(app, here.broker, flag, 'decline', wrong);
    expect((await correct(here.broker, body, one.id, three)).status).toBe(409);
  });
});
