import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { PromisesView } from '@kernagenda/commitments/domain';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { PromiseCalls } from './testing';

const reason = 'Er staat een telefoonnummer in.';

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;
let alderman: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
  const scopeId = town.tricht.municipalityId;
  alderman = await aPerson(app, { roles: [{ role: 'alderman', scopeType: 'municipality', scopeId }] });
});
afterAll(() => app.close());

/** A point on which the alderman answered and told news with a photo; both name somebody. */
async function aSaidPoint(): Promise<{ pointId: string; answerId: string; updateId: string; photoId: string }> {
  const { id } = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  const words = { text: 'Bel 06 1234 voor vragen.', why: 'Buurman 06 1234 weet het.', alternative: 'Of 06 1234.' };
  await calls.add(alderman, id, 'answers', words);
  const photoId = (await calls.keepPhoto(alderman)).body.id;
  const photos = [{ id: photoId, description: 'Iemand bij 06 1234', isUndescribed: false }];
  const { body } = await calls.add(alderman, id, 'updates', { text: 'Gebeld met 06 1234.', photos });
  return { pointId: id, answerId: body.answers[0]?.id ?? '', updateId: body.updates[0]?.id ?? '', photoId };
}

describe('one answer or update that is hidden', () => {
  it('attack 21: reaches nobody but its author and the broker, on the point, in the feed or as a photo', async () => {
    const { pointId, answerId, updateId, photoId } = await aSaidPoint();
    expect((await calls.openPhoto(null, photoId)).status).toBe(200);
    expect((await calls.hiding(town.broker, 'official-answers', answerId, reason)).status).toBe(200);
    expect((await calls.hiding(town.broker, 'status-updates', updateId, reason)).status).toBe(200);
    for (const as of [null, town.neighbour, town.resident, town.otherBroker]) {
      const { status, body } = await calls.get(as, pointId);
      expect(status).toBe(200);
      expect(body.answers).toMatchObject([
        { text: '', why: '', alternative: '', isHidden: true, hiddenReason: null, allowedActions: [] },
      ]);
      expect(body.updates).toMatchObject([
        { text: '', photos: [], isHidden: true, hiddenReason: null, allowedActions: [] },
      ]);
      expect(JSON.stringify(body)).not.toContain('06 1234');
      expect((await calls.openPhoto(as, photoId)).status).toBe(404);
    }
    for (const as of [alderman, town.broker]) {
      const { body } = await calls.get(as, pointId);
      expect(body.answers).toMatchObject([{ text: 'Bel 06 1234 voor vragen.', hiddenReason: reason }]);
      expect(body.updates).toMatchObject([{ text: 'Gebeld met 06 1234.', hiddenReason: reason }]);
      const photo = await calls.openPhoto(as, photoId);
      expect([photo.status, photo.headers.get('cache-control')?.includes('public')]).toEqual([200, false]);
    }
    const feed = await app.request<string>('GET', `/api/v1/agendas/${town.tricht.slug}/feed`);
    expect(feed.body).toContain(pointId);
    expect(feed.body).not.toContain('06 1234');
    const told = 'select 1 from promise_told where id = any($1::uuid[])';
    expect(await app.dataSource.query(told, [[answerId, updateId]])).toEqual([]);
  });

  it('leaves all else of its point as it was, and everybody reads it once it is shown again', async () => {
    const { pointId, answerId, updateId, photoId } = await aSaidPoint();
    const before = (await calls.get(null, pointId)).body;
    await calls.hiding(town.broker, 'official-answers', answerId, reason);
    expect((await calls.get(null, pointId)).body.updates).toEqual(before.updates);
    await calls.hiding(town.broker, 'status-updates', updateId, reason);
    for (const [path, id] of [
      ['official-answers', answerId],
      ['status-updates', updateId],
    ] as const)
      expect((await calls.hiding(town.broker, path, id, null)).status).toBe(200);
    expect((await calls.get(null, pointId)).body).toEqual(before);
    expect((await calls.openPhoto(null, photoId)).status).toBe(200);
  });

  it('is written down with who did it, and told to open pages of the point alone', async () => {
    const { pointId, answerId } = await aSaidPoint();
    const [page, all] = [await app.open(), await app.open()];
    await page.join(`proposal:${pointId}`);
    await all.join('public');
    await calls.hiding(town.broker, 'official-answers', answerId, reason);
    expect(await page.hears('promises')).toEqual({ kind: 'promises', proposalId: pointId });
    expect(all.heard).toEqual([]);
    await calls.hiding(town.broker, 'official-answers', answerId, null);
    const query = `select action, actor_id as "actorId" from audit_entry 
      where object_id = $1 and object_type = 'official_answer' order by id`;
    expect(await app.dataSource.query(query, [answerId])).toEqual([
      { action: 'official_answer.hide', actorId: town.broker.id },
      { action: 'official_answer.show_again', actorId: town.broker.id },
    ]);
  });

  it('is hidden once, with a reason, and never by who wrote it', async () => {
    const { pointId, answerId } = await aSaidPoint();
    expect((await calls.hiding(town.broker, 'official-answers', answerId, 'kort')).status).toBe(400);
    expect((await calls.hiding(town.broker, 'official-answers', answerId, null)).status).toBe(409);
    await calls.hiding(town.broker, 'official-answers', answerId, reason);
    expect((await calls.hiding(town.broker, 'official-answers', answerId, reason)).status).toBe(409);
    const own = (await calls.add(town.broker, pointId, 'answers')).body.answers.find(({ isHidden }) => !isHidden);
    expect(own?.allowedActions).toEqual([]);
    expect((await calls.hiding(town.broker, 'official-answers', own?.id ?? '', reason)).status).toBe(403);
    expect((await calls.hiding(town.broker, 'status-updates', answerId, reason)).status).toBe(404);
  });

  it('is no update that only says that nothing changed: there is nothing in it to hide', async () => {
    const { pointId, updateId } = await aSaidPoint();
    await app.dataSource.query(`insert into status_update (proposal_id, kind, part, author_id, created_at)
      select proposal_id, 'still_right', part, author_id, created_at from status_update where id = '${updateId}'`);
    const { updates }: PromisesView = (await calls.get(town.broker, pointId)).body;
    const right = updates.find(({ kind }) => kind === 'still_right');
    expect(right?.allowedActions).toEqual([]);
    expect((await calls.hiding(town.broker, 'status-updates', right?.id ?? '', reason)).status).toBe(409);
  });
});
