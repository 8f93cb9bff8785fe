import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CollaborationView,
  type JoinInput,
  type PartnerKind,
  type PartyRole,
  collaborationLimits,
  isOpen,
  partnerKinds,
  partyRoles,
} from '@kernagenda/collaborations/domain';
import { CollaborationsClient, collaborationWords } from '@kernagenda/collaborations/web';
import { closedAgendaStates } from '@kernagenda/proposals/domain';
import { proposalsResource } from '@kernagenda/proposals/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, checkedOf, isFilled, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';
import { nl } from './nl';
import { OpenCollaboration } from './open-collaboration';

const acts = actsNl.parties;
const { partnerName } = collaborationLimits;
const roleField: FormField = {
  name: 'role',
  kind: 'choice',
  ...acts.join.role,
  isFine: isFilled,
  choices: partyRoles.map((role) => ({ value: role, label: collaborationWords.roles[role] })),
};
const partnerFields: readonly FormField[] = [
  {
    name: 'kind',
    kind: 'choice',
    ...acts.partner.kind,
    isFine: isFilled,
    choices: partnerKinds.map((kind) => ({ value: kind, label: collaborationWords.partnerKinds[kind] })),
  },
  { name: 'name', kind: 'text', ...acts.partner.name, isFine: isLong(partnerName.min, partnerName.max) },
  roleField,
];

/** "Ook meedoen?": for who signs for a village or works in a team the way in, for everybody else whom to ask. */
@Component({
  selector: 'ka-join-forms',
  imports: [FoldForm, RouterLink],
  template: `
    <h2>{{ nl.title }}</h2>
    @if (isOpen()) {
      <p class="ka-small">{{ nl.open }}</p>
      @if (view().canBringIn.villages.length) {
        <ka-fold-form
          look="samen"
          [name]="villageForm()"
          [button]="acts.join.button"
          [title]="acts.join.title"
          [submit]="acts.join.submit"
          [fields]="villageFields()"
          [initial]="villageInitial()"
          [send]="joinVillage"
          [done]="acts.join.done"
          (sent)="collaboration.took($event)"
          (refused)="collaboration.reload()"
        />
      } @else {
        <p>
          <a class="ka-more-link ka-small" routerLink="/berichten" [queryParams]="{ gesprek: 'nieuw' }">{{ nl.ask }}</a>
        </p>
      }
      @if (view().canBringIn.teams.length) {
        <ka-fold-form
          [name]="view().id + ' team'"
          [button]="acts.team.button"
          [submit]="acts.join.submit"
          [fields]="teamFields()"
          [initial]="teamInitial()"
          [send]="joinTeam"
          [done]="acts.team.done"
          (sent)="collaboration.took($event)"
          (refused)="collaboration.reload()"
        />
      }
      @if (collaboration.may('bring_partner')) {
        <ka-fold-form
          look="quiet"
          [name]="view().id + ' partner'"
          [button]="acts.partner.button"
          [title]="acts.partner.title"
          [lead]="acts.partner.lead"
          [submit]="acts.partner.submit"
          [fields]="partnerFields"
          [initial]="{ role: 'adviser' }"
          [send]="joinPartner"
          [done]="acts.partner.done"
          (sent)="collaboration.took($event)"
          (refused)="collaboration.reload()"
        />
      }
    } @else {
      <p class="ka-small">{{ nl.closed }}</p>
      <p>
        <a class="ka-more-link ka-small" routerLink="/voorstel/nieuw">{{ nl.propose }}</a>
      </p>
    }
  `,
})
export class JoinForms {
  private readonly client = inject(CollaborationsClient);
  private readonly drafts = inject(FormDrafts);
  protected readonly collaboration = inject(OpenCollaboration);
  readonly view = input.required<CollaborationView>();

  protected readonly nl = nl.join;
  protected readonly acts = acts;
  protected readonly partnerFields = partnerFields;
  protected readonly isOpen = computed(() => isOpen(this.view().phase));
  protected readonly villageForm = computed(() => `${this.view().id} join`);
  protected readonly villageInitial = computed(() => {
    const { villages } = this.view().canBringIn;
    return { villageId: villages.length === 1 ? (villages[0]?.id ?? '') : '', role: 'participant' };
  });
  protected readonly teamInitial = computed(() => {
    const { teams } = this.view().canBringIn;
    return { teamId: teams.length === 1 ? (teams[0]?.id ?? '') : '', role: 'participant' };
  });
  private readonly village = computed(() => {
    const draft = this.drafts.of(this.villageForm());
    if (!draft?.isOpen) return undefined;
    const id = draft.typed['villageId'] ?? this.villageInitial().villageId;
    return this.view().canBringIn.villages.find((village) => village.id === id);
  });
  private readonly pointsAnswer = proposalsResource('join-points', () => {
    const village = this.village();
    return village && { village: village.slug, limit: 100 };
  });
  protected readonly villageFields = computed<readonly FormField[]>(() => {
    const points = this.pointsAnswer.hasValue() ? this.pointsAnswer.value().items : [];
    const open = points.filter(({ agendaState }) => !closedAgendaStates.some((closed) => closed === agendaState));
    const village: FormField = {
      name: 'villageId',
      kind: 'choice',
      ...acts.join.village,
      isFine: isFilled,
      choices: this.view().canBringIn.villages.map(({ id, name }) => ({ value: id, label: name })),
    };
    const choices = open.map(({ id, title }) => ({ value: id, label: title }));
    const chosen: FormField = { name: 'proposalIds', kind: 'boxes', ...acts.join.points, choices };
    return choices.length ? [village, chosen, roleField] : [village, roleField];
  });
  protected readonly teamFields = computed<readonly FormField[]>(() => [
    {
      name: 'teamId',
      kind: 'choice',
      ...acts.team.team,
      isFine: isFilled,
      choices: this.view().canBringIn.teams.map(({ id, name }) => ({ value: id, label: name })),
    },
    roleField,
  ]);

  protected readonly joinVillage = ({ values, key }: Sent): Promise<unknown> =>
    this.join(
      {
        villageId: values['villageId'] ?? '',
        role: values['role'] as PartyRole,
        proposalIds: checkedOf(values['proposalIds']),
      },
      key,
    );

  protected readonly joinTeam = ({ values, key }: Sent): Promise<unknown> =>
    this.join({ teamId: values['teamId'] ?? '', role: values['role'] as PartyRole }, key);

  protected readonly joinPartner = ({ values, key }: Sent): Promise<unknown> =>
    this.join(
      {
        partner: { kind: values['kind'] as PartnerKind, name: (values['name'] ?? '').trim() },
        role: values['role'] as PartyRole,
      },
      key,
    );

  private join(input: JoinInput, key: string): Promise<unknown> {
    return this.client.join(this.view().id, input, key);
  }
}
