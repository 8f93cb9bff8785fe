import { Problem } from './problems';

/** One edge of a lifecycle: from which states, to which state, and who may. */
export interface Action<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State | ((facts: Facts) => State);
  readonly allows: (facts: Facts) => boolean;
}

export type ActionTable<State extends string, Facts> = Readonly<Record<string, Action<State, Facts>>>;

/** Types a lifecycle table: action → from, to, who. Guard, route, audit entry and button all read it. */
export const defineActions =
  <State extends string, Facts>() =>
  <Table extends ActionTable<State, Facts>>(table: Table): Table =>
    table;

/** The names of the actions this person may do now, in the order of the table. */
export function allowedActions<State extends string, Facts, Name extends string>(
  table: Readonly<Record<Name, Action<State, Facts>>>,
  state: NoInfer<State>,
  facts: NoInfer<Facts>,
): Name[] {
  const names = Object.keys(table) as Name[];
  return names.filter((name) => table[name].from.includes(state) && table[name].allows(facts));
}

/**
 * The state after an action.
 * @throws Problem `not_allowed` when this person may not, `wrong_state` when the state has no such edge.
 */
export function stateAfter<State extends string, Facts>(
  table: ActionTable<State, Facts>,
  name: string,
  state: NoInfer<State>,
  facts: NoInfer<Facts>,
): State {
  const action = table[name];
  if (!action || !action.allows(facts)) throw new Problem('not_allowed');
  if (!action.from.includes(state)) throw new Problem('wrong_state', `"${name}" is not possible from "${state}".`);
  return typeof action.to === 'function' ? action.to(facts) : action.to;
}
