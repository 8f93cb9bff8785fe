import { Component, computed, inject, signal } from '@angular/core';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices, Page, listName } from '@kernagenda/shared/web';
import { type TeamRecord, administrationLimits } from '@kernagenda/villages/domain';
import { AdministrationClient, teamsRegisterResource } from '@kernagenda/villages/web/administration';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl as adminNl } from '../nl';
import { periodWords } from '../people/scope-names';
import { PeriodFields, daysOf, periodFaults } from '../period-fields';
import { nl } from './nl';

const { min, max } = administrationLimits.teamName;
const empty = { name: '', from: '', until: '' };
const faultsOf = (name: string): { name?: string } =>
  name.length < min || name.length > max ? { name: nl.name.fault } : {};

/** The teams with their periods and members: add, rename, and set the last day. */
@Component({
  selector: 'ka-teams-page',
  imports: [Control, Empty, ErrorSummary, Failure, Field, Icon, PeriodFields, Skeleton],
  templateUrl: './teams-page.html',
})
export class TeamsPage {
  private readonly client = inject(AdministrationClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly nl = nl;
  protected readonly answer = teamsRegisterResource(() => true);
  protected readonly teams = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly periodName = periodWords();
  /** The team that is being changed. */
  protected readonly changedId = signal('');
  protected readonly changed = formDraft('team', { name: '', until: '' });
  protected readonly added = formDraft('nieuw team', empty);
  protected readonly changing = new FormState(
    'change',
    { name: nl.name.fault, until: nl.until.fault },
    { already_exists: nl.name.taken },
  );
  protected readonly adding = new FormState(
    'add',
    { name: nl.name.fault, from: adminNl.days.fromFault, until: adminNl.days.untilFault },
    { already_exists: nl.name.taken },
  );
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected membersOf({ members }: TeamRecord): string {
    return members.length ? nl.members(listName(members.map(({ displayName }) => displayName))) : nl.noMembers;
  }

  protected change({ id, name, endsAt }: TeamRecord): void {
    this.changing.faults.set({});
    this.changing.failure.set('');
    this.changed.set({ name, until: endsAt ? amsterdamDay(new Date(endsAt)) : '' });
    this.changedId.set(id);
  }

  protected async save(event: Event, team: TeamRecord): Promise<void> {
    event.preventDefault();
    const { name, until } = this.changed();
    const update = { name: name.trim(), until: until || null };
    if (await this.changing.send(faultsOf(update.name), () => this.client.changeTeam(team, update))) {
      this.changed.set({ name: '', until: '' });
      this.changedId.set('');
      this.notices.show({ message: nl.change.done });
    }
    this.answer.reload();
  }

  protected write(change: Partial<typeof empty>): void {
    this.added.update((draft) => ({ ...draft, ...change }));
    this.key = crypto.randomUUID();
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.added();
    const name = draft.name.trim();
    const faults = { ...faultsOf(name), ...periodFaults(draft, this.clock.now()) };
    if (!(await this.adding.send(faults, () => this.client.addTeam({ name, ...daysOf(draft) }, this.key)))) return;
    this.write(empty);
    this.notices.show({ message: nl.add.done(name) });
    this.answer.reload();
  }
}
