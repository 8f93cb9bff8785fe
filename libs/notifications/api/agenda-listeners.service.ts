import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { agendaReminded } from '@kernagenda/agendas/api';
import { Jobs } from '@kernagenda/shared/api';
import { Ledger } from './ledger.service';

/** Hears that an agenda was not frozen for long, and tells who keeps it. */
@Injectable()
export class AgendaListeners implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(agendaReminded, 'notifications-agenda-reminder', ({ reminderId }) =>
      this.ledger.note({
        event: `agenda_reminder ${reminderId}`,
        kind: 'agenda_reminder',
        reminderId,
        except: [],
        audience: 'keepers',
        ids: [reminderId],
      }),
    );
  }
}
