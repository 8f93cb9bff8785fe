import { type AgendaPoint, dayOf, executorOf, isSilent, sinceOf } from '@kernagenda/agendas/domain';
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
  /** Empty while nobody took it on. */
  readonly executor: string;
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
    executor: executor ? nl.point.executorName(executor) : '',
  };
}

function bareSince(point: AgendaPoint): string {
  const since = sinceOf(point);
  if (!since) return nl.point.unknownYear;
  return 'at' in since ? dateName(since.at) : nl.point.orEarlier(since.year);
}

function dueName(point: AgendaPoint): string {
  const day = dayOf(point);
  if (day === null) return '';
  return point.agendaState === 'on_hold' ? nl.point.review(dateName(day)) : nl.point.due(dateName(day));
}

/** The year in which a point came to stand as it does; null when nobody knows. */
export function yearOf(point: AgendaPoint): number | null {
  const since = sinceOf(point);
  if (!since) return null;
  return 'at' in since ? new Date(since.at).getFullYear() : since.year;
}
