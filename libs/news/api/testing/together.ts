import { CollaborationCalls } from '@kernagenda/collaborations/api/testing';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

/** A village that takes part, with who signs for it and the point it brings. */
export interface TestSide {
  readonly village: TestVillage;
  readonly secretary: TestPerson;
  readonly broker: TestPerson;
  readonly point: ProposalView;
}

export interface TestTogether {
  readonly here: TestSide;
  readonly there: TestSide;
  readonly seen: CollaborationView;
}

async function aSide(app: TestApp, village: TestVillage): Promise<TestSide> {
  const scope = { scopeType: 'village', scopeId: village.id } as const;
  const secretary = await aPerson(app, { homeVillageId: village.id, roles: [{ role: 'secretary', ...scope }] });
  const broker = await aPerson(app, { roles: [{ role: 'broker', ...scope }] });
  const words = { title: `Meer licht in ${village.name}` };
  const point = await aProposal(app).in(village).by(secretary).with(words).approvedBy(broker).save();
  return { village, secretary, broker, point };
}

/** A collaboration that one village leads and another takes part in, a point of each. */
export async function aTogether(app: TestApp, village?: TestVillage): Promise<TestTogether> {
  const calls = new CollaborationCalls(app);
  const here = await aSide(app, village ?? (await aVillage(app)));
  const there = await aSide(app, await aVillage(app, { name: 'Deil' }));
  const { body } = await calls.start(here.secretary, [here.point.id]);
  const input = { villageId: there.village.id, role: 'participant', proposalIds: [there.point.id] };
  const joined = await calls.send(there.secretary, 'POST', body, 'parties', input);
  if (joined.status !== 200) throw new Error(`Joining answered ${joined.status}: ${JSON.stringify(joined.body)}`);
  return { here, there, seen: joined.body };
}
