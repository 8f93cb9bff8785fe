import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import { aTown, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { BatchRow, BatchSummary, BatchView, ColumnsInput } from '@kernagenda/intake/domain/imports';
import { pack, workbookFiles, writeWorkbook } from './workbook';

const headings = 'Kern;Titel;Omschrijving;Stand;Jaar;Bron;Id';
const page = 'https://www.voorbeeld.nl/kernagenda';

describe('a file with points', () => {
  let app: TestApp;
  let town: TestTown;
  let admin: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await createTestApp();
    const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
    admin = await aPerson(app, { displayName: 'Beheerder', roles: [role] });
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  /** Rows of points of the village, each with a number no other test has. */
  const rowsOf = (amount: number, title = 'Een bankje aan de Linge'): string[] =>
    Array.from({ length: amount }, () => {
      count += 1;
      return `${town.tricht.slug};${title} ${count};Om te zitten;klaar;2021;${page};${count}`;
    });
  const text = (...rows: readonly string[]): Buffer => Buffer.from([headings, ...rows].join('\n'));

  async function send<Body = BatchView & ProblemBody>(
    file: Buffer,
    { as = admin, name = 'punten.csv', key = '' } = {},
  ): Promise<TestResponse<Body>> {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(file)]), name);
    return app.request<Body>('POST', '/api/v1/imports', { as, body, headers: key ? { 'idempotency-key': key } : {} });
  }

  async function read(file: Buffer): Promise<BatchView> {
    const { status, body } = await send(file);
    if (status !== 201) throw new Error(`It answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  const act = <Body = BatchView & ProblemBody>(verb: string, { id, version }: BatchView, body?: object) =>
    app.request<Body>(verb === 'columns' ? 'PUT' : 'POST', `/api/v1/imports/${id}/${verb}`, {
      as: admin,
      headers: { 'if-match': `"${version}"` },
      ...(body && { body }),
    });
  const get = async ({ id }: BatchView) =>
    (await app.request<BatchView>('GET', `/api/v1/imports/${id}`, { as: admin })).body;
  const rows = async ({ id }: BatchView, only = '') =>
    (await app.request<Page<BatchRow>>('GET', `/api/v1/imports/${id}/rows?limit=100${only}`, { as: admin })).body.items;

  async function finish(verb: string, batch: BatchView): Promise<BatchView> {
    const { status, body } = await act(verb, await get(batch));
    if (status !== 200) throw new Error(`${verb} answered ${status}: ${JSON.stringify(body)}`);
    await app.settle();
    return get(batch);
  }

  const titles = async (): Promise<string[]> => {
    const path = `/api/v1/proposals?village=${town.tricht.slug}&limit=100`;
    return (await app.request<Page<ProposalSummary>>('GET', path)).body.items.map(({ title }) => title);
  };
  const everything = () =>
    app.dataSource.query<
      object[]
    >(`select (select count(*) from proposal) as points, (select sum(version) from proposal)
      as versions, (select count(*) from proposal_version) as texts, (select count(*) from support) as supports`);

  it('is tried, and nothing is taken over before that is confirmed', async () => {
    const before = await everything();
    const batch = await read(text(...rowsOf(3)));
    expect(batch).toMatchObject({
      state: 'read',
      fileName: 'punten.csv',
      by: 'Beheerder',
      columns: ['village', 'title', 'body', 'state', 'year', 'source', 'id'],
      counts: { new: 3, same: 0, differs: 0, faulty: 0, taken: 0 },
      allowedActions: ['choose_columns', 'confirm', 'discard'],
    });
    await app.settle();
    expect(await everything()).toEqual(before);
    expect(await rows(batch)).toMatchObject([{ number: 2, outcome: 'new' }, { number: 3 }, { number: 4 }]);
  });

  it('becomes points as they were reported, with their source and without an invented author', async () => {
    const batch = await finish('confirm', await read(text(...rowsOf(2))));
    expect(batch).toMatchObject({ state: 'imported', counts: { new: 2, taken: 2 }, allowedActions: ['undo'] });
    const [row] = await rows(batch);
    const point = await see(app, row?.proposalId ?? '', null);
    expect(point).toMatchObject({
      author: null,
      agendaState: 'done',
      reportedYear: 2021,
      sourceUrl: page,
      statusAt: null,
      timeline: [{ action: 'import', to: 'done' }],
    });
    const [entry] = await app.dataSource.query<{ actor_id: string; details: object }[]>(
      `select e.actor_id, d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'import' and e.object_id = $1`,
      [point.id],
    );
    expect(entry).toMatchObject({ actor_id: admin.id, details: { batchId: batch.id, sourceUrl: page } });
  });

  it('can be a workbook', async () => {
    const cells = [headings, ...rowsOf(2)].map((line) => line.split(';'));
    expect(await read(writeWorkbook(cells))).toMatchObject({ counts: { new: 2, faulty: 0 } });
  });

  it('attack 32: twice adds nothing', async () => {
    const file = text(...rowsOf(5));
    await finish('confirm', await read(file));
    const before = await everything();
    const again = await read(file);
    expect(again.counts).toMatchObject({ new: 0, same: 5 });
    await finish('confirm', again);
    expect(await everything()).toEqual(before);
  });

  it('attack 32: confirmed many times at once is taken over once, and so are two files with the same points', async () => {
    const file = text(...rowsOf(5));
    const [one, two] = [await read(file), await read(file)];
    const answers = await Promise.all([one, one, one, two, two].map((batch) => act('confirm', batch)));
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    const accepted = answers.filter(({ status }) => status === 200).map(({ body }) => body.id);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted).size).toBe(accepted.length);
    await app.settle();
    for (const batch of [one, two].filter(({ id }) => !accepted.includes(id))) await finish('confirm', batch);
    expect(await titles()).toHaveLength(5);
    const states = [await get(one), await get(two)].map(({ state, counts }) => [state, counts.taken]);
    expect(states.map(([state]) => state)).toEqual(['imported', 'imported']);
    expect(states.map(([, taken]) => taken).sort()).toEqual([0, 5]);
  });

  it('attack 32: a crash leaves no half step, and the import goes on where it was', async () => {
    const batch = await read(text(...rowsOf(200), ...rowsOf(50), ...rowsOf(1, 'Hier breekt het'), ...rowsOf(20)));
    await app.dataSource.query(`
      create function break_down() returns trigger language plpgsql as $$ begin
        if new.title like 'Hier breekt het%' then raise exception 'the machine is gone'; end if; return new; end $$;
      create trigger break_down before insert on proposal for each row execute function break_down()`);
    await act('confirm', batch);
    const taken = async () => (await get(batch)).counts.taken;
    const until = Date.now() + 20_000;
    while ((await taken()) < 200 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve));
    const failed = async () =>
      app.dataSource.query<object[]>(`select 1 from pgboss.job where name = 'intake-import' and state = 'retry'`);
    while ((await failed()).length === 0 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve));
    expect(await get(batch)).toMatchObject({ state: 'importing', counts: { taken: 200 } });
    expect(
      await app.dataSource.query(`select count(*)::int as count from proposal where village_id = $1`, [town.tricht.id]),
    ).toEqual([{ count: 200 }]);
    await app.dataSource.query('drop function break_down() cascade');
    await app.advance({ days: 1 });
    await app.settle();
    expect(await get(batch)).toMatchObject({ state: 'imported', counts: { taken: 271 } });
  });

  it('with ten broken rows tells ten things, and takes over the rest when that is decided', async () => {
    const good = rowsOf(3);
    const broken = [
      `Nergens;Een bankje aan de Linge;;;;${page};a1`,
      `;Een bankje aan de Linge;;;;${page};a2`,
      `${town.tricht.slug};Bank;;;;${page};a3`,
      `${town.tricht.slug};;;;;${page};a4`,
      `${town.tricht.slug};${'x'.repeat(121)};;;;${page};a5`,
      `${town.tricht.slug};Een bankje aan de Linge;${'x'.repeat(4001)};;;${page};a6`,
      `${town.tricht.slug};Een bankje aan de Linge;;gepland;;${page};a7`,
      `${town.tricht.slug};Een bankje aan de Linge;;;ooit;${page};a8`,
      `${town.tricht.slug};Een bankje aan de Linge;;;;geen adres;a9`,
      `${town.tricht.slug};Een bankje aan de Linge;;;;${page};${count}`,
    ];
    const batch = await read(text(...good, ...broken));
    const faulty = await rows(batch, '&only=faulty');
    expect(batch.counts).toMatchObject({ new: 3, faulty: 10 });
    expect(faulty.map(({ number, faults }) => [number, ...faults.map(({ code }) => code)])).toEqual([
      [5, 'unknown_village'],
      [6, 'missing'],
      [7, 'too_short'],
      [8, 'missing'],
      [9, 'too_long'],
      [10, 'too_long'],
      [11, 'unknown_state'],
      [12, 'no_year'],
      [13, 'no_address'],
      [14, 'doubled'],
    ]);
    expect(await titles()).toEqual([]);
    await finish('confirm', batch);
    expect(await titles()).toHaveLength(3);
  });

  it('leaves a point that is here as it is, whatever the file says of it now', async () => {
    const [row = ''] = rowsOf(1);
    await finish('confirm', await read(text(row)));
    const [title] = await titles();
    const changed = await read(text(row.replace('Een bankje', 'Twee bankjes')));
    expect(changed.counts).toMatchObject({ new: 0, differs: 1 });
    await finish('confirm', changed);
    expect(await titles()).toEqual([title]);
  });

  it('is read under the columns somebody chose, and so is the next with those headings', async () => {
    const lines = (id: number) => [`Waar${town.tricht.slug};Wat precies`, `${town.tricht.slug};Een bankje ${id}`];
    const file = (id: number) => Buffer.from(lines(id).join('\n'));
    const batch = await read(file(1));
    expect(batch).toMatchObject({ columns: [null, null], counts: { faulty: 1 } });
    const input: ColumnsInput = { columns: ['village', 'title'], sourceUrl: page };
    const { body } = await act('columns', batch, input);
    expect(body).toMatchObject({ ...input, counts: { new: 1 }, version: batch.version + 1 });
    expect(await read(file(2))).toMatchObject({ ...input, counts: { new: 1 } });
    const refusals = await Promise.all([
      act('columns', body, { ...input, columns: ['village'] }),
      act('columns', body, { ...input, columns: ['title', 'title'] }),
      act('columns', body, { ...input, columns: ['title', 'author'] }),
      act('columns', body, { ...input, sourceUrl: 'javascript:alert(1)' }),
      act('columns', batch, input),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400, 412]);
  });

  it('is taken back whole, and can be brought again', async () => {
    const file = text(...rowsOf(210));
    const batch = await finish('confirm', await read(file));
    expect(await titles()).toHaveLength(100);
    expect(await finish('undo', batch)).toMatchObject({ state: 'undone', counts: { gone: 210, kept: 0 } });
    expect(await titles()).toEqual([]);
    const left = await app.dataSource.query<object[]>(
      `select 1 from proposal where village_id = $1 union all
      select 1 from match_text t where $1 = any(t.village_ids)`,
      [town.tricht.id],
    );
    expect(left).toEqual([]);
    expect((await read(file)).counts).toMatchObject({ new: 210 });
  });

  it('taken back leaves the points people did something with, and tells which', async () => {
    const wishes = rowsOf(4).map((row) => row.replace(';klaar;', ';wens;'));
    const batch = await finish('confirm', await read(text(...wishes)));
    const ids = (await rows(batch)).map(({ proposalId }) => proposalId ?? '');
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
    const undone = await finish('undo', batch);
    const kept = await rows(batch, '&only=kept');
    expect(undone.counts).toMatchObject({ gone: 1, kept: 3 });
    expect(kept.map(({ proposalId }) => proposalId)).toEqual([supported, talked, moved]);
    for (const { proposalId } of kept) await see(app, proposalId ?? '', null);
    expect(await titles()).toHaveLength(kept.length);
  });

  it('is stopped halfway, and then nothing of it is left', async () => {
    const batch = await read(text(...rowsOf(600)));
    const { body } = await act('confirm', batch);
    expect((await act('cancel', body)).status).toBe(200);
    await app.settle();
    const stopped = await get(batch);
    expect(stopped.state).toBe('undone');
    expect(stopped.counts.taken).toBeLessThan(600);
    expect(stopped.counts.gone).toBe(stopped.counts.taken);
    expect(await titles()).toEqual([]);
  });

  it('is forgotten when nobody wants it, and with it what stood in it', async () => {
    const batch = await read(text(...rowsOf(1)));
    const { status } = await app.request('DELETE', `/api/v1/imports/${batch.id}`, { as: admin });
    expect(status).toBe(204);
    expect((await act('confirm', batch)).status).toBe(404);
    const taken = await finish('confirm', await read(text(...rowsOf(1))));
    expect((await app.request('DELETE', `/api/v1/imports/${taken.id}`, { as: admin })).status).toBe(409);
    const cells = await app.dataSource.query('select 1 from import_row where batch_id = $1 and cells is not null', [
      taken.id,
    ]);
    expect(cells).toEqual([]);
  });

  it('sent twice with one key is one file, and another file with that key is refused', async () => {
    const [file, other] = [text(...rowsOf(1)), text(...rowsOf(1))];
    const key = `import-${count}-key`;
    const [first, second] = [await send(file, { key }), await send(file, { key })];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    expect((await send(other, { key })).status).toBe(422);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7'), 'unknown_format'],
    ['nothing', Buffer.from(''), 'no_rows'],
    ['more than ten million bytes', Buffer.alloc(10_000_001, 'x'), 'too_large'],
  ])('attack 18: that is %s is refused, and says why', async (_, file, fault) => {
    const { status, body } = await send(file);
    expect([status, body.code]).toEqual([422, 'unreadable_file']);
    expect(body.errors).toEqual([{ pointer: '/file', detail: fault }]);
  });

  it('attack 18: that unpacks to millions of words keeps its own thread busy, and the server answers meanwhile', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const strings = Array.from({ length: 1000 }, (_, index) => `<si><t>woord ${index} van veel</t></si>`).join('');
    const files = workbookFiles([['Kern', 'Titel']]).map((file) =>
      file.name.endsWith('workbook.xml.rels')
        ? {
            ...file,
            content: String(file.content).replace(
              '</Relationships>',
              `<Relationship Id="rId9" Type="${type}" Target="sharedStrings.xml"/></Relationships>`,
            ),
          }
        : file,
    );
    const content = `<sst>${strings.repeat(2_900)}</sst>`;
    const answer = send(pack([...files, { name: 'xl/sharedStrings.xml', content }]));
    let worst = 0;
    let isDone = false;
    void answer.finally(() => (isDone = true));
    await until(async () => {
      const asked = Date.now();
      await app.request('GET', '/health/live');
      worst = Math.max(worst, Date.now() - asked);
      return isDone;
    });
    const { status, body } = await answer;
    expect([status, body.code]).toEqual([422, 'unreadable_file']);
    expect(worst).toBeLessThan(2_000);
  });

  it('attack 01: with a script in it is told of and shown as text', async () => {
    const script = '<img src=x onerror=alert(1)>';
    const [row = ''] = rowsOf(1, script);
    const { status, body } = await send(text(row), { name: `${script}\u202e.csv` });
    expect([status, body.fileName]).toEqual([201, `${script}.csv`]);
    expect(await rows(body)).toMatchObject([{ title: expect.stringContaining(script) }]);
  });

  it('attack 05: is the affair of administrators alone', async () => {
    const batch = await read(text(...rowsOf(1)));
    for (const as of [town.broker, town.secretary, town.official, town.resident]) {
      const paths = ['', `/${batch.id}`, `/${batch.id}/rows`];
      const found = await Promise.all(paths.map((path) => app.request('GET', `/api/v1/imports${path}`, { as })));
      expect(found.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await send(text(...rowsOf(1)), { as })).status).toBe(403);
    }
  });

  it('is listed with as many questions to the database for 5 files as for 50', async () => {
    const list = () => app.request<Page<BatchSummary>>('GET', '/api/v1/imports?limit=100', { as: admin });
    for (let sent = 0; sent < 5; sent += 1) await read(text(...rowsOf(1)));
    const few = await app.queriesDuring(list);
    await app.dataSource.query(`insert into import_batch (person_id, state, file_name, headings, columns, created_at)
      select person_id, 'read', file_name, headings, columns, created_at from import_batch, generate_series(1, 10) limit 50`);
    const many = await app.queriesDuring(list);
    expect((await list()).body.items.length).toBeGreaterThan(50);
    expect(many).toHaveLength(few.length);
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
  /** Who only follows wrote nothing; demand is of a collaboration, which keeps the point; no file has what was entered. */
  const light = ['follow', 'demand_line', 'entered_wish', 'evening_wish'];

  it('keeps it when a file is taken back, or is known to be made by no person', async () => {
    const app = await createTestApp();
    const tables = await app.dataSource.query<{ name: string }[]>(`select distinct conrelid::regclass::text as name
      from pg_constraint where contype = 'f' and confrelid = 'proposal'::regclass order by 1`);
    const traces = Reflect.get(app.get(ImportsService), 'traces') as readonly string[];
    const isKept = (name: string): boolean => traces.some((query) => new RegExp(`from ${name}\\b`).test(query));
    const known = new Set([...made, ...versioned, ...light]);
    expect(tables.map(({ name }) => name).filter((name) => !isKept(name) && !known.has(name))).toEqual([]);
    await app.close();
  });
});
