import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { ThreadCalls } from '@kernagenda/conversations/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import { CollaborationCalls } from './testing';

let app: TestApp;
let calls: CollaborationCalls;
let threads: ThreadCalls;

beforeAll(async () => {
  app = await createTestApp();
  calls = new CollaborationCalls(app);
  threads = new ThreadCalls(app);
});
// Each test sends mail to everybody who takes part; together they would keep the last one waiting.
afterEach(() => app.settle());
afterAll(() => app.close());

interface Side {
  readonly village: TestVillage;
  readonly resident: TestPerson;
  readonly member: TestPerson;
  readonly secretary: TestPerson;
  readonly broker: TestPerson;
  readonly point: ProposalView;
}

async function aSide(name: string): Promise<Side> {
  const village = await aVillage(app, { name });
  const given = (role: 'secretary' | 'group_member' | 'broker') =>
    aPerson(app, {
      roles: [{ role, scopeType: 'village', scopeId: village.id }],
      ...(role !== 'broker' && { homeVillageId: village.id }),
    });
  const resident = await aPerson(app, { homeVillageId: village.id });
  const broker = await given('broker');
  const words = { title: `Meer straatverlichting in ${name}`, theme: 'safety' } as const;
  const point = await aProposal(app).in(village).by(resident).with(words).approvedBy(broker).save();
  return { village, resident, broker, point, member: await given('group_member'), secretary: await given('secretary') };
}

interface Pair {
  readonly here: Side;
  readonly there: Side;
  readonly seen: CollaborationView;
}

/** Begun by the one, joined by the other. */
async function aPair(): Promise<Pair> {
  const [here, there] = [await aSide('Tricht'), await aSide('Deil')];
  const { body } = await calls.start(here.secretary, [here.point.id]);
  const input = { villageId: there.village.id, role: 'participant', proposalIds: [there.point.id] };
  const joined = await calls.send(there.secretary, 'POST', body, 'parties', input);
  expect(joined.status).toBe(200);
  return { here, there, seen: joined.body };
}

const namesOf = ({ parties }: CollaborationView): string[] =>
  parties.map(({ village, team, partner, role, leftAt }) =>
    [village?.name ?? team?.name ?? partner?.name, role, ...(leftAt ? ['left'] : [])].join(' '),
  );
const kindsOf = ({ history }: CollaborationView): string[] => history.map(({ kind }) => kind);
const partyOf = ({ parties }: CollaborationView, { id }: TestVillage) => {
  const party = parties.find(({ village }) => village?.id === id);
  if (!party) throw new Error('That village takes no part');
  return party;
};

/** To work, with all that takes. */
async function executing(pair: Pair): Promise<CollaborationView> {
  const formed = await calls.act(pair.here.secretary, pair.seen, 'form');
  const agreed = await calls.agree(pair.here.secretary, formed.body, { ownerId: pair.here.secretary.id });
  return (await calls.act(pair.here.secretary, agreed.body, 'execute')).body;
}

describe('a collaboration', () => {
  it('begins with a point of the own village, and another village comes in by its own secretary', async () => {
    const { here, there, seen } = await aPair();
    expect(namesOf(seen)).toEqual(['Tricht lead', 'Deil participant']);
    expect(seen).toMatchObject({ phase: 'exploring', theme: 'safety', version: 1, stopReason: null });
    expect(partyOf(seen, there.village).points.map(({ title }) => title)).toEqual(['Meer straatverlichting in Deil']);
    expect(kindsOf(seen)).toEqual(['started', 'joined', 'joined']);
    const listed = (await calls.list(null, `?village=${here.village.slug}`)).body.items;
    expect(listed.map(({ id, villages }) => [id, villages.map(({ name }) => name)])).toEqual([
      [seen.id, ['Deil', 'Tricht']],
    ]);
  });

  it('is led by the village whose point was named first', async () => {
    const sides = [await aSide('Tricht'), await aSide('Deil')];
    const roles = sides.map(({ village }) => ({ role: 'broker', scopeType: 'village', scopeId: village.id }) as const);
    const broker = await aPerson(app, { roles });
    for (const order of [sides, sides.toReversed()]) {
      const points = order.map(({ point }) => point.id);
      const { body } = await calls.start(broker, points);
      const lead = body.parties.find(({ role }) => role === 'lead');
      expect(lead?.village?.id).toBe(order[0]?.village.id);
    }
  });

  it('has one talk for all sides, which a resident cannot read', async () => {
    const { here, there, seen } = await aPair();
    const threadId = seen.forParties?.threadId ?? '';
    expect((await threads.write(here.secretary, threadId, 'Wie vraagt de prijs?')).status).toBe(201);
    expect((await threads.read(there.member, threadId)).body.items[0]?.body).toBe('Wie vraagt de prijs?');
    expect((await threads.read(there.broker, threadId)).status).toBe(200);
    expect((await threads.read(here.resident, threadId)).status).toBe(404);
  });

  it('does not leave "forming" without owner, end date, exit rule and who decides, and says what lacks', async () => {
    const { here, seen } = await aPair();
    const formed = (await calls.act(here.secretary, seen, 'form')).body;
    const early = await calls.act(here.secretary, formed, 'execute');
    expect([early.status, early.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      409,
      ['/ownerId', '/endsOn', '/exitRule', '/decidingBody'],
    ]);
    expect(formed.missingTerms).toEqual(['ownerId', 'endsOn', 'exitRule', 'decidingBody']);
    const agreed = (await calls.agree(here.secretary, formed, { ownerId: here.member.id })).body;
    expect(agreed).toMatchObject({ missingTerms: [], owner: { id: here.member.id }, endsOn: '2026-12-31' });
    const begun = await calls.act(here.secretary, agreed, 'execute');
    expect([begun.status, begun.body.phase]).toEqual([200, 'executing']);
    const emptied = await calls.agree(here.secretary, begun.body, { ownerId: here.member.id, exitRule: '' });
    expect(emptied.status).toBe(409);
  });

  it('goes to its end, with what came of it', async () => {
    const pair = await aPair();
    const looked = (await calls.act(pair.here.secretary, await executing(pair), 'evaluate')).body;
    const closed = await calls.act(pair.here.secretary, looked, 'close', {
      result: 'Veertig lantaarns, € 8.400 minder.',
    });
    expect([closed.status, closed.body.phase, closed.body.result]).toEqual([
      200,
      'closed',
      'Veertig lantaarns, € 8.400 minder.',
    ]);
    expect(closed.body.allowedActions).toEqual([]);
    expect((await calls.act(pair.here.secretary, closed.body, 'stop', { reason: 'Toch maar niet.' })).status).toBe(409);
  });

  it('stops with a reason, as a normal end', async () => {
    const { there, seen } = await aPair();
    const stopped = await calls.act(there.secretary, seen, 'stop', { reason: 'Alleen is voor ons sneller.' });
    expect([stopped.status, stopped.body.phase, stopped.body.stopReason]).toEqual([
      200,
      'closed',
      'Alleen is voor ons sneller.',
    ]);
    const listed = (await calls.list(null, `?village=${there.village.slug}`)).body.items;
    expect(listed.map(({ isStopped }) => isStopped)).toEqual([true]);
  });

  it('is paused, and goes on where it was', async () => {
    const pair = await aPair();
    const paused = (await calls.act(pair.here.secretary, await executing(pair), 'pause')).body;
    expect([paused.phase, paused.phaseBeforePause]).toEqual(['paused', 'executing']);
    expect((await calls.act(pair.here.secretary, paused, 'resume')).body.phase).toBe('executing');
  });

  it('attack 10: two who decide at once: one wins, and the other hears that it was changed', async () => {
    const { here, there, seen } = await aPair();
    const both = await Promise.all([
      calls.act(here.secretary, seen, 'form'),
      calls.act(there.secretary, seen, 'stop', { reason: 'Wij stoppen ermee.' }),
    ]);
    // Stopping wins: forming is not possible any more. Forming wins: another version was stopped.
    expect([409, 412]).toContain(both.map(({ status }) => status).sort()[1]);
    const { body } = await calls.see(null, seen);
    expect(kindsOf(body).filter((kind) => kind === 'phase')).toHaveLength(1);
  });

  it('attack 10: begins once, however often the same call arrives', async () => {
    const here = await aSide('Est');
    const key = { 'idempotency-key': 'begin-samen-1' };
    const both = await Promise.all([1, 2].map(() => calls.start(here.secretary, [here.point.id], undefined, key)));
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect((await calls.list(null, `?village=${here.village.slug}`)).body.items).toHaveLength(1);
  });

  it('tells live who looks at it, and the list', async () => {
    const { here, seen } = await aPair();
    const page = await app.open({ as: null });
    await page.join(`collaboration:${seen.id}`);
    await calls.act(here.secretary, seen, 'form');
    await page.hears('collaboration');
  });

  it('attack 21: shows nothing of a point that was hidden since', async () => {
    const { here, seen } = await aPair();
    await perform(app, here.broker, 'hide', await see(app, here.point.id, here.broker), reasons);
    const { body } = await calls.see(null, seen);
    expect(partyOf(body, here.village).points).toEqual([]);
    expect(JSON.stringify(body)).not.toContain(here.point.title);
  });
});

describe('parties', () => {
  it('come in once, also in parallel', async () => {
    const { there, here, seen } = await aPair();
    const again = await calls.send(there.secretary, 'POST', seen, 'parties', {
      villageId: there.village.id,
      role: 'adviser',
    });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
    const est = await aSide('Est');
    const both = await Promise.all(
      [1, 2].map(() =>
        calls.send(est.secretary, 'POST', seen, 'parties', { villageId: est.village.id, role: 'participant' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(namesOf((await calls.see(here.secretary, seen)).body)).toEqual([
      'Tricht lead',
      'Deil participant',
      'Est participant',
    ]);
  });

  it('come from outside the municipality too, by who steers', async () => {
    const { here, there, seen } = await aPair();
    const water = { partner: { kind: 'water_board', name: 'Waterschap Rivierenland' }, role: 'adviser' };
    expect((await calls.send(here.resident, 'POST', seen, 'parties', water)).status).toBe(403);
    const { body } = await calls.send(here.secretary, 'POST', seen, 'parties', water);
    expect(namesOf(body)).toContain('Waterschap Rivierenland adviser');
    const team = await aTeam(app, here.village);
    const official = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: team.id }] });
    const joined = await calls.send(official, 'POST', seen, 'parties', { teamId: team.id, role: 'adviser' });
    expect([joined.status, joined.body.forParties?.people.map(({ id }) => id)]).toEqual([
      200,
      expect.arrayContaining([official.id, there.member.id]),
    ]);
  });

  it('are given another role, and what they were stays in the history', async () => {
    const { here, there, seen } = await aPair();
    const { id } = partyOf(seen, there.village);
    const cast = (as: TestPerson, partyId: string, role: string) =>
      calls.send(as, 'POST', seen, `parties/${partyId}/cast`, { role });
    const changed = await cast(here.secretary, id, 'funder');
    expect(changed.body.history.at(-1)).toMatchObject({ kind: 'role', party: 'Deil', to: 'funder' });
    expect((await cast(here.secretary, partyOf(seen, here.village).id, 'participant')).status).toBe(409);
    expect((await cast(there.secretary, id, 'lead')).status).toBe(403);
  });

  it('leave halfway: their rights end at once, what they brought stays, and somebody leads', async () => {
    const pair = await aPair();
    const { here, there } = pair;
    const begun = await executing(pair);
    const threadId = begun.forParties?.threadId ?? '';
    await threads.write(here.secretary, threadId, 'Wij vragen drie prijzen.');
    const left = await calls.send(here.secretary, 'POST', begun, `parties/${partyOf(begun, here.village).id}/leave`, {
      reason: 'Wij hebben al lantaarns.',
    });
    expect(left.status).toBe(200);
    expect([namesOf(left.body), left.body.forParties]).toEqual([['Deil lead', 'Tricht lead left'], null]);
    expect(left.body.history.filter(({ kind }) => kind === 'left')).toMatchObject([
      { party: 'Tricht', text: 'Wij hebben al lantaarns.' },
    ]);
    expect((await threads.read(here.secretary, threadId)).body.items).toHaveLength(1);
    expect((await threads.write(here.secretary, threadId)).status).toBe(403);
    await threads.write(there.secretary, threadId, 'Dan verder met ons.');
    expect((await threads.read(here.secretary, threadId)).body.items).toHaveLength(1);
    expect((await calls.act(here.secretary, left.body, 'pause')).status).toBe(403);
  });

  it('come back and read along again', async () => {
    const { there, seen } = await aPair();
    const threadId = seen.forParties?.threadId ?? '';
    await calls.send(there.secretary, 'POST', seen, `parties/${partyOf(seen, there.village).id}/leave`, {
      reason: 'Even niet.',
    });
    const back = await calls.send(there.secretary, 'POST', seen, 'parties', {
      villageId: there.village.id,
      role: 'participant',
    });
    expect([back.status, (await threads.write(there.secretary, threadId)).status]).toEqual([200, 201]);
    expect(namesOf(back.body)).toEqual(['Tricht lead', 'Deil participant', 'Deil participant left']);
  });
});

describe('the work', () => {
  const task = { title: 'Drie prijzen vragen', personId: null, partyId: null, dueOn: '2026-10-01', isDone: false };

  it('is one planning for all parties', async () => {
    const { here, there, seen } = await aPair();
    const own = { ...task, personId: there.member.id, partyId: partyOf(seen, there.village).id };
    const added = (await calls.send(here.member, 'POST', seen, 'tasks', own)).body.forParties?.tasks ?? [];
    expect(added).toMatchObject([{ title: task.title, person: { id: there.member.id }, doneAt: null, version: 1 }]);
    const change = (version: number, as: TestPerson = there.member) =>
      calls.send(as, 'PUT', seen, `tasks/${added[0]?.id}`, { ...own, isDone: true }, { 'if-match': `"${version}"` });
    expect((await change(1)).body.forParties?.tasks[0]?.doneAt).not.toBeNull();
    expect((await change(1)).status).toBe(412);
    const gone = await calls.send(here.member, 'DELETE', seen, `tasks/${added[0]?.id}`);
    expect(gone.body.forParties?.tasks).toEqual([]);
  });

  it('attack 04: is not changed through another collaboration, or for people who take no part', async () => {
    const [one, other] = [await aPair(), await aPair()];
    const added = (await calls.send(one.here.member, 'POST', one.seen, 'tasks', task)).body.forParties?.tasks ?? [];
    const path = `tasks/${added[0]?.id}`;
    const seen = { 'if-match': '"1"' };
    expect((await calls.send(other.here.member, 'PUT', other.seen, path, task, seen)).status).toBe(404);
    expect((await calls.send(other.here.member, 'PUT', one.seen, path, task, seen)).status).toBe(403);
    const strange = { ...task, personId: other.here.member.id };
    const refused = await calls.send(one.here.member, 'POST', one.seen, 'tasks', strange);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, '/personId']);
  });

  it('keeps what was agreed for everyone, and documents for the parties', async () => {
    const { here, seen } = await aPair();
    const agreed = { title: 'Vraag staat vast', body: 'Veertig lantaarns, warm licht.', decidedOn: '2026-03-01' };
    await calls.send(here.member, 'POST', seen, 'agreements', agreed);
    const document = { title: 'Lichtplan', url: 'https://example.org/lichtplan.pdf' };
    await calls.send(here.member, 'POST', seen, 'documents', document);
    const { body } = await calls.see(null, seen);
    expect(body.history.find(({ kind }) => kind === 'agreed')).toMatchObject({
      title: agreed.title,
      text: agreed.body,
    });
    expect([body.forParties, JSON.stringify(body).includes('lichtplan')]).toEqual([null, false]);
    expect((await calls.see(here.member, seen)).body.forParties?.documents).toMatchObject([document]);
  });

  it.each(['javascript:alert(1)', 'http://example.org/plan.pdf', 'https://naam:geheim@example.org', 'plan.pdf'])(
    'attack 03: keeps no document at %s',
    async (url) => {
      const { here, seen } = await aPair();
      expect((await calls.send(here.member, 'POST', seen, 'documents', { title: 'Plan', url })).status).toBe(400);
    },
  );
});

describe('the list', () => {
  it('takes as many questions at 50 as at 5, as does one with many parties', async () => {
    const here = await aSide('Beesd');
    for (let at = 0; at < 50; at++) await calls.start(here.secretary, [here.point.id], `Samen iets doen ${at}`);
    const counts: number[] = [];
    for (const limit of [5, 50]) {
      counts.push((await app.queriesDuring(() => calls.list(null, `?limit=${limit}`))).length);
      expect((await calls.list(null, `?limit=${limit}`)).body.items).toHaveLength(limit);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
