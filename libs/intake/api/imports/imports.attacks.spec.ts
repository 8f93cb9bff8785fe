import { aTown, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { FileReader } from './file-reader';
import { openImportDesk } from './testing';
import type { ImportDesk } from './testing';
import { pack, workbookFiles } from './workbook';

describe('a file with points under attack', () => {
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

  it('attack 32: twice adds nothing', async () => {
    const file = desk.text(...desk.rowsOf(town, 5));
    await desk.finish('confirm', await desk.read(file));
    const before = await desk.everything();
    const again = await desk.read(file);
    expect(again.counts).toMatchObject({ new: 0, same: 5 });
    await desk.finish('confirm', again);
    expect(await desk.everything()).toEqual(before);
  });

  it('attack 32: under another address of its page, or without its numbers, adds nothing', async () => {
    const lines = desk.rowsOf(town, 3);
    await desk.finish('confirm', await desk.read(desk.text(...lines)));
    const before = await desk.everything();
    const [first = '', second = '', third = ''] = lines;
    const disguised = [
      first.replace(desk.page, `${desk.page}/`),
      second.replace(/;\d+$/, ';'),
      third.replace('Een bankje', 'EEN BANKJE!').replace(/;\d+$/, ';x'),
    ];
    const batch = await desk.read(desk.text(...disguised));
    expect(batch.counts).toMatchObject({ new: 0, faulty: 3 });
    const faulty = await desk.rows(batch, '&only=faulty');
    expect(faulty.flatMap(({ faults }) => faults.map(({ code }) => code))).toEqual(Array(3).fill('stands_here'));
    for (const { proposalId } of faulty) await see(app, proposalId ?? '', null);
    await desk.finish('confirm', batch);
    expect(await desk.everything()).toEqual(before);
  });

  it('attack 32: a download of these agendas brings nothing twice', async () => {
    await desk.finish('confirm', await desk.read(desk.text(...desk.rowsOf(town, 2))));
    const path = `/api/v1/exports/points.csv?village=${town.tricht.slug}`;
    const { body: csv } = await app.request<string>('GET', path);
    expect((await desk.read(Buffer.from(csv))).counts).toMatchObject({ new: 0, faulty: 2 });
  });

  it('attack 32: what another file brought since it was read is not brought again', async () => {
    const lines = desk.rowsOf(town, 2);
    const elsewhere = lines.map((line) => line.replace(desk.page, 'https://www.voorbeeld.nl/anders'));
    const [one, other] = [await desk.read(desk.text(...lines)), await desk.read(desk.text(...elsewhere))];
    expect([one.counts.new, other.counts.new]).toEqual([2, 2]);
    await desk.finish('confirm', one);
    expect((await desk.finish('confirm', other)).counts).toMatchObject({ taken: 0, faulty: 2 });
    expect(await desk.titles(town)).toHaveLength(2);
  });

  it('attack 32: two points of one page may have one title, each with its number', async () => {
    const [line = ''] = desk.rowsOf(town, 1);
    await desk.finish('confirm', await desk.read(desk.text(line)));
    const second = line.replace(/;\d+$/, ';tweede');
    expect((await desk.read(desk.text(line, second))).counts).toMatchObject({ same: 1, new: 1 });
  });

  it('attack 32: confirmed many times at once is taken over once, and so are two files with the same points', async () => {
    const file = desk.text(...desk.rowsOf(town, 5));
    const [one, two] = [await desk.read(file), await desk.read(file)];
    const answers = await Promise.all([one, one, one, two, two].map((batch) => desk.act('confirm', batch)));
    expect(answers.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    const accepted = answers.filter(({ status }) => status === 200).map(({ body }) => body.id);
    expect(accepted.length).toBeGreaterThan(0);
    expect(new Set(accepted).size).toBe(accepted.length);
    await app.settle();
    for (const batch of [one, two].filter(({ id }) => !accepted.includes(id))) await desk.finish('confirm', batch);
    expect(await desk.titles(town)).toHaveLength(5);
    const states = [await desk.get(one), await desk.get(two)].map(({ state, counts }) => [state, counts.taken]);
    expect(states.map(([state]) => state)).toEqual(['imported', 'imported']);
    expect(states.map(([, taken]) => taken).sort()).toEqual([0, 5]);
  });

  it('attack 32: a crash leaves no half step, and the import goes on where it was', async () => {
    const batch = await desk.read(
      desk.text(
        ...desk.rowsOf(town, 200),
        ...desk.rowsOf(town, 50),
        ...desk.rowsOf(town, 1, 'Hier breekt het'),
        ...desk.rowsOf(town, 20),
      ),
    );
    await app.dataSource.query(`
      create function break_down() returns trigger language plpgsql as $$ begin
        if new.title like 'Hier breekt het%' then raise exception 'the machine is gone'; end if; return new; end $$;
      create trigger break_down before insert on proposal for each row execute function break_down()`);
    await desk.act('confirm', batch);
    const taken = async () => (await desk.get(batch)).counts.taken;
    const until = Date.now() + 20_000;
    while ((await taken()) < 200 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve));
    const failed = async () =>
      app.dataSource.query<object[]>(`select 1 from pgboss.job where name = 'intake-import' and state = 'retry'`);
    while ((await failed()).length === 0 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve));
    expect(await desk.get(batch)).toMatchObject({ state: 'importing', counts: { taken: 200 } });
    expect(
      await app.dataSource.query(`select count(*)::int as count from proposal where village_id = $1`, [town.tricht.id]),
    ).toEqual([{ count: 200 }]);
    await app.dataSource.query('drop function break_down() cascade');
    await app.advance({ days: 1 });
    await app.settle();
    expect(await desk.get(batch)).toMatchObject({ state: 'imported', counts: { taken: 271 } });
  });

  const batches = () =>
    app.dataSource.query<object[]>(`select (select count(*) from import_batch) as files,
      (select count(*) from import_row) as rows, (select count(*) from idempotency_key) as calls`);

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7'), 'unknown_format'],
    ['nothing', Buffer.from(''), 'no_rows'],
    ['more than ten million bytes', Buffer.alloc(10_000_001, 'x'), 'too_large'],
  ])('attack 18: that is %s is refused, and says why', async (_, file, fault) => {
    const { status, body } = await desk.send(file);
    expect([status, body.code]).toEqual([422, 'unreadable_file']);
    expect(body.errors).toEqual([{ pointer: '/file', detail: fault }]);
  });

  it('attack 18: that unpacks to millions of words keeps its own process busy, and the server answers meanwhile', async () => {
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
    const before = await batches();
    const answer = desk.send(pack([...files, { name: 'xl/sharedStrings.xml', content }]));
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
    expect(await batches()).toEqual(before);
    expect(worst).toBeLessThan(2_000);
  });

  it('attack 18: with characters of two halves at every border is told of, and nothing of it is half', async () => {
    const smiles = '\u{1f600}'.repeat(300);
    const lines = [0, 1].map((shift) => `${'x'.repeat(shift)}${smiles};${'x'.repeat(shift)}${smiles};;;;${desk.page};`);
    const { status, body } = await desk.send(desk.text(...lines), { name: `a${smiles}.csv` });
    expect([status, body.counts]).toMatchObject([201, { faulty: 2 }]);
    expect((await desk.rows(body)).map(({ title }) => /\p{Cs}/u.test(title))).toEqual([false, false]);
  });

  it('attack 18: with millions of villages in its cells is told of, and the server answers meanwhile', async () => {
    const villages = `"x${',y'.repeat(90_000)}"`;
    const lines = Array.from({ length: 50 }, () => `${town.tricht.slug};Een bankje;${villages};${desk.page}`);
    const { status, body } = await desk.send(Buffer.from(['Kern;Titel;Ook in;Bron', ...lines].join('\n')));
    expect([status, body.counts]).toMatchObject([201, { faulty: 50 }]);
    expect((await desk.rows(body)).map(({ faults }) => faults.length)).toEqual(Array(50).fill(1));
  });

  it('attack 18: that takes too long is refused, and nothing of it is kept', async () => {
    const before = await batches();
    const reader = app.get(FileReader);
    const timeoutMs: unknown = Reflect.get(reader, 'timeoutMs');
    Reflect.set(reader, 'timeoutMs', 1);
    const { status, body } = await desk.send(desk.text(...desk.rowsOf(town, 5)));
    Reflect.set(reader, 'timeoutMs', timeoutMs);
    expect([status, body.errors]).toEqual([422, [{ pointer: '/file', detail: 'took_too_long' }]]);
    expect(await batches()).toEqual(before);
    await desk.read(desk.text(...desk.rowsOf(town, 5)));
  });

  it('attack 01: with a script in it is told of and shown as text', async () => {
    const script = '<img src=x onerror=alert(1)>';
    const [row = ''] = desk.rowsOf(town, 1, script);
    const { status, body } = await desk.send(desk.text(row), { name: `${script}\u202e.csv` });
    expect([status, body.fileName]).toEqual([201, `${script}.csv`]);
    expect(await desk.rows(body)).toMatchObject([{ title: expect.stringContaining(script) }]);
  });

  it('attack 05: is the affair of administrators alone', async () => {
    const batch = await desk.read(desk.text(...desk.rowsOf(town, 1)));
    for (const as of [town.broker, town.secretary, town.official, town.resident]) {
      const paths = ['', `/${batch.id}`, `/${batch.id}/rows`];
      const found = await Promise.all(paths.map((path) => app.request('GET', `/api/v1/imports${path}`, { as })));
      expect(found.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await desk.send(desk.text(...desk.rowsOf(town, 1)), { as })).status).toBe(403);
      const verbs = [
        ['PUT', '/columns'],
        ['POST', '/confirm'],
        ['POST', '/cancel'],
        ['POST', '/undo'],
        ['DELETE', ''],
      ] as const;
      const headers = { 'if-match': '"1"' };
      const refused = await Promise.all(
        verbs.map(([method, verb]) => app.request(method, `/api/v1/imports/${batch.id}${verb}`, { as, headers })),
      );
      expect(refused.map(({ status }) => status)).toEqual(Array(5).fill(403));
    }
  });
});
