import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { Escalations, Refreshes } from '@kernagenda/commitments/api';
import { PromiseCalls, storyBody } from '@kernagenda/commitments/api/testing';
import type { PromisesView } from '@kernagenda/commitments/domain';
import { aTown, aProposal, reasons } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import { act, holdMail, listOf, subjectsTo } from './testing';

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;
let follower: TestPerson;

beforeEach(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
  follower = await aPerson(app);
  await app.request('PUT', `/api/v1/villages/${town.tricht.slug}/follow`, { as: follower });
});
afterEach(() => app.close());

const aPoint = async (): Promise<string> => {
  const { id } = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  await app.request('PUT', `/api/v1/proposals/${id}/support`, { as: town.neighbour });
  return id;
};
const promiseSubjects = async (as: TestPerson): Promise<readonly string[]> =>
  (await subjectsTo(app, as)).filter((subject) =>
    /toezegging|toegezegd|geantwoord|gekeken|nieuws|Klopt|gegaan/.test(subject),
  );

describe('what the town hall says and promises', () => {
  it('reaches author, supporter and follower of the village, each once in each channel, and not who said it', async () => {
    const id = await aPoint();
    await app.request('PUT', `/api/v1/villages/${town.tricht.slug}/follow`, { as: town.neighbour });
    await app.request('PUT', `/api/v1/proposals/${id}/follow`, { as: town.broker });
    await calls.commit(town.broker, id, { what: 'De bank plaatsen' });
    for (const [person, reason] of [
      [town.resident, 'author'],
      [town.neighbour, 'supporter'],
      [follower, 'village'],
    ] as const) {
      expect(await promiseSubjects(person)).toEqual(['De gemeente heeft iets toegezegd: Een bankje aan de Linge']);
      const lines = (await listOf(app, person)).filter(({ kind }) => kind === 'promise_made');
      expect(lines).toMatchObject([{ proposalId: id, reason }]);
    }
    expect(await promiseSubjects(town.broker)).toEqual([]);
    const mail = app.mail.received.find(({ recipients }) => recipients.includes(town.neighbour.email));
    expect(mail?.text).toContain('De bank plaatsen');
    expect(mail?.text).toContain('Uiterlijk 20 maart 2026');
    expect(mail?.text).toContain(`/voorstellen/${id}`);
  });

  it('tells each step: answered, found out, moved, kept, news, withdrawn', async () => {
    const id = await aPoint();
    const { broker } = town;
    await calls.add(broker, id, 'answers');
    await act(app, broker, 'explore', id);
    expect((await calls.add(broker, id, 'feasibility')).status).toBe(201);
    await calls.add(broker, id, 'updates');
    const made = await calls.commit(broker, id);
    const reason = 'De leverancier is laat.';
    const moved = (await calls.act(broker, 'move', made, { dueOn: '2026-03-25', reason })).body;
    await calls.act(broker, 'keep', moved, { text: 'De bank staat.', photos: [] });
    await calls.act(broker, 'withdraw', await calls.commit(broker, id), { reason: 'Het geld is op.' });
    const subjects = (await promiseSubjects(town.neighbour)).map((subject) => subject.split(':')[0]);
    expect([...subjects].sort()).toEqual([
      'De gemeente heeft geantwoord',
      'De gemeente heeft iets toegezegd',
      'De gemeente heeft iets toegezegd',
      'Een toezegging heeft een andere datum',
      'Een toezegging is ingetrokken',
      'Een toezegging is nagekomen',
      'Er is gekeken of dit kan',
      'Er is nieuws over dit punt',
    ]);
    expect(app.mail.received.some(({ text }) => text.includes(reason))).toBe(true);
  });

  it('tells once how a point that is done went, however often it is told better', async () => {
    const id = await aPoint();
    for (const [action, body] of [
      ['explore'],
      ['put-on-agenda'],
      ['plan', { teamId: null, executor: null, dueOn: '2026-12-01' }],
      ['start'],
      ['finish', { evidence: { text: 'De bank staat er.' } }],
    ] as const)
      await act(app, town.broker, action, id, body);
    for (const version of [0, 1]) expect((await calls.tellStory(town.broker, id, version)).status).toBe(200);
    for (const person of [town.resident, town.neighbour, follower])
      expect(await promiseSubjects(person)).toEqual(['Zo is het gegaan: Een bankje aan de Linge']);
    const mail = app.mail.received.find(
      ({ recipients, text }) => recipients.includes(follower.email) && text.includes(storyBody.after),
    );
    expect(mail?.text).toContain('Op de pagina staat het hele verhaal.');
  });

  it('does not reach who follows the village and wants no more of this point', async () => {
    const id = await aPoint();
    await app.dataSource.query(
      'insert into follow (person_id, proposal_id, is_on, since) values ($1, $2, false, now())',
      [follower.id, id],
    );
    await calls.add(town.broker, id, 'updates');
    expect(await promiseSubjects(follower)).toEqual([]);
    expect((await listOf(app, follower)).filter(({ kind }) => kind === 'status_update')).toEqual([]);
  });

  it('stops by the link in its mail, for the village one follows, also where that shares the point', async () => {
    const id = await aPoint();
    const shared = await aVillage(app, { name: 'Deil' });
    const elsewhere = await aPerson(app);
    await app.request('PUT', `/api/v1/villages/${shared.slug}/follow`, { as: elsewhere });
    const share = 'insert into proposal_also_village (proposal_id, village_id) values ($1, $2)';
    await app.dataSource.query(share, [id, shared.id]);
    await calls.add(town.broker, id, 'updates');
    expect(await promiseSubjects(elsewhere)).toHaveLength(1);
    const mail = app.mail.received.find(({ recipients }) => recipients.includes(elsewhere.email));
    expect(mail?.text).toContain('Geen berichten meer over dit dorp');
    const token = /stop\?bewijs=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    await holdMail(app, true);
    await calls.add(town.broker, id, 'answers');
    await app.settle();
    expect((await app.request('POST', '/api/v1/mail-stops', { body: { token } })).status).toBeLessThan(300);
    await holdMail(app, false);
    expect(await promiseSubjects(elsewhere)).toHaveLength(1);
    expect(await promiseSubjects(follower)).toHaveLength(2);
  });

  it('goes in no mail once the support was taken back', async () => {
    const id = await aPoint();
    await app.settle();
    await holdMail(app, true);
    await calls.add(town.broker, id, 'updates');
    await app.settle();
    await app.request('DELETE', `/api/v1/proposals/${id}/support`, { as: town.neighbour });
    await holdMail(app, false);
    expect(await promiseSubjects(town.neighbour)).toEqual([]);
    expect(await promiseSubjects(town.resident)).toHaveLength(1);
  });

  it.each([
    ['answers', 'official-answers'],
    ['updates', 'status-updates'],
  ] as const)('attack 21: leaves out one of the %s that was hidden itself, in list and mail', async (kind, path) => {
    const id = await aPoint();
    const scopeId = town.tricht.municipalityId;
    const alderman = await aPerson(app, { roles: [{ role: 'alderman', scopeType: 'municipality', scopeId }] });
    await app.settle();
    await holdMail(app, true);
    const text = 'Bel de buurman op 06 1234.';
    const said = (await calls.add(alderman, id, kind, { text })).body[kind][0];
    await app.settle();
    const linesOf = async (as: TestPerson): Promise<readonly string[]> =>
      (await listOf(app, as)).map(({ kind }) => kind).filter((kind) => /official_answer|status_update/.test(kind));
    expect(await linesOf(town.neighbour)).toHaveLength(1);
    expect((await calls.hiding(town.broker, path, said?.id ?? '', 'Er staat een nummer in.')).status).toBe(200);
    await holdMail(app, false);
    for (const person of [town.neighbour, town.resident, follower]) {
      expect(await promiseSubjects(person)).toEqual([]);
      expect(await linesOf(person)).toEqual([]);
    }
    expect(app.mail.received.some((mail) => mail.text.includes('06 1234'))).toBe(false);
  });

  it('attack 21: leaves out what was hidden before its mail went, for its author too', async () => {
    const id = await aPoint();
    await app.settle();
    await holdMail(app, true);
    await calls.add(town.broker, id, 'answers', { text: 'Dit antwoord blijft verborgen.' });
    await app.settle();
    await act(app, town.broker, 'hide', id, reasons);
    await holdMail(app, false);
    expect(await promiseSubjects(town.neighbour)).toEqual([]);
    expect(await promiseSubjects(town.resident)).toEqual([]);
    expect(app.mail.received.some(({ text }) => text.includes('blijft verborgen'))).toBe(false);
    expect((await listOf(app, town.resident)).map(({ kind }) => kind)).not.toContain('official_answer');
  });

  it('attack 27: puts no header into a mail, whatever stands in a promise', async () => {
    const id = await aPoint();
    await calls.commit(town.broker, id, { what: 'De bank\r\nBcc: ander@dorp.test\r\n\r\nplaatsen' });
    await promiseSubjects(town.neighbour);
    const mail = app.mail.received.find(({ recipients }) => recipients.includes(town.neighbour.email));
    expect(mail?.text).toContain('De bank Bcc: ander@dorp.test plaatsen');
    expect(app.mail.received.flatMap(({ recipients }) => recipients)).not.toContain('ander@dorp.test');
  });
});

describe('a late promise', () => {
  it('is mailed to the broker, then the team, then the alderman, each once', async () => {
    const team = await aTeam(app, town.tricht);
    const official = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: team.id }] });
    const scope = { scopeType: 'municipality', scopeId: town.tricht.municipalityId } as const;
    const alderman = await aPerson(app, { roles: [{ role: 'alderman', ...scope }] });
    await calls.commit(town.broker, await aPoint(), { teamId: team.id, dueOn: '2026-03-06' });
    const late = 'Een toezegging is te laat: Een bankje aan de Linge';
    const told = async () =>
      Promise.all(
        [town.broker, official, alderman].map(
          async (one) => (await promiseSubjects(one)).filter((s) => s === late).length,
        ),
      );
    // Friday 6 March, then its first working day, the fifth and the tenth.
    for (const [days, expected] of [
      [6, [0, 0, 0]],
      [1, [1, 0, 0]],
      [4, [1, 1, 0]],
      [7, [1, 1, 1]],
    ] as const) {
      await app.advance({ days });
      await app.get(Escalations).escalate();
      await app.get(Escalations).escalate();
      expect(await told()).toEqual(expected);
    }
  });

  it('is mailed to the broker who keeps it once: there is no team to tell at the fifth day', async () => {
    await calls.commit(town.broker, await aPoint(), { dueOn: '2026-03-06' });
    await app.advance({ days: 7 });
    await app.get(Escalations).escalate();
    await app.settle();
    await app.advance({ days: 4 });
    await app.get(Escalations).escalate();
    expect(await promiseSubjects(town.broker)).toEqual(['Een toezegging is te laat: Een bankje aan de Linge']);
  });

  it('is not mailed when it was kept before the mail went', async () => {
    const made = await calls.commit(town.broker, await aPoint(), { dueOn: '2026-03-03' });
    await app.settle();
    await app.advance({ days: 2 });
    await holdMail(app, true);
    await app.get(Escalations).escalate();
    await app.settle();
    await calls.act(town.broker, 'keep', made, { text: 'De bank staat.', photos: [] });
    await holdMail(app, false);
    expect(await promiseSubjects(town.broker)).toEqual([]);
  });
});

it('asks the broker of a silent point whether it still is right, with a link that says so', async () => {
  const wish = aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker);
  const { id } = await wish.then(town.broker, 'explore').then(town.broker, 'put-on-agenda').save();
  await app.settle();
  await app.advance({ days: 91 });
  await app.get(Refreshes).ask();
  expect(await promiseSubjects(town.broker)).toEqual(['Klopt dit nog? Een bankje aan de Linge']);
  const mail = app.mail.received.findLast(({ recipients }) => recipients.includes(town.broker.email));
  const token = /klopt-nog\?bewijs=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect((await app.request('POST', '/api/v1/refresh-links/confirm', { body: { token } })).status).toBe(200);
  const { body } = await app.request<PromisesView>('GET', `/api/v1/proposals/${id}/promises`);
  expect(body.updates).toMatchObject([{ kind: 'still_right' }]);
});
