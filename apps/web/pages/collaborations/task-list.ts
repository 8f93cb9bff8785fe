import { Component, computed, inject, input, signal } from '@angular/core';
import {
  type CollaborationView,
  type PartiesOnly,
  type TaskInput,
  type TaskView,
  collaborationLimits,
} from '@kernagenda/collaborations/domain';
import { CollaborationsClient, partyName } from '@kernagenda/collaborations/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Icon } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, type Values, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';
import { OpenCollaboration } from './open-collaboration';
import { partiesOf } from './standing';

const { task } = collaborationLimits;
const acts = actsNl.tasks;

/** The shared planning: what, who, for which village and when; what is late says so. */
@Component({
  selector: 'ka-task-list',
  imports: [Empty, FoldForm, Icon],
  templateUrl: './task-list.html',
  host: { class: 'ka-stack ka-stack--near' },
})
export class TaskList {
  private readonly client = inject(CollaborationsClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly collaboration = inject(OpenCollaboration);
  readonly view = input.required<CollaborationView>();
  readonly own = input.required<PartiesOnly>();

  protected readonly nl = acts;
  protected readonly isBusy = signal(false);
  protected readonly open = computed(() =>
    this.own()
      .tasks.filter(({ doneAt }) => !doneAt)
      .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
  );
  protected readonly finished = computed(() => this.own().tasks.filter(({ doneAt }) => doneAt));
  protected readonly fields = computed<readonly FormField[]>(() => {
    const people = this.own().people.map(({ id, displayName }) => ({ value: id, label: displayName }));
    const parties = partiesOf(this.view()).map((party) => ({ value: party.id, label: partyName(party) }));
    return [
      { name: 'title', kind: 'text', ...acts.fields.title, isFine: isLong(task.min, task.max) },
      { name: 'personId', kind: 'choice', ...acts.fields.personId, choices: people },
      { name: 'partyId', kind: 'choice', ...acts.fields.partyId, choices: parties },
      { name: 'dueOn', kind: 'day', ...acts.fields.dueOn },
    ];
  });

  protected isLate({ dueOn }: TaskView): boolean {
    return dueOn !== null && dueOn < amsterdamDay(this.clock.now());
  }

  protected about({ person, partyId }: TaskView): string {
    const party = this.view().parties.find(({ id }) => id === partyId);
    return [person?.displayName ?? acts.nobody, party ? partyName(party) : ''].filter(Boolean).join(', ');
  }

  protected valuesOf({ title, person, partyId, dueOn }: TaskView): Values {
    return { title, personId: person?.id ?? '', partyId: partyId ?? '', dueOn: dueOn ?? '' };
  }

  protected readonly add = ({ values, key }: Sent): Promise<unknown> =>
    this.client.addTask(this.view().id, inputOf(values, false), key);

  protected change(one: TaskView): (sent: Sent) => Promise<unknown> {
    return ({ values, version }) =>
      this.client.changeTask(this.view().id, { id: one.id, version }, inputOf(values, one.doneAt !== null));
  }

  protected async finish(one: TaskView, isDone: boolean): Promise<void> {
    const input = inputOf(this.valuesOf(one), isDone);
    await this.attempt(isDone ? acts.finished : acts.reopened, () =>
      this.client.changeTask(this.view().id, one, input),
    );
  }

  protected async remove(one: TaskView): Promise<void> {
    await this.attempt(acts.removed, () => this.client.removeTask(this.view().id, one.id));
  }

  private async attempt(message: string, work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await work();
      this.notices.show({ message });
    } catch {
      this.notices.show({ message: acts.failed });
    } finally {
      this.isBusy.set(false);
      this.collaboration.reload();
    }
  }
}

const inputOf = (values: Values, isDone: boolean): TaskInput => ({
  title: (values['title'] ?? '').trim(),
  personId: values['personId'] || null,
  partyId: values['partyId'] || null,
  dueOn: values['dueOn'] || null,
  isDone,
});
