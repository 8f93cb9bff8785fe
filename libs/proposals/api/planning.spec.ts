import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { PlanOptions, ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aTeam } from '@kernagenda/villages/api/testing';
import type { TestTeam, TestVillage } from '@kernagenda/villages/api/testing';
import { aProposal, aTown, perform, see } from './testing';
import type { TestTown } from './testing';

interface Hall extends TestTown {
  readonly roads: TestTeam;
  readonly green: TestTeam;
  readonly member: TestPerson;
  readonly otherMember: TestPerson;
  readonly localMember: TestPerson;
  readonly secretaryElsewhere: TestPerson;
}

const reason = 'Het geld is dit jaar op.';
const evidence = { text: 'De drempel ligt er sinds dinsdag.' };
const dueOn = '2026-10-01';

let app: TestApp;
let hall: Hall;
beforeAll(async () => {
  app = await createTestApp();
  const town = await aTown(app);
  const [roads, green] = [await aTeam(app, town.tricht), await aTeam(app, town.tricht)];
  const memberOf = ({ id }: TestTeam, homeVillageId: string | null = null) =>
    aPerson(app, { homeVillageId, roles: [{ role: 'official', scopeType: 'team', scopeId: id }] });
  const [member, otherMember] = [await memberOf(roads), await memberOf(green)];
  const localMember = await memberOf(roads, town.tricht.id);
  const secretaryElsewhere = await aPerson(app);
  hall = { ...town, roads, green, member, otherMember, localMember, secretaryElsewhere };
});
afterAll(() => app.close());

const onAgenda = ({ tricht, resident, broker }: { tricht: TestVillage; resident: TestPerson; broker: TestPerson }) =>
  aProposal(app).in(tricht).by(resident).approvedBy(broker).then(broker, 'explore').then(broker, 'put-on-agenda');
const planned = (team: TestTeam | null = hall.roads) =>
  onAgenda(hall).then(hall.broker, 'plan', { teamId: team?.id ?? null, dueOn });
const begun = () => planned().then(hall.member, 'start');

/** Every edge of the plan: how to get before it, its address, what it asks, and who may. */
const edges = [
  [
    'plan',
    () => onAgenda(hall),
    (who: string) => ({ teamId: who === 'otherMember' ? hall.green.id : hall.roads.id, dueOn }),
  ],
  ['unplan', () => planned(), () => ({ reason })],
  ['start', () => planned(), () => undefined],
  ['finish', () => begun(), () => ({ evidence })],
  ['hold', () => planned(), () => ({ reason, reviewOn: '2026-06-01' })],
  ['resume', () => planned().then(hall.member, 'hold', { reason, reviewOn: '2026-06-01' }), () => undefined],
  ['mark-not-feasible', () => planned(), () => ({ reason, alternative: 'Een bord kan wel.' })],
  [
    'reopen',
    () => planned().then(hall.member, 'mark-not-feasible', { reason, alternative: 'Een bord kan wel.' }),
    () => undefined,
  ],
] as const;
const allowed = ['broker', 'member'];
const everybody = [
  'broker',
  'member',
  'otherMember',
  'localMember',
  'official',
  'secretary',
  'secretaryElsewhere',
  'resident',
  'neighbour',
  'otherBroker',
] as const;

describe('who acts on a plan', () => {
  const rows = edges.flatMap(([action, before, body]) => everybody.map((who) => [action, who, before, body] as const));

  it.each(rows)('%s by %s', async (action, who, before, body) => {
    const point = await before().save();
    const { status } = await perform(app, hall[who], action, point, body(who));
    const isAllowed = allowed.includes(who) || (action === 'plan' && who === 'otherMember');
    expect(status).toBe(isAllowed ? 200 : 403);
  });

  it('is nobody who did not sign in', async () => {
    const point = await planned().save();
    expect((await perform(app, null, 'start', point)).status).toBe(401);
  });

  it('is no member whose role has ended, and no team that has', async () => {
    const point = await planned(hall.green).save();
    const late = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: hall.green.id }] });
    expect((await see(app, point.id, late)).allowedActions).toContain('start');
    await app.dataSource.query('update team set ends_at = $2 where id = $1', [hall.green.id, app.now()]);
    expect((await see(app, point.id, late)).allowedActions).not.toContain('start');
    expect((await perform(app, late, 'start', point)).status).toBe(403);
    await app.dataSource.query('update team set ends_at = null where id = $1', [hall.green.id]);
  });

  it('is the broker where no team has it', async () => {
    const point = await planned(null).save();
    expect(point).toMatchObject({ actingParty: 'broker', plan: { team: null, executor: null, dueOn } });
    expect((await perform(app, hall.member, 'start', point)).status).toBe(403);
    expect((await perform(app, hall.broker, 'start', point)).status).toBe(200);
  });
});

describe('a plan', () => {
  const plan = (point: ProposalView, as: TestPerson, body: object) =>
    perform<ProposalView & ProblemBody>(app, as, 'plan', point, body);

  it('names who has it, who carries it out and until when, and goes when it is taken back', async () => {
    const point = await onAgenda(hall).save();
    expect(point.plan).toBeNull();
    const body = { teamId: hall.roads.id.toUpperCase(), executor: ' Waterschap ', dueOn };
    const answer = await plan(point, hall.member, body);
    expect(answer.body).toMatchObject({
      agendaState: 'planned',
      actingParty: 'municipality',
      plan: { team: hall.roads, executor: 'Waterschap', dueOn },
    });
    const { body: back } = await perform<ProposalView>(app, hall.member, 'unplan', answer.body, { reason });
    expect(back).toMatchObject({ agendaState: 'on_agenda', plan: null, note: { reason } });
    expect(back.timeline.map(({ action }) => action).slice(-2)).toEqual(['plan', 'unplan']);
  });

  it('says that residents carry it out, alone or with a team, until it is taken back', async () => {
    const point = await onAgenda(hall).save();
    const alone = await plan(point, hall.broker, { teamId: null, byResidents: true, dueOn });
    expect(alone.body.plan).toEqual({ team: null, byResidents: true, executor: null, dueOn });
    const { body: back } = await perform<ProposalView>(app, hall.broker, 'unplan', alone.body, { reason });
    expect(back.plan).toBeNull();
    const before = await plan(back, hall.broker, { teamId: hall.roads.id, dueOn });
    expect(before.body.plan?.byResidents).toBe(false);
    const { body: again } = await perform<ProposalView>(app, hall.broker, 'unplan', before.body, { reason });
    const together = await plan(again, hall.member, { teamId: hall.roads.id, byResidents: true, dueOn });
    expect(together.body.plan).toEqual({ team: hall.roads, byResidents: true, executor: null, dueOn });
  });

  it('stays through a hold and what was not feasible, and not when it is explored again', async () => {
    const held = await begun().then(hall.member, 'hold', { reason, reviewOn: '2026-06-01' }).save();
    expect(held).toMatchObject({ agendaState: 'on_hold', plan: { team: hall.roads } });
    const { body: again } = await perform<ProposalView>(app, hall.member, 'resume', held);
    expect(again).toMatchObject({ agendaState: 'in_progress', plan: { team: hall.roads, dueOn } });
    const given = { reason, alternative: 'Een bord kan wel.' };
    const stopped = await planned().then(hall.member, 'mark-not-feasible', given).save();
    expect(stopped.plan?.team).toEqual(hall.roads);
    const { body: open } = await perform<ProposalView>(app, hall.member, 'reopen', stopped);
    expect(open).toMatchObject({ agendaState: 'exploring', plan: null });
  });

  it('ends with what was done, for everybody to read', async () => {
    const point = await begun().then(hall.member, 'finish', { evidence }).save();
    expect(point).toMatchObject({ agendaState: 'done', actingParty: 'nobody', note: { evidence: evidence.text } });
    expect(point.plan?.team).toEqual(hall.roads);
  });

  it('is for an own team of an official, and for any team there is of a broker', async () => {
    const point = await onAgenda(hall).save();
    expect((await plan(point, hall.member, { teamId: hall.green.id, dueOn })).status).toBe(403);
    expect((await plan(point, hall.member, { teamId: null, dueOn })).status).toBe(403);
    const unknown = await plan(point, hall.broker, { teamId: point.id, dueOn });
    expect(unknown.body.errors?.[0]?.pointer).toBe('/teamId');
    expect((await plan(point, hall.broker, { teamId: hall.green.id, dueOn })).status).toBe(200);
  });

  it.each([
    [{ dueOn: '2026-03-01' }, '/dueOn'],
    [{ dueOn: '2026-02-30' }, '/dueOn'],
    [{ dueOn: 'morgen' }, '/dueOn'],
    [{ byResidents: 'ja' }, '/byResidents'],
    [{ executor: 'x' }, '/executor'],
    [{ executor: 'x'.repeat(121) }, '/executor'],
    [{ teamId: 'roads' }, '/teamId'],
    [{ teamId: undefined }, '/teamId'],
    [{ owner: 'x' }, '/owner'],
  ])('refuses %j', async (change, pointer) => {
    const point = await onAgenda(hall).save();
    const answer = await plan(point, hall.broker, { teamId: hall.roads.id, dueOn, ...change });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it.each([
    ['unplan', { reason: 'Zomaar' }, '/reason'],
    ['unplan', { reason: '             ' }, '/reason'],
    ['finish', {}, '/evidence'],
    ['finish', { evidence: { text: 'Klaar' } }, '/evidence/text'],
    ['finish', { evidence: 'Het is echt klaar nu.' }, '/evidence'],
  ])('%s asks for more than %j', async (action, body, pointer) => {
    const point = await (action === 'finish' ? begun() : planned()).save();
    const answer = await perform<ProblemBody>(app, hall.member, action, point, body);
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('is planned for whom this person can plan it', async () => {
    const { id } = await onAgenda(hall).save();
    const options = async (as: TestPerson) =>
      (await app.request<PlanOptions>('GET', `/api/v1/proposals/${id}/plan-options`, { as })).body;
    expect(await options(hall.member)).toEqual({ teams: [hall.roads], isBroker: false });
    expect(await options(hall.neighbour)).toEqual({ teams: [], isBroker: false });
    const all = await options(hall.broker);
    expect([all.isBroker, all.teams.length]).toEqual([true, 2]);
  });

  it('is written down with who did it', async () => {
    const point = await begun().save();
    const rows = await app.dataSource.query<object[]>(
      `select action, actor_id as "actorId", from_state as "from", to_state as "to" from audit_entry
       where object_id = $1 and action in ('plan', 'start') order by id`,
      [point.id],
    );
    expect(rows).toEqual([
      { action: 'plan', actorId: hall.broker.id, from: 'on_agenda', to: 'planned' },
      { action: 'start', actorId: hall.member.id, from: 'planned', to: 'in_progress' },
    ]);
  });

  it('is heard by who has the page open', async () => {
    const point = await onAgenda(hall).save();
    const page = await app.open();
    await page.join(`proposal:${point.id}`);
    await plan(point, hall.member, { teamId: hall.roads.id, dueOn });
    expect(await page.hears('proposal')).toMatchObject({ proposalId: point.id });
  });
});
