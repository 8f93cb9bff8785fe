import type { CommentView } from '@kernagenda/conversations/domain';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { listOf, subjectsTo } from './testing';
import { aTeam } from '@kernagenda/villages/api/testing';

let app: TestApp;
let town: TestTown;
let point: ProposalView;
let author: TestPerson;
let talker: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
beforeEach(async () => {
  const home = { homeVillageId: town.tricht.id };
  [author, talker] = [await aPerson(app, home), await aPerson(app, home)];
  point = await aProposal(app).in(town.tricht).by(author).with({ title: 'Een duiker' }).approvedBy(town.broker).save();
});
afterAll(() => app.close());

async function say(as: TestPerson, kind: string, body = 'Wanneer kan dit?'): Promise<string> {
  const path = `/api/v1/proposals/${point.id}/comments`;
  return (await app.request<CommentView>('POST', path, { as, body: { kind, body } })).body.id;
}
async function answer(as: TestPerson, verb: string, id: string, body?: object): Promise<void> {
  const { status } = await app.request('POST', `/api/v1/comments/${id}/${verb}`, { as, ...(body && { body }) });
  expect(status).toBe(200);
}
const kindsOf = async (as: TestPerson): Promise<readonly string[]> => {
  await app.settle();
  return (await listOf(app, as)).filter(({ proposalId }) => proposalId === point.id).map(({ kind }) => kind);
};

describe('talk on a point', () => {
  it('is told to its author: a reaction in the app, a question and an offer of help by mail too', async () => {
    await say(talker, 'reaction');
    expect([await kindsOf(author), await subjectsTo(app, author)]).toEqual([['reaction'], []]);
    await say(talker, 'help');
    await say(talker, 'question');
    expect([...(await kindsOf(author))].sort()).toEqual(['help', 'question', 'reaction']);
    expect([...(await subjectsTo(app, author))].sort()).toEqual([
      'Er is een vraag bij uw punt: Een duiker',
      'Iemand wil helpen met uw punt: Een duiker',
    ]);
  });

  it('is not told to who said it', async () => {
    await say(author, 'question');
    expect(await kindsOf(author)).toEqual([]);
  });

  it('that asks something waits in the list of who has to answer, and of the group once it is theirs', async () => {
    const id = await say(talker, 'question');
    expect([await kindsOf(town.broker), await kindsOf(town.secretary)]).toEqual([['question_to_answer'], []]);
    await answer(town.broker, 'assign', id, { owner: 'group', teamId: null, dueOn: '2026-03-20' });
    await answer(town.broker, 'assign', id, { owner: 'group', teamId: null, dueOn: '2026-03-23' });
    expect([await kindsOf(town.broker), await kindsOf(town.secretary)]).toEqual([
      ['question_to_answer'],
      ['question_to_answer'],
    ]);
    expect(await kindsOf(town.otherBroker)).toEqual([]);
  });

  it('that asks something of a team waits in the list of its officials, as long as it is theirs', async () => {
    const team = await aTeam(app, town.tricht);
    const roles = [{ role: 'official', scopeType: 'team', scopeId: team.id }] as const;
    const [official, atHome] = [
      await aPerson(app, { roles }),
      await aPerson(app, { roles, homeVillageId: town.tricht.id }),
    ];
    const id = await say(talker, 'question');
    await answer(town.broker, 'assign', id, { owner: 'team', teamId: team.id, dueOn: '2026-03-20' });
    expect([await kindsOf(official), await kindsOf(atHome)]).toEqual([['question_to_answer'], []]);
    await answer(town.broker, 'assign', id, { owner: 'group', teamId: null, dueOn: '2026-03-20' });
    expect(await kindsOf(official)).toEqual([]);
  });

  it('that was answered is told to who asked, once', async () => {
    const id = await say(talker, 'question');
    await answer(town.broker, 'answer', id, { body: 'In het voorjaar.' });
    expect(await kindsOf(talker)).toEqual(['answer']);
    expect(await subjectsTo(app, talker)).toEqual(['Er is antwoord op uw vraag: Een duiker']);
  });

  it('tells who offered help the yes and the no', async () => {
    const [first, second] = [await say(talker, 'help'), await say(talker, 'help')];
    await answer(author, 'accept-help', first);
    expect(await kindsOf(talker)).toEqual(['help_agreed']);
    await answer(author, 'decline-help', second);
    expect([...(await kindsOf(talker))].sort()).toEqual(['help_agreed', 'help_declined']);
    expect(await subjectsTo(app, talker)).toHaveLength(2);
  });

  it('attack 21: is gone from the list of others once it is hidden, and its writer hears of that', async () => {
    const id = await say(talker, 'question', 'Woont de burgemeester op nummer 4?');
    expect(await kindsOf(author)).toEqual(['question']);
    await answer(town.broker, 'hide', id, { reason: 'Een huisnummer hoort hier niet.' });
    expect([await kindsOf(author), await kindsOf(town.broker)]).toEqual([[], []]);
    expect(await kindsOf(talker)).toEqual(['comment_hidden']);
    for (const { text } of app.mail.received) expect(text).not.toContain('burgemeester');
  });

  it('attack 21: is gone once it is deleted', async () => {
    const id = await say(talker, 'reaction');
    expect(await kindsOf(author)).toEqual(['reaction']);
    await app.request('DELETE', `/api/v1/comments/${id}`, { as: talker });
    expect(await kindsOf(author)).toEqual([]);
  });

  it('attack 21: is no longer shown as theirs to who lost the role', async () => {
    const role = { role: 'secretary', scopeType: 'village', scopeId: town.tricht.id } as const;
    const secretary = await aPerson(app, { homeVillageId: town.tricht.id, roles: [role] });
    const id = await say(talker, 'question');
    await answer(town.broker, 'assign', id, { owner: 'group', teamId: null, dueOn: '2026-03-20' });
    expect(await kindsOf(secretary)).toEqual(['question_to_answer']);
    await app.dataSource.transaction((manager) => app.get(PeopleRegistry).endRole(manager, secretary.id, role));
    await app.advance({ seconds: 1 });
    expect(await kindsOf(secretary)).toEqual([]);
  });
});
