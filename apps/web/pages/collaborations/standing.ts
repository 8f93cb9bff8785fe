import type { CollaborationView, PartyView } from '@kernagenda/collaborations/domain';
import { phaseSteps } from '@kernagenda/collaborations/domain';
import { collaborationWords, partyName } from '@kernagenda/collaborations/web';
import { dateName, listName } from '@kernagenda/shared/web';
import type { VillageRef } from '@kernagenda/villages/domain';
import { nl } from './nl';

/** Those that take part now. */
export const partiesOf = ({ parties }: CollaborationView): readonly PartyView[] =>
  parties.filter(({ leftAt }) => leftAt === null);

/** The villages that take part; of what is closed those that did. */
export function villagesOf(view: CollaborationView): readonly VillageRef[] {
  const villages = partiesOf(view).flatMap(({ village }) => village ?? []);
  return villages.length ? villages : view.parties.flatMap(({ village }) => village ?? []);
}

/** One sentence: who, and what they want of each other. */
export function leadOf(view: CollaborationView): string {
  const villages = villagesOf(view);
  const names = listName(villages.map(({ name }) => name));
  if (view.stopReason) return nl.lead.stopped(names);
  if (villages.length < 2 && view.phase !== 'closed') return nl.lead.alone(names);
  return nl.lead[view.phase](names);
}

/** What stands in the facts: the state, and who has to act with what is asked. */
export interface PhaseStanding {
  readonly what: string;
  readonly step: string;
  readonly who: string;
  readonly asked: string;
  /** Whether somebody waits for them. */
  readonly waits: boolean;
}

export function standingOf(view: CollaborationView): PhaseStanding {
  const { phase, stopReason, owner, endsOn, missingTerms } = view;
  const at = phaseSteps.findIndex((step) => step === phase);
  const lead = partiesOf(view).find(({ role }) => role === 'lead');
  const puller = owner?.displayName ?? (lead ? partyName(lead) : nl.who.villages);
  const base = {
    what: stopReason ? collaborationWords.stopped : collaborationWords.phases[phase],
    step: at < 0 || stopReason ? '' : nl.step(at + 1, phaseSteps.length),
    waits: false,
  };
  switch (phase) {
    case 'exploring':
      return { ...base, who: nl.who.villages, asked: nl.asked.exploring, waits: true };
    case 'forming':
      return missingTerms.length
        ? {
            ...base,
            who: puller,
            asked: nl.asked.missing(listName(missingTerms.map((one) => nl.terms.short[one]))),
            waits: true,
          }
        : { ...base, who: puller, asked: nl.asked.ready, waits: true };
    case 'executing':
      return { ...base, who: puller, asked: endsOn ? nl.asked.until(dateName(endsOn)) : '' };
    case 'evaluating':
      return { ...base, who: nl.who.villages, asked: nl.asked.evaluating, waits: true };
    case 'paused':
      return { ...base, who: nl.who.nobody, asked: nl.asked.paused };
    case 'closed':
      return { ...base, who: nl.who.nobody, asked: stopReason ? nl.asked.stopped : nl.asked.closed };
  }
}
