import type { AgendaPoint, AgendaVersionSummary } from './agendas';

/** What happened to a point between two agendas, in the order it is told. */
export const changeKinds = ['new', 'done', 'moved', 'changed', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface AgendaChange {
  readonly kind: ChangeKind;
  /** Null of what is new. */
  readonly before: AgendaPoint | null;
  /** Null of what is gone. */
  readonly after: AgendaPoint | null;
}

export interface AgendaComparison {
  readonly from: AgendaVersionSummary;
  /** Null: the agenda as it stands now. */
  readonly to: AgendaVersionSummary | null;
  /** By kind, and in a kind in the order of the agenda. */
  readonly changes: readonly AgendaChange[];
  /** How many points stand in both as they stood. */
  readonly unchanged: number;
}

const textOf = ({ title, body, place, theme, plan }: AgendaPoint): string =>
  JSON.stringify([title, body, place, theme, plan?.dueOn, plan?.team?.id, plan?.byResidents, plan?.executor]);

function kindOf(before: AgendaPoint, after: AgendaPoint): ChangeKind | null {
  if (before.agendaState !== after.agendaState) return after.agendaState === 'done' ? 'done' : 'moved';
  return textOf(before) === textOf(after) ? null : 'changed';
}

/** What is different between two agendas of the same villages; a point that moved and changed is told once, as moved. */
export function compareAgendas(from: readonly AgendaPoint[], to: readonly AgendaPoint[]): readonly AgendaChange[] {
  const earlier = new Map(from.map((point) => [point.id, point]));
  const later = new Set(to.map(({ id }) => id));
  const changes = to.flatMap((after): AgendaChange[] => {
    const before = earlier.get(after.id) ?? null;
    const kind = before ? kindOf(before, after) : 'new';
    return kind ? [{ kind, before, after }] : [];
  });
  const gone = from
    .filter(({ id }) => !later.has(id))
    .map((before) => ({ kind: 'gone' as const, before, after: null }));
  const order = (kind: ChangeKind): number => changeKinds.indexOf(kind);
  return [...changes, ...gone].sort((a, b) => order(a.kind) - order(b.kind));
}
