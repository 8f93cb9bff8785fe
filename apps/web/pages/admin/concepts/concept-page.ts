import { Component, afterNextRender, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PreviewInput } from '@kernagenda/matching/domain/concepts';
import { LexiconClient, conceptResource, unrecognisedResource } from '@kernagenda/matching/web/lexicon';
import { ErrorSummary } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Notices, Page, isMissing } from '@kernagenda/shared/web';
import { keptInTab } from '@kernagenda/shared/web/kept';
import { NotFoundPage } from '../../not-found/not-found-page';
import { FormState } from '../form-state';
import {
  type ConceptDraft,
  type ConceptField,
  draftFaults,
  draftFrom,
  draftOf,
  emptyDraft,
  inputOf,
} from './concept-draft';
import { ConceptFields } from './concept-fields';
import { ConceptPreview } from './concept-preview';
import { nl } from './nl';

const idPattern = /^[0-9a-f-]{36}$/i;
const listPath = '/beheer/begrippen';

/** One concept, or a new one, with what would change beside it. What is typed stays in this tab until it is kept. */
@Component({
  selector: 'ka-concept-page',
  imports: [ConceptFields, ConceptPreview, ErrorSummary, Failure, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './concept-page.html',
})
export class ConceptPage {
  private readonly client = inject(LexiconClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  /** From the address: the concept, or the point a new one is made of. */
  readonly id = input<string>();
  readonly punt = input('', { transform: (value: unknown) => (idPattern.test(String(value)) ? String(value) : '') });

  protected readonly nl = nl.one;
  protected readonly listPath = listPath;
  protected readonly answer = conceptResource(() => this.id());
  private readonly pointAnswer = unrecognisedResource(() => (this.id() ? undefined : this.punt() || undefined));
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly concept = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly point = computed(() =>
    this.pointAnswer.hasValue() ? this.pointAnswer.value().items[0] : undefined,
  );
  protected readonly title = computed(() => (this.id() ? (this.concept()?.label ?? '') : nl.one.new));

  private readonly kept = keptInTab<Partial<ConceptDraft>>('beheer begrippen');
  /** The server knows nothing of what was typed, so the form is drawn where that is known. */
  private readonly isDrawn = signal(false);
  private readonly name = computed(() => this.id() ?? `nieuw ${this.punt()}`);
  private readonly typed = computed(() => this.kept.of(this.name()));
  protected readonly isTyped = computed(() => Object.keys(this.typed() ?? {}).length > 0);
  /** What the server has, with what was typed over it. */
  protected readonly draft = computed(() => {
    const begun = this.begun();
    return begun && this.isDrawn() ? { ...begun, ...this.typed() } : null;
  });
  protected readonly tried = computed<PreviewInput | null>(() => {
    const draft = this.draft();
    const isWorth = draft && (!this.id() || this.isTyped()) && Object.keys(draftFaults(draft)).length === 0;
    const concept = isWorth ? inputOf(draft) : null;
    return concept && { id: this.id() ?? null, concept };
  });
  protected readonly waiting = computed(() =>
    this.id() && !this.isTyped() ? nl.preview.untouched : nl.preview.waiting,
  );
  protected readonly form = new FormState<ConceptField>('concept', nl.faults, { already_exists: nl.taken });
  protected readonly removing = new FormState('remove', {});
  private key = crypto.randomUUID();

  constructor() {
    const page = inject(Page);
    effect(() => {
      const title = this.title();
      if (title) page.named(title);
    });
    afterNextRender(() => {
      this.kept.restore();
      this.isDrawn.set(true);
    });
  }

  private begun(): ConceptDraft | null {
    const concept = this.concept();
    if (this.id()) return concept && draftOf(concept);
    if (this.punt() && this.pointAnswer.isLoading()) return null;
    const point = this.point();
    return point ? draftFrom(point) : emptyDraft;
  }

  protected write(change: Partial<ConceptDraft>): void {
    this.kept.write(this.name(), { ...this.typed(), ...change });
    this.key = crypto.randomUUID();
  }

  protected discard(): void {
    this.kept.forget(this.name());
    this.form.faults.set({});
    this.form.failure.set('');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    if (!draft) return;
    const concept = this.concept();
    const isDone = await this.form.send(draftFaults(draft), async () => {
      const input = inputOf(draft);
      if (!input) return;
      if (concept) this.answer.set(await this.client.change(concept.id, concept.version, input));
      else await this.client.add(input, this.key);
    });
    if (!isDone) {
      if (concept && this.form.failure()) this.answer.reload();
      return;
    }
    this.kept.forget(this.name());
    this.notices.show({ message: concept ? nl.one.saved : nl.one.added(draft.label.trim()) });
    if (!concept) await this.router.navigateByUrl(listPath);
  }

  /** Gives back what was shipped, or removes what was made here. */
  protected async remove(): Promise<void> {
    const concept = this.concept();
    const before = concept && inputOf(draftOf(concept));
    if (!concept || !before) return;
    const { id, label, origin, version } = concept;
    if (!(await this.removing.send({}, () => this.client.remove(id, version)))) {
      this.answer.reload();
      return;
    }
    this.discard();
    const isOwn = origin === 'own';
    const putBack = async (): Promise<unknown> =>
      isOwn ? this.client.add(before, crypto.randomUUID()) : this.client.change(id, 0, before);
    this.notices.show({
      message: isOwn ? nl.one.removed(label) : nl.one.restored(label),
      undo: () => void this.undo(putBack),
    });
    if (isOwn) await this.router.navigateByUrl(listPath);
    else this.answer.reload();
  }

  private async undo(work: () => Promise<unknown>): Promise<void> {
    const isDone = await this.removing.send({}, work);
    this.notices.show({ message: isDone ? nl.one.undone : this.removing.failure() });
    if (this.id()) this.answer.reload();
  }
}
