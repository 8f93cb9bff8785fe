import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type StartInput, collaborationLimits } from '@kernagenda/collaborations/domain';
import { CollaborationsClient } from '@kernagenda/collaborations/web';
import type { Role } from '@kernagenda/identity/domain';
import { Session } from '@kernagenda/identity/web';
import { closedAgendaStates } from '@kernagenda/proposals/domain';
import { proposalsResource } from '@kernagenda/proposals/web';
import type { VillageSummary } from '@kernagenda/villages/domain';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, checkedOf, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';

const acts = actsNl.start;
const { title } = collaborationLimits;
const form = 'start together';
/** Who can sign for a village; for which ones the API decides. */
export const signingRoles: readonly Role[] = ['secretary', 'broker', 'alderman'];

/** Beginning a collaboration with points of a village this person signs for. */
@Component({
  selector: 'ka-start-form',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      look="samen"
      [name]="form"
      [button]="nl.button"
      [title]="nl.title"
      [lead]="nl.lead"
      [submit]="nl.submit"
      [fields]="fields()"
      [initial]="initial()"
      [send]="start"
      [done]="nl.done"
    />
  `,
})
export class StartForm {
  private readonly client = inject(CollaborationsClient);
  private readonly session = inject(Session);
  private readonly drafts = inject(FormDrafts);
  private readonly router = inject(Router);
  readonly villages = input.required<readonly VillageSummary[]>();

  protected readonly nl = acts;
  protected readonly form = form;
  /** Where this person has a role that signs. */
  private readonly own = computed(() => {
    const scopes = (this.session.person()?.roles ?? []).filter(({ role }) => signingRoles.includes(role));
    return this.villages().filter((village) =>
      scopes.some(
        ({ scopeType, scopeId }) =>
          scopeType === 'municipality' || scopeId === village.id || scopeId === village.areaId,
      ),
    );
  });
  protected readonly initial = computed(() => {
    const [first, ...others] = this.own();
    return { villageId: first && !others.length ? first.id : '' };
  });
  private readonly village = computed(() => {
    const draft = this.drafts.of(form);
    if (!draft?.isOpen) return undefined;
    const id = draft.typed['villageId'] ?? this.initial().villageId;
    return this.own().find((village) => village.id === id);
  });
  private readonly pointsAnswer = proposalsResource('start-points', () => {
    const village = this.village();
    return village && { village: village.slug, limit: 100 };
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const points = this.pointsAnswer.hasValue() ? this.pointsAnswer.value().items : [];
    const open = points.filter(({ agendaState }) => !closedAgendaStates.some((closed) => closed === agendaState));
    return [
      { name: 'title', kind: 'text', ...acts.name, isFine: isLong(title.min, title.max) },
      {
        name: 'villageId',
        kind: 'choice',
        ...acts.village,
        isFine: (value) => value !== '',
        choices: this.own().map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        name: 'proposalIds',
        kind: 'boxes',
        ...acts.points,
        isFine: (value) => checkedOf(value).length > 0,
        choices: open.map((point) => ({ value: point.id, label: point.title })),
      },
    ];
  });

  protected readonly start = async ({ values, key }: Sent): Promise<void> => {
    const input: StartInput = {
      title: (values['title'] ?? '').trim(),
      proposalIds: checkedOf(values['proposalIds']),
    };
    const { id } = await this.client.start(input, key);
    void this.router.navigate(['/samenwerkingen', id]);
  };
}
