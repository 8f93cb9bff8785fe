import { aTown, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import type { BatchSummary, ColumnsInput } from '@kernagenda/intake/domain/imports';
import { openImportDesk } from './testing';
import type { ImportDesk } from './testing';
import { pack, workbookFiles, writeWorkbook } from './workbook';

describe('a file with points', () => {
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

  it('is tried, and nothing is taken over before that is confirmed', async () => {
    const before = await desk.everything();
    const batch = await desk.read(desk.text(...desk.rowsOf(town, 3)));
    expect(batch).toMatchObject({
      state: 'read',
      fileName: 'punten.csv',
      by: 'Beheerder',
      columns: ['village', 'title', 'body', 'state', 'year', 'source', 'id'],
      counts: { new: 3, same: 0, differs: 0, faulty: 0, taken: 0 },
      allowedActions: ['choose_columns', 'confirm', 'discard'],
    });
    await app.settle();
    expect(await desk.everything()).toEqual(before);
    expect(await desk.rows(batch)).toMatchObject([{ number: 2, outcome: 'new' }, { number: 3 }, { number: 4 }]);
  });

  it('becomes points as they were reported, with their source and without an invented author', async () => {
    const batch = await desk.finish('confirm', await desk.read(desk.text(...desk.rowsOf(town, 2))));
    expect(batch).toMatchObject({ state: 'imported', counts: { new: 2, taken: 2 }, allowedActions: ['undo'] });
    const [row] = await desk.rows(batch);
    const point = await see(app, row?.proposalId ?? '', null);
    expect(point).toMatchObject({
      author: null,
      agendaState: 'done',
      reportedYear: 2021,
      sourceUrl: desk.page,
      statusAt: null,
      timeline: [{ action: 'import', to: 'done' }],
    });
    const [entry] = await app.dataSource.query<{ actor_id: string; details: object }[]>(
      `select e.actor_id, d.details from audit_entry e join audit_details d on d.entry_id = e.id
       where e.action = 'import' and e.object_id = $1`,
      [point.id],
    );
    expect(entry).toMatchObject({ actor_id: desk.admin.id, details: { batchId: batch.id, sourceUrl: desk.page } });
  });

  it('can be a workbook', async () => {
    const cells = desk.cells(...desk.rowsOf(town, 2));
    expect(await desk.read(writeWorkbook(cells))).toMatchObject({ counts: { new: 2, faulty: 0 } });
  });

  it('tells which sheets of a workbook it leaves out', async () => {
    expect(await desk.read(desk.text(...desk.rowsOf(town, 1)))).toMatchObject({ leftOut: [] });
    const sheet = {
      name: 'xl/worksheets/2.xml',
      content: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
    };
    const files = workbookFiles(desk.cells(...desk.rowsOf(town, 1))).map(({ name, content }) => ({
      name,
      content: String(content)
        .replace('</sheets>', '<sheet name="Est" r:id="rId2"/></sheets>')
        .replace(
          'worksheets/sheet1.xml"/><',
          'worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x" Target="worksheets/2.xml"/><',
        ),
    }));
    expect(await desk.read(pack([...files, sheet]))).toMatchObject({ leftOut: ['Est'], counts: { new: 1 } });
  });

  it('with ten broken rows tells ten things, and takes over the rest when that is decided', async () => {
    const good = desk.rowsOf(town, 3);
    const broken = [
      `Nergens;Een bankje aan de Linge;;;;${desk.page};a1`,
      `;Een bankje aan de Linge;;;;${desk.page};a2`,
      `${town.tricht.slug};Bank;;;;${desk.page};a3`,
      `${town.tricht.slug};;;;;${desk.page};a4`,
      `${town.tricht.slug};${'x'.repeat(121)};;;;${desk.page};a5`,
      `${town.tricht.slug};Een bankje aan de Linge;${'x'.repeat(4001)};;;${desk.page};a6`,
      `${town.tricht.slug};Een bankje aan de Linge;;gepland;;${desk.page};a7`,
      `${town.tricht.slug};Een bankje aan de Linge;;;ooit;${desk.page};a8`,
      `${town.tricht.slug};Een bankje aan de Linge;;;;geen adres;a9`,
      `${town.tricht.slug};Een bankje aan de Linge;;;;${desk.page};${desk.count}`,
    ];
    const batch = await desk.read(desk.text(...good, ...broken));
    const faulty = await desk.rows(batch, '&only=faulty');
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
    expect(await desk.titles(town)).toEqual([]);
    await desk.finish('confirm', batch);
    expect(await desk.titles(town)).toHaveLength(3);
  });

  it('leaves a point that is here as it is, whatever the file says of it now', async () => {
    const [row = ''] = desk.rowsOf(town, 1);
    await desk.finish('confirm', await desk.read(desk.text(row)));
    const [title] = await desk.titles(town);
    const changed = await desk.read(desk.text(row.replace('Een bankje', 'Twee bankjes')));
    expect(changed.counts).toMatchObject({ new: 0, differs: 1 });
    await desk.finish('confirm', changed);
    expect(await desk.titles(town)).toEqual([title]);
  });

  it('is read under the columns somebody chose, and so is the next with those headings', async () => {
    const lines = (id: number) => [`Waar${town.tricht.slug};Wat precies`, `${town.tricht.slug};Een bankje ${id}`];
    const file = (id: number) => Buffer.from(lines(id).join('\n'));
    const batch = await desk.read(file(1));
    expect(batch).toMatchObject({ columns: [null, null], counts: { faulty: 1 } });
    const input: ColumnsInput = { columns: ['village', 'title'], sourceUrl: desk.page };
    const { body } = await desk.act('columns', batch, input);
    expect(body).toMatchObject({ ...input, counts: { new: 1 }, version: batch.version + 1 });
    expect(await desk.read(file(2))).toMatchObject({ ...input, counts: { new: 1 } });
    const refusals = await Promise.all([
      desk.act('columns', body, { ...input, columns: ['village'] }),
      desk.act('columns', body, { ...input, columns: ['title', 'title'] }),
      desk.act('columns', body, { ...input, columns: ['title', 'author'] }),
      desk.act('columns', body, { ...input, sourceUrl: 'javascript:alert(1)' }),
      desk.act('columns', batch, input),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400, 400, 412]);
  });

  it('is forgotten when nobody wants it, and with it what stood in it', async () => {
    const batch = await desk.read(desk.text(...desk.rowsOf(town, 1)));
    const { status } = await app.request('DELETE', `/api/v1/imports/${batch.id}`, { as: desk.admin });
    expect(status).toBe(204);
    expect((await desk.act('confirm', batch)).status).toBe(404);
    const taken = await desk.finish('confirm', await desk.read(desk.text(...desk.rowsOf(town, 1))));
    expect((await app.request('DELETE', `/api/v1/imports/${taken.id}`, { as: desk.admin })).status).toBe(409);
    const cells = await app.dataSource.query('select 1 from import_row where batch_id = $1 and cells is not null', [
      taken.id,
    ]);
    expect(cells).toEqual([]);
  });

  it('sent twice with one key is one file, and another file with that key is refused', async () => {
    const [file, other] = [desk.text(...desk.rowsOf(town, 1)), desk.text(...desk.rowsOf(town, 1))];
    const key = `import-${desk.count}-key`;
    const [first, second] = [await desk.send(file, { key }), await desk.send(file, { key })];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    expect((await desk.send(other, { key })).status).toBe(422);
  });

  it('is listed with as many questions to the database for 5 files as for 50', async () => {
    const list = () => app.request<Page<BatchSummary>>('GET', '/api/v1/imports?limit=100', { as: desk.admin });
    for (let sent = 0; sent < 5; sent += 1) await desk.read(desk.text(...desk.rowsOf(town, 1)));
    const few = await app.queriesDuring(list);
    await app.dataSource.query(`insert into import_batch (person_id, state, file_name, headings, columns, created_at)
      select person_id, 'read', file_name, headings, columns, created_at from import_batch, generate_series(1, 10) limit 50`);
    const many = await app.queriesDuring(list);
    expect((await list()).body.items.length).toBeGreaterThan(50);
    expect(many).toHaveLength(few.length);
  });
});
