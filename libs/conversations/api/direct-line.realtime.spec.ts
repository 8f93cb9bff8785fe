import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { Realtime } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { LivePage, TestApp } from '@kernagenda/shared/api/testing';
import type { Room } from '@kernagenda/shared/domain';
import { ThreadCalls, aLine } from './testing';
import type { Line, Part } from './testing';

type Ear = Part | 'the resident' | 'visitor';
const brokers: readonly Ear[] = [
  'broker of the village',
  'broker of the municipality',
  'broker on leave',
  'broker with cover',
];

let app: TestApp;
let calls: ThreadCalls;
let line: Line;
let resident: TestPerson;
let pages: ReadonlyMap<Ear, LivePage>;
/** Everything that came over the wire, whatever it was called. */
let wire: string[];

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.dataSource.query('delete from role_assignment');
  line = await aLine(app);
  resident = await aPerson(app, { homeVillageId: line.tricht.id });
  wire = [];
  const people: readonly (readonly [string, TestPerson | null])[] = [
    ['the resident', resident],
    ...Object.entries(line.people),
    ['visitor', null],
  ];
  const opened = new Map<Ear, LivePage>();
  for (const [who, as] of people) {
    const page = await app.open({ as });
    page.socket.onAny((...words) => wire.push(JSON.stringify(words)));
    if (as) expect(await page.join(`person:${as.id}`)).toBe(true);
    opened.set(who as Ear, page);
  }
  pages = opened;
});
afterEach(() => pages.forEach((page) => page.close()));

/** Who hears of this thread while something happens; each is told something else afterwards, so nothing is still under way. */
async function hearing(threadId: string, work: () => Promise<{ readonly status: number }>): Promise<readonly string[]> {
  pages.forEach(({ heard }) => heard.splice(0));
  expect((await work()).status).toBeLessThan(300);
  const rooms: Room[] = [resident, ...Object.values(line.people)].map(({ id }): Room => `person:${id}`);
  rooms.forEach((room) => app.get(Realtime).publish(room, { kind: 'notifications' }));
  const found: string[] = [];
  for (const [who, page] of pages) {
    if (who !== 'visitor') await page.hears('notifications');
    const told = page.heard.filter(({ change }) => change.kind === 'thread');
    if (told.length > 0) found.push(who);
    for (const { change } of told) expect(change).toEqual({ kind: 'thread', threadId });
  }
  return found.sort();
}
const only = (...who: readonly (Ear | readonly Ear[])[]): readonly string[] => who.flat().sort();

const endRole = (who: Part): Promise<unknown> =>
  app.dataSource.query('update role_assignment set ends_at = $1 where person_id = $2', [
    app.now(),
    line.people[who].id,
  ]);

describe('attack 06: of a thread between a resident and the municipality', () => {
  it('those hear who read it in each state, and nobody else', async () => {
    const { people, teams } = line;
    const { 'broker of the village': broker, 'official of the team': engineer } = people;
    const id = (await calls.start(resident, line.tricht.id)).body.id;
    const written = () => hearing(id, () => calls.write(resident, id));
    expect(await written()).toEqual(only('the resident', brokers));
    expect(await hearing(id, () => calls.assign(broker, id, broker.id))).toEqual(only('the resident', brokers));
    const toTeam = await hearing(id, () => calls.handOver(broker, id, teams.roads));
    expect(toTeam).toEqual(only('the resident', brokers, 'official of the team'));
    expect(await written()).toEqual(toTeam);
    const passedOn = await hearing(id, () => calls.handOver(engineer, id, teams.green));
    expect(passedOn).toEqual(only('the resident', brokers, 'official of the team', 'official of the next team'));
    expect(await written()).toEqual(only('the resident', brokers, 'official of the next team'));
    const takenBack = await hearing(id, () => calls.handOver(broker, id, null));
    expect(takenBack).toEqual(only('the resident', brokers, 'official of the next team'));
    const held = only('the resident', brokers);
    expect(await hearing(id, () => calls.close(broker, id))).toEqual(held);
    expect(await hearing(id, () => calls.reopen(broker, id))).toEqual(held);
    expect(await hearing(id, () => calls.leave(resident, id))).toEqual(held);
    expect(await hearing(id, () => calls.write(broker, id))).toEqual(only(brokers));
  });

  it('nothing of its words, title or people goes over the wire', async () => {
    const words = { title: 'Mijn schuld', body: 'Ik kan de huur niet betalen.' };
    const id = (await calls.start(resident, line.tricht.id, words)).body.id;
    await hearing(id, () => calls.write(line.people['broker of the village'], id, 'Wij bellen u.'));
    const changes = wire.filter((one) => one.includes(id));
    expect(changes.length).toBeGreaterThanOrEqual(2 * (brokers.length + 1));
    for (const one of changes)
      expect(one).toMatch(
        /^\["change",\{"room":"person:[0-9a-f-]{36}","change":\{"kind":"thread","threadId":"[0-9a-f-]{36}"\}\}\]$/,
      );
  });

  it('who reads it hears only for themselves how far they read', async () => {
    const id = (await calls.start(resident, line.tricht.id)).body.id;
    const { 'broker of the village': broker } = line.people;
    expect(await hearing(id, () => calls.mark(broker, id, 1))).toEqual(['broker of the village']);
  });

  it.each([
    ['a broker', 'broker of the village', () => endRole('broker of the village')],
    [
      'who covered a broker',
      'broker with cover',
      () => app.dataSource.query('update role_cover set ends_at = $1', [app.now()]),
    ],
    [
      'a broker who came to live in the village',
      'broker of the village',
      () =>
        app.dataSource.query('update person set home_village_id = $1 where id = $2', [
          line.tricht.id,
          line.people['broker of the village'].id,
        ]),
    ],
    ['an official', 'official of the team', () => endRole('official of the team')],
  ] as const)(
    '%s hears nothing more from the moment the part is over, on a page that was open',
    async (_who, part, end) => {
      const id = (await calls.start(resident, line.tricht.id)).body.id;
      await calls.handOver(line.people['broker of the municipality'], id, line.teams.roads);
      const before = await hearing(id, () => calls.write(resident, id));
      expect(before).toContain(part);
      await end();
      expect(await hearing(id, () => calls.write(resident, id))).toEqual(before.filter((who) => who !== part));
    },
  );
});

describe('attack 06: of a thread between villages', () => {
  const group = ({ id }: { readonly id: string }) => ({ kind: 'group', villageId: id }) as const;

  it('the groups hear, and whoever was invited; not the residents, brokers and teams who were not', async () => {
    const { tricht, deil, people, teams } = line;
    const plain = await calls.open(resident, group(tricht), group(deil));
    const groups = only('member', 'secretary', 'chair', 'secretary elsewhere');
    expect(await hearing(plain, () => calls.write(people.secretary, plain))).toEqual(groups);
    const invited = await calls.open(
      ...[resident, group(tricht), group(deil), { kind: 'person', personId: resident.id } as const],
      ...[{ kind: 'brokers', villageId: tricht.id } as const, { kind: 'team', teamId: teams.roads } as const],
    );
    expect(await hearing(invited, () => calls.write(people.secretary, invited))).toEqual(
      only(...(groups as readonly Ear[]), 'the resident', brokers, [
        'official of the team',
        'official of the team who lives in the village',
      ]),
    );
  });

  it.each(['member', 'secretary', 'chair'] as const)('a %s who left the group hears nothing more', async (part) => {
    const id = await calls.open(resident, group(line.tricht), group(line.deil));
    const { 'secretary elsewhere': writer } = line.people;
    const before = await hearing(id, () => calls.write(writer, id));
    expect(before).toContain(part);
    await endRole(part);
    expect(await hearing(id, () => calls.write(writer, id))).toEqual(before.filter((who) => who !== part));
  });
});

describe('attack 06: a room', () => {
  it('of a thread, or of somebody else, takes nobody: not who takes part, nor the administrator', async () => {
    const id = (await calls.start(resident, line.tricht.id)).body.id;
    for (const [who, page] of pages) {
      const others = [
        `thread:${id}`,
        id,
        `own:${resident.id}`,
        ...(who === 'the resident' ? [] : [`person:${resident.id}`]),
      ];
      for (const room of others) expect([who, room, await page.join(room as Room)]).toEqual([who, room, false]);
    }
  });
});
