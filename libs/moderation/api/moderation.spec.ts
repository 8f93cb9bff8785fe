import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { DecisionView, QueueItem, StatementOfReasonsView } from '@kernagenda/moderation/domain';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import { ModerationDecisions } from './moderation-decisions';

describe('moderation', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const aWish = () => aProposal(app).in(town.tricht).by(town.resident);
  const queue = async (as: TestPerson): Promise<readonly QueueItem[]> =>
    (await app.request<Page<QueueItem>>('GET', '/api/v1/moderation/queue', { as })).body.items;
  const reconsidered = { reason: 'Het huisnummer staat er niet in.' };
  const edit = async ({ id, version }: ProposalView, body: string): Promise<ProposalView> => {
    const headers = { 'if-match': `"${version}"` };
    const path = `/api/v1/proposals/${id}`;
    return (await app.request<ProposalView>('PATCH', path, { as: town.resident, body: { body }, headers })).body;
  };
  const statement = (as: TestPerson | null, { id }: ProposalView) =>
    app.request<StatementOfReasonsView & ProblemBody>('GET', `/api/v1/proposals/${id}/statement`, { as });

  it('puts what was sent in on the desk of its broker, oldest term first', async () => {
    const first = await aWish().submitted().save();
    await app.advance({ seconds: 60 });
    const second = await aWish().with({ title: 'Een tweede wens' }).submitted().save();
    const items = await queue(town.broker);
    expect(items.map(({ proposalId }) => proposalId)).toEqual([first.id, second.id]);
    expect(items[0]).toMatchObject({
      title: 'Een bankje aan de Linge',
      author: 'Bewoner',
      village: { slug: town.tricht.slug },
      version: first.version,
      claim: null,
      isStandIn: false,
    });
    expect(await queue(town.otherBroker)).toEqual([]);
  });

  it('gives five working days, without weekend and holidays', async () => {
    const away = await createTestApp({ now: '2026-04-02T10:00:00Z' });
    const there = await aTown(away);
    await aProposal(away).in(there.tricht).by(there.resident).submitted().save();
    const { body } = await away.request<Page<QueueItem>>('GET', '/api/v1/moderation/queue', { as: there.broker });
    // Thursday before Good Friday 2026; Friday, the weekend and Easter Monday do not count.
    expect(body.items[0]?.dueAt).toBe('2026-04-13T21:59:59.999Z');
    await away.close();
  });

  it('pages through the queue once', async () => {
    for (let count = 0; count < 5; count += 1) await aWish().submitted().save();
    const path = '/api/v1/moderation/queue?limit=3';
    const first = await app.request<Page<QueueItem>>('GET', path, { as: town.broker });
    const next = `${path}&cursor=${first.body.nextCursor ?? ''}`;
    const second = await app.request<Page<QueueItem>>('GET', next, { as: town.broker });
    const ids = [...first.body.items, ...second.body.items].map(({ proposalId }) => proposalId);
    expect(new Set(ids).size).toBe(5);
    expect(second.body.nextCursor).toBeNull();
  });

  it('asks the database as much for a long queue as for a short one', async () => {
    const questions = async (): Promise<number> => (await app.queriesDuring(() => queue(town.broker))).length;
    await aWish().submitted().save();
    const few = await questions();
    for (let count = 0; count < 6; count += 1) await aWish().submitted().save();
    expect(await questions()).toBe(few);
    // Who asks, what waits, and the term of this municipality.
    expect(few).toBe(3);
  });

  it('makes an approved text public at once and clears the desk', async () => {
    const wish = await aWish().submitted().save();
    const { status, body } = await perform<DecisionView>(app, town.broker, 'approve', wish);
    const undoUntil = new Date(app.now().getTime() + 10_000).toISOString();
    expect(status).toBe(200);
    expect(body).toEqual({ proposalId: wish.id, decision: 'approve', undoUntil, version: wish.version + 1 });
    expect(await see(app, wish.id, null)).toMatchObject({
      moderationState: 'approved',
      approvedAt: app.now().toISOString(),
      timeline: [{ action: 'approve', to: 'approved' }],
    });
    expect(await queue(town.broker)).toEqual([]);
  });

  it('never approves a text the broker did not read', async () => {
    const wish = await aWish().submitted().save();
    await perform(app, town.resident, 'recall', wish);
    const path = `/api/v1/proposals/${wish.id}`;
    const { version } = await see(app, wish.id, town.resident);
    const headers = { 'if-match': `"${version}"` };
    await app.request('PATCH', path, { as: town.resident, body: { title: 'Iets heel anders' }, headers });
    await perform(app, town.resident, 'submit', wish);
    expect((await perform<ProblemBody>(app, town.broker, 'approve', wish)).body.code).toBe('stale_version');
    const bare = await app.request<ProblemBody>('POST', `${path}/approve`, { as: town.broker });
    expect([bare.status, bare.body.code]).toEqual([428, 'version_required']);
  });

  it.each([
    ['request-changes', 'changes_requested'],
    ['refuse', 'refused'],
  ])('%s only with a statement of reasons, which the author reads', async (action, state) => {
    const wish = await aWish().submitted().save();
    for (const body of [undefined, {}, { ...reasons, rule: 'because' }, { ...reasons, wouldBeAccepted: '' }]) {
      expect((await perform(app, town.broker, action, wish, body)).status).toBe(400);
    }
    expect((await perform(app, town.broker, action, wish, reasons)).status).toBe(200);
    expect((await see(app, wish.id, town.resident)).moderationState).toBe(state);
    const decision = action.replace('-', '_');
    expect((await statement(town.resident, wish)).body).toEqual({
      ...reasons,
      decision,
      decidedAt: app.now().toISOString(),
    });
    expect((await statement(town.broker, wish)).status).toBe(200);
    for (const as of [town.neighbour, town.secretary, town.otherBroker, town.official]) {
      expect((await statement(as, wish)).status).toBe(404);
    }
    expect((await statement(null, wish)).status).toBe(401);
  });

  it('hides a public text with reasons and shows it again', async () => {
    const wish = await aWish().approvedBy(town.broker).save();
    expect((await perform(app, town.broker, 'hide', wish)).status).toBe(400);
    const hidden = await perform<DecisionView>(app, town.broker, 'hide', wish, reasons);
    expect(hidden.body).toMatchObject({ decision: 'hide', undoUntil: null });
    expect((await app.request('GET', `/api/v1/proposals/${wish.id}`)).status).toBe(404);
    expect((await statement(town.resident, wish)).body.decision).toBe('hide');
    await perform(app, town.broker, 'show-again', { ...wish, version: hidden.body.version });
    expect((await see(app, wish.id, null)).timeline.map(({ action }) => action)).toEqual(['approve']);
  });

  it('has no statement for what was never refused', async () => {
    const wish = await aWish().approvedBy(town.broker).save();
    expect((await statement(town.resident, wish)).status).toBe(404);
  });

  it('reconsiders a refusal: it stands on the desk again with a new term', async () => {
    const wish = await aWish().refusedBy(town.broker).save();
    await app.advance({ days: 1 });
    for (const body of [undefined, {}, { reason: 'Kort' }, { reason: ' '.repeat(20) }, { reason: 'x'.repeat(2001) }]) {
      expect((await perform(app, town.broker, 'reconsider', wish, body)).status).toBe(400);
    }
    const { reason } = reconsidered;
    const { status } = await perform(app, town.broker, 'reconsider', wish, { reason: `  ${reason} ` });
    expect(status).toBe(200);
    const items = await queue(town.broker);
    expect(items.map(({ submittedAt, reopenedBecause }) => [submittedAt, reopenedBecause])).toEqual([
      [app.now().toISOString(), reason],
    ]);
    const kept: unknown = await app.dataSource.query(
      'select decision, reason from moderation_decision where proposal_id = $1 order by decided_at',
      [wish.id],
    );
    expect(kept).toEqual([
      { decision: 'refuse', reason: null },
      { decision: 'reconsider', reason },
    ]);
  });

  it('tells on the desk why it was taken up again until the next decision', async () => {
    const wish = await aWish().refusedBy(town.broker).save();
    await app.advance({ seconds: 1 });
    await perform(app, town.broker, 'reconsider', wish, reconsidered);
    expect((await queue(town.broker))[0]?.reopenedBecause).toBe(reconsidered.reason);
    await app.advance({ seconds: 1 });
    await perform(app, town.broker, 'request-changes', await see(app, wish.id, town.broker), reasons);
    await edit(await see(app, wish.id, town.resident), 'Zonder het huisnummer.');
    await perform(app, town.resident, 'submit', wish);
    expect((await queue(town.broker)).map(({ reopenedBecause }) => reopenedBecause)).toEqual([null]);
  });

  describe.each([
    ['refused', 'refuse'],
    ['changes_requested', 'request-changes'],
  ])('attack 06: edits of a text that was %s, before they are sent', (_, action) => {
    const decided = async (): Promise<ProposalView> => aWish().submitted().then(town.broker, action, reasons).save();
    const theirs = {
      title: 'Een bankje aan de Linge',
      body: 'Wie hier wandelt wil even zitten.',
      place: 'Bij de steiger',
    };

    it('are read by their author alone', async () => {
      const wish = await decided();
      const edited = await edit(wish, 'Dit schrijf ik nog over de buren.');
      expect(edited.body).toBe('Dit schrijf ik nog over de buren.');
      await edit(edited, 'Nog niet af');
      expect(await see(app, wish.id, town.broker)).toMatchObject({ ...theirs, theme: 'green', kind: 'good' });
      expect((await see(app, wish.id, town.resident)).body).toBe('Nog niet af');
    });

    it('keep a broker from taking the decision back, however new the version', async () => {
      const wish = await decided();
      await edit(wish, 'Dit schrijf ik nog over de buren.');
      const seen = await see(app, wish.id, town.broker);
      expect(seen.allowedActions).toEqual([]);
      for (const version of [wish.version, seen.version]) {
        const back = await perform<ProblemBody>(app, town.broker, 'reconsider', { id: wish.id, version }, reconsidered);
        expect([back.status, back.body.code]).toEqual([409, 'edited_since_decision']);
      }
      const undone = await perform<ProblemBody>(app, town.broker, 'undo', wish);
      expect([undone.status, undone.body.code]).toEqual([409, 'edited_since_decision']);
      expect((await see(app, wish.id, town.resident)).body).toBe('Dit schrijf ik nog over de buren.');
    });

    it('come to the desk when they are sent in', async () => {
      const edited = await edit(await decided(), 'Zonder het huisnummer.');
      expect((await perform(app, town.resident, 'submit', edited)).status).toBe(200);
      expect((await see(app, edited.id, town.broker)).body).toBe('Zonder het huisnummer.');
      expect((await queue(town.broker))[0]?.body).toBe('Zonder het huisnummer.');
    });

    it('do not stand in the way of a decision that is taken back without them', async () => {
      const wish = await decided();
      expect((await see(app, wish.id, town.broker)).allowedActions).toEqual(['undo', 'reconsider']);
      expect((await perform(app, town.broker, 'undo', wish)).status).toBe(200);
    });
  });

  it('undoes a decision within ten seconds, as if it never was', async () => {
    const wish = await aWish().submitted().save();
    await perform(app, town.broker, 'approve', wish);
    await app.advance({ seconds: 9 });
    const { body } = await perform<DecisionView>(app, town.broker, 'undo', wish);
    expect(body).toMatchObject({ decision: 'approve', undoUntil: null });
    const view = await see(app, wish.id, town.resident);
    expect(view).toMatchObject({ moderationState: 'submitted', approvedAt: null, statusAt: null, timeline: [] });
    expect((await app.request('GET', `/api/v1/proposals/${wish.id}`)).status).toBe(404);
    expect((await queue(town.broker)).map(({ submittedAt }) => submittedAt)).toHaveLength(1);
    await perform(app, town.broker, 'approve', view);
    expect((await see(app, wish.id, null)).timeline).toHaveLength(1);
  });

  it('forgets the statement of an undone refusal', async () => {
    const wish = await aWish().submitted().save();
    await perform(app, town.broker, 'refuse', wish, reasons);
    await perform(app, town.broker, 'undo', wish);
    expect((await statement(town.resident, wish)).status).toBe(404);
  });

  it('undoes nothing after ten seconds, nor for a colleague, nor twice', async () => {
    const colleague = await aPerson(app, {
      roles: [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }],
    });
    const wish = await aWish().submitted().save();
    await perform(app, town.broker, 'approve', wish);
    expect((await perform(app, colleague, 'undo', wish)).status).toBe(403);
    await app.advance({ seconds: 11 });
    const late = await perform<ProblemBody>(app, town.broker, 'undo', wish);
    expect([late.status, late.body.code]).toEqual([409, 'undo_window_closed']);
    const other = await aWish().submitted().save();
    await perform(app, town.broker, 'approve', other);
    await perform(app, town.broker, 'undo', other);
    expect((await perform(app, town.broker, 'undo', other)).status).toBe(403);
  });

  it('leaves a decision alone once somebody built on it', async () => {
    const wish = await aWish().approvedBy(town.broker).then(town.secretary, 'explore').save();
    expect((await perform(app, town.broker, 'undo', wish)).status).toBe(403);
  });

  it('forgets a claim after a quarter of an hour, and when the text was taken back', async () => {
    const wish = await aWish().submitted().save();
    await perform(app, town.broker, 'claim', wish);
    await app.advance({ seconds: 15 * 60 + 1 });
    expect((await queue(town.broker))[0]?.claim).toBeNull();
    await perform(app, town.broker, 'claim', wish);
    await perform(app, town.resident, 'recall', wish);
    await app.advance({ seconds: 1 });
    await perform(app, town.resident, 'submit', wish);
    expect((await queue(town.broker))[0]?.claim).toBeNull();
  });

  it('attack 10: ten parallel claims of two brokers give one claim, ten approvals one decision', async () => {
    const roles = [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }] as const;
    const brokers = [town.broker, await aPerson(app, { roles })];
    const wish = await aWish().submitted().save();
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => perform(app, brokers[index % 2] ?? null, 'claim', wish)),
    );
    expect(claims.filter(({ status }) => status === 200)).toHaveLength(5);
    const owner = claims.findIndex(({ status }) => status === 200) % 2;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => perform(app, brokers[owner] ?? null, 'approve', wish)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows: unknown = await app.dataSource.query(
      'select count(*)::int from moderation_decision where proposal_id = $1',
      [wish.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('attack 22: a broker moderates neither the own text nor the village of somebody else', async () => {
    const roles = [{ role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId }] as const;
    const local = await aPerson(app, { homeVillageId: town.tricht.id, roles });
    const own = await aProposal(app).in(town.tricht).by(local).submitted().save();
    expect(own.allowedActions).toEqual(['recall']);
    expect((await perform(app, local, 'approve', own)).status).toBe(403);
    expect((await perform(app, local, 'claim', own)).status).toBe(403);
    const wish = await aWish().submitted().save();
    for (const as of [local, town.otherBroker]) expect((await perform(app, as, 'approve', wish)).status).toBe(404);
    expect((await queue(local)).map(({ proposalId }) => proposalId)).toEqual([]);
    expect((await perform(app, town.broker, 'approve', own)).status).toBe(200);
  });

  it('attack 22: a broker who moved away still does not decide on the own text', async () => {
    const roles = [{ role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId }] as const;
    const local = await aPerson(app, { homeVillageId: town.tricht.id, roles });
    const own = await aProposal(app).in(town.tricht).by(local).submitted().save();
    await app.dataSource.query('update person set home_village_id = null where id = $1', [local.id]);
    expect((await perform(app, local, 'approve', own)).status).toBe(403);
  });

  it('attack 22: any broker of the municipality stands in where nobody of the village is free', async () => {
    const village = await aVillage(app, { name: 'Est' });
    const roles = [{ role: 'broker', scopeType: 'village', scopeId: village.id }] as const;
    const local = await aPerson(app, { homeVillageId: village.id, roles });
    const page = await app.open({ as: town.broker });
    await page.join(`person:${town.broker.id}`);
    const own = await aProposal(app).in(village).by(local).submitted().save();
    expect(await page.hears('queue')).toMatchObject({ proposalId: own.id });
    const item = (await queue(town.broker)).find(({ proposalId }) => proposalId === own.id);
    expect(item?.isStandIn).toBe(true);
    expect((await perform(app, town.broker, 'approve', own)).status).toBe(200);
  });

  it('a broker whose term ended decides nothing more', async () => {
    const wish = await aWish().submitted().save();
    await app.dataSource.query('update role_assignment set ends_at = $2 where person_id = $1', [
      town.broker.id,
      app.now(),
    ]);
    expect((await perform(app, town.broker, 'approve', wish)).status).toBe(403);
    expect((await app.request('GET', '/api/v1/moderation/queue', { as: town.broker })).status).toBe(403);
  });

  it('keeps each decision for who has to write about it', async () => {
    const wish = await aWish().refusedBy(town.broker).save();
    const [row] = (await app.dataSource.query('select id from moderation_decision where proposal_id = $1', [
      wish.id,
    ])) as { id: string }[];
    expect(await app.get(ModerationDecisions).findDecision(row?.id ?? '')).toMatchObject({
      proposalId: wish.id,
      decision: 'refuse',
      isUndone: false,
      reasons,
    });
    expect(await app.get(ModerationDecisions).findDecision('00000000-0000-4000-8000-000000000000')).toBeNull();
  });
});
