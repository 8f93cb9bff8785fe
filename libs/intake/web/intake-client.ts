import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { ClaimView, EnteredWishInput, EnteredWishView } from '@kernagenda/intake/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';
import type { VillageRef } from '@kernagenda/villages/domain';

/** What this person wrote down for others; not asked for who may not. */
export const enteredWishesResource = (isAsked: () => boolean): ResourceRef<Page<EnteredWishView> | undefined> =>
  apiResource('entered-wishes', () => (isAsked() ? '/entered-wishes?limit=50' : undefined));

/** For which villages this person may write wishes down; not asked for who may not. */
export const enteringVillagesResource = (
  isAsked: () => boolean,
): ResourceRef<{ readonly items: readonly VillageRef[] } | undefined> =>
  apiResource('entering-villages', () => (isAsked() ? '/entered-wishes/villages' : undefined));

/** What the link of a mail is about; undefined while there is none. */
export const claimResource = (token: () => string | undefined): ResourceRef<ClaimView | undefined> =>
  apiResource('claim-link', () => {
    const given = token();
    return given ? `/claim-links?token=${encodeURIComponent(given)}` : undefined;
  });

/** Writing down what others wish, and taking the own wish over. */
@Injectable({ providedIn: 'root' })
export class IntakeClient {
  private readonly api = inject(Api);

  enter(input: EnteredWishInput, idempotencyKey: string): Promise<{ readonly id: string }> {
    return this.api.post('/entered-wishes', input, { idempotencyKey });
  }

  /** What follows on the page that ended with this cursor. */
  listEntered(cursor: string): Promise<Page<EnteredWishView>> {
    return this.api.get(`/entered-wishes?limit=50&cursor=${encodeURIComponent(cursor)}`);
  }

  /** For who signed in with the address of the mail. */
  claim(token: string): Promise<ClaimView> {
    return this.api.post('/claim-links/claim', { token });
  }

  /** It is not theirs; needs no session. */
  leave(token: string): Promise<ClaimView> {
    return this.api.post('/claim-links/leave', { token });
  }
}
