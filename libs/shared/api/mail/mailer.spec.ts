import { createTestApp } from '../testing';
import type { TestApp } from '../testing';
import { Mailer } from './mailer';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('a mail', () => {
  it('arrives as it was written', async () => {
    await app.get(Mailer).send({ to: 'sanne@dorp.test', subject: 'Wandelpad Tricht – één idee', text: 'Hallo <b>' });
    const { subject, text, mail } = await app.mail.next('sanne@dorp.test');
    expect([subject, text.trim(), mail.from?.address]).toEqual([
      'Wandelpad Tricht – één idee',
      'Hallo <b>',
      'noreply@kernagenda.test',
    ]);
  });

  it('attack 27: gets no header from its subject', async () => {
    await app.get(Mailer).send({ to: 'joost@dorp.test', subject: 'Hoi\r\nBcc: evil@dorp.test\r\n\r\nX', text: 'x' });
    const { mail, recipients, subject } = await app.mail.next('joost@dorp.test');
    expect(recipients).toEqual(['joost@dorp.test']);
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(subject).toBe('Hoi Bcc: evil@dorp.test X');
  });

  it.each([
    'a@dorp.test, evil@dorp.test',
    'a@dorp.test\r\nBcc: evil@dorp.test',
    'A <a@dorp.test>',
    'a@dorp.test;b@dorp.test',
  ])('attack 27: does not go to "%s"', async (to) => {
    await expect(app.get(Mailer).send({ to, subject: 'x', text: 'x' })).rejects.toThrow('one bare address');
  });
});
