/** What the doors need to know of who asks; `Actor` in identity/domain is the full shape. */
export interface RequestActor {
  readonly personId: string;
  readonly roles: readonly { readonly role: string }[];
}

export const sessionCookie = 'ka_session';

/** Finds who asks by the token of their session. Identity provides it; roles are those of this very moment. */
export abstract class ActorSource {
  abstract findActor(sessionToken: string): Promise<RequestActor | null>;
}
