import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BookedSaving } from '@kernagenda/procurement/domain';
import { namedQuery } from '@kernagenda/shared/api';
import { bookedQuery } from './purchases.queries';
import type { PurchaseRow } from './purchases.queries';
import { buyersOf } from './purchases.reader';
import { toBooked } from './purchases.views';

/** What joint purchases won, by the same sum as their own pages. */
@Injectable()
export class BookedSavings {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first; without those of which a village never said what it would have cost alone. */
  async list(): Promise<BookedSaving[]> {
    const rows = await namedQuery<PurchaseRow>(this.dataSource, 'booked purchases', bookedQuery);
    return rows.flatMap((row) => {
      const buyers = buyersOf(row);
      const booked = toBooked(buyers);
      if (!booked) return [];
      const { id: purchaseId, collaborationId, what } = row;
      const villages = buyers.villages.map(({ village }) => village);
      return [{ purchaseId, collaborationId, what, villages, at: booked.at, netCents: booked.netCents }];
    });
  }
}
