import type { Actor } from '@kernagenda/identity/domain';
import {
  allowedAskActions,
  allowedFlagActions,
  answersFor,
  askLimits,
  reasonsOf,
  totalOf,
} from '@kernagenda/matching/domain';
import type { AskFacts, AskView, MatchFlagFacts, MatchFlagView, SideView } from '@kernagenda/matching/domain';
import type { FlagRow, SideRow } from './flags.queries';

/** What the rules need to know of a flag. */
export function factsOf({ places, declined, introduced, sides }: FlagRow, actor: Actor, now: Date): MatchFlagFacts {
  return {
    actor,
    places,
    isIntroduced: introduced !== null && declined?.reason !== 'not_together',
    accepted: sides.filter(({ state }) => state === 'accepted').length,
    isUndoable:
      introduced?.byId === actor.personId &&
      undoUntil(introduced.at) >= now &&
      sides.every(({ state }) => state === 'asked'),
  };
}

/** What the rules need to know of one side. */
export const factsOfSide = (side: SideRow, actor: Actor): AskFacts => ({ actor, ...side });

/** Whether this person may know what the village was asked: who sees the flag, answers for the village, or answered. */
export const mayKnow = (side: SideRow, { isReadable }: FlagRow, actor: Actor): boolean =>
  isReadable || answersFor(factsOfSide(side, actor)) || side.answeredById === actor.personId;

export function toFlagView(row: FlagRow, actor: Actor, now: Date): MatchFlagView {
  const { villages, places, isReadable, evidence, introduced, sides, ...rest } = row;
  const amounts = new Map(row.points.map(({ proposalId, amount }) => [proposalId, amount]));
  const facts = factsOf(row, actor, now);
  const until = introduced && facts.isUndoable ? undoUntil(introduced.at).toISOString() : null;
  return {
    ...rest,
    suggestedAt: row.suggestedAt.toISOString(),
    reasons: reasonsOf(evidence),
    total: totalOf([...amounts.values()]),
    introduced: introduced && { by: introduced.by, at: introduced.at, undoUntil: until },
    sides: sides.map((side) => toSideView(side, row, actor)),
    allowedActions: allowedFlagActions(row.state, facts),
  };
}

export function toAskView(row: FlagRow, side: SideRow, actor: Actor): AskView {
  const { id: flagId, label, benefit, state: flagState, snoozedUntil, evidence, points, introduced, isReadable } = row;
  return {
    ...{ id: side.askId, flagId, label, benefit, flagState, snoozedUntil, points },
    reasons: reasonsOf(evidence),
    introducedBy: introduced?.by ?? null,
    side: toSideView(side, row, actor),
    seesFlag: isReadable,
  };
}

function toSideView(side: SideRow, { state }: FlagRow, actor: Actor): SideView {
  const { place, authorIds, needsStandIn, answeredById, answeredAs, answerer, ...rest } = side;
  return {
    ...rest,
    answerer: answeredAs ?? answerer,
    allowedActions: allowedAskActions(state, side.state, factsOfSide(side, actor)),
  };
}

const undoUntil = (at: string): Date => new Date(Date.parse(at) + askLimits.undoSeconds * 1000);
