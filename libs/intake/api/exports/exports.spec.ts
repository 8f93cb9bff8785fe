import { parse } from 'csv-parse/sync';
import { ImportsService } from '@kernagenda/proposals/api';
import { aProposal, aTown, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { SignedIn, TestApp } from '@kernagenda/shared/api/testing';
import { prove, someCodes } from '@kernagenda/villages/api/testing';

interface Exported {
  readonly items: readonly (object & { readonly title: string })[];
}

describe('points to take along', () => {
  let app: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const get = async <Body>(kind: string, as: SignedIn | null = null) =>
    app.request<Body>('GET', `/api/v1/exports/points.${kind}?village=${town.tricht.slug}`, { as });
  const approved = (title = 'Een bankje aan de Linge', body = 'Om te zitten') =>
    aProposal(app).in(town.tricht).by(town.resident).with({ title, body }).approvedBy(town.broker).save();

  it('are the same in CSV, JSON and GeoJSON, with the address of each', async () => {
    const { id } = await approved();
    const [csv, json, geo] = [await get<string>('csv'), await get<Exported>('json'), await get<object>('geojson')];
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(geo.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    const [headings = [], row = []] = parse(csv.body, { delimiter: ';', bom: true });
    expect(Object.fromEntries(headings.map((heading, index) => [heading, row[index]]))).toMatchObject({
      Nummer: id,
      Kern: 'Tricht',
      Titel: 'Een bankje aan de Linge',
      Thema: 'groen',
      Stand: 'wens',
      Adres: `https://kernagenda.test/voorstellen/${id}`,
    });
    const fields = { id, village: 'Tricht', alsoVillages: [], agendaState: 'wish', theme: 'green', sourceUrl: null };
    expect(json.body.items).toMatchObject([fields]);
    expect(geo.body).toMatchObject({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [5.25, 51.85] }, properties: fields }],
    });
  });

  it('tell how many supporters of the village proved to live there, and never who', async () => {
    const { id } = await approved();
    await prove(app, town.neighbour, (await someCodes(app, town.broker, town.tricht)).code);
    for (const as of [town.neighbour, town.resident])
      await app.request('PUT', `/api/v1/proposals/${id}/support`, { as });
    const [csv, json] = [await get<string>('csv'), await get<Exported>('json')];
    expect(json.body.items).toMatchObject([{ supportFromVillage: 2, supportFromElsewhere: 0, supportProven: 1 }]);
    const [headings = [], row = []] = parse(csv.body, { delimiter: ';', bom: true });
    expect(row[headings.indexOf('Steun met bewonerscode')]).toBe('1');
    expect(csv.body + JSON.stringify(json.body)).not.toContain(town.neighbour.id);
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '=cmd|"/c calc"!A1', '＝1+1', ' =1+1'])(
    'attack 27: "%s" is text to a spreadsheet too',
    async (formula) => {
      await approved(`${formula} bankje`.trim(), `${formula}\n${formula}`);
      const { body } = await get<string>('csv');
      const cells = parse(body, { delimiter: ';', bom: true }).flat();
      expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => cell.startsWith(`'${formula.trim()}`))).toBe(true);
    },
  );

  it('attack 27: no formula begins where a spreadsheet of another country takes a comma for a border', async () => {
    const dangers = ['x,=1+1', 'x,+cmd|x', 'x, =1', 'x;@SUM(A1)', 'x\t-2+3', 'x,(y),=1', 'x,＝1+1'];
    const prose = 'Kost € 25,- per stuk, of -5 graden; 1,5 meter = goed, mail a@b.nl';
    await approved('Een bankje', `${prose} ${dangers.join(' ')}`);
    const { body } = await get<string>('csv');
    expect(body).toContain(prose);
    const delimiter = [',', ';', '\t'];
    const cells = parse(body, { delimiter, bom: true, quote: null, relax_column_count: true }).flat();
    expect(cells.filter((cell) => /^["\s]*(?:[=+@＝]|-[\w(])/.test(cell))).toEqual([]);
  });

  it('attack 11: hold what everybody may read, whoever asks and by whichever link', async () => {
    await approved();
    const hidden = await approved('Een verborgen bankje');
    await aProposal(app).in(town.tricht).by(town.resident).with({ title: 'Nog een concept' }).save();
    await aProposal(app).in(town.tricht).by(town.resident).with({ title: 'Wacht op lezen' }).submitted().save();
    const { version } = await see(app, hidden.id, town.broker);
    await app.request('POST', `/api/v1/proposals/${hidden.id}/hide`, {
      as: town.broker,
      headers: { 'if-match': `"${version}"` },
      body: { sentence: 'Een verborgen bankje', rule: 'personal_data', wouldBeAccepted: 'Zonder die zin' },
    });
    for (const as of [null, town.resident, town.broker]) {
      const answers = [await get<Exported>('json', as), await get('csv', as), await get('geojson', as)];
      expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(Array(3).fill('private, no-store'));
      const [json] = answers;
      expect((json?.body as Exported).items.map(({ title }) => title)).toEqual(['Een bankje aan de Linge']);
      for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/verborgen|concept|Wacht op|Bewoner/);
    }
  });

  it('take as many questions to the database for 50 points as for 5', async () => {
    const points = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ sourceKey: `${town.tricht.id} ${from + index}`, sourceUrl: 'https://voorbeeld.nl', body: '' },
        ...{
          villageId: town.tricht.id,
          alsoVillageIds: [],
          title: `Een bankje ${from + index}`,
          theme: 'green' as const,
        },
        ...{ kind: null, agendaState: 'wish' as const, reportedYear: null },
      }));
    await app.get(ImportsService).import(points(0, 5));
    const few = await app.queriesDuring(() => get('json'));
    await app.get(ImportsService).import(points(5, 45));
    const many = await app.queriesDuring(() => get('json'));
    expect((await get<Exported>('json')).body.items).toHaveLength(50);
    expect(many).toHaveLength(few.length);
  });
});
