import { actsAsBroker, actsAsSecretary, covers } from '@kernagenda/identity/domain';
import type { Actor, Place, Role } from '@kernagenda/identity/domain';
import type { EnteredWay, ModerationState, ProposalInput } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

export const enteringLimits = {
  /** So many wishes one person writes down in an hour: more than an evening has. */
  perHour: 150,
  /** So many mails about a wish go to one address in a day: a letter has more than one wish, a flood is no letter. */
  mailsPerDay: 10,
  /** How long an address is kept, and its link works. */
  addressDays: 60,
} as const;

/** Who has one of these somewhere has a village to write wishes down for; which one, `mayEnterFor` says. */
export const enteringRoles = ['group_member', 'secretary', 'broker'] as const satisfies Role[];

/** Whether this person may write down what others of a village wish: its group, and its broker, who does not live there. */
export const mayEnterFor = (actor: Actor | null, place: Place): boolean =>
  covers(actor, 'group_member', place) || actsAsSecretary(actor, place) || actsAsBroker(actor, place, false);

/** What somebody else wishes. It is sent in at once. */
export interface EnteredWishInput extends ProposalInput {
  readonly enteredFrom: EnteredWay;
  /** Where that person reads how it goes and takes it over; null when they left none. */
  readonly email: string | null;
  /** That person knows that it will be public. */
  readonly hasConsent: true;
}

/**
 * Where the mail about a wish stands: `waiting` to be sent, `asked`: the address has a link, `claimed`, `forgotten`: the
 * address had one and was forgotten, `none`: there never was an address.
 */
export const enteredClaimStates = ['waiting', 'asked', 'claimed', 'forgotten', 'none'] as const;
export type EnteredClaimState = (typeof enteredClaimStates)[number];

/** A wish for who wrote it down. */
export interface EnteredWishView {
  readonly id: string;
  readonly proposalId: string;
  /** Null, as `moderationState`, while only who took it over may read it. */
  readonly title: string | null;
  readonly village: VillageRef;
  readonly enteredFrom: EnteredWay;
  readonly at: string;
  readonly moderationState: ModerationState | null;
  readonly claim: EnteredClaimState;
}

/** `open`: it can be taken over; `claimed`: it was; `left`: whoever had the link said that it is not theirs. */
export type ClaimState = 'open' | 'claimed' | 'left';

/** What the link of the mail is about. Title and text are empty unless it is open, and waits for the broker or is public. */
export interface ClaimView {
  readonly proposalId: string;
  readonly title: string;
  readonly body: string;
  readonly village: VillageRef;
  readonly enteredFrom: EnteredWay;
  readonly at: string;
  readonly state: ClaimState;
}
