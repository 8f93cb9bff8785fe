import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { EventView, EventsPage } from '@kernagenda/news/domain';
import { aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { EventReminders } from './event-reminders.service';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const path = '/api/v1/village-events';
type Answered = ProblemBody & EventView;

const bodyOf = (changes: object = {}) => ({
  ...{ kind: 'site_walk', title: 'Wandeling langs de Linge', text: 'Neem laarzen mee.', place: 'De steiger' },
  ...{ day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00', room: null, ...changes },
});
const hold = (as: TestPerson | null, changes: object = {}) =>
  app.request<Answered>('POST', path, { as, body: { ...bodyOf(changes), village: town.tricht.slug } });
const held = async (changes: object = {}): Promise<EventView> => {
  const { status, body } = await hold(town.secretary, changes);
  if (status !== 201) throw new Error(`Holding answered ${status}: ${JSON.stringify(body)}`);
  return body;
};
const get = async (as: TestPerson | null, id: string) =>
  (await app.request<Answered>('GET', `${path}/${id}`, { as })).body;
const call = (as: TestPerson | null, method: string, { id, version }: EventView, action: string, body?: object) =>
  app.request<Answered>(method, `${path}/${id}${action}`, {
    as,
    headers: { 'if-match': `"${version}"` },
    ...(body && { body }),
  });
const signUp = (as: TestPerson | null, event: EventView) => call(as, 'PUT', event, '/sign-up');
const signOff = (as: TestPerson | null, event: EventView) => call(as, 'DELETE', event, '/sign-up');
const outcome = { title: 'Een hek bij de steiger', body: 'Kinderen spelen er.', owner: 'group' };
const subjects = (person: TestPerson) =>
  app.mail.received.filter(({ recipients }) => recipients.includes(person.email)).map(({ subject }) => subject);

describe('an event of a village', () => {
  it('has a day and times by the clock in Amsterdam, in summer and in winter', async () => {
    const summer = await held({ day: '2027-07-01' });
    expect([summer.startsAt, summer.endsAt]).toEqual(['2027-07-01T17:30:00.000Z', '2027-07-01T19:00:00.000Z']);
    expect((await held({ day: '2027-12-01' })).startsAt).toBe('2027-12-01T18:30:00.000Z');
    expect([summer.state, summer.comers, summer.by]).toEqual(['to_come', 0, 'group']);
  });

  it.each([
    ['a day that is over', { day: '2020-01-01' }],
    ['a day that is none', { day: '2027-02-30' }],
    ['an end before its beginning', { starts: '21:00', ends: '20:00' }],
    ['a time that is none', { starts: '24:30' }],
    ['room for nobody', { room: 1 }],
    ['no place', { place: '' }],
  ])('is refused for %s', async (_what, changes) => {
    expect((await hold(town.broker, changes)).status).toBe(400);
  });

  it('is for who signs up, until it is full; who signs off makes room', async () => {
    const event = await held({ room: 2 });
    expect((await signUp(town.resident, event)).body).toMatchObject({ isSignedUp: true, comers: 1 });
    expect((await signUp(town.resident, event)).body.comers).toBe(1);
    await signUp(town.neighbour, event);
    const full = await signUp(town.official, event);
    expect([full.status, full.body.code]).toEqual([409, 'wrong_state']);
    expect((await get(town.official, event.id)).allowedActions).toEqual([]);
    expect((await signOff(town.neighbour, event)).body).toMatchObject({ isSignedUp: false, comers: 1 });
    expect((await signUp(town.official, event)).status).toBe(200);
    expect((await signUp(null, event)).status).toBe(401);
    expect(await get(null, event.id)).toMatchObject({ comers: 2, isSignedUp: false, allowedActions: [] });
  });

  it('attack 10: gives the last place to one of many who ask at once', async () => {
    const event = await held({ room: 2 });
    const people = [town.resident, town.neighbour, town.official, town.otherBroker];
    const answers = await Promise.all(people.map((as) => signUp(as, event)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect((await get(null, event.id)).comers).toBe(2);
  });

  it('attack 10: takes one place for one person who presses twice at once', async () => {
    const event = await held({ room: 2 });
    const answers = await Promise.all([signUp(town.resident, event), signUp(town.resident, event)]);
    expect(answers.map(({ status, body }) => [status, body.comers])).toEqual([
      [200, 1],
      [200, 1],
    ]);
  });

  it('reminds who signed up the day before, once, and nobody else', async () => {
    const event = await held();
    for (const as of [town.resident, town.neighbour]) await signUp(as, event);
    await signOff(town.neighbour, event);
    const reminders = app.get(EventReminders);
    await reminders.remind();
    await app.settle();
    expect(subjects(town.resident)).toEqual([]);
    await app.advance({ days: 6 });
    await reminders.remind();
    await reminders.remind();
    await app.settle();
    expect(subjects(town.resident)).toEqual(['Morgen: Wandeling langs de Linge']);
    expect(subjects(town.neighbour)).toEqual([]);
  });

  it('tells who signed up that it moved or does not go on, and then reminds nobody', async () => {
    const event = await held();
    await signUp(town.resident, event);
    const worded = await call(town.broker, 'PUT', event, '', bodyOf({ text: 'Neem een jas mee.' }));
    await app.settle();
    expect(subjects(town.resident)).toEqual([]);
    const moved = await call(town.broker, 'PUT', worded.body, '', bodyOf({ starts: '20:00' }));
    const stale = await call(town.secretary, 'PUT', event, '', bodyOf());
    expect([moved.body.starts, stale.body.code]).toEqual(['20:00', 'stale_version']);
    await app.settle();
    expect(subjects(town.resident)).toEqual(['Andere tijd of plaats: Wandeling langs de Linge']);
    const off = await call(town.secretary, 'POST', moved.body, '/cancel');
    expect([off.status, off.body.state]).toEqual([200, 'cancelled']);
    await app.settle();
    expect(subjects(town.resident)).toHaveLength(2);
    await app.advance({ days: 6 });
    await app.get(EventReminders).remind();
    await app.settle();
    expect(subjects(town.resident)).toHaveLength(2);
    expect((await signUp(town.neighbour, event)).status).toBe(409);
  });

  it('becomes points with an owner before people go home, which somebody else reads first', async () => {
    const event = await held();
    const early = await call(town.secretary, 'POST', event, '/outcomes', outcome);
    expect([early.status, early.body.code]).toEqual([409, 'wrong_state']);
    app.goTo(new Date(new Date(event.startsAt).getTime() + 3_600_000));
    expect((await get(town.secretary, event.id)).state).toBe('under_way');
    const entered = await call(town.secretary, 'POST', event, '/outcomes', outcome);
    expect(entered.status).toBe(201);
    expect(await get(null, event.id)).toMatchObject({ outcomes: [], beingRead: 1 });
    const { id } = entered.body;
    await perform(app, town.broker, 'approve', await see(app, id, town.broker));
    expect(await get(null, event.id)).toMatchObject({
      outcomes: [{ pointId: id, title: outcome.title, owner: 'group', agendaState: 'wish' }],
      beingRead: 0,
    });
  });

  it('attack 22: who wrote an outcome down does not place it', async () => {
    const event = await held();
    app.goTo(new Date(event.endsAt));
    const { body } = await call(town.broker, 'POST', event, '/outcomes', outcome);
    const point = await see(app, body.id, town.broker);
    expect((await perform(app, town.broker, 'approve', point)).status).toBe(403);
  });

  it('attack 21: an outcome that was hidden is gone from the event', async () => {
    const event = await held();
    app.goTo(new Date(event.endsAt));
    const { body } = await call(town.secretary, 'POST', event, '/outcomes', outcome);
    await perform(app, town.broker, 'approve', await see(app, body.id, town.broker));
    await perform(app, town.broker, 'hide', await see(app, body.id, town.broker), reasons);
    const shown = await get(null, event.id);
    expect([shown.outcomes, shown.beingRead]).toEqual([[], 0]);
  });

  it('attack 27: is a calendar file in which no text breaks out of its line', async () => {
    const { id } = await held({ title: 'Avond', text: 'Eerst\nEND:VEVENT\r\nBEGIN:VEVENT\nDan', day: '2027-07-01' });
    const { status, headers, body } = await app.request<string>('GET', `${path}/${id}/event.ics`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = body.split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART:20270701T173000Z', 'DTEND:20270701T190000Z', 'SUMMARY:Avond']),
    );
    expect((await app.request('GET', `${path}/${town.tricht.id}/event.ics`)).status).toBe(404);
  });

  it('attack 04: is announced, changed, called off and written up by nobody else, by role and scope', async () => {
    const { tricht } = town;
    const event = await held();
    const livesThere = await aPerson(app, {
      homeVillageId: tricht.id,
      roles: [{ role: 'broker', scopeType: 'area', scopeId: tricht.areaId }],
    });
    const chair = await aPerson(app, { roles: [{ role: 'chair', scopeType: 'village', scopeId: tricht.id }] });
    const member = await aPerson(app, { roles: [{ role: 'group_member', scopeType: 'village', scopeId: tricht.id }] });
    const all = async (as: TestPerson | null) => [
      (await hold(as)).status,
      (await call(as, 'PUT', event, '', bodyOf())).status,
      (await call(as, 'POST', event, '/cancel')).status,
      (await call(as, 'POST', event, '/outcomes', outcome)).status,
    ];
    for (const as of [town.resident, town.official, town.otherBroker, livesThere, member])
      expect(await all(as)).toEqual([403, 403, 403, 403]);
    expect(await all(null)).toEqual([401, 401, 401, 401]);
    expect((await hold(chair)).status).toBe(201);
  });

  it('takes as many queries for fifty as for five', async () => {
    const list = () => app.request<EventsPage>('GET', `${path}?village=${town.tricht.slug}`);
    const count = async () => (await app.queriesDuring(list)).length;
    for (let number = 0; number < 5; number += 1) await held();
    const few = await count();
    for (let number = 0; number < 45; number += 1) await held();
    expect(await count()).toBe(few);
    expect((await list()).body.items).toHaveLength(50);
  });
});
