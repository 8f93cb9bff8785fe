import { Component, ViewEncapsulation, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  eventWords,
  eventsResource,
  followNews,
  letterWords,
  lettersResource,
  newsResource,
  newsWords,
} from '@kernagenda/news/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Icon } from '@kernagenda/shared/ui';
import { Clock } from '@kernagenda/shared/web';
import { villageNewsNl } from './village-news-nl';

/** What is new in a village: its last news, road works that are not over, what comes first, and its last letter. Loaded apart. */
@Component({
  selector: 'ka-village-news',
  imports: [Icon, RouterLink],
  templateUrl: './village-news.html',
  styles: `
    .ka-village-news {
      margin-block: var(--ka-space-4);
      padding-top: var(--ka-space-3);
      border-top: 2px solid var(--ka-ink);
    }
    .ka-village-news > h2 {
      font-size: var(--ka-size-xl);
      margin-bottom: var(--ka-space-2);
    }
    .ka-village-news__lines > li {
      display: flex;
      align-items: flex-start;
      gap: 0.6rem;
      padding-block: 0.5rem;
      border-bottom: 1px solid var(--ka-line);
    }
    .ka-village-news__lines .ka-icon {
      flex: none;
      margin-top: 0.2em;
      color: var(--ka-river);
    }
    .ka-village-news__lines a {
      font-weight: 640;
      overflow-wrap: anywhere;
    }
    .ka-village-news__more {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem 1.5rem;
      margin-top: var(--ka-space-2);
    }
  `,
  encapsulation: ViewEncapsulation.None,
})
export class VillageNews {
  readonly slug = input.required<string>();

  protected readonly nl = villageNewsNl;
  protected readonly news = newsWords;
  protected readonly events = eventWords;
  protected readonly letters = letterWords;
  private readonly today = amsterdamDay(inject(Clock).now());
  private readonly newsAnswer = newsResource(this.slug, 3);
  private readonly eventsAnswer = eventsResource(this.slug, 5);
  private readonly lettersAnswer = lettersResource(() => ({ village: this.slug() }), 5);

  protected readonly village = computed(() => (this.newsAnswer.hasValue() ? this.newsAnswer.value().village : null));
  /** What is told, without road works that are over. */
  protected readonly items = computed(() =>
    (this.newsAnswer.hasValue() ? this.newsAnswer.value().items : []).filter(
      ({ endsOn }) => endsOn === null || endsOn >= this.today,
    ),
  );
  protected readonly next = computed(() =>
    (this.eventsAnswer.hasValue() ? this.eventsAnswer.value().items : []).findLast(({ state }) => state === 'to_come'),
  );
  protected readonly letter = computed(() =>
    (this.lettersAnswer.hasValue() ? this.lettersAnswer.value().items : []).find(({ state }) => state === 'published'),
  );
  /** Who tells news reads the links also while there is none. */
  protected readonly isShown = computed(
    () =>
      this.items().length > 0 ||
      this.next() !== undefined ||
      this.letter() !== undefined ||
      (this.newsAnswer.hasValue() && this.newsAnswer.value().mayTell),
  );

  constructor() {
    followNews(
      () => ({ village: this.village() }),
      () => [this.newsAnswer, this.eventsAnswer, this.lettersAnswer].forEach((answer) => answer.reload()),
    );
  }
}
