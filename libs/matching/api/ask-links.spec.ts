import { PeopleRegistry } from '@kernagenda/identity/api';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { AskView, MatchFlagView } from '@kernagenda/matching/domain';
import { Settings } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { AskTokens } from './ask-tokens';
import { aSide, answerAsk, approved, inGroup, introduced, requireFlag, sideOf } from './testing';
import type { Side } from './testing';

type Answer = Promise<TestResponse<AskView & ProblemBody>>;

let app: TestApp;
let tuil: Side;
let deil: Side;
let secretary: TestPerson;
let flag: MatchFlagView;
let askId: string;

const titles = ['Een nestschommel', 'Een fluistersloep', 'Een ooievaarsnest', 'Een bijenhotel', 'Een geveltuin'];
const more = [
  'Een luisterbankje',
  'Een speelbos',
  'Een waterpomp',
  'Een repaircafé',
  'Een weidemolen',
  'Een kabelbaan',
];
const fresh = [...titles, ...more];

beforeAll(async () => {
  app = await createTestApp();
});
beforeEach(async () => {
  const title = fresh.pop() ?? '';
  tuil = await aSide(app, 'Tuil');
  deil = await aSide(app, 'Deil');
  secretary = await inGroup(app, tuil.village);
  const { id } = await approved(app, tuil, title);
  await approved(app, deil, title);
  flag = await introduced(app, deil.broker, await requireFlag(app, deil.broker, id));
  ({ askId } = sideOf(flag, tuil));
});
afterAll(() => app.close());

const link = ({ id }: TestPerson, ask = askId): string => app.get(AskTokens).make({ askId: ask, personId: id });
const look = (token: string): Answer => app.request('GET', `/api/v1/ask-links?token=${encodeURIComponent(token)}`);
const accept = (token: string, body: object = {}): Answer =>
  app.request('POST', '/api/v1/ask-links/accept', { body: { token, ...body } });
const decline = (token: string, body: object = { reason: 'not_now' }): Answer =>
  app.request('POST', '/api/v1/ask-links/decline', { body: { token, ...body } });
const statesOf = (): Promise<unknown[]> =>
  app.dataSource.query('select state from match_ask where flag_id = $1 order by state', [flag.id]);

describe('a link in a mail', () => {
  it('says what is asked, and changes nothing however often it is read', async () => {
    for (let times = 0; times < 3; times += 1) {
      const { status, body } = await look(link(secretary));
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: askId, label: flag.label, introducedBy: 'Sanne' });
      expect(body.side).toMatchObject({ state: 'asked', allowedActions: ['accept', 'decline'] });
    }
    expect(await statesOf()).toEqual([{ state: 'asked' }, { state: 'asked' }]);
  });

  it('answers once, without signing in, and says so afterwards', async () => {
    const token = link(secretary);
    const { status, body } = await accept(token);
    expect([status, body.side.state]).toEqual([200, 'accepted']);
    expect((await look(token)).body.side).toMatchObject({ state: 'accepted', answeredBy: 'Sanne', allowedActions: [] });
    for (const again of [await accept(token), await decline(token)]) {
      expect([again.status, again.body.code]).toEqual([409, 'wrong_state']);
      expect(again.body.detail).toContain('Tuil said yes');
    }
    const entries = await app.dataSource.query<{ actor_id: string }[]>(
      'select actor_id from audit_entry where object_id = $1',
      [askId],
    );
    expect(entries).toEqual([{ actor_id: secretary.id }]);
  });

  it('says no with a reason', async () => {
    expect((await decline(link(secretary), {})).status).toBe(400);
    const { body } = await decline(link(secretary), { reason: 'no_people', note: 'Nu niet.' });
    expect(body.side).toMatchObject({ state: 'declined', reason: 'no_people', note: 'Nu niet.' });
    expect(body.flagState).toBe('declined');
  });

  it('attack 10: used five times at the same moment answers once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => accept(link(secretary))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it('works for fourteen days and not longer', async () => {
    const readAfter = (days: number) =>
      new AskTokens(app.get(Settings), { now: () => new Date(app.now().getTime() + days * 86_400_000) }).read(
        link(secretary),
      );
    expect(readAfter(14)).toEqual({ askId, personId: secretary.id });
    expect(() => readAfter(16)).toThrow('invalid_code');
  });

  it('attack 12: dies with the role of who got it, also to look at', async () => {
    const token = link(secretary);
    const role = { role: 'secretary', scopeType: 'village', scopeId: tuil.village.id } as const;
    await app.dataSource.transaction((manager) => app.get(PeopleRegistry).endRole(manager, secretary.id, role));
    await app.advance({ seconds: 1 });
    for (const { status, body } of [await look(token), await accept(token), await decline(token)])
      expect([status, body.code]).toEqual([400, 'invalid_code']);
    expect((await answerAsk(app, secretary, askId)).status).toBe(404);
    // Without a group who wrote the point answers.
    expect((await accept(link(tuil.resident))).status).toBe(200);
  });

  it('attack 12: dies for an author once the village has a group', async () => {
    const token = link(deil.resident, sideOf(flag, deil).askId);
    expect((await look(token)).status).toBe(200);
    await inGroup(app, deil.village);
    for (const { body } of [await look(token), await accept(token)]) expect(body.code).toBe('invalid_code');
  });

  it('attack 04: answers for no other village, and not as who may not', async () => {
    const other = sideOf(flag, deil).askId;
    for (const token of [link(secretary, other), link(tuil.resident), link(tuil.broker)])
      for (const { status, body } of [await look(token), await accept(token), await decline(token)])
        expect([status, body.code]).toEqual([400, 'invalid_code']);
    expect(await statesOf()).toEqual([{ state: 'asked' }, { state: 'asked' }]);
  });

  it('attack 04: that was changed or signed for something else is none', async () => {
    const token = link(secretary);
    const [ask = '', person = '', day = '', sign = ''] = token.split('.');
    const forged = [
      [sideOf(flag, deil).askId, person, day, sign],
      [ask, deil.resident.id, day, sign],
      [ask, person, '99999', sign],
      [ask, person, day],
      [ask, person, day, ''],
      [`stop.${ask}`, person, day, sign],
      ['.....'],
      [''],
    ].map((words) => words.join('.'));
    for (const one of [...forged, `${token}A`])
      for (const { status, body } of [await look(one), await accept(one)])
        expect([one, status, body.code]).toEqual([one, 400, 'invalid_code']);
    for (const bad of [null, 7, ['x'], undefined])
      expect((await app.request('POST', '/api/v1/ask-links/accept', { body: { token: bad } })).status).toBe(400);
  });

  it('dies with an introduction that was taken back', async () => {
    const token = link(secretary);
    const headers = { 'if-match': `"${flag.version}"` };
    await app.request('POST', `/api/v1/match-flags/${flag.id}/undo-introduction`, { as: deil.broker, headers });
    expect((await look(token)).body.code).toBe('invalid_code');
  });
});
