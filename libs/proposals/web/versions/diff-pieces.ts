import { Component, input } from '@angular/core';
import type { TextPiece } from '@kernagenda/proposals/domain/diff';
import { nl } from './nl';

/** One line with what came and what went: by words for who listens, by form and colour for who looks. */
@Component({
  selector: 'ka-diff-pieces',
  templateUrl: './diff-pieces.html',
})
export class DiffPieces {
  readonly pieces = input.required<readonly TextPiece[]>();

  protected readonly nl = nl;
}
