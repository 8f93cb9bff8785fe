import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { MailChoice, MailChoiceView } from '@kernagenda/notifications/domain';
import { aProposal, aTown, reasons } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { DigestRuns } from './digest-runs.service';
import { Ledger } from './ledger.service';
import { act, choose, stopDigestSchedule } from './testing';

let app: TestApp;
let town: TestTown;
let reader: TestPerson;
let point: ProposalView;

beforeAll(async () => {
  app = await createTestApp();
  await stopDigestSchedule(app);
});
beforeEach(async () => {
  app.goTo(new Date('2026-03-04T09:00:00Z'));
  town = await aTown(app);
  reader = await aReader('daily');
  point = await aPoint('Licht in de Dorpsstraat');
});
afterAll(() => app.close());

const aPoint = (title: string): Promise<ProposalView> =>
  aProposal(app).in(town.tricht).by(town.resident).with({ title }).approvedBy(town.broker).save();

async function aReader(choice: MailChoice): Promise<TestPerson> {
  const person = await aPerson(app, { homeVillageId: town.tricht.id });
  await choose(app, person, '/me/mail-choice', { choice });
  await choose(app, person, `/villages/${town.tricht.slug}/follow`);
  return person;
}

let events = 0;
/** Something that happened on a point, to who follows its village. */
const happen = (kind: 'explore' | 'plan' | 'start' = 'explore', on = point): Promise<void> => {
  events += 1;
  const event = `happening ${events} ${on.id}`;
  return app.get(Ledger).note({ event, kind, proposalId: on.id, except: [], audience: 'places', ids: [on.id] });
};
const runAt = async (instant: string): Promise<void> => {
  app.goTo(new Date(instant));
  await app.get(DigestRuns).run();
};
const mailsTo = ({ email }: TestPerson): readonly ReceivedMail[] =>
  app.mail.received.filter(({ recipients }) => recipients.includes(email));
const statesOf = async ({ id }: TestPerson): Promise<readonly string[]> => {
  const rows: { state: string }[] = await app.dataSource.query(
    `select state from notification where person_id = $1 and channel = 'mail' order by created_at, id`,
    [id],
  );
  return rows.map(({ state }) => state);
};
const sentAt = async ({ id }: TestPerson): Promise<readonly string[]> => {
  const rows: { at: Date }[] = await app.dataSource.query(
    `select sent_at as at from digest where person_id = $1 and state = 'sent' order by sent_at`,
    [id],
  );
  return rows.map(({ at }) => at.toISOString());
};
const titlesIn = ({ text }: ReceivedMail): readonly string[] =>
  [...text.matchAll(/^(.+) \(Tricht\)$/gm)].map(([, title]) => title ?? '');
const tomorrow = '2026-03-05T06:00:00Z';

describe('a digest', () => {
  it('tells what happened since the last in one mail, by point, the one with the latest news first', async () => {
    const other = await aPoint('Een bankje bij de haven');
    await happen('explore');
    app.goTo(new Date('2026-03-04T10:00:00Z'));
    await happen('explore', other);
    app.goTo(new Date('2026-03-04T11:00:00Z'));
    await happen('plan');
    await runAt('2026-03-05T05:59:00Z');
    expect(mailsTo(reader)).toEqual([]);
    await runAt(tomorrow);
    const [mail, ...others] = mailsTo(reader);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Nieuws over punten die u volgt');
    expect(mail?.text).toContain(
      [
        'Dit gebeurde er sinds gisteren met wat u volgt.',
        `Licht in de Dorpsstraat (Tricht)\n- Dit punt is gepland\n- De gebiedsmakelaar zoekt uit wat er kan\nhttps://kernagenda.test/voorstellen/${point.id}`,
        `Een bankje bij de haven (Tricht)\n- De gebiedsmakelaar zoekt uit wat er kan\nhttps://kernagenda.test/voorstellen/${other.id}`,
      ].join('\n\n'),
    );
    await runAt('2026-03-06T06:00:00Z');
    expect(mailsTo(reader)).toHaveLength(1);
  });

  it('holds ten lines at most and says how many more there are', async () => {
    for (let n = 0; n < 12; n += 1) await happen();
    await runAt(tomorrow);
    const [mail] = mailsTo(reader);
    expect(mail?.text.match(/^- /gm)).toHaveLength(10);
    expect(mail?.text).toContain('En nog 2 berichten.');
    expect(await statesOf(reader)).toEqual(Array(12).fill('sent'));
  });

  it('reads without pictures, as plain text and as HTML, and stops with one click (RFC 8058)', async () => {
    await happen();
    await runAt(tomorrow);
    const [received] = mailsTo(reader);
    const header = (name: string): string => received?.mail.headers.find(({ key }) => key === name)?.value ?? '';
    expect(received?.mail.html).toContain('<li>De gebiedsmakelaar zoekt uit wat er kan</li>');
    expect(received?.mail.html).not.toMatch(/<img|url\(|src=/);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const url = header('list-unsubscribe').slice(1, -1).replace('https://kernagenda.test', app.origin);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(url, { method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
    await happen();
    await runAt('2026-03-06T06:00:00Z');
    expect(mailsTo(reader)).toHaveLength(1);
  });

  it('comes as often as before again, when all mail was stopped and that is taken back', async () => {
    await happen();
    await runAt(tomorrow);
    const [, token] = /Nooit meer mail[^:]*:\n\S+bewijs=(\S+)/.exec(mailsTo(reader)[0]?.text ?? '') ?? [];
    const choice = async (): Promise<unknown> =>
      (await app.request<MailChoiceView>('GET', '/api/v1/me/mail-choice', { as: reader })).body.choice;
    for (const [how, left] of [
      ['', 'in_app'],
      ['', 'in_app'],
      ['/undo', 'daily'],
    ] as const) {
      await app.request('POST', `/api/v1/mail-stops${how}`, { body: { token } });
      expect(await choice()).toBe(left);
    }
  });

  it('is not sent when there is nothing to tell', async () => {
    await runAt(tomorrow);
    expect([mailsTo(reader), await sentAt(reader)]).toEqual([[], []]);
  });

  it('holds new points as well, which nobody is mailed at once', async () => {
    app.goTo(new Date('2026-03-04T12:00:00Z'));
    const fresh = await aPoint('Een nieuwe picknicktafel');
    await app.advance({ seconds: 12 });
    await app.settle();
    await runAt(tomorrow);
    expect(mailsTo(reader)[0]?.text).toContain('- Er is een nieuw punt\n');
    expect(titlesIn(mailsTo(reader)[0] as ReceivedMail)).toContain(fresh.title);
  });

  it('keeps nothing waiting that is written to somebody or decided on their own text', async () => {
    const author = await aReader('monthly');
    await aProposal(app).in(town.tricht).by(author).approvedBy(town.broker).save();
    await app.advance({ seconds: 12 });
    expect((await app.mail.next(author.email)).subject).toContain('Uw voorstel staat op de site');
  });

  it('asks as many questions for five people as for fifty', async () => {
    const asked = async (people: number, instant: string): Promise<number> => {
      const readers = await Promise.all(Array.from({ length: people }, () => aReader('daily')));
      await happen();
      app.goTo(new Date(instant));
      const texts = await app.queriesDuring(() => app.get(DigestRuns).run());
      expect(readers.every((one) => mailsTo(one).length === 1)).toBe(true);
      return texts.filter((text) => !text.includes('with settled as')).length;
    };
    expect(await asked(5, tomorrow)).toBe(await asked(44, '2026-03-06T06:00:00Z'));
  });
});

describe('attack 31: each line comes once', () => {
  it.each([
    ['to summer time', '2026-03-01T07:00:00Z', '2026-04-02T07:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['to winter time', '2026-10-01T07:00:00Z', '2026-11-02T07:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('over the change %s: every day, week and month', async (_to, from, until, onTheDay) => {
    app.goTo(new Date(from));
    town = await aTown(app);
    point = await aPoint('Licht in de Dorpsstraat');
    const [daily, weekly, monthly] = [await aReader('daily'), await aReader('weekly'), await aReader('monthly')];
    let [hours, happened] = [0, 0];
    for (let at = Date.parse(from); at <= Date.parse(until); at += 3_600_000, hours += 1) {
      app.goTo(new Date(at));
      // Every twenty hours: each day has one, and some come in the hour that is there twice or at night.
      if (hours % 20 === 1) happened += await happen().then(() => 1);
      await app.get(DigestRuns).run();
    }
    for (const person of [daily, weekly, monthly]) {
      const sent = (await statesOf(person)).filter((state) => state === 'sent');
      expect([(await statesOf(person)).length, toldIn(mailsTo(person))]).toEqual([happened, sent.length]);
      const moments = (await sentAt(person)).map((at) => wallClock.format(new Date(at)));
      expect(new Set(moments)).toEqual(new Set(['07:00']));
      expect(new Set(await sentAt(person)).size).toBe(mailsTo(person).length);
    }
    expect(await statesOf(daily)).toEqual(Array(happened).fill('sent'));
    expect([mailsTo(daily).length, (await sentAt(daily)).includes(onTheDay)]).toEqual([32, true]);
    expect(new Set((await sentAt(weekly)).map((at) => new Date(at).getUTCDay()))).toEqual(new Set([1]));
    expect((await sentAt(monthly)).map((at) => at.slice(8, 10))).toEqual(['01']);
  });

  const wallClock = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
  const toldIn = (mails: readonly ReceivedMail[]): number =>
    mails.reduce((sum, { text }) => {
      const [, rest = '0'] = /En nog (\d+) bericht/.exec(text) ?? [];
      return sum + (text.match(/^- /gm)?.length ?? 0) + Number(rest);
    }, 0);

  it('on the very day of a change, at seven on the clock of the wall', async () => {
    for (const [before, at] of [
      ['2026-03-29T00:30:00Z', '2026-03-29T05:00:00Z'],
      ['2026-10-25T00:30:00Z', '2026-10-25T06:00:00Z'],
    ] as const) {
      app.goTo(new Date(before));
      await happen();
      await runAt(new Date(Date.parse(at) - 60_000).toISOString());
      const count = mailsTo(reader).length;
      await runAt(at);
      await runAt(new Date(Date.parse(at) + 3_600_000).toISOString());
      expect(mailsTo(reader)).toHaveLength(count + 1);
    }
  });

  it('when a clock is moved back, and forward again', async () => {
    await happen();
    await runAt(tomorrow);
    await runAt('2026-03-02T08:00:00Z');
    await runAt('2026-03-04T08:00:00Z');
    await happen('plan');
    await runAt(tomorrow);
    await runAt('2026-03-06T06:00:00Z');
    await runAt(tomorrow);
    await runAt('2026-03-06T06:00:00Z');
    expect(mailsTo(reader).flatMap(({ text }) => text.match(/^- .*/gm))).toEqual([
      '- De gebiedsmakelaar zoekt uit wat er kan',
      '- Dit punt is gepland',
    ]);
  });

  it('when a clock ran a year ahead: what was noted then does not wait for a year', async () => {
    app.goTo(new Date('2027-03-04T12:00:00Z'));
    await happen();
    await runAt('2026-03-04T12:00:00Z');
    await runAt(tomorrow);
    await runAt('2027-03-05T06:00:00Z');
    expect(mailsTo(reader)).toHaveLength(1);
  });

  it('when the server was away for days at the moment it was due', async () => {
    await happen();
    await runAt('2026-03-08T15:00:00Z');
    await runAt('2026-03-09T06:00:00Z');
    expect(mailsTo(reader)).toHaveLength(1);
  });

  it('when two servers look at the same moment', async () => {
    await happen();
    app.goTo(new Date(tomorrow));
    const runs = app.get(DigestRuns);
    await Promise.all([runs.run(), runs.run(), runs.run()]);
    expect(mailsTo(reader)).toHaveLength(1);
  });

  it('when what was sent could not be noted: again, with the same name and the same lines', async () => {
    await happen();
    await app.dataSource.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$;
      create trigger refuse before update on digest for each row execute function refuse()`);
    app.goTo(new Date(tomorrow));
    await expect(app.get(DigestRuns).run()).rejects.toThrow('crash');
    await app.dataSource.query('drop trigger refuse on digest; drop function refuse()');
    await happen('plan');
    await runAt('2026-03-05T06:01:00Z');
    await runAt('2026-03-05T06:02:00Z');
    const [first, second, ...others] = mailsTo(reader);
    expect(others).toEqual([]);
    expect(second?.mail.messageId).toBe(first?.mail.messageId);
    expect(second?.text.match(/^- .*/gm)).toEqual(['- De gebiedsmakelaar zoekt uit wat er kan']);
  });

  it('when the rhythm changes in between', async () => {
    await happen();
    await choose(app, reader, '/me/mail-choice', { choice: 'monthly' });
    await runAt(tomorrow);
    expect(mailsTo(reader)).toEqual([]);
    await choose(app, reader, '/me/mail-choice', { choice: 'at_once' });
    app.goTo(new Date('2026-03-05T07:00:00Z'));
    await runAt('2026-03-05T07:00:00Z');
    await choose(app, reader, '/me/mail-choice', { choice: 'weekly' });
    await runAt('2026-03-09T06:00:00Z');
    expect(mailsTo(reader)).toHaveLength(1);
  });
});

describe('attack 21: a digest', () => {
  const leavesOut = async (state = 'left_out'): Promise<void> => {
    await runAt(tomorrow);
    expect(mailsTo(reader).filter(({ text }) => text.includes(point.title))).toEqual([]);
    expect(await statesOf(reader)).toEqual([state]);
  };

  it('holds nothing of a point that was hidden in between', async () => {
    await happen();
    await act(app, town.broker, 'hide', point.id, reasons);
    await leavesOut();
  });

  it('that goes again after a crash holds nothing of a point that was hidden since', async () => {
    const other = await aPoint('Een bankje bij de haven');
    await happen();
    await happen('explore', other);
    await app.dataSource.query(
      `with made as (insert into digest (person_id, rhythm, due_at, claimed_at, state)
        values ($1, 'daily', $2, $2, 'claimed') returning id)
       update notification set digest_id = made.id from made where person_id = $1 and in_digest`,
      [reader.id, new Date('2026-03-04T06:00:00Z')],
    );
    await act(app, town.broker, 'hide', point.id, reasons);
    await runAt(tomorrow);
    expect(mailsTo(reader).map(titlesIn)).toEqual([['Een bankje bij de haven']]);
  });

  it('holds no step that another one followed', async () => {
    await act(app, town.broker, 'explore', point.id);
    await app.settle();
    await act(app, town.broker, 'put-on-agenda', point.id);
    await app.settle();
    await runAt(tomorrow);
    expect(mailsTo(reader)[0]?.text.match(/^- .*/gm)).toEqual(['- Dit punt staat nu op de agenda']);
  });

  it('holds nothing of a reaction that was hidden', async () => {
    const author = await aReader('daily');
    point = await aProposal(app).in(town.tricht).by(author).approvedBy(town.broker).save();
    const path = `/api/v1/proposals/${point.id}/comments`;
    const react = (text: string) =>
      app.request<{ id: string }>('POST', path, { as: town.neighbour, body: { kind: 'reaction', body: text } });
    const { body } = await react('Wat een onzin.');
    await react('Dat zou mooi zijn.');
    await app.settle();
    await app.dataSource.query(`update comment set hidden_reason = 'Scheldt' where id = $1`, [body.id]);
    await runAt(tomorrow);
    expect(
      mailsTo(author)
        .filter(({ text }) => text.includes(point.title))
        .flatMap(({ text }) => text.match(/^- Er is een reactie op uw punt$/gm)),
    ).toHaveLength(1);
  });

  it.each([
    ['wants no mail', () => choose(app, reader, '/me/mail-choice', { choice: 'in_app' })],
    [
      'no longer follows the village',
      () => app.request('DELETE', `/api/v1/villages/${town.tricht.slug}/follow`, { as: reader }),
    ],
    ['wants no more of the point', () => app.request('DELETE', `/api/v1/proposals/${point.id}/follow`, { as: reader })],
  ])('tells nothing to who %s', async (_, stop) => {
    await happen();
    await stop();
    await leavesOut();
  });
});

describe('attack 27: a title in a digest', () => {
  it('starts no header and no markup', async () => {
    const title = '</a><script>alert(1)</script>\r\nBcc: evil@dorp.test';
    await app.dataSource.query('update proposal set title = $2 where id = $1', [point.id, title]);
    await happen();
    await runAt(tomorrow);
    const [received] = mailsTo(reader);
    expect(received?.recipients).toEqual([reader.email]);
    expect(received?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(received?.subject).toBe('Nieuws over een punt dat u volgt');
    expect(received?.mail.html).not.toContain('<script>');
  });
});
