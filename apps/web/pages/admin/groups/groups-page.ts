import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type GroupPosition, groupPositions } from '@kernagenda/identity/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices, Page, listName } from '@kernagenda/shared/web';
import {
  type GroupKind,
  type GroupMember,
  type GroupRecord,
  groupKinds,
  groupLimits,
} from '@kernagenda/villages/domain/groups';
import { villagesResource } from '@kernagenda/villages/web';
import { GroupsClient, groupKindWords, groupsResource, positionWords } from '@kernagenda/villages/web/groups';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl as adminNl } from '../nl';
import { periodWords } from '../people/scope-names';
import { PeriodFields, daysOf, periodFaults } from '../period-fields';
import { nl } from './nl';

interface Draft {
  readonly name: string;
  readonly kind: GroupKind;
  readonly villageIds: readonly string[];
  readonly from: string;
  readonly until: string;
}

const { min, max } = groupLimits.name;
const empty: Draft = { name: '', kind: 'village_council', villageIds: [], from: '', until: '' };
const faultsOf = (name: string): { name?: string } =>
  name.length < min || name.length > max ? { name: nl.name.fault } : {};

/** The groups that keep agendas: add, rename, set the last day, and who is what in them. */
@Component({
  selector: 'ka-groups-page',
  imports: [Control, Empty, ErrorSummary, Failure, Field, Icon, PeriodFields, RouterLink, Skeleton],
  templateUrl: './groups-page.html',
})
export class GroupsPage {
  private readonly client = inject(GroupsClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly nl = nl;
  protected readonly kinds = groupKinds;
  protected readonly kindWords = groupKindWords;
  protected readonly positions = groupPositions;
  protected readonly positionWords = positionWords;
  protected readonly answer = groupsResource();
  protected readonly groups = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly periodName = periodWords();
  /** The group that is being changed. */
  protected readonly changedId = signal('');
  protected readonly changed = formDraft('groep', { name: '', kind: empty.kind, until: '' });
  protected readonly added = formDraft('nieuwe groep', empty);
  protected readonly changing = new FormState(
    'change',
    { name: nl.name.fault, until: nl.until.fault },
    { already_exists: nl.taken },
  );
  protected readonly adding = new FormState(
    'add',
    { name: nl.name.fault, villageIds: nl.of.fault, from: adminNl.days.fromFault, until: adminNl.days.untilFault },
    { already_exists: nl.taken },
  );
  protected readonly seating = new FormState('seat', {});
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected villagesOf({ villages }: GroupRecord): string {
    return nl.villages(listName(villages.map(({ name }) => name)));
  }

  protected change({ id, name, kind, endsAt }: GroupRecord): void {
    this.changing.faults.set({});
    this.changing.failure.set('');
    this.changed.set({ name, kind, until: endsAt ? amsterdamDay(new Date(endsAt)) : '' });
    this.changedId.set(id);
  }

  protected rewrite(change: Partial<ReturnType<typeof this.changed>>): void {
    this.changed.update((draft) => ({ ...draft, ...change }));
  }

  protected async save(event: Event, group: GroupRecord): Promise<void> {
    event.preventDefault();
    const { name, kind, until } = this.changed();
    const update = { name: name.trim(), kind, until: until || null };
    if (await this.changing.send(faultsOf(update.name), () => this.client.change(group, update))) {
      this.changed.set({ name: '', kind: empty.kind, until: '' });
      this.changedId.set('');
      this.notices.show({ message: nl.change.done });
    }
    this.answer.reload();
  }

  protected write(change: Partial<Draft>): void {
    this.added.update((draft) => ({ ...draft, ...change }));
    this.key = crypto.randomUUID();
  }

  protected kindOf(value: string): GroupKind {
    return groupKinds.find((one) => one === value) ?? empty.kind;
  }

  protected toggle(id: string, isChosen: boolean): void {
    const others = this.added().villageIds.filter((one) => one !== id);
    this.write({ villageIds: isChosen ? [...others, id] : others });
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.added();
    const name = draft.name.trim();
    const { kind, villageIds } = draft;
    const faults = {
      ...faultsOf(name),
      ...(villageIds.length === 0 ? { villageIds: nl.of.fault } : {}),
      ...periodFaults(draft, this.clock.now()),
    };
    const input = { name, kind, villageIds, ...daysOf(draft) };
    if (!(await this.adding.send(faults, () => this.client.add(input, this.key)))) return;
    this.write(empty);
    this.notices.show({ message: nl.add.done(name) });
    this.answer.reload();
  }

  protected async seat(group: GroupRecord, member: GroupMember, field: HTMLSelectElement): Promise<void> {
    const position = groupPositions.find((one) => one === field.value);
    if (!position) return;
    await this.place(group, member, position);
    // What was refused does not keep standing there.
    if (this.seating.failure()) field.value = member.position;
  }

  /** Null takes the person out of the group. */
  protected async place(
    group: GroupRecord,
    { id, displayName }: GroupMember,
    position: GroupPosition | null,
  ): Promise<void> {
    if (await this.seating.send({}, () => this.client.changePosition(group.id, id, position))) {
      const { changed, ended } = nl.members;
      const word = position && positionWords[position].toLowerCase();
      this.notices.show({ message: word ? changed(displayName, word) : ended(displayName) });
    }
    this.answer.reload();
  }
}
