import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { AssignedRole, ScopedRole } from '@kernagenda/identity/domain';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { LivePage, TestApp } from '@kernagenda/shared/api/testing';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { aVillage } from '@kernagenda/villages/api/testing';
import { ThreadCalls } from '../testing';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let roads: string;
let people: Readonly<Record<Who, TestPerson | null>>;

/** Everybody there is, by role and scope. */
const everybody = [
  'visitor',
  'sender',
  'neighbour',
  'resident elsewhere',
  'member of the group',
  'secretary of the group',
  'chair of the group',
  'secretary elsewhere',
  'broker',
  'broker for the municipality',
  'broker on leave',
  'who covers that broker',
  'broker elsewhere',
  'broker who lives there',
  'broker of another municipality',
  'official of the team',
  'official of the team who lives there',
  'official of another team',
  'official of the village',
  'alderman',
  'admin',
] as const;
type Who = (typeof everybody)[number];

const aTeam = (name: string): Promise<string> =>
  app.dataSource.transaction((manager) =>
    app
      .get(VillagesRegistry)
      .saveTeam(manager, { municipalityId: town.tricht.municipalityId, name, startsAt: app.now() }),
  );

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
  town = await aTown(app);
  const { id, municipalityId } = town.tricht;
  const [deil, far] = [
    await aVillage(app, { name: 'Haaften', besides: town.tricht }),
    await aVillage(app, { name: 'Ver weg' }),
  ];
  roads = await aTeam('Wegen');
  const parks = await aTeam('Groen');
  const at = (
    role: AssignedRole,
    scopeType: ScopedRole['scopeType'],
    scopeId: string,
    homeVillageId: string | null = null,
  ) => aPerson(app, { homeVillageId, roles: [{ role, scopeType, scopeId }] });
  people = {
    visitor: null,
    sender: town.resident,
    neighbour: town.neighbour,
    'resident elsewhere': await aPerson(app, { homeVillageId: deil.id }),
    'member of the group': await at('group_member', 'village', id, id),
    'secretary of the group': town.secretary,
    'chair of the group': await at('chair', 'village', id, id),
    'secretary elsewhere': await at('secretary', 'village', deil.id, deil.id),
    broker: await at('broker', 'village', id),
    'broker for the municipality': await at('broker', 'municipality', municipalityId),
    'broker on leave': await at('broker', 'village', id),
    'who covers that broker': await at('broker', 'village', far.id),
    'broker elsewhere': await at('broker', 'village', deil.id),
    'broker who lives there': await at('broker', 'village', id, id),
    'broker of another municipality': await at('broker', 'village', far.id),
    'official of the team': await at('official', 'team', roads),
    'official of the team who lives there': await at('official', 'team', roads, id),
    'official of another team': await at('official', 'team', parks),
    'official of the village': await at('official', 'village', id),
    alderman: await at('alderman', 'municipality', municipalityId),
    admin: await at('admin', 'municipality', municipalityId),
  };
  await app.dataSource.query(
    'insert into role_cover (covered_id, covering_id, starts_at, ends_at) values ($1, $2, $3, $4)',
    [
      ...[people['broker on leave']?.id, people['who covers that broker']?.id],
      ...[app.now(), new Date(app.now().getTime() + 86_400_000)],
    ],
  );
});
afterAll(() => app.close());

type Held = 'withBrokers' | 'withTeam';

interface Asked {
  readonly id: string;
  readonly messageId: string;
  readonly actors: Readonly<Record<Who, TestPerson | null>>;
}

/** A question of somebody new, and everybody who may want to do something with it. */
async function asked(held: Held): Promise<Asked> {
  const sender = await aPerson(app, { homeVillageId: town.tricht.id });
  const { id } = (await calls.start(sender, town.tricht.id)).body;
  if (held === 'withTeam') await calls.handOver(people.broker, id, roads);
  const messageId = (await calls.read(sender, id)).body.items.at(-1)?.id ?? '';
  return { id, messageId, actors: { ...people, sender } };
}

/** Everything that can be done with a thread, in an order in which each can follow the one before. */
async function tried(who: Who, held: Held): Promise<string> {
  const { id, messageId, actors } = await asked(held);
  const as = actors[who];
  const done = [
    await calls.read(as, id),
    await calls.mark(as, id, 1),
    await calls.colleagues(as, id),
    await calls.write(as, id),
    await calls.makeDraft(as, id, messageId),
    await calls.note(as, id, 'Voor collega’s.'),
    await calls.notes(as, id),
    await calls.assign(as, id, null),
    await calls.close(as, id),
    await calls.reopen(as, id),
    await calls.handOver(as, id, held === 'withTeam' ? null : roads),
  ];
  return done.map(({ status }) => status).join(' ');
}

const all = '200 204 200 201 200 201 200 200 200 200 200';
const sender = '200 204 403 201 200 403 403 403 403 403 403';
const handedOver = '200 204 403 403 403 201 200 403 403 403 200';
const nothing = '404 404 404 404 404 404 404 404 404 404 404';
const signedOut = '401 401 401 401 401 401 401 401 401 401 401';

const brokers: readonly Who[] = ['broker', 'broker for the municipality', 'broker on leave', 'who covers that broker'];

/** read, mark read, colleagues, write, make a draft, note, read notes, assign, close, reopen, hand over. */
function expected(who: Who, held: Held): string {
  if (who === 'visitor') return signedOut;
  if (who === 'sender') return sender;
  if (brokers.includes(who)) return held === 'withBrokers' ? all : handedOver;
  return who === 'official of the team' && held === 'withTeam' ? all : nothing;
}

/** Who has the thread in their list, and what in the inbox of their side. */
const mayRead = (who: Who, held: Held): boolean => expected(who, held).startsWith('200');
const answersIt = (who: Who, held: Held): boolean => expected(who, held) === all;

describe.each(['withBrokers', 'withTeam'] as const)('a question of a resident, %s', (held) => {
  it.each(everybody)('over HTTP, for: %s', async (who) => {
    expect([who, await tried(who, held)]).toEqual([who, expected(who, held)]);
  });

  it('attack 06: is in no list of who takes no part, nor in an inbox of who does not answer', async () => {
    const { id, actors } = await asked(held);
    for (const who of everybody) {
      const as = actors[who];
      if (!as) continue;
      expect([who, !!(await calls.inList(as, id))]).toEqual([who, mayRead(who, held)]);
      for (const filter of ['team', 'unassigned'] as const)
        expect([who, (await calls.inbox(as, filter)).includes(id)]).toEqual([who, answersIt(who, held)]);
    }
  });

  it('attack 06: is told over the socket to who may read it, and to nobody else', async () => {
    const { id, actors } = await asked(held);
    const pages = new Map<Who, LivePage>();
    for (const who of everybody) {
      const page = await app.open({ as: actors[who] });
      expect(await page.join(`person:${actors.sender?.id ?? ''}`)).toBe(who === 'sender');
      if (who !== 'visitor') await page.join(`person:${actors[who]?.id ?? ''}`);
      pages.set(who, page);
    }
    await calls.write(actors.sender, id, 'Alleen voor wie antwoordt.');
    for (const [who, page] of pages) {
      // What was told before this answer came before it.
      await page.join('public');
      const heard = page.heard.filter(({ change }) => change.kind === 'thread');
      expect([who, heard.length > 0]).toEqual([who, mayRead(who, held)]);
      expect(JSON.stringify(heard)).not.toContain('Alleen voor');
      page.close();
    }
  });
});

it('ends on the other side at the end of the cover, over HTTP and on a page that was open', async () => {
  const { id, actors } = await asked('withBrokers');
  const cover = people['who covers that broker'];
  const page = await app.open({ as: cover });
  await page.join(`person:${cover?.id ?? ''}`);
  await calls.write(actors.sender, id, 'Eerste.');
  await page.hears('thread');
  await app.advance({ days: 2 });
  page.heard.splice(0);
  await calls.write(actors.sender, id, 'Tweede.');
  await page.join('public');
  expect(page.heard).toEqual([]);
  expect((await calls.read(cover, id)).status).toBe(404);
});
