import { PeopleRegistry } from '@kernagenda/identity/api';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import {
  aSide,
  answerAsk,
  approved,
  decide,
  inGroup,
  introduced,
  requireFlag,
  sideOf,
  wrong,
} from '@kernagenda/matching/api/testing';
import type { Side } from '@kernagenda/matching/api/testing';
import type { AskView, MatchFlagView } from '@kernagenda/matching/domain';
import type { NotificationView } from '@kernagenda/notifications/domain';
import { perform, reasons, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { holdMail, listOf, subjectsTo, unreadOf } from './testing';

const titles = [
  ...['Een hertenkamp', 'Een fietspomp', 'Een schaaktafel', 'Een zonnewijzer', 'Een waterput'],
  ...['Een zwembad', 'Een ijsbaan', 'Een molenwiek', 'Een bibliotheek', 'Een dorpswinkel', 'Een kroeg', 'Een veerpont'],
  ...['Een rotonde', 'Een skelterbaan', 'Een volkstuin', 'Een kapel', 'Een muziektent', 'Een stormbaan'],
];
const agreed = 'De dorpen gaan hier samen mee verder';
const apart = 'De dorpen gaan hier niet samen mee verder';

let app: TestApp;
let title: string;
let tuil: Side;
let deil: Side;
let secretary: TestPerson;
let flag: MatchFlagView;

beforeAll(async () => {
  app = await createTestApp();
});
/** Tuil has a group, Deil an author alone; the broker of Deil introduces them. */
beforeEach(async () => {
  title = titles.pop() ?? '';
  tuil = await aSide(app, 'Tuil');
  deil = await aSide(app, 'Deil');
  secretary = await inGroup(app, tuil.village);
  const { id } = await approved(app, deil, title);
  await approved(app, tuil, `${title} in de kern`);
  flag = await introduced(app, deil.broker, await requireFlag(app, deil.broker, id));
});
afterAll(() => app.close());

const later = async (seconds = 11): Promise<void> => {
  await app.advance({ seconds });
  await app.settle();
};
const now = (): Promise<MatchFlagView> =>
  app.request<MatchFlagView>('GET', `/api/v1/match-flags/${flag.id}`, { as: deil.broker }).then(({ body }) => body);
const linesOf = async (as: TestPerson): Promise<readonly NotificationView[]> =>
  (await listOf(app, as)).filter(({ flagId }) => flagId === flag.id);
const kindsOf = async (as: TestPerson): Promise<string[]> => (await linesOf(as)).map(({ kind }) => kind).sort();
const flagMails = async (as: TestPerson): Promise<string[]> =>
  (await subjectsTo(app, as)).filter((subject) => subject.includes(flag.label));

describe('an introduction', () => {
  it('reaches who answers for each village after ten seconds: live, in the app and by mail, with what is asked', async () => {
    const page = await app.open({ as: secretary });
    await page.join(`person:${secretary.id}`);
    await app.settle();
    expect([await linesOf(secretary), await flagMails(secretary)]).toEqual([[], []]);
    await later();
    await page.hears('notifications');
    expect(await linesOf(secretary)).toMatchObject([
      {
        ...{ kind: 'introduction', reason: 'side', title: flag.label, proposalId: null, threadId: null },
        ...{ askId: sideOf(flag, tuil).askId, village: { name: 'Tuil' }, isRead: false },
      },
    ]);
    const mail = await app.mail.next(secretary.email);
    expect(mail.subject).toBe(`${flag.label}: samen met Deil?`);
    for (const words of ['Sanne stelt Tuil voor aan Deil', 'Beide gaan over', 'Wil uw groep dit', `Deil\n“${title}”`])
      expect(mail.text).toContain(words);
    expect(mail.text).not.toContain('in de kern');
    expect(await flagMails(deil.resident)).toContain(`${flag.label}: samen met Tuil?`);
    const toAuthor = app.mail.received.find(({ subject }) => subject === `${flag.label}: samen met Tuil?`);
    expect(toAuthor?.text).toContain('Deil heeft geen kernagendagroep. U schreef er een punt over');
    for (const other of [tuil.resident, tuil.broker, deil.broker]) expect(await linesOf(other)).toEqual([]);
  });

  it('that was taken back in time reaches nobody', async () => {
    await decide(app, deil.broker, flag, 'undo-introduction');
    await later();
    expect([await linesOf(secretary), await flagMails(secretary), await flagMails(deil.resident)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('that was taken back and made again is told as late as any other', async () => {
    await app.advance({ seconds: 5 });
    await decide(app, deil.broker, flag, 'undo-introduction');
    flag = await introduced(app, deil.broker, await now());
    await later(6);
    expect([await linesOf(secretary), await flagMails(deil.resident)]).toEqual([[], []]);
    await later(5);
    expect([await kindsOf(secretary), await kindsOf(deil.resident)]).toEqual([['introduction'], ['introduction']]);
  });

  it('reaches the third village after the two others answered before it was told', async () => {
    const est = await aSide(app, 'Est');
    const their = await inGroup(app, est.village);
    await decide(app, deil.broker, flag, 'undo-introduction');
    await approved(app, est, `${title} bij de school`);
    flag = await introduced(app, deil.broker, await now());
    await answerAsk(app, secretary, sideOf(flag, tuil).askId);
    await answerAsk(app, their, sideOf(flag, est).askId);
    await later();
    expect(await flagMails(deil.resident)).toEqual([expect.stringContaining('samen met')]);
    expect([await kindsOf(secretary), await kindsOf(their)]).toEqual([[], []]);
  });

  it('that was put away before it was told reaches nobody until it is taken up, and then each once', async () => {
    const away = await decide(app, deil.broker, flag, 'snooze', { until: '2026-04-20' });
    await later();
    expect([await kindsOf(secretary), await flagMails(secretary)]).toEqual([[], []]);
    await decide(app, deil.broker, away.body, 'wake');
    expect(await kindsOf(secretary)).toEqual([]);
    await later();
    expect([await kindsOf(secretary), await kindsOf(deil.resident)]).toEqual([['introduction'], ['introduction']]);
    await decide(app, deil.broker, await now(), 'snooze', { until: '2026-04-20' });
    await decide(app, deil.broker, await now(), 'wake');
    await later();
    expect([await kindsOf(secretary), (await flagMails(secretary)).length]).toEqual([['introduction'], 1]);
  });

  it('that was put away before it was told reaches everybody on its day, and an answer then is told', async () => {
    await decide(app, deil.broker, flag, 'snooze', { until: '2026-03-04' });
    await app.advance({ days: 1 });
    await app.settle();
    expect(await kindsOf(secretary)).toEqual([]);
    await app.advance({ days: 1 });
    await app.settle();
    expect([await kindsOf(secretary), (await flagMails(secretary)).length]).toEqual([['introduction'], 1]);
    await answerAsk(app, secretary, sideOf(flag, tuil).askId);
    await app.settle();
    expect(await kindsOf(deil.broker)).toEqual(['introduction_answered']);
    await app.advance({ days: -2 });
  });

  it('that was closed before it was told has no end to tell, and asks once it is opened again', async () => {
    await decide(app, deil.broker, flag, 'decline', wrong);
    await later();
    expect([await kindsOf(secretary), await kindsOf(deil.resident), await flagMails(secretary)]).toEqual([[], [], []]);
    await decide(app, deil.broker, await now(), 'reopen');
    await later();
    expect([await kindsOf(secretary), (await flagMails(secretary)).length]).toEqual([['introduction'], 1]);
  });

  it('is answered with the link in the mail', async () => {
    await later();
    const { text } = await app.mail.next(secretary.email);
    const [, token = ''] = /https:\/\/kernagenda\.test\/signalen\/antwoord\?bewijs=(\S+)/.exec(text) ?? [];
    const { status, body } = await app.request<AskView>('POST', '/api/v1/ask-links/accept', { body: { token } });
    expect([status, body.side.state, body.side.answeredBy]).toEqual([200, 'accepted', 'Sanne']);
  });

  it.each([
    ['whose role ended', async () => endRole()],
    ['whose village answered', async () => answerAsk(app, secretary, sideOf(flag, tuil).askId)],
    ['when it was put away', async () => decide(app, deil.broker, flag, 'snooze', { until: '2026-03-20' })],
    ['when it was closed', async () => decide(app, deil.broker, flag, 'decline', wrong)],
  ])('attack 12: is not mailed any more to somebody %s in the meantime', async (_, change) => {
    await holdMail(app, true);
    await later();
    expect(await kindsOf(secretary)).toEqual(['introduction']);
    await change();
    await holdMail(app, false);
    expect((await flagMails(secretary)).filter((subject) => subject.includes('samen met'))).toEqual([]);
  });

  it('attack 12: is not shown any more to who lost the role, nor counted', async () => {
    await later();
    expect(await unreadOf(app, secretary)).toBe(1);
    await endRole();
    expect([await linesOf(secretary), await unreadOf(app, secretary)]).toEqual([[], 0]);
  });

  it('attack 21: is gone from where it was told once a point is hidden', async () => {
    await later();
    const [point] = flag.points.filter(({ village }) => village.id === tuil.village.id);
    await perform(app, tuil.broker, 'hide', await see(app, point?.proposalId ?? '', tuil.broker), reasons);
    await app.settle();
    expect(await linesOf(secretary)).toEqual([]);
  });
});

describe('what came of it', () => {
  it('is told to who introduced them: an answer in the app alone, the end by mail too; each once', async () => {
    await later();
    await answerAsk(app, secretary, sideOf(flag, tuil).askId);
    await app.settle();
    expect(await linesOf(deil.broker)).toMatchObject([
      {
        kind: 'introduction_answered',
        reason: 'introducer',
        village: { name: 'Tuil' },
        askId: sideOf(flag, tuil).askId,
      },
    ]);
    expect(await flagMails(deil.broker)).toEqual([]);
    await answerAsk(app, deil.resident, sideOf(flag, deil).askId);
    await app.settle();
    expect(await kindsOf(deil.broker)).toEqual(['introduction_accepted', 'introduction_answered']);
    expect(await flagMails(deil.broker)).toEqual([`${agreed}: ${flag.label}`]);
    const { text } = await app.mail.next(deil.broker.email);
    expect(text).toContain(`https://kernagenda.test/signalen?signaal=${flag.id}`);
    expect(await kindsOf(secretary)).toEqual(['introduction', 'introduction_accepted']);
    expect(await flagMails(secretary)).toEqual([expect.stringContaining('samen met'), `${agreed}: ${flag.label}`]);
  });

  it('is told to who said yes when too few are left', async () => {
    await later();
    await answerAsk(app, secretary, sideOf(flag, tuil).askId);
    await answerAsk(app, deil.resident, sideOf(flag, deil).askId, 'decline');
    await app.settle();
    expect(await kindsOf(secretary)).toEqual(['introduction', 'introduction_declined']);
    expect(await kindsOf(deil.resident)).toEqual(['introduction']);
    expect((await flagMails(secretary)).at(-1)).toBe(`${apart}: ${flag.label}`);
  });

  it('is told after an undo is over when a broker closes it, and not when that is taken back', async () => {
    await later();
    await decide(app, deil.broker, await now(), 'decline', wrong);
    await decide(app, deil.broker, await now(), 'reopen');
    await later();
    expect(await kindsOf(secretary)).toEqual(['introduction']);
    await decide(app, tuil.broker, await now(), 'decline', wrong);
    await later();
    expect(await kindsOf(secretary)).toEqual(['introduction', 'introduction_declined']);
    expect(await kindsOf(deil.broker)).toEqual(['introduction_declined']);
  });
});

async function endRole(): Promise<void> {
  const role = { role: 'secretary', scopeType: 'village', scopeId: tuil.village.id } as const;
  await app.dataSource.transaction((manager) => app.get(PeopleRegistry).endRole(manager, secretary.id, role));
  await app.advance({ seconds: 1 });
}
