import { readDigest, wrongMails } from './digest-check.mjs';

const raw = (lines, rest = '') =>
  [
    'From: x',
    'Message-ID: <a@kernagenda.test>',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Een bankje (Dorp)',
    ...Array(lines).fill('- Dit punt is gepland'),
    rest,
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '- En nog 7 berichten.',
  ].join('\r\n');
const mail = { recipient: 'a@b.example', messageId: '<a>', lines: 3, shown: 3 };

it('reads how many lines a digest shows and counts', () => {
  expect(readDigest(raw(3), 'a@b.example')).toEqual({ ...mail, messageId: '<a@kernagenda.test>' });
  expect(readDigest(raw(10, 'En nog 1 bericht.'), 'a@b.example')).toMatchObject({ lines: 11, shown: 10 });
});

it('finds nothing wrong where everybody was told all once, also when a mail came again', () => {
  expect(wrongMails([mail, mail], new Map([['a@b.example', 3]]))).toEqual([]);
});

it.each([
  ['a digest too many', [mail, { ...mail, messageId: '<b>' }], 3, 'got two digests'],
  ['a line too few', [mail], 4, 'was told 3 lines of 4'],
  ['a line too many', [mail], 2, 'was told 3 lines of 2'],
  ['nothing', [], 3, 'was told 0 lines of 3'],
  ['a mail that is too long', [{ ...mail, lines: 11, shown: 11 }], 11, 'got 11 lines in one mail'],
  ['a mail to somebody else', [mail, { ...mail, recipient: 'c@d.example' }], 3, 'should have got nothing'],
])('finds %s', (_what, mails, lines, said) => {
  expect(wrongMails(mails, new Map([['a@b.example', lines]]))).toEqual([expect.stringContaining(said)]);
});
