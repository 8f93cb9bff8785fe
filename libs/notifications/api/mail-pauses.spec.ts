import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { LetterCalls } from '@kernagenda/news/api/testing';
import type { EventView, LetterView } from '@kernagenda/news/domain';
import type { MailChoiceView } from '@kernagenda/notifications/domain';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { DigestRuns } from './digest-runs.service';
import { act, choose, listOf, stopDigestSchedule, subjectsTo } from './testing';

const domain = 'antwoord.kernagenda.test';
let app: TestApp;
let port: number;
let town: TestTown;
let point: ProposalView;
let reader: TestPerson;

beforeAll(async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  await new Promise((resolve) => server.close(resolve));
  app = await createTestApp({ settings: { mailIn: { host: '127.0.0.1', port, domain } } });
  await stopDigestSchedule(app);
});
beforeEach(async () => {
  app.goTo(new Date('2026-03-04T09:00:00Z'));
  town = await aTown(app);
  point = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  reader = await aPerson(app, { homeVillageId: town.tricht.id });
  await choose(app, reader, `/proposals/${point.id}/follow`);
});
afterAll(() => app.close());

const stateOf = async (as: TestPerson): Promise<MailChoiceView> =>
  (await app.request<MailChoiceView>('GET', '/api/v1/me/mail-choice', { as })).body;

/** Where the mail of one step comes back, as its envelope says. */
async function returnPath(as = reader): Promise<string> {
  await act(app, town.broker, 'explore', point.id);
  await app.settle();
  return app.mail.received.findLast(({ recipients }) => recipients.includes(as.email))?.sender ?? '';
}

/** A report as a mail server sends it; answers what was said to it. */
async function report(to: string, status = '5.1.1', from = ''): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const raw = [
    'From: MAILER-DAEMON@post.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
    '',
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; post.example',
    '',
    'Final-Recipient: rfc822; sanne@dorp.test',
    'Action: failed',
    `Status: ${status}`,
    '',
    '--x--',
  ].join('\r\n');
  try {
    const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw });
    await app.settle();
    return response;
  } catch (error) {
    return (error as Error).message;
  } finally {
    transport.close();
  }
}

/** A status letter of the village that the reader follows. */
async function sendLetter(): Promise<void> {
  await choose(app, reader, `/villages/${town.tricht.slug}/follow`);
  const letters = new LetterCalls(app);
  const { body: letter }: { readonly body: LetterView } = await letters.write(town.broker, town.tricht.slug);
  await letters.publish(town.broker, letter);
  await app.settle();
}

/** An event that the reader comes to, at another place than first. */
async function moveEvent(): Promise<void> {
  const path = '/api/v1/village-events';
  const event = {
    ...{ kind: 'site_walk', title: 'Wandeling langs de Linge', text: '', place: 'De steiger', room: null },
    ...{ day: daysAfter(app.now(), 7), starts: '19:30', ends: '21:00' },
  };
  const held = await app.request<EventView>('POST', path, {
    as: town.broker,
    body: { ...event, village: town.tricht.slug },
  });
  const { id, version } = held.body;
  await app.request('PUT', `${path}/${id}/sign-up`, { as: reader });
  const headers = { 'if-match': `"${version}"` };
  await app.request('PUT', `${path}/${id}`, { as: town.broker, headers, body: { ...event, place: 'De brug' } });
  await app.settle();
}

describe('mail that comes back for good', () => {
  it('is the last, until the person says that the address works again', async () => {
    const to = await returnPath();
    expect(to).toMatch(new RegExp(`^retour-[0-9a-f]{56}@${domain}$`));
    expect(await report(to)).toMatch(/^250/);
    expect(await report(to)).toMatch(/^250/);
    expect(await stateOf(reader)).toEqual({ choice: 'at_once', pausedAt: '2026-03-04T09:00:00.000Z' });
    const before = (await subjectsTo(app, reader)).length;
    await act(app, town.broker, 'put-on-agenda', point.id);
    expect(await subjectsTo(app, reader)).toHaveLength(before);
    expect((await listOf(app, reader)).map(({ kind }) => kind)).toContain('put_on_agenda');
    expect((await app.request('DELETE', '/api/v1/me/mail-pause', { as: reader })).status).toBe(204);
    await act(app, town.broker, 'take-off-agenda', point.id);
    expect(await subjectsTo(app, reader)).toHaveLength(before + 1);
    expect((await stateOf(reader)).pausedAt).toBeNull();
  });

  it('still leaves the way open to sign in', async () => {
    await report(await returnPath());
    await app.request('POST', '/api/v1/sign-in/code', { body: { email: reader.email } });
    await app.settle();
    expect(app.mail.received.at(-1)?.recipients).toEqual([reader.email]);
    expect(app.mail.received.at(-1)?.sender).toBe('noreply@kernagenda.test');
  });

  it.each(['4.4.1', '5.2.2', '5.7.1'])('is told from one that comes back with %s', async (status) => {
    expect(await report(await returnPath(), status)).toMatch(/^250/);
    expect((await stateOf(reader)).pausedAt).toBeNull();
  });

  it('keeps a digest in as well, from the moment it is known', async () => {
    const to = await returnPath();
    await choose(app, reader, '/me/mail-choice', { choice: 'daily' });
    await act(app, town.broker, 'put-on-agenda', point.id);
    await app.settle();
    await report(to);
    const before = (await subjectsTo(app, reader)).length;
    app.goTo(new Date('2026-03-05T06:00:00Z'));
    await app.get(DigestRuns).run();
    expect(await subjectsTo(app, reader)).toHaveLength(before);
  });

  it.each([
    ['a status letter', sendLetter],
    ['a change of an event', moveEvent],
  ])('counts for %s as well', async (_what, send) => {
    await send();
    const { sender = '' } = app.mail.received.findLast(({ recipients }) => recipients.includes(reader.email)) ?? {};
    expect(await report(sender)).toMatch(/^250/);
    const before = (await subjectsTo(app, reader)).length;
    await send();
    expect(await subjectsTo(app, reader)).toHaveLength(before);
  });
});

describe('an address that the mail server does not know', () => {
  it('gets no more mail, at once and by digest, and keeps nobody else waiting', async () => {
    const other = await aPerson(app);
    for (const person of [reader, other]) {
      await choose(app, person, '/me/mail-choice', { choice: 'daily' });
      await choose(app, person, `/proposals/${point.id}/follow`);
    }
    await act(app, town.broker, 'explore', point.id);
    await app.settle();
    app.mail.unknown.add(reader.email);
    app.goTo(new Date('2026-03-05T06:00:00Z'));
    await app.get(DigestRuns).run();
    expect(await subjectsTo(app, other)).toHaveLength(1);
    const rows: unknown = await app.dataSource.query(
      `select p.status, d.state from mail_pause p join digest d using (person_id) where person_id = $1`,
      [reader.id],
    );
    expect(rows).toEqual([{ status: '5.1.1', state: 'left_out' }]);
  });

  it('is not tried again for what is mailed at once', async () => {
    app.mail.unknown.add(reader.email);
    await act(app, town.broker, 'explore', point.id);
    await app.settle();
    expect((await stateOf(reader)).pausedAt).not.toBeNull();
  });
});

describe('attack 28: a forged report', () => {
  it.each([
    ['with another signature', (to: string) => to.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@'))],
    [
      'for another person',
      (to: string) => to.replace(/retour-.{32}/, `retour-${town.resident.id.replaceAll('-', '')}`),
    ],
    ['for another day', (to: string) => to.replace(/(retour-.{32})..../, '$1ffff')],
    ['at another domain', (to: string) => to.replace(domain, 'elders.example')],
    ['that is noise', () => `retour-${'0'.repeat(56)}@${domain}`],
  ])('%s is refused and pauses nobody', async (_how, forge) => {
    expect(await report(forge(await returnPath()))).toMatch(/550 .*adres bestaat niet/);
    expect([(await stateOf(reader)).pausedAt, (await stateOf(town.resident)).pausedAt]).toEqual([null, null]);
  });

  it('from a sender of its own is refused: a report has none', async () => {
    expect(await report(await returnPath(), '5.1.1', 'evil@dorp.test')).toMatch(/550/);
    expect((await stateOf(reader)).pausedAt).toBeNull();
  });

  it('to an address of long ago is refused', async () => {
    const to = await returnPath();
    app.goTo(new Date('2026-03-19T09:00:00Z'));
    expect(await report(to)).toMatch(/550/);
  });
});
