import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { agendaTerms, statesOnAgenda } from '@kernagenda/agendas/domain';
import { Clock, Jobs } from '@kernagenda/shared/api';
import { AgendaReminder } from './agendas.entities';
import { agendaReminded } from './agendas.events';

const dayMs = 86_400_000;

/**
 * Agendas, by the first of their villages, of which the last version is of $1 or before, or that have had points for so
 * long without one, and of which nobody was reminded since; the oldest first. $2: states on an agenda; $3: rows.
 */
const dueQuery = `
  with agenda as (
    select own.agenda_id, array_agg(v.id order by v.name, v.id) as village_ids
    from village_public v left join village_agenda_village own on own.village_id = v.id
    group by own.agenda_id, case when own.agenda_id is null then v.id end)
  select a.village_ids[1] as "villageId" from agenda a
  cross join lateral (select coalesce(
      (select max(f.frozen_at) from agenda_version f where f.agenda_id = a.agenda_id),
      (select min(coalesce(p.approved_at, p.created_at)) from proposal_public p
        where p.agenda_state = any($2::text[]) and (p.village_id = any(a.village_ids) or p.id in (
          select s.proposal_id from proposal_shared s where s.village_id = any(a.village_ids))))) as at) since
  where since.at <= $1
    and not exists (select from agenda_reminder r where r.village_id = any(a.village_ids) and r.reminded_at > $1)
  order by since.at, a.village_ids[1] limit $3`;

/** Every night: who keeps an agenda that was not frozen for half a year is asked to, and again half a year later. */
@Injectable()
export class AgendaReminders implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('agendas-remind', () => this.remind());
  }

  async remind(): Promise<void> {
    const remindedAt = this.clock.now();
    const before = new Date(remindedAt.getTime() - agendaTerms.remindAfterDays * dayMs);
    await this.dataSource.transaction(async (manager) => {
      const due: { readonly villageId: string }[] = await manager.query(dueQuery, [
        before,
        statesOnAgenda,
        agendaTerms.remindPerNight,
      ]);
      for (const { villageId } of due) {
        const { id } = await manager.save(manager.create(AgendaReminder, { villageId, remindedAt }));
        await this.jobs.publish(manager, agendaReminded, { reminderId: id });
      }
    });
  }
}
