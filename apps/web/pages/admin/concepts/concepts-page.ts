import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { conceptLimits } from '@kernagenda/matching/domain/concepts';
import { LexiconClient, conceptsResource, unrecognisedResource } from '@kernagenda/matching/web/lexicon';
import { proposalWords } from '@kernagenda/proposals/web';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Page, followRooms } from '@kernagenda/shared/web';
import { morePages } from '../../more-pages';
import { nl as adminNl } from '../nl';
import { nl } from './nl';

/** The concepts of the municipality, and the points in which none was recognised. */
@Component({
  selector: 'ka-concepts-page',
  imports: [Control, Empty, Failure, Field, Icon, RouterLink, Skeleton],
  templateUrl: './concepts-page.html',
})
export class ConceptsPage {
  private readonly client = inject(LexiconClient);
  private readonly router = inject(Router);
  /** What is looked for; from the address. */
  readonly zoek = input('', { transform: (value: unknown) => (typeof value === 'string' ? value.trim() : '') });

  protected readonly nl = nl;
  protected readonly themes = proposalWords.themes;
  protected readonly limits = conceptLimits;
  protected readonly answer = conceptsResource(() => this.search());
  protected readonly concepts = morePages(
    this.answer,
    (cursor) => this.client.list(this.search(), cursor),
    adminNl.failed,
  );
  protected readonly pointsAnswer = unrecognisedResource(() => null);
  protected readonly points = morePages(
    this.pointsAnswer,
    (cursor) => this.client.unrecognised(cursor),
    adminNl.failed,
  );

  constructor() {
    inject(Page).named(nl.title);
    followRooms(
      () => ['public'],
      (change) => {
        // Who reads on below the first page is not sent back to it.
        if (change?.kind === 'matches' && !this.points.isLong()) this.pointsAnswer.reload();
      },
    );
  }

  protected find(event: Event, text: string): void {
    event.preventDefault();
    void this.router.navigate([], { queryParams: { zoek: text.trim() || null } });
  }

  private search(): string {
    return this.zoek().slice(0, conceptLimits.search.max);
  }
}
