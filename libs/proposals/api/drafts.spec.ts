import { aPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { ProposalSummary, ProposalView } from '@kernagenda/proposals/domain';
import { aProposal, aTown, perform, see } from './testing';
import type { TestTown } from './testing';

describe('drafts', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const create = (body: unknown, as = town.resident, headers: Readonly<Record<string, string>> = {}) =>
    app.request<ProposalView & ProblemBody>('POST', '/api/v1/proposals', { as, body, headers });
  const edit = (id: string, version: string | null, body: unknown, as = town.resident) =>
    app.request<ProposalView & ProblemBody>('PATCH', `/api/v1/proposals/${id}`, {
      as,
      body,
      headers: version === null ? {} : { 'if-match': version },
    });

  it('begins with only a village and some words', async () => {
    const { status, body, headers } = await create({ villageId: town.tricht.id, title: '' });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      title: '',
      body: '',
      moderationState: 'draft',
      agendaState: 'wish',
      author: 'Bewoner',
      isMine: true,
      version: 1,
      timeline: [],
      allowedActions: ['submit', 'edit', 'delete'],
    });
  });

  it('is begun once, however often the same call arrives', async () => {
    const body = { villageId: town.tricht.id, title: 'Een zebrapad bij de school' };
    const headers = { 'idempotency-key': 'a-key-of-this-form' };
    const answers = await Promise.all([1, 2, 3].map(() => create(body, town.resident, headers)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const other = await create({ ...body, title: 'Iets heel anders' }, town.resident, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('belongs in the home village', async () => {
    const guest = await aPerson(app);
    const body = { villageId: town.tricht.id, title: 'Een bankje' };
    expect((await create(body, guest)).body.code).toBe('home_village_required');
    expect((await create(body, town.official)).status).toBe(403);
  });

  it('keeps its text when somebody edits an older version', async () => {
    const { id } = await aProposal(app).in(town.tricht).by(town.resident).save();
    expect((await edit(id, '"1"', { title: 'Een bankje aan de dijk' })).body).toMatchObject({ version: 2 });
    expect((await edit(id, '"1"', { title: 'Van gisteren' })).body.code).toBe('stale_version');
    expect((await edit(id, null, { title: 'Zonder nummer' })).body.code).toBe('version_required');
    expect((await edit(id, '"x"', { title: 'Geen nummer' })).status).toBe(412);
    expect((await see(app, id, town.resident)).title).toBe('Een bankje aan de dijk');
  });

  it('is hidden from other residents, brokers and visitors', async () => {
    const { id } = await aProposal(app).in(town.tricht).by(town.resident).save();
    for (const as of [null, town.neighbour, town.broker, town.secretary, town.official]) {
      const { status, body } = await app.request<ProblemBody>('GET', `/api/v1/proposals/${id}`, { as });
      expect([status, body.code]).toEqual([404, 'not_found']);
    }
  });

  it('goes to the desk, comes back and disappears', async () => {
    const draft = await aProposal(app).in(town.tricht).by(town.resident).save();
    const submitted = await perform<ProposalView>(app, town.resident, 'submit', draft);
    expect(submitted.body).toMatchObject({ moderationState: 'submitted', allowedActions: ['recall'], version: 2 });
    expect((await edit(draft.id, '"2"', { title: 'Toch anders' })).body.code).toBe('wrong_state');
    const recalled = await perform<ProposalView>(app, town.resident, 'recall', draft);
    expect(recalled.body).toMatchObject({ moderationState: 'draft' });
    const path = `/api/v1/proposals/${draft.id}`;
    expect((await app.request('DELETE', path, { as: town.resident })).status).toBe(204);
    expect((await app.request('GET', path, { as: town.resident })).status).toBe(404);
  });

  it('is not deleted once it is on the desk', async () => {
    const { id } = await aProposal(app).in(town.tricht).by(town.resident).submitted().save();
    const { body } = await app.request<ProblemBody>('DELETE', `/api/v1/proposals/${id}`, { as: town.resident });
    expect(body.code).toBe('wrong_state');
  });

  it('has a title and a place of one line each, and keeps the lines of its text', async () => {
    const typed = { title: ' Een\nbankje\u202e ', place: 'Bij de\r\nsteiger', body: 'Eerst dit.\n\nDan dat.' };
    const kept = { title: 'Een bankje', place: 'Bij de steiger', body: typed.body };
    const created = await create({ villageId: town.tricht.id, ...typed });
    expect(created.body).toMatchObject(kept);
    expect((await edit(created.body.id, '"1"', typed)).body).toMatchObject({ ...kept, version: 2 });
  });

  it('needs a title before it is sent', async () => {
    const draft = await aProposal(app).in(town.tricht).by(town.resident).with({ title: 'Bank' }).save();
    const { status, body } = await perform<ProblemBody>(app, town.resident, 'submit', draft);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/title']);
    expect((await see(app, draft.id, town.resident)).moderationState).toBe('draft');
  });

  it('gets the theme "other" when its author chose none', async () => {
    const draft = aProposal(app).in(town.tricht).by(town.resident).with({ theme: null });
    expect((await draft.submitted().save()).theme).toBe('other');
  });

  it('comes back once after a refusal, when its text changed', async () => {
    const refused = await aProposal(app).in(town.tricht).by(town.resident).refusedBy(town.broker).save();
    expect((await perform(app, town.resident, 'submit', refused)).status).toBe(403);
    const { body } = await edit(refused.id, `"${refused.version}"`, { body: 'Zonder het huisnummer.' });
    expect(body.allowedActions).toContain('submit');
    const again = await perform<ProposalView>(app, town.resident, 'submit', body);
    expect(again.body.moderationState).toBe('submitted');
  });

  it('stands in the list of its author in every state', async () => {
    const author = await aPerson(app, { homeVillageId: town.tricht.id });
    const mine = () => aProposal(app).in(town.tricht).by(author);
    await mine().save();
    await mine().submitted().save();
    await mine().refusedBy(town.broker).save();
    await mine().approvedBy(town.broker).save();
    const first = await app.request<Page<ProposalSummary>>('GET', '/api/v1/me/proposals?limit=3', { as: author });
    const path = `/api/v1/me/proposals?cursor=${first.body.nextCursor ?? ''}`;
    const second = await app.request<Page<ProposalSummary>>('GET', path, { as: author });
    const states = [...first.body.items, ...second.body.items].map(({ moderationState }) => moderationState);
    expect(states.sort()).toEqual(['approved', 'draft', 'refused', 'submitted']);
    expect(second.body.nextCursor).toBeNull();
    expect((await app.request('GET', '/api/v1/me/proposals')).status).toBe(401);
  });
});

describe('bad input', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const nobody = '00000000-0000-4000-8000-000000000000';
  const long = 'a'.repeat(1_000_000);

  it.each<[string, unknown, number]>([
    ['a number as title', { title: 7 }, 400],
    ['a list as title', { title: ['Een bankje'] }, 400],
    ['an object as body', { title: 'Een bankje', body: { $ne: '' } }, 400],
    ['null as place', { title: 'Een bankje', place: null }, 400],
    ['an unknown theme', { title: 'Een bankje', theme: 'space' }, 400],
    ['an unknown field', { title: 'Een bankje', moderationState: 'approved' }, 400],
    ['an author', { title: 'Een bankje', authorId: nobody }, 400],
    ['a title too long', { title: 'a'.repeat(121) }, 400],
    ['a body too long', { title: 'Een bankje', body: 'a'.repeat(4001) }, 400],
    ['a title of a megabyte', { title: long }, 413],
    ['a village that is no id', { title: 'Een bankje', villageId: 'tricht' }, 400],
    ['a village that does not exist', { title: 'Een bankje', villageId: nobody }, 409],
    ['a NUL character', { title: 'Een\u0000bankje' }, 400],
    ['broken JSON', '{"title": "Een ban', 400],
    ['a list', [], 400],
    ['a text', '"Een bankje"', 400],
  ])('answers %s with a problem', async (_, body, status) => {
    const isPlain = typeof body === 'object' && body !== null && !Array.isArray(body);
    const sent = isPlain ? { villageId: town.tricht.id, ...body } : body;
    const answer = await app.request<ProblemBody>('POST', '/api/v1/proposals', { as: town.resident, body: sent });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect([answer.status, answer.body.status]).toEqual([status, status]);
  });

  it.each([
    ['POST', 'submit'],
    ['POST', 'recall'],
    ['POST', 'withdraw'],
    ['POST', 'explore'],
    ['POST', 'put-on-agenda'],
    ['POST', 'take-off-agenda'],
    ['POST', 'take-back'],
    ['POST', 'resume'],
    ['POST', 'reopen'],
    ['PUT', 'support'],
    ['DELETE', 'support'],
    ['DELETE', ''],
  ])('answers %s %s of a wrong or foreign id with 404', async (method, action) => {
    const draft = await aProposal(app).in(town.tricht).by(town.resident).save();
    for (const id of ['tricht', '1', "'; drop table proposal; --", '%F0%28%8C', nobody, draft.id]) {
      const path = `/api/v1/proposals/${encodeURIComponent(id)}${action && `/${action}`}`;
      const { status } = await app.request(method, path, { as: town.neighbour });
      expect([id, status]).toEqual([id, 404]);
    }
  });

  it.each([
    ['sort=title', 400],
    ['moderationState=draft', 400],
    ['authorId=x', 400],
    ['village[]=tricht', 400],
    ['village=tricht&village=deil', 400],
    ['theme=space', 400],
    ['agendaState=approved', 400],
    ['limit=101', 400],
    ['limit=-1', 400],
    ['limit=many', 400],
    ['cursor=WyIyMDI2Il0', 400],
    ['cursor=%00', 400],
  ])('answers a list with %s with %i', async (query, status) => {
    const answer = await app.request<ProblemBody>('GET', `/api/v1/proposals?${query}`);
    expect(answer.status).toBe(status);
    expect(answer.body.requestId).toBeTruthy();
  });
});
