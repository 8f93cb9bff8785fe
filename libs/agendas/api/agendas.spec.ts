import { randomUUID } from 'node:crypto';
import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type {
  AgendaComparison,
  AgendaContent,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
} from '@kernagenda/agendas/domain';

let app: TestApp;
let town: TestTown;
let admin: TestPerson;

beforeAll(async () => {
  app = await createTestApp({ now: '2026-03-02T09:00:00Z' });
  admin = await aPerson(app, { roles: [{ role: 'admin', scopeType: 'installation', scopeId: installationId }] });
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const path = (of = town): string => `/api/v1/agendas/${of.tricht.slug}`;
const agenda = async (as: TestPerson | null = null) => (await app.request<AgendaView>('GET', path(), { as })).body;
const content = async (slug = town.tricht.slug) =>
  (await app.request<AgendaContent>('GET', `/api/v1/agendas/${slug}/content`)).body;
const version = async (number: number) =>
  (await app.request<AgendaVersionView>('GET', `${path()}/versions/${number}`)).body;
const compare = async (query: string) =>
  (await app.request<AgendaComparison & ProblemBody>('GET', `${path()}/compare?${query}`)).body;
const freeze = (input = {}, { as = town.secretary as TestPerson | null, headers = {} } = {}) =>
  app.request<AgendaVersionSummary & ProblemBody>('POST', `${path()}/versions`, {
    as,
    headers,
    body: { referenceOn: '2026-03-02', receivedBy: 'De wethouder', ...input },
  });
const share = (villageIds: readonly string[], slug = town.tricht.slug) =>
  app.request('PUT', `/api/v1/agendas/${slug}/villages`, { as: admin, body: { villageIds } });
const wish = (given = {}) =>
  aProposal(app).in(town.tricht).by(town.resident).with(given).approvedBy(town.broker).save();
const move = async (point: Pick<ProposalView, 'id'>, action: string, body?: object) => {
  const { status } = await perform(app, town.broker, action, await see(app, point.id, town.broker), body);
  expect(status).toBe(200);
};
const titles = (points: readonly { readonly title: string }[]) => points.map(({ title }) => title);

describe('the agenda of a village', () => {
  it('says of every point who has to act, since when, and who carries it out', async () => {
    const point = await wish({ title: 'Een bank bij de haven' });
    await move(point, 'explore');
    await move(point, 'put-on-agenda');
    const team = await aTeam(app, town.tricht);
    await move(point, 'plan', { teamId: team.id, byResidents: true, executor: 'Dorpsplatform', dueOn: '2026-06-01' });
    const { points, villages, at } = await content();
    expect(villages).toEqual([{ id: town.tricht.id, slug: town.tricht.slug, name: 'Tricht' }]);
    expect(at).toBe(app.now().toISOString());
    expect(points).toMatchObject([
      {
        title: 'Een bank bij de haven',
        agendaState: 'planned',
        actingParty: 'municipality',
        statusAt: app.now().toISOString(),
        plan: { team, byResidents: true, executor: 'Dorpsplatform', dueOn: '2026-06-01' },
      },
    ]);
  });

  it('has what everybody may read and no more: not what waits, was hidden, withdrawn or merged', async () => {
    const [kept, hidden, withdrawn, merged] = [
      await wish({ title: 'Blijft staan' }),
      await wish({ title: 'Wordt verborgen' }),
      await wish({ title: 'Wordt ingetrokken' }),
      await wish({ title: 'Gaat op in een ander' }),
    ];
    await aProposal(app).in(town.tricht).by(town.resident).with({ title: 'Wacht nog' }).submitted().save();
    await perform(app, town.broker, 'hide', await see(app, hidden.id, town.broker), reasons);
    await perform(app, town.resident, 'withdraw', await see(app, withdrawn.id, town.resident));
    await move(merged, 'merge', { targetId: kept.id });
    expect(titles((await content()).points)).toEqual(['Blijft staan']);
  });

  it('says what was promised and until when, and which milestones come, by date; kept and reached ones are gone', async () => {
    const point = await wish();
    const calls = new PromiseCalls(app);
    const { broker } = town;
    const kept = await calls.commit(broker, point.id, { what: 'De plek bekijken', dueOn: '2026-03-04' });
    const promised = await calls.commit(broker, point.id, { what: 'De bank plaatsen', dueOn: '2026-04-20' });
    await calls.add(broker, point.id, 'milestones', { title: 'De bank staat', when: '2026-04' });
    await calls.act(broker, 'keep', kept, { text: 'Wij waren er samen.', photos: [] });
    const { points } = await content();
    expect(points.map(({ dues }) => dues)).toMatchObject([
      [
        { kind: 'milestone', what: 'De bank staat', when: '2026-04', team: null },
        { id: promised.id, kind: 'promise', what: 'De bank plaatsen', when: '2026-04-20', team: null },
      ],
    ]);
    const [asked] = (await calls.get(broker, point.id)).body.commitments.filter(({ id }) => id === promised.id);
    if (asked) await calls.act(broker, 'ask', asked, { question: 'Op welke plek komt de bank?' });
    const milestone = (await calls.get(broker, point.id)).body.milestones[0];
    const reached = { title: 'De bank staat', when: '2026-04', isReached: true };
    await app.request('PUT', `/api/v1/milestones/${milestone?.id}`, { as: broker, body: reached });
    expect((await content()).points.map(({ dues }) => dues)).toMatchObject([[{ id: promised.id }]]);
  });

  it('of a version tells nothing that is promised now: that stands on the agenda of now', async () => {
    const point = await wish();
    await new PromiseCalls(app).commit(town.broker, point.id);
    await freeze();
    expect((await content()).points.map(({ dues }) => dues.length)).toEqual([1]);
    expect((await version(1)).content.map(({ dues }) => dues)).toEqual([[]]);
    expect((await compare('from=1')).changes).toEqual([]);
  });

  it('says why something cannot be, and what can', async () => {
    const point = await wish();
    const note = { reason: 'De oever is van het waterschap.', alternative: 'Een bank aan de overkant.' };
    await move(point, 'mark-not-feasible', note);
    expect((await content()).points).toMatchObject([{ agendaState: 'not_feasible', ...note }]);
  });

  it('is there for a village that never had one written down, and for no other address', async () => {
    expect(await agenda()).toMatchObject({ villages: [{ name: 'Tricht' }], versions: [], allowedActions: [] });
    expect((await app.request('GET', '/api/v1/agendas/nergens')).status).toBe(404);
    expect((await app.request('GET', '/api/v1/agendas/nergens/content')).status).toBe(404);
  });

  it('asks as much of the database for fifty points as for five', async () => {
    const calls = new PromiseCalls(app);
    const one = async () => calls.commit(town.broker, (await wish()).id);
    const make = (count: number) => Promise.all(Array.from({ length: count }, one));
    await make(5);
    const few = await app.queriesDuring(() => content());
    await make(45);
    const many = await app.queriesDuring(() => content());
    expect((await content()).points).toHaveLength(50);
    expect(many).toHaveLength(few.length);
  });
});

describe('an agenda that two villages share', () => {
  it('is one: each point once, under both addresses, with versions of both', async () => {
    const heesselt = await aVillage(app, { name: 'Heesselt' });
    expect((await share([town.tricht.id, heesselt.id])).status).toBe(204);
    const shared = await wish({ title: 'Eén punt van twee dorpen' });
    await app.dataSource.query('insert into proposal_also_village values ($1, $2)', [shared.id, heesselt.id]);
    const author = await aPerson(app, { homeVillageId: heesselt.id });
    const brokers = [{ role: 'broker', scopeType: 'village', scopeId: heesselt.id } as const];
    const broker = await aPerson(app, { roles: brokers });
    await aProposal(app).in(heesselt).by(author).with({ title: 'Van Heesselt' }).approvedBy(broker).save();
    expect(await content(heesselt.slug)).toEqual(await content());
    expect(titles((await content()).points).sort()).toEqual(['Eén punt van twee dorpen', 'Van Heesselt']);
    expect((await freeze()).status).toBe(201);
    const { body } = await app.request<AgendaView>('GET', `/api/v1/agendas/${heesselt.slug}`, { as: broker });
    expect(body).toMatchObject({
      villages: [{ name: 'Heesselt' }, { name: 'Tricht' }],
      versions: [{ number: 1, points: 2 }],
      allowedActions: ['freeze', 'curate'],
    });
  });

  it('keeps its versions with the village that stays; who leaves begins anew', async () => {
    const heesselt = await aVillage(app, { name: 'Heesselt' });
    await share([town.tricht.id, heesselt.id]);
    await freeze();
    expect((await share([town.tricht.id, heesselt.id])).status).toBe(204);
    expect((await agenda()).versions).toHaveLength(1);
    expect((await share([town.tricht.id])).status).toBe(204);
    expect(await agenda()).toMatchObject({ villages: [{ name: 'Tricht' }], versions: [{ number: 1 }] });
    const { body } = await app.request<AgendaView>('GET', `/api/v1/agendas/${heesselt.slug}`);
    expect(body).toMatchObject({ villages: [{ name: 'Heesselt' }], versions: [] });
  });

  it('takes in a village of another agenda, but none with versions of its own', async () => {
    const [heesselt, varik] = [await aVillage(app, { name: 'Heesselt' }), await aVillage(app, { name: 'Varik' })];
    await share([heesselt.id, varik.id], heesselt.slug);
    expect((await share([town.tricht.id, heesselt.id])).status).toBe(204);
    expect((await agenda()).villages.map(({ name }) => name)).toEqual(['Heesselt', 'Tricht']);
    await freeze();
    expect((await share([varik.id, town.tricht.id], varik.slug)).status).toBe(409);
    expect((await agenda()).villages.map(({ name }) => name)).toEqual(['Heesselt', 'Tricht']);
  });

  it('is not made without the village itself, nor with one there is not', async () => {
    const heesselt = await aVillage(app, { name: 'Heesselt' });
    expect((await share([heesselt.id])).status).toBe(400);
    expect((await share([town.tricht.id, randomUUID()])).status).toBe(400);
    expect((await share([])).status).toBe(400);
    expect((await agenda()).villages).toHaveLength(1);
  });
});

describe('a version', () => {
  it('keeps number, day, reference day, who received it, and the points as they stood', async () => {
    const point = await wish({ title: 'Een bank bij de haven' });
    const { status, body } = await freeze({ referenceOn: '2026-02-27', receivedBy: ' Wethouder  en raad ' });
    expect(status).toBe(201);
    const cover = {
      number: 1,
      frozenAt: app.now().toISOString(),
      referenceOn: '2026-02-27',
      receivedBy: 'Wethouder en raad',
      points: 1,
    };
    expect(body).toEqual(cover);
    await move(point, 'explore');
    expect(await version(1)).toMatchObject({
      ...cover,
      leftOut: 0,
      content: [{ title: 'Een bank bij de haven', agendaState: 'wish', actingParty: 'group_and_broker' }],
    });
    expect((await agenda()).versions).toEqual([cover]);
  });

  it('keeps the whole point: read again it is as the agenda was', async () => {
    const [planned, cannot, later, ofBroker] = [await wish(), await wish(), await wish(), await wish()];
    const team = await aTeam(app, town.tricht);
    for (const action of ['explore', 'put-on-agenda']) await move(planned, action);
    await move(planned, 'plan', { teamId: team.id, byResidents: true, executor: 'Dorpsplatform', dueOn: '2026-06-01' });
    for (const action of ['explore', 'put-on-agenda']) await move(ofBroker, action);
    await move(ofBroker, 'plan', { teamId: null, executor: null, dueOn: '2026-06-01' });
    await move(cannot, 'mark-not-feasible', { reason: 'De oever is te smal.', alternative: 'Aan de overkant.' });
    await move(later, 'explore');
    await move(later, 'hold', { reason: 'De dijk gaat open.', reviewOn: '2026-09-01' });
    const { points } = await content();
    await freeze();
    expect((await version(1)).content).toEqual(points);
  });

  it('is told to the pages that are open', async () => {
    const page = await app.open();
    expect(await page.join(`village:${town.tricht.id}`)).toBe(true);
    await freeze();
    expect(await page.hears('agenda')).toEqual({ kind: 'agenda', villageId: town.tricht.id });
  });

  it('counts on, under a number nobody else has', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => freeze()));
    expect(answers.map(({ body }) => body.number).sort()).toEqual([1, 2, 3, 4]);
    expect((await agenda()).versions.map(({ number }) => number)).toEqual([4, 3, 2, 1]);
  });

  it('attack 10: is made once by a call that arrives twice', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, second] = [await freeze({}, { headers }), await freeze({}, { headers })];
    expect(second.body).toEqual(first.body);
    expect((await agenda()).versions).toHaveLength(1);
    expect((await freeze({ receivedBy: 'Iemand anders' }, { headers })).status).toBe(422);
  });

  it.each([
    ['a day to come', { referenceOn: '2026-03-03' }, '/referenceOn'],
    ['a day that is none', { referenceOn: '2026-02-30' }, '/referenceOn'],
    ['nobody who received it', { receivedBy: ' ' }, '/receivedBy'],
  ])('is not made with %s', async (_, input, pointer) => {
    const { status, body } = await freeze(input);
    expect([status, body.errors?.map((error) => error.pointer)]).toEqual([400, [pointer]]);
    expect((await agenda()).versions).toEqual([]);
  });

  it('never goes back behind the reference day of the one before', async () => {
    await freeze({ referenceOn: '2026-03-01' });
    expect((await freeze({ referenceOn: '2026-02-28' })).status).toBe(400);
    expect((await freeze({ referenceOn: '2026-03-01' })).status).toBe(201);
  });

  it('attack 21: leaves out what was hidden since, and shows it again when it is public again', async () => {
    const point = await wish({ title: 'Het hek van de buurman' });
    await wish({ title: 'Een bank' });
    await freeze();
    await freeze();
    const hiding = await perform(app, town.broker, 'hide', await see(app, point.id, town.broker), reasons);
    expect(hiding.status).toBe(200);
    for (const where of ['versions/1', 'content', 'compare?from=1', 'compare?from=1&to=2']) {
      const { status, body } = await app.request('GET', `${path()}/${where}`, { as: town.secretary });
      expect([where, status]).toEqual([where, 200]);
      expect(JSON.stringify(body)).not.toContain('buurman');
    }
    expect(await version(1)).toMatchObject({ points: 2, leftOut: 1 });
    expect((await compare('from=1')).changes).toEqual([]);
    await perform(app, town.broker, 'show-again', await see(app, point.id, town.broker));
    expect(titles((await version(1)).content)).toContain('Het hek van de buurman');
  });

  it('that is not there says so', async () => {
    expect((await app.request('GET', `${path()}/versions/1`)).status).toBe(404);
    expect((await app.request('GET', `${path()}/versions/een`)).status).toBe(404);
    expect((await app.request('GET', `${path()}/compare?from=1`)).status).toBe(404);
    expect((await app.request('GET', `${path()}/compare`)).status).toBe(400);
  });
});

describe('comparing', () => {
  it('tells what is new, done, moved, changed and gone between two versions, and since one', async () => {
    const done = await wish({ title: 'Wordt gedaan' });
    for (const action of ['explore', 'put-on-agenda']) await move(done, action);
    await move(done, 'plan', { teamId: null, executor: null, dueOn: '2026-06-01' });
    await move(done, 'start');
    const planned = await wish({ title: 'Krijgt een dag' });
    for (const action of ['explore', 'put-on-agenda']) await move(planned, action);
    await move(planned, 'plan', { teamId: null, executor: null, dueOn: '2026-06-01' });
    const moved = await wish({ title: 'Schuift op' });
    const gone = await wish({ title: 'Gaat weg' });
    await wish({ title: 'Blijft' });
    await freeze();
    await move(done, 'finish', { evidence: { text: 'De bank staat er.' } });
    await move(planned, 'unplan', { reason: 'Er is een andere dag.' });
    await move(planned, 'plan', { teamId: null, executor: null, dueOn: '2026-07-01' });
    await move(moved, 'explore');
    await perform(app, town.resident, 'withdraw', await see(app, gone.id, town.resident));
    await freeze();
    await wish({ title: 'Komt erbij' });
    const told = ({ changes }: AgendaComparison) =>
      changes.map(({ kind, before, after }) => [kind, after?.title ?? before?.title]);
    const between = await compare('from=1&to=2');
    expect(told(between)).toEqual([
      ['done', 'Wordt gedaan'],
      ['moved', 'Schuift op'],
      ['changed', 'Krijgt een dag'],
      ['gone', 'Gaat weg'],
    ]);
    expect(between).toMatchObject({ from: { number: 1 }, to: { number: 2 }, unchanged: 1 });
    const since = await compare('from=1');
    expect(told(since)).toEqual([['new', 'Komt erbij'], ...told(between)]);
    expect(since).toMatchObject({ to: null, unchanged: 1 });
  });
});
