import { aTown, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { ImportsService } from '@kernagenda/proposals/api';
import { openImportDesk } from './testing';
import type { ImportDesk } from './testing';

describe('a file with points that is taken back', () => {
  let app: TestApp;
  let desk: ImportDesk;
  let town: TestTown;
  beforeAll(async () => {
    app = await createTestApp();
    desk = await openImportDesk(app);
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  it('is taken back whole, and can be brought again', async () => {
    const file = desk.text(...desk.rowsOf(town, 210));
    const batch = await desk.finish('confirm', await desk.read(file));
    expect(await desk.titles(town)).toHaveLength(100);
    expect(await desk.finish('undo', batch)).toMatchObject({ state: 'undone', counts: { gone: 210, kept: 0 } });
    expect(await desk.titles(town)).toEqual([]);
    const left = await app.dataSource.query<object[]>(
      `select 1 from proposal where village_id = $1 union all
      select 1 from match_text t where $1 = any(t.village_ids)`,
      [town.tricht.id],
    );
    expect(left).toEqual([]);
    expect((await desk.read(file)).counts).toMatchObject({ new: 210 });
  });

  it('tells how far it is taken back from its first step, for nobody reads what is hidden', async () => {
    const batch = await desk.finish('confirm', await desk.read(desk.text(...desk.rowsOf(town, 210))));
    await app.dataSource.query(`
      create function hold_on() returns trigger language plpgsql as $$ begin raise exception 'not yet'; end $$;
      create trigger hold_on before delete on proposal for each row execute function hold_on()`);
    await desk.act('undo', batch);
    await until(async () => (await desk.titles(town)).length === 0);
    expect(await desk.get(batch)).toMatchObject({ state: 'undoing', counts: { taken: 210, gone: 210 } });
    await app.dataSource.query('drop function hold_on() cascade');
    await app.advance({ days: 1 });
    await app.settle();
    expect(await desk.get(batch)).toMatchObject({ state: 'undone', counts: { taken: 210, gone: 210 } });
  });

  it('taken back leaves the points people did something with, and tells which', async () => {
    const wishes = desk.rowsOf(town, 4).map((row) => row.replace(';klaar;', ';wens;'));
    const batch = await desk.finish('confirm', await desk.read(desk.text(...wishes)));
    const ids = (await desk.rows(batch)).map(({ proposalId }) => proposalId ?? '');
    const [supported = '', talked = '', moved = ''] = ids;
    await app.request('PUT', `/api/v1/proposals/${supported}/support`, { as: town.resident });
    await app.request('POST', `/api/v1/proposals/${talked}/comments`, {
      as: town.neighbour,
      body: { kind: 'reaction', body: 'Daar zit ik graag' },
    });
    const { version } = await see(app, moved, town.broker);
    await app.request('POST', `/api/v1/proposals/${moved}/mark-not-feasible`, {
      as: town.broker,
      headers: { 'if-match': `"${version}"` },
      body: { reason: 'Daar mag het niet van de wet', alternative: 'Wel aan de overkant' },
    });
    const undone = await desk.finish('undo', batch);
    const kept = await desk.rows(batch, '&only=kept');
    expect(undone.counts).toMatchObject({ gone: 1, kept: 3 });
    expect(kept.map(({ proposalId }) => proposalId)).toEqual([supported, talked, moved]);
    for (const { proposalId } of kept) await see(app, proposalId ?? '', null);
    expect(await desk.titles(town)).toHaveLength(kept.length);
  });

  it('is not taken back while its job runs: it is stopped then, once', async () => {
    const batch = await desk.read(desk.text(...desk.rowsOf(town, 600)));
    const { body } = await desk.act('confirm', batch);
    expect((await desk.act('undo', body)).status).toBe(409);
    const answers = await Promise.all([1, 2, 3].map(() => desk.act('cancel', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await app.settle();
    expect(await desk.titles(town)).toEqual([]);
  });

  it('is stopped halfway, and then nothing of it is left', async () => {
    const batch = await desk.read(desk.text(...desk.rowsOf(town, 600)));
    const { body } = await desk.act('confirm', batch);
    expect((await desk.act('cancel', body)).status).toBe(200);
    await app.settle();
    const stopped = await desk.get(batch);
    expect(stopped.state).toBe('undone');
    expect(stopped.counts.taken).toBeLessThan(600);
    expect(stopped.counts.gone).toBe(stopped.counts.taken);
    expect(await desk.titles(town)).toEqual([]);
  });
});

describe('what refers to a point', () => {
  /** Made by the engine of matching and search, or asked of a team by a nightly job: gone with its point, and made anew. */
  const made = [
    ...['import_row', 'match_flag_member', 'match_text', 'match_vector', 'notification', 'refresh_ask', 'resemblance'],
    ...['search_text', 'proposal_also_village'],
  ];
  /** Only there for a point that was moderated or moved, which raises its version. */
  const versioned = ['agenda_move', 'moderation_claim', 'moderation_decision', 'proposal_version'];
  /** Who only follows wrote nothing; demand is of a collaboration, which keeps the point. */
  const light = ['follow', 'demand_line'];
  /** No file has what was entered, or made of a message. */
  const entered = ['entered_wish', 'evening_wish', 'message', 'village_event_outcome'];

  it('keeps it when a file is taken back, or is known to be made by no person', async () => {
    const app = await createTestApp();
    const tables = await app.dataSource.query<{ name: string }[]>(`select distinct conrelid::regclass::text as name
      from pg_constraint where contype = 'f' and confrelid = 'proposal'::regclass order by 1`);
    const traces = Reflect.get(app.get(ImportsService), 'traces') as readonly string[];
    const isKept = (name: string): boolean => traces.some((query) => new RegExp(`from ${name}\\b`).test(query));
    const known = new Set([...made, ...versioned, ...light, ...entered]);
    expect(tables.map(({ name }) => name).filter((name) => !isKept(name) && !known.has(name))).toEqual([]);
    await app.close();
  });
});
