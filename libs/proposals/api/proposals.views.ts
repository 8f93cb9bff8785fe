import type { Actor } from '@kernagenda/identity/domain';
import { allowedActions } from '@kernagenda/shared/domain';
import {
  actingParties,
  agendaActions,
  isAuthor,
  mayDelete,
  mayEdit,
  maySupport,
  moderationActions,
  moveActions,
  versionActions,
} from '@kernagenda/proposals/domain';
import type {
  AgendaState,
  ProposalFacts,
  ProposalSummary,
  ProposalView,
  TimelineEntry,
} from '@kernagenda/proposals/domain';
import type { DetailRow, LockedRow, SummaryRow } from './proposals.queries';

/** Somebody has it and did not finish yet. */
const isUnderWay = (state: AgendaState): boolean => ['planned', 'in_progress', 'on_hold'].includes(state);

export function toSummary(row: SummaryRow): ProposalSummary {
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    place: row.place,
    theme: row.theme,
    kind: row.kind,
    village: row.village,
    alsoVillages: row.alsoVillages,
    moderationState: row.moderationState,
    agendaState: row.agendaState,
    actingParty: row.plan && !row.plan.team && isUnderWay(row.agendaState) ? 'broker' : actingParties[row.agendaState],
    plan: row.plan,
    statusAt: row.statusAt?.toISOString() ?? null,
    reportedYear: row.reportedYear,
    sourceUrl: row.sourceUrl,
    support: { fromVillage: row.supportFromVillage, fromElsewhere: row.supportFromElsewhere },
    createdAt: row.createdAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    version: row.version,
  };
}

export function toView(row: DetailRow, actor: Actor | null, now: Date): ProposalView {
  const facts = toFacts({ ...row, villageId: row.village.id }, actor, now);
  return {
    ...toSummary({ ...row, ...(isAuthor(facts) ? null : toSentText(row.decidedText)) }),
    author: row.author,
    enteredFrom: row.enteredFrom,
    isMine: isAuthor(facts),
    isSupportedByMe: row.isSupportedByMe,
    supportPerVillage: row.supportPerVillage,
    note: { reason: row.reason, alternative: row.alternative, reviewOn: row.reviewOn, evidence: row.evidence },
    photos: row.photos,
    mergedInto: row.mergedInto,
    timeline: toTimeline(row.steps),
    versionCount: row.versionCount,
    allowedActions: [
      ...allowedActions(moderationActions, row.moderationState, facts),
      ...allowedActions(agendaActions, row.agendaState, facts),
      ...allowedActions(versionActions, row.hasPendingVersion ? 'pending' : 'none', facts),
      ...(mayEdit(facts) ? (['edit'] as const) : []),
      ...(mayDelete(facts) ? (['delete'] as const) : []),
      ...(maySupport(facts) ? (['support'] as const) : []),
    ],
  };
}

/** What everyone but the author reads while there are edits that were not sent. */
function toSentText(text: DetailRow['decidedText']): Partial<SummaryRow> {
  return text ? { ...text, theme: text.theme ?? 'other' } : {};
}

/** What the lifecycles need to know, from a row and who asks. */
export function toFacts(
  row: Omit<LockedRow, 'alsoVillageIds' | 'theme' | 'submittedAt' | 'firstSubmittedAt' | 'statusAt' | 'reason'>,
  actor: Actor | null,
  now: Date,
): ProposalFacts {
  return {
    actor,
    authorId: row.authorId,
    enteredBy: row.enteredBy,
    place: { villageId: row.villageId, areaId: row.areaId, municipalityId: row.municipalityId },
    moderationState: row.moderationState,
    agendaState: row.agendaState,
    needsStandIn: row.needsStandIn,
    isEditedSinceDecision: row.decidedText !== null,
    isResubmitted: row.isResubmitted,
    undoableBy: row.undoUntil && row.undoUntil > now ? row.decidedBy : null,
    agendaStateBeforeHold: row.agendaStateBeforeHold,
    undoableMove:
      row.lastMove && new Date(row.lastMove.until) > now ? { by: row.lastMove.by, from: row.lastMove.from } : null,
    teamId: row.teamId,
    teamIds: row.teamIds,
  };
}

const publicSteps: readonly string[] = ['approve', 'approve_version', 'import', ...Object.keys(agendaActions)];

/** The public history: what was undone or taken back never happened, and moderation shows nothing more than that. */
function toTimeline(steps: DetailRow['steps']): TimelineEntry[] {
  const timeline: TimelineEntry[] = [];
  for (const { at, action, to, collaborationId } of steps) {
    const isUndone = action === 'undo' && timeline.at(-1)?.action === 'approve';
    if (isUndone || action in moveActions) timeline.pop();
    if (publicSteps.includes(action)) {
      timeline.push({
        at: new Date(at).toISOString(),
        action: action as TimelineEntry['action'],
        to: to ?? '',
        ...(collaborationId !== null && { collaborationId }),
      });
    }
  }
  return timeline;
}
