import { type ProposalSummary, agendaSteps, closedAgendaStates } from '@kernagenda/proposals/domain';
import { ageName } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What, who and how old, in words. */
export interface Standing {
  /** Empty when nobody has to act any more. */
  readonly who: string;
  readonly age: string;
  /** The age alone, where a heading already says what it is. */
  readonly bareAge: string;
  /** Silent for more than a year while somebody has to act. */
  readonly waits: boolean;
  /** Index on the twig; null on a side road. */
  readonly step: number | null;
}

type Aged = Pick<
  ProposalSummary,
  'agendaState' | 'actingParty' | 'plan' | 'statusAt' | 'reportedYear' | 'sourceUrl' | 'createdAt'
>;

const yearMs = 365.25 * 86_400_000;

export function standingOf(point: Aged, now: Date): Standing {
  const closed: readonly string[] = closedAgendaStates;
  const steps: readonly string[] = agendaSteps;
  const step = steps.indexOf(point.agendaState);
  const isOpen = !closed.includes(point.agendaState);
  const { age, isOld } = ageOf(point, now);
  return {
    who: isOpen ? whoOf(point) : '',
    age: nl.lastNews(age),
    bareAge: age,
    waits: isOpen && isOld,
    step: step < 0 ? null : step,
  };
}

function whoOf({ actingParty, plan }: Aged): string {
  const team = actingParty === 'municipality' && plan?.team;
  return team ? nl.team(team.name) : nl.actingParties[actingParty];
}

function ageOf({ statusAt, reportedYear, sourceUrl, createdAt }: Aged, now: Date): { age: string; isOld: boolean } {
  // A point taken over from elsewhere is as old as its report, not as its import.
  const at = statusAt ?? (sourceUrl ? null : createdAt);
  if (at) return { age: ageName(at, now), isOld: now.getTime() - new Date(at).getTime() > yearMs };
  if (reportedYear === null) return { age: nl.yearUnknown, isOld: true };
  const years = now.getFullYear() - reportedYear;
  return { age: nl.reportedIn(reportedYear, years), isOld: years > 1 };
}
