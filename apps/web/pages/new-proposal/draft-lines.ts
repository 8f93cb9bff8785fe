import { Component, computed, input } from '@angular/core';
import { proposalWords } from '@kernagenda/proposals/web';
import type { DraftText } from './local-drafts';
import { nl } from './nl';

/** What a proposal says, line by line, to read and not to change. */
@Component({
  selector: 'ka-draft-lines',
  template: `
    <dl class="ka-review">
      @for (line of lines(); track line.label) {
        <div>
          <dt>{{ line.label }}</dt>
          <dd class="ka-prewrap">{{ line.text || nl.review.nothing }}</dd>
        </div>
      }
    </dl>
  `,
})
export class DraftLines {
  readonly text = input.required<DraftText>();
  protected readonly nl = nl;
  protected readonly lines = computed(() => {
    const { title, place, body, theme, kind } = this.text();
    return [
      { label: nl.what.label, text: title },
      { label: nl.where.label, text: place },
      { label: nl.why.label, text: body },
      { label: nl.extra.theme.label, text: proposalWords.themes[theme] },
      { label: nl.extra.kind.label, text: kind ? nl.extra.kinds[kind] : nl.extra.kind.none },
    ];
  });
}
