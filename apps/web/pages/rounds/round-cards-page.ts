import { Component, ViewEncapsulation, input } from '@angular/core';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { NotFoundPage } from '../not-found/not-found-page';
import { paperNl } from './paper-nl';
import { roundPaper } from './round-paper';
import { RoundPaperTools } from './round-paper-tools';

/** Four postcards on two sheets of A4, front and back: the question with the code, and lines to write on. */
@Component({
  selector: 'ka-round-cards-page',
  imports: [Failure, NotFoundPage, RoundPaperTools, Skeleton],
  templateUrl: './round-cards-page.html',
  styleUrls: ['./round-paper.css', './round-cards-page.css'],
  encapsulation: ViewEncapsulation.None,
})
export class RoundCardsPage {
  /** From the address, as is what led here. */
  readonly id = input.required<string>();
  readonly melding = input<string>();

  protected readonly nl = paperNl;
  protected readonly paper = roundPaper(this.id, 'cards');
  /** So many cards go on one sheet. */
  protected readonly four = [1, 2, 3, 4] as const;
}
