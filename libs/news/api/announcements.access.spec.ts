import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { EventsPage, NewsPage } from '@kernagenda/news/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { peopleAround, speaks } from './testing';

let app: TestApp;
let tricht: TestVillage;
let people: Readonly<Record<string, TestPerson | null>>;

beforeAll(async () => {
  app = await createTestApp();
  tricht = await aVillage(app);
  people = await peopleAround(app, tricht);
});
afterAll(() => app.close());

const [news, events] = ['/api/v1/village-news', '/api/v1/village-events'];
const item = {
  ...{ kind: 'news', title: 'De kermis komt', text: 'In de eerste week van juni.', pointId: null },
  ...{ startsOn: null, endsOn: null, place: '' },
};
const walk = () => ({
  ...{ kind: 'site_walk', title: 'Wandeling langs de Linge', text: '', place: 'De steiger', room: null },
  ...{ day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00' },
});
const outcome = { title: 'Een hek bij de steiger', body: 'Kinderen spelen er.', owner: 'group' };

const statusOf = async (as: TestPerson | null, method: string, path: string, body?: object, version = 1) =>
  (await app.request(method, path, { as, headers: { 'if-match': `"${version}"` }, ...(body && { body }) })).status;
const made = async (path: string, body: object): Promise<string> => {
  const input = { village: tricht.slug, ...body };
  const as = people['secretary'] ?? null;
  const { status, body: answer } = await app.request<{ id: string }>('POST', path, { as, body: input });
  if (status !== 201) throw new Error(`${path} answered ${status}`);
  return answer.id;
};
const refusal = (as: TestPerson | null): number => (as ? 403 : 401);

describe.each(Object.entries(speaks))('attack 04: the %s', (name, may) => {
  it(`tells, corrects and takes back news: ${may}`, async () => {
    const as = people[name] ?? null;
    const id = await made(news, item);
    const page = await app.request<NewsPage>('GET', `${news}?village=${tricht.slug}`, { as });
    expect([page.status, page.body.mayTell]).toEqual([200, may]);
    expect(page.body.items.find((one) => one.id === id)?.allowedActions).toEqual(may ? ['correct', 'take_back'] : []);
    expect([
      await statusOf(as, 'POST', news, { ...item, village: tricht.slug }),
      await statusOf(as, 'PUT', `${news}/${id}`, item),
      await statusOf(as, 'DELETE', `${news}/${id}`, undefined, may ? 2 : 1),
    ]).toEqual(may ? [201, 204, 204] : [refusal(as), refusal(as), refusal(as)]);
  });

  it(`holds, changes, writes up and cancels an event: ${may}`, async () => {
    const as = people[name] ?? null;
    const id = await made(events, walk());
    const page = await app.request<EventsPage>('GET', `${events}?village=${tricht.slug}`, { as });
    expect([page.status, await statusOf(as, 'GET', `${events}/${id}/event.ics`)]).toEqual([200, 200]);
    expect([
      await statusOf(as, 'POST', events, { ...walk(), village: tricht.slug }),
      await statusOf(as, 'PUT', `${events}/${id}`, walk()),
      // Before it begins there is nothing to write up, for nobody.
      await statusOf(as, 'POST', `${events}/${id}/outcomes`, outcome),
      await statusOf(as, 'POST', `${events}/${id}/cancel`, undefined, may ? 2 : 1),
    ]).toEqual(may ? [201, 200, 409, 200] : [refusal(as), refusal(as), refusal(as), refusal(as)]);
  });

  it('comes to an event when signed in, and reads the stories', async () => {
    const as = people[name] ?? null;
    const id = await made(events, walk());
    const allowed = as ? 200 : 401;
    expect([
      await statusOf(as, 'PUT', `${events}/${id}/sign-up`),
      await statusOf(as, 'DELETE', `${events}/${id}/sign-up`),
      await statusOf(as, 'GET', '/api/v1/stories'),
      await statusOf(as, 'GET', '/api/v1/stories/feed'),
    ]).toEqual([allowed, allowed, 200, 200]);
  });
});
