import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { actsAsBroker, covers } from '@kernagenda/identity/domain';
import type { Actor, Place, ScopedRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { mayModerate, mayRead, moderationStates } from '@kernagenda/proposals/domain';
import type { ModerationState } from '@kernagenda/proposals/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { moderatorsQuery } from './proposals.queries';
import { moderated, readable, readerValues } from './proposals.read-rule';
import { toFacts } from './proposals.views';

interface Row {
  readonly id: string;
  readonly authorId: string | null;
  readonly enteredBy: readonly string[];
  readonly moderationState: ModerationState;
  readonly villageId: string;
}

const placeOf = ({ id, areaId, municipalityId }: TestVillage): Place => ({ villageId: id, areaId, municipalityId });

/** The rule in words once more: nobody is free when every broker of the place lives there or wrote it. */
const needsStandIn = (place: Place, writers: readonly (string | null)[], everybody: readonly Actor[]): boolean =>
  !everybody.some(
    (actor) => covers(actor, 'broker', place) && actsAsBroker(actor, place, false) && !writers.includes(actor.personId),
  );

describe('the read rule', () => {
  let app: TestApp;
  let villages: TestVillage[];
  let people: TestPerson[];
  const rows: Row[] = [];

  beforeAll(async () => {
    app = await createTestApp();
    const tricht = await aVillage(app, { name: 'Tricht' });
    villages = [tricht, await aVillage(app, { name: 'Deil', besides: tricht }), await aVillage(app, { name: 'Spijk' })];
    people = await Promise.all(Array.from({ length: 4 }, () => aPerson(app)));
    for (const moderationState of moderationStates) {
      for (const { id: villageId } of villages) {
        const [first, second, third] = people.map(({ id }) => id);
        const writers = [[null], [first], [second], [first, third], [second, second], [first, second, third]] as const;
        for (const [authorId = null, ...others] of writers) {
          const enteredBy = others.flatMap((one) => one ?? []);
          const id = randomUUID();
          rows.push({ id, authorId, enteredBy, moderationState, villageId });
          await app.dataSource.query(
            `insert into proposal (id, village_id, author_id, entered_by, title, moderation_state, created_at)
             values ($1, $2, $3, $4, 'Een bankje', $5, $6)`,
            [id, villageId, authorId, enteredBy, moderationState, app.now()],
          );
        }
      }
    }
  });
  afterAll(() => app.close());

  const anyRole = fc.record({
    role: fc.constantFrom('broker', 'broker', 'broker', 'secretary', 'official', 'admin'),
    scope: fc.constantFrom('village', 'area', 'municipality'),
    village: fc.nat(2),
  });
  const anyPerson = fc.record({ home: fc.option(fc.nat(2)), roles: fc.array(anyRole, { maxLength: 2 }) });

  const toActor = (person: TestPerson, { home, roles }: { home: number | null; roles: unknown[] }): Actor => ({
    personId: person.id,
    displayName: person.displayName,
    homeVillageId: home === null ? null : (villages[home]?.id ?? null),
    roles: (roles as { role: ScopedRole['role']; scope: ScopedRole['scopeType']; village: number }[]).map(
      ({ role, scope, village }) => {
        const place = villages[village];
        const scopeId = scope === 'village' ? place?.id : scope === 'area' ? place?.areaId : place?.municipalityId;
        return { role, scopeType: scope, scopeId: scopeId ?? '' };
      },
    ),
  });

  const settle = async (actors: readonly Actor[]): Promise<void> => {
    await app.dataSource.query('delete from role_assignment');
    for (const { personId, homeVillageId, roles } of actors) {
      await app.dataSource.query('update person set home_village_id = $2 where id = $1', [personId, homeVillageId]);
      for (const { role, scopeType, scopeId } of roles) {
        await app.dataSource.query(
          `insert into role_assignment (person_id, role, scope_type, scope_id, starts_at) values ($1, $2, $3, $4, $5)`,
          [personId, role, scopeType, scopeId, app.now()],
        );
      }
    }
  };

  const idsWhere = async (predicate: string, actor: Actor | null): Promise<Set<string>> => {
    const found: unknown = await app.dataSource.query(
      `select p.id from proposal p join village_public v on v.id = p.village_id where ${predicate}`,
      [...readerValues(actor, app.now())],
    );
    return new Set((found as { id: string }[]).map(({ id }) => id));
  };

  it('is the same in the domain and in SQL, over state, author, home, role and scope', async () => {
    const everybody = fc.tuple(anyPerson, anyPerson, anyPerson, anyPerson);
    await fc.assert(
      fc.asyncProperty(everybody, async (given) => {
        const actors = people.map((person, index) => toActor(person, given[index] ?? { home: null, roles: [] }));
        await settle(actors);
        const moderators = new Set<string>();
        for (const actor of [null, ...actors]) {
          const facts = rows.map((row) => {
            const place = placeOf(villages.find(({ id }) => id === row.villageId) ?? (villages[0] as TestVillage));
            const standIn = needsStandIn(place, [row.authorId, ...row.enteredBy], actors);
            const known = { ...row, ...place, ...rest, needsStandIn: standIn };
            return { id: row.id, facts: toFacts(known, actor, app.now()) };
          });
          const expected = (rule: typeof mayRead): Set<string> =>
            new Set(facts.filter((one) => rule(one.facts)).map(({ id }) => id));
          expect(await idsWhere(readable(1), actor)).toEqual(expected(mayRead));
          expect(await idsWhere(moderated(1), actor)).toEqual(expected(mayModerate));
          for (const id of expected(mayModerate)) moderators.add(`${id} ${actor?.personId ?? ''}`);
        }
        // The same from the side of the text: the desks on which it comes.
        const desks = new Set<string>();
        for (const { id, villageId, authorId, enteredBy } of rows) {
          const found: unknown = await app.dataSource.query(moderatorsQuery, [
            villageId,
            authorId,
            enteredBy,
            app.now(),
          ]);
          for (const person of found as { id: string }[]) desks.add(`${id} ${person.id}`);
        }
        expect(desks).toEqual(moderators);
      }),
      { numRuns: 60 },
    );
  });

  it('counts a role only while it runs', async () => {
    const [person] = people;
    const [tricht] = villages;
    if (!person || !tricht) throw new Error('nobody there');
    await settle([toActor(person, { home: null, roles: [{ role: 'broker', scope: 'village', village: 0 }] })]);
    const standIn = async (): Promise<unknown> =>
      app.dataSource.query('select needs_stand_in($1, null, $2) as needed', [tricht.id, app.now()]);
    expect(await standIn()).toEqual([{ needed: false }]);
    await app.dataSource.query('update role_assignment set ends_at = $1', [app.now()]);
    expect(await standIn()).toEqual([{ needed: true }]);
  });
});

const rest = {
  title: '',
  body: '',
  place: '',
  kind: null,
  agendaState: 'wish',
  version: 1,
  decidedText: null,
  isResubmitted: false,
  decidedBy: null,
  undoUntil: null,
  lastMove: null,
  agendaStateBeforeHold: null,
  teamId: null,
  teamIds: [],
} as const;
