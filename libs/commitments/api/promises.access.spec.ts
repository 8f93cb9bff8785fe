import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { aProposal } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestTeam } from '@kernagenda/villages/api/testing';
import type { CommitmentAction, CommitmentView } from '@kernagenda/commitments/domain';
import { PromiseCalls } from './testing';

/** Speaks for the town hall; speaks for the team that has the point; speaks for another team; reads what is public. */
type Part = 'speaks' | 'team' | 'other team' | 'public' | 'visitor';

const parts: Readonly<Record<string, Part>> = {
  'broker of the village': 'speaks',
  'broker of the area': 'speaks',
  'broker of the municipality': 'speaks',
  alderman: 'speaks',
  'alderman of the area': 'speaks',
  'official of the team that has the point': 'team',
  'official of another team': 'other team',
  'official of the team who lives in the village': 'public',
  'broker who lives in the village': 'public',
  'alderman who lives in the village': 'public',
  'broker of elsewhere': 'public',
  'alderman of elsewhere': 'public',
  chair: 'public',
  secretary: 'public',
  'group member': 'public',
  author: 'public',
  resident: 'public',
  admin: 'public',
  visitor: 'visitor',
};

let app: TestApp;
let calls: PromiseCalls;
let people: Readonly<Record<string, TestPerson | null>>;
let ids: Readonly<Record<'ofTeam' | 'ofNobody' | 'done' | 'doneByBroker', string>>;
let teams: readonly [TestTeam, TestTeam];

const person = (name: string): TestPerson => {
  const found = people[name];
  if (!found) throw new Error(`There is no ${name}`);
  return found;
};

beforeAll(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  const [village, elsewhere] = [await aVillage(app), await aVillage(app, { name: 'Spijk' })];
  teams = [await aTeam(app, village), await aTeam(app, village)];
  const [team, otherTeam] = teams;
  type Given = ScopedRole['role'] | 'chair';
  const given = (role: Given, scopeType: ScopedRole['scopeType'], scopeId: string, home?: string) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(home && { homeVillageId: home }) });
  const author = await aPerson(app, { homeVillageId: village.id });
  const broker = await given('broker', 'village', village.id);
  people = {
    'broker of the village': broker,
    'broker of the area': await given('broker', 'area', village.areaId),
    'broker of the municipality': await given('broker', 'municipality', village.municipalityId),
    alderman: await given('alderman', 'municipality', village.municipalityId),
    'alderman of the area': await given('alderman', 'area', village.areaId),
    'official of the team that has the point': await given('official', 'team', team.id),
    'official of another team': await given('official', 'team', otherTeam.id),
    'official of the team who lives in the village': await given('official', 'team', team.id, village.id),
    'broker who lives in the village': await given('broker', 'village', village.id, village.id),
    'alderman who lives in the village': await given('alderman', 'municipality', village.municipalityId, village.id),
    'broker of elsewhere': await given('broker', 'village', elsewhere.id),
    'alderman of elsewhere': await given('alderman', 'area', elsewhere.areaId),
    chair: await given('chair', 'village', village.id, village.id),
    secretary: await given('secretary', 'village', village.id, village.id),
    'group member': await given('group_member', 'village', village.id, village.id),
    author,
    resident: await aPerson(app, { homeVillageId: village.id }),
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    visitor: null,
  };
  const point = () => aProposal(app).in(village).by(author).approvedBy(broker).then(broker, 'explore');
  const plan = { teamId: team.id, executor: null, dueOn: '2026-06-01' };
  const planned = await point().then(broker, 'put-on-agenda').then(broker, 'plan', plan).save();
  const done = (teamId: string | null) =>
    point()
      .then(broker, 'put-on-agenda')
      .then(broker, 'plan', { ...plan, teamId })
      .then(broker, 'start')
      .then(broker, 'finish', { evidence: { text: 'De bank staat er.' } })
      .save();
  ids = {
    ofTeam: planned.id,
    ofNobody: (await point().save()).id,
    done: (await done(team.id)).id,
    doneByBroker: (await done(null)).id,
  };
});
afterAll(() => app.close());

const bodies: Readonly<Partial<Record<CommitmentAction, object>>> = {
  keep: { text: 'Het is gedaan.', photos: [] },
  move: { dueOn: '2026-05-01', reason: 'De leverancier is laat.' },
  ask: { question: 'Van wie is deze grond?' },
  withdraw: { reason: 'Het geld is op.' },
};
const refusal = (part: Part): number => (part === 'visitor' ? 401 : 403);

describe.each(Object.entries(parts))('%s', (name, part) => {
  const isSpeaking = part === 'speaks' || part === 'team';
  const who = (): TestPerson | null => people[name] ?? null;
  const bodyOf = (teamId: string | null) => ({ dueOn: '2026-04-01', teamId });

  it.each(['answers', 'updates', 'milestones'] as const)('writes %s only for the town hall', async (path) => {
    const { status } = await calls.add(who(), ids.ofTeam, path);
    expect(status).toBe(isSpeaking ? 201 : refusal(part));
  });

  it('writes down whether it can be done only for the broker or a team, before it is planned', async () => {
    const isTold = /^broker of the (village|area|municipality)|^official of (the team that|another)/.test(name);
    const { status } = await calls.add(who(), ids.ofNobody, 'feasibility');
    expect(status).toBe(isTold ? 201 : refusal(part));
    expect((await calls.add(who(), ids.ofTeam, 'feasibility')).status).toBe(
      isTold && part !== 'other team' ? 409 : refusal(part),
    );
    expect((await calls.get(who(), ids.ofNobody)).body.allowedActions.includes('assess')).toBe(isTold);
  });

  it('tells how it went only for the broker or the team that did it, once it is done', async () => {
    const isBroker = /^broker of the (village|area|municipality)/.test(name);
    const tells = async (id: string, isTold: boolean): Promise<void> => {
      const { story, allowedActions } = (await calls.get(who(), id)).body;
      expect(allowedActions.includes('story')).toBe(isTold);
      const { status } = await calls.tellStory(who(), id, story?.version ?? 0);
      expect(status).toBe(isTold ? 200 : refusal(part));
    };
    await tells(ids.done, isBroker || part === 'team');
    await tells(ids.doneByBroker, isBroker);
    const early = (await calls.tellStory(who(), ids.ofTeam, 0)).status;
    expect(early).toBe(isBroker || part === 'team' ? 409 : refusal(part));
  });

  it('promises only for those they speak for', async () => {
    const [team, otherTeam] = teams;
    const statuses = [];
    for (const teamId of [team.id, otherTeam.id, null]) {
      statuses.push((await calls.add(who(), ids.ofTeam, 'commitments', bodyOf(teamId))).status);
    }
    const no = refusal(part);
    expect(statuses).toEqual(part === 'speaks' ? [201, 201, 201] : part === 'team' ? [201, no, no] : [no, no, no]);
  });

  it('promises for an own team while nobody has the point', async () => {
    const own = part === 'other team' ? teams[1].id : teams[0].id;
    const { status } = await calls.add(who(), ids.ofNobody, 'commitments', bodyOf(own));
    expect(status).toBe(isSpeaking || part === 'other team' ? 201 : refusal(part));
  });

  it.each(['keep', 'move', 'ask', 'resume', 'withdraw'] as const)('may %s just what is theirs', async (action) => {
    const broker = person('broker of the village');
    let made: CommitmentView = await calls.commit(broker, ids.ofTeam, bodyOf(teams[0].id));
    if (action === 'resume') made = (await calls.act(broker, 'ask', made, bodies.ask)).body;
    const seen = (await calls.get(who(), ids.ofTeam)).body.commitments.find(({ id }) => id === made.id);
    const { status } = await calls.act(who(), action, made, bodies[action]);
    expect(status).toBe(isSpeaking ? 200 : refusal(part));
    expect(seen?.allowedActions.includes(action)).toBe(isSpeaking);
  });

  it.each([
    ['answers', 'official-answers'],
    ['updates', 'status-updates'],
  ] as const)('hides one of the %s and shows it again only as a broker of the village', async (kind, path) => {
    const isBroker = /^broker of the (village|area|municipality)/.test(name);
    const official = person('official of the team that has the point');
    const text = `Wat de ambtenaar zei voor ${name}`;
    const { body } = await calls.add(official, ids.ofTeam, kind, { text });
    const id = body[kind].find((one) => one.text === text)?.id ?? '';
    const offered = async () =>
      (await calls.get(who(), ids.ofTeam)).body[kind].find((one) => one.id === id)?.allowedActions;
    const expected = isBroker ? 200 : refusal(part);
    expect(await offered()).toEqual(isBroker ? ['hide'] : []);
    expect((await calls.hiding(who(), path, id, 'Er staat een naam in.')).status).toBe(expected);
    await calls.hiding(person('broker of the village'), path, id, 'Er staat een naam in.');
    expect(await offered()).toEqual(isBroker ? ['show_again'] : []);
    expect((await calls.hiding(who(), path, id, null)).status).toBe(expected);
  });

  it('changes no milestone of others, and is offered no more than can be done', async () => {
    const { body } = await calls.add(person('alderman'), ids.ofTeam, 'milestones', { when: '2026-05-01' });
    const path = `/api/v1/milestones/${body.milestones.at(-1)?.id}`;
    const put = { title: 'Nog eens', when: '2026-05-02', isReached: false };
    expect((await app.request('PUT', path, { as: who(), body: put })).status).toBe(isSpeaking ? 200 : refusal(part));
    expect((await app.request('DELETE', path, { as: who() })).status).toBe(isSpeaking ? 200 : refusal(part));
    const seen = (await calls.get(who(), ids.ofTeam)).body;
    expect(seen.allowedActions).toEqual(isSpeaking ? ['answer', 'commit', 'update', 'milestone'] : []);
    expect(seen.options.isBroker).toBe(part === 'speaks');
    expect(seen.options.teams).toHaveLength(part === 'speaks' ? 2 : part === 'team' ? 1 : 0);
  });
});

it('a promise of the broker is no matter of an official, not even of the team that has the point', async () => {
  const made = await calls.commit(person('alderman'), ids.ofTeam, { dueOn: '2026-04-01', teamId: null });
  const official = person('official of the team that has the point');
  expect((await calls.act(official, 'withdraw', made, bodies.withdraw)).status).toBe(403);
});

it('attack 04: a promise or milestone that is not there answers 404 to whoever may', async () => {
  const id = '00000000-0000-4000-8000-00000000000b';
  const alderman = person('alderman');
  expect((await calls.act(alderman, 'keep', { id, version: 1 }, bodies.keep)).status).toBe(404);
  expect((await app.request('DELETE', `/api/v1/milestones/${id}`, { as: alderman })).status).toBe(404);
});
