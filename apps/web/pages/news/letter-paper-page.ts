import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { letterResource, letterWords } from '@kernagenda/news/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Page, isMissing } from '@kernagenda/shared/web';
import { NotFoundPage } from '../not-found/not-found-page';
import { LetterText } from './letter-text';
import { homeOf, pathOf } from './letter-words';
import { lettersNl } from './nl';

/** A status letter on A4: the same words as on its page, complete without script. */
@Component({
  selector: 'ka-letter-paper-page',
  imports: [Failure, Icon, LetterText, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './letter-paper-page.html',
})
export class LetterPaperPage {
  /** From the address, as is what led here. */
  readonly id = input.required<string>();
  readonly kern = input<string>();
  readonly samenwerking = input<string>();
  readonly melding = input<string>();

  protected readonly nl = lettersNl.letter;
  protected readonly paper = lettersNl.paper;
  protected readonly words = letterWords;
  protected readonly answer = letterResource(this.id);
  protected readonly letter = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly home = computed(() => homeOf(this.letter()));
  protected readonly isMissing = computed(
    () =>
      isMissing(this.answer) ||
      (this.letter() !== null && this.home().path !== pathOf(this.kern(), this.samenwerking())),
  );

  constructor() {
    const page = inject(Page);
    const title = inject(Title);
    effect(() => {
      const letter = this.letter();
      if (!letter) return;
      page.named(letter.title);
      // What is printed is called as it is read on top of it.
      title.setTitle(letter.title);
    });
  }

  protected print(): void {
    window.print();
  }
}
