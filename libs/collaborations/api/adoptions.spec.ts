import { randomUUID } from 'node:crypto';
import { PromiseCalls, storyBody } from '@kernagenda/commitments/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { AssignedRole } from '@kernagenda/identity/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { AdoptionAnswer, AdoptionsView } from '@kernagenda/collaborations/domain/adoptions';

let app: TestApp;
/** Three villages, each with people of its own. */
let spijk: TestTown;
let tricht: TestTown;
let deil: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  [spijk, tricht, deil] = [await aTown(app), await aTown(app), await aTown(app)];
});
afterAll(() => app.close());

const text = {
  title: 'Een watertappunt bij het sportveld',
  body: 'Kinderen vullen daar hun fles, dat kost € 1.500.',
} as const;
const published = ({ tricht: village, resident, broker }: TestTown, given = {}) =>
  aProposal(app)
    .in(village)
    .by(resident)
    .with({ ...text, ...given })
    .approvedBy(broker)
    .save();
type Point = Pick<ProposalView, 'id'>;
const adopt = (as: TestPerson | null, { id }: Point, headers = {}) =>
  app.request<AdoptionAnswer & ProblemBody>('POST', `/api/v1/proposals/${id}/adoptions`, { as, headers });
const find = (as: TestPerson | null, { id }: Point) =>
  app.request<AdoptionsView & ProblemBody>('GET', `/api/v1/proposals/${id}/adoptions`, { as });
/** Takes a point over and has it published. */
async function adopted(town: TestTown, origin: Point): Promise<ProposalView> {
  const { proposalId: id } = (await adopt(town.resident, origin)).body;
  await perform(app, town.resident, 'submit', await see(app, id, town.resident));
  await perform(app, town.broker, 'approve', await see(app, id, town.broker));
  return see(app, id, null);
}
const hide = async (town: TestTown, { id }: Point) =>
  (await perform(app, town.broker, 'hide', await see(app, id, town.broker), reasons)).status;
const rowsOf = async ({ id }: Point): Promise<number> =>
  (await app.dataSource.query<unknown[]>('select 1 from adoption where origin_id = $1', [id])).length;

describe('taking a point of another village over', () => {
  it('makes a draft in the home village with its title, theme and kind, and says where it comes from', async () => {
    const origin = await published(spijk);
    const { status, body } = await adopt(tricht.resident, origin);
    expect(status).toBe(201);
    const draft = await see(app, body.proposalId, tricht.resident);
    expect(draft).toMatchObject({
      title: text.title,
      body: `Dat is ook wel wat voor ${tricht.tricht.name}. Het idee komt uit ${spijk.tricht.name}.`,
      theme: 'green',
      kind: 'good',
      moderationState: 'draft',
      village: { id: tricht.tricht.id },
    });
    const { body: seen } = await find(tricht.resident, draft);
    expect(seen.origin).toMatchObject({ proposalId: origin.id, title: text.title, body: text.body, story: null });
  });

  it('is a proposal like every other: it is sent in, read by the broker there, and only then public', async () => {
    const origin = await published(spijk);
    const { proposalId: id } = (await adopt(tricht.resident, origin)).body;
    expect((await find(null, { id })).status).toBe(404);
    expect((await find(spijk.resident, { id })).status).toBe(404);
    expect((await find(null, origin)).body.journey).toEqual([]);
    await perform(app, tricht.resident, 'submit', await see(app, id, tricht.resident));
    expect((await find(tricht.broker, { id })).body.origin?.proposalId).toBe(origin.id);
    expect((await find(null, origin)).body.journey).toEqual([]);
    await perform(app, tricht.broker, 'approve', await see(app, id, tricht.broker));
    expect((await find(null, origin)).body.journey.map(({ proposalId }) => proposalId)).toEqual([origin.id, id]);
    expect((await find(null, { id })).body.origin?.proposalId).toBe(origin.id);
  });

  it('tells how it was done there, once it was', async () => {
    const origin = await published(spijk);
    const copy = await adopted(tricht, origin);
    const story = 'De kraan is in een dag geplaatst. Begin met de leiding.';
    await app.dataSource.query(`update proposal set agenda_state = 'done', evidence = $2 where id = $1`, [
      origin.id,
      story,
    ]);
    expect((await find(null, copy)).body.origin?.story).toBe(story);
  });

  it('tells how it is there now and what it cost, once somebody told that', async () => {
    const origin = await published(spijk);
    const copy = await adopted(tricht, origin);
    await app.settle();
    await app.dataSource.query(`update proposal set agenda_state = 'done', evidence = 'Hij staat er.' where id = $1`, [
      origin.id,
    ]);
    const calls = new PromiseCalls(app);
    expect((await calls.tellStory(spijk.broker, origin.id, 0)).status).toBe(200);
    expect((await find(null, copy)).body.origin).toMatchObject({ story: storyBody.after, cents: storyBody.costCents });
  });

  it('tells what it asked in money, once that is read', async () => {
    const origin = await published(spijk);
    const copy = await adopted(tricht, origin);
    await app.settle();
    expect((await find(null, copy)).body.origin?.cents).toBe(150_000);
  });

  it('gives the same draft again to who takes it over twice, and a new one after it was deleted', async () => {
    const origin = await published(spijk);
    const first = (await adopt(tricht.resident, origin)).body.proposalId;
    expect((await adopt(tricht.resident, origin)).body.proposalId).toBe(first);
    expect((await find(tricht.resident, origin)).body).toMatchObject({ mineId: first, adoptFor: null });
    expect((await find(tricht.neighbour, origin)).body).toMatchObject({
      mineId: null,
      adoptFor: { id: tricht.tricht.id },
    });
    await app.request('DELETE', `/api/v1/proposals/${first}`, { as: tricht.resident });
    expect(await rowsOf(origin)).toBe(0);
    expect((await adopt(tricht.resident, origin)).body.proposalId).not.toBe(first);
  });

  it('attack 10: many times at once makes one', async () => {
    const origin = await published(spijk);
    const answers = await Promise.all(Array.from({ length: 6 }, () => adopt(tricht.resident, origin)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.proposalId}`)).size).toBe(1);
    expect(await rowsOf(origin)).toBe(1);
    const key = { 'idempotency-key': randomUUID() };
    const other = await published(spijk);
    const twice = await Promise.all([adopt(tricht.resident, other, key), adopt(tricht.resident, other, key)]);
    expect(twice[0].body).toEqual(twice[1].body);
    expect(await rowsOf(other)).toBe(1);
  });

  it('is written down', async () => {
    const origin = await published(spijk);
    const { proposalId } = (await adopt(tricht.resident, origin)).body;
    const [row] = await app.dataSource.query<object[]>(
      `select e.actor_id as "actorId", d.details::jsonb as details from audit_entry e
       join audit_details d on d.entry_id = e.id where e.action = 'adopt' and d.details::jsonb->>'adoptedId' = $1`,
      [proposalId],
    );
    expect(row).toEqual({ actorId: tricht.resident.id, details: { originId: origin.id, adoptedId: proposalId } });
  });

  it('is not possible in the own village, of what is no point any more, or where the village did already', async () => {
    const origin = await published(spijk);
    const own = await adopt(spijk.neighbour, origin);
    expect([own.status, own.body.code]).toEqual([409, 'wrong_state']);
    await adopted(tricht, origin);
    const second = await adopt(tricht.neighbour, origin);
    expect([second.status, second.body.code]).toEqual([409, 'already_exists']);
    expect((await find(tricht.neighbour, origin)).body.adoptFor).toBeNull();
    const withdrawn = await published(spijk);
    await perform(app, spijk.resident, 'withdraw', await see(app, withdrawn.id, spijk.resident));
    expect((await adopt(tricht.resident, withdrawn)).status).toBe(409);
  });

  it('asks for a home village', async () => {
    const origin = await published(spijk);
    const { status, body } = await adopt(await aPerson(app), origin);
    expect([status, body.code]).toEqual([409, 'home_village_required']);
  });

  it('attack 04: is not possible with what is not public', async () => {
    const { tricht: village, resident, broker } = spijk;
    const draft = await aProposal(app).in(village).by(resident).save();
    const waiting = await aProposal(app).in(village).by(resident).submitted().save();
    const hidden = await aProposal(app).in(village).by(resident).hiddenBy(broker).save();
    for (const point of [draft, waiting, hidden, { id: randomUUID() }]) {
      for (const as of [tricht.resident, tricht.broker]) {
        expect((await adopt(as, point)).status).toBe(404);
        expect((await find(as, point)).status).toBe(404);
      }
    }
    // Who may read it themselves cannot carry it out of there either.
    expect((await adopt(broker, hidden)).status).toBe(404);
  });

  it('is for residents, as the table says, over HTTP', async () => {
    const origin = await published(spijk);
    const homeVillageId = tricht.tricht.id;
    const at = (role: AssignedRole, scopeType: 'village' | 'municipality') =>
      aPerson(app, {
        homeVillageId,
        roles: [{ role, scopeType, scopeId: scopeType === 'village' ? deil.tricht.id : deil.tricht.municipalityId }],
      });
    const people: readonly (readonly [string, TestPerson | null, number])[] = [
      ['visitor', null, 401],
      ['resident', await aPerson(app, { homeVillageId }), 201],
      ['group member', await at('group_member', 'village'), 201],
      ['secretary', await at('secretary', 'village'), 201],
      ['chair', await at('chair', 'village'), 201],
      ['broker', await at('broker', 'village'), 201],
      ['official', await at('official', 'municipality'), 403],
      ['alderman', await at('alderman', 'municipality'), 403],
      ['admin', await at('admin', 'municipality'), 403],
    ];
    for (const [name, as, status] of people) {
      expect([name, (await find(as, origin)).body.adoptFor !== null]).toEqual([name, status === 201]);
      expect([name, (await adopt(as, origin)).status]).toEqual([name, status]);
    }
  });
});

describe('the way of an idea', () => {
  it('is told from where it began, on every point of it', async () => {
    const origin = await published(spijk);
    const first = await adopted(tricht, origin);
    const second = await adopted(deil, first);
    const way = [
      [origin.id, null, 0],
      [first.id, origin.id, 1],
      [second.id, first.id, 2],
    ];
    for (const point of [origin, first, second]) {
      const { journey } = (await find(null, point)).body;
      expect(journey.map(({ proposalId, originId, steps }) => [proposalId, originId, steps])).toEqual(way);
    }
  });

  it('attack 21: loses what was hidden, at once and everywhere, with all that was quoted of it', async () => {
    const secret = 'Op nummer 12 woont iemand die hier nooit komt.';
    const origin = await published(spijk, { title: 'Een bank bij de dijk', body: secret });
    const first = await adopted(tricht, origin);
    const second = await adopted(deil, first);
    expect((await find(null, first)).body.origin?.body).toBe(secret);
    const page = await app.open({ as: tricht.resident });
    expect(await page.join(`proposal:${first.id}`)).toBe(true);

    expect(await hide(spijk, origin)).toBe(200);
    for (const as of [null, tricht.resident, tricht.broker, deil.resident]) {
      const seen = (await find(as, first)).body;
      expect([seen.origin, seen.journey.map(({ proposalId }) => proposalId)]).toEqual([null, [first.id, second.id]]);
      for (const point of [first, second]) {
        const all = [await find(as, point), await app.request('GET', `/api/v1/proposals/${point.id}`, { as })];
        expect(JSON.stringify(all.map(({ body }) => body))).not.toContain(secret);
        expect(JSON.stringify(all.map(({ body }) => body))).not.toContain(origin.id);
      }
    }
    expect(await page.hears('proposal')).toMatchObject({ proposalId: first.id });
    const kept = await app.dataSource.query<object[]>(
      'select 1 from proposal where body like $1 union all select 1 from proposal_version where body like $1',
      [`%${secret}%`],
    );
    expect(kept.length).toBeLessThanOrEqual(2);

    const again = await perform(app, spijk.broker, 'show-again', await see(app, origin.id, spijk.broker));
    expect(again.status).toBe(200);
    expect((await find(null, first)).body.origin?.body).toBe(secret);
  });

  it('attack 21: breaks where a stop in between was hidden', async () => {
    const origin = await published(spijk);
    const first = await adopted(tricht, origin);
    const second = await adopted(deil, first);
    expect(await hide(tricht, first)).toBe(200);
    expect((await find(null, origin)).body.journey).toEqual([]);
    expect((await find(null, second)).body).toMatchObject({ origin: null, journey: [] });
    expect((await find(null, first)).status).toBe(404);
  });

  it('takes the same number of questions, however far it went', async () => {
    const origin = await published(spijk);
    const questions = async (): Promise<number> => (await app.queriesDuring(() => find(null, origin))).length;
    const before = await questions();
    for (let count = 0; count < 4; count += 1) await adopted(await aTown(app), origin);
    expect((await find(null, origin)).body.journey).toHaveLength(5);
    expect(await questions()).toBe(before);
  });
});
