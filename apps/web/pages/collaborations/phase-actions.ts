import { Component, computed, inject, input } from '@angular/core';
import {
  type CloseInput,
  type CollaborationView,
  type PhaseAction,
  type ReasonInput,
  collaborationLimits,
} from '@kernagenda/collaborations/domain';
import { CollaborationsClient } from '@kernagenda/collaborations/web';
import { listName } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';
import { nl } from './nl';
import { OpenCollaboration } from './open-collaboration';

const forward = ['form', 'execute', 'evaluate', 'close', 'resume'] as const;
const { reason, result } = collaborationLimits;
const reasonField: FormField = {
  name: 'reason',
  kind: 'words',
  ...actsNl.next.stop.reason,
  isFine: isLong(reason.min, reason.max),
};
const resultField: FormField = {
  name: 'result',
  kind: 'words',
  ...actsNl.next.close.result,
  isFine: isLong(reason.min, result),
};

/** The step that can be taken now, with what is still missing for it, and the ways aside. */
@Component({
  selector: 'ka-phase-actions',
  imports: [FoldForm],
  template: `
    <section class="ka-stack ka-stack--near" aria-labelledby="next-step">
      <h2 id="next-step">{{ nl.title }}</h2>
      @if (missing(); as terms) {
        <p>
          {{ nl.missing(terms) }} <span class="ka-soft">{{ nl.missingHow }}</span>
        </p>
      }
      <div class="ka-fold-row">
        @for (action of steps(); track action) {
          <ka-fold-form
            look="main"
            [name]="view().id + ' ' + action"
            [button]="nl[action].button"
            [lead]="nl[action].lead"
            [submit]="nl[action].button"
            [fields]="action === 'close' ? resultFields : none"
            [version]="view().version"
            [send]="sendBy[action]"
            [done]="nl[action].done"
            (sent)="collaboration.took($event)"
            (refused)="collaboration.reload()"
          />
        }
        @if (collaboration.may('pause')) {
          <ka-fold-form
            [name]="view().id + ' pause'"
            [button]="nl.pause.button"
            [lead]="nl.pause.lead"
            [submit]="nl.pause.button"
            [fields]="none"
            [version]="view().version"
            [send]="sendBy.pause"
            [done]="nl.pause.done"
            (sent)="collaboration.took($event)"
            (refused)="collaboration.reload()"
          />
        }
      </div>
    </section>
  `,
})
export class PhaseActions {
  private readonly client = inject(CollaborationsClient);
  protected readonly collaboration = inject(OpenCollaboration);
  readonly view = input.required<CollaborationView>();

  protected readonly nl = actsNl.next;
  protected readonly none: readonly FormField[] = [];
  protected readonly resultFields = [resultField];
  protected readonly steps = computed(() => {
    const { allowedActions, phase, missingTerms } = this.view();
    const isReady = phase !== 'forming' || missingTerms.length === 0;
    return forward.filter((action) => allowedActions.includes(action) && (action !== 'execute' || isReady));
  });
  protected readonly missing = computed(() => {
    const { phase, missingTerms } = this.view();
    return phase === 'forming' ? listName(missingTerms.map((name) => nl.terms.short[name])) : '';
  });
  protected readonly sendBy = {
    form: this.move('form'),
    execute: this.move('execute'),
    evaluate: this.move('evaluate'),
    close: this.move('close'),
    pause: this.move('pause'),
    resume: this.move('resume'),
  } as const;

  private move(action: Exclude<PhaseAction, 'stop'>): (sent: Sent) => Promise<unknown> {
    return ({ values, version }) => {
      const input: CloseInput | undefined =
        action === 'close' ? { result: (values['result'] ?? '').trim() } : undefined;
      return this.client.move(this.view().id, action, version, input);
    };
  }
}

/** "Niet samen verder": a normal end, said with a reason. */
@Component({
  selector: 'ka-stop-together',
  imports: [FoldForm],
  template: `
    <ka-fold-form
      look="quiet"
      [name]="view().id + ' stop'"
      [button]="nl.button"
      [lead]="nl.lead"
      [submit]="nl.submit"
      [fields]="fields"
      [version]="view().version"
      [send]="send"
      [done]="nl.done"
      (sent)="collaboration.took($event)"
      (refused)="collaboration.reload()"
    />
  `,
})
export class StopTogether {
  private readonly client = inject(CollaborationsClient);
  protected readonly collaboration = inject(OpenCollaboration);
  readonly view = input.required<CollaborationView>();
  protected readonly nl = actsNl.next.stop;
  protected readonly fields = [reasonField];
  protected readonly send = ({ values, version }: Sent): Promise<unknown> => {
    const input: ReasonInput = { reason: (values['reason'] ?? '').trim() };
    return this.client.move(this.view().id, 'stop', version, input);
  };
}
