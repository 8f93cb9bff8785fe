import { aTown, aProposal, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { PromiseCalls } from './testing';

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
});
afterAll(() => app.close());

const aPoint = async (): Promise<string> =>
  (await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save()).id;

describe('what the town hall says on a point', () => {
  it('is an answer with its reason, for everybody who may read the point', async () => {
    const id = await aPoint();
    expect((await calls.add(town.broker, id, 'answers')).status).toBe(201);
    const { body } = await calls.get(null, id);
    expect(body.answers).toMatchObject([
      { text: 'De bank komt er in het najaar.', part: 'broker', author: 'Gebiedsmakelaar', team: null },
    ]);
    expect(body.allowedActions).toEqual([]);
  });

  it('makes its status one of now', async () => {
    const id = await aPoint();
    await app.advance({ days: 3 });
    await calls.add(town.broker, id, 'updates');
    const { statusAt, version } = await see(app, id, null);
    expect(statusAt).toBe(app.now().toISOString());
    expect((await see(app, id, null)).version).toBe(version);
  });

  it('is written once however often one call arrives', async () => {
    const id = await aPoint();
    const headers = { 'idempotency-key': 'answer-once-1' };
    await calls.add(town.broker, id, 'answers', {}, headers);
    expect((await calls.add(town.broker, id, 'answers', {}, headers)).body.answers).toHaveLength(1);
  });

  it.each([
    ['answers', { why: '' }, '/why'],
    ['commitments', { dueOn: '2026-02-28' }, '/dueOn'],
    ['commitments', { dueOn: '2026-02-31' }, '/dueOn'],
    ['commitments', { dueOn: '2037-03-02' }, '/dueOn'],
    ['commitments', { teamId: '00000000-0000-4000-8000-00000000000a' }, '/teamId'],
    ['commitments', { what: 'x'.repeat(301) }, '/what'],
    ['updates', { text: ' ' }, '/text'],
    ['milestones', { when: '2026-13' }, '/when'],
    ['milestones', { when: '2026-3' }, '/when'],
  ] as const)('refuses %s with %j', async (part, body, pointer) => {
    const answer = await calls.add(town.broker, await aPoint(), part, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('promises nothing on a point that is over, and still answers where it was done or not feasible', async () => {
    const id = await aPoint();
    const why = { reason: 'Er is geen plek voor.', alternative: 'Wel een bank verderop.' };
    await perform(app, town.broker, 'mark-not-feasible', await see(app, id, town.broker), why);
    expect((await calls.get(town.broker, id)).body.allowedActions).toEqual(['answer', 'update']);
    expect((await calls.add(town.broker, id, 'commitments')).status).toBe(409);
    expect((await calls.add(town.broker, id, 'answers')).status).toBe(201);
  });
});

describe('a milestone', () => {
  it('is placed by date, reached and taken away', async () => {
    const id = await aPoint();
    await calls.add(town.broker, id, 'milestones', { title: 'De bank staat', when: '2026-05-01' });
    const { body } = await calls.add(town.broker, id, 'milestones', { title: 'De bank is besteld', when: '2026-04' });
    expect(body.milestones.map(({ when }) => when)).toEqual(['2026-04', '2026-05-01']);
    const [first] = body.milestones;
    const path = `/api/v1/milestones/${first?.id}`;
    const reached = { title: 'De bank is besteld', when: '2026-04-02', isReached: true };
    const seen = await app.request<typeof body>('PUT', path, { as: town.broker, body: reached });
    expect(seen.body.milestones[0]).toMatchObject({ when: '2026-04-02', reachedAt: app.now().toISOString() });
    const left = await app.request<typeof body>('DELETE', path, { as: town.broker });
    expect(left.body.milestones).toHaveLength(1);
    expect((await app.request('DELETE', path, { as: town.broker })).status).toBe(404);
  });
});

describe('a promise', () => {
  it('keeps its first day when it is moved, with the reason, and then counts as kept late', async () => {
    const id = await aPoint();
    const made = await calls.commit(town.broker, id, { dueOn: '2026-03-10' });
    expect(made).toMatchObject({ standing: 'open', isWaiting: false, team: null, version: 1 });
    const input = { dueOn: '2026-03-20', reason: 'De leverancier is laat.' };
    const moved = (await calls.act(town.broker, 'move', made, input)).body;
    expect(moved).toMatchObject({ standing: 'moved', dueOn: '2026-03-20', firstDueOn: '2026-03-10', version: 2 });
    await app.advance({ days: 12 });
    const kept = (await calls.act(town.broker, 'keep', moved, { text: 'De bank staat.', photos: [] })).body;
    expect(kept).toMatchObject({ standing: 'kept_late', allowedActions: [] });
    expect(kept.steps.map(({ kind, text, dueOn }) => [kind, text, dueOn])).toEqual([
      ['made', null, '2026-03-10'],
      ['moved', 'De leverancier is laat.', '2026-03-20'],
      ['kept', null, '2026-03-20'],
    ]);
    const { body } = await calls.get(null, id);
    expect(body.updates).toMatchObject([{ kind: 'kept', text: 'De bank staat.', commitmentId: made.id }]);
  });

  it('waits while a question is out, is late for readers all the same, and can be taken up again', async () => {
    const made = await calls.commit(town.broker, await aPoint(), { dueOn: '2026-03-25' });
    const asked = (await calls.act(town.broker, 'ask', made, { question: 'Van wie is deze grond?' })).body;
    expect(asked).toMatchObject({
      standing: 'open',
      isWaiting: true,
      allowedActions: ['keep', 'move', 'resume', 'withdraw'],
    });
    expect((await calls.act(town.broker, 'ask', asked, { question: 'Van wie is deze grond?' })).status).toBe(409);
    const resumed = (await calls.act(town.broker, 'resume', asked)).body;
    expect(resumed).toMatchObject({ isWaiting: false });
  });

  it('is withdrawn with a reason, and stays to be read', async () => {
    const id = await aPoint();
    const made = await calls.commit(town.broker, id, { dueOn: '2026-04-25' });
    expect((await calls.act(town.broker, 'withdraw', made, { reason: '' })).status).toBe(400);
    const gone = await calls.act(town.broker, 'withdraw', made, { reason: 'Het geld is op.' });
    expect(gone.body).toMatchObject({ standing: 'withdrawn', allowedActions: [] });
    expect((await calls.get(null, id)).body.commitments).toHaveLength(1);
  });

  it('is not kept without anything that shows it, nor from a page that is old', async () => {
    const made = await calls.commit(town.broker, await aPoint(), { dueOn: '2026-04-25' });
    expect((await calls.act(town.broker, 'keep', made, { text: '', photos: [] })).status).toBe(400);
    const move = { dueOn: '2026-04-26', reason: 'Een dag later.' };
    await calls.act(town.broker, 'move', made, move);
    expect((await calls.act(town.broker, 'move', made, { ...move, dueOn: '2026-04-27' })).status).toBe(412);
    expect((await app.request('POST', `/api/v1/commitments/${made.id}/resume`, { as: town.broker })).status).toBe(428);
  });

  it('is told to every page of all promises when it is made, moved, kept or withdrawn', async () => {
    const id = await aPoint();
    const heardWhile = async <Made>(doing: () => Promise<Made>): Promise<Made> => {
      const page = await app.open();
      await page.join('public');
      const made = await doing();
      expect(await page.hears('promises')).toEqual({ kind: 'promises', proposalId: id });
      return made;
    };
    const { broker } = town;
    const made = await heardWhile(() => calls.commit(broker, id, { dueOn: '2026-04-25' }));
    const move = { dueOn: '2026-04-26', reason: 'Een dag later.' };
    const moved = (await heardWhile(() => calls.act(broker, 'move', made, move))).body;
    await heardWhile(() => calls.act(broker, 'keep', moved, { text: 'De bank staat.', photos: [] }));
    const other = await calls.commit(broker, id, { dueOn: '2026-04-25' });
    await heardWhile(() => calls.act(broker, 'withdraw', other, { reason: 'Het geld is op.' }));
  });

  it('attack 10: is kept once, however many say so at once', async () => {
    const id = await aPoint();
    const made = await calls.commit(town.broker, id, { dueOn: '2026-04-25' });
    const proof = { text: 'De bank staat.', photos: [] };
    const answers = await Promise.all([1, 2, 3].map(() => calls.act(town.broker, 'keep', made, proof)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await calls.get(null, id)).body.updates).toHaveLength(1);
  });
});

describe('the photo of an update', () => {
  it('is for its sender alone until it is sent, with words, and then for everybody', async () => {
    const id = await aPoint();
    const photo = (await calls.keepPhoto(town.broker)).body;
    expect((await calls.openPhoto(town.broker, photo.id)).status).toBe(200);
    expect((await calls.openPhoto(null, photo.id)).status).toBe(404);
    const silent = { id: photo.id, description: '', isUndescribed: false };
    const refused = await calls.add(town.broker, id, 'updates', { text: '', photos: [silent] });
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/photos/0/description']);
    const told = { ...silent, description: 'Een bank aan het water' };
    expect((await calls.add(town.otherBroker, id, 'updates', { text: '', photos: [told] })).status).toBe(403);
    const { body } = await calls.add(town.broker, id, 'updates', { text: '', photos: [told] });
    expect(body.updates[0]?.photos).toMatchObject([{ id: photo.id, description: 'Een bank aan het water' }]);
    const opened = await calls.openPhoto(null, photo.id);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  it('attack 19: is never sent by somebody else, nor twice', async () => {
    const [id, other] = [await aPoint(), await aPoint()];
    const photo = {
      id: (await calls.keepPhoto(town.neighbour)).body.id,
      description: 'Niet van mij',
      isUndescribed: false,
    };
    expect((await calls.add(town.broker, id, 'updates', { photos: [photo] })).status).toBe(400);
    const own = { ...photo, id: (await calls.keepPhoto(town.broker)).body.id };
    expect((await calls.add(town.broker, id, 'updates', { photos: [own] })).status).toBe(201);
    expect((await calls.add(town.broker, other, 'updates', { photos: [own] })).status).toBe(400);
  });
});

describe('a point that is hidden', () => {
  it('attack 21: takes its answers, promises, news and photos along', async () => {
    const id = await aPoint();
    const made = await calls.commit(town.broker, id, { dueOn: '2026-04-25' });
    const photo = { id: (await calls.keepPhoto(town.broker)).body.id, description: 'De bank', isUndescribed: false };
    await calls.add(town.broker, id, 'updates', { photos: [photo] });
    await perform(app, town.broker, 'hide', await see(app, id, town.broker), reasons);
    expect((await calls.get(null, id)).status).toBe(404);
    expect((await calls.get(town.neighbour, id)).status).toBe(404);
    expect((await calls.openPhoto(null, photo.id)).status).toBe(404);
    const seen = (await calls.get(town.broker, id)).body;
    expect(seen).toMatchObject({ allowedActions: [], commitments: [{ id: made.id, allowedActions: [] }] });
    expect((await calls.add(town.broker, id, 'updates')).status).toBe(403);
    const public_ = await app.dataSource.query('select 1 from commitment_public where proposal_id = $1', [id]);
    expect(public_).toEqual([]);
  });
});

it('takes the same number of statements at 5 and at 50 rows', async () => {
  const countOf = async (rows: number): Promise<number> => {
    const id = await aPoint();
    for (let n = 0; n < rows; n += 1) {
      await calls.commit(town.broker, id, { dueOn: '2026-05-01' });
      await calls.add(town.broker, id, 'updates');
    }
    return (await app.queriesDuring(() => calls.get(town.broker, id))).length;
  };
  expect(await countOf(50)).toBe(await countOf(5));
});
