import { Component, ViewEncapsulation, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { StoriesClient, storiesResource } from '@kernagenda/news/web';
import { Failure, SignDrawing, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Page } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { morePages } from '../more-pages';
import { storiesNl } from './stories-nl';

/** What got done in all villages, as a series of stories. */
@Component({
  selector: 'ka-stories-page',
  imports: [Empty, Failure, RouterLink, SignDrawing, Skeleton],
  templateUrl: './stories-page.html',
  styleUrl: './stories-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class StoriesPage {
  private readonly client = inject(StoriesClient);

  protected readonly nl = storiesNl;
  protected readonly euro = euroName;
  protected readonly answer = storiesResource();
  protected readonly stories = morePages(this.answer, (cursor) => this.client.listAfter(cursor), storiesNl.failed);

  constructor() {
    inject(Page).named(storiesNl.title);
  }
}
