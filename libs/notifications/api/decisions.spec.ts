import { aPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { listOf } from './testing';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
afterAll(() => app.close());

describe('the author of a proposal', () => {
  it('hears that it was published, once the broker can no longer take that back', async () => {
    const { tricht, resident, broker } = town;
    const title = 'Een bankje bij de steiger';
    const { id } = await aProposal(app).in(tricht).by(resident).with({ title }).approvedBy(broker).save();
    await app.settle();
    expect([app.mail.received, await listOf(app, resident)]).toEqual([[], []]);
    await app.advance({ seconds: 12 });
    const mail = await app.mail.next(resident.email);
    expect(mail.subject).toBe(`Uw voorstel staat op de site: ${title}`);
    expect(mail.text).toContain(`https://kernagenda.test/voorstellen/${id}`);
    const [line] = await listOf(app, resident);
    expect(line).toMatchObject({ kind: 'approve', reason: 'author', proposalId: id, title, isRead: false });
  });

  it('hears which sentence, which rule and what would be accepted, and the subject keeps the private title', async () => {
    const { tricht, neighbour, broker } = town;
    await aProposal(app).in(tricht).by(neighbour).with({ title: 'De tuin van nummer 4' }).refusedBy(broker).save();
    await app.advance({ seconds: 12 });
    const { text, subject } = await app.mail.next(neighbour.email);
    expect(subject).toBe('Uw voorstel is niet geplaatst');
    expect(text).toContain('De tuin van nummer 4');
    expect(text).toContain(reasons.sentence);
    expect(text).toContain('Er staan gegevens in van iemand anders.');
    expect(text).toContain(reasons.wouldBeAccepted);
  });

  it('hears that a refusal is looked at again, and why', async () => {
    const { tricht, broker } = town;
    const author = await aPerson(app, { homeVillageId: tricht.id });
    const reason = 'Het huisnummer staat er niet in.';
    await aProposal(app).in(tricht).by(author).refusedBy(broker).then(broker, 'reconsider', { reason }).save();
    const { subject, text } = await app.mail.next(author.email);
    expect(subject).toContain('wordt opnieuw gelezen');
    expect(text).toContain(`Waarom?\n${reason}\n`);
  });

  it('attack 21: hears nothing of a decision that was undone', async () => {
    const { tricht, secretary, broker } = town;
    const { id } = await aProposal(app).in(tricht).by(secretary).refusedBy(broker).save();
    await perform(app, broker, 'undo', await see(app, id, broker));
    await app.advance({ seconds: 12 });
    await app.settle();
    expect(app.mail.received.filter(({ recipients }) => recipients.includes(secretary.email))).toEqual([]);
    expect(await listOf(app, secretary)).toEqual([]);
  });

  it.each([
    '<script>alert(1)</script> Bcc: iedereen@example.org',
    "{{constructor.constructor('return 1')()}} ${7*7} <%= 7*7 %> #{7*7}",
  ])('attack 20: gets the own title as it was typed: %s', async (title) => {
    const { tricht, resident, broker } = town;
    await aProposal(app).in(tricht).by(resident).with({ title }).approvedBy(broker).save();
    await app.advance({ seconds: 12 });
    const { mail, subject, recipients, text } = await app.mail.next(resident.email);
    expect(subject).toBe(`Uw voorstel staat op de site: ${title}`);
    expect(recipients).toEqual([resident.email]);
    expect(text).toContain(title);
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain(title.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&#39;'));
  });

  it('attack 01: gets the own name in the mail as text', async () => {
    const { tricht, neighbour, broker } = town;
    const body = { displayName: '<img src=x onerror=alert(1)>' };
    await app.request('PATCH', '/api/v1/me', { as: neighbour, body });
    await aProposal(app).in(tricht).by(neighbour).approvedBy(broker).save();
    await app.advance({ seconds: 12 });
    const { mail } = await app.mail.next(neighbour.email);
    expect(mail.html).toContain('Beste &lt;img src=x onerror=alert(1)&gt;,');
  });
});
