import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { CommentView } from '@kernagenda/conversations/domain';
import type { QueueItem } from '@kernagenda/moderation/domain';
import { aProposal, aTown, perform } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { listRoutes } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { MunicipalityView } from '@kernagenda/villages/domain';
import { palette } from '@kernagenda/villages/domain/settings';
import type { MunicipalityInput, MunicipalitySettings } from '@kernagenda/villages/domain/settings';

const input: MunicipalityInput = {
  name: 'Voorbeeld',
  address: 'Kerkstraat 1, 1234 AB Voorbeeld',
  telephone: '0345 12 34 56',
  email: 'gemeente@voorbeeld.example',
  website: 'https://voorbeeld.example/kernagenda',
  readWithinDays: 5,
  answerWithinDays: 10,
  colours: { light: {}, dark: {} },
  allowsPublicEmbeddings: false,
};

let app: TestApp;
let admin: TestPerson;
async function begin(): Promise<void> {
  app = await createTestApp();
  admin = await aPerson(app, { roles: [{ role: 'admin', scopeType: 'installation', scopeId: installationId }] });
}

const settings = async () =>
  (await app.request<MunicipalitySettings>('GET', '/api/v1/municipality/settings', { as: admin })).body;
const save = (body: object, version?: number, as = admin) =>
  app.request<MunicipalitySettings & ProblemBody>('PUT', '/api/v1/municipality/settings', {
    as,
    body,
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  });
const stylesheet = (headers = {}) => app.request<string>('GET', '/api/v1/municipality/theme.css', { headers });
const light = (colours: object) => ({ ...input, colours: { light: colours, dark: {} } });

describe('what the administrator decides', () => {
  beforeEach(begin);
  afterEach(() => app.close());

  it('attack 05: settings and text blocks are the administrator’s alone', async () => {
    const town = await aTown(app);
    const closed = listRoutes(app.nest).filter(
      ({ path, rules }) => /\/(municipality|text-blocks)/.test(path) && rules.join() === 'role:admin',
    );
    expect(closed).toHaveLength(6);
    for (const as of [town.resident, town.broker]) {
      for (const { method, path } of closed) {
        const { status } = await app.request(method, path.replace(':id', town.tricht.id), { as });
        expect([method, path, status]).toEqual([method, path, 403]);
      }
    }
  });

  it('begins an empty installation with a municipality, once', async () => {
    expect(await settings()).toMatchObject({ name: '', readWithinDays: 5, answerWithinDays: 10, version: 0 });
    const outcomes = await Promise.all([save(input, 0), save({ ...input, name: 'Elders' }, 0)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body } = await app.request<MunicipalityView>('GET', '/api/v1/municipality');
    expect(body).toMatchObject({ contact: { telephone: '0345 12 34 56' }, readWithinDays: 5, population: 0 });
  });

  it('changes only what its reader has seen, and keeps before and after in the log', async () => {
    await save(input, 0);
    expect((await save(input)).status).toBe(428);
    expect((await save({ ...input, name: 'Anders' }, 0)).status).toBe(412);
    expect((await save({ ...input, name: 'Anders' }, 1)).body).toMatchObject({ name: 'Anders', version: 2 });
    const entries = await app.dataSource.query<{ action: string; details: object }[]>(
      `select action, details from audit_entry e join audit_details d on d.entry_id = e.id
     where object_type = 'municipality' order by at, action desc`,
    );
    expect(entries).toHaveLength(2);
    expect(entries.find(({ action }) => action === 'municipality.change')?.details).toMatchObject({
      from: { name: 'Voorbeeld' },
      to: { name: 'Anders' },
    });
  });

  it('attack 17: no text leaves the private network before an administrator allows it, which is logged', async () => {
    expect(await settings()).toMatchObject({ allowsPublicEmbeddings: false });
    await save(input, 0);
    expect((await save({ ...input, allowsPublicEmbeddings: true }, 1)).body.allowsPublicEmbeddings).toBe(true);
    const [entry] = await app.dataSource.query<{ details: object }[]>(
      `select details from audit_entry e join audit_details d on d.entry_id = e.id where action = 'municipality.change'`,
    );
    expect(entry?.details).toMatchObject({
      from: { allowsPublicEmbeddings: false },
      to: { allowsPublicEmbeddings: true },
    });
  });

  it('moves the day by which the broker reads and by which a question is answered', async () => {
    const town: TestTown = await aTown(app);
    const point = await aProposal(app).in(town.tricht).by(town.resident).submitted().save();
    await perform(app, town.broker, 'approve', point);
    await aProposal(app).in(town.tricht).by(town.resident).submitted().save();
    const dueAt = async () =>
      (await app.request<Page<QueueItem>>('GET', '/api/v1/moderation/queue', { as: town.broker })).body.items[0]?.dueAt;
    expect(await dueAt()).toBe('2026-03-09T22:59:59.999Z');
    const { version } = await settings();
    expect((await save({ ...input, readWithinDays: 2, answerWithinDays: 3 }, version)).status).toBe(200);
    expect(await dueAt()).toBe('2026-03-04T22:59:59.999Z');
    const asked = await app.request<CommentView>('POST', `/api/v1/proposals/${point.id}/comments`, {
      as: town.resident,
      body: { kind: 'question', body: 'Wanneer begint dit?' },
    });
    const day = await app.dataSource.query('select due_on::text as day from comment');
    expect([asked.status, day]).toEqual([201, [{ day: '2026-03-05' }]]);
  });

  it('colours come as a stylesheet that is asked again by its content', async () => {
    expect((await stylesheet()).body).toBe('');
    expect((await save(light({ river: '#0A4F5C' }), 0)).body.colours).toEqual({
      light: { river: '#0a4f5c' },
      dark: {},
    });
    const { headers, body } = await stylesheet();
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(body).toContain("html[data-theme='light'] { --ka-river: #0a4f5c;}");
    // Who has the dark keeps its own river.
    expect(body).toMatch(new RegExp(`prefers-color-scheme: dark.*--ka-river: ${palette.dark.river};`));
    expect((await stylesheet({ 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('colours are refused when they are too hard to read, with the pair and the ratio', async () => {
    const { status, body } = await save(light({ river: '#7fb2ba', foot: '#aabbcc' }), 0);
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.errors).toContainEqual({
      pointer: '/colours/light',
      detail: 'river on paper has a contrast of 2.1; at least 4.5 is needed',
    });
    expect(body.errors?.some(({ detail }) => detail.startsWith('on-foot on foot'))).toBe(true);
    expect((await settings()).version).toBe(0);
  });

  it('attack 20: a colour that is not one of ours is refused, and a name that looks like a template stays text', async () => {
    expect((await save(light({ 'ink; } *': '#0b5563' }), 0)).status).toBe(400);
    const name = '{{constructor.constructor("return 7")()}} ${7*7}';
    expect((await save({ ...input, name }, 0)).body.name).toBe(name);
  });
});

describe('what is no setting', () => {
  beforeAll(begin);
  afterAll(() => app.close());

  it.each([
    ['readWithinDays', 0],
    ['readWithinDays', 21],
    ['answerWithinDays', 41],
    ['answerWithinDays', 2.5],
    ['name', ''],
    ['email', 'geen adres'],
    ['website', 'javascript:alert(1)'],
    ['website', 'http://voorbeeld.example'],
    ['telephone', 'bel maar'],
    ['allowsPublicEmbeddings', 'ja'],
  ])('refuses %s: %s', async (field, value) => {
    const { status, body } = await save({ ...input, [field]: value }, 0);
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, [`/${field}`]]);
  });

  it.each([
    '#0b5563;} body{display:none',
    '#0b5563}',
    'red',
    '#fff',
    '#0b556g',
    '{{7*7}}',
    '${7*7}',
    'url(https://elders.example)',
    '#0b5563\n',
    ['#0b5563'],
    7,
  ])('attack 20: %j is no colour', async (river) => {
    const { status, body } = await save(light({ river }), 0);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/colours/light/river']);
    expect((await stylesheet()).body).toBe('');
  });
});
