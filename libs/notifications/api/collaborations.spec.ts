import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { CollaborationCalls } from '@kernagenda/collaborations/api/testing';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import type { NotificationView } from '@kernagenda/notifications/domain';
import { aProposal } from '@kernagenda/proposals/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

let app: TestApp;
let calls: CollaborationCalls;

beforeAll(async () => {
  app = await createTestApp();
  calls = new CollaborationCalls(app);
});
afterAll(() => app.close());

interface Party {
  readonly village: TestVillage;
  readonly secretary: TestPerson;
  readonly pointId: string;
}

async function aParty(name: string): Promise<Party> {
  const village = await aVillage(app, { name });
  const resident = await aPerson(app, { homeVillageId: village.id });
  const broker = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: village.id }] });
  const secretary = await aPerson(app, {
    homeVillageId: village.id,
    roles: [{ role: 'secretary', scopeType: 'village', scopeId: village.id }],
  });
  const { id } = await aProposal(app).in(village).by(resident).approvedBy(broker).save();
  return { village, secretary, pointId: id };
}

async function together(): Promise<{ readonly here: Party; readonly there: Party; readonly seen: CollaborationView }> {
  const [here, there] = [await aParty('Tricht'), await aParty('Deil')];
  const { body } = await calls.start(here.secretary, [here.pointId]);
  await app.settle();
  const input = { villageId: there.village.id, role: 'participant' };
  return { here, there, seen: (await calls.send(there.secretary, 'POST', body, 'parties', input)).body };
}

async function toldTo(as: TestPerson): Promise<readonly NotificationView[]> {
  await app.settle();
  return (await app.request<Page<NotificationView>>('GET', '/api/v1/me/notifications', { as })).body.items;
}
const kindsOf = (lines: readonly NotificationView[]): string[] =>
  lines.map(({ kind }) => kind).filter((kind) => kind.startsWith('collaboration_'));

describe('who takes part in a collaboration', () => {
  it('hears who comes in, and with a mail that leads to the page; who did it is not told', async () => {
    const { here, there, seen } = await together();
    const lines = await toldTo(here.secretary);
    expect(lines[0]).toMatchObject({
      ...{ kind: 'collaboration_joined', reason: 'party', collaborationId: seen.id, proposalId: null },
      ...{ title: seen.title, village: null },
    });
    expect(kindsOf(await toldTo(there.secretary))).toEqual([]);
    const mail = await app.mail.next(here.secretary.email);
    expect(mail.subject).toBe(`Er doet iemand mee met de samenwerking: ${seen.title}`);
    expect(mail.text).toContain('Deil doet nu ook mee.');
    expect(mail.text).toContain(`/samenwerkingen/${seen.id}`);
  });

  it('hears once of a phase, of what is agreed, and of a reason to go', async () => {
    const { here, there, seen } = await together();
    await calls.act(here.secretary, seen, 'form');
    const agreed = { title: 'Vraag staat vast', body: '', decidedOn: '2026-03-01' };
    await calls.send(here.secretary, 'POST', seen, 'agreements', agreed);
    expect(kindsOf(await toldTo(there.secretary)).sort()).toEqual(['collaboration_agreed', 'collaboration_phase']);
    expect((await app.mail.next(there.secretary.email)).text).toContain('De partijen maken nu afspraken');
    const party = seen.parties.find(({ village }) => village?.id === here.village.id);
    const reason = 'Wij doen het liever alleen.';
    await calls.send(here.secretary, 'POST', seen, `parties/${party?.id}/leave`, { reason });
    expect(kindsOf(await toldTo(there.secretary))).toContain('collaboration_left');
  });

  it('attack 12: sees nothing of it any more after leaving', async () => {
    const { here, there, seen } = await together();
    expect(kindsOf(await toldTo(here.secretary))).toEqual(['collaboration_joined']);
    const party = seen.parties.find(({ village }) => village?.id === here.village.id);
    await calls.send(here.secretary, 'POST', seen, `parties/${party?.id}/leave`, { reason: 'Geen tijd meer.' });
    expect(kindsOf(await toldTo(here.secretary))).toEqual([]);
    await calls.act(there.secretary, (await calls.see(there.secretary, seen)).body, 'form');
    expect(kindsOf(await toldTo(here.secretary))).toEqual([]);
  });
});
