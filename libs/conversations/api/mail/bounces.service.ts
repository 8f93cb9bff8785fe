import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bouncedForGood } from '@kernagenda/conversations/domain/mail';
import { Jobs } from '@kernagenda/shared/api';
import { mailReturned } from './mail.events';

/** Reads what comes back to the return address of a person. */
@Injectable()
export class Bounces {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /** Tells that mail to this person cannot be delivered, when the report says so; else it is let go. */
  async take(personId: string, raw: Buffer): Promise<void> {
    const status = bouncedForGood(raw.toString('latin1'));
    if (status === null) return;
    await this.dataSource.transaction((manager) => this.jobs.publish(manager, mailReturned, { personId, status }));
  }
}
