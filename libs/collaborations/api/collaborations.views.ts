import { allowedActions } from '@kernagenda/shared/domain';
import {
  isOpen,
  mayAgree,
  mayLeave,
  mayWork,
  missingTerms,
  phaseActions,
  steers,
} from '@kernagenda/collaborations/domain';
import type {
  CollaborationAction,
  CollaborationFacts,
  CollaborationPhase,
  CollaborationSummary,
  CollaborationView,
  PartyAction,
  PhaseAction,
  PhaseFacts,
} from '@kernagenda/collaborations/domain';
import type { CollaborationRow, PartyRow, SummaryRow } from './collaborations.queries';

export const toSummary = ({
  id,
  title,
  phase,
  theme,
  villages,
  endsOn,
  isStopped,
  statusAt,
}: SummaryRow): CollaborationSummary => ({
  ...{ id, title, phase, theme, villages, endsOn, isStopped },
  statusAt: statusAt.toISOString(),
});

type Around = Pick<CollaborationView, 'canBringIn' | 'forParties'>;

export function toView(
  row: CollaborationRow,
  parties: readonly PartyRow[],
  actor: CollaborationFacts['actor'],
  { canBringIn, forParties }: Around,
): CollaborationView {
  const facts: PhaseFacts = { actor, parties, phaseBeforePause: row.phaseBeforePause };
  const { goalQuality, goalCost, goalContinuity, threadId: _, ...rest } = row;
  const { owner, endsOn, exitRule, decidingBody } = row;
  const bringsIn = canBringIn.villages.length + canBringIn.teams.length > 0;
  return {
    ...rest,
    ...toSummary(row),
    goal: { quality: goalQuality, cost: goalCost, continuity: goalContinuity },
    missingTerms: missingTerms({ ownerId: owner?.id ?? null, endsOn, exitRule, decidingBody }),
    createdAt: row.createdAt.toISOString(),
    parties: row.parties.map((party) => ({
      ...party,
      allowedActions: partyActions(
        row.phase,
        facts,
        parties.find(({ id }) => id === party.id),
      ),
    })),
    allowedActions: [...allActions(row.phase, facts), ...(bringsIn ? (['join'] as const) : [])],
    canBringIn,
    forParties,
  };
}

function allActions(phase: CollaborationPhase, facts: PhaseFacts): CollaborationAction[] {
  return [
    ...allowedActions<CollaborationPhase, PhaseFacts, PhaseAction>(phaseActions, phase, facts),
    ...(mayAgree(phase, facts) ? (['agree'] as const) : []),
    ...(mayWork(phase, facts) ? (['work'] as const) : []),
    ...(isOpen(phase) && steers(facts) ? (['cast', 'bring_partner'] as const) : []),
  ];
}

function partyActions(
  phase: CollaborationPhase,
  facts: CollaborationFacts,
  party: PartyRow | undefined,
): PartyAction[] {
  if (!party || party.hasLeft || !isOpen(phase)) return [];
  return [...(steers(facts) ? (['cast'] as const) : []), ...(mayLeave(facts, party) ? (['leave'] as const) : [])];
}
