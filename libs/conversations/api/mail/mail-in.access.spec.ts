import { threadLimits } from '@kernagenda/conversations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aPhoto } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { ThreadCalls, aLine, sendMail } from '../testing';
import type { Line, Part, SentMail } from '../testing';
import { MailIn } from './mail-in.service';
import { ReturnAddresses } from './return-addresses';

type Reader = Part | 'the resident';
const domain = 'antwoord.kernagenda.test';
const question = 'Komt de bus ooit terug?';
const brokers = [
  'broker of the village',
  'broker of the municipality',
  'broker on leave',
  'broker with cover',
] as const;

let app: TestApp;
let calls: ThreadCalls;
let line: Line;
let resident: TestPerson;

beforeAll(async () => {
  app = await createTestApp({ settings: { mailIn: { host: '127.0.0.1', port: 0, domain } } });
  calls = new ThreadCalls(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  // Brokers of the whole municipality would get the mail of every test after theirs.
  await app.dataSource.query('delete from role_assignment');
  line = await aLine(app);
  resident = await aPerson(app, { homeVillageId: line.tricht.id });
});

const everyone = (): readonly (readonly [Reader, TestPerson])[] =>
  [['the resident', resident], ...Object.entries(line.people)] as (readonly [Reader, TestPerson])[];
const person = (who: Reader): TestPerson => (who === 'the resident' ? resident : line.people[who]);
const told = async (): Promise<void> => {
  await app.advance({ seconds: threadLimits.toldAfterSeconds });
  await app.settle();
};
const send = (mail: SentMail): Promise<string> => sendMail(app.get(MailIn).port ?? 0, mail);
const mailTo = ({ email }: TestPerson): ReceivedMail | undefined =>
  app.mail.received.findLast(({ recipients }) => recipients.includes(email));
const replyTo = (as: TestPerson): string => mailTo(as)?.mail.replyTo?.[0]?.address ?? '';
const bodies = async (id: string, as: TestPerson): Promise<readonly string[]> =>
  (await calls.read(as, id)).body.items.map(({ body }) => body);
const refusals = async (id: string): Promise<readonly string[]> => {
  const rows: readonly { readonly reason: string }[] = await app.dataSource.query(
    `select details->>'reason' as reason from audit_entry e join audit_details d on d.entry_id = e.id
     where e.action = 'thread.mail_refused' and e.object_id = $1 order by e.id`,
    [id],
  );
  return rows.map(({ reason }) => reason);
};

/** Who gets mail of what happens: `answers` with the words and an address, `reads` with neither. */
async function mailed(work: () => Promise<{ readonly status: number }>): Promise<Readonly<Record<string, string>>> {
  await told();
  const before = app.mail.received.length;
  expect((await work()).status).toBeLessThan(300);
  await told();
  const found: Record<string, string> = {};
  for (const mail of app.mail.received.slice(before)) {
    const who = everyone().find(([, { email }]) => mail.recipients.includes(email))?.[0] ?? mail.recipients.join();
    const hasAddress = mail.mail.replyTo !== undefined;
    expect(mail.text.includes(question)).toBe(hasAddress);
    found[who] = hasAddress ? 'answers' : 'reads';
  }
  return found;
}
const as = (part: string, ...who: readonly Reader[]): Readonly<Record<string, string>> =>
  Object.fromEntries(who.map((one) => [one, part]));

describe('the mail of a thread between a resident and the municipality', () => {
  it('goes in each state to who may answer, with words and an address, and no more to who handed it over', async () => {
    const { people, teams } = line;
    const { 'broker of the village': broker, 'official of the team': engineer } = people;
    let id = '';
    const asks = () => calls.write(resident, id, question);
    const starts = async () => {
      const opened = await calls.start(resident, line.tricht.id, { body: question });
      ({ id } = opened.body);
      return opened;
    };
    expect(await mailed(starts)).toEqual(as('answers', ...brokers));
    expect(await mailed(() => calls.handOver(broker, id, teams.roads))).toEqual({
      ...as('answers', 'official of the team'),
    });
    expect(await mailed(asks)).toEqual(as('answers', 'official of the team'));
    await calls.handOver(engineer, id, teams.green);
    expect(await mailed(asks)).toEqual(as('answers', 'official of the next team'));
    await calls.handOver(broker, id, null);
    expect(await mailed(asks)).toEqual(as('answers', ...brokers));
    await calls.close(broker, id);
    expect(await mailed(asks)).toEqual(as('answers', ...brokers));
    await calls.leave(resident, id);
    const others = brokers.filter((who) => who !== 'broker of the village');
    expect(await mailed(() => calls.write(broker, id, question))).toEqual(as('answers', ...others));
  });
});

describe('the mail of a thread between villages', () => {
  it('goes to both groups, and can be answered by chair and secretary', async () => {
    const id = await calls.open(resident, group(line.tricht), group(line.deil));
    const { 'secretary elsewhere': writer } = line.people;
    expect(await mailed(() => calls.write(writer, id, question))).toEqual({
      ...as('answers', 'secretary', 'chair'),
      ...as('reads', 'member'),
    });
  });
});

const group = ({ id }: { readonly id: string }) => ({ kind: 'group', villageId: id }) as const;
const ends = (who: Part) => () =>
  app.dataSource.query('update role_assignment set ends_at = $1 where person_id = $2', [app.now(), person(who).id]);
const movesIn = (who: Part) => () =>
  app.dataSource.query('update person set home_village_id = $1 where id = $2', [line.tricht.id, person(who).id]);

describe('attack 28: an old address to answer to', () => {
  const toTeam = (id: string) => calls.handOver(person('broker of the municipality'), id, line.teams.roads);

  it.each<[what: string, who: Reader, lose: (id: string) => Promise<unknown>, reason: string]>([
    ['a broker who handed the thread over', 'broker of the village', toTeam, 'not_allowed'],
    ['a broker without the role', 'broker of the village', ends('broker of the village'), 'not_found'],
    [
      'a broker who came to live in the village',
      'broker of the village',
      movesIn('broker of the village'),
      'not_found',
    ],
    ['who covered a broker until now', 'broker with cover', ends('broker on leave'), 'not_found'],
    [
      'an official whose team passed the thread on',
      'official of the team',
      (id) => calls.handOver(person('official of the team'), id, line.teams.green),
      'not_allowed',
    ],
    ['an official without the role', 'official of the team', ends('official of the team'), 'not_found'],
    [
      'an official who came to live in the village',
      'official of the team',
      movesIn('official of the team'),
      'not_found',
    ],
    ['a resident who left', 'the resident', (id) => calls.leave(resident, id), 'not_allowed'],
  ])('of %s writes nothing: its sender is told, and it is written down', async (_what, who, lose, reason) => {
    const { id } = (await calls.start(resident, line.tricht.id, { body: question })).body;
    if (who === 'official of the team') await toTeam(id);
    if (who === 'the resident') await calls.write(person('broker of the village'), id, question);
    await told();
    const to = replyTo(person(who));
    const reader = person('broker of the municipality');
    await lose(id);
    const before = await bodies(id, reader);
    expect(await send({ from: person(who).email, to, text: 'Dit hoort hier niet.' })).toMatch(
      /550 U kunt in dit gesprek niet meer schrijven/,
    );
    expect([await bodies(id, reader), await refusals(id)]).toEqual([before, [reason]]);
  });

  it.each<[what: string, who: Part, role: 'group_member' | null, reason: string]>([
    ['a secretary who left the group', 'secretary', null, 'not_found'],
    ['a chair who is an ordinary member now', 'chair', 'group_member', 'not_allowed'],
  ])('of %s writes nothing', async (_what, who, role, reason) => {
    const id = await calls.open(resident, group(line.tricht), group(line.deil));
    await calls.write(person('secretary elsewhere'), id, question);
    await told();
    const to = replyTo(person(who));
    if (role === null) await ends(who)();
    else
      await app.dataSource.query('update role_assignment set role = $1 where person_id = $2', [role, person(who).id]);
    expect(await send({ from: person(who).email, to, text: 'Namens de groep.' })).toMatch(/550 .*niet meer schrijven/);
    expect([await bodies(id, person('member')), await refusals(id)]).toEqual([[question], [reason]]);
  });

  it('keeps no photo of a mail that is refused, nor looks at it', async () => {
    const { id } = (await calls.start(resident, line.tricht.id, { body: question })).body;
    await told();
    const broker = person('broker of the village');
    const to = replyTo(broker);
    await toTeam(id);
    const attachments = [
      { filename: 'kade.jpg', content: await aPhoto({ width: 60, height: 40 }), contentType: 'image/jpeg' },
    ];
    expect(await send({ from: broker.email, to, text: 'Kijk.', attachments })).toMatch(/550 .*niet meer schrijven/);
    const kept = await app.dataSource.query('select 1 from message_photo where sender_id = $1', [broker.id]);
    expect([kept, await refusals(id)]).toEqual([[], ['not_allowed']]);
  });

  it('works again for who holds the thread again, and opens a closed one for the resident', async () => {
    const broker = person('broker of the village');
    const { id } = (await calls.start(resident, line.tricht.id, { body: question })).body;
    await told();
    const to = replyTo(broker);
    await toTeam(id);
    await calls.handOver(broker, id, null);
    expect(await send({ from: broker.email, to, text: 'Wij zijn er weer.' })).toMatch(/^250/);
    await told();
    await calls.close(broker, id);
    expect(await send({ from: resident.email, to: replyTo(resident), text: 'Nog iets.' })).toMatch(/^250/);
    expect(await bodies(id, resident)).toEqual(['Nog iets.', 'Wij zijn er weer.', question]);
    expect((await calls.read(resident, id)).body.thread.inbox?.state).toBe('waiting');
  });

  it('of one who takes part serves no other who takes part', async () => {
    const { id } = (await calls.start(resident, line.tricht.id, { body: question })).body;
    await toTeam(id);
    await told();
    const to = replyTo(person('official of the team'));
    for (const who of [...brokers, 'the resident', 'official of the next team'] as const)
      expect(await send({ from: person(who).email, to, text: 'Namens Wegen.' })).toMatch(
        /550 .*komt niet van het adres/,
      );
    expect(await bodies(id, resident)).toEqual([question]);
  });
});

describe('attack 28: a mail', () => {
  let id: string;
  let broker: TestPerson;
  let to: string;
  beforeEach(async () => {
    ({ id } = (await calls.start(resident, line.tricht.id, { body: question })).body);
    await told();
    broker = person('broker of the village');
    to = replyTo(broker);
  });
  const withFrom = (...from: readonly string[]): Promise<string> =>
    send({
      ...{ from: broker.email, to },
      raw: [...from.map((one) => `From: ${one}`), `To: ${to}`, 'Subject: Re', '', 'Namens een ander.'].join('\r\n'),
    });

  it('is not believed unless it says it is from one sender, of whom the address is', async () => {
    const real = broker.email;
    const forged: readonly (readonly [what: string, ...from: readonly string[]])[] = [
      ['a second sender', `${real}, dief@elders.example`],
      ['a second sender before it', `dief@elders.example, ${real}`],
      ['two headers', real, 'dief@elders.example'],
      ['two headers, the other way round', 'dief@elders.example', real],
      ['the address as a name', `"${real}" <dief@elders.example>`],
      ['the address as a name in code', `=?utf-8?q?${real.replace('@', '=40')}?= <dief@elders.example>`],
      ['the address as a comment', `dief@elders.example (${real})`],
      ['the address in a group', `Makelaars: ${real};`],
      ['no sender'],
    ];
    for (const [what, ...from] of forged)
      expect([what, await withFrom(...from)]).toEqual([what, expect.stringMatching(/550 .*komt niet van het adres/)]);
    expect([await bodies(id, resident), await refusals(id)]).toEqual([[question], forged.map(() => 'other_sender')]);
  });

  it('is believed in capitals and with a name', async () => {
    expect(await withFrom(`Mak Elaar <${broker.email.toUpperCase()}>`)).toMatch(/^250/);
    expect(await bodies(id, resident)).toEqual(['Namens een ander.', question]);
  });

  it('of a machine is neither kept nor answered, so that nothing goes round; ours is one too', async () => {
    const ours = mailTo(broker)?.mail.headers.find(({ key }) => key === 'auto-submitted')?.value ?? '';
    const machines: readonly (readonly [header: string, value: string])[] = [
      ['Auto-Submitted', ours],
      ['Auto-Submitted', 'auto-replied'],
      ['Auto-Submitted', 'auto-notified; owner-email="x@elders.example"'],
      ['Precedence', 'list'],
      ['Precedence', 'junk'],
      ['Precedence', 'auto_reply'],
      ['List-Id', '<nieuws.elders.example>'],
      ['X-Autoreply', 'yes'],
      ['X-Autorespond', 'Afwezig'],
    ];
    const before = app.mail.received.length;
    for (const [header, value] of machines) {
      const said = await send({ from: broker.email, to, text: 'Ik ben er niet.', headers: { [header]: value } });
      expect([header, value, said]).toEqual([header, value, expect.stringMatching(/^250/)]);
    }
    await told();
    expect([await bodies(id, resident), await refusals(id)]).toEqual([[question], machines.map(() => 'automatic')]);
    expect(app.mail.received).toHaveLength(before);
    const person = { from: broker.email, to, text: 'Ik ben er wel.', headers: { 'Auto-Submitted': 'no' } };
    expect(await send(person)).toMatch(/^250/);
    expect(await bodies(id, resident)).toEqual(['Ik ben er wel.', question]);
  });

  it('is known again by its name for one person only: nobody keeps the mail of another out', async () => {
    await calls.write(broker, id, 'Dinsdag weet ik meer.');
    await told();
    const messageId = '<dezelfde@post.example>';
    for (const as of [broker, resident, broker, resident])
      expect(await send({ from: as.email, to: replyTo(as), text: 'Dank.', messageId })).toMatch(/^250/);
    expect(await bodies(id, resident)).toEqual(['Dank.', 'Dank.', 'Dinsdag weet ik meer.', question]);
  });
});

describe('attack 27: the mail of a thread', () => {
  it('has the headers of every other one, whatever stands in title, words and name', async () => {
    const evil = '"Sanne" <a@b.nl>\r\nBcc: dief@elders.nl\r\n\r\n<script>1</script>';
    const writer = await aPerson(app, { homeVillageId: line.tricht.id, displayName: evil });
    const headersOf = (as: TestPerson) => mailTo(as)?.mail.headers.map(({ key }) => key);
    const broker = person('broker of the village');
    await calls.start(resident, line.tricht.id, { body: question });
    await told();
    const plain = headersOf(broker);
    const { id } = (await calls.start(writer, line.tricht.id, { title: 'De bus', body: evil })).body;
    await app.dataSource.query('update thread set title = $2 where id = $1', [id, evil]);
    await told();
    const received = mailTo(broker);
    expect(received?.text).toContain('dief@elders.nl');
    expect([headersOf(broker), received?.recipients]).toEqual([plain, [broker.email]]);
    expect(received?.mail.from).toEqual(mailTo(person('broker on leave'))?.mail.from);
    expect(received?.mail.html).not.toContain('<script>');
    await calls.write(broker, id, 'Dank u.');
    await told();
    const back = mailTo(writer);
    expect([back?.mail.headers.map(({ key }) => key), back?.recipients]).toEqual([plain, [writer.email]]);
  });
});

describe('attack 14: the port of mail', () => {
  it('says the same of people who are there and who are not', async () => {
    const nobody = '0'.repeat(32);
    const today = Math.floor(app.now().getTime() / 86_400_000).toString(16);
    const local = resident.email.split('@')[0] ?? '';
    const addresses = (id: string): readonly string[] => [
      `retour-${id}${today}${'0'.repeat(20)}`,
      `gesprek-${id}00000000`,
    ];
    const said = new Set<string>();
    for (const to of [...addresses(resident.id.replaceAll('-', '')), ...addresses(nobody), local, 'niemand'])
      for (const from of ['', resident.email, 'dief@elders.example'])
        said.add(await send({ from: 'dief@elders.example', envelopeFrom: from, to: `${to}@${domain}`, text: 'Dag' }));
    expect([...said]).toEqual([expect.stringMatching(/550 Dit adres bestaat niet/)]);
  });

  it('says the same of a return address of somebody with another mail address as of one of nobody', async () => {
    const returns = app.get(ReturnAddresses);
    const said = [];
    for (const id of [resident.id, '00000000-0000-4000-8000-000000000000']) {
      const to = returns.addressFor(id, 'dief@elders.example') ?? '';
      said.push(await send({ from: 'dief@elders.example', envelopeFrom: '', to, text: 'Dag' }));
    }
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toMatch(/550 Dit adres bestaat niet/);
  });
});
