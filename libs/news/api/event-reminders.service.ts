import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Jobs } from '@kernagenda/shared/api';
import { daysAfter } from '@kernagenda/shared/domain';
import { ofDayQuery } from './village-events.queries';
import { VillageEvents } from './village-events.service';

/** Every night: who signed up for something of tomorrow is reminded of it, once. */
@Injectable()
export class EventReminders implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly events: VillageEvents,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('news-event-reminders', () => this.remind());
  }

  async remind(): Promise<void> {
    const tomorrow = daysAfter(this.clock.now(), 1);
    await this.dataSource.transaction(async (manager) => {
      const events: { readonly id: string }[] = await manager.query(ofDayQuery, [tomorrow]);
      for (const { id } of events) await this.events.tell(manager, id, 'reminder', tomorrow, null);
    });
  }
}
