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
import { Router, RouterLink } from '@angular/router';
import { type LetterView, type LettersOf, type LettersView, letterLimits } from '@kernagenda/news/domain';
import { LettersClient, followNews, letterWords, lettersResource } from '@kernagenda/news/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Page, isMissing } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, isFilled, isLong } from '../forms/form-fields';
import { NotFoundPage } from '../not-found/not-found-page';
import { homeOf } from './letter-words';
import { lettersNl } from './nl';

/** The status letters of a village or a collaboration; who speaks for it has the next one written here. */
@Component({
  selector: 'ka-letters-page',
  imports: [Empty, Failure, FoldForm, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './letters-page.html',
  styleUrl: './letters-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class LettersPage {
  private readonly client = inject(LettersClient);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  /** From the address: the slug of the village, or the id of the collaboration. */
  readonly kern = input<string>();
  readonly samenwerking = input<string>();

  protected readonly nl = lettersNl.list;
  protected readonly crumbs = lettersNl.crumbs;
  protected readonly short = lettersNl.short;
  protected readonly form = lettersNl.write;
  protected readonly words = letterWords;
  private readonly of = computed<LettersOf>(() => {
    const village = this.kern();
    return village === undefined ? { collaboration: this.samenwerking() ?? '' } : { village };
  });
  protected readonly answer = lettersResource(this.of, 20);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  private readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly page = linkedSignal<LettersView | null, LettersView | null>({
    source: this.loaded,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  protected readonly home = computed(() => homeOf(this.page()));
  protected readonly fields = computed<readonly FormField[]>(() => {
    const { title } = letterLimits;
    const today = amsterdamDay(this.clock.now());
    return [
      { name: 'title', kind: 'text', ...this.form.title, isFine: isLong(title.min, title.max) },
      {
        ...{ name: 'fromOn', kind: 'day', ...this.form.fromOn, isHalf: true, max: today },
        isFine: (value, values) => isFilled(value) && value <= (values['toOn'] ?? ''),
      },
      {
        ...{ name: 'toOn', kind: 'day', ...this.form.toOn, isHalf: true, max: today },
        isFine: (value) => isFilled(value) && value <= today,
      },
    ];
  });
  protected readonly initial = computed(() => {
    const page = this.page();
    if (!page?.next) return {};
    return { ...page.next, title: this.form.heading(this.home(), page.next.toOn) };
  });
  protected readonly send = ({ values, key }: Sent): Promise<LetterView> => {
    const { title = '', fromOn = '', toOn = '' } = values;
    return this.client.write({ ...this.of(), title: title.trim(), fromOn, toOn }, key);
  };

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    followNews(
      () => this.page(),
      () => this.answer.reload(),
    );
    effect(() => {
      if (this.page()) page.named(lettersNl.list.title(this.home().called));
    });
    afterNextRender(() => drafts.restore());
  }

  protected async written(letter: unknown): Promise<void> {
    if (typeof letter === 'object' && letter !== null && 'id' in letter)
      await this.router.navigate([this.home().path, 'statusbrieven', letter.id]);
  }

  protected async loadMore(cursor: string): Promise<void> {
    const next = await this.client.listAfter(cursor, this.of()).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }
}
