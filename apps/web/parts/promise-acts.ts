import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { CommitmentView, Hideable, Milestone, PromisesView } from '@kernagenda/commitments/domain';
import type { SaidPath } from '@kernagenda/commitments/web';
import type { SummaryError } from '@kernagenda/shared/ui/forms';
import { Clock, dateName } from '@kernagenda/shared/web';
import { FoldForm } from '../pages/forms/fold-form';
import { FormDrafts } from '../pages/forms/form-drafts';
import { PhotoFields } from '../pages/photos/photo-fields';
import { PromiseForms, PhotosMissing } from './promise-forms';
import { nl } from './promise-acts-nl';
import { UpdatePhotos } from './update-photos';

/** One answer or update, and where it is hidden. */
export interface Said {
  readonly path: SaidPath;
  readonly item: Hideable & { readonly id: string; readonly at: string };
}

/** What somebody may do on a point, with one promise, one milestone, or one answer or update. Loaded apart, for them alone. */
@Component({
  selector: 'ka-promise-acts',
  imports: [FoldForm, PhotoFields],
  template: `
    @for (act of acts(); track act.name) {
      <ka-fold-form
        [name]="act.name"
        [button]="act.button"
        [about]="about()"
        [look]="act.look ?? 'quiet'"
        [lead]="act.lead ?? ''"
        [fields]="act.fields"
        [initial]="act.initial ?? {}"
        [version]="act.version ?? commitment()?.version ?? null"
        [submit]="act.submit ?? ''"
        [send]="act.send"
        [done]="act.done"
        [explain]="explain"
        (sent)="changed()()"
        (refused)="changed()()"
      >
        <div more>
          @if (act.hasPhotos && isOpen(act.name)) {
            <ka-photo-fields [photos]="photos" [isSmall]="true" [errors]="photoErrors()" />
          }
        </div>
      </ka-fold-form>
    }
  `,
  host: { class: 'ka-promise-acts ka-noprint' },
})
export class PromiseActs {
  private readonly drafts = inject(FormDrafts);
  private readonly forms = inject(PromiseForms);
  private readonly clock = inject(Clock);
  protected readonly photos = inject(UpdatePhotos);
  readonly pointId = input.required<string>();
  readonly view = input.required<PromisesView>();
  /** The promise these are for; without any of these they are for the point. */
  readonly commitment = input<CommitmentView>();
  readonly milestone = input<Milestone>();
  readonly said = input<Said>();
  /** Something was done: what is on the screen is old. */
  readonly changed = input.required<() => void>();

  protected readonly photoErrors = signal<readonly SummaryError[]>([]);
  protected readonly about = computed(() => {
    const said = this.said();
    if (said) return `${nl.said[said.path].name}, ${dateName(said.item.at)}`;
    return this.commitment()?.what ?? this.milestone()?.title ?? '';
  });
  protected readonly acts = computed(() => {
    const [commitment, milestone, said] = [this.commitment(), this.milestone(), this.said()];
    const now = this.clock.now();
    if (commitment) return this.forms.ofCommitment(commitment, now, this.photoErrors);
    if (said) return this.forms.ofSaid(said.path, said.item);
    if (milestone) return this.forms.ofMilestone(milestone);
    return this.forms.ofPoint(this.pointId(), this.view(), now, this.photoErrors);
  });
  protected readonly explain = (error: unknown): string => (error instanceof PhotosMissing ? error.message : '');

  constructor() {
    effect(() => {
      const open = this.acts().find(({ name, hasPhotos }) => hasPhotos && this.isOpen(name));
      if (open) this.photos.openFor(open.name);
    });
  }

  protected isOpen(name: string): boolean {
    return this.drafts.of(name)?.isOpen ?? false;
  }
}
