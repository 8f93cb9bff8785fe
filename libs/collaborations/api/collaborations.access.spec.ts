import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { aProposal } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import { collaborationPhases } from '@kernagenda/collaborations/domain';
import type { CollaborationPhase, CollaborationView, PhaseAction } from '@kernagenda/collaborations/domain';
import { CollaborationCalls } from './testing';

/** Decides about the whole; works along; reads along; reads what is public. */
type Part = 'steers' | 'works' | 'reads' | 'public' | 'visitor';

const parts: Readonly<Record<string, Part>> = {
  secretary: 'steers',
  'broker of the village': 'steers',
  'broker of the area': 'steers',
  alderman: 'steers',
  'group member': 'works',
  'official of the team that advises': 'reads',
  'official of another team': 'public',
  'broker who lives in the village': 'public',
  'broker of elsewhere': 'public',
  'secretary of elsewhere': 'public',
  'alderman of elsewhere': 'public',
  author: 'public',
  resident: 'public',
  admin: 'public',
  visitor: 'visitor',
};

const steps: Readonly<Record<CollaborationPhase, readonly PhaseAction[]>> = {
  exploring: ['form', 'stop', 'pause'],
  forming: ['execute', 'stop', 'pause'],
  executing: ['evaluate', 'stop', 'pause'],
  evaluating: ['close'],
  closed: [],
  paused: ['stop', 'resume'],
};
const bodies: Readonly<Partial<Record<PhaseAction, object>>> = {
  stop: { reason: 'Wij gaan alleen verder.' },
  close: { result: 'Het licht brandt.' },
};
const open: readonly CollaborationPhase[] = ['exploring', 'forming', 'executing', 'paused'];

let app: TestApp;
let calls: CollaborationCalls;
let people: Readonly<Record<string, TestPerson | null>>;
let seen: CollaborationView;
let partyId: string;

beforeAll(async () => {
  app = await createTestApp();
  calls = new CollaborationCalls(app);
  const [village, elsewhere] = [await aVillage(app), await aVillage(app, { name: 'Spijk' })];
  const [team, otherTeam] = [await aTeam(app, village), await aTeam(app, village)];
  const given = (role: ScopedRole['role'], scopeType: ScopedRole['scopeType'], scopeId: string, home?: string) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(home && { homeVillageId: home }) });
  const author = await aPerson(app, { homeVillageId: village.id });
  const secretary = await given('secretary', 'village', village.id, village.id);
  const broker = await given('broker', 'village', village.id);
  people = {
    secretary,
    'broker of the village': broker,
    'broker of the area': await given('broker', 'area', village.areaId),
    alderman: await given('alderman', 'municipality', village.municipalityId),
    'group member': await given('group_member', 'village', village.id, village.id),
    'official of the team that advises': await given('official', 'team', team.id),
    'official of another team': await given('official', 'team', otherTeam.id),
    'broker who lives in the village': await given('broker', 'village', village.id, village.id),
    'broker of elsewhere': await given('broker', 'village', elsewhere.id),
    'secretary of elsewhere': await given('secretary', 'village', elsewhere.id, elsewhere.id),
    'alderman of elsewhere': await given('alderman', 'area', elsewhere.areaId),
    author,
    resident: await aPerson(app, { homeVillageId: village.id }),
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    visitor: null,
  };
  const point = await aProposal(app).in(village).by(author).approvedBy(broker).save();
  const { body } = await calls.start(secretary, [point.id]);
  seen = (await calls.send(secretary, 'POST', body, 'parties', { teamId: team.id, role: 'adviser' })).body;
  partyId = seen.parties[0]?.id ?? '';
});
afterAll(() => app.close());

/** As it would stand after what came before; each call finds it so again. */
async function put(phase: CollaborationPhase): Promise<CollaborationView> {
  const [row] = await app.dataSource.query<{ version: number }[]>(
    `with changed as (
       update collaboration set phase = $2, version = version + 1, owner_id = $3, ends_on = '2026-12-31',
         exit_rule = 'Tot het besluit.', deciding_body = 'De groepen samen', stop_reason = null,
         phase_before_pause = case when $2 = 'paused' then 'forming' end
       where id = $1 returning version)
     select version from changed`,
    [seen.id, phase, people['secretary']?.id],
  );
  return { ...seen, version: row?.version ?? 0 };
}

describe.each(collaborationPhases)('attack 05: a collaboration that is %s', (phase) => {
  it.each(Object.entries(parts))('is for the %s as the table says: %s', async (name, part) => {
    const as = people[name] ?? null;
    const { status, body } = await calls.see(as, await put(phase));
    expect(status).toBe(200);
    expect(body.forParties === null).toBe(part === 'public' || part === 'visitor');
    const offered = body.allowedActions.filter((action) => action !== 'join');
    const isWorking = part === 'steers' || part === 'works';
    expect(offered).toEqual([
      ...(part === 'steers' ? steps[phase] : []),
      ...(part === 'steers' && phase !== 'closed' ? ['agree'] : []),
      ...(isWorking && phase !== 'closed' ? ['work'] : []),
      ...(part === 'steers' && open.includes(phase) ? ['cast', 'bring_partner'] : []),
    ]);
    const names = ['form', 'execute', 'evaluate', 'close', 'stop', 'pause', 'resume'] as const;
    for (const action of names) {
      const answer = await calls.act(as, await put(phase), action, bodies[action]);
      const refused = part === 'visitor' ? 401 : 403;
      const expected = part === 'steers' ? (steps[phase].includes(action) ? 200 : 409) : refused;
      expect([action, answer.status]).toEqual([action, expected]);
    }
  });

  it.each(Object.entries(parts))('takes words and work of the %s as the table says: %s', async (name, part) => {
    const as = people[name] ?? null;
    const ends = phase === 'closed' ? 409 : 200;
    const refused = part === 'visitor' ? 401 : 403;
    const ownerId = people['secretary']?.id;
    const agreed = await calls.agree(as, await put(phase), { ownerId });
    // Who may not is told so first, but a closed one is closed for everyone.
    expect(agreed.status).toBe(part === 'visitor' ? 401 : phase === 'closed' ? 409 : part === 'steers' ? 200 : 403);
    const task = { title: 'Prijzen vragen', personId: null, partyId: null, dueOn: null, isDone: false };
    const added = await calls.send(as, 'POST', await put(phase), 'tasks', task);
    const takesPart = part === 'steers' || part === 'works' || part === 'reads';
    const works = part === 'steers' || part === 'works';
    expect(added.status).toBe(works ? ends : takesPart && phase === 'closed' ? 409 : refused);
    const cast = await calls.send(as, 'POST', await put(phase), `parties/${partyId}/cast`, { role: 'lead' });
    expect(cast.status).toBe(part === 'steers' ? (open.includes(phase) ? 200 : 409) : refused);
    const partner = { partner: { kind: 'association', name: `Vereniging ${name} ${phase}` }, role: 'adviser' };
    const joined = await calls.send(as, 'POST', await put(phase), 'parties', partner);
    expect(joined.status).toBe(part === 'steers' ? (open.includes(phase) ? 200 : 409) : refused);
  });
});

describe('attack 12: a role that ended', () => {
  it('ends what it allowed, in the work and in the talk', async () => {
    const village = await aVillage(app, { name: 'Est' });
    const [author, broker] = [
      await aPerson(app, { homeVillageId: village.id }),
      await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: village.id }] }),
    ];
    const secretary = await aPerson(app, {
      homeVillageId: village.id,
      roles: [{ role: 'secretary', scopeType: 'village', scopeId: village.id }],
    });
    const point = await aProposal(app).in(village).by(author).approvedBy(broker).save();
    const { body } = await calls.start(secretary, [point.id]);
    await app.dataSource.query('update role_assignment set ends_at = starts_at where person_id = $1', [secretary.id]);
    const after = await calls.see(secretary, body);
    expect([after.body.forParties, after.body.allowedActions]).toEqual([null, []]);
    expect((await calls.act(secretary, body, 'form')).status).toBe(403);
  });
});
