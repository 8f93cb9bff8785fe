import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestTeam, TestVillage } from '@kernagenda/villages/api/testing';
import { ThreadCalls, anotherMunicipality } from '../testing';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let deil: TestVillage;
let team: TestTeam;
let official: TestPerson;
let theirSecretary: TestPerson;
let threadId: string;
let point: ProposalView;

const inVillage = (role: 'secretary' | 'chair' | 'group_member' | 'broker', { id }: TestVillage, home: string | null) =>
  aPerson(app, { homeVillageId: home, roles: [{ role, scopeType: 'village', scopeId: id }] });
const ofTeam = (id: string) => aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: id }] });

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
  deil = await aVillage(app, { name: 'Deil', besides: town.tricht });
  team = await aTeam(app, town.tricht);
  official = await ofTeam(team.id);
  theirSecretary = await inVillage('secretary', deil, deil.id);
  const { body } = await calls.start(town.secretary, town.tricht.id, { title: 'Samen een bus', toVillageId: deil.id });
  threadId = body.id;
  point = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
});
afterAll(() => app.close());

const mailsTo = ({ email }: TestPerson): string =>
  app.mail.received
    .filter(({ recipients }) => recipients.includes(email))
    .map(({ text }) => text)
    .join();

describe('who is invited', () => {
  it('reads all that was said, is mailed why, answers in their own name or that of the team, and a resident may leave', async () => {
    const page = await app.open({ as: town.resident });
    await page.join(`person:${town.resident.id}`);
    const listed = (await calls.guests(town.secretary, threadId)).body;
    expect(listed.teams.map(({ id }) => id)).toContain(team.id);
    expect(listed.proposers).toEqual([{ proposalId: point.id, title: point.title, name: town.resident.displayName }]);
    await calls.invite(town.secretary, threadId, { proposalId: point.id, body: 'U stelde dit voor.' });
    await page.hears('thread');
    await calls.invite(town.secretary, threadId, { teamId: team.id });
    const { items, thread } = (await calls.read(town.resident, threadId)).body;
    expect(items.map(({ body }) => body)).toEqual(['Wilt u meedenken?', 'U stelde dit voor.', 'Komt hij terug?']);
    expect(thread.allowedActions).toEqual(['write', 'leave']);
    await app.advance({ seconds: 10 });
    await app.settle();
    for (const guest of [town.resident, official]) expect(mailsTo(guest)).toContain(`/berichten?gesprek=${threadId}`);
    expect((await calls.write(official, threadId)).body.side).toEqual({ kind: 'team', name: team.name });
    expect((await calls.write(town.resident, threadId)).body.side.kind).toBe('person');
    expect((await calls.leave(town.resident, threadId)).status).toBe(204);
    const { proposers, teams } = (await calls.guests(town.secretary, threadId)).body;
    expect([proposers, teams.filter(({ id }) => id === team.id)]).toEqual([[], []]);
    expect((await calls.invite(town.secretary, threadId, { proposalId: point.id })).status).toBe(400);
  });

  it('attack 04: is nobody of a point of elsewhere, hidden or not approved, nor a team that ended or is of elsewhere', async () => {
    const { tricht, neighbour, broker } = town;
    const elsewhere = await aVillage(app, { name: 'Buren' });
    const farAway = await aPerson(app, { homeVillageId: elsewhere.id });
    const away = await aProposal(app).in(elsewhere).by(farAway).approvedBy(broker).save();
    const draft = await aProposal(app).in(tricht).by(neighbour).save();
    const hidden = await aProposal(app).in(tricht).by(neighbour).approvedBy(broker).save();
    await perform(app, broker, 'hide', await see(app, hidden.id, broker), reasons);
    const { id: ended } = await aTeam(app, tricht);
    await app.dataSource.query('update team set ends_at = $2 where id = $1', [ended, app.now()]);
    const strangers = await aTeam(app, { ...tricht, municipalityId: await anotherMunicipality(app) });
    await app.advance({ seconds: 2 });
    const before = (await calls.read(town.secretary, threadId)).body.items.length;
    const guests = [
      ...[draft.id, hidden.id, away.id, randomUUID()].map((proposalId) => ({ proposalId })),
      ...[ended, strangers.id, randomUUID()].map((teamId) => ({ teamId })),
      {},
      { teamId: team.id, proposalId: point.id },
      { teamId: team.id, body: ' ' },
    ];
    for (const guest of guests) expect((await calls.invite(town.secretary, threadId, guest)).status).toBe(400);
    expect((await calls.read(town.secretary, threadId)).body.items).toHaveLength(before);
    expect((await calls.read(official, threadId)).status).toBe(404);
  });

  it('attack 10: is invited once, also when it is sent twice', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const send = () => calls.invite(town.secretary, threadId, { teamId: team.id }, headers);
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await send()).status).toBe(200);
    expect((await calls.read(official, threadId)).body.items).toHaveLength(2);
    expect((await calls.invite(theirSecretary, threadId, { teamId: team.id })).status).toBe(400);
  });
});

type Who = () => TestPerson | null | Promise<TestPerson>;
const inviting: readonly (readonly [string, number, Who])[] = [
  ['the secretary who began it', 200, () => town.secretary],
  ['the secretary of the other village', 200, () => theirSecretary],
  ['the chair', 200, () => inVillage('chair', town.tricht, town.tricht.id)],
  ['the broker', 200, () => town.broker],
  ['the broker of the other village', 200, () => inVillage('broker', deil, null)],
  ['a member of the group, who reads', 403, () => inVillage('group_member', deil, deil.id)],
  ['the broker who lives there', 404, () => inVillage('broker', town.tricht, town.tricht.id)],
  ['the secretary of elsewhere', 404, async () => inVillage('secretary', await aVillage(app), null)],
  ['an official', 404, () => official],
  ['a resident', 404, () => town.resident],
  [
    'the alderman',
    404,
    () => aPerson(app, { roles: [{ role: 'alderman', scopeType: 'municipality', scopeId: deil.municipalityId }] }),
  ],
  [
    'the administrator',
    404,
    () => aPerson(app, { roles: [{ role: 'admin', scopeType: 'installation', scopeId: installationId }] }),
  ],
  ['a visitor', 401, () => null],
];

describe('attack 06: into a thread between villages', () => {
  it.each(inviting)('%s brings somebody: %d', async (_, status, find) => {
    const as = await find();
    expect((await calls.guests(as, threadId)).status).toBe(status);
    const { body, ...answer } = await calls.invite(as, threadId, { teamId: team.id });
    expect(answer.status).toBe(status);
    if (status === 200) expect(body.participants).toContainEqual({ kind: 'team', name: team.name, hasLeft: false });
    expect((await calls.read(official, threadId)).status).toBe(status === 200 ? 200 : 404);
  });

  it('nobody is brought by a guest, nor into a thread of a resident', async () => {
    await calls.invite(town.secretary, threadId, { teamId: team.id });
    await calls.invite(town.secretary, threadId, { proposalId: point.id });
    for (const as of [official, town.resident]) {
      const { thread } = (await calls.read(as, threadId)).body;
      expect(thread.allowedActions).not.toContain('invite');
      expect((await calls.guests(as, threadId)).status).toBe(403);
    }
    const { id } = (await calls.start(town.neighbour, town.tricht.id)).body;
    expect((await calls.read(town.broker, id)).body.thread.allowedActions).not.toContain('invite');
    expect((await calls.invite(town.broker, id, { teamId: team.id })).status).toBe(403);
  });
});
