import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aTown, openFile, perform, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalSummary, ProposalView } from '@kernagenda/proposals/domain';
import { proposalLimits } from '@kernagenda/proposals/domain';
import type { MessageView } from '@kernagenda/conversations/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { ThreadCalls } from './testing';

let app: TestApp;
let town: TestTown;
let calls: ThreadCalls;
let threadId: string;
let asked: MessageView;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
  threadId = (await calls.start(town.resident, town.tricht.id)).body.id;
  asked = await firstMessage(town.resident);
});
afterAll(() => app.close());

async function firstMessage(as: TestPerson): Promise<MessageView> {
  const message = (await calls.read(as, threadId)).body.items.at(-1);
  if (!message) throw new Error('There is no message.');
  return message;
}

const make = (as: TestPerson | null, messageId = asked.id) => calls.makeDraft(as, threadId, messageId);

const draftsOf = async (as: TestPerson): Promise<readonly ProposalSummary[]> =>
  (await app.request<Page<ProposalSummary>>('GET', '/api/v1/me/proposals?limit=100', { as })).body.items;

describe('a message of a resident', () => {
  it('becomes a draft of its sender in one press of the broker, word for word, and the sender is told', async () => {
    const made = await make(town.broker);
    expect([made.status, made.body.isDrafted, made.body.proposalId, made.body.allowedActions]).toEqual([
      ...[200, true, null, []],
    ]);
    const { proposalId } = await firstMessage(town.resident);
    const draft = await see(app, proposalId ?? '', town.resident);
    expect(draft).toMatchObject({
      ...{ title: 'De bus rijdt niet meer', body: 'Komt hij terug?', moderationState: 'draft', isMine: true },
      village: { id: town.tricht.id },
    });
    for (const as of [null, town.broker, town.neighbour, town.secretary]) {
      expect((await app.request('GET', `/api/v1/proposals/${proposalId}`, { as })).status).toBe(404);
    }
    const { items } = (await calls.read(town.resident, threadId)).body;
    expect(items[0]).toMatchObject({ side: { kind: 'brokers' }, author: 'Gebiedsmakelaar' });
    expect(items[0]?.body).toContain('concept van een voorstel');
    expect((await calls.read(town.resident, threadId)).body.thread.inbox?.state).toBe('waiting');
    await app.advance({ seconds: 10 });
    await app.settle();
    expect((await app.mail.next(town.resident.email)).text).toContain(`/berichten?gesprek=${threadId}`);
  });

  it('brings its photos along, in their order and with what was said of them, for its sender alone', async () => {
    const kept = [await calls.keepPhoto(town.resident), await calls.keepPhoto(town.resident)].map(
      ({ body }) => body.id,
    );
    const [later = '', first = ''] = kept;
    const words = [
      { id: first, description: 'De halte zonder bord', isUndescribed: false },
      { id: later, description: '', isUndescribed: true },
    ];
    const { body: message } = await calls.writeWith(town.resident, threadId, words);
    expect((await make(town.broker, message.id)).status).toBe(200);
    const { items } = (await calls.read(town.resident, threadId)).body;
    const draft = await see(app, items.find(({ id }) => id === message.id)?.proposalId ?? '', town.resident);
    expect(draft.photos).toMatchObject([
      { description: 'De halte zonder bord', isUndescribed: false, width: 60, height: 40 },
      { description: '', isUndescribed: true },
    ]);
    const path = `/api/v1/photos/${draft.photos[0]?.id}`;
    const bytes = async (as: TestPerson | null, from: string) => (await openFile(app, as, from)).bytes;
    expect(await bytes(town.resident, path)).toEqual(
      await bytes(town.resident, `/api/v1/message-photos/${message.photos[0]?.id}`),
    );
    for (const as of [town.broker, town.neighbour, null]) expect((await openFile(app, as, path)).status).toBe(404);
  });

  it('is a point that this very broker may place, and everybody in the thread then opens', async () => {
    await make(town.broker);
    const [draft] = await draftsOf(town.resident);
    const sent = await perform<ProposalView>(
      app,
      town.resident,
      'submit',
      await see(app, draft?.id ?? '', town.resident),
    );
    expect((await firstMessage(town.broker)).proposalId).toBeNull();
    const placed = await perform<ProposalView>(app, town.broker, 'approve', sent.body);
    expect(placed.status).toBe(200);
    expect((await firstMessage(town.broker)).proposalId).toBe(draft?.id);
  });

  it('becomes one draft, however often and by whom it is asked at once', async () => {
    const answers = await Promise.all([town.broker, town.broker, town.resident].map((as) => make(as)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await draftsOf(town.resident)).toHaveLength(1);
    const told = (await calls.read(town.resident, threadId)).body.items.filter(({ side }) => side.kind === 'brokers');
    expect(told.length).toBeLessThanOrEqual(1);
  });

  it('becomes a draft by the sender too, without a word to the municipality', async () => {
    const { body } = await make(town.resident);
    expect((await see(app, body.proposalId ?? '', town.resident)).moderationState).toBe('draft');
    expect((await calls.read(town.broker, threadId)).body.items).toHaveLength(1);
  });

  it('may become one again when the draft was thrown away', async () => {
    const { body } = await make(town.resident);
    const path = `/api/v1/proposals/${body.proposalId}`;
    expect((await app.request('DELETE', path, { as: town.resident })).status).toBe(204);
    expect(await firstMessage(town.resident)).toMatchObject({ isDrafted: false, allowedActions: ['make_draft'] });
    expect((await make(town.broker)).body.isDrafted).toBe(true);
  });

  it('is made a draft of by the team that has it, and no more by who handed it over', async () => {
    const { municipalityId } = town.tricht;
    const teamId = await app.dataSource.transaction((manager) =>
      app.get(VillagesRegistry).saveTeam(manager, { municipalityId, name: `Vervoer ${threadId}`, startsAt: app.now() }),
    );
    const official = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: teamId }] });
    await calls.handOver(town.broker, threadId, teamId);
    expect((await firstMessage(town.broker)).allowedActions).toEqual([]);
    expect((await make(town.broker)).status).toBe(403);
    expect((await firstMessage(official)).allowedActions).toEqual(['make_draft']);
    expect((await make(official)).status).toBe(200);
  });

  it.each(['neighbour', 'secretary', 'otherBroker', 'official'] as const)(
    'does not exist for who takes no part: %s',
    async (who) => {
      expect((await make(town[who])).status).toBe(404);
      expect(await draftsOf(town.resident)).toEqual([]);
    },
  );

  it('attack 06: is found in its own thread alone', async () => {
    const other = (await calls.start(town.neighbour, town.tricht.id)).body.id;
    expect((await calls.makeDraft(town.neighbour, other, asked.id)).status).toBe(404);
    expect((await make(null)).status).toBe(401);
    expect(await draftsOf(town.neighbour)).toEqual([]);
  });

  it('attack 05: is no draft of what somebody wrote in a thread of a collaboration', async () => {
    const id = await calls.open(
      ...[town.resident, { kind: 'person', personId: town.resident.id } as const],
      ...[
        { kind: 'brokers', villageId: town.tricht.id } as const,
        { kind: 'group', villageId: town.tricht.id } as const,
      ],
    );
    await app.dataSource.query(`update thread set subject_kind = 'collaboration' where id = $1`, [id]);
    const { body } = await calls.write(town.resident, id, 'Wij doen mee.');
    expect(body.allowedActions).toEqual([]);
    for (const as of [town.broker, town.secretary, town.resident])
      expect((await calls.makeDraft(as, id, body.id)).status).toBe(403);
    expect(await draftsOf(town.resident)).toEqual([]);
  });

  it('is no draft of what the municipality wrote', async () => {
    const { body } = await calls.write(town.broker, threadId, 'Ik zoek het uit.');
    expect(body.allowedActions).toEqual([]);
    for (const as of [town.broker, town.resident]) expect((await make(as, body.id)).status).toBe(403);
  });

  it('asks for a village first of who has none any more', async () => {
    await app.dataSource.query('update person set home_village_id = null where id = $1', [town.resident.id]);
    const { status, body } = await make(town.broker);
    expect([status, body.code]).toEqual([409, 'home_village_required']);
    expect((await calls.read(town.broker, threadId)).body.items).toHaveLength(1);
  });

  it('is cut where it is longer than a proposal may be', async () => {
    const { body } = await calls.write(town.resident, threadId, 'Een lang verhaal. '.repeat(260));
    const made = await make(town.resident, body.id);
    const draft = await see(app, made.body.proposalId ?? '', town.resident);
    expect(draft.body.length).toBeLessThanOrEqual(proposalLimits.body.max);
    expect(draft.body).toMatch(/^Een lang verhaal\. .*…$/);
  });

  it('is written down with whose hand made it, and of whom it is', async () => {
    await make(town.broker);
    const [draft] = await draftsOf(town.resident);
    const rows: unknown = await app.dataSource.query(
      `select action, actor_id as "actorId" from audit_entry
       where object_id in ($1, $2) and action in ('create', 'thread.make_draft') order by id`,
      [draft?.id, threadId],
    );
    const actorId = town.broker.id;
    expect(rows).toEqual([
      { action: 'create', actorId },
      { action: 'thread.make_draft', actorId },
    ]);
  });
});
