import { Component, afterNextRender, computed, inject, input, output } from '@angular/core';
import { threadLimits } from '@kernagenda/conversations/domain';
import { ThreadsClient, guestsResource } from '@kernagenda/conversations/web/threads';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormChoice, type FormField, isFilled, isLong } from '../forms/form-fields';
import { nl } from './nl';

/** Brings a team, or who proposed a point, into the thread between two villages. */
@Component({
  selector: 'ka-invite-guest',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      [name]="'uitnodiging-' + threadId()"
      look="quiet"
      [button]="nl.button"
      [lead]="nl.lead"
      [fields]="fields()"
      [submit]="nl.submit"
      [send]="send"
      [done]="nl.done"
      [failures]="nl.failures"
      (sent)="changed.emit()"
      (refused)="answer.reload()"
    />
  `,
})
export class InviteGuest {
  private readonly client = inject(ThreadsClient);
  readonly threadId = input.required<string>();
  readonly changed = output();

  protected readonly nl = nl.invite;
  protected readonly answer = guestsResource(this.threadId);
  private readonly choices = computed<readonly FormChoice[]>(() => {
    if (!this.answer.hasValue()) return [];
    const { teams, proposers } = this.answer.value();
    return [
      ...teams.map(({ id, name }) => ({ value: `teamId ${id}`, label: nl.side({ kind: 'team', name }) })),
      ...proposers.map(({ proposalId, name, title }) => ({
        value: `proposalId ${proposalId}`,
        label: nl.invite.proposer(name, title),
      })),
    ];
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const { min, max } = threadLimits.body;
    return [
      { name: 'guest', kind: 'choice', ...this.nl.guest, choices: this.choices(), isFine: isFilled },
      { name: 'body', kind: 'words', ...this.nl.body, isFine: isLong(min, max) },
    ];
  });
  protected readonly send = ({ values, key }: Sent): Promise<unknown> => {
    const [kind = '', id = ''] = (values['guest'] ?? '').split(' ');
    return this.client.invite(this.threadId(), { [kind]: id, body: (values['body'] ?? '').trim() }, key);
  };

  constructor() {
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
  }
}
