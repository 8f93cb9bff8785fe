import { Component, computed, inject, input } from '@angular/core';
import { type CollaborationView, type TermsInput, collaborationLimits } from '@kernagenda/collaborations/domain';
import { CollaborationsClient } from '@kernagenda/collaborations/web';
import { daysAfter } from '@kernagenda/shared/domain';
import { Clock } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, type Values, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';
import { nl } from './nl';
import { OpenCollaboration } from './open-collaboration';

const limits = collaborationLimits;
const { fields } = actsNl.terms;
const isEmptyOr =
  (fine: (value: string) => boolean): ((value: string) => boolean) =>
  (value) =>
    !value.trim() || fine(value);

/** What it is for in the three K's, how it was and what came of it; with the form in which the parties agree on it. */
@Component({
  selector: 'ka-terms-section',
  imports: [FoldForm],
  template: `
    <section aria-labelledby="goal">
      <h2 id="goal">{{ nl.title }}</h2>
      @if (rows().length) {
        <dl class="ka-review ka-after-heading">
          @for (row of rows(); track row.name) {
            <div>
              <dt>{{ row.name }}</dt>
              <dd class="ka-prewrap">{{ row.text }}</dd>
            </div>
          }
        </dl>
      } @else {
        <p class="ka-soft">{{ nl.open }}</p>
      }
      @if (collaboration.may('agree')) {
        <div class="ka-after-heading">
          <ka-fold-form
            [name]="view().id + ' terms'"
            [button]="view().missingTerms.length ? acts.fill : acts.change"
            [title]="acts.title"
            [lead]="acts.lead"
            [fields]="fields()"
            [initial]="initial()"
            [version]="view().version"
            [send]="send"
            [done]="acts.done"
            (sent)="collaboration.took($event)"
            (refused)="collaboration.reload()"
          />
        </div>
      }
    </section>
  `,
})
export class TermsSection {
  private readonly client = inject(CollaborationsClient);
  private readonly clock = inject(Clock);
  protected readonly collaboration = inject(OpenCollaboration);
  readonly view = input.required<CollaborationView>();

  protected readonly nl = nl.goal;
  protected readonly acts = actsNl.terms;
  protected readonly rows = computed(() => {
    const { goal, baseline, result, staysLocal, phase } = this.view();
    const rows = [
      { name: nl.goal.quality, text: goal.quality },
      { name: nl.goal.cost, text: goal.cost },
      { name: nl.goal.continuity, text: goal.continuity },
      { name: phase === 'closed' ? nl.goal.before : nl.goal.baseline, text: baseline },
      { name: nl.goal.staysLocal, text: staysLocal },
      { name: nl.goal.result, text: result },
    ];
    return rows.filter(({ text }) => text);
  });
  protected readonly initial = computed<Values>(() => {
    const { title, owner, endsOn, exitRule, decidingBody, goal, baseline, staysLocal } = this.view();
    return {
      title,
      ownerId: owner?.id ?? '',
      endsOn: endsOn ?? '',
      exitRule,
      decidingBody,
      ...goal,
      baseline,
      staysLocal,
    };
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const { owner, forParties } = this.view();
    const people = forParties?.people ?? [];
    const all = owner && !people.some(({ id }) => id === owner.id) ? [owner, ...people] : people;
    const tomorrow = daysAfter(this.clock.now(), 1);
    return [
      { name: 'title', kind: 'text', ...fields.title, isFine: isLong(limits.title.min, limits.title.max) },
      {
        name: 'ownerId',
        kind: 'choice',
        ...fields.ownerId,
        choices: all.map(({ id, displayName }) => ({ value: id, label: displayName })),
      },
      {
        name: 'endsOn',
        kind: 'day',
        ...fields.endsOn,
        min: tomorrow,
        isFine: isEmptyOr((day) => day >= tomorrow || day === this.view().endsOn),
      },
      {
        name: 'exitRule',
        kind: 'words',
        ...fields.exitRule,
        isFine: isEmptyOr(isLong(limits.exitRule.min, limits.exitRule.max)),
      },
      {
        name: 'decidingBody',
        kind: 'text',
        ...fields.decidingBody,
        isFine: isEmptyOr(isLong(limits.decidingBody.min, limits.decidingBody.max)),
      },
      { name: 'quality', kind: 'words', ...fields.quality, isFine: isLong(0, limits.goal) },
      { name: 'cost', kind: 'words', ...fields.cost, isFine: isLong(0, limits.goal) },
      { name: 'continuity', kind: 'words', ...fields.continuity, isFine: isLong(0, limits.goal) },
      { name: 'baseline', kind: 'words', ...fields.baseline, isFine: isLong(0, limits.result) },
      { name: 'staysLocal', kind: 'words', ...fields.staysLocal, isFine: isLong(0, limits.staysLocal) },
    ];
  });

  protected readonly send = ({ values, version }: Sent): Promise<unknown> => {
    const text = (name: string): string => (values[name] ?? '').trim();
    const input: TermsInput = {
      title: text('title'),
      ownerId: text('ownerId') || null,
      endsOn: text('endsOn') || null,
      exitRule: text('exitRule'),
      decidingBody: text('decidingBody'),
      goal: { quality: text('quality'), cost: text('cost'), continuity: text('continuity') },
      baseline: text('baseline'),
      staysLocal: text('staysLocal'),
    };
    return this.client.agreeTerms(this.view().id, input, version);
  };
}
