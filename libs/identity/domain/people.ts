import type { ScopedRole } from './actors';

export const personLimits = {
  displayName: { min: 2, max: 60 },
  email: { max: 254 },
  /** A home village is self-declared and can be changed once in this many days. */
  homeVillageDays: 90,
} as const;

/**
 * An address as mail reaches it, where the same must hold on a computer without a line as on the server: that of RFC 5321
 * in ASCII, without quotes.
 */
export const emailAddress =
  /^(?![^@]{65})(?!\.)(?![^@]*\.[.@])[a-z0-9._%+'-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;

export const isEmailAddress = (value: string): boolean =>
  value.length <= personLimits.email.max && emailAddress.test(value);

export const signInLimits = {
  codeDigits: 6,
  codeMinutes: 10,
  codeTries: 5,
  sessionDays: 30,
} as const;

export interface RequestCodeInput {
  readonly email: string;
}

export interface SignInInput {
  readonly email: string;
  readonly code: string;
}

export interface UpdateMeInput {
  readonly displayName?: string;
  readonly homeVillageId?: string;
}

/** The signed-in person as they see themselves. */
export interface PersonView {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly homeVillageId: string | null;
  /** The first instant at which the home village can be changed again; null when it can now. */
  readonly homeVillageFixedUntil: string | null;
  readonly roles: readonly ScopedRole[];
}

export interface MeView {
  readonly person: PersonView | null;
  /** True when the installation runs with the demo people. */
  readonly demo: boolean;
}

/** Somebody to try the demo as, by role. */
export interface DemoPersonView {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  /** One short Dutch sentence: what this person can do. */
  readonly description: string;
}

export interface DemoMailView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
}
