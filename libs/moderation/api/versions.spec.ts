import * as fc from 'fast-check';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { QueueItem, StatementOfReasonsView } from '@kernagenda/moderation/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalSummary, ProposalText, ProposalVersionView, ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';

const secret = 'Een geheime nieuwe tekst';

describe('a new text for a public point', () => {
  let app: TestApp;
  let town: TestTown;

  beforeAll(async () => {
    app = await createTestApp();
  });
  beforeEach(async () => {
    town = await aTown(app);
  });
  afterAll(() => app.close());

  const aPoint = () => aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker);
  const textOf = ({ title, body, place, theme, kind }: ProposalText): ProposalText => ({
    title,
    body,
    place,
    theme,
    kind,
  });
  const propose = (point: ProposalView, change: Partial<ProposalText> = { title: secret }, as = town.resident) =>
    perform<ProposalView & ProblemBody>(app, as, 'versions', point, { ...textOf(point), ...change });
  const history = async (as: TestPerson | null, { id }: { readonly id: string }) =>
    (await app.request<Page<ProposalVersionView>>('GET', `/api/v1/proposals/${id}/versions`, { as })).body.items;
  const queue = async (as: TestPerson): Promise<readonly QueueItem[]> =>
    (await app.request<Page<QueueItem>>('GET', '/api/v1/moderation/queue?limit=100', { as })).body.items;
  const aPending = async (): Promise<ProposalView> => (await propose(await aPoint().save())).body;

  it('leaves the old text public until the broker approves it', async () => {
    const point = await aPoint().save();
    const { status, body } = await propose(point);
    expect([status, body.title]).toEqual([201, point.title]);
    expect(body.allowedActions).toContain('withdraw_version');
    expect(body.allowedActions).not.toContain('propose_version');
    expect(await see(app, point.id, null)).toMatchObject({ title: point.title, versionCount: 1 });

    const page = await app.open();
    await page.join(`proposal:${point.id}`);
    const answer = await perform(app, town.broker, 'versions/2/approve', body);
    expect(answer.body).toEqual({
      proposalId: point.id,
      decision: 'approve_version',
      undoUntil: null,
      version: body.version + 1,
    });
    expect(await page.hears('proposal')).toMatchObject({ proposalId: point.id });
    page.close();
    const after = await see(app, point.id, null);
    expect(after).toMatchObject({ title: secret, body: point.body, versionCount: 2, approvedAt: point.approvedAt });
    expect(after.timeline.map(({ action }) => action)).toEqual(['approve', 'approve_version']);
    expect((await history(null, point)).map(({ number, title }) => [number, title])).toEqual([
      [2, secret],
      [1, point.title],
    ]);
  });

  it('comes to the desk as a new text, with what everyone reads and a term of its own', async () => {
    const point = await aPoint().save();
    await app.advance({ seconds: 60 });
    const { body } = await propose(point);
    const [item] = await queue(town.broker);
    expect(item).toMatchObject({
      proposalId: point.id,
      title: secret,
      version: body.version,
      submittedAt: app.now().toISOString(),
      newText: { number: 2, publicText: textOf(point) },
    });
    expect(await queue(town.otherBroker)).toEqual([]);
    expect((await perform(app, town.broker, 'claim', body)).status).toBe(200);
    expect((await queue(town.broker))[0]?.claim?.isMine).toBe(true);
    const scope = { role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId } as const;
    const colleague = await aPerson(app, { roles: [scope] });
    const taken = await perform<ProblemBody>(app, colleague, 'versions/2/approve', body);
    expect(taken.body.code).toBe('claimed_by_other');
    expect((await perform(app, town.broker, 'versions/2/approve', body)).status).toBe(200);
    expect(await queue(town.broker)).toEqual([]);
  });

  it('asks the database as much for a queue of many new texts as for one of few', async () => {
    await aPending();
    const questions = async (): Promise<number> => (await app.queriesDuring(() => queue(town.broker))).length;
    const few = await questions();
    for (let count = 0; count < 5; count += 1) await aPending();
    expect(await questions()).toBe(few);
  });

  it('is refused with a statement of reasons, which its author reads; the public text stays', async () => {
    const point = await aPending();
    expect((await perform(app, town.broker, 'versions/2/refuse', point)).status).toBe(400);
    expect((await perform(app, town.broker, 'versions/2/refuse', point, reasons)).status).toBe(200);
    const path = `/api/v1/proposals/${point.id}/statement`;
    const statement = await app.request<StatementOfReasonsView>('GET', path, { as: town.resident });
    expect(statement.body).toMatchObject({ ...reasons, decision: 'refuse_version' });
    expect((await app.request('GET', path)).status).toBe(401);
    expect((await app.request('GET', path, { as: town.neighbour })).status).toBe(404);
    expect((await see(app, point.id, null)).title).toBe(point.title);
    const mail = await app.mail.next(town.resident.email);
    expect(mail.subject).toContain('niet geplaatst');
    expect(mail.text).toContain(reasons.wouldBeAccepted);
    expect(mail.text).not.toContain(secret);
    await app.advance({ seconds: 60 });
    const again = await propose(await see(app, point.id, town.resident), { title: 'Een andere tekst' });
    expect(again.status).toBe(201);
    expect((await history(town.resident, point))[0]).toMatchObject({ number: 2, state: 'pending' });
  });

  it('is taken back by its author, and leaves the desk', async () => {
    const point = await aPending();
    for (const as of [town.neighbour, town.broker]) {
      expect((await perform(app, as, 'versions/2/withdraw', point)).status).toBe(403);
    }
    expect((await perform(app, town.resident, 'versions/2/withdraw', point)).status).toBe(200);
    expect(await queue(town.broker)).toEqual([]);
    expect((await history(town.resident, point)).map(({ state }) => state)).toEqual(['approved']);
    const late = await perform<ProblemBody>(app, town.broker, 'versions/2/approve', point);
    expect([late.status, late.body.code]).toEqual([409, 'wrong_state']);
  });

  it('is never approved unread: neither another text of the same number nor after a change of the point', async () => {
    const point = await aPending();
    await perform(app, town.resident, 'versions/2/withdraw', point);
    await propose(await see(app, point.id, town.resident), { title: 'Iets heel anders' });
    const stale = await perform<ProblemBody>(app, town.broker, 'versions/2/approve', point);
    expect(stale.body.code).toBe('stale_version');
    const path = `/api/v1/proposals/${point.id}/versions/2/approve`;
    expect((await app.request('POST', path, { as: town.broker })).status).toBe(428);
    expect((await see(app, point.id, null)).title).toBe(point.title);
  });

  it('attack 10: comes once from parallel calls, and once from a call that is repeated', async () => {
    const point = await aPoint().save();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((count) => propose(point, { title: `Tekst ${count} van vier` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await history(town.resident, point)).filter(({ state }) => state === 'pending')).toHaveLength(1);

    const other = await aPoint().save();
    const headers = { 'if-match': `"${other.version}"`, 'idempotency-key': 'nieuwe-tekst-1' };
    const call = () =>
      app.request<ProposalView>('POST', `/api/v1/proposals/${other.id}/versions`, {
        ...{ as: town.resident, headers, body: { ...textOf(other), title: secret } },
      });
    const repeated = await Promise.all([call(), call()]);
    expect(repeated.map(({ status }) => status)).toEqual([201, 201]);
    const decisions = await Promise.all(
      [1, 2].map(async () => perform(app, town.broker, 'versions/2/approve', await see(app, other.id, town.broker))),
    );
    expect(decisions.map(({ status }) => status).sort()[0]).toBe(200);
    expect(await history(null, other)).toHaveLength(2);
  });

  it('needs what a reader needs, says something new, and waits alone', async () => {
    const point = await aPoint().save();
    for (const change of [{ title: 'Kort' }, { title: 'x'.repeat(121) }, {}]) {
      expect((await propose(point, change)).status).toBe(400);
    }
    const bare = await app.request('POST', `/api/v1/proposals/${point.id}/versions`, {
      ...{ as: town.resident, body: { ...textOf(point), title: secret } },
    });
    expect(bare.status).toBe(428);
    const { body } = await propose(point);
    expect((await propose(body, { title: 'Nog een tekst' })).body.code).toBe('wrong_state');
    expect((await propose(point)).body.code).toBe('wrong_state');
  });

  it.each(['0', '-1', 'x', '1e9', '99999999999'])('knows no number %s', async (number) => {
    const point = await aPending();
    expect((await perform(app, town.broker, `versions/${number}/approve`, point)).status).toBe(404);
  });

  it('waits while its point is hidden or closed, and comes back with it', async () => {
    const point = await aPending();
    await perform(app, town.broker, 'hide', point, reasons);
    const hidden = await see(app, point.id, town.broker);
    expect(await queue(town.broker)).toEqual([]);
    expect((await perform(app, town.broker, 'versions/2/approve', hidden)).status).toBe(403);
    expect((await app.request('GET', `/api/v1/proposals/${point.id}/versions`)).status).toBe(404);
    expect((await propose(hidden)).status).toBe(403);
    await perform(app, town.broker, 'show-again', hidden);
    expect(await queue(town.broker)).toHaveLength(1);
    const notFeasible = { reason: 'Het kan hier niet.', alternative: 'Het kan daar wel.' };
    await perform(app, town.broker, 'mark-not-feasible', hidden, notFeasible);
    expect(await queue(town.broker)).toEqual([]);
    expect((await perform(app, town.resident, 'versions/2/withdraw', hidden)).status).toBe(200);
  });

  it('ends the ten seconds in which the publication could be undone; an undone one leaves no text', async () => {
    const point = await aPending();
    expect((await perform(app, town.broker, 'undo', point)).status).toBe(403);
    const other = await aPoint().save();
    await perform(app, town.broker, 'undo', other);
    expect(await history(town.resident, other)).toEqual([]);
    await perform(app, town.broker, 'approve', await see(app, other.id, town.broker));
    expect((await history(null, other)).map(({ number }) => number)).toEqual([1]);
  });

  it('gives a point taken over from a page its first text', async () => {
    const sourceKey = `pagina-${town.tricht.id}`;
    await app.get(ImportsService).import([
      {
        ...{ sourceKey, sourceUrl: 'https://example.org', villageId: town.tricht.id, alsoVillageIds: [] },
        ...{ title: 'Een steiger', body: 'Bij de brug.', theme: 'green', kind: 'works' },
        ...{ agendaState: 'wish', reportedYear: null },
      },
    ]);
    const list = await app.request<Page<ProposalSummary>>('GET', `/api/v1/proposals?village=${town.tricht.slug}`);
    const [point] = list.body.items;
    expect(await history(null, { id: point?.id ?? '' })).toMatchObject([{ number: 1, title: 'Een steiger' }]);
  });

  it('pages through the texts once, newest first', async () => {
    let point = await aPoint().save();
    for (const title of ['Tweede tekst', 'Derde tekst']) {
      await app.advance({ seconds: 60 });
      const { body } = await propose(point, { title });
      await perform(app, town.broker, `versions/${body.versionCount + 1}/approve`, body);
      point = await see(app, point.id, town.resident);
    }
    const path = `/api/v1/proposals/${point.id}/versions?limit=2`;
    const first = (await app.request<Page<ProposalVersionView>>('GET', path)).body;
    const next = (await app.request<Page<ProposalVersionView>>('GET', `${path}&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...next.items].map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(next.nextCursor).toBeNull();
    expect(JSON.stringify(first.items)).not.toContain(town.broker.id);
  });

  it('attack 04: nobody proposes for somebody else, takes back or decides on what is not theirs', async () => {
    const point = await aPending();
    const open = await aPoint().save();
    for (const as of [town.neighbour, town.broker, town.secretary, town.official, town.otherBroker]) {
      expect((await propose(open, { title: secret }, as)).status).toBe(403);
      expect((await perform(app, as, 'versions/2/withdraw', point)).status).toBe(403);
    }
    for (const as of [town.resident, town.neighbour, town.secretary, town.official, town.otherBroker]) {
      expect((await perform(app, as, 'versions/2/approve', point)).status).toBe(403);
      expect((await perform(app, as, 'versions/2/refuse', point, reasons)).status).toBe(403);
    }
    const draft = await aProposal(app).in(town.tricht).by(town.neighbour).save();
    expect((await propose(draft)).status).toBe(404);
    expect((await perform(app, town.broker, 'versions/1/approve', draft)).status).toBe(404);
  });

  it('attack 22: a broker never decides on the own new text', async () => {
    const roles = [{ role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId }] as const;
    const local = await aPerson(app, { homeVillageId: town.tricht.id, roles });
    const own = await aProposal(app).in(town.tricht).by(local).approvedBy(town.broker).save();
    const { body } = await propose(own, { title: secret }, local);
    expect(await queue(local)).toEqual([]);
    for (const action of ['claim', 'versions/2/approve']) {
      expect((await perform(app, local, action, body)).status).toBe(403);
    }
    await app.dataSource.query('update person set home_village_id = null where id = $1', [local.id]);
    expect((await perform(app, local, 'versions/2/approve', body)).status).toBe(403);
    expect((await perform(app, town.broker, 'versions/2/approve', body)).status).toBe(200);
  });

  it('attack 06: no list, answer or room tells a stranger of a text that waits', async () => {
    const point = await aPoint().save();
    const page = await app.open();
    await page.join(`proposal:${point.id}`);
    await page.join(`village:${town.tricht.id}`);
    await page.join('public');
    const hiddenTitle = `Een geheim over ${town.tricht.slug}`;
    const { body } = await propose(point, { title: hiddenTitle });
    for (const as of [null, town.neighbour, town.secretary, town.official, town.otherBroker]) {
      for (const path of [
        '/proposals?limit=100',
        `/proposals/${point.id}`,
        `/proposals/${point.id}/versions`,
        `/proposals/${point.id}/similar`,
        `/proposals/${point.id}/comments`,
        `/villages/${town.tricht.slug}`,
        '/moderation/queue',
      ]) {
        expect(JSON.stringify((await app.request('GET', `/api/v1${path}`, { as })).body)).not.toContain(hiddenTitle);
      }
      expect((await see(app, point.id, as)).allowedActions).not.toContain('withdraw_version');
    }
    await perform(app, town.broker, 'versions/2/refuse', body, reasons);
    await propose(await see(app, point.id, town.resident), { title: 'Een tekst die mag' });
    const read = await see(app, point.id, town.broker);
    expect(page.heard.filter(({ change }) => change.kind === 'proposal')).toEqual([]);
    await perform(app, town.broker, 'versions/2/approve', read);
    await page.hears('proposal');
    expect((await see(app, point.id, null)).title).toBe('Een tekst die mag');
    page.close();
  });

  it('attack 06: is in history and queue for exactly its author and who may moderate it, whoever asks', async () => {
    const point = await aPending();
    const anybody = await aPerson(app);
    const scopes = { village: town.tricht.id, area: town.tricht.areaId, municipality: town.tricht.municipalityId };
    const elsewhere = await aTown(app);
    const others = { village: elsewhere.tricht.id, area: elsewhere.tricht.areaId };
    const anyRole = fc.record({
      role: fc.constantFrom('broker', 'broker', 'secretary', 'official', 'alderman'),
      scope: fc.constantFrom(
        ...(Object.entries(scopes) as [string, string][]).map((one) => ({ type: one[0], id: one[1], isHere: true })),
        ...Object.entries(others).map(([type, id]) => ({ type, id, isHere: false })),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(anyRole, { maxLength: 2 }), async (livesHere, roles) => {
        await app.dataSource.query('delete from role_assignment where person_id = $1', [anybody.id]);
        await app.dataSource.query('update person set home_village_id = $2 where id = $1', [
          ...[anybody.id, livesHere ? town.tricht.id : null],
        ]);
        for (const { role, scope } of roles) {
          await app.dataSource.query(
            'insert into role_assignment (person_id, role, scope_type, scope_id, starts_at) values ($1, $2, $3, $4, $5)',
            [anybody.id, role, scope.type, scope.id, app.now()],
          );
        }
        const mayKnow = !livesHere && roles.some(({ role, scope }) => role === 'broker' && scope.isHere);
        const states = (await history(anybody, point)).map(({ state }) => state);
        expect(states).toEqual(mayKnow ? ['pending', 'approved'] : ['approved']);
        const waiting = roles.some(({ role }) => role === 'broker') ? await queue(anybody) : [];
        expect(waiting.some(({ proposalId }) => proposalId === point.id)).toBe(mayKnow);
      }),
      { numRuns: 40 },
    );
  });
});
