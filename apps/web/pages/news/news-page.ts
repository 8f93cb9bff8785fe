import {
  Component,
  ViewEncapsulation,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NewsItem, NewsPage as NewsRows } from '@kernagenda/news/domain';
import { NewsClient, followNews, newsResource, newsWords } from '@kernagenda/news/web';
import { proposalsResource } from '@kernagenda/proposals/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Page, isMissing } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import type { FormField, Values } from '../forms/form-fields';
import { NotFoundPage } from '../not-found/not-found-page';
import { newsFields, newsInputOf, newsValues } from './news-form';
import { newsNl } from './news-nl';

/** The news of a village; group and broker tell it, say it otherwise, and take it back here. */
@Component({
  selector: 'ka-news-page',
  imports: [Empty, Failure, FoldForm, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './news-page.html',
  styleUrl: './news-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class NewsPage {
  private readonly client = inject(NewsClient);
  private readonly drafts = inject(FormDrafts);
  /** Slug, from the address. */
  readonly kern = input.required<string>();

  protected readonly nl = newsNl;
  protected readonly words = newsWords;
  protected readonly answer = newsResource(this.kern, 20);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  private readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly page = linkedSignal<NewsRows | null, NewsRows | null>({
    source: this.loaded,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  /** Asked for by who can name one. */
  private readonly pointsAnswer = proposalsResource('news-points', () =>
    this.page()?.mayTell ? { village: this.kern(), limit: 100 } : undefined,
  );
  private readonly points = computed(() => (this.pointsAnswer.hasValue() ? this.pointsAnswer.value().items : []));
  protected readonly initial: Values = { kind: 'news' };
  protected readonly tell = ({ values, key }: Sent): Promise<unknown> =>
    this.client.tell(this.kern(), newsInputOf(values), key);

  constructor() {
    const page = inject(Page);
    followNews(
      () => this.page(),
      () => this.answer.reload(),
    );
    effect(() => {
      const village = this.page()?.village;
      if (village) page.named(newsNl.title(village.name));
    });
    afterNextRender(() => this.drafts.restore());
  }

  protected fields(form: string, kind: string): readonly FormField[] {
    return newsFields(this.points(), this.drafts.of(form)?.typed['kind'] ?? kind);
  }

  protected valuesOf(item: NewsItem): Values {
    return newsValues(item);
  }

  protected correct(id: string): (sent: Sent) => Promise<unknown> {
    return ({ values, version }) => this.client.correct(id, newsInputOf(values), version);
  }

  protected takeBack(id: string): (sent: Sent) => Promise<unknown> {
    return ({ version }) => this.client.takeBack(id, version);
  }

  protected async loadMore(cursor: string): Promise<void> {
    const next = await this.client.listAfter(cursor, this.kern()).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }
}
