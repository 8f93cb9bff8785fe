import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { ProposalView, SupportCounts } from '@kernagenda/proposals/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import { aProposal, aTown, perform, see } from './testing';
import type { TestTown } from './testing';

const reason = 'De brug is van het waterschap.';
const alternative = 'Een vlonder verderop kan wel.';

describe('the agenda', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const aWish = () => aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker);
  const support = (as: TestPerson, { id }: ProposalView, method = 'PUT') =>
    app.request<SupportCounts & ProblemBody>(method, `/api/v1/proposals/${id}/support`, { as });

  it('takes a wish from exploring onto the agenda and off again', async () => {
    const wish = await aWish().save();
    expect((await perform<ProposalView>(app, town.secretary, 'explore', wish)).body.agendaState).toBe('exploring');
    expect((await perform<ProposalView>(app, town.broker, 'put-on-agenda', wish)).body.agendaState).toBe('on_agenda');
    expect((await perform<ProposalView>(app, town.secretary, 'take-off-agenda', wish)).body).toMatchObject({
      agendaState: 'exploring',
      actingParty: 'broker',
      statusAt: app.now().toISOString(),
    });
  });

  it('tells the public history without names and without the desk', async () => {
    const wish = await aWish().then(town.broker, 'explore').then(town.broker, 'put-on-agenda').save();
    const { timeline } = await see(app, wish.id, null);
    expect(timeline.map(({ action, to }) => `${action} ${to}`)).toEqual([
      'approve approved',
      'explore exploring',
      'put_on_agenda on_agenda',
    ]);
    expect(JSON.stringify(timeline)).not.toContain('Gebiedsmakelaar');
  });

  it('puts a point on hold with a reason and a day, and resumes where it was', async () => {
    const point = await aWish().then(town.broker, 'explore').then(town.broker, 'put-on-agenda').save();
    const input = { reason, reviewOn: '2026-09-01' };
    const held = await perform<ProposalView>(app, town.broker, 'hold', point, input);
    expect(held.body).toMatchObject({
      agendaState: 'on_hold',
      note: { reason, alternative: null, reviewOn: '2026-09-01' },
    });
    const resumed = await perform<ProposalView>(app, town.broker, 'resume', point);
    expect(resumed.body).toMatchObject({ agendaState: 'on_agenda', note: { reason: null, reviewOn: null } });
  });

  it.each([
    ['no day', { reason, reviewOn: 'volgende week' }],
    ['a day that does not exist', { reason, reviewOn: '2026-02-30' }],
    ['a day that has passed', { reason, reviewOn: '2026-03-02' }],
    ['no reason', { reviewOn: '2026-09-01' }],
    ['hardly a reason', { reason: 'nee', reviewOn: '2026-09-01' }],
  ])('refuses to hold with %s', async (_, input) => {
    const point = await aWish().then(town.broker, 'explore').save();
    expect((await perform(app, town.broker, 'hold', point, input)).status).toBe(400);
    expect((await see(app, point.id, null)).agendaState).toBe('exploring');
  });

  it('says what cannot be done with a reason and an alternative, and reopens', async () => {
    const wish = await aWish().save();
    expect((await perform(app, town.broker, 'mark-not-feasible', wish, { reason })).status).toBe(400);
    const closed = await perform<ProposalView>(app, town.broker, 'mark-not-feasible', wish, { reason, alternative });
    expect(closed.body).toMatchObject({
      agendaState: 'not_feasible',
      note: { reason, alternative },
      actingParty: 'nobody',
    });
    const reopened = await perform<ProposalView>(app, town.broker, 'reopen', wish);
    expect(reopened.body).toMatchObject({ agendaState: 'exploring', note: { reason: null, alternative: null } });
  });

  it('lets the author withdraw a wish, and nobody else', async () => {
    const wish = await aWish().save();
    expect((await perform(app, town.neighbour, 'withdraw', wish)).status).toBe(403);
    expect((await perform<ProposalView>(app, town.resident, 'withdraw', wish)).body.agendaState).toBe('withdrawn');
    expect((await perform<ProblemBody>(app, town.resident, 'withdraw', wish)).body.code).toBe('wrong_state');
  });

  it('writes who did what, from where to where, with every action', async () => {
    const wish = await aWish().then(town.secretary, 'explore').then(town.broker, 'put-on-agenda').save();
    const rows: unknown = await app.dataSource.query(
      `select actor_id, action, from_state, to_state from audit_entry where object_type = 'proposal'
       and object_id = $1 order by id`,
      [wish.id],
    );
    const entry = (person: TestPerson, action: string, from_state: string | null, to_state: string) => ({
      actor_id: person.id,
      action,
      from_state,
      to_state,
    });
    expect(rows).toEqual([
      entry(town.resident, 'create', null, 'draft'),
      entry(town.resident, 'submit', 'draft', 'submitted'),
      entry(town.broker, 'approve', 'submitted', 'approved'),
      entry(town.secretary, 'explore', 'wish', 'exploring'),
      entry(town.broker, 'put_on_agenda', 'exploring', 'on_agenda'),
    ]);
  });

  it('writes nothing when an action is refused', async () => {
    const wish = await aWish().save();
    const count = async (): Promise<unknown> => app.dataSource.query('select count(*) from audit_entry');
    const before = await count();
    await perform(app, town.broker, 'put-on-agenda', wish);
    await perform(app, town.resident, 'explore', wish);
    expect(await count()).toEqual(before);
    expect((await see(app, wish.id, null)).version).toBe(wish.version);
  });

  it('lets one of two parallel actions win', async () => {
    const wish = await aWish().save();
    const answers = await Promise.all([1, 2, 3, 4].map(() => perform(app, town.broker, 'explore', wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('counts support from the village and from elsewhere apart', async () => {
    const wish = await aWish().save();
    const deil = await aVillage(app, { name: 'Deil' });
    const guest = await aPerson(app, { homeVillageId: deil.id });
    const homeless = await aPerson(app);
    await support(town.neighbour, wish);
    await support(guest, wish);
    expect((await support(homeless, wish)).body).toEqual({ fromVillage: 1, fromElsewhere: 2 });
    const view = await see(app, wish.id, town.neighbour);
    expect(view).toMatchObject({ isSupportedByMe: true, support: { fromVillage: 1, fromElsewhere: 2 } });
    expect(view.supportPerVillage.map(({ village, count }) => [village.slug, count]).sort()).toEqual(
      [
        [deil.slug, 1],
        [town.tricht.slug, 1],
      ].sort(),
    );
    expect((await support(town.neighbour, wish, 'DELETE')).body).toEqual({ fromVillage: 0, fromElsewhere: 2 });
    expect((await support(town.neighbour, wish, 'DELETE')).body).toEqual({ fromVillage: 0, fromElsewhere: 2 });
  });

  it('takes no support from staff, nor for what is closed or not public', async () => {
    const wish = await aWish().save();
    const { id } = wish;
    expect((await support(town.official, wish)).status).toBe(403);
    expect((await app.request('PUT', `/api/v1/proposals/${id}/support`)).status).toBe(401);
    await perform(app, town.resident, 'withdraw', wish);
    expect((await support(town.neighbour, wish)).body.code).toBe('wrong_state');
    const draft = await aProposal(app).in(town.tricht).by(town.resident).save();
    expect((await support(town.resident, draft)).body.code).toBe('wrong_state');
  });

  it('attack 10: ten parallel supports of one person count once, and as many withdrawals', async () => {
    const wish = await aWish().save();
    const ten = Array.from({ length: 10 });
    await Promise.all(ten.map(() => support(town.neighbour, wish)));
    expect((await see(app, wish.id, null)).support).toEqual({ fromVillage: 1, fromElsewhere: 0 });
    await Promise.all(ten.map((_, index) => support(town.neighbour, wish, index % 2 ? 'PUT' : 'DELETE')));
    await Promise.all(ten.map(() => support(town.neighbour, wish, 'DELETE')));
    expect((await see(app, wish.id, null)).support).toEqual({ fromVillage: 0, fromElsewhere: 0 });
  });

  it('attack 10: the stored count is the number of rows, whoever comes at once', async () => {
    const wish = await aWish().save();
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, index) => aPerson(app, { homeVillageId: index % 3 ? town.tricht.id : null })),
    );
    await Promise.all(people.map((person) => support(person, wish)));
    expect((await see(app, wish.id, null)).support).toEqual({ fromVillage: 8, fromElsewhere: 4 });
  });

  it('merges two wishes: supporters move one per person and the old link leads on', async () => {
    const [wish, target] = [await aWish().save(), await aWish().with({ title: 'Zitplek aan de Linge' }).save()];
    const third = await aWish().with({ title: 'Bank bij de steiger' }).save();
    for (const person of [town.neighbour, town.secretary]) await support(person, wish);
    await support(town.neighbour, target);
    const merged = await perform<ProposalView>(app, town.broker, 'merge', wish, { targetId: target.id });
    expect(merged.body).toMatchObject({
      agendaState: 'merged',
      mergedInto: { id: target.id, title: 'Zitplek aan de Linge' },
      support: { fromVillage: 0, fromElsewhere: 0 },
    });
    expect((await see(app, target.id, null)).support).toEqual({ fromVillage: 2, fromElsewhere: 0 });
    await perform(app, town.broker, 'merge', target, { targetId: third.id });
    expect((await see(app, wish.id, null)).mergedInto).toEqual({ id: third.id, title: 'Bank bij de steiger' });
    const list = await app.request<{ items: ProposalView[] }>('GET', `/api/v1/proposals?village=${town.tricht.slug}`);
    expect(list.body.items.map(({ id }) => id)).toEqual([third.id]);
  });

  it('never merges a point into itself, however its id is spelled', async () => {
    const wish = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
    const answer = await perform(app, town.broker, 'merge', wish, { targetId: wish.id.toUpperCase() });
    expect(answer.status).toBe(400);
    expect((await see(app, wish.id, null)).agendaState).toBe('wish');
  });

  it('merges only within the village, into something else that is open', async () => {
    const other = await aTown(app);
    const wish = await aWish().save();
    const elsewhere = await aProposal(app).in(other.tricht).by(other.resident).approvedBy(other.broker).save();
    const draft = await aProposal(app).in(town.tricht).by(town.neighbour).save();
    const withdrawn = await aWish().then(town.resident, 'withdraw').save();
    const merge = (targetId: string, as = town.broker) => perform<ProblemBody>(app, as, 'merge', wish, { targetId });
    expect((await merge(wish.id)).status).toBe(400);
    expect((await merge(elsewhere.id)).status).toBe(403);
    expect((await merge(draft.id)).status).toBe(404);
    expect((await merge(withdrawn.id)).status).toBe(409);
    expect((await merge('tricht')).status).toBe(400);
    expect((await see(app, wish.id, null)).agendaState).toBe('wish');
  });

  it('survives two merges across each other', async () => {
    const [one, two] = [await aWish().save(), await aWish().save()];
    const answers = await Promise.all([
      perform(app, town.broker, 'merge', one, { targetId: two.id }),
      perform(app, town.broker, 'merge', two, { targetId: one.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('tells open pages what changed, and nobody who may not know', async () => {
    const page = await app.open();
    await page.join(`village:${town.tricht.id}`);
    const wish = await aWish().save();
    await page.hears('proposal');
    await page.join(`proposal:${wish.id}`);
    await support(town.neighbour, wish);
    expect(await page.hears('support')).toEqual({ kind: 'support', proposalId: wish.id, villageId: town.tricht.id });
    const draft = await aProposal(app).in(town.tricht).by(town.resident).save();
    expect(await page.join(`proposal:${draft.id}`)).toBe(false);
    expect(page.heard.some(({ change }) => Object.values(change).includes(draft.id))).toBe(false);
  });
});
