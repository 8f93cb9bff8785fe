/** What one village has in one year, in whole euro cents. */
export interface Balance {
  readonly amountCents: number;
  readonly movedInCents: number;
  readonly movedOutCents: number;
  readonly grantedCents: number;
  /** Of what was granted, what went to activities that exist already. */
  readonly existingGrantedCents: number;
  readonly existingPercent: number;
}

type Moved = Pick<Balance, 'amountCents' | 'movedInCents' | 'movedOutCents'>;

/** What there is in all, spent or not. */
const wholeOf = ({ amountCents, movedInCents, movedOutCents }: Moved): number =>
  amountCents + movedInCents - movedOutCents;

/** What nobody was granted yet. */
export const leftOf = (balance: Omit<Balance, 'existingPercent' | 'existingGrantedCents'>): number =>
  wholeOf(balance) - balance.grantedCents;

/** What may still go to activities that exist already: their share of all there is, in whole cents rounded down. */
export function existingLeftOf(balance: Balance): number {
  const share = Number((BigInt(wholeOf(balance)) * BigInt(balance.existingPercent)) / 100n);
  return Math.max(0, Math.min(share - balance.existingGrantedCents, leftOf(balance)));
}

/** What is asked for, of a budget as it is now. */
export interface Grant {
  readonly cents: number;
  readonly isExisting: boolean;
  /** What the same point was granted this year. */
  readonly pointCents: number;
  readonly initiativeCents: number;
  /** What applications ask that came in earlier and still wait. */
  readonly earlierCents: number;
}

/** Why an amount cannot be granted from what there is. */
export type GrantFault = 'budget_spent' | 'initiative_cap' | 'existing_share_spent' | 'earlier_waiting';

/**
 * What stands in the way of a grant, the heaviest first; null when nothing does. `earlier_waiting`: who was first is
 * served first, so it needs a reason to leave too little for who still waits.
 */
export function faultOf(balance: Balance, grant: Grant): GrantFault | null {
  const { cents, isExisting, pointCents, initiativeCents, earlierCents } = grant;
  if (cents > leftOf(balance)) return 'budget_spent';
  if (pointCents + cents > initiativeCents) return 'initiative_cap';
  if (isExisting && cents > existingLeftOf(balance)) return 'existing_share_spent';
  return earlierCents > 0 && cents + earlierCents > leftOf(balance) ? 'earlier_waiting' : null;
}
