import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LetterPart, type LetterView, letterParts } from '@kernagenda/news/domain';
import { Icon, type IconName } from '@kernagenda/shared/ui';
import { headOf, partNames, sentenceOf } from './letter-words';
import { lettersNl } from './nl';

const icons: Readonly<Record<LetterPart, IconName>> = {
  together: 'people',
  new: 'leaf',
  moved: 'arrow',
  kept: 'check',
  late: 'clock',
  coming: 'flag',
};

/** What a letter says, on its page and on paper. */
@Component({
  selector: 'ka-letter-text',
  imports: [Icon, RouterLink],
  templateUrl: './letter-text.html',
  styleUrl: './letter-text.css',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'ka-letter' },
})
export class LetterText {
  readonly letter = input.required<LetterView>();

  protected readonly nl = lettersNl.letter;
  protected readonly partNames = partNames;
  protected readonly headOf = headOf;
  protected readonly sentenceOf = sentenceOf;
  protected readonly parts = computed(() =>
    letterParts
      .map((part) => ({ part, icon: icons[part], lines: this.letter().lines.filter((line) => line.part === part) }))
      .filter(({ lines }) => lines.length > 0),
  );
}
