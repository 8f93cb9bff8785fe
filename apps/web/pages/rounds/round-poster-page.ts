import { Component, ViewEncapsulation, input } from '@angular/core';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { NotFoundPage } from '../not-found/not-found-page';
import { paperNl } from './paper-nl';
import { roundPaper } from './round-paper';
import { RoundPaperTools } from './round-paper-tools';

/** One sheet of A3 for window and notice board: the question, and a code that opens the round on a telephone. */
@Component({
  selector: 'ka-round-poster-page',
  imports: [Failure, Icon, NotFoundPage, RoundPaperTools, Skeleton],
  templateUrl: './round-poster-page.html',
  styleUrls: ['./round-paper.css', './round-poster-page.css'],
  encapsulation: ViewEncapsulation.None,
})
export class RoundPosterPage {
  /** From the address, as is what led here. */
  readonly id = input.required<string>();
  readonly melding = input<string>();

  protected readonly nl = paperNl;
  protected readonly paper = roundPaper(this.id, 'poster');
}
