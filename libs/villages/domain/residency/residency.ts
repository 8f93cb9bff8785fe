import { actsAsResident, hasRole, covers } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import type { VillageRef } from '../villages';

export const residencyLimits = {
  /** Codes of one batch: the households of a large village. */
  codes: { min: 1, max: 5000 },
  /** How many people of a household use one code. */
  uses: { min: 1, max: 6, usual: 4 },
  /** The last day of a batch lies at most so many days ahead. */
  days: 365,
  /** What is typed on the page, with blanks and hyphens. */
  typedCode: { max: 30 },
  typedPostcode: { max: 10 },
  /** How often one person, and all people of one network together, try a code. */
  tries: { person: { count: 10, seconds: 3600 }, network: { count: 60, seconds: 600 } },
} as const;

/** Who has one of these somewhere may have a village to make codes for; which one, `mayMakeCodes` says. */
export const codeMakingRoles = ['broker', 'admin'] as const;

/** Whether this person makes, counts and withdraws codes of a village: its broker or an administrator, never at home. */
export const mayMakeCodes = (actor: Actor | null, place: Place): boolean =>
  !!actor && actor.homeVillageId !== place.villageId && (covers(actor, 'broker', place) || hasRole(actor, 'admin'));

/** Whether a proof would say anything of this person: only who supports as a resident is counted as one. */
export const mayProve = (actor: Pick<Actor, 'roles'> | null): boolean => actsAsResident(actor);

export interface CodeBatchInput {
  readonly villageId: string;
  readonly codes: number;
  readonly usesPerCode: number;
  /** The last day, `yyyy-mm-dd`. */
  readonly validUntil: string;
}

export interface WithdrawBatchInput {
  /** Also takes back what was proven with its codes: for codes that were copied. */
  readonly takesBackProofs: boolean;
}

/** `open`: its codes work; `over`: its last day is past; `withdrawn`: somebody stopped it. */
export type CodeBatchState = 'open' | 'over' | 'withdrawn';

/** Codes that were made together; never the codes themselves, nor who used them. */
export interface CodeBatchView {
  readonly id: string;
  readonly village: VillageRef;
  readonly codes: number;
  readonly usesPerCode: number;
  readonly validUntil: string;
  readonly createdAt: string;
  readonly state: CodeBatchState;
  /** Codes that were used at least once. */
  readonly usedCodes: number;
  /** People who count as residents by it now. */
  readonly proven: number;
  readonly areProofsTakenBack: boolean;
}

/** The only answer that holds codes: they are kept nowhere. */
export interface MadeCodes {
  readonly batch: CodeBatchView;
  readonly codes: readonly string[];
}

export interface ProveInput {
  readonly code: string;
  readonly postcode: string;
}

/** What somebody reads of their own proof. */
export interface ResidencyView {
  /** Null while nothing was proven, and after moving. */
  readonly proof: { readonly village: VillageRef; readonly provenAt: string } | null;
}
