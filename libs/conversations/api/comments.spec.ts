import { randomUUID } from 'node:crypto';
import type { CommentView, HelperContact, OpenQuestion } from '@kernagenda/conversations/domain';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aTeam } from '@kernagenda/villages/api/testing';

type List = Page<CommentView> & { readonly mayComment: boolean };

let app: TestApp;
let town: TestTown;
let point: ProposalView;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
beforeEach(async () => {
  // Nobody here is slowed down by what an earlier test wrote.
  await app.advance({ seconds: 700 });
  point = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
});
afterAll(() => app.close());

const comments = (id = point.id): string => `/api/v1/proposals/${id}/comments`;

async function list(as: TestPerson | null, id = point.id): Promise<readonly CommentView[]> {
  const { status, body } = await app.request<List>('GET', comments(id), { as });
  expect(status).toBe(200);
  return body.items;
}

async function say(as: TestPerson, kind: string, body = 'Kan hier een bankje bij?'): Promise<CommentView> {
  const answer = await app.request<CommentView>('POST', comments(), { as, body: { kind, body } });
  expect(answer.status).toBe(201);
  return answer.body;
}

const act = <Body = CommentView>(
  as: TestPerson | null,
  verb: string,
  id: string,
  body?: object,
): Promise<TestResponse<Body>> =>
  app.request<Body>('POST', `/api/v1/comments/${id}/${verb}`, { as, ...(body && { body }) });

describe('talk on a point', () => {
  it('is read by everyone, oldest first, with who said it and from which village', async () => {
    await say(town.neighbour, 'reaction', 'Goed plan.');
    await app.advance({ seconds: 5 });
    await say(town.resident, 'reaction', 'Dank u.');
    const items = await list(null);
    expect(items.map(({ body, author, village }) => [body, author, village?.name])).toEqual([
      ['Goed plan.', 'Buur', town.tricht.name],
      ['Dank u.', 'Bewoner', town.tricht.name],
    ]);
    expect(items.every(({ allowedActions, isMine }) => allowedActions.length === 0 && !isMine)).toBe(true);
  });

  it('is heard by open pages of the point, without its content', async () => {
    const page = await app.open();
    expect(await page.join(`proposal:${point.id}`)).toBe(true);
    await say(town.neighbour, 'reaction', 'Goed plan.');
    expect(await page.hears('comments')).toEqual({ kind: 'comments', proposalId: point.id });
  });

  it('is placed once, however often the same call arrives', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const call = { as: town.neighbour, body: { kind: 'reaction', body: 'Goed plan.' }, headers };
    const answers = await Promise.all([1, 2, 3].map(() => app.request<CommentView>('POST', comments(), call)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await list(null)).toHaveLength(1);
  });

  it('comes in pages that miss and repeat nothing', async () => {
    for (const body of ['Een', 'Twee', 'Drie']) {
      await say(town.neighbour, 'reaction', body);
      await app.advance({ seconds: 1 });
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `${comments()}?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await app.request<List>('GET', path);
      seen.push(...body.items.map((item) => item.body));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['Een', 'Twee', 'Drie']);
  });

  it('is refused on a point that waits, and to who is no resident', async () => {
    const waiting = await aProposal(app).in(town.tricht).by(town.resident).submitted().save();
    const body = { kind: 'reaction', body: 'Goed plan.' };
    expect((await app.request('POST', comments(waiting.id), { as: town.resident, body })).status).toBe(409);
    expect((await app.request('POST', comments(waiting.id), { as: town.neighbour, body })).status).toBe(404);
    expect((await app.request('POST', comments(), { as: town.official, body })).status).toBe(403);
    expect((await app.request('POST', comments(), { body })).status).toBe(401);
  });

  it('is slowed down when one person floods it', async () => {
    const chatterbox = await aPerson(app, { homeVillageId: town.tricht.id });
    const body = { kind: 'reaction', body: 'Nog iets.' };
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await app.request('POST', comments(), { as: chatterbox, body })).status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  it('takes as many questions to the database at 50 rows as at 5', async () => {
    const insert = `insert into comment (proposal_id, kind, state, body, author_id, created_at)
      select $1, 'reaction', 'placed', 'Reactie ' || n, $2, now() from generate_series(1, $3::int) n`;
    await app.settle();
    const counts: number[] = [];
    for (const rows of [5, 45]) {
      await app.dataSource.query(insert, [point.id, town.neighbour.id, rows]);
      counts.push((await app.queriesDuring(() => app.request('GET', comments(), { as: town.broker }))).length);
    }
    expect(await list(null)).toHaveLength(50);
    expect(counts[0]).toBe(counts[1]);
  });
});

describe('a question', () => {
  it('has somebody who has to answer and a day from the start', async () => {
    const { state, question } = await say(town.neighbour, 'question');
    expect(state).toBe('open');
    expect(question?.owner).toBe('broker');
    expect(question?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is handed to the group with another day, and answered once', async () => {
    const { id } = await say(town.neighbour, 'question');
    const dueOn = new Date(app.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const assigned = await act(town.broker, 'assign', id, { owner: 'group', teamId: null, dueOn });
    expect(assigned.body.question).toEqual({ owner: 'group', team: null, dueOn });
    const answers = await Promise.all([
      act(town.secretary, 'answer', id, { body: 'Ja, in het voorjaar.' }),
      act(town.broker, 'answer', id, { body: 'Ja, dat kan.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [question] = await list(null);
    expect(question).toMatchObject({ state: 'answered', answer: { part: expect.any(String) as string } });
  });

  it('is handed to a team of the municipality, and answered by its official', async () => {
    const { id } = await say(town.neighbour, 'question');
    const team = await aTeam(app, town.tricht);
    const roles = [{ role: 'official', scopeType: 'team', scopeId: team.id }] as const;
    const [official, atHome] = [
      await aPerson(app, { roles }),
      await aPerson(app, { roles, homeVillageId: town.tricht.id }),
    ];
    const dueOn = app.now().toISOString().slice(0, 10);
    const assign = (teamId: string | null, owner = 'team') => act(town.broker, 'assign', id, { owner, teamId, dueOn });
    for (const [given, owner] of [[null], [randomUUID()], [team.id, 'broker']] as const) {
      expect((await assign(given, owner)).status).toBe(400);
    }
    expect((await act(official, 'answer', id, { body: 'Nog niet.' })).status).toBe(403);
    expect((await assign(team.id)).body.question).toEqual({ owner: 'team', team, dueOn });
    expect((await act(atHome, 'answer', id, { body: 'Nee.' })).status).toBe(403);
    expect((await act(official, 'answer', id, { body: 'In mei.' })).body.answer).toMatchObject({ part: 'official' });
  });

  it('waits on the list of who answers, soonest first, and leaves it with the answer', async () => {
    const mine = async (as: TestPerson): Promise<readonly string[]> => {
      const { body } = await app.request<Page<OpenQuestion>>('GET', '/api/v1/questions?limit=100', { as });
      return body.items.filter(({ proposalId }) => proposalId === point.id).map(({ id }) => id);
    };
    const later = await say(town.neighbour, 'question', 'En wanneer dan?');
    const sooner = await say(town.neighbour, 'question', 'Kan het snel?');
    const dueOn = app.now().toISOString().slice(0, 10);
    await act(town.broker, 'assign', sooner.id, { owner: 'broker', teamId: null, dueOn });
    expect(await mine(town.broker)).toEqual([sooner.id, later.id]);
    expect(await mine(town.secretary)).toEqual([sooner.id, later.id]);
    expect(await mine(town.otherBroker)).toEqual([]);
    await act(town.broker, 'answer', sooner.id, { body: 'Nee, dat duurt even.' });
    expect(await mine(town.broker)).toEqual([later.id]);
  });

  it('waits on the list of exactly those who may answer it', async () => {
    const { tricht } = town;
    const scopes = [
      { scopeType: 'village', scopeId: tricht.id },
      { scopeType: 'area', scopeId: tricht.areaId },
      { scopeType: 'municipality', scopeId: tricht.municipalityId },
      { scopeType: 'village', scopeId: randomUUID() },
      { scopeType: 'team', scopeId: (await aTeam(app, tricht)).id },
      { scopeType: 'team', scopeId: (await aTeam(app, tricht)).id },
    ] as const;
    const id = (await say(town.neighbour, 'question')).id;
    const dueOn = app.now().toISOString().slice(0, 10);
    await act(town.broker, 'assign', id, { owner: 'team', teamId: scopes[4].scopeId, dueOn });
    for (const role of ['broker', 'secretary', 'alderman', 'group_member', 'official'] as const) {
      for (const scope of scopes) {
        for (const homeVillageId of [null, tricht.id]) {
          const as = await aPerson(app, { homeVillageId, roles: [{ role, ...scope }] });
          const mayAnswer = (await list(as)).find((item) => item.id === id)?.allowedActions.includes('answer') ?? false;
          const { status, body } = await app.request<Page<OpenQuestion>>('GET', '/api/v1/questions?limit=100', { as });
          const isListed = status === 200 && body.items.some((item) => item.id === id);
          expect([role, scope.scopeType, homeVillageId, isListed]).toEqual([
            role,
            scope.scopeType,
            homeVillageId,
            mayAnswer,
          ]);
        }
      }
    }
  });

  it.each(['2020-01-01', '2026-02-31', '2999-01-01', 'morgen'])('is not due on %s', async (dueOn) => {
    const { id } = await say(town.neighbour, 'question');
    const { status, body } = await act<ProblemBody>(town.broker, 'assign', id, { owner: 'group', teamId: null, dueOn });
    expect([status, body.code, body.errors?.length]).toEqual([400, 'invalid_input', 1]);
  });
});

describe('an offer of help', () => {
  it('shares how to reach the helper only after both said yes, and puts every look on record', async () => {
    const { id } = await say(town.neighbour, 'help', 'Ik heb nog hout liggen.');
    const contact = (as: TestPerson): Promise<TestResponse<HelperContact>> =>
      app.request<HelperContact>('GET', `/api/v1/comments/${id}/contact`, { as });
    expect((await contact(town.resident)).status).toBe(403);
    expect((await act(town.broker, 'accept-help', id)).status).toBe(403);
    expect((await act(town.resident, 'accept-help', id)).status).toBe(200);
    expect((await contact(town.resident)).body).toEqual({ displayName: 'Buur', email: town.neighbour.email });
    for (const other of [town.secretary, town.broker, town.neighbour]) expect((await contact(other)).status).toBe(403);
    const looks: unknown[] = await app.dataSource.query(
      `select 1 from audit_entry where object_id = $1 and action = 'help.see_contact'`,
      [id],
    );
    expect(looks).toHaveLength(1);
    expect((await app.request('DELETE', `/api/v1/comments/${id}`, { as: town.neighbour })).status).toBe(409);
  });

  it('can be declined, and shares nothing then', async () => {
    const { id } = await say(town.neighbour, 'help', 'Ik heb nog hout liggen.');
    expect((await act(town.resident, 'decline-help', id)).body.state).toBe('declined');
    expect((await app.request('GET', `/api/v1/comments/${id}/contact`, { as: town.resident })).status).toBe(403);
  });
});

describe('attacks on talk', () => {
  it('attack 01: script stays text', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script> [x](javascript:alert(1))';
    await say(town.neighbour, 'reaction', text);
    expect((await list(null))[0]?.body).toBe(text);
  });

  it('attack 04: nobody hides, takes back, hands on or answers what is not theirs to touch', async () => {
    const { id } = await say(town.neighbour, 'question');
    const dueOn = app.now().toISOString().slice(0, 10);
    for (const as of [town.resident, town.official, town.otherBroker]) {
      const statuses = [
        (await app.request('DELETE', `/api/v1/comments/${id}`, { as })).status,
        (await act(as, 'hide', id, { reason: 'Dit past hier niet.' })).status,
        (await act(as, 'assign', id, { owner: 'group', teamId: null, dueOn })).status,
        (await act(as, 'answer', id, { body: 'Nee hoor.' })).status,
      ];
      expect(statuses).toEqual([403, 403, 403, 403]);
    }
    expect(await list(null)).toMatchObject([{ state: 'open', hiddenReason: null }]);
  });

  it('attack 06: what is hidden reaches its author and the broker alone', async () => {
    const { id } = await say(town.neighbour, 'question', 'Woont de burgemeester op nummer 4?');
    await act(town.broker, 'answer', id, { body: 'Dat zeggen wij niet.' });
    const reason = 'Er staan gegevens van iemand anders in.';
    expect((await act(town.broker, 'hide', id, { reason })).body.hiddenReason).toBe(reason);
    for (const as of [null, town.resident, town.secretary, town.otherBroker, town.official]) {
      expect(await list(as)).toEqual([]);
      if (as) expect((await act(as, 'accept-help', id)).status).toBe(404);
    }
    for (const as of [town.neighbour, town.broker])
      expect(await list(as)).toMatchObject([{ id, hiddenReason: reason }]);
    await act(town.broker, 'show-again', id);
    expect(await list(null)).toMatchObject([{ id, hiddenReason: null }]);
  });

  it('attack 21: the talk of a hidden point is gone with it, everywhere', async () => {
    const { id } = await say(town.neighbour, 'question');
    await perform(app, town.broker, 'hide', await see(app, point.id, town.broker), reasons);
    expect((await app.request('GET', comments())).status).toBe(404);
    expect((await app.request('GET', comments(), { as: town.neighbour })).status).toBe(404);
    expect((await act(town.secretary, 'answer', id, { body: 'Ja.' })).status).toBe(404);
    const { body } = await app.request<Page<OpenQuestion>>('GET', '/api/v1/questions', { as: town.secretary });
    expect(body.items.filter(({ proposalId }) => proposalId === point.id)).toEqual([]);
  });
});
