import { Component, afterNextRender, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LetterAction } from '@kernagenda/news/domain';
import { LettersClient, followNews, letterResource, letterWords } from '@kernagenda/news/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Page, isMissing } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { NotFoundPage } from '../not-found/not-found-page';
import { homeOf, pathOf } from './letter-words';
import { letterEditOf, letterFields, letterValues } from './letter-form';
import { LetterText } from './letter-text';
import { lettersNl } from './nl';

/** One status letter; who may write it reads it over here, says it otherwise, and sends it once. */
@Component({
  selector: 'ka-letter-page',
  imports: [Failure, FoldForm, LetterText, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './letter-page.html',
})
export class LetterPage {
  private readonly client = inject(LettersClient);
  private readonly router = inject(Router);
  /** From the address, with the slug of the village or the id of the collaboration. */
  readonly kern = input<string>();
  readonly samenwerking = input<string>();
  readonly id = input.required<string>();

  protected readonly nl = lettersNl.letter;
  protected readonly crumbs = lettersNl.crumbs;
  protected readonly short = lettersNl.short;
  protected readonly words = letterWords;
  protected readonly answer = letterResource(this.id);
  protected readonly letter = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly home = computed(() => homeOf(this.letter()));
  private readonly path = computed(() => pathOf(this.kern(), this.samenwerking()));
  /** A letter has one address: that of its own village or collaboration. */
  protected readonly isMissing = computed(
    () => isMissing(this.answer) || (this.letter() !== null && this.home().path !== this.path()),
  );
  protected readonly fields = computed(() => letterFields(this.letter()?.lines ?? []));
  protected readonly initial = computed(() => {
    const letter = this.letter();
    return letter ? letterValues(letter) : {};
  });
  protected readonly edit = ({ values, version }: Sent): Promise<unknown> =>
    this.client.edit(this.id(), letterEditOf(values, this.letter()?.lines ?? []), version);
  protected readonly publish = ({ version }: Sent): Promise<unknown> => this.client.publish(this.id(), version);
  protected readonly discard = ({ version }: Sent): Promise<unknown> => this.client.discard(this.id(), version);

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    followNews(
      () => this.letter(),
      () => this.answer.reload(),
    );
    effect(() => {
      const letter = this.letter();
      if (letter) page.named(letter.title);
    });
    afterNextRender(() => drafts.restore());
  }

  protected can(action: LetterAction): boolean {
    return this.letter()?.allowedActions.includes(action) ?? false;
  }

  protected async left(): Promise<void> {
    await this.router.navigate([this.path(), 'statusbrieven']);
  }
}
