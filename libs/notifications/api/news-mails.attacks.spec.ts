import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { eventToTell, villageAnnounced } from '@kernagenda/news/api';
import { LetterCalls } from '@kernagenda/news/api/testing';
import type { EventView } from '@kernagenda/news/domain';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { Jobs } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { choose } from './testing';

const domain = 'antwoord.kernagenda.test';
const events = '/api/v1/village-events';
let app: TestApp;
let letters: LetterCalls;
let town: TestTown;
let reader: TestPerson;
let other: TestPerson;

beforeAll(async () => {
  app = await createTestApp({ settings: { mailIn: { host: '127.0.0.1', port: 0, domain } } });
  letters = new LetterCalls(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  town = await aTown(app);
  [reader, other] = [await aPerson(app), await aPerson(app)];
  for (const as of [reader, other]) await choose(app, as, `/villages/${town.tricht.slug}/follow`);
});

const mailsTo = ({ email }: TestPerson): readonly ReceivedMail[] =>
  app.mail.received.filter(({ recipients }) => recipients.includes(email));

/** Sends a letter of the village; its id. */
async function sendLetter(title = 'Wat er gebeurde'): Promise<string> {
  const { body } = await letters.write(town.secretary, town.tricht.slug, { title });
  expect((await letters.publish(town.secretary, body)).status).toBe(200);
  await app.settle();
  return body.id;
}

/** An event for which both signed up. */
async function anEvent(title = 'Wandeling langs de Linge'): Promise<EventView> {
  const times = { day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00', room: null };
  const said = { kind: 'site_walk', title, text: '', place: 'De steiger', village: town.tricht.slug };
  const { body } = await app.request<EventView>('POST', events, { as: town.secretary, body: { ...said, ...times } });
  for (const as of [reader, other]) await app.request('PUT', `${events}/${body.id}/sign-up`, { as });
  return body;
}

/** Tells who signed up that it is off. */
async function cancel({ id, version }: EventView): Promise<void> {
  const headers = { 'if-match': `"${version}"` };
  expect((await app.request('POST', `${events}/${id}/cancel`, { as: town.secretary, headers })).status).toBe(200);
  await app.settle();
}

describe.each([
  ['the mail of a status letter', async () => void (await sendLetter())],
  ['the mail of an event', async () => cancel(await anEvent())],
])('%s', (_what, happen) => {
  it('comes back to an address of its reader, and then is the last', async () => {
    await happen();
    const [mail] = mailsTo(reader);
    expect(mail?.sender).toMatch(new RegExp(`^retour-[0-9a-f]{56}@${domain}$`));
    await app.dataSource.query(`insert into mail_pause (person_id, status, paused_at) values ($1, '5.1.1', $2)`, [
      reader.id,
      app.now(),
    ]);
    await happen();
    expect([mailsTo(reader).length, mailsTo(other).length]).toEqual([1, 2]);
  });

  it('keeps nobody waiting when one address is not there, and is not tried there again', async () => {
    app.mail.unknown.add(reader.email);
    await happen();
    expect([mailsTo(reader).length, mailsTo(other).length]).toEqual([0, 1]);
    app.mail.unknown.delete(reader.email);
    await happen();
    expect([mailsTo(reader).length, mailsTo(other).length]).toEqual([0, 2]);
  });

  it('attack 28: says that a machine sent it, so that no machine answers', async () => {
    await happen();
    expect(mailsTo(reader)[0]?.mail.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });
});

describe('attack 27: words in a mail of a village', () => {
  const evil = 'Feest\r\nBcc: dief@elders.example\r\n\r\n<script>alert(1)</script>';
  const keysOf = (mail?: ReceivedMail) => mail?.mail.headers.map(({ key }) => key);

  it('of an event start no header and no markup', async () => {
    await cancel(await anEvent());
    const event = await anEvent();
    await app.dataSource.query('update village_event set title = $2, place = $2 where id = $1', [event.id, evil]);
    await cancel(event);
    const [plain, received] = mailsTo(reader);
    expect([keysOf(received), received?.recipients]).toEqual([keysOf(plain), [reader.email]]);
    expect(received?.subject).toBe('Gaat niet door: Feest Bcc: dief@elders.example <script>alert(1)</script>');
    expect(received?.mail.html).not.toContain('<script>');
  });

  it('of a letter, or in the name of a village, start no header and no markup', async () => {
    await sendLetter();
    await app.dataSource.query('update village set name = $2 where id = $1', [town.tricht.id, evil]);
    await sendLetter('De <b>brief</b>');
    const [plain, received] = mailsTo(reader);
    expect([keysOf(received), received?.recipients]).toEqual([keysOf(plain), [reader.email]]);
    expect(received?.subject).toBe('Statusbrief van Feest Bcc: dief@elders.example <script>alert(1)</script>');
    expect(received?.mail.html).not.toMatch(/<script>|<b>/);
  });
});

describe('attack 31: a mail of a village', () => {
  it('about a letter comes once, however often its work is done', async () => {
    const told = { announcementId: await sendLetter(), actorId: town.secretary.id };
    await Promise.all(
      [1, 2, 3].map(() =>
        app.dataSource.transaction((manager) => app.get(Jobs).publish(manager, villageAnnounced, told)),
      ),
    );
    await app.settle();
    // As when a process died after it had noted the mail, and before the queue heard that the work was done.
    const [, redone] = (await app.dataSource.query(
      `update pgboss.job set state = 'retry', start_after = now(), completed_on = null
       where name = 'notifications-mail'
         and data->>'notificationId' in (select id::text from notification where person_id = $1)`,
      [reader.id],
    )) as [unknown, number];
    expect(redone).toBe(1);
    app.get(Jobs).wake();
    await app.settle();
    expect(mailsTo(reader)).toHaveLength(1);
  });

  const queue = async (event: EventView, kind: string, about: string, to = reader): Promise<string> => {
    const [{ id }] = (await app.dataSource.query(
      'insert into village_event_mail (event_id, person_id, kind, about) values ($1, $2, $3, $4) returning id',
      [event.id, to.id, kind, about],
    )) as [{ readonly id: string }];
    return id;
  };
  const tell = async (mailId: string): Promise<void> => {
    await app.dataSource.transaction((manager) => app.get(Jobs).publish(manager, eventToTell, { mailId }));
    await app.settle();
  };

  it('about an event comes once, and not at all when it is off', async () => {
    const event = await anEvent();
    const [changed, reminder] = [await queue(event, 'changed', '9'), await queue(event, 'reminder', event.day)];
    await tell(changed);
    await tell(changed);
    expect(mailsTo(reader).map(({ subject }) => subject)).toEqual(['Andere tijd of plaats: Wandeling langs de Linge']);
    await cancel(event);
    await tell(reminder);
    expect(mailsTo(reader)).toHaveLength(2);
  });

  it('reminds nobody of a day that an event moved from, nor who signed off since', async () => {
    const event = await anEvent();
    await tell(await queue(event, 'reminder', daysAfter(app.now(), 6)));
    expect(mailsTo(reader)).toEqual([]);
    const [stays, goes] = [await queue(event, 'reminder', event.day), await queue(event, 'reminder', event.day, other)];
    await app.request('DELETE', `${events}/${event.id}/sign-up`, { as: other });
    await tell(stays);
    await tell(goes);
    expect([mailsTo(reader).length, mailsTo(other)]).toEqual([1, []]);
  });
});
