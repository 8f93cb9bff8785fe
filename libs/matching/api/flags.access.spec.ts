import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { matchFlagStates } from '@kernagenda/matching/domain';
import type { MatchFlagAction, MatchFlagState, MatchFlagView } from '@kernagenda/matching/domain';
import { perform, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';
import { FlagDecisions } from './flags.decisions';
import { aSide, approved, board, decide, requireFlag, wrong } from './testing';

/** Works on it; only reads it; may not know of it though the list is open; has no list either. */
type Part = 'acts' | 'reads' | 'stranger' | 'nobody' | 'visitor';

const parts: Readonly<Record<string, Part>> = {
  'broker of the village': 'acts',
  'broker of the area': 'acts',
  'broker of the municipality': 'acts',
  'broker who lives in the other village': 'acts',
  'broker who lives in the only own village': 'stranger',
  'broker of elsewhere': 'stranger',
  'official whose team has a point': 'reads',
  'official of another team': 'stranger',
  'official who lives where the team has the point': 'stranger',
  'alderman of the municipality': 'reads',
  'alderman of the area': 'reads',
  'alderman of another area': 'stranger',
  'alderman who lives in the only own village': 'stranger',
  'group member': 'reads',
  secretary: 'reads',
  'secretary of elsewhere': 'stranger',
  resident: 'nobody',
  author: 'nobody',
  admin: 'nobody',
  visitor: 'visitor',
};

const allowed: Readonly<Record<MatchFlagState, readonly MatchFlagAction[]>> = {
  suggested: ['confirm', 'introduce', 'snooze', 'decline', 'correct_amount'],
  snoozed: ['wake', 'decline', 'correct_amount'],
  introduced: ['snooze', 'decline', 'correct_amount'],
  accepted: ['correct_amount'],
  linked: ['correct_amount'],
  declined: ['reopen'],
  expired: [],
};

const calls = {
  confirm: {},
  introduce: {},
  'undo-introduction': {},
  proceed: {},
  snooze: { until: '2026-03-20' },
  wake: {},
  decline: wrong,
  reopen: {},
} as const;

let app: TestApp;
let people: Readonly<Record<string, TestPerson | null>>;
let flag: MatchFlagView;

beforeAll(async () => {
  app = await createTestApp();
  const [tricht, deil] = [await aSide(app, 'Tricht'), await aSide(app, 'Deil')];
  const elsewhere = await aSide(app, 'Spijk');
  const { id, areaId, municipalityId } = tricht.village;
  const team = await aTeam(app, tricht.village);
  const otherTeam = await aTeam(app, tricht.village);
  const point = await approved(app, tricht, 'Meer straatverlichting in de kern');
  await approved(app, deil, 'Straatverlichting bij het station');
  for (const [action, body] of [
    ['explore'],
    ['put-on-agenda'],
    ['plan', { teamId: team.id, dueOn: '2026-09-01' }],
  ] as const)
    await perform(app, tricht.broker, action, await see(app, point.id, tricht.broker), body);
  await app.settle();
  flag = await requireFlag(app, tricht.broker, point.id);

  const given = (
    role: ScopedRole['role'],
    scopeType: ScopedRole['scopeType'],
    scopeId: string,
    homeVillageId?: string,
  ) => aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(homeVillageId && { homeVillageId }) });
  people = {
    'broker of the village': tricht.broker,
    'broker of the area': await given('broker', 'area', areaId),
    'broker of the municipality': await given('broker', 'municipality', municipalityId),
    'broker who lives in the other village': await given('broker', 'village', id, deil.village.id),
    'broker who lives in the only own village': await given('broker', 'village', id, id),
    'broker of elsewhere': elsewhere.broker,
    'official whose team has a point': await given('official', 'team', team.id),
    'official of another team': await given('official', 'team', otherTeam.id),
    'official who lives where the team has the point': await given('official', 'team', team.id, id),
    'alderman of the municipality': await given('alderman', 'municipality', municipalityId),
    'alderman of the area': await given('alderman', 'area', areaId),
    'alderman of another area': await given('alderman', 'area', elsewhere.village.areaId),
    'alderman who lives in the only own village': await given('alderman', 'area', areaId, id),
    'group member': await given('group_member', 'village', id, id),
    secretary: await given('secretary', 'village', id, id),
    'secretary of elsewhere': await given('secretary', 'village', elsewhere.village.id, elsewhere.village.id),
    resident: await aPerson(app, { homeVillageId: id }),
    author: tricht.resident,
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    visitor: null,
  };
});
afterAll(() => app.close());

/** As it would stand after other steps, with nobody asked. */
async function put(state: MatchFlagState): Promise<MatchFlagView> {
  await app.dataSource.query('delete from match_ask where flag_id = $1', [flag.id]);
  const [row] = await app.dataSource.query<{ version: number }[]>(
    `with changed as (
       update match_flag set state = $2, version = version + 1, is_confirmed = false,
         snoozed_until = case when $2 = 'snoozed' then date '2026-03-20' end,
         decline_reason = case when $2 = 'declined' then 'other_subject' end,
         introduced_by = null,
         introduced_at = case when $2 in ('introduced', 'accepted', 'linked') then $3::timestamptz end
       where id = $1 returning version)
     select version from changed`,
    [flag.id, state, app.now()],
  );
  return { ...flag, version: row?.version ?? 0 };
}

const statuses: Readonly<Record<Part, { readonly list: number; readonly one: number; readonly act: number }>> = {
  acts: { list: 200, one: 200, act: 200 },
  reads: { list: 200, one: 200, act: 403 },
  stranger: { list: 200, one: 404, act: 403 },
  nobody: { list: 403, one: 404, act: 403 },
  visitor: { list: 401, one: 401, act: 401 },
};
/** Brokers pass the door of decisions, and then it does not exist for them. */
const actOf = (name: string, part: Part): number =>
  part === 'stranger' && name.startsWith('broker') ? 404 : statuses[part].act;

describe.each(matchFlagStates)('attack 05: a flag that is %s', (state) => {
  it.each(Object.entries(parts))('is for the %s as the table says: %s', async (name, part) => {
    const as = people[name] ?? null;
    await put(state);
    const list = await board(app, as, `?state=${state}`);
    expect(list.status).toBe(statuses[part].list);
    const ids = list.status === 200 ? list.body.items.map(({ id }) => id) : [];
    expect(ids).toEqual(part === 'acts' || part === 'reads' ? [flag.id] : []);

    const one = await app.request<MatchFlagView>('GET', `/api/v1/match-flags/${flag.id}`, { as });
    expect(one.status).toBe(statuses[part].one);
    if (one.status === 200) expect(one.body.allowedActions).toEqual(part === 'acts' ? allowed[state] : []);

    for (const [action, body] of Object.entries(calls)) {
      const { status } = await decide(app, as, await put(state), action, body);
      const isPossible = allowed[state].some((possible) => possible === action);
      expect([action, status]).toEqual([action, part === 'acts' && !isPossible ? 409 : actOf(name, part)]);
    }
  });
});

describe('who hears live of a flag', () => {
  it('is who may read it, and nobody else', async () => {
    await put('suggested');
    const readers = await app.get(FlagDecisions).listReaders(app.dataSource.manager, flag.id);
    const heard = Object.keys(people).filter((name) => readers.includes(people[name]?.id ?? ''));
    expect(heard).toEqual(Object.keys(people).filter((name) => ['acts', 'reads'].includes(parts[name] ?? '')));
  });
});

describe('attack 22: a broker who lives in one of the villages', () => {
  it('decides by the other village alone', async () => {
    const seen = await put('suggested');
    const atHome = people['broker who lives in the only own village'] ?? null;
    expect((await decide(app, atHome, seen, 'decline', wrong)).status).toBe(404);
    const away = people['broker who lives in the other village'] ?? null;
    expect((await decide(app, away, seen, 'confirm')).status).toBe(200);
  });
});
