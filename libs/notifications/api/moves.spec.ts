import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { act, listOf, subjectsTo } from './testing';

describe('a step along the agenda that can be taken back', () => {
  let app: TestApp;
  let town: TestTown;
  let supporter: TestPerson;
  let id: string;

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
  });
  beforeEach(async () => {
    supporter = await aPerson(app, { homeVillageId: town.tricht.id });
    ({ id } = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save());
    await app.request('PUT', `/api/v1/proposals/${id}/support`, { as: supporter });
  });
  afterAll(() => app.close());

  /** What the supporter was told, in the app and by mail. */
  const told = async (): Promise<unknown> => {
    await app.settle();
    return [(await listOf(app, supporter)).map(({ kind }) => kind), await subjectsTo(app, supporter)];
  };

  it('is told once there is no time left to take it back', async () => {
    await act(app, town.secretary, 'explore', id, { undoable: true });
    expect(await told()).toEqual([[], []]);
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([['explore'], [expect.stringContaining('zoekt uit wat er kan')]]);
  });

  it('is never told once it was taken back, and neither is the taking back', async () => {
    await act(app, town.secretary, 'explore', id, { undoable: true });
    await act(app, town.secretary, 'take-back', id);
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([[], []]);
  });

  it('is told once when it was taken back and made again', async () => {
    await act(app, town.secretary, 'explore', id, { undoable: true });
    await act(app, town.secretary, 'take-back', id);
    await act(app, town.secretary, 'explore', id, { undoable: true });
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([['explore'], [expect.stringContaining('zoekt uit wat er kan')]]);
  });

  it('is not told once another step was made while it could be taken back: that one is', async () => {
    await act(app, town.secretary, 'explore', id, { undoable: true });
    await act(app, town.secretary, 'put-on-agenda', id, { undoable: true });
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([['put_on_agenda'], [expect.any(String)]]);
  });

  it('is told after all when the step after it was taken back', async () => {
    await act(app, town.secretary, 'explore', id, { undoable: true });
    await app.advance({ seconds: 25 });
    await act(app, town.secretary, 'put-on-agenda', id, { undoable: true });
    await app.advance({ seconds: 25 });
    expect(await told()).toEqual([[], []]);
    await act(app, town.secretary, 'take-back', id);
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([['explore'], [expect.stringContaining('zoekt uit wat er kan')]]);
  });

  it('is told once, not again when a later step was taken back', async () => {
    await act(app, town.secretary, 'explore', id, { undoable: true });
    await act(app, town.secretary, 'put-on-agenda', id, { undoable: true });
    await act(app, town.secretary, 'take-back', id);
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([['explore'], [expect.any(String)]]);
    await act(app, town.secretary, 'put-on-agenda', id, { undoable: true });
    await act(app, town.secretary, 'take-back', id);
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([['explore'], [expect.any(String)]]);
  });

  it('made, taken off and made again with time each, is told once', async () => {
    await act(app, town.secretary, 'explore', id);
    await told();
    for (const action of ['put-on-agenda', 'take-off-agenda', 'put-on-agenda'])
      await act(app, town.secretary, action, id, { undoable: true });
    await app.advance({ seconds: 32 });
    expect(await told()).toEqual([
      ['put_on_agenda', 'explore'],
      [expect.any(String), expect.stringContaining('Dit punt staat nu op de agenda')],
    ]);
  });

  it('is told at once when nobody asked for time', async () => {
    await act(app, town.secretary, 'explore', id);
    expect(await told()).toEqual([['explore'], [expect.stringContaining('zoekt uit wat er kan')]]);
  });
});
