import type { LetterView } from '@kernagenda/news/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { LivePage, TestApp } from '@kernagenda/shared/api/testing';
import type { Room } from '@kernagenda/shared/domain';
import { daysAfter } from '@kernagenda/shared/domain';
import { LetterCalls, aTogether } from './testing';
import type { TestTogether } from './testing';

let app: TestApp;
let letters: LetterCalls;
let together: TestTogether;

beforeAll(async () => {
  app = await createTestApp();
  letters = new LetterCalls(app);
  together = await aTogether(app);
});
afterAll(() => app.close());

async function aPage(room: Room): Promise<LivePage> {
  const page = await app.open();
  expect(await page.join(room)).toBe(true);
  return page;
}

/** Does something, which a page that looks at the village hears of. */
async function isHeard<Done>(act: () => Promise<{ readonly status: number; readonly body: Done }>): Promise<Done> {
  const looks = await aPage(`village:${together.here.village.id}`);
  const { status, body } = await act();
  expect(status).toBeLessThan(300);
  await looks.hears('news');
  return body;
}

const call = (method: 'POST' | 'PUT' | 'DELETE', path: string, version: number | null, body?: object) => () =>
  app.request<{ readonly id: string }>(method, `/api/v1/${path}`, {
    as: together.here.secretary,
    ...(version !== null && { headers: { 'if-match': `"${version}"` } }),
    ...(body && { body }),
  });

describe('a page that is open hears', () => {
  it('of news that is told, corrected and taken back', async () => {
    const news = { kind: 'news', title: 'De kermis komt', text: 'In juni.', pointId: null, place: '' };
    const days = { startsOn: null, endsOn: null };
    const village = together.here.village.slug;
    const { id } = await isHeard(call('POST', 'village-news', null, { village, ...news, ...days }));
    await isHeard(call('PUT', `village-news/${id}`, 1, { ...news, ...days, text: 'In juli.' }));
    await isHeard(call('DELETE', `village-news/${id}`, 2));
  });

  it('of an event that is announced, changed and cancelled, and of who comes, once', async () => {
    const walk = { kind: 'site_walk', title: 'Wandeling', text: '', place: 'De steiger', room: null };
    const event = { ...walk, day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00' };
    const village = together.here.village.slug;
    const { id } = await isHeard(call('POST', 'village-events', null, { village, ...event }));
    await isHeard(call('PUT', `village-events/${id}`, 1, { ...event, place: 'Het veer' }));
    await isHeard(call('PUT', `village-events/${id}/sign-up`, null));
    const looks = await aPage(`village:${together.here.village.id}`);
    await call('PUT', `village-events/${id}/sign-up`, null)();
    await isHeard(call('DELETE', `village-events/${id}/sign-up`, null));
    await looks.hears('news');
    expect(looks.heard).toHaveLength(1);
    await isHeard(call('POST', `village-events/${id}/cancel`, 2));
  });

  it('of a letter that is written, changed, sent and thrown away', async () => {
    const { secretary, village } = together.here;
    const draft = await isHeard<LetterView>(() => letters.write(secretary, village.slug));
    const edited = await isHeard<LetterView>(() => letters.edit(secretary, draft, { introduction: 'Dag' }));
    await isHeard(() => letters.publish(secretary, edited));
    const other = await isHeard<LetterView>(() => letters.write(secretary, village.slug));
    await isHeard(() => letters.discard(secretary, other));
  });

  it('of a letter of the collaboration it shows', async () => {
    const { here, seen } = together;
    const looks = await aPage(`collaboration:${seen.id}`);
    const { body } = await letters.writeTogether(here.secretary, seen.id);
    expect(await looks.hears('news')).toEqual({ kind: 'news' });
    const later = await aPage(`collaboration:${seen.id}`);
    await letters.publish(here.secretary, body);
    await later.hears('news');
  });
});
