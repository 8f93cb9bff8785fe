import { Component, afterNextRender, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IntakeClient, enteredWishesResource, enteringVillagesResource } from '@kernagenda/intake/web';
import { isEmailAddress } from '@kernagenda/identity/domain';
import { Session } from '@kernagenda/identity/web';
import { enteringRoles } from '@kernagenda/intake/domain';
import { enteredWays, proposalLimits, themes } from '@kernagenda/proposals/domain';
import { ModerationBadge, proposalWords } from '@kernagenda/proposals/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Page } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { morePages } from '../more-pages';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, type Values, isFilled, isLong } from '../forms/form-fields';
import { nl } from './nl';
import { NotEntering } from './not-entering';

const { title, body, place } = proposalLimits;
const text = (values: Values, name: string): string => (values[name] ?? '').trim();
const isAddress = (value: string): boolean => value.trim() === '' || isEmailAddress(value.trim());

/** Where group and broker write down what others wish, and see what became of it. */
@Component({
  selector: 'ka-enter-page',
  imports: [Failure, FoldForm, ModerationBadge, NotEntering, RouterLink, Skeleton],
  templateUrl: './enter-page.html',
})
export class EnterPage {
  private readonly client = inject(IntakeClient);
  private readonly session = inject(Session);

  protected readonly nl = nl.enter;
  /** For the menu alone: the API looks at each village. */
  protected readonly mayEnter = computed(() => enteringRoles.some((role) => this.session.hasRole(role)));
  protected readonly answer = enteredWishesResource(() => this.mayEnter());
  protected readonly wishes = morePages(this.answer, (cursor) => this.client.listEntered(cursor), nl.enter.list.failed);
  protected readonly villagesAnswer = enteringVillagesResource(() => this.mayEnter());
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly initial = computed<Values>(() => {
    const [first, ...more] = this.villages();
    return { ...(first && more.length === 0 && { village: first.id }), way: 'letter' };
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const words = this.nl.form;
    const choices = this.villages().map(({ id: value, name: label }) => ({ value, label }));
    return [
      { name: 'village', kind: 'choice', ...words.village, choices, isFine: isFilled },
      { name: 'title', kind: 'text', ...words.title, isFine: isLong(title.min, title.max) },
      { name: 'body', kind: 'words', ...words.body, isFine: isLong(0, body.max) },
      { name: 'place', kind: 'text', ...words.place, isFine: isLong(0, place.max) },
      {
        name: 'theme',
        kind: 'choice',
        ...words.theme,
        isHalf: true,
        choices: themes.map((value) => ({ value, label: proposalWords.themes[value] })),
      },
      {
        name: 'way',
        kind: 'choice',
        ...words.way,
        isHalf: true,
        choices: enteredWays.map((value) => ({ value, label: this.nl.ways[value] })),
        isFine: isFilled,
      },
      { name: 'email', kind: 'text', ...words.email, isFine: isAddress },
      {
        name: 'consent',
        kind: 'boxes',
        label: words.consent.label,
        fault: words.consent.fault,
        choices: [{ value: 'yes', label: words.consent.yes }],
        isFine: isFilled,
      },
    ];
  });
  protected readonly send = ({ values, key }: Sent): Promise<unknown> =>
    this.client.enter(
      {
        ...{ villageId: text(values, 'village'), title: text(values, 'title'), body: text(values, 'body') },
        place: text(values, 'place'),
        theme: themes.find((one) => one === values['theme']) ?? null,
        kind: null,
        enteredFrom: enteredWays.find((one) => one === values['way']) ?? 'letter',
        email: text(values, 'email') || null,
        hasConsent: true,
      },
      key,
    );

  constructor() {
    inject(Page).named(nl.enter.page);
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
  }
}
