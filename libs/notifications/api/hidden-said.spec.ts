import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { aProposal, aTown, reasons } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { ReceivedMail, TestApp } from '@kernagenda/shared/api/testing';
import { act, holdMail, listOf, subjectsTo } from './testing';

const [text, reason] = ['Bel de buurman op 06 1234.', 'Er staat een telefoonnummer in.'];

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;
let alderman: TestPerson;

beforeEach(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
  const scopeId = town.tricht.municipalityId;
  alderman = await aPerson(app, { roles: [{ role: 'alderman', scopeType: 'municipality', scopeId }] });
});
afterEach(() => app.close());

interface Said {
  readonly pointId: string;
  readonly id: string;
}
type Part = 'answers' | 'updates';

/** A point somebody supports, and what the alderman said on it; everybody was told. */
async function said(part: Part = 'answers'): Promise<Said> {
  const { id: pointId } = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  await app.request('PUT', `/api/v1/proposals/${pointId}/support`, { as: town.neighbour });
  const { body } = await calls.add(alderman, pointId, part, { text });
  await app.settle();
  return { pointId, id: body[part][0]?.id ?? '' };
}
const hide = async ({ id }: Said, because: string | null = reason): Promise<void> => {
  expect((await calls.hiding(town.broker, 'official-answers', id, because)).status).toBe(200);
};
const hiddenSubjects = async (as: TestPerson): Promise<readonly string[]> =>
  (await subjectsTo(app, as)).filter((subject) => subject.includes('niet meer zichtbaar'));
const hiddenLines = async (as: TestPerson) => (await listOf(app, as)).filter(({ kind }) => kind.endsWith('_hidden'));
const lastMailTo = ({ email }: TestPerson): ReceivedMail | undefined =>
  app.mail.received.findLast(({ recipients }) => recipients.includes(email));

describe('who said something for the town hall that a broker hid', () => {
  it.each([
    ['answers', 'official-answers', 'official_answer_hidden', 'Uw antwoord voor de gemeente is niet meer zichtbaar'],
    ['updates', 'status-updates', 'status_update_hidden', 'Uw nieuws over dit punt is niet meer zichtbaar'],
  ] as const)('of the %s hears it once, in the app and by mail, with the reason', async (part, path, kind, subject) => {
    const { pointId, id } = await said(part);
    expect((await calls.hiding(town.broker, path, id, reason)).status).toBe(200);
    expect(await hiddenSubjects(alderman)).toEqual([`${subject}: Een bankje aan de Linge`]);
    expect(await hiddenLines(alderman)).toMatchObject([{ kind, reason: 'commenter', proposalId: pointId }]);
    const mail = lastMailTo(alderman);
    expect(mail?.text).toContain(reason);
    expect(mail?.text).toContain(`/voorstellen/${pointId}`);
    expect(mail?.text).toContain('want u schreef iets bij dit punt');
    expect(mail?.text).toContain('Nooit meer mail');
    for (const person of [town.neighbour, town.resident, town.broker]) {
      expect(await hiddenSubjects(person)).toEqual([]);
      expect(await hiddenLines(person)).toEqual([]);
    }
  });

  it('attack 21: reads nothing of the words that were hidden, in no part of the mail, and nobody else is told why', async () => {
    await hide(await said());
    expect(await hiddenSubjects(alderman)).toHaveLength(1);
    const mail = lastMailTo(alderman);
    expect(JSON.stringify(mail)).not.toContain('06 1234');
    expect(mail?.text).not.toContain('Er is geld voor');
    const told = app.mail.received.filter((one) => one.text.includes(reason));
    expect(told.map(({ recipients }) => recipients)).toEqual([[alderman.email]]);
  });

  it('attack 21: is told nothing where the point was hidden before the mail went', async () => {
    const answer = await said();
    await holdMail(app, true);
    await hide(answer);
    await app.settle();
    await act(app, town.broker, 'hide', answer.pointId, reasons);
    await holdMail(app, false);
    expect(await hiddenSubjects(alderman)).toEqual([]);
    expect(await hiddenLines(alderman)).toEqual([]);
  });

  it('gets no mail of what was shown again before it went', async () => {
    const answer = await said();
    await holdMail(app, true);
    await hide(answer);
    await app.settle();
    await hide(answer, null);
    await holdMail(app, false);
    expect(await hiddenSubjects(alderman)).toEqual([]);
  });

  it('hears nothing when it is shown again, and once more, with the new reason, when it is hidden again', async () => {
    const answer = await said();
    await hide(answer);
    await app.settle();
    await hide(answer, null);
    expect(await hiddenSubjects(alderman)).toHaveLength(1);
    await app.advance({ seconds: 60 });
    await hide(answer, 'Er staat ook een naam in.');
    expect(await hiddenSubjects(alderman)).toHaveLength(2);
    expect(lastMailTo(alderman)?.text).toContain('Er staat ook een naam in.');
  });

  it('reads it in the app alone after having chosen for that', async () => {
    await app.request('PUT', '/api/v1/me/mail-choice', { as: alderman, body: { choice: 'in_app' } });
    await hide(await said());
    expect(await hiddenSubjects(alderman)).toEqual([]);
    expect(await hiddenLines(alderman)).toHaveLength(1);
  });

  it('hears nothing of own words that could not be hidden, nor does who hid the words of another', async () => {
    const { pointId } = await said();
    const own = (await calls.add(town.broker, pointId, 'answers')).body.answers.find(
      ({ allowedActions }) => allowedActions.length === 0,
    );
    expect((await calls.hiding(town.broker, 'official-answers', own?.id ?? '', reason)).status).toBe(403);
    expect(await hiddenSubjects(town.broker)).toEqual([]);
    expect(await hiddenLines(town.broker)).toEqual([]);
  });
});
