import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { EventView } from '@kernagenda/news/domain';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { LetterCalls } from './testing';

const events = '/api/v1/village-events';
let app: TestApp;
let town: TestTown;
let letters: LetterCalls;

beforeAll(async () => {
  app = await createTestApp();
  letters = new LetterCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const everyone = (): readonly (TestPerson | null)[] => [
  ...[null, town.resident, town.neighbour, town.secretary, town.broker, town.otherBroker, town.official],
];
const anEvent = async (): Promise<EventView> => {
  const times = { day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00', room: 2 };
  const said = { kind: 'site_walk', title: 'Wandeling', text: 'Neem laarzen mee.', place: 'De steiger' };
  const body = { ...said, ...times, village: town.tricht.slug };
  return (await app.request<EventView>('POST', events, { as: town.secretary, body })).body;
};
const wordsOf = async (as: TestPerson | null, path: string): Promise<string> => {
  const { body } = await app.request<unknown>('GET', path, { as });
  return typeof body === 'string' ? body : JSON.stringify(body);
};

describe('attack 06: what a village tells', () => {
  it('of an event is how many come, to nobody who', async () => {
    const event = await anEvent();
    const comer = await aPerson(app, { displayName: 'Komt Graag' });
    const { body } = await app.request<EventView>('PUT', `${events}/${event.id}/sign-up`, { as: comer });
    expect(body.comers).toBe(1);
    for (const as of [...everyone(), comer])
      for (const path of [
        `${events}?village=${town.tricht.slug}`,
        `${events}/${event.id}`,
        `${events}/${event.id}/event.ics`,
      ]) {
        const said = await wordsOf(as, path);
        for (const secret of [comer.id, comer.displayName, comer.email]) expect(said).not.toContain(secret);
      }
  });

  it('of an event has no outcome that nobody placed yet, for whoever reads', async () => {
    const event = await anEvent();
    app.goTo(new Date(event.endsAt));
    const outcome = { title: 'Een geheim plan', body: 'Niemand las het nog.', owner: 'group' };
    const made = await app.request('POST', `${events}/${event.id}/outcomes`, { as: town.secretary, body: outcome });
    expect(made.status).toBe(201);
    for (const as of everyone())
      for (const path of [
        `${events}?village=${town.tricht.slug}`,
        `${events}/${event.id}`,
        `${events}/${event.id}/event.ics`,
      ])
        expect(await wordsOf(as, path)).not.toMatch(/geheim|Niemand/);
  });

  it('in a letter is not on paper before it was sent, also for its writer', async () => {
    const { body } = await letters.write(town.secretary, town.tricht.slug, { title: 'Nog niet af' });
    for (const as of everyone())
      expect((await app.request('GET', `/api/v1/status-letters/${body.id}/letter.pdf`, { as })).status).toBe(404);
    for (const as of [null, town.resident, town.otherBroker, town.official])
      expect(await wordsOf(as, `/api/v1/status-letters?village=${town.tricht.slug}`)).not.toContain('Nog niet af');
  });
});

describe('attack 27: a file of a village', () => {
  const allowed =
    /^(BEGIN|END|VERSION|PRODID|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|LOCATION|DESCRIPTION|URL[^:]*|STATUS)$/;

  it.each([
    ['\r\n', 'a line'],
    ['\n', 'a line feed'],
    ['\r', 'a return'],
    ['\u0085', 'a next line'],
    ['\u2028', 'a line separator'],
    ['\u2029\v\f\u001c\u001d\u001e', 'other breaks'],
    ['\\n', 'a written line'],
    [';', 'a parameter'],
  ])('for calendars has the properties of every other one: %j, %s', async (between) => {
    const { id } = await anEvent();
    const evil = ['Feest', 'END:VEVENT', 'BEGIN:VALARM', 'ATTENDEE:mailto:dief@elders.example', 'X-KWAAD:1', ''].join(
      between,
    );
    await app.dataSource.query('update village_event set title = $2, place = $2, text = $2 where id = $1', [id, evil]);
    await app.dataSource.query('update village set name = $2 where id = $1', [town.tricht.id, evil]);
    const { body, headers } = await app.request<string>('GET', `${events}/${id}/event.ics`);
    expect(headers.get('content-disposition')).toBe('attachment; filename="kernagenda.ics"');
    // What calendars take for the end of a line, and some more that only careless ones do.
    const lines = body.replace(/\r\n[ \t]/g, '').split(/\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/);
    const names = lines.filter(Boolean).map((line) => line.split(':', 1)[0]);
    expect(names.filter((name) => !allowed.test(name ?? ''))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
    expect(lines.filter((line) => line.startsWith('END:'))).toEqual(['END:VEVENT', 'END:VCALENDAR']);
  });

  it('for feed readers can be read, whatever stands in a title or a story', async () => {
    const { tricht, resident, broker } = town;
    const { id } = await aProposal(app)
      .in(tricht)
      .by(resident)
      .approvedBy(broker)
      .then(broker, 'explore')
      .then(broker, 'put-on-agenda')
      .then(broker, 'plan', { teamId: null, executor: null, dueOn: '2026-06-01' })
      .then(broker, 'start')
      .then(broker, 'finish', { evidence: { text: 'Het staat er.' } })
      .save();
    await app.advance({ seconds: 60 });
    expect((await new PromiseCalls(app).tellStory(broker, id, 0, {})).status).toBe(200);
    const evil = 'Een ]]></summary></entry><kwaad> & \u0001\u0008\u000b\u001f\ufffe\uffff einde';
    await app.dataSource.query('update proposal set title = $2 where id = $1', [id, evil]);
    await app.dataSource.query('update story set after = $2 where proposal_id = $1', [id, evil]);
    const { body } = await app.request<string>('GET', '/api/v1/stories/feed');
    expect(body).toContain(`/voorstellen/${id}`);
    // The letters that XML 1.0 has; a reader takes nothing of a feed with any other.
    expect(body.match(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu)).toBeNull();
    expect(body.match(/<\/entry>/g)?.length).toBe(body.match(/<entry>/g)?.length);
    expect(body).not.toContain('<kwaad');
  });
});
