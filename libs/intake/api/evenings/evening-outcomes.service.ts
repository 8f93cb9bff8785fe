import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { VillageRef } from '@kernagenda/villages/domain';
import { WishClaims } from '../wish-claims.service';
import { EveningWish } from './evenings.entities';
import { outcomeQuery } from './evenings.queries';
import type { OutcomeRow } from './evenings.queries';

/** What somebody who left an address hears on the morning after. */
export interface OutcomeMail {
  readonly email: string;
  readonly village: VillageRef;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  /** How many wishes the evening sent in. */
  readonly wishCount: number;
  /** For the links that make their wishes their own; none for what somebody else said first. */
  readonly tokens: readonly string[];
  readonly noteIds: readonly string[];
  readonly enteredWishIds: readonly string[];
}

/** What the mail of the morning after tells, and that it was sent: the address goes with it. */
@Injectable()
export class EveningOutcomes {
  constructor(private readonly claims: WishClaims) {}

  /** Held until the transaction ends; null when there is nobody to mail, or they were. */
  async holdMail(manager: EntityManager, noteId: string): Promise<OutcomeMail | null> {
    const rows: OutcomeRow[] = await manager.query(outcomeQuery, [noteId]);
    const [first] = rows;
    if (!first) return null;
    const { email, village, day, wishCount } = first;
    const wishIds = [...new Set(rows.flatMap(({ enteredWishId }) => enteredWishId ?? []))];
    const claims: { readonly id: string; readonly token: string }[] = [];
    for (const id of wishIds) {
      const claim = await this.claims.holdMail(manager, id);
      if (claim) claims.push({ id, token: claim.token });
    }
    return {
      ...{ email, village, day, wishCount },
      tokens: claims.map(({ token }) => token),
      noteIds: rows.map((row) => row.noteId),
      enteredWishIds: claims.map(({ id }) => id),
    };
  }

  /** It was mailed. */
  async noteMail(manager: EntityManager, { noteIds, enteredWishIds }: OutcomeMail): Promise<void> {
    await manager.update(EveningWish, { id: In([...noteIds]) }, { email: null });
    for (const id of enteredWishIds) await this.claims.noteMail(manager, id);
  }
}
