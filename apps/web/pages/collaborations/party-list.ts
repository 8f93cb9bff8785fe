import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CastInput,
  type CollaborationView,
  type PartyRole,
  type PartyView,
  type ReasonInput,
  collaborationLimits,
  partyRoles,
} from '@kernagenda/collaborations/domain';
import { CollaborationsClient, collaborationWords, partyName } from '@kernagenda/collaborations/web';
import { AgendaBadge, themeIcons } from '@kernagenda/proposals/web';
import { type IconName, Icon } from '@kernagenda/shared/ui';
import { dateName } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';
import { nl } from './nl';
import { OpenCollaboration } from './open-collaboration';
import { partiesOf } from './standing';

/** Parties with one role, as one line; those somebody may change stand by themselves. */
interface PartyLine {
  readonly id: string;
  readonly names: string;
  readonly role: string;
  readonly icon: IconName;
  readonly tone: string;
  readonly points: PartyView['points'];
  /** Null where nobody here may change it. */
  readonly party: PartyView | null;
}

const { reason } = collaborationLimits;

/** Who takes part in which role, and who did; for who signs for a party with the forms for another role and to leave. */
@Component({
  selector: 'ka-party-list',
  imports: [AgendaBadge, FoldForm, Icon, RouterLink],
  template: `
    <h2>{{ nl.title }}</h2>
    @for (line of lines(); track line.id) {
      <div class="ka-who">
        <span [attr.class]="'ka-avatar' + line.tone" aria-hidden="true"><svg [kaIcon]="line.icon"></svg></span>
        <div>
          <strong>{{ line.names }}</strong>
          <p>{{ line.role }}</p>
          @if (line.points.length) {
            <ul class="ka-list ka-small ka-who__points">
              @for (point of line.points; track point.proposalId) {
                <li>
                  <a [routerLink]="['/voorstellen', point.proposalId]">{{ point.title }}</a>
                  <ka-agenda-badge [state]="point.agendaState" />
                </li>
              }
            </ul>
          }
          @if (line.party; as party) {
            @if (party.allowedActions.includes('cast')) {
              <ka-fold-form
                look="quiet"
                [name]="party.id + ' cast'"
                [button]="acts.cast.button"
                [about]="acts.cast.about(line.names)"
                [title]="acts.cast.title(line.names)"
                [fields]="castFields"
                [initial]="{ role: party.role }"
                [send]="cast(party)"
                [done]="acts.cast.done"
                (sent)="collaboration.took($event)"
                (refused)="collaboration.reload()"
              />
            }
            @if (party.allowedActions.includes('leave')) {
              <ka-fold-form
                look="quiet"
                [name]="party.id + ' leave'"
                [button]="acts.leave.button(line.names)"
                [lead]="acts.leave.lead"
                [submit]="acts.leave.submit"
                [fields]="leaveFields"
                [send]="leave(party)"
                [done]="acts.leave.done(line.names)"
                (sent)="collaboration.took($event)"
                (refused)="collaboration.reload()"
              />
            }
          }
        </div>
      </div>
    }
    @if (gone().length) {
      <h3 class="ka-aside__sub">{{ nl.gone }}</h3>
      @for (party of gone(); track party.id) {
        <div class="ka-who ka-who--gone">
          <span class="ka-avatar" aria-hidden="true"><svg [kaIcon]="'undo'"></svg></span>
          <div>
            <strong>{{ name(party) }}</strong>
            <p>{{ nl.left(dateName(party.leftAt ?? '')) }}</p>
            @if (party.leftReason) {
              <p class="ka-soft">‘{{ party.leftReason }}’</p>
            }
          </div>
        </div>
      }
    }
  `,
})
export class PartyList {
  private readonly client = inject(CollaborationsClient);
  protected readonly collaboration = inject(OpenCollaboration);
  readonly view = input.required<CollaborationView>();

  protected readonly nl = nl.parties;
  protected readonly acts = actsNl.parties;
  protected readonly name = partyName;
  protected readonly dateName = dateName;
  protected readonly castFields: readonly FormField[] = [
    {
      name: 'role',
      kind: 'choice',
      label: actsNl.parties.cast.label,
      fault: actsNl.parties.cast.fault,
      isFine: (value) => value !== '',
      choices: partyRoles.map((role) => ({ value: role, label: collaborationWords.roles[role] })),
    },
  ];
  protected readonly leaveFields: readonly FormField[] = [
    { name: 'reason', kind: 'words', ...actsNl.parties.leave.reason, isFine: isLong(reason.min, reason.max) },
  ];
  protected readonly gone = computed(() => this.view().parties.filter(({ leftAt }) => leftAt !== null));
  protected readonly lines = computed<readonly PartyLine[]>(() => {
    const parties = partiesOf(this.view());
    const isPlain = (party: PartyView): boolean =>
      party.role === 'participant' &&
      party.kind === 'village' &&
      party.allowedActions.length === 0 &&
      !party.points.length;
    const plain = parties.filter(isPlain);
    const alone = parties.filter((party) => !isPlain(party)).map((party) => this.line(party));
    const [first, ...others] = plain;
    if (!first) return alone;
    if (!others.length) return [...alone, this.line(first)];
    const names = plain.map(partyName).join(', ');
    const together = { ...this.line(first), names, role: nl.parties.more };
    const at = alone.findIndex(({ party }) => party?.role !== 'lead');
    const leads = at < 0 ? alone.length : at;
    return [...alone.slice(0, leads), together, ...alone.slice(leads)];
  });

  protected cast({ id }: PartyView): (sent: Sent) => Promise<unknown> {
    return ({ values }) => {
      const input: CastInput = { role: values['role'] as PartyRole };
      return this.client.cast(this.view().id, id, input);
    };
  }

  protected leave({ id }: PartyView): (sent: Sent) => Promise<unknown> {
    return ({ values }) => {
      const input: ReasonInput = { reason: (values['reason'] ?? '').trim() };
      return this.client.leave(this.view().id, id, input);
    };
  }

  private line(party: PartyView): PartyLine {
    const { id, kind, role, points } = party;
    const icons: Record<PartyView['kind'], IconName> = { village: 'people', team: 'hall', partner: 'hand' };
    const tones: Record<PartyView['kind'], string> = {
      village: ' ka-avatar--group',
      team: ' ka-avatar--broker',
      partner: '',
    };
    const words = [
      collaborationWords.roles[role],
      party.partner ? collaborationWords.partnerKinds[party.partner.kind].toLowerCase() : '',
    ];
    return {
      id,
      names: capital(partyName(party)),
      role: words.filter(Boolean).join(', '),
      icon: kind === 'village' && role === 'lead' ? themeIcons[this.view().theme] : icons[kind],
      tone: tones[kind],
      points,
      party,
    };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
