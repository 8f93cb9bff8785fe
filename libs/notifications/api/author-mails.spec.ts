import { aPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';

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
    expect(app.mail.received).toEqual([]);
    await app.advance({ seconds: 12 });
    const mail = await app.mail.next(resident.email);
    expect(mail.subject).toBe(`Uw voorstel staat op de site: ${title}`);
    expect(mail.text).toContain(`https://kernagenda.test/voorstellen/${id}`);
  });

  it('hears which sentence, which rule and what would be accepted', async () => {
    const { tricht, neighbour, broker } = town;
    await aProposal(app).in(tricht).by(neighbour).refusedBy(broker).save();
    await app.advance({ seconds: 12 });
    const { text } = await app.mail.next(neighbour.email);
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

  it('hears nothing of a decision that was undone', async () => {
    const { tricht, secretary, broker } = town;
    const { id } = await aProposal(app).in(tricht).by(secretary).refusedBy(broker).save();
    await perform(app, broker, 'undo', await see(app, id, broker));
    await app.advance({ seconds: 12 });
    await app.settle();
    expect(app.mail.received.filter(({ recipients }) => recipients.includes(secretary.email))).toEqual([]);
  });

  it('attack 01: gets the own title as plain text, on one line of the subject', async () => {
    const { tricht, resident, broker } = town;
    const title = '<script>alert(1)</script> Bcc: iedereen@example.org';
    await aProposal(app).in(tricht).by(resident).with({ title }).approvedBy(broker).save();
    await app.advance({ seconds: 12 });
    const { mail, subject, recipients } = await app.mail.next(resident.email);
    expect(subject).toContain(title);
    expect(recipients).toEqual([resident.email]);
    expect(mail.html).toBeUndefined();
  });
});
