import { Component, computed, inject } from '@angular/core';
import type { MandateView } from '@kernagenda/identity/domain';
import { MandatesClient, mandatesResource } from '@kernagenda/identity/web/people';
import { moneyLimits } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices, Page } from '@kernagenda/shared/web';
import { centsIn, euroName } from '@kernagenda/shared/web/money';
import { teamsRegisterResource } from '@kernagenda/villages/web/administration';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl as adminNl } from '../nl';
import { periodWords } from '../people/scope-names';
import { PeriodFields, daysOf, periodFaults } from '../period-fields';
import { nl } from './nl';

const empty = { personId: '', amount: '', from: '', until: '' };
const words = {
  personId: nl.person.fault,
  maxCents: nl.amount.fault,
  from: adminNl.days.fromFault,
  until: adminNl.days.untilFault,
};

/** Who may decide about how much money: give and end. */
@Component({
  selector: 'ka-mandates-page',
  imports: [Control, Empty, ErrorSummary, Failure, Field, Icon, PeriodFields, Skeleton],
  templateUrl: './mandates-page.html',
})
export class MandatesPage {
  private readonly client = inject(MandatesClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly nl = nl;
  protected readonly euroName = euroName;
  protected readonly answer = mandatesResource();
  protected readonly mandates = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  private readonly teamsAnswer = teamsRegisterResource(() => true);
  /** Everybody in a team, once, by name. */
  protected readonly officials = computed(() => {
    const members = this.teamsAnswer.hasValue() ? this.teamsAnswer.value().items.flatMap((team) => team.members) : [];
    const people = new Map(members.map((member) => [member.id, member]));
    return [...people.values()].sort((a, b) => a.displayName.localeCompare(b.displayName, 'nl'));
  });
  protected readonly periodName = periodWords();
  protected readonly draft = formDraft('mandaat', empty);
  protected readonly form = new FormState('give', words, { already_exists: nl.taken });
  protected readonly ending = new FormState('end', {});
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected write(change: Partial<typeof empty>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    this.key = crypto.randomUUID();
  }

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    const { personId } = draft;
    const maxCents = centsIn(draft.amount) ?? 0;
    const isAmount = maxCents >= 1 && maxCents <= moneyLimits.cents;
    const faults = {
      ...(this.officials().some(({ id }) => id === personId) ? {} : { personId: words.personId }),
      ...(isAmount ? {} : { maxCents: words.maxCents }),
      ...periodFaults(draft, this.clock.now()),
    };
    const input = { personId, maxCents, ...daysOf(draft) };
    if (!(await this.form.send(faults, () => this.client.give(input, this.key)))) return;
    this.write(empty);
    this.notices.show({ message: nl.add.done });
    this.answer.reload();
  }

  protected async end({ id, person }: MandateView): Promise<void> {
    if (await this.ending.send({}, () => this.client.end(id))) {
      this.notices.show({ message: nl.ended(person.displayName) });
    }
    this.answer.reload();
  }
}
