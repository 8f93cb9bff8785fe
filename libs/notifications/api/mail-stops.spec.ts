import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { FollowView, MailChoiceInput, StopView } from '@kernagenda/notifications/domain';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { Settings } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { StopTokens } from './stop-tokens';
import type { Stop } from './stop-tokens';
import { act } from './testing';

let app: TestApp;
let town: TestTown;
let point: ProposalView;
let supporter: TestPerson;
let mail: ReceivedMail;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
beforeEach(async () => {
  supporter = await aPerson(app, { homeVillageId: town.tricht.id });
  point = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  await app.request('PUT', `/api/v1/proposals/${point.id}/support`, { as: supporter });
  await act(app, town.broker, 'explore', point.id);
  mail = await app.mail.next(supporter.email);
});
afterAll(() => app.close());

const tokens = (): string[] =>
  [...mail.text.matchAll(/meldingen\/stop\?bewijs=(\S+)/g)].map(([, token]) => token ?? '');
const header = (name: string): string => mail.mail.headers.find(({ key }) => key === name)?.value ?? '';
const stop = (token: unknown, how = ''): Promise<TestResponse<StopView & ProblemBody>> =>
  app.request<StopView & ProblemBody>('POST', `/api/v1/mail-stops${how}`, { body: { token } });
const isFollowing = async (): Promise<boolean> =>
  (await app.request<FollowView>('GET', `/api/v1/proposals/${point.id}/follow`, { as: supporter })).body.isFollowing;
const choice = async (): Promise<string> =>
  (await app.request<MailChoiceInput>('GET', '/api/v1/me/mail-choice', { as: supporter })).body.choice;

describe('the link in a mail', () => {
  it('stops what is told about the point, without signing in, and starts it again', async () => {
    const [token] = tokens();
    expect((await stop(token)).body).toEqual({ what: 'point' });
    expect([await isFollowing(), await choice()]).toEqual([false, 'at_once']);
    expect((await stop(token, '/undo')).body).toEqual({ what: 'point' });
    expect(await isFollowing()).toBe(true);
  });

  it('stops all mail, and starts it again', async () => {
    const [, token] = tokens();
    expect((await stop(token)).body).toEqual({ what: 'all' });
    expect([await isFollowing(), await choice()]).toEqual([true, 'in_app']);
    await stop(token, '/undo');
    expect(await choice()).toBe('at_once');
  });

  it('works for sixty days and longer, and not for ever', async () => {
    const [token = ''] = tokens();
    const readAfter = (days: number): Stop =>
      new StopTokens(app.get(Settings), { now: () => new Date(app.now().getTime() + days * 86_400_000) }).read(token);
    expect(readAfter(61)).toEqual({ what: 'point', id: point.id, personId: supporter.id });
    expect(() => readAfter(92)).toThrow('invalid_code');
  });
});

describe('the button of a mail program', () => {
  const oneClick = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(app.origin + url.replace('https://kernagenda.test', ''), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'List-Unsubscribe=One-Click',
    });

  it('finds where to click in the mail, and needs no session (RFC 8058)', async () => {
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [, url = ''] = /^<(https:\/\/kernagenda\.test\/\S+)>$/.exec(header('list-unsubscribe')) ?? [];
    expect((await oneClick(url)).status).toBe(200);
    expect(await isFollowing()).toBe(false);
  });

  it('may stand on a page of another site', async () => {
    const url = header('list-unsubscribe').slice(1, -1);
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://webmail.example' };
    expect((await oneClick(url, headers)).status).toBe(200);
    expect(await isFollowing()).toBe(false);
  });

  it('changes nothing when the address is only read, as link scanners do', async () => {
    const url = header('list-unsubscribe').slice(1, -1).replace('https://kernagenda.test', '');
    expect((await app.request('GET', url)).status).toBe(404);
    expect(await isFollowing()).toBe(true);
  });

  it('opens no other route to forms or to other sites', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await oneClick('/api/v1/mail-stops', headers)).status).toBe(403);
    expect((await oneClick('/api/v1/mail-stops')).status).toBe(415);
  });
});

describe('a stop link that was tampered with', () => {
  const changed: readonly [string, (token: string, parts: string[]) => string][] = [
    ['without a signature', (_, parts) => parts.slice(0, 4).join('.')],
    ['with an empty signature', (_, parts) => [...parts.slice(0, 4), ''].join('.')],
    ['for another person', (_, [what, id, , day, sign]) => [what, id, town.resident.id, day, sign].join('.')],
    ['for another point', (_, [what, , person, day, sign]) => [what, town.tricht.id, person, day, sign].join('.')],
    ['for all mail', (_, [, id, person, day, sign]) => ['all', id, person, day, sign].join('.')],
    ['for longer', (_, [what, id, person, , sign]) => [what, id, person, '99999', sign].join('.')],
    ['with a letter too many', (token) => `${token}A`],
    ['with another head', (token) => `x${token}`],
    ['that is empty', () => ''],
    ['that is noise', () => '.....'],
  ];

  it('stops nothing', async () => {
    const [token = ''] = tokens();
    for (const [how, change] of changed) {
      for (const where of ['', '/undo']) {
        const { status, body } = await stop(change(token, token.split('.')), where);
        expect([how, status, body.code]).toEqual([how, 400, 'invalid_code']);
      }
    }
    expect([await isFollowing(), await choice()]).toEqual([true, 'at_once']);
  });

  it('that is no text is refused', async () => {
    for (const token of [null, 7, ['x'], { a: 1 }, undefined]) expect((await stop(token)).status).toBe(400);
  });

  it('attack 14: tells nothing about anybody', async () => {
    const { body } = await stop(tokens()[0]);
    expect(Object.keys(body)).toEqual(['what']);
  });
});
