import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { MessageView } from '@kernagenda/conversations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aPhoto, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { ThreadCalls } from '../testing';
import { MailIn } from './mail-in.service';

const domain = 'antwoord.kernagenda.test';
let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let threadId: string;

beforeAll(async () => {
  app = await createTestApp({ settings: { mailIn: { host: '127.0.0.1', port: 0, domain } } });
  calls = new ThreadCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
  threadId = (await calls.start(town.resident, town.tricht.id)).body.id;
});
afterAll(() => app.close());

/** The mail about the message that was written last. */
async function mailTo({ email }: TestPerson): Promise<ReceivedMail> {
  await app.advance({ seconds: threadLimits.toldAfterSeconds });
  await app.settle();
  const mail = app.mail.received.findLast(({ recipients }) => recipients.includes(email));
  if (!mail) throw new Error('No mail came.');
  return mail;
}
const replyTo = ({ mail }: ReceivedMail): string => mail.replyTo?.[0]?.address ?? '';

/** Sends a mail as a mail program does; answers what the server said to it. */
async function send(mail: SendMailOptions & { readonly envelopeFrom?: string }): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: app.get(MailIn).port ?? 0, ignoreTLS: true });
  const { envelopeFrom = String(mail.from), ...rest } = mail;
  const envelope = { from: envelopeFrom, to: String(mail.to) };
  try {
    return (await transport.sendMail({ subject: 'Re: bericht', ...rest, envelope })).response;
  } catch (error) {
    return (error as Error).message;
  } finally {
    transport.close();
  }
}
const answer = async (as: TestPerson, text: string, more: SendMailOptions = {}): Promise<string> =>
  send({ from: as.email, to: replyTo(await mailTo(as)), text, ...more });
const messages = async (as = town.resident): Promise<readonly MessageView[]> =>
  (await calls.read(as, threadId)).body.items;
const bodies = async () => (await messages()).map(({ body }) => body);
const refusals = async (): Promise<readonly string[]> => {
  const rows: readonly { readonly reason: string }[] = await app.dataSource.query(
    `select details->>'reason' as reason from audit_entry e join audit_details d on d.entry_id = e.id
     where e.action = 'thread.mail_refused' and e.object_id = $1 order by e.id`,
    [threadId],
  );
  return rows.map(({ reason }) => reason);
};

describe('the mail about a message', () => {
  it('has its words and who wrote them, and is answered to one address of this person in this thread', async () => {
    const mail = await mailTo(town.broker);
    expect(mail.text).toContain('Komt hij terug?');
    expect(mail.text).toContain(`${town.resident.displayName} schrijft:`);
    expect(replyTo(mail)).toMatch(new RegExp(`^gesprek-[0-9a-f]{40}@${domain}$`));
    await calls.write(town.broker, threadId);
    const back = await mailTo(town.resident);
    expect(back.text).toContain(`namens de gebiedsmakelaars van ${town.tricht.name} schrijft:`);
    expect(replyTo(back)).not.toBe(replyTo(mail));
    await calls.write(town.resident, threadId);
    expect(replyTo(await mailTo(town.broker))).toBe(replyTo(mail));
  });

  it('keeps its words on the site where no mail is received, and no port is open', async () => {
    const other = await createTestApp();
    try {
      const { resident, broker, tricht } = await aTown(other);
      await new ThreadCalls(other).start(resident, tricht.id);
      await other.advance({ seconds: threadLimits.toldAfterSeconds });
      await other.settle();
      const mail = other.mail.received.find(({ recipients }) => recipients.includes(broker.email));
      expect([mail?.text.includes('Komt hij terug?'), mail?.mail.replyTo]).toEqual([false, undefined]);
      expect(other.get(MailIn).port).toBeNull();
    } finally {
      await other.close();
    }
  });
});

describe('a mail that answers a message', () => {
  it('is a message in the thread, for the side of its writer, and others hear of it at once', async () => {
    const page = await app.open({ as: town.resident });
    await page.join(`person:${town.resident.id}`);
    const quoted = 'Op ma 2 mrt 2026 om 10:00 schreef Kernagenda <noreply@kernagenda.test>:\n\n> Beste makelaar,';
    expect(await answer(town.broker, `Dinsdag weet ik meer.\n\n${quoted}`)).toMatch(/^250/);
    const [newest] = await messages();
    expect(newest).toMatchObject({ body: 'Dinsdag weet ik meer.', side: { kind: 'brokers' } });
    expect(await page.hears('thread')).toEqual({ kind: 'thread', threadId });
    await calls.write(town.resident, threadId, 'Dank u');
    expect((await mailTo(town.broker)).text).toContain('Dank u');
  });

  it('is read where it has only HTML, or letters of an old alphabet', async () => {
    const html = '<p>Graag <b>dinsdag</b>.</p><p>Tot dan</p><blockquote>Beste makelaar,</blockquote>';
    await answer(town.broker, '', { text: undefined, html });
    expect((await bodies())[0]).toBe('Graag dinsdag.\n\nTot dan');
    await calls.write(town.resident, threadId);
    await answer(town.broker, 'Café België', { encoding: 'latin1', textEncoding: 'quoted-printable' });
    expect((await bodies())[0]).toBe('Café België');
  });

  it('stands once, however often it is delivered', async () => {
    const to = replyTo(await mailTo(town.broker));
    const mail = { from: town.broker.email, to, text: 'Eén keer.', messageId: '<een@post.example>' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(mail)));
    expect(answers.map((one) => one.slice(0, 3))).toEqual(Array(5).fill('250'));
    expect((await bodies()).filter((body) => body === 'Eén keer.')).toHaveLength(1);
  });

  it('brings its photos under the rules of photos, and names what it cannot bring', async () => {
    const photo = await aPhoto({ width: 900, height: 600 });
    const attachments = [
      { filename: 'kade.jpg', content: photo, contentType: 'image/jpeg' },
      { filename: 'offerte.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' },
      { filename: 'stuk.jpg', content: Buffer.from('geen foto'), contentType: 'image/jpeg' },
    ];
    expect(await answer(town.broker, 'Zo ziet het eruit.', { attachments })).toMatch(/^250/);
    const [newest] = await messages();
    expect(newest?.body).toBe('Zo ziet het eruit.\n\n(Niet meegekomen uit de mail: offerte.pdf, stuk.jpg)');
    expect(newest?.photos).toMatchObject([{ isUndescribed: true, width: 900, height: 600 }]);
    const { status } = await calls.openPhoto(town.resident, newest?.photos[0]?.id ?? '');
    expect(status).toBe(200);
  });

  it.each([
    ['nothing new', '> Beste makelaar', /550 .*geen nieuwe tekst/, 'empty'],
    ['too much', 'x'.repeat(threadLimits.body.max + 1), /550 .*langer dan 5000 tekens/, 'too_long'],
  ])('with %s is refused, and its sender is told why', async (_what, text, said, reason) => {
    expect(await answer(town.broker, text)).toMatch(said);
    expect([await bodies(), await refusals()]).toEqual([['Komt hij terug?'], [reason]]);
  });

  it('attack 18: is refused when it is too large, before it is read', async () => {
    const attachments = [{ filename: 'groot.bin', content: Buffer.alloc(16 * 1024 * 1024) }];
    expect(await answer(town.broker, 'Kijk eens.', { attachments })).toMatch(/55[02]/);
    expect(await bodies()).toEqual(['Komt hij terug?']);
  });
});

describe('attack 28: a mail that is not what it says', () => {
  it('from another address is refused and written down, also with a stolen address to answer to', async () => {
    const to = replyTo(await mailTo(town.broker));
    for (const from of [town.neighbour.email, town.resident.email, 'iemand@elders.example'])
      expect(await send({ from, to, text: 'Het gaat niet door.' })).toMatch(/550 .*komt niet van het adres/);
    expect([await bodies(), await refusals()]).toEqual([['Komt hij terug?'], Array(3).fill('other_sender')]);
  });

  it('that the mail server in front found to be forged is refused; what others say of it does not count', async () => {
    const to = replyTo(await mailTo(town.broker));
    const forged = (server: string, text: string) =>
      send({
        ...{ from: town.broker.email, to, text },
        headers: { 'Authentication-Results': `${server}; dmarc=fail header.from=x` },
      });
    expect(await forged(domain, 'Vals')).toMatch(/^.*550/);
    expect(await forged('elders.example', 'Echt')).toMatch(/^250/);
    expect((await bodies())[0]).toBe('Echt');
  });

  it('to an address that was never given out is refused before it is sent', async () => {
    for (const to of [
      `gesprek-${'0'.repeat(40)}@${domain}`,
      `${replyTo(await mailTo(town.broker)).split('@')[0] ?? ''}@elders.example`,
      `info@${domain}`,
    ])
      expect(await send({ from: town.broker.email, to, text: 'Hallo' })).toMatch(/550 .*adres bestaat niet/);
    expect(await refusals()).toEqual([]);
  });

  it('of who writes there no more is refused: a broker without the role, a resident who left', async () => {
    const to = replyTo(await mailTo(town.broker));
    await calls.write(town.broker, threadId);
    const own = replyTo(await mailTo(town.resident));
    await app.dataSource.query('update role_assignment set ends_at = $1 where person_id = $2', [
      app.now(),
      town.broker.id,
    ]);
    expect(await send({ from: town.broker.email, to, text: 'Nog even dit.' })).toMatch(/550 .*niet meer schrijven/);
    await calls.leave(town.resident, threadId);
    expect(await send({ from: town.resident.email, to: own, text: 'Toch nog.' })).toMatch(/550 .*niet meer schrijven/);
    expect(await refusals()).toEqual(['not_found', 'not_allowed']);
  });

  it('of the side that handed the thread over is refused, and taken again when it came back', async () => {
    const to = replyTo(await mailTo(town.broker));
    const teamId = await app.dataSource.transaction((manager) =>
      app.get(VillagesRegistry).saveTeam(manager, {
        ...{ municipalityId: town.tricht.municipalityId, name: `Wegen ${threadId}`, startsAt: app.now() },
      }),
    );
    await calls.handOver(town.broker, threadId, teamId);
    expect(await send({ from: town.broker.email, to, text: 'Nog even.' })).toMatch(/550 .*niet meer schrijven/);
    expect(await refusals()).toEqual(['not_allowed']);
    await calls.handOver(town.broker, threadId, null);
    expect(await send({ from: town.broker.email, to, text: 'Weer van ons.' })).toMatch(/^250/);
    expect((await bodies())[0]).toBe('Weer van ons.');
  });

  it('attack 14: hears the same of an address that somebody has here and of one that nobody has', async () => {
    const names = [town.resident.email, 'niemand@dorp.test'].map((email) => email.split('@')[0] ?? '');
    const said = await Promise.all(
      names.map((name) => send({ from: town.broker.email, to: `${name}@${domain}`, text: 'Hallo' })),
    );
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toMatch(/550 .*adres bestaat niet/);
  });

  it.each([
    ['an answer of a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a list', { headers: { Precedence: 'bulk' } }],
    ['a mail that came back', { envelopeFrom: '' }],
  ])('and %s is let go without an answer, so that nothing goes round', async (_what, more) => {
    const to = replyTo(await mailTo(town.broker));
    expect(await send({ from: town.broker.email, to, text: 'Ik ben er niet.', ...more })).toMatch(/^250/);
    expect([await bodies(), await refusals()]).toEqual([['Komt hij terug?'], ['automatic']]);
  });

  it('attack 04: says nothing in another thread than its own', async () => {
    const other = await aPerson(app, { homeVillageId: town.tricht.id });
    const second = await calls.start(other, town.tricht.id);
    expect(await answer(town.broker, 'Voor de tweede.')).toMatch(/^250/);
    expect((await calls.read(other, second.body.id)).body.items[0]?.body).toBe('Voor de tweede.');
    expect(await bodies()).toEqual(['Komt hij terug?']);
  });
});
