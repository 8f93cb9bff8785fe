import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { villageAnnounced } from '@kernagenda/news/api';
import { LetterCalls } from '@kernagenda/news/api/testing';
import type { AnnouncementKind } from '@kernagenda/notifications/domain';
import { announcementKinds } from '@kernagenda/notifications/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { Jobs } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { DigestRuns } from './digest-runs.service';
import { aFollower, choose, listOf, stopDigestSchedule } from './testing';

let app: TestApp;
let town: TestTown;
let letters: LetterCalls;

beforeAll(async () => {
  app = await createTestApp();
  letters = new LetterCalls(app);
  await stopDigestSchedule(app);
});
beforeEach(async () => {
  app.goTo(new Date('2026-03-04T09:00:00Z'));
  town = await aTown(app);
});
afterAll(() => app.close());

const post = async (path: string, body: object): Promise<string> => {
  const answer = await app.request<{ readonly id: string }>('POST', `/api/v1/${path}`, {
    as: town.secretary,
    body: { village: town.tricht.slug, ...body },
  });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
};
const news = { kind: 'news', title: 'De kermis komt', text: 'In de eerste week van juni.', pointId: null, place: '' };
const works = { kind: 'road_works', title: 'De straat open', place: 'Kerkstraat' };
const walk = { kind: 'site_walk', title: 'Wandeling langs de Linge', text: '', place: 'De steiger', room: null };

async function sendLetter(): Promise<string> {
  const { body } = await letters.write(town.secretary, town.tricht.slug);
  const { status } = await letters.publish(town.secretary, body);
  if (status !== 200) throw new Error(`Publishing answered ${status}`);
  return body.id;
}
const announce: Readonly<Record<AnnouncementKind, () => Promise<string>>> = {
  letter_sent: sendLetter,
  news_told: () => post('village-news', { ...news, startsOn: null, endsOn: null }),
  road_works_told: () => post('village-news', { ...news, ...works, startsOn: '2026-05-01', endsOn: '2026-05-09' }),
  event_announced: () =>
    post('village-events', { ...walk, day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00' }),
};
const pathOf: Readonly<Record<AnnouncementKind, (id: string) => string>> = {
  letter_sent: (id) => `statusbrieven/${id}`,
  news_told: () => 'nieuws',
  road_works_told: () => 'nieuws',
  event_announced: (id) => `bijeenkomsten/${id}`,
};

const mailsTo = ({ email }: TestPerson): readonly ReceivedMail[] =>
  app.mail.received.filter(({ recipients }) => recipients.includes(email));
async function digestTo(person: TestPerson, day = '2026-03-05'): Promise<string | undefined> {
  await app.settle();
  app.goTo(new Date(`${day}T06:00:00Z`));
  await app.get(DigestRuns).run();
  return mailsTo(person)[0]?.text;
}

describe('what is announced in a village', () => {
  it.each(announcementKinds)('%s stands in the list of who follows it and in their digest, each once', async (kind) => {
    const [daily, none, elsewhere] = [
      await aFollower(app, 'daily', town.tricht),
      await aFollower(app, 'in_app', town.tricht),
      await aPerson(app, {}),
    ];
    const id = await announce[kind]();
    await app.get(Jobs).publish(app.dataSource.manager, villageAnnounced, {
      announcementId: id,
      actorId: town.secretary.id,
    });
    await app.settle();
    for (const person of [daily, none]) {
      const lines = await listOf(app, person);
      expect(lines).toMatchObject([
        { kind, reason: 'village', announcementId: id, proposalId: null, village: { slug: town.tricht.slug } },
      ]);
    }
    expect(await listOf(app, elsewhere)).toEqual([]);
    const text = await digestTo(daily);
    expect(text).toContain(`/kernen/${town.tricht.slug}/${pathOf[kind](id)}`);
    expect([mailsTo(daily).length, mailsTo(none).length]).toEqual([1, 0]);
  });

  it('is mailed at once only when it is a letter, to who chose mail at once, and not in a digest as well', async () => {
    const [atOnce, daily] = [await aFollower(app, 'at_once', town.tricht), await aFollower(app, 'daily', town.tricht)];
    for (const kind of announcementKinds) await announce[kind]();
    await app.settle();
    expect(mailsTo(atOnce).map(({ subject }) => subject)).toEqual(['Statusbrief van Tricht']);
    expect(mailsTo(daily)).toEqual([]);
    await digestTo(daily);
    expect(mailsTo(daily).map(({ subject }) => subject)).toEqual(['Nieuws over wat u volgt']);
    expect(mailsTo(atOnce)).toHaveLength(1);
    expect(await listOf(app, atOnce)).toHaveLength(4);
  });

  it('is not told to who announced it', async () => {
    await choose(app, town.secretary, `/villages/${town.tricht.slug}/follow`);
    await announce.news_told();
    await app.settle();
    expect(await listOf(app, town.secretary)).toEqual([]);
  });

  it('attack 21: is in no list and no digest once it was taken back or cancelled', async () => {
    const daily = await aFollower(app, 'daily', town.tricht);
    const [item, event] = [await announce.news_told(), await announce.event_announced()];
    await app.settle();
    expect(await listOf(app, daily)).toHaveLength(2);
    const ask = { as: town.secretary, headers: { 'if-match': '"1"' } };
    expect((await app.request('DELETE', `/api/v1/village-news/${item}`, ask)).status).toBe(204);
    expect((await app.request('POST', `/api/v1/village-events/${event}/cancel`, ask)).status).toBe(200);
    expect(await listOf(app, daily)).toEqual([]);
    expect(await digestTo(daily)).toBeUndefined();
  });

  it('is in no digest once the event began, nor for who stopped following the village', async () => {
    const [monthly, stopped] = [
      await aFollower(app, 'monthly', town.tricht),
      await aFollower(app, 'monthly', town.tricht),
    ];
    await announce.event_announced();
    await app.settle();
    expect(await digestTo(monthly, '2026-04-01')).toBeUndefined();
    await announce.news_told();
    await app.settle();
    await app.request('DELETE', `/api/v1/villages/${town.tricht.slug}/follow`, { as: stopped });
    expect(await digestTo(stopped, '2026-05-01')).toBeUndefined();
    expect(mailsTo(monthly)).toHaveLength(1);
  });
});

describe('the story of what got done', () => {
  it('attack 21: is one line for who follows the village, and none once its point is hidden', async () => {
    const { tricht, resident, broker } = town;
    const daily = await aFollower(app, 'daily', town.tricht);
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
    expect((await new PromiseCalls(app).tellStory(broker, id, 0)).status).toBe(200);
    await app.settle();
    const stories = async () => (await listOf(app, daily)).filter(({ kind }) => kind === 'story_told');
    expect(await stories()).toMatchObject([{ proposalId: id, reason: 'village' }]);
    await perform(app, broker, 'hide', await see(app, id, broker), reasons);
    expect(await stories()).toEqual([]);
    expect(await digestTo(daily)).toBeUndefined();
  });
});
