import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { conceptLimits, previewLimits } from '@kernagenda/matching/domain/concepts';
import type {
  ConceptInput,
  ConceptLine,
  ConceptView,
  LexiconPreviewView,
  UnrecognisedPoint,
} from '@kernagenda/matching/domain/concepts';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';

const vlonk: ConceptInput = {
  label: 'vlonkstelling',
  theme: 'play_sport',
  kind: 'good',
  purchase: 'play-equipment',
  unit: 'piece',
  terms: ['vlonkstelling', 'vlonkrek'],
  ambiguous: [],
  unless: [],
  near: ['playground'],
  related: [],
  context: '',
};

let app: TestApp;
let admin: TestPerson;
let town: TestTown;
beforeAll(async () => {
  app = await createTestApp();
  const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
  admin = await aPerson(app, { roles: [role] });
  town = await aTown(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.dataSource.query('delete from lexicon_change');
  await app.dataSource.query('update lexicon_version set version = version + 1');
});

interface Sending {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: TestPerson;
}
const send = <Body = ConceptView & ProblemBody>(
  method: string,
  path: string,
  { body, headers = {}, as = admin }: Sending = {},
): Promise<TestResponse<Body>> =>
  app.request<Body>(method, `/api/v1/lexicon${path}`, { as, headers, ...(body && { body }) });

const add = (change: object = {}, key: string = randomUUID()) =>
  send('POST', '', { body: { ...vlonk, ...change }, headers: { 'idempotency-key': key } });
const seen = ({ version }: { readonly version: number }) => ({ 'if-match': `"${version}"` });
const find = async (id: string) => (await send('GET', `/${id}`)).body;
const list = async (query = '') => (await send<Page<ConceptLine>>('GET', `?${query}`)).body;
const unrecognised = async (query = '') => (await send<Page<UnrecognisedPoint>>('GET', `/unrecognised?${query}`)).body;
const pointersOf = ({ status, body }: TestResponse<ProblemBody>) => [
  status,
  body.errors?.map(({ pointer }) => pointer),
];
const inputOf = ({ near, related, ...view }: ConceptView): ConceptInput => {
  const { id: _, origin: __, version: ___, ...concept } = view;
  return { ...concept, near: near.map(({ id }) => id), related: related.map(({ id }) => id) };
};
const approved = ({ tricht, resident, broker }: TestTown, title: string): Promise<ProposalView> =>
  aProposal(app).in(tricht).by(resident).with({ title, body: '', place: '' }).approvedBy(broker).save();

describe('a concept of the municipality', () => {
  it('is added once for a call that is repeated, under a name of its own', async () => {
    const key = randomUUID();
    const [first, again] = [await add({}, key), await add({}, key)];
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    expect(first.body).toMatchObject({
      id: 'own-vlonkstelling',
      origin: 'own',
      near: [{ id: 'playground', label: (await find('playground')).label }],
    });
    expect((await add()).body.code).toBe('already_exists');
  });

  it('is changed and removed by who has seen what it is now', async () => {
    const { body: added } = await add();
    const path = `/${added.id}`;
    const body = { ...vlonk, terms: ['vlonk'] };
    expect((await send('PUT', path, { body })).status).toBe(428);
    const { body: changed } = await send('PUT', path, { body, headers: seen(added) });
    expect(changed).toMatchObject({ terms: ['vlonk'], origin: 'own' });
    expect((await send('PUT', path, { body, headers: seen(added) })).status).toBe(412);
    expect((await send('DELETE', path, { headers: seen(added) })).status).toBe(412);
    expect((await send('DELETE', path, { headers: seen(changed) })).status).toBe(204);
    expect((await send('GET', path)).status).toBe(404);
    const actions = await app.dataSource.query<{ action: string }[]>(
      `select action from audit_entry where object_id = $1 order by id desc limit 3`,
      [added.id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['concept.remove', 'concept.change', 'concept.add']);
  });

  it('never has the version it had in an earlier life', async () => {
    const { body: first } = await add();
    await send('DELETE', `/${first.id}`, { headers: seen(first) });
    const { body: second } = await add();
    expect(second.id).toBe(first.id);
    expect((await send('DELETE', `/${first.id}`, { headers: seen(first) })).status).toBe(412);
  });

  it('makes who follows the lexicon read again, with every change', async () => {
    const version = async (): Promise<number> =>
      (await app.dataSource.query<{ version: number }[]>('select version from lexicon_version'))[0]?.version ?? 0;
    const before = await version();
    const { body } = await add();
    expect(await version()).toBe(before + 1);
    await send('DELETE', `/${body.id}`, { headers: seen(body) });
    expect(await version()).toBe(before + 2);
  });
});

describe('a shipped concept', () => {
  it('is changed for the municipality, and given back as it was', async () => {
    const shipped = await find('speed-bump');
    expect(shipped).toMatchObject({ origin: 'shipped', version: 0 });
    const body = { ...inputOf(shipped), terms: [...shipped.terms, 'vlonkdrempel'] };
    const { body: changed } = await send('PUT', '/speed-bump', { body, headers: seen(shipped) });
    expect(changed).toMatchObject({ origin: 'changed', terms: body.terms });
    expect((await list('search=vlonkdrempel')).items).toMatchObject([{ id: 'speed-bump', origin: 'changed' }]);
    expect((await send('DELETE', '/speed-bump', { headers: seen(changed) })).status).toBe(204);
    expect(await find('speed-bump')).toEqual(shipped);
    expect((await send('DELETE', '/speed-bump', { headers: seen(shipped) })).body.code).toBe('wrong_state');
  });

  it('keeps what the form does not know of it', async () => {
    const lines = (await list('limit=100')).items;
    expect(lines.length).toBe(100);
    const [row] = await app.dataSource.query<{ n: number }[]>('select count(*)::int as n from lexicon_change');
    expect(row?.n).toBe(0);
    const school = await find('school');
    await send('PUT', '/school', { body: inputOf(school), headers: seen(school) });
    const [kept] = await app.dataSource.query<{ concept: { role?: string } }[]>('select concept from lexicon_change');
    expect(kept?.concept.role).toBe('setting');
  });
});

describe('the list of concepts', () => {
  it('finds by name before terms, and shows what was changed here first', async () => {
    await add({ label: 'vlonk met bankje', terms: ['vlonk'] });
    const { items } = await list('search=bankje&limit=100');
    expect(items[0]).toEqual({
      id: 'own-vlonk-met-bankje',
      label: 'vlonk met bankje',
      theme: 'play_sport',
      termCount: 1,
      origin: 'own',
    });
    expect(items.map(({ id }) => id)).toContain('bench');
  });

  it('is read page by page without gap or double', async () => {
    const all: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<ConceptLine> = await list(`limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      all.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(900);
  });

  it('takes the same number of queries at 5 and at 50 changes', async () => {
    const count = async (): Promise<number> =>
      (await app.queriesDuring(() => list('limit=100'))).filter((text) => /lexicon/.test(text)).length;
    const fill = (from: number, to: number) =>
      app.dataSource.query(
        `insert into lexicon_change select 'own-' || n, jsonb_set(jsonb_set($1::jsonb, '{id}', to_jsonb('own-' || n)),
           '{label}', to_jsonb('vlonk ' || n)), n, $2, now() from generate_series($3::int, $4::int) n`,
        [JSON.stringify(vlonk), admin.id, from, to],
      );
    await fill(1, 5);
    const few = await count();
    await fill(6, 50);
    expect((await list('search=vlonk%20')).items).toHaveLength(50);
    expect(await count()).toBe(few);
  });
});

describe('attack 01: markup', () => {
  it.each([
    ['/label', { label: '<script>alert(1)</script>' }],
    ['/terms', { terms: ['<img src=x onerror=alert(1)>'] }],
    ['/unless', { unless: ['<svg/onload=alert(1)>'] }],
    ['/context', { context: '"><iframe>' }],
  ])('in %s is refused', async (pointer, change) => {
    expect(pointersOf(await add(change))).toEqual([400, [pointer]]);
  });
});

describe('what is wrong with a concept', () => {
  it('is said all at once, by field', async () => {
    const wrong = { label: 'x', theme: 'space', unit: 'ell', terms: [], near: ['unicorn'] };
    expect(pointersOf(await add(wrong))).toEqual([400, ['/label', '/theme', '/unit', '/terms', '/near']]);
  });

  it.each([
    ['/terms', 'bankje'],
    ['/terms', [7]],
    ['/label', null],
    ['/near', { 0: 'playground' }],
    ['/role', 'setting'],
  ])('also in its shape: %s', async (pointer, value) => {
    expect(pointersOf(await add({ [pointer.slice(1)]: value }))).toEqual([400, expect.arrayContaining([pointer])]);
  });

  it('stops somewhere', async () => {
    await app.dataSource.query(
      `insert into lexicon_change select 'own-' || n, jsonb_set($1::jsonb, '{id}', to_jsonb('own-' || n)), n, $2, now()
       from generate_series(1, $3::int) n`,
      [JSON.stringify({ ...vlonk, label: 'x' }), admin.id, conceptLimits.changes],
    );
    expect((await add({ label: 'nog een' })).body.code).toBe('wrong_state');
  });
});

describe('points in which no concept was recognised', () => {
  it('are listed with words to begin with, newest first, and no others', async () => {
    const first = await approved(town, 'Een kwoebel bij de zwiepert');
    await app.advance({ seconds: 60 });
    const second = await approved(town, 'De grote fnuikert');
    const known = await approved(town, 'Een bankje bij de kerk');
    await app.settle();
    const { items } = await unrecognised();
    const ids = items.map(({ proposalId }) => proposalId);
    expect(ids.filter((id) => [first.id, second.id].includes(id))).toEqual([second.id, first.id]);
    expect(ids).not.toContain(known.id);
    expect(items.find(({ proposalId }) => proposalId === first.id)).toMatchObject({
      title: first.title,
      village: { name: town.tricht.name },
      words: expect.arrayContaining(['kwoebel']),
    });
    expect((await unrecognised(`point=${first.id}`)).items).toHaveLength(1);
    expect((await unrecognised(`point=${known.id}`)).items).toEqual([]);
  });

  it('attack 06: are public ones', async () => {
    const draft = aProposal(app).in(town.tricht).by(town.resident).with({ title: 'Een geheime fnuikert', body: '' });
    const ids = [
      (await draft.save()).id,
      (await draft.submitted().save()).id,
      (
        await aProposal(app)
          .in(town.tricht)
          .by(town.resident)
          .with({ title: 'Fnuik', body: '' })
          .hiddenBy(town.broker)
          .save()
      ).id,
    ];
    await app.settle();
    const found = (await unrecognised('limit=100')).items.map(({ proposalId }) => proposalId);
    expect(found.filter((id) => ids.includes(id))).toEqual([]);
  });

  it('come page by page, with one query whatever their number', async () => {
    for (let number = 0; number < 6; number++) await approved(town, `Fnuikerd ${'abcdef'[number]}uuk`);
    await app.settle();
    const seenIds: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<UnrecognisedPoint> = await unrecognised(`limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      seenIds.push(...page.items.map(({ proposalId }) => proposalId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seenIds).size).toBe(seenIds.length);
    const count = async (limit: number): Promise<number> =>
      (await app.queriesDuring(() => unrecognised(`limit=${limit}`))).length;
    expect(await count(50)).toBe(await count(2));
    expect(seenIds).toEqual((await unrecognised('limit=100')).items.map(({ proposalId }) => proposalId));
  });
});

describe('the preview', () => {
  const preview = (concept: object, id: string | null = null) =>
    send<LexiconPreviewView & ProblemBody>('POST', '/preview', { body: { id, concept: { ...vlonk, ...concept } } });

  it('says which points would be read differently and which flag would appear, and keeps nothing', async () => {
    const deil = await aTown(app);
    const here = await approved(town, 'Knarsplank bij de haven');
    const there = await approved(deil, 'Een knarsrooster voor de jeugd');
    await app.settle();
    const { status, body } = await preview({ label: 'knarsplank', terms: ['knarsplank', 'knarsrooster'] });
    expect(status).toBe(200);
    expect(body.pointCount).toBe(2);
    expect(body.points).toContainEqual({
      proposalId: here.id,
      title: here.title,
      village: { id: town.tricht.id, slug: town.tricht.slug, name: town.tricht.name },
      before: expect.not.arrayContaining(['knarsplank']),
      after: expect.arrayContaining(['knarsplank']),
    });
    expect(body.flagCounts.appears).toBe(1);
    expect(body.flags[0]?.joined.map(({ proposalId }) => proposalId).sort()).toEqual([here.id, there.id].sort());
    expect((await list('search=knarsplank')).items).toEqual([]);
  });

  it('says what is wrong as saving would, by field', async () => {
    const { status, body } = await preview({ label: '<b>', terms: [] });
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/concept/label', '/concept/terms']]);
    expect((await preview({}, 'unicorn')).status).toBe(404);
  });

  it('attack 18: is not asked for more often than somebody types', async () => {
    const as = await aPerson(app, {
      roles: [{ role: 'admin', scopeType: 'installation', scopeId: installationId }],
    });
    const ask = async (): Promise<number> =>
      (await send('POST', '/preview', { body: { id: null, concept: { ...vlonk, terms: [] } }, as })).status;
    for (let asked = 0; asked < previewLimits.perMinute; asked++) expect(await ask()).toBe(400);
    expect(await ask()).toBe(429);
  });
});

describe('attack 05: the lexicon', () => {
  const roles = (): Readonly<Record<string, ScopedRole[]>> => ({
    resident: [],
    'group member': [{ role: 'group_member', scopeType: 'village', scopeId: town.tricht.id }],
    secretary: [{ role: 'secretary', scopeType: 'village', scopeId: town.tricht.id }],
    broker: [{ role: 'broker', scopeType: 'municipality', scopeId: town.tricht.municipalityId }],
    official: [{ role: 'official', scopeType: 'municipality', scopeId: town.tricht.municipalityId }],
    alderman: [{ role: 'alderman', scopeType: 'municipality', scopeId: town.tricht.municipalityId }],
  });

  it('is neither read nor changed by anybody but the administrator', async () => {
    for (const [name, given] of Object.entries(roles())) {
      const as = await aPerson(app, { roles: given });
      for (const [method, path, body] of [
        ['GET', ''],
        ['GET', '/unrecognised'],
        ['GET', '/bench'],
        ['POST', '', vlonk],
        ['POST', '/preview', { id: null, concept: vlonk }],
        ['PUT', '/bench', vlonk],
        ['DELETE', '/bench'],
      ] as const) {
        const answer = await send(method, path, {
          as,
          headers: { 'if-match': '"0"' },
          ...(body && { body }),
        });
        expect([name, method, path, answer.status, answer.body.code]).toEqual([name, method, path, 403, 'not_allowed']);
      }
    }
    expect((await send('GET', '/bench')).body.version).toBe(0);
  });
});

describe('the thread that compares texts', () => {
  const similarTo = async ({ id }: ProposalView): Promise<readonly string[]> => {
    const { body } = await app.request<Page<{ readonly proposalId: string }>>('GET', `/api/v1/proposals/${id}/similar`);
    return body.items.map(({ proposalId }) => proposalId);
  };

  it('reads all again when a concept is added, and again when it goes', async () => {
    const deil = await aTown(app);
    const here = await approved(town, 'De grombelkwoes');
    const there = await approved(deil, 'Een zwuchtelaar erbij');
    await app.settle();
    const isRecognised = async (): Promise<boolean> => (await unrecognised(`point=${here.id}`)).items.length === 0;
    expect([await isRecognised(), await similarTo(here)]).toEqual([false, []]);

    const { body } = await add({ label: 'grombelkwoes', terms: ['grombelkwoes', 'zwuchtelaar'] });
    await app.settle();
    expect([await isRecognised(), await similarTo(here)]).toEqual([true, [there.id]]);

    await send('DELETE', `/${body.id}`, { headers: seen(body) });
    await app.settle();
    expect([await isRecognised(), await similarTo(here)]).toEqual([false, []]);
  });
});
