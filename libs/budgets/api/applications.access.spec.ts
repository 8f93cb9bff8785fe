import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { GivenRole } from '@kernagenda/identity/domain';
import type { ApplicationView } from '@kernagenda/budgets/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import { aBudgetTown, giveMandate } from './testing';
import type { BudgetTown } from './testing';

/** R reads, C reads how to reach who applied; A asks for more, I completes, V advises, D decides, W takes back. */
const parts: Readonly<Record<string, string>> = {
  applicant: 'RCIW',
  neighbour: '',
  'group member': '',
  chair: 'R',
  secretary: 'R',
  'secretary of another village': '',
  'broker of the village': 'RCAV',
  'broker of the area': 'RCAV',
  'broker of the municipality': 'RCAV',
  'broker who lives in the village': '',
  'broker of elsewhere': '',
  'official with a mandate': 'RCAD',
  'official whose mandate is too low': '',
  'official whose mandate ended': '',
  'official without a mandate': '',
  'official with a mandate who lives in the village': '',
  'official of a team that ended': '',
  'alderman of the municipality': 'RC',
  'alderman of the area': 'RC',
  'alderman of another area': '',
  'alderman who lives in the village': '',
  admin: '',
  visitor: '',
};
const actions = { A: 'ask', I: 'complete', V: 'advise', D: 'decide', W: 'withdraw' } as const;
const bodies: Readonly<Record<string, object | undefined>> = {
  ask: { note: 'Wat kost het scherm?' },
  complete: { note: 'Het scherm kost 800 euro.' },
  advise: { isPositive: true, note: 'Het hele dorp kan komen.' },
  decide: { grantedCents: 1000, reason: 'Niet meer dan dit kan eraf.', isBeforeOthers: true },
};

let app: TestApp;
let town: BudgetTown;
let people: Readonly<Record<string, TestPerson | null>>;

beforeAll(async () => {
  app = await createTestApp();
  town = await aBudgetTown(app);
  const elsewhere = await aBudgetTown(app);
  const { tricht } = town;
  const given = (role: GivenRole['role'], scopeType: GivenRole['scopeType'], scopeId: string, home?: string) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(home && { homeVillageId: home }) });
  const official = async (maxCents: number, home?: string, teamId = town.teamId) => {
    const person = await given('official', 'team', teamId, home);
    await giveMandate(app, person, maxCents);
    return person;
  };
  const ended = await official(900_000);
  await app.dataSource.query('update mandate set ends_at = starts_at where person_id = $1', [ended.id]);
  const gone = await aTeam(app, tricht);
  await app.dataSource.query('update team set ends_at = starts_at where id = $1', [gone.id]);
  people = {
    applicant: town.resident,
    neighbour: town.neighbour,
    'group member': await given('group_member', 'village', tricht.id),
    chair: await given('chair', 'village', tricht.id),
    secretary: town.secretary,
    'secretary of another village': elsewhere.secretary,
    'broker of the village': await given('broker', 'village', tricht.id),
    'broker of the area': town.broker,
    'broker of the municipality': await given('broker', 'municipality', tricht.municipalityId),
    'broker who lives in the village': await given('broker', 'municipality', tricht.municipalityId, tricht.id),
    'broker of elsewhere': town.otherBroker,
    'official with a mandate': town.clerk,
    'official whose mandate is too low': await official(199_999),
    'official whose mandate ended': ended,
    'official without a mandate': await given('official', 'team', town.teamId),
    'official with a mandate who lives in the village': await official(900_000, tricht.id),
    'official of a team that ended': await official(900_000, undefined, gone.id),
    'alderman of the municipality': town.alderman,
    'alderman of the area': await given('alderman', 'area', tricht.areaId),
    'alderman of another area': await given('alderman', 'area', elsewhere.tricht.areaId),
    'alderman who lives in the village': await given('alderman', 'municipality', tricht.municipalityId, tricht.id),
    admin: await given('admin', 'installation', installationId),
    visitor: null,
  };
});
afterEach(async () => {
  // Nobody has more than a few that wait, nor sends many within an hour.
  await app.dataSource.query(`update budget_application set state = 'withdrawn' where decided_at is null`);
  await app.advance({ seconds: 3600 });
});
afterAll(() => app.close());

const personOf = (name: string): TestPerson | null => people[name] ?? null;
const names = Object.keys(parts);

describe('attack 04: an application for money', () => {
  it.each(names)('attack 06: is read by %s as the table says, alone and in a list', async (name) => {
    const one = await town.applied();
    const person = personOf(name);
    const { status, body } = await town.calls.get(person, one.id);
    const part = parts[name] ?? '';
    expect(status).toBe(part.includes('R') ? 200 : person ? 404 : 401);
    if (part.includes('R')) expect(body.contact).toBe(part.includes('C') ? '0344 12 34 56' : null);
    if (!person) return;
    const listed = (await town.calls.list(person, '?limit=100')).body.items.some(({ id }) => id === one.id);
    expect(listed).toBe(part.includes('R'));
  });

  it.each(names)('is handled by %s as the table says, and by nobody else', async (name) => {
    const person = personOf(name);
    const part = parts[name] ?? '';
    for (const [letter, action] of Object.entries(actions)) {
      let one: ApplicationView = await town.applied();
      if (action === 'complete') one = (await town.calls.post(town.broker, one, 'ask', bodies['ask'])).body;
      const { status } = await town.calls.post(person, one, action, bodies[action]);
      const refused = person ? (part.includes('R') ? 403 : 404) : 401;
      expect([action, status]).toEqual([action, part.includes(letter) ? 200 : refused]);
      const { allowedActions } = (await town.calls.get(town.resident, one.id)).body;
      if (part.includes(letter)) continue;
      // Nothing happened to it.
      expect(allowedActions).toContain('withdraw');
      await town.calls.post(town.resident, one, 'withdraw');
    }
  });

  it('is as unknown as one that does not exist', async () => {
    const one = await town.applied();
    const answers = await Promise.all([
      town.calls.get(town.neighbour, one.id),
      town.calls.get(town.neighbour, randomUUID()),
      town.calls.get(town.neighbour, 'nergens'),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not_found']));
  });

  it('attack 22: is never advised or decided by who applied for it, whatever else they are', async () => {
    const { tricht, secretary, calls } = town;
    const give = async (role: GivenRole, maxCents: number | null) => {
      await app.dataSource.query(
        'insert into role_assignment (person_id, role, scope_type, scope_id, starts_at) values ($1, $2, $3, $4, $5)',
        [secretary.id, role.role, role.scopeType, role.scopeId, app.now()],
      );
      if (maxCents !== null) await giveMandate(app, secretary, maxCents);
    };
    const own = await town.applied({ side: 'group' }, secretary);
    await app.dataSource.query('update person set home_village_id = null where id = $1', [secretary.id]);
    await give({ role: 'broker', scopeType: 'village', scopeId: tricht.id }, null);
    await give({ role: 'official', scopeType: 'team', scopeId: town.teamId }, 900_000);
    for (const action of ['ask', 'advise', 'decide']) {
      expect((await calls.post(secretary, own, action, bodies[action])).status).toBe(403);
    }
    const other = await town.applied();
    const advised = await calls.post(secretary, other, 'advise', bodies['advise']);
    expect(advised.status).toBe(200);
    expect((await calls.post(secretary, advised.body, 'decide', bodies['decide'])).status).toBe(403);
    // Nor once somebody else advised after them.
    const again = await calls.post(town.broker, advised.body, 'advise', bodies['advise']);
    expect(again.status).toBe(200);
    expect((await calls.post(secretary, again.body, 'decide', bodies['decide'])).status).toBe(403);
  });

  it('is decided by the alderman above every mandate, and by the official below it', async () => {
    const rich = await aBudgetTown(app);
    const one = await rich.applied();
    await app.dataSource.query('update mandate set max_cents = 199999 where max_cents >= 200000');
    expect((await rich.calls.decide(rich.clerk, one, 1000, { reason: 'Niet meer dan dit.' })).status).toBe(404);
    expect((await rich.calls.decide(rich.alderman, one, 200_000)).body.state).toBe('granted');
  });
});
