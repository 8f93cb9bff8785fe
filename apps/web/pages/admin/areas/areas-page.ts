import { Component, computed, inject, signal } from '@angular/core';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Notices, Page, listName } from '@kernagenda/shared/web';
import { type AreaRecord, type VillageRef, administrationLimits } from '@kernagenda/villages/domain';
import { AdministrationClient, areasResource } from '@kernagenda/villages/web/administration';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl } from './nl';

const { min, max } = administrationLimits.areaName;
const words = { name: nl.name.fault };
const faultsOf = (name: string): { name?: string } =>
  name.length < min || name.length > max ? { name: nl.name.fault } : {};

/** The areas with their villages: rename, add, and move a village from one to another. */
@Component({
  selector: 'ka-areas-page',
  imports: [Control, ErrorSummary, Failure, Field, Icon, Skeleton],
  templateUrl: './areas-page.html',
})
export class AreasPage {
  private readonly client = inject(AdministrationClient);
  private readonly notices = inject(Notices);
  protected readonly nl = nl;
  protected readonly answer = areasResource(() => true);
  protected readonly areas = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  /** The area whose name is being changed. */
  protected readonly renamedId = signal('');
  protected readonly name = formDraft('werkgebied', { name: '' });
  protected readonly newName = formDraft('nieuw werkgebied', { name: '' });
  protected readonly renaming = new FormState('rename', words, { already_exists: nl.name.taken });
  protected readonly adding = new FormState('add', words, { already_exists: nl.name.taken });
  protected readonly moving = new FormState('move', {});
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected brokersOf({ brokers }: AreaRecord): string {
    return brokers.length ? nl.brokers(listName(brokers.map(({ displayName }) => displayName))) : nl.noBroker;
  }

  protected rename({ id, name }: AreaRecord): void {
    this.renaming.faults.set({});
    this.renaming.failure.set('');
    this.name.set({ name });
    this.renamedId.set(id);
  }

  protected async saveName(event: Event, area: AreaRecord): Promise<void> {
    event.preventDefault();
    const name = this.name().name.trim();
    const isDone = await this.renaming.send(faultsOf(name), () => this.client.renameArea(area, name));
    if (isDone) {
      this.name.set({ name: '' });
      this.renamedId.set('');
      this.notices.show({ message: nl.rename.done });
    }
    this.answer.reload();
  }

  protected writeNew(name: string): void {
    this.newName.set({ name });
    this.key = crypto.randomUUID();
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.newName().name.trim();
    if (!(await this.adding.send(faultsOf(name), () => this.client.addArea(name, this.key)))) return;
    this.writeNew('');
    this.notices.show({ message: nl.add.done(name) });
    this.answer.reload();
  }

  protected async move(village: VillageRef, from: AreaRecord, areaId: string): Promise<void> {
    const to = this.areas().find(({ id }) => id === areaId);
    if (!to || to.id === from.id) return;
    if (await this.moving.send({}, () => this.client.moveVillage(village.id, to.id))) {
      this.notices.show({
        message: nl.moved(village.name, to.name),
        undo: () => void this.move(village, to, from.id),
      });
    }
    this.answer.reload();
  }
}
