import { type AgendaPoint, executorOf, isSilent, sinceOf } from '@kernagenda/agendas/domain';
import { standingOf } from '@kernagenda/proposals/web';
import { dateName } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What a line says of a point beside its title: who, since when, how old. */
export interface PointFacts {
  /** Empty when nobody has to act any more. */
  readonly who: string;
  readonly since: string;
  readonly age: string;
  readonly bareAge: string;
  readonly isSilent: boolean;
  /** Until when, or when it is looked at again; empty where no day was set. */
  readonly due: string;
  /** Empty while nobody took it on. */
  readonly executor: string;
}

/** @param at as of when its age is told: now, or when a version was frozen */
export function factsOf(point: AgendaPoint, at: Date): PointFacts {
  const { who, age, bareAge } = standingOf(point, at);
  const executor = executorOf(point.plan);
  return {
    who,
    since: sinceName(point),
    age,
    bareAge,
    isSilent: isSilent(point, at),
    due: dueName(point),
    executor: executor ? nl.point.executors[executor.kind](executor.name) : '',
  };
}

function sinceName(point: AgendaPoint): string {
  const since = sinceOf(point);
  if (!since) return nl.point.sinceUnknown;
  return 'at' in since ? nl.point.since(dateName(since.at)) : nl.point.sinceYear(since.year);
}

function dueName({ agendaState, plan, reviewOn }: AgendaPoint): string {
  if (agendaState === 'on_hold') return reviewOn ? nl.point.review(dateName(reviewOn)) : '';
  const isRunning = agendaState === 'planned' || agendaState === 'in_progress';
  return plan && isRunning ? nl.point.due(dateName(plan.dueOn)) : '';
}

/** The year in which a point came to stand as it does; null when nobody knows. */
export function yearOf(point: AgendaPoint): number | null {
  const since = sinceOf(point);
  if (!since) return null;
  return 'at' in since ? new Date(since.at).getFullYear() : since.year;
}
