import { bouncedForGood } from './bounce';

const report = (action: string, status: string, type = 'message/delivery-status'): string =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain',
    '',
    'Status: 5.1.1 staat hier maar als tekst.',
    '--x',
    `Content-Type: ${type}`,
    '',
    'Reporting-MTA: dns; post.example',
    '',
    'Final-Recipient: rfc822; sanne@dorp.test',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--x--',
  ].join('\r\n');

it.each([
  ['an address that is not there', 'failed', '5.1.1', '5.1.1'],
  ['a mailbox that is closed', 'failed', '5.2.1', '5.2.1'],
  ['no reason', 'failed', '5.0.0', '5.0.0'],
  ['a delay', 'delayed', '4.4.1', null],
  ['a delay with a wrong status', 'delayed', '5.1.1', null],
  ['a mail that arrived', 'delivered', '2.0.0', null],
  ['a failure for now', 'failed', '4.2.2', null],
  ['a full mailbox', 'failed', '5.2.2', null],
  ['a mail that is too large', 'failed', '5.3.4', null],
  ['content that is not wanted', 'failed', '5.7.1', null],
  ['half a status', 'failed', '5.1', null],
])('a report of %s says whether the address is no good', (_what, action, status, told) => {
  expect(bouncedForGood(report(action, status))).toBe(told);
  expect(bouncedForGood(report(action, status).replaceAll('\r\n', '\n'))).toBe(told);
});

it('a mail that only talks of a report is none', () => {
  expect(bouncedForGood(report('failed', '5.1.1', 'text/plain'))).toBeNull();
  expect(bouncedForGood('')).toBeNull();
});

it('attack 18: a report of megabytes is read no further than its beginning', () => {
  const long = `${report('failed', 'x')}${'status: 5.'.repeat(500_000)}${'\r\n'.repeat(500_000)}`;
  expect(bouncedForGood(long)).toBeNull();
});
