import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { MatchBoard, MatchFlagView } from '@kernagenda/matching/domain';
import { aProposal } from '@kernagenda/proposals/api/testing';
import type { ProposalInput, ProposalView } from '@kernagenda/proposals/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

/** A village with who asks there and who works there. */
export interface Side {
  readonly village: TestVillage;
  readonly resident: TestPerson;
  readonly broker: TestPerson;
}

export async function aSide(app: TestApp, name: string): Promise<Side> {
  const village = await aVillage(app, { name });
  return {
    village,
    resident: await aPerson(app, { homeVillageId: village.id }),
    broker: await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: village.id }] }),
  };
}

/** A public point, and what that causes. */
export async function approved(
  app: TestApp,
  { village, resident, broker }: Side,
  title: string,
  text: Partial<Omit<ProposalInput, 'villageId' | 'title'>> = {},
): Promise<ProposalView> {
  const words = { body: '', kind: null, ...text, title };
  const proposal = await aProposal(app).in(village).by(resident).with(words).approvedBy(broker).save();
  await app.settle();
  return proposal;
}

export function board(
  app: TestApp,
  as: TestPerson | null,
  query = '',
): Promise<TestResponse<MatchBoard & ProblemBody>> {
  return app.request('GET', `/api/v1/match-flags${query}`, { as });
}

/** The flag that holds a point, as this person sees it; null when there is none in this state. */
export async function flagWith(
  app: TestApp,
  as: TestPerson,
  proposalId: string,
  state = 'suggested',
): Promise<MatchFlagView | null> {
  const { body } = await board(app, as, `?limit=100&state=${state}`);
  return body.items.find(({ points }) => points.some((point) => point.proposalId === proposalId)) ?? null;
}

/** The same, where there has to be one. */
export async function requireFlag(...args: Parameters<typeof flagWith>): Promise<MatchFlagView> {
  const flag = await flagWith(...args);
  if (!flag) throw new Error(`No flag holds ${args[2]}`);
  return flag;
}

export type FlagAnswer = TestResponse<MatchFlagView & ProblemBody>;

/** Decides on a flag as it was seen. */
export function decide(
  app: TestApp,
  as: TestPerson | null,
  { id, version }: Pick<MatchFlagView, 'id' | 'version'>,
  action: string,
  body?: object,
): Promise<FlagAnswer> {
  const headers = { 'if-match': `"${version}"` };
  return app.request('POST', `/api/v1/match-flags/${id}/${action}`, { as, headers, ...(body && { body }) });
}

export const pointsOf = ({ points }: MatchFlagView): string[] =>
  [...new Set(points.map(({ proposalId }) => proposalId))].sort();

export const wrong = { reason: 'other_subject', note: '' } as const;
