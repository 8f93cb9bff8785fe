import { agendaStates } from '@kernagenda/proposals/domain';
import type { AgendaState, ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import type { TestTeam } from '@kernagenda/villages/api/testing';
import type { Actor } from '@kernagenda/identity/domain';
import { FollowingMoves } from './following-moves';
import type { FollowedMove, FollowingMove } from './following-moves';
import { aProposal, aTown, see } from './testing';
import type { TestTown } from './testing';

const collaborationId = '11111111-1111-4111-8111-111111111111';
const story = 'Samen met twee andere dorpen gekocht en op 3 juni geplaatst.';

let app: TestApp;
let town: TestTown;
let team: TestTeam;
let buyer: Actor;
let other: ProposalView;
beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
  team = await aTeam(app, town.tricht);
  other = await aPoint();
  buyer = { personId: town.official.id, displayName: 'Ambtenaar', homeVillageId: null, roles: [] };
});
afterAll(() => app.close());

const aPoint = (): Promise<ProposalView> =>
  aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();

async function put(id: string, state: AgendaState): Promise<void> {
  await app.dataSource.query(
    `update proposal set agenda_state = $2, due_on = case when $2 in ('planned', 'in_progress', 'done') then date '2026-05-01' end,
       agenda_state_before_hold = case when $2 = 'on_hold' then 'on_agenda' end,
       merged_into_id = case when $2 = 'merged' then $3::uuid end where id = $1`,
    [id, state, other.id],
  );
}

const follow = (proposalId: string, to: FollowingMove['to']): Promise<FollowedMove> =>
  app.dataSource.transaction((manager) =>
    app.get(FollowingMoves).follow(manager, buyer, {
      ...{ proposalId, to, story, collaborationId },
      ...{ teamId: team.id, dueOn: '2026-06-01' },
    }),
  );

const auditOf = (id: string) =>
  app.dataSource.query<object[]>(
    `select e.action, e.from_state as "from", e.to_state as "to", e.actor_id as actor, d.details->>'collaborationId' as via
     from audit_entry e left join audit_details d on d.entry_id = e.id
     where e.object_type = 'proposal' and e.object_id = $1 and e.action <> all('{create,submit,approve}') order by e.id`,
    [id],
  );

describe('a point that moves along with a collaboration', () => {
  it('takes every step from wish to in progress, each in its history as taken together', async () => {
    const { id } = await aPoint();
    expect(await follow(id, 'in_progress')).toMatchObject({ proposalId: id, stayed: null });
    const seen = await see(app, id, null);
    expect(seen).toMatchObject({ agendaState: 'in_progress', plan: { team, dueOn: '2026-06-01' } });
    const steps = [
      ['explore', 'exploring'],
      ['put_on_agenda', 'on_agenda'],
      ['plan', 'planned'],
      ['start', 'in_progress'],
    ];
    expect(seen.timeline.slice(1).map(({ action, to, collaborationId: via }) => [action, to, via])).toEqual(
      steps.map((step) => [...step, collaborationId]),
    );
    expect(seen.timeline[0]).not.toHaveProperty('collaborationId');
    const states = ['wish', 'exploring', 'on_agenda', 'planned', 'in_progress'];
    expect(await auditOf(id)).toEqual(
      steps.map(([action], index) => ({
        ...{ action, from: states[index], to: states[index + 1] },
        ...{ actor: buyer.personId, via: collaborationId },
      })),
    );
  });

  it('is done with the story of how it came about', async () => {
    const { id } = await aPoint();
    await follow(id, 'done');
    expect(await see(app, id, null)).toMatchObject({ agendaState: 'done', note: { evidence: story } });
  });

  it.each(agendaStates)('from %s goes along the table or stays, and says why', async (state) => {
    const { id } = await aPoint();
    await put(id, state);
    const { stayed } = await follow(id, 'in_progress');
    const goes = ['wish', 'exploring', 'on_agenda', 'planned', 'in_progress'].includes(state);
    expect(stayed).toBe(goes ? null : state === 'on_hold' ? 'on_hold' : 'closed');
    const [row] = await app.dataSource.query<{ state: string }[]>(
      'select agenda_state as state from proposal where id = $1',
      [id],
    );
    expect(row?.state).toBe(goes ? 'in_progress' : state);
  });

  it('keeps who planned it', async () => {
    const { id } = await aPoint();
    await put(id, 'planned');
    await follow(id, 'in_progress');
    expect((await see(app, id, null)).plan).toMatchObject({ team: null, dueOn: '2026-05-01' });
  });

  it('that is hidden or not there does not exist for it', async () => {
    const { id } = await aProposal(app).in(town.tricht).by(town.resident).hiddenBy(town.broker).save();
    expect(await follow(id, 'in_progress')).toEqual({ proposalId: id, stayed: 'not_public', change: null });
    const draft = await aProposal(app).in(town.tricht).by(town.resident).save();
    expect(await follow(draft.id, 'done')).toMatchObject({ stayed: 'not_public' });
    expect(await follow(collaborationId, 'done')).toMatchObject({ stayed: 'not_public' });
  });

  it('twice moves once', async () => {
    const { id } = await aPoint();
    await follow(id, 'done');
    const { version } = await see(app, id, null);
    expect(await follow(id, 'done')).toEqual({ proposalId: id, stayed: null, change: null });
    expect((await see(app, id, null)).version).toBe(version);
  });

  it('does not move when what it follows does not happen', async () => {
    const { id } = await aPoint();
    const failing = app.dataSource.transaction(async (manager) => {
      const move = { proposalId: id, to: 'done', story, collaborationId, teamId: null, dueOn: '2026-06-01' } as const;
      await app.get(FollowingMoves).follow(manager, buyer, move);
      throw new Error('The order failed');
    });
    await expect(failing).rejects.toThrow('The order failed');
    expect(await see(app, id, null)).toMatchObject({ agendaState: 'wish' });
  });
});
