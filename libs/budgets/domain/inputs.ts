import { moneyLimits } from '@kernagenda/shared/domain';
import type { ApplyingSide } from './actions';

/** Lengths in characters, whole euro cents, days and counts; used by DTOs, forms and columns alike. */
export const applicationLimits = {
  cents: { min: 1, max: moneyLimits.cents },
  title: { min: 4, max: 120 },
  plan: { min: 20, max: 4000 },
  contact: { min: 4, max: 200 },
  /**
   * So many days after the decision nobody needs to reach who applied any more: six weeks to object (Awb art. 6:7), and
   * twelve in which a committee advises and an objection is decided (Awb art. 7:10).
   */
  contactDays: 126,
  note: { min: 10, max: 2000 },
  /** How many applications of one person for one village and year wait at most: more would make all others wait. */
  openPerPerson: 5,
  perHour: 10,
  /** Of those that came in before one, who decides sees so many; of all of them the sum. */
  earlierShown: 20,
} as const;

export interface ApplicationInput {
  readonly villageId: string;
  /** The point of that village it is for. */
  readonly proposalId: string;
  readonly side: ApplyingSide;
  /** What for, in one line; everybody reads it once money is granted. */
  readonly title: string;
  readonly plan: string;
  /** In euro cents; at most what the rule of the year gives one initiative. */
  readonly amountCents: number;
  /** Whether it is for an activity that exists already. */
  readonly isExisting: boolean;
  /** The day it begins, `yyyy-mm-dd`. */
  readonly startsOn: string;
  /** Those of the public criteria that are met, word for word. */
  readonly met: readonly string[];
  /** Telephone or address. */
  readonly contact: string;
}

export interface NoteInput {
  readonly note: string;
}

export interface AdviceInput extends NoteInput {
  /** Whether to grant it. */
  readonly isPositive: boolean;
}

export interface DecisionInput {
  /** 0 refuses. At most what was asked. */
  readonly grantedCents: number;
  /** Needed where less is granted than was asked (Awb art. 3:46), or where it goes before who was first. */
  readonly reason: string;
  /** Whether less is granted for want of money: villages with money left may then help out. */
  readonly isShort: boolean;
  /** Whether it may leave too little for applications that came in earlier; `reason` says why. */
  readonly isBeforeOthers: boolean;
}
