import { Component, computed, input } from '@angular/core';
import type { ProposalText } from '@kernagenda/proposals/domain';
import { textDiff } from '@kernagenda/proposals/domain/diff';
import { kindWords } from '../kind-words';
import { nl as words } from '../nl';
import { DiffPieces } from './diff-pieces';
import { nl } from './nl';

/** What changed from one text of a point to another. */
@Component({
  selector: 'ka-text-diff',
  imports: [DiffPieces],
  templateUrl: './text-diff.html',
})
export class TextDiff {
  readonly before = input.required<ProposalText>();
  readonly after = input.required<ProposalText>();

  protected readonly nl = nl;
  protected readonly lines = computed(() => {
    const [before, after] = [inWords(this.before()), inWords(this.after())];
    return (['title', 'place', 'body', 'theme', 'kind'] as const).map((name) => ({
      label: nl.lines[name],
      pieces: textDiff(before[name], after[name]),
    }));
  });
}

function inWords({ title, place, body, theme, kind }: ProposalText): Readonly<Record<keyof ProposalText, string>> {
  return { title, place, body, theme: words.themes[theme ?? 'other'], kind: kind ? kindWords[kind] : '' };
}
