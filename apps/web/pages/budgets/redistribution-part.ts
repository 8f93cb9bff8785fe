import { Component, computed, inject, input, output } from '@angular/core';
import { type RedistributionAction, type RedistributionView, applicationLimits } from '@kernagenda/budgets/domain';
import { BudgetsClient } from '@kernagenda/budgets/web';
import { euroName } from '@kernagenda/shared/web/money';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, isLong } from '../forms/form-fields';
import { nl } from './nl';

const { min, max } = applicationLimits.note;

/** What would move between villages, and the buttons of who may say yes or no. */
@Component({
  selector: 'ka-redistribution-part',
  imports: [FoldForm],
  template: `
    <section class="ka-stack ka-note" aria-labelledby="moves">
      <h2 id="moves">{{ nl.title }}</h2>
      <p>{{ view().state === 'proposed' ? nl.lead(view().year) : nl.state[view().state] }}</p>
      @if (view().reason) {
        <p class="ka-prewrap">{{ view().reason }}</p>
      }
      @if (view().moves.length) {
        <table class="ka-table">
          <thead>
            <tr>
              <th scope="col">{{ nl.village }}</th>
              <th scope="col" class="n">{{ nl.euro }}</th>
            </tr>
          </thead>
          <tbody>
            @for (move of view().moves; track move.village.id) {
              <tr>
                <th scope="row">{{ move.village.name }}</th>
                <td class="n">{{ signed(move.cents) }}</td>
              </tr>
            }
          </tbody>
        </table>
      } @else {
        <p>{{ nl.none }}</p>
      }
      @if (view().allowedActions.length) {
        <div class="ka-fold-row">
          @for (act of acts(); track act.name) {
            <ka-fold-form
              [name]="view().id + ' ' + act.name"
              [look]="act.look"
              [button]="act.words.button"
              [lead]="act.lead"
              [fields]="act.fields"
              [submit]="act.words.button"
              [version]="view().version"
              [send]="act.send"
              [done]="act.words.done"
              [failures]="nl.failures"
              (sent)="changed.emit()"
              (refused)="changed.emit()"
            />
          }
        </div>
      }
    </section>
  `,
})
export class RedistributionPart {
  private readonly client = inject(BudgetsClient);
  readonly view = input.required<RedistributionView>();
  readonly changed = output();
  protected readonly nl = nl.moves;
  protected readonly signed = (cents: number): string => `${cents < 0 ? '−' : '+'} ${euroName(Math.abs(cents))}`;
  protected readonly acts = computed(() => {
    const { confirm, renew, decline } = this.nl;
    const reason: FormField = { name: 'reason', kind: 'words', ...decline.reason, isFine: isLong(min, max) };
    return [
      { name: 'confirm', look: 'main', words: confirm, lead: confirm.lead, fields: [], send: this.send('confirm') },
      { name: 'renew', look: 'second', words: renew, lead: renew.lead, fields: [], send: this.send('renew') },
      { name: 'decline', look: 'quiet', words: decline, lead: '', fields: [reason], send: this.send('decline') },
    ] as const;
  });

  private send(action: RedistributionAction): (sent: Sent) => Promise<unknown> {
    return ({ values, version }) => {
      const note = action === 'decline' ? { note: (values['reason'] ?? '').trim() } : undefined;
      return this.client.redistribute(this.view().id, action, version, note);
    };
  }
}
