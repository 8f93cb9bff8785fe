import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AgendaBadge, ModerationBadge, proposalWords } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { Twig } from '@kernagenda/shared/ui/twig';
import { Page } from '@kernagenda/shared/web';
import { Municipality } from '@kernagenda/villages/web';
import { daysName } from '@kernagenda/villages/web/terms';
import { how } from './nl';

/** How a wish comes to its end, with the twig, the signs and the blossom that people meet on the other pages. */
@Component({
  selector: 'ka-how-page',
  imports: [AgendaBadge, Bloem, ModerationBadge, RouterLink, Twig],
  templateUrl: './how-page.html',
})
export class HowPage {
  private readonly municipality = inject(Municipality).view;
  protected readonly nl = how;
  protected readonly reading = computed(() => {
    const days = this.municipality()?.readWithinDays;
    return how.reading.items(days === undefined ? '' : daysName(days));
  });
  protected readonly contact = computed(() => {
    const { address = '', telephone = '', email = '', website = '' } = this.municipality()?.contact ?? {};
    return [address, telephone, email, website].filter(Boolean);
  });
  protected readonly steps = proposalWords.steps;
  /** The step on which the example stands: on the agenda. */
  protected readonly example = 2;

  constructor() {
    inject(Page).named(how.page);
  }
}
