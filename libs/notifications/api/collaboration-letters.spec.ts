import type { TestPerson } from '@kernagenda/identity/api/testing';
import { CollaborationCalls } from '@kernagenda/collaborations/api/testing';
import { LetterCalls, aTogether } from '@kernagenda/news/api/testing';
import type { TestTogether } from '@kernagenda/news/api/testing';
import type { NotificationView } from '@kernagenda/notifications/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { DigestRuns } from './digest-runs.service';
import { aFollower, choose, holdMail, listOf, stopDigestSchedule } from './testing';

let app: TestApp;
let letters: LetterCalls;
let together: TestTogether;

beforeAll(async () => {
  app = await createTestApp();
  letters = new LetterCalls(app);
  await stopDigestSchedule(app);
});
beforeEach(async () => {
  app.goTo(new Date('2026-03-04T09:00:00Z'));
  together = await aTogether(app);
  await app.settle();
});
afterAll(() => app.close());

async function sendLetter(): Promise<string> {
  const { here, seen } = together;
  const { body } = await letters.writeTogether(here.secretary, seen.id);
  const { status } = await letters.publish(here.secretary, body);
  if (status !== 200) throw new Error(`Publishing answered ${status}`);
  return body.id;
}

const leave = async (): Promise<void> => {
  const { there, seen } = together;
  const party = seen.parties.find(({ village }) => village?.id === there.village.id);
  const calls = new CollaborationCalls(app);
  const reason = { reason: 'Wij doen het zelf.' };
  const { status } = await calls.send(there.secretary, 'POST', seen, `parties/${party?.id}/leave`, reason);
  if (status !== 200) throw new Error(`Leaving answered ${status}`);
};

const lettersOf = (lines: readonly NotificationView[]) => lines.filter(({ kind }) => kind === 'letter_sent');
const letterMailsTo = ({ email }: TestPerson): readonly ReceivedMail[] =>
  app.mail.received.filter(
    ({ recipients, subject }) => recipients.includes(email) && subject === 'Statusbrief van een samenwerking',
  );

describe('a letter of a collaboration', () => {
  it('is told once to who takes part and to who follows one of its villages or both, with a link to it', async () => {
    const { here, there, seen } = together;
    const one = await aFollower(app, 'at_once', there.village);
    const both = await aFollower(app, 'at_once', here.village, there.village);
    await choose(app, there.secretary, `/villages/${there.village.slug}/follow`);
    const none = await aFollower(app, 'at_once');
    const id = await sendLetter();
    await app.settle();
    const [line, ...others] = lettersOf(await listOf(app, one));
    expect([line, others]).toMatchObject([
      { reason: 'village', announcementId: id, collaborationId: seen.id, village: { slug: there.village.slug } },
      [],
    ]);
    expect(lettersOf(await listOf(app, both))).toHaveLength(1);
    expect(lettersOf(await listOf(app, there.secretary))).toMatchObject([{ reason: 'party', village: null }]);
    expect(lettersOf(await listOf(app, here.secretary))).toEqual([]);
    expect(lettersOf(await listOf(app, none))).toEqual([]);
    for (const person of [one, both, there.secretary, there.broker]) {
      const mails = letterMailsTo(person);
      expect(mails.map(({ text }) => text)).toEqual([
        expect.stringContaining(`/samenwerkingen/${seen.id}/statusbrieven/${id}`),
      ]);
      expect(mails[0]?.text).toContain(`“${seen.title}”`);
    }
    expect(letterMailsTo(one)[0]?.text).toContain('Volg Deil niet meer');
    expect(letterMailsTo(there.secretary)[0]?.text).toContain('want u werkt mee aan deze samenwerking');
    expect(letterMailsTo(there.secretary)[0]?.text).not.toContain('Volg Deil niet meer');
  });

  it('stands in the digest of who follows a village of it, under the name of the collaboration', async () => {
    const { there, seen } = together;
    const daily = await aFollower(app, 'daily', there.village);
    const id = await sendLetter();
    await app.settle();
    app.goTo(new Date('2026-03-05T06:00:00Z'));
    await app.get(DigestRuns).run();
    const [digest, ...others] = app.mail.received.filter(({ recipients }) => recipients.includes(daily.email));
    expect(others).toEqual([]);
    expect(digest?.text).toContain(`/samenwerkingen/${seen.id}/statusbrieven/${id}`);
    expect(digest?.text).toContain(seen.title);
  });

  it('is mailed to nobody who stopped following in the meantime, though others still do', async () => {
    const { there } = together;
    const [follows, stops] = [
      await aFollower(app, 'at_once', there.village),
      await aFollower(app, 'at_once', there.village),
    ];
    await holdMail(app, true);
    await sendLetter();
    await app.settle();
    await app.request('DELETE', `/api/v1/villages/${there.village.slug}/follow`, { as: stops });
    await holdMail(app, false);
    await app.settle();
    expect([letterMailsTo(follows).length, letterMailsTo(stops).length]).toEqual([1, 0]);
  });

  it('is mailed to nobody of a village that left in the meantime', async () => {
    const { there } = together;
    const follows = await aFollower(app, 'at_once', there.village);
    await holdMail(app, true);
    await sendLetter();
    await app.settle();
    await leave();
    await holdMail(app, false);
    await app.settle();
    for (const person of [follows, there.secretary, there.broker]) expect(letterMailsTo(person)).toEqual([]);
  });
});
