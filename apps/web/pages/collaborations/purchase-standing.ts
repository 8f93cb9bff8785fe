import { type PurchaseEventView, type PurchaseView, endedStates, purchaseRoutes } from '@kernagenda/procurement/domain';
import { purchaseWords } from '@kernagenda/procurement/web';
import { dateName, listName } from '@kernagenda/shared/web';
import type { Moment } from './history-list';
import { purchaseNl as nl } from './purchase-nl';
import type { PhaseStanding } from './standing';

/** Whether the purchase still runs; one that ended leaves the page to the collaboration. */
export const runs = ({ state }: PurchaseView): boolean => !endedStates.some((ended) => ended === state);

const actorOf = ({ acting, buyer, decider }: PurchaseView): string => {
  switch (acting) {
    case 'villages':
      return nl.who.villages;
    case 'buyer':
      return buyer ? nl.who.team(buyer.name) : nl.who.noBuyer;
    case 'suppliers':
      return nl.who.suppliers;
    case 'decider':
      return decider === 'alderman' ? nl.who.alderman : buyer ? nl.who.team(buyer.name) : nl.who.noBuyer;
    case 'nobody':
      return nl.who.nobody;
  }
};

/** What, who and until when of a purchase, for the facts. */
export function purchaseStanding(purchase: PurchaseView): PhaseStanding {
  const { state, areQuotesOpen, steps, acting, actsBefore } = purchase;
  const at = steps.findIndex((step) => step.state === 'now');
  const asked = nl.asked[state === 'quotes_requested' && areQuotesOpen ? 'open' : state];
  return {
    what: state === 'quotes_requested' && areQuotesOpen ? purchaseWords.open : purchaseWords.states[state],
    step: at < 0 ? '' : nl.step(at + 1, steps.length),
    who: actorOf(purchase),
    asked: actsBefore ? nl.before(asked, dateName(actsBefore)) : asked,
    waits: acting !== 'nobody' && acting !== 'suppliers',
  };
}

/** What happened in a purchase, and the days that are ahead. */
export function momentsOf(purchase: PurchaseView): readonly Moment[] {
  const past = purchase.timeline.map((event, index) => momentOf(event, index, purchase));
  return [...past, ...aheadOf(purchase)];
}

function momentOf(
  { at, kind, village, count, note }: PurchaseEventView,
  index: number,
  { unit }: PurchaseView,
): Moment {
  return {
    id: `purchase-${index}`,
    at,
    when: dateName(at),
    title: nl.events[kind](village?.name ?? '', count ?? 0, unit),
    text: kind === 'route_checked' ? routeName(note) : note,
    state: 'is-past',
  };
}

const routeName = (note: string): string => {
  const route = purchaseRoutes.find((one) => one === note);
  return route ? purchaseWords.routes[route] : note;
};

function aheadOf(purchase: PurchaseView): readonly Moment[] {
  const { state, perVillage, adviceBy, decisionBy, quotes, decider, buyer } = purchase;
  const isAsked = state === 'quotes_requested';
  const moments: Moment[] = [];
  if (isAsked && adviceBy) {
    const done = perVillage.filter(({ advice }) => advice).map(({ village }) => village.name);
    const waiting = perVillage.filter(({ advice }) => !advice).map(({ village }) => village.name);
    moments.push({
      id: 'advice',
      at: adviceBy,
      when: nl.until(dateName(adviceBy)),
      title: nl.advice.title,
      text: quotes.areOpen ? nl.advice.text(listName(done), listName(waiting), done.length, waiting.length) : '',
      state: quotes.areOpen ? 'is-wait' : 'is-next',
    });
  }
  if ((isAsked || state === 'advised') && decisionBy) {
    const by = decider === 'alderman' ? nl.decision.alderman : buyer ? nl.decision.team(buyer.name) : '';
    moments.push({
      id: 'decision',
      at: decisionBy,
      when: nl.until(dateName(decisionBy)),
      title: nl.decision.title,
      text: by,
      state: state === 'advised' ? 'is-wait' : 'is-next',
    });
  }
  const planned = perVillage.filter(({ delivery }) => delivery?.plannedOn && !delivery.deliveredOn);
  for (const { village, delivery } of planned)
    moments.push({
      id: `delivery-${village.id}`,
      at: delivery?.plannedOn ?? '',
      when: dateName(delivery?.plannedOn ?? ''),
      title: nl.delivery(village.name),
      text: '',
      state: 'is-next',
    });
  return moments;
}
