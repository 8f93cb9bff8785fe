import { Component, inject } from '@angular/core';
import { auditLimits } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl } from './nl';
import { PeopleVisit } from './people-visit';

const { min, max } = auditLimits.reason;

/** Asks once per visit why somebody looks at personal data. */
@Component({
  selector: 'ka-reason-gate',
  imports: [Control, ErrorSummary, Field],
  template: `
    <form class="ka-stack ka-admin__form" novalidate (submit)="go($event)">
      <p>{{ nl.lead }}</p>
      <ka-error-summary [errors]="form.errors()" />
      <ka-field controlId="why-reason" [label]="nl.label" [hint]="nl.hint" [error]="form.fault('reason')">
        <input
          #reason
          kaControl
          class="ka-input"
          name="reden"
          autocomplete="off"
          [value]="draft().reason"
          (input)="draft.set({ reason: reason.value })"
        />
      </ka-field>
      <button type="submit" class="ka-button">{{ nl.button }}</button>
    </form>
  `,
})
export class ReasonGate {
  private readonly visit = inject(PeopleVisit);
  protected readonly nl = nl.reason;
  protected readonly draft = formDraft('reden', { reason: '' });
  protected readonly form = new FormState('why', { reason: nl.reason.fault(min, max) });

  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.draft().reason.trim();
    const isGiven = reason.length >= min && reason.length <= max;
    await this.form.send(isGiven ? {} : { reason: nl.reason.fault(min, max) }, async () =>
      this.visit.reason.set(reason),
    );
  }
}
