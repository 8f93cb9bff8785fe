import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { Clock, Jobs } from '@kernagenda/shared/api';
import type { ApplicationView, ApplyingSide } from '@kernagenda/budgets/domain';
import { ApplicationReader } from './applications.reader';
import { BudgetLetter } from './budgets.entities';
import { budgetLetterWritten } from './budgets.events';

/** What who applied is told, with the whole application as it is now. */
export interface HeldLetter {
  readonly kind: BudgetLetter['kind'];
  readonly email: string;
  readonly displayName: string;
  readonly application: ApplicationView;
}

/**
 * $1: a letter that was not mailed yet, held until the transaction ends; $2: now. That of a group is for who speaks for
 * it then: who applied where they still do, otherwise the secretary, the chair, and who applied where there is neither.
 */
const heldQuery = `
  select l.kind, l.application_id as "applicationId", a.side, a.village_id as "villageId",
    coalesce((select r.person_id from role_public r
      where a.side = 'group' and r.role = 'secretary' and r.scope_type = 'village' and r.scope_id = a.village_id
        and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
      order by r.person_id <> a.applicant_id, r.assigned_role <> 'secretary', r.starts_at, r.person_id limit 1),
      a.applicant_id) as "recipientId"
  from budget_letter l join budget_application a on a.id = l.application_id
  where l.id = $1 and l.sent_at is null for update of l`;

interface HeldRow {
  readonly kind: BudgetLetter['kind'];
  readonly applicationId: string;
  readonly side: ApplyingSide;
  readonly villageId: string;
  readonly recipientId: string;
}

/** Letters to who applied: written in the transaction of what they tell, mailed once, however late. */
@Injectable()
export class BudgetLetters implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly people: PeopleRegistry,
    private readonly reader: ApplicationReader,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('budgets-letters', () => this.sendUnsent());
  }

  /**
   * Tells again of every letter that was not mailed: a job is tried for most of a day, and a mail server may be away
   * longer. Without an end, for a decision that nobody made known is none (Awb art. 3:40).
   */
  async sendUnsent(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const unsent = await manager.find(BudgetLetter, { where: { sentAt: IsNull() }, select: { id: true } });
      await this.jobs.publishEach(
        manager,
        budgetLetterWritten,
        unsent.map(({ id }) => ({ letterId: id })),
      );
    });
  }

  /** A letter to mail, held until the transaction ends; null when it was mailed, or there is nobody to mail. */
  async hold(manager: EntityManager, id: string): Promise<HeldLetter | null> {
    const [row]: HeldRow[] = await manager.query(heldQuery, [id, this.clock.now()]);
    const contact = row && (await this.people.findContact(row.recipientId));
    if (!row || !contact) return null;
    // Read as who applied would: with all they wrote, and nothing of who handles it.
    const speaks = { role: 'secretary', scopeType: 'village', scopeId: row.villageId } as const;
    const roles = row.side === 'group' ? [speaks] : [];
    const applicant = { personId: row.recipientId, displayName: '', homeVillageId: null, roles };
    const application = this.reader.view(await this.reader.load(manager, row.applicationId, applicant));
    return { kind: row.kind, ...contact, application };
  }

  /** It was mailed. */
  async note(manager: EntityManager, id: string): Promise<void> {
    await manager.update(BudgetLetter, id, { sentAt: this.clock.now() });
  }
}
