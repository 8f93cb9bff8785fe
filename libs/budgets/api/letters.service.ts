import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { Clock } from '@kernagenda/shared/api';
import type { ApplicationView } from '@kernagenda/budgets/domain';
import { ApplicationReader } from './applications.reader';
import { BudgetLetter } from './budgets.entities';

/** What who applied is told, with the whole application as it is now. */
export interface HeldLetter {
  readonly kind: BudgetLetter['kind'];
  readonly email: string;
  readonly displayName: string;
  readonly application: ApplicationView;
}

/** $1: a letter that was not mailed yet, held until the transaction ends. */
const heldQuery = `
  select l.kind, l.application_id as "applicationId", a.applicant_id as "applicantId"
  from budget_letter l join budget_application a on a.id = l.application_id
  where l.id = $1 and l.sent_at is null for update of l`;

/** Letters to who applied: written in the transaction of what they tell, mailed once. */
@Injectable()
export class BudgetLetters {
  constructor(
    private readonly clock: Clock,
    private readonly people: PeopleRegistry,
    private readonly reader: ApplicationReader,
  ) {}

  /** A letter to mail, held until the transaction ends; null when it was mailed, or there is nobody to mail. */
  async hold(manager: EntityManager, id: string): Promise<HeldLetter | null> {
    const [row]: { kind: BudgetLetter['kind']; applicationId: string; applicantId: string }[] = await manager.query(
      heldQuery,
      [id],
    );
    const contact = row && (await this.people.findContact(row.applicantId));
    if (!row || !contact) return null;
    // Read as who applied would: with all they wrote, and nothing of who handles it.
    const applicant = { personId: row.applicantId, displayName: '', homeVillageId: null, roles: [] };
    const application = this.reader.view(await this.reader.load(manager, row.applicationId, applicant));
    return { kind: row.kind, ...contact, application };
  }

  /** It was mailed. */
  async note(manager: EntityManager, id: string): Promise<void> {
    await manager.update(BudgetLetter, id, { sentAt: this.clock.now() });
  }
}
