import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { aProposal, aTown, perform, reasons, see } from './testing';
import type { TestTown } from './testing';

describe('a step along the agenda that can be taken back', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const aWish = () => aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker);
  const move = (as: TestPerson | null, action: string, point: ProposalView) =>
    perform<ProposalView & ProblemBody>(app, as, action, point, { undoable: true });
  const takeBack = (as: TestPerson | null, point: ProposalView) =>
    perform<ProposalView & ProblemBody>(app, as, 'take-back', point);

  it('leaves no trace in the point once it was taken back, and both steps in the audit', async () => {
    const wish = await aWish().save();
    await app.advance({ days: 3 });
    expect((await move(town.secretary, 'explore', wish)).body.agendaState).toBe('exploring');
    const { status, body } = await takeBack(town.secretary, wish);
    expect(status).toBe(200);
    const { agendaState, statusAt, timeline } = body;
    expect({ agendaState, statusAt, timeline }).toEqual({
      agendaState: 'wish',
      statusAt: wish.statusAt,
      timeline: wish.timeline,
    });
    const rows: unknown = await app.dataSource.query(
      `select action, from_state, to_state from audit_entry where object_id = $1 order by id desc limit 2`,
      [wish.id],
    );
    expect(rows).toEqual([
      { action: 'take_back', from_state: 'exploring', to_state: 'wish' },
      { action: 'explore', from_state: 'wish', to_state: 'exploring' },
    ]);
  });

  it('brings back why a planning was taken back', async () => {
    const plan = { teamId: null, executor: null, dueOn: '2026-12-01' };
    const reason = 'De aannemer is gestopt.';
    const point = await aWish()
      .then(town.broker, 'explore')
      .then(town.broker, 'put-on-agenda')
      .then(town.broker, 'plan', plan)
      .then(town.broker, 'unplan', { reason })
      .save();
    expect((await move(town.broker, 'take-off-agenda', point)).body.note.reason).toBeNull();
    expect((await takeBack(town.broker, point)).body).toMatchObject({ agendaState: 'on_agenda', note: { reason } });
  });

  it('can be taken back by who made it alone', async () => {
    const wish = await aWish().save();
    await move(town.secretary, 'explore', wish);
    for (const other of [town.broker, town.resident, town.neighbour, town.otherBroker, town.official]) {
      expect((await takeBack(other, wish)).status).toBe(403);
    }
    expect((await takeBack(null, wish)).status).toBe(401);
    expect((await see(app, wish.id, null)).agendaState).toBe('exploring');
  });

  it('stands when the time is over', async () => {
    const wish = await aWish().save();
    await move(town.secretary, 'explore', wish);
    await app.advance({ seconds: 31 });
    expect((await takeBack(town.secretary, wish)).body.code).toBe('undo_window_closed');
  });

  it('stands when somebody moved it since, when it was taken back, and when no time was asked for', async () => {
    const wish = await aWish().save();
    await perform(app, town.secretary, 'explore', wish);
    expect((await takeBack(town.secretary, wish)).status).toBe(403);
    await move(town.secretary, 'put-on-agenda', wish);
    await perform(app, town.broker, 'take-off-agenda', wish);
    expect((await takeBack(town.secretary, wish)).status).toBe(403);
    await move(town.secretary, 'put-on-agenda', wish);
    expect((await takeBack(town.secretary, wish)).status).toBe(200);
    expect((await takeBack(town.secretary, wish)).status).toBe(403);
  });

  it('attack 21: of a hidden point is taken back by nobody who may not read it', async () => {
    const wish = await aWish().save();
    await move(town.secretary, 'explore', wish);
    const { version } = await see(app, wish.id, null);
    expect((await perform(app, town.broker, 'hide', { ...wish, version }, reasons)).status).toBe(200);
    expect((await takeBack(town.secretary, wish)).status).toBe(404);
  });

  it('attack 10: taken back ten times at once, it is taken back once', async () => {
    const wish = await aWish().save();
    await move(town.secretary, 'explore', wish);
    const answers = await Promise.all(Array.from({ length: 10 }, () => takeBack(town.secretary, wish)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await see(app, wish.id, null)).agendaState).toBe('wish');
  });
});
