import { type AgendaDue, type AgendaPoint, dayOf, executorOf, isLate } from '@kernagenda/agendas/domain';
import { isSilent, sinceOf } from '@kernagenda/commitments/domain';
import { promiseWords, whenName } from '@kernagenda/commitments/web';
import { standingOf } from '@kernagenda/proposals/web';
import { dateName } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What a line says of a point beside its title: who, since when, how old. */
export interface PointFacts {
  /** Empty when nobody has to act any more. */
  readonly who: string;
  readonly since: string;
  /** The same where a heading already says "since". */
  readonly bareSince: string;
  readonly age: string;
  readonly bareAge: string;
  readonly isSilent: boolean;
  /** Until when, or when it is looked at again; empty where no day was set. */
  readonly due: string;
  /** What was found out about whether it can be done; empty where nobody looked. */
  readonly feasibility: string;
  /** Empty while nobody took it on. */
  readonly executor: string;
  /** What is promised or aimed at, and until when. */
  readonly dues: readonly { readonly id: string; readonly label: string; readonly text: string }[];
}

/** @param at as of when its age is told: now, or when a version was frozen */
export function factsOf(point: AgendaPoint, at: Date): PointFacts {
  const { who, age, bareAge } = standingOf(point, at);
  const executor = executorOf(point.plan);
  return {
    who,
    since: nl.point.since(bareSince(point)),
    bareSince: bareSince(point),
    age,
    bareAge,
    isSilent: isSilent(point, at),
    due: dueName(point),
    feasibility: feasibilityName(point),
    executor: executor ? nl.point.executorName(executor) : '',
    dues: point.dues.map((due) => ({ id: due.id, label: nl.point.dues[due.kind], text: dueText(due, at) })),
  };
}

function bareSince(point: AgendaPoint): string {
  const since = sinceOf(point);
  if (!since) return nl.point.unknownYear;
  return 'at' in since ? dateName(since.at) : nl.point.orEarlier(since.year);
}

/** Told until it is planned: from then on the plan says what will be done. */
function feasibilityName({ agendaState, feasibility }: AgendaPoint): string {
  const isOpen = agendaState === 'exploring' || agendaState === 'on_agenda' || agendaState === 'on_hold';
  if (!feasibility || !isOpen) return '';
  return nl.point.feasible(promiseWords.feasibility[feasibility.outcome], dateName(feasibility.lookedOn));
}

function dueName(point: AgendaPoint): string {
  const day = dayOf(point);
  if (day === null) return '';
  return point.agendaState === 'on_hold' ? nl.point.review(dateName(day)) : nl.point.due(dateName(day));
}

function dueText(due: AgendaDue, at: Date): string {
  const { kind, what, when } = due;
  if (kind === 'promise') return nl.point[isLate(due, at) ? 'late' : 'promised'](what, dateName(when));
  return nl.point.aimed(what, whenName(when));
}

/** The year in which a point came to stand as it does; null when nobody knows. */
export function yearOf(point: AgendaPoint): number | null {
  const since = sinceOf(point);
  if (!since) return null;
  return 'at' in since ? new Date(since.at).getFullYear() : since.year;
}
