import * as fc from 'fast-check';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { actsAsBroker, covers } from '@kernagenda/identity/domain';
import type { Actor, Place, ScopedRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { actsFor, threadAccess } from '@kernagenda/conversations/domain';
import type { Participant, Side } from '@kernagenda/conversations/domain';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

const placeOf = ({ id, areaId, municipalityId }: TestVillage): Place => ({ villageId: id, areaId, municipalityId });

interface GivenSide {
  readonly kind: Side['kind'];
  readonly who: number;
  readonly leftAfter: number | null;
}

interface GivenRole {
  readonly role: ScopedRole['role'];
  readonly scope: ScopedRole['scopeType'];
  readonly at: number;
}

describe('who may read a thread, and who answers it', () => {
  let app: TestApp;
  let villages: TestVillage[];
  let people: TestPerson[];
  let team: string;
  let otherTeam: string;

  beforeAll(async () => {
    app = await createTestApp();
    const tricht = await aVillage(app, { name: 'Tricht' });
    villages = [tricht, await aVillage(app, { name: 'Deil', besides: tricht }), await aVillage(app, { name: 'Spijk' })];
    const ofTown = { municipalityId: tricht.municipalityId, startsAt: app.now() };
    [team, otherTeam] = await app.dataSource.transaction(async (manager) => [
      await app.get(VillagesRegistry).saveTeam(manager, { ...ofTown, name: 'Wegen' }),
      await app.get(VillagesRegistry).saveTeam(manager, { ...ofTown, name: 'Groen' }),
    ]);
    people = await Promise.all(Array.from({ length: 3 }, () => aPerson(app)));
  });
  afterAll(() => app.close());

  const anyRole = fc.record({
    role: fc.constantFrom('broker', 'broker', 'secretary', 'group_member', 'official', 'alderman', 'admin'),
    scope: fc.constantFrom('village', 'village', 'area', 'municipality', 'team'),
    at: fc.nat(2),
  });
  const anyPerson = fc.record({ home: fc.option(fc.nat(2)), roles: fc.array(anyRole, { maxLength: 2 }) });
  const anySide = fc.record({
    kind: fc.constantFrom('person', 'group', 'brokers', 'team'),
    who: fc.nat(2),
    leftAfter: fc.option(fc.nat(3), { freq: 3 }),
  });
  const anyThread = fc.uniqueArray(anySide, {
    maxLength: 4,
    selector: ({ kind, who }) => (kind === 'team' ? `${kind} ${who > 0}` : `${kind} ${who}`),
  });

  const about = fc.option(fc.nat(2));

  const scopeId = ({ scope, at }: GivenRole): string => {
    const village = villages[at] as TestVillage;
    const ids = { village: village.id, area: village.areaId, municipality: village.municipalityId };
    return scope === 'team' ? (at ? team : otherTeam) : ids[scope as keyof typeof ids];
  };

  const settle = async (actors: readonly Actor[]): Promise<void> => {
    await app.dataSource.query('delete from role_assignment');
    for (const { personId, homeVillageId, roles } of actors) {
      await app.dataSource.query('update person set home_village_id = $2 where id = $1', [personId, homeVillageId]);
      for (const { role, scopeType, scopeId: scope } of roles) {
        await app.dataSource.query(
          `insert into role_assignment (person_id, role, scope_type, scope_id, starts_at) values ($1, $2, $3, $4, $5)`,
          [personId, role, scopeType, scope, app.now()],
        );
      }
    }
  };

  const saveThread = async (
    sides: readonly GivenSide[],
    everybody: readonly Actor[],
    about: number | null = null,
  ): Promise<Thread> => {
    const homeId = about === null ? null : (villages[about] as TestVillage).id;
    const [{ id }] = (await app.dataSource.query(
      `insert into thread (title, subject_kind, subject_id, created_at)
       values ('Een gesprek', 'direct', $2, $1) returning id`,
      [app.now(), homeId],
    )) as [{ id: string }];
    const participants: Participant[] = [];
    for (const { kind, who, leftAfter } of sides) {
      const village = villages[who] as TestVillage;
      const personId = kind === 'person' ? people[who]?.id : null;
      const teamId = who ? team : otherTeam;
      const isOfVillage = kind === 'group' || kind === 'brokers';
      const [row] = (await app.dataSource.query(
        `insert into thread_participant (thread_id, kind, person_id, village_id, team_id, joined_at, left_at, left_after)
         values ($1, $2, $3, $4, $5, $6::timestamptz, case when $7::int is null then null else $6::timestamptz end, $7::int) returning id`,
        [id, kind, personId, isOfVillage ? village.id : null, kind === 'team' ? teamId : null, app.now(), leftAfter],
      )) as [{ id: string }];
      const place = placeOf(village);
      const isFree = everybody.some((one) => covers(one, 'broker', place) && actsAsBroker(one, place, false));
      const all: Readonly<Record<Side['kind'], Side>> = {
        person: { kind: 'person', personId: personId ?? '' },
        group: { kind: 'group', place },
        brokers: { kind: 'brokers', place, needsStandIn: !isFree },
        team: { kind: 'team', teamId, villageId: homeId },
      };
      participants.push({ id: row.id, side: all[kind], leftAfter, readsOnly: false });
    }
    return { id, participants };
  };

  /** Gives the thread to the first side of the municipality, as who answers it; null where there is none. */
  const hold = async ({ id, participants }: Thread): Promise<Participant | null> => {
    const holder = participants.find(({ side }) => side.kind === 'brokers' || side.kind === 'team') ?? null;
    if (holder)
      await app.dataSource.query(
        `insert into inbox_entry (thread_id, holder_id, state, due_on) values ($1, $2, 'waiting', '2026-03-09')`,
        [id, holder.id],
      );
    return holder;
  };

  it('is the same in the domain and in SQL, over person, side, role, home and leaving', async () => {
    let [readable, held] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyPerson, anyPerson, anyPerson), anyThread, about, async (given, sides, home) => {
        const actors = people.map(({ id, displayName }, index): Actor => {
          const { home, roles } = given[index] as { home: number | null; roles: GivenRole[] };
          const scoped = roles.map((one) => ({ role: one.role, scopeType: one.scope, scopeId: scopeId(one) }));
          const homeVillageId = home === null ? null : (villages[home]?.id ?? null);
          return { personId: id, displayName, homeVillageId, roles: scoped };
        });
        await settle(actors);
        const thread = await saveThread(sides as GivenSide[], actors, home);
        const { id, participants } = thread;
        const holder = await hold(thread);
        for (const actor of actors) {
          const rows = (await app.dataSource.query(
            `select left_after as "leftAfter" from thread_reader($1) where thread_id = $2 and person_id = $3`,
            [app.now(), id, actor.personId],
          )) as { leftAfter: number | null }[];
          const isPresent = rows.some(({ leftAfter }) => leftAfter === null);
          const until = isPresent ? null : Math.max(...rows.map(({ leftAfter }) => leftAfter ?? 0));
          const access = threadAccess(actor, participants);
          expect(rows.length > 0 ? { readsUntil: until } : null).toEqual(access && { readsUntil: access.readsUntil });
          if (access) readable += 1;
          const holds = (await app.dataSource.query(
            'select 1 from inbox_holder($1) where thread_id = $2 and person_id = $3',
            [app.now(), id, actor.personId],
          )) as unknown[];
          expect(holds.length).toBe(holder && actsFor(actor, holder.side) ? 1 : 0);
          held += holds.length;
        }
        expect(threadAccess(null, participants)).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(readable).toBeGreaterThan(20);
    expect(held).toBeGreaterThan(10);
  });

  it('counts a role only while it runs', async () => {
    const [person] = people as [TestPerson, ...TestPerson[]];
    const secretary = { role: 'secretary', scopeType: 'village', scopeId: villages[0]?.id ?? '' } as const;
    await settle([{ personId: person.id, displayName: '', homeVillageId: null, roles: [secretary] }]);
    const { id } = await saveThread([{ kind: 'group', who: 0, leftAfter: null }], []);
    const readers = (): Promise<unknown> =>
      app.dataSource.query('select person_id as id from thread_reader($1) where thread_id = $2', [app.now(), id]);
    expect(await readers()).toEqual([{ id: person.id }]);
    await app.dataSource.query('update role_assignment set ends_at = $1', [app.now()]);
    expect(await readers()).toEqual([]);
  });
});

interface Thread {
  readonly id: string;
  readonly participants: readonly Participant[];
}
