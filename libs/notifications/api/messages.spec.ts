import { threadLimits } from '@kernagenda/conversations/domain';
import { ThreadCalls } from '@kernagenda/conversations/api/testing';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { Ledger } from './ledger.service';
import { holdMail, listOf, subjectsTo, unreadOf } from './testing';

const title = 'De bus rijdt niet meer';
const words = 'Mijn moeder van 84 komt nergens meer.';
const subject = 'U hebt een nieuw bericht';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let resident: TestPerson;
let broker: TestPerson;
let threadId: string;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
  town = await aTown(app);
});
beforeEach(async () => {
  broker = await aPerson(app);
  resident = await aPerson(app, { homeVillageId: town.tricht.id });
  threadId = await calls.open(resident, personSide(resident), personSide(broker));
});
afterAll(() => app.close());

const personSide = ({ id }: TestPerson) => ({ kind: 'person', personId: id }) as const;
const told = async (): Promise<void> => {
  await app.advance({ seconds: threadLimits.toldAfterSeconds + 1 });
  await app.settle();
};
const linesOf = async (as: TestPerson) => (await listOf(app, as)).filter((line) => line.threadId === threadId);

describe('a message', () => {
  it('is told to who takes part, live, in the app and by mail, and its words stay on the site', async () => {
    const page = await app.open({ as: broker });
    await page.join(`person:${broker.id}`);
    await calls.write(resident, threadId, words);
    await told();
    expect(await page.hears('notifications')).toEqual({ kind: 'notifications' });
    const line = { kind: 'message', reason: 'participant', proposalId: null, village: null, isRead: false };
    expect(await linesOf(broker)).toMatchObject([{ ...line, title: 'Samen een bus' }]);
    expect(await unreadOf(app, broker)).toBe(1);
    const mail = await app.mail.next(broker.email);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain('in het gesprek “Samen een bus”');
    expect(mail.text).toContain(`https://kernagenda.test/berichten?gesprek=${threadId}`);
    expect(mail.text).toContain('want u doet mee aan dit gesprek');
    expect(mail.text + String(mail.mail.html)).not.toContain('Mijn moeder');
  });

  it('is told once per message and person, never to who wrote it, nor to who takes no part', async () => {
    await calls.write(resident, threadId, words);
    const [{ id }] = (await app.dataSource.query('select id from message_told where thread_id = $1', [threadId])) as [
      { readonly id: string },
    ];
    await told();
    const again = { event: `message ${id}`, kind: 'message', messageId: id, except: [resident.id] } as const;
    await app.get(Ledger).note({ ...again, audience: 'participants', ids: [id] });
    await calls.write(resident, threadId, 'Nog iets.');
    await told();
    expect([(await linesOf(broker)).length, await subjectsTo(app, broker)]).toEqual([2, [subject, subject]]);
    for (const person of [resident, town.neighbour, town.otherBroker, town.secretary]) {
      expect([await linesOf(person), await subjectsTo(app, person)]).toEqual([[], []]);
    }
  });

  it('to the municipality is told to the brokers of the village, and to no others', async () => {
    const { body } = await calls.start(resident, town.tricht.id, { title, body: words });
    threadId = body.id;
    await told();
    expect(await linesOf(town.broker)).toMatchObject([{ kind: 'message', title }]);
    expect(await linesOf(town.otherBroker)).toEqual([]);
    expect(await subjectsTo(app, town.broker)).toEqual([subject]);
  });

  it('is not told to who is looking and read it', async () => {
    await calls.write(resident, threadId, words);
    await calls.mark(broker, threadId, 1);
    await told();
    expect([await linesOf(broker), await subjectsTo(app, broker)]).toEqual([[], []]);
  });

  it('is not new any more once it was read in its thread', async () => {
    await calls.write(resident, threadId, words);
    await told();
    expect(await unreadOf(app, broker)).toBe(1);
    await calls.mark(broker, threadId, 1);
    expect([await unreadOf(app, broker), await linesOf(broker)]).toMatchObject([0, [{ isRead: true }]]);
  });

  it('is told only in the app to who chose so, also with one click in the mail', async () => {
    await calls.write(resident, threadId, words);
    await told();
    const { text } = await app.mail.next(broker.email);
    const [, token] = /meldingen\/stop\?bewijs=(\S+)/.exec(text) ?? [];
    expect((await app.request('POST', '/api/v1/mail-stops', { body: { token } })).body).toEqual({ what: 'all' });
    await calls.write(resident, threadId, 'Nog iets.');
    await told();
    expect([(await linesOf(broker)).length, await subjectsTo(app, broker)]).toEqual([2, [subject]]);
  });
});

describe('attack 06: of a thread', () => {
  it('who left hears nothing, and keeps what was there', async () => {
    await calls.write(broker, threadId, 'Wij zoeken het uit.');
    await told();
    await calls.leave(resident, threadId);
    await calls.write(broker, threadId, 'Nog iets.');
    await told();
    expect(await linesOf(resident)).toHaveLength(1);
    expect(await subjectsTo(app, resident)).toEqual([subject]);
    const kept = 'select channel from notification where person_id = $1 order by channel';
    expect(await app.dataSource.query(kept, [resident.id])).toEqual([{ channel: 'app' }, { channel: 'mail' }]);
  });

  it.each([
    ['left', () => calls.leave(broker, threadId)],
    ['read it', () => calls.mark(broker, threadId, 1)],
  ])('no mail goes to who %s in the meantime', async (_, change) => {
    await holdMail(app, true);
    await calls.write(resident, threadId, words);
    await told();
    expect(await linesOf(broker)).toHaveLength(1);
    await change();
    await holdMail(app, false);
    expect(await subjectsTo(app, broker)).toEqual([]);
  });

  it('what was told for a role is not shown any more to who lost it', async () => {
    const role = { role: 'secretary', scopeType: 'village', scopeId: town.tricht.id } as const;
    const secretary = await aPerson(app, { roles: [role] });
    const group = { kind: 'group', villageId: town.tricht.id } as const;
    threadId = await calls.open(resident, personSide(resident), personSide(secretary), group);
    await calls.open(resident, personSide(secretary));
    await calls.write(resident, threadId, words);
    await told();
    await calls.leave(secretary, threadId);
    await calls.write(resident, threadId, 'Nog iets.');
    await told();
    expect([(await linesOf(secretary)).length, await unreadOf(app, secretary)]).toEqual([2, 2]);
    const [newest, oldest] = await linesOf(secretary);
    await app.dataSource.transaction((manager) => app.get(PeopleRegistry).endRole(manager, secretary.id, role));
    await app.advance({ seconds: 1 });
    expect([await linesOf(secretary), await unreadOf(app, secretary)]).toEqual([[oldest], 1]);
    expect(newest?.id).not.toBe(oldest?.id);
  });
});
