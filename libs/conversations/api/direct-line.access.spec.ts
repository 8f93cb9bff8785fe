import { inboxFilters } from '@kernagenda/conversations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { ThreadCalls, aLine } from './testing';
import type { Line } from './testing';
import { Threads } from './threads';
import type { NewSide } from './threads';

/**
 * What each may do with a thread, by its letters: L has it in the list, I in the inbox of the municipality, R reads it
 * with its photos and remembers how far, W writes, N notes things for colleagues and reads their notes, D makes a draft of a
 * message of the resident, K lists the colleagues it can be given to, A gives it to one of them,
 * H hands it over, C closes it, O opens it again, X leaves it. What is not allowed answers 403 to who reads, 404 to others.
 */
const letters = 'LIRWNDKAHCOX';
type Claims = readonly (readonly [who: string, ...what: readonly string[]])[];

const ofResident = [
  'held by brokers',
  'given',
  'held by a team',
  'passed on',
  'taken back',
  'closed',
  'closed by a team',
  'left',
];
const residentClaims: Claims = [
  ['the resident', 'LRWDX', 'LRWDX', 'LRWDX', 'LRWDX', 'LRWDX', 'LRWDX', 'LRWDX', 'LR'],
  ['neighbour', '', '', '', '', '', '', '', ''],
  ['resident elsewhere', '', '', '', '', '', '', '', ''],
  ['member', '', '', '', '', '', '', '', ''],
  ['secretary', '', '', '', '', '', '', '', ''],
  ['chair', '', '', '', '', '', '', '', ''],
  ['secretary elsewhere', '', '', '', '', '', '', '', ''],
  ['broker of the village', 'LIRWNDKAHC', 'LIRWNDKAHC', 'LRNH', 'LRNH', 'LIRWNDKAHC', 'LRWNDO', 'LRN', 'LIRWNDKAHC'],
  [
    'broker of the municipality',
    'LIRWNDKAHC',
    'LIRWNDKAHC',
    'LRNH',
    'LRNH',
    'LIRWNDKAHC',
    'LRWNDO',
    'LRN',
    'LIRWNDKAHC',
  ],
  ['broker on leave', 'LIRWNDKAHC', 'LIRWNDKAHC', 'LRNH', 'LRNH', 'LIRWNDKAHC', 'LRWNDO', 'LRN', 'LIRWNDKAHC'],
  ['broker with cover', 'LIRWNDKAHC', 'LIRWNDKAHC', 'LRNH', 'LRNH', 'LIRWNDKAHC', 'LRWNDO', 'LRN', 'LIRWNDKAHC'],
  ['broker elsewhere', '', '', '', '', '', '', '', ''],
  ['broker who lives in the village', '', '', '', '', '', '', '', ''],
  ['broker of another municipality', '', '', '', '', '', '', '', ''],
  ['official of the team', '', '', 'LIRWNDKAHC', 'LR', 'LR', '', 'LRWNDO', ''],
  ['official of the team who lives in the village', '', '', '', '', '', '', '', ''],
  ['official of the next team', '', '', '', 'LIRWNDKAHC', '', '', '', ''],
  ['official of another team', '', '', '', '', '', '', '', ''],
  ['alderman', '', '', '', '', '', '', '', ''],
  ['admin', '', '', '', '', '', '', '', ''],
];

const ofVillages = ['between villages', 'with who is invited', 'after one village left', 'of a group and the brokers'];
const villageClaims: Claims = [
  ['the resident', '', 'LRWX', '', ''],
  ['neighbour', '', '', '', ''],
  ['resident elsewhere', '', '', '', ''],
  ['member', 'LR', 'LR', 'LR', 'LR'],
  ['secretary', 'LRW', 'LRW', 'LRW', 'LRW'],
  ['chair', 'LRW', 'LRW', 'LRW', 'LRW'],
  ['secretary elsewhere', 'LRW', 'LRW', 'LR', ''],
  ['broker of the village', '', 'LRW', '', 'LRW'],
  ['broker of the municipality', '', 'LRW', '', 'LRW'],
  ['broker on leave', '', 'LRW', '', 'LRW'],
  ['broker with cover', '', 'LRW', '', 'LRW'],
  ['broker elsewhere', '', '', '', ''],
  ['broker who lives in the village', '', '', '', ''],
  ['broker of another municipality', '', '', '', ''],
  ['official of the team', '', 'LRW', '', ''],
  ['official of the team who lives in the village', '', 'LRW', '', ''],
  ['official of the next team', '', '', '', ''],
  ['official of another team', '', '', '', ''],
  ['alderman', '', '', '', ''],
  ['admin', '', '', '', ''],
];

/** Writing to the municipality: residents in the village where they live, whatever they are for a group; staff never for their work. */
const starts: Readonly<Record<string, number>> = {
  ...{ 'the resident': 201, neighbour: 201, 'resident elsewhere': 403, member: 201, secretary: 201, chair: 201 },
  ...{ 'secretary elsewhere': 403, 'broker of the village': 403, 'broker of the municipality': 403 },
  ...{
    'broker on leave': 403,
    'broker with cover': 403,
    'broker elsewhere': 403,
    'broker of another municipality': 403,
  },
  ...{ 'broker who lives in the village': 201, 'official of the team who lives in the village': 403 },
  ...{ 'official of the team': 403, 'official of the next team': 403, 'official of another team': 403 },
  ...{ alderman: 403, admin: 403, visitor: 401 },
};

let app: TestApp;
let calls: ThreadCalls;
let line: Line;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
  line = await aLine(app);
});
afterAll(() => app.close());

interface Opened {
  readonly id: string;
  readonly resident: TestPerson;
  readonly photoId: string;
  readonly messageId: string;
}

/** Each thread has a resident of its own: one person opens few in a day. */
async function aThread(state: string, hasPhoto = false): Promise<Opened> {
  const { tricht, people } = line;
  const resident = await aPerson(app, { homeVillageId: tricht.id });
  const sides = sidesOf(state, resident);
  const id = sides ? await calls.open(resident, ...sides) : (await calls.start(resident, tricht.id)).body.id;
  let photoId = '';
  if (hasPhoto) {
    const writer = sides ? people.secretary : resident;
    photoId = (await calls.keepPhoto(writer)).body.id;
    await calls.writeWith(writer, id, [{ id: photoId, description: 'De halte', isUndescribed: false }]);
  }
  const messageId = sides ? '' : ((await calls.read(resident, id)).body.items.at(-1)?.id ?? '');
  for (const step of stepsTo(state, id, resident)) expect((await step()).status).toBeLessThan(300);
  if (state === 'after one village left') await leave(id, { kind: 'group', villageId: line.deil.id });
  return { id, resident, photoId, messageId };
}

function sidesOf(state: string, { id: personId }: TestPerson): readonly NewSide[] | null {
  const group = { kind: 'group', villageId: line.tricht.id } as const;
  const other = { kind: 'group', villageId: line.deil.id } as const;
  const brokers = { kind: 'brokers', villageId: line.tricht.id } as const;
  const sides: Readonly<Record<string, readonly NewSide[]>> = {
    'between villages': [group, other],
    'with who is invited': [
      group,
      other,
      brokers,
      { kind: 'team', teamId: line.teams.roads },
      { kind: 'person', personId },
    ],
    'after one village left': [group, other],
    'of a group and the brokers': [group, brokers],
  };
  return sides[state] ?? null;
}

function stepsTo(
  state: string,
  id: string,
  resident: TestPerson,
): readonly (() => Promise<{ readonly status: number }>)[] {
  const { people, teams } = line;
  const { 'broker of the village': broker, 'official of the team': engineer } = people;
  const toTeam = () => calls.handOver(broker, id, teams.roads);
  const steps: Readonly<Record<string, readonly (() => Promise<{ readonly status: number }>)[]>> = {
    given: [() => calls.assign(broker, id, people['broker on leave'].id)],
    'held by a team': [toTeam],
    'passed on': [toTeam, () => calls.handOver(engineer, id, teams.green)],
    'taken back': [toTeam, () => calls.handOver(broker, id, null)],
    closed: [() => calls.close(broker, id)],
    'closed by a team': [toTeam, () => calls.close(engineer, id)],
    left: [() => calls.leave(resident, id)],
  };
  return steps[state] ?? [];
}

const leave = (id: string, side: NewSide): Promise<void> => {
  const { id: personId, displayName } = line.people.secretary;
  const actor = { personId, displayName, homeVillageId: null, roles: [] };
  return app.dataSource.transaction((manager) => app.get(Threads).end(manager, actor, id, side));
};

const changes = 'WNDAHCOX';
async function change(
  as: TestPerson | null,
  { id, messageId }: Opened,
  letter: string,
): Promise<{ readonly status: number }> {
  if (letter === 'W') return calls.write(as, id);
  if (letter === 'D') {
    const { items = [] } = (await calls.read(as, id)).body;
    const isOffered = items.some((one) => one.id === messageId && one.allowedActions.includes('make_draft'));
    const { status } = await calls.makeDraft(as, id, messageId);
    expect(isOffered).toBe(status < 300);
    return { status };
  }
  if (letter === 'N') {
    const read = (await calls.notes(as, id)).status;
    const { status } = await calls.note(as, id, 'Voor collega’s.');
    const kept: unknown[] = await app.dataSource.query('select from thread_note where thread_id = $1', [id]);
    // Who reads notes has theirs kept; of who is refused nothing is.
    expect([read, kept.length]).toEqual(status < 300 ? [200, 1] : [status, 0]);
    return { status };
  }
  if (letter === 'A') return calls.assign(as, id, null);
  if (letter === 'H') return calls.handOver(as, id, line.teams.spare);
  if (letter === 'C') return calls.close(as, id);
  return letter === 'O' ? calls.reopen(as, id) : calls.leave(as, id);
}

async function isInInbox(as: TestPerson, id: string): Promise<boolean> {
  const lists = await Promise.all(inboxFilters.map((filter) => calls.inbox(as, filter)));
  return lists.flat().includes(id);
}

/** What everybody turns out to may do, by its letters; a refusal in other words than it should is named behind them. */
async function answers(state: string): Promise<Readonly<Record<string, string>>> {
  // The threads of the states before are older, and so on a later page of the list.
  app.goTo(new Date(app.now().getTime() + 1000));
  const opened = await aThread(state, true);
  let unchanged = await aThread(state);
  const of = async (who: ({ resident }: Opened) => TestPerson | null): Promise<string> => {
    const as = who(opened);
    const { id, photoId } = opened;
    const reading = [
      (await calls.read(as, id)).status,
      (await calls.openPhoto(as, photoId)).status,
      (await calls.mark(as, id, 1)).status,
    ].map((status) => (status < 300 ? 200 : status));
    const refusal = as === null ? 401 : reading[0] === 200 ? 403 : 404;
    const faults = new Set(reading).size > 1 ? [`reads with ${reading.join()}`] : [];
    let may = reading[0] === 200 ? 'R' : '';
    const note = (letter: string, status: number): void => {
      if (status < 300) may += letter;
      else if (status !== refusal) faults.push(`${letter} answers ${status}`);
    };
    if (as && (await calls.inList(as, id))) may += 'L';
    if (as && (await isInInbox(as, id))) may += 'I';
    note('K', (await calls.colleagues(as, id)).status);
    for (const letter of changes) {
      // Nobody asks the municipality anything there.
      if (letter === 'D' && unchanged.messageId === '') continue;
      const { status } = await change(who(unchanged), unchanged, letter);
      note(letter, status);
      if (status < 300) unchanged = await aThread(state);
    }
    return [[...letters].filter((letter) => may.includes(letter)).join(''), ...faults].join('; ');
  };
  const found: Record<string, string> = { 'the resident': await of(({ resident }) => resident) };
  for (const [who, person] of Object.entries(line.people)) found[who] = await of(() => person);
  return { ...found, visitor: await of(() => null) };
}

const claimed = (claims: Claims, at: number): Readonly<Record<string, string>> =>
  Object.fromEntries([...claims.map(([who, ...what]) => [who, what[at] ?? '?'] as const), ['visitor', '']]);

describe('attack 05: the direct line between a resident and the municipality', () => {
  it.each(ofResident.map((state, at) => [state, at] as const))(
    '%s is for each what the table says',
    async (state, at) => {
      expect(await answers(state)).toEqual(claimed(residentClaims, at));
    },
  );

  it('is opened by residents where they live', async () => {
    const { people, tricht } = line;
    const found: Record<string, number> = {};
    const all = { 'the resident': await aPerson(app, { homeVillageId: tricht.id }), ...people, visitor: null };
    for (const [who, as] of Object.entries(all)) found[who] = (await calls.start(as, tricht.id)).status;
    expect(found).toEqual(starts);
  });
});

describe('attack 05: a thread between villages', () => {
  it.each(ofVillages.map((state, at) => [state, at] as const))(
    '%s is for each what the table says',
    async (state, at) => {
      expect(await answers(state)).toEqual(claimed(villageClaims, at));
    },
  );
});
