import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { Role, ScopeType } from '@kernagenda/identity/domain';
import { askAnswerers } from '@kernagenda/matching/domain';
import type { AskAnswerer, MatchFlagView } from '@kernagenda/matching/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aSide, answerAsk, approved, inGroup, introduced, readAsk, requireFlag, sideOf } from './testing';
import type { Side } from './testing';

/** Answers for the village; sees what it was asked; may not know of it; is not signed in. */
type Part = 'answers' | 'reads' | 'stranger' | 'visitor';

/** Who answers where a group, an author or a broker answers; everybody else is the same in all three. */
const answering: Readonly<Record<string, AskAnswerer>> = {
  secretary: 'group',
  author: 'author',
  'broker of the village': 'broker',
};
const otherwise: Readonly<Record<string, Part>> = {
  secretary: 'stranger',
  'group member': 'reads',
  author: 'stranger',
  resident: 'stranger',
  'broker of the village': 'reads',
  'broker of another side': 'reads',
  'broker who lives there': 'stranger',
  'broker of elsewhere': 'stranger',
  'secretary of another side': 'reads',
  'secretary of elsewhere': 'stranger',
  alderman: 'reads',
  admin: 'stranger',
  visitor: 'visitor',
};
const partOf = (name: string, answerer: AskAnswerer): Part =>
  answering[name] === answerer ? 'answers' : (otherwise[name] ?? 'visitor');

const title = 'Een pluktuin voor iedereen';
let app: TestApp;
let sides: Readonly<Record<AskAnswerer, Side>>;
let people: Readonly<Record<AskAnswerer, Readonly<Record<string, TestPerson | null>>>>;
let flag: MatchFlagView;

/** The people of one side, and of elsewhere. */
async function peopleOf(
  side: Side,
  answerer: AskAnswerer,
  other: Side,
  elsewhere: Side,
): Promise<(typeof people)['group']> {
  const { id, municipalityId } = side.village;
  const given = (role: Role, scopeType: ScopeType, scopeId: string, homeVillageId?: string) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(homeVillageId && { homeVillageId }) });
  return {
    // A secretary makes a group; elsewhere this is one of a village that takes no part.
    secretary: answerer === 'group' ? await inGroup(app, side.village) : await inGroup(app, elsewhere.village),
    'group member': await inGroup(app, side.village, 'group_member'),
    author: answerer === 'broker' ? await aPerson(app) : side.resident,
    resident: await aPerson(app, { homeVillageId: id }),
    'broker of the village': side.broker,
    'broker of another side': other.broker,
    'broker who lives there': await given('broker', 'village', id, id),
    'broker of elsewhere': elsewhere.broker,
    'secretary of another side':
      answerer === 'group' ? null : await given('secretary', 'village', sides.group.village.id),
    'secretary of elsewhere': await inGroup(app, elsewhere.village),
    alderman: await given('alderman', 'municipality', municipalityId),
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    visitor: null,
  };
}

beforeAll(async () => {
  app = await createTestApp();
  sides = { group: await aSide(app, 'Tuil'), author: await aSide(app, 'Deil'), broker: await aSide(app, 'Spijk') };
  const elsewhere = await aSide(app, 'Vuren');
  const { id } = await approved(app, sides.group, title);
  await approved(app, sides.author, title);
  await app.get(ImportsService).import([
    {
      sourceKey: 'asks-spijk',
      sourceUrl: 'https://example.org/kernagenda',
      villageId: sides.broker.village.id,
      alsoVillageIds: [],
      title,
      ...{ body: '', theme: 'green', kind: 'works', agendaState: 'wish', reportedYear: null },
    },
  ]);
  await app.settle();
  people = {
    group: await peopleOf(sides.group, 'group', sides.author, elsewhere),
    author: await peopleOf(sides.author, 'author', sides.group, elsewhere),
    broker: await peopleOf(sides.broker, 'broker', sides.group, elsewhere),
  };
  flag = await introduced(app, sides.group.broker, await requireFlag(app, sides.group.broker, id));
});
afterAll(() => app.close());

/** As if nobody had answered. */
async function ask(): Promise<void> {
  await app.dataSource.query(
    `update match_ask set state = 'asked', answerer = null, answered_by = null, answered_at = null, on_behalf_of = '',
       reason = null, note = '' where flag_id = $1`,
    [flag.id],
  );
}

const statuses: Readonly<Record<Part, readonly [read: number, answer: number]>> = {
  answers: [200, 200],
  reads: [200, 403],
  stranger: [404, 404],
  visitor: [401, 401],
};

describe.each(askAnswerers)('attack 04: where the %s answers for a village', (answerer) => {
  it.each(Object.keys(otherwise).filter((name) => name !== 'secretary of another side' || answerer !== 'group'))(
    'the %s does what the table says',
    async (name) => {
      const as = people[answerer][name] ?? null;
      const part = partOf(name, answerer);
      const side = sideOf(flag, sides[answerer]);
      expect(side.answerer).toBe(answerer);
      await ask();
      const read = await readAsk(app, as, side.askId);
      expect(read.status).toBe(statuses[part][0]);
      if (read.status === 200)
        expect(read.body.side.allowedActions).toEqual(part === 'answers' ? ['accept', 'decline'] : []);
      const onBehalfOf = answerer === 'broker' ? 'De klompenclub' : '';
      const answers = [
        await answerAsk(app, as, side.askId, 'accept', { onBehalfOf }),
        await (async () => {
          await ask();
          return answerAsk(app, as, side.askId, 'decline', { onBehalfOf, reason: 'not_now' });
        })(),
      ];
      expect(answers.map(({ status }) => status)).toEqual([statuses[part][1], statuses[part][1]]);
      await ask();
      const told = await app.dataSource.query<unknown[]>(
        'select 1 from match_told($1) where ask_id = $2 and person_id = $3',
        [app.now(), side.askId, as?.id ?? null],
      );
      expect(told.length > 0).toBe(part === 'answers');
    },
  );
});
