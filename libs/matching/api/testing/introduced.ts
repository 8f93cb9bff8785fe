import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { AskView, MatchFlagView, SideView } from '@kernagenda/matching/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { approved, decide, requireFlag } from './sides';
import type { Side } from './sides';

export type AskAnswerOf = TestResponse<AskView & ProblemBody>;

/** Somebody in the group of a village, who lives there. */
export function inGroup(
  app: TestApp,
  { id }: Pick<TestVillage, 'id'>,
  role: 'secretary' | 'group_member' = 'secretary',
): Promise<TestPerson> {
  return aPerson(app, { homeVillageId: id, roles: [{ role, scopeType: 'village', scopeId: id }] });
}

/** Asks the villages of a flag, as it was seen. */
export async function introduced(app: TestApp, as: TestPerson, flag: MatchFlagView): Promise<MatchFlagView> {
  const { status, body } = await decide(app, as, flag, 'introduce');
  if (status !== 200) throw new Error(`Introducing answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** What one village of an introduced flag was asked. */
export function sideOf({ sides }: Pick<MatchFlagView, 'sides'>, { village }: Pick<Side, 'village'>): SideView {
  const side = sides.find((one) => one.village.id === village.id);
  if (!side) throw new Error(`${village.name} was not asked`);
  return side;
}

export function answerAsk(
  app: TestApp,
  as: TestPerson | null,
  askId: string,
  action: 'accept' | 'decline' = 'accept',
  body: object = action === 'accept' ? {} : { reason: 'not_now' },
): Promise<AskAnswerOf> {
  return app.request('POST', `/api/v1/match-asks/${askId}/${action}`, { as, body });
}

export const readAsk = (app: TestApp, as: TestPerson | null, askId: string): Promise<AskAnswerOf> =>
  app.request('GET', `/api/v1/match-asks/${askId}`, { as });

/** Villages that want the same, introduced by the broker of the first and agreed to by the author of each. */
export async function anAcceptedFlag(
  app: TestApp,
  sides: readonly [Side, Side, ...Side[]],
  title = 'Bankjes langs de dijk',
): Promise<MatchFlagView> {
  const [first] = sides;
  const points = [];
  for (const side of sides) points.push(await approved(app, side, title));
  const flag = await introduced(app, first.broker, await requireFlag(app, first.broker, points[0]?.id ?? ''));
  for (const side of sides) await answerAsk(app, side.resident, sideOf(flag, side).askId);
  return (await app.request<MatchFlagView>('GET', `/api/v1/match-flags/${flag.id}`, { as: first.broker })).body;
}
