import { Component, computed, inject, input, output } from '@angular/core';
import { AgendasClient } from '@kernagenda/agendas/web';
import type { VillageRef } from '@kernagenda/villages/domain';
import { villagesResource } from '@kernagenda/villages/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, checkedOf } from '../forms/form-fields';
import { agendaNl } from './agenda-nl';

/** Where an administrator says which villages have one agenda. */
@Component({
  selector: 'ka-share-form',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      look="quiet"
      [name]="'share agenda ' + kern()"
      [button]="nl.button"
      [title]="nl.title"
      [lead]="nl.lead"
      [submit]="nl.submit"
      [fields]="fields()"
      [initial]="initial()"
      [send]="share"
      [failures]="nl.failures"
      [done]="nl.done"
      (sent)="shared.emit()"
    />
  `,
})
export class ShareForm {
  private readonly client = inject(AgendasClient);
  readonly kern = input.required<string>();
  readonly villages = input.required<readonly VillageRef[]>();
  readonly shared = output();

  protected readonly nl = agendaNl.share;
  private readonly answer = villagesResource();
  protected readonly initial = computed(() => ({
    villageIds: this.villages()
      .map(({ id }) => id)
      .join(' '),
  }));
  private readonly ownId = computed(() => this.villages().find(({ slug }) => slug === this.kern())?.id ?? '');
  protected readonly fields = computed<readonly FormField[]>(() => [
    {
      name: 'villageIds',
      kind: 'boxes',
      ...agendaNl.share.villages,
      isFine: (value) => checkedOf(value).includes(this.ownId()),
      choices: (this.answer.hasValue() ? this.answer.value().items : []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    },
  ]);

  protected readonly share = async ({ values }: Sent): Promise<void> => {
    await this.client.share(this.kern(), { villageIds: checkedOf(values['villageIds']) });
  };
}
