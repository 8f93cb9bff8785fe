import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgendaBadge, ModerationBadge, proposalWords } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { Twig } from '@kernagenda/shared/ui/twig';
import { Page } from '@kernagenda/shared/web';
import { how } from './nl';

/** How a wish comes to its end, with the twig, the signs and the blossom that people meet on the other pages. */
@Component({
  selector: 'ka-how-page',
  imports: [AgendaBadge, Bloem, ModerationBadge, RouterLink, Twig],
  templateUrl: './how-page.html',
})
export class HowPage {
  protected readonly nl = how;
  protected readonly steps = proposalWords.steps;
  /** The step on which the example stands: on the agenda. */
  protected readonly example = 2;

  constructor() {
    inject(Page).named(how.page);
  }
}
