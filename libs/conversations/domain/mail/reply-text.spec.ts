import * as fc from 'fast-check';
import { replyText } from './reply-text';

const own = 'Ja, dat is goed.\n\nDinsdag kan ik.';
const quoted = '> Beste secretaris,\n>\n> Kunt u dinsdag?';

describe('what somebody wrote in a mail that answers another', () => {
  it.each([
    ['nothing quoted', own],
    ['Gmail', `${own}\n\nOp ma 23 nov 2026 om 10:00 schreef Kernagenda <noreply@kernagenda.test>:\n\n${quoted}\n`],
    [
      'Gmail, folded',
      `${own}\n\nOp ma 23 nov 2026 om 10:00 schreef Kernagenda <\nnoreply@kernagenda.test>:\n\n${quoted}`,
    ],
    [
      'Gmail in English',
      `${own}\n\nOn Mon, 23 Nov 2026 at 10:00, Kernagenda <noreply@kernagenda.test> wrote:\n\n${quoted}`,
    ],
    [
      'Apple Mail',
      `${own}\n\nVerstuurd vanaf mijn iPhone\n\n> Op 23 nov. 2026 om 10:00 heeft Kernagenda <n@x.nl> het volgende geschreven:\n> \n> Beste`,
    ],
    [
      'Apple Mail on a Mac',
      `${own}\n\nOp 23 nov. 2026 om 10:00 heeft Kernagenda <n@x.nl> het volgende geschreven:\n\nBeste secretaris`,
    ],
    [
      'Outlook',
      `${own}\r\n\r\nVan: Kernagenda <noreply@kernagenda.test>\r\nVerzonden: maandag 23 november 2026 10:00\r\nAan: u\r\nOnderwerp: bericht\r\n\r\nBeste secretaris`,
    ],
    [
      'Outlook with a line',
      `${own}\n\n________________________________\nVan: Kernagenda <noreply@kernagenda.test>\n\nBeste`,
    ],
    ['an old Outlook', `${own}\n\n-----Oorspronkelijk bericht-----\nVan: Kernagenda\n\nBeste`],
    ['an answer below', `Op ma 23 nov 2026 om 10:00 schreef Kernagenda <n@x.nl>:\n${quoted}\n\n${own}`],
    ['a signature', `${own}\n-- \nDe secretaris\nDorpsstraat 1`],
    ['many blank lines', `\n\nJa, dat is goed.  \n\n\n\nDinsdag kan ik.\n\n`],
  ])('is what is left of %s', (_program, mail) => {
    expect(replyText(mail)).toBe(own);
  });

  it('keeps answers between the questions', () => {
    expect(replyText('> Kunt u dinsdag?\n\nJa.\n\n> En woensdag?\n\nNee.')).toBe('Ja.\n\nNee.');
  });

  it.each([
    'Op dinsdag schreef u over het bankje: dat is een goed idee.',
    'Van de bakker hoor ik dat het mag.',
    'Groet,\nDe secretaris',
    '- een bank\n- een prullenbak',
    'Van: de Haven\nnaar: de dijk',
  ])('keeps %j, which only looks like it', (text) => {
    expect(replyText(text)).toBe(text);
  });

  it('is nothing where nothing was written', () => {
    expect(replyText(quoted)).toBe('');
    expect(replyText('\n-- \nDe secretaris')).toBe('');
  });

  it('attack 18: has no more lines than the mail, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Op ', 'schreef ', 'On a', ' wrote', ':', '\n', '>', '-- ', 'Van: a@b', ' '), {
          maxLength: 400,
        }),
        (parts) => {
          const mail = parts.join('');
          const text = replyText(mail);
          expect(text.length).toBeLessThanOrEqual(mail.length);
          expect(replyText(text).length).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
